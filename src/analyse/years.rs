//! Years of experience that a text names.

use super::tokens::{Kind, Token};
use std::ops::Range;

const YEARS: &[&str] = &[
    "year", "years", "yrs", "yr", "jahr", "jahre", "jahren", "jahrige", "an", "ans", "annee", "annees",
    "ano", "anos", "anni", "anno", "jaar", "jaren", "lat", "lata", "rok", "roku", "letnie", "letniego",
    "letnim",
];
/// Twelve of these are a year.
const MONTHS: &[&str] = &[
    "month", "months", "monat", "monate", "monaten", "mois", "mes", "meses", "mesi", "maanden", "miesiecy",
    "miesiace",
];
/// Full words, not only digits, in the eight languages.
const NUMBERS: &[(&str, f32)] = &[
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("sechs", 6.0),
    ("sieben", 7.0),
    ("acht", 8.0),
    ("sept", 7.0),
    ("huit", 8.0),
    ("seis", 6.0),
    ("siete", 7.0),
    ("ocho", 8.0),
    ("sei", 6.0),
    ("sette", 7.0),
    ("otto", 8.0),
    ("zes", 6.0),
    ("zeven", 7.0),
    ("szesc", 6.0),
    ("ein", 1.0),
    ("einem", 1.0),
    ("zwei", 2.0),
    ("drei", 3.0),
    ("vier", 4.0),
    ("funf", 5.0),
    ("zehn", 10.0),
    ("deux", 2.0),
    ("trois", 3.0),
    ("quatre", 4.0),
    ("cinq", 5.0),
    ("dos", 2.0),
    ("tres", 3.0),
    ("cuatro", 4.0),
    ("cinco", 5.0),
    ("dois", 2.0),
    ("duas", 2.0),
    ("quatro", 4.0),
    ("due", 2.0),
    ("tre", 3.0),
    ("quattro", 4.0),
    ("cinque", 5.0),
    ("twee", 2.0),
    ("drie", 3.0),
    ("vijf", 5.0),
    ("dwa", 2.0),
    ("trzy", 3.0),
    ("cztery", 4.0),
    ("piec", 5.0),
    ("un", 1.0),
    ("una", 1.0),
    ("um", 1.0),
    ("roczne", 1.0),
    ("rocznego", 1.0),
    ("een", 1.0),
    ("uno", 1.0),
];
/// What the years are of; without one of these near, they are not experience.
const EXPERIENCE: &[&str] = &[
    "experience",
    "experienced",
    "erfahrung",
    "erfahrungen",
    "berufserfahrung",
    "arbeitserfahrung",
    "berufspraxis",
    "praxis",
    "experiencia",
    "esperienza",
    "ervaring",
    "werkervaring",
    "doswiadczenia",
    "doswiadczenie",
    "doswiadczeniem",
    "praktyki",
    "stazu",
    "working",
    "worked",
    "gearbeitet",
    "gewerkt",
    "post-qualification",
    "praxiserfahrung",
    "rijervaring",
    "projekterfahrung",
    "fuhrungserfahrung",
    "fahrpraxis",
    "fahrerfahrung",
    "experiência",
    "unterrichtserfahrung",
    "leservaring",
    "werkervaring",
];
/// "18 years old" is an age.
const AGE: &[&str] = &["old", "age", "aged", "alt", "edad", "idade", "eta", "oud", "wieku", "older", "alter"];
/// Half a year is taken for a "first" experience.
const FIRST: &[&str] =
    &["first", "premiere", "primera", "prima", "erste", "eerste", "primeira", "pierwsze", "initial"];
/// Experience of an unnamed number of years.
const SEVERAL: &[&str] = &[
    "mehrjahrige",
    "mehrjahriger",
    "mehrjahrigen",
    "langjahrige",
    "langjahriger",
    "pluriennale",
    "biennale",
    "triennale",
    "quinquennale",
    "wieloletnie",
    "kilkuletnie",
    "meerjarige",
    "several",
    "plusieurs",
    "mehrere",
    "mehreren",
    "kilka",
    "varias",
    "alcuni",
    "enkele",
    "quelques",
    "varios",
    "vari",
];

#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    pub least: f32,
    /// The tokens from the number to "years" or "experience".
    pub words: Range<usize>,
    /// "experience" or the like is one of these words.
    pub named: bool,
    /// "experience" or the like stands near.
    pub of_experience: bool,
}

/// The first amount of years in the words of one sentence.
pub fn years(text: &str, words: &[Token]) -> Option<Years> {
    (0..words.len()).find_map(|at| years_at(text, words, at))
}

fn years_at(text: &str, words: &[Token], at: usize) -> Option<Years> {
    let word = &words[at];
    let next = words.get(at + 1).map_or("", |word| word.fold.as_str());
    // "A first experience", "rok doświadczenia".
    let first = FIRST.contains(&word.fold.as_str()) && EXPERIENCE.contains(&next);
    if first || (word.fold == "rok" && EXPERIENCE.contains(&next)) {
        let least = if first { 0.5 } else { 1.0 };
        return Some(Years { least, words: at..at + 2, named: true, of_experience: true });
    }
    let compound = SEVERAL.contains(&word.fold.as_str());
    let mut least = if compound { 2.0 } else { amount(word)? };
    let mut unit = at;
    // "mehrjährig" has the years within, "mehrere" does not.
    let within = ["jahrig", "letni", "jarig", "iennal"].iter().any(|part| word.fold.contains(part));
    if !(compound && within) {
        // "3 to 5 years", "3-5 years", "5 or more years", "3 (three) years".
        let is_month = |place: usize| MONTHS.contains(&words[place].fold.as_str());
        let found = (at + 1..words.len().min(at + 5))
            .find(|place| YEARS.contains(&words[*place].fold.as_str()) || is_month(*place))?;
        if text[word.span.end..words[found].span.start].contains([';', '\n']) {
            return None;
        }
        // "level 3 and 2 years of experience" are two things.
        const AND: &[&str] = &["and", "und", "et", "y", "e", "en", "i", "oraz", "sowie", "plus"];
        let between = &words[at + 1..found];
        if between.iter().any(|word| AND.contains(&word.fold.as_str()))
            && between.iter().any(|word| amount(word).is_some())
        {
            return None;
        }
        // "mbo 4 Bouw met enkele jaren ervaring": the later amount is that of the years.
        if between.iter().any(|word| SEVERAL.contains(&word.fold.as_str())) {
            return None;
        }
        if let Some(second) = words[at + 1..found].iter().find_map(amount) {
            least = least.min(second);
        }
        unit = found;
        if is_month(found) {
            least /= 12.0;
        }
    }
    if least > 40.0 {
        return None;
    }
    let near = &words[at.saturating_sub(4)..words.len().min(unit + 4)];
    if near.iter().any(|word| AGE.contains(&word.fold.as_str())) {
        return None;
    }
    let last =
        (unit..words.len().min(unit + 5)).find(|place| EXPERIENCE.contains(&words[*place].fold.as_str()));
    let before =
        (at.saturating_sub(6)..at).rev().find(|place| EXPERIENCE.contains(&words[*place].fold.as_str()));
    let whole = match (last, before) {
        (Some(last), _)
            if !text[words[unit].span.end..words[last].span.start].contains([';', '.', ',', '(']) =>
        {
            at..last + 1
        }
        // "Experiencia mínima de 3 años".
        (_, Some(before))
            if at - before <= 4
                && !text[words[before].span.end..word.span.start].contains([';', '.', ',', '(', ':']) =>
        {
            before..unit + 1
        }
        _ => at..unit + 1,
    };
    let named = words[whole.clone()].iter().any(|word| EXPERIENCE.contains(&word.fold.as_str()));
    let whole = with_least(text, words, whole);
    Some(Years { least, words: whole, named, of_experience: last.is_some() || before.is_some() })
}

/// "at least two years": what says that it is the least belongs to it.
fn with_least(text: &str, words: &[Token], whole: Range<usize>) -> Range<usize> {
    const LEAST: &[&[&str]] = &[
        &["at", "least"],
        &["a", "minimum", "of"],
        &["minimum", "of"],
        &["minimum"],
        &["min"],
        &["over"],
        &["more", "than"],
        &["mindestens"],
        &["mind"],
        &["wenigstens"],
        &["au", "moins"],
        &["minimum", "de"],
        &["al", "menos"],
        &["minimo"],
        &["minimo", "de"],
        &["pelo", "menos"],
        &["no", "minimo"],
        &["almeno"],
        &["minimaal"],
        &["minstens"],
        &["ten", "minste"],
        &["co", "najmniej"],
        &["przynajmniej"],
    ];
    let close = |from: usize| {
        (from..whole.start)
            .all(|at| text[words[at].span.end..words[at + 1].span.start].trim_matches(['.', ' ']).is_empty())
    };
    let said = LEAST
        .iter()
        .filter(|least| least.len() <= whole.start)
        .map(|least| (whole.start - least.len(), least));
    let fits = said.filter(|(from, least)| {
        close(*from)
            && words[*from..whole.start].iter().zip(least.iter()).all(|(word, least)| word.fold == *least)
    });
    fits.map(|(from, _)| from).min().unwrap_or(whole.start)..whole.end
}

/// "eight", "drei": a number above one in words.
pub fn is_number_word(word: &Token) -> bool {
    NUMBERS.iter().any(|(name, number)| *name == word.fold && *number > 1.0)
        || matches!(
            word.fold.as_str(),
            "dozen" | "hundred" | "thousand" | "million" | "daily" | "taglich" | "hundert" | "tausend"
        )
}

fn amount(word: &Token) -> Option<f32> {
    match word.kind {
        Kind::Number => word.fold.replace(',', ".").parse().ok(),
        _ => NUMBERS.iter().find(|(name, _)| *name == word.fold).map(|(_, number)| *number),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn least(text: &str) -> Option<f32> {
        years(text, &tokens(text)).map(|years| years.least)
    }

    #[test]
    fn amounts_in_words_and_digits() {
        assert_eq!(least("5+ years of experience"), Some(5.0));
        assert_eq!(least("3-5 Jahre Berufserfahrung"), Some(3.0));
        assert_eq!(least("deux ans d'expérience"), Some(2.0));
        assert_eq!(least("mehrjährige Berufserfahrung"), Some(2.0));
        assert_eq!(least("mbo niveau 3 en 2 jaar ervaring"), Some(2.0));
        assert_eq!(least("18 months' experience"), Some(1.5));
        assert_eq!(least("You are at least 18 years old"), None);
    }
}
