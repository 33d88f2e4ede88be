//! Addresses on the web: printed, or behind a link of the file.

use super::contact::{Zones, push_once};
use super::rows::Row;
use crate::extract::{Document, Field, Link};

/// Endings of addresses that are printed without "www." and without a path.
const ENDINGS: &str = "com org net io dev me edu co uk de fr es it nl pl pt br eu ch at be ca au in info app ai tech design blog site online xyz cn jp kr ru us page cv pro studio work cloud so gg nz ie se no dk fi cz mx ar cl";

const MAIL_HOSTS: &str = "gmail.com outlook.com hotmail.com yahoo.com icloud.com";

pub(super) fn links(document: &Document, rows: &[Row], zones: &Zones) -> Vec<Field<String>> {
    let mut found = Vec::new();
    for index in &zones.near {
        let Some(row) = rows.get(*index) else { continue };
        for word in row.text.split(|c: char| c.is_whitespace() || "|•·,;<>()，、".contains(c)) {
            let word = word.trim_matches(|c: char| "\"'.:–-[]".contains(c));
            if let Some(confidence) = is_link(word) {
                push_once(&mut found, word.to_owned(), row.lines(), confidence);
            }
        }
    }
    for link in &document.links {
        let web = link.target.starts_with("http://") || link.target.starts_with("https://");
        let Some(row) = row_at(rows, link).filter(|_| web) else { continue };
        let near =
            rows.iter().position(|known| known.id == row.id).is_some_and(|index| zones.near.contains(&index));
        let printed = found.iter().any(|field| bare(&link.target) == bare(&field.value));
        if near && !printed && link.target.len() <= 200 {
            push_once(&mut found, link.target.clone(), row.lines(), 0.8);
        }
    }
    found
}

/// The row that a link's box lies on.
pub(super) fn row_at<'r>(rows: &'r [Row], link: &Link) -> Option<&'r Row> {
    let middle = link.rect.y + link.rect.height / 2.0;
    rows.iter()
        .filter(|row| row.page == link.page as usize && row.size > 0.0)
        .filter(|row| row.x <= link.rect.x + link.rect.width && link.rect.x <= row.right)
        .filter(|row| (row.y - row.size / 2.0 - middle).abs() <= row.size)
        .min_by(|a, b| (a.y - middle).abs().total_cmp(&(b.y - middle).abs()))
}

fn bare(address: &str) -> String {
    let address = address.to_lowercase();
    let address =
        address.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    address.trim_end_matches('/').to_owned()
}

pub(super) fn is_link(word: &str) -> Option<f32> {
    if word.contains('@') || !word.is_ascii() && !word.contains("://") {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    if let Some((_, rest)) = lower.split_once("://") {
        return (rest.contains('.') && rest.len() > 3).then_some(0.98);
    }
    if lower.starts_with("www.") && lower.len() > 6 {
        return Some(0.95);
    }
    let (host, path) = lower.split_once('/').unwrap_or((&lower, ""));
    let (name, ending) = host.rsplit_once('.')?;
    let shaped = !name.is_empty()
        && host.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-')
        && name.chars().any(|c| c.is_ascii_alphabetic());
    let known = ENDINGS.split(' ').any(|known| known == ending);
    if !shaped || !known || MAIL_HOSTS.split(' ').any(|mail| mail == host) {
        return None;
    }
    Some(if path.is_empty() { 0.75 } else { 0.92 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_addresses_from_words() {
        for word in [
            "https://example.org/x",
            "www.example.com",
            "github.com/ana",
            "linkedin.com/in/ana-lima",
            "ana.dev",
        ] {
            assert!(is_link(word).is_some(), "{word}");
        }
        for word in ["Node.js", "B.Sc", "e.g", "ana@example.com", "3.5", "U.S.A", "gmail.com"] {
            assert!(is_link(word).is_none(), "{word}");
        }
    }
}
