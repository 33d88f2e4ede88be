//! The replaced lines, and the rest of the CV, as an edit's words are compared
//! with them.

use super::kin;
use super::lexicon::lexicon;
use super::places::deed_like;
use super::source::Source;
use super::words::{Word, root};

/// The lines as they are compared.
pub(super) struct View<'s, 't> {
    source: &'s Source<'t>,
    /// Folded words of the lines.
    own: Vec<(String, bool)>,
    /// What they mean, in other languages than English.
    pub(super) meanings: Vec<Vec<usize>>,
    all: Vec<(String, bool)>,
}

impl<'s, 't> View<'s, 't> {
    pub(super) fn of(source: &'s Source<'t>, own: &[&Word]) -> Self {
        let folded = |word: &Word| (kin::fold(&word.low), word.capital());
        let meanings = match source.english {
            true => Vec::new(),
            false => own.iter().map(|word| lexicon().meanings(&kin::fold(&word.low))).collect(),
        };
        Self {
            source,
            meanings,
            own: own.iter().map(|word| folded(word)).collect(),
            all: source.words.iter().map(folded).collect(),
        }
    }

    pub(super) fn related(&self, word: &Word, other: &Word) -> bool {
        if word.stem == other.stem || word.low == other.low {
            return true;
        }
        if word.low.chars().count() < 3 || other.low.chars().count() < 3 {
            return false;
        }
        let lexicon = lexicon();
        let (one, two) = (root(&word.stem), root(&other.stem));
        if lexicon.synonyms(&word.stem, &other.stem) || lexicon.synonyms(&one, &two) {
            return true;
        }
        if one.chars().count() >= 4 && one == two {
            return true;
        }
        if kin::cut_short(word, other) || kin::cut_short(other, word) {
            return true;
        }
        let (one, two) = (kin::fold(&word.low), kin::fold(&other.low));
        match self.source.english {
            true => super::source::kindred(&root(&word.stem), &root(&other.stem)),
            false => kin::akin(&one, &two) || kin::akin(kin::without_prefix(&one), kin::without_prefix(&two)),
        }
    }

    pub(super) fn in_compound(&self, word: &Word, gone: &mut [bool]) -> bool {
        let folded = kin::fold(&word.low);
        let generic = |left: &str| lexicon().plain(left) || lexicon().plain(&super::words::stem(left));
        let found = kin::compound(&folded, &self.own, generic) || kin::part_of(&folded, &self.own);
        if found {
            for (index, (own, _)) in self.own.iter().enumerate() {
                let stem = own.get(..own.len().min(5)).unwrap_or(own);
                if own.len() >= 4 && (folded.contains(stem) || own.contains(&folded)) {
                    gone[index] = false;
                }
            }
        }
        found
    }

    /// The rest of the CV: a skill moved from its list, the trade of the role.
    pub(super) fn elsewhere(&self, word: &Word, words: &[Word], at: usize) -> bool {
        let lexicon = lexicon();
        if lexicon.deed(&word.stem) && deed_like(words, at) {
            let near = self.source.near();
            return match lexicon.strict(&word.stem) {
                true => self.source.family(&word.stem, &near).is_some(),
                false => self.source.meaning(&word.stem, &near).is_some(),
            };
        }
        if self.source.family(&word.stem, &self.source.whole()).is_some() {
            return true;
        }
        if self.source.short_form(&words[at..], None).is_some() {
            return true;
        }
        let folded = kin::fold(&word.low);
        !self.source.english && self.all.iter().any(|(other, _)| kin::akin(&folded, other))
    }
}
