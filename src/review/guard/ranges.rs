//! Numbers that share a unit, and times of day.

use super::amount::{Amount, Unit};
use super::words::Word;
use crate::text::Span;

/// "30 to 12 minutes", "30 minutes to 12"
pub fn share_units(text: &str, amounts: &mut [Amount]) {
    for at in 1..amounts.len() {
        let between = text.get(amounts[at - 1].span.end..amounts[at].span.start).unwrap_or(".");
        let ranged =
            between.split(|c: char| c.is_whitespace() || "-–".contains(c)).filter(|word| !word.is_empty());
        let ranged = between.chars().count() <= 20
            && ranged.into_iter().all(|word| {
                matches!(
                    word,
                    "to" | "and"
                        | "or"
                        | "auf"
                        | "bis"
                        | "à"
                        | "a"
                        | "au"
                        | "naar"
                        | "do"
                        | "na"
                        | "per"
                        | "from"
                        | "down"
                        | "para"
                        | "instead"
                        | "of"
                        | "rather"
                        | "than"
                        | "versus"
                        | "against"
                        | "statt"
                        | "lieu"
                        | "de"
                        | "vez"
                        | "invece"
                        | "di"
                )
            });
        if !ranged {
            continue;
        }
        for (from, to) in [(at, at - 1), (at - 1, at)] {
            if let (Unit::Measure(_) | Unit::Percent | Unit::Currency(_), Unit::Count) =
                (&amounts[from].unit, &amounts[to].unit)
            {
                let factor = amounts[from].factor;
                let later = amounts[from].unit == Unit::Measure("clock")
                    && amounts[from].values.iter().any(|hour| *hour > 12.0);
                let shift = if later { 12.0 } else { 0.0 };
                let values = amounts[to].values.iter().map(|value| value * factor + shift).collect();
                amounts[to].shared = Some((values, amounts[from].unit.clone()));
            }
        }
    }
}

/// "17:00", "5 pm", "9 Uhr"
pub fn clock(words: &[Word], at: usize) -> Option<Amount> {
    let word = &words[at];
    let hour: f64 =
        word.text.parse().ok().filter(|hour| (0.0..=24.0).contains(hour) && word.text.len() <= 2)?;
    let next = words.get(at + 1)?;
    let minutes = next.text.parse::<f64>().ok().filter(|_| word.after == ":" && next.text.len() == 2);
    let (value, last) = match (minutes, next.low.as_str()) {
        (Some(minutes), _) => (hour + minutes / 60.0, at + 1),
        (None, "pm") if hour < 12.0 => (hour + 12.0, at + 1),
        (None, "pm" | "am" | "uhr") => (hour, at + 1),
        _ => return None,
    };
    let span = Span::new(word.span.start, words[last].span.end);
    let unit = Unit::Measure("clock");
    Some(Amount {
        span,
        digits: word.span,
        values: vec![value],
        unit,
        shared: None,
        more: None,
        factor: 1.0,
        next: last + 1,
        first: at,
    })
}
