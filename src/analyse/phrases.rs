//! Finding a term in other words: its words in any order, a part of them, a
//! word of the same family, the parts of a compound.

use super::cues::cues;
use super::evidence::Proof;
use super::places::Place;
use super::post::{Ask, Evidence, JobPost};
use super::stems::root;
use super::tokens::{Kind, has, tokens};
use crate::extract::Language;
use crate::text::Span;

impl Proof<'_> {
    /// Lines that have all the words of a term, in any form and order.
    pub(super) fn in_other_words(&self, post: &JobPost, ask: &Ask) -> Option<(Evidence, Vec<Span>)> {
        let filler = &cues(post.language).filler;
        let same: Vec<(Span, Place)> = ask
            .terms
            .iter()
            .filter_map(|term| {
                let mut roots: Vec<String> = tokens(term)
                    .iter()
                    .filter(|word| !filler.contains(&word.fold))
                    .map(|word| root(&word.fold, post.language))
                    .collect();
                roots.sort();
                roots.dedup();
                (roots.len() >= 2).then_some(roots)
            })
            .flat_map(|roots| self.phrase(&roots).0)
            .collect();
        (!same.is_empty()).then(|| self.level(same, None))
    }

    /// Half of the words of a term that a table knows, in one line: close, as
    /// "atención al público" is to "atención al cliente".
    pub(super) fn in_part(&self, post: &JobPost, ask: &Ask) -> Option<(Evidence, Vec<Span>)> {
        let filler = &cues(post.language).filler;
        ask.terms.iter().find_map(|term| {
            let mut roots: Vec<String> = tokens(term)
                .iter()
                .filter(|word| word.kind == Kind::Word && !filler.contains(&word.fold))
                .map(|word| root(&word.fold, post.language))
                .filter(|root| root.len() >= 5 && !is_doing(root))
                .collect();
            roots.sort();
            roots.dedup();
            let (_, partly) = (roots.len() >= 2).then(|| self.phrase(&roots))?;
            partly.map(|(relation, span)| (Evidence::Related { relation }, vec![span]))
        })
    }

    /// A word of the same family, as "negotiated" for "negotiation"; or the
    /// parts of a German or Dutch compound, as "Betreuung von Kindern".
    pub(super) fn of_one_family(&self, post: &JobPost, ask: &Ask) -> Option<(Evidence, Vec<Span>)> {
        let filler = &cues(post.language).filler;
        for term in &ask.terms {
            let words = tokens(term);
            let mut content =
                words.iter().filter(|word| word.kind == Kind::Word && !filler.contains(&word.fold));
            let (Some(word), None) = (content.next(), content.next()) else { continue };
            if word.fold.chars().count() < 6 || !word.fold.is_ascii() {
                continue;
            }
            if matches!(post.language, Language::De | Language::Nl) {
                // "Dreischichtdienst" is a kind of "Schichtdienst".
                let kind = self.reading.words.iter().find(|other| {
                    other.fold.len() > word.fold.len() && other.fold.ends_with(word.fold.as_str())
                });
                let kind = kind.map(|kind| (kind.span, self.places.at(kind.span.start)));
                if let Some(found) = kind.or_else(|| self.compound(&word.fold)) {
                    return Some(self.level(vec![found], None));
                }
            }
            let asked = root(&word.fold, post.language);
            let kin = self.reading.words.iter().zip(&self.roots).find(|(other, root)| {
                other.kind == Kind::Word && (**root == asked || shares_head(&other.fold, &word.fold))
            });
            // "Recruited 45 people" is recruitment, done: a form of the same
            // word, in a role.
            let done = self.reading.words.iter().zip(&self.roots).find(|(other, root)| {
                let form = post.language != Language::En
                    || other.fold.ends_with("ed")
                    || other.fold.ends_with("ing")
                    || word.fold.starts_with(other.fold.as_str());
                root.len() >= 6
                    && **root == asked
                    && other.fold.len() >= 6
                    && form
                    && matches!(self.places.at(other.span.start), Place::Role(_))
            });
            if let Some((done, _)) = done {
                return Some(self.level(vec![(done.span, self.places.at(done.span.start))], None));
            }
            if let Some((kin, _)) = kin {
                let relation = format!(
                    "\u{201c}{}\u{201d} is of the same family of words",
                    kin.span.of(self.reading.text)
                );
                return Some((Evidence::Related { relation }, vec![kin.span]));
            }
        }
        None
    }

    /// Both parts of a compound in one line.
    pub(super) fn compound(&self, word: &str) -> Option<(Span, Place)> {
        self.lines.iter().find_map(|line| {
            let words = &self.reading.words[self.reading.within(line.span)];
            let head = words.iter().find(|part| {
                let stem = super::stems::stem(&part.fold, Language::De);
                stem.len() >= 4
                    && stem.is_ascii()
                    && word.len() >= stem.len() + 5
                    && word.starts_with(stem.as_str())
            })?;
            let head_stem = super::stems::stem(&head.fold, Language::De);
            let rest = &word[head_stem.len()..];
            let tail = words.iter().find(|part| {
                let stem = super::stems::stem(&part.fold, Language::De);
                stem.len() >= 5
                    && stem.is_ascii()
                    && rest.contains(stem.as_str())
                    && rest.len() <= stem.len() + 5
            })?;
            let span = Span::new(head.span.start.min(tail.span.start), head.span.end.max(tail.span.end));
            Some((span, line.place))
        })
    }

    /// Lines that have the words of a phrase that no table knows.
    #[allow(clippy::type_complexity)]
    pub(super) fn phrase(&self, roots: &[String]) -> (Vec<(Span, Place)>, Option<(String, Span)>) {
        let mut whole = Vec::new();
        let mut partly: Option<(usize, Span)> = None;
        for line in &self.lines {
            let count = roots.iter().filter(|root| line.roots.contains(*root)).count();
            if count == roots.len() || (roots.len() >= 4 && count * 4 >= roots.len() * 3) {
                whole.push((self.tight(line.span, roots), line.place));
            } else if count * 2 >= roots.len()
                && roots.len() >= 2
                && partly.is_none_or(|(best, _)| count > best)
            {
                partly = Some((count, self.tight(line.span, roots)));
            }
        }
        let close = partly
            .map(|(count, span)| (format!("{count} of the {} words were found together", roots.len()), span));
        (whole, close)
    }

    /// From the first to the last of these words in a line.
    pub(super) fn tight(&self, line: Span, roots: &[String]) -> Span {
        let range = self.reading.within(line);
        let mut found =
            range.filter(|at| roots.contains(&self.roots[*at])).map(|at| self.reading.words[at].span);
        let Some(first) = found.next() else { return line };
        Span::new(first.start, found.next_back().unwrap_or(first).end)
    }
}

/// Roots of words for doing something: what it is done to tells.
pub(super) fn is_doing(root: &str) -> bool {
    const DOING: &str = "writ draft prepar produc handl manag perform creat conduct deliver carry understand \
    operat mak do tak keep support provid process erstell durchfu umgang betreuu bedienu \
    redacti rediger realiza realisa elabora gestion redazio prepara esecuzi opstell uitvoer \
    werken bedien sporzad prowadz obslug wykonyw execuca operaca utiliza travail savoir \
    faire";
    has(DOING, root)
}

/// Seven letters or more at the start, and most of the shorter word.
pub(super) fn shares_head(one: &str, other: &str) -> bool {
    let common = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let shorter = one.len().min(other.len());
    one.is_ascii() && other.is_ascii() && common >= 7 && common * 100 >= shorter * 74
}
