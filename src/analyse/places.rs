//! Where in a CV a line stands: in a dated role, in a list, elsewhere.

use super::timeline::{Months, months};
use crate::extract::{Cv, Date, LineId, SectionKind};
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
    /// What each position covers, where its dates could be read.
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
        let roles = cv
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
