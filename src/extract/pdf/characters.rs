//! What a font says about a glyph, as text a person would type.

use unicode_normalization::UnicodeNormalization;

/// Appends the characters that a glyph stands for. False when the glyph says
/// nothing: an icon from a private area, or no character at all.
pub(in crate::extract) fn push_readable(raw: &str, out: &mut String) -> bool {
    // One letter of ASCII, as most glyphs are.
    if let [b' '..=b'~'] = raw.as_bytes() {
        out.push_str(raw);
        return true;
    }
    let before = out.len();
    for c in raw.chars() {
        match c {
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => out.push_str("st"),
            // A soft hyphen that has a glyph is a hyphen that was printed.
            '\u{AD}' => out.push('-'),
            '\t'
            | '\n'
            | '\r'
            | '\u{A0}'
            | '\u{2000}'..='\u{200A}'
            | '\u{202F}'
            | '\u{205F}'
            | '\u{3000}' => {
                out.push(' ');
            }
            // Invisible marks, but not the joiners that Persian and Hindi need.
            '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' => {}
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}' => {}
            '\u{E000}'..='\u{F8FF}' => out.extend(symbol(c)),
            '\u{F0000}'..='\u{10FFFF}' => {}
            // Arabic letter forms, compatibility ideographs and Kangxi radicals.
            '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{2E80}'..='\u{2FDF}' => {
                out.extend(std::iter::once(c).nfkc());
            }
            _ => out.push(c),
        }
    }
    out.len() > before
}

/// Symbol fonts of Word put their codes at U+F000; a few are bullets and signs
/// that carry sense, the others are decoration.
fn symbol(c: char) -> Option<char> {
    Some(match u32::from(c) {
        0xF020 | 0xF0A0 => ' ',
        0xF0B7 | 0xF09F | 0xF06C => '•',
        0xF0A7 | 0xF06E => '▪',
        0xF0A8 | 0xF071 => '❏',
        0xF0D8 => '➢',
        0xF076 => '❖',
        0xF0FC => '✓',
        0xF0E0 | 0xF0E8 => '→',
        0xF02D => '-',
        _ => return None,
    })
}

/// A byte of the Windows code page for Cyrillic, for fonts that claim to be
/// Latin and draw Cyrillic.
pub(super) fn cyrillic_of_latin(c: char) -> Option<char> {
    Some(match u32::from(c) {
        code @ 0xC0..=0xFF => char::from_u32(code - 0xC0 + 0x410)?,
        0xA8 => 'Ё',
        0xB8 => 'ё',
        0xB9 => '№',
        _ => return None,
    })
}

/// Text strings outside of content streams: UTF-16 with a mark, UTF-8 with a
/// mark, or PDFDocEncoding, which is near enough to Windows-1252.
pub(super) fn text_string(bytes: &[u8]) -> String {
    if bytes.starts_with(&[0xFE, 0xFF]) || bytes.starts_with(&[0xFF, 0xFE]) {
        return crate::extract::plain::decode(bytes);
    }
    match bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        Some(rest) => String::from_utf8_lossy(rest).into_owned(),
        None => bytes.iter().map(|&byte| crate::extract::plain::windows_1252(byte)).collect(),
    }
}
