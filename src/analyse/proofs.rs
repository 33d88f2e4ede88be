//! What is stated or counted, not done: languages, years, licences, degrees.

use super::evidence::{Proof, Trade, wanted};
use super::places::Place;
use super::post::{Ask, Evidence, JobPost};
use super::spoken::{self, spoken};
use super::synonyms::{Kinship, terms};
use super::tokens::tokens;
use super::years::years;
use crate::extract::Cv;
use crate::text::Span;

/// "Four years with Go or another backend language": what is named after the
/// years is an example, the trade is what counts.
fn is_open(post: &JobPost, ask: &Ask) -> bool {
    const OR_LIKE_IT: &[&str] = &[
        " or another ",
        " or other ",
        " or similar",
        " or comparable",
        " oder einer anderen ",
        " oder ähnlich",
        " oder vergleichbar",
        " ou un autre ",
        " ou une autre ",
        " ou similaire",
        " ou équivalent",
        " o similar",
        " u otr",
        " ou similar",
        " ou outr",
        " o simil",
        " o un altr",
        " of vergelijkbaar",
        " of soortgelijk",
        " of een andere ",
        " lub podobn",
        " lub inn",
    ];
    let rest = &post.text[ask.span.end..];
    let rest = &rest[..rest.find(['\n', ',', ';', '.', '•']).unwrap_or(rest.len())];
    OR_LIKE_IT.iter().any(|words| rest.contains(words))
}

impl Proof<'_> {
    /// A licence is held, not done: it is listed, whatever section a reader
    /// has put that line into, and named best where it stands apart from a role.
    pub(super) fn licence(&self, post: &JobPost, ask: &Ask) -> (Evidence, Vec<Span>) {
        let (evidence, spans) = self.named(&wanted(post, &ask.terms, post.language));
        let found = match evidence {
            // The work that a licence is for, or a lesser licence, is not close to it.
            Evidence::Related { .. } => (Evidence::Missing, Vec::new()),
            Evidence::Missing => self
                .in_other_words(post, ask)
                .or_else(|| self.of_one_family(post, ask))
                .unwrap_or((evidence, spans)),
            _ => (evidence, spans),
        };
        self.held(found)
    }

    /// What is held is listed at most, and named best where it stands apart.
    pub(super) fn held(&self, (evidence, spans): (Evidence, Vec<Span>)) -> (Evidence, Vec<Span>) {
        if !matches!(evidence, Evidence::Shown { .. }) {
            return (evidence, spans);
        }
        let in_role = |span: &Span| matches!(self.places.at(span.start), Place::Role(_));
        let stated: Vec<Span> = spans.iter().filter(|span| !in_role(span)).copied().collect();
        (Evidence::Listed, if stated.is_empty() { spans } else { stated })
    }

    /// A paper with its year is as good as one in a list of studies.
    pub(super) fn dated_paper(&self, (evidence, spans): (Evidence, Vec<Span>)) -> (Evidence, Vec<Span>) {
        let year = |span: &Span| {
            let line =
                self.lines.iter().find(|line| line.span.start <= span.start && span.end <= line.span.end);
            let Some(line) = line else { return false };
            let words = &self.reading.words[self.reading.within(line.span)];
            words.iter().any(|word| {
                word.fold.len() == 4
                    && word.fold.parse::<u16>().is_ok_and(|year| (1960..2035).contains(&year))
            })
        };
        match evidence {
            Evidence::Listed if spans.iter().any(year) => (Evidence::Shown { years: None }, spans),
            _ => (evidence, spans),
        }
    }

    pub(super) fn language(&self, cv: &Cv, post: &JobPost, ask: &Ask) -> (Evidence, Vec<Span>) {
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

    pub(super) fn in_languages(&self, place: Place) -> bool {
        matches!(
            place,
            Place::Section(crate::extract::SectionKind::Languages | crate::extract::SectionKind::Skills)
        )
    }

    pub(super) fn years(&self, post: &JobPost, ask: &Ask, trade: &Trade) -> (Evidence, Vec<Span>) {
        let text = ask.span.of(&post.text);
        let least = years(text, &tokens(text)).map_or(1.0, |years| years.least);
        let all: Vec<usize> = (0..self.places.roles.len()).collect();
        let total = self.years_in(&all);
        let wanted = wanted(post, &ask.terms, post.language);
        let open = is_open(post, ask);
        let (roles, spans) = if ask.terms.is_empty() || open {
            (trade.0.get_or_init(|| self.of_the_trade(post)).clone().unwrap_or(all), Vec::new())
        } else {
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
            // The field in its own words, where no role has the name that a table knows.
            if roles.is_empty() {
                let filler = &super::cues::cues(post.language).filler;
                let fields: Vec<Vec<String>> = ask
                    .terms
                    .iter()
                    .map(|term| {
                        tokens(term)
                            .iter()
                            .filter(|word| !filler.contains(&word.fold))
                            .map(|word| super::stems::root(&word.fold, post.language))
                            .filter(|root| root.len() >= 5 && !super::phrases::is_doing(root))
                            .collect()
                    })
                    .collect();
                for line in &self.lines {
                    let told = |roots: &Vec<String>| {
                        let count = roots.iter().filter(|root| line.roots.contains(*root)).count();
                        count > 0 && count * 2 >= roots.len()
                    };
                    if let (Place::Role(role), true) = (line.place, fields.iter().any(told)) {
                        roles.push(role);
                        spans.push(line.span);
                    }
                }
            }
            roles.sort_unstable();
            roles.dedup();
            if roles.is_empty() {
                // The field in other words than the CV's: then the trade tells.
                roles = trade.0.get_or_init(|| self.of_the_trade(post)).clone().unwrap_or_default();
            }
            (roles, spans)
        };
        let found = self.years_in(&roles);
        let spans = if spans.is_empty() { self.role_spans(&roles) } else { spans };
        // A quarter of a year is what dates without months leave open.
        if found + 0.25 >= least {
            let sure = roles.iter().all(|role| *role < self.places.headed);
            return (Evidence::Shown { years: sure.then_some(found) }, spans);
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

    /// "Eight years of experience" in a summary.
    pub(super) fn stated_years(&self, least: f32) -> Option<Span> {
        self.lines.iter().find_map(|line| {
            let words = &self.reading.words[self.reading.within(line.span)];
            let found = years(self.reading.text, words)?;
            let range = found.words.clone();
            (found.of_experience && found.least >= least)
                .then(|| Span::new(words[range.start].span.start, words[range.end - 1].span.end))
        })
    }

    /// The first line of each role.
    pub(super) fn role_spans(&self, roles: &[usize]) -> Vec<Span> {
        roles
            .iter()
            .filter(|role| self.places.roles.get(**role).copied().flatten().is_some())
            .filter_map(|role| {
                self.lines.iter().find(|line| line.place == Place::Role(*role)).map(|line| line.span)
            })
            .collect()
    }
}
