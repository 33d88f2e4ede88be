//! What a unit of a post names: languages, years, things from the table of
//! terms, a place to live; each with the words that belong to it.

use super::asks::{Asks, Draft};
use super::post::RequirementKind;
use super::sentences::{Topic, Unit};
use super::synonyms::{ConceptKind, terms};
use super::years::years;
use std::ops::Range;

impl Asks<'_> {
    pub(super) fn years(&self, range: &Range<usize>, unit: &Unit) -> Option<Draft> {
        let words = &self.post.words[range.clone()];
        let found = years(self.post.text, words)?;
        let asked = matches!(unit.topic, Topic::Must | Topic::Nice);
        let mut whole = range.start + found.words.start..range.start + found.words.end;
        let named = whole.end;
        if !found.named {
            whole.end = self.years_in_end(whole.end, range);
        }
        // "Four years of trust fundraising" of somebody who is sought.
        let field = whole.end > named && !super::asks::tells_of_us(words);
        if !(found.of_experience || asked || field && found.least >= 1.0 && found.least < 12.0) {
            return None;
        }
        // What the years are in: the first concept named after them in the same clause.
        let clause = self.span(&(whole.start..named)).end;
        let field: Vec<Range<usize>> = self
            .post
            .hits
            .iter()
            .filter(|hit| hit.first >= named && hit.end <= range.end)
            .filter(|hit| !self.post.text[clause..hit.span.start].contains([';', '.', '\n', '(']))
            .take_while(|hit| hit.first <= named + 8)
            .filter(|hit| {
                matches!(terms().concept(hit.concepts[0]).kind, ConceptKind::Skill | ConceptKind::Tool)
            })
            .map(|hit| hit.first..hit.end)
            .take(1)
            .collect();
        Some(Draft { words: whole, kind: RequirementKind::Years, terms: field, concepts: Vec::new() })
    }

    pub(super) fn concepts(&self, range: &Range<usize>, unit: &Unit, drafts: &mut Vec<Draft>) {
        let terms = terms();
        let asked = matches!(unit.topic, Topic::Must | Topic::Nice);
        for hit in self.post.hits_within(unit.span) {
            let kind = kind_of(terms.concept(hit.concepts[0]).kind);
            let name = terms.concept(hit.concepts[0]).name;
            let weak = matches!(name, "full-time" | "part-time" | "on-site" | "remote work" | "hybrid work");
            if hit.first < range.start || (weak && !asked) {
                continue;
            }
            let before = hit.first.checked_sub(1).filter(|at| *at >= range.start);
            let after = self.post.words.get(hit.end).filter(|_| hit.end < range.end);
            // "Hands-on with AWS" and "Kubernetes in production" say how.
            // "Grade C or above", "responsible for the budget".
            const GRADES: &[&str] =
                &["grade", "grades", "class", "category", "klasse", "cat", "vitamin", "note"];
            let grade =
                name == "C" && before.is_some_and(|at| GRADES.contains(&self.post.words[at].fold.as_str()));
            let duty = self.post.words[hit.first].fold.starts_with("responsib")
                && after.is_some_and(|word| word.fold == "for");
            if grade || duty {
                continue;
            }
            let hands_on = name == "hands-on mentality"
                && after.is_some_and(|word| {
                    matches!(word.fold.as_str(), "with" | "experience" | "knowledge" | "in")
                });
            let live = name == "production"
                && before.is_some_and(|at| self.post.words[at].fold == "in")
                && drafts.iter().any(|draft| draft.kind == RequirementKind::Tool);
            if hands_on || live {
                continue;
            }
            let mut words = hit.first..hit.end;
            if kind == RequirementKind::Qualification {
                words.end = self.field_end(&words, range, name);
            }
            // "Level 5 Diploma".
            if kind == RequirementKind::Qualification
                && let Some(at) = before.filter(|at| *at > range.start)
                && self.post.words[at].kind == super::tokens::Kind::Number
                && self.post.words[at - 1].fold == "level"
            {
                words.start = at - 1;
            }
            if kind == RequirementKind::Licence {
                words.end = self.class_end(&words, range);
            }
            if kind == RequirementKind::Permit {
                words.end = self.land_end(&words, range);
            }
            // "SAP-Kenntnisse" is one word.
            if let Some(next) = after.filter(|next| next.glued)
                && (next.fold.starts_with("kenntnis") || next.fold.starts_with("erfahrung"))
            {
                words.end = hit.end + 1;
            }
            if kind == RequirementKind::Shift {
                words = self.shift_range(&words, range);
            }
            let years = drafts.iter().find(|draft| draft.kind == RequirementKind::Years);
            if let Some(years) = years
                && kind == RequirementKind::Skill
                && self.names_the_role(years.words.end, &words, range)
            {
                continue;
            }
            // "attestato HACCP", "certificat de secouriste".
            const PAPER: &[&str] = &[
                "attestato",
                "certificado",
                "certificat",
                "zertifikat",
                "certificato",
                "attestation",
                "diplome",
                "diploma",
                "titolo",
                "titulo",
                "certyfikat",
                "kurs",
                "curso",
                "corso",
                "certificaat",
                "papiers",
            ];
            let mut paper = false;
            if kind == RequirementKind::Skill
                && let Some(at) = before
            {
                let small = self.cues.filler.contains(&self.post.words[at].fold)
                    && !PAPER.contains(&self.post.words[at].fold.as_str());
                let at = if small { at.checked_sub(1).filter(|at| *at >= range.start) } else { Some(at) };
                if let Some(at) = at
                    && PAPER.contains(&self.post.words[at].fold.as_str())
                    && (at..hit.first).all(|at| self.post.gap(at).trim().is_empty())
                {
                    words.start = at;
                    paper = true;
                }
            }
            let kind = if paper { RequirementKind::Qualification } else { kind };
            if kind == RequirementKind::Shift
                && let Some(at) = before
                && matches!(
                    self.post.words[at].fold.as_str(),
                    "alternate"
                        | "rotating"
                        | "regular"
                        | "occasional"
                        | "split"
                        | "wechselnde"
                        | "alternating"
                )
            {
                words.start = at;
            }
            let kind = match self.proof_end(&words, range) {
                Some((end, proof)) if kind == RequirementKind::Skill => {
                    words.end = end;
                    proof
                }
                _ => kind,
            };
            let taken =
                drafts.iter().any(|draft| draft.words.start < words.end && words.start < draft.words.end);
            if taken {
                continue;
            }
            // With a field it is another ask than the degree alone.
            let longer = words.end > hit.end && kind == RequirementKind::Qualification;
            let concepts = if longer { Vec::new() } else { hit.concepts.clone() };
            drafts.push(Draft { words: words.clone(), kind, terms: vec![words], concepts });
        }
    }

    /// "one Saturday in three", "one week in seven": a turn that comes round.
    pub(super) fn turn(&self, range: &Range<usize>) -> Option<Range<usize>> {
        const DAYS: &[&str] = &[
            "week",
            "weeks",
            "weekend",
            "weekends",
            "saturday",
            "saturdays",
            "sunday",
            "sundays",
            "night",
            "nights",
            "semaine",
            "week-end",
            "weekends",
            "woche",
            "wochen",
            "wochenende",
            "zaterdag",
            "zaterdagen",
        ];
        const IN: &[&str] = &["in", "sur", "von", "op", "per", "out", "su", "de"];
        let post = self.post;
        let count = |at: usize| {
            let word = &post.words[at];
            word.kind == super::tokens::Kind::Number
                || matches!(
                    word.fold.as_str(),
                    "one" | "every" | "une" | "un" | "eine" | "jede" | "twee" | "two"
                )
                || super::years::is_number_word(word)
        };
        (range.start..range.end).find_map(|at| {
            if !count(at) {
                return None;
            }
            let day =
                (at + 1..range.end.min(at + 5)).find(|day| DAYS.contains(&post.words[*day].fold.as_str()))?;
            let led =
                (day + 1..range.end.min(day + 3)).find(|led| IN.contains(&post.words[*led].fold.as_str()))?;
            let last = led + 1;
            let plain = (at..last).all(|at| post.gap(at).trim().is_empty());
            (last < range.end
                && plain
                && (count(last) || matches!(post.words[last].fold.as_str(), "maand" | "month")))
            .then_some(at..last + 1)
        })
    }

    /// "live within 30 minutes of the hotel", "wohnhaft in Köln".
    pub(super) fn place(&self, range: &Range<usize>, drafts: &[Draft]) -> Option<Draft> {
        const LIVE: &[&str] = &[
            "live",
            "living",
            "based",
            "reside",
            "residing",
            "resident",
            "located",
            "wohnhaft",
            "wohnen",
            "ansassig",
            "habiter",
            "habitant",
            "residir",
            "residente",
            "residenti",
            "morar",
            "abitare",
            "domiciliato",
            "woonachtig",
            "wonen",
            "woont",
            "zamieszkaly",
            "mieszkasz",
        ];
        const IN: &[&str] = &[
            "in", "within", "near", "close", "im", "bei", "a", "en", "em", "nahe", "der", "pres", "cerca",
            "vicino", "binnen", "w", "proche", "around",
        ];
        let post = self.post;
        let at = range.clone().find(|at| LIVE.contains(&post.words[*at].fold.as_str()))?;
        let next = post.words.get(at + 1).filter(|_| at + 1 < range.end)?;
        if !IN.contains(&next.fold.as_str()) {
            return None;
        }
        let mut end = at + 2;
        while end < range.end
            && end < at + 9
            && !post.gap(end - 1).contains([',', '.', ';', '(', ')'])
            && !matches!(post.words[end].fold.as_str(), "and" | "or" | "und" | "oder" | "with" | "who")
        {
            end += 1;
        }
        let words = at..end;
        let free = end > at + 2
            && drafts.iter().all(|draft| draft.words.start >= words.end || draft.words.end <= words.start);
        free.then(|| Draft {
            words,
            kind: RequirementKind::Location,
            terms: std::iter::once(at + 2..end).collect(),
            concepts: Vec::new(),
        })
    }
}

fn kind_of(kind: ConceptKind) -> RequirementKind {
    match kind {
        ConceptKind::Skill => RequirementKind::Skill,
        ConceptKind::Tool => RequirementKind::Tool,
        ConceptKind::Qualification => RequirementKind::Qualification,
        ConceptKind::Licence => RequirementKind::Licence,
        ConceptKind::Soft => RequirementKind::Soft,
        ConceptKind::Shift => RequirementKind::Shift,
        ConceptKind::Permit => RequirementKind::Permit,
        ConceptKind::Place => RequirementKind::Location,
    }
}
