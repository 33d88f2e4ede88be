//! The weakest evidence that is still true: the word that tells most of an ask,
//! alone.

use super::cues::cues;
use super::evidence::Proof;
use super::phrases::is_doing;
use super::places::Place;
use super::post::{Ask, Evidence, JobPost};
use super::stems::root;
use super::tokens::{Kind, tokens};
use crate::extract::Language;
use crate::text::Span;

impl Proof<'_> {
    /// The word that tells most of an ask, alone: "rent" for "rent collection".
    pub(super) fn by_a_word(&self, post: &JobPost, ask: &Ask) -> Option<(Evidence, Vec<Span>)> {
        let filler = &cues(post.language).filler;
        let text = ask.span.of(&post.text);
        let words = tokens(text);
        let content: Vec<_> = words
            .iter()
            .filter(|word| word.kind == Kind::Word && word.fold.len() >= 3 && !filler.contains(&word.fold))
            .collect();
        // "rent collection", but "gestion de projet": what it is done to tells.
        let first = matches!(post.language, Language::En | Language::De | Language::Nl | Language::Other);
        let object = if first { content.first() } else { content.last() };
        let telling: Vec<_> = object
            .iter()
            .map(|word| (root(&word.fold, post.language), word))
            .filter(|(root, word)| {
                word.fold.len() >= 4
                    && word.fold.is_ascii()
                    && !is_doing(root)
                    && !COMMON.split(' ').any(|common| word.fold.starts_with(common))
            })
            .collect();
        if telling.is_empty() || content.len() > 3 {
            return None;
        }
        let (word, found) = (0..self.roots.len()).find_map(|at| {
            let (other, own) = (&self.reading.words[at], &self.roots[at]);
            let same =
                |asked: &str, word: &str| own == asked || word.len() >= 6 && shares_start(&other.fold, word);
            let place = self.places.at(other.span.start);
            let held = matches!(place, Place::Role(_)) && other.kind == Kind::Word && !own.is_empty();
            let (_, word) = telling.iter().find(|(root, word)| held && same(root, &word.fold))?;
            if super::evidence::is_denied(&self.reading, at) {
                return None;
            }
            Some((word.span.of(text), other.span))
        })?;
        let relation = match content.len() {
            1 => format!("“{}” is of the same family of words", found.of(self.reading.text)),
            _ => format!("“{word}” is told of, not all of “{text}”"),
        };
        Some((Evidence::Related { relation }, vec![found]))
    }
}

/// Starts of words that many asks share, and that tell nothing alone.
const COMMON: &str = "experien knowled work manag service customer system team equip process quality \
    support general people project business company office sector environ industr techni \
    profession staff young skill good strong safe level train develop gestion gestao \
    gestione servic trabaj trabal lavor travail arbeit proce sistem client control plan \
    own time year full first area local person public main basic advanced operat communi \
    relevant similar design care contract clinic lift materi product use using data \
    software test report record check";

/// Six letters or more at the start, and most of both words.
fn shares_start(one: &str, other: &str) -> bool {
    let common = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    one.is_ascii() && common >= 6 && common * 10 >= one.len().max(other.len()) * 6
}
