//! The ZIP of a DOCX: its parts by name, and which part points to which.

use super::xml::{self, Step};
use crate::error::{Problem, ProblemKind};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Bytes that one part may have after decompression.
const PART_BYTES: u64 = 16 * 1024 * 1024;
/// Bytes of all parts that are read.
const ALL_BYTES: u64 = 48 * 1024 * 1024;
/// Entries of the ZIP.
const ENTRY_LIMIT: usize = 5_000;

pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
    pub truncated: bool,
}

/// What a part points to, by the id that it uses for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Relations(HashMap<String, Relation>);

#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// The last word of the type: `styles`, `header`, `hyperlink`.
    pub kind: String,
    /// The name of a part, or an address when it is outside.
    pub target: String,
    pub external: bool,
}

impl<'b> Package<'b> {
    pub fn open(bytes: &'b [u8]) -> Result<Self, Problem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        if archive.len() > ENTRY_LIMIT {
            return Err(Problem::new(
                ProblemKind::OverLimit,
                "This file holds thousands of parts, which no CV does. Save it again as DOCX or PDF, or paste the text.",
            ));
        }
        Ok(Self { archive, left: ALL_BYTES, truncated: false })
    }

    /// The text of a part; `None` when it is missing, damaged or too large.
    pub fn part(&mut self, name: &str) -> Option<String> {
        let limit = PART_BYTES.min(self.left);
        let file = self.archive.by_name(name).ok()?;
        let mut bytes = Vec::new();
        // A damaged end still leaves the text before it.
        let _ = file.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > limit {
            self.truncated = true;
            return None;
        }
        self.left = self.left.saturating_sub(size);
        Some(crate::extract::plain::decode(&bytes))
    }

    /// What a part points to; for the package itself the name is empty.
    pub fn relations(&mut self, part: &str) -> Relations {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = match folder.is_empty() {
            true => format!("_rels/{file}.rels"),
            false => format!("{folder}/_rels/{file}.rels"),
        };
        let mut found = HashMap::new();
        let Some(text) = self.part(&name) else { return Relations::default() };
        xml::walk(&text, |step| {
            if let Step::Open(element) = step
                && element.name() == "Relationship"
            {
                let kind = element.attribute("Type").unwrap_or_default();
                let target = element.attribute("Target").unwrap_or_default();
                let external = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
                let target = if external { target } else { resolve(folder, &target) };
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                found
                    .insert(element.attribute("Id").unwrap_or_default(), Relation { kind, target, external });
            }
            found.len() < 10_000
        });
        Relations(found)
    }
}

impl Relations {
    pub fn get(&self, id: &str) -> Option<&Relation> {
        self.0.get(id)
    }

    pub fn of_kind(&self, kind: &str) -> Option<&Relation> {
        self.0.values().filter(|relation| relation.kind == kind).min_by(|a, b| a.target.cmp(&b.target))
    }
}

/// A target is relative to the folder of its part, or starts with a slash.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

pub(super) fn damaged() -> Problem {
    Problem::new(
        ProblemKind::Damaged,
        "This DOCX file is damaged or not a Word document. Save it again from where you wrote it, or paste the text of your CV.",
    )
}
