//! What an edit hangs on at its end: ", ensuring a smooth first day", "with no
//! losses". A rewording says there what the lines say; a tail of which the
//! lines have no word is a result that nobody told.

use super::kin;
use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};
use crate::text::Span;

/// Words that such a tail starts with, besides gerunds.
#[rustfmt::skip]
const STARTS: &[&str] = &[
    "with", "without", "ohne", "mit", "sans", "avec", "sin", "con", "sem", "com", "senza", "zonder", "met", "bez", "so", "all", "alle",
    "tous", "toutes", "todos", "todas", "tutti", "tutte", "always", "siempre", "sempre", "immer", "stets", "toujours", "altijd", "zawsze", "no",
];

pub(super) fn check(source: &Source, words: &[Word], known: &[bool], claims: &mut Claims) {
    if source.own.is_empty() || source.headed() {
        return;
    }
    let mut from = 1;
    while from < words.len() {
        let cut = words[from - 1].after.starts_with([',', ';', '–', '—'])
            || words[from - 1].after.trim_start().starts_with(['–', '—']);
        if !cut {
            from += 1;
            continue;
        }
        let to = (from + 1..words.len())
            .find(|at| words[*at].starts || words[at - 1].after.starts_with([',', ';']))
            .unwrap_or(words.len());
        let first = &words[from];
        let gerund = match source.english {
            true => {
                first.low.ends_with("ing")
                    && first.low.len() > 5
                    && !matches!(
                        first.low.as_str(),
                        "working"
                            | "using"
                            | "including"
                            | "serving"
                            | "covering"
                            | "during"
                            | "spanning"
                            | "handling"
                    )
            }
            false => ["ando", "endo", "iendo", "issant", "ant", "ając", "ąc"]
                .iter()
                .any(|end| first.low.ends_with(end) && first.low.len() > end.len() + 3),
        };
        let starts = gerund || STARTS.contains(&first.low.as_str());
        let content = |at: &usize| words[*at].low.chars().count() > 3 && !words[*at].numeric();
        let told = |at: usize| {
            known[at]
                || source.meaning(&words[at].stem, &source.whole()).is_some()
                || source.short_form(&words[at..], None).is_some()
                || !source.english && {
                    let folded = kin::fold(&words[at].low);
                    source.words.iter().any(|other| kin::akin(&folded, &kin::fold(&other.low)))
                }
        };
        let any = (from..to).any(|at| content(&at));
        let new = (from..to).filter(content).all(|at| !told(at)) && !(from..to).any(|at| words[at].numeric());
        if starts && any && new && to - from >= 2 && claims.free(from..to) {
            let span = Span::new(words[from].span.start, words[to - 1].span.end);
            claims.flag(span, ClaimKind::Outcome, "is a result that these lines of your CV do not state.");
            claims.take(from..to);
        }
        from = to;
    }
}
