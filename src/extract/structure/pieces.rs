//! A line cut where its style changes or a gap is too wide for a space.

use super::fold::is_cjk;
use super::glyphs::{is_bullet, is_icon};
use crate::extract::Word;

/// Words of a line that are compared with each other; more are a trick.
const LONG_LINE: usize = 200;

/// Body text of one style between wide gaps.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) style: Style,
    /// A gap too wide for a space is before it.
    pub(super) after_gap: bool,
    pub(super) x: f32,
    pub(super) right: f32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) color: [u8; 3],
}

pub(super) fn needs_space(left: &str, right: &str) -> bool {
    let closes = |character: char| ",.;:)]}".contains(character);
    match (left.chars().next_back(), right.chars().next()) {
        (Some(a), Some(b)) => !((is_cjk(a) && is_cjk(b)) || closes(b)),
        _ => false,
    }
}

pub(super) fn pieces(words: &[&Word], bullet: &mut bool) -> Vec<Piece> {
    let spaced_out = is_letter_spaced(words);
    let narrow = narrow_gap(words);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut right = f32::MAX;
    for (number, word) in words.iter().enumerate() {
        let mut text: String = word.text.chars().filter(|character| !is_icon(*character)).collect();
        if number == 0
            && let Some(rest) = text.strip_prefix(|character: char| {
                is_bullet(character) && !matches!(character, '-' | '*' | '–' | '—')
            })
            && rest.chars().next().is_some_and(char::is_alphanumeric)
        {
            *bullet = true;
            text = rest.to_owned();
        }
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let style =
            Style { size: word.size, bold: word.weight >= 600, italic: word.italic, color: word.color };
        let before = number.checked_sub(1).and_then(|before| words.get(before));
        let gap = match before {
            Some(before) if word.rect.x < before.rect.x && words.len() <= LONG_LINE => {
                leftward_gap(words, before, word)
            }
            _ => word.rect.x - right,
        };
        right = word.rect.x + word.rect.width;
        // Bars and dots between things have room around them.
        let parted = is_sign(text) || pieces.last().is_some_and(|last| last.text.ends_with(['|', '•', '·']));
        let wide = word.size > 0.0
            && !(parted && gap < word.size * 2.5)
            && gap > (word.size * 0.7).max(narrow.min(word.size * 0.4) * 2.2)
            && !spaced_out;
        // Without positions a space is all that parts words of these scripts.
        let long_cjk = |text: &str| text.chars().count() > 1 && text.chars().any(is_cjk);
        let wide = wide
            || word.size == 0.0
                && word.space_before
                && long_cjk(text)
                && pieces.last().is_some_and(|last| {
                    long_cjk(&last.text) && last.text.chars().next_back().is_some_and(is_cjk)
                });
        let space = word.space_before && number > 0;
        match pieces.last_mut() {
            Some(last) if !wide && (same_style(last.style, style) || is_sign(text) || !space) => {
                let tight = if spaced_out { gap < word.size * 0.6 } else { !space };
                let cjk = last.text.chars().next_back().is_some_and(is_cjk)
                    && text.chars().next().is_some_and(is_cjk);
                if !tight && !cjk {
                    last.text.push(' ');
                }
                last.text.push_str(text);
                last.right = right;
            }
            _ => pieces.push(Piece { text: text.to_owned(), style, after_gap: wide, x: word.rect.x, right }),
        }
    }
    pieces
}

pub(super) fn is_sign(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

pub(super) fn same_style(a: Style, b: Style) -> bool {
    // Small capitals are the same words in two sizes.
    a.bold == b.bold
        && a.italic == b.italic
        && a.color == b.color
        && (a.size - b.size).abs() <= a.size.max(b.size) * 0.25
}

/// Where a line goes on to the left, it may go around words that run to the
/// right: the gap is the wider one of those beside either word.
fn leftward_gap(words: &[&Word], before: &Word, word: &Word) -> f32 {
    let ends = |word: &Word| (word.rect.x, word.rect.x + word.rect.width);
    let ((start, _), (_, end)) = (ends(before), ends(word));
    let between = |other: &&&Word| ends(other).0 + 0.1 >= end && ends(other).1 <= start + 0.1;
    let inner = || words.iter().filter(between).map(|other| ends(other));
    let from_before = start - inner().map(|(_, right)| right).fold(end, f32::max);
    let from_word = inner().map(|(left, _)| left).fold(start, f32::min) - end;
    from_before.max(from_word)
}

/// Justified lines have wide spaces all over; a column's gap stands out from them.
pub(super) fn narrow_gap(words: &[&Word]) -> f32 {
    let mut gaps: Vec<f32> = words
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if b.space_before => Some(b.rect.x - a.rect.x - a.rect.width),
            _ => None,
        })
        .collect();
    if gaps.len() < 3 {
        return 0.0;
    }
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 4).copied().unwrap_or(0.0)
}

/// "E X P E R I E N C E": words of one letter all along.
pub(super) fn is_letter_spaced(words: &[&Word]) -> bool {
    let letters = words.iter().filter(|word| {
        word.text.chars().count() == 1 && word.text.chars().all(|c| c.is_alphabetic() && !is_cjk(c))
    });
    words.len() >= 4 && letters.count() * 10 >= words.len() * 8
}
