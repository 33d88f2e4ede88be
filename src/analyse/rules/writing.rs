//! How the CV is written. Nothing here counts into a number.

use super::outcomes;
use super::tense::tense;
use super::wording::{
    capitals, cliche, copied, exclamation, first_person, objective, passive, references, repeated_word,
    spelling, stuffing, summary_long,
};
use super::words::{self, ALL, ENGLISH};
use super::{Bullet, Look, Report, Rule, Topic, cv_span};
use crate::analyse::finding::{About, Severity};
use crate::analyse::tokens::{Token, fold, tokens};
use crate::analyse::years::is_number_word;
use crate::extract::Language;
use crate::text::Span;
use std::collections::BTreeMap;

const fn rule(
    id: &'static str,
    severity: Severity,
    languages: &'static [Language],
    checks: &'static str,
    reason: &'static str,
    check: fn(&Look, &mut Report),
) -> Rule {
    Rule { id, topic: Topic::Writing, severity, checks, reason, languages, check }
}

/// Words that a bullet may have before it is hard to take in at a glance.
const BULLET_LONG: usize = 35;
const BULLET_SHORT: usize = 4;

pub(super) fn rules() -> Vec<Rule> {
    use Severity::{Minor, Moderate};
    vec![
        rule(
            "writing-weak-opening",
            Moderate,
            ALL,
            "Bullets open with what was done.",
            "\u{201c}Responsible for\u{201d} tells what the job was, not what you did.",
            weak_opening,
        ),
        rule(
            "writing-no-number",
            Moderate,
            &[],
            "Some bullets name a number.",
            "A number lets a reader judge size: people, money, time, amount.",
            no_number,
        ),
        rule(
            "writing-no-outcome",
            Minor,
            ALL,
            "Some bullets say what came of the work.",
            "Tasks are alike in every CV of a trade; outcomes are yours.",
            no_outcome,
        ),
        rule(
            "writing-bullet-long",
            Minor,
            &[],
            "Bullets have at most 35 words.",
            "Longer ones are not taken in at a glance.",
            bullet_long,
        ),
        rule(
            "writing-bullet-short",
            Minor,
            &[],
            "Bullets have at least four words.",
            "Two words leave open what was done.",
            bullet_short,
        ),
        rule(
            "writing-tense",
            Minor,
            ENGLISH,
            "A past job is told in the past, and in one tense.",
            "A change of tense makes a reader stop.",
            tense,
        ),
        rule(
            "writing-same-opener",
            Minor,
            &[],
            "Bullets open with different words.",
            "The third \u{201c}managed\u{201d} in a row is no longer read.",
            same_opener,
        ),
        rule(
            "writing-repeated-word",
            Minor,
            &[],
            "No word stands twice in a row.",
            "It is a slip that spelling checks often miss.",
            repeated_word,
        ),
        rule(
            "writing-cliche",
            Minor,
            ALL,
            "There are no worn-out phrases.",
            "Everyone writes them, so they say nothing about you.",
            cliche,
        ),
        rule(
            "writing-first-person",
            Minor,
            ALL,
            "Bullets do without \u{201c}I\u{201d}.",
            "It is the custom of CVs; the name stands at the top.",
            first_person,
        ),
        rule(
            "writing-passive",
            Minor,
            ENGLISH,
            "Bullets are in the active voice.",
            "\u{201c}Was done\u{201d} hides who did it.",
            passive,
        ),
        rule(
            "writing-references",
            Minor,
            ALL,
            "No line says that references are available.",
            "It is taken for granted and takes room.",
            references,
        ),
        rule(
            "writing-objective",
            Minor,
            ALL,
            "The summary says what you bring, not what you look for.",
            "The reader compares with what the post needs.",
            objective,
        ),
        rule(
            "writing-spelling-of-names",
            Minor,
            &[],
            "Names of tools are spelled as their makers do.",
            "People of the trade notice, and some searches mind the spelling.",
            spelling,
        ),
        rule(
            "writing-stuffing",
            Moderate,
            &[],
            "No term is repeated over and over.",
            "More than six times, or over 4 % of all words, reads as written for a machine.",
            stuffing,
        ),
        rule(
            "writing-capitals",
            Minor,
            &[],
            "Running text is not in capitals.",
            "Capitals are slower to read.",
            capitals,
        ),
        rule(
            "writing-exclamation",
            Minor,
            &[],
            "There are no exclamation marks.",
            "They are out of tone in a CV.",
            exclamation,
        ),
        rule(
            "writing-bullet-ends",
            Minor,
            &[],
            "Bullets end in one way.",
            "Some with a full stop and some without looks unfinished.",
            bullet_ends,
        ),
        rule(
            "writing-summary-long",
            Minor,
            &[],
            "The summary has at most 100 words.",
            "It is read in seconds; what is in it should be the best.",
            summary_long,
        ),
        rule(
            "writing-copied-post",
            Moderate,
            &[],
            "Sentences of the post are not copied.",
            "A reader knows the own post by heart.",
            copied,
        ),
    ]
}

pub(super) fn joined(bullets: &[&Bullet]) -> Vec<About> {
    bullets.iter().take(12).map(|bullet| cv_span(bullet.span)).collect()
}

/// How many words the first of the phrases has that `words` start with.
fn starts_with(words: &[Token], phrases: &[Vec<Token>]) -> Option<usize> {
    let fits = |phrase: &&Vec<Token>| {
        words.len() > phrase.len() && phrase.iter().zip(words).all(|(one, other)| one.fold == other.fold)
    };
    phrases.iter().find(fits).map(Vec::len)
}

/// Places of phrases in prose, as spans.
pub(super) fn places(look: &Look, phrases: &[&str], everywhere: bool) -> Vec<Span> {
    let words = &look.proof.reading.words;
    let wanted: Vec<Vec<String>> =
        phrases.iter().map(|phrase| tokens(phrase).into_iter().map(|token| token.fold).collect()).collect();
    let mut out = Vec::new();
    for at in 0..words.len() {
        for phrase in wanted.iter().filter(|phrase| !phrase.is_empty() && phrase[0] == words[at].fold) {
            let fits = words
                .get(at..at + phrase.len())
                .is_some_and(|words| words.iter().zip(phrase).all(|(word, fold)| word.fold == *fold));
            if fits && (everywhere || look.in_prose(words[at].span.start)) {
                out.push(Span::new(words[at].span.start, words[at + phrase.len() - 1].span.end));
            }
        }
    }
    out
}

fn weak_opening(look: &Look, report: &mut Report) {
    let openings: Vec<Vec<Token>> =
        words::weak_openings(look.cv.resume.language).iter().map(|phrase| tokens(phrase)).collect();
    for bullet in look.bullets() {
        let words = look.words(bullet.span);
        if let Some(count) = starts_with(words, &openings) {
            let span = Span::new(words[0].span.start, words[count - 1].span.end);
            report.add(
                format!("This line opens with \u{201c}{}\u{201d}.", span.of(look.text())),
                "Open with what you did, for example planned, built, sold, cared for.",
                vec![cv_span(span)],
            );
        }
    }
}

fn no_number(look: &Look, report: &mut Report) {
    let bullets = look.bullets();
    let without: Vec<&Bullet> = bullets
        .iter()
        .filter(|bullet| !bullet.span.of(look.text()).contains(|c: char| c.is_ascii_digit()))
        .filter(|bullet| !look.words(bullet.span).iter().any(is_number_word))
        .collect();
    if bullets.len() >= 4 && without.len() == bullets.len() {
        report.add(
            "No line of your jobs names a number.",
            "Add one where you know it for certain: how many, how much, how often, how long.",
            joined(&without[..without.len().min(3)]),
        );
    }
}

fn no_outcome(look: &Look, report: &mut Report) {
    let outcomes: Vec<String> =
        outcomes::outcomes(look.cv.resume.language).iter().map(|word| fold(word)).collect();
    let bullets = look.bullets();
    let without: Vec<&Bullet> = bullets
        .iter()
        .filter(|bullet| {
            let text = fold(bullet.span.of(look.text()));
            !text.contains('%') && !look.words(bullet.span).iter().any(|word| outcomes.contains(&word.fold))
        })
        .collect();
    if bullets.len() >= 4 && without.len() == bullets.len() {
        report.add(
            "The lines of your jobs name tasks and no outcome.",
            "Add to one or two of them what changed because of your work.",
            joined(&without[..without.len().min(3)]),
        );
    }
}

fn bullet_long(look: &Look, report: &mut Report) {
    for bullet in look.bullets() {
        let count = look.words(bullet.span).len();
        if count > BULLET_LONG {
            report.add(
                format!("This line has {count} words."),
                "Cut it in two, or to its main point.",
                vec![cv_span(bullet.span)],
            );
        }
    }
}

fn bullet_short(look: &Look, report: &mut Report) {
    let bullets = look.bullets();
    // German says in two words what English says in five.
    let short: Vec<&Bullet> = bullets
        .iter()
        .filter(|bullet| look.words(bullet.span).len() < BULLET_SHORT)
        .filter(|bullet| bullet.span.of(look.text()).chars().count() < 24)
        .collect();
    if short.len() >= 2 {
        report.add(
            format!("{} lines have fewer than four words.", short.len()),
            "Say what you did with it, or for whom.",
            joined(&short),
        );
    }
}

fn same_opener(look: &Look, report: &mut Report) {
    let mut openers: BTreeMap<String, Vec<Bullet>> = BTreeMap::new();
    for bullet in look.bullets() {
        if let Some(word) = look.words(bullet.span).first().filter(|word| word.fold.chars().count() > 3) {
            openers.entry(word.fold.clone()).or_default().push(bullet);
        }
    }
    for (_, bullets) in openers.iter().filter(|(_, bullets)| bullets.len() >= 3) {
        let word = look.words(bullets[0].span)[0].span.of(look.text());
        report.add(
            format!("{} lines open with \u{201c}{word}\u{201d}.", bullets.len()),
            "Choose the verb that fits each of them best.",
            joined(&bullets.iter().collect::<Vec<_>>()),
        );
    }
}

fn bullet_ends(look: &Look, report: &mut Report) {
    let bullets = look.bullets();
    let (with, without): (Vec<&Bullet>, Vec<&Bullet>) =
        bullets.iter().partition(|bullet| bullet.span.of(look.text()).trim_end().ends_with('.'));
    if with.len() >= 2 && without.len() >= 2 {
        let fewer = if with.len() < without.len() { &with } else { &without };
        report.add(
            "Some lines end with a full stop and others do not.",
            "Choose one way for all of them.",
            joined(fewer),
        );
    }
}
