//! Whether a deed of the lines was done to what an edit says it was done to.

use super::lexicon::lexicon;
use super::source::Source;
use super::words::Word;
use crate::text::Span;

/// Deeds that "managed" may stand for: of who has a thing in hand.
const KEEPING: &[&str] = &[
    "carry",
    "keep",
    "maintain",
    "handl",
    "hold",
    "run",
    "deal",
    "organiz",
    "coordinat",
    "administ",
    "look",
    "own",
    "process",
    "responsibl",
    "charg",
    "updat",
    "plan",
    "schedul",
    "administer",
    "order",
    "serv",
    "emett",
];

/// "the lift supervisor": the rank of somebody whom a list item speaks of, not
/// of the person of the CV.
pub(super) fn of_another(source: &Source, span: Span) -> bool {
    #[rustfmt::skip]
    const RANKS: &[&str] = &["supervisor", "manager", "leader", "director", "head", "chief", "foreman", "boss", "chairman", "trainer"];
    let Some(own) = source.own.iter().find(|own| own.contains(span)) else { return false };
    let first = source.words.iter().find(|word| own.contains(word.span));
    source.items()
        && RANKS.contains(&span.of(source.text).to_lowercase().trim_end_matches('s'))
        && first.is_some_and(|first| first.span.start != span.start)
}

/// "managed the shop" beside "ran the till": another deed of the lines, done to
/// something else.
pub(super) fn other_object(source: &Source, claim: &[Word], behind: &[Word], span: Span) -> bool {
    let Some(at) = source.words.iter().position(|word| word.span.start == span.start) else { return false };
    let deed = &source.words[at];
    let own = source.own.iter().any(|own| own.contains(span));
    if !own || !source.english || !deed.told() && !lexicon().deed(&deed.stem) {
        return false;
    }
    let theirs = super::places::objects(source.words[at + 1..].iter());
    let ours = super::places::objects(behind.iter());
    let related = |one: &Word, other: &Word| {
        one.stem == other.stem
            || super::words::root(&one.stem) == super::words::root(&other.stem)
            || lexicon().synonyms(&one.stem, &other.stem)
            || one.low.contains(&other.stem)
    };
    // Another word for the same thing may be meant, where the lines have it not.
    let named = ours.iter().any(|one| {
        source
            .words
            .iter()
            .any(|word| source.own.iter().any(|own| own.contains(word.span)) && word.stem == one.stem)
    });
    (named || claim[0].stem == "supervis")
        && !theirs.is_empty()
        && !ours.is_empty()
        && !ours.iter().any(|one| theirs.iter().any(|other| related(one, other)))
}

/// "managed a caseload" for "carried a caseload": another verb for the same
/// thing right behind it.
pub(super) fn same_object(source: &Source, words: &[Word], at: usize) -> Option<Span> {
    let object: Vec<&Word> = words[at + 1..].iter().take(7).take_while(|word| !word.starts).collect();
    // Who keeps a diary or an inbox leads nobody.
    let kept = |word: &&Word| {
        matches!(
            word.low.as_str(),
            "diary"
                | "diaries"
                | "calendar"
                | "inbox"
                | "mailbox"
                | "bookings"
                | "appointments"
                | "queries"
                | "enquiries"
        )
    };
    if object.iter().any(kept) && source.verbless() {
        return source.own.first().copied();
    }
    source.own.iter().find_map(|own| {
        let theirs: Vec<&Word> = source.words.iter().filter(|word| own.contains(word.span)).collect();
        let first = usize::from(theirs.first().is_some_and(|word| word.low == "i"));
        let theirs = theirs.get(first..)?;
        let deed = theirs.first()?;
        // "Caseload of 38 women" names no deed at all.
        let load = [
            "caseload",
            "workload",
            "portfolio",
            "diary",
            "inbox",
            "calendar",
            "case",
            "list",
            "patch",
            "ledger",
            "round",
            "territory",
            "allotment",
            "section",
            "herd",
            "flock",
            "fleet",
            "route",
            "waiting",
            "collection",
        ];
        let named = load.contains(&deed.low.as_str()) && object.iter().any(|other| other.stem == deed.stem);
        if named {
            return Some(deed.span);
        }
        if !KEEPING.contains(&deed.stem.as_str()) {
            return None;
        }
        let same = theirs[1..].iter().take(8).find(|word| {
            // "a caseload of 38" for "38 cases"
            word.low.chars().count() > 3
                && object.iter().any(|other| {
                    other.stem == word.stem
                        || word.stem.len() >= 3
                            && other.low.strip_suffix("load") == Some(word.low.trim_end_matches('s'))
                })
        })?;
        Some(Span::new(deed.span.start, same.span.end))
    })
}
