//! Degrees and other papers with the field they are in: a bachelor in nursing
//! is not met by another bachelor.

use super::cues::cues;
use super::evidence::{Proof, Wanted, wanted};
use super::phrases::shares_head;
use super::places::Place;
use super::post::{Ask, Evidence, JobPost};
use super::reading::Reading;
use super::stems::root;
use super::synonyms::{ConceptId, ConceptKind, Kinship, terms};
use super::tokens::{Kind, has};
use crate::text::Span;

/// A paper that is named by its field alone.
const OPEN: &str = "training in a field";

impl Proof<'_> {
    /// A degree and its field: "bachelor in nursing" is not met by another bachelor.
    pub(super) fn qualification(&self, post: &JobPost, ask: &Ask) -> (Evidence, Vec<Span>) {
        let text = ask.terms.join(" / ");
        let asked = Reading::new(&text, post.language);
        let graded = |id: ConceptId| {
            matches!(
                terms().concept(id).name,
                "degree"
                    | "bachelor's degree"
                    | "master's degree"
                    | "PhD"
                    | "vocational training"
                    | "training in a field"
                    | "postgraduate degree"
            )
        };
        let mut degrees: Vec<ConceptId> =
            asked.hits.iter().flat_map(|hit| hit.concepts.iter().copied()).filter(|id| graded(*id)).collect();
        let fields: Vec<ConceptId> = asked
            .hits
            .iter()
            .flat_map(|hit| hit.concepts.iter().copied())
            .filter(|id| matches!(terms().concept(*id).kind, ConceptKind::Skill))
            .collect();
        let open = degrees.iter().any(|id| terms().concept(*id).name == OPEN);
        if open {
            // Any paper will do when it is in the field.
            degrees.extend((0..terms().concepts.len() as ConceptId).filter(|id| graded(*id)));
        }
        let only_degrees = asked.hits.iter().all(|hit| hit.concepts.iter().any(|id| graded(*id)));
        if !degrees.is_empty() && fields.is_empty() && only_degrees {
            let roots = field_roots(&asked, &graded, post);
            if !roots.is_empty() {
                return self.in_field(open, &degrees, &roots);
            }
        }
        let (evidence, spans) = self.named(&wanted(post, &ask.terms, post.language));
        if degrees.is_empty() && matches!(evidence, Evidence::Missing) {
            return self
                .in_other_words(post, ask)
                .or_else(|| self.of_one_family(post, ask))
                .unwrap_or((evidence, spans));
        }
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
            // Training that is only named by its field.
            (_, Evidence::Listed) if open => (Evidence::Listed, field.1),
            (Evidence::Missing, _)
                if !field.1.iter().any(|span| matches!(self.places.at(span.start), Place::Study(_))) =>
            {
                (Evidence::Missing, Vec::new())
            }
            (Evidence::Missing, _) => {
                (Evidence::Related { relation: "the field is named, the degree is not".to_owned() }, field.1)
            }
            // A degree in another field does not answer for this one.
            (_, _) => (Evidence::Missing, Vec::new()),
        }
    }

    /// A degree whose field no table knows: the words of the field have to
    /// stand by a degree.
    fn in_field(
        &self,
        open: bool,
        degrees: &[ConceptId],
        roots: &[(String, String)],
    ) -> (Evidence, Vec<Span>) {
        let named = |word: usize| {
            let fold = &self.reading.words[word].fold;
            roots.iter().any(|(root, name)| *root == self.roots[word] || shares_head(name, fold))
        };
        let mut same = Vec::new();
        let mut lower: Option<Span> = None;
        for line in &self.lines {
            let range = self.reading.within(line.span);
            let count = roots
                .iter()
                .filter(|(root, name)| {
                    range
                        .clone()
                        .any(|at| *root == self.roots[at] || shares_head(name, &self.reading.words[at].fold))
                })
                .count();
            if count == 0 || count * 2 < roots.len() || !range.clone().any(named) {
                continue;
            }
            let study = matches!(line.place, Place::Study(_));
            let listed = matches!(line.place, Place::Section(_));
            let hits: Vec<_> =
                self.reading.hits_within(line.span).iter().flat_map(|hit| hit.concepts.iter()).collect();
            let meets = |asked: &ConceptId| {
                hits.iter().any(|found| {
                    terms().kinship(**found, *asked) == Some(Kinship::Same)
                        || open && terms().concept(**found).kind == ConceptKind::Qualification
                })
            };
            if degrees.iter().any(meets) || study && hits.is_empty() || open && listed {
                same.push((line.span, line.place));
            } else if study {
                lower = lower.or(Some(line.span));
            }
        }
        let close = lower.map(|span| ("the field is named, the degree is not".to_owned(), span));
        self.level(same, close)
    }

    pub(super) fn same_entry(&self, one: Span, other: Span) -> bool {
        let places = (self.places.at(one.start), self.places.at(other.start));
        let near = one.start.abs_diff(other.start) < 80;
        near || (places.0 == places.1 && matches!(places.0, Place::Study(_)))
    }
}

/// The words of a field as roots, beside the words themselves.
fn field_roots(asked: &Reading, graded: &dyn Fn(ConceptId) -> bool, post: &JobPost) -> Vec<(String, String)> {
    const NONE: &str = "completed recognised relevant related similar equivalent field subject discipline \
        abgeschlossene abgeschlossenes berufsausbildung fach als level niveau nivel poziom \
        quantitative technical vocational higher similaire kierunkowe afin affine werk \
        denkniveau trade first class honours hons good curso completo";
    let filler = &cues(post.language).filler;
    let degree = |at: usize| {
        asked
            .hits
            .iter()
            .any(|hit| (hit.first..hit.end).contains(&at) && hit.concepts.iter().any(|id| graded(*id)))
    };
    let mut out: Vec<(String, String)> = (0..asked.words.len())
        .filter(|at| !degree(*at))
        .map(|at| &asked.words[at])
        .filter(|word| word.kind == Kind::Word && word.fold.len() > 3)
        .filter(|word| !filler.contains(&word.fold) && !has(NONE, &word.fold))
        .map(|word| (root(&word.fold, post.language), word.fold.clone()))
        .collect();
    out.dedup();
    out
}
