//! A text cut where its lines may break.

/// Words and the white space between them.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (token, after) = rest.split_at(token_end(rest)?);
        rest = after;
        Some(token)
    })
}

/// The words alone.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    tokens(text).filter(|token| !is_blank(token))
}

/// Whether a token is white space.
pub(super) fn is_blank(token: &str) -> bool {
    match token.as_bytes().first() {
        Some(byte) if byte.is_ascii() => matches!(byte, b'\t'..=b'\r' | b' '),
        _ => token.starts_with(char::is_whitespace),
    }
}

/// Where the first token of a text ends.
fn token_end(text: &str) -> Option<usize> {
    let space = text.chars().next()?.is_whitespace();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii() {
            if matches!(byte, b'\t'..=b'\r' | b' ') != space {
                return Some(at);
            }
            at += 1;
        } else {
            let character = text[at..].chars().next()?;
            if character.is_whitespace() != space {
                return Some(at);
            }
            at += character.len_utf8();
        }
    }
    Some(at)
}

pub(super) fn is_wide(character: char) -> bool {
    character >= '\u{2E80}'
}

/// Scripts without spaces break between characters, as far as Unicode's rules
/// allow; all others only at spaces, so that every word reads back whole.
pub(super) fn split_ideographs(token: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in unicode_linebreak::linebreaks(token) {
        let wide = |c: Option<char>| c.is_some_and(is_wide);
        if at == token.len() || wide(token[..at].chars().next_back()) || wide(token[at..].chars().next()) {
            parts.push(&token[start..at]);
            start = at;
        }
    }
    parts
}
