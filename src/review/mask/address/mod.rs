//! Postal addresses, in personal lines or after a label: a street with its
//! number, a postcode with its town, and what stands between the two.

use super::lines::Lines;
use crate::text::Span;
use tokens::{Token, capital, is_number, small, tokens};

mod block;
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
    "residential address", "mailing address", "street address", "physical address", "present address",
    "correspondence address", "contact address", "full address", "address 1", "address line 1", "home",
    "residing at", "lives at", "living at", "lives in", "based at", "wohnhaft", "wohnhaft in", "wohnort",
    "meldeadresse", "postanschrift", "privatadresse", "privatanschrift", "hauptwohnsitz", "wohnsitz",
    "adresse personnelle", "adresse actuelle", "demeurant", "habite", "domicilié", "domiciliée",
    "dirección particular", "dirección actual", "domicilio particular", "domicilio actual", "residencia",
    "morada completa", "moradia", "indirizzo di residenza", "residente a", "domicilio fiscale",
    "adres korespondencyjny", "adres domowy", "miejsce zamieszkania", "huisadres", "woonplaats", "verblijfadres",
    "mailing", "where to find me", "where i live", "find me at", "town/county", "town / county", "town/city",
    "city/town", "town", "county", "postcode", "post code", "eircode", "zip code", "adresgegevens", "hemadress", "boende", "bopel", "osoite", "ev adresi", "adres 1",
];

pub fn addresses(text: &str, lines: &Lines) -> Vec<Span> {
    let mut out = Vec::new();
    let mut filled = 0;
    for (index, (line, personal)) in lines.all.iter().enumerate() {
        let words = line.of(text);
        filled += usize::from(!words.trim().is_empty());
        let parts = parts(words).into_iter().flat_map(|(part, labelled)| {
            between_contacts(words, part).into_iter().map(move |part| (part, labelled))
        });
        for (part, labelled) in parts {
            let of_contact = !*personal && !labelled && beside_contact(text, lines, index);
            if !(labelled || *personal || of_contact) {
                continue;
            }
            // The first line is of the name, the second often of the trade.
            let below = filled;
            let Some(span) = address(&words[part.start..part.end], labelled, below) else { continue };
            // Beside the address of a referee stands nothing else in its part.
            if of_contact && span.end - span.start + 2 < part.end - part.start {
                continue;
            }
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
    let more = block::neighbours(text, lines, &out);
    // The whole line instead of a part of it.
    out.retain(|span| !more.iter().any(|line| line.contains(*span)));
    out.extend(more);
    // The same street again, in a letter's head or under the signature.
    let again: Vec<Span> = (out.iter())
        .filter(|span| {
            let words = span.of(text);
            words.chars().any(|c| c.is_ascii_digit()) && words.split_whitespace().count() >= 2
        })
        .flat_map(|span| text.match_indices(span.of(text)).map(|(at, words)| Span::new(at, at + words.len())))
        .collect();
    out.extend(again.into_iter().filter(|span| !out.contains(span)).collect::<Vec<_>>());
    out
}

/// Whether a mail address or a phone stands in the line or next to it: a foot
/// line, a side column, a referee.
fn beside_contact(text: &str, lines: &Lines, index: usize) -> bool {
    let near = &lines.all[index.saturating_sub(1)..(index + 2).min(lines.all.len())];
    near.iter().any(|(line, _)| line.of(text).contains('@'))
}

/// "Home address", "Address (home)", "Postal and residential address".
fn is_label(label: &str) -> bool {
    const CORE: &[&str] = &[
        "address",
        "addr",
        "adresse",
        "anschrift",
        "wohnanschrift",
        "adrese",
        "dirección",
        "domicilio",
        "morada",
        "endereço",
        "indirizzo",
        "adres",
        "adress",
        "woonadres",
        "addresses",
    ];
    const OF_ANOTHER: &[&str] = &[
        "mail", "email", "web", "website", "internet", "ip", "mac", "url", "company", "employer", "business",
    ];
    let mut words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    LABELS.contains(&label)
        || label.split_whitespace().count() <= 5
            && words.clone().any(|word| CORE.contains(&word))
            && !words.any(|word| OF_ANOTHER.contains(&word))
}

/// One line of a head may hold all with commas or dashes: what stands between
/// its mail address, its links and its phones.
fn between_contacts(line: &str, part: Span) -> Vec<Span> {
    let words = part.of(line);
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for mark in [", ", " – ", " - ", " / ", " · "] {
        cuts.extend(words.match_indices(mark).map(|(at, _)| (at, at + mark.len())));
    }
    cuts.sort();
    let mut out: Vec<Span> = Vec::new();
    let mut start = 0;
    let mut last_end = 0;
    let ends: Vec<(usize, usize)> = cuts.into_iter().chain([(words.len(), words.len())]).collect();
    for (end, next) in ends {
        if end < start {
            continue;
        }
        let segment = &words[start..end];
        let digits = segment.chars().filter(char::is_ascii_digit).count();
        let letters = segment.chars().filter(|c| c.is_alphabetic()).count();
        if segment.contains('@')
            || segment.contains("www.")
            || segment.contains("://")
            || digits >= 9 && letters <= 4
        {
            if last_end < start {
                out.push(Span::new(part.start + last_end, part.start + start));
            }
            last_end = next;
        }
        start = next;
    }
    if last_end < words.len() {
        out.push(Span::new(part.start + last_end, part.end));
    }
    out.into_iter()
        .map(|span| {
            let words = span.of(line);
            let kept = words.trim_end_matches([' ', ',', '-', '–', '/', '·']);
            Span::new(span.start, span.start + kept.len())
        })
        .filter(|span| span.start < span.end)
        .collect()
}

/// Parts of a line between `|`, bullets and wide gaps, without their label;
/// and whether they had one.
fn parts(line: &str) -> Vec<(Span, bool)> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut previous = ' ';
    // A form has its values in a column: the label speaks for the next part.
    let mut carried = false;
    for (at, c) in line.char_indices().chain([(line.len(), '|')]) {
        // "Montréal (Québec)  H2H 1Y9" is one part.
        let wide = c == ' ' && previous == ' ' && !town::ends_in_postcode(&line[at..]);
        if matches!(c, '|' | '•' | '·' | '\t' | ';' | '●' | '▪' | '♦') || wide || (c == '—') {
            let words = &line[start..at];
            let mut from = start + words.len() - words.trim_start().len();
            let mut labelled = carried;
            if let Some(colon) = line[from..at].find(':') {
                let label =
                    line[from..from + colon].trim().trim_start_matches(['-', '*', ' ']).to_lowercase();
                labelled = is_label(&label);
                from += colon + 1;
            } else if let Some(label) = LABELS.iter().find(|label| {
                let words = line[from..at].to_lowercase();
                words.starts_with(**label) && words[label.len()..].starts_with(' ') && label.len() > 5
            }) {
                labelled = line.is_char_boundary(from + label.len());
                from += if labelled { label.len() } else { 0 };
            }
            let words = &line[from..at];
            from += words.len() - words.trim_start().len();
            let to = from + line[from..at].trim_end().len();
            carried = labelled && from >= to;
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
    let whole = in_a_country(&tokens, below);
    let span = match (street, town) {
        _ if whole.is_some() => whole,
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
    // "70122 Bari (BA)", "26789 Leer (Ostfriesland)"
    let province = part[span.end..].strip_prefix(" (").and_then(|rest| rest.split_once(')'));
    let province = province.filter(|(name, rest)| {
        let short = name.len() == 2 && name.chars().all(|c| c.is_ascii_uppercase());
        let region = rest.trim().is_empty()
            && name.chars().count() <= 24
            && name.starts_with(char::is_uppercase)
            && name.chars().all(|c| c.is_alphabetic() || " -.'’/".contains(c));
        short || region
    });
    Some(Span::new(span.start, span.end + province.map_or(0, |(name, _)| name.len() + 3)))
}

/// Ends of an address that has neither a street nor a postcode of a known form.
#[rustfmt::skip]
const COUNTRIES: &[&str] = &[
    "uae", "u.a.e", "uk", "u.k", "usa", "u.s.a", "emirates", "kingdom", "states", "england", "scotland", "wales", "ireland",
    "india", "pakistan", "bangladesh", "lanka", "nepal", "qatar", "kuwait", "bahrain", "oman", "arabia",
    "egypt", "jordan", "lebanon", "türkiye", "turkey", "kenya", "nigeria", "ghana", "uganda", "tanzania",
    "africa", "namibia", "botswana", "zimbabwe", "zambia", "singapore", "malaysia", "philippines",
    "indonesia", "thailand", "vietnam", "japan", "korea", "china", "taiwan", "australia", "zealand",
    "canada", "mexico", "méxico", "brazil", "brasil", "argentina", "chile", "colombia", "perú", "peru",
    "ecuador", "uruguay", "españa", "spain", "portugal", "france", "deutschland", "germany", "österreich",
    "austria", "schweiz", "suisse", "switzerland", "italia", "italy", "nederland", "netherlands", "belgië",
    "belgique", "belgium", "polska", "poland", "česko", "czechia", "hungary", "românia", "romania",
    "bulgaria", "greece", "cyprus", "malta", "croatia", "hrvatska", "srbija", "sverige", "sweden",
    "norge", "norway", "danmark", "denmark", "suomi", "finland", "iceland", "estonia", "latvia", "lithuania",
    "ukraine", "morocco", "maroc", "tunisie", "algérie", "jamaica", "dubai", "sharjah",
];

/// "Flat 1204, Al Manal Tower, Dubai, UAE": a flat or a house and places up to
/// the country.
fn in_a_country(tokens: &[Token], below: usize) -> Option<Span> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    let place =
        |token: &Token| capital(token) || small(token) || is_number(token) || token.text.chars().count() <= 5;
    let digits = tokens.iter().any(|token| token.text.starts_with(|c: char| c.is_ascii_digit()));
    let country = COUNTRIES.contains(&last.lower.trim_end_matches('.'));
    let segments = tokens.iter().filter(|token| token.parted).count();
    let fits =
        below > 1 && country && digits && segments >= 2 && tokens.len() <= 14 && tokens.iter().all(place);
    fits.then(|| Span::new(first.span.start, last.span.end))
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
    if open && line > 1 && rest.len() <= 8 && rest.iter().all(place) && !rest.iter().any(year) {
        to = tokens.len() - 1;
    }
    let segments = tokens[..from].iter().filter(|token| token.parted).count();
    let below = line > 2 || (line == 2 && segments >= 1 && tokens[from].parted && !street);
    // To the left a segment with a number, or below the head's first lines any.
    while from > 0 {
        let start = (0..from).rfind(|at| tokens[*at].parted).unwrap_or(0);
        let segment = &tokens[start..from];
        let numbered = segment.iter().any(is_number) && segment.iter().any(capital)
            || words::BUILDINGS.iter().any(|name| segment.iter().any(|token| token.lower == **name))
            || tokens[start].lower.starts_with("bât");
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
