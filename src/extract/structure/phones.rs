//! Telephone numbers of any country, told from dates, postcodes and ids by
//! their digits and shape.

use super::contact::{Zones, push_once};
use super::dates::{self, Shape};
use super::fold::{digits, fold};
use super::phone_words::{LABELS, OTHERS};
use super::rows::Row;
use crate::extract::Field;

pub(super) fn phones(rows: &[Row], zones: &Zones) -> Vec<Field<String>> {
    let mut found = Vec::new();
    for index in &zones.near {
        if let Some(row) = rows.get(*index) {
            for phone in row.cells().iter().flat_map(|cell| of(cell, true)) {
                push_new(&mut found, phone, row, 0.95);
            }
        }
    }
    if found.is_empty() {
        for index in &zones.far {
            if let Some(row) = rows.get(*index) {
                for phone in row.cells().iter().flat_map(|cell| of(cell, false)) {
                    push_new(&mut found, phone, row, 0.7);
                }
            }
        }
    }
    found
}

/// A footer repeats the number on every page, perhaps in another spelling.
fn push_new(found: &mut Vec<Field<String>>, phone: String, row: &Row, confidence: f32) {
    let same = digits(&phone);
    if !found.iter().any(|field| digits(&field.value) == same) {
        push_once(found, phone, row.lines(), confidence);
    }
}

/// The numbers of a line; outside the contact only those that cannot be
/// anything else.
fn of(text: &str, near: bool) -> Vec<String> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    // "03/2018 – 09/2020" has the digits of a number and the shape of a period.
    let periods = dates::periods(text);
    let dated = |at: usize| {
        periods
            .iter()
            .any(|found| found.shape == Shape::Range && found.span.start <= at && at < found.span.end)
    };
    let mut at = 0;
    while at < characters.len() {
        let Some(&(start, character)) = characters.get(at) else { break };
        if dated(start) {
            at += 1;
            continue;
        }
        let before =
            at.checked_sub(1).and_then(|before| characters.get(before)).map(|(_, character)| *character);
        let opens = matches!(character, '+' | '(' | '＋' | '（') || character.is_ascii_digit();
        let glued = before.is_some_and(|before| {
            before.is_alphanumeric() && !super::fold::is_cjk(before) || "@/_#.=-€$£%".contains(before)
        });
        if !opens || (glued && character != '+' && character != '(') {
            at += 1;
            continue;
        }
        let end = run(&characters, at);
        let stop = characters.get(end).map_or(text.len(), |(offset, _)| *offset);
        let candidate = text.get(start..stop).unwrap_or_default();
        let candidate = without_postcode(trim(candidate), text.get(start..).unwrap_or_default());
        let follows = characters.get(end).map(|(_, character)| *character);
        let in_word = follows.is_some_and(|next| next.is_alphabetic() && !super::fold::is_cjk(next))
            && candidate.len() + start == stop;
        let in_word = in_word || follows == Some('@') || follows == Some('%');
        if !in_word && is_phone(candidate, label(text.get(..start).unwrap_or_default()), near) {
            let whole = extension(text.get(start..).unwrap_or_default(), candidate);
            found.push(whole.to_owned());
            let next = start + whole.len();
            at = characters.iter().position(|(offset, _)| *offset >= next).unwrap_or(characters.len());
            at = at.max(end).max(1);
        } else {
            // Try again inside: a postcode may stand before the number.
            at += 1;
            while characters.get(at).is_some_and(|(_, character)| character.is_ascii_digit()) {
                at += 1;
            }
        }
    }
    found
}

/// The index after the last character that may belong to the number.
fn run(characters: &[(usize, char)], start: usize) -> usize {
    let mut end = start;
    let mut count = 0;
    let mut blanks = 0;
    while let Some(&(_, character)) = characters.get(end) {
        let next = characters.get(end + 1).map(|(_, next)| *next);
        match character {
            '0'..='9' => {
                count += 1;
                blanks = 0;
            }
            '+' | '＋' if end == start || count == 0 => {}
            ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' => {
                blanks += 1;
                if blanks > 2 {
                    break;
                }
            }
            '(' | '（' => {
                // "98052 (718) 555-0100": the bracket opens another number.
                if count >= 5 {
                    break;
                }
                blanks = 0;
            }
            // "555 0123 · 70173": between spaces it parts two things.
            '·' | '-' | '–'
                if count >= 7
                    && blanks > 0
                    && next == Some(' ')
                    && (character == '·'
                        || !is_direct_number(characters.get(end + 2..).unwrap_or_default())) =>
            {
                break;
            }
            ')' | '）' | '-' | '.' | '‐' | '‑' | '–' | '−' | '·' => blanks = 0,
            '/' => {
                // "030/1234" is one number, "030 1234 / 0171 2345" are two.
                if count >= 7 || next == Some('+') || next == Some(' ') && count > 5 {
                    break;
                }
                blanks = 0;
            }
            // "555 0173 x220" is a number and its extension.
            'x' | 'X' if count >= 7 && blanks > 0 && next.is_some_and(|next| next.is_ascii_digit()) => break,
            'x' | 'X' if count >= 4 => blanks = 0,
            _ => break,
        }
        end += 1;
        if count >= 15 {
            break;
        }
    }
    end
}

/// "+49 89 555 01 - 37": up to three digits and nothing else behind the dash.
fn is_direct_number(rest: &[(usize, char)]) -> bool {
    let digits = rest.iter().take_while(|(_, c)| c.is_ascii_digit()).count();
    let after = rest.get(digits).map(|(_, c)| *c);
    (1..=3).contains(&digits) && !after.is_some_and(|c| c.is_alphanumeric() || ".-/@".contains(c))
}

fn trim(candidate: &str) -> &str {
    let trimmed = candidate.trim_end_matches(|c: char| !(c.is_ascii_digit() || c == 'x' || c == 'X'));
    let opened = trimmed.starts_with('(') && !trimmed.contains(')');
    if opened { trimmed.trim_start_matches('(') } else { trimmed }
}

/// "+49 171 5550123 70173 Stuttgart": a last group that a town follows is
/// the postcode of the next thing on the line.
fn without_postcode<'t>(candidate: &'t str, rest: &str) -> &'t str {
    let after = rest.get(candidate.len()..).unwrap_or_default();
    let whole = rest.trim_start_matches(|c: char| c.is_ascii_digit() || " +()-./".contains(c));
    let town = whole.chars().next().is_some_and(char::is_uppercase)
        && (after.starts_with(' ') || after.starts_with(|c: char| c.is_ascii_digit()));
    if !town {
        return candidate;
    }
    match candidate.rsplit_once(' ') {
        Some((before, last))
            if digits(before).len() >= 9 && last.chars().all(|c| c.is_ascii_digit()) && last.len() >= 3 =>
        {
            before.trim_end()
        }
        _ => candidate,
    }
}

/// "555 0119 ext. 204": the number with its extension, as printed.
fn extension<'t>(rest: &'t str, number: &'t str) -> &'t str {
    const WORDS: &[&str] =
        &["ext", "extension", "x", "dw", "durchwahl", "poste", "int", "wew", "доб", "分机", "内線", "내선"];
    let after = rest.get(number.len()..).unwrap_or_default();
    let word = after.trim_start_matches([' ', ',', '(']);
    let name = word.get(..word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())).unwrap_or_default();
    let digits_at = word.get(name.len()..).unwrap_or_default();
    let number_at = digits_at.trim_start_matches(['.', ':', ' ']);
    let count = number_at.chars().take_while(char::is_ascii_digit).count();
    let apart = digits_at.len() - number_at.len();
    if WORDS.contains(&fold(name).as_str()) && (1..=5).contains(&count) && apart <= 3 {
        let end = rest.len() - number_at.len() + count;
        return rest.get(..end).unwrap_or(number);
    }
    number
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    None,
    Phone,
    Other,
}

/// What the word before a number says about it.
fn label(before: &str) -> Label {
    // "ana@example.no | 955 50 172": the end of an address is no label.
    let cut = |c: char| c.is_whitespace() || "|•·,;".contains(c);
    let bare = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let token = bare.rsplit(cut).next().unwrap_or_default();
    if token.contains('@')
        || token.contains('/') && token.contains('.')
        || super::links::is_link(token).is_some()
    {
        return Label::None;
    }
    let folded = fold(before);
    let word = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
    // The label must be next to the number: nothing but signs in between.
    if folded.len() - word.len() > 6 {
        return Label::None;
    }
    let last = word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if OTHERS.contains(&last) {
        Label::Other
    } else if LABELS.contains(&last) || LABELS.iter().any(|label| !label.is_ascii() && last.ends_with(label))
    {
        Label::Phone
    } else {
        Label::None
    }
}

fn is_phone(candidate: &str, label: Label, near: bool) -> bool {
    let count = digits(candidate).len();
    let plus = candidate.contains(['+', '＋']) || candidate.starts_with("00");
    if label == Label::Other && !plus {
        return false;
    }
    if plus {
        return (8..=15).contains(&count) && label != Label::Other;
    }
    if !(7..=12).contains(&count) {
        return false;
    }
    let groups: Vec<usize> =
        candidate.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|length| *length > 0).collect();
    // "98052-1234" is a postcode, "2015 - 2018" and "01.02.1990" are dates.
    if groups == [5, 4]
        || (groups == [4, 4, 4] || groups == [5, 3]) && label != Label::Phone
        || groups == [4, 4] && !near && label != Label::Phone
    {
        return false;
    }
    if dates::periods(candidate).iter().any(|found| found.span.end - found.span.start + 3 >= candidate.len())
    {
        return false;
    }
    let area = candidate.starts_with('(') && groups.first().is_some_and(|length| (2..=5).contains(length));
    if label == Label::Phone || area {
        return true;
    }
    let north_american = groups == [3, 3, 4] || groups == [1, 3, 3, 4];
    if !near {
        return north_american;
    }
    let trunk = candidate.starts_with('0') && count >= 9;
    let plain = groups.len() == 1 && (9..=11).contains(&count);
    let grouped = groups.len() >= 2
        && count >= 8
        && groups.iter().all(|length| *length <= 8)
        && groups.iter().filter(|length| **length == 1).count() <= 1;
    north_american || trunk || plain || grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_of_many_countries() {
        for (text, expected) in [
            ("+49 171 2345678", vec!["+49 171 2345678"]),
            ("Tel.: 030/1234567", vec!["030/1234567"]),
            ("(718) 555–0100", vec!["(718) 555–0100"]),
            ("ST 98052 (718) 555-0100", vec!["(718) 555-0100"]),
            ("(+86) 131-221-87xxx", vec!["(+86) 131-221-87xxx"]),
            ("06 12 34 56 78", vec!["06 12 34 56 78"]),
            ("+33 (0)6 12 34 56 78", vec!["+33 (0)6 12 34 56 78"]),
            ("+48 600 700 800 | mail", vec!["+48 600 700 800"]),
            ("手机：13800138000", vec!["13800138000"]),
            ("+7 (900) 123-45-67", vec!["+7 (900) 123-45-67"]),
            ("+44 20 7946 0958 / +44 7700 900123", vec!["+44 20 7946 0958", "+44 7700 900123"]),
            ("555.123.4567 • x@y.org", vec!["555.123.4567"]),
            ("(+1) 987 6543 210", vec!["(+1) 987 6543 210"]),
            ("2015 - 2018", vec![]),
            ("01.02.1990", vec![]),
            ("10115 Berlin", vec![]),
            ("98052-1234", vec![]),
            ("ID 123456789", vec![]),
            ("+49 171 5550123 · 70173 Stuttgart", vec!["+49 171 5550123"]),
            ("+49 171 5550123 70173 Stuttgart", vec!["+49 171 5550123"]),
            ("03/2018 – 09/2020", vec![]),
            ("linkedin.com/in/ana-123456789", vec![]),
            ("+1 607 555 0119 ext. 204", vec!["+1 607 555 0119 ext. 204"]),
            ("(02) 5550 1234 x12 | a@b.co", vec!["(02) 5550 1234 x12"]),
            ("ana@example.no | 955 50 172 | Bodø", vec!["955 50 172"]),
            ("Telefon: +49 (0) 89 / 555 01 - 37", vec!["+49 (0) 89 / 555 01 - 37"]),
            ("Work: 312.555.0173 x220 • a@b.co", vec!["312.555.0173 x220"]),
            ("Puh. 040 555 0128", vec!["040 555 0128"]),
            ("Cep: 0532 555 01 47", vec!["0532 555 01 47"]),
        ] {
            assert_eq!(of(text, true), expected, "{text}");
        }
        assert!(of("Grew revenue from 1 200 000 to 3 400 000", false).is_empty());
    }
}
