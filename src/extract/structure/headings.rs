//! Which lines are headings of sections, and of which kind.
//!
//! Two passes: words and style give every line a score; then the style that
//! the sure headings share decides about the lines that words alone leave
//! open ("Extra 1" in the style of "Education", "Languages:" in plain text).

use super::dates;
use super::fold::{fold, key, word_count};
use super::heading_words::{FILLERS, KEYWORDS, PHRASES};
use super::months::one_of;
use super::rows::{Body, Row};
use crate::extract::{BlockKind, LineId, Section, SectionKind};
use std::collections::HashMap;
use std::sync::LazyLock;

static KNOWN: LazyLock<HashMap<&'static str, SectionKind>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for (kind, phrases) in PHRASES {
        for phrase in phrases.split('|') {
            known.entry(phrase.trim()).or_insert(*kind);
        }
    }
    known
});

/// How well the words of a line name a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Naming {
    None,
    /// A word of a heading among others.
    Partly,
    /// Every word is one that headings use.
    Fully,
    /// The whole phrase is known.
    Exactly,
}

/// What looks alike to a reader.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Look {
    size: f32,
    bold: bool,
    caps: bool,
    /// In another colour than the text.
    tinted: bool,
}

struct Candidate {
    row: usize,
    /// Rows that it takes: a long heading may wrap.
    rows: usize,
    heading: String,
    naming: Naming,
    kind: SectionKind,
    look: Look,
    score: f32,
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

/// The kind that a phrase names, and how well.
pub(super) fn naming(text: &str) -> (Naming, SectionKind) {
    let phrase = key(text);
    let phrase = phrase.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '.');
    if phrase.is_empty() {
        return (Naming::None, SectionKind::Other);
    }
    if let Some(kind) = KNOWN.get(phrase).or_else(|| with_ligatures(phrase)) {
        return (Naming::Exactly, *kind);
    }
    // "SKILLS, LANGUAGES, INTERESTS": the first part that is known decides.
    let folded = fold(text);
    let parts: Vec<String> = split_conjunctions(&folded)
        .into_iter()
        .map(|part| key(&part))
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() > 1 {
        let kinds: Vec<Option<SectionKind>> = parts.iter().map(|part| kind_of_part(part)).collect();
        if kinds.iter().all(Option::is_some) {
            let kind = kinds
                .iter()
                .flatten()
                .copied()
                .find(|kind| *kind != SectionKind::Other)
                .unwrap_or(SectionKind::Other);
            let first = kinds.first().copied().flatten().unwrap_or(kind);
            return (
                Naming::Fully,
                if first == SectionKind::Other && parts.len() == 2 { first } else { kind },
            );
        }
    }
    let mut unknown = 0;
    let mut kind = None;
    for word in phrase.split(' ') {
        let of_word = keyword(word);
        if of_word.is_none() && !one_of(FILLERS, word) && KNOWN.get(word).is_none() {
            unknown += 1;
        }
        kind = stronger(kind, of_word);
    }
    if kind.is_none() {
        kind = cjk_kind(phrase);
    }
    match kind {
        Some(kind) if unknown == 0 => (Naming::Fully, kind.1),
        Some(kind) => (Naming::Partly, kind.1),
        None => (Naming::None, SectionKind::Other),
    }
}

/// "Certi cations", "Pro les": files lose their ligatures, and the gap stays.
fn with_ligatures(phrase: &str) -> Option<&'static SectionKind> {
    let gaps = phrase.match_indices(' ').take(3);
    gaps.flat_map(|(at, _)| ["fi", "fl", "ff", "ffi"].map(|lost| (at, lost))).find_map(|(at, lost)| {
        let (before, after) = (phrase.get(..at)?, phrase.get(at + 1..)?);
        KNOWN.get(format!("{before}{lost}{after}").as_str())
    })
}

fn kind_of_part(part: &str) -> Option<SectionKind> {
    if let Some(kind) = KNOWN.get(part) {
        return Some(*kind);
    }
    let mut kind = None;
    for word in part.split(' ') {
        let of_word = keyword(word);
        if of_word.is_none() && !one_of(FILLERS, word) {
            return None;
        }
        kind = stronger(kind, of_word);
    }
    kind.map(|(_, kind)| kind).or(Some(SectionKind::Other)).filter(|_| !part.is_empty())
}

static RANKED: LazyLock<HashMap<&'static str, (usize, SectionKind)>> = LazyLock::new(|| {
    let mut ranked = HashMap::new();
    for (rank, (kind, words)) in KEYWORDS.iter().enumerate() {
        for word in words.split(' ') {
            ranked.entry(word).or_insert((rank, *kind));
        }
    }
    ranked
});

/// Rank and kind of a word; a lower rank wins.
fn keyword(word: &str) -> Option<(usize, SectionKind)> {
    RANKED.get(word).copied()
}

fn stronger(
    a: Option<(usize, SectionKind)>,
    b: Option<(usize, SectionKind)>,
) -> Option<(usize, SectionKind)> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.0 < a.0 { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// Chinese, Japanese and Korean headings are not cut into words.
fn cjk_kind(phrase: &str) -> Option<(usize, SectionKind)> {
    if !phrase.chars().any(super::fold::is_cjk) || phrase.chars().count() > 10 {
        return None;
    }
    KEYWORDS.iter().enumerate().find_map(|(rank, (kind, words))| {
        words
            .split(' ')
            .any(|word| !word.is_ascii() && word.chars().all(super::fold::is_cjk) && phrase.contains(word))
            .then_some((rank, *kind))
    })
}

fn split_conjunctions(folded: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for word in folded.replace(['&', '/', ',', '+', '|', '、', '・'], " & ").split_whitespace() {
        if matches!(word, "&" | "and" | "und" | "et" | "y" | "e" | "ed" | "en" | "i" | "oraz" | "и") {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    parts
}

/// Finds the headings and hands each the rows up to the next.
pub(super) fn sections(rows: &[Row], body: &Body, name_rows: &[usize]) -> Vec<Part> {
    let candidates: Vec<Candidate> = rows
        .iter()
        .enumerate()
        .filter(|(index, row)| !name_rows.contains(index) && row.kind != BlockKind::Footer)
        .filter_map(|(index, _)| candidate(rows, index, body))
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
            is_heading(rows, candidate, &looks, body) && !inside(candidate) || by_colon(candidate)
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
        let first = if candidate.heading.len() + 2 < row.text.len() { candidate.row } else { below };
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

fn candidate(rows: &[Row], index: usize, body: &Body) -> Option<Candidate> {
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
        if joined_naming == Naming::Exactly
            && (naming < Naming::Exactly || self::naming(&below.text).0 < Naming::Fully)
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
        let ratio = if body.size > 0.0 { look.size / body.size } else { 1.0 };
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
    if row.bullet {
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

/// The looks that the surest headings share.
fn heading_looks(rows: &[Row], candidates: &[Candidate], body: &Body) -> Vec<(Look, f32)> {
    let mut looks: Vec<(Look, f32)> = Vec::new();
    for candidate in candidates.iter().filter(|candidate| candidate.naming >= Naming::Fully) {
        let worth = candidate.score;
        match looks.iter_mut().find(|(look, _)| alike(*look, candidate.look)) {
            Some((_, sum)) => *sum += worth,
            None => looks.push((candidate.look, worth)),
        }
    }
    // A look that body text has too tells nothing.
    for (look, sum) in &mut looks {
        let plain = (look.size - body.size).abs() < 0.6 && look.bold == body.bold && !look.caps;
        if plain && body.styled {
            *sum *= 0.4;
        }
        let others = rows.iter().filter(|row| alike(*look, look_of(row, body))).count();
        *sum /= 1.0 + others as f32 * 0.02;
    }
    looks.sort_by(|a, b| b.1.total_cmp(&a.1));
    looks
}

fn look_of(row: &Row, body: &Body) -> Look {
    // Small capitals are two sizes; the capital tells that of the heading.
    let capital = row.pieces.first().map_or(0.0, |first| first.style.size);
    let parted = row.pieces.iter().any(|piece| piece.after_gap);
    let small_caps = !parted && row.words <= 6 && (1.0..1.6).contains(&(capital / row.size.max(1.0)));
    let size = if small_caps { capital } else { row.size };
    Look { size, bold: row.bold, caps: row.caps, tinted: row.color != body.color }
}

fn look_plain(body: &Body) -> Look {
    Look { size: body.size, bold: body.bold, caps: false, tinted: false }
}

fn alike(a: Look, b: Look) -> bool {
    (a.size - b.size).abs() < 0.6 && a.bold == b.bold && a.caps == b.caps && a.tinted == b.tinted
}

fn is_heading(rows: &[Row], candidate: &Candidate, looks: &[(Look, f32)], body: &Body) -> bool {
    let Some(row) = rows.get(candidate.row) else { return false };
    let best = looks.first().map_or(0.0, |look| look.1);
    let rank = looks.iter().position(|(look, _)| alike(*look, candidate.look));
    // The headings of a sidebar may have a look of their own.
    let sidebar = |main: &Look| {
        let mut named = rows
            .iter()
            .filter(|row| alike(*main, look_of(row, body)) && naming(&row.text).0 >= Naming::Fully);
        let look = candidate.look;
        let set_apart = look.size > body.size * 1.08 || look.bold && !body.bold || look.caps;
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
        Naming::Fully => candidate.score >= 3.9 && bigger_or_first(candidate, looks),
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

fn bigger_or_first(candidate: &Candidate, looks: &[(Look, f32)]) -> bool {
    looks.first().is_none_or(|(main, _)| {
        candidate.look.size + 0.6 >= main.size
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_many_languages() {
        for (text, kind) in [
            ("PROFESSIONAL EXPERIENCE", SectionKind::Experience),
            ("Work Experience:", SectionKind::Experience),
            ("Education & Training", SectionKind::Education),
            ("SKILLS, LANGUAGES, INTERESTS", SectionKind::Skills),
            ("Language Skills", SectionKind::Languages),
            ("Volunteer Experience", SectionKind::Volunteering),
            ("Honors & Awards", SectionKind::Awards),
            ("LEADERSHIP & ACTIVITIES", SectionKind::Other),
            ("Licenses & Certifications", SectionKind::Certifications),
            ("Research & Publications", SectionKind::Publications),
            ("Berufserfahrung", SectionKind::Experience),
            ("Beruflicher Werdegang", SectionKind::Experience),
            ("Sprachkenntnisse", SectionKind::Languages),
            ("Expérience professionnelle", SectionKind::Experience),
            ("Centres d’intérêt", SectionKind::Interests),
            ("Formación académica", SectionKind::Education),
            ("Idiomas", SectionKind::Languages),
            ("Formação Acadêmica", SectionKind::Education),
            ("Esperienze lavorative", SectionKind::Experience),
            ("Istruzione e formazione", SectionKind::Education),
            ("Werkervaring", SectionKind::Experience),
            ("Vaardigheden", SectionKind::Skills),
            ("Doświadczenie zawodowe", SectionKind::Experience),
            ("Wykształcenie", SectionKind::Education),
            ("教育背景", SectionKind::Education),
            ("実務経験・職歴", SectionKind::Experience),
            ("Опыт работы", SectionKind::Experience),
        ] {
            let (naming, found) = naming(text);
            assert_eq!(found, kind, "{text}");
            assert!(naming >= Naming::Fully || text.contains('・'), "{text}: {naming:?}");
        }
        assert_eq!(naming("Senior Developer").0, Naming::None);
        assert_eq!(naming("Acme Ltd").0, Naming::None);
    }
}
