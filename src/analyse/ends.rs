//! Where something that is named ends: with its field, its class, its level,
//! its country; and what is said of the role that years were spent in.

use super::asks::Asks;
use super::post::RequirementKind;
use crate::extract::Language;
use std::ops::Range;

impl Asks<'_> {
    /// "Bachelor's degree in computer science": up to the end of the field.
    pub(super) fn field_end(&self, words: &Range<usize>, range: &Range<usize>, name: &str) -> usize {
        const INTO: &[&str] = &[
            "in", "of", "des", "du", "della", "im", "en", "der", "als", "zum", "zur", "di", "em", "op", "w",
            "z", "as", "de", "d",
        ];
        let post = self.post;
        let mut end = words.end;
        if !matches!(
            name,
            "degree"
                | "bachelor's degree"
                | "master's degree"
                | "PhD"
                | "vocational training"
                | "high school diploma"
                | "postgraduate degree"
                | "training in a field"
        ) {
            return end;
        }
        // "mbo kapper niveau 3", "NVQ level 2", "CAP plomberie".
        let written = self.span(words).of(post.text);
        let short = written.chars().count() <= 5
            && (written.to_uppercase() == written
                || matches!(written.to_lowercase().as_str(), "mbo" | "hbo" | "vmbo"));
        if short {
            let plain = |at: usize| {
                post.gap(at - 1).trim().is_empty()
                    && !super::items::joins(post.language, &post.words[at].fold)
                    && (post.words[at].kind == super::tokens::Kind::Number
                        || matches!(post.words[at].fold.as_str(), "level" | "niveau" | "stufe" | "poziom")
                        || !self.cues.filler.contains(&post.words[at].fold))
            };
            while end < range.end && end < words.end + 3 && plain(end) {
                end += 1;
            }
        }
        // "degree", "level", "diploma" after the name.
        while end < range.end
            && post.gap(end - 1).trim().is_empty()
            && matches!(
                post.words[end].fold.as_str(),
                "degree" | "level" | "certificate" | "diploma" | "qualification" | "studium" | "abschluss"
            )
        {
            end += 1;
        }
        // "Studium Bauingenieurwesen": German puts the field beside it.
        if post.language == Language::De
            && post.words[end - 1].fold.ends_with("studium")
            && end < range.end
            && post.gap(end - 1).trim().is_empty()
            && post.words[end].span.of(post.text).starts_with(char::is_uppercase)
        {
            return self.other_fields_end(end + 1, range);
        }
        // "formación en": the name has the word already.
        let led = end > words.start + 1 && INTO.contains(&post.words[end - 1].fold.as_str());
        if end >= range.end
            || !post.gap(end - 1).trim().is_empty()
            || !(led || INTO.contains(&post.words[end].fold.as_str()))
        {
            return end;
        }
        let mut at = if led { end } else { end + 1 };
        while at < range.end && at < end + 7 {
            let gap = post.gap(at - 1);
            // "Koch/Köchin" is one word twice.
            if gap == "/" && post.words[at].fold.get(..3) == post.words[at - 1].fold.get(..3) {
                at += 1;
                continue;
            }
            let word = post.words[at].fold.as_str();
            if gap.contains([',', ';', '(', '/', '.', ':'])
                || matches!(word, "or" | "oder" | "ou" | "o" | "of" | "lub" | "and" | "und" | "with" | "mit")
                    && at > end + 1
            {
                break;
            }
            at += 1;
        }
        // Trailing filler is not part of the field.
        while at > end + 1 && self.cues.filler.contains(&post.words[at - 1].fold) {
            at -= 1;
        }
        if at > end + 1 || led { self.other_fields_end(at, range) } else { end }
    }

    /// "right to work in the UK".
    pub(super) fn land_end(&self, words: &Range<usize>, range: &Range<usize>) -> usize {
        let post = self.post;
        let follows = |at: usize| at < range.end && post.gap(at - 1).trim().is_empty();
        let is = |at: usize, list: &[&str]| list.contains(&post.words[at].fold.as_str());
        let mut end = words.end;
        if follows(end) && is(end, &["in", "en", "em", "w"]) {
            end += 1;
            if follows(end) && is(end, &["the", "der", "den", "the"]) {
                end += 1;
            }
            if follows(end) && post.words[end].span.of(post.text).starts_with(char::is_uppercase) {
                return end + 1;
            }
        }
        words.end
    }

    /// "dental nursing qualification": the field of something on paper, which
    /// is what is asked for.
    pub(super) fn proof_end(
        &self,
        words: &Range<usize>,
        range: &Range<usize>,
    ) -> Option<(usize, RequirementKind)> {
        const PAPERS: &[(&str, RequirementKind)] = &[
            ("qualification", RequirementKind::Qualification),
            ("qualifications", RequirementKind::Qualification),
            ("certificate", RequirementKind::Qualification),
            ("certification", RequirementKind::Qualification),
            ("diploma", RequirementKind::Qualification),
            ("degree", RequirementKind::Qualification),
            ("apprenticeship", RequirementKind::Qualification),
            ("zertifikat", RequirementKind::Qualification),
            ("abschluss", RequirementKind::Qualification),
            ("certyfikat", RequirementKind::Qualification),
            ("licence", RequirementKind::Licence),
            ("license", RequirementKind::Licence),
            ("registration", RequirementKind::Licence),
            ("ticket", RequirementKind::Licence),
            ("card", RequirementKind::Licence),
        ];
        let post = self.post;
        let at = words.end;
        if at >= range.end || !post.gap(at - 1).trim().is_empty() {
            return None;
        }
        let (_, kind) = PAPERS.iter().find(|(word, _)| post.words[at].fold == *word)?;
        Some((at + 1, *kind))
    }

    /// "2 years as a welder", "4 years in a DevOps or platform role": what the
    /// years are in, not another ask.
    pub(super) fn names_the_role(&self, years_end: usize, hit: &Range<usize>, range: &Range<usize>) -> bool {
        const AS: &[&str] = &["as", "als", "como", "come", "comme", "jako", "stanowisku", "entant"];
        const A: &[&str] = &["a", "an", "einer", "einem", "una", "un", "uma", "een", "unem"];
        const ROLE: &[&str] = &[
            "role",
            "roles",
            "position",
            "positions",
            "environment",
            "setting",
            "poste",
            "puesto",
            "cargo",
            "ruolo",
            "functie",
            "rol",
        ];
        let post = self.post;
        if hit.start < years_end || (years_end..hit.start).any(|at| post.gap(at).contains([';', '.'])) {
            return false;
        }
        let is = |at: usize, list: &[&str]| list.contains(&post.words[at].fold.as_str());
        let near = hit.start.saturating_sub(3).max(years_end)..hit.start;
        if near.clone().any(|at| is(at, AS))
            && near.clone().all(|at| is(at, AS) || self.cues.filler.contains(&post.words[at].fold))
        {
            return true;
        }
        let opened = years_end + 1 < hit.start.max(years_end + 2)
            && years_end + 1 < range.end
            && is(years_end, &["in", "en", "em", "dans"])
            && is(years_end + 1, A);
        opened && (hit.end..range.end.min(hit.end + 6)).any(|at| is(at, ROLE))
    }

    /// "in a DevOps, SRE or platform role": where that ends, after the years.
    pub(super) fn role_end(&self, years_end: usize, range: &Range<usize>) -> Option<usize> {
        let hit = years_end + 2..years_end + 2;
        let opened = hit.start < range.end && self.names_the_role(years_end, &hit, range);
        opened.then(|| years_end + 8)
    }

    /// "Führerschein Klasse B", "driving licence (category C+E)".
    pub(super) fn class_end(&self, words: &Range<usize>, range: &Range<usize>) -> usize {
        const CLASS: &[&str] = &[
            "category",
            "class",
            "cat",
            "klasse",
            "klassen",
            "categorie",
            "categoria",
            "clase",
            "kat",
            "kategorii",
            "kategoria",
            "tipo",
            "type",
            "der",
            "de",
        ];
        const LETTERS: &[&str] = &["a", "b", "c", "d", "e", "be", "ce", "c1", "c1e", "d1", "b1", "am"];
        let post = self.post;
        let mut end = words.end;
        let mut at = words.end;
        while at < range.end && at < words.end + 6 {
            let word = post.words[at].fold.as_str();
            let gap = post.gap(at - 1);
            let capital = post.words[at].span.of(post.text).starts_with(char::is_uppercase);
            // "kat. B" is no end of a sentence.
            let short = matches!(post.words[at - 1].fold.as_str(), "kat" | "cat" | "kl");
            if gap.contains([';', '.', ',']) && !(short && gap.trim() == ".") {
                break;
            }
            if LETTERS.contains(&word) && capital {
                end = at + 1;
            } else if !CLASS.contains(&word) {
                break;
            }
            at += 1;
        }
        end
    }
}
