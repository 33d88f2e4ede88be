//! Where in a CV a line stands: in a dated role, in a list, elsewhere.

use super::bullets::is_bullet;
use super::timeline::{Months, months};
use crate::extract::{Cv, Date, LineId, SectionKind, ranges};
use crate::text::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In this position of `Resume::experience`.
    Role(usize),
    /// In this entry of `Resume::education`.
    Study(usize),
    Section(SectionKind),
    /// Before the first heading, or a heading itself.
    Outside,
}

pub struct Places {
    /// By start, one for each line of the text that has words.
    lines: Vec<(Span, Place)>,
    /// What each position covers, where its dates could be read; after those
    /// of the CV come the jobs under no heading that a reader knows.
    pub roles: Vec<Option<Months>>,
    pub studies: Vec<bool>,
}

impl Places {
    pub fn of(cv: &Cv, today: Date) -> Self {
        let mut by_line = vec![Place::Outside; cv.text.lines.len()];
        let mut put = |lines: &[LineId], place: Place| {
            for line in lines {
                if let Some(slot) = by_line.get_mut(line.0 as usize) {
                    *slot = place;
                }
            }
        };
        for section in &cv.resume.sections {
            put(&section.lines, Place::Section(section.kind));
        }
        for (number, study) in cv.resume.education.iter().enumerate() {
            put(&study.lines, Place::Study(number));
        }
        for (number, position) in cv.resume.experience.iter().enumerate() {
            put(&position.lines, Place::Role(number));
        }
        let mut lines: Vec<(Span, Place)> =
            cv.text.lines.iter().copied().zip(by_line).filter(|(span, _)| span.end > span.start).collect();
        lines.sort_by_key(|(span, _)| span.start);
        let mut roles: Vec<Option<Months>> = cv
            .resume
            .experience
            .iter()
            .map(|position| position.dates.as_ref().and_then(|dates| months(&dates.value, today)))
            .collect();
        let dated = |dates: &crate::extract::Period| dates.start.is_some() || dates.end.is_some();
        let studies = cv
            .resume
            .education
            .iter()
            .map(|study| study.dates.as_ref().is_some_and(|dates| dated(&dates.value)))
            .collect();
        unheaded(cv, today, &mut lines, &mut roles);
        Places { lines, roles, studies }
    }

    /// The place of a byte of the text.
    pub fn at(&self, byte: usize) -> Place {
        self.line(byte).map_or(Place::Outside, |line| self.lines[line].1)
    }

    fn line(&self, byte: usize) -> Option<usize> {
        let after = self.lines.partition_point(|(span, _)| span.start <= byte);
        after.checked_sub(1)
    }

    pub fn lines(&self) -> &[(Span, Place)] {
        &self.lines
    }

    /// In a role or study whose dates could be read.
    pub fn is_dated(&self, place: Place) -> bool {
        match place {
            Place::Role(number) => self.roles.get(number).copied().flatten().is_some(),
            Place::Study(number) => self.studies.get(number).copied().unwrap_or(false),
            _ => false,
        }
    }
}

/// Jobs under a heading that no reader knows, or under none: a line with a
/// period, the line of its title, and what stands below them. Only evidence
/// reads them so: the CV itself is not changed by a guess.
fn unheaded(cv: &Cv, today: Date, lines: &mut [(Span, Place)], roles: &mut Vec<Option<Months>>) {
    let headings: Vec<Span> = cv
        .resume
        .sections
        .iter()
        .filter_map(|section| cv.text.lines.get(section.heading_line.0 as usize).copied())
        .collect();
    let text = cv.text.text.as_str();
    // A list of skills with several periods goes on into jobs whose heading
    // no reader knows.
    let skills = Place::Section(SectionKind::Skills);
    let dated = |(span, place): &&(Span, Place)| *place == skills && is_date(span.of(text));
    let swallowed = lines.iter().filter(dated).count() >= 2;
    let open = |at: usize, lines: &[(Span, Place)]| {
        let (span, place) = lines[at];
        let unknown = match place {
            Place::Outside | Place::Section(SectionKind::Other | SectionKind::Experience) => true,
            // Jobs under a heading that was taken for a line of the summary.
            Place::Section(SectionKind::Summary) => true,
            Place::Section(SectionKind::Skills) => swallowed,
            _ => false,
        };
        unknown && !headings.contains(&span)
    };
    // The role that goes on, and whether its head is over.
    let mut now: Option<(usize, bool)> = None;
    for at in 0..lines.len() {
        if !open(at, lines) {
            now = None;
            continue;
        }
        let line = lines[at].0.of(text);
        let words = line.split_whitespace().count();
        // An empty line after what was told of a role ends it.
        let apart = at > 0 && text[lines[at - 1].0.end..lines[at].0.start].matches('\n').count() > 1;
        if apart && now.is_some_and(|(_, told)| told) && !line.starts_with(is_bullet) {
            now = None;
        }
        // "Driver since 2017, no accidents." in a summary tells of no one job.
        let summed = lines[at].1 == Place::Section(SectionKind::Summary) && (words > 18 || line.ends_with('.'));
        if let Some(months) = covered(line, today).filter(|_| !summed && !line.starts_with(is_bullet)) {
            let role = roles.len();
            roles.push(Some(months));
            // "Waitress, Trattoria Lucia" on the line above its dates.
            for above in (at.saturating_sub(2)..at).rev() {
                let head = lines[above].0.of(text);
                if words > 8 || !open(above, lines) || !is_head(head) || covered(head, today).is_some() {
                    break;
                }
                lines[above].1 = Place::Role(role);
            }
            lines[at].1 = Place::Role(role);
            now = Some((role, words > 18));
            continue;
        }
        let Some((role, told)) = now else { continue };
        // "Licences and cards": a short line after what was told of a role.
        let heading = told
            && words <= 4
            && line.starts_with(char::is_uppercase)
            && !line.contains([',', '.', ';', '|', '(', '–'])
            && !line.contains(|c: char| c.is_ascii_digit())
            && !line.contains(": ");
        if heading {
            now = None;
            continue;
        }
        lines[at].1 = Place::Role(role);
        now = Some((role, told || words > 6 || line.starts_with(is_bullet)));
    }
}

/// A range with hardly a word beside it.
fn is_date(line: &str) -> bool {
    line.split_whitespace().count() <= 7 && !ranges(line).is_empty()
}

/// From the first to the last month of the periods in a line; "From 2015 to
/// 2019 I was ..., since then ..." has several.
fn covered(line: &str, today: Date) -> Option<Months> {
    let all = ranges(line).into_iter().filter_map(|period| months(&period, today));
    all.reduce(|one, other| Months { start: one.start.min(other.start), end: one.end.max(other.end) })
}

/// A short line that is no item and no sentence.
fn is_head(line: &str) -> bool {
    !line.starts_with(is_bullet) && !line.ends_with(['.', ';']) && line.split_whitespace().count() <= 14
}
