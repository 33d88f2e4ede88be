//! Postal addresses, in personal lines or after a label: a street with its
//! number, a postcode with its town, and what stands between the two.

use super::lines::Lines;
use crate::text::Span;
use tokens::{Token, capital, is_number, small, tokens};

mod street;
mod tokens;
mod town;
mod words;

#[rustfmt::skip]
const LABELS: &[&str] = &[
    "address", "home address", "postal address", "permanent address", "current address", "adresse",
    "anschrift", "wohnanschrift", "adresse postale", "dirección", "direccion", "domicilio", "morada",
    "endereço", "endereco", "indirizzo", "residenza", "residente in", "adres", "woonadres",
    "adres zamieszkania", "zamieszkały", "zamieszkała", "adress", "bostadsadress", "bopæl", "domicile",
];

pub fn addresses(text: &str, lines: &Lines) -> Vec<Span> {
    let mut out = Vec::new();
    let mut filled = 0;
    for (index, (line, personal)) in lines.all.iter().enumerate() {
        let words = line.of(text);
        filled += usize::from(!words.trim().is_empty());
        for (part, labelled) in parts(words) {
            if !(labelled || *personal) {
                continue;
            }
            // The first line is of the name, the second often of the trade.
            let below = filled;
            let Some(span) = address(&words[part.start..part.end], labelled, below) else { continue };
            let base = line.start + part.start;
            out.push(Span::new(base + span.start, base + span.end));
            // A town at the start of a line has its street in the line before.
            let alone = span.start == 0 && part.start == words.len() - words.trim_start().len();
            if let Some(before) = index.checked_sub(1).filter(|_| alone && !labelled)
                && let Some((line, true)) = lines.all.get(before).copied()
                && let Some(street) = unnamed_street(line.of(text))
                && !out.iter().any(|known| line.contains(*known))
            {
                out.push(Span::new(line.start + street.start, line.start + street.end));
            }
        }
    }
    out
}

/// Parts of a line between `|`, bullets and wide gaps, without their label;
/// and whether they had one.
fn parts(line: &str) -> Vec<(Span, bool)> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut previous = ' ';
    for (at, c) in line.char_indices().chain([(line.len(), '|')]) {
        let wide = c == ' ' && previous == ' ';
        if matches!(c, '|' | '•' | '·' | '\t' | ';' | '●' | '▪' | '♦') || wide || (c == '—') {
            let words = &line[start..at];
            let mut from = start + words.len() - words.trim_start().len();
            let mut labelled = false;
            if let Some(colon) = line[from..at].find(':') {
                let label =
                    line[from..from + colon].trim().trim_start_matches(['-', '*', ' ']).to_lowercase();
                labelled = LABELS.contains(&label.as_str());
                from += colon + 1;
            } else if let Some(label) = LABELS.iter().find(|label| {
                let words = line[from..at].to_lowercase();
                words.starts_with(**label) && words[label.len()..].starts_with(' ') && label.len() > 6
            }) {
                labelled = line.is_char_boundary(from + label.len());
                from += if labelled { label.len() } else { 0 };
            }
            let words = &line[from..at];
            from += words.len() - words.trim_start().len();
            let to = from + line[from..at].trim_end().len();
            if from < to {
                out.push((Span::new(from, to), labelled));
            }
            start = at + c.len_utf8().min(line.len() - at);
        }
        previous = c;
    }
    out
}

/// A line before a town that has a number, whatever its street is called:
/// "Oude Delft 112-III", "PO Box 1187".
fn unnamed_street(line: &str) -> Option<Span> {
    let tokens = tokens(line.trim_end());
    let of_street =
        |token: &Token| capital(token) || small(token) || is_number(token) || token.text.chars().count() <= 5;
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let year = |token: &Token| {
        token.text.len() == 4 && token.text.parse().is_ok_and(|year: u32| (1940..=2035).contains(&year))
    };
    let fits = (1..=9).contains(&tokens.len())
        && (1..=8).contains(&digits)
        && tokens.iter().any(|token| token.text.starts_with(|c: char| c.is_ascii_digit()))
        && tokens.iter().any(capital)
        && tokens.iter().all(of_street)
        && !tokens.iter().any(year)
        && !line.contains(['@', ':', '|', '+']);
    fits.then(|| Span::new(tokens[0].span.start, tokens[tokens.len() - 1].span.end))
}

fn address(part: &str, labelled: bool, below: usize) -> Option<Span> {
    // Mail and net addresses, and prose, are none.
    if part.contains('@') || part.contains("://") || part.chars().count() > 140 {
        return None;
    }
    if labelled {
        return Some(Span::new(0, part.trim_end_matches('.').len()));
    }
    let tokens = tokens(part);
    let street = street::street(&tokens);
    let town = town::town(part, &tokens, street);
    let widened = |(from, to): (usize, usize)| wider(&tokens, from, to, street.is_some(), below);
    let span = match (street, town) {
        (Some(street), Some(town)) => {
            let (from, to) = widened((street.0.min(town.0), street.1.max(town.1)));
            Some(Span::new(tokens[from].span.start, tokens[to].span.end))
        }
        (Some(found), None) | (None, Some(found)) => {
            let (from, to) = widened(found);
            Some(Span::new(tokens[from].span.start, tokens[to].span.end))
        }
        (None, None) => None,
    }?;
    // "70122 Bari (BA)"
    let province = part[span.end..].strip_prefix(" (").and_then(|rest| rest.split_once(')'));
    let province =
        province.filter(|(name, _)| name.len() == 2 && name.chars().all(|c| c.is_ascii_uppercase()));
    Some(Span::new(span.start, span.end + if province.is_some() { 5 } else { 0 }))
}

/// What stands beside a street or a town between the commas of one part
/// belongs to the address: the quarter behind it, the house before it.
fn wider(tokens: &[Token], mut from: usize, mut to: usize, street: bool, line: usize) -> (usize, usize) {
    let place =
        |token: &Token| capital(token) || small(token) || is_number(token) || token.text.chars().count() <= 5;
    let year = |token: &Token| {
        token.text.len() == 4 && token.text.parse().is_ok_and(|year: u32| (1940..=2035).contains(&year))
    };
    // To the right only behind a street, and only to the end of the part. A
    // postcode that takes no town ends the address: no quarter is behind it.
    let open = street && !town::is_lone_postcode(tokens, to);
    let rest = &tokens[to + 1..];
    if open && line > 1 && rest.len() <= 6 && rest.iter().all(place) && !rest.iter().any(year) {
        to = tokens.len() - 1;
    }
    let segments = tokens[..from].iter().filter(|token| token.parted).count();
    let below = line > 2 || (line == 2 && segments >= 1 && tokens[from].parted && !street);
    // To the left a segment with a number, or below the head's first lines any.
    while from > 0 {
        let start = (0..from).rfind(|at| tokens[*at].parted).unwrap_or(0);
        let segment = &tokens[start..from];
        let numbered = segment.iter().any(is_number) && segment.iter().any(capital);
        if segment.len() > 6
            || !segment.iter().all(place)
            || segment.iter().any(year)
            || !(numbered || below && tokens[from].parted)
        {
            break;
        }
        from = start;
    }
    (from, to)
}
