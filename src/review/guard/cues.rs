//! Unknown words right after "experience in" and the like.

use super::lexicon::lexicon;
use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};

/// Words before a skill.
#[rustfmt::skip]
const CUES: &[&[&str]] = &[
    &["experience", "in"], &["experience", "with"], &["experience", "of"], &["experienced", "in"],
    &["experienced", "with"], &["skilled", "in"], &["skilled", "at"], &["proficient", "in"],
    &["proficient", "with"], &["proficiency", "in"], &["expertise", "in"], &["knowledge", "of"],
    &["trained", "in"], &["specialising", "in"], &["specializing", "in"], &["specialised", "in"],
    &["background", "in"], &["competent", "in"], &["certified", "in"], &["versed", "in"],
    &["familiar", "with"], &["with"], &["mit"], &["avec"], &["con"], &["com"], &["met"], &["using"],
    &["utilising"], &["utilizing"], &["leveraging"], &["applying"], &["understanding", "of"],
    &["skills", "in"], &["including"], &["expert", "in"], &["via"], &["mastering"], &["incorporating"],
];

const DETERMINERS: &[&str] = &[
    "the", "a", "an", "their", "our", "my", "his", "her", "its", "all", "each", "every", "other", "many",
    "several", "two", "three", "up", "over", "der", "den", "dem", "einem", "einer", "le", "la", "les", "un",
    "une", "des", "el", "los", "las", "una", "o", "os", "as", "um", "uma", "il", "lo", "gli", "de", "het",
    "een", "no", "little", "more", "fellow", "new", "own",
];

/// "experience in falconry"
pub(super) fn after_cues(source: &Source, words: &[Word], claims: &mut Claims) {
    let lexicon = lexicon();
    for at in 0..words.len() {
        let Some(cue) = CUES.iter().find(|cue| {
            cue.len() <= words.len() - at && cue.iter().zip(&words[at..]).all(|(cue, word)| *cue == word.low)
        }) else {
            continue;
        };
        let mut next = at + cue.len();
        // "with the police": what is known from the line, not a skill.
        let broad = matches!(cue[0], "with" | "mit" | "avec" | "con" | "com" | "met");
        let determined =
            words.get(next).is_some_and(|word| word.numeric() || DETERMINERS.contains(&word.low.as_str()));
        if broad && determined {
            continue;
        }
        let mut seen = 0;
        while next < words.len()
            && seen < 4
            && !words[next].starts
            && !words[next - 1].after.contains(['.', ';', '\n', '('])
        {
            let word = &words[next];
            if matches!(
                word.low.as_str(),
                "to" | "for"
                    | "while"
                    | "at"
                    | "by"
                    | "that"
                    | "which"
                    | "so"
                    | "from"
                    | "within"
                    | "across"
                    | "on"
                    | "during"
                    | "when"
            ) {
                break;
            }
            let content = word.low.chars().count() > 3 && !word.numeric();
            if content {
                seen += 1;
            }
            let verb_form = word.low.ends_with("ed");
            if content
                && claims.free(next..next + 1)
                && !verb_form
                && !lexicon.plain(&word.stem)
                && (!source.english || !word.low.ends_with("ly"))
                && !super::names::formed(source, words, next)
                && source.meaning(&word.stem, &source.whole()).is_none()
                && source.short_form(&words[next..], None).is_none()
            {
                claims.flag(word.span, ClaimKind::Skill, "is not in your CV.");
                claims.take(next..next + 1);
            }
            next += 1;
        }
    }
}
