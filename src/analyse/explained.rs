//! The page that explains the numbers, as HTML of its own tables. It is made
//! when the project is built, not in the browser.

use super::rules::customs::{Custom, law};
use super::setting::Country;
use super::{RULES, Severity, Topic, Weight, formula, rules};
use std::fmt::Write;

/// The text of `assets/pages/how-it-works.html`.
pub fn page() -> String {
    let formula = formula();
    let mut out =
        String::from("<!-- How it works · CV Review -->\n<article class=\"prose\">\n<h1>How it works</h1>\n");
    line(
        &mut out,
        "p class=\"lede\"",
        "Two numbers, never one. Readable says whether software can read the file. Match says how the CV meets the job post. Both are worked out on your device by the fixed rules on this page: the same input gives the same numbers.",
    );
    line(
        &mut out,
        "p",
        &format!(
            "These are the rules {RULES}. The page is written by the program itself from the tables it computes with, so it cannot say anything else than what happens."
        ),
    );

    line(&mut out, "h2", "Readable");
    line(&mut out, "p", "The points of all parts add up to 100.");
    table(&mut out, "What is looked at", "Points", formula.readable_parts);
    line(
        &mut out,
        "p",
        "Where a machine gets little or nothing, the number has a ceiling, which is named beside it.",
    );
    table(&mut out, "Ceiling", "At most", formula.readable_ceilings);

    line(&mut out, "h2", "Match");
    line(
        &mut out,
        "p",
        "Every requirement of the post has a weight: its importance times its kind. It earns a share of that weight by the evidence in the CV. Match is the sum earned, out of the sum possible, times 100. Without a requirement there is no number.",
    );
    table(&mut out, "Importance", "Weight", formula.match_importance);
    table(&mut out, "Kind", "Weight", formula.match_kinds);
    table(&mut out, "Evidence", "Share", formula.match_evidence);
    line(&mut out, "p", "A missing must-have caps the number and is named.");
    table(&mut out, "Cap", "At most", formula.match_caps);

    line(&mut out, "h2", "Findings");
    line(
        &mut out,
        "p",
        &format!(
            "{} rules. They do not change Match. A rule that does not speak the language of your CV says \"not checked\", which is not a pass.",
            rules().len()
        ),
    );
    for topic in Topic::ALL {
        findings(&mut out, topic);
    }

    line(&mut out, "h3", "Customs by country");
    line(
        &mut out,
        "p",
        "Until you choose where you apply, these are mentioned softly. Where something is custom, nothing is said; elsewhere it is named with the law against choosing by it.",
    );
    customs(&mut out);

    line(&mut out, "h2", "What is not claimed");
    out.push_str("<ul>\n");
    for claim in [
        "Neither number is \"your ATS score\". Vendors do not publish such a score, and we simulate none.",
        "A high Match does not mean an invitation. It means that what the post asks for can be found and is shown in your CV.",
        "Adding a word without evidence earns little: a skill that is only listed earns less than one shown in a dated role.",
        "The rules know many trades and eight languages, and not everything. Where they are wrong, trust yourself.",
    ] {
        line(&mut out, "li", claim);
    }
    out.push_str("</ul>\n");
    out.push_str("<p><a href=\"/cv-review\">Back to the tool</a></p>\n</article>\n");
    out
}

fn findings(out: &mut String, topic: Topic) {
    line(out, "h3", topic.label());
    out.push_str("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    out.push_str(topic.label());
    out.push_str("\"><table><thead><tr><th scope=\"col\">Checked</th><th scope=\"col\">Why</th><th scope=\"col\">Weight</th></tr></thead>\n<tbody>\n");
    for rule in rules().iter().filter(|rule| rule.topic == topic) {
        let severity = match rule.severity {
            Severity::Serious => "serious",
            Severity::Moderate => "worth fixing",
            Severity::Minor => "polish",
            Severity::NotChecked => "not checked",
        };
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{severity}</td></tr>",
            escaped(rule.checks),
            escaped(rule.reason),
        );
    }
    out.push_str("</tbody></table></div>\n");
}

fn customs(out: &mut String) {
    out.push_str("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Customs by country\"><table><thead><tr><th scope=\"col\">Country</th><th scope=\"col\">Custom there</th><th scope=\"col\">Law against a choice by it</th></tr></thead>\n<tbody>\n");
    for country in Country::ALL {
        let accepted: Vec<&str> = Custom::ALL
            .into_iter()
            .filter(|custom| custom.accepted().contains(&country))
            .map(Custom::label)
            .collect();
        let accepted = if accepted.is_empty() { "none of these".to_owned() } else { accepted.join(", ") };
        let name = country.label().trim_start_matches("the ");
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            escaped(name),
            escaped(&accepted),
            escaped(law(country)),
        );
    }
    out.push_str("</tbody></table></div>\n");
}

fn table(out: &mut String, first: &str, second: &str, rows: &[Weight]) {
    let _ = writeln!(
        out,
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{first}\"><table><thead><tr><th scope=\"col\">{first}</th><th scope=\"col\">{second}</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>",
    );
    for row in rows {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            escaped(row.label),
            row.value,
            escaped(row.reason),
        );
    }
    out.push_str("</tbody></table></div>\n");
}

fn line(out: &mut String, tag: &str, text: &str) {
    let name = tag.split(' ').next().unwrap_or(tag);
    let _ = writeln!(out, "<{tag}>{}</{name}>", escaped(text));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checked_in_page_says_what_the_code_does() {
        let kept = include_str!("../../assets/pages/how-it-works.html");
        assert!(
            kept == super::page(),
            "stale: run `cargo run --example how_it_works > assets/pages/how-it-works.html`"
        );
    }
}
