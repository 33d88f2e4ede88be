//! The tense of verbs in roles that ended and roles that go on.

use super::writing::joined;
use super::{Bullet, Look, Report};
use crate::extract::End;

/// English forms: "managed" is past, "manages" and "manage" are present.
pub(super) fn tense(look: &Look, report: &mut Report) {
    const PRESENT: &[&str] = &[
        "manage",
        "lead",
        "develop",
        "build",
        "design",
        "maintain",
        "write",
        "work",
        "support",
        "provide",
        "teach",
        "run",
        "handle",
        "prepare",
        "plan",
        "create",
        "drive",
        "organise",
        "organize",
        "coordinate",
        "train",
        "serve",
        "assist",
        "monitor",
        "analyse",
        "analyze",
        "ensure",
        "perform",
        "deliver",
        "oversee",
        "supervise",
        "conduct",
        "implement",
        "improve",
        "maintain",
        "report",
        "review",
        "sell",
        "test",
    ];
    for (number, position) in look.cv.resume.experience.iter().enumerate() {
        let past_job =
            position.dates.as_ref().is_some_and(|dates| matches!(dates.value.end, Some(End::On(_))));
        let bullets: Vec<Bullet> =
            look.bullets().into_iter().filter(|bullet| bullet.role == number).collect();
        let first = |bullet: &&Bullet| {
            look.words(bullet.span).first().map(|word| word.fold.clone()).unwrap_or_default()
        };
        let present: Vec<&Bullet> = bullets
            .iter()
            .filter(|bullet| {
                let word = first(bullet);
                PRESENT.iter().any(|verb| word == *verb || word.strip_suffix('s') == Some(verb))
            })
            .collect();
        let past = bullets.iter().filter(|bullet| first(bullet).ends_with("ed")).count();
        if past_job && !present.is_empty() {
            report.add(
                "A job that has ended is told in the present tense.",
                "Put these verbs into the past: managed, built, taught.",
                joined(&present),
            );
        } else if !past_job && !present.is_empty() && past > present.len() {
            report.add(
                "Present and past tense are mixed within one job.",
                "Use the present for what goes on, the past for what is done.",
                joined(&present),
            );
        }
    }
}
