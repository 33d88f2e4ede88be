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
    while let Some(character) = text.get(end..).and_then(first) {
        let start = end;
        end += character.len_utf8();
        if character.is_whitespace() {
            spaced = true;
            continue;
        }
        let digit = character.is_ascii_digit() || matches!(character, '０'..='９');
        let kind = if digit {
            Kind::Number
        } else if character.is_alphabetic() {
            Kind::Word
        } else {
            Kind::Sign(if is_dash(character) { '-' } else { character })
        };
        let joins =
            !spaced && kind != Kind::Sign('-') && !matches!(kind, Kind::Sign(_)) && !is_cjk_letter(character);
        match tokens.last_mut() {
            Some(last) if joins && last.kind == kind && last.end == start && !whole => {
                last.end = end;
            }
            _ => tokens.push(Token { start, end, word: Cow::Borrowed(""), kind, spaced }),
        }
        whole = is_cjk_letter(character);
        spaced = false;
    }
    for token in &mut tokens {
        let written = text.get(token.start..token.end).unwrap_or_default();
        let folded = written.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        token.word = if folded { Cow::Borrowed(written) } else { Cow::Owned(fold(written)) };
    }
    tokens
}

/// The first character of a text, of ASCII in one step.
fn first(text: &str) -> Option<char> {
    match text.as_bytes().first() {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.chars().next(),
    }
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
