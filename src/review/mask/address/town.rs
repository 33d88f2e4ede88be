//! A postcode with its town.

use super::tokens::{Token, capital, small};

/// Before a postcode; "LP-7405" is a drawing or a work order.
#[rustfmt::skip]
const COUNTRY_CODES: &[&str] = &[
    "A", "AT", "B", "BE", "CH", "CZ", "D", "DE", "DK", "E", "ES", "EST", "F", "FI", "FIN", "FL", "FR", "GR", "H", "HR",
    "HU", "I", "IT", "L", "LI", "LT", "LU", "LV", "N", "NL", "NO", "P", "PL", "PT", "RO", "S", "SE", "SI", "SK", "SLO",
];

/// Whether a postcode starts here; how many tokens it takes.
fn postcode(tokens: &[Token], at: usize) -> Option<(usize, Form)> {
    let text = tokens[at].text;
    let next = tokens.get(at + 1).filter(|next| !next.parted).map(|next| next.text);
    let shape = |text: &str| -> String {
        text.chars()
            .map(|c| match c {
                '0'..='9' => '9',
                'A'..='Z' => 'A',
                c => c,
            })
            .collect()
    };
    let bare = text
        .split_once('-')
        .filter(|(country, rest)| {
            (1..=3).contains(&country.len())
                && COUNTRY_CODES.contains(country)
                && rest.starts_with(|c: char| c.is_ascii_digit())
        })
        .map_or(text, |(_, rest)| rest);
    let next_shape = next.map(shape).unwrap_or_default();
    match (shape(bare).as_str(), next_shape.as_str()) {
        ("99-999", _) => Some((1, Form::BeforeTown)),
        ("9999-999", _) => Some((1, Form::BeforeTown)),
        ("99999-999", _) => Some((1, Form::Alone)),
        ("9999", "AA") => Some((2, Form::BeforeTown)),
        ("9999AA", _) => Some((1, Form::BeforeTown)),
        ("999", "99") => Some((2, Form::BeforeTown)),
        ("A9A" | "A99" | "AA9" | "AA99" | "A9AA" | "AA9A", "9AA") => Some((2, Form::AfterTown)),
        ("A9A", "9A9") => Some((2, Form::AfterTown)),
        ("A99" | "A9A", "AA99" | "A999" | "A99A" | "A9AA" | "AAA9" | "AA9A" | "A9A9" | "9999") => {
            Some((2, Form::AfterTown))
        }
        ("99999", _) => Some((1, if us_state(tokens, at) { Form::AfterTown } else { Form::BeforeTown })),
        ("99999-9999", _) => Some((1, Form::AfterTown)),
        ("999999", _) => Some((1, Form::AfterTown)),
        ("999", "999") if at > 0 => Some((2, Form::AfterTown)),
        ("9999", _) if state_before(tokens, at) => Some((1, Form::AfterTown)),
        ("9999", _) => Some((1, Form::BeforeTown)),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    BeforeTown,
    AfterTown,
    Alone,
}

pub fn is_postcode(tokens: &[Token], at: usize) -> bool {
    postcode(tokens, at).is_some_and(|(taken, _)| {
        let digits = tokens[at].text.chars().filter(char::is_ascii_digit).count();
        taken == 2 || digits >= 4
    }) && tokens
        .get(at + 1)
        .is_some_and(|next| capital(next) || next.text.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether nothing but a postcode of two words is left of the line.
pub fn ends_in_postcode(rest: &str) -> bool {
    let tokens = super::tokens::tokens(rest.trim());
    tokens.len() == 2 && matches!(postcode(&tokens, 0), Some((2, Form::AfterTown)))
}

/// "01310-100": the town may stand on either side of it, or not at all.
pub fn is_lone_postcode(tokens: &[Token], at: usize) -> bool {
    postcode(tokens, at).is_some_and(|(_, form)| form == Form::Alone)
}

/// "Ashfield NSW 2131"
fn state_before(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|i| {
        matches!(
            tokens[i].text,
            "NSW" | "VIC" | "QLD" | "SA" | "WA" | "TAS" | "ACT" | "NT" | "Vic" | "Qld" | "Tas"
        )
    })
}

fn us_state(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|i| tokens[i].text.len() == 2 && tokens[i].text.chars().all(|c| c.is_ascii_uppercase()))
}

/// First and last token of a postcode with its town.
pub fn town(part: &str, tokens: &[Token], street: Option<(usize, usize)>) -> Option<(usize, usize)> {
    for at in 0..tokens.len() {
        if street.is_some_and(|(from, to)| (from..=to).contains(&at)) {
            continue;
        }
        let Some((taken, form)) = postcode(tokens, at) else { continue };
        let last = at + taken - 1;
        let text = tokens[at].text;
        let prefixed = text.starts_with(|c: char| c.is_ascii_uppercase()) && text.contains('-');
        // A bare year is no Austrian or Swiss postcode.
        let year = text.len() == 4 && taken == 1 && matches!(text.parse::<u32>(), Ok(1940..=2035));
        if year && !(street.is_some() || prefixed) {
            continue;
        }
        if form == Form::Alone {
            // "Blumenau/SC – CEP 89010-000"
            let mut from = at;
            while from > 0
                && at - from < 4
                && capital(&tokens[from - 1])
                && street.is_none_or(|(_, to)| from - 1 > to)
            {
                from -= 1;
            }
            return Some((from, last));
        }
        let named = tokens.get(last + 1).is_some_and(|next| capital(next) && !next.parted);
        if form != Form::AfterTown {
            if !named {
                // "Bloemfontein, 9301", "C.P. 72000": behind a street whatever it takes.
                let behind = street.is_some_and(|(_, to)| to < at);
                if taken == 2 || text.contains('-') || behind || (street.is_some() && text.len() >= 5) {
                    return Some((at, last));
                }
                continue;
            }
            let mut end = last;
            while end + 1 < tokens.len()
                && end - last < 5
                && !tokens[end + 1].parted
                && (capital(&tokens[end + 1])
                    || (small(&tokens[end + 1]) && tokens.get(end + 2).is_some_and(capital)))
            {
                end += 1;
            }
            return Some((at, end));
        }
        // The town stands before: back to the comma before it, and past one for a state.
        let mut from = at;
        if us_state(tokens, at) || state_before(tokens, at) {
            from -= 1;
        }
        let mut words = 0;
        while from > 0
            && words < 4
            && capital(&tokens[from - 1])
            && street.is_none_or(|(_, to)| from - 1 > to)
        {
            from -= 1;
            words += 1;
            if tokens[from].parted {
                break;
            }
        }
        // Six digits, or five after two letters, without a town are a number.
        let plain = text.chars().all(|c| c.is_ascii_digit());
        if plain && words == 0 && street.is_none() || part.len() > 140 {
            continue;
        }
        return Some((from, last));
    }
    None
}
