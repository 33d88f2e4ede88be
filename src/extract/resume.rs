//! A CV as fields. Every value carries the lines it came from and how sure
//! the reader is of it.

use super::document::LineId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resume {
    pub language: Language,
    pub name: Option<Field<String>>,
    pub emails: Vec<Field<String>>,
    pub phones: Vec<Field<String>>,
    pub links: Vec<Field<String>>,
    pub location: Option<Field<String>>,
    /// In reading order. Lines before the first heading are in none.
    pub sections: Vec<Section>,
    pub experience: Vec<Position>,
    pub education: Vec<Study>,
    pub skills: Vec<Field<String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field<T> {
    pub value: T,
    pub lines: Vec<LineId>,
    /// 0 to 1; below 0.5 is shown as unsure.
    pub confidence: f32,
}

/// ISO 639-1 codes that rules speak; `Other` is read but not judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    En,
    De,
    Fr,
    Es,
    Pt,
    It,
    Nl,
    Pl,
    Other,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    pub kind: SectionKind,
    /// As printed.
    pub heading: String,
    pub heading_line: LineId,
    /// The lines under the heading, without it.
    pub lines: Vec<LineId>,
    pub confidence: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SectionKind {
    Summary,
    Experience,
    Education,
    Skills,
    Projects,
    Publications,
    Certifications,
    Awards,
    Languages,
    Interests,
    Volunteering,
    References,
    Other,
}

/// One job in the experience section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    pub title: Option<Field<String>>,
    pub employer: Option<Field<String>>,
    pub dates: Option<Field<Period>>,
    /// First lines of its bullets.
    pub bullets: Vec<LineId>,
    /// All its lines, head and bullets.
    pub lines: Vec<LineId>,
}

/// One entry of the education section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Study {
    pub degree: Option<Field<String>>,
    pub institution: Option<Field<String>>,
    pub dates: Option<Field<Period>>,
    pub lines: Vec<LineId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// As printed.
    pub written: String,
    pub start: Option<Date>,
    pub end: Option<End>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    Present,
    On(Date),
}

impl std::fmt::Display for Date {
    /// `YYYY-MM` or `YYYY`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.month {
            Some(month) => write!(f, "{:04}-{month:02}", self.year),
            None => write!(f, "{:04}", self.year),
        }
    }
}
