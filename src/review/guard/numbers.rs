//! Numbers with their units, and how often something happens.

use super::algebra;
use super::amount::{Amount, Unit, amounts};
use super::counted::{self, content};
use super::lexicon::lexicon;
use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};
use crate::extract::Language;
use crate::text::Span;

pub(super) fn check(source: &Source, words: &[Word], claims: &mut Claims) {
    let counts = |amount: &Amount, words: &[Word]| !of_the(source, &words[amount.first]);
    let mut known = amounts(source.text, &source.words);
    known.retain(|amount| counts(amount, &source.words));
    let mut edited = amounts(claims.text, words);
    edited.retain(|amount| counts(amount, words));
    for amount in edited.iter().cloned() {
        if !claims.free(amount.first..amount.next.max(amount.first + 1)) {
            continue;
        }
        // "on the 737s": a plural, no seconds.
        let digits = words[amount.first].text.trim_end_matches('s');
        if digits.len() < words[amount.first].text.len()
            && digits.bytes().all(|b| b.is_ascii_digit())
            && let Some(word) = source.words.iter().find(|word| word.text.trim_end_matches('s') == digits)
        {
            claims.trace(amount.span, word.span);
            claims.take(amount.first..amount.next);
            continue;
        }
        let same: Vec<&Amount> = known.iter().filter(|other| other.same_value(&amount)).collect();
        let fitting: Vec<&Amount> =
            same.iter().copied().filter(|other| other.same(&amount, units_fit)).collect();
        let own = fitting.iter().find(|other| source.own.iter().any(|region| region.contains(other.digits)));
        // A length of the lines that is gone stands here with another number.
        let swapped = matches!(amount.unit, Unit::Measure("months") | Unit::Percent | Unit::Currency(_))
            && own.is_none()
            && known.iter().any(|other| {
                other.unit == amount.unit
                    && source.own.iter().any(|region| region.contains(other.digits))
                    && !edited.iter().any(|one| one.same_value(other))
            });
        // "eight doctors" for "five doctors", whatever else is eight elsewhere.
        let swapped = swapped
            || amount.unit == Unit::Count
                && own.is_none()
                && words.get(amount.next).is_some_and(|noun| {
                    content(noun)
                        && known.iter().any(|other| {
                            other.unit == Unit::Count
                                && source.own.iter().any(|region| region.contains(other.digits))
                                && source.words.get(other.next).is_some_and(|theirs| theirs.stem == noun.stem)
                                && !other.same_value(&amount)
                                && !edited.iter().any(|one| one.same_value(other))
                        })
                });
        let elsewhere = fitting.iter().filter(|_| !swapped).find(|other| {
            source.own.is_empty()
                || amount.unit != Unit::Count
                || source.head.iter().any(|head| head.contains(other.digits))
                || same_noun(source, words, &amount, other)
        });
        match own.or(elsewhere) {
            Some(found) => {
                if counted::same(source, words, &amount, found) {
                    claims.trace(amount.span, found.span);
                } else {
                    let noun = words
                        .get(amount.next)
                        .map_or(amount.span, |word| Span::new(amount.span.start, word.span.end));
                    claims.flag(noun, ClaimKind::Unit, "counts something else than your CV does.");
                }
                more(source, &amount, found, claims);
            }
            // A number that follows from the lines may stand elsewhere by chance.
            None => match ratio(&amount, source).or_else(|| algebra::derived(source, &known, words, &amount))
            {
                Some(span) => claims.trace(amount.span, span),
                None if same.is_empty() => claims.flag(amount.span, ClaimKind::Number, "is not in your CV."),
                None if fitting.is_empty() => {
                    claims.flag(amount.span, ClaimKind::Unit, "has another unit in your CV.");
                }
                None => claims.flag(
                    with_noun(words, &amount),
                    ClaimKind::Number,
                    "stands elsewhere in your CV, for something else.",
                ),
            },
        }
        claims.take(amount.first..amount.next);
        // The name of a currency before it.
        for (at, word) in words.iter().enumerate().take(amount.first) {
            if amount.span.contains(word.span) {
                claims.take(at..at + 1);
            }
        }
    }
    super::periods::check(source, words, claims);
}

/// Words that count in one language and are small words of another: "dos
/// planos" is "of the plans".
fn of_the(source: &Source, word: &Word) -> bool {
    match source.language {
        Language::Pt => word.low == "dos",
        Language::Nl => word.low == "onze",
        _ => false,
    }
}

/// Whether the lines have a target and a number above it.
pub(super) fn above_target(source: &Source) -> bool {
    #[rustfmt::skip]
    const TARGETS: &[&str] = &["target", "goal", "quota", "norm", "ziel", "soll", "objectif", "objetivo", "obiettivo", "meta", "doel", "cel", "plan"];
    let own = |span: Span| source.own.iter().any(|region| region.contains(span));
    let Some(target) =
        source.words.iter().find(|word| own(word.span) && TARGETS.contains(&word.stem.as_str()))
    else {
        return false;
    };
    let known = amounts(source.text, &source.words);
    let own: Vec<&Amount> = known.iter().filter(|amount| own(amount.digits)).collect();
    // The number beside the word is the target.
    let aim = own.iter().min_by_key(|amount| amount.digits.start.abs_diff(target.span.end));
    aim.and_then(|aim| aim.values.first()).is_some_and(|aim| {
        own.iter().any(|other| other.values.first().is_some_and(|value| value > aim && *value < 3.0 * aim))
    })
}

/// Whether the edit has both of two states that the replaced lines have:
/// "losses of 9 %, were 17 %" are reduced.
pub(super) fn two_states(source: &Source, text: &str, words: &[Word]) -> bool {
    let own: Vec<Amount> = amounts(source.text, &source.words)
        .into_iter()
        .filter(|amount| source.own.iter().any(|region| region.contains(amount.digits)))
        .collect();
    let edited = amounts(text, words);
    let raw = |amount: &Amount| amount.values.first().map(|value| value / amount.factor);
    let kept = |amount: &Amount| {
        edited.iter().any(|other| other.same(amount, units_fit) || raw(other) == raw(amount))
    };
    // "19 days, it was 27": one of the two may leave its unit out.
    let half = own.iter().any(|one| {
        matches!(one.unit, Unit::Measure(_) | Unit::Percent)
            && own.iter().any(|two| {
                two.unit == Unit::Count
                    && raw(two) != raw(one)
                    && two.next == two.first + 1
                    && kept(one)
                    && kept(two)
                    && was(source, two)
            })
    });
    let own: Vec<Amount> = own.into_iter().filter(|amount| amount.unit != Unit::Count).collect();
    half || own.iter().enumerate().any(|(at, one)| {
        own[at + 1..].iter().any(|two| one.unit == two.unit && !one.same_value(two) && kept(one) && kept(two))
    })
}

/// "it was 27", "instead of 5", "from 30"
fn was(source: &Source, amount: &Amount) -> bool {
    let before = source.text[..amount.span.start].trim_end();
    let before = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    [
        "was", "were", "of", "from", "to", "than", "statt", "von", "auf", "de", "a", "da", "van", "naar",
        "z", "do",
    ]
    .contains(&before.as_str())
}

fn units_fit(cv: &Unit, edit: &Unit) -> bool {
    match (cv, edit) {
        (one, other) if one == other => true,
        // The sign of the currency may be left out, never made up.
        (Unit::Currency(_), Unit::Count) => true,
        (Unit::Times, Unit::Count) | (Unit::Count, Unit::Times) => true,
        _ => false,
    }
}

/// A count with what it counts: "12 pallets".
fn with_noun(words: &[Word], amount: &Amount) -> Span {
    let last = amount.next.checked_sub(1).map(|at| &words[at]);
    let noun = words.get(amount.next).filter(|noun| {
        amount.unit == Unit::Count && last.is_some_and(|last| last.after == " ") && content(noun)
    });
    noun.map_or(amount.span, |noun| Span::new(amount.span.start, noun.span.end))
}

/// Whether both count the same kind of thing.
fn same_noun(source: &Source, words: &[Word], edit: &Amount, cv: &Amount) -> bool {
    let own = nouns(words, edit);
    let theirs = nouns(&source.words, cv);
    own.iter().any(|one| theirs.iter().any(|other| one == other || lexicon().synonyms(one, other)))
}

/// The words around a number that may say what it counts.
fn nouns(words: &[Word], amount: &Amount) -> Vec<String> {
    let after = words[amount.next..].iter().take(4).take_while(|word| !word.starts);
    let line = words[..=amount.first].iter().rposition(|word| word.starts).unwrap_or(0);
    let before = words[line..amount.first].iter().rev().take(4);
    after
        .chain(before)
        .filter(|word| word.low.chars().count() > 2 && !word.numeric())
        .map(|word| word.stem.clone())
        .collect()
}

/// "over 50" where the CV says "50".
fn more(source: &Source, amount: &Amount, found: &Amount, claims: &mut Claims) {
    let Some(span) = amount.more.filter(|_| found.more.is_none()) else { return };
    // "over three years" is a length of time, not more of it.
    let before = source.text[..found.span.start].trim_end().to_lowercase();
    let generous = [
        "almost",
        "nearly",
        "about",
        "around",
        "approx.",
        "approximately",
        "ca.",
        "circa",
        "up to",
        "~",
        "rund",
        "etwa",
        "fast",
    ];
    let rounded = generous.iter().any(|word| before.ends_with(word));
    let time = matches!(amount.unit, Unit::Measure("time" | "months"))
        && span.of(claims.text).eq_ignore_ascii_case("over");
    // "over three routes" for "on three routes" is the other preposition.
    let placed = span.of(claims.text).eq_ignore_ascii_case("over")
        && amount.unit == Unit::Count
        && [" on", " across", " in", " at", " through", " during", " for", " to"]
            .iter()
            .any(|word| before.ends_with(word));
    if (!time || rounded) && !placed {
        claims.flag(span, ClaimKind::Number, "makes the number larger than your CV does.");
    }
}

/// "2x" may be read from "5 to 10".
fn ratio(amount: &Amount, source: &Source) -> Option<Span> {
    let times = amount.values.first().filter(|_| amount.unit == Unit::Times)?;
    ratio_of(source, *times)
}

/// Two numbers of the replaced lines of which one is so many times the other.
pub(super) fn ratio_of(source: &Source, times: f64) -> Option<Span> {
    let known = amounts(source.text, &source.words);
    let own: Vec<&Amount> =
        known.iter().filter(|other| source.own.iter().any(|region| region.contains(other.digits))).collect();
    own.windows(2).find_map(|pair| {
        let (one, two) = algebra::alike(pair[0], pair[1])?;
        let fits = (two / one - times).abs() <= 0.03 * times;
        fits.then(|| Span::new(pair[0].span.start, pair[1].span.end))
    })
}
