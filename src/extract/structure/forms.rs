//! Entries of a form: a label in front of every fact, as Europass prints them
//! ("Occupation or position held   Nurse") and many forms do ("Company: Acme").

use super::dates::{self, Found};
use super::fold::{self, key};
use super::form_words::{DATES, Fact, STUDY, WORK};
use super::places;
use super::roles::commas;
use super::rows::Row;
use crate::extract::{Field, LineId, Period};

/// One entry whose facts were labelled.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    pub(super) what: Option<Field<String>>,
    pub(super) place: Option<Field<String>>,
    pub(super) dates: Option<Field<Period>>,
    pub(super) bullets: Vec<LineId>,
    pub(super) lines: Vec<LineId>,
}

/// The entries of a section that is filled in like a form, or none.
pub(super) fn work(rows: &[Row], indexes: &[usize]) -> Option<Vec<Filled>> {
    filled(rows, indexes, WORK)
}

pub(super) fn study(rows: &[Row], indexes: &[usize]) -> Option<Vec<Filled>> {
    filled(rows, indexes, STUDY)
}

/// A label's words that its column had no room for on the first line.
type Rest = Option<String>;

fn filled(rows: &[Row], indexes: &[usize], words: &[(Fact, &str)]) -> Option<Vec<Filled>> {
    if !is_form(rows, indexes, words) {
        return None;
    }
    let mut all: Vec<Filled> = Vec::new();
    let mut rest: Rest = None;
    for row in indexes.iter().filter_map(|index| rows.get(*index)) {
        let label = labelled(row, words);
        let Some((fact, value, left)) = label else {
            let tail = rest.take().is_some_and(|rest| rest.ends_with(&key(&row.text)));
            if let Some(last) = all.last_mut() {
                if row.bullet && !tail {
                    last.bullets.push(row.id);
                }
                last.lines.push(row.id);
            }
            continue;
        };
        rest = left;
        let again = all.last().is_none_or(|last| match fact {
            Fact::What => last.what.is_some(),
            Fact::Where => last.place.is_some(),
            Fact::When => last.dates.is_some(),
            Fact::Else => false,
        });
        if again {
            all.push(Filled::default());
        }
        let Some(last) = all.last_mut() else { continue };
        last.lines.push(row.id);
        let text =
            |value: &str| Some(Field { value: value.to_owned(), lines: vec![row.id], confidence: 0.9 });
        match fact {
            Fact::What => last.what = text(&value),
            // The label asks for the address too.
            Fact::Where => {
                let name = commas(&value).first().map_or(value.as_str(), |first| *first).to_owned();
                last.place = text(places::without_place(&name));
            }
            Fact::When => last.dates = period(&value, row.id),
            Fact::Else => {}
        }
    }
    let whole = |entry: &&Filled| entry.what.is_some() && (entry.place.is_some() || entry.dates.is_some());
    let told = all.iter().filter(|entry| entry.what.is_some() || entry.place.is_some()).count();
    let good = all.iter().filter(whole).count();
    all.retain(|entry| entry.what.is_some() || entry.place.is_some());
    (good > 0 && good * 2 > told).then_some(all)
}

/// Different facts with values from one left edge, or behind colons: templates
/// print "Employer   City" and "Job title   Dates" as examples of a line.
fn is_form(rows: &[Row], indexes: &[usize], words: &[(Fact, &str)]) -> bool {
    let facts: Vec<(Fact, f32)> = indexes
        .iter()
        .filter_map(|index| rows.get(*index))
        .filter_map(|row| {
            let (fact, _, _) = labelled(row, words)?;
            let value = row.pieces.iter().find(|piece| piece.after_gap);
            Some((fact, value.filter(|_| row.size > 0.0).map_or(-1.0, |piece| piece.x)))
        })
        .collect();
    facts.iter().any(|(fact, x)| facts.iter().any(|(other, at)| other != fact && (x - at).abs() < 3.0))
}

fn period(value: &str, line: LineId) -> Option<Field<Period>> {
    let found: Found = dates::periods(value).into_iter().next()?;
    let told = found.period.start.is_some() || found.period.end.is_some();
    told.then(|| Field { value: found.period, lines: vec![line], confidence: 0.95 })
}

/// What a line's label announces, and its value.
fn labelled(row: &Row, words: &[(Fact, &str)]) -> Option<(Fact, String, Rest)> {
    let cells = row.cells();
    if let [label, values @ ..] = cells.as_slice()
        && !values.is_empty()
        && let Some((fact, rest)) = fact(label, words)
    {
        return Some((fact, values.join(" ").trim().to_owned(), rest));
    }
    let (label, value) = row.text.split_once([':', '：'])?;
    let (fact, rest) = fact(label, words)?;
    let value = value.trim();
    (!value.is_empty()).then(|| (fact, value.to_owned(), rest))
}

fn fact(label: &str, words: &[(Fact, &str)]) -> Option<(Fact, Rest)> {
    let label = key(label);
    if label.is_empty() || label.chars().count() > 80 {
        return None;
    }
    let long = fold::word_count(&label) >= 2 && label.len() >= 8;
    let lists = words.iter().copied().chain([(Fact::When, DATES)]);
    let mut cut = None;
    for (fact, list) in lists {
        for phrase in list.split('|').map(str::trim) {
            if phrase == label {
                return Some((fact, None));
            }
            if long && cut.is_none() && phrase.strip_prefix(&label).is_some_and(|rest| rest.starts_with(' '))
            {
                cut = Some((fact, Some(phrase.to_owned())));
            }
        }
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn facts_behind_labels_are_entries() {
        let rows = testing::rows(
            "Company: Acme Ltd, Leeds\nDesignation: Fitter\nDuration: 2015 - 2018\n\nCompany: Bolt\nDesignation: Helper\nDuration: 2012 - 2015",
        );
        let indexes: Vec<usize> = (0..rows.len()).collect();
        let found = work(&rows, &indexes).unwrap_or_default();
        let shown: Vec<(Option<String>, Option<String>)> = found
            .iter()
            .map(|entry| {
                (
                    entry.what.as_ref().map(|field| field.value.clone()),
                    entry.place.as_ref().map(|field| field.value.clone()),
                )
            })
            .collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(shown, [(some("Fitter"), some("Acme Ltd")), (some("Helper"), some("Bolt"))]);
        assert!(found.iter().all(|entry| entry.dates.is_some()));
        let prose = testing::rows("Nurse, Acme\n2015 - 2018\nRole: led the ward");
        assert!(work(&prose, &[0, 1, 2]).is_none());
    }
}
