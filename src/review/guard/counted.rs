//! What a number counts.

use super::amount::{Amount, Unit};
use super::kin;
use super::lexicon::lexicon;
use super::source::Source;
use super::words::Word;

/// False where the thing that is counted is a word the CV does not have.
pub(super) fn same(source: &Source, words: &[Word], amount: &Amount, found: &Amount) -> bool {
    if amount.unit != Unit::Count || found.unit != Unit::Count {
        return true;
    }
    let lexicon = lexicon();
    // "999 work", "Cisco 2960": the number of a thing counts nothing.
    let digits = words[amount.first].text.trim_end_matches('s');
    if digits.len() >= 3 && digits.bytes().all(|b| b.is_ascii_digit()) {
        let named = source.words.iter().position(|word| word.span.contains(found.digits));
        let capital = named.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
            source.words[at].capital() && source.words[at].after == " " && !source.words[at].starts
        });
        if capital || digits == "999" || digits == "112" || digits == "911" {
            return true;
        }
    }
    let Some(last) = words.get(amount.next.wrapping_sub(1)) else { return true };
    if !matches!(last.after, " " | "-" | "+ ") {
        return true;
    }
    // "12 new care homes": the noun is the last of a few words in a row.
    let mut end = amount.next;
    while end < words.len()
        && end - amount.next < 4
        && (end == amount.next || matches!(words[end - 1].after, " " | "-"))
        && content(&words[end])
    {
        end += 1;
    }
    let run = &words[amount.next.min(end)..end];
    if another(source, words, run, found) {
        return false;
    }
    let theirs = source.words.iter().find(|word| word.span.start >= found.digits.end);
    if theirs.is_some_and(generic) {
        return true;
    }
    let known =
        |word: &Word| source.meaning(&word.stem, &source.whole()).is_some() || lexicon.plain(&word.stem);
    // "beehives" for "hives"
    let part = run.iter().any(|word| {
        source.words.iter().any(|other| {
            other.low.len() >= 4 && (word.low.contains(&other.low) || other.low.contains(&word.low))
        })
    });
    run.is_empty()
        || part
        || run.iter().any(known)
        || source.short_form(run, None).is_some()
        || !run.iter().any(|word| word.low.ends_with('s') || word.low == "people")
}

/// Things that any other thing may be called.
#[rustfmt::skip]
const GENERIC: &[&str] = &[
    "people", "peopl", "person", "item", "unit", "piec", "job", "task", "cas", "thing", "product", "member", "staff", "part", "set",
    "personas", "personen", "personnes", "pessoas", "persone", "osób", "stück", "pièces", "pezzi", "sztuk", "stuks", "unidades", "servicios", "serviços", "servizi",
];

fn generic(word: &Word) -> bool {
    GENERIC.contains(&word.stem.as_str()) || GENERIC.contains(&word.low.as_str())
}

/// "48 goats" for "48 cows": the lines have the noun behind their number no
/// more, and the edit's is none of their words and no name for anything.
fn another(source: &Source, words: &[Word], run: &[Word], found: &Amount) -> bool {
    let lexicon = lexicon();
    let own = |span: crate::text::Span| source.own.iter().any(|own| own.contains(span));
    let Some(noun) = run.last().filter(|_| own(found.digits)) else { return false };
    let Some(first) = source.words.iter().position(|word| word.span.start >= found.digits.end) else {
        return false;
    };
    let theirs: Vec<&Word> = source.words[first..]
        .iter()
        .take(3)
        .take_while(|word| !word.starts && own(word.span) && content(word) && !word.numeric())
        .collect();
    let Some(last) = theirs.last() else { return false };
    let direct = source.words[first - 1].after == " ";
    let who = |word: &Word| {
        lexicon.person(&word.stem)
            || ["ers", "ors", "ists", "ees", "ants"]
                .iter()
                .any(|end| word.low.ends_with(end) && word.low.len() > 6)
    };
    let related = |one: &Word, other: &Word| {
        one.stem == other.stem
            || lexicon.synonyms(&one.stem, &other.stem)
            || super::words::root(&one.stem) == super::words::root(&other.stem)
            || !source.english && kin::akin(&kin::fold(&one.low), &kin::fold(&other.low))
            || who(one) && who(other)
            || kin::cut_short(one, other)
            || kin::cut_short(other, one)
            || !source.english && {
                let meant = lexicon.meanings(&kin::fold(&one.low));
                lexicon.meanings(&kin::fold(&other.low)).iter().any(|one| meant.contains(one))
            }
    };
    let told = |word: &Word| source.words.iter().any(|other| own(other.span) && related(word, other));
    // "34 linear kilometres" for "34 linear metres": only the first word is kept.
    let alike = run.len() == theirs.len()
        && run.len() == 2
        && related(&run[0], theirs[0])
        && super::units::UNITS.iter().any(|(name, ..)| *name == last.low);
    let kept = match alike {
        true => words.iter().any(|word| related(word, last)),
        false => theirs.iter().any(|other| words.iter().any(|word| related(word, other))),
    };
    let ordinary = |word: &Word| lexicon.plain(&word.stem) || lexicon.plain(&word.low);
    let rate = |word: &Word| matches!(word.low.as_str(), "wpm" | "words" | "rpm" | "mph" | "kph");
    direct
        && noun.low.chars().count() >= 4
        && (!ordinary(noun) || !ordinary(last))
        && !kept
        && !(if alike { told(noun) } else { run.iter().any(told) })
        && ![*last, noun].iter().any(|word| generic(word))
        && !run.iter().chain(theirs.iter().copied()).any(rate)
}

pub(super) fn content(word: &Word) -> bool {
    word.low.chars().count() > 3
        && !word.numeric()
        && !matches!(
            word.low.as_str(),
            "and"
                | "per"
                | "the"
                | "for"
                | "with"
                | "from"
                | "each"
                | "every"
                | "who"
                | "that"
                | "across"
                | "into"
                | "over"
                | "through"
                | "within"
                | "while"
                | "via"
                | "using"
        )
}
