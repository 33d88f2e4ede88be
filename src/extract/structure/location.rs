//! Where the person lives, as printed in the contact.

use super::contact::Zones;
use super::headings::{Naming, naming};
use super::rows::Row;
use super::{dates, fold, places, role_words};
use crate::extract::Field;

const LABELS: &[&str] = &[
    "address",
    "location",
    "adresse",
    "anschrift",
    "wohnort",
    "direccion",
    "domicilio",
    "endereco",
    "morada",
    "indirizzo",
    "residenza",
    "adres",
    "woonplaats",
    "adres zamieszkania",
    "地址",
    "现居",
    "现居地",
    "住所",
    "所在地",
    "주소",
    "адрес",
    "город",
    "ort",
    "lieu",
    "based in",
    "lives in",
    "home",
    "localizacao",
    "localidad",
    "city",
    "ciudad",
    "citta",
    "cidade",
    "stadt",
    "ville",
    "miasto",
    "miejsce zamieszkania",
    "居住地",
    "현주소",
    "место жительства",
    "domicile",
    "residence",
    "address es",
    "bydliste",
    "bostad",
    "adresa",
];

const STREETS: &[&str] = &[
    "street",
    "avenue",
    "road",
    "lane",
    "drive",
    "boulevard",
    "strasse",
    "str.",
    "weg ",
    "platz",
    "allee",
    "rue ",
    "calle",
    "avenida",
    "rua ",
    "via ",
    "viale",
    "piazza",
    "straat",
    "laan",
    "ulica",
    "ul. ",
    " st.",
    " ave",
    "plaza",
    "postcode",
    "postal",
    "邮编",
    "street ",
];

pub(super) fn location(rows: &[Row], zones: &Zones, name: Option<&str>) -> Option<Field<String>> {
    let mut best: Option<(f32, Field<String>)> = None;
    let reaches: Vec<bool> = rows.iter().map(|row| reaches(&row.text)).collect();
    for (number, index) in zones.near.iter().enumerate() {
        let Some(row) = rows.get(*index) else { continue };
        let at = |near: Option<&usize>| near.and_then(|near| reaches.get(*near)).copied().unwrap_or(false);
        let own = at(Some(index));
        let beside = at(number.checked_sub(1).and_then(|above| zones.near.get(above)))
            || at(zones.near.get(number + 1));
        let cells = row.cells();
        if let [label, value @ ..] = cells.as_slice()
            && !value.is_empty()
            && LABELS.contains(&fold::key(label).as_str())
        {
            let value = value.join(" ");
            let score = score(&value) + 1.5;
            if score >= 1.0 && best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, Field { value, lines: row.lines(), confidence: 0.8 }));
            }
            continue;
        }
        let parts: Vec<&str> = row
            .text
            .split(['|', '•', '·', '⋄', '◦', '∙', '⋆'])
            .map(str::trim)
            .chain(cells.iter().map(|cell| cell.trim()))
            .collect();
        for part in &parts {
            let (value, labelled) = without_label(part);
            let mut score = score(value) + if labelled { 1.5 } else { 0.0 };
            // A name of a place that no list has, among the ways to reach its person.
            let company = if own { parts.len() > 2 && *part != row.text } else { beside };
            if company
                && (0.0..1.0).contains(&score)
                && !row.bullet
                && name != Some(value)
                && may_be_place(value)
            {
                score += 1.0;
            }
            if score >= 1.0 && best.as_ref().is_none_or(|(known, _)| score > *known) {
                let confidence = (0.4 + score * 0.15).clamp(0.3, 0.9);
                best = Some((score, Field { value: value.to_owned(), lines: row.lines(), confidence }));
            }
        }
    }
    best.map(|(_, field)| field)
}

/// Holds an e-mail address or a telephone number.
fn reaches(text: &str) -> bool {
    text.contains('@') && text.contains('.')
        || fold::digits(text).len() >= 7 && dates::periods(text).is_empty()
}

/// One to four capitalised words without digits that nothing else claims.
fn may_be_place(value: &str) -> bool {
    let words = fold::word_count(value);
    let scripted = value.chars().any(fold::is_cjk);
    let capital = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let shaped = value.contains(',')
        && (2..=5).contains(&words)
        && value.split(',').map(str::trim).all(|part| capital(part) && fold::word_count(part) <= 3);
    let single =
        (1..=3).contains(&words) && value.split_whitespace().all(capital) && value.chars().count() >= 3;
    (shaped || single && !value.contains(','))
        && !scripted
        && !value.chars().any(|c| c.is_ascii_digit() || ":/@+&".contains(c))
        && role_words::title_score(value) <= 0.0
        && role_words::degree_score(value) <= 0.0
        && !role_words::is_organisation(value)
        && naming(value).0 < Naming::Fully
        && (shaped || single && !is_web_word(value))
}

/// What stands for an address behind a link, or on forms: "LinkedIn".
fn is_web_word(value: &str) -> bool {
    const WORDS: &str = "linkedin github gitlab xing portfolio website web homepage blog twitter x facebook instagram skype telegram wechat orcid \
         researchgate scholar google behance dribbble medium stackoverflow email mail phone mobile contact married single male female nationality";
    fold::key(value).split(' ').any(|word| super::months::one_of(WORDS, word))
}

/// "東京都世田谷区", "北京市海淀区", "서울특별시 강남구".
fn is_district(value: &str) -> bool {
    let short = (2..=14).contains(&value.chars().count());
    let ends =
        value.ends_with(['市', '区', '區', '县', '縣', '県', '省', '都', '府', '町', '村', '시', '구']);
    short && ends && value.chars().all(|c| c.is_alphabetic() || c.is_whitespace()) && !value.is_ascii()
}

fn without_label(part: &str) -> (&str, bool) {
    match part.split_once([':', '：']) {
        Some((label, value)) if LABELS.contains(&fold::key(label).as_str()) => (value.trim(), true),
        _ => (part, false),
    }
}

fn score(value: &str) -> f32 {
    if value.is_empty()
        || value.contains('@')
        || value.contains("://")
        || value.chars().count() > 80
        || fold::word_count(value) > 12
    {
        return -1.0;
    }
    let folded = fold::fold(value);
    let mut score = 0.0;
    if places::is_place(value) {
        score += 1.6;
    }
    if is_district(value) {
        score += 1.4;
    }
    let known = value
        .split([',', '–', '(', ')', ' '])
        .filter(|word| word.len() > 2 && places::is_known(word))
        .count();
    score += (known as f32 * 0.5).min(1.0);
    if STREETS.iter().any(|street| folded.contains(street)) {
        score += 1.0;
    }
    let postcode = value.split(|c: char| c.is_whitespace() || c == ',').any(|word| {
        (4..=6).contains(&word.chars().filter(char::is_ascii_digit).count())
            && word.chars().all(|c| c.is_ascii_digit() || c == '-')
    });
    if postcode && value.chars().any(char::is_alphabetic) && dates::periods(value).is_empty() {
        score += 0.8;
    }
    if fold::digits(value).len() > 12 {
        score -= 2.0;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn finds_places_in_the_contact() {
        for (text, expected) in [
            ("Ana Lima\nAustin, TX | (512) 555-0100", Some("Austin, TX")),
            ("Adresse: Musterstraße 5, 10115 Berlin", Some("Musterstraße 5, 10115 Berlin")),
            ("Ana Lima\nana@example.com", None),
            (
                "Ana Lima\nana@example.cz | +420 777 555 019 | Brno, Česká republika",
                Some("Brno, Česká republika"),
            ),
            ("Ana Lima\nВерхняя Пышма\nana@example.ru", Some("Верхняя Пышма")),
            ("Ana Lima\nLinkedIn\nana@example.ru", None),
        ] {
            let rows = testing::rows(text);
            let zones = Zones::of(&rows, &[]);
            assert_eq!(
                location(&rows, &zones, Some("Ana Lima")).map(|field| field.value).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
