//! The whole review as blocks: the two numbers with their parts, findings,
//! requirements with evidence, edits, questions, gaps and the letter.

mod ai;

use super::block::{Block, Composition, Piece, Role, Tone};
use super::fonts::Style;
use super::paragraph::words;
use crate::analyse::{Analysis, Evidence, Finding, Importance, Requirement, Score, Severity};
use crate::review::{AiReview, Decision};

/// What the report is made of; what is missing leaves its chapters out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Whose CV it is; the file's name where no name was found.
    pub cv_name: String,
    /// The text that the lines of edits and evidence count in; empty to leave
    /// the old wording out.
    pub cv_text: String,
    pub analysis: Option<Analysis>,
    pub review: Option<AiReview>,
    /// By index of the edit, in no order; an edit without one is pending.
    pub decisions: Vec<(u32, Decision)>,
    /// What the guard could not trace, as sentences: by index of the edit, and
    /// of the letter.
    pub flags: Vec<Vec<String>>,
    pub letter_flags: Vec<String>,
}

pub(super) fn compose(report: &Report) -> Composition {
    let mut blocks = vec![Block::plain(Role::Name, "CV review")];
    if !report.cv_name.trim().is_empty() {
        blocks.push(Block::plain(Role::Tagline, report.cv_name.trim()));
    }
    if let Some(analysis) = &report.analysis {
        numbers(analysis, &mut blocks);
        findings(&analysis.findings, &mut blocks);
        requirements(&analysis.requirements, &mut blocks);
    }
    if let Some(review) = &report.review {
        ai::compose(review, report, &mut blocks);
    }
    Composition {
        title: match report.cv_name.trim() {
            "" => "CV review".to_owned(),
            name => format!("CV review: {name}"),
        },
        author: String::new(),
        language: "en",
        rtl: false,
        blocks,
    }
}

/// From this many pages on, a report gets a list of its chapters.
const CONTENTS_FROM: usize = 4;

/// Puts the list of chapters under the title, with blank page numbers; gives
/// the rows and the chapters they stand for.
pub(super) fn add_contents(composition: &mut Composition, pages: usize) -> Vec<(usize, usize)> {
    if pages < CONTENTS_FROM {
        return Vec::new();
    }
    let is_chapter = |block: &Block| block.role == Role::Section;
    let Some(first) = composition.blocks.iter().position(is_chapter) else { return Vec::new() };
    let chapters: Vec<String> =
        composition.blocks.iter().filter(|block| is_chapter(block)).map(Block::text).collect();
    let mut rows = Vec::new();
    let chapter_blocks =
        (first..composition.blocks.len()).filter(|&at| composition.blocks[at].role == Role::Section);
    for (row, block) in chapter_blocks.enumerate() {
        rows.push((first + 1 + row, block + 1 + chapters.len()));
    }
    let contents = rows.iter().zip(chapters).map(|(&(_, block), title)| {
        let title = Piece { link: Some(format!("#{block}").into()), ..Piece::plain(title) };
        Block::row(Role::TableRow, CONTENTS, vec![vec![title], plain("0")])
    });
    let head = Block::row(Role::TableHead, CONTENTS, ["Contents", "Page"].map(plain).to_vec());
    let contents: Vec<Block> = std::iter::once(head).chain(contents).collect();
    composition.blocks.splice(first..first, contents);
    rows
}

/// Writes the page numbers that a layout has shown.
pub(super) fn number_contents(
    composition: &mut Composition,
    rows: &[(usize, usize)],
    page_of: impl Fn(usize) -> usize,
) {
    for &(row, block) in rows {
        if let Some(row) = &mut composition.blocks[row].row {
            row.cells[1] = plain((page_of(block) + 1).to_string());
        }
    }
}

const CONTENTS: &[f32] = &[0.9, 0.1];
const HALVES: &[f32] = &[0.5, 0.5];
const PARTS: &[f32] = &[0.3, 0.14, 0.56];
const REQUIREMENTS: &[f32] = &[0.52, 0.13, 0.35];

fn numbers(analysis: &Analysis, blocks: &mut Vec<Block>) {
    blocks.push(Block::plain(Role::Section, "Overview"));
    let matching = match &analysis.matching {
        Some(score) => format!("{} of 100", score.value),
        None => "not scored".to_owned(),
    };
    let readable = format!("{} of 100", analysis.readable.value);
    let labels = ["Readable: can software read the file?", "Match: how the CV meets the job post"];
    blocks.push(Block::row(Role::TableHead, HALVES, labels.map(plain).to_vec()));
    blocks.push(Block::row(Role::Figures, HALVES, vec![plain(readable), plain(matching)]));
    blocks.push(Block::plain(
        Role::Paragraph,
        format!(
            "The two numbers answer different questions and are never blended. They follow the published rules, version {}; no employer's software computes them.",
            analysis.rules
        ),
    ));
    score("Readable", &analysis.readable, blocks);
    if let Some(matching) = &analysis.matching {
        score("Match", matching, blocks);
    }
}

fn score(name: &str, score: &Score, blocks: &mut Vec<Block>) {
    blocks.push(Block::plain(Role::Entry, format!("{name}: where the points come from")));
    blocks.push(Block::row(Role::TableHead, PARTS, ["Part", "Points", "Why"].map(plain).to_vec()));
    for part in &score.parts {
        let points = format!("{} of {}", number(part.points), number(part.of));
        let cells = vec![plain(part.label.as_str()), plain(points), plain(part.why.as_str())];
        blocks.push(Block::row(Role::TableRow, PARTS, cells));
    }
    for ceiling in &score.ceilings {
        let pieces =
            vec![bold(format!("At most {}: ", ceiling.limit)), Piece::plain(one_line(&ceiling.reason))];
        blocks.push(Block::item("•", pieces));
    }
}

fn findings(findings: &[Finding], blocks: &mut Vec<Block>) {
    if findings.is_empty() {
        return;
    }
    blocks.push(Block::plain(Role::Section, "Findings"));
    let kinds = [
        (Severity::Serious, "Serious"),
        (Severity::Moderate, "Moderate"),
        (Severity::Minor, "Minor"),
        (Severity::NotChecked, "Not checked"),
    ];
    for (severity, heading) in kinds {
        let of_kind: Vec<&Finding> = findings.iter().filter(|finding| finding.severity == severity).collect();
        if of_kind.is_empty() {
            continue;
        }
        blocks.push(Block::plain(Role::Entry, format!("{heading} ({})", of_kind.len())));
        for finding in of_kind {
            let mut pieces = vec![Piece::plain(one_line(&finding.sentence))];
            if !finding.action.trim().is_empty() {
                pieces.push(Piece::plain(" "));
                pieces.push(Piece::new(one_line(&finding.action), Style::Bold, Tone::Ink));
            }
            blocks.push(Block::item("•", pieces));
        }
    }
}

fn requirements(requirements: &[Requirement], blocks: &mut Vec<Block>) {
    if requirements.is_empty() {
        return;
    }
    blocks.push(Block::plain(Role::Section, "What the post asks for"));
    let head = ["Requirement", "Kind", "In the CV"].map(plain).to_vec();
    blocks.push(Block::row(Role::TableHead, REQUIREMENTS, head));
    for importance in [Importance::Must, Importance::Nice] {
        for requirement in requirements.iter().filter(|requirement| requirement.ask.importance == importance)
        {
            let kind = match importance {
                Importance::Must => "must",
                Importance::Nice => "nice to have",
            };
            let cells =
                vec![plain(one_line(&requirement.text)), plain(kind), vec![evidence(&requirement.evidence)]];
            blocks.push(Block::row(Role::TableRow, REQUIREMENTS, cells));
        }
    }
}

fn evidence(evidence: &Evidence) -> Piece {
    match evidence {
        Evidence::Shown { years: Some(years) } => {
            bold(format!("shown, {} years of dated work", number(*years)))
        }
        Evidence::Shown { years: None } => bold("shown in a dated role or study"),
        Evidence::Listed => Piece::plain("listed only"),
        Evidence::Related { relation } => Piece::plain(format!("related: {}", one_line(relation))),
        Evidence::Missing => Piece::new("not found", Style::Italic, Tone::Muted),
    }
}

fn plain(text: impl Into<String>) -> Vec<Piece> {
    vec![Piece::plain(one_line(&text.into()))]
}

fn bold(text: impl Into<String>) -> Piece {
    Piece::new(text, Style::Bold, Tone::Ink)
}

/// White space of any kind as single spaces.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in words(text) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// 12 rather than 12.0, 7.5 as it is.
fn number(value: f32) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    format!("{tenths}")
}
