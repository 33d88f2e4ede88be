//! Addresses over several lines: what stands above, between and below the
//! lines that are surely of an address.

use super::super::lines::Lines;
use super::tokens::{Token, capital, is_flat_part, is_number, small, tokens};
use super::words::{BUILDINGS, FLAT_STARTS, STREET_STARTS, STREET_WORDS};
use super::{COUNTRIES, LABELS};
use crate::text::Span;

/// Lines of the same addresses that say too little alone.
pub fn neighbours(text: &str, lines: &Lines, found: &[Span]) -> Vec<Span> {
    let mut sure: Vec<bool> =
        lines.all.iter().map(|(line, _)| found.iter().any(|span| line.contains(*span))).collect();
    let first = lines.all.iter().position(|(line, _)| !line.of(text).trim().is_empty()).unwrap_or(0);
    let mut out = Vec::new();
    let mut take = |at: usize, sure: &mut Vec<bool>| {
        let (line, _) = lines.all[at];
        let words = line.of(text);
        let start = line.start + words.len() - words.trim_start().len();
        out.push(Span::new(start, line.start + words.trim_end().len()));
        sure[at] = true;
    };
    let open = |at: usize, sure: &[bool]| lines.all[at].1 && at > first && !sure[at];
    // Upwards from each, then downwards.
    for at in (1..lines.all.len()).rev() {
        let line = lines.all[at - 1].0.of(text);
        let short = |at: usize| {
            let line = lines.all[at].0.of(text);
            places(line) && line.split_whitespace().count() <= 3
        };
        // Town and county each on a line between the street and the postcode.
        let two = at >= 3 && sure[at - 3] && lines.all[at - 2].1 && short(at - 1) && short(at - 2);
        let between = at >= 2 && sure[at - 2] && places(line) || two;
        if sure[at] && open(at - 1, &sure) && (housed(line) || between) {
            take(at - 1, &mut sure);
        }
    }
    for at in 1..lines.all.len() {
        let line = lines.all[at].0.of(text);
        let goes_on = lines.all[at - 1].0.of(text).trim_end().ends_with(',') && places(line);
        if sure[at - 1] && open(at, &sure) && (ends_an_address(line) || goes_on) {
            take(at, &mut sure);
        }
    }
    // "Address:" alone on its line, with the lines below it.
    for at in 0..lines.all.len() {
        let label = lines.all[at].0.of(text).trim().trim_end_matches(':').trim().to_lowercase();
        if !(lines.all[at].1 && LABELS.contains(&label.as_str())) {
            continue;
        }
        for next in at + 1..(at + 5).min(lines.all.len()) {
            let line = lines.all[next].0.of(text);
            if !open(next, &sure) && !sure[next] || !(places(line) || housed(line)) {
                break;
            }
            // Also what stands beside a known town: "97000 Mérida, Yucatán".
            take(next, &mut sure);
        }
    }
    out
}

fn plain(line: &str) -> Option<Vec<Token<'_>>> {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let tokens = tokens(line.trim());
    // Numbers alone are a phone.
    let named = tokens.iter().filter(|token| capital(token)).count();
    let fits = (1..=8).contains(&tokens.len())
        && (digits <= 8 || digits <= 10 && named >= 2)
        && !line.contains(['@', ':', '|', '+', '•'])
        && tokens
            .iter()
            .all(|token| capital(token) || small(token) || is_number(token) || is_flat_part(token));
    fits.then_some(tokens)
}

/// Nothing but names and numbers.
fn places(line: &str) -> bool {
    plain(line).is_some()
}

/// A house, a flat or a street by its words: "Rose Cottage", "Chapel Lane".
fn housed(line: &str) -> bool {
    let Some(tokens) = plain(line) else { return false };
    let word = |token: &Token, list: &[&str]| list.contains(&token.lower.trim_end_matches('.'));
    let last = &tokens[tokens.len() - 1];
    tokens.iter().any(|token| word(token, BUILDINGS))
        || FLAT_STARTS.contains(&tokens[0].lower.as_str()) && tokens.len() > 1
        || STREET_STARTS.contains(&tokens[0].lower.as_str()) && tokens.len() > 1
        || word(last, STREET_WORDS) && tokens.len() > 1
        || is_number(&tokens[0]) && tokens.len() > 1
}

/// A country, an Irish county, "Dublin 8".
fn ends_an_address(line: &str) -> bool {
    let Some(tokens) = plain(line) else { return false };
    let last = tokens[tokens.len() - 1].lower.trim_end_matches('.').to_owned();
    let county = tokens.iter().any(|token| matches!(token.lower.as_str(), "co." | "county"));
    let district = tokens.len() == 2 && is_number(&tokens[1]) && tokens[1].text.len() <= 3;
    tokens.len() <= 4 && (COUNTRIES.contains(&last.as_str()) || county || district)
}
