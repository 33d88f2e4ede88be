//! A street with its number and flat.

use super::tokens::{Token, capital, is_flat_part, is_number, small};
use super::town::is_postcode;
use super::words::{FLAT_STARTS, SHORT_ENDS, STREET_ENDS, STREET_STARTS, STREET_WORDS, WEAK_STARTS};

/// First and last token of a street with its number and flat.
pub fn street(tokens: &[Token]) -> Option<(usize, usize)> {
    let found = post_box(tokens)
        .or_else(|| street_start_word(tokens))
        .or_else(|| street_end_word(tokens))
        .or_else(|| street_english(tokens))
        .or_else(|| blocks(tokens))?;
    let (mut from, mut to) = found;
    // "Unit 5/83 Balaclava Terrace", "216 - 1190 Wascana Cres".
    if from == 1
        && (FLAT_STARTS.contains(&tokens[0].lower.as_str()) || is_number(&tokens[0]) && tokens[1].parted)
    {
        from = 0;
    }
    // "Flat 3, 12 High Street" and "12 bis, rue ...".
    while from >= 2 && (FLAT_STARTS.contains(&tokens[from - 2].lower.as_str())) {
        from -= 2;
    }
    if from >= 1 && tokens[from - 1].text.starts_with('#') {
        from -= 1;
    }
    // ", 3º B", ", Apt 4".
    let mut extra = 0;
    while to + 1 < tokens.len() && extra < 5 && is_flat_part(&tokens[to + 1]) && !is_postcode(tokens, to + 1)
    {
        to += 1;
        extra += 1;
    }
    Some((from, to))
}

/// "P.O. Box 41778", "Postfach 12 34", "BP 123".
fn post_box(tokens: &[Token]) -> Option<(usize, usize)> {
    for at in 0..tokens.len().saturating_sub(1) {
        let word = tokens[at].lower.replace('.', "");
        let next = tokens[at + 1].lower.as_str();
        let words = match (word.as_str(), next) {
            ("po" | "gpo", "box" | "bag") | ("private" | "locked", "bag") => 2,
            ("postal", "box") | ("boîte", "postale") | ("casella", "postale") | ("caixa", "postal") => 2,
            ("skrytka", "pocztowa") => 2,
            (
                "pobox" | "rmb" | "rsd" | "cmb" | "postfach" | "postbus" | "bp" | "apartado" | "postboks"
                | "postbox" | "box",
                _,
            ) => 1,
            _ => continue,
        };
        let number = |i: usize| {
            tokens.get(i).is_some_and(|token| {
                token.text.chars().count() <= 8 && token.text.chars().any(|c| c.is_ascii_digit())
            })
        };
        let mut to = at + words;
        if !number(to) || (word == "box" && at > 0) {
            continue;
        }
        while number(to + 1) && !tokens[to + 1].parted && tokens[to + 1].text.len() <= 3 {
            to += 1;
        }
        return Some((at, to));
    }
    None
}

/// "3-14-7 Minami-Aoyama": the numbers of a Japanese block and house.
fn blocks(tokens: &[Token]) -> Option<(usize, usize)> {
    (0..tokens.len().saturating_sub(1)).find_map(|at| {
        let numbers: Vec<&str> = tokens[at].text.split('-').collect();
        let plain =
            |number: &&str| (1..=3).contains(&number.len()) && number.chars().all(|c| c.is_ascii_digit());
        let fits = (2..=4).contains(&numbers.len()) && numbers.iter().all(plain) && capital(&tokens[at + 1]);
        let ward = tokens.iter().any(|token| {
            ["-ku", "-shi", "-ken", "-cho", "-gun", "-fu", "-machi", "-dong", "-gu"]
                .iter()
                .any(|end| token.lower.ends_with(end) && token.lower.len() > end.len() + 1)
        });
        (fits && ward).then_some((at, tokens.len() - 1))
    })
}

/// "12 rue de la Paix", "Calle Mayor 5", "ul. Długa 3/4".
fn street_start_word(tokens: &[Token]) -> Option<(usize, usize)> {
    for at in 0..tokens.len() {
        let word = &tokens[at];
        let glued = word.lower.starts_with("c/") && word.text.len() > 2;
        if !(STREET_STARTS.contains(&word.lower.as_str()) || glued) {
            continue;
        }
        let mut end = at;
        while end + 1 < tokens.len()
            && end - at < 8
            && !tokens[end + 1].parted
            && !is_number(&tokens[end + 1])
            && (capital(&tokens[end + 1]) || small(&tokens[end + 1]))
            || (end + 1 < tokens.len() && tokens[end + 1].lower.trim_matches('.') == "n")
        {
            end += 1;
        }
        // "1 Maja", "3 de Maio", "20 Settembre": a name that begins with a number.
        if end == at
            && at + 2 < tokens.len()
            && is_number(&tokens[at + 1])
            && (capital(&tokens[at + 2]) || small(&tokens[at + 2]))
            && !tokens[at + 2].parted
        {
            end = at + 2;
            while end + 1 < tokens.len() && capital(&tokens[end + 1]) && !tokens[end + 1].parted {
                end += 1;
            }
        }
        let named = end > at || glued;
        let mut number_after =
            end + 1 < tokens.len() && is_number(&tokens[end + 1]) && !is_postcode(tokens, end + 1);
        let mut last = if number_after { end + 1 } else { end };
        // "Contrada Pizzo Falcone snc": a house without a number.
        if !number_after
            && end > at
            && tokens
                .get(end + 1)
                .is_some_and(|next| matches!(next.lower.as_str(), "snc" | "s.n.c." | "s/n" | "s/n." | "sn"))
        {
            number_after = true;
            last = end + 1;
        }
        // "Calle Mayor, n.º 5", "Rua X, nº 12"
        if !number_after
            && end + 2 < tokens.len()
            && matches!(
                tokens[end + 1].lower.as_str(),
                "no" | "nro"
                    | "nro."
                    | "número"
                    | "nº"
                    | "n.º"
                    | "n°"
                    | "nr"
                    | "no."
                    | "num."
                    | "núm."
                    | "n."
            )
            && is_number(&tokens[end + 2])
        {
            number_after = true;
            last = end + 2;
        }
        let mut from = at;
        let before = |back: usize| at.checked_sub(back).map(|i| &tokens[i]);
        let number_before = before(1).is_some_and(is_number)
            || (before(1).is_some_and(|t| matches!(t.lower.as_str(), "bis" | "ter" | "b"))
                && before(2).is_some_and(is_number));
        if number_before && !number_after {
            from = if before(1).is_some_and(is_number) { at - 1 } else { at - 2 };
        }
        let weak = WEAK_STARTS.contains(&word.lower.as_str());
        if named
            && (number_after
                || number_before
                || (!weak && at == 0 && (word.text.ends_with('.') || word.text.contains('/'))))
        {
            return Some((from, last));
        }
    }
    None
}

/// "Lindenstraße 12a", "Kurt-Schumacher-Str. 5", "Berliner Straße 7".
fn street_end_word(tokens: &[Token]) -> Option<(usize, usize)> {
    for at in 0..tokens.len().saturating_sub(1) {
        let word = tokens[at].lower.as_str();
        let ends = STREET_ENDS.iter().any(|end| {
            word.ends_with(end)
                && (word.len() > end.len() + 1 || at > 0)
                && (!SHORT_ENDS.contains(end) || word.len() > end.len() + 2)
        });
        let alone = at > 0 && STREET_ENDS.contains(&word) && capital(&tokens[at - 1]) && !tokens[at].parted;
        if (ends || alone)
            && is_number(&tokens[at + 1])
            && capital(&tokens[at])
            && !is_postcode(tokens, at + 1)
        {
            let mut from = at;
            while STREET_ENDS.contains(&tokens[from].lower.as_str()) || from > 0 && tokens[at].parted {
                if from == 0
                    || !(capital(&tokens[from - 1]) || small(&tokens[from - 1]))
                    || tokens[from].parted
                {
                    break;
                }
                from -= 1;
            }
            // "Alte Poststraße", "Große Bergstraße", "Nieuwe Herengracht"
            while from > 0 && !tokens[from].parted && capital(&tokens[from - 1]) {
                from -= 1;
            }
            return Some((from, at + 1));
        }
    }
    None
}

/// "221B Baker Street", "12 N. Elm St".
fn street_english(tokens: &[Token]) -> Option<(usize, usize)> {
    for at in 0..tokens.len() {
        if !is_number(&tokens[at]) {
            continue;
        }
        for (end, token) in tokens.iter().enumerate().take(at + 6).skip(at + 1) {
            if token.parted && end > at + 1 {
                break;
            }
            let word = token.lower.trim_end_matches('.');
            if STREET_WORDS.contains(&word) && capital(token) && end > at + 1 {
                return Some((at, end));
            }
            if !(capital(token)
                || small(token)
                || token.text.ends_with("th")
                || token.text.ends_with("nd")
                || token.text.ends_with("st"))
            {
                break;
            }
        }
    }
    // "Flat 3B, Lotus Apartments, MG Road"
    for at in 0..tokens.len().saturating_sub(2) {
        if FLAT_STARTS.contains(&tokens[at].lower.as_str()) && is_flat_part(&tokens[at + 1]) {
            let end = (at + 2..tokens.len().min(at + 10))
                .rfind(|i| STREET_WORDS.contains(&tokens[*i].lower.trim_end_matches('.')));
            return Some((at, end.unwrap_or(at + 1)));
        }
    }
    None
}
