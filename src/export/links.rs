//! Addresses in a text, made live. The words that are seen are the address.

use super::block::Piece;
use crate::extract::Resume;
use std::rc::Rc;

/// Words of the source with a link behind them whose address is not printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hidden {
    pub words: String,
    pub target: String,
}

/// A piece cut where its addresses, and words with links, begin and end.
pub(crate) fn linked(piece: &Piece, resume: &Resume, hidden: &[Hidden]) -> Vec<Piece> {
    let text = piece.text.as_str();
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    for (start, token) in tokens(text) {
        if let Some((from, to, target)) = address(token) {
            found.push((start + from, start + to, target));
        }
    }
    for phone in &resume.phones {
        let written = phone.value.trim();
        // Most texts have no digit at all.
        let digits = |text: &str| text.as_bytes().iter().any(u8::is_ascii_digit);
        if digits(written)
            && digits(text)
            && let Some(start) = text.find(written)
        {
            found.push((start, start + written.len(), telephone(written)));
        }
    }
    for link in hidden.iter().filter(|link| is_outward(&link.target)) {
        if let Some(start) = text.find(&link.words) {
            let end = start + link.words.len();
            if found.iter().all(|&(from, to, _)| end <= from || to <= start) {
                found.push((start, end, link.target.clone()));
            }
        }
    }
    found.sort();
    let mut pieces = Vec::new();
    let mut at = 0;
    for (start, end, target) in found {
        if start < at {
            continue;
        }
        if at < start {
            pieces.push(Piece { text: text[at..start].to_owned(), ..piece.clone() });
        }
        pieces.push(Piece {
            text: text[start..end].to_owned(),
            link: Some(Rc::from(target.as_str())),
            ..piece.clone()
        });
        at = end;
    }
    if at < text.len() {
        pieces.push(Piece { text: text[at..].to_owned(), ..piece.clone() });
    }
    pieces
}

/// Every address that a text shows, as the targets its links get.
pub(crate) fn targets(pieces: &[Piece]) -> impl Iterator<Item = &Rc<str>> {
    pieces.iter().filter_map(|piece| piece.link.as_ref())
}

/// Only what people open from a CV; never a script or a local file.
fn is_outward(target: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| target.starts_with(scheme))
}

fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = Some(0);
    std::iter::from_fn(move || {
        let start = at?;
        let (end, next) = token_end(text, start);
        at = next;
        Some((start, &text[start..end]))
    })
}

/// The end of the token that starts there, and the start of the next one.
fn token_end(text: &str, start: usize) -> (usize, Option<usize>) {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            if matches!(byte, b'\t'..=b'\r' | b' ' | b'|' | b',' | b';' | b'<' | b'>' | b'(' | b')') {
                return (at, Some(at + 1));
            }
            at += 1;
            continue;
        }
        let Some(character) = text[at..].chars().next() else { break };
        let behind = at + character.len_utf8();
        if character.is_whitespace() || matches!(character, '·' | '•') {
            return (at, Some(behind));
        }
        at = behind;
    }
    (at, None)
}

/// The address in a token: where it starts and ends, and its target.
fn address(token: &str) -> Option<(usize, usize, String)> {
    let trimmed =
        token.as_bytes().iter().rposition(|byte| !matches!(byte, b'.' | b':' | b'"' | b'\'' | b']'));
    let end = trimmed.map_or(0, |last| last + 1);
    // Without one of these there is no address.
    if !token.is_ascii() || !token.as_bytes()[..end].iter().any(|byte| matches!(byte, b'@' | b'/' | b'.')) {
        return None;
    }
    let label = token.find("://").map_or_else(
        || token[..end].find(':').map_or(0, |colon| colon + 1),
        |scheme| token[..scheme].rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + 1),
    );
    let start = if token[label..].starts_with("//") || token[label..end].is_empty() { 0 } else { label };
    let bare = token.get(start..end)?;
    if bare.starts_with("https://") || bare.starts_with("http://") {
        return (bare.len() > 10).then(|| (start, end, bare.to_owned()));
    }
    if let Some((local, domain)) = bare.split_once('@') {
        let fine = !local.is_empty() && is_domain(domain) && !domain.contains('@');
        return fine.then(|| (start, end, format!("mailto:{bare}")));
    }
    let (domain, path) = bare.split_once('/').unwrap_or((bare, ""));
    let known = bare.starts_with("www.") || !path.is_empty() || known_host(domain);
    (known && is_domain(domain)).then(|| (start, end, format!("https://{bare}")))
}

/// Hosts that people write without a path: their own pages.
fn known_host(domain: &str) -> bool {
    let lower = domain.to_ascii_lowercase();
    [".github.io", ".gitlab.io", ".me", ".dev", ".page"].iter().any(|ending| lower.ends_with(ending))
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let named = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    labels.len() >= 2
        && labels.iter().all(named)
        && labels.last().is_some_and(|top| top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn telephone(written: &str) -> String {
    let mut number = String::from("tel:");
    // "(0)" is dialled only inside the country.
    for character in written.replace("(0)", "").chars() {
        if character.is_ascii_digit() || (character == '+' && number.len() == 4) {
            number.push(character);
        }
    }
    number
}
