//! The person's name: whole, in parts, in capitals, turned around. A part
//! alone is masked only where it cannot be an ordinary word or the name of
//! somebody else, since no other text may change.

use super::lines::Lines;
use super::name_words::{BEFORE, HEADINGS, LABELS, PARTICLES, TITLES, WORDS};
use crate::extract::Resume;
use crate::text::Span;

/// The name as parts, for comparing.
#[derive(Debug, Default)]
pub struct Parts {
    first: Vec<String>,
    last: Vec<String>,
    all: Vec<String>,
    /// Single letters in the name as it is written: "DeShawn M. Kowalczyk".
    initials: Vec<String>,
}

impl Parts {
    pub fn of(text: &str, lines: &Lines, resume: &Resume) -> Self {
        let mut names: Vec<String> = Vec::new();
        let said = labelled(text, lines);
        // "Naam Wietske ...", "CURRICULUM VITAE FORMATO EUROPEO": a line with a
        // label or a heading in it, where another line says the name itself.
        let heading = |name: &str| {
            let folded = fold(name);
            let first = folded.split_whitespace().next().unwrap_or_default();
            HEADINGS.iter().any(|heading| folded.starts_with(&format!("{heading} ")))
                || LABELS.contains(&first)
        };
        if let Some(name) = &resume.name
            && (said.is_empty() || !heading(&name.value))
            && (said.is_empty()
                || name.value.chars().any(char::is_lowercase)
                || said.iter().any(|one| share(one, &name.value)))
        {
            names.push(name.value.clone());
        }
        names.extend(said);
        if names.is_empty() {
            names.extend(first_line(text, lines));
        }
        if names.is_empty() {
            names.extend(of_address(text));
        }
        let mut parts = Parts::default();
        for name in names {
            // "Kowalska, Anna" and "Anna Kowalska, RN".
            let name = match name.split_once(',') {
                Some((one, other)) if is_titles(other) => one.to_owned(),
                Some((last, first)) => format!("{first} {last}"),
                None => name,
            };
            // "Winifred Asante-Pugh MRSC": letters behind a name are none of it.
            let small = name.chars().any(char::is_lowercase);
            let letters = |word: &str| {
                small && (2..=6).contains(&word.chars().count()) && !word.chars().any(char::is_lowercase)
            };
            let mut spans: Vec<Span> = words(&name).collect();
            if let [.., before, last] = spans.as_slice()
                && spans.len() > 2
                && letters(last.of(&name))
                && before.of(&name).chars().any(char::is_lowercase)
            {
                spans.pop();
            }
            parts.initials.extend(
                spans.iter().map(|span| fold(span.of(&name))).filter(|word| word.chars().count() == 1),
            );
            let words: Vec<String> = spans
                .into_iter()
                .map(|span| fold(span.of(&name)))
                .filter(|word| word.chars().count() > 1 && !TITLES.contains(&word.as_str()))
                .collect();
            let real: Vec<&String> =
                words.iter().filter(|word| !PARTICLES.contains(&word.as_str())).collect();
            if let Some((last, first)) = real.split_last() {
                for word in first {
                    parts.first.push((*word).clone());
                }
                parts.last.push((*last).clone());
            }
            parts.all.extend(words);
        }
        parts
    }

    /// What a placeholder for these words is called.
    pub fn role(&self, words: &str) -> &'static str {
        let mut parts = self::words(words).map(|span| fold(span.of(words)));
        match (parts.next(), parts.next()) {
            (Some(part), None) if self.first.contains(&part) => "FIRST_NAME",
            (Some(_), None) => "LAST_NAME",
            _ => "NAME",
        }
    }

    /// Whether an address of the net has the name in it.
    pub fn in_address(&self, address: &str) -> bool {
        // Addresses write "ö" as "o" or as "oe".
        let address = fold(address).replace("oe", "o").replace("ue", "u").replace("ae", "a");
        let within =
            |part: &str| address.contains(&part.replace("oe", "o").replace("ue", "u").replace("ae", "a"));
        let long = |part: &&String| part.chars().count() >= 4 && !WORDS.contains(&part.as_str());
        let hits = self.all.iter().filter(|part| within(part)).count();
        hits >= 2 || self.first.iter().chain(&self.last).filter(long).any(|part| within(part))
    }

    fn is_part(&self, word: &str) -> bool {
        self.first.iter().chain(&self.last).any(|part| part == word)
    }
}

pub fn names(text: &str, lines: &Lines, resume: &Resume) -> Vec<Span> {
    let parts = Parts::of(text, lines, resume);
    let tokens: Vec<Span> = words(text).collect();
    let folded: Vec<String> = tokens.iter().map(|span| fold(span.of(text))).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !parts.is_part(&folded[at]) || !capital(tokens[at].of(text)) {
            at += 1;
            continue;
        }
        // A run of parts, particles and initials, with nothing but spaces,
        // hyphens or the comma of a turned name between them.
        let (mut from, mut to, mut hits) = (at, at, 1);
        while to + 1 < tokens.len() && joined(text, tokens[to], tokens[to + 1]) {
            let next = &folded[to + 1];
            let initial = next.chars().count() == 1
                && capital(tokens[to + 1].of(text))
                && !text[tokens[to].end..tokens[to + 1].start].contains(',');
            if parts.is_part(next) && capital(tokens[to + 1].of(text)) {
                hits += 1;
            } else if !(parts.all.contains(next) || initial || elided(text, tokens[to + 1])) {
                break;
            }
            to += 1;
        }
        // "A. Kowalska": the initial of a first name before a last name.
        while from > 0
            && folded[from - 1].chars().count() == 1
            && capital(tokens[from - 1].of(text))
            && matches!(
                &text[tokens[from - 1].end..tokens[from].start],
                ". " | " " | "." | ". (" | ".(" | " ("
            )
            && (parts.first.iter().any(|part| part.starts_with(folded[from - 1].as_str()))
                || parts.initials.contains(&folded[from - 1]))
        {
            from -= 1;
            hits += 1;
        }
        // Particles and initials at the end belong to what follows.
        while to > at
            && !parts.is_part(&folded[to])
            && !ends_in_initial(text, tokens[to], &folded[to], &parts)
        {
            to -= 1;
        }
        let single = hits == 1;
        if !single || alone(text, lines, &tokens, &folded, at) {
            out.push(Span::new(tokens[from].start, tokens[to].end));
        }
        at = to + 1;
    }
    out
}

/// Whether two writings of a name have a word in common.
fn share(one: &str, other: &str) -> bool {
    let other: Vec<String> = words(other).map(|span| fold(span.of(other))).collect();
    words(one).any(|span| other.contains(&fold(span.of(one))))
}

/// The "d" of "d'Escayrac".
fn elided(text: &str, token: Span) -> bool {
    matches!(token.of(text), "d" | "l" | "D" | "L" | "O") && text[token.end..].starts_with(['\'', '’'])
}

/// "Anna K." ends with the initial of the last name.
fn ends_in_initial(text: &str, token: Span, folded: &str, parts: &Parts) -> bool {
    folded.chars().count() == 1
        && text[token.end..].starts_with('.')
        && parts.last.iter().chain(&parts.first).any(|part| part.starts_with(folded))
}

/// Whether a single part stands for the person here.
fn alone(text: &str, lines: &Lines, tokens: &[Span], folded: &[String], at: usize) -> bool {
    let token = tokens[at];
    let before = at.checked_sub(1).map(|i| (tokens[i], folded[i].as_str()));
    let spoken_to = before.is_some_and(|(span, word)| {
        BEFORE.contains(&word) && text[span.end..token.start].chars().all(|c| " .,:\n".contains(c))
    });
    let line = lines.all.iter().find(|(line, _)| line.start <= token.start && token.end <= line.end);
    let whole_line = line.is_some_and(|(line, _)| line.of(text).trim() == token.of(text));
    if spoken_to || (whole_line && lines.personal(token.start)) {
        return true;
    }
    if WORDS.contains(&folded[at].as_str()) || token.of(text).chars().count() < 3 {
        return false;
    }
    // Beside another capitalised word it is part of another name: a company,
    // a hospital, a street, a colleague.
    let beside = |other: Span| {
        let between = if other.start < token.start {
            &text[other.end..token.start]
        } else {
            &text[token.end..other.start]
        };
        (matches!(between, " " | "-" | " & " | "&" | "'" | "’" | ". ") || between == "\u{a0}")
            && capital(other.of(text))
            && !(between == ". " && other.start > token.start)
    };
    let left = before
        .is_some_and(|(span, word)| beside(span) && !TITLES.contains(&word) && !starts_sentence(text, span));
    let right = tokens.get(at + 1).is_some_and(|span| beside(*span) && !possessive(text, token));
    !(left || right)
}

fn possessive(text: &str, token: Span) -> bool {
    text[token.end..].starts_with("'s") || text[token.end..].starts_with("’s")
}

fn starts_sentence(text: &str, span: Span) -> bool {
    let before = text[..span.start].trim_end_matches([' ', '-', '•', '*', '·', '–']);
    before.is_empty() || before.ends_with(['\n', '.', ':', '!', '?'])
}

fn joined(text: &str, one: Span, other: Span) -> bool {
    matches!(&text[one.end..other.start], " " | "-" | ", " | ") " | " (" | "  " | ". " | "\u{a0}" | "'" | "’" | "   " | "\n" if !text[one.end..other.start].contains('\n'))
}

pub(super) fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()))
}

fn is_titles(text: &str) -> bool {
    let mut any = false;
    for span in words(text) {
        any = true;
        let word = span.of(text);
        let letters = !word.chars().any(char::is_lowercase) && word.chars().count() <= 5;
        if !TITLES.contains(&fold(word).as_str()) && !letters {
            return false;
        }
    }
    any
}

fn labelled(text: &str, lines: &Lines) -> Vec<String> {
    let mut out = Vec::new();
    for (line, _) in lines.all.iter().filter(|(_, personal)| *personal) {
        // "Naam : X" or "Naam      X"
        let words = line.of(text);
        let Some((label, value)) = words.split_once(':').or_else(|| words.trim().split_once("  ")) else {
            continue;
        };
        let label = label.trim().trim_start_matches(['-', '•', '*', ' ']).to_lowercase();
        let value = value.split(['|', '\t', ';']).next().unwrap_or_default().trim();
        if LABELS.contains(&label.as_str()) && !value.is_empty() && value.chars().count() < 60 {
            out.push(value.to_owned());
        }
    }
    // First and last name on lines of their own are one name.
    if out.len() == 2 && out.iter().all(|name| !name.contains(' ')) {
        return vec![out.join(" ")];
    }
    out
}

/// "anna.nowak@example.org" where no line says the name: only when the text
/// has both parts beside each other.
fn of_address(text: &str) -> Option<String> {
    let span = super::web::emails(text).into_iter().min_by_key(|span| span.start)?;
    let address = span.of(text);
    let local = fold(address.split(['@', '(', '[', ' ']).next()?);
    let parts: Vec<&str> = local.split(['.', '_', '-']).filter(|part| part.chars().count() >= 3).collect();
    let [first, last] = parts.as_slice() else { return None };
    let tokens: Vec<Span> = words(text).filter(|token| !span.contains(*token)).collect();
    tokens.windows(2).find_map(|pair| {
        let (one, two) = (fold(pair[0].of(text)), fold(pair[1].of(text)));
        let same = (one == **first && two == **last) || (one == **last && two == **first);
        let beside = text.get(pair[0].end..pair[1].start).is_some_and(|gap| gap == " " || gap == ", ");
        (same && beside && capital(pair[0].of(text))).then(|| format!("{first} {last}"))
    })
}

/// The first line, when it looks like nothing but a name.
fn first_line(text: &str, lines: &Lines) -> Option<String> {
    let (line, _) = lines.all.iter().find(|(line, personal)| {
        let words = line.of(text).trim().trim_matches(['*', '#', '=', ':', ' ', '-']);
        // "LEBENSLAUF" above the name.
        *personal && !words.is_empty() && !HEADINGS.contains(&fold(words).as_str())
    })?;
    let line = line.of(text).split(['|', '•', '·', '\t', '–']).next()?.trim();
    let line = line.split_once(" - ").map_or(line, |(name, _)| name);
    let (name, _) = line.split_once(',').filter(|(_, rest)| is_titles(rest)).unwrap_or((line, ""));
    let title = |word: &&str| {
        word.split(['.', '-'])
            .filter(|part| !part.is_empty())
            .all(|part| TITLES.contains(&fold(part).as_str()))
    };
    let start = name.split_whitespace().take_while(title).map(str::len).sum::<usize>();
    let name = name.split_whitespace().skip_while(title).collect::<Vec<_>>().join(" ");
    let name = if start > 0 || !name.is_empty() { name } else { return None };
    let name = name.as_str();
    let count = name.split_whitespace().count();
    let fits = (2..=5).contains(&count) && !name.chars().any(|c| c.is_ascii_digit() || c == '@' || c == ':');
    let mut real = words(name).filter(|span| !PARTICLES.contains(&fold(span.of(name)).as_str()));
    (fits && real.all(|span| capital(span.of(name)))).then(|| name.to_owned())
}

/// Words of letters; a hyphen or an apostrophe parts them.
fn words(text: &str) -> impl Iterator<Item = Span> {
    let mut start = None;
    text.char_indices().chain([(text.len(), ' ')]).filter_map(move |(at, c)| {
        if c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c) {
            start.get_or_insert(at);
            None
        } else {
            start.take().map(|start| Span::new(start, at))
        }
    })
}

/// Lower case without the marks that are left out in capitals and addresses.
pub(super) fn fold(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' | 'ą' | 'ā' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
            'ú' | 'ù' | 'û' | 'ü' | 'ů' => 'u',
            'ç' | 'ć' | 'č' => 'c',
            'ñ' | 'ń' => 'n',
            'ł' => 'l',
            'ś' | 'š' => 's',
            'ż' | 'ź' | 'ž' => 'z',
            'ý' => 'y',
            c => c,
        })
        .collect()
}
