//! What headings look like, and which look the surest of them share.

use super::headings::Candidate;
use super::naming::Naming;
use super::rows::{Body, Row};

/// What looks alike to a reader.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) caps: bool,
    /// In another colour than the text.
    pub(super) tinted: bool,
}

/// The looks that the surest headings share.
pub(super) fn heading_looks(rows: &[Row], candidates: &[Candidate], body: &Body) -> Vec<(Look, f32)> {
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

pub(super) fn look_of(row: &Row, body: &Body) -> Look {
    // Small capitals are two sizes; the capital tells that of the heading.
    let capital = row.pieces.first().map_or(0.0, |first| first.style.size);
    let parted = row.pieces.iter().any(|piece| piece.after_gap);
    let small_caps = !parted && row.words <= 6 && (1.0..1.6).contains(&(capital / row.size.max(1.0)));
    let size = if small_caps { capital } else { row.size };
    Look { size, bold: row.bold, caps: row.caps, tinted: row.color != body.color }
}

pub(super) fn look_plain(body: &Body) -> Look {
    Look { size: body.size, bold: body.bold, caps: false, tinted: false }
}

pub(super) fn alike(a: Look, b: Look) -> bool {
    (a.size - b.size).abs() < 0.6 && a.bold == b.bold && a.caps == b.caps && a.tinted == b.tinted
}
