//! The words of a file, compared with those that were approved.

use super::{Check, check};
use crate::export::composition::split_marker;
use crate::export::paragraph;
use crate::export::shaping::is_invisible;
use crate::extract::Document;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// Words longer than any line may be broken over lines.
const BREAKABLE: usize = 40;

/// The words of a document in reading order, without bullets, which a
/// template draws in its own way; of ours also without the page numbers.
pub(super) fn words(document: &Document, ours: bool) -> Vec<String> {
    let count = document.pages.len();
    let mut words = Vec::new();
    for (page, inside) in document.pages.iter().enumerate() {
        let number = format!("{}/{count}", page + 1);
        let lines: Vec<_> = inside.blocks.iter().flat_map(|block| &block.lines).collect();
        // The number is the last line of its page, or alone in its margin.
        let number_line = lines.iter().rposition(|line| ours && count > 1 && line.text().trim() == number);
        for (at, line) in lines.iter().enumerate() {
            if Some(at) == number_line {
                continue;
            }
            let text = line.text();
            // What we write as bullets are these two; anything else that looks
            // like one in our file is a word.
            let bullet = line.bullet && (!ours || text.starts_with(['•', '-']));
            let body = match split_marker(&text) {
                Some((marker, rest)) if bullet && marker == "•" => rest,
                _ => text.as_str(),
            };
            words.extend(paragraph::words(body).map(normal).filter(|word| !word.is_empty()));
        }
    }
    words
}

/// The same word, however its accents, ligatures and hyphens are encoded.
pub(super) fn normal(word: &str) -> String {
    if word.as_bytes().iter().all(u8::is_ascii_graphic) || word.chars().all(is_settled) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    for character in word.nfc().filter(|&c| !is_invisible(c)) {
        match character {
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => out.push_str("st"),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            other => out.push(other),
        }
    }
    out.nfc().collect()
}

/// Seen, the same in every normal form, and nothing that is written otherwise
/// below: ASCII, Latin letters, dashes and quotes.
fn is_settled(character: char) -> bool {
    matches!(character, '!'..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{2012}'..='\u{2027}')
}

pub(super) fn words_check(approved: &[String], read: &[String]) -> Check {
    let total = approved.len();
    let joined = rejoined(approved, read);
    if joined.as_slice() == approved {
        return check("words", true, format!("{total} of {total} words, in order."));
    }
    let kept: usize = similar::capture_diff_slices(similar::Algorithm::Myers, approved, &joined)
        .iter()
        .filter_map(|op| match op {
            similar::DiffOp::Equal { len, .. } => Some(*len),
            _ => None,
        })
        .sum();
    let at = approved.iter().zip(&joined).take_while(|(a, b)| a == b).count();
    let place = match approved.get(at) {
        Some(word) => format!("the first difference is at \u{201C}{word}\u{201D}"),
        None => "words were added at the end".to_owned(),
    };
    check("words", false, format!("{kept} of {total} words, in order; {place}."))
}

/// JSON Resume has its own order, and no place for what is in no field.
pub(super) fn kept_check(approved: &[String], read: &[String]) -> Check {
    let (kept, total) = kept(approved, read);
    let rest = if kept == total { "" } else { "; JSON Resume has no place for the others" };
    check("words", kept == total, format!("{kept} of {total} words{rest}."))
}

/// How many of the words are there, in whatever order, and of how many.
pub(super) fn kept(approved: &[String], read: &[String]) -> (usize, usize) {
    let mut left: FxHashMap<String, usize> = FxHashMap::default();
    for word in read {
        *left.entry(bare(word)).or_default() += 1;
    }
    let (mut kept, mut total) = (0, 0);
    for word in approved.iter().map(|word| bare(word)).filter(|word| !word.is_empty()) {
        total += 1;
        if let Some(count) = left.get_mut(&word).filter(|count| **count > 0) {
            *count -= 1;
            kept += 1;
        }
    }
    (kept, total)
}

/// A word without the signs around it, in lower case.
fn bare(word: &str) -> String {
    if !word.is_ascii() {
        return word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    }
    let bytes = word.as_bytes();
    let (mut start, mut end) = (0, bytes.len());
    while start < end && !bytes[start].is_ascii_alphanumeric() {
        start += 1;
    }
    while start < end && !bytes[end - 1].is_ascii_alphanumeric() {
        end -= 1;
    }
    word[start..end].to_ascii_lowercase()
}

/// The words read, with very long ones put together again.
fn rejoined(approved: &[String], read: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(read.len());
    let mut at = 0;
    while at < read.len() {
        let word = &read[at];
        let whole = approved.get(out.len()).filter(|whole| {
            whole.chars().count() > BREAKABLE && *whole != word && whole.starts_with(word.as_str())
        });
        let taken = whole.and_then(|whole| {
            let mut length = 0;
            read[at..]
                .iter()
                .position(|part| {
                    length += part.len();
                    length >= whole.len()
                })
                .map(|last| at + last + 1)
                .filter(|&end| read[at..end].concat() == **whole)
        });
        match taken {
            Some(end) => {
                out.push(read[at..end].concat());
                at = end;
            }
            None => {
                out.push(word.clone());
                at += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_settled_is_normal_already() {
        let mut seen = 0;
        for character in ('\0'..='\u{3000}').filter(|&c| is_settled(c)) {
            let nfc: Vec<char> = [character].into_iter().nfc().collect();
            assert_eq!(nfc, [character]);
            assert!(!is_invisible(character) && !matches!(character, '\u{2010}' | '\u{2011}'));
            seen += 1;
        }
        assert!(seen > 600);
        assert_eq!(normal("e\u{301}te\u{AD}\u{2011}\u{FB01}n"), "\u{E9}te-fin");
        assert_eq!(normal("\u{E9}t\u{E9}"), "\u{E9}t\u{E9}");
    }

    #[test]
    fn words_are_compared_without_the_signs_around_them() {
        for (word, expected) in [
            ("(Rust,", "rust"),
            ("--", ""),
            ("", ""),
            ("C++", "c"),
            ("\u{201C}\u{C9}t\u{E9}\u{201D}", "\u{E9}t\u{E9}"),
        ] {
            assert_eq!(bare(word), expected);
        }
    }
}
