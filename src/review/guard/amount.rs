//! Numbers with their units, however they are written: `1.2M`, `1,200,000`,
//! `twelve`, `20 %`, `90 minutes`.

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
    factor: f64,
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

const SCALES: &[(&str, f64)] = &[
    ("k", 1e3),
    ("thousand", 1e3),
    ("thousands", 1e3),
    ("tausend", 1e3),
    ("tsd", 1e3),
    ("mille", 1e3),
    ("mil", 1e3),
    ("mila", 1e3),
    ("duizend", 1e3),
    ("tys", 1e3),
    ("tysięcy", 1e3),
    ("tysiące", 1e3),
    ("mn", 1e6),
    ("mm", 1e6),
    ("mio", 1e6),
    ("mln", 1e6),
    ("million", 1e6),
    ("millions", 1e6),
    ("millionen", 1e6),
    ("milioni", 1e6),
    ("milione", 1e6),
    ("millones", 1e6),
    ("millón", 1e6),
    ("milhões", 1e6),
    ("milhão", 1e6),
    ("miljoen", 1e6),
    ("milionów", 1e6),
    ("miliony", 1e6),
    ("bn", 1e9),
    ("billion", 1e9),
    ("billions", 1e9),
    ("mrd", 1e9),
    ("milliarden", 1e9),
    ("milliards", 1e9),
    ("miliardi", 1e9),
    ("hundred", 100.0),
    ("hundert", 100.0),
];

const NUMBERS: &[(&str, f64)] = &[
    ("setenta", 70.0),
    ("cuarenta", 40.0),
    ("cincuenta", 50.0),
    ("sesenta", 60.0),
    ("ochenta", 80.0),
    ("noventa", 90.0),
    ("once", 11.0),
    ("trece", 13.0),
    ("catorce", 14.0),
    ("dezesseis", 16.0),
    ("dezasseis", 16.0),
    ("dezoito", 18.0),
    ("quarenta", 40.0),
    ("cinquenta", 50.0),
    ("sessenta", 60.0),
    ("oitenta", 80.0),
    ("treze", 13.0),
    ("quaranta", 40.0),
    ("cinquanta", 50.0),
    ("sessanta", 60.0),
    ("settanta", 70.0),
    ("ottanta", 80.0),
    ("novanta", 90.0),
    ("undici", 11.0),
    ("tredici", 13.0),
    ("quattordici", 14.0),
    ("quindici", 15.0),
    ("quatorze", 14.0),
    ("treize", 13.0),
    ("seize", 16.0),
    ("soixante", 60.0),
    ("veertig", 40.0),
    ("vijftig", 50.0),
    ("zestig", 60.0),
    ("zeventig", 70.0),
    ("tachtig", 80.0),
    ("negentig", 90.0),
    ("veertien", 14.0),
    ("vijftien", 15.0),
    ("sechzig", 60.0),
    ("siebzig", 70.0),
    ("achtzig", 80.0),
    ("neunzig", 90.0),
    ("dreizehn", 13.0),
    ("vierzehn", 14.0),
    ("fünfzehn", 15.0),
    ("sechzehn", 16.0),
    ("siebzehn", 17.0),
    ("achtzehn", 18.0),
    ("neunzehn", 19.0),
    ("czternaście", 14.0),
    ("piętnaście", 15.0),
    ("trzydzieści", 30.0),
    ("czterdzieści", 40.0),
    ("pięćdziesiąt", 50.0),
    ("sto", 100.0),
    ("cent", 100.0),
    ("cien", 100.0),
    ("cem", 100.0),
    ("cento", 100.0),
    ("honderd", 100.0),
    ("einhundert", 100.0),
    ("hundred", 100.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
    ("dozen", 12.0),
    ("zwei", 2.0),
    ("drei", 3.0),
    ("vier", 4.0),
    ("fünf", 5.0),
    ("sechs", 6.0),
    ("sieben", 7.0),
    ("acht", 8.0),
    ("neun", 9.0),
    ("zehn", 10.0),
    ("elf", 11.0),
    ("zwölf", 12.0),
    ("zwanzig", 20.0),
    ("dreißig", 30.0),
    ("vierzig", 40.0),
    ("fünfzig", 50.0),
    ("deux", 2.0),
    ("trois", 3.0),
    ("quatre", 4.0),
    ("cinq", 5.0),
    ("sept", 7.0),
    ("huit", 8.0),
    ("neuf", 9.0),
    ("dix", 10.0),
    ("onze", 11.0),
    ("douze", 12.0),
    ("quinze", 15.0),
    ("vingt", 20.0),
    ("trente", 30.0),
    ("quarante", 40.0),
    ("cinquante", 50.0),
    ("dos", 2.0),
    ("tres", 3.0),
    ("cuatro", 4.0),
    ("cinco", 5.0),
    ("seis", 6.0),
    ("siete", 7.0),
    ("ocho", 8.0),
    ("nueve", 9.0),
    ("diez", 10.0),
    ("doce", 12.0),
    ("quince", 15.0),
    ("veinte", 20.0),
    ("treinta", 30.0),
    ("dois", 2.0),
    ("duas", 2.0),
    ("três", 3.0),
    ("quatro", 4.0),
    ("sete", 7.0),
    ("oito", 8.0),
    ("nove", 9.0),
    ("dez", 10.0),
    ("doze", 12.0),
    ("vinte", 20.0),
    ("trinta", 30.0),
    ("due", 2.0),
    ("tre", 3.0),
    ("quattro", 4.0),
    ("cinque", 5.0),
    ("sei", 6.0),
    ("sette", 7.0),
    ("otto", 8.0),
    ("dieci", 10.0),
    ("dodici", 12.0),
    ("venti", 20.0),
    ("trenta", 30.0),
    ("twee", 2.0),
    ("drie", 3.0),
    ("vijf", 5.0),
    ("zes", 6.0),
    ("zeven", 7.0),
    ("negen", 9.0),
    ("tien", 10.0),
    ("twaalf", 12.0),
    ("twintig", 20.0),
    ("dertig", 30.0),
    ("dwa", 2.0),
    ("dwie", 2.0),
    ("trzy", 3.0),
    ("cztery", 4.0),
    ("pięć", 5.0),
    ("sześć", 6.0),
    ("siedem", 7.0),
    ("osiem", 8.0),
    ("dziewięć", 9.0),
    ("dziesięć", 10.0),
    ("dwanaście", 12.0),
    ("dwadzieścia", 20.0),
];

/// Number words of one language that are other words in another.
const NO_NUMBERS: &[(&str, &[&str])] = &[
    ("due", &["to", "diligence", "date", "dates", "course", "on"]),
    ("elf", &[]),
    ("sei", &[]),
    ("acht", &["auf", "gegeben"]),
    ("dos", &["santos"]),
    ("sept", &[]),
];

const UNITS: &[(&str, &str, f64)] = &[
    ("second", "time", 1.0),
    ("seconds", "time", 1.0),
    ("sec", "time", 1.0),
    ("secs", "time", 1.0),
    ("s", "time", 1.0),
    ("ms", "time", 0.001),
    ("sekunden", "time", 1.0),
    ("secondes", "time", 1.0),
    ("minute", "time", 60.0),
    ("minutes", "time", 60.0),
    ("min", "time", 60.0),
    ("mins", "time", 60.0),
    ("minuten", "time", 60.0),
    ("minutos", "time", 60.0),
    ("minuti", "time", 60.0),
    ("minut", "time", 60.0),
    ("hour", "time", 3600.0),
    ("hours", "time", 3600.0),
    ("hr", "time", 3600.0),
    ("hrs", "time", 3600.0),
    ("h", "time", 3600.0),
    ("stunden", "time", 3600.0),
    ("std", "time", 3600.0),
    ("heures", "time", 3600.0),
    ("horas", "time", 3600.0),
    ("ore", "time", 3600.0),
    ("uur", "time", 3600.0),
    ("godzin", "time", 3600.0),
    ("day", "time", 86400.0),
    ("days", "time", 86400.0),
    ("tage", "time", 86400.0),
    ("tagen", "time", 86400.0),
    ("jours", "time", 86400.0),
    ("días", "time", 86400.0),
    ("dias", "time", 86400.0),
    ("giorni", "time", 86400.0),
    ("dagen", "time", 86400.0),
    ("dni", "time", 86400.0),
    ("week", "time", 604800.0),
    ("weeks", "time", 604800.0),
    ("wk", "time", 604800.0),
    ("wks", "time", 604800.0),
    ("wochen", "time", 604800.0),
    ("semaines", "time", 604800.0),
    ("semanas", "time", 604800.0),
    ("settimane", "time", 604800.0),
    ("weken", "time", 604800.0),
    ("tygodni", "time", 604800.0),
    ("month", "months", 1.0),
    ("months", "months", 1.0),
    ("mo", "months", 1.0),
    ("mos", "months", 1.0),
    ("monate", "months", 1.0),
    ("monaten", "months", 1.0),
    ("mois", "months", 1.0),
    ("meses", "months", 1.0),
    ("mesi", "months", 1.0),
    ("maanden", "months", 1.0),
    ("miesięcy", "months", 1.0),
    ("quarters", "months", 3.0),
    ("year", "months", 12.0),
    ("years", "months", 12.0),
    ("yr", "months", 12.0),
    ("yrs", "months", 12.0),
    ("jahre", "months", 12.0),
    ("jahren", "months", 12.0),
    ("ans", "months", 12.0),
    ("années", "months", 12.0),
    ("años", "months", 12.0),
    ("anos", "months", 12.0),
    ("anni", "months", 12.0),
    ("jaar", "months", 12.0),
    ("lat", "months", 12.0),
    ("lata", "months", 12.0),
    ("decade", "months", 120.0),
    ("decades", "months", 120.0),
    ("g", "mass", 0.001),
    ("gram", "mass", 0.001),
    ("grams", "mass", 0.001),
    ("kg", "mass", 1.0),
    ("kgs", "mass", 1.0),
    ("kilo", "mass", 1.0),
    ("kilos", "mass", 1.0),
    ("kilogram", "mass", 1.0),
    ("kilograms", "mass", 1.0),
    ("t", "mass", 1000.0),
    ("ton", "mass", 1000.0),
    ("tons", "mass", 1000.0),
    ("tonne", "mass", 1000.0),
    ("tonnes", "mass", 1000.0),
    ("tonnen", "mass", 1000.0),
    ("lb", "pound", 1.0),
    ("lbs", "pound", 1.0),
    ("mm", "length", 0.001),
    ("cm", "length", 0.01),
    ("m", "length", 1.0),
    ("metre", "length", 1.0),
    ("metres", "length", 1.0),
    ("meter", "length", 1.0),
    ("meters", "length", 1.0),
    ("km", "length", 1000.0),
    ("kilometre", "length", 1000.0),
    ("kilometres", "length", 1000.0),
    ("kilometers", "length", 1000.0),
    ("kilometer", "length", 1000.0),
    ("mile", "mile", 1.0),
    ("miles", "mile", 1.0),
    ("mi", "mile", 1.0),
    ("ft", "foot", 1.0),
    ("foot", "foot", 1.0),
    ("feet", "foot", 1.0),
    ("m2", "area", 1.0),
    ("m²", "area", 1.0),
    ("sqm", "area", 1.0),
    ("qm", "area", 1.0),
    ("hectare", "area", 10000.0),
    ("hectares", "area", 10000.0),
    ("ha", "area", 10000.0),
    ("acres", "acre", 1.0),
    ("acre", "acre", 1.0),
    ("sqft", "sqft", 1.0),
    ("ml", "volume", 0.001),
    ("l", "volume", 1.0),
    ("litre", "volume", 1.0),
    ("litres", "volume", 1.0),
    ("liter", "volume", 1.0),
    ("liters", "volume", 1.0),
    ("m3", "volume", 1000.0),
    ("m³", "volume", 1000.0),
    ("kb", "data", 1e3),
    ("mb", "data", 1e6),
    ("gb", "data", 1e9),
    ("gigabytes", "data", 1e9),
    ("gigabyte", "data", 1e9),
    ("tb", "data", 1e12),
    ("terabytes", "data", 1e12),
    ("terabyte", "data", 1e12),
    ("pb", "data", 1e15),
    ("petabytes", "data", 1e15),
    ("kw", "power", 1.0),
    ("kilowatt", "power", 1.0),
    ("kilowatts", "power", 1.0),
    ("mw", "power", 1000.0),
    ("megawatt", "power", 1000.0),
    ("megawatts", "power", 1000.0),
    ("kwp", "kwp", 1.0),
    ("kv", "kv", 1.0),
    ("v", "volt", 1.0),
    ("volt", "volt", 1.0),
    ("volts", "volt", 1.0),
];

const CURRENCIES: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("$", "USD"),
    ("usd", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("£", "GBP"),
    ("gbp", "GBP"),
    ("pounds", "GBP"),
    ("pound", "GBP"),
    ("sterling", "GBP"),
    ("zł", "PLN"),
    ("pln", "PLN"),
    ("złotych", "PLN"),
    ("zloty", "PLN"),
    ("chf", "CHF"),
    ("francs", "CHF"),
    ("r$", "BRL"),
    ("brl", "BRL"),
    ("reais", "BRL"),
    ("¥", "JPY"),
    ("yen", "JPY"),
    ("₹", "INR"),
    ("inr", "INR"),
    ("rupees", "INR"),
    ("sek", "SEK"),
    ("kronor", "SEK"),
    ("dkk", "DKK"),
    ("nok", "NOK"),
];

const PERCENT: &[&str] = &["percent", "pct", "prozent", "procent", "percentage"];

/// Words that make a number more than it is.
const MORE: &[&str] = &[
    "over",
    "above",
    "exceeding",
    "plus",
    "upwards",
    "beyond",
    "über",
    "mehr",
    "sobre",
    "oltre",
    "meer",
    "ponad",
    "más",
    "mais",
    "plus",
];

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

/// "30 to 12 minutes", "30 minutes to 12"
fn share_units(text: &str, amounts: &mut [Amount]) {
    for at in 1..amounts.len() {
        let between = text.get(amounts[at - 1].span.end..amounts[at].span.start).unwrap_or(".");
        let ranged =
            between.split(|c: char| c.is_whitespace() || "-–".contains(c)).filter(|word| !word.is_empty());
        let ranged = between.chars().count() <= 8
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
fn clock(words: &[Word], at: usize) -> Option<Amount> {
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

fn amount(text: &str, words: &[Word], at: usize) -> Option<Amount> {
    if let Some(clock) = clock(words, at) {
        return Some(clock);
    }
    let word = &words[at];
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
        } else if matches!((low, two), ("square", "metres" | "meters" | "metre" | "meter")) {
            unit = Unit::Measure("area");
            next += 2;
            end = words[next - 1].span.end;
        } else if matches!((low, two), ("square" | "sq", "feet" | "foot" | "ft")) {
            unit = Unit::Measure("sqft");
            next += 2;
            end = words[next - 1].span.end;
        } else if low == "times" || low == "fold" {
            unit = Unit::Times;
            end = words[next].span.end;
            next += 1;
        } else if let Some((base, factor)) =
            measure(low).filter(|_| !(matches!(two, "old" | "olds") || low.len() == 1 && scaled))
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

fn scale_by(values: &mut [f64], factor: f64) {
    values.iter_mut().for_each(|value| *value *= factor);
}

fn scale(low: &str) -> Option<f64> {
    SCALES.iter().find(|(name, _)| *name == low).map(|(_, factor)| *factor)
}

fn measure(low: &str) -> Option<(&'static str, f64)> {
    UNITS.iter().find(|(name, ..)| *name == low).map(|(_, base, factor)| (*base, *factor))
}

fn spaced(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|gap| gap.chars().all(|c| " \u{a0}\u{202f}-.".contains(c)) && gap.len() <= 3)
}

fn joined(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|gap| gap.chars().all(|c| " \u{a0}\u{202f}-+'’\u{2011}.".contains(c)) && gap.len() <= 4)
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

/// Digits at a word, with the groups after it: the values, the letters that
/// stick to them, and the next word.
fn digits(words: &[Word], at: usize) -> Option<(Vec<f64>, String, usize)> {
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

fn spelled(words: &[Word], at: usize) -> Option<(f64, usize)> {
    let low = words[at].low.as_str();
    let after = words.get(at + 1).map_or("", |word| word.low.as_str());
    if let Some((_, not)) = NO_NUMBERS.iter().find(|(word, _)| *word == low)
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
        let number = if joint { words.get(next + 1).and_then(|word| value(&word.low)) } else { value(low) };
        match (low, number) {
            ("hundred", _) => part *= 100.0,
            ("thousand", _) => part *= 1e3,
            ("dozen", _) => part *= 12.0,
            ("vingts" | "vingt", _) if part == 4.0 => part = 80.0,
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

fn value(low: &str) -> Option<f64> {
    if let Some((_, value)) = NUMBERS.iter().find(|(name, _)| *name == low) {
        return Some(*value);
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
