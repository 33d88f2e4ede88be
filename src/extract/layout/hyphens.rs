//! Words that were broken at the end of a line are made whole again: the rest
//! of the word moves up to its beginning.

use super::order::Row;

/// First parts after which the hyphen is spelling, not a break.
const PREFIXES: &[&str] = &[
    "all", "cost", "cross", "cutting", "data", "decision", "e", "end", "front", "full", "hands", "high",
    "long", "low", "mission", "multi", "non", "object", "real", "results", "self", "semi", "short", "user",
    "well",
];

pub(super) fn join(rows: &mut Vec<Row>) {
    for index in 1..rows.len() {
        let (head, tail) = rows.split_at_mut(index);
        let (Some(above), Some(below)) = (head.last_mut(), tail.first_mut()) else { continue };
        if !follows(above, below) {
            continue;
        }
        let (Some(last), Some(first)) = (above.words.last_mut(), below.words.first_mut()) else { continue };
        let Some(stem) = broken(&last.text, &first.text) else { continue };
        last.text = format!("{stem}{}", first.text);
        below.words.remove(0);
        if let Some(first) = below.words.first_mut() {
            first.space_before = false;
        }
    }
    rows.retain(|row| !row.words.is_empty());
}

/// The next line of the same paragraph.
fn follows(above: &Row, below: &Row) -> bool {
    let size = above.size.max(below.size);
    let step = below.y - above.y;
    let same_size = (above.size - below.size).abs() < size * 0.1;
    same_size
        && above.column == below.column
        && step > size * 0.5
        && step < size * 2.5
        && below.left < above.right
        && below.right > above.left
}

/// The first part without its hyphen, when the hyphen is a break.
fn broken<'w>(first: &'w str, second: &str) -> Option<&'w str> {
    let stem = first.strip_suffix(['-', '\u{2010}'])?;
    let letters = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let lower = second.chars().next().is_some_and(char::is_lowercase);
    let word = letters.chars().count() >= 2 && letters.chars().skip(1).all(char::is_lowercase);
    let spelling = letters.len() < stem.len() || PREFIXES.contains(&letters.to_lowercase().as_str());
    (lower && word && !spelling).then_some(stem)
}
