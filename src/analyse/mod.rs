//! Takes: a [`Cv`] and a job post.
//! Gives: an [`Analysis`]: two numbers that are never blended, findings, and
//! every requirement of the post with its evidence.
//! Never: rewards a skill without evidence, or counts a check that could not
//! run as a pass.
//!
//! The way of a post: words (`tokens`) -> units under headings (`sentences`)
//! -> asks (`asks`, `named`, `wholes`, `items`, `alternatives`, `wishes`). The way of a
//! CV: words -> places (`places`, `timeline`) -> evidence (`evidence`). The
//! numbers are in `readable` and `matching`, each with its published tables
//! ([`formula`]); the findings in `rules` ([`rules()`]).

use crate::extract::{Cv, Document};

mod alternatives;
mod asks;
mod bullets;
mod cues;
mod degrees;
mod ends;
mod evidence;
pub mod explained;
mod fields;
mod finding;
mod headlines;
mod improvements;
mod instructions;
mod items;
mod kinds;
mod languages;
mod manners;
mod matching;
mod named;
mod people;
mod persons;
mod phrases;
mod places;
mod post;
mod posts;
mod proofs;
mod prose;
mod prose_words;
mod readable;
mod reading;
mod rules;
mod score;
mod sentences;
mod setting;
mod shifts;
mod sought;
mod spoken;
mod stems;
mod synonyms;
mod telling;
mod timeline;
mod tokens;
mod tongues;
mod trade;
mod wholes;
mod widths;
mod wishes;
mod years;

pub use finding::{About, Effect, Effort, Finding, Severity, Source};
pub use improvements::{Improvement, Number};
pub use matching::Weight;
pub use post::{Ask, Evidence, Importance, JobPost, Requirement, RequirementKind};
pub use rules::{Rule, Topic, rules};
pub use score::{Analysis, Ceiling, Part, Score};
pub use setting::{Country, Setting};

/// The version of the published rules; the same version and input give the
/// same numbers.
pub const RULES: &str = "1.1";

/// Every number of the two formulas, for the page that explains them.
pub struct Formula {
    pub readable_parts: &'static [Weight],
    pub readable_ceilings: &'static [Weight],
    /// The weight of a requirement is importance times kind.
    pub match_importance: &'static [Weight],
    pub match_kinds: &'static [Weight],
    pub match_evidence: &'static [Weight],
    pub match_caps: &'static [Weight],
}

/// The tables that the code computes with, so that the page cannot drift.
pub fn formula() -> Formula {
    Formula {
        readable_parts: &readable::PARTS,
        readable_ceilings: &readable::CEILINGS,
        match_importance: &matching::IMPORTANCE,
        match_kinds: &matching::KINDS,
        match_evidence: &matching::EVIDENCE,
        match_caps: &matching::CAPS,
    }
}

/// Reads a job post: its title, its language and what it asks for. Slower
/// than [`analyse`]; keep the result while the post does not change.
pub fn job_post(text: &str) -> JobPost {
    posts::read(text)
}

/// The door of this room. `file` is the document as it was handed over, which
/// *Readable* is about; `cv` may have been edited since. The
/// setting is a [`Setting`], or the day alone.
pub fn analyse(file: &Document, cv: &Cv, post: Option<&JobPost>, setting: impl Into<Setting>) -> Analysis {
    look(file, cv, post, setting.into()).0
}

/// [`analyse`] and [`improvements`] at once: the CV is worked through once.
pub fn analyse_and_improve(
    file: &Document,
    cv: &Cv,
    post: Option<&JobPost>,
    setting: impl Into<Setting>,
) -> (Analysis, Vec<Improvement>) {
    let (analysis, facts) = look(file, cv, post, setting.into());
    let improvements = improvements::of(&facts, &analysis.requirements);
    (analysis, improvements)
}

/// What each single repair would do to a number, the largest gain first.
pub fn improvements(
    file: &Document,
    cv: &Cv,
    post: Option<&JobPost>,
    setting: impl Into<Setting>,
) -> Vec<Improvement> {
    let proof = evidence::Proof::of(cv, setting.into().today);
    let requirements = post.map(|post| proof.requirements(cv, post)).unwrap_or_default();
    improvements::of(&readable::Facts::of(file, cv, &proof.reading), &requirements)
}

fn look(file: &Document, cv: &Cv, post: Option<&JobPost>, setting: Setting) -> (Analysis, readable::Facts) {
    let today = setting.today;
    let proof = evidence::Proof::of(cv, today);
    let requirements = post.map(|post| proof.requirements(cv, post)).unwrap_or_default();
    let facts = readable::Facts::of(file, cv, &proof.reading);
    let readable = readable::readable(&facts);
    let matching = matching::matching(&requirements);
    let findings = rules::findings(&rules::Look {
        file,
        cv,
        post,
        today,
        country: setting.country,
        proof: &proof,
        requirements: &requirements,
        facts: &facts,
    });
    (Analysis { rules: RULES.to_owned(), readable, matching, requirements, findings }, facts)
}
