//! What the user decided about the edits, applied to the text of the CV; and
//! an edit as a word-level difference, for showing.

use super::wire::Edit;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// What the user says to one edit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    #[default]
    Pending,
    Accepted,
    Rejected,
    /// Accepted with the user's own words.
    EditedByHand(String),
}

/// The approved text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    pub text: String,
    /// For every edit, in the order given, where its words are in
    /// [`Applied::text`]; `None` when it was not applied.
    pub places: Vec<Option<Span>>,
    pub left_out: Vec<LeftOut>,
}

/// An accepted edit that could not be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Its place in the list that was given.
    pub edit: usize,
    pub reason: LeftOutReason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutReason {
    /// The CV has no such lines.
    NoSuchLines,
    /// An earlier accepted edit of the list changes one of its lines.
    Overlaps,
}

/// Puts the accepted edits into the text. Where two touch the same line the
/// earlier in the list wins, whatever the order of their lines.
pub fn apply(text: &str, edits: &[(Edit, Decision)]) -> Applied {
    let lines: Vec<&str> = text.split('\n').collect();
    // For every line, the edit that replaces it.
    let mut owner: Vec<Option<usize>> = vec![None; lines.len()];
    let mut left_out = Vec::new();
    for (index, (edit, decision)) in edits.iter().enumerate() {
        if matches!(decision, Decision::Pending | Decision::Rejected) {
            continue;
        }
        let reason = match range(edit, lines.len()) {
            None => LeftOutReason::NoSuchLines,
            Some(range) if owner[range.clone()].iter().any(Option::is_some) => LeftOutReason::Overlaps,
            Some(range) => {
                owner[range].fill(Some(index));
                continue;
            }
        };
        left_out.push(LeftOut { edit: index, reason });
    }

    let mut out = Applied { places: vec![None; edits.len()], left_out, ..Applied::default() };
    let mut begun = false;
    for (line, owner) in lines.iter().zip(&owner) {
        let Some(index) = *owner else {
            push_line(&mut out.text, &mut begun, line);
            continue;
        };
        if out.places[index].is_some() {
            continue;
        }
        let (edit, decision) = &edits[index];
        let new = match decision {
            Decision::EditedByHand(words) => words.clone(),
            _ => replacement(text, edit).unwrap_or_default(),
        };
        let start = if begun && !new.is_empty() { out.text.len() + 1 } else { out.text.len() };
        if !new.is_empty() {
            push_line(&mut out.text, &mut begun, &new);
        }
        out.places[index] = Some(Span::new(start, out.text.len()));
    }
    out
}

/// The words that an edit replaces; `None` when there are no such lines.
pub fn replaced<'t>(text: &'t str, edit: &Edit) -> Option<&'t str> {
    let lines: Vec<&str> = text.split('\n').collect();
    let range = range(edit, lines.len())?;
    let start: usize = lines[..range.start].iter().map(|line| line.len() + 1).sum();
    let length: usize = lines[range].iter().map(|line| line.len() + 1).sum();
    text.get(start..start + length - 1)
}

/// The words that an edit puts in their place. A bullet is layout, not
/// wording: where every replaced line has one, every new line keeps it.
pub fn replacement(text: &str, edit: &Edit) -> Option<String> {
    let old = replaced(text, edit)?;
    let mark = old.lines().next().map(bullet).unwrap_or_default();
    let all = old.lines().filter(|line| !line.trim().is_empty()).all(|line| !bullet(line).is_empty());
    if mark.is_empty() || !all {
        return Some(edit.text.clone());
    }
    let marked = |line: &str| match line.trim() {
        "" => String::new(),
        _ if !bullet(line).is_empty() => line.to_owned(),
        words => format!("{mark}{words}"),
    };
    Some(edit.text.lines().map(marked).collect::<Vec<_>>().join("\n"))
}

/// A piece of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiffPiece {
    pub kind: DiffKind,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DiffKind {
    Same,
    Removed,
    Added,
}

/// What changed from `old` to `new`, word by word. `Same` and `Removed` make
/// up `old`, `Same` and `Added` make up `new`.
pub fn diff(old: &str, new: &str) -> Vec<DiffPiece> {
    let (old, new) = (pieces(old), pieces(new));
    let mut out: Vec<DiffPiece> = Vec::new();
    let mut add = |kind: DiffKind, words: &[&str]| match out.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if last.kind == kind => last.text.push_str(&words.concat()),
        _ => out.push(DiffPiece { kind, text: words.concat() }),
    };
    // Of the crate's doors the narrowest: the others bring every algorithm along.
    for change in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, before, after) = change.as_tag_tuple();
        match tag {
            DiffTag::Equal => add(DiffKind::Same, &old[before]),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
                add(DiffKind::Removed, &old[before]);
                add(DiffKind::Added, &new[after]);
            }
        }
    }
    out
}

/// Words and the blanks between them, in turn.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let blank = first.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != blank).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        out.push(piece);
        rest = after;
    }
    out
}

/// Lines counted from 0.
fn range(edit: &Edit, lines: usize) -> Option<std::ops::Range<usize>> {
    let (from, to) = (edit.from_line as usize, edit.to_line as usize);
    (from >= 1 && from <= to && to <= lines).then(|| from - 1..to)
}

fn push_line(text: &mut String, begun: &mut bool, line: &str) {
    if std::mem::replace(begun, true) {
        text.push('\n');
    }
    text.push_str(line);
}

/// The indentation, the mark and the space after it; empty without a mark.
fn bullet(line: &str) -> &str {
    let indent = line.len() - line.trim_start().len();
    let mut chars = line[indent..].chars();
    let Some(mark) = chars.next().filter(|c| "-*•‣▪●○◦–—·■□➢►✓".contains(*c))
    else {
        return "";
    };
    let rest = chars.as_str();
    let space = rest.len() - rest.trim_start().len();
    if space == 0 { "" } else { &line[..indent + mark.len_utf8() + space] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(from_line: u32, to_line: u32, text: &str) -> Edit {
        Edit { from_line, to_line, text: text.into(), why: String::new(), keywords: Vec::new() }
    }

    const CV: &str = "Ada\n\n- made tea\n- made coffee\nend";

    #[test]
    fn only_accepted_edits_count() {
        let edits = [
            (edit(1, 1, "Eve"), Decision::Pending),
            (edit(3, 4, "- made hot drinks"), Decision::Accepted),
            (edit(5, 5, "x"), Decision::Rejected),
            (edit(5, 5, "y"), Decision::EditedByHand("The end".into())),
        ];
        let applied = apply(CV, &edits);
        assert_eq!(applied.text, "Ada\n\n- made hot drinks\nThe end");
        assert_eq!(applied.places[1].map(|span| span.of(&applied.text)), Some("- made hot drinks"));
        assert_eq!(applied.places[3].map(|span| span.of(&applied.text)), Some("The end"));
        assert_eq!(applied.places[0], None);
    }

    #[test]
    fn the_earlier_of_two_that_overlap_wins_and_wrong_lines_are_dropped() {
        let edits = [
            (edit(4, 5, "a"), Decision::Accepted),
            (edit(3, 4, "b"), Decision::Accepted),
            (edit(0, 1, "c"), Decision::Accepted),
            (edit(5, 6, "d"), Decision::Accepted),
            (edit(3, 2, "e"), Decision::Accepted),
        ];
        let applied = apply(CV, &edits);
        assert_eq!(applied.text, "Ada\n\n- made tea\na");
        let reasons: Vec<_> = applied.left_out.iter().map(|out| (out.edit, out.reason)).collect();
        use LeftOutReason::*;
        assert_eq!(reasons, [(1, Overlaps), (2, NoSuchLines), (3, NoSuchLines), (4, NoSuchLines)]);
    }

    #[test]
    fn a_bullet_is_kept() {
        assert_eq!(replacement(CV, &edit(3, 3, "Brewed tea")).as_deref(), Some("- Brewed tea"));
        assert_eq!(replacement(CV, &edit(3, 4, "* A\nB")).as_deref(), Some("* A\n- B"));
        assert_eq!(replacement(CV, &edit(1, 1, "Ada L")).as_deref(), Some("Ada L"));
        assert_eq!(replaced(CV, &edit(3, 4, "")), Some("- made tea\n- made coffee"));
        assert_eq!(replaced("one", &edit(1, 1, "")), Some("one"));
    }

    #[test]
    fn nothing_accepted_is_the_same_text() {
        for text in ["", "\n", "a\n", "a\r\nb\n\n"] {
            assert_eq!(apply(text, &[]).text, text);
        }
    }

    #[test]
    fn an_emptied_line_goes() {
        let edits = [(edit(1, 2, "x"), Decision::EditedByHand(String::new()))];
        assert_eq!(apply(CV, &edits).text, "- made tea\n- made coffee\nend");
    }

    #[test]
    fn a_difference_makes_up_both_texts() {
        let (old, new) = ("- made tea for 12 guests", "- brewed tea for twelve guests daily");
        let pieces = diff(old, new);
        let side = |not: DiffKind| -> String {
            pieces.iter().filter(|piece| piece.kind != not).map(|piece| piece.text.as_str()).collect()
        };
        assert_eq!(side(DiffKind::Added), old);
        assert_eq!(side(DiffKind::Removed), new);
        assert!(pieces.iter().any(|piece| piece.kind == DiffKind::Same && piece.text.contains("tea for")));
    }
}
