//! Which lines are headings of sections, and of which kind.
//!
//! Two passes: words and style give every line a score; then the style that
//! the sure headings share decides about the lines that words alone leave
//! open ("Extra 1" in the style of "Education", "Languages:" in plain text).

use super::dates;
use super::fold::{fold, is_cjk, word_count};
use super::looks::{Look, alike, heading_looks, look_of, look_plain};
pub(super) use super::naming::{Naming, naming};
use super::rows::{Body, Row};
use crate::extract::{BlockKind, LineId, Section, SectionKind};
use std::collections::HashMap;

pub(super) struct Candidate {
    pub(super) row: usize,
    /// Rows that it takes: a long heading may wrap.
    pub(super) rows: usize,
    pub(super) heading: String,
    pub(super) naming: Naming,
    pub(super) kind: SectionKind,
    pub(super) look: Look,
    pub(super) score: f32,
}

/// A section as a range of rows.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) section: Section,
    /// Index of the heading's row.
    pub(super) heading: usize,
    /// Indexes of its rows; the heading's own row too when it holds more.
    pub(super) rows: Vec<usize>,
}

/// Finds the headings and hands each the rows up to the next.
pub(super) fn sections(rows: &[Row], body: &Body, name_rows: &[usize]) -> Vec<Part> {
    let columns = Columns::of(rows);
    let candidates: Vec<Candidate> = rows
        .iter()
        .enumerate()
        .filter(|(index, row)| !name_rows.contains(index) && row.kind != BlockKind::Footer)
        .filter_map(|(index, _)| candidate(rows, index, body, &columns))
        .collect();
    let taken: Vec<usize> =
        candidates.iter().filter(|candidate| candidate.rows > 1).map(|candidate| candidate.row + 1).collect();
    let candidates: Vec<Candidate> =
        candidates.into_iter().filter(|candidate| !taken.contains(&candidate.row)).collect();
    let looks = heading_looks(rows, &candidates, body);
    let set_apart = |candidate: &&Candidate| rows.get(candidate.row).is_some_and(|row| row.opens_block);
    let sure: Vec<&Candidate> =
        candidates.iter().filter(|candidate| candidate.naming == Naming::Exactly).collect();
    let all_apart =
        sure.iter().copied().filter(|candidate| set_apart(candidate)).count() * 10 >= sure.len() * 6;
    // Where headings have room above them, a plain line inside a list has none.
    let inside = |candidate: &Candidate| {
        all_apart && body.size == 0.0 && candidate.look == look_plain(body) && !set_apart(&candidate)
    };
    // "Tickets:" alone on its line, where every known heading ends so.
    let colon = |candidate: &Candidate| {
        rows.get(candidate.row).is_some_and(|row| row.opens_block && row.text.ends_with([':', '：']))
    };
    let all_colons = sure.len() >= 3 && sure.iter().all(|candidate| colon(candidate));
    let by_colon = |candidate: &Candidate| {
        let short = word_count(&candidate.heading) <= 4 && candidate.rows == 1;
        all_colons
            && short
            && colon(candidate)
            && sure.iter().any(|other| alike(other.look, candidate.look))
            && rows.get(candidate.row).is_some_and(|row| !row.bullet)
    };
    let chosen = candidates
        .iter()
        .filter(|candidate| {
            is_heading(rows, candidate, &looks, body, &columns) && !inside(candidate) || by_colon(candidate)
        })
        .collect::<Vec<_>>();
    // What stands above every heading of the first page is in none, however
    // late it is read.
    let placed = |row: &&Row| row.page == 0 && row.size > 0.0;
    let top = chosen.iter().filter_map(|candidate| rows.get(candidate.row)).filter(placed);
    let top = top.map(|row| row.y - row.size).fold(f32::MAX, f32::min);
    let above_all = |row: &Row| placed(&row) && row.y < top;

    let mut parts: Vec<Part> = Vec::new();
    for (number, candidate) in chosen.iter().enumerate() {
        let Some(row) = rows.get(candidate.row) else { continue };
        let end = chosen.get(number + 1).map_or(rows.len(), |next| next.row);
        // A sidebar that is read first ends where the name starts.
        let named = name_rows.iter().copied().filter(|row| *row > candidate.row).min();
        let end = end.min(named.unwrap_or(end));
        let below = candidate.row + candidate.rows;
        // "Опыт работы — 6 лет": what is left of the line only counts.
        let rest = row.text.strip_prefix(candidate.heading.as_str()).unwrap_or_default();
        let counts = dates::is_length(rest.trim_matches(|c: char| !c.is_alphanumeric()));
        let first =
            if candidate.heading.len() + 2 < row.text.len() && !counts { candidate.row } else { below };
        let indexes: Vec<usize> = (first..end)
            .filter(|index| {
                rows.get(*index).is_some_and(|row| row.kind != BlockKind::Footer && !above_all(row))
            })
            .collect();
        let section = Section {
            kind: candidate.kind,
            heading: candidate.heading.clone(),
            heading_line: row.id,
            lines: indexes
                .iter()
                .filter_map(|index| rows.get(*index))
                .map(|row| row.id)
                .filter(|id| *id != row.id)
                .collect::<Vec<LineId>>(),
            confidence: (0.35 + candidate.score * 0.1).clamp(0.3, 0.98),
        };
        parts.push(Part { section, heading: candidate.row, rows: indexes });
    }
    parts
}

fn candidate(rows: &[Row], index: usize, body: &Body, columns: &Columns) -> Option<Candidate> {
    let row = rows.get(index)?;
    let whole = row
        .text
        .trim()
        .trim_end_matches([':', '：', '.', ' ', '_', '-'])
        .trim_start_matches(['#', ' ', '_', '-', '|', '▌', '■', '【', '[', '◆'])
        .trim_end_matches(['】', ']', ' '])
        .trim();
    // "Опыт работы — 8 лет 3 месяца", "Experience (8 years)"
    let whole = match whole.split_once(['—', '–', '(']) {
        Some((before, after)) if dates::is_length(after.trim_end_matches(')')) => before.trim_end(),
        _ => whole,
    };
    let (naming_whole, _) = naming(whole);
    // A label column may hold the heading: its own cell, set apart by style.
    let cells = row.cells();
    let mut heading = whole;
    let mut look = look_of(row, body);
    let first_cell = cells.first().map(|cell| cell.trim().trim_end_matches([':', ' '])).unwrap_or_default();
    if naming_whole < Naming::Fully && cells.len() > 1 && naming(first_cell).0 >= Naming::Exactly {
        let first = row.pieces.first()?;
        let next = row.pieces.iter().find(|piece| piece.after_gap)?;
        let apart = first.style.size > next.style.size + 0.5
            || first.style.color != next.style.color
            || (first.style.bold && !next.style.bold);
        if apart {
            heading = first_cell;
            look = Look {
                size: first.style.size,
                bold: first.style.bold,
                caps: false,
                tinted: first.style.color != body.color,
            };
        }
    }
    let words = word_count(heading);
    let letters = heading.chars().count();
    if heading.is_empty() || words > 7 || letters > 60 || !heading.chars().any(char::is_alphabetic) {
        return None;
    }
    if heading.contains('@') || heading.contains("http") || heading.ends_with([',', ';', '。']) {
        return None;
    }
    let (mut naming, mut kind) = naming(heading);
    let mut heading = heading.to_owned();
    let mut taken = 1;
    if let Some(below) = rows.get(index + 1)
        && below.page == row.page
        && below.column == row.column
        && alike(look_of(below, body), look)
        && (row.size == 0.0 || (below.y - row.y).abs() < row.size * 1.8)
        && (row.size > 0.0 && look != look_plain(body) || row.caps)
    {
        let joined = format!("{heading} {}", below.text.trim_end_matches([':', ' ']));
        let (joined_naming, joined_kind) = self::naming(&joined);
        if (joined_naming == Naming::Exactly || joined_naming == Naming::Fully && ends_open(&row.text))
            && (naming < Naming::Exactly
                || ends_open(&row.text)
                || self::naming(&below.text).0 < Naming::Fully)
        {
            (naming, kind, heading, taken) = (joined_naming, joined_kind, joined, 2);
        }
    }
    let mut score = match naming {
        Naming::Exactly => 3.0,
        Naming::Fully => 2.2,
        Naming::Partly if words <= 4 => 0.8,
        Naming::Partly => 0.3,
        Naming::None => 0.0,
    };
    if body.styled {
        let own = columns.beside(row, body);
        let ratio = if own > 0.0 { look.size / own } else { 1.0 };
        score += match ratio {
            ratio if ratio >= 1.3 => 2.0,
            ratio if ratio >= 1.08 => 1.4,
            ratio if ratio < 0.85 => -0.8,
            _ => 0.0,
        };
        if look.bold && !body.bold {
            score += 0.9;
        }
        if row.color != body.color {
            score += 0.4;
        }
    }
    if look.caps {
        score += 1.0;
    }
    if row.text.trim_end().ends_with([':', '：']) {
        score += 0.3;
    }
    if row.opens_block || row.gap > 1.9 {
        score += 0.5;
    }
    if words > 4 {
        score -= 0.7;
    }
    // "■職務要約": in East Asia such a sign opens headings.
    let signed =
        naming == Naming::Exactly && row.opens_block && heading.chars().all(|c| is_cjk(c) || c == '・');
    if row.bullet && !signed {
        score -= 2.5;
    }
    if heading.contains(',') && naming < Naming::Fully {
        score -= 1.0;
    }
    if heading.chars().next().is_some_and(char::is_lowercase) && !heading.is_ascii() {
        score -= 0.3;
    }
    if row.text.ends_with('.') || !dates::periods(&heading).is_empty() {
        score -= 2.0;
    }
    Some(Candidate { row: index, rows: taken, heading, naming, kind, look, score })
}

fn is_heading(
    rows: &[Row],
    candidate: &Candidate,
    looks: &[(Look, f32)],
    body: &Body,
    columns: &Columns,
) -> bool {
    let Some(row) = rows.get(candidate.row) else { return false };
    let best = looks.first().map_or(0.0, |look| look.1);
    let rank = looks.iter().position(|(look, _)| alike(*look, candidate.look));
    // The headings of a sidebar may have a look of their own.
    let sidebar = |main: &Look| {
        let mut named = rows
            .iter()
            .filter(|row| alike(*main, look_of(row, body)) && naming(&row.text).0 >= Naming::Fully);
        let look = candidate.look;
        let set_apart = look.size > columns.beside(row, body) * 1.08 || look.bold && !body.bold || look.caps;
        row.size > 0.0 && set_apart && named.all(|other| other.column != row.column)
    };
    let strength = rank.and_then(|rank| looks.get(rank)).map_or(0.0, |look| look.1);
    let main_look = rank.is_some() && strength >= best * 0.45;
    if row.kind == BlockKind::Header && candidate.naming < Naming::Exactly {
        return false;
    }
    match candidate.naming {
        Naming::Exactly if main_look => candidate.score >= 2.2,
        Naming::Fully if main_look => candidate.score >= 2.2,
        // Weaker than the other headings: a label inside a section.
        Naming::Exactly if candidate.score >= 3.9 => {
            bigger_or_first(candidate, looks) || looks.first().is_some_and(|(main, _)| sidebar(main))
        }
        Naming::Exactly => false,
        Naming::Fully if candidate.score >= 3.9 => {
            bigger_or_first(candidate, looks) || looks.first().is_some_and(|(main, _)| sidebar(main))
        }
        Naming::Fully => false,
        Naming::Partly | Naming::None => {
            if !main_look || row.bullet || rows.is_empty() {
                return false;
            }
            let styled = body.styled && (candidate.look.size > body.size + 0.9 || candidate.look.caps);
            let caps = candidate.look.caps && row.opens_block;
            let enough = if candidate.naming == Naming::Partly { 1.8 } else { 2.0 };
            (styled || caps)
                && candidate.score >= enough
                && rank == Some(0)
                && is_exclusive(rows, candidate, body)
        }
    }
}

/// The size of the text of every column: a side bar may be set smaller than
/// the page.
struct Columns(HashMap<(usize, u8), f32>);

impl Columns {
    fn of(rows: &[Row]) -> Self {
        let mut sizes: HashMap<(usize, u8), Vec<f32>> = HashMap::new();
        for row in rows.iter().filter(|row| row.size > 0.0) {
            sizes.entry((row.page, row.column)).or_default().push(row.size);
        }
        let middle = |mut sizes: Vec<f32>| {
            sizes.sort_by(f32::total_cmp);
            sizes.get(sizes.len() / 2).copied().filter(|_| sizes.len() >= 8)
        };
        Self(sizes.into_iter().filter_map(|(place, sizes)| Some((place, middle(sizes)?))).collect())
    }

    /// The size of the text that a line stands among.
    fn beside(&self, row: &Row, body: &Body) -> f32 {
        self.0.get(&(row.page, row.column)).copied().unwrap_or(body.size).min(body.size)
    }
}

/// "Hobbies &": the heading goes on in the next line.
fn ends_open(text: &str) -> bool {
    let last = text.split_whitespace().last().unwrap_or_default();
    text.ends_with(['&', ',', '/'])
        || matches!(fold(last).as_str(), "and" | "und" | "et" | "y" | "e" | "en" | "i" | "of" | "de")
}

fn bigger_or_first(candidate: &Candidate, looks: &[(Look, f32)]) -> bool {
    looks.first().is_none_or(|(main, _)| {
        candidate.look.size + 0.6 >= main.size
            && (candidate.look.caps || !main.caps || candidate.look.size > main.size + 0.6)
            && (candidate.look.bold || !main.bold || candidate.look.size > main.size + 0.6)
    })
}

/// Most lines of this look are named as headings are, so the rest are too.
fn is_exclusive(rows: &[Row], candidate: &Candidate, body: &Body) -> bool {
    let mut named = 0;
    let mut all = 0;
    for row in rows {
        if alike(candidate.look, look_of(row, body)) {
            all += 1;
            if naming(&row.text).0 >= Naming::Fully {
                named += 1;
            }
        }
    }
    named >= 2 && named * 5 >= all * 2
}
