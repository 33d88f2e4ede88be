//! What an edit adds to the lines it replaces. The other rules know words that
//! claim; this one knows none: a rewording puts new words in place of old
//! ones, an invention puts them beside the old ones. So every word of weight
//! has to be of the replaced lines, of the rest of the CV, a word that claims
//! nothing, or stand for a word of these lines that is gone.
//!
//! A deed is weighed more strictly: another deed in its place is another claim.

use super::items::items;
use super::kin;
use super::lexicon::lexicon;
use super::new_deeds::{joined_deeds, named_deed, names_the_kind, new_items, same_deed, with_object};
use super::places::{deed_like, nearest, one_sentence, same_place, with_its_verb};
use super::source::Source;
use super::view::View;
use super::words::Word;
use super::{ClaimKind, Claims};
use crate::text::Span;

pub(super) fn check(source: &Source, words: &[Word], claims: &mut Claims) {
    if source.own.is_empty() {
        return;
    }
    helped(source, words, claims);
    let own: Vec<&Word> = source
        .words
        .iter()
        .filter(|word| source.own.iter().any(|region| region.contains(word.span)))
        .collect();
    let view = View::of(source, &own);
    // Which words of the lines live on in the edit.
    let mut gone: Vec<bool> = own.iter().map(|word| stands(word)).collect();
    let verbless = source.verbless();
    let mut unsure: Vec<usize> = Vec::new();
    let items = items(words, source.english);
    let headed = source.headed();
    let mut known = vec![false; words.len()];
    let mut partner: Vec<Option<usize>> = vec![None; words.len()];
    for (at, word) in words.iter().enumerate() {
        if word.numeric() {
            continue;
        }
        let mut found = false;
        let meant = if source.english { Vec::new() } else { lexicon().meanings(&kin::fold(&word.low)) };
        for (index, other) in own.iter().enumerate() {
            let same = meant.iter().any(|one| view.meanings[index].contains(one));
            if same || view.related(word, other) {
                gone[index] = false;
                found = true;
                partner[at].get_or_insert(index);
            }
        }
        let compound = !found && view.in_compound(word, &mut gone);
        let strict = lexicon().strict(&word.stem)
            && deed_like(words, at)
            && (word.low != "training" || word.starts)
            && (word.stem != word.low || word.starts && with_object(words, at));
        // "ran workshops" is not what "took notes" said.
        if found && strict && source.english && !same_deed(&view, &own, words, at) {
            found = false;
        }
        known[at] = found;
        known[at] |= compound;
        let up = word.low.starts_with("pick") && words.get(at + 1).is_some_and(|next| next.low == "up");
        let charged = headed && word.low.starts_with("responsab");
        let heavy = (weighs(word) || strict || charged || names_a_role(word, headed)) && !up;
        if found || compound || !claims.free(at..at + 1) || !heavy {
            continue;
        }
        // The line of a role or a study changes in its small words only.
        let charge = ["respons", "verantwo", "odpowiedzial"].iter().any(|start| word.low.starts_with(start));
        if headed && (charge || !lexicon().plain(&word.low)) {
            let nothing_gone = own.iter().all(|other| {
                !stands(other)
                    || lexicon().plain(&other.stem)
                    || lexicon().plain(&other.low)
                    || words.iter().any(|word| view.related(word, other))
            });
            if !(nothing_gone && view.elsewhere(word, words, at)) {
                unsure.push(at);
            }
            continue;
        }
        // "late-arriving", "centre-ville": one word with a known one.
        let hyphened = |one: usize| words[one].after == "-" || words[one].after == "\u{2011}";
        let joined = at.checked_sub(1).is_some_and(|before| hyphened(before) && known[before])
            || (hyphened(at)
                && words.get(at + 1).is_some_and(|next| own.iter().any(|other| view.related(next, other))));
        if joined && !strict {
            continue;
        }
        // "since the template was introduced": not by the person of the CV.
        let passive =
            at > 0 && matches!(words[at - 1].low.as_str(), "was" | "were" | "been" | "being" | "is" | "are");
        if passive && word.low.ends_with("ed") {
            continue;
        }
        // A line without a verb needs one.
        let verb = word.low.ends_with("ed") || word.low.ends_with("ing") || word.starts;
        let harmless = !strict && !lexicon().claims_deed(&word.stem) || lexicon().neutral(&word.stem);
        // "autism and stammering": an item alone is no verb.
        let verb = verb
            || deed_like(words, at)
                && words.get(at + 1).is_some_and(|next| own.iter().any(|other| view.related(next, other)));
        let alone = items[at] == Some((at, at + 1)) && !word.starts;
        if verbless && verb && !alone && (harmless || source.trade(word)) {
            continue;
        }
        if source.english && names_the_kind(words, &known, at) {
            continue;
        }
        if !source.english && lexicon().akin_to_plain(&word.low) {
            continue;
        }
        if super::verbs::by_form(source.language, words, at) || named_deed(source, &view, words, at, &own) {
            continue;
        }
        if view.elsewhere(word, words, at) {
            continue;
        }
        unsure.push(at);
    }
    super::tails::check(source, words, &known, claims);
    joined_deeds(source, words, &own, &known, &gone, &mut unsure);
    if source.english && !headed {
        new_items(source, words, &items, &known, claims, &mut unsure);
    }
    // "Support developers in choosing indexes": what the others do.
    let helps = |word: &Word| lexicon().help(&word.stem) || lexicon().help(&word.low);
    let helping = words.first().is_some_and(helps) && own.first().is_some_and(|word| helps(word));
    for at in unsure {
        let word = &words[at];
        if helping && word.low.ends_with("ing") {
            continue;
        }
        let deed = source.english && lexicon().deed(&word.stem) && deed_like(words, at);
        // "ran the till" is no "managed the shop".
        let with_verb = !deed && {
            let from = with_its_verb(words, at);
            from < at && !known[from]
        };
        let inner = items[at].is_some_and(|(from, to)| {
            // "nervous and disabled swimmers": another kind beside a known one.
            let kind = from == at && at >= 2 && known[at - 2] && at + 1 < to && known[at + 1];
            kind || !(from..to).any(|one| known[one])
        });
        if !deed
            && !with_verb
            && !headed
            && !word.technical()
            && let Some(index) = nearest(&gone, &partner, at)
            && one_sentence(&own, &partner, at, index)
            && (!inner || same_place(&own, &partner, at, index))
        {
            gone[index] = false;
            claims.trace(word.span, own[index].span);
            continue;
        }
        let (kind, reason) = match deed {
            true => (ClaimKind::Scope, "is a deed that these lines of your CV do not tell."),
            false => (ClaimKind::Skill, "is not in these lines of your CV."),
        };
        // "managed the shop": the verb goes with what it is about.
        let from = if deed { at } else { with_its_verb(words, at) };
        claims.flag(Span::new(words[from].span.start, word.span.end), kind, reason);
        claims.take(at..at + 1);
    }
    super::lessened::check(source, words, &own, &view, claims);
    super::classes::check(source, words, claims);
}

/// In the line of a role any word for a person claims that role.
fn names_a_role(word: &Word, headed: bool) -> bool {
    headed
        && word.low.chars().count() > 4
        && (["er", "or", "ist", "ian", "eur"].iter().any(|end| word.low.ends_with(end))
            || matches!(word.low.as_str(), "agent" | "student" | "superintendent" | "assistant"))
}

/// Whether another word may stand for it: no number and no small word.
pub(super) fn stands(word: &Word) -> bool {
    #[rustfmt::skip]
    const SMALL: &[&str] = &[
        "the", "and", "for", "with", "from", "that", "this", "into", "each", "every", "per", "its", "our", "my",
        "their", "all", "any", "was", "were", "are", "has", "had", "have", "been", "being", "who", "which",
        "und", "der", "die", "das", "den", "dem", "des", "mit", "von", "für", "bei", "les", "des", "une", "aux",
        "dans", "avec", "pour", "los", "las", "una", "con", "por", "para", "del", "della", "delle", "degli",
        "per", "uma", "dos", "das", "com", "het", "een", "van", "voor", "oraz", "przy", "dla", "not", "only",
        "before", "after", "over", "under", "without", "about", "than", "then", "very", "also", "when", "where", "mostly",
        "now", "plus", "avant", "après", "nach", "vor", "über", "unter", "sur", "sous", "sin", "sem", "senza", "zonder", "bez",
        "ich", "arbeite", "perfil", "profilo", "profil", "gosto", "long", "some", "them", "these", "those",
    ];
    word.low.chars().count() > 2 && !word.numeric() && !SMALL.contains(&word.low.as_str())
}

/// Whether a word may carry a claim.
fn weighs(word: &Word) -> bool {
    let lexicon = lexicon();
    word.low.chars().count() > 3
        && !word.numeric()
        && !lexicon.person(&word.stem)
        && !lexicon.help(&word.low)
        && !lexicon.plain(&word.stem)
        && !lexicon.plain(&word.low)
        && !word.low.ends_with("ly")
}

/// The line says that somebody helped; the edit says that they did it.
fn helped(source: &Source, words: &[Word], claims: &mut Claims) {
    let lexicon = lexicon();
    let Some(first) =
        source.words.iter().position(|word| source.own.iter().any(|region| region.contains(word.span)))
    else {
        return;
    };
    let theirs = &source.words[first..];
    let next = theirs.get(1).map_or("", |word| word.low.as_str());
    let took_part = theirs[0].low == "took" && next == "part"
        || theirs[0].low == "sat" && matches!(next, "in" | "next" | "beside");
    if !(lexicon.help(&theirs[0].stem) || lexicon.help(&theirs[0].low) || took_part) {
        return;
    }
    // "Helped customers": the help is the deed.
    let object = theirs[1..].iter().find(|word| word.low.chars().count() > 3 || word.low == "to");
    if object.is_some_and(|object| lexicon.person(&object.stem) || lexicon.person(&object.low)) {
        return;
    }
    let helping = words.iter().any(|word| lexicon.help(&word.stem) || lexicon.help(&word.low))
        || words.iter().any(|word| {
            matches!(
                word.low.as_str(),
                "part"
                    | "alongside"
                    | "together"
                    | "member"
                    | "attended"
                    | "attend"
                    | "joined"
                    | "join"
                    | "sat"
                    | "present"
                    | "learned"
            )
        });
    if let Some(deed) = words.first().filter(|_| !helping && !claims.taken[0]) {
        claims.flag(deed.span, ClaimKind::Scope, "leaves out that you helped with it.");
        claims.take(0..1);
    }
}
