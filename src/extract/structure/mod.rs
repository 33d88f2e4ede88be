//! Takes: a [`Document`].
//! Gives: the [`Resume`] in it; every value with its lines and a confidence.
//! Never: panics on any text, or makes a value out of words that are not there.

mod anchors;
mod asides;
mod atoms;
mod contact;
mod dates;
mod document_titles;
mod durations;
mod education;
mod ends;
mod entries;
mod experience;
mod fold;
mod form_words;
mod forms;
mod glyphs;
mod heading_languages;
mod heading_words;
mod headings;
mod kinds;
mod label_column;
mod language;
mod links;
mod location;
mod looks;
mod moments;
mod months;
mod name;
mod naming;
mod parts;
mod phone_words;
mod phones;
mod pieces;
mod places;
mod role_languages;
mod role_words;
mod roles;
mod rows;
mod skills;
mod starts;
mod steps;
mod strays;
#[cfg(test)]
pub(in crate::extract) mod testing;
mod tokens;
mod upright;
mod wrapped_lists;

use super::{BlockKind, Document, Resume};
use contact::Zones;
pub(crate) use dates::ranges;
use rows::Body;

/// Finds the contact, the sections, the entries and the skills of a CV.
pub fn structure(document: &Document) -> Resume {
    // 1. Lines with the facts that rules ask for.
    let mut rows = rows::rows(document);
    let body = Body::of(&rows);

    // 2. The name, which looks like a heading, and the sections.
    let anywhere = contact::emails(document, &rows, &Zones::of(&rows, &[]));
    let (name, name_rows) = name::name(&rows, &body, &anywhere).unzip();
    let name_rows = name_rows.unwrap_or_default();
    if let Some(name) = &name {
        for (index, row) in rows.iter_mut().enumerate() {
            if !name_rows.contains(&index) && name::is_furniture(row, &name.value) {
                row.kind = BlockKind::Footer;
            }
        }
    }
    let mut parts = headings::sections(&rows, &body, &name_rows);
    kinds::infer(&rows, &mut parts);

    // 3. The contact, where the sections leave room for it.
    let zones = Zones::of(&rows, &parts);
    let emails = contact::emails(document, &rows, &zones);
    let phones = phones::phones(&rows, &zones);
    let links = links::links(document, &rows, &zones);
    let location = location::location(&rows, &zones, name.as_ref().map(|name| name.value.as_str()));

    // 4. What the sections hold.
    let home = location.as_ref().map_or(Vec::new(), |field| places::parts(&field.value));
    let experience = steps::positions(&rows, experience::experience(&rows, &parts, &home));
    let education = steps::studies(&rows, education::education(&rows, &parts, &home));
    let skills = skills::skills(&rows, &parts, &body);

    Resume {
        language: language::language(&rows),
        name,
        emails,
        phones,
        links,
        location,
        sections: parts.into_iter().map(|part| part.section).collect(),
        experience,
        education,
        skills,
    }
}
