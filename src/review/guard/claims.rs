//! Claims that a lexicon knows: degrees, certificates, tools, skills, scope,
//! seniority, superlatives and outcomes.

use super::harmless::{beside_known, harmless};
use super::help::helped;
use super::lexicon::{Entry, lexicon};
use super::objects::{of_another, other_object, same_object};
use super::people::{manages_people, people_led};
use super::source::Source;
use super::word_ends::{compounds, foreign};
use super::words::Word;
use super::{ClaimKind, Claims};
use crate::text::Span;

pub(super) fn check(source: &Source, words: &[Word], claims: &mut Claims) {
    let lexicon = lexicon();
    let two_states = super::numbers::two_states(source, claims.text, words);
    let mut at = 0;
    while at < words.len() {
        if let Some((count, cv_span)) = source.expansion(&words[at..])
            && claims.free(at..at + count)
        {
            claims.trace(Span::new(words[at].span.start, words[at + count - 1].span.end), cv_span);
            claims.take(at..at + count);
            at += count;
            continue;
        }
        let (count, found) = lexicon.at(words, at);
        if count == 0 || !claims.free(at..at + count) {
            at += 1;
            continue;
        }
        let span = Span::new(words[at].span.start, words[at + count - 1].span.end);
        let ranks = as_rank(words, at, count);
        let entries: Vec<&Entry> = (found.iter().map(|entry| &lexicon.entries[*entry]))
            // The French degree is no English driving licence.
            .filter(|entry| {
                !(source.english && entry.kind == ClaimKind::Degree && words[at].low.starts_with("licen"))
            })
            .filter(|entry| !ranks || matches!(entry.kind, ClaimKind::Seniority | ClaimKind::Superlative))
            .collect();
        let Some(kind) = entries.first().map(|entry| entry.kind) else {
            at += 1;
            continue;
        };
        let support =
            entries.iter().find_map(|entry| supported(source, entry, &words[at..at + count], words, at));
        match support {
            Some(cv_span) => claims.trace(span, cv_span),
            None if two_states
                && kind == ClaimKind::Outcome
                && entries[0].terms.iter().any(|term| term == &["improv"]) => {}
            None if harmless(words, at, count, kind) || beside_known(source, words, at, count, kind) => {
                at += 1;
                continue;
            }
            None => claims.flag(span, kind, reason(kind)),
        }
        claims.take(at..at + count);
        at += count;
    }
    foreign(source, words, two_states, claims);
    compounds(source, words, claims);
    helped(source, words, claims);
}

/// "leading podiatrist", "a lead position": a rank, which no deed supports.
fn as_rank(words: &[Word], at: usize, count: usize) -> bool {
    let word = &words[at];
    let Some(next) = words.get(at + 1).filter(|_| count == 1 && word.after == " ") else { return false };
    let small = next.low.chars().count() <= 3 || next.numeric() || next.low.ends_with('s');
    match word.low.as_str() {
        "leading" => word.starts && !small && !super::places::team_like(next),
        "lead" => {
            at > 0
                && !word.starts
                && !small
                && !matches!(words[at - 1].low.as_str(), "to" | "and" | "i" | "can" | "will")
        }
        _ => false,
    }
}

pub(super) fn reason(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Degree => "is not a degree of your CV.",
        ClaimKind::Certificate => "is not in your CV.",
        ClaimKind::Scope => "says more than these lines of your CV.",
        ClaimKind::Seniority => "is a rank that these lines of your CV do not give.",
        ClaimKind::Superlative => "is praise that these lines of your CV do not support.",
        ClaimKind::Outcome => "is a result that these lines of your CV do not state.",
        ClaimKind::Title => "is not a role of your CV.",
        _ => "is not in your CV.",
    }
}

/// Where the CV supports a claim.
fn supported(source: &Source, entry: &Entry, claim: &[Word], words: &[Word], at: usize) -> Option<Span> {
    let local = matches!(
        entry.kind,
        ClaimKind::Scope | ClaimKind::Seniority | ClaimKind::Superlative | ClaimKind::Outcome
    );
    let headed =
        source.headed() && matches!(entry.kind, ClaimKind::Degree | ClaimKind::Title | ClaimKind::Seniority);
    let regions = match (local, source.head.is_empty()) {
        // The head of a role or a study says its title or degree itself.
        _ if headed => source.own.clone(),
        (false, _) => source.whole(),
        // A summary speaks of the whole CV.
        (true, true) if entry.kind != ClaimKind::Outcome && !source.items() => source.whole(),
        (true, _) => source.near(),
    };
    let another = |span: &Span| {
        let manages = ["manag", "supervis", "overse"].contains(&claim[0].stem.as_str());
        entry.kind == ClaimKind::Scope
            && (manages && other_object(source, claim, &words[at + claim.len()..], *span)
                || of_another(source, *span))
    };
    let direct = || {
        entry
            .terms
            .iter()
            .find_map(|term| source.phrase(term, &regions))
            .filter(|span| entry.kind != ClaimKind::Scope || !of_another(source, *span))
    };
    let indirect =
        || entry.support.iter().find_map(|term| source.phrase(term, &regions).filter(|span| !another(span)));
    if let Some(found) = direct().or_else(indirect) {
        let people = entry.kind == ClaimKind::Scope && manages_people(claim, words, at);
        return (!people || people_led(source, &regions)).then_some(found);
    }
    // "exceeded the target of 95" for "110, target is 95".
    if entry.kind == ClaimKind::Outcome
        && ["exceed", "surpass", "beat"].contains(&claim[0].stem.as_str())
        && super::numbers::above_target(source)
    {
        return source.own.first().copied();
    }
    let money = |word: &Word| word.after.contains(['€', '£', '$']) || word.text.contains(['€', '£', '$']);
    if claim[0].stem == "budget"
        && words[at.saturating_sub(4)..(at + 4).min(words.len())].iter().any(money)
        && let Some(money) = regions.iter().find(|region| region.of(source.text).contains(['€', '£', '$']))
    {
        return Some(*money);
    }
    if entry.kind == ClaimKind::Outcome
        && let Some(times) = times(&claim[0].low)
    {
        return super::numbers::ratio_of(source, times);
    }
    if entry.kind == ClaimKind::Scope && claim[0].stem == "manag" && !manages_people(claim, words, at) {
        return same_object(source, words, at);
    }
    if matches!(
        entry.kind,
        ClaimKind::Scope | ClaimKind::Superlative | ClaimKind::Seniority | ClaimKind::Outcome
    ) {
        return None;
    }
    // "BA" is no short form of any two words.
    if (entry.kind != ClaimKind::Degree || claim.len() > 1)
        && let Some(found) =
            source.short_form(&words[at..], Some(claim.len())).filter(|_| claim[0].low.len() > 1)
    {
        return Some(found);
    }
    // "bank reconciliations" for "bank recs".
    let own = |word: &Word| {
        source.words.iter().find(|other| {
            source.own.iter().any(|region| region.contains(other.span))
                && (other.stem == word.stem || super::kin::cut_short(other, word))
        })
    };
    if claim.iter().all(|word| own(word).is_some()) {
        return own(&claim[0]).map(|word| word.span);
    }
    if matches!(entry.kind, ClaimKind::Skill | ClaimKind::Title | ClaimKind::Tool) {
        let stems: Vec<String> =
            claim.iter().filter(|word| word.low.len() > 2).map(|word| word.stem.clone()).collect();
        return match stems.as_slice() {
            [] => None,
            [one] if entry.kind == ClaimKind::Tool && claim[0].capital() => {
                source.phrase(std::slice::from_ref(one), &regions)
            }
            [one] if entry.kind == ClaimKind::Skill => source.meaning(one, &regions),
            [one] => source.family(one, &regions),
            many => source.together(many, entry.kind == ClaimKind::Skill),
        };
    }
    None
}

/// "doubled" says that one number became twice as large.
fn times(low: &str) -> Option<f64> {
    Some(match low {
        "doubled" | "doubling" | "twofold" | "verdoppelte" | "verdoppelt" => 2.0,
        "tripled" | "tripling" | "threefold" => 3.0,
        "quadrupled" => 4.0,
        "halved" | "halving" | "halbierte" => 0.5,
        _ => return None,
    })
}
