//! Right-to-left text: on the page it is in the order of the eye, in a
//! document in the order of speech.

use super::segments::Piece;
use super::units::Unit;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// The text of a word whose units are sorted from left to right.
pub(super) fn word(units: &[&Unit]) -> String {
    let visual: String = units.iter().map(|unit| unit.text.as_str()).collect();
    if !visual.chars().any(is_right_to_left) {
        return visual;
    }
    // One character a unit stands for all of it, so that ligatures and marks
    // are not torn apart.
    let heads: Vec<char> = units.iter().filter_map(|unit| unit.text.chars().next()).collect();
    let line: String = heads.iter().collect();
    let info = BidiInfo::new(&line, Some(Level::rtl()));
    let levels: Vec<Level> =
        line.char_indices().map(|(at, _)| info.levels.get(at).copied().unwrap_or(Level::rtl())).collect();
    let order = BidiInfo::reorder_visual(&levels);
    order.iter().filter_map(|&index| units.get(index)).map(|unit| unit.text.as_str()).collect()
}

/// Puts the words of a line, sorted from left to right, in the order of speech.
pub(super) fn line(words: Vec<Piece>, page_is_right_to_left: bool) -> Vec<Piece> {
    if !words.iter().any(|word| word.text.chars().any(is_right_to_left)) {
        return if page_is_right_to_left { numbers(words) } else { words };
    }
    let mut kinds: Vec<Kind> = words.iter().map(|word| Kind::of(&word.text)).collect();
    // Numbers behind Latin words run on with them.
    let mut last = Kind::Neutral;
    for kind in &mut kinds {
        match kind {
            Kind::Number if last == Kind::LeftToRight => *kind = Kind::LeftToRight,
            Kind::Neutral => {}
            _ => last = *kind,
        }
    }
    let count = |kind: Kind| -> usize {
        words.iter().zip(&kinds).filter(|(_, k)| **k == kind).map(|(word, _)| word.text.chars().count()).sum()
    };
    let rtl = page_is_right_to_left || count(Kind::RightToLeft) >= count(Kind::LeftToRight);
    let (same, other) = if rtl { (1, 2) } else { (0, 1) };
    let opposite = if rtl { Kind::LeftToRight } else { Kind::RightToLeft };
    let level = |index: usize| -> u8 {
        let strong = |range: &mut dyn Iterator<Item = usize>| {
            range.filter_map(|at| kinds.get(at)).find(|kind| **kind != Kind::Neutral).copied()
        };
        match kinds.get(index) {
            Some(Kind::Neutral) => {
                let (before, after) = (strong(&mut (0..index).rev()), strong(&mut (index + 1..kinds.len())));
                if before == Some(opposite) && after == Some(opposite) { other } else { same }
            }
            Some(kind) if *kind == opposite => other,
            Some(Kind::Number) if rtl => other,
            _ => same,
        }
    };
    let levels: Vec<Level> =
        (0..words.len()).map(|index| Level::new(level(index)).unwrap_or(Level::ltr())).collect();
    let mut slots: Vec<Option<Piece>> = words
        .into_iter()
        .map(|mut word| {
            if rtl && Kind::of(&word.text) == Kind::LeftToRight {
                // The mark that ends a part of the sentence is on its left.
                let rest = word.text.trim_start_matches(['.', ',', ';', ':', '!', '?']);
                let marks = word.text.len() - rest.len();
                word.text = format!("{rest}{}", &word.text[..marks]);
            }
            Some(word)
        })
        .collect();
    let mut ordered: Vec<Piece> = BidiInfo::reorder_visual(&levels)
        .into_iter()
        .filter_map(|index| slots.get_mut(index).and_then(Option::take))
        .collect();
    // Which blank belongs to which word changed sides.
    for (index, word) in ordered.iter_mut().enumerate() {
        word.space_before = index > 0;
    }
    ordered
}

/// A line of numbers alone on a page from right to left was turned around by
/// most programs, but not by all: years count up, and a plus comes first.
fn numbers(mut words: Vec<Piece>) -> Vec<Piece> {
    if words.iter().any(|word| word.text.chars().any(char::is_alphabetic)) {
        return words;
    }
    let ends_with_plus = words.last().is_some_and(|word| word.text.ends_with('+') && word.text.len() > 1);
    let years: Vec<u32> = words
        .iter()
        .flat_map(|word| word.text.split(|c: char| !c.is_ascii_digit()))
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let counts_down = matches!(years.as_slice(), [first, last] if first > last);
    if !ends_with_plus && !counts_down {
        return words;
    }
    words.reverse();
    for (index, word) in words.iter_mut().enumerate() {
        word.space_before = index > 0;
        if let Some(rest) = word.text.strip_suffix('+').filter(|rest| !rest.is_empty()) {
            word.text = format!("+{rest}");
        }
    }
    words
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    LeftToRight,
    RightToLeft,
    Number,
    Neutral,
}

impl Kind {
    fn of(text: &str) -> Self {
        let mut kind = Self::Neutral;
        for c in text.chars() {
            match bidi_class(c) {
                BidiClass::L => return Self::LeftToRight,
                BidiClass::R | BidiClass::AL => return Self::RightToLeft,
                BidiClass::EN | BidiClass::AN => kind = Self::Number,
                _ => {}
            }
        }
        kind
    }
}
