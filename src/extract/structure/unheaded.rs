//! Jobs of a CV that has no heading for them: dated blocks above the first
//! heading, as in "QA Engineer, Tallow Bank, March 2022 to now".

use super::dates::{self, Shape};
use super::headings::Part;
use super::role_words::{degree_score, school_score, title_score};
use super::rows::Row;
use crate::extract::BlockKind;

/// The rows of jobs outside all sections.
pub(super) fn jobs(rows: &[Row], parts: &[Part], name_rows: &[usize]) -> Vec<usize> {
    let end = parts.iter().map(|part| part.heading).min().unwrap_or(rows.len());
    let free: Vec<usize> = (0..end)
        .filter(|index| !name_rows.contains(index))
        .filter(|index| rows.get(*index).is_some_and(|row| row.kind != BlockKind::Footer))
        .collect();
    let mut out = Vec::new();
    let mut goes_on = false;
    let opens = |index: &usize| rows.get(*index).is_some_and(|row| row.opens_block);
    for block in free.chunk_by(|_, next| !opens(next)) {
        let bullets = block.first().and_then(|first| rows.get(*first)).is_some_and(|row| row.bullet);
        goes_on = is_job(rows, block) || goes_on && bullets;
        if goes_on {
            out.extend_from_slice(block);
        }
    }
    out
}

/// A range of time and a title, and nothing of a school.
fn is_job(rows: &[Row], block: &[usize]) -> bool {
    // Only the head of a block tells: its text may name any place.
    let head = || block.iter().filter_map(|index| rows.get(*index)).filter(|row| !row.bullet).take(3);
    let dated = head().any(|row| dates::periods(&row.text).iter().any(|found| found.shape == Shape::Range));
    let work: f32 = head().take(2).map(|row| title_score(&row.text)).sum();
    let study: f32 = head().take(2).map(|row| degree_score(&row.text) + school_score(&row.text)).sum();
    dated && work > study
}

#[cfg(test)]
mod tests {
    use crate::extract::cv_from_text;

    #[test]
    fn dated_blocks_above_the_first_heading_are_jobs() {
        let text = "Mina Sorell\nLeeds\nmina.sorell@example.org\n\nEngineer with six years in testing.\n\nTest Engineer, Tallow Bank, March 2022 to present\nWrote test plans.\n\nJunior Tester, Quillon Games, June 2020 to February 2022\n- Tested games\n\nEducation\nBA Linguistics, University of York, 2016 - 2019";
        let jobs = cv_from_text(text).resume.experience;
        let titles: Vec<String> =
            jobs.into_iter().filter_map(|job| job.title).map(|title| title.value).collect();
        assert_eq!(titles, ["Test Engineer", "Junior Tester"]);
    }

    #[test]
    fn a_school_above_the_first_heading_is_no_job() {
        let text = "Mina Sorell\nmina.sorell@example.org\n\nBA Linguistics, University of York, 2016 - 2019\n\nSkills\nPython";
        assert!(cv_from_text(text).resume.experience.is_empty());
    }
}
