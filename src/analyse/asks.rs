//! What a job post asks for, one ask for each thing, with its exact words.

use super::cues::{Cues, cues};
use super::items::leftovers;
use super::post::{Ask, Importance, RequirementKind};
use super::reading::Reading;
use super::sentences::{Topic, Unit, units};
use super::spoken::spoken;
use super::synonyms::{ConceptId, ConceptKind, terms};
use super::tokens::fold;
use super::years::years;
use crate::extract::Language;
use crate::text::Span;
use std::ops::Range;

/// An ask while it is being put together; word numbers are those of the post.
#[derive(Clone, Debug)]
pub struct Draft {
    pub words: Range<usize>,
    pub kind: RequirementKind,
    pub terms: Vec<Range<usize>>,
    pub concepts: Vec<ConceptId>,
}

/// All asks of a post, in its order.
pub fn asks(post: &Reading) -> Vec<Ask> {
    let mut units = units(post);
    unnamed_lists(post, &mut units);
    let mut out = Asks { post, cues: cues(post.language), found: Vec::new() };
    for unit in &units {
        if out.asks_for_something(unit) {
            out.take(unit, false);
        }
    }
    if out.found.is_empty() {
        // A post of duties only: what they name is what is asked for.
        for unit in units.iter().filter(|unit| matches!(unit.topic, Topic::Duty | Topic::Open)) {
            if !out.cues.offer.in_any(&post.words[post.within(unit.span)]) {
                out.take(unit, true);
            }
        }
    }
    out.finish()
}

/// A list under no known heading that mostly asks is a list of asks.
fn unnamed_lists(post: &Reading, units: &mut [Unit]) {
    let cues = cues(post.language);
    for list in units.chunk_by_mut(|one, other| one.section == other.section && one.bullet == other.bullet) {
        if list.len() < 2 || !list[0].bullet || list[0].topic != Topic::Open {
            continue;
        }
        let count = |phrases: &super::cues::Phrases| {
            list.iter().filter(|unit| phrases.in_any(&post.words[post.within(unit.span)])).count()
        };
        if count(&cues.ask) * 3 >= list.len() && count(&cues.offer) * 4 <= list.len() {
            list.iter_mut().for_each(|unit| unit.topic = Topic::Must);
        }
    }
}

struct Asks<'p> {
    post: &'p Reading<'p>,
    cues: &'static Cues,
    found: Vec<(Ask, Vec<ConceptId>)>,
}

impl Asks<'_> {
    fn asks_for_something(&self, unit: &Unit) -> bool {
        let words = &self.post.words[self.post.within(unit.span)];
        if words.is_empty() || unit.span.of(self.post.text).trim_end().ends_with('?') {
            return false;
        }
        let asks = self.cues.ask.in_any(words);
        let offers = self.cues.offer.in_any(words);
        match unit.topic {
            Topic::Must | Topic::Nice if unit.bullet => true,
            Topic::Must | Topic::Nice => asks || !offers,
            Topic::Open if unit.bullet => asks && !offers,
            // "You need a licence, which we pay for" asks all the same.
            Topic::Open => {
                let early = |found: Option<(usize, usize)>| found.map_or(usize::MAX, |found| found.0);
                let asks_first = early(self.cues.must.find(words)) < early(self.cues.offer.find(words));
                asks && (!offers || asks_first) && (words.len() > 3 || asks_first)
            }
            // Here only words that cannot be meant otherwise count.
            Topic::Duty | Topic::Company | Topic::Apply | Topic::Offer => {
                !offers
                    && self.cues.must.in_any(words)
                    && asks
                    && (unit.topic == Topic::Duty || !unit.bullet)
                    && unit.topic != Topic::Offer
            }
        }
    }

    /// Puts all asks of a unit into the list.
    fn take(&mut self, unit: &Unit, named_only: bool) {
        let range = self.post.within(unit.span);
        let mut drafts = self.spoken(&range);
        let sentence_years = self.years(&range, unit);
        drafts.extend(sentence_years);
        let place = self.place(&range, &drafts);
        drafts.extend(place);
        self.concepts(&range, unit, &mut drafts);
        if let Some(from) = self.seeks(&range, unit) {
            drafts.retain(|draft| draft.words.start >= from);
        }
        if named_only {
            drafts.retain(|draft| {
                !matches!(
                    draft.kind,
                    RequirementKind::Soft | RequirementKind::Shift | RequirementKind::Location
                )
            });
        } else {
            drafts.sort_by_key(|draft| draft.words.start);
            leftovers(self.post, self.cues, &range, unit, &mut drafts);
        }
        drafts.sort_by_key(|draft| draft.words.start);
        let drafts = self.grouped(drafts);
        for draft in drafts {
            let importance = self.importance(unit, &range, &draft);
            let ask = self.ask(&draft, importance);
            self.found.push((ask, draft.concepts));
        }
    }

    /// "We are looking for a nurse with experience in ...": what is sought is
    /// the title of the post, what is asked for comes after "with" or "who".
    fn seeks(&self, range: &Range<usize>, unit: &Unit) -> Option<usize> {
        const SEEK: &[&str] = &[
            "looking",
            "seeking",
            "seeks",
            "hiring",
            "recruiting",
            "suchen",
            "sucht",
            "recherchons",
            "recherche",
            "cherchons",
            "recrute",
            "buscamos",
            "busca",
            "precisa",
            "procuramos",
            "contrata",
            "cerchiamo",
            "cerca",
            "ricerchiamo",
            "ricerca",
            "zoeken",
            "zoekt",
            "szukamy",
            "poszukujemy",
            "poszukuje",
        ];
        const THEN: &[&str] = &[
            "with",
            "who",
            "that",
            "titulaire",
            "diplome",
            "diplomee",
            "holding",
            "mit",
            "der",
            "die",
            "avec",
            "qui",
            "ayant",
            "con",
            "com",
            "que",
            "che",
            "met",
            "die",
            "z",
            "ktory",
            "ktora",
            "having",
            "whose",
        ];
        if unit.bullet || unit.topic != Topic::Open {
            return None;
        }
        // "We need a cook", but not "we need Python".
        let needs = |at: usize| {
            self.post.words[at].fold == "need"
                && at.checked_sub(1).is_some_and(|before| self.post.words[before].fold == "we")
                && self.post.words.get(at + 1).is_some_and(|word| matches!(word.fold.as_str(), "a" | "an"))
        };
        let at = range.clone().find(|at| SEEK.contains(&self.post.words[*at].fold.as_str()) || needs(*at))?;
        let then = (at + 1..range.end).find(|at| THEN.contains(&self.post.words[*at].fold.as_str()));
        Some(then.map_or(range.end, |then| then + 1))
    }

    fn span(&self, words: &Range<usize>) -> Span {
        Span::new(self.post.words[words.start].span.start, self.post.words[words.end - 1].span.end)
    }

    fn written(&self, words: &Range<usize>) -> String {
        self.span(words).of(self.post.text).to_owned()
    }

    fn ask(&self, draft: &Draft, importance: Importance) -> Ask {
        let mut span = self.span(&draft.words);
        // "C1)" is not a span that a person would mark.
        let rest = &self.post.text[span.end..];
        let open = span.of(self.post.text).matches('(').count();
        let closed = span.of(self.post.text).matches(')').count();
        if open > closed && rest.starts_with(')') {
            span.end += 1;
        }
        if draft.kind == RequirementKind::Years && rest.starts_with('+') {
            span.end += 1;
        }
        let terms = draft.terms.iter().map(|words| self.written(words)).collect();
        Ask { span, importance, kind: draft.kind, terms }
    }

    fn spoken(&self, range: &Range<usize>) -> Vec<Draft> {
        let words = &self.post.words[range.clone()];
        let found = spoken(self.post.text, words, self.post.language);
        let only_languages = found.len() * 3 >= words.len();
        let mut out: Vec<Draft> = Vec::new();
        for spoken in &found {
            if !(spoken.sure || only_languages || self.is_item(range, range.start + spoken.word)) {
                continue;
            }
            let name = range.start + spoken.word..range.start + spoken.word + 1;
            let mut whole = name.clone();
            let mut terms = vec![name.clone()];
            if let Some((_, level)) = &spoken.level {
                let level = range.start + level.start..range.start + level.end;
                terms.push(level.clone());
                let joined = whole.start.min(level.start)..whole.end.max(level.end);
                let free = out.last().is_none_or(|before| before.words.end <= joined.start);
                let crosses = found.iter().any(|other| {
                    let at = range.start + other.word;
                    at != name.start && joined.contains(&at)
                });
                if free && !crosses {
                    whole = joined;
                }
            }
            // "Deutsch in Wort und Schrift", "English skills".
            const TAIL: &[&str] = &["language", "skills", "kenntnisse", "sprache", "taal", "spoken"];
            if self
                .post
                .words
                .get(whole.end)
                .is_some_and(|word| whole.end < range.end && TAIL.contains(&word.fold.as_str()))
                && self.post.gap(whole.end - 1).trim().is_empty()
            {
                whole.end += 1;
            }
            out.push(Draft { words: whole, kind: RequirementKind::Language, terms, concepts: Vec::new() });
        }
        out
    }

    /// A word that stands alone between commas, joining words or filler, so
    /// that "German" is a language and in "German company" it is not.
    fn is_item(&self, range: &Range<usize>, word: usize) -> bool {
        let post = self.post;
        let small = |at: usize| {
            self.cues.filler.contains(&post.words[at].fold)
                || self.cues.nice.starts(&post.words[at..=at]).is_some()
        };
        let sign = |at: usize| !post.gap(at).trim().is_empty();
        let left = word == range.start || sign(word - 1) || small(word - 1);
        let right = word + 1 >= range.end || sign(word) || small(word + 1);
        left && right
    }

    fn years(&self, range: &Range<usize>, unit: &Unit) -> Option<Draft> {
        let words = &self.post.words[range.clone()];
        let found = years(self.post.text, words)?;
        let asked = matches!(unit.topic, Topic::Must | Topic::Nice);
        if !(found.of_experience || asked) {
            return None;
        }
        let whole = range.start + found.words.start..range.start + found.words.end;
        // What the years are in: the first concept named after them in the same clause.
        let clause = self.span(&whole).end;
        let field: Vec<Range<usize>> = self
            .post
            .hits
            .iter()
            .filter(|hit| hit.first >= whole.end && hit.end <= range.end)
            .filter(|hit| !self.post.text[clause..hit.span.start].contains([';', '.', '\n', '(']))
            .take_while(|hit| hit.first <= whole.end + 8)
            .filter(|hit| {
                matches!(terms().concept(hit.concepts[0]).kind, ConceptKind::Skill | ConceptKind::Tool)
            })
            .map(|hit| hit.first..hit.end)
            .take(1)
            .collect();
        Some(Draft { words: whole, kind: RequirementKind::Years, terms: field, concepts: Vec::new() })
    }

    fn concepts(&self, range: &Range<usize>, unit: &Unit, drafts: &mut Vec<Draft>) {
        let terms = terms();
        let asked = matches!(unit.topic, Topic::Must | Topic::Nice);
        for hit in self.post.hits_within(unit.span) {
            let kind = kind_of(terms.concept(hit.concepts[0]).kind);
            let name = terms.concept(hit.concepts[0]).name;
            let weak = matches!(name, "full-time" | "part-time" | "on-site" | "remote work" | "hybrid work");
            if hit.first < range.start || (weak && !asked) {
                continue;
            }
            let mut words = hit.first..hit.end;
            if kind == RequirementKind::Qualification {
                words.end = self.field_end(&words, range, name);
            }
            if kind == RequirementKind::Licence {
                words.end = self.class_end(&words, range);
            }
            let taken =
                drafts.iter().any(|draft| draft.words.start < words.end && words.start < draft.words.end);
            if taken {
                continue;
            }
            // With a field it is another ask than the degree alone.
            let concepts = if words.end > hit.end { Vec::new() } else { hit.concepts.clone() };
            drafts.push(Draft { words: words.clone(), kind, terms: vec![words], concepts });
        }
    }

    /// "live within 30 minutes of the hotel", "wohnhaft in Köln".
    fn place(&self, range: &Range<usize>, drafts: &[Draft]) -> Option<Draft> {
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

    /// "Bachelor's degree in computer science": up to the end of the field.
    fn field_end(&self, words: &Range<usize>, range: &Range<usize>, name: &str) -> usize {
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
        ) {
            return end;
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
        if end >= range.end
            || !post.gap(end - 1).trim().is_empty()
            || !INTO.contains(&post.words[end].fold.as_str())
        {
            return end;
        }
        let mut at = end + 1;
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
        if at > end + 1 { at } else { end }
    }

    /// "Führerschein Klasse B", "driving licence (category C+E)".
    fn class_end(&self, words: &Range<usize>, range: &Range<usize>) -> usize {
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

    /// Joins alternatives ("Java or Kotlin") into one ask with several terms:
    /// either of them meets it.
    fn grouped(&self, drafts: Vec<Draft>) -> Vec<Draft> {
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

    fn importance(&self, unit: &Unit, range: &Range<usize>, draft: &Draft) -> Importance {
        let post = self.post;
        let words = &post.words[range.clone()];
        let usual = if unit.topic == Topic::Nice { Importance::Nice } else { Importance::Must };
        let Some(nice) = self.cues.nice.find(words) else { return usual };
        // "CRM software, ideally Salesforce": the wish is within the ask.
        if draft.words.start < range.start + nice.0 && range.start + nice.1 < draft.words.end {
            return usual;
        }
        // "Ideally you have ..." is about all that follows.
        let clause = self.clause(range, draft);
        let own = &post.words[clause.clone()];
        if self.cues.nice.in_any(own) {
            return Importance::Nice;
        }
        if self.cues.must.in_any(own) {
            return Importance::Must;
        }
        if nice.0 <= 1 { Importance::Nice } else { usual }
    }

    /// The words around a draft up to a sign that parts wishes from musts.
    fn clause(&self, range: &Range<usize>, draft: &Draft) -> Range<usize> {
        let post = self.post;
        let but = |at: usize| {
            matches!(
                post.words[at].fold.as_str(),
                "but"
                    | "while"
                    | "whereas"
                    | "aber"
                    | "wobei"
                    | "mais"
                    | "pero"
                    | "mas"
                    | "ma"
                    | "maar"
                    | "ale"
                    | "natomiast"
            )
        };
        let hard = |gap: &str| gap.contains([';', '.', '–', '—']) || gap.contains(" - ");
        // "Fluent English, German a plus": the wish is about the last alone.
        let last_alone = |at: usize| -> bool {
            const MANY: &[&str] = &[
                "are", "sind", "waren", "sont", "seraient", "son", "sao", "sono", "zijn", "beda", "and",
                "und", "et", "y", "e", "en", "i", "oraz", "sowie",
            ];
            let after = &post.words[at + 1..range.end];
            let commas = (at + 1..range.end.saturating_sub(1)).any(|at| post.gap(at).contains(','));
            !commas
                && self.cues.nice.find(after).is_some_and(|found| found.0 > 0)
                && !after.iter().any(|word| MANY.contains(&word.fold.as_str()))
        };
        // "5 years in marketing, ideally in fintech".
        let leads = |word: &str| {
            const LEADING: &[&str] = &[
                "ideally",
                "preferably",
                "idealerweise",
                "vorzugsweise",
                "bestenfalls",
                "idealement",
                "idealmente",
                "preferiblemente",
                "preferentemente",
                "preferencialmente",
                "preferibilmente",
                "idealiter",
                "liefst",
                "idealnie",
                "najlepiej",
                "bonus",
            ];
            LEADING.contains(&word)
        };
        // A comma parts only where a wish or a must was said on its left.
        let parts = |from: usize, at: usize| -> bool {
            let gap = post.gap(at);
            let said = &post.words[from..=at];
            hard(gap)
                || gap.contains(',')
                    && (last_alone(at) || at + 1 < range.end && leads(&post.words[at + 1].fold))
                || at + 1 < range.end && but(at + 1)
                || gap.contains([',', ')']) && (self.cues.nice.in_any(said) || self.cues.must.in_any(said))
                || (gap.trim().is_empty()
                    && at + 1 < range.end
                    && matches!(
                        post.words[at + 1].fold.as_str(),
                        "and" | "und" | "et" | "y" | "e" | "en" | "i" | "oraz"
                    )
                    && (self.cues.nice.find(said).is_some_and(|found| found.1 == said.len())
                        || self.cues.must.find(said).is_some_and(|found| found.1 == said.len())))
        };
        let mut start = range.start;
        for at in range.start..draft.words.start.max(range.start) {
            if at < draft.words.start && parts(start, at) {
                start = at + 1;
            }
        }
        let mut end = range.end;
        for at in draft.words.end.saturating_sub(1)..range.end.saturating_sub(1) {
            if parts(start, at) {
                end = at + 1;
                break;
            }
        }
        start.min(draft.words.start)..end.max(draft.words.end)
    }

    /// Drops what was asked before: the same concept, or the same words.
    fn finish(self) -> Vec<Ask> {
        let mut out: Vec<(Ask, Vec<ConceptId>)> = Vec::new();
        for (ask, concepts) in self.found {
            let words = fold(ask.span.of(self.post.text));
            let same = out.iter_mut().find(|(other, known)| {
                other.kind == ask.kind
                    && ((!concepts.is_empty()
                        && known.len() == concepts.len()
                        && concepts.iter().all(|concept| known.contains(concept)))
                        || fold(other.span.of(self.post.text)) == words)
            });
            match same {
                Some((other, _))
                    if ask.importance == Importance::Must && other.importance == Importance::Nice =>
                {
                    *other = ask;
                }
                Some(_) => {}
                None => out.push((ask, concepts)),
            }
        }
        out.into_iter().map(|(ask, _)| ask).collect()
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
    const OTHER: &[&str] = &[
        "equivalent",
        "another",
        "similar",
        "comparable",
        "other",
        "vergleichbare",
        "vergleichbarer",
        "gleichwertige",
        "andere",
        "ahnliche",
        "equivalente",
        "similaire",
        "autre",
        "otro",
        "otra",
        "similares",
        "equivalenti",
        "altro",
        "altra",
        "vergelijkbare",
        "gelijkwaardige",
        "ander",
        "rownowazne",
        "podobne",
        "inne",
        "inny",
        "a",
        "an",
        "eine",
        "any",
        "related",
    ];
    or && rest.peek().is_some() && rest.all(|word| OTHER.contains(&word))
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
