//! *Readable*: can software read the file, from 0 to 100.
//!
//! Facts of the file and its text only; nothing about the person or the post.
//! Each part has its points below; a part gives them in full, in share, or
//! not at all. The sum, rounded, is held down by the lowest ceiling that
//! applies. The tables are what the page `/how-it-works` prints.

use super::matching::Weight;
use super::reading::Reading;
use super::score::{Ceiling, Part, Score};
use super::tokens::{Kind, Token, is_invisible, tokens};
use crate::extract::{BlockKind, Cv, Document, LineId, SectionKind, WarningKind};

/// The points of each part; together 100.
pub const PARTS: [Weight; 8] = [
    Weight { id: "text", label: "Text layer", value: 20.0, reason: "Without text there is nothing to read." },
    Weight {
        id: "order",
        label: "Reading order",
        value: 15.0,
        reason: "Columns, tables and text boxes are read across, last, or not at all by simple readers.",
    },
    Weight {
        id: "contact",
        label: "Contact in the body",
        value: 15.0,
        reason: "Name, e-mail and phone have to be found to reach you; many readers skip page headers and footers.",
    },
    Weight {
        id: "headings",
        label: "Headings recognised",
        value: 15.0,
        reason: "Readers sort what they find by the usual headings.",
    },
    Weight {
        id: "dates",
        label: "Dates parsed",
        value: 15.0,
        reason: "Years of experience are computed from dates.",
    },
    Weight {
        id: "characters",
        label: "Characters mappable",
        value: 10.0,
        reason: "Glyphs without a character, ligature codes and spaced letters break words.",
    },
    Weight {
        id: "hidden",
        label: "Nothing hidden",
        value: 5.0,
        reason: "Text that people cannot see but machines read is taken for deceit.",
    },
    Weight {
        id: "length",
        label: "Length",
        value: 5.0,
        reason: "Under 120 words there is too little to read; over 1,500 words readers cut off or skim.",
    },
];

/// What a single fault leaves at most.
pub const CEILINGS: [Weight; 6] = [
    Weight {
        id: "no-text",
        label: "No text at all, for example a scan",
        value: 5.0,
        reason: "A machine gets nothing.",
    },
    Weight {
        id: "part-scanned",
        label: "Some pages are pictures",
        value: 45.0,
        reason: "What is on these pages is lost.",
    },
    Weight {
        id: "unmappable",
        label: "More than a fifth of the characters unreadable",
        value: 30.0,
        reason: "What a machine gets is not the text.",
    },
    Weight {
        id: "no-email",
        label: "No e-mail address and no phone number",
        value: 70.0,
        reason: "Nobody can answer.",
    },
    Weight {
        id: "hidden-text",
        label: "Text that people cannot see",
        value: 75.0,
        reason: "Some readers set such files aside.",
    },
    Weight {
        id: "nothing-sorted",
        label: "No heading recognised",
        value: 75.0,
        reason: "Nothing can be sorted into experience, education and skills.",
    },
];

/// What the number is made of; change one and compute again to see a repair.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub words: usize,
    /// Pages that are pictures, and pages.
    pub scanned: bool,
    pub columns: bool,
    pub tables: bool,
    pub text_boxes: bool,
    pub name: bool,
    pub email: bool,
    pub phone: bool,
    /// Contact stands only in a page header or footer.
    pub contact_in_margin: bool,
    pub experience: bool,
    pub education: bool,
    pub skills: bool,
    pub headings: usize,
    /// Entries of experience and education, and those with a start or an end.
    pub entries: usize,
    pub dated: usize,
    /// Share of characters that are no letters of any text, 0 to 1.
    pub unreadable: f32,
    pub unmappable: bool,
    pub letter_spaced: bool,
    pub hidden: bool,
    pub invisible: bool,
}

impl Facts {
    /// `reading` is of the CV, whose words are the file's until it is edited.
    pub fn of(file: &Document, cv: &Cv, reading: &Reading) -> Self {
        let has = |kind: WarningKind| file.warnings.iter().any(|warning| warning.kind == kind);
        let file_text = file.text().text;
        let count = |words: &[Token]| words.iter().filter(|token| token.kind != Kind::Address).count();
        let words =
            if file_text == reading.text { count(&reading.words) } else { count(&tokens(&file_text)) };
        let resume = &cv.resume;
        let section = |kind: SectionKind| resume.sections.iter().any(|section| section.kind == kind);
        let entries = resume.experience.len() + resume.education.len();
        let periods = resume
            .experience
            .iter()
            .map(|position| &position.dates)
            .chain(resume.education.iter().map(|study| &study.dates));
        let dated = periods
            .flatten()
            .filter(|dates| dates.value.start.is_some() || dates.value.end.is_some())
            .count();
        let characters = file_text.chars().filter(|c| !c.is_whitespace()).count();
        let bad = file_text.chars().filter(|c| is_unreadable(*c)).count();
        Facts {
            words,
            scanned: has(WarningKind::Scanned),
            columns: has(WarningKind::Columns),
            tables: has(WarningKind::Tables),
            text_boxes: has(WarningKind::TextBoxes),
            name: resume.name.as_ref().is_some_and(|name| name.confidence >= 0.5),
            email: !resume.emails.is_empty(),
            phone: !resume.phones.is_empty(),
            contact_in_margin: contact_in_margin(cv),
            experience: section(SectionKind::Experience) || !resume.experience.is_empty(),
            education: section(SectionKind::Education) || !resume.education.is_empty(),
            skills: section(SectionKind::Skills) || !resume.skills.is_empty(),
            headings: resume.sections.iter().filter(|section| section.kind != SectionKind::Other).count(),
            entries,
            dated,
            unreadable: if characters == 0 { 0.0 } else { bad as f32 / characters as f32 },
            unmappable: has(WarningKind::UnmappableGlyphs),
            letter_spaced: has(WarningKind::LetterSpaced),
            hidden: has(WarningKind::HiddenText),
            invisible: file_text.chars().filter(|c| is_invisible(*c) && *c != '\u{ad}').count() > 5,
        }
    }

    pub fn has_text(&self) -> bool {
        self.words >= 10
    }
}

/// A code that stands for no letter: replacement, private use, ligature code.
pub fn is_unreadable(c: char) -> bool {
    matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{fb00}'..='\u{fb06}')
}

/// All lines of the e-mails and phones are in a page header or footer.
pub fn contact_in_margin(cv: &Cv) -> bool {
    let margin: Vec<LineId> = cv
        .document
        .pages
        .iter()
        .flat_map(|page| &page.blocks)
        .filter(|block| matches!(block.kind, BlockKind::Header | BlockKind::Footer))
        .flat_map(|block| &block.lines)
        .map(|line| line.id)
        .collect();
    let mut lines =
        cv.resume.emails.iter().chain(&cv.resume.phones).flat_map(|field| &field.lines).peekable();
    lines.peek().is_some() && lines.all(|line| margin.contains(line))
}

pub fn readable(facts: &Facts) -> Score {
    let shares: [(f32, String); 8] = [
        text(facts),
        order(facts),
        contact(facts),
        headings(facts),
        dates(facts),
        characters(facts),
        hidden(facts),
        length(facts),
    ];
    let parts: Vec<Part> = PARTS
        .iter()
        .zip(shares)
        .map(|(part, (share, why))| Part {
            id: part.id.to_owned(),
            label: part.label.to_owned(),
            points: part.value * share,
            of: part.value,
            why,
        })
        .collect();
    let ceilings = ceilings(facts);
    let sum: f32 = parts.iter().map(|part| part.points).sum();
    let value = (sum.round() as u8).min(100).min(ceilings.first().map_or(100, |ceiling| ceiling.limit));
    Score { value, parts, ceilings }
}

fn text(facts: &Facts) -> (f32, String) {
    match (facts.has_text(), facts.scanned) {
        (true, false) => (1.0, format!("{} words are there as text.", facts.words)),
        (true, true) => (0.5, "Some pages are pictures without text.".to_owned()),
        (false, _) => (0.0, "There is no text in the file.".to_owned()),
    }
}

fn order(facts: &Facts) -> (f32, String) {
    if !facts.has_text() {
        return (0.0, "There is nothing to put in order.".to_owned());
    }
    let faults = [
        (facts.columns, 0.4, "columns"),
        (facts.tables, 0.4, "tables"),
        (facts.text_boxes, 0.5, "text boxes"),
    ];
    let lost: f32 = faults.iter().filter(|fault| fault.0).map(|fault| fault.1).sum();
    let names: Vec<&str> = faults.iter().filter(|fault| fault.0).map(|fault| fault.2).collect();
    match names.is_empty() {
        true => (1.0, "One column, read from top to bottom.".to_owned()),
        false => (
            (1.0f32 - lost).max(0.0),
            format!("The page uses {}, which readers put in different orders.", names.join(" and ")),
        ),
    }
}

fn contact(facts: &Facts) -> (f32, String) {
    let found = [(facts.name, 5.0, "name"), (facts.email, 6.0, "e-mail"), (facts.phone, 4.0, "phone")];
    let mut share: f32 = found.iter().filter(|one| one.0).map(|one| one.1).sum::<f32>() / 15.0;
    let missing: Vec<&str> = found.iter().filter(|one| !one.0).map(|one| one.2).collect();
    let mut why = match missing.is_empty() {
        true => "Name, e-mail and phone were found.".to_owned(),
        false => format!("Not found with certainty: {}.", missing.join(", ")),
    };
    if facts.contact_in_margin {
        share *= 0.5;
        why.push_str(" E-mail and phone stand in the page header or footer only.");
    }
    (share, why)
}

fn headings(facts: &Facts) -> (f32, String) {
    let found = [
        (facts.experience, 0.4, "experience"),
        (facts.education, 0.3, "education"),
        (facts.skills, 0.3, "skills"),
    ];
    let missing: Vec<&str> = found.iter().filter(|one| !one.0).map(|one| one.2).collect();
    let share = found.iter().filter(|one| one.0).map(|one| one.1).sum::<f32>().min(1.0);
    match missing.is_empty() {
        true => (share, "Experience, education and skills were found.".to_owned()),
        false => (share, format!("No heading was recognised for: {}.", missing.join(", "))),
    }
}

fn dates(facts: &Facts) -> (f32, String) {
    match facts.entries {
        0 => (0.0, "No entry with dates was found.".to_owned()),
        entries => (
            facts.dated as f32 / entries as f32,
            format!("{} of {entries} entries have dates that could be read.", facts.dated),
        ),
    }
}

fn characters(facts: &Facts) -> (f32, String) {
    if !facts.has_text() {
        return (0.0, "There are no characters to check.".to_owned());
    }
    let mut share: f32 = 1.0;
    let mut why = Vec::new();
    if facts.unmappable || facts.unreadable > 0.002 {
        share -= if facts.unreadable > 0.05 { 1.0 } else { 0.6 };
        why.push("some glyphs have no readable character");
    }
    if facts.letter_spaced {
        share -= 0.4;
        why.push("some words are spaced out letter by letter");
    }
    match why.is_empty() {
        true => (1.0, "Every character can be read.".to_owned()),
        false => (share.max(0.0), format!("In this file {}.", why.join(" and "))),
    }
}

fn hidden(facts: &Facts) -> (f32, String) {
    match facts.hidden || facts.invisible {
        true => (0.0, "The file has text that people cannot see.".to_owned()),
        false => (1.0, "People and machines see the same text.".to_owned()),
    }
}

fn length(facts: &Facts) -> (f32, String) {
    let share = match facts.words {
        0..40 => 0.0,
        40..120 => 0.5,
        120..=1500 => 1.0,
        1501..=2200 => 0.5,
        _ => 0.0,
    };
    (share, format!("{} words.", facts.words))
}

fn ceilings(facts: &Facts) -> Vec<Ceiling> {
    let hits = [
        !facts.has_text(),
        facts.has_text() && facts.scanned,
        facts.unreadable > 0.2,
        facts.has_text() && !facts.email && !facts.phone,
        facts.hidden,
        facts.has_text() && facts.headings == 0,
    ];
    let mut out: Vec<Ceiling> = CEILINGS
        .iter()
        .zip(hits)
        .filter(|(_, hit)| *hit)
        .map(|(ceiling, _)| Ceiling {
            limit: ceiling.value as u8,
            reason: format!("{}: {}", ceiling.label, ceiling.reason),
        })
        .collect();
    out.sort_by_key(|ceiling| ceiling.limit);
    out
}
