//! The parts of a head: what stands between separators, gaps and styles.

use super::dates::{self, Found};
use super::rows::Row;
use super::{fold, places};
use crate::extract::LineId;

/// A part of a head between separators.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    pub(super) text: String,
    pub(super) lines: Vec<LineId>,
    /// Counted from the line of the period: negative before, positive after.
    pub(super) row: i32,
    /// Its place in the line.
    pub(super) index: usize,
    /// Alone after a wide gap at the end of its line.
    pub(super) edge: bool,
    /// Holds a date that is not the entry's.
    pub(super) dated: bool,
}

/// Cuts a row at wide gaps, changes of style and separators, without its period.
pub(super) fn atoms(row: &Row, found: Option<&Found>, offset: i32, out: &mut Vec<Atom>) {
    let mut position = 0;
    let mut index = 0;
    for piece in &row.pieces {
        let Some(start) =
            row.text.get(position..).and_then(|rest| rest.find(&piece.text)).map(|at| at + position)
        else {
            continue;
        };
        let end = start + piece.text.len();
        position = end;
        let mut texts = vec![piece.text.as_str()];
        if let Some(found) = found {
            let cut_start = found.span.start.clamp(start, end);
            let cut_end = found.span.end.clamp(start, end);
            texts = vec![
                row.text.get(start..cut_start).unwrap_or_default(),
                row.text.get(cut_end..end).unwrap_or_default(),
            ];
        }
        for text in texts {
            for part in split(text) {
                let part = clean(part);
                if !part.chars().any(char::is_alphanumeric) {
                    continue;
                }
                let part = places::before_hyphen(part);
                let edge = piece.after_gap && row.pieces.last() == Some(piece);
                let dated = !dates::periods(part).is_empty();
                out.push(Atom { text: part.to_owned(), lines: row.lines(), row: offset, index, edge, dated });
                index += 1;
            }
        }
    }
}

/// At separators that stand between two things, not at commas.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut depth = 0i32;
    for (number, (at, character)) in characters.iter().enumerate() {
        let space = |index: Option<usize>| {
            index.and_then(|index| characters.get(index)).is_some_and(|(_, c)| c.is_whitespace())
        };
        let (before, after) = (space(number.checked_sub(1)), space(Some(number + 1)));
        depth += match character {
            '(' | '[' | '（' => 1,
            ')' | ']' | '）' => -1,
            _ => 0,
        };
        let cuts = match character {
            '|' | '•' | '·' | '⋄' | '◦' | '∙' | '⋅' | '│' | '¦' | '；' | '‖' => true,
            ';' => after,
            '/' => before && after,
            c if fold::is_dash(*c) => before && after || *c == '—' || (*c == '–' && (before || after)),
            _ => false,
        };
        if cuts && depth <= 0 {
            parts.push(text.get(start..*at).unwrap_or_default());
            start = at + character.len_utf8();
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

pub(super) fn clean(text: &str) -> &str {
    let text = text.trim().trim_matches(|c: char| c.is_whitespace() || ",;:|•·–—-、，：".contains(c)).trim();
    // A bracket without its partner is what the period left behind.
    let text = if text.starts_with('(') && !text.contains(')') { text.trim_start_matches('(') } else { text };
    let text = if text.ends_with('(') { text.trim_end_matches('(') } else { text };
    let text = if text.ends_with(')') && !text.contains('(') { text.trim_end_matches(')') } else { text };
    text.trim()
}
