//! Where the person lives, as printed in the contact.

use super::contact::Zones;
use super::rows::Row;
use super::{dates, fold, places};
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

pub(super) fn location(rows: &[Row], zones: &Zones) -> Option<Field<String>> {
    let mut best: Option<(f32, Field<String>)> = None;
    for index in &zones.near {
        let Some(row) = rows.get(*index) else { continue };
        for part in row
            .text
            .split(['|', '•', '·', '⋄', '◦', '∙', '⋆'])
            .map(str::trim)
            .chain(row.cells().iter().map(|cell| cell.trim()))
        {
            let (value, labelled) = without_label(part);
            let score = score(value) + if labelled { 1.5 } else { 0.0 };
            if score >= 1.0 && best.as_ref().is_none_or(|(known, _)| score > *known) {
                let confidence = (0.4 + score * 0.15).clamp(0.3, 0.9);
                best = Some((score, Field { value: value.to_owned(), lines: vec![row.id], confidence }));
            }
        }
    }
    best.map(|(_, field)| field)
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
        ] {
            let rows = testing::rows(text);
            let zones = Zones::of(&rows, &[]);
            assert_eq!(location(&rows, &zones).map(|field| field.value).as_deref(), expected, "{text}");
        }
    }
}
