//! Text as the rule tables spell it: lower case, Latin letters without
//! accents, so that "Éducation" and "EDUCATION" meet the same rule.

use unicode_normalization::UnicodeNormalization;

/// Lower case, accents off Latin letters, ligatures and wide forms opened.
/// Punctuation stays.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        let folded = text.to_ascii_lowercase();
        return if folded.as_bytes().contains(&b'`') { folded.replace('`', "'") } else { folded };
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        // What needs no table, in one go.
        let mut plain = 0;
        while rest.as_bytes().get(plain).is_some_and(|byte| byte.is_ascii() && *byte != b'`') {
            plain += 1;
        }
        let (head, tail) = rest.split_at(plain);
        let start = out.len();
        out.push_str(head);
        if let Some(head) = out.get_mut(start..) {
            head.make_ascii_lowercase();
        }
        let Some(character) = tail.chars().next() else { return out };
        rest = tail.get(character.len_utf8()..).unwrap_or_default();
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
            _ if opens(character) => {
                let parts = std::iter::once(character).nfkd().filter(|part| !is_mark(*part));
                out.extend(parts.flat_map(char::to_lowercase));
            }
            _ => out.extend(character.to_lowercase()),
        }
    }
}

/// [`fold`] with everything but letters and digits made one space, as the
/// tables of phrases are keyed.
pub(super) fn key(text: &str) -> String {
    let folded;
    let text = match text.is_ascii() {
        true => text,
        false => {
            folded = fold(text);
            folded.as_str()
        }
    };
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'+' | b'#' => out.push(byte),
            b'A'..=b'Z' => out.push(byte | 0x20),
            b'\'' | b'`' => {}
            0x80.. => {
                let character = text.get(at - 1..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
                at += character.len_utf8() - 1;
                match character.is_alphanumeric() {
                    true => out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
                    false => part(&mut out),
                }
            }
            _ => part(&mut out),
        }
    }
    if out.last() == Some(&b' ') {
        out.pop();
    }
    String::from_utf8(out).unwrap_or_default()
}

/// One space between words, and none in front.
fn part(out: &mut Vec<u8>) {
    if out.last().is_some_and(|&last| last != b' ') {
        out.push(b' ');
    }
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
    if text.is_ascii() && !text.as_bytes().iter().any(u8::is_ascii_digit) {
        return String::new();
    }
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
    if text.is_ascii() {
        return ascii_words(text.as_bytes());
    }
    let cjk = text.chars().filter(|character| is_cjk(*character)).count();
    let others = text
        .split_whitespace()
        .filter(|word| word.chars().any(|character| character.is_alphanumeric() && !is_cjk(character)));
    others.count() + cjk.div_ceil(2)
}

fn ascii_words(text: &[u8]) -> usize {
    let (mut count, mut counted) = (0, false);
    for byte in text {
        if matches!(byte, b'\t'..=b'\r' | b' ') {
            counted = false;
        } else if !counted && byte.is_ascii_alphanumeric() {
            counted = true;
            count += 1;
        }
    }
    count
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
        assert_eq!(fold("Driver`s Licence"), "driver's licence");
        assert_eq!(key("'Driver`s' Licence--"), "drivers licence");
        // The same by either way: what is not ASCII here leaves no trace.
        for text in ["", " -- ", "A'b`c  (D.) ", "R&D; C++ 11, C#", "\t1.\n2) x"] {
            let other = format!("{text}\u{200B}");
            assert_eq!(fold(text), fold(&other));
            assert_eq!(key(text), key(&other));
            assert_eq!(word_count(text), word_count(&other));
        }
    }
}
