//! A part of a head cut into smaller ones: "Engineer at Acme", "Cook, Bolt".

use super::atoms::clean;
use super::role_words;

/// "Engineer at Acme", "Pflegerin bei Sankt Anna", "Stagiaire chez Acme".
pub(super) fn at(text: &str) -> Option<(&str, &str)> {
    for word in [" at ", " @ ", " bei ", " beim ", " chez ", " presso ", " bij ", " в ", " w "] {
        if let Some((left, right)) = text.split_once(word)
            && role_words::title_score(left) + role_words::degree_score(left) > 0.0
            // "Technik handlowiec, Zespół Szkół w Gnieźnie"
            && !(matches!(word, " w " | " в ") && left.contains(','))
            && right.trim().chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        {
            return Some((left, right));
        }
    }
    None
}

/// "Educadora infantil. Escuela Txikitxo": a full stop behind a whole word, not
/// behind an abbreviation.
fn ends_part(before: Option<&str>, after: Option<&str>) -> bool {
    let word = before.and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
    let whole = word.chars().count() >= 6 && word.chars().skip(1).all(|c| c.is_lowercase());
    let next = after.and_then(|after| after.strip_prefix(' ')).and_then(|after| after.chars().next());
    whole && next.is_some_and(char::is_uppercase) && !role_words::is_legal_form(word)
}

/// Parts between commas outside brackets; "Inc." stays with its name.
pub(super) fn commas(text: &str) -> Vec<&str> {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    let mut depth = 0i32;
    let mut start = 0;
    for (at, character) in text.char_indices() {
        match character {
            '.' if depth <= 0 && ends_part(text.get(start..at), text.get(at + 1..)) => {
                parts.push((start, at));
                start = at + 1;
            }
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth -= 1,
            ',' | '，' | '、' | '،' if depth <= 0 => {
                parts.push((start, at));
                start = at + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.push((start, text.len()));
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in parts {
        let part = text.get(start..end).unwrap_or_default();
        match joined.last_mut() {
            Some(last) if role_words::is_legal_form(part) => last.1 = end,
            _ => joined.push((start, end)),
        }
    }
    joined
        .iter()
        .filter_map(|(start, end)| text.get(*start..*end))
        .map(clean)
        .filter(|part| !part.is_empty())
        .collect()
}
