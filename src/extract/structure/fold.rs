//! Text as the rule tables spell it: lower case, Latin letters without
//! accents, so that "Éducation" and "EDUCATION" meet the same rule.

use unicode_normalization::UnicodeNormalization;

/// Lower case, accents off Latin letters, ligatures and wide forms opened.
/// Punctuation stays.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'ß' => out.push_str("ss"),
            'ł' | 'Ł' => out.push('l'),
            'ø' | 'Ø' => out.push('o'),
            'đ' | 'Đ' => out.push('d'),
            'æ' | 'Æ' => out.push_str("ae"),
            'œ' | 'Œ' => out.push_str("oe"),
            'ı' | 'İ' => out.push('i'),
            // The end of a word has a letter of its own only in small print.
            'ς' => out.push('σ'),
            '’' | '‘' | 'ʼ' | '´' | '`' => out.push('\''),
            '\u{00AD}' | '\u{200B}' | '\u{FEFF}' => {}
            _ if character.is_ascii() => out.push(character.to_ascii_lowercase()),
            _ if opens(character) => {
                let parts = std::iter::once(character).nfkd().filter(|part| !is_mark(*part));
                out.extend(parts.flat_map(char::to_lowercase));
            }
            _ => out.extend(character.to_lowercase()),
        }
    }
    out
}

/// [`fold`] with everything but letters and digits made one space, as the
/// tables of phrases are keyed.
pub(super) fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in fold(text).chars() {
        if character.is_alphanumeric() || character == '+' || character == '#' {
            out.push(character);
        } else if character != '\'' && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Only Latin, Greek and compatibility forms are decomposed: taking Hangul or
/// kana apart would lose their meaning, and so would й and ї.
fn opens(character: char) -> bool {
    matches!(character as u32, 0x80..0x400 | 0x1E00..0x2000 | 0xFB00..0xFB07 | 0xFF00..0xFFF0)
}

fn is_mark(character: char) -> bool {
    matches!(character as u32, 0x300..0x370)
}

/// Characters of scripts written without spaces.
pub(super) fn is_cjk(character: char) -> bool {
    matches!(character as u32, 0x2E80..0xA000 | 0xF900..0xFB00 | 0xFF00..0xFFF0 | 0x20000..0x30000)
}

/// Digits of any width as ASCII.
pub(super) fn digits(text: &str) -> String {
    text.chars()
        .filter_map(|character| match character as u32 {
            0xFF10..=0xFF19 => char::from_digit(character as u32 - 0xFF10, 10),
            _ if character.is_ascii_digit() => Some(character),
            _ => None,
        })
        .collect()
}

/// The words of a key, CJK runs counted as one word for every two characters.
pub(super) fn word_count(text: &str) -> usize {
    let cjk = text.chars().filter(|character| is_cjk(*character)).count();
    let others = text
        .split_whitespace()
        .filter(|word| word.chars().any(|character| character.is_alphanumeric() && !is_cjk(character)));
    others.count() + cjk.div_ceil(2)
}

pub(super) fn is_dash(character: char) -> bool {
    matches!(character, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '~' | '〜' | '～' | '－' | '→')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_the_tables_need() {
        for (text, expected) in [
            ("Éducation", "education"),
            ("BERUFSERFAHRUNG", "berufserfahrung"),
            ("Wykształcenie", "wyksztalcenie"),
            ("Straße", "strasse"),
            ("oﬃce", "office"),
            ("２０１９", "2019"),
            ("がくれき", "がくれき"),
            ("학력", "학력"),
            ("Ξένες Γλώσσες", "ξενεσ γλωσσεσ"),
        ] {
            assert_eq!(fold(text), expected);
        }
        assert_eq!(key("  Honors & Awards: "), "honors awards");
        assert_eq!(key("C++ / C#"), "c++ c#");
    }
}
