//! Where one word ends and the next begins.
//!
//! Some producers print blanks, some only move on. Without blanks the gaps
//! decide, measured against the usual gap between letters of the same line,
//! so that spaced-out headings and tight print are both cut right.

use super::units::Unit;

/// Beyond the usual gap between letters, in ems.
const WORD_GAP: f64 = 0.13;
/// The same on pages that print their blanks.
const WIDE_WORD_GAP: f64 = 0.28;
/// The same between two characters of a script without blanks.
const IDEOGRAPH_GAP: f64 = 0.22;
/// The same where such a script meets another: layout programs add a little
/// there that nobody typed.
const MIXED_GAP: f64 = 0.33;

/// Whether a page prints the blanks between its words; then a gap without one
/// is seldom the end of a word.
pub(super) fn prints_blanks(units: &[&Unit<'_>]) -> bool {
    let blanks = units.iter().filter(|unit| unit.blank).count();
    units.len() > 100 && blanks * 100 > units.len() * 9
}

/// The words of a segment.
pub(super) struct Words<'u, 'i> {
    /// The units without the blanks, from left to right.
    pub units: Vec<&'u Unit<'i>>,
    pub words: Vec<Word>,
    /// Its letters were spaced out and have been joined.
    pub letter_spaced: bool,
}

/// The places of its first unit and of the one behind its last.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub start: usize,
    pub end: usize,
    pub space_before: bool,
}

/// Cuts the units of a segment, which are sorted from left to right.
pub(super) fn words<'u, 'i>(
    units: &[&'u Unit<'i>],
    prints_blanks: bool,
    right_to_left: bool,
) -> Words<'u, 'i> {
    if right_to_left {
        return words_of(&uncovered(units), prints_blanks);
    }
    words_of(units, prints_blanks)
}

fn words_of<'u, 'i>(units: &[&'u Unit<'i>], prints_blanks: bool) -> Words<'u, 'i> {
    let word_gap = if prints_blanks { WIDE_WORD_GAP } else { WORD_GAP };
    let usual = usual_gap(units);
    let spaced_out = usual > 0.08;
    let mut inked: Vec<&'u Unit<'i>> = Vec::with_capacity(units.len());
    let mut words: Vec<Word> = Vec::with_capacity(units.len() / 4 + 1);
    let mut blank = false;
    let mut reach = f64::MIN;
    let mut previous: Option<&Unit<'_>> = None;
    for unit in units.iter().copied() {
        if unit.blank {
            blank = true;
            continue;
        }
        let parts = match previous {
            None => true,
            Some(before) => {
                let em = if unit.size > before.size { unit.size } else { before.size };
                let gap = (unit.x - reach) / em;
                let limit = limit(before.facts.last, unit, word_gap, prints_blanks, spaced_out);
                // A printed blank of no width is a trick of layout programs.
                (blank && gap > -0.3 && (!spaced_out || gap > usual * 1.5)) || gap > usual + limit
            }
        };
        let place = inked.len();
        match words.last_mut().filter(|_| !parts) {
            Some(word) => word.end = place + 1,
            None => words.push(Word { start: place, end: place + 1, space_before: previous.is_some() }),
        }
        previous = Some(unit);
        reach = if unit.end > reach { unit.end } else { reach };
        blank = false;
        inked.push(unit);
    }
    let joined = join_single_letters(&mut words, &inked);
    part_after_years(&mut words, &inked);
    Words { units: inked, words, letter_spaced: spaced_out || joined }
}

/// The gap that ends a word between a character and the unit behind it.
fn limit(last: char, unit: &Unit<'_>, word_gap: f64, prints_blanks: bool, spaced_out: bool) -> f64 {
    let first = unit.facts.first;
    // Latin letters, as nearly all are, have no such rules.
    if !(last.is_ascii() && first.is_ascii()) {
        match (is_east_asian(last), is_east_asian(first)) {
            (true, true) if is_ideograph(last) && is_ideograph(first) => return IDEOGRAPH_GAP,
            (true, false) | (false, true) if prints_blanks => return MIXED_GAP,
            _ => {}
        }
    }
    if matches!(first, '.' | ',' | ';' | ':' | ')') && !spaced_out {
        return word_gap + 0.05;
    }
    // `2025Clerk`: no blank, but a tab that happened to be short.
    let tab = first.is_uppercase() && (last.is_ascii_digit() || last.is_lowercase());
    if tab { WORD_GAP } else { word_gap }
}

/// `Oct 2023Clerk`: a date that fills its column to the edge of the next one.
fn part_after_years(words: &mut Vec<Word>, inked: &[&Unit<'_>]) {
    let mut at = 0;
    while let Some(word) = words.get_mut(at) {
        at += 1;
        let (start, end) = (word.start, word.end);
        if end - start > 6 && follows_year(inked.get(start..end).unwrap_or_default()) {
            word.end = start + 4;
            words.insert(at, Word { start: start + 4, end, space_before: true });
        }
    }
}

/// A year, then a capital and a small letter.
fn follows_year(units: &[&Unit<'_>]) -> bool {
    let letter = |at: usize| units.get(at).map_or(' ', |unit| unit.facts.first);
    let century = matches!((letter(0), letter(1)), ('1', '9') | ('2', '0'));
    let single = units.iter().take(4).all(|unit| unit.text.len() == 1);
    century
        && single
        && (2..4).all(|at| letter(at).is_ascii_digit())
        && letter(4).is_uppercase()
        && letter(5).is_lowercase()
}

/// Some office programs draw the blanks between numbers among right-to-left
/// text a second time, on top of the digits: the units without those.
fn uncovered<'u, 'i>(units: &[&'u Unit<'i>]) -> Vec<&'u Unit<'i>> {
    let printed: Vec<(f64, f64)> =
        units.iter().filter(|unit| !unit.blank).map(|unit| (unit.x, unit.end)).collect();
    let covered = |unit: &Unit<'_>| {
        let (middle, room) = ((unit.x + unit.end) / 2.0, unit.size * 0.1);
        // The units are sorted: only the last ones that start before it matter.
        let before = printed.partition_point(|(left, _)| left + room < middle);
        let near = printed.get(before.saturating_sub(3)..before).unwrap_or_default();
        unit.blank && near.iter().any(|(_, right)| middle < right - room)
    };
    units.iter().copied().filter(|unit| !covered(unit)).collect()
}

/// The gap between letters that most pairs have, in ems; 0 when there are too
/// few letters to tell.
fn usual_gap(units: &[&Unit<'_>]) -> f64 {
    let mut gaps: Vec<f64> = Vec::with_capacity(units.len());
    let mut letters = 0;
    let mut before: Option<&Unit<'_>> = None;
    for unit in units.iter().copied() {
        // Dots that lead to a number are spaced out too: only letters count.
        if !unit.facts.letter {
            before = None;
            continue;
        }
        letters += 1;
        if let Some(before) = before {
            gaps.push((unit.x - before.end) / if unit.size > before.size { unit.size } else { before.size });
        }
        before = Some(unit);
    }
    gaps.sort_by(f64::total_cmp);
    let even = match (gaps.first(), gaps.last()) {
        (Some(first), Some(last)) => gaps.len() >= 3 && *first > 0.1 && last - first < 0.06,
        _ => false,
    };
    if (gaps.len() < 4 && !even) || gaps.len() * 2 < letters {
        return 0.0;
    }
    let at = |share: usize| gaps.get(gaps.len() * share / 10).copied().unwrap_or(0.0);
    let median = at(5);
    // Spaced-out print has nearly the same gap everywhere; a line of single
    // letters and words has not.
    if median > 0.0 && (at(1) < median * 0.5 || at(1) < 0.05) { 0.0 } else { median.clamp(-0.1, 1.0) }
}

/// `E D U C A T I O N`, typed with blanks, is one word to a person.
fn join_single_letters(words: &mut Vec<Word>, units: &[&Unit<'_>]) -> bool {
    let unit = |at: usize| units.get(at);
    let single = |word: &Word| {
        word.end == word.start + 1
            && unit(word.start).is_some_and(|unit| {
                let first = unit.facts.first;
                unit.text.len() == first.len_utf8() && (first.is_uppercase() || first == '&')
            })
    };
    if words.len() < 5 || !words.iter().all(single) {
        return false;
    }
    let gap = |a: &Word, b: &Word| Some(unit(b.start)?.x - unit(a.end.checked_sub(1)?)?.end);
    let mut gaps: Vec<f64> = words.windows(2).filter_map(|pair| gap(pair.first()?, pair.last()?)).collect();
    gaps.sort_by(f64::total_cmp);
    let usual = gaps.get(gaps.len() / 3).copied().unwrap_or(0.0);
    let mut joined: Vec<Word> = Vec::new();
    for word in words.drain(..) {
        let wide = joined.last().and_then(|last| gap(last, &word)).is_none_or(|gap| gap > usual * 1.6);
        match joined.last_mut() {
            Some(last) if !wide => last.end = word.end,
            _ => joined.push(word),
        }
    }
    *words = joined;
    true
}

fn is_east_asian(c: char) -> bool {
    is_ideograph(c) || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7FF}')
}

/// Scripts that are written without blanks between words.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{312F}' | '\u{3190}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}' | '\u{E00}'..='\u{E7F}')
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::units::Facts;
    use super::{Unit, words};

    pub(in super::super) fn unit(text: &str, x: f64, end: f64) -> Unit<'_> {
        Unit {
            text: text.into(),
            facts: Facts::of(text),
            x,
            end,
            y: 0.0,
            size: 12.0,
            weight: 400,
            italic: false,
            color: [0; 3],
            hidden: None,
            running: false,
            rank: None,
            order: 0,
            blank: text == " ",
        }
    }

    #[test]
    fn a_title_that_touches_a_year_is_a_word() {
        let letters: Vec<String> = "2023Clerk 2019B 4000Volt".chars().map(String::from).collect();
        let at = |place: usize| place as f64 * 6.0;
        let units: Vec<Unit<'_>> =
            letters.iter().enumerate().map(|(place, c)| unit(c, at(place), at(place + 1))).collect();
        let units: Vec<&Unit<'_>> = units.iter().collect();
        let found = words(&units, true, false);
        let text = |word: &super::Word| -> String {
            found.units[word.start..word.end].iter().map(|unit| &*unit.text).collect()
        };
        assert_eq!(found.words.iter().map(text).collect::<Vec<_>>(), ["2023", "Clerk", "2019B", "4000Volt"]);
    }

    #[test]
    fn blanks_drawn_on_top_of_digits_part_nothing() {
        let units = [
            unit("2", 0.0, 6.6),
            unit(" ", 0.0, 3.1),
            unit("1", 6.6, 13.2),
            unit("2", 13.2, 19.8),
            unit(" ", 16.8, 19.9),
            unit(" ", 19.9, 23.0),
            unit("5", 23.0, 29.6),
        ];
        let texts = |right_to_left: bool| -> Vec<String> {
            let units: Vec<&Unit<'_>> = units.iter().collect();
            let found = words(&units, true, right_to_left);
            let text = |word: &super::Word| {
                found.units[word.start..word.end].iter().map(|unit| &*unit.text).collect()
            };
            found.words.iter().map(text).collect()
        };
        assert_eq!(texts(true), ["212", "5"]);
        assert_ne!(texts(false), texts(true));
    }
}
