//! One number: digits in any grouping, or words.

use super::units::{NO_NUMBERS, NUMBERS};
use super::words::Word;

/// Digits at a word, with the groups after it: the values, the letters that
/// stick to them, and the next word.
pub fn digits(words: &[Word], at: usize) -> Option<(Vec<f64>, String, usize)> {
    let text = words[at].text;
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’')))
        .unwrap_or(text.len());
    let number = text[..end].trim_end_matches(['.', ',', '\'', '’']);
    let suffix = text[number.len()..].to_lowercase();
    let mut whole = number.to_owned();
    let mut next = at + 1;
    // "1 200 000"
    if suffix.is_empty() && number.len() <= 3 && number.chars().all(|c| c.is_ascii_digit()) {
        while next < words.len()
            && words[next].text.len() == 3
            && words[next].text.chars().all(|c| c.is_ascii_digit())
            && matches!(words[next - 1].after, " " | "\u{a0}" | "\u{202f}")
        {
            whole.push_str(words[next].text);
            next += 1;
        }
    }
    Some((values(&whole)?, suffix, next))
}

/// What `1.200` may mean.
fn values(number: &str) -> Option<Vec<f64>> {
    let plain = number.replace(['\'', '’'], "");
    let dots = plain.matches('.').count();
    let commas = plain.matches(',').count();
    let joined = plain.replace([',', '.'], "");
    match (dots, commas) {
        (0, 0) => Some(vec![plain.parse().ok()?]),
        (1, 0) | (0, 1) => {
            let decimal: f64 = plain.replace(',', ".").parse().ok()?;
            let tail = plain.len() - plain.find(['.', ','])? - 1;
            match tail {
                3 => Some(vec![joined.parse().ok()?, decimal]),
                _ => Some(vec![decimal]),
            }
        }
        (_, 0) | (0, _) => Some(vec![joined.parse().ok()?]),
        _ => {
            let last = plain.rfind(['.', ','])?;
            let whole = plain[..last].replace([',', '.'], "");
            Some(vec![format!("{whole}.{}", &plain[last + 1..]).parse().ok()?])
        }
    }
}

pub fn spelled(words: &[Word], at: usize) -> Option<(f64, usize)> {
    let low = words[at].low.as_str();
    // "Au Four Banal", "The Seven Stars": a name.
    if words[at].capital() && !words[at].starts {
        return None;
    }
    let after = words.get(at + 1).map_or("", |word| word.low.as_str());
    // "sei anni" is a number, whatever else "sei" may be.
    let measured = super::units::UNITS.iter().any(|(name, ..)| *name == after && name.len() > 2);
    if let Some((_, not)) = NO_NUMBERS.iter().find(|(word, _)| *word == low)
        && !measured
        && (not.is_empty() || not.contains(&after))
    {
        return None;
    }
    if matches!(low, "twice" | "zweimal" | "tweemaal") {
        return Some((2.0, at + 1));
    }
    let article = matches!(low, "a" | "one") && matches!(after, "hundred" | "thousand" | "million" | "dozen");
    if !article && value(low).is_none() {
        return None;
    }
    // "one hundred and forty", "quatre-vingts", "vinte e seis"
    let mut total = 0.0;
    let mut part = if article { 1.0 } else { value(low)? };
    let mut next = at + 1;
    while let Some(word) = words.get(next).filter(|_| matches!(words[next - 1].after, " " | "-")) {
        let joint = matches!(word.low.as_str(), "and" | "e" | "et" | "y" | "en" | "i" | "und");
        let low = word.low.as_str();
        let number = if joint {
            words.get(next + 1).and_then(|word| value(&word.low))
        } else {
            value(low).or((low == "one" && part >= 20.0).then_some(1.0))
        };
        match (low, number) {
            ("hundred", _) => part *= 100.0,
            ("thousand", _) => part *= 1e3,
            ("dozen", _) => part *= 12.0,
            ("vingts" | "vingt", _) if part == 4.0 => part = 80.0,
            // "dix-sept", "soixante-dix", "quatre-vingt-douze"
            (_, Some(number))
                if words[next - 1].after == "-" && part == 10.0 && (7.0..10.0).contains(&number) =>
            {
                part += number;
            }
            (_, Some(number))
                if words[next - 1].after == "-"
                    && matches!(part, 60.0 | 80.0)
                    && (10.0..20.0).contains(&number) =>
            {
                part += number;
            }
            // Only what a number of this size can be followed by.
            (_, Some(number)) if joint && (part >= 100.0 || (part >= 20.0 && number < 10.0)) => {
                total += part;
                part = number;
                next += 1;
            }
            (_, Some(number))
                if !joint && ((part >= 20.0 && number < 10.0) || (part >= 100.0 && number < 100.0)) =>
            {
                total += part;
                part = number;
            }
            _ => break,
        }
        next += 1;
    }
    Some((total + part, next))
}

/// The years of "siedmioletnim", "achtjährige", "zevenjarige".
pub fn aged(low: &str) -> Option<f64> {
    const POLISH: &[(&str, f64)] = &[
        ("dwu", 2.0),
        ("trzy", 3.0),
        ("cztero", 4.0),
        ("pięcio", 5.0),
        ("sześcio", 6.0),
        ("siedmio", 7.0),
        ("ośmio", 8.0),
        ("dziewięcio", 9.0),
        ("dziesięcio", 10.0),
        ("jedenasto", 11.0),
        ("dwunasto", 12.0),
        ("trzynasto", 13.0),
        ("czternasto", 14.0),
        ("piętnasto", 15.0),
        ("szesnasto", 16.0),
        ("osiemnasto", 18.0),
        ("dwudziesto", 20.0),
    ];
    if let Some((number, _)) = low.split_once("letni") {
        return POLISH.iter().find(|(name, _)| *name == number).map(|(_, years)| *years);
    }
    let number = low.split_once("jährig").or_else(|| low.split_once("jarig"))?.0;
    value(number)
}

fn value(low: &str) -> Option<f64> {
    if let Some((_, value)) = NUMBERS.iter().find(|(name, _)| *name == low) {
        return Some(*value);
    }
    // "under-threes", "the over-sixties"
    if let Some((_, value)) =
        low.strip_suffix('s').and_then(|one| NUMBERS.iter().find(|(name, _)| *name == one && one.len() >= 3))
    {
        return Some(*value);
    }
    // "veinticuatro", "ventidue", "trentacinque", "dwunastoletnim", "siebenjährig"
    let find = |word: &str| NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    let tens = [
        ("veinti", 20.0),
        ("venti", 20.0),
        ("vent", 20.0),
        ("trenta", 30.0),
        ("trent", 30.0),
        ("quaranta", 40.0),
        ("quarant", 40.0),
        ("cinquanta", 50.0),
        ("cinquant", 50.0),
        ("sessanta", 60.0),
        ("settanta", 70.0),
        ("ottanta", 80.0),
        ("novanta", 90.0),
    ];
    let ones = |word: &str| {
        let word = if word == "tré" { "tre" } else { word };
        find(word).or((word == "uno" || word == "ún" || word == "un").then_some(1.0)).or(match word {
            "dós" => Some(2.0),
            "trés" => Some(3.0),
            "séis" => Some(6.0),
            _ => None,
        })
    };
    let two = tens.iter().find_map(|(start, ten)| {
        let one = ones(low.strip_prefix(start)?)?;
        (one < 10.0).then_some(ten + one)
    });
    if two.is_some() {
        return two;
    }
    // "fünfundzwanzig", "vijfentwintig"
    ["und", "en", "ën"].iter().find_map(|joint| {
        let (ones, tens) = low.split_once(joint)?;
        let find = |word: &str| NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        let ones = if matches!(ones, "ein" | "een") { 1.0 } else { find(ones)? };
        let tens = find(tens)?;
        (ones < 10.0 && (20.0..100.0).contains(&tens)).then_some(ones + tens)
    })
}
