//! Which lines of the source are one sentence that its column broke.

use crate::extract::{Document, Line};
use std::collections::HashMap;

/// What is known of the columns of a document.
pub(crate) struct Wrapping {
    /// By line: its block and its column.
    places: HashMap<u32, Place>,
    /// By column: its right edge, in points or in characters.
    edges: HashMap<u32, f32>,
    /// The same by block.
    block_edges: Vec<f32>,
}

#[derive(Clone, Copy, PartialEq)]
struct Place {
    block: usize,
    column: u32,
}

/// Typed text is taken as wrapped only from this many characters on.
const NARROWEST: f32 = 50.0;

impl Wrapping {
    pub fn of(document: &Document) -> Self {
        let mut places = HashMap::new();
        let mut edges: HashMap<u32, f32> = HashMap::new();
        let mut block_edges = Vec::new();
        let blocks = document
            .pages
            .iter()
            .enumerate()
            .flat_map(|(page, inside)| inside.blocks.iter().map(move |block| (page, block)));
        for (index, (page, block)) in blocks.enumerate() {
            let column = page as u32 * 256 + u32::from(block.column);
            block_edges.push(block.lines.iter().map(right).fold(0.0, f32::max));
            for line in &block.lines {
                places.insert(line.id.0, Place { block: index, column });
                let edge = edges.entry(column).or_default();
                *edge = edge.max(right(line));
            }
        }
        Self { places, edges, block_edges }
    }

    /// True when `next` goes on where `line` had to stop.
    pub fn continues(&self, line: &Line, next: &Line) -> bool {
        if next.bullet {
            return false;
        }
        let (Some(here), Some(there)) = (self.places.get(&line.id.0), self.places.get(&next.id.0)) else {
            return false;
        };
        if here != there {
            return false;
        }
        let edge = self.edges.get(&here.column).copied().unwrap_or_default();
        let (text, following) = (line.text(), next.text());
        let full =
            right(line) + gap(line) + first_width(next) > edge * if has_places(line) { 0.97 } else { 0.999 };
        let typed = !has_places(line);
        if typed && edge < NARROWEST {
            return false;
        }
        let ended = text.trim_end().ends_with(['.', '!', '?', ':', ';']);
        let starts_low = following.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
        // A line of some length that a small letter follows.
        let block_edge = self.block_edges.get(here.block).copied().unwrap_or(edge);
        let low = starts_low && !ended && text.chars().count() >= 30 && right(line) > block_edge * 0.8;
        // A full line goes on unless a sentence ended in a typed text, where
        // every line may be one of its own.
        (full && (!typed || !ended)) || low
    }
}

fn has_places(line: &Line) -> bool {
    line.words.iter().any(|word| word.rect.width > 0.0)
}

/// The right edge of a line: in points, or in characters without positions.
fn right(line: &Line) -> f32 {
    match line.words.iter().map(|word| word.rect.x + word.rect.width).fold(0.0, f32::max) {
        0.0 => line.text().chars().count() as f32,
        edge => edge,
    }
}

fn first_width(line: &Line) -> f32 {
    match line.words.first() {
        Some(word) if word.rect.width > 0.0 => word.rect.width,
        Some(word) => word.text.chars().count() as f32,
        None => 0.0,
    }
}

fn gap(line: &Line) -> f32 {
    match line.words.last() {
        Some(word) if word.rect.width > 0.0 => word.size * 0.25,
        _ => 1.0,
    }
}
