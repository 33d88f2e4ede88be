//! A CV in the JSON Resume format, written out as the lines of a CV, so that
//! one reader of structure serves every kind of file.

use super::document::{Document, Link, Rect};
use super::plain::{Composer, Style, decode};
use crate::error::{Problem, ProblemKind};
use crate::input::FileKind;
use serde_json::Value;

const NAME: Style = Style { size: 20.0, weight: 700, italic: false };
const HEADING: Style = Style { size: 14.0, weight: 700, italic: false };
const ENTRY: Style = Style { size: 11.0, weight: 700, italic: false };
const BODY: Style = Style { size: 11.0, weight: 400, italic: false };

const SECTIONS: &[&str] = &[
    "basics",
    "work",
    "volunteer",
    "education",
    "awards",
    "certificates",
    "publications",
    "skills",
    "languages",
    "interests",
    "references",
    "projects",
];

pub(super) fn read(bytes: &[u8]) -> Result<Document, Problem> {
    let value: Value = serde_json::from_str(&decode(bytes)).map_err(|error| {
        Problem::new(
            ProblemKind::Damaged,
            format!(
                "This file is not valid JSON (line {}, column {}). Export it again, or paste the text of your CV.",
                error.line(),
                error.column()
            ),
        )
    })?;
    if !SECTIONS.iter().any(|key| value.get(key).is_some()) {
        return Err(Problem::new(
            ProblemKind::WrongType,
            "This JSON file is not in the JSON Resume format: it has no \"basics\", \"work\" or \"education\". Paste the text of your CV instead.",
        ));
    }
    let mut writer = Writer { composer: Composer::new(), links: Vec::new() };
    writer.basics(&value["basics"]);
    writer.entries("Work Experience", &value["work"], |w, job| {
        w.head(job, &["position"], "name");
        w.body(job);
    });
    writer.entries("Volunteering", &value["volunteer"], |w, job| {
        w.head(job, &["position"], "organization");
        w.body(job);
    });
    writer.entries("Education", &value["education"], |w, study| {
        w.head(study, &["studyType", "area"], "institution");
        w.list(&study["courses"]);
    });
    writer.entries("Projects", &value["projects"], |w, project| {
        w.head(project, &["name"], "entity");
        w.text(project, "description");
        w.body(project);
    });
    writer.entries("Skills", &value["skills"], |w, skill| w.named_list(skill, "name"));
    writer.entries("Languages", &value["languages"], |w, language| {
        w.joined(language, &["language", "fluency"], ": ");
    });
    writer.entries("Certificates", &value["certificates"], |w, item| {
        w.joined(item, &["name", "issuer", "date"], ", ");
    });
    writer.entries("Awards", &value["awards"], |w, item| {
        w.joined(item, &["title", "awarder", "date"], ", ");
        w.text(item, "summary");
    });
    writer.entries("Publications", &value["publications"], |w, item| {
        w.joined(item, &["name", "publisher", "releaseDate"], ", ");
        w.text(item, "summary");
    });
    writer.entries("Interests", &value["interests"], |w, item| w.named_list(item, "name"));
    writer.entries("References", &value["references"], |w, item| {
        w.joined(item, &["name", "reference"], ": ");
    });
    let mut document = writer.composer.finish(FileKind::JsonResume);
    document.links = writer.links;
    Ok(document)
}

struct Writer {
    composer: Composer,
    links: Vec<Link>,
}

impl Writer {
    fn basics(&mut self, basics: &Value) {
        self.line(string(basics, "name"), NAME);
        self.line(string(basics, "label"), BODY);
        self.line(string(basics, "email"), BODY);
        self.line(string(basics, "phone"), BODY);
        let location = &basics["location"];
        let place = join(location, &["address", "postalCode", "city", "region", "countryCode"], ", ");
        self.line(Some(place), BODY);
        self.link(basics);
        for profile in basics["profiles"].as_array().into_iter().flatten() {
            if !self.link(profile) {
                self.joined(profile, &["network", "username"], ": ");
            }
        }
        self.composer.end_block();
        if let Some(summary) = string(basics, "summary") {
            self.line(Some("Summary".to_owned()), HEADING);
            self.line(Some(summary), BODY);
            self.composer.end_block();
        }
    }

    /// A heading and, if there are any, the entries under it.
    fn entries(&mut self, heading: &str, entries: &Value, write: fn(&mut Self, &Value)) {
        let Some(entries) = entries.as_array().filter(|entries| !entries.is_empty()) else { return };
        self.line(Some(heading.to_owned()), HEADING);
        for entry in entries {
            write(self, entry);
            if entry.get("startDate").is_some() {
                self.composer.end_block();
            }
        }
        self.composer.end_block();
    }

    /// What was done and when; then where.
    fn head(&mut self, entry: &Value, what: &[&str], place: &str) {
        let dates = join(entry, &["startDate", "endDate"], " – ");
        let open = string(entry, "startDate").is_some() && string(entry, "endDate").is_none();
        let dates = if open { format!("{dates} – Present") } else { dates };
        self.line(Some(join(entry, what, " ")), ENTRY);
        self.line(Some(join(entry, &[place, "location"], ", ")), BODY);
        self.line(Some(dates), BODY);
    }

    fn body(&mut self, entry: &Value) {
        self.text(entry, "summary");
        self.list(&entry["highlights"]);
        self.link(entry);
    }

    fn list(&mut self, items: &Value) {
        for item in items.as_array().into_iter().flatten().filter_map(Value::as_str) {
            self.line(Some(format!("• {item}")), BODY);
        }
    }

    fn named_list(&mut self, entry: &Value, name: &str) {
        let keywords: Vec<&str> =
            entry["keywords"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let name = string(entry, name).unwrap_or_default();
        let text = match (name.is_empty(), keywords.is_empty()) {
            (false, false) => format!("{name}: {}", keywords.join(", ")),
            (false, true) => name,
            _ => keywords.join(", "),
        };
        self.line(Some(text), BODY);
    }

    fn text(&mut self, entry: &Value, key: &str) {
        self.line(string(entry, key), BODY);
    }

    fn joined(&mut self, entry: &Value, keys: &[&str], between: &str) {
        self.line(Some(join(entry, keys, between)), BODY);
    }

    fn link(&mut self, entry: &Value) -> bool {
        let Some(url) = string(entry, "url").or_else(|| string(entry, "website")) else { return false };
        self.links.push(Link { target: url.clone(), page: 0, rect: Rect::default() });
        self.line(Some(url), BODY);
        true
    }

    fn line(&mut self, text: Option<String>, style: Style) {
        for line in text.iter().flat_map(|text| text.lines()) {
            self.composer.text_line(line, style);
        }
    }
}

fn string(value: &Value, key: &str) -> Option<String> {
    let text = value.get(key)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn join(value: &Value, keys: &[&str], between: &str) -> String {
    keys.iter().filter_map(|key| string(value, key)).collect::<Vec<_>>().join(between)
}
