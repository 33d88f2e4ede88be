//! Where a CV says how to reach its person, and the e-mail addresses there.

use super::headings::Part;
use super::rows::Row;
use crate::extract::{BlockKind, Document, Field, LineId, SectionKind};

/// The rows of a document by how likely they hold the contact.
pub(super) struct Zones {
    /// Head of the first page, headers and footers, sections called "Contact".
    pub(super) near: Vec<usize>,
    /// The rest but references: they name other people.
    pub(super) far: Vec<usize>,
}

const CONTACT_HEADINGS: &[&str] = &[
    "contact",
    "kontakt",
    "contato",
    "contatti",
    "personal",
    "personlich",
    "persoonlijk",
    "dane",
    "details",
    "datos",
    "dados",
    "dati",
    "coordonnees",
    "adress",
    "联系",
    "個人",
    "基本",
    "连",
    "連絡",
    "контакт",
    "연락",
    "personalia",
    "reach",
    "touch",
    "info",
    "online",
    "links",
    "social",
    "profiles",
];

impl Zones {
    pub(super) fn of(rows: &[Row], parts: &[Part]) -> Self {
        let mut kinds: Vec<Option<&Part>> = vec![None; rows.len()];
        for part in parts {
            for index in part.rows.iter().chain([&part.heading]) {
                if let Some(kind) = kinds.get_mut(*index) {
                    *kind = Some(part);
                }
            }
        }
        let mut zones = Self { near: Vec::new(), far: Vec::new() };
        for (index, (row, part)) in rows.iter().zip(&kinds).enumerate() {
            let Some(part) = part else {
                zones.near.push(index);
                continue;
            };
            let heading = super::fold::fold(&part.section.heading);
            let contact = part.section.kind == SectionKind::Other
                && CONTACT_HEADINGS.iter().any(|word| heading.contains(word));
            if contact || row.kind != BlockKind::Body && row.kind != BlockKind::Table {
                zones.near.push(index);
            } else if part.section.kind != SectionKind::References {
                zones.far.push(index);
            }
        }
        zones
    }
}

/// E-mail addresses, those of the contact first; others only when it has none.
pub(super) fn emails(document: &Document, rows: &[Row], zones: &Zones) -> Vec<Field<String>> {
    let mut found = Vec::new();
    for (indexes, confidence) in [(&zones.near, 0.98), (&zones.far, 0.8)] {
        for index in indexes {
            for (address, lines) in emails_of(rows, *index) {
                push_once(&mut found, address, lines, confidence);
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    // Only behind a link: "E-mail me".
    for link in &document.links {
        if let Some(address) = link.target.strip_prefix("mailto:") {
            let address = address.split('?').next().unwrap_or_default();
            if is_email(address) {
                let lines = super::links::row_at(rows, link).map(|row| row.id).into_iter().collect();
                push_once(&mut found, address.to_owned(), lines, 0.6);
            }
        }
    }
    found
}

pub(super) fn push_once(found: &mut Vec<Field<String>>, value: String, lines: Vec<LineId>, confidence: f32) {
    let same = |field: &Field<String>| field.value.eq_ignore_ascii_case(&value);
    if !found.iter().any(same) {
        found.push(Field { value, lines, confidence });
    }
}

fn emails_of(rows: &[Row], index: usize) -> Vec<(String, Vec<LineId>)> {
    let Some(row) = rows.get(index) else { return Vec::new() };
    let text = unmask(&row.text);
    let mut found = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, character)| matches!(character, '@' | '＠')) {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + sign.len_utf8()..).unwrap_or_default();
        let local = tail(before, is_local);
        // "john.doe @ example.com"
        let local = if local.is_empty() { tail(before.trim_end(), is_local) } else { local };
        let trimmed = if after.starts_with(' ') { after.trim_start() } else { after };
        let domain = head(trimmed, is_domain);
        let mut lines = row.lines();
        let mut domain = domain.to_owned();
        // A narrow column breaks an address at "@", "." or "-".
        let ends_line = trimmed.len() == domain.len();
        if ends_line
            && !local.is_empty()
            && (domain.is_empty() || !has_ending(&domain))
            && let Some(next) = rows.get(index + 1)
            && next.page == row.page
        {
            let rest = head(&next.text, is_domain);
            let joined = format!("{domain}{rest}");
            let broken = domain.is_empty() || domain.ends_with(['.', '-']) || rest.starts_with('.');
            if broken && !rest.is_empty() && has_ending(&joined) && rest.chars().all(|c| !c.is_uppercase()) {
                domain = joined;
                lines.push(next.id);
            }
        }
        let mut local = local.to_owned();
        if local.is_empty()
            && !row.bullet
            && has_ending(&domain)
            && before.trim().is_empty()
            && let Some(above) = index.checked_sub(1).and_then(|above| rows.get(above))
        {
            local = tail(&above.text, is_local).to_owned();
            lines.insert(0, above.id);
        }
        let address =
            format!("{}@{}", local.trim_start_matches(['.', '-', '+']), domain.trim_end_matches(['.', '-']));
        if is_email(&address) {
            found.push((address, lines));
        }
    }
    found
}

/// "name (at) example (dot) org", as people hide it from robots.
fn unmask(text: &str) -> String {
    if text.contains('@') || !text.to_lowercase().contains("at") {
        return text.to_owned();
    }
    let mut out = text.to_owned();
    for (mask, sign) in [
        (" [at] ", "@"),
        (" (at) ", "@"),
        ("[at]", "@"),
        ("(at)", "@"),
        (" AT ", "@"),
        (" [dot] ", "."),
        (" (dot) ", "."),
        ("[dot]", "."),
        ("(dot)", "."),
        (" DOT ", "."),
    ] {
        out = out.replace(mask, sign);
    }
    out
}

fn is_local(character: char) -> bool {
    character.is_alphanumeric() && !super::fold::is_cjk(character)
        || matches!(character, '.' | '_' | '%' | '+' | '-')
}

fn is_domain(character: char) -> bool {
    character.is_alphanumeric() && !super::fold::is_cjk(character) || matches!(character, '.' | '-')
}

fn tail(text: &str, test: fn(char) -> bool) -> &str {
    text.get(text.trim_end_matches(test).len()..).unwrap_or_default()
}

fn head(text: &str, test: fn(char) -> bool) -> &str {
    text.get(..text.len() - text.trim_start_matches(test).len()).unwrap_or_default()
}

fn has_ending(domain: &str) -> bool {
    domain.trim_end_matches('.').rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty()
            && !domain.ends_with('.')
            && ending.chars().count() >= 2
            && ending.chars().all(char::is_alphabetic)
    })
}

fn is_email(address: &str) -> bool {
    address.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && local.chars().any(char::is_alphanumeric)
            && has_ending(domain)
            && !domain.contains("..")
            && !domain.contains('@')
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn reads_addresses_whatever_the_layout_did() {
        for (text, expected) in [
            ("Mail: ana.lima@example.pt | +351 912", vec!["ana.lima@example.pt"]),
            ("ana.lima @ example.pt", vec!["ana.lima@example.pt"]),
            ("ana.lima@example.\ncom", vec!["ana.lima@example.com"]),
            ("ana.lima (at) example (dot) org", vec!["ana.lima@example.org"]),
            ("ana@example.com, lima@example.com.", vec!["ana@example.com", "lima@example.com"]),
            ("@analima", vec![]),
            // An item of a list goes on with nothing.
            ("Experience\n- @github.com/x", vec![]),
        ] {
            let rows = testing::rows(text);
            let zones = Zones::of(&rows, &[]);
            let document = testing::document(text);
            let found: Vec<String> =
                emails(&document, &rows, &zones).into_iter().map(|field| field.value).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
