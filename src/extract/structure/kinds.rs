//! The kind of a section whose heading no list knows, from what it holds:
//! "Where I've been", or a language that the lists do not speak.

use super::dates::{self, Shape};
use super::fold::key;
use super::headings::{Naming, Part, naming};
use super::role_words::{degree_score, school_score, title_score};
use super::rows::Row;
use crate::extract::SectionKind;

/// Below this a reader is told that the kind is a guess.
const UNSURE: f32 = 0.45;

struct Contents {
    ranges: usize,
    study: f32,
    work: f32,
}

/// Gives work and study their sections where no heading names them.
pub(super) fn infer(rows: &[Row], parts: &mut [Part]) {
    let missing = |parts: &[Part], kind| !parts.iter().any(|part| part.section.kind == kind);
    let open = |part: &Part| {
        part.section.kind == SectionKind::Other
            && key(&part.section.heading).len() > 2
            && naming(&part.section.heading).0 < Naming::Fully
            // "Career Summary" with the jobs under it.
            || part.section.kind == SectionKind::Summary && contents(rows, &part.rows).ranges >= 2
    };
    strengths(rows, parts);
    for kind in [SectionKind::Education, SectionKind::Experience] {
        if !missing(parts, kind) {
            continue;
        }
        let fitting =
            parts.iter_mut().filter(|part| open(part)).map(|part| (contents(rows, &part.rows), part)).filter(
                |(held, _)| match kind {
                    SectionKind::Education => held.study > 1.0 && held.study > held.work,
                    _ => held.ranges >= 2 && held.work >= held.study || held.ranges == 1 && held.work > 1.0,
                },
            );
        if let Some((_, part)) = fitting.max_by_key(|(held, _)| held.ranges) {
            part.section.kind = kind;
            part.section.confidence = UNSURE;
        }
    }
}

/// "Strengths" over a list of terms, where nothing else is called skills.
fn strengths(rows: &[Row], parts: &mut [Part]) {
    const HEADINGS: &str = "strengths|my strengths|starken|meine starken|points forts|mes atouts|fortalezas|pontos fortes|punti di forza|sterke punten|sterke kanten|mocne strony|strong points|сильные стороны|优势|强み";
    if parts.iter().any(|part| part.section.kind == SectionKind::Skills) {
        return;
    }
    let terms = |part: &&mut Part| {
        let held = part.rows.iter().filter_map(|index| rows.get(*index));
        let named = HEADINGS.split('|').any(|heading| heading == key(&part.section.heading));
        named && !part.rows.is_empty() && held.clone().all(|row| !row.is_prose())
    };
    if let Some(part) = parts.iter_mut().find(terms) {
        part.section.kind = SectionKind::Skills;
        part.section.confidence = UNSURE;
    }
}

fn contents(rows: &[Row], indexes: &[usize]) -> Contents {
    let mut held = Contents { ranges: 0, study: 0.0, work: 0.0 };
    for row in
        indexes.iter().filter_map(|index| rows.get(*index)).filter(|row| !row.is_prose() && !row.bullet)
    {
        let periods = dates::periods(&row.text);
        held.ranges += usize::from(periods.iter().any(|found| found.shape == Shape::Range));
        held.study += degree_score(&row.text) + school_score(&row.text);
        held.work += title_score(&row.text);
    }
    held
}

#[cfg(test)]
mod tests {
    use super::super::headings::sections;
    use super::super::rows::Body;
    use super::super::testing;
    use super::*;

    #[test]
    fn contents_name_what_headings_do_not() {
        let text = "#10 Ana Lima\n\n#14! Skills\n#10 Rust\n\n#14! My journey so far\n#10 Engineer, Acme\n#10 2015 - 2018\n#10 Fitter, Bolt\n#10 2012 - 2015\n\n#14! Languages\n#10 French";
        let rows = testing::rows(text);
        let mut parts = sections(&rows, &Body::of(&rows), &[0]);
        infer(&rows, &mut parts);
        let kinds: Vec<SectionKind> = parts.iter().map(|part| part.section.kind).collect();
        assert_eq!(kinds, [SectionKind::Skills, SectionKind::Experience, SectionKind::Languages]);
    }

    #[test]
    fn jobs_under_a_summary_are_work_and_strengths_are_skills() {
        let text = "#10 Ana Lima\n\n#14! Strengths\n#10 Rust\n\n#14! Career Summary\n#10 Engineer, Acme\n#10 2015 - 2018\n#10 Fitter, Bolt\n#10 2012 - 2015\n\n#14! Languages\n#10 French";
        let rows = testing::rows(text);
        let mut parts = sections(&rows, &Body::of(&rows), &[0]);
        infer(&rows, &mut parts);
        let kinds: Vec<SectionKind> = parts.iter().map(|part| part.section.kind).collect();
        assert_eq!(kinds, [SectionKind::Skills, SectionKind::Experience, SectionKind::Languages]);
    }
}
