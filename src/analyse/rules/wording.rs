//! Single words and phrases: repeated, worn out, shouted, stuffed, copied.

use super::outcomes;
use super::words;
use super::writing::places;
use super::{Look, Report, cv_span};
use crate::analyse::finding::About;
use crate::analyse::places::Place;
use crate::analyse::tokens::{Kind, Token, tokens};
use crate::extract::SectionKind;
use crate::text::Span;
use std::collections::{BTreeMap, HashMap};

/// A term is stuffed above this share of all words, or this many times.
const STUFFED_SHARE: f32 = 0.04;
const STUFFED_TIMES: usize = 6;

pub(super) fn repeated_word(look: &Look, report: &mut Report) {
    let reading = &look.proof.reading;
    for (at, pair) in reading.words.windows(2).enumerate() {
        let same =
            pair[0].kind == Kind::Word && pair[0].fold == pair[1].fold && pair[0].fold.chars().count() > 1;
        let beside = reading.gap(at).chars().all(|c| c == ' ');
        // "sie sie", "vous vous", "nous nous" are grammar.
        let grammar = matches!(
            pair[0].fold.as_str(),
            "die" | "sie" | "vous" | "nous" | "der" | "das" | "had" | "that" | "bora"
        );
        let sign = pair[0].span.of(look.text()).chars().any(crate::analyse::tokens::is_sign);
        if same && beside && !grammar && !sign && look.in_prose(pair[0].span.start) {
            let span = Span::new(pair[0].span.start, pair[1].span.end);
            report.add(
                format!("A word stands twice: \u{201c}{}\u{201d}.", span.of(look.text())),
                "Delete one of the two.",
                vec![cv_span(span)],
            );
        }
    }
}

pub(super) fn cliche(look: &Look, report: &mut Report) {
    let spans = places(look, words::cliches(look.cv.resume.language), true);
    let Some(first) = spans.first() else { return };
    let name = first.of(look.text()).to_owned();
    let sentence = match spans.len() {
        1 => format!("\u{201c}{name}\u{201d} is a worn-out phrase."),
        count => format!("There are {count} worn-out phrases, for example \u{201c}{name}\u{201d}."),
    };
    report.add(
        sentence,
        "Put an example from your work in its place.",
        spans.into_iter().take(12).map(cv_span).collect(),
    );
}

pub(super) fn first_person(look: &Look, report: &mut Report) {
    let spans: Vec<Span> = places(look, words::first_person(look.cv.resume.language), false)
        .into_iter()
        .filter(|span| matches!(look.proof.places.at(span.start), Place::Role(_)))
        // A lone capital in a list is a name: Vitamin C, R, part I.
        .filter(|span| span.of(look.text()) != "I" || look.text()[span.end..].starts_with([' ', '\'', '’']))
        .collect();
    if spans.len() >= 2 {
        report.add(
            format!("The lines of your jobs speak in the first person {} times.", spans.len()),
            "Leave the pronoun out: \u{201c}Trained four colleagues\u{201d}.",
            spans.into_iter().take(12).map(cv_span).collect(),
        );
    }
}

pub(super) fn passive(look: &Look, report: &mut Report) {
    let mut spans = Vec::new();
    for bullet in look.bullets() {
        for pair in look.words(bullet.span).windows(2) {
            let be = matches!(pair[0].fold.as_str(), "was" | "were" | "been" | "being" | "is" | "are");
            let done = pair[1].fold.ends_with("ed")
                && pair[1].fold.len() > 4
                && !matches!(
                    pair[1].fold.as_str(),
                    "based" | "limited" | "needed" | "skilled" | "experienced" | "certified"
                );
            if be && done {
                spans.push(cv_span(Span::new(pair[0].span.start, pair[1].span.end)));
            }
        }
    }
    if spans.len() >= 2 {
        spans.truncate(12);
        report.add(
            "Several lines are in the passive voice.",
            "Say who did it: \u{201c}Introduced\u{201d} instead of \u{201c}was introduced\u{201d}.",
            spans,
        );
    }
}

pub(super) fn references(look: &Look, report: &mut Report) {
    if let Some(span) = places(look, words::references(look.cv.resume.language), true).first() {
        report.add(
            "A line says that references are available.",
            "Delete it and use the room.",
            vec![cv_span(*span)],
        );
    }
}

pub(super) fn objective(look: &Look, report: &mut Report) {
    let found = places(look, words::objectives(look.cv.resume.language), true).into_iter().find(|span| {
        matches!(
            look.proof.places.at(span.start),
            Place::Section(SectionKind::Summary | SectionKind::Other) | Place::Outside
        )
    });
    if let Some(span) = found {
        report.add(
            "The opening says what you look for.",
            "Say in two sentences what you bring to this post.",
            vec![cv_span(span)],
        );
    }
}

pub(super) fn spelling(look: &Look, report: &mut Report) {
    let mut found: BTreeMap<&str, Vec<About>> = BTreeMap::new();
    for word in look.proof.reading.words.iter().filter(|word| word.kind == Kind::Word) {
        let written = word.span.of(look.text());
        if let Some(right) = outcomes::SPELLINGS.iter().find(|name| name.eq_ignore_ascii_case(written))
            && *right != written
            // All capitals is a style of headings, not a spelling.
            && written.chars().any(char::is_lowercase)
        {
            found.entry(right).or_default().push(cv_span(word.span));
        }
    }
    for pair in look.proof.reading.words.windows(2) {
        let both = Span::new(pair[0].span.start, pair[1].span.end);
        if pair[0].fold == "java" && pair[1].fold == "script" && pair[1].span.start == pair[0].span.end + 1 {
            found.entry("JavaScript").or_default().push(cv_span(both));
        }
    }
    for (right, spans) in found {
        report.add(format!("{right} is spelled differently here."), format!("Write {right}."), spans);
    }
}

pub(super) fn stuffing(look: &Look, report: &mut Report) {
    let reading = &look.proof.reading;
    let total = reading.words.len().max(1) as f32;
    let mut counts: BTreeMap<u16, Vec<Span>> = BTreeMap::new();
    for hit in &reading.hits {
        if let Some(concept) = hit.concepts.first() {
            counts.entry(*concept).or_default().push(hit.span);
        }
    }
    for spans in counts.values() {
        let share = spans.len() as f32 / total;
        if spans.len() > STUFFED_TIMES || (share > STUFFED_SHARE && spans.len() > 3 && total >= 60.0) {
            let name = spans[0].of(look.text());
            report.add(
                format!("\u{201c}{name}\u{201d} or the like stands {} times.", spans.len()),
                "Keep it where you show it at work and in the list of skills.",
                spans.iter().take(12).copied().map(cv_span).collect(),
            );
        }
    }
}

pub(super) fn capitals(look: &Look, report: &mut Report) {
    for bullet in look.bullets() {
        let text = bullet.span.of(look.text());
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let upper = text.chars().filter(|c| c.is_uppercase()).count();
        if letters > 25 && upper * 10 > letters * 8 {
            report.add("A line is in capitals.", "Write it in usual letters.", vec![cv_span(bullet.span)]);
        }
    }
}

pub(super) fn exclamation(look: &Look, report: &mut Report) {
    let spans: Vec<About> = look
        .text()
        .match_indices('!')
        .filter(|(at, _)| look.in_prose(*at))
        .map(|(at, _)| cv_span(Span::new(at, at + 1)))
        .take(6)
        .collect();
    if !spans.is_empty() {
        report.add(
            "There are exclamation marks in the text.",
            "End these sentences with a full stop.",
            spans,
        );
    }
}

pub(super) fn summary_long(look: &Look, report: &mut Report) {
    for section in look.cv.resume.sections.iter().filter(|section| section.kind == SectionKind::Summary) {
        let count: usize =
            section.lines.iter().filter_map(|line| look.line(*line)).map(|span| look.words(span).len()).sum();
        if count > 100 {
            report.add(
                format!("The summary has {count} words."),
                "Keep the two or three sentences that speak for this post.",
                look.spans(&[section.heading_line]),
            );
        }
    }
}

/// Twelve words in a row that stand in the post as well.
pub(super) fn copied(look: &Look, report: &mut Report) {
    const RUN: usize = 12;
    let Some(post) = look.post else { return };
    let theirs = tokens(&post.text);
    let ours = &look.proof.reading.words;
    // By the first two words, which few runs share.
    let mut starts: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (at, pair) in theirs.windows(2).enumerate() {
        starts.entry((pair[0].fold.as_str(), pair[1].fold.as_str())).or_default().push(at);
    }
    let same = |run: &[Token]| {
        let places = starts.get(&(run[0].fold.as_str(), run[1].fold.as_str()));
        places.into_iter().flatten().any(|at| {
            theirs
                .get(*at..at + RUN)
                .is_some_and(|theirs| theirs.iter().zip(run).all(|(one, other)| one.fold == other.fold))
        })
    };
    if let Some(at) = ours.windows(RUN).position(same) {
        let span = Span::new(ours[at].span.start, ours[at + RUN - 1].span.end);
        report.add(
            "A sentence stands word for word in the job post.",
            "Say it in your own words, with an example.",
            vec![cv_span(span)],
        );
    }
}
