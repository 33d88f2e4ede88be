//! A part of a line as words that addresses are made of.

use super::words::{FLAT_WORDS, SMALL};
use crate::text::Span;

/// A word between blanks, commas and dashes.
pub struct Token<'t> {
    pub text: &'t str,
    pub lower: String,
    pub span: Span,
    /// Whether a comma, or another end of a part, stands before it.
    pub parted: bool,
}

pub fn tokens(part: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token> = Vec::new();
    let mut start = 0;
    let mut parted = false;
    for (at, c) in part.char_indices().chain([(part.len(), ' ')]) {
        if !(c.is_whitespace() || matches!(c, ',' | '(' | ')')) {
            continue;
        }
        let word = &part[start..at];
        let dash = !word.is_empty() && word.chars().all(|c| "-–—".contains(c));
        if !word.is_empty() && !dash {
            out.push(Token { text: word, lower: word.to_lowercase(), span: Span::new(start, at), parted });
            parted = false;
        }
        parted |= dash || matches!(c, ',' | '(' | ')');
        start = at + c.len_utf8();
    }
    out
}

pub fn is_number(token: &Token) -> bool {
    let text = token.text.trim_end_matches('.');
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=5).contains(&digits)
        && text.len() <= 10
        && text[digits..].chars().all(|c| c.is_ascii_alphanumeric() || "/-–.".contains(c))
        && text[digits..].chars().filter(|c| c.is_alphabetic()).count() <= 4
}

/// "3º", "2.º", "B", "4B", "1.": what may follow the word for a flat, or a number.
pub fn is_flat_part(token: &Token) -> bool {
    let text = token.text.trim_end_matches('.');
    FLAT_WORDS.contains(&token.lower.as_str())
        || text.starts_with('#')
        || text.contains(['º', 'ª', '°'])
        || (text.chars().count() == 1 && text.chars().all(char::is_alphabetic))
        || (text.chars().count() <= 4 && text.starts_with(|c: char| c.is_ascii_digit()))
}

pub fn capital(token: &Token) -> bool {
    token.text.starts_with(|c: char| c.is_uppercase() || c == '\'' || c == '’')
        && token.text.chars().any(char::is_alphabetic)
}

pub fn small(token: &Token) -> bool {
    SMALL.contains(&token.lower.as_str())
}
