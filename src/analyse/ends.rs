//! Where something that is named ends: with its field, its class, its level,
//! its country; and what is said of the role that years were spent in.

use super::asks::Asks;
use super::post::RequirementKind;
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

    /// "in politics, public policy or a related field", "als Tischler oder
    /// Schreiner": fields that would do as well.
    fn other_fields_end(&self, end: usize, range: &Range<usize>) -> usize {
        const OR: &[&str] = &["or", "oder", "ou", "o", "u", "of", "lub", "albo"];
        const SMALL: &[&str] = &[
            "a", "an", "any", "other", "einem", "einer", "in", "un", "una", "um", "een", "w", "ein", "eine",
            "einen", "une",
        ];
        const LIKE_IT: &[&str] = &[
            "relat",
            "simil",
            "compar",
            "equiv",
            "relevan",
            "vergleichbar",
            "ahnlich",
            "verwandt",
            "connex",
            "afin",
            "affin",
            "pokrewn",
            "podobn",
            "soortgelijk",
            "aanverwant",
            "vergelijkbar",
            "corrrelat",
            "correlat",
        ];
        let post = self.post;
        let is = |at: usize, list: &[&str]| list.contains(&post.words[at].fold.as_str());
        let last = range.end.min(end + 9);
        for at in end..last {
            if post.gap(at - 1).contains(['.', ';', '(', ':', '\n']) {
                break;
            }
            let mut next = at + 1;
            if !is(at, OR) {
                continue;
            }
            while next < last && is(next, SMALL) {
                next += 1;
            }
            if next < last && LIKE_IT.iter().any(|like| post.words[next].fold.starts_with(like)) {
                let noun = next + 1 < range.end && post.gap(next).trim().is_empty();
                const FIELD: &[&str] = &[
                    "field",
                    "discipline",
                    "subject",
                    "area",
                    "fach",
                    "fachrichtung",
                    "studienfach",
                    "domaine",
                    "campo",
                    "area",
                    "ambito",
                    "settore",
                    "richting",
                    "kierunek",
                    "degree",
                    "qualification",
                    "ausbildung",
                ];
                return if noun && is(next + 1, FIELD) { next + 2 } else { next + 1 };
            }
        }
        let other = end + 1;
        let paper = |at: usize| {
            use super::synonyms::ConceptKind::{Licence, Qualification};
            let hit = post.hits.iter().find(|hit| hit.first == at);
            hit.is_some_and(|hit| {
                matches!(super::synonyms::terms().concept(hit.concepts[0]).kind, Licence | Qualification)
            })
        };
        let alone = other < range.end
            && is(end, OR)
            && post.gap(end - 1).trim().is_empty()
            && post.gap(end).trim().is_empty()
            && (other + 1 >= range.end
                || !post.gap(other).trim().is_empty()
                || self.cues.filler.contains(&post.words[other + 1].fold));
        if alone && !paper(other) && !self.cues.filler.contains(&post.words[other].fold) {
            other + 1
        } else {
            end
        }
    }

    /// "work two Saturdays in four", "trabajar los sábados", "disponibilità a
    /// lavorare la domenica": a shift with how often, and the work in it.
    pub(super) fn shift_range(&self, words: &Range<usize>, range: &Range<usize>) -> Range<usize> {
        const OFTEN: &[&str] = &[
            "one",
            "two",
            "three",
            "every",
            "each",
            "alternate",
            "some",
            "occasional",
            "regular",
            "un",
            "une",
            "deux",
            "ein",
            "zwei",
            "jeder",
            "jedes",
            "jeden",
            "um",
            "dois",
            "dos",
            "due",
            "een",
            "twee",
        ];
        const SMALL: &[&str] = &[
            "on", "at", "in", "the", "am", "an", "im", "le", "la", "les", "en", "los", "las", "a", "de",
            "os", "aos", "ai", "il", "i", "nei", "su", "op", "het", "w", "na", "per",
        ];
        const WORK: &[&str] = &[
            "work",
            "working",
            "arbeiten",
            "arbeit",
            "travailler",
            "trabajar",
            "trabalhar",
            "lavorare",
            "werken",
            "pracy",
            "disponibilita",
        ];
        let post = self.post;
        let is = |at: usize, list: &[&str]| list.contains(&post.words[at].fold.as_str());
        let beside = |at: usize| post.gap(at).trim().is_empty();
        let mut out = words.clone();
        if out.start > range.start && is(out.start - 1, OFTEN) && beside(out.start - 1) {
            out.start -= 1;
        }
        // "in four", "sur deux", "in three".
        let number = |at: usize| {
            is(at, OFTEN)
                || is(at, &["four", "five", "six", "trois", "quatre", "vier", "drei", "tres"])
                || post.words[at].kind == super::tokens::Kind::Number
        };
        if out.end + 1 < range.end
            && beside(out.end - 1)
            && is(out.end, &["in", "sur", "su", "von", "de", "op", "out"])
            && number(out.end + 1)
        {
            out.end += 2;
        }
        // Up to "work" before it, over one or two small words.
        for _ in 0..2 {
            let mut at = out.start;
            while at > range.start && out.start - at < 2 && is(at - 1, SMALL) && beside(at - 1) {
                at -= 1;
            }
            if at > range.start && is(at - 1, WORK) && beside(at - 1) {
                out.start = at - 1;
            }
        }
        out
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
            if gap.contains([';', '.', ',']) && !gap.contains("at.") {
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
