//! Alternatives: "Java or Kotlin" is one ask that either of them meets.

use super::asks::{Asks, Draft};
use super::post::RequirementKind;
use super::tokens::{fold, has};
use crate::extract::Language;

impl Asks<'_> {
    /// Joins alternatives ("Java or Kotlin") into one ask with several terms:
    /// either of them meets it.
    pub(super) fn grouped(&self, drafts: Vec<Draft>) -> Vec<Draft> {
        let mut out: Vec<Draft> = Vec::new();
        let gap = |a: &Draft, b: &Draft| -> String {
            let start = self.post.words[a.words.end - 1].span.end;
            let end = self.post.words[b.words.start].span.start;
            fold(self.post.text.get(start..end).unwrap_or_default()).trim().to_owned()
        };
        for draft in drafts {
            let joins = out.last().is_some_and(|before| {
                let gap = gap(before, &draft);
                alike(before.kind, draft.kind) && (is_or(&gap, self.post.language) || is_example(&gap))
            });
            // "Degree in nursing or equivalent diploma": met by either, named by the first.
            if let Some(before) = out.last_mut()
                && alike(before.kind, draft.kind)
                && is_equivalent(&gap(before, &draft), self.post.language)
            {
                before.terms.extend(draft.terms);
                before.concepts.extend(draft.concepts);
                continue;
            }
            // "Schicht-, Wochenend- und Feiertagsarbeit": one word in three parts.
            if let Some(before) = out.last_mut()
                && before.kind == RequirementKind::Shift
                && gap(before, &draft).starts_with('-')
                && gap(before, &draft).split(' ').count() <= 3
                && matches!(draft.kind, RequirementKind::Shift | RequirementKind::Skill)
            {
                before.words.end = draft.words.end;
                before.terms.extend(draft.terms);
                before.concepts.extend(draft.concepts);
                continue;
            }
            // "Evenings and one weekend in three", "rotating shifts including nights".
            if let Some(before) = out.last_mut()
                && before.kind == RequirementKind::Shift
                && draft.kind == RequirementKind::Shift
                && (matches!(gap(before, &draft).as_str(), "including" | "," | ", including")
                    || (before.concepts == draft.concepts
                        || before
                            .concepts
                            .iter()
                            .all(|id| super::synonyms::terms().concept(*id).name == "evening work"))
                        && super::items::joins(self.post.language, &gap(before, &draft)))
            {
                before.words.end = draft.words.end;
                before.terms.extend(draft.terms);
                before.concepts.extend(draft.concepts);
                continue;
            }
            // "plantões aos sábados", "flexible approach to shifts": one thing.
            if let Some(before) = out.last_mut()
                && draft.kind == RequirementKind::Shift
                && (before.kind == RequirementKind::Shift
                    || before.terms.iter().all(|term| {
                        self.post.words[term.start].fold.starts_with("flexib") && term.len() == 1
                    }))
                && belongs(&gap(before, &draft), self.post.language)
            {
                let words = before.words.start..draft.words.end;
                before.words = words;
                before.kind = RequirementKind::Shift;
                before.terms = draft.terms;
                before.concepts = draft.concepts;
                continue;
            }
            if !joins {
                out.push(draft);
                continue;
            }
            let mut group = draft;
            let mut left = true;
            // "Java, Kotlin or Scala": the commas before an "or" are "or" too.
            while left {
                let Some(before) = out.pop() else { break };
                let more = out.last().is_some_and(|first| {
                    let gap = gap(first, &before);
                    alike(first.kind, before.kind) && (gap == "," || is_example(&gap))
                });
                let mut terms = before.terms;
                terms.extend(group.terms);
                let mut concepts = before.concepts;
                concepts.extend(group.concepts);
                group =
                    Draft { words: before.words.start..group.words.end, kind: before.kind, terms, concepts };
                left = more;
            }
            out.push(group);
        }
        out
    }
}

fn alike(one: RequirementKind, other: RequirementKind) -> bool {
    let class = |kind| match kind {
        RequirementKind::Skill | RequirementKind::Tool => 0,
        RequirementKind::Qualification | RequirementKind::Licence => 1,
        RequirementKind::Language => 2,
        RequirementKind::Soft => 3,
        RequirementKind::Years => 4,
        RequirementKind::Location => 5,
        RequirementKind::Permit => 6,
        RequirementKind::Shift => 7,
    };
    class(one) == class(other) && class(one) < 3
}

/// No sign and no joining word parts them, and they stand close.
fn belongs(gap: &str, language: Language) -> bool {
    let words = gap.split(' ').filter(|word| !word.is_empty());
    !gap.contains([',', ';', '.', '(', ')', ':', '/'])
        && words.clone().count() <= 2
        && words.clone().all(|word| {
            !super::items::joins(language, word)
                && matches!(
                    word,
                    "" | "approach"
                        | "to"
                        | "on"
                        | "at"
                        | "am"
                        | "aos"
                        | "de"
                        | "le"
                        | "les"
                        | "in"
                        | "op"
                        | "w"
                        | "los"
                        | "en"
                        | "zu"
                        | "with"
                        | "nei"
                        | "il"
                        | "regarding"
                )
        })
}

fn is_or(gap: &str, language: Language) -> bool {
    let gap = gap.trim_start_matches(',').trim();
    or_word(gap, language)
        || matches!(
            gap,
            "bzw."
                | "oppure"
                | "and/or"
                | "und/oder"
                | "et/ou"
                | "y/o"
                | "e/o"
                | "e/ou"
                | "en/of"
                | "i/lub"
                | "or a"
                | "or an"
                | "oder ein"
                | "oder eine"
                | "ou un"
                | "ou une"
                | "or in"
                | "or other"
        )
}

/// "or" by language: "of" is Dutch, "o" Spanish and Italian.
fn or_word(word: &str, language: Language) -> bool {
    match language {
        Language::En | Language::Other => word == "or",
        Language::De => word == "oder",
        Language::Fr | Language::Pt => word == "ou",
        Language::Es => matches!(word, "o" | "u"),
        Language::It => word == "o",
        Language::Nl => word == "of",
        Language::Pl => matches!(word, "lub" | "albo"),
    }
}

/// "or equivalent", "or another", "oder vergleichbare".
fn is_equivalent(gap: &str, language: Language) -> bool {
    let mut words = gap.split([' ', ',', '(']).filter(|word| !word.is_empty());
    let or = words.next().is_some_and(|word| or_word(word, language));
    let mut rest = words.peekable();
    const OTHER: &str = "equivalent another similar comparable other vergleichbare vergleichbarer \
        gleichwertige andere ahnliche equivalente similaire autre otro otra similares \
        equivalenti altro altra vergelijkbare gelijkwaardige ander rownowazne podobne inne \
        inny a an eine any related";
    or && rest.peek().is_some() && rest.all(|word| has(OTHER, word))
}

/// "cloud platforms such as AWS", "databases (e.g. PostgreSQL".
fn is_example(gap: &str) -> bool {
    matches!(
        gap.trim_start_matches([',', '(']).trim(),
        "such as"
            | "like"
            | "e.g."
            | "eg"
            | "e.g.,"
            | "for example"
            | "wie"
            | "z. b."
            | "z.b."
            | "wie z.b."
            | "wie z. b."
            | "zum beispiel"
            | "tels que"
            | "comme"
            | "par exemple"
            | "ex."
            | "como"
            | "tales como"
            | "p. ej."
            | "por ejemplo"
            | "tais como"
            | "por exemplo"
            | "come"
            | "ad esempio"
            | "es."
            | "zoals"
            | "bijv."
            | "np."
            | "takich jak"
            | "jak"
            | "ideally"
            | "including"
            | "bijvoorbeeld"
            | "(ideally"
    )
}
