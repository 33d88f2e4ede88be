//! Telephone numbers: with a country code anywhere, in a national form where
//! a label, the place or the reader of the CV says that it is one.

use super::lines::Lines;
use super::referees::Referees;
use crate::extract::Resume;
use crate::text::Span;

const LABELS: &[&str] = &[
    "tel",
    "telephone",
    "telefon",
    "téléphone",
    "telephon",
    "teléfono",
    "telefone",
    "telefono",
    "telefoon",
    "phone",
    "ph",
    "mobile",
    "mobil",
    "mob",
    "móvil",
    "movil",
    "móviles",
    "cell",
    "cellulare",
    "cel",
    "celular",
    "celulare",
    "handy",
    "portable",
    "gsm",
    "fax",
    "whatsapp",
    "telemóvel",
    "komórka",
    "kom",
    "natel",
    "m",
    "t",
    "p",
    "call",
    "contact",
    "mobiel",
    "puh",
    "tlf",
    "tfn",
    "festnetz",
    "telefonnummer",
    "number",
    "fixe",
    "privat",
    "home",
    "fon",
    "telm",
    "fijo",
    "tfno",
    "port",
    "h",
];

pub fn phones(text: &str, lines: &Lines, referees: &Referees, resume: &Resume) -> Vec<Span> {
    let known: Vec<String> = resume.phones.iter().map(|phone| digits(&phone.value)).collect();
    let mut out = Vec::new();
    for (line, personal) in &lines.all {
        let words = line.of(text);
        for span in runs(words) {
            let personal = *personal || referees.has(line.start + span.start);
            if is_phone(words, span, personal, &known) {
                out.push(Span::new(line.start + span.start, line.start + span.end));
            }
        }
    }
    out
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Digits with what may stand between the digits of one number.
fn runs(line: &str) -> Vec<Span> {
    let bytes = line.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !line.is_char_boundary(at) {
            at += 1;
            continue;
        }
        let starts = bytes[at].is_ascii_digit()
            || (matches!(bytes[at], b'+' | b'(') && next_digit(&line[at + 1..]).is_some_and(|gap| gap <= 2));
        let glued = line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '/' || c == '#');
        if !starts || glued {
            // A number inside a word or a longer code is passed as a whole.
            let inside = glued && bytes[at].is_ascii_alphanumeric();
            at += 1;
            while inside && at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
                at += 1;
            }
            continue;
        }
        let mut end = at + 1;
        let mut last_digit = if bytes[at].is_ascii_digit() { end } else { at };
        let mut gap = 0;
        for (offset, c) in line[at + 1..].char_indices() {
            let place = at + 1 + offset;
            if c.is_ascii_digit() {
                gap = 0;
                last_digit = place + 1;
            } else if " -.()/\u{a0}\u{202f}\u{2011}\u{2013}".contains(c) && gap < 4 {
                // " - " parts two years, and two numbers, but not an area code.
                let so_far = line[at..place].bytes().filter(u8::is_ascii_digit).count();
                let area = line[at..].starts_with('0') && so_far <= 5;
                if matches!(c, '-' | '\u{2013}') && line[..place].ends_with(' ') && !area {
                    break;
                }
                // "020 2555 0143 / 9876501234" are two; "07531 / 555 01 23" is one.
                let so_far = line[at..place].bytes().filter(u8::is_ascii_digit).count();
                if c == '/' && so_far >= 8 {
                    break;
                }
                gap += 1;
            } else {
                break;
            }
            end = place + c.len_utf8();
        }
        if last_digit > at {
            out.push(Span::new(at, last_digit));
        }
        at = end.max(at + 1);
    }
    out
}

fn next_digit(text: &str) -> Option<usize> {
    text.bytes().position(|b| b.is_ascii_digit())
}

fn is_phone(line: &str, span: Span, personal: bool, known: &[String]) -> bool {
    let words = span.of(line);
    let digits = digits(words);
    let count = digits.len();
    if !(7..=15).contains(&count) || line[span.end..].starts_with(|c: char| c.is_alphanumeric()) {
        return false;
    }
    // A Brazilian postcode.
    if words.len() == 9 && words.as_bytes()[5] == b'-' && !labelled(line[..span.start].trim_end()) {
        return false;
    }
    // "Oak Park, IL 60303-1187"
    let state = line[..span.start].trim_end().rsplit([' ', ',']).next().unwrap_or_default();
    let in_state = state.len() == 2 && state.chars().all(|c| c.is_ascii_uppercase());
    if words.len() == 10 && words.as_bytes()[5] == b'-' && in_state {
        return false;
    }
    if known.iter().any(|phone| !phone.is_empty() && *phone == digits) {
        return true;
    }
    let groups: Vec<&str> = words.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).collect();
    if words.starts_with('+') || words.starts_with("(+") {
        return count >= 8;
    }
    // Years, dates, amounts of money and IBANs are no phones.
    let after = line[span.end..].trim_start();
    let before = line[..span.start].trim_end();
    let year = |group: &str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let money = |c: char| "€$£¥%".contains(c);
    let dates = groups.iter().filter(|group| year(group)).count() > 0 && groups.iter().all(|g| g.len() <= 4);
    if dates && (count <= 8 || groups.iter().filter(|group| year(group)).count() > 1) {
        return false;
    }
    if after.starts_with(money) || before.ends_with(money) {
        return false;
    }
    let unit: String = after.chars().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    let amount = [
        "eur",
        "euro",
        "euros",
        "usd",
        "gbp",
        "pln",
        "zł",
        "chf",
        "brl",
        "inr",
        "customers",
        "units",
        "users",
        "lines",
    ];
    if amount.contains(&unit.as_str()) {
        return false;
    }
    if labelled(before) {
        return true;
    }
    if words.starts_with("00") && count >= 10 {
        return true;
    }
    // (555) 010-4477, 555-010-4477, 555.010.4477
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let north_american = lengths == [3, 3, 4] || lengths == [1, 3, 3, 4];
    if north_american && (personal || words.contains('(') || words.contains('-')) {
        return true;
    }
    if !personal {
        // A trunk zero and groups that no amount or date has.
        return digits.starts_with('0')
            && (9..=12).contains(&count)
            && groups.len() >= 2
            && !words.contains("..")
            && lengths.iter().all(|length| *length >= 2)
            && lengths[0] >= 2
            && !dates
            && !words.contains('.');
    }
    let trunk = digits.starts_with('0') && (8..=12).contains(&count);
    let bracket = words.starts_with('(') && count >= 8;
    let nine = count == 9 && matches!(digits.as_bytes()[0], b'2'..=b'9') && !thousands(&lengths, words);
    let eight = count == 8 && lengths == [2, 2, 2, 2];
    let eleven = (10..=11).contains(&count) && groups.len() >= 2 && !dates;
    let whole_ten = count == 10 && lengths == [10] && matches!(digits.as_bytes()[0], b'6'..=b'9');
    trunk || bracket || nine || eight || eleven || whole_ten
}

/// `601.234.567` and `601,234,567` are amounts; `601 234 567` in a head is not.
fn thousands(lengths: &[usize], words: &str) -> bool {
    words.contains('.') && lengths.len() == 3 && lengths[1..].iter().all(|length| *length == 3)
}

/// Whether a label stands right before the number.
fn labelled(before: &str) -> bool {
    let before = before.trim_end_matches([' ', ':', '.', '-', '(', ')', '/', '\u{a0}']);
    let label: String = before.chars().rev().take_while(|c| c.is_alphabetic()).collect();
    let label: String = label.chars().rev().collect::<String>().to_lowercase();
    let short = label.chars().count() <= 2;
    // "Part number" is no label, "contact number" is.
    let of_phone = |head: &str| {
        let word = head.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
        head.trim().is_empty() || LABELS.contains(&word.as_str())
    };
    // "M 0176 ..." is a label at the start of a part only.
    let head = before[..before.len() - label.len().min(before.len())].trim_end();
    LABELS.contains(&label.as_str())
        && (label != "number" || of_phone(head))
        && (!short || head.is_empty() || head.ends_with(['|', '•', '·', ',', ';', '/']))
        || before.ends_with(['☎', '📞', '✆', '📱'])
}
