//! A line cut into numbers, words and signs, for the reading of dates.

use super::fold::{fold, is_cjk, is_dash};
use std::borrow::Cow;

#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Folded.
    pub(super) word: Cow<'t, str>,
    pub(super) kind: Kind,
    /// White space before it.
    pub(super) spaced: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Word,
    Sign(char),
}

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / 4 + 1);
    // The last token is a letter that stands for a word.
    let mut whole = false;
    let mut spaced = true;
    let mut end = 0;
    while let Some(byte) = text.as_bytes().get(end) {
        let start = end;
        // By bytes where they are ASCII: all of a CV goes through here.
        let kind = match byte {
            b'\t'..=b'\r' | b' ' => None,
            b'0'..=b'9' => Some(Kind::Number),
            b'a'..=b'z' | b'A'..=b'Z' => Some(Kind::Word),
            b'-' | b'~' => Some(Kind::Sign('-')),
            0..0x80 => Some(Kind::Sign(char::from(*byte))),
            _ => None,
        };
        let character = match byte.is_ascii() {
            true => char::from(*byte),
            false => text.get(start..).and_then(|rest| rest.chars().next()).unwrap_or(' '),
        };
        end += character.len_utf8();
        let kind = match kind {
            Some(kind) => kind,
            None if byte.is_ascii() || character.is_whitespace() => {
                spaced = true;
                continue;
            }
            None if matches!(character, '０'..='９') => Kind::Number,
            None if character.is_alphabetic() => Kind::Word,
            None => Kind::Sign(if is_dash(character) { '-' } else { character }),
        };
        let joins =
            !spaced && !matches!(kind, Kind::Sign(_)) && (byte.is_ascii() || !is_cjk_letter(character));
        match tokens.last_mut() {
            Some(last) if joins && last.kind == kind && last.end == start && !whole => {
                last.end = end;
            }
            _ => tokens.push(Token { start, end, word: Cow::Borrowed(""), kind, spaced }),
        }
        whole = !byte.is_ascii() && is_cjk_letter(character);
        spaced = false;
    }
    for token in &mut tokens {
        let written = text.get(token.start..token.end).unwrap_or_default();
        let folded = written.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        token.word = if folded { Cow::Borrowed(written) } else { Cow::Owned(fold(written)) };
    }
    tokens
}

/// Hangul is written in words; Han and kana are taken one by one.
pub(super) fn is_cjk_letter(character: char) -> bool {
    is_cjk(character) && character.is_alphabetic()
}

pub(super) fn number(tokens: &[Token], at: usize) -> Option<(u16, usize)> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Number && token.word.len() <= 4)?;
    Some((token.word.parse().ok()?, token.word.len()))
}

pub(super) fn sign(tokens: &[Token], at: usize, signs: &str) -> bool {
    matches!(tokens.get(at).map(|token| token.kind), Some(Kind::Sign(character)) if signs.contains(character))
}

pub(super) fn word<'a>(tokens: &'a [Token<'_>], at: usize) -> &'a str {
    tokens.get(at).filter(|token| token.kind == Kind::Word).map_or("", |token| &*token.word)
}
