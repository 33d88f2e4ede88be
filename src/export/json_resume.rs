//! The CV in the JSON Resume format (jsonresume.org, schema 1.0.0): its
//! fields, and for every entry its lines. The format has no place for words
//! that are in no field; the certificate says how many that are.

use super::block::{Block, Composition, Role};
use super::composition::split_marker;
use crate::extract::{Cv, End, Field, LineId, Period, Section, SectionKind};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashSet};

pub(super) fn write(cv: &Cv, composition: &Composition) -> String {
    let reader = Fields::of(cv);
    let label = composition.blocks.iter().find(|block| block.role == Role::Tagline).map(Block::text);
    let mut out = Map::new();
    out.insert("basics".into(), reader.basics(label));
    out.insert("work".into(), reader.work());
    out.insert("education".into(), reader.education());
    for section in &cv.resume.sections {
        if let Some((key, entries)) = reader.section(section) {
            match out.get_mut(key) {
                Some(Value::Array(known)) => known.extend(entries),
                _ => {
                    out.insert(key.into(), Value::Array(entries));
                }
            }
        }
    }
    out.retain(|_, value| !matches!(value, Value::Array(entries) if entries.is_empty()));
    let mut text = serde_json::to_string_pretty(&Value::Object(out)).unwrap_or_default();
    text.push('\n');
    text
}

struct Fields<'c> {
    cv: &'c Cv,
    lines: BTreeMap<LineId, (String, bool)>,
}

impl<'c> Fields<'c> {
    fn of(cv: &'c Cv) -> Self {
        let lines = cv.document.lines().map(|line| (line.id, (line.text(), line.bullet))).collect();
        Self { cv, lines }
    }

    fn basics(&self, label: Option<String>) -> Value {
        let resume = &self.cv.resume;
        let first = |fields: &[Field<String>]| fields.first().map(|field| field.value.clone());
        let mut basics = Map::new();
        let mut put = |key: &str, value: Option<String>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                basics.insert(key.into(), Value::String(value));
            }
        };
        put("name", resume.name.as_ref().map(|name| name.value.clone()));
        put("label", label);
        put("email", first(&resume.emails));
        put("phone", first(&resume.phones));
        let summary = resume.sections.iter().find(|section| section.kind == SectionKind::Summary);
        put("summary", summary.map(|section| self.text(&section.lines)));
        let address = resume.location.as_ref().map(|location| json!({ "address": location.value }));
        if let Some(address) = address {
            basics.insert("location".into(), address);
        }
        if !resume.links.is_empty() {
            let profiles = resume.links.iter().map(|link| json!({ "url": link.value })).collect();
            basics.insert("profiles".into(), Value::Array(profiles));
        }
        Value::Object(basics)
    }

    fn work(&self) -> Value {
        let jobs = self.cv.resume.experience.iter().map(|job| {
            let mut entry = Map::new();
            put(&mut entry, "name", job.employer.as_ref());
            put(&mut entry, "position", job.title.as_ref());
            dates(&mut entry, job.dates.as_ref());
            let head = [&job.title, &job.employer].into_iter().flatten().flat_map(|field| &field.lines);
            let head: HashSet<LineId> =
                head.chain(job.dates.iter().flat_map(|field| &field.lines)).copied().collect();
            self.rest(&mut entry, &job.lines, &head, "summary");
            Value::Object(entry)
        });
        Value::Array(jobs.collect())
    }

    fn education(&self) -> Value {
        let studies = self.cv.resume.education.iter().map(|study| {
            let mut entry = Map::new();
            put(&mut entry, "institution", study.institution.as_ref());
            put(&mut entry, "studyType", study.degree.as_ref());
            dates(&mut entry, study.dates.as_ref());
            let head =
                [&study.degree, &study.institution].into_iter().flatten().flat_map(|field| &field.lines);
            let head: HashSet<LineId> =
                head.chain(study.dates.iter().flat_map(|field| &field.lines)).copied().collect();
            let rest: Vec<Value> = self.items(&study.lines, &head).into_iter().map(Value::String).collect();
            if !rest.is_empty() {
                entry.insert("courses".into(), Value::Array(rest));
            }
            Value::Object(entry)
        });
        Value::Array(studies.collect())
    }

    /// The lines of an entry that are not its head: paragraphs and items.
    fn rest(&self, entry: &mut Map<String, Value>, lines: &[LineId], head: &HashSet<LineId>, summary: &str) {
        let mut highlights: Vec<String> = Vec::new();
        let mut text: Vec<String> = Vec::new();
        for id in lines.iter().filter(|id| !head.contains(id)) {
            let Some((line, bullet)) = self.lines.get(id) else { continue };
            match (*bullet, highlights.last_mut()) {
                (true, _) => highlights.push(body(line)),
                (false, Some(item)) => {
                    item.push(' ');
                    item.push_str(line);
                }
                (false, None) => text.push(line.clone()),
            }
        }
        if !text.is_empty() {
            entry.insert(summary.into(), Value::String(text.join("\n")));
        }
        if !highlights.is_empty() {
            entry.insert(
                "highlights".into(),
                Value::Array(highlights.into_iter().map(Value::String).collect()),
            );
        }
    }

    fn items(&self, lines: &[LineId], head: &HashSet<LineId>) -> Vec<String> {
        let lines = lines.iter().filter(|id| !head.contains(id)).filter_map(|id| self.lines.get(id));
        lines.map(|(line, _)| body(line)).collect()
    }

    fn section(&self, section: &Section) -> Option<(&'static str, Vec<Value>)> {
        let items = self.items(&section.lines, &HashSet::new());
        let named = |key: &str| items.iter().map(|item| json!({ key: item })).collect();
        Some(match section.kind {
            SectionKind::Skills => ("skills", items.iter().map(|item| skill(item)).collect()),
            SectionKind::Languages => ("languages", named("language")),
            SectionKind::Certifications => ("certificates", named("name")),
            SectionKind::Awards => ("awards", named("title")),
            SectionKind::Publications => ("publications", named("name")),
            SectionKind::Projects => ("projects", named("name")),
            SectionKind::Volunteering => ("volunteer", named("summary")),
            SectionKind::Interests => ("interests", named("name")),
            SectionKind::References => ("references", named("reference")),
            _ => return None,
        })
    }

    fn text(&self, lines: &[LineId]) -> String {
        let lines: Vec<&str> =
            lines.iter().filter_map(|id| self.lines.get(id)).map(|(line, _)| line.as_str()).collect();
        lines.join("\n")
    }
}

/// "Tools: a, b" as a named group.
fn skill(line: &str) -> Value {
    match line.split_once(": ") {
        Some((name, rest)) => {
            let keywords: Vec<&str> = rest.split(", ").collect();
            json!({ "name": name, "keywords": keywords })
        }
        None => {
            let keywords: Vec<&str> = line.split(", ").collect();
            json!({ "keywords": keywords })
        }
    }
}

fn body(line: &str) -> String {
    match split_marker(line) {
        Some((marker, rest)) if marker == "•" => rest.to_owned(),
        _ => line.to_owned(),
    }
}

fn put(entry: &mut Map<String, Value>, key: &str, field: Option<&Field<String>>) {
    if let Some(field) = field {
        entry.insert(key.into(), Value::String(field.value.clone()));
    }
}

fn dates(entry: &mut Map<String, Value>, dates: Option<&Field<Period>>) {
    let Some(period) = dates.map(|field| &field.value) else { return };
    if let Some(start) = period.start {
        entry.insert("startDate".into(), Value::String(start.to_string()));
    }
    // An entry without an end is one that goes on.
    if let Some(End::On(end)) = period.end {
        entry.insert("endDate".into(), Value::String(end.to_string()));
    }
}
