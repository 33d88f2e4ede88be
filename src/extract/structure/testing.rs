//! Documents for the tests of this folder, from plain lines.

use super::rows::{self, Row};
use crate::extract::{Block, BlockKind, Document, Line, LineId, Page, Rect, Word};
use crate::input::FileKind;

/// Lines as a text file gives them; an empty line starts a block. A line may
/// start with `#size!`, `!` meaning bold, to say how it is set.
pub(in crate::extract) fn document(text: &str) -> Document {
    let mut blocks: Vec<Block> = Vec::new();
    let mut next = true;
    let mut id = 0;
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            next = true;
            continue;
        }
        if next {
            blocks.push(Block { kind: BlockKind::Body, column: 0, lines: Vec::new() });
            next = false;
        }
        let (size, bold, line) = style(line);
        let mut x = 0.0;
        let words = line
            .split_whitespace()
            .map(|word| {
                let width = word.chars().count() as f32 * size * 0.5;
                let rect = if size > 0.0 {
                    Rect { x, y: number as f32 * 14.0, width, height: size }
                } else {
                    Rect::default()
                };
                x += width + size * 0.25;
                Word {
                    text: word.to_owned(),
                    rect,
                    size,
                    weight: if bold { 700 } else { 400 },
                    italic: false,
                    color: [0; 3],
                    hidden: None,
                    space_before: true,
                }
            })
            .collect();
        if let Some(block) = blocks.last_mut() {
            block.lines.push(Line {
                id: LineId(id),
                words,
                bullet: line.trim_start().starts_with(['•', '-', '*']),
            });
            id += 1;
        }
    }
    Document {
        kind: FileKind::Text,
        pages: vec![Page { width: 0.0, height: 0.0, rotation: 0, blocks }],
        links: Vec::new(),
        warnings: Vec::new(),
    }
}

fn style(line: &str) -> (f32, bool, &str) {
    let Some((mark, rest)) = line.strip_prefix('#').and_then(|line| line.split_once(' ')) else {
        return (0.0, false, line);
    };
    let bold = mark.ends_with('!');
    match mark.trim_end_matches('!').parse() {
        Ok(size) => (size, bold, rest),
        Err(_) => (0.0, false, line),
    }
}

pub(super) fn rows(text: &str) -> Vec<Row> {
    rows::rows(&document(text))
}

/// Lines of one block by their height and what starts where on them.
pub(super) fn placed(lines: &[(f32, &[(f32, &str)])]) -> Vec<Row> {
    let mut document = document("");
    let lines = lines.iter().zip(0u32..).map(|((y, parts), id)| {
        let mut words = Vec::new();
        for (start, text) in *parts {
            let mut x = *start;
            for text in text.split_whitespace() {
                let width = text.chars().count() as f32 * 5.0;
                let rect = Rect { x, y: *y, width, height: 10.0 };
                x += width + 2.5;
                let text = text.to_owned();
                let (weight, color) = (400, [0; 3]);
                words.push(Word {
                    text,
                    rect,
                    size: 10.0,
                    weight,
                    italic: false,
                    color,
                    hidden: None,
                    space_before: true,
                });
            }
        }
        Line { id: LineId(id), words, bullet: false }
    });
    let block = Block { kind: BlockKind::Body, column: 0, lines: lines.collect() };
    document.pages = vec![Page { width: 595.0, height: 842.0, rotation: 0, blocks: vec![block] }];
    rows::rows(&document)
}
