//! Numbers with their units, however they are written: `1.2M`, `1,200,000`,
//! `twelve`, `20 %`, `90 minutes`.

use super::numerals::{digits, spelled};
use super::ranges::{clock, share_units};
use super::units::{CURRENCIES, MORE, PERCENT, SCALES, UNITS};
use super::words::Word;
use crate::text::Span;

/// A number, as all the values that its writing may mean.
#[derive(Clone, Debug)]
pub struct Amount {
    pub span: Span,
    /// The number without its unit.
    pub digits: Span,
    pub values: Vec<f64>,
    pub unit: Unit,
    /// What it means when it takes the unit of the other end of its range:
    /// "from 30 to 12 minutes".
    pub shared: Option<(Vec<f64>, Unit)>,
    /// "over", "more than", "+" and the like.
    pub more: Option<Span>,
    /// What one of its unit is in the base of its measure.
    pub(super) factor: f64,
    /// Index of the first word after it.
    pub next: usize,
    /// Index of its first word.
    pub first: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Unit {
    /// Counts something, or nothing that is known here.
    Count,
    Percent,
    Currency(&'static str),
    /// A measure, in the base that its factor leads to.
    Measure(&'static str),
    /// "2x", "twofold".
    Times,
}

pub fn amounts(text: &str, words: &[Word]) -> Vec<Amount> {
    let mut out: Vec<Amount> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match amount(text, words, at) {
            Some(found) => {
                at = found.next.max(at + 1);
                out.push(found);
            }
            None => at += 1,
        }
    }
    share_units(text, &mut out);
    out
}

fn amount(text: &str, words: &[Word], at: usize) -> Option<Amount> {
    if let Some(clock) = clock(words, at) {
        return Some(clock);
    }
    let word = &words[at];
    if let Some(years) = super::numerals::aged(&word.low) {
        return Some(Amount {
            span: word.span,
            digits: word.span,
            values: vec![12.0 * years],
            unit: Unit::Measure("months"),
            shared: None,
            more: None,
            factor: 12.0,
            next: at + 1,
            first: at,
        });
    }
    let (mut values, suffix, mut next) = match word.numeric() {
        true => digits(words, at)?,
        false => (vec![spelled(words, at)?.0], String::new(), spelled(words, at)?.1),
    };
    let digits_end = words[next - 1].span.end;
    let mut unit = Unit::Count;
    let mut base_factor = 1.0;
    let mut scaled = false;
    let mut metres = None;
    match suffix.as_str() {
        "" => {}
        // "3rd" and "third" order things and count nothing.
        "st" | "nd" | "rd" | "th" | "er" | "ème" | "e" | "º" | "ª" => return None,
        "x" => unit = Unit::Times,
        "m" => metres = Some(values.clone()),
        other => match (scale(other), measure(other)) {
            (Some(factor), _) => {
                scaled = true;
                scale_by(&mut values, factor);
            }
            (None, Some((base, factor))) => {
                scale_by(&mut values, factor);
                base_factor = factor;
                unit = Unit::Measure(base);
            }
            (None, None) => return None,
        },
    }
    if suffix == "m" {
        scale_by(&mut values, 1e6);
        scaled = true;
    }
    let mut end = digits_end;
    let mut more = None;
    // "50+", "50 +"
    if let Some(rest) = text[end..].trim_start_matches(' ').strip_prefix('+') {
        let plus = text.len() - rest.len();
        more = Some(Span::new(plus - 1, plus));
        end = plus;
    }
    // "1.2 million", "50 thousand"; "2 M" only of money.
    while unit == Unit::Count && next < words.len() && spaced(text, end, words[next].span.start) {
        let low = words[next].low.as_str();
        let money = currency_before(text, word.span.start).is_some();
        let Some(factor) = scale(low)
            .or_else(|| (low == "m" && (money || words[next].after.starts_with('€'))).then_some(1e6))
        else {
            break;
        };
        if low == "mm" && !money {
            break;
        }
        scale_by(&mut values, factor);
        scaled = true;
        end = words[next].span.end;
        next += 1;
    }
    let mut start = word.span.start;
    // "12 Mio. Euro"
    if scaled && text[end..].starts_with(". ") {
        end += 1;
    }
    let rest = text[end..].trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']);
    if rest.starts_with('%') || rest.starts_with('٪') {
        unit = Unit::Percent;
        end = text.len() - rest.len() + 1;
    } else if let Some((code, from)) = currency_before(text, start) {
        unit = Unit::Currency(code);
        start = from;
    } else if let Some((sign, code)) =
        CURRENCIES.iter().find(|(sign, _)| !sign.chars().all(char::is_alphanumeric) && rest.starts_with(sign))
    {
        unit = Unit::Currency(code);
        end = text.len() - rest.len() + sign.len();
    } else if let Some((code, past)) = currency_of(words, next).filter(|_| scaled && unit == Unit::Count) {
        unit = Unit::Currency(code);
        next = past;
        end = words[past - 1].span.end;
    } else if unit == Unit::Count && next < words.len() && joined(text, end, words[next].span.start) {
        let low = words[next].low.as_str();
        let two = words.get(next + 1).map_or("", |word| word.low.as_str());
        if PERCENT.contains(&low)
            || (low == "per" && two == "cent")
            || (low == "por" && matches!(two, "cento" | "ciento"))
            || (low == "pour" && two == "cent")
            || (low == "per" && two == "cento")
        {
            unit = Unit::Percent;
            next += if PERCENT.contains(&low) { 1 } else { 2 };
            end = words[next - 1].span.end;
        } else if let Some((_, code)) = CURRENCIES.iter().find(|(name, _)| *name == low) {
            unit = Unit::Currency(code);
            end = words[next].span.end;
            next += 1;
        } else if low == "in" && word.numeric() && values.iter().all(|value| *value < 1.0) {
            // "0.0005 in": no such number of anything stands in something.
            unit = Unit::Measure("inch");
            end = words[next].span.end;
            next += 1;
        } else if square_metres(low, two) {
            unit = Unit::Measure("area");
            next += 2;
            end = words[next - 1].span.end;
        } else if matches!((low, two), ("square" | "sq", "feet" | "foot" | "ft")) {
            unit = Unit::Measure("sqft");
            next += 2;
            end = words[next - 1].span.end;
        } else if matches!(
            low,
            "times" | "fold" | "occasions" | "mal" | "fois" | "veces" | "vezes" | "volte" | "keer" | "razy"
        ) {
            unit = Unit::Times;
            end = words[next].span.end;
            next += 1;
        } else if let Some((base, factor)) =
            // "60 second-year students" are no seconds.
            measure(low).filter(|_| {
                let ordinal = low == "second" && words[next].after.starts_with('-');
                // "71 years of age" for "aged 71".
                let age = two == "of" && words.get(next + 2).is_some_and(|word| word.low == "age");
                !(ordinal || age || matches!(two, "old" | "olds") || low.len() == 1 && scaled)
            })
        {
            // "5 s" is a time, "5 a" is not; single letters need the digits.
            if low.len() > 1 || word.numeric() {
                scale_by(&mut values, factor);
                base_factor = factor;
                unit = Unit::Measure(base);
                end = words[next].span.end;
                next += 1;
            }
        }
    }
    if unit == Unit::Count
        && let Some(metres) = metres
    {
        values.extend(metres);
    }
    let more = more.or_else(|| more_before(text, words, at, start)).or_else(|| {
        // "50 or more"
        let tail: Vec<&str> = words[next..].iter().take(2).map(|word| word.low.as_str()).collect();
        (tail == ["or", "more"]).then(|| Span::new(words[next].span.start, words[next + 1].span.end))
    });
    Some(Amount {
        span: Span::new(start, end),
        digits: Span::new(word.span.start, digits_end),
        values,
        unit,
        shared: None,
        more,
        factor: base_factor,
        next,
        first: at,
    })
}

/// "million d'euros", "milioni di euro": the currency and the word behind it.
fn currency_of(words: &[Word], next: usize) -> Option<(&'static str, usize)> {
    let low = words.get(next)?.low.as_str();
    let code = |name: &str| CURRENCIES.iter().find(|(other, _)| *other == name).map(|(_, code)| *code);
    let elided = low.strip_prefix("d'").or_else(|| low.strip_prefix("d’"));
    if let Some(code) = elided.and_then(code) {
        return Some((code, next + 1));
    }
    let of = matches!(low, "d" | "de" | "di" | "of");
    let code = words.get(next + 1).filter(|_| of).and_then(|word| code(&word.low))?;
    Some((code, next + 2))
}

/// "square metres", "mètres carrés", "vierkante meter".
fn square_metres(low: &str, two: &str) -> bool {
    let metres = matches!(low, "mètres" | "metros" | "metri" | "vierkante" | "metrów" | "mètre" | "metro");
    let square = ["carr", "cuadrad", "quadra", "meter", "kwadrat"].iter().any(|start| two.starts_with(start));
    matches!((low, two), ("square", "metres" | "meters" | "metre" | "meter")) || metres && square
}

fn scale_by(values: &mut [f64], factor: f64) {
    values.iter_mut().for_each(|value| *value *= factor);
}

fn scale(low: &str) -> Option<f64> {
    SCALES.iter().find(|(name, _)| *name == low).map(|(_, factor)| *factor)
}

fn measure(low: &str) -> Option<(&'static str, f64)> {
    let low = match low {
        "weekly" => "week",
        "monthly" => "month",
        "yearly" => "year",
        "daily" => "day",
        "hourly" => "hour",
        low => low,
    };
    let aged = ["letni", "jährig", "jarig"].iter().any(|start| low.starts_with(start));
    UNITS
        .iter()
        .find(|(name, ..)| *name == low)
        .map(|(_, base, factor)| (*base, *factor))
        .or(aged.then_some(("months", 12.0)))
}

fn spaced(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|gap| gap.chars().all(|c| " \u{a0}\u{202f}-.".contains(c)) && gap.len() <= 3)
}

fn joined(text: &str, from: usize, to: usize) -> bool {
    let Some(gap) = text.get(from..to) else { return false };
    // "1,5 million d'euros"
    matches!(gap.trim_start(), "d'" | "d’")
        || (gap.chars().all(|c| " \u{a0}\u{202f}-+'’\u{2011}.".contains(c)) && gap.len() <= 4)
}

fn currency_before(text: &str, start: usize) -> Option<(&'static str, usize)> {
    let before = text[..start].trim_end_matches([' ', '\u{a0}']);
    for (sign, code) in CURRENCIES {
        let hit = match sign.chars().all(|c| c.is_ascii_alphabetic()) {
            true => {
                sign.len() == 3
                    && before.len() >= 3
                    && before.is_char_boundary(before.len() - 3)
                    && before[before.len() - 3..].eq_ignore_ascii_case(sign)
                    && !before[..before.len() - 3].ends_with(char::is_alphanumeric)
            }
            false => before.ends_with(sign),
        };
        if hit && start - before.len() <= 2 {
            return Some((code, before.len() - sign.len()));
        }
    }
    None
}

fn more_before(text: &str, words: &[Word], at: usize, start: usize) -> Option<Span> {
    // The sign of a currency may be a word of its own before the number.
    let at = words[..at].iter().rposition(|word| word.span.end <= start)? + 1;
    let before = &words[at - 1];
    if text.get(before.span.end..start)?.chars().any(|c| !c.is_whitespace() && !"€$£~".contains(c)) {
        return None;
    }
    let two = at.checked_sub(2).map(|i| words[i].low.as_str()).unwrap_or_default();
    // "turning over £14m"
    let idiom = matches!(two, "turning" | "turned" | "turnover" | "hand" | "handed" | "took" | "spread");
    let found = (MORE.contains(&before.low.as_str()) && !idiom)
        || (matches!(before.low.as_str(), "than" | "as" | "de" | "of" | "als" | "di" | "dan")
            && matches!(
                two,
                "more" | "mehr" | "plus" | "más" | "mais" | "più" | "meer" | "excess" | "upwards"
            ))
        || (before.low == "least" && two == "at");
    found.then_some(before.span)
}

impl Amount {
    fn readings(&self) -> impl Iterator<Item = (&[f64], &Unit)> {
        let shared = self.shared.as_ref().map(|(values, unit)| (values.as_slice(), unit));
        std::iter::once((self.values.as_slice(), &self.unit)).chain(shared)
    }

    pub fn same_value(&self, other: &Amount) -> bool {
        self.readings().any(|(one, _)| other.readings().any(|(two, _)| meet(one, two)))
    }

    /// Whether both may mean the same number of the same unit, as `fits`
    /// compares units.
    pub fn same(&self, other: &Amount, fits: impl Fn(&Unit, &Unit) -> bool) -> bool {
        self.readings().any(|(one, unit)| {
            other.readings().any(|(two, other_unit)| meet(one, two) && fits(unit, other_unit))
        })
    }
}

fn meet(one: &[f64], two: &[f64]) -> bool {
    one.iter().any(|one| two.iter().any(|two| (one - two).abs() <= 1e-9 * one.abs().max(1.0)))
}
