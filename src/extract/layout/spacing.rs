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
pub(super) fn prints_blanks(units: &[Unit]) -> bool {
    let blanks = units.iter().filter(|unit| unit.blank).count();
    units.len() > 100 && blanks * 100 > units.len() * 9
}

pub(super) struct Word {
    pub units: Vec<Unit>,
    pub space_before: bool,
}

/// Cuts the units of a segment, which are sorted from left to right. The flag
/// says that its letters were spaced out and have been joined.
pub(super) fn words(mut units: Vec<Unit>, prints_blanks: bool, right_to_left: bool) -> (Vec<Word>, bool) {
    if right_to_left {
        drop_covered(&mut units);
    }
    let word_gap = if prints_blanks { WIDE_WORD_GAP } else { WORD_GAP };
    let usual = usual_gap(&units);
    let spaced_out = usual > 0.08;
    let mut words: Vec<Word> = Vec::new();
    let mut blank = false;
    let mut reach = f64::MIN;
    let mut previous: Option<(char, f64)> = None;
    for unit in units {
        if unit.blank {
            blank = true;
            continue;
        }
        let first = unit.text.chars().next().unwrap_or(' ');
        let parts = match previous {
            None => true,
            Some((last, size)) => {
                let em = size.max(unit.size);
                let gap = (unit.x - reach) / em;
                let limit = match (is_east_asian(last), is_east_asian(first)) {
                    (true, true) if is_ideograph(last) && is_ideograph(first) => IDEOGRAPH_GAP,
                    (true, false) | (false, true) if prints_blanks => MIXED_GAP,
                    _ if unit.text.starts_with(['.', ',', ';', ':', ')']) && !spaced_out => word_gap + 0.05,
                    // `2025Clerk`: no blank, but a tab that happened to be short.
                    _ if first.is_uppercase() && (last.is_ascii_digit() || last.is_lowercase()) => WORD_GAP,
                    _ => word_gap,
                };
                // A printed blank of no width is a trick of layout programs.
                (blank && gap > -0.3 && (!spaced_out || gap > usual * 1.5)) || gap > usual + limit
            }
        };
        if parts {
            words.push(Word { units: Vec::with_capacity(8), space_before: previous.is_some() });
        }
        previous = Some((unit.text.chars().last().unwrap_or(' '), unit.size));
        reach = reach.max(unit.end);
        blank = false;
        if let Some(word) = words.last_mut() {
            word.units.push(unit);
        }
    }
    let joined = join_single_letters(&mut words);
    part_after_years(&mut words);
    (words, spaced_out || joined)
}

/// `Oct 2023Clerk`: a date that fills its column to the edge of the next one.
fn part_after_years(words: &mut Vec<Word>) {
    let mut at = 0;
    while let Some(word) = words.get_mut(at) {
        at += 1;
        if word.units.len() > 6 && follows_year(&word.units) {
            let units = word.units.split_off(4);
            words.insert(at, Word { units, space_before: true });
        }
    }
}

/// A year, then a capital and a small letter.
fn follows_year(units: &[Unit]) -> bool {
    let letter = |at: usize| units.get(at).and_then(|unit| unit.text.chars().next()).unwrap_or(' ');
    let century = matches!((letter(0), letter(1)), ('1', '9') | ('2', '0'));
    let single = units.iter().take(4).all(|unit| unit.text.len() == 1);
    century
        && single
        && (2..4).all(|at| letter(at).is_ascii_digit())
        && letter(4).is_uppercase()
        && letter(5).is_lowercase()
}

/// Some office programs draw the blanks between numbers among right-to-left
/// text a second time, on top of the digits.
fn drop_covered(units: &mut Vec<Unit>) {
    let printed: Vec<(f64, f64)> =
        units.iter().filter(|unit| !unit.blank).map(|unit| (unit.x, unit.end)).collect();
    units.retain(|unit| {
        let (middle, room) = ((unit.x + unit.end) / 2.0, unit.size * 0.1);
        // The units are sorted: only the last ones that start before it matter.
        let before = printed.partition_point(|(left, _)| left + room < middle);
        let near = printed.get(before.saturating_sub(3)..before).unwrap_or_default();
        !unit.blank || !near.iter().any(|(_, right)| middle < right - room)
    });
}

/// The gap between letters that most pairs have, in ems; 0 when there are too
/// few letters to tell.
fn usual_gap(units: &[Unit]) -> f64 {
    let mut gaps: Vec<f64> = units
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if is_letter(a) && is_letter(b) => Some((b.x - a.end) / a.size.max(b.size)),
            _ => None,
        })
        .collect();
    let letters = units.iter().filter(|unit| is_letter(unit)).count();
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

/// Dots that lead to a number are spaced out too.
fn is_letter(unit: &Unit) -> bool {
    unit.text.chars().any(char::is_alphanumeric)
}

/// `E D U C A T I O N`, typed with blanks, is one word to a person.
fn join_single_letters(words: &mut Vec<Word>) -> bool {
    let single = |word: &Word| match word.units.as_slice() {
        [unit] => unit.text.chars().count() == 1 && unit.text.chars().all(|c| c.is_uppercase() || c == '&'),
        _ => false,
    };
    let letters = words.iter().filter(|word| single(word)).count();
    if letters < 5 || letters != words.len() {
        return false;
    }
    let mut gaps: Vec<f64> = words.windows(2).filter_map(gap).collect();
    gaps.sort_by(f64::total_cmp);
    let usual = gaps.get(gaps.len() / 3).copied().unwrap_or(0.0);
    let mut joined: Vec<Word> = Vec::new();
    for word in words.drain(..) {
        let wide =
            joined.last().and_then(|last| gap_between(last, &word)).is_none_or(|gap| gap > usual * 1.6);
        match joined.last_mut() {
            Some(last) if !wide => last.units.extend(word.units),
            _ => joined.push(word),
        }
    }
    *words = joined;
    true
}

fn gap(pair: &[Word]) -> Option<f64> {
    match pair {
        [a, b] => gap_between(a, b),
        _ => None,
    }
}

fn gap_between(a: &Word, b: &Word) -> Option<f64> {
    Some(b.units.first()?.x - a.units.last()?.end)
}

fn is_east_asian(c: char) -> bool {
    is_ideograph(c) || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7FF}')
}

pub(super) fn is_wide(text: &str) -> bool {
    text.chars().any(is_ideograph)
}

/// Scripts that are written without blanks between words.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{312F}' | '\u{3190}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}' | '\u{E00}'..='\u{E7F}')
}

#[cfg(test)]
mod tests {
    use super::{Unit, words};

    fn unit(text: &str, x: f64, end: f64) -> Unit {
        Unit {
            text: text.into(),
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
        let units: Vec<Unit> = "2023Clerk 2019B 4000Volt"
            .chars()
            .enumerate()
            .map(|(at, c)| unit(&c.to_string(), at as f64 * 6.0, at as f64 * 6.0 + 6.0))
            .collect();
        let (words, _) = words(units, true, false);
        let text = |word: &super::Word| word.units.iter().map(|unit| unit.text.as_str()).collect::<String>();
        assert_eq!(words.iter().map(text).collect::<Vec<_>>(), ["2023", "Clerk", "2019B", "4000Volt"]);
    }

    #[test]
    fn blanks_drawn_on_top_of_digits_part_nothing() {
        let units = || {
            vec![
                unit("2", 0.0, 6.6),
                unit(" ", 0.0, 3.1),
                unit("1", 6.6, 13.2),
                unit("2", 13.2, 19.8),
                unit(" ", 16.8, 19.9),
                unit(" ", 19.9, 23.0),
                unit("5", 23.0, 29.6),
            ]
        };
        let texts = |right_to_left: bool| -> Vec<String> {
            let (words, _) = words(units(), true, right_to_left);
            let text = |word: &super::Word| word.units.iter().map(|unit| unit.text.as_str()).collect();
            words.iter().map(text).collect()
        };
        assert_eq!(texts(true), ["212", "5"]);
        assert_ne!(texts(false), texts(true));
    }
}
