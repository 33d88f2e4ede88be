//! What the headings of a job post say of what stands below them.

use super::cues::{Cues, Phrases, cues};
use super::reading::Reading;
use super::sentences::{PostLine, Topic};
use super::tokens::Token;
use crate::extract::Language;

/// The topic that a line opens, where it is a heading.
pub(super) fn heading(
    post: &Reading,
    line: &PostLine,
    words: &[Token],
    next: Option<&PostLine>,
    now: Topic,
) -> Option<Topic> {
    let text = line.text.trim_end_matches(['*', '_']).trim_end();
    let colon = text.ends_with(':');
    if words.len() > 10 || text.ends_with(['.', ';', ',']) || (line.bullet && !colon) {
        return None;
    }
    let shouted = line.text.len() > 6 && !line.text.contains(char::is_lowercase);
    if let Some(topic) =
        topic_of(post.language, words, colon || line.marked || text.ends_with(['?', '!']) || shouted)
    {
        return Some(topic);
    }
    if line.bullet {
        return None;
    }
    // "It would be lovely if you also had", "To start with us you must have".
    if colon || line.marked || next.is_some_and(|next| next.bullet) {
        let cues = cues(post.language);
        let says = |phrases: &Phrases| phrases.in_any(words);
        if says(&cues.nice) {
            return Some(Topic::Nice);
        }
        if says(&cues.must) && !says(&cues.offer) {
            return Some(Topic::Must);
        }
    }
    let alone = line.blank_before
        && next.is_some_and(|next| !next.marked)
        && line.text.starts_with(char::is_uppercase)
        && !line.text.contains(|c: char| c.is_ascii_digit() || matches!(c, '|' | ',' | '–' | '£' | '€'));
    if (colon || line.marked || alone || next.is_some_and(|next| next.bullet))
        && words.len() <= 8
        && let Some(topic) = by_root(words)
    {
        return Some(topic);
    }
    if colon {
        // A sub-heading: "Technical:" under "Requirements:".
        return Some(now);
    }
    let stands_apart = line.blank_before && next.is_some_and(|next| !next.blank_before || line.marked);
    let names_nothing = post.hits_within(line.span).is_empty();
    let known = matches!(now, Topic::Must | Topic::Nice);
    (stands_apart
        && words.len() <= 6
        && names_nothing
        && (line.marked || known || next.is_some_and(|next| next.bullet)))
    .then_some(if line.marked || next.is_some_and(|next| next.bullet) { Topic::Open } else { now })
}

/// What the words of a heading that no table has are made of: "Czego
/// oczekujemy:", "To join us, you'll be:". By topic, the first that fits.
fn by_root(words: &[Token]) -> Option<Topic> {
    const ROOTS: &[(Topic, &str)] = &[
        (
            Topic::Offer,
            "offr ofert oferuj offer propon biet angebot benefi aanbod bied zapewn dajem garant perks vorteile ventajas vantaggi voordelen korzysci",
        ),
        (
            Topic::Nice,
            "atouts atut vorteil plus pluspunt bonus wunsch desira valora valoriz deseabl prefer gradit widzian souhait apprecie serait seraient meegenomen stand extra",
        ),
        (
            Topic::Must,
            "attend oczekuj wymag exig pedimos requis requer requir richied chied serve faut bring mitbring vorausset anforder erwart verlang vrag eisen verwacht need must expect want savoir imprescind indispens obowiazkow niezbed koniecz necesit precis besoin profil perfil kandydat",
        ),
        (
            Topic::Duty,
            "aufgab tatigk mission tache tarea funcion compit mansion taken werkzaamh zadan duties responsib",
        ),
    ];
    let has = |roots: &str| words.iter().any(|word| roots.split(' ').any(|root| word.fold.starts_with(root)));
    // "We'd like:", "We would also like"
    if words.last().is_some_and(|word| word.fold == "like") {
        return Some(Topic::Nice);
    }
    let told = ROOTS.iter().find(|(_, roots)| has(roots)).map(|(topic, _)| *topic);
    // "To join us, you'll be:" leads on to what you are or have.
    let last = words.last().map_or("", |word| word.fold.as_str());
    let you = words.len() == 1 && matches!(last, "you" | "du" | "sie" | "vous" | "tu" | "jij");
    let leads = you
        || matches!(last, "be" | "are" | "have" | "hold" | "bring")
            && words.iter().any(|word| word.fold.starts_with("you"));
    told.or(leads.then_some(Topic::Must))
}

type Pick = fn(&Cues) -> &Phrases;

/// The topic of a heading's words. `loose` lets the known words only start
/// the heading ("Requirements for this role:").
pub(super) fn topic_of(language: Language, words: &[Token], loose: bool) -> Option<Topic> {
    let mut tables = vec![cues(language)];
    if language != Language::En {
        tables.push(cues(Language::En));
    }
    let order: [(Topic, Pick); 6] = [
        (Topic::Nice, |cues| &cues.nice_heading),
        (Topic::Must, |cues| &cues.must_heading),
        (Topic::Duty, |cues| &cues.duty_heading),
        (Topic::Offer, |cues| &cues.offer_heading),
        (Topic::Company, |cues| &cues.company_heading),
        (Topic::Apply, |cues| &cues.apply_heading),
    ];
    for (topic, list) in order {
        if tables.iter().any(|table| list(table).is(words)) {
            return Some(topic);
        }
    }
    if !loose {
        return None;
    }
    // The longest known start wins: "your profile" before "your".
    let mut best: Option<(usize, Topic)> = None;
    for (topic, list) in order {
        for table in &tables {
            if let Some(count) = list(table).starts(words)
                && best.is_none_or(|best| count > best.0)
                && (count > 1 || words.len() <= 5)
            {
                best = Some((count, topic));
            }
        }
    }
    best.map(|best| best.1)
}
