//! Strings in a file, as short as they can be written.

use pdf_writer::{Dict, Name, Str, TextStr};

/// Sets an entry for people to read: in one byte a character where
/// PDFDocEncoding has them all, else in UTF-16.
pub(super) fn set_text(dict: &mut Dict<'_>, key: Name<'_>, text: &str) {
    match text.chars().map(pdf_doc).collect::<Option<Vec<u8>>>() {
        Some(bytes) => dict.pair(key, Str(&bytes)),
        None => dict.pair(key, TextStr(text)),
    };
}

/// A character in PDFDocEncoding (ISO 32000-1, D.2).
fn pdf_doc(character: char) -> Option<u8> {
    /// From 0x80 on.
    const OWN: &str = "\u{2022}\u{2020}\u{2021}\u{2026}\u{2014}\u{2013}\u{192}\u{2044}\u{2039}\u{203A}\u{2212}\u{2030}\u{201E}\u{201C}\u{201D}\u{2018}\u{2019}\u{201A}\u{2122}\u{FB01}\u{FB02}\u{141}\u{152}\u{160}\u{178}\u{17D}\u{131}\u{142}\u{153}\u{161}\u{17E}";
    match character {
        ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{FF}' => u8::try_from(u32::from(character)).ok(),
        '\u{20AC}' => Some(0xA0),
        _ => OWN.chars().position(|own| own == character).map(|at| 0x80 + at as u8),
    }
}

/// The same content with its strings as bytes, which take a quarter of the room
/// of the digits in which they are first written.
pub(super) fn short_strings(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let mut rest = content;
    loop {
        // What is no string stays as it is.
        let plain = rest.iter().position(|byte| matches!(byte, b'(' | b'<')).unwrap_or(rest.len());
        out.extend_from_slice(&rest[..plain]);
        let Some((&byte, after)) = rest[plain..].split_first() else { return out };
        let (string, after) = match byte {
            b'(' => literal(after),
            _ if after.first() == Some(&b'<') => {
                out.extend_from_slice(b"<<");
                rest = &after[1..];
                continue;
            }
            _ => hexadecimal(after),
        };
        super::strings::string(&string, &mut out);
        rest = after;
    }
}

/// The bytes of a string behind its "<", and what follows it.
fn hexadecimal(text: &[u8]) -> (Vec<u8>, &[u8]) {
    let end = text.iter().position(|&byte| byte == b'>').unwrap_or(text.len());
    let digit = |digit: u8| match digit {
        b'0'..=b'9' => digit - b'0',
        b'A'..=b'F' => digit - b'A' + 10,
        _ => digit.wrapping_sub(b'a').wrapping_add(10),
    };
    let mut bytes = Vec::with_capacity(end / 2);
    for pair in text[..end].chunks_exact(2) {
        bytes.push(digit(pair[0]) << 4 | digit(pair[1]));
    }
    (bytes, text.get(end + 1..).unwrap_or_default())
}

/// The bytes of a string behind its "(", and what follows it.
fn literal(text: &[u8]) -> (Vec<u8>, &[u8]) {
    let mut bytes = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        match byte {
            b')' if depth == 0 => break,
            b'(' => depth += 1,
            b')' => depth -= 1,
            b'\\' => {
                let digits =
                    text[at..].iter().take(3).take_while(|digit| matches!(digit, b'0'..=b'7')).count();
                let octal =
                    text[at..at + digits].iter().fold(0_u32, |sum, digit| sum * 8 + u32::from(digit - b'0'));
                let escaped = text.get(at).copied().unwrap_or_default();
                at += digits.max(1);
                bytes.push(match (digits, escaped) {
                    (1.., _) => octal as u8,
                    (_, b'n') => b'\n',
                    (_, b'r') => b'\r',
                    (_, b't') => b'\t',
                    (_, b'b') => 8,
                    (_, b'f') => 12,
                    (_, other) => other,
                });
                continue;
            }
            _ => {}
        }
        bytes.push(byte);
    }
    (bytes, text.get(at..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use pdf_writer::Content;

    #[test]
    fn strings_keep_their_bytes() {
        let all: Vec<u8> = (0..=255).collect();
        for bytes in [&all[..], &all[..128], b"a(b)c", b")(\\<>", b"<<", b""] {
            let mut content = Content::new();
            content.show(Str(bytes)).next_line(1.0, 2.0);
            let short = short_strings(&content.finish().into_vec());
            let (read, after) = literal(&short[1..]);
            assert_eq!(read, bytes);
            assert_eq!(after, b" Tj\n1 2 Td");
            assert!(short.iter().filter(|&&byte| byte == b'\r').count() == 0);
        }
        assert_eq!(short_strings(b"/P <</MCID 3>> BDC"), b"/P <</MCID 3>> BDC");
    }

    #[test]
    fn one_byte_a_character_where_it_can() {
        let bytes = |text: &str| text.chars().map(pdf_doc).collect::<Option<Vec<u8>>>();
        assert_eq!(
            bytes("A \u{2013} \u{E9}\u{17E}\u{20AC}"),
            Some(vec![b'A', b' ', 0x85, b' ', 0xE9, 0x9E, 0xA0])
        );
        assert_eq!(bytes("\u{416}"), None);
        assert_eq!(bytes("\u{AD}"), None);
    }
}
