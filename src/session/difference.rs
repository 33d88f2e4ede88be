//! What has changed from one instant review to the next, in sentences.

use crate::analyse::{Analysis, Evidence, Score};

/// Changes of one number that are named; more are counted.
const NAMED: usize = 3;

/// One sentence for each number that moved or whose parts did: the difference,
/// then what it comes from. Empty when all is as it was.
pub fn differences(before: &Analysis, after: &Analysis) -> Vec<String> {
    let parts = parts(&before.readable, &after.readable);
    let readable = sentence("Readable", before.readable.value, after.readable.value, &parts);
    let matching = match (&before.matching, &after.matching) {
        (Some(old), Some(new)) => sentence("Match", old.value, new.value, &evidence(before, after)),
        _ => None,
    };
    matching.into_iter().chain(readable).collect()
}

fn sentence(number: &str, before: u8, after: u8, causes: &[String]) -> Option<String> {
    if before == after && causes.is_empty() {
        return None;
    }
    let moved = match before.abs_diff(after) {
        0 => format!("{number} stays {after}"),
        by => format!("{}{by} {number}", if after > before { '+' } else { '\u{2212}' }),
    };
    let mut said: Vec<String> = causes.iter().take(NAMED).cloned().collect();
    if causes.len() > NAMED {
        said.push(format!("{} more changes", causes.len() - NAMED));
    }
    Some(if said.is_empty() { format!("{moved}.") } else { format!("{moved}: {}.", said.join("; ")) })
}

/// Requirements of both reviews whose evidence is another.
fn evidence(before: &Analysis, after: &Analysis) -> Vec<String> {
    let mut out = Vec::new();
    for new in &after.requirements {
        let Some(old) = before.requirements.iter().find(|old| old.text == new.text) else { continue };
        let (was, is) = (level(&old.evidence), level(&new.evidence));
        if was != is {
            out.push(format!("\u{201c}{}\u{201d} now {is}", new.text));
        }
    }
    out
}

fn level(evidence: &Evidence) -> &'static str {
    match evidence {
        Evidence::Shown { .. } => "shown in a dated role",
        Evidence::Listed => "listed only",
        Evidence::Related { .. } => "met by a related term",
        Evidence::Missing => "not found",
    }
}

/// Parts of a number with other points than before, by their sentences.
fn parts(before: &Score, after: &Score) -> Vec<String> {
    let mut out = Vec::new();
    for new in &after.parts {
        let old = before.parts.iter().find(|old| old.id == new.id);
        if old.is_some_and(|old| (old.points - new.points).abs() >= 0.05) {
            out.push(format!("{}: {}", new.label, new.why.trim_end_matches('.')));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analyse, extract};

    const POST: &str = "We are looking for a developer.\n\nRequirements:\n- Kubernetes\n- Python\n";

    fn analysis(cv: &str) -> Analysis {
        let cv = extract::cv_from_text(cv);
        let post = analyse::job_post(POST);
        analyse::analyse(&cv.document, &cv, Some(&post), extract::Date { year: 2026, month: Some(11) })
    }

    #[test]
    fn a_change_names_the_requirement_and_its_new_evidence() {
        let before = analysis(
            "Jo Ames\njo@example.com\n\nExperience\nDeveloper, Acme, Jan 2019 - Present\n- Wrote Python\n",
        );
        let after = analysis(
            "Jo Ames\njo@example.com\n\nExperience\nDeveloper, Acme, Jan 2019 - Present\n- Wrote Python\n- Ran Kubernetes\n",
        );
        let said = differences(&before, &after);
        let by = after.matching.as_ref().unwrap().value - before.matching.as_ref().unwrap().value;
        assert!(by > 0);
        let start = format!("+{by} Match: \u{201c}Kubernetes\u{201d} now shown in a dated role");
        assert!(said[0].starts_with(&start), "{said:?}");
        assert!(differences(&after, &before)[0].starts_with(&format!("\u{2212}{by} Match")));
    }

    #[test]
    fn nothing_is_said_of_what_stays() {
        let same = analysis("Jo Ames\njo@example.com\n\nSkills\nPython\n");
        assert_eq!(differences(&same, &same), Vec::<String>::new());
    }

    #[test]
    fn a_lost_e_mail_address_is_named_by_the_part_it_belongs_to() {
        let cv = crate::session::EXAMPLE_CV;
        let without = cv.replace("mara.lindqvist@example.com", "");
        assert_ne!(cv, without);
        let said = differences(&analysis(cv), &analysis(&without));
        let of_readable =
            said.iter().find(|sentence| sentence.contains("Readable: Contact in the body")).unwrap();
        assert!(of_readable.starts_with('\u{2212}') && of_readable.contains("e-mail"), "{said:?}");
    }
}
