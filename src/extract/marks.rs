//! Where in the text a warning is said: at the lines it is about.

use super::document::{Document, LineId, WarningKind};
use serde::{Deserialize, Serialize};

/// Characters of hidden words that are quoted at one place.
const QUOTED: usize = 120;
/// A page with fewer characters is a picture, when the file has such pages.
const PICTURE: usize = 20;

/// One run of lines that a warning is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub kind: WarningKind,
    pub from: LineId,
    /// Before `from` for a place between lines, as an empty page.
    pub to: Option<LineId>,
    /// The words it is about, for example the hidden ones; may be empty.
    pub words: String,
    /// False for further runs of a kind that was named before.
    pub first: bool,
}

/// The marks of a document, in the order of its lines.
pub fn marks(document: &Document) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    for warning in &document.warnings {
        // The words of hidden text stand line by line.
        let words: Vec<&str> = warning.words.split('\n').collect();
        let by_line = words.len() == warning.lines.len();
        let mut runs: Vec<Mark> = Vec::new();
        for (at, line) in warning.lines.iter().enumerate() {
            let own = if by_line { words[at] } else { "" };
            match runs.last_mut() {
                Some(run) if run.to.is_some_and(|to| to.0 + 1 == line.0) => {
                    run.to = Some(*line);
                    push_words(&mut run.words, own);
                }
                _ => {
                    let mut run = mark(warning.kind, *line, Some(*line), runs.is_empty());
                    push_words(&mut run.words, own);
                    runs.push(run);
                }
            }
        }
        out.append(&mut runs);
        match warning.kind {
            WarningKind::Scanned => out.extend(pictures(document)),
            WarningKind::UnmappableGlyphs => out.extend(lost(document)),
            _ => {}
        }
    }
    out.sort_by_key(|mark| (mark.from, mark.to.is_some()));
    out
}

fn mark(kind: WarningKind, from: LineId, to: Option<LineId>, first: bool) -> Mark {
    Mark { kind, from, to, words: String::new(), first }
}

fn push_words(words: &mut String, more: &str) {
    if more.is_empty() || words.chars().count() >= QUOTED {
        return;
    }
    if !words.is_empty() {
        words.push(' ');
    }
    words.extend(more.chars().take(QUOTED));
}

/// Pages that give a machine nothing, at the place in the text where they
/// would be.
fn pictures(document: &Document) -> Vec<Mark> {
    let mut next = 0;
    let mut out = Vec::new();
    for page in &document.pages {
        let lines = page.blocks.iter().flat_map(|block| &block.lines);
        let characters: usize = lines.clone().map(|line| line.text().chars().count()).sum();
        let start = next;
        next += lines.count() as u32;
        if characters < PICTURE {
            out.push(mark(WarningKind::Scanned, LineId(start), None, true));
        }
    }
    out
}

/// Lines in which a character has no text behind it: a replacement sign, or
/// one whose meaning only its font knows.
fn lost(document: &Document) -> Vec<Mark> {
    let lost = |c: char| c == '\u{FFFD}' || ('\u{E000}'..='\u{F8FF}').contains(&c);
    let lines = document.lines().filter(|line| line.words.iter().any(|word| word.text.contains(lost)));
    lines
        .enumerate()
        .map(|(at, line)| mark(WarningKind::UnmappableGlyphs, line.id, Some(line.id), at == 0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Warning, cv_from_text};

    fn with(warning: Warning) -> Document {
        let mut document = cv_from_text("One\nTwo\nThree \u{FFFD}\nFour\nFive \u{E001}").document;
        document.warnings = vec![warning];
        document
    }

    fn ids(ids: &[u32]) -> Vec<LineId> {
        ids.iter().copied().map(LineId).collect()
    }

    #[test]
    fn neighbouring_lines_are_one_mark_and_only_the_first_run_is_named() {
        let warning = Warning { kind: WarningKind::Tables, lines: ids(&[0, 1, 3]), words: String::new() };
        let marks = marks(&with(warning));
        let runs: Vec<_> =
            marks.iter().map(|mark| (mark.from.0, mark.to.map(|to| to.0), mark.first)).collect();
        assert_eq!(runs, [(0, Some(1), true), (3, Some(3), false)]);
    }

    #[test]
    fn hidden_words_stand_at_their_own_line() {
        let words = "secret one\nsecret two".to_owned();
        let marks = marks(&with(Warning { kind: WarningKind::HiddenText, lines: ids(&[1, 4]), words }));
        assert_eq!(
            marks.iter().map(|mark| mark.words.as_str()).collect::<Vec<_>>(),
            ["secret one", "secret two"]
        );
    }

    #[test]
    fn lost_characters_are_found_in_their_lines() {
        let warning =
            Warning { kind: WarningKind::UnmappableGlyphs, lines: Vec::new(), words: String::new() };
        let lines: Vec<_> = marks(&with(warning)).iter().map(|mark| mark.from.0).collect();
        assert_eq!(lines, [2, 4]);
    }

    #[test]
    fn a_page_that_is_a_picture_is_marked_where_it_would_be() {
        let mut document =
            with(Warning { kind: WarningKind::Scanned, lines: Vec::new(), words: String::new() });
        let picture = crate::extract::Page { blocks: Vec::new(), ..document.pages[0].clone() };
        document.pages.push(picture);
        let marks = marks(&document);
        assert_eq!(marks.iter().map(|mark| (mark.from.0, mark.to)).collect::<Vec<_>>(), [(5, None)]);
    }
}
