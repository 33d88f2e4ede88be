//! Bullets and list numbers at the start of a line.

/// Signs that start an item of a list wherever they stand first.
const SIGNS: &[char] = &[
    '•', '‣', '◦', '▪', '▫', '■', '□', '●', '○', '∙', '·', '⁃', '➢', '➤', '➔', '►', '▶', '▸', '▹', '❖', '✓',
    '✔', '✦', '✧', '◆', '◇', '★', '☆', '→', '⇒', '»', '›', '⚫', '⬤', '⦁', '⚬', '\u{F0B7}', '\u{F0A7}',
    '\u{F0D8}', '・', '※', '❯', '◾', '◽', '✱', '∗', '⋄', '➜', '➣',
];

/// Signs that start an item only with a blank behind them.
const DASHES: &[char] = &['-', '–', '—', '*', '+', '‐', '−', 'o'];

/// Whether a single character is one that only bullets are made of.
pub(super) fn is_bullet_sign(c: char) -> bool {
    SIGNS.contains(&c)
}

/// Whether this first word of a line is a bullet or a list number by itself.
pub(super) fn is_marker(word: &str) -> bool {
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => SIGNS.contains(&c) || DASHES.contains(&c),
        (Some(_), Some(_)) => is_list_number(word),
        _ => false,
    }
}

/// Whether the line is an item of a list: a marker and something behind it.
pub(super) fn is_list_item(line: &str) -> bool {
    let line = line.trim();
    let Some(first) = line.chars().next() else { return false };
    let mut words = line.split_whitespace();
    let (head, rest) = (words.next().unwrap_or_default(), words.next());
    match rest {
        Some(_) => is_marker(head) || SIGNS.contains(&first),
        None => SIGNS.contains(&first) && line.chars().nth(1).is_some(),
    }
}

/// `1.`, `12)`, `(3)`, `a)`, but not a year or an initial.
fn is_list_number(word: &str) -> bool {
    if let Some(inner) = word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return is_short_number(inner) || is_letter(inner);
    }
    if let Some(inner) = word.strip_suffix(')') {
        return is_short_number(inner) || is_letter(inner);
    }
    word.strip_suffix('.').is_some_and(is_short_number)
}

fn is_short_number(text: &str) -> bool {
    matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_letter(text: &str) -> bool {
    text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::is_list_item;

    #[test]
    fn markers_are_told_from_text() {
        for line in ["• Built a kiln", "- Built", "1. Built", "2) Built", "(a) Built", "– Built", "•Built"]
        {
            assert!(is_list_item(line), "{line}");
        }
        for line in ["Built", "2019. A year", "-5 degrees", "o", "J. Doe", "+49 170 1", "-", ""] {
            assert!(!is_list_item(line), "{line}");
        }
    }
}
