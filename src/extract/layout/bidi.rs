//! Right-to-left text: on the page it is in the order of the eye, in a
//! document in the order of speech.

use super::segments::Piece;
use super::units::Unit;
use crate::extract::bullet::is_bullet_sign;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// Codes of the countries that write from right to left.
const CODES: &str =
    "20 212 213 216 218 222 249 252 253 269 92 93 961 962 963 964 965 966 967 968 970 971 972 973 974 98";

pub(super) fn is_right_to_left(c: char) -> bool {
    // Hebrew begins there.
    c >= '\u{590}' && matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// Whether a text has letters that are.
fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_right_to_left)
}

/// Whether most letters of a page are.
pub(super) fn is_page_right_to_left(units: &[Unit<'_>]) -> bool {
    let (mut letters, mut own) = (0_usize, 0_usize);
    for unit in units {
        if let [byte] = unit.text.as_bytes() {
            letters += usize::from(byte.is_ascii_alphabetic());
            continue;
        }
        for c in unit.text.chars().filter(|c| c.is_alphabetic()) {
            letters += 1;
            own += usize::from(is_right_to_left(c));
        }
    }
    own * 2 > letters
}

/// The text of a word whose units are sorted from left to right. `among`: it
/// stands on a page from right to left.
pub(super) fn word(units: &[&Unit<'_>], among: bool) -> String {
    let mut visual = String::with_capacity(units.len());
    let mut turned = false;
    for unit in units {
        visual.push_str(&unit.text);
        turned |= unit.facts.right_to_left;
    }
    if !turned {
        return if among { number(&visual) } else { visual };
    }
    // One character a unit stands for all of it, so that ligatures and marks
    // are not torn apart.
    let heads: Vec<char> = units.iter().filter_map(|unit| unit.text.chars().next()).collect();
    let line: String = heads.iter().collect();
    let info = BidiInfo::new(&line, Some(Level::rtl()));
    let levels: Vec<Level> =
        line.char_indices().map(|(at, _)| info.levels.get(at).copied().unwrap_or(Level::rtl())).collect();
    let order = BidiInfo::reorder_visual(&levels);
    let text: String = order.iter().filter_map(|&index| units.get(index)).map(|unit| &*unit.text).collect();
    open_outwards(text)
}

/// Among text from right to left, the parts of `2020–2024,` stand from right to
/// left as well; only what is inside of a number runs to the right.
fn number(visual: &str) -> String {
    let digits = visual.chars().filter(char::is_ascii_digit).count();
    if digits == 0 || visual.chars().any(char::is_alphabetic) {
        return visual.to_owned();
    }
    // A plus in front was kept there by whoever made the file.
    if visual.starts_with('+') && digits > 1 {
        return visual.to_owned();
    }
    let chars: Vec<char> = visual.chars().collect();
    let is_digit =
        |index: Option<usize>| index.and_then(|index| chars.get(index)).is_some_and(char::is_ascii_digit);
    let mut parts: Vec<String> = Vec::new();
    let mut inside = false;
    for (index, &c) in chars.iter().enumerate() {
        let between = is_digit(index.checked_sub(1)) && is_digit(Some(index + 1));
        let own = c.is_ascii_digit() || between && matches!(c, '.' | ',' | ':' | '/' | '-' | '+' | '\u{A0}');
        // Signs of percent and money stay where they are.
        let own = own || matches!(bidi_class(c), BidiClass::ET);
        match parts.last_mut().filter(|_| own && inside) {
            Some(part) => part.push(c),
            None => parts.push(c.to_string()),
        }
        inside = own;
    }
    let kept = parts.concat();
    parts.reverse();
    let turned = parts.concat();
    // Nobody lists a period from its end; then the file kept it as it was.
    open_outwards(if counts_down([turned.as_str()]) && !counts_down([kept.as_str()]) { kept } else { turned })
}

/// Brackets as they are typed: some files give them as they are drawn.
fn open_outwards(text: String) -> String {
    let turned = text.starts_with([')', ']']) || text.ends_with(['(', '[']);
    if !turned {
        return text;
    }
    let turn = |c| match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        other => other,
    };
    text.chars().map(turn).collect()
}

/// Puts the words of a line, sorted from left to right, in the order of speech.
pub(super) fn line(words: Vec<Piece>, page_is_right_to_left: bool) -> Vec<Piece> {
    if !words.iter().any(|word| has_right_to_left(&word.text)) {
        return if page_is_right_to_left { bullet_first(numbers(words)) } else { words };
    }
    let mut kinds: Vec<Kind> = words.iter().map(|word| Kind::of(&word.text)).collect();
    // Numbers behind Latin words run on with them.
    let mut last = Kind::Neutral;
    for (kind, word) in kinds.iter_mut().zip(&words) {
        match kind {
            Kind::Number if last == Kind::LeftToRight || word.text.starts_with('+') => {
                // A plus in front: the whole number was kept from left to right.
                *kind = Kind::LeftToRight;
                last = Kind::LeftToRight;
            }
            // What a sign parts, goes each its own way.
            Kind::Neutral if is_divider(word) => last = Kind::Neutral,
            Kind::Neutral => {}
            _ => last = *kind,
        }
    }
    let count = |kind: Kind| -> usize {
        words.iter().zip(&kinds).filter(|(_, k)| **k == kind).map(|(word, _)| word.text.chars().count()).sum()
    };
    let rtl = page_is_right_to_left || count(Kind::RightToLeft) >= count(Kind::LeftToRight);
    let (same, other) = if rtl { (1, 2) } else { (0, 1) };
    let opposite = if rtl { Kind::LeftToRight } else { Kind::RightToLeft };
    let level = |index: usize| -> u8 {
        let strong = |range: &mut dyn Iterator<Item = usize>| {
            range.filter_map(|at| kinds.get(at)).find(|kind| **kind != Kind::Neutral).copied()
        };
        match kinds.get(index) {
            Some(Kind::Neutral) => {
                let (before, after) = (strong(&mut (0..index).rev()), strong(&mut (index + 1..kinds.len())));
                if before == Some(opposite) && after == Some(opposite) { other } else { same }
            }
            Some(kind) if *kind == opposite => other,
            _ => same,
        }
    };
    let levels: Vec<Level> =
        (0..words.len()).map(|index| Level::new(level(index)).unwrap_or(Level::ltr())).collect();
    let mut words = words;
    if rtl {
        marks_behind(&mut words, &levels);
    }
    let mut slots: Vec<Option<Piece>> = words.into_iter().map(Some).collect();
    let mut ordered: Vec<Piece> = BidiInfo::reorder_visual(&levels)
        .into_iter()
        .filter_map(|index| slots.get_mut(index).and_then(Option::take))
        .collect();
    // Which blank belongs to which word changed sides.
    for (index, word) in ordered.iter_mut().enumerate() {
        word.space_before = index > 0;
    }
    if rtl {
        turn_hyphens(&mut ordered);
        turn_periods(&mut ordered);
    }
    ordered
}

/// The mark behind Latin words in a sentence from right to left is drawn on
/// their left, before the first; it belongs behind the last: ",Excel, SAP".
fn marks_behind(words: &mut [Piece], levels: &[Level]) {
    let mut from = 0;
    for run in levels.chunk_by(PartialEq::eq) {
        let last = from + run.len() - 1;
        let latin = run.first().is_some_and(Level::is_ltr);
        let first = words.get_mut(from).filter(|word| latin && Kind::of(&word.text) == Kind::LeftToRight);
        if let Some(first) = first {
            let rest = first.text.trim_start_matches(['.', ',', ';', ':', '!', '?']);
            let marks = first.text.get(..first.text.len() - rest.len()).unwrap_or_default().to_owned();
            first.text = rest.to_owned();
            if let Some(last) = words.get_mut(last) {
                last.text.push_str(&marks);
            }
        }
        from += run.len();
    }
}

fn is_divider(word: &Piece) -> bool {
    matches!(word.text.as_str(), "|" | "·" | "•" | "/" | "–" | "—" | "-")
}

/// A line without a letter from right to left still starts at the right.
fn bullet_first(mut words: Vec<Piece>) -> Vec<Piece> {
    let last = words.last().and_then(|word| word.text.chars().next());
    if words.len() > 1
        && words.last().is_some_and(|word| word.text.chars().count() == 1)
        && last.is_some_and(is_bullet_sign)
    {
        words.rotate_right(1);
        for (index, word) in words.iter_mut().enumerate() {
            word.space_before = index > 0;
        }
    }
    words
}

/// A line of numbers alone on a page from right to left was turned around by
/// most programs, but not by all: years count up, and a plus comes first.
fn numbers(mut words: Vec<Piece>) -> Vec<Piece> {
    if words.iter().any(|word| word.text.chars().any(char::is_alphabetic)) {
        return words;
    }
    let ends_with_plus = words.len() > 1 && words.last().is_some_and(|word| word.text.starts_with('+'));
    if !ends_with_plus && !counts_down(words.iter().map(|word| word.text.as_str())) {
        return words;
    }
    words.reverse();
    for (index, word) in words.iter_mut().enumerate() {
        word.space_before = index > 0;
    }
    words
}

/// Two years, the later one first.
fn counts_down<'t>(texts: impl IntoIterator<Item = &'t str>) -> bool {
    let years: Vec<u32> = texts
        .into_iter()
        .flat_map(|text| text.split(|c: char| !c.is_ascii_digit()))
        .filter(|digits| digits.len() == 4 && digits.starts_with(['1', '2']))
        .filter_map(|digits| digits.parse().ok())
        .collect();
    matches!(years.as_slice(), [first, last] if first > last)
}

/// Behind Arabic letters, not behind Hebrew ones, what hyphens part in a number
/// is drawn from right to left: `555-0143` as `0143-555`.
fn turn_hyphens(words: &mut [Piece]) {
    let mut arabic = false;
    for word in words {
        if let Some(class) = word
            .text
            .chars()
            .rev()
            .map(bidi_class)
            .find(|class| matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL))
        {
            arabic = class == BidiClass::AL;
            continue;
        }
        if arabic && let Some(turned) = hyphens_turned(&word.text) {
            word.text = turned;
        }
    }
}

/// The number with its parts the other way around, unless the file kept it: a
/// code of a country comes first, and years count up.
fn hyphens_turned(text: &str) -> Option<String> {
    let digits = |c: char| c.is_ascii_digit();
    let start = text.find(digits)?;
    let end = text.rfind(digits)? + 1;
    let (head, number, tail) = (text.get(..start)?, text.get(start..end)?, text.get(end..)?);
    let parts: Vec<&str> = number.split('-').collect();
    if parts.len() < 2 || !parts.iter().all(|part| !part.is_empty() && part.chars().all(digits)) {
        return None;
    }
    let turned = parts.iter().rev().copied().collect::<Vec<_>>().join("-");
    let country = |number: &str| CODES.split(' ').any(|code| number.split('-').next() == Some(code));
    let plus = head.ends_with('+');
    let kept = plus && (country(number) || !country(&turned))
        || counts_down([turned.as_str()]) && !counts_down([number]);
    (!kept).then(|| format!("{head}{turned}{tail}"))
}

/// Periods that a file kept from left to right, in a line that was not.
fn turn_periods(words: &mut [Piece]) {
    for start in 0..words.len().saturating_sub(2) {
        let Some([first, dash, last]) = words.get_mut(start..start + 3) else { continue };
        let numbers = Kind::of(&first.text) == Kind::Number && Kind::of(&last.text) == Kind::Number;
        let (from, to) = (first.text.as_str(), last.text.as_str());
        if numbers && is_divider(dash) && counts_down([from, to]) {
            std::mem::swap(first, last);
            (first.space_before, last.space_before) = (last.space_before, first.space_before);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    LeftToRight,
    RightToLeft,
    Number,
    Neutral,
}

impl Kind {
    fn of(text: &str) -> Self {
        let mut kind = Self::Neutral;
        for c in text.chars() {
            match bidi_class(c) {
                BidiClass::L => return Self::LeftToRight,
                BidiClass::R | BidiClass::AL => return Self::RightToLeft,
                BidiClass::EN | BidiClass::AN => kind = Self::Number,
                _ => {}
            }
        }
        kind
    }
}

#[cfg(test)]
mod tests {
    use super::{hyphens_turned, number, open_outwards};

    #[test]
    fn numbers_behind_arabic_letters_are_put_together_as_typed() {
        for (drawn, typed) in [
            ("0143-555", Some("555-0143")),
            ("+555-79-962", Some("+962-79-555")),
            ("+962-79-555", None),
            ("2020-2018", Some("2018-2020")),
            ("2018-2020", None),
            ("1,500", None),
            ("15-03-2018", Some("2018-03-15")),
        ] {
            assert_eq!(hyphens_turned(drawn).as_deref(), typed, "{drawn}");
        }
    }

    #[test]
    fn numbers_among_right_to_left_text_are_put_together_as_typed() {
        for (drawn, typed) in [
            ("972+", "+972"),
            ("+972", "+972"),
            (",14", "14,"),
            ("2024–2020", "2020–2024"),
            ("2020–2024", "2020–2024"),
            ("01/2025–09/2022", "09/2022–01/2025"),
            ("01/2022)", "(01/2022"),
            ("01/2022(", "(01/2022"),
            ("050-555-02", "050-555-02"),
            ("1,500", "1,500"),
            ("C++", "C++"),
        ] {
            assert_eq!(number(drawn), typed, "{drawn}");
        }
    }

    #[test]
    fn brackets_open_outwards() {
        assert_eq!(open_outwards(")שפת אם(".to_owned()), "(שפת אם)");
        assert_eq!(open_outwards("(שפת אם)".to_owned()), "(שפת אם)");
    }
}
