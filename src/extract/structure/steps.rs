//! Japanese tables of a life: a line for every step, so that a school or a job
//! is two lines, "入学" and "卒業", "入社" and "退社".

use super::rows::Row;
use crate::extract::{Date, End, Field, LineId, Period, Position, Study};
use std::collections::{HashMap, HashSet};

const ENTERS: &[&str] = &["入学", "入社", "入職", "入行", "入庁", "入局"];
const LEAVES: &[&str] = &[
    "卒業",
    "修了",
    "中退",
    "退学",
    "退社",
    "退職",
    "退行",
    "卒業見込み",
    "修了見込み",
    "一身上の都合により退職",
    "一身上の都合により退社",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Enters,
    Leaves,
}

/// What a text says about coming or going, and the rest of it.
fn step(text: &str) -> Option<(Step, &str)> {
    let of = |words: &[&'static str], step: Step| {
        words.iter().find_map(|word| text.trim().strip_suffix(word)).map(|rest| (step, rest.trim()))
    };
    of(LEAVES, Step::Leaves).or_else(|| of(ENTERS, Step::Enters))
}

fn started(dates: &Option<Field<Period>>) -> Option<Date> {
    dates.as_ref().filter(|dates| dates.value.end.is_none()).and_then(|dates| dates.value.start)
}

fn close(dates: &mut Option<Field<Period>>, leaving: &Option<Field<Period>>) {
    let (Some(open), Some(end)) = (dates.as_mut(), leaving) else { return };
    open.value.end = end.value.start.map(End::On);
    open.value.written = format!("{} – {}", open.value.written, end.value.written);
    open.lines.extend(end.lines.iter().copied());
}

/// The text that is left of a value beside its step.
fn bare(field: &mut Option<Field<String>>) -> Option<Step> {
    let (step, rest) =
        field.as_ref().and_then(|field| step(&field.value)).map(|(step, rest)| (step, rest.to_owned()))?;
    match field {
        Some(known) if !rest.is_empty() => known.value = rest,
        _ => *field = None,
    }
    Some(step)
}

/// What the lines say, where the values of their entries do not.
struct Steps {
    steps: HashMap<LineId, Step>,
    /// Lines that say "to this day".
    to_date: HashSet<LineId>,
}

impl Steps {
    fn of(rows: &[Row]) -> Self {
        let steps = rows.iter().filter_map(|row| step(&row.text).map(|(step, _)| (row.id, step))).collect();
        let to_date = rows.iter().filter(|row| row.text.contains("現在に至る")).map(|row| row.id).collect();
        Self { steps, to_date }
    }

    fn of_lines(&self, lines: &[LineId]) -> Option<Step> {
        lines.iter().find_map(|line| self.steps.get(line)).copied()
    }

    fn goes_on(&self, lines: &[LineId]) -> bool {
        lines.iter().any(|line| self.to_date.contains(line))
    }
}

/// Joins the two lines of every school.
pub(super) fn studies(rows: &[Row], found: Vec<Study>) -> Vec<Study> {
    let steps = Steps::of(rows);
    let mut out: Vec<Study> = Vec::new();
    for mut study in found {
        let of_values = (bare(&mut study.degree), bare(&mut study.institution));
        let step = of_values.0.or(of_values.1).or_else(|| steps.of_lines(&study.lines));
        let same = |open: &&mut Study| {
            let name = |study: &Study| study.institution.as_ref().map(|field| field.value.clone());
            name(open) == name(&study) && started(&open.dates).is_some()
        };
        match out.last_mut().filter(same) {
            Some(open) if step == Some(Step::Leaves) => {
                close(&mut open.dates, &study.dates);
                open.degree = open.degree.take().or(study.degree);
                open.lines.extend(study.lines);
            }
            _ => out.push(study),
        }
    }
    out
}

/// Joins the two lines of every job; the last one goes on where the table says so.
pub(super) fn positions(rows: &[Row], found: Vec<Position>) -> Vec<Position> {
    let steps = Steps::of(rows);
    let mut out: Vec<Position> = Vec::new();
    for mut position in found {
        let of_values = (bare(&mut position.title), bare(&mut position.employer));
        let step = of_values.0.or(of_values.1).or_else(|| steps.of_lines(&position.lines));
        let same = |open: &&mut Position| {
            let name = |position: &Position| position.employer.as_ref().map(|field| field.value.clone());
            name(open) == name(&position) && started(&open.dates).is_some()
        };
        match out.last_mut().filter(same) {
            Some(open) if step == Some(Step::Leaves) => {
                close(&mut open.dates, &position.dates);
                open.lines.extend(position.lines);
                continue;
            }
            _ => {}
        }
        let to_date = steps.goes_on(&position.lines);
        if to_date
            && step == Some(Step::Enters)
            && started(&position.dates).is_some()
            && let Some(dates) = position.dates.as_mut()
        {
            dates.value.end = Some(End::Present);
        }
        out.push(position);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::extract::cv_from_text;

    #[test]
    fn coming_and_going_are_one_entry() {
        let cv = cv_from_text(
            "笹川 実里\n\n学歴\n2012年4月 洛北大学 経済学部 入学\n2016年3月 洛北大学 経済学部 卒業\n\n職歴\n2016年4月 株式会社みやこ商事 入社\n2020年6月 株式会社みやこ商事 退社\n2020年7月 合同会社つむぎ企画 入社\n現在に至る",
        );
        let period = |dates: &Option<crate::extract::Field<crate::extract::Period>>| {
            let dates = &dates.as_ref().unwrap().value;
            (dates.start.map(|date| date.to_string()), dates.end)
        };
        let schools: Vec<_> = cv.resume.education.iter().map(|study| period(&study.dates)).collect();
        assert_eq!(schools.len(), 1, "{:?}", cv.resume.education);
        assert_eq!(schools[0].0.as_deref(), Some("2012-04"));
        assert!(schools[0].1.is_some());
        assert_eq!(cv.resume.experience.len(), 2, "{:?}", cv.resume.experience);
        let employers: Vec<_> =
            cv.resume.experience.iter().map(|job| job.employer.as_ref().unwrap().value.clone()).collect();
        assert_eq!(employers, ["株式会社みやこ商事", "合同会社つむぎ企画"]);
        let last = period(&cv.resume.experience[1].dates);
        assert_eq!(last, (Some("2020-07".to_owned()), Some(crate::extract::End::Present)));
    }
}
