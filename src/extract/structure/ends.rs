//! The end of a period: what stands before it, and the words for "present".

use super::fold::is_cjk;
use super::moments::Moment;
use super::months::{PRESENT, UNTIL, one_of};
use super::tokens::{Kind, Token, sign, word};

/// The token after a word for "present", if one is here.
pub(super) fn present(tokens: &[Token], at: usize) -> Option<usize> {
    // "– do chwili obecnej": behind the dash comes one more "until".
    let lead = word(tokens, at);
    longest(tokens, at)
        .or_else(|| longest(tokens, at + 1).filter(|_| !lead.is_empty() && one_of(UNTIL, lead)))
}

fn longest(tokens: &[Token], at: usize) -> Option<usize> {
    let mut joined = String::new();
    let mut best = None;
    for (count, token) in tokens.iter().skip(at).take(4).enumerate() {
        match token.kind {
            Kind::Word => {
                // "Today's" is no end, and neither is "nowhere" (one token).
                if !joined.is_empty() && !token.word.chars().any(is_cjk) {
                    joined.push(' ');
                }
                joined.push_str(&token.word);
            }
            Kind::Sign('\'' | '’' | '.') if count > 0 => continue,
            _ => break,
        }
        if PRESENT.contains(&joined.as_str()) {
            best = Some(at + count + 1);
        }
    }
    best
}

/// The first of the words for "present" ("in corso", "настоящее время").
pub(super) fn begins_present(word: &str) -> bool {
    !word.is_empty()
        && PRESENT.iter().any(|phrase| phrase.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
}

/// The token after what stands between the two ends.
pub(super) fn until(tokens: &[Token], at: usize) -> Option<usize> {
    let mut next = at;
    while sign(tokens, next, ".") || (sign(tokens, next, ",") && sign(tokens, next + 1, "-")) {
        next += 1;
    }
    let start = next;
    while sign(tokens, next, "-→>") {
        next += 1;
    }
    if next == start
        && (matches!(word(tokens, next), "至" | "到" | "から") || one_of(UNTIL, word(tokens, next)))
    {
        if word(tokens, next).is_empty() {
            return None;
        }
        next += 1;
        // "fino al", "t/m", "bis zum", "until the"
        while matches!(word(tokens, next), "al" | "a" | "la" | "zum" | "the" | "o" | "el" | "à" | "ad" | "m")
        {
            next += 1;
        }
        // "現在まで" is read by `present`; "から" is two tokens.
        if word(tokens, next) == "ら" {
            next += 1;
        }
    } else if next == start && word(tokens, next) == "か" && word(tokens, next + 1) == "ら" {
        next += 2;
    } else if next == start
        && word(tokens, next) == "t"
        && sign(tokens, next + 1, "/")
        && word(tokens, next + 2) == "m"
    {
        next += 3;
    }
    (next > start).then_some(next)
}

/// A start that is not after its end.
pub(super) fn in_order(first: Moment, second: Moment) -> bool {
    match (first, second) {
        (Moment::On(a) | Moment::Short(a), Moment::On(b) | Moment::Short(b)) => {
            a.year < b.year || (a.year == b.year && a.month.unwrap_or(0) <= b.month.unwrap_or(12))
        }
        (Moment::Month(_), Moment::Month(_)) => false,
        _ => true,
    }
}
