//! How a CV meets what was asked: shown in a dated role, named only, close,
//! or not found; and where.

use super::cues::cues;
use super::places::{Place, Places};
use super::post::{Ask, Evidence, JobPost, Requirement, RequirementKind};
use super::reading::Reading;
use super::spoken::{self, Spoken, spoken};
use super::stems::root;
use super::synonyms::{ConceptId, Kinship, terms};
use super::timeline::years as years_of;
use super::tokens::{Kind, tokens};
use super::years::years;
use crate::extract::{Cv, Date, Language};
use crate::text::Span;
use std::cell::OnceCell;
use std::collections::HashSet;

/// Spans that one requirement names at most; more do not help a reader.
const SPANS: usize = 6;

/// A CV prepared for any number of questions.
pub struct Proof<'c> {
    pub reading: Reading<'c>,
    pub places: Places,
    lines: Vec<ProofLine>,
    /// Of each word of the reading; empty for addresses and filler.
    roots: Vec<String>,
    spoken: Vec<(Spoken, Span)>,
}

/// What is worked out once for a post, when a first ask needs it.
struct Trade(OnceCell<Option<Vec<usize>>>);

struct ProofLine {
    span: Span,
    place: Place,
    roots: HashSet<String>,
}

/// What an ask is about, found again from its words.
struct Wanted {
    /// Any of these meets it.
    concepts: Vec<ConceptId>,
    /// Terms that no table knows, as roots.
    unknown: Vec<Vec<String>>,
}

impl<'c> Proof<'c> {
    pub fn of(cv: &'c Cv, today: Date) -> Self {
        let text = cv.text.text.as_str();
        let language = cv.resume.language;
        let reading = Reading::new(text, language);
        let places = Places::of(cv, today);
        let filler = &cues(language).filler;
        let roots: Vec<String> = reading
            .words
            .iter()
            .map(|word| match word.kind == Kind::Address || filler.contains(&word.fold) {
                true => String::new(),
                false => root(&word.fold, language),
            })
            .collect();
        let mut lines: Vec<ProofLine> = Vec::new();
        let mut found = Vec::new();
        for (span, place) in places.lines() {
            let range = reading.within(*span);
            let words = &reading.words[range.clone()];
            let own = roots[range].iter().filter(|root| !root.is_empty()).cloned().collect();
            for spoken in spoken(text, words, language) {
                let span = words[spoken.word].span;
                found.push((spoken, span));
            }
            lines.push(ProofLine { span: *span, place: *place, roots: own });
        }
        Proof { reading, places, lines, roots, spoken: found }
    }

    /// Every requirement of the post with its evidence, in the post's order.
    pub fn requirements(&self, cv: &Cv, post: &JobPost) -> Vec<Requirement> {
        let trade = Trade(OnceCell::new());
        post.asks
            .iter()
            .map(|ask| {
                let (evidence, mut cv_spans) = self.evidence(cv, post, ask, &trade);
                cv_spans.sort();
                cv_spans.dedup();
                cv_spans.truncate(SPANS);
                Requirement { ask: ask.clone(), text: ask.span.of(&post.text).to_owned(), evidence, cv_spans }
            })
            .collect()
    }

    fn evidence(&self, cv: &Cv, post: &JobPost, ask: &Ask, trade: &Trade) -> (Evidence, Vec<Span>) {
        match ask.kind {
            RequirementKind::Language => self.language(cv, post, ask),
            RequirementKind::Years => self.years(post, ask, trade),
            RequirementKind::Qualification => self.qualification(post, ask),
            RequirementKind::Licence => self.licence(post, ask),
            _ => {
                let (evidence, spans) = self.named(&wanted(post, &ask.terms, post.language));
                match evidence {
                    // The table may not know how the CV puts it, while the words are there.
                    Evidence::Missing if ask.kind != RequirementKind::Soft => self
                        .in_other_words(post, ask)
                        .or_else(|| self.of_one_family(post, ask))
                        .or_else(|| is_work(ask.kind).then(|| self.in_part(post, ask)).flatten())
                        .unwrap_or((evidence, spans)),
                    // Listed by its name, and done in a role in other words.
                    Evidence::Listed => match self.in_other_words(post, ask) {
                        Some((shown @ Evidence::Shown { .. }, mut there)) => {
                            there.extend(spans);
                            (shown, there)
                        }
                        _ => (evidence, spans),
                    },
                    Evidence::Missing | Evidence::Related { .. } => {
                        self.in_other_words(post, ask).unwrap_or((evidence, spans))
                    }
                    _ => (evidence, spans),
                }
            }
        }
    }

    /// A licence is held, not done: where the CV states it apart from a role,
    /// it is listed, whatever section a reader has put that line into.
    fn licence(&self, post: &JobPost, ask: &Ask) -> (Evidence, Vec<Span>) {
        let (evidence, spans) = self.named(&wanted(post, &ask.terms, post.language));
        match evidence {
            Evidence::Shown { .. } => {
                let in_role = |span: &Span| matches!(self.places.at(span.start), Place::Role(_));
                let stated: Vec<Span> = spans.iter().filter(|span| !in_role(span)).copied().collect();
                if stated.is_empty() { (evidence, spans) } else { (Evidence::Listed, stated) }
            }
            Evidence::Missing => self
                .in_other_words(post, ask)
                .or_else(|| self.of_one_family(post, ask))
                .unwrap_or((evidence, spans)),
            _ => (evidence, spans),
        }
    }

    /// Lines that have all the words of a term, in any form and order.
    fn in_other_words(&self, post: &JobPost, ask: &Ask) -> Option<(Evidence, Vec<Span>)> {
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
    fn in_part(&self, post: &JobPost, ask: &Ask) -> Option<(Evidence, Vec<Span>)> {
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
    fn of_one_family(&self, post: &JobPost, ask: &Ask) -> Option<(Evidence, Vec<Span>)> {
        let filler = &cues(post.language).filler;
        for term in &ask.terms {
            let words = tokens(term);
            let mut content =
                words.iter().filter(|word| word.kind == Kind::Word && !filler.contains(&word.fold));
            let (Some(word), None) = (content.next(), content.next()) else { continue };
            if word.fold.chars().count() < 6 || !word.fold.is_ascii() {
                continue;
            }
            if matches!(post.language, Language::De | Language::Nl)
                && let Some(found) = self.compound(&word.fold)
            {
                return Some(self.level(vec![found], None));
            }
            let asked = root(&word.fold, post.language);
            let kin = self.reading.words.iter().zip(&self.roots).find(|(other, root)| {
                other.kind == Kind::Word && (**root == asked || shares_head(&other.fold, &word.fold))
            });
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
    fn compound(&self, word: &str) -> Option<(Span, Place)> {
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

    /// The best evidence for any of the terms.
    fn named(&self, wanted: &Wanted) -> (Evidence, Vec<Span>) {
        let mut same: Vec<(Span, Place)> = Vec::new();
        let mut close: Option<(String, Span)> = None;
        for hit in self.reading.hits.iter().filter(|hit| !self.is_denied(hit.first)) {
            for (found, asked) in hit
                .concepts
                .iter()
                .flat_map(|found| wanted.concepts.iter().map(move |asked| (*found, *asked)))
            {
                match terms().kinship(found, asked) {
                    Some(Kinship::Same) => same.push((hit.span, self.places.at(hit.span.start))),
                    Some(Kinship::Close(relation)) if close.is_none() => close = Some((relation, hit.span)),
                    _ => {}
                }
            }
        }
        for phrase in &wanted.unknown {
            let (found, partly) = self.phrase(phrase);
            same.extend(found);
            if close.is_none() {
                close = partly;
            }
        }
        self.level(same, close)
    }

    fn level(&self, same: Vec<(Span, Place)>, close: Option<(String, Span)>) -> (Evidence, Vec<Span>) {
        let dated: Vec<&(Span, Place)> =
            same.iter().filter(|(_, place)| self.places.is_dated(*place)).collect();
        if !dated.is_empty() {
            let mut roles: Vec<usize> = dated
                .iter()
                .filter_map(|(_, place)| if let Place::Role(role) = place { Some(*role) } else { None })
                .collect();
            roles.sort_unstable();
            roles.dedup();
            let years = (!roles.is_empty()).then(|| self.years_in(&roles));
            let mut spans: Vec<Span> = dated.iter().map(|(span, _)| *span).collect();
            spans.truncate(SPANS);
            let rest = same
                .iter()
                .map(|(span, _)| *span)
                .filter(|span| !spans.contains(span))
                .take(SPANS - spans.len());
            let rest: Vec<Span> = rest.collect();
            spans.extend(rest);
            return (Evidence::Shown { years }, spans);
        }
        if !same.is_empty() {
            return (Evidence::Listed, same.into_iter().map(|(span, _)| span).collect());
        }
        match close {
            Some((relation, span)) => (Evidence::Related { relation }, vec![span]),
            None => (Evidence::Missing, Vec::new()),
        }
    }

    fn years_in(&self, roles: &[usize]) -> f32 {
        years_of(roles.iter().filter_map(|role| self.places.roles.get(*role).copied().flatten()).collect())
    }

    /// "No experience with Java" is not evidence of Java.
    fn is_denied(&self, word: usize) -> bool {
        const NO: &[&str] = &[
            "no", "not", "without", "never", "keine", "kein", "keinen", "keiner", "ohne", "sans", "aucune",
            "aucun", "sin", "ningun", "ninguna", "sem", "nenhuma", "senza", "nessuna", "geen", "zonder",
            "bez", "brak",
        ];
        let from = word.saturating_sub(3);
        (from..word).any(|at| {
            NO.contains(&self.reading.words[at].fold.as_str())
                && !(at..word).any(|at| self.reading.gap(at).contains(['.', ',', ';', '\n', ':', '(']))
        })
    }

    /// Lines that have the words of a phrase that no table knows.
    #[allow(clippy::type_complexity)]
    fn phrase(&self, roots: &[String]) -> (Vec<(Span, Place)>, Option<(String, Span)>) {
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
    fn tight(&self, line: Span, roots: &[String]) -> Span {
        let range = self.reading.within(line);
        let mut found =
            range.filter(|at| roots.contains(&self.roots[*at])).map(|at| self.reading.words[at].span);
        let Some(first) = found.next() else { return line };
        Span::new(first.start, found.next_back().unwrap_or(first).end)
    }

    fn language(&self, cv: &Cv, post: &JobPost, ask: &Ask) -> (Evidence, Vec<Span>) {
        let asked_text = ask.terms.join(" ");
        let asked_words = tokens(&asked_text);
        // Language asks keep the name first and the level after it.
        let asked = spoken(&asked_text, &asked_words, post.language);
        let own = spoken::of_text(cv.resume.language);
        if asked.is_empty() {
            // "A second language": any but that of the CV.
            let other = self.spoken.iter().find(|(found, span)| {
                Some(found.language) != own && (found.sure || self.in_languages(self.places.at(span.start)))
            });
            return match other {
                Some((_, span)) => (Evidence::Listed, vec![*span]),
                None => (Evidence::Missing, Vec::new()),
            };
        }
        let mut best: Option<(u8, Evidence, Span)> = None;
        for want in &asked {
            let level = want.level.as_ref().map(|level| level.0);
            for (found, span) in self.spoken.iter().filter(|(found, _)| found.language == want.language) {
                let place = self.places.at(span.start);
                let (rank, evidence) = match (level, found.level.as_ref().map(|level| level.0)) {
                    (Some(asked), Some(found)) if found < asked => (
                        1,
                        Evidence::Related {
                            relation: format!(
                                "{} is named at a lower level than asked",
                                spoken::english_name(want.language)
                            ),
                        },
                    ),
                    (Some(_), None) if !found.sure && !self.in_languages(place) => (
                        1,
                        Evidence::Related {
                            relation: format!(
                                "{} is named without a level",
                                spoken::english_name(want.language)
                            ),
                        },
                    ),
                    _ if self.places.is_dated(place) && matches!(place, Place::Role(_)) && found.sure => {
                        (3, Evidence::Shown { years: None })
                    }
                    _ => (2, Evidence::Listed),
                };
                if best.as_ref().is_none_or(|best| rank > best.0) {
                    best = Some((rank, evidence, *span));
                }
            }
        }
        if let Some((_, evidence, span)) = best {
            return (evidence, vec![span]);
        }
        if asked.iter().any(|want| Some(want.language) == own) && !self.reading.words.is_empty() {
            let name = asked.first().map_or("", |want| spoken::english_name(want.language));
            return (Evidence::Related { relation: format!("the CV is written in {name}") }, Vec::new());
        }
        (Evidence::Missing, Vec::new())
    }

    fn in_languages(&self, place: Place) -> bool {
        matches!(
            place,
            Place::Section(crate::extract::SectionKind::Languages | crate::extract::SectionKind::Skills)
        )
    }

    fn years(&self, post: &JobPost, ask: &Ask, trade: &Trade) -> (Evidence, Vec<Span>) {
        let text = ask.span.of(&post.text);
        let least = years(text, &tokens(text)).map_or(1.0, |years| years.least);
        let all: Vec<usize> = (0..self.places.roles.len()).collect();
        let total = self.years_in(&all);
        let (roles, spans) = if ask.terms.is_empty() {
            (trade.0.get_or_init(|| self.of_the_trade(post)).clone().unwrap_or(all), Vec::new())
        } else {
            let wanted = wanted(post, &ask.terms, post.language);
            let mut roles = Vec::new();
            let mut spans = Vec::new();
            for hit in &self.reading.hits {
                let fits = hit.concepts.iter().any(|found| {
                    wanted.concepts.iter().any(|asked| terms().kinship(*found, *asked) == Some(Kinship::Same))
                });
                if let (true, Place::Role(role)) = (fits, self.places.at(hit.span.start)) {
                    roles.push(role);
                    spans.push(hit.span);
                }
            }
            roles.sort_unstable();
            roles.dedup();
            (roles, spans)
        };
        let found = self.years_in(&roles);
        let spans = if spans.is_empty() { self.role_spans(&roles) } else { spans };
        // A quarter of a year is what dates without months leave open.
        if found + 0.25 >= least {
            return (Evidence::Shown { years: Some(found) }, spans);
        }
        if let Some(span) = self.stated_years(least) {
            return (Evidence::Listed, vec![span]);
        }
        if total > 0.0 {
            let relation = format!("{found} of {least} years are shown with dates, {total} in all roles");
            let spans = if spans.is_empty() {
                self.role_spans(&(0..self.places.roles.len()).collect::<Vec<_>>())
            } else {
                spans
            };
            return (Evidence::Related { relation }, spans);
        }
        (Evidence::Missing, Vec::new())
    }

    /// The roles that have to do with the post: its title or something that it
    /// asks for is named there. `None` when that cannot be told, so that all
    /// roles count: the title names no known work, or nothing at all is asked.
    fn of_the_trade(&self, post: &JobPost) -> Option<Vec<usize>> {
        let of_work = |id: &ConceptId| {
            use super::synonyms::ConceptKind::{Licence, Skill, Tool};
            matches!(terms().concept(*id).kind, Skill | Tool | Licence)
        };
        let named = |text: &str| -> Vec<ConceptId> {
            let reading = Reading::new(text, post.language);
            reading.hits.iter().flat_map(|hit| hit.concepts.clone()).filter(of_work).collect()
        };
        let mut trades = named(post.title.as_deref()?);
        if trades.is_empty() {
            return None;
        }
        trades.extend(post.asks.iter().flat_map(|ask| &ask.terms).flat_map(|term| named(term)));
        let kin = |found: ConceptId| {
            trades.iter().any(|asked| {
                terms().kinship(found, *asked).is_some() || terms().kinship(*asked, found).is_some()
            })
        };
        let mut roles: Vec<usize> = Vec::new();
        for hit in &self.reading.hits {
            if let Place::Role(role) = self.places.at(hit.span.start)
                && !roles.contains(&role)
                && hit.concepts.iter().any(|found| kin(*found))
            {
                roles.push(role);
            }
        }
        roles.sort_unstable();
        Some(roles)
    }

    /// "Eight years of experience" in a summary.
    fn stated_years(&self, least: f32) -> Option<Span> {
        self.lines.iter().find_map(|line| {
            let words = &self.reading.words[self.reading.within(line.span)];
            let found = years(self.reading.text, words)?;
            let range = found.words.clone();
            (found.of_experience && found.least >= least)
                .then(|| Span::new(words[range.start].span.start, words[range.end - 1].span.end))
        })
    }

    /// The first line of each role.
    fn role_spans(&self, roles: &[usize]) -> Vec<Span> {
        roles
            .iter()
            .filter(|role| self.places.roles.get(**role).copied().flatten().is_some())
            .filter_map(|role| {
                self.lines.iter().find(|line| line.place == Place::Role(*role)).map(|line| line.span)
            })
            .collect()
    }

    /// A degree and its field: "bachelor in nursing" is not met by another bachelor.
    fn qualification(&self, post: &JobPost, ask: &Ask) -> (Evidence, Vec<Span>) {
        let text = ask.terms.join(" / ");
        let asked = Reading::new(&text, post.language);
        let graded = |id: ConceptId| {
            matches!(
                terms().concept(id).name,
                "degree" | "bachelor's degree" | "master's degree" | "PhD" | "vocational training"
            )
        };
        let degrees: Vec<ConceptId> =
            asked.hits.iter().flat_map(|hit| hit.concepts.iter().copied()).filter(|id| graded(*id)).collect();
        let fields: Vec<ConceptId> = asked
            .hits
            .iter()
            .flat_map(|hit| hit.concepts.iter().copied())
            .filter(|id| matches!(terms().concept(*id).kind, super::synonyms::ConceptKind::Skill))
            .collect();
        let (evidence, spans) = self.named(&wanted(post, &ask.terms, post.language));
        if degrees.is_empty() || fields.is_empty() {
            return (evidence, spans);
        }
        let degree = self.named(&Wanted { concepts: degrees, unknown: Vec::new() });
        let field = self.named(&Wanted { concepts: fields, unknown: Vec::new() });
        match (degree.0, field.0) {
            (Evidence::Missing, Evidence::Missing) => (Evidence::Missing, Vec::new()),
            (
                found @ (Evidence::Shown { .. } | Evidence::Listed),
                Evidence::Shown { .. } | Evidence::Listed,
            ) => {
                // The field has to stand by the degree, or be studied.
                let near =
                    degree.1.iter().any(|one| field.1.iter().any(|other| self.same_entry(*one, *other)));
                let spans = degree.1;
                match near {
                    true => (found, spans),
                    false => (
                        Evidence::Related { relation: "a degree is named, the field elsewhere".to_owned() },
                        spans,
                    ),
                }
            }
            (Evidence::Missing, _)
                if !field.1.iter().any(|span| matches!(self.places.at(span.start), Place::Study(_))) =>
            {
                (Evidence::Missing, Vec::new())
            }
            (Evidence::Missing, _) => {
                (Evidence::Related { relation: "the field is named, the degree is not".to_owned() }, field.1)
            }
            (_, _) => {
                (Evidence::Related { relation: "a degree is named, in another field".to_owned() }, degree.1)
            }
        }
    }

    fn same_entry(&self, one: Span, other: Span) -> bool {
        let places = (self.places.at(one.start), self.places.at(other.start));
        let near = one.start.abs_diff(other.start) < 80;
        near || (places.0 == places.1 && matches!(places.0, Place::Study(_)))
    }
}

fn is_work(kind: RequirementKind) -> bool {
    matches!(kind, RequirementKind::Skill | RequirementKind::Tool)
}

/// Roots of words for doing something: what it is done to tells.
fn is_doing(root: &str) -> bool {
    const DOING: &[&str] = &[
        "writ",
        "draft",
        "prepar",
        "produc",
        "handl",
        "manag",
        "perform",
        "creat",
        "conduct",
        "deliver",
        "carry",
        "understand",
        "operat",
        "mak",
        "do",
        "tak",
        "keep",
        "support",
        "provid",
        "process",
        "erstell",
        "durchfu",
        "umgang",
        "betreuu",
        "bedienu",
        "redacti",
        "rediger",
        "realiza",
        "realisa",
        "elabora",
        "gestion",
        "redazio",
        "prepara",
        "esecuzi",
        "opstell",
        "uitvoer",
        "werken",
        "bedien",
        "sporzad",
        "prowadz",
        "obslug",
        "wykonyw",
        "execuca",
        "operaca",
        "utiliza",
        "travail",
        "savoir",
        "faire",
    ];
    DOING.contains(&root)
}

/// Seven letters or more at the start, and most of the shorter word.
fn shares_head(one: &str, other: &str) -> bool {
    let common = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let shorter = one.len().min(other.len());
    one.is_ascii() && other.is_ascii() && common >= 7 && common * 100 >= shorter * 74
}

fn wanted(post: &JobPost, names: &[String], language: Language) -> Wanted {
    let mut out = Wanted { concepts: Vec::new(), unknown: Vec::new() };
    let filler = &cues(post.language).filler;
    for name in names {
        let asked = Reading::new(name, language);
        let mut concepts: Vec<ConceptId> =
            asked.hits.iter().flat_map(|hit| hit.concepts.iter().copied()).collect();
        if !concepts.is_empty() {
            // A term is one name; more hits in it are parts of the same.
            if let Some(longest) = asked.hits.iter().max_by_key(|hit| hit.end - hit.first)
                && longest.end - longest.first == asked.words.len()
            {
                concepts = longest.concepts.clone();
            }
            out.concepts.extend(concepts);
            continue;
        }
        let all = || asked.words.iter().filter(|word| word.kind != Kind::Address);
        let mut roots: Vec<String> = all()
            .filter(|word| !filler.contains(&word.fold))
            .map(|word| root(&word.fold, language))
            .collect();
        if roots.is_empty() {
            roots = all().map(|word| root(&word.fold, language)).collect();
        }
        roots.sort();
        roots.dedup();
        // "writing court reports": doing it is not a word that a CV repeats.
        let told: Vec<String> = roots.iter().filter(|root| !is_doing(root)).cloned().collect();
        if !told.is_empty() {
            roots = told;
        }
        if !roots.is_empty() {
            out.unknown.push(roots);
        }
    }
    out
}
