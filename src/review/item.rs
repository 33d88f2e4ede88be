//! One item of an answer from a JSON value: unknown fields dropped, numbers
//! clamped, texts cleaned and cut. What lacks its essential part is no item.

use super::bounds;
use super::clean::{Lines, clean};
use super::json::Value;
use super::wire::{Difficulty, Edit, Gap, GapImportance, GapKind, InterviewQuestion, TechnicalQuestion};

/// A key as it is compared: models write `fromLine` and `from-line` too.
pub fn folded(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).take(40).flat_map(char::to_lowercase).collect()
}

pub fn edit(value: Value) -> Option<Edit> {
    let fields = Fields::of(value)?;
    let from_line = fields.number("fromline").filter(|line| *line >= 1)?.min(bounds::LAST_LINE);
    let to_line = fields.number("toline").unwrap_or(from_line).clamp(from_line, bounds::LAST_LINE);
    Some(Edit {
        from_line,
        to_line,
        text: fields.text("text", bounds::PARAGRAPH, Lines::Many)?,
        why: fields.text("why", bounds::QUESTION, Lines::One).unwrap_or_default(),
        keywords: fields
            .list("keywords")
            .iter()
            .filter_map(|value| term(value.clone()))
            .take(bounds::EDIT_KEYWORDS)
            .collect(),
    })
}

pub fn interview(value: Value) -> Option<InterviewQuestion> {
    let fields = Fields::of(value)?;
    let paragraph = |key| fields.text(key, bounds::PARAGRAPH, Lines::Many).unwrap_or_default();
    Some(InterviewQuestion {
        question: fields.text("question", bounds::QUESTION, Lines::Many)?,
        competency: fields.text("competency", bounds::LABEL, Lines::One).unwrap_or_default(),
        recruiter_perspective: fields
            .text("recruiterperspective", bounds::REMARK, Lines::Many)
            .unwrap_or_default(),
        evidence_lines: fields
            .list("evidencelines")
            .iter()
            .filter_map(number)
            .filter(|line| (1..=bounds::LAST_LINE).contains(line))
            .take(bounds::EVIDENCE_LINES)
            .collect(),
        situation: paragraph("situation"),
        action: paragraph("action"),
        result: paragraph("result"),
    })
}

pub fn technical(value: Value) -> Option<TechnicalQuestion> {
    let fields = Fields::of(value)?;
    Some(TechnicalQuestion {
        scenario: fields.text("scenario", bounds::PARAGRAPH, Lines::Many)?,
        concept: fields.text("concept", bounds::PARAGRAPH, Lines::Many).unwrap_or_default(),
        implementation: fields.text("implementation", bounds::LONG, Lines::Many).unwrap_or_default(),
        trade_offs: fields.text("tradeoffs", bounds::PARAGRAPH, Lines::Many).unwrap_or_default(),
        difficulty: match fields.word("difficulty").as_str() {
            "easy" => Difficulty::Easy,
            "hard" => Difficulty::Hard,
            _ => Difficulty::Medium,
        },
        code: fields.text("code", bounds::CODE, Lines::Code),
    })
}

pub fn gap(value: Value) -> Option<Gap> {
    let fields = Fields::of(value)?;
    Some(Gap {
        skill: fields.text("skill", bounds::LABEL, Lines::One)?,
        importance: match fields.word("importance").as_str() {
            "must" => GapImportance::Must,
            _ => GapImportance::Nice,
        },
        action: fields.text("action", bounds::REMARK, Lines::Many)?,
        kind: match fields.word("kind").as_str() {
            "course" => GapKind::Course,
            "project" => GapKind::Project,
            "certification" => GapKind::Certification,
            "wording" => GapKind::Wording,
            _ => GapKind::Practice,
        },
        weeks: fields.number("weeks").unwrap_or(0).min(bounds::WEEKS),
    })
}

pub fn term(value: Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(clean(&text, bounds::TERM, Lines::One)).filter(|term| !term.is_empty()),
        _ => None,
    }
}

struct Fields(Vec<(String, Value)>);

impl Fields {
    fn of(value: Value) -> Option<Self> {
        match value {
            Value::Object(fields) => Some(Self(fields)),
            _ => None,
        }
    }

    fn get(&self, key: &str) -> Option<&Value> {
        self.0.iter().find(|(name, _)| folded(name) == key).map(|(_, value)| value)
    }

    fn text(&self, key: &str, limit: usize, lines: Lines) -> Option<String> {
        match self.get(key)? {
            Value::Text(text) => Some(clean(text, limit, lines)).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    fn word(&self, key: &str) -> String {
        self.text(key, bounds::TERM, Lines::One).unwrap_or_default().to_lowercase()
    }

    fn number(&self, key: &str) -> Option<u32> {
        self.get(key).and_then(number)
    }

    fn list(&self, key: &str) -> &[Value] {
        match self.get(key) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }
}

/// A whole number, also when it is written as a text; negative ones are 0.
fn number(value: &Value) -> Option<u32> {
    match value {
        // A cast from a float clamps.
        Value::Number(number) => Some(*number as u32),
        Value::Text(text) => text.trim().parse::<f64>().ok().filter(|n| n.is_finite()).map(|n| n as u32),
        _ => None,
    }
}
