//! Whether the person can be reached.

use super::{Look, Report, Rule, Topic};
use crate::analyse::finding::Severity;
use crate::analyse::tokens::fold;

const fn rule(
    id: &'static str,
    severity: Severity,
    checks: &'static str,
    reason: &'static str,
    check: fn(&Look, &mut Report),
) -> Rule {
    Rule { id, topic: Topic::Contact, severity, checks, reason, languages: &[], check }
}

pub(super) fn rules() -> Vec<Rule> {
    use Severity::{Minor, Moderate, Serious};
    vec![
        rule(
            "contact-email-missing",
            Serious,
            "There is an e-mail address.",
            "Answers are sent to it.",
            email_missing,
        ),
        rule(
            "contact-phone-missing",
            Moderate,
            "There is a phone number.",
            "Many invitations are made by phone.",
            phone_missing,
        ),
        rule(
            "contact-name-unsure",
            Moderate,
            "The name is recognised.",
            "A form that fills itself in takes the name from the top of the page.",
            name,
        ),
        rule(
            "contact-location-missing",
            Minor,
            "A town or region is named.",
            "Posts that ask for a place are searched by it; a street is not needed.",
            location,
        ),
        rule(
            "contact-in-margin",
            Serious,
            "The contact stands in the body of the page.",
            "Many readers skip page headers and footers.",
            margin,
        ),
        rule(
            "contact-email-tone",
            Minor,
            "The e-mail address is made of your name.",
            "A playful address is read before anything else.",
            tone,
        ),
        rule(
            "contact-email-many",
            Minor,
            "There is one e-mail address.",
            "With several, nobody knows which one is read.",
            many,
        ),
        rule(
            "contact-link-broken",
            Moderate,
            "Web addresses look complete.",
            "A link that leads nowhere looks careless.",
            broken,
        ),
        rule(
            "contact-link-covered",
            Minor,
            "Link addresses are printed.",
            "On paper, and in many readers, only the printed text is left.",
            covered,
        ),
    ]
}

fn email_missing(look: &Look, report: &mut Report) {
    if look.cv.resume.emails.is_empty() {
        report.add("No e-mail address was found.", "Write it as text near your name.", Vec::new());
    }
}

fn phone_missing(look: &Look, report: &mut Report) {
    if look.cv.resume.phones.is_empty() {
        report.add(
            "No phone number was found.",
            "Write it with the country code near your name.",
            Vec::new(),
        );
    }
}

fn name(look: &Look, report: &mut Report) {
    match &look.cv.resume.name {
        None => report.add("Your name was not recognised.", "Put it alone on the first line.", Vec::new()),
        Some(name) if name.confidence < 0.5 => report.add(
            format!("It is not sure that \u{201c}{}\u{201d} is your name.", name.value),
            "Put your name alone on the first line.",
            look.spans(&name.lines),
        ),
        Some(_) => {}
    }
}

fn location(look: &Look, report: &mut Report) {
    if look.cv.resume.location.is_none() {
        report.add(
            "No town or region was found.",
            "Add the town you live in, without the street.",
            Vec::new(),
        );
    }
}

fn margin(look: &Look, report: &mut Report) {
    if look.facts.contact_in_margin {
        let lines: Vec<_> = look
            .cv
            .resume
            .emails
            .iter()
            .chain(&look.cv.resume.phones)
            .flat_map(|field| field.lines.clone())
            .collect();
        report.add(
            "E-mail and phone stand only in the page header or footer.",
            "Move them into the body, under your name.",
            look.spans(&lines),
        );
    }
}

fn tone(look: &Look, report: &mut Report) {
    const PLAYFUL: &[&str] = &[
        "sexy",
        "cute",
        "hot",
        "baby",
        "angel",
        "devil",
        "princess",
        "prinzessin",
        "gamer",
        "ninja",
        "party",
        "crazy",
        "love",
        "sweet",
        "king",
        "queen",
        "boss",
        "killer",
        "dragon",
        "unicorn",
        "xxx",
        "420",
        "69",
        "lover",
        "girl",
        "boy",
        "maus",
        "mausi",
        "schatz",
        "bunny",
        "monster",
        "beer",
        "pimp",
        "playboy",
        "swag",
    ];
    for email in &look.cv.resume.emails {
        let local = fold(email.value.split('@').next().unwrap_or_default());
        let name = look.cv.resume.name.as_ref().map(|name| fold(&name.value)).unwrap_or_default();
        let parts: Vec<&str> = local.split(|c: char| !c.is_alphanumeric()).collect();
        // "king" in the address of Ms King is her name.
        let playful = PLAYFUL.iter().any(|word| {
            !name.contains(word)
                && (parts.contains(word)
                    || (word.len() >= 4 && local.contains(word))
                    || local.ends_with(word) && word.len() >= 3 && word.starts_with(['6', '4', 'x']))
        });
        if playful {
            report.add(
                format!("The address {} may look playful.", email.value),
                "Use an address made of your name.",
                look.spans(&email.lines),
            );
        }
    }
}

fn many(look: &Look, report: &mut Report) {
    let emails = &look.cv.resume.emails;
    if emails.len() > 1 {
        let lines: Vec<_> = emails.iter().flat_map(|email| email.lines.clone()).collect();
        report.add(
            format!("There are {} e-mail addresses.", emails.len()),
            "Keep the one you read every day.",
            look.spans(&lines),
        );
    }
}

fn broken(look: &Look, report: &mut Report) {
    for link in &look.cv.resume.links {
        let value = link.value.trim();
        let bare = value
            .trim_start_matches("https://")
            .trim_start_matches("http://")
            .trim_start_matches("www.")
            .trim_end_matches('/');
        let host = bare.split('/').next().unwrap_or_default();
        let empty_profile = matches!(
            bare.to_lowercase().as_str(),
            "linkedin.com"
                | "linkedin.com/in"
                | "github.com"
                | "xing.com"
                | "xing.com/profile"
                | "gitlab.com"
                | "example.com"
        );
        let malformed = !host.contains('.')
            || host.ends_with('.')
            || host.contains("..")
            || value.contains(' ')
            || value.starts_with("htp")
            || value.matches("://").count() > 1;
        if (empty_profile || malformed) && !value.starts_with("mailto:") && !value.starts_with("tel:") {
            report.add(
                format!("The link \u{201c}{value}\u{201d} looks incomplete."),
                "Open it once and copy the full address.",
                look.spans(&link.lines),
            );
        }
    }
}

fn covered(look: &Look, report: &mut Report) {
    let text = fold(look.text()).replace(char::is_whitespace, "");
    let covered: Vec<&str> = look
        .file
        .links
        .iter()
        .map(|link| link.target.as_str())
        .filter(|target| target.starts_with("http"))
        .filter(|target| {
            let bare = target
                .trim_start_matches("https://")
                .trim_start_matches("http://")
                .trim_start_matches("www.")
                .trim_end_matches('/');
            !text.contains(&fold(bare))
        })
        .collect();
    if let Some(first) = covered.first() {
        let sentence = match covered.len() {
            1 => format!("The address {first} stands only behind a word."),
            count => format!("{count} link addresses stand only behind words, for example {first}."),
        };
        report.add(sentence, "Print the address itself, without https://.", Vec::new());
    }
}
