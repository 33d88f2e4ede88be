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
    /// How many of them are those of the CV.
    pub headed: usize,
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
        // "Skills" in a look of its own at the end of the studies.
        let mut list = false;
        for (span, place) in &mut lines {
            let study = matches!(place, Place::Study(_));
            let word = span.of(&cv.text.text).trim().trim_end_matches(':').to_lowercase();
            list = study && (list || LISTS.contains(&word.as_str()));
            if list {
                *place = Place::Section(SectionKind::Skills);
            }
        }
        let headed = roles.len();
        unheaded(cv, today, &mut lines, &mut roles);
        Places { lines, roles, headed, studies }
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

/// Headings that no study has as a line of its own.
const LISTS: &[&str] = &[
    "skills",
    "kenntnisse",
    "compétences",
    "competencias",
    "competências",
    "competenze",
    "vaardigheden",
    "umiejętności",
];

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
    let mut at = 0;
    while at < lines.len() {
        // A paragraph that a page broke into lines is read as one.
        let mut end = at + 1;
        while end < lines.len() && goes_on(text, lines[end - 1], lines[end]) {
            end += 1;
        }
        let part = at..end;
        at = end;
        let first = part.start;
        if !part.clone().all(|at| open(at, lines)) {
            now = None;
            continue;
        }
        let line = Span::new(lines[first].0.start, lines[end - 1].0.end).of(text).replace('\n', " ");
        let words = line.split_whitespace().count();
        // "Driver since 2017, no accidents." in a summary tells of no one job.
        let summed =
            lines[first].1 == Place::Section(SectionKind::Summary) && (words > 18 || line.ends_with('.'));
        if let Some(months) =
            covered(&line, today).filter(|_| !summed && !is_held(&line) && !line.starts_with(is_bullet))
        {
            let role = roles.len();
            roles.push(Some(months));
            // "Waitress, Trattoria Lucia" on the line above its dates.
            for above in (first.saturating_sub(2)..first).rev() {
                let head = lines[above].0.of(text);
                if !is_date(&line) || !open(above, lines) || !is_head(head) || covered(head, today).is_some()
                {
                    break;
                }
                lines[above].1 = Place::Role(role);
            }
            part.for_each(|at| lines[at].1 = Place::Role(role));
            now = Some((role, words > 18));
            continue;
        }
        let Some((role, told)) = now else { continue };
        // "Licences and cards": a short line after what was told of a role.
        let list = LISTS.contains(&line.trim().trim_end_matches(':').to_lowercase().as_str());
        let heading = list
            || told
                && words <= 4
                && line.starts_with(char::is_uppercase)
                && !line.contains([',', '.', ';', '|', '(', '–'])
                && !line.contains(|c: char| c.is_ascii_digit())
                && !line.contains(": ");
        if heading {
            now = None;
            continue;
        }
        part.for_each(|at| lines[at].1 = Place::Role(role));
        now = Some((role, told || words > 6 || line.starts_with(is_bullet)));
    }
}

/// Whether a line goes on with the sentence of the one above, as where a page
/// ends and not its writer.
pub(super) fn goes_on(text: &str, above: (Span, Place), below: (Span, Place)) -> bool {
    let (one, other) = (above.0.of(text), below.0.of(text));
    let small = other.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
    above.1 == below.1
        && !other.starts_with(is_bullet)
        && one.len() >= 60
        && (small || !one.ends_with(['.', ';', ':']) && !ends_with_range(one))
}

/// "Driver, Acme Ltd, May 2019 to now": the head of a job is whole.
fn ends_with_range(line: &str) -> bool {
    ranges(line).last().is_some_and(|period| line.trim_end_matches([')', ' ']).ends_with(&period.written))
}

/// A range with hardly a letter beside it.
fn is_date(line: &str) -> bool {
    ranges(line).first().is_some_and(|period| period.written.len() + 4 >= line.len())
}

/// "Permis B depuis 2014": a paper that is held, no job that is done.
fn is_held(line: &str) -> bool {
    const PAPERS: &[&str] = &[
        "permis",
        "licence",
        "license",
        "führerschein",
        "carnet",
        "carné",
        "patente",
        "rijbewijs",
        "prawo jazdy",
        "carta",
    ];
    let start = line.to_lowercase();
    PAPERS.iter().any(|paper| start.starts_with(paper) || start.starts_with(&format!("full {paper}")))
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
