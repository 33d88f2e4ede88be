//! What an edit adds to the lines it replaces. The other rules know words that
//! claim; this one knows none: a rewording puts new words in place of old
//! ones, an invention puts them beside the old ones. So every word of weight
//! has to be of the replaced lines, of the rest of the CV, a word that claims
//! nothing, or stand for a word of these lines that is gone.
//!
//! A deed is weighed more strictly: another deed in its place is another claim.

use super::items::{items, of_manner};
use super::kin;
use super::lexicon::lexicon;
use super::places::{deed_like, nearest, objects, one_sentence, same_place, with_its_verb};
use super::source::Source;
use super::view::View;
use super::words::Word;
use super::{ClaimKind, Claims};
use crate::extract::Language;
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

/// "Spawanie sekcji" for "Sekcje": in other languages than English the first word
/// often names what was done with the thing of the line. Deeds that claim are
/// in the tables.
fn named_deed(source: &Source, view: &View, words: &[Word], at: usize, own: &[&Word]) -> bool {
    !source.english
        && super::verbs::deed_noun(words, at)
        && words[1..]
            .iter()
            .take(4)
            .take_while(|word| !word.starts)
            .any(|word| stands(word) && own.iter().any(|other| view.related(word, other)))
}

/// "Plan the service": a deed in its plain form, before what it is done to.
fn with_object(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| {
        words[at].after == " " && matches!(next.low.as_str(), "the" | "a" | "an" | "all" | "our" | "their")
            || next.numeric()
    })
}

/// Whether the lines tell the very deed, or one of the same meaning done to the
/// same thing.
fn same_deed(view: &View, own: &[&Word], words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let theirs = objects(words[at + 1..].iter());
    own.iter().enumerate().any(|(index, other)| {
        if !view.related(word, other) {
            return false;
        }
        let family =
            word.stem == other.stem || super::words::root(&word.stem) == super::words::root(&other.stem);
        let ours = || objects(own[index + 1..].iter().copied());
        family
            || theirs.is_empty()
            || ours().is_empty()
            || ours().iter().any(|one| theirs.iter().any(|other| view.related(one, other)))
    })
}

/// In the line of a role any word for a person claims that role.
fn names_a_role(word: &Word, headed: bool) -> bool {
    headed
        && word.low.chars().count() > 4
        && (["er", "or", "ist", "ian", "eur"].iter().any(|end| word.low.ends_with(end))
            || matches!(word.low.as_str(), "agent" | "student" | "superintendent" | "assistant"))
}

/// "Wrote and illustrated" for "illustrated": a second deed beside the known one,
/// where no deed of the lines is gone.
fn joined_deeds(
    source: &Source,
    words: &[Word],
    own: &[&Word],
    known: &[bool],
    gone: &[bool],
    unsure: &mut Vec<usize>,
) {
    let participle = |word: &Word| {
        !word.capital()
            && word.low.chars().count() >= 6
            && word.low.contains("ge")
            && word.low.ends_with(['t', 'n'])
    };
    let told = |word: &Word| match source.language {
        Language::En => word.told() && (word.starts || !word.low.ends_with("ing")),
        Language::De => participle(word),
        _ => false,
    };
    let replaced =
        own.iter().zip(gone).any(|(word, gone)| *gone && (told(word) || lexicon().deed(&word.stem)));
    for at in 0..words.len().saturating_sub(2) {
        let joint = matches!(words[at + 1].low.as_str(), "and" | "und") && words[at].after == " ";
        let light = lexicon().neutral(&words[at].stem) && words[at].stem != "writ";
        if joint
            && !replaced
            && !light
            && !known[at]
            && known[at + 2]
            && told(&words[at])
            && told(&words[at + 2])
        {
            unsure.push(at);
        }
    }
    unsure.sort_unstable();
    unsure.dedup();
}

/// Items of ordinary words that no line of the CV has: "monitor air quality".
fn new_items(
    source: &Source,
    words: &[Word],
    items: &[Option<(usize, usize)>],
    known: &[bool],
    claims: &Claims,
    unsure: &mut Vec<usize>,
) {
    let mut at = 0;
    while at < words.len() {
        let Some((from, to)) = items[at].filter(|(from, _)| *from == at) else {
            at += 1;
            continue;
        };
        at = to;
        let item = &words[from..to];
        let content: Vec<usize> = (from..to)
            .filter(|one| {
                words[*one].low.chars().count() > 3 && !words[*one].numeric() && stands(&words[*one])
            })
            .collect();
        let told = (from..to).any(|one| known[one] || !claims.free(one..one + 1) || unsure.contains(&one));
        let manner = content.iter().any(|one| of_manner(&words[*one]));
        let verb = item.len() > 1
            && item.first().is_some_and(|word| word.low.ends_with("ing") || word.low.ends_with("ed"));
        let somewhere = content.iter().all(|one| {
            source.meaning(&words[*one].stem, &source.whole()).is_some()
                || source.short_form(&words[*one..], None).is_some()
        });
        if content.is_empty() || told || manner || verb || somewhere {
            continue;
        }
        unsure.extend(content);
    }
    unsure.sort_unstable();
}

/// "Riesling grapes", "sparkling wine": the kind of thing behind a word of the
/// lines says no more than the word did.
fn names_the_kind(words: &[Word], known: &[bool], at: usize) -> bool {
    let behind = at.checked_sub(1).is_some_and(|before| {
        known[before] && (stands(&words[before]) || words[before].technical()) && words[before].after == " "
    });
    let word = &words[at];
    let tells = ["ing", "ion", "ment", "ship", "nce", "ed", "ty", "ness", "gy", "sis"];
    let ends = words.get(at + 1).is_none_or(|next| {
        !matches!(word.after, " ") || next.low.chars().count() <= 4 || lexicon().plain(&next.stem)
    });
    behind
        && !word.technical()
        && !word.capital()
        && ends
        && !tells.iter().any(|end| word.low.ends_with(end) || word.low.ends_with(&format!("{end}s")))
}

/// Whether another word may stand for it: no number and no small word.
fn stands(word: &Word) -> bool {
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
        || theirs[0].low == "sat" && matches!(next, "in" | "next" | "with" | "beside");
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
