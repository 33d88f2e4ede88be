//! Places in an order, and the numbers of grades: "first line", "NVQ 2",
//! "oficial de 2ª". One in the place of another is another claim.

use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};

#[rustfmt::skip]
const ORDINALS: &[&[&str]] = &[
    &["first", "1st", "erste", "ersten", "erster", "premier", "première", "primera", "primer", "primeira", "primeiro", "prima", "primo", "eerste", "pierwszy", "pierwsza"],
    &["second", "2nd", "zweite", "zweiten", "zweiter", "deuxième", "seconde", "segunda", "segundo", "seconda", "secondo", "tweede", "drugi", "druga"],
    &["third", "3rd", "dritte", "dritten", "dritter", "troisième", "tercera", "tercero", "tercer", "terceira", "terceiro", "terza", "terzo", "derde", "trzeci", "trzecia"],
    &["fourth", "4th", "vierte", "vierten", "quatrième", "cuarta", "cuarto", "quarta", "quarto", "vierde", "czwarty"],
    &["fifth", "5th", "fünfte", "fünften", "cinquième", "quinta", "quinto", "vijfde", "piąty"],
];

/// Words before the number of a grade.
#[rustfmt::skip]
const GRADES: &[&str] = &[
    "level", "levels", "nvq", "svq", "rqf", "grade", "band", "tier", "niveau", "nivel", "nível", "livello", "stufe", "poziom",
    "poziomu", "klasse", "kategorie", "category", "cat", "class", "mbo", "part", "step", "catégorie", "categoría",
];

/// "2nd", "second", "2ª": 0 for the first.
pub(super) fn place(word: &Word) -> Option<usize> {
    let named = ORDINALS.iter().position(|names| names.contains(&word.low.as_str()));
    let signed = || {
        let number = word.low.strip_suffix(['ª', 'º']).or_else(|| word.low.strip_suffix("ème"))?;
        number.parse::<usize>().ok()?.checked_sub(1)
    };
    named.or_else(signed)
}

/// "level 3", "NVQ Level 3", "mbo-4", "Level III"
fn grade(words: &[Word], at: usize) -> Option<String> {
    let before = words.get(at.checked_sub(1)?)?;
    let near = matches!(before.after, " " | "-" | "");
    let number = match words[at].low.as_str() {
        "i" | "one" => "1",
        "ii" | "two" => "2",
        "iii" | "three" => "3",
        "iv" | "four" => "4",
        low if low.len() <= 2 && low.bytes().all(|b| b.is_ascii_alphanumeric()) && words[at].numeric() => low,
        _ => return None,
    };
    (near && GRADES.contains(&before.low.as_str())).then(|| number.to_owned())
}

pub(super) fn check(source: &Source, words: &[Word], claims: &mut Claims) {
    let own = |word: &Word| source.own.iter().any(|own| own.contains(word.span));
    let known: Vec<usize> = source.words.iter().filter(|word| own(word)).filter_map(place).collect();
    let headed = source.headed();
    for (at, word) in words.iter().enumerate() {
        let Some(number) = place(word).filter(|_| claims.free(at..at + 1)) else { continue };
        let share = at > 0 && matches!(words[at - 1].low.as_str(), "a" | "one" | "two");
        // "every fourth week" for "one week in four"
        let counted = (0..source.words.len()).any(|at| {
            own(&source.words[at])
                && super::numerals::spelled(&source.words, at)
                    .is_some_and(|(value, _)| value == number as f64 + 1.0)
        });
        let share = share || counted && at > 0 && words[at - 1].low == "every";
        let other = !known.is_empty() && !known.contains(&number) && !share;
        // "prima sarta" for "sarta": a rank that the head of the role does not give.
        let rank = known.is_empty()
            && headed
            && number == 0
            && words.get(at + 1).is_some_and(|next| {
                !next.numeric() && source.words.iter().any(|other| own(other) && other.stem == next.stem)
            });
        if other || rank {
            claims.flag(word.span, ClaimKind::Number, "is another place than your CV gives.");
            claims.take(at..at + 1);
        }
    }
    grades(source, words, claims);
}

/// The grades of the lines, or, where they have none, of the whole CV.
fn grades(source: &Source, words: &[Word], claims: &mut Claims) {
    let graded = |own: bool| -> Vec<String> {
        (0..source.words.len())
            .filter(|at| !own || source.own.iter().any(|own| own.contains(source.words[*at].span)))
            .filter_map(|at| grade(&source.words, at))
            .collect()
    };
    let (own, all) = (graded(true), graded(false));
    let known = if own.is_empty() { &all } else { &own };
    for at in 0..words.len() {
        let Some(number) = grade(words, at).filter(|_| claims.free(at..at + 1)) else { continue };
        // "2 NVQ" and "(Level 2)" write the same number elsewhere in the line.
        let beside = || {
            source.words.iter().any(|word| {
                word.low == number && source.own.iter().any(|own| own.contains(word.span)) && own.is_empty()
            })
        };
        if !known.is_empty() && !known.contains(&number) && !beside() {
            claims.flag(words[at].span, ClaimKind::Number, "is another grade than your CV gives.");
            claims.take(at..at + 1);
        }
    }
}
