//! People who speak for the person of the CV, or are called in an emergency:
//! their names and numbers are personal too. A name is masked where it heads a
//! line of a references section or stands behind such a label; the name of an
//! employer or a school beside it stays.

use super::lines::Lines;
use super::name::{capital, fold};
use super::name_words::{PARTICLES, TITLES};
use crate::text::Span;

/// Headings and labels, folded.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "referee", "referees", "reference", "references", "referenz", "referenzen", "referenzperson", "referenzpersonen",
    "referencia", "referencias", "referencias", "referenza", "referenze", "referentie", "referenties", "referencje", "referens",
    "referenser", "referanse", "referanser", "referencer", "suosittelija", "suosittelijat", "referentti", "referenciak",
    "professional references", "personal references", "personal reference", "professional reference", "work references",
    "referencias laborales", "referencias profesionales", "referencias personales", "references professionnelles",
    "referencias profissionais", "referenze professionali", "emergency contact", "next of kin", "contact person", "in emergency",
    "notfallkontakt", "contact d'urgence", "contacto de emergencia", "contacto de emergência", "contatto di emergenza",
    "noodcontact", "father's name", "fathers name", "father name", "mother's name", "mothers name", "mother name", "spouse",
    "spouse name", "spouse's name", "husband's name", "wife's name", "guardian", "guardian's name",
];

/// Words that only firms, schools and roles have.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "ltd", "limited", "gmbh", "ag", "kg", "inc", "llc", "plc", "university", "universitat", "universite", "universidad",
    "universidade", "universita", "college", "school", "schule", "hospital", "clinic", "klinik", "academy", "institute", "institut",
    "company", "group", "services", "council", "trust", "sa", "srl", "sarl", "bv", "nv", "ab", "as", "oy", "aps", "society",
    "foundation", "church", "centre", "center", "restaurant", "hotel", "bank", "department", "office", "manager", "director",
    "supervisor", "available", "upon", "request", "furnished", "on", "clean", "driving", "licence", "license", "full", "english",
];

/// Which lines are of referees, and their names.
pub struct Referees {
    lines: Vec<Span>,
    pub names: Vec<Span>,
}

impl Referees {
    pub fn of(text: &str, lines: &Lines) -> Self {
        let mut out = Self { lines: Vec::new(), names: Vec::new() };
        let mut within = false;
        let contact = |span: &Span| {
            let words = span.of(text);
            words.contains('@') || words.chars().filter(char::is_ascii_digit).count() >= 7
        };
        for (index, (line, _)) in lines.all.iter().enumerate() {
            let words = line.of(text);
            if words.trim().is_empty() {
                // Referees may be parted by an empty line each.
                let next = lines.all.get(index + 1).map(|(next, _)| *next);
                within = within && next.is_some_and(|next| contact(&next));
                continue;
            }
            let (label, rest) = labelled(words);
            if label {
                within = rest.is_none();
                if let Some(from) = rest {
                    out.line(text, Span::new(line.start + from, line.end));
                }
                continue;
            }
            if !within {
                continue;
            }
            let near = [index.checked_sub(1), Some(index), Some(index + 1)];
            let beside =
                near.into_iter().flatten().filter_map(|at| lines.all.get(at)).any(|(near, _)| contact(near));
            if beside {
                out.line(text, *line);
            } else {
                within = false;
            }
        }
        out
    }

    /// Whether a place is in the line of a referee.
    pub fn has(&self, at: usize) -> bool {
        self.lines.iter().any(|line| line.start <= at && at <= line.end)
    }

    fn line(&mut self, text: &str, line: Span) {
        self.lines.push(line);
        if let Some(name) = name(line.of(text)) {
            self.names.push(Span::new(line.start + name.start, line.start + name.end));
        }
    }
}

/// Whether the line is such a heading or starts with such a label, and where
/// the rest behind the label starts.
fn labelled(line: &str) -> (bool, Option<usize>) {
    let known = |words: &str| {
        let words = words.trim().trim_matches(['#', '*', '=', '-', '•', ' ', ':']);
        LABELS.contains(&fold(words).replace('’', "'").as_str())
    };
    if let Some((label, rest)) = line.split_once(':')
        && known(label)
    {
        return (true, (!rest.trim().is_empty()).then_some(line.len() - rest.len()));
    }
    (known(line), None)
}

/// The name at the start of the words, without its title: two to five words
/// with capitals, and the end of the line or a mark behind them.
fn name(words: &str) -> Option<Span> {
    let mut at = words.len() - words.trim_start_matches([' ', '-', '•', '*', '·', '\t', ':']).len();
    let (mut from, mut to, mut count) = (None, at, 0);
    let mut title = false;
    loop {
        let rest = &words[at..];
        let word: String = rest
            .chars()
            .take_while(|c| {
                c.is_alphabetic()
                    || matches!(c, '\'' | '’' | '-' | '\u{301}' | '.' | 'ª' | 'º')
                    || ('\u{300}'..='\u{36f}').contains(c)
            })
            .collect();
        let bare = fold(word.trim_end_matches(['.', 'ª', 'º']));
        let son = rest.starts_with("s/o ")
            || rest.starts_with("d/o ")
            || rest.starts_with("a/l ")
            || rest.starts_with("a/p ");
        if son && from.is_some() {
            at += 4;
            continue;
        }
        if word.is_empty() || word == "-" {
            break;
        }
        let abbreviated = bare
            .split(['.', '-'])
            .filter(|part| !part.is_empty())
            .all(|part| TITLES.contains(&part) || HONORIFICS.contains(&part));
        // "D. Ramiro Vela" is Don Ramiro, "D. Farrant" and "Ms D. Farrant" have an initial.
        let letter = bare.chars().count() == 1 && word.ends_with('.');
        let names =
            rest.split_whitespace().skip(1).take_while(|word| capital(word) && !word.ends_with(',')).count();
        let abbreviated = abbreviated && !(letter && (title || names < 1));
        if from.is_none()
            && abbreviated
            && (word.contains('.') || bare.chars().count() > 1 || word.ends_with(['ª', 'º']))
        {
            title = true;
        } else if capital(&word)
            || from.is_some() && PARTICLES.contains(&bare.as_str())
            || !word.is_empty() && from.is_none() && PARTICLES.contains(&bare.as_str())
        {
            if NO_NAMES.contains(&bare.as_str()) {
                return None;
            }
            from.get_or_insert(at);
            count += 1;
            // The dot of an initial belongs to it, a full stop does not.
            let initial = word.trim_end_matches('.').chars().count() <= 2;
            to = at + if initial { word.len() } else { word.trim_end_matches('.').len() };
        } else {
            break;
        }
        at += word.len();
        let gap = words[at..].len() - words[at..].trim_start_matches([' ', '\u{a0}']).len();
        if gap == 0 || gap > 2 {
            break;
        }
        at += gap;
    }
    let behind = words[to..].trim_start();
    let ends = behind.is_empty()
        || behind.starts_with([',', '–', '—', '-', '|', ':', ';', '(', '/', '·', '•', '\t', '+'])
        || words[to..].starts_with("  ");
    let from = from?;
    let plain = words[from..to].chars().any(char::is_lowercase) || title;
    (ends && plain && (2..=6).contains(&count) || ends && title && count == 1).then(|| Span::new(from, to))
}

/// Titles in the languages whose people write them in full.
#[rustfmt::skip]
const HONORIFICS: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "prof", "eng", "engr", "arch", "rev", "sir", "d", "da", "dna", "don", "dona", "dª", "dhr",
    "mevr", "mw", "dott", "ssa", "dottssa", "ing", "sig", "sigra", "sr", "sra", "herr", "herrn", "frau", "monsieur", "madame", "pan",
    "pani", "avv", "geom", "rag", "lic", "capt", "cdr", "dato", "datuk", "shri", "smt", "mag", "hr", "fru",
];
