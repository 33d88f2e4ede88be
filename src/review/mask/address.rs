//! Postal addresses, in personal lines or after a label: a street with its
//! number, a postcode with its town, and what stands between the two.

use super::lines::Lines;
use crate::text::Span;

const LABELS: &[&str] = &[
    "address",
    "home address",
    "postal address",
    "permanent address",
    "current address",
    "adresse",
    "anschrift",
    "wohnanschrift",
    "adresse postale",
    "dirección",
    "direccion",
    "domicilio",
    "morada",
    "endereço",
    "endereco",
    "indirizzo",
    "residenza",
    "residente in",
    "adres",
    "woonadres",
    "adres zamieszkania",
    "zamieszkały",
    "zamieszkała",
    "adress",
    "bostadsadress",
    "bopæl",
    "domicile",
];

/// Ends of words that are streets, before a number.
const STREET_ENDS: &[&str] = &[
    "straße", "strasse", "str.", "str", "weg", "platz", "allee", "gasse", "ring", "damm", "ufer", "chaussee",
    "steig", "stieg", "pfad", "graben", "markt", "straat", "laan", "plein", "kade", "singel", "dijk",
    "gracht", "dreef", "hof", "steeg", "gatan", "vägen", "gränd", "stigen", "vej", "gade", "stræde", "allé",
    "veien", "vegen", "gata", "katu", "tie", "berg", "twiete", "wiese", "wall",
];

/// Words that are such ends alone but no street inside another word.
const SHORT_ENDS: &[&str] = &["ring", "tie", "hof", "berg", "str", "wall", "markt", "weg"];

/// Words that begin a street.
const STREET_STARTS: &[&str] = &[
    "rue",
    "avenue",
    "av",
    "av.",
    "ave",
    "ave.",
    "boulevard",
    "bd",
    "bd.",
    "bld",
    "chemin",
    "place",
    "allée",
    "allee",
    "impasse",
    "quai",
    "cours",
    "route",
    "square",
    "passage",
    "villa",
    "sentier",
    "résidence",
    "calle",
    "c/",
    "c.",
    "avda",
    "avda.",
    "avenida",
    "paseo",
    "plaza",
    "pza.",
    "pl.",
    "camino",
    "ronda",
    "carrer",
    "travesía",
    "glorieta",
    "rua",
    "r.",
    "travessa",
    "tv.",
    "praça",
    "largo",
    "alameda",
    "estrada",
    "rodovia",
    "beco",
    "quinta",
    "praceta",
    "via",
    "viale",
    "v.le",
    "corso",
    "c.so",
    "piazza",
    "p.zza",
    "piazzale",
    "vicolo",
    "strada",
    "lungotevere",
    "borgo",
    "ul.",
    "ul",
    "ulica",
    "al.",
    "aleja",
    "aleje",
    "os.",
    "osiedle",
    "plac",
    "pl",
    "rynek",
    "am",
    "an",
    "im",
    "auf",
    "unter",
    "zum",
    "zur",
];

/// Of these, the ones that are ordinary words: they need a number behind them.
const WEAK_STARTS: &[&str] = &[
    "am", "an", "im", "auf", "unter", "zum", "zur", "place", "via", "villa", "square", "cours", "route",
    "passage", "pl", "c.", "largo", "al.", "ul", "r.", "strada", "quinta",
];

/// English words that end a street, after a number.
const STREET_WORDS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "ln",
    "drive",
    "dr",
    "close",
    "court",
    "ct",
    "crescent",
    "cres",
    "way",
    "place",
    "pl",
    "terrace",
    "gardens",
    "grove",
    "square",
    "sq",
    "boulevard",
    "blvd",
    "parkway",
    "pkwy",
    "circle",
    "cir",
    "hill",
    "row",
    "mews",
    "walk",
    "highway",
    "hwy",
    "nagar",
    "marg",
    "colony",
    "park",
    "rise",
    "quay",
    "view",
    "green",
    "gate",
    "layout",
    "cross",
    "main",
    "block",
    "sector",
    "trail",
    "loop",
    "alley",
    "wharf",
];

/// Words of a flat, with a number or letter behind or before them.
const FLAT_WORDS: &[&str] = &[
    "apt",
    "apt.",
    "apartment",
    "flat",
    "unit",
    "suite",
    "ste",
    "ste.",
    "room",
    "floor",
    "fl",
    "#",
    "apto",
    "apto.",
    "ap",
    "ap.",
    "piso",
    "puerta",
    "pta",
    "pta.",
    "esc",
    "esc.",
    "bajo",
    "dto",
    "dto.",
    "esq",
    "esq.",
    "andar",
    "sala",
    "bloco",
    "bl",
    "bl.",
    "int.",
    "int",
    "interno",
    "scala",
    "m.",
    "m",
    "bus",
    "bte",
    "bis",
    "ter",
    "bât",
    "bât.",
    "bâtiment",
    "appt",
    "appt.",
    "étage",
    "top",
    "stiege",
    "tür",
    "wohnung",
    "whg",
    "whg.",
    "lgh",
    "tv",
    "th",
    "st.",
    "sal",
    "r/c",
    "rés",
    "hinterhaus",
    "stock",
    "og",
    "eg",
];

const FLAT_STARTS: &[&str] = &[
    "flat",
    "house",
    "plot",
    "door",
    "h.no.",
    "h.no",
    "apartment",
    "apt",
    "apt.",
    "unit",
    "no.",
    "room",
    "hno",
];

/// Small words inside names of streets and towns.
const SMALL: &[&str] = &[
    "de", "du", "des", "la", "le", "les", "l", "d", "del", "los", "las", "el", "da", "do", "dos", "das",
    "di", "della", "dei", "delle", "degli", "van", "der", "den", "het", "'t", "von", "am", "an", "im", "in",
    "a", "y", "e", "i", "ob", "bei", "zu", "upon", "of", "the", "sur", "sous", "en", "aux", "au", "saint",
    "und", "et",
];

struct Token<'t> {
    text: &'t str,
    lower: String,
    span: Span,
    /// Whether a comma, or another end of a part, stands before it.
    parted: bool,
}

pub fn addresses(text: &str, lines: &Lines) -> Vec<Span> {
    let mut out = Vec::new();
    for (line, personal) in &lines.all {
        let words = line.of(text);
        for (part, labelled) in parts(words) {
            if !(labelled || *personal) {
                continue;
            }
            if let Some(span) = address(&words[part.start..part.end], labelled) {
                let base = line.start + part.start;
                out.push(Span::new(base + span.start, base + span.end));
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

fn address(part: &str, labelled: bool) -> Option<Span> {
    // Mail and net addresses, and prose, are none.
    if part.contains('@') || part.contains("://") || part.chars().count() > 140 {
        return None;
    }
    if labelled {
        return Some(Span::new(0, part.trim_end_matches('.').len()));
    }
    let tokens = tokens(part);
    let street = street(&tokens);
    let town = town(part, &tokens, street);
    let span = match (street, town) {
        (Some(street), Some(town)) => {
            Some(Span::new(tokens[street.0.min(town.0)].span.start, tokens[street.1.max(town.1)].span.end))
        }
        (Some(found), None) | (None, Some(found)) => {
            Some(Span::new(tokens[found.0].span.start, tokens[found.1].span.end))
        }
        (None, None) => None,
    }?;
    // "70122 Bari (BA)"
    let province = part[span.end..].strip_prefix(" (").and_then(|rest| rest.split_once(')'));
    let province =
        province.filter(|(name, _)| name.len() == 2 && name.chars().all(|c| c.is_ascii_uppercase()));
    Some(Span::new(span.start, span.end + if province.is_some() { 5 } else { 0 }))
}

fn tokens(part: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token> = Vec::new();
    let mut start = 0;
    let mut parted = false;
    for (at, c) in part.char_indices().chain([(part.len(), ' ')]) {
        if !(c.is_whitespace() || matches!(c, ',' | '(' | ')')) {
            continue;
        }
        let word = &part[start..at];
        let dash = !word.is_empty() && word.chars().all(|c| "-–—".contains(c));
        if !word.is_empty() && !dash {
            out.push(Token { text: word, lower: word.to_lowercase(), span: Span::new(start, at), parted });
            parted = false;
        }
        parted |= dash || matches!(c, ',' | '(' | ')');
        start = at + c.len_utf8();
    }
    out
}

fn is_number(token: &Token) -> bool {
    let text = token.text.trim_end_matches('.');
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=5).contains(&digits)
        && text.len() <= 10
        && text[digits..].chars().all(|c| c.is_ascii_alphanumeric() || "/-–.".contains(c))
        && text[digits..].chars().filter(|c| c.is_alphabetic()).count() <= 2
}

/// "3º", "2.º", "B", "4B", "1.": what may follow the word for a flat, or a number.
fn is_flat_part(token: &Token) -> bool {
    let text = token.text.trim_end_matches('.');
    FLAT_WORDS.contains(&token.lower.as_str())
        || text.starts_with('#')
        || text.contains(['º', 'ª', '°'])
        || (text.chars().count() == 1 && text.chars().all(char::is_uppercase))
        || (text.chars().count() <= 4 && text.starts_with(|c: char| c.is_ascii_digit()))
}

fn capital(token: &Token) -> bool {
    token.text.starts_with(|c: char| c.is_uppercase() || c == '\'' || c == '’')
        && token.text.chars().any(char::is_alphabetic)
}

fn small(token: &Token) -> bool {
    SMALL.contains(&token.lower.as_str())
}

/// First and last token of a street with its number and flat.
fn street(tokens: &[Token]) -> Option<(usize, usize)> {
    let found =
        street_start_word(tokens).or_else(|| street_end_word(tokens)).or_else(|| street_english(tokens))?;
    let (mut from, mut to) = found;
    // "Flat 3, 12 High Street" and "12 bis, rue ...".
    while from >= 2 && (FLAT_STARTS.contains(&tokens[from - 2].lower.as_str())) {
        from -= 2;
    }
    if from >= 1 && tokens[from - 1].text.starts_with('#') {
        from -= 1;
    }
    // ", 3º B", ", Apt 4".
    let mut extra = 0;
    while to + 1 < tokens.len() && extra < 5 && is_flat_part(&tokens[to + 1]) && !is_postcode(tokens, to + 1)
    {
        to += 1;
        extra += 1;
    }
    Some((from, to))
}

/// "12 rue de la Paix", "Calle Mayor 5", "ul. Długa 3/4".
fn street_start_word(tokens: &[Token]) -> Option<(usize, usize)> {
    for at in 0..tokens.len() {
        let word = &tokens[at];
        let glued = word.lower.starts_with("c/") && word.text.len() > 2;
        if !(STREET_STARTS.contains(&word.lower.as_str()) || glued) {
            continue;
        }
        let mut end = at;
        while end + 1 < tokens.len()
            && end - at < 8
            && !tokens[end + 1].parted
            && !is_number(&tokens[end + 1])
            && (capital(&tokens[end + 1]) || small(&tokens[end + 1]))
            || (end + 1 < tokens.len() && tokens[end + 1].lower.trim_matches('.') == "n")
        {
            end += 1;
        }
        // "1 Maja", "3 de Maio", "20 Settembre": a name that begins with a number.
        if end == at
            && at + 2 < tokens.len()
            && is_number(&tokens[at + 1])
            && (capital(&tokens[at + 2]) || small(&tokens[at + 2]))
            && !tokens[at + 2].parted
        {
            end = at + 2;
            while end + 1 < tokens.len() && capital(&tokens[end + 1]) && !tokens[end + 1].parted {
                end += 1;
            }
        }
        let named = end > at || glued;
        let mut number_after =
            end + 1 < tokens.len() && is_number(&tokens[end + 1]) && !is_postcode(tokens, end + 1);
        let mut last = if number_after { end + 1 } else { end };
        // "Calle Mayor, n.º 5", "Rua X, nº 12"
        if !number_after
            && end + 2 < tokens.len()
            && matches!(
                tokens[end + 1].lower.as_str(),
                "nº" | "n.º" | "n°" | "nr" | "no." | "num." | "núm." | "n."
            )
            && is_number(&tokens[end + 2])
        {
            number_after = true;
            last = end + 2;
        }
        let mut from = at;
        let before = |back: usize| at.checked_sub(back).map(|i| &tokens[i]);
        let number_before = before(1).is_some_and(is_number)
            || (before(1).is_some_and(|t| matches!(t.lower.as_str(), "bis" | "ter" | "b"))
                && before(2).is_some_and(is_number));
        if number_before && !number_after {
            from = if before(1).is_some_and(is_number) { at - 1 } else { at - 2 };
        }
        let weak = WEAK_STARTS.contains(&word.lower.as_str());
        if named
            && (number_after
                || number_before
                || (!weak && at == 0 && (word.text.ends_with('.') || word.text.contains('/'))))
        {
            return Some((from, last));
        }
    }
    None
}

/// "Lindenstraße 12a", "Kurt-Schumacher-Str. 5", "Berliner Straße 7".
fn street_end_word(tokens: &[Token]) -> Option<(usize, usize)> {
    for at in 0..tokens.len().saturating_sub(1) {
        let word = tokens[at].lower.as_str();
        let ends = STREET_ENDS.iter().any(|end| {
            word.ends_with(end)
                && (word.len() > end.len() + 1 || at > 0)
                && (!SHORT_ENDS.contains(end) || word.len() > end.len() + 2)
        });
        let alone = at > 0 && STREET_ENDS.contains(&word) && capital(&tokens[at - 1]) && !tokens[at].parted;
        if (ends || alone)
            && is_number(&tokens[at + 1])
            && capital(&tokens[at])
            && !is_postcode(tokens, at + 1)
        {
            let mut from = at;
            while STREET_ENDS.contains(&tokens[from].lower.as_str()) || from > 0 && tokens[at].parted {
                if from == 0
                    || !(capital(&tokens[from - 1]) || small(&tokens[from - 1]))
                    || tokens[from].parted
                {
                    break;
                }
                from -= 1;
            }
            // "Alte Poststraße", "Große Bergstraße", "Nieuwe Herengracht"
            while from > 0 && !tokens[from].parted && capital(&tokens[from - 1]) {
                from -= 1;
            }
            return Some((from, at + 1));
        }
    }
    None
}

/// "221B Baker Street", "12 N. Elm St".
fn street_english(tokens: &[Token]) -> Option<(usize, usize)> {
    for at in 0..tokens.len() {
        if !is_number(&tokens[at]) {
            continue;
        }
        for (end, token) in tokens.iter().enumerate().take(at + 6).skip(at + 1) {
            if token.parted && end > at + 1 {
                break;
            }
            let word = token.lower.trim_end_matches('.');
            if STREET_WORDS.contains(&word) && capital(token) && end > at + 1 {
                return Some((at, end));
            }
            if !(capital(token)
                || small(token)
                || token.text.ends_with("th")
                || token.text.ends_with("nd")
                || token.text.ends_with("st"))
            {
                break;
            }
        }
    }
    // "Flat 3B, Lotus Apartments, MG Road"
    for at in 0..tokens.len().saturating_sub(2) {
        if FLAT_STARTS.contains(&tokens[at].lower.as_str()) && is_flat_part(&tokens[at + 1]) {
            let end = (at + 2..tokens.len().min(at + 10))
                .rfind(|i| STREET_WORDS.contains(&tokens[*i].lower.trim_end_matches('.')));
            return Some((at, end.unwrap_or(at + 1)));
        }
    }
    None
}

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
                && country.chars().all(|c| c.is_ascii_uppercase())
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

fn is_postcode(tokens: &[Token], at: usize) -> bool {
    postcode(tokens, at).is_some_and(|(taken, _)| {
        let digits = tokens[at].text.chars().filter(char::is_ascii_digit).count();
        taken == 2 || digits >= 4
    }) && tokens
        .get(at + 1)
        .is_some_and(|next| capital(next) || next.text.starts_with(|c: char| c.is_ascii_digit()))
}

fn us_state(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|i| tokens[i].text.len() == 2 && tokens[i].text.chars().all(|c| c.is_ascii_uppercase()))
}

/// First and last token of a postcode with its town.
fn town(part: &str, tokens: &[Token], street: Option<(usize, usize)>) -> Option<(usize, usize)> {
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
            return Some((at, last));
        }
        let named = tokens.get(last + 1).is_some_and(|next| capital(next) && !next.parted);
        if form != Form::AfterTown {
            if !named {
                if taken == 2 || text.contains('-') || (street.is_some() && text.len() >= 5) {
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
        if us_state(tokens, at) {
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
