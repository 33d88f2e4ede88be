//! The dates of jobs and studies.

use super::{Look, Report, Rule, Topic};
use crate::analyse::finding::{About, Severity};
use crate::analyse::timeline::{Months, month_of};
use crate::extract::{End, Field, LineId, Period};

const fn rule(
    id: &'static str,
    severity: Severity,
    checks: &'static str,
    reason: &'static str,
    check: fn(&Look, &mut Report),
) -> Rule {
    Rule { id, topic: Topic::Dates, severity, checks, reason, languages: &[], check }
}

/// Months without a role that are asked about; shorter ones are usual between jobs.
const GAP: i32 = 6;
/// Months of two roles side by side that are worth a word.
const OVERLAP: i32 = 3;

pub(super) fn rules() -> Vec<Rule> {
    use Severity::{Minor, Moderate};
    vec![
        rule(
            "dates-missing",
            Moderate,
            "Every job has dates.",
            "Years of experience are counted from them.",
            missing,
        ),
        rule(
            "dates-unread",
            Moderate,
            "The dates can be read by a machine.",
            "A date that is not read counts as none.",
            unread,
        ),
        rule(
            "dates-backwards",
            Moderate,
            "Every period ends after it starts.",
            "A slip here makes a reader doubt the other dates.",
            backwards,
        ),
        rule(
            "dates-future",
            Moderate,
            "No job starts or ends in the future.",
            "It is often a slip of the keys.",
            future,
        ),
        rule(
            "dates-gap",
            Minor,
            "There are no long gaps between jobs.",
            "Gaps are no fault, but they are asked about; half a year is usual between jobs.",
            gap,
        ),
        rule(
            "dates-overlap",
            Minor,
            "Jobs do not overlap without a word.",
            "Two jobs at once can be right; a reader wonders.",
            overlap,
        ),
        rule(
            "dates-mixed",
            Minor,
            "Dates are written in one way.",
            "A year alone beside months leaves up to two years open.",
            mixed,
        ),
        rule(
            "dates-order",
            Minor,
            "The latest job comes first.",
            "Readers expect the latest first and may stop after it.",
            order,
        ),
        rule(
            "dates-open-twice",
            Minor,
            "Only the present job is open-ended.",
            "Several jobs \u{201c}to present\u{201d} are often ones that nobody closed.",
            open_twice,
        ),
    ]
}

fn all<'a>(look: &'a Look) -> impl Iterator<Item = (&'a Field<Period>, &'a [LineId])> {
    let jobs = look.cv.resume.experience.iter().map(|position| (&position.dates, position.lines.as_slice()));
    let studies = look.cv.resume.education.iter().map(|study| (&study.dates, study.lines.as_slice()));
    jobs.chain(studies).filter_map(|(dates, lines)| dates.as_ref().map(|dates| (dates, lines)))
}

fn missing(look: &Look, report: &mut Report) {
    let lines: Vec<LineId> = look
        .cv
        .resume
        .experience
        .iter()
        .filter(|position| position.dates.is_none())
        .filter_map(|position| position.lines.first().copied())
        .collect();
    if !lines.is_empty() {
        let count =
            if lines.len() == 1 { "One job has".to_owned() } else { format!("{} jobs have", lines.len()) };
        report.add(
            format!("{count} no dates."),
            "Write start and end as month and year on the first line of the job.",
            look.spans(&lines),
        );
    }
}

fn unread(look: &Look, report: &mut Report) {
    for (dates, _) in all(look).filter(|(dates, _)| dates.value.start.is_none() && dates.value.end.is_none())
    {
        report.add(
            format!("The dates \u{201c}{}\u{201d} could not be read.", dates.value.written),
            "Write them as month and year, for example 03/2021 - 05/2024.",
            look.spans(&dates.lines),
        );
    }
}

fn backwards(look: &Look, report: &mut Report) {
    for (dates, _) in all(look) {
        if let (Some(start), Some(End::On(end))) = (dates.value.start, dates.value.end)
            && (end.year < start.year
                || (end.year == start.year
                    && matches!((start.month, end.month), (Some(a), Some(b)) if b < a)))
        {
            report.add(
                format!("The period \u{201c}{}\u{201d} ends before it starts.", dates.value.written),
                "Correct the dates.",
                look.spans(&dates.lines),
            );
        }
    }
}

fn future(look: &Look, report: &mut Report) {
    let today = month_of(look.today);
    for position in &look.cv.resume.experience {
        let Some(dates) = &position.dates else { continue };
        let ends =
            [dates.value.start, if let Some(End::On(end)) = dates.value.end { Some(end) } else { None }];
        let late = |date: &crate::extract::Date| match date.month {
            Some(_) => month_of(*date) > today,
            None => date.year > look.today.year,
        };
        if ends.iter().flatten().any(late) {
            report.add(
                format!("\u{201c}{}\u{201d} lies in the future.", dates.value.written),
                "Check the year; for a job that goes on write \u{201c}present\u{201d}.",
                look.spans(&dates.lines),
            );
        }
    }
}

/// The readable periods of jobs with their dates' lines, by start.
fn periods<'a>(look: &'a Look<'a>) -> Vec<(Months, &'a Field<Period>)> {
    let mut out: Vec<(Months, &Field<Period>)> = look
        .cv
        .resume
        .experience
        .iter()
        .zip(&look.proof.places.roles)
        .filter_map(|(position, months)| Some(((*months)?, position.dates.as_ref()?)))
        .collect();
    out.sort_by_key(|(months, _)| *months);
    out
}

fn has_months(dates: &Period) -> bool {
    dates.start.is_some_and(|start| start.month.is_some())
        && !matches!(dates.end, Some(End::On(end)) if end.month.is_none())
}

fn gap(look: &Look, report: &mut Report) {
    let periods = periods(look);
    // Time at school or university is no gap.
    let studies: Vec<Months> = look
        .cv
        .resume
        .education
        .iter()
        .filter_map(|study| crate::analyse::timeline::months(&study.dates.as_ref()?.value, look.today))
        .collect();
    let mut until: Option<(i32, &Field<Period>)> = None;
    for (months, dates) in periods {
        if let Some((end, before)) = until {
            // A year alone leaves up to a year open on each side.
            let slack = if has_months(&before.value) && has_months(&dates.value) { GAP } else { GAP + 12 };
            let studied = studies.iter().any(|study| study.start < months.start && study.end > end);
            if months.start - end > slack && !studied {
                let mut spans: Vec<About> = look.spans(&before.lines);
                spans.extend(look.spans(&dates.lines));
                report.add(
                    format!(
                        "About {} months lie between \u{201c}{}\u{201d} and \u{201c}{}\u{201d}.",
                        months.start - end,
                        before.value.written,
                        dates.value.written
                    ),
                    "If you like, name in one line what you did then.",
                    spans,
                );
            }
        }
        if until.is_none_or(|(end, _)| months.end > end) {
            until = Some((months.end, dates));
        }
    }
}

fn overlap(look: &Look, report: &mut Report) {
    let periods = periods(look);
    for pair in periods.windows(2) {
        let [(first, before), (second, dates)] = pair else { continue };
        let common = first.end.min(second.end) - second.start;
        if common > OVERLAP && has_months(&before.value) && has_months(&dates.value) {
            let mut spans: Vec<About> = look.spans(&before.lines);
            spans.extend(look.spans(&dates.lines));
            report.add(
                format!("Two jobs overlap by {common} months."),
                "If both are right, add \u{201c}part-time\u{201d} or \u{201c}alongside\u{201d} to one of them.",
                spans,
            );
        }
    }
}

fn mixed(look: &Look, report: &mut Report) {
    let read: Vec<&Field<Period>> = look
        .cv
        .resume
        .experience
        .iter()
        .filter_map(|position| position.dates.as_ref())
        .filter(|dates| dates.value.start.is_some())
        .collect();
    let with = read.iter().filter(|dates| has_months(&dates.value)).count();
    if with > 0 && with < read.len() {
        let odd = read
            .iter()
            .filter(|dates| !has_months(&dates.value))
            .flat_map(|dates| look.spans(&dates.lines))
            .collect();
        report.add("Some jobs have months, others only years.", "Give month and year for all of them.", odd);
    }
}

fn order(look: &Look, report: &mut Report) {
    let starts: Vec<i32> = look.proof.places.roles.iter().flatten().map(|months| months.end).collect();
    if starts.len() >= 2 && starts.windows(2).all(|pair| pair[0] <= pair[1]) && starts.first() < starts.last()
    {
        let first = look
            .cv
            .resume
            .experience
            .first()
            .map(|position| look.spans(&position.lines[..position.lines.len().min(1)]));
        report.add(
            "The oldest job comes first.",
            "Turn the order round, the latest first.",
            first.unwrap_or_default(),
        );
    }
}

fn open_twice(look: &Look, report: &mut Report) {
    let open: Vec<&Field<Period>> = look
        .cv
        .resume
        .experience
        .iter()
        .filter_map(|position| position.dates.as_ref())
        .filter(|dates| dates.value.end == Some(End::Present))
        .collect();
    if open.len() > 1 {
        let spans = open.iter().flat_map(|dates| look.spans(&dates.lines)).collect();
        report.add(
            format!("{} jobs go on until the present.", open.len()),
            "Close those that have ended.",
            spans,
        );
    }
}
