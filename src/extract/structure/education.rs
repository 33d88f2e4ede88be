//! Studies, from the sections about education.

use super::entries::entries;
use super::experience::{dates, lines};
use super::forms;
use super::headings::Part;
use super::role_words::{degree_score, school_score};
use super::roles::{Scorer, assign};
use super::rows::Row;
use crate::extract::{SectionKind, Study};

const SCORER: Scorer = Scorer { first: degree_score, second: school_score };

pub(super) fn education(rows: &[Row], parts: &[Part], home: &[String]) -> Vec<Study> {
    let mut studies = Vec::new();
    for part in parts.iter().filter(|part| part.section.kind == SectionKind::Education) {
        if let Some(filled) = forms::study(rows, &part.rows) {
            studies.extend(filled.into_iter().map(|entry| Study {
                degree: entry.what,
                institution: entry.place,
                dates: entry.dates,
                lines: entry.lines,
            }));
            continue;
        }
        let entries = entries(rows, &part.rows);
        for (entry, role) in entries.iter().zip(assign(&entries, &SCORER, home)) {
            if role.first.is_some() || role.second.is_some() {
                studies.push(Study {
                    degree: role.first,
                    institution: role.second,
                    dates: dates(entry),
                    lines: lines(rows, entry),
                });
            }
        }
    }
    studies
}
