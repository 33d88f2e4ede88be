//! Which way text runs: levels by Unicode's bidi algorithm (UAX 9), and the
//! order in which a line's parts are seen.

use crate::export::block::Piece;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// The levels of a paragraph, by the byte of its text.
pub(super) struct Levels {
    pub base: u8,
    /// Empty where all runs from left to right.
    levels: Vec<u8>,
}

impl Levels {
    /// `rtl`: the document as a whole is read from the right.
    pub fn of(pieces: &[Piece], rtl: bool) -> Self {
        // Hebrew begins there.
        let turns =
            |c| c >= '\u{590}' && matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN);
        if !rtl && !pieces.iter().any(|piece| !piece.text.is_ascii() && piece.text.chars().any(turns)) {
            return Self { base: 0, levels: Vec::new() };
        }
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let parted = if rtl { part_numbers(&text) } else { text.clone() };
        let info = BidiInfo::new(&parted, rtl.then(Level::rtl));
        let base = info.paragraphs.first().map_or(u8::from(rtl), |paragraph| paragraph.level.number());
        let mut levels: Vec<u8> = info.levels.iter().map(|level| level.number()).collect();
        keep_brackets(&text, &mut levels);
        Self { base, levels }
    }

    /// Whether all of it runs from left to right.
    pub fn is_plain(&self) -> bool {
        self.levels.is_empty()
    }

    /// A token that starts at a byte of the paragraph, cut where its level
    /// changes.
    pub fn split<'t>(&self, token: &'t str, start: usize) -> Vec<(&'t str, u8)> {
        let level = |at: usize| self.levels.get(start + at).copied().unwrap_or(self.base);
        let mut parts = Vec::new();
        let mut from = 0;
        for (at, _) in token.char_indices().skip(1) {
            if level(at) != level(from) {
                parts.push((&token[from..at], level(from)));
                from = at;
            }
        }
        parts.push((&token[from..], level(from)));
        parts
    }
}

/// A number behind a dividing sign does not run on with the Latin word before
/// the sign: in `a@b.il | 054` the eye meets the address first. For that a
/// letter from the right stands in for the sign, byte for byte.
fn part_numbers(text: &str) -> String {
    let mut out = text.to_owned();
    for divider in [" | ", " · ", " • ", " / ", " – ", " — ", " - "] {
        for (at, _) in text.match_indices(divider) {
            let next = text[at + divider.len()..].split_whitespace().next().unwrap_or_default();
            if next.starts_with(|c: char| c.is_ascii_digit()) && !next.contains(char::is_alphabetic) {
                let letter = format!("\u{5D0}{}", " ".repeat(divider.len() - 2));
                out.replace_range(at..at + divider.len(), &letter);
            }
        }
    }
    out
}

/// Brackets around words from the left run with them: it looks the same, and
/// readers keep them together.
fn keep_brackets(text: &str, levels: &mut [u8]) {
    for (open, _) in text.match_indices('(') {
        let Some(inside) = text[open + 1..].find([')', '(']) else { continue };
        let close = open + 1 + inside;
        let Some(&level) = levels.get(open + 1).filter(|level| *level % 2 == 0) else { continue };
        if text[close..].starts_with(')') && levels[open + 1..close].iter().all(|&inner| inner == level) {
            levels[open] = level;
            levels[close] = level;
        }
    }
}

/// Whether more of a text's letters are read from the right than from the left.
pub(crate) fn is_mostly_right_to_left(texts: impl Iterator<Item = impl AsRef<str>>) -> bool {
    let (mut right, mut left) = (0_usize, 0_usize);
    for text in texts {
        for character in text.as_ref().chars() {
            if character.is_ascii() {
                left += usize::from(character.is_ascii_alphabetic());
                continue;
            }
            match bidi_class(character) {
                BidiClass::R | BidiClass::AL => right += 1,
                BidiClass::L => left += 1,
                _ => {}
            }
        }
    }
    right > left
}

pub(super) fn is_right_to_left(level: u8) -> bool {
    level % 2 == 1
}

/// The parts of a line from left to right (UAX 9, L1 and L2); those from
/// `content` on are the spaces at its end.
pub(super) fn visual_order(mut levels: Vec<u8>, content: usize, base: u8) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    levels[content..].fill(base);
    let highest = levels.iter().copied().max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut at = 0;
        while at < order.len() {
            let run = order[at..].iter().take_while(|&&part| levels[part] >= level).count();
            order[at..at + run].reverse();
            at += run.max(1);
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_behind_a_sign_does_not_run_on() {
        let levels = Levels::of(&[Piece::plain("a@b.il | 054 \u{5D0}")], true);
        assert_eq!(levels.split("a@b.il", 0), [("a@b.il", 2)]);
        assert_eq!(levels.split("|", 7), [("|", 1)]);
        assert_eq!(levels.split("054", 9), [("054", 2)]);
    }

    #[test]
    fn parts_are_seen_from_left_to_right() {
        assert_eq!(visual_order(vec![0, 0, 0], 3, 0), [0, 1, 2]);
        // Three words read from the right, a number of two parts among them.
        assert_eq!(visual_order(vec![1, 1, 2, 2, 1], 5, 1), [4, 2, 3, 1, 0]);
        // The space at the end goes to the side on which the line ends.
        assert_eq!(visual_order(vec![1, 1, 2], 2, 1), [2, 1, 0]);
        assert_eq!(visual_order(vec![0, 1, 1, 1], 3, 0), [0, 2, 1, 3]);
    }
}
