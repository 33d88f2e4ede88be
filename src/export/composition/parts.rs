//! What the fields of the CV say about each of its lines.

use super::source::GAP;
use super::{LONG_HEAD, SHORT_CONTACT};
use crate::export::block::{Piece, Tone};
use crate::export::fonts::Style;
use crate::extract::{Line, LineId, Resume, SectionKind};
use std::collections::{HashMap, HashSet};

/// Lines that the top of a CV may have before its first heading.
pub(super) const TOP_LINES: usize = 12;

/// What the fields of the CV say about a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Name,
    /// Above the first heading.
    Top,
    Contact,
    Heading(usize),
    /// The head of an entry; true for its first line.
    Head(bool),
    Body,
}

/// What a head says, so that it is seen: words to set bold and to set quiet.
#[derive(Clone, Default)]
pub(super) struct Head {
    pub strong: Vec<String>,
    pub quiet: Vec<String>,
}

/// The words of each head, by its lines.
pub(super) fn heads(resume: &Resume) -> HashMap<LineId, Head> {
    let mut heads: HashMap<LineId, Head> = HashMap::new();
    let entries = resume
        .experience
        .iter()
        .map(|job| (&job.title, &job.employer, &job.dates))
        .chain(resume.education.iter().map(|study| (&study.degree, &study.institution, &study.dates)));
    for (title, place, dates) in entries {
        for line in place.iter().flat_map(|field| &field.lines) {
            heads.entry(*line).or_default();
        }
        if let Some(field) = title.as_ref().or(place.as_ref()) {
            for line in &field.lines {
                heads.entry(*line).or_default().strong.push(field.value.clone());
            }
        }
        if let Some(field) = dates {
            for line in &field.lines {
                heads.entry(*line).or_default().quiet.push(field.value.written.clone());
            }
        }
    }
    heads
}

pub(super) fn parts(
    resume: &Resume,
    lines: &[&Line],
    texts: &[String],
    heads: &HashMap<LineId, Head>,
) -> (Vec<Part>, Vec<Option<SectionKind>>) {
    let headings: HashMap<LineId, usize> =
        resume.sections.iter().enumerate().map(|(at, section)| (section.heading_line, at)).collect();
    let name: HashSet<LineId> = resume.name.iter().flat_map(|name| name.lines.iter().copied()).collect();
    let contact: HashSet<LineId> = [&resume.emails, &resume.phones, &resume.links]
        .into_iter()
        .flatten()
        .chain(&resume.location)
        .flat_map(|field| field.lines.iter().copied())
        .collect();
    // An entry's first head line, in document order.
    let starts: HashSet<LineId> = resume
        .experience
        .iter()
        .map(|job| &job.lines)
        .chain(resume.education.iter().map(|study| &study.lines))
        .filter_map(|lines| lines.iter().find(|line| heads.contains_key(line)).copied())
        .collect();

    let mut section: Option<usize> = None;
    let mut contact_begun = false;
    let top = lines.iter().take_while(|line| !headings.contains_key(&line.id)).take(TOP_LINES);
    let contact_ahead = !headings.is_empty() && top.clone().any(|line| contact.contains(&line.id));
    let mut parts = Vec::with_capacity(lines.len());
    let mut kinds = Vec::with_capacity(lines.len());
    for (line, text) in lines.iter().zip(texts) {
        let part = if let Some(&at) = headings.get(&line.id) {
            section = Some(at);
            Part::Heading(at)
        } else if name.contains(&line.id) {
            Part::Name
        } else if section.is_none() {
            let addressed = text.contains('@') || text.contains("://") || text.contains("www.");
            let short = text.chars().count() <= 120;
            // Short lines among the addresses, as professions and permits, go with them.
            let label = (contact_begun || contact_ahead && parts.last() != Some(&Part::Name))
                && parts.len() < TOP_LINES
                && is_label(line, text);
            if (contact.contains(&line.id) || addressed) && short || label {
                contact_begun = true;
                Part::Contact
            } else {
                Part::Top
            }
        } else if heads.contains_key(&line.id) && !line.bullet && text.chars().count() <= 2 * LONG_HEAD {
            Part::Head(starts.contains(&line.id))
        } else {
            Part::Body
        };
        parts.push(part);
        kinds.push(section.map(|at| resume.sections[at].kind));
    }
    (parts, kinds)
}

/// A few words that are no sentence.
pub(super) fn is_label(line: &Line, text: &str) -> bool {
    !line.bullet && text.chars().count() <= SHORT_CONTACT && !text.ends_with(['.', ':', ';'])
}

/// A head's text with its title bold and its dates quiet.
pub(super) fn emphasised(text: &str, head: &Head) -> Vec<Piece> {
    let mut marks: Vec<(usize, usize, Style, Tone)> = Vec::new();
    let wanted = head
        .strong
        .iter()
        .map(|words| (words, Style::Bold, Tone::Ink))
        .chain(head.quiet.iter().map(|words| (words, Style::Regular, Tone::Muted)));
    for (words, style, tone) in wanted {
        let words = words.trim();
        if let Some(start) = text.find(words).filter(|_| !words.is_empty()) {
            let end = start + words.len();
            if marks.iter().all(|&(from, to, ..)| end <= from || to <= start) {
                marks.push((start, end, style, tone));
            }
        }
    }
    marks.sort_by_key(|mark| mark.0);
    let mut pieces = Vec::new();
    let mut at = 0;
    for (start, end, style, tone) in marks {
        if at < start {
            // More than a word's space before a date that no sign sets off.
            let before = &text[at..start];
            let bare = tone == Tone::Muted && before.trim_end().ends_with(char::is_alphanumeric);
            pieces.push(Piece::plain(match bare {
                true => format!("{}{GAP}", before.trim_end()),
                false => before.to_owned(),
            }));
        }
        pieces.push(Piece::new(&text[start..end], style, tone));
        at = end;
    }
    if at < text.len() {
        pieces.push(Piece::plain(&text[at..]));
    }
    pieces
}
