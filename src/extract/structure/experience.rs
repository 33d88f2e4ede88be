//! Jobs, from the sections about work.

use super::entries::{Entry, entries};
use super::fold::key;
use super::forms;
use super::headings::Part;
use super::role_words::{organisation_score, title_score};
use super::roles::{Roles, Scorer, assign, commas};
use super::rows::Row;
use crate::extract::{Field, LineId, Period, Position, SectionKind};

const SCORER: Scorer = Scorer { first: title_score, second: organisation_score };

pub(super) fn experience(rows: &[Row], parts: &[Part], home: &[String]) -> Vec<Position> {
    let mut positions = Vec::new();
    for part in parts.iter().filter(|part| part.section.kind == SectionKind::Experience) {
        if let Some(filled) = forms::work(rows, &part.rows) {
            positions.extend(filled.into_iter().map(|entry| Position {
                title: entry.what,
                employer: entry.place,
                dates: entry.dates,
                bullets: entry.bullets,
                lines: entry.lines,
            }));
            continue;
        }
        let entries = entries(rows, &part.rows);
        let roles = assign(&entries, &SCORER, home);
        positions.extend(grouped(rows, &entries, roles));
    }
    positions
}

/// Several roles under one employer: the employer is named once, above.
fn grouped(rows: &[Row], entries: &[Entry], roles: Vec<Roles>) -> Vec<Position> {
    let mut positions: Vec<Position> = Vec::new();
    let mut employer: Option<Field<String>> = None;
    let mut roles = roles.into_iter().peekable();
    let mut after_header = false;
    for (number, entry) in entries.iter().enumerate() {
        let Some(mut role) = roles.next() else { break };
        let next = entries.get(number + 1);
        // "Acme Ltd, 2015 – 2020" with nothing but roles under it.
        let whole = role.first.is_some() && role.second.is_some();
        let only = if role.usable == 1 && !whole { role.first.clone().or(role.second.clone()) } else { None };
        if let (Some(only), Some(next_role), Some(next)) = (only, roles.peek(), next)
            && entry.body.is_empty()
            && next_role.usable == 1
            && title_score(&only.value)
                < next_role
                    .first
                    .as_ref()
                    .or(next_role.second.as_ref())
                    .map_or(0.0, |next| title_score(&next.value))
            && !next.rows.is_empty()
        {
            employer = Some(only);
            after_header = true;
            continue;
        }
        let before = entry.atoms.iter().any(|atom| atom.row < 0);
        if role.second.is_none() {
            role.second = own_business(entry, role.first.as_ref());
        }
        let titled = role.first.as_ref().is_some_and(|title| title_score(&title.value) > 0.0);
        if role.second.is_none() && (!before || titled) && role.usable <= 1 {
            if let Some(known) = employer.as_ref().filter(|_| after_header || !positions.is_empty()) {
                role.second = Some(Field { confidence: known.confidence * 0.8, ..known.clone() });
            }
        } else if role.second.is_some() {
            employer = if before { role.second.clone() } else { None };
            after_header = false;
        }
        if role.first.is_none() && role.second.is_none() {
            continue;
        }
        positions.push(position(rows, entry, role));
    }
    positions
}

/// "Market trader, self-employed": the words stand where an employer would.
fn own_business(entry: &Entry, title: Option<&Field<String>>) -> Option<Field<String>> {
    const WORDS: &[&str] = &[
        "self employed",
        "freelance",
        "freelancer",
        "selbststandig",
        "selbstandig",
        "freiberuflich",
        "freiberufler",
        "autonomo",
        "por cuenta propia",
        "independant",
        "independante",
        "libero professionista",
        "zelfstandig",
        "zzp",
        "samozatrudnienie",
        "wlasna dzialalnosc",
        "trabalhador independente",
        "自由职业",
        "フリーランス",
        "프리랜서",
        "фриланс",
        "самозанятый",
    ];
    let parts =
        entry.atoms.iter().flat_map(|atom| commas(&atom.text).into_iter().map(move |part| (atom, part)));
    parts
        .filter(|(_, part)| title.is_none_or(|title| title.value != *part))
        .find(|(_, part)| WORDS.contains(&key(part).as_str()))
        .map(|(atom, part)| Field { value: part.to_owned(), lines: atom.lines.clone(), confidence: 0.7 })
}

fn position(rows: &[Row], entry: &Entry, role: Roles) -> Position {
    Position {
        title: role.first,
        employer: role.second,
        dates: dates(entry),
        bullets: bullets(rows, entry),
        lines: lines(rows, entry),
    }
}

pub(super) fn dates(entry: &Entry) -> Option<Field<Period>> {
    let (found, lines) = entry.period.as_ref()?;
    if found.period.start.is_none() && found.period.end.is_none() {
        return None;
    }
    let confidence = if found.period.end.is_some() { 0.95 } else { 0.8 };
    Some(Field { value: found.period.clone(), lines: lines.clone(), confidence })
}

pub(super) fn lines(rows: &[Row], entry: &Entry) -> Vec<LineId> {
    entry.rows.iter().filter_map(|index| rows.get(*index)).map(|row| row.id).collect()
}

/// Lines that start an item: by their bullet, or where bullets are pictures
/// by their indent, when the line before has ended.
fn bullets(rows: &[Row], entry: &Entry) -> Vec<LineId> {
    let list: Vec<&Row> = entry.rows.iter().filter_map(|index| rows.get(*index)).collect();
    if list.iter().any(|row| row.bullet) {
        return list.iter().filter(|row| row.bullet).map(|row| row.id).collect();
    }
    let body: Vec<&Row> = entry.body.iter().filter_map(|index| rows.get(*index)).collect();
    let left = list.iter().map(|row| row.x).fold(f32::MAX, f32::min);
    let right = body.iter().map(|row| row.right).fold(0.0f32, f32::max);
    let mut starts = Vec::new();
    let mut ended = true;
    for row in body.iter().filter(|row| row.size > 0.0 && row.x > left + 4.0) {
        let capital = row.text.chars().next().is_some_and(|c| !c.is_lowercase());
        if ended && capital {
            starts.push(row.id);
        }
        ended = row.text.ends_with(['.', '。', ';']) || row.right < right - row.size * 6.0;
    }
    starts
}

#[cfg(test)]
mod tests {
    use crate::extract::cv_from_text;

    fn jobs(text: &str) -> Vec<(String, String)> {
        let words =
            |field: Option<crate::extract::Field<String>>| field.map(|field| field.value).unwrap_or_default();
        let found = cv_from_text(text).resume.experience.into_iter();
        found.map(|job| (words(job.title), words(job.employer))).collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(title, employer)| ((*title).to_owned(), (*employer).to_owned())).collect()
    }

    #[test]
    fn lines_of_title_and_employer_in_many_hands() {
        for (text, expected) in [
            (
                "Anna Nowak\n\nDOŚWIADCZENIE\n• 09.2018 – do chwili obecnej: Zastępca kierownika sklepu, Delikatesy Wierzba, Poznań\n• 06.2014 – 08.2018: Sprzedawca, Sklep Len, Gniezno",
                pairs(&[("Zastępca kierownika sklepu", "Delikatesy Wierzba"), ("Sprzedawca", "Sklep Len")]),
            ),
            (
                "Aino Pihla\n\nTYÖKOKEMUS\n5/2019 – nykyinen\nMyyntivastaava, Kauppahuone Tervas Oy\n1/2014 – 4/2019\nMyyjä, Järvisen Kenkä Oy",
                pairs(&[("Myyntivastaava", "Kauppahuone Tervas Oy"), ("Myyjä", "Järvisen Kenkä Oy")]),
            ),
            (
                "Iraia Montalbán\n\nEXPERIENCIA LABORAL\n2019-Actualidad Educadora infantil. Escuela Infantil Txikitxo\n2017-2019 Monitora de comedor. Ausolan Berri",
                pairs(&[
                    ("Educadora infantil", "Escuela Infantil Txikitxo"),
                    ("Monitora de comedor", "Ausolan Berri"),
                ]),
            ),
            (
                "Rosa Acht\n\nExperience\nOffice Administrator, Whinmoor Dental Group (Leeds) 2016–2019\nSales Assistant, Poundright (Leeds) 2011–2013",
                pairs(&[
                    ("Office Administrator", "Whinmoor Dental Group"),
                    ("Sales Assistant", "Poundright"),
                ]),
            ),
            (
                "كريم المنصوري\n\nالخبرات المهنية\n2019 - إلى الآن: محاسب، شركة الأطلس للتجارة\n2015 - 2019: مساعد محاسب، مكتب النور",
                pairs(&[("محاسب", "شركة الأطلس للتجارة"), ("مساعد محاسب", "مكتب النور")]),
            ),
        ] {
            assert_eq!(jobs(text), expected, "{text}");
        }
    }
}
