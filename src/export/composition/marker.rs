//! The bullet or the number in front of a list item.

/// Splits a list item into its marker, all bullets drawn alike, and its text.
pub(crate) fn split_marker(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let mut characters = word.chars();
    let first = characters.next()?;
    if characters.next().is_none() {
        return is_sign(first).then(|| ("•".to_owned(), rest.trim_start()));
    }
    // A sign that no word starts with may touch its text.
    if is_sign(first) && !matches!(first, '-' | '*' | '–' | '—' | '+' | '·' | '−' | '‐' | 'o') {
        return Some(("•".to_owned(), text[first.len_utf8()..].trim_start()));
    }
    let counted = word.len() <= 4
        && word.ends_with(['.', ')'])
        && word.trim_matches(['(', ')', '.']).chars().all(char::is_alphanumeric);
    counted.then(|| (word.to_owned(), rest.trim_start()))
}

/// What stands for a bullet in front of an item: no letter or digit but the
/// `o` of old word processors, nor what begins a sentence or a number.
fn is_sign(character: char) -> bool {
    character == 'o'
        || !(character.is_alphanumeric()
            || matches!(
                character,
                '(' | '['
                    | '"'
                    | '\''
                    | '“'
                    | '‘'
                    | '„'
                    | '«'
                    | '#'
                    | '$'
                    | '€'
                    | '£'
                    | '<'
                    | '@'
                    | '&'
                    | '¿'
                    | '¡'
                    | '.'
                    | '…'
                    | '~'
                    | '/'
            ))
}
