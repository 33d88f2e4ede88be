//! Documents as the PDF reader gave them, kept as text: so that this set
//! measures the fields alone, whatever happens to the reading of pages.
//!
//! `page WIDTH HEIGHT`, `block KIND COLUMN`, then a line of words each: `-` or
//! `*` (a bullet), and for every word a tab, its style where it changed
//! (`{top height size weight italic colour hidden}`), left edge, width, text.

use cv_review::extract::{Block, BlockKind, Document, Hidden, Line, LineId, Page, Rect, Word};
use cv_review::input::FileKind;
use std::fmt::Write as _;

const KINDS: [(BlockKind, &str); 4] = [
    (BlockKind::Body, "body"),
    (BlockKind::Header, "header"),
    (BlockKind::Footer, "footer"),
    (BlockKind::Table, "table"),
];

#[derive(Clone, Copy, PartialEq)]
struct Look {
    top: f32,
    height: f32,
    size: f32,
    weight: u16,
    italic: bool,
    color: [u8; 3],
    hidden: bool,
}

fn look(word: &Word) -> Look {
    Look {
        top: round(word.rect.y),
        height: round(word.rect.height),
        size: round(word.size),
        weight: word.weight,
        italic: word.italic,
        color: word.color,
        hidden: word.hidden.is_some(),
    }
}

fn round(number: f32) -> f32 {
    (number * 10.0).round() / 10.0
}

pub fn encode(document: &Document) -> String {
    let mut out = String::new();
    for page in &document.pages {
        let _ = writeln!(out, "page {} {}", round(page.width), round(page.height));
        for block in &page.blocks {
            let kind = KINDS.iter().find(|(kind, _)| *kind == block.kind).map_or("body", |(_, name)| name);
            let _ = writeln!(out, "block {kind} {}", block.column);
            for line in &block.lines {
                out.push(if line.bullet { '*' } else { '-' });
                let mut last = None;
                for word in &line.words {
                    out.push('\t');
                    let now = look(word);
                    if last != Some(now) {
                        let [r, g, b] = now.color;
                        let _ = write!(
                            out,
                            "{{{} {} {} {} {} {r:02x}{g:02x}{b:02x} {}}}",
                            now.top,
                            now.height,
                            now.size,
                            now.weight,
                            u8::from(now.italic),
                            u8::from(now.hidden)
                        );
                        last = Some(now);
                    }
                    let glue = if word.space_before { "" } else { "_" };
                    let _ =
                        write!(out, "{glue}{} {} {}", round(word.rect.x), round(word.rect.width), word.text);
                }
                out.push('\n');
            }
        }
    }
    out
}

pub fn decode(text: &str) -> Document {
    let mut pages: Vec<Page> = Vec::new();
    let mut id = 0;
    for line in text.lines() {
        let mut parts = line.split(' ');
        match parts.next() {
            Some("page") => {
                let mut side = || parts.next().and_then(|side| side.parse().ok()).expect("two sides");
                pages.push(Page { width: side(), height: side(), rotation: 0, blocks: Vec::new() });
            }
            Some("block") => {
                let kind = parts.next().and_then(|name| KINDS.iter().find(|(_, known)| *known == name));
                let (kind, _) = *kind.expect("a kind of block");
                let column = parts.next().and_then(|column| column.parse().ok()).expect("a column");
                let page = pages.last_mut().expect("a page before its blocks");
                page.blocks.push(Block { kind, column, lines: Vec::new() });
            }
            _ => {
                let block = pages.last_mut().and_then(|page| page.blocks.last_mut()).expect("a block");
                let bullet = line.starts_with('*');
                block.lines.push(Line { id: LineId(id), words: words(line), bullet });
                id += 1;
            }
        }
    }
    Document { kind: FileKind::Pdf, pages, links: Vec::new(), warnings: Vec::new() }
}

fn words(line: &str) -> Vec<Word> {
    let mut style: Vec<&str> = Vec::new();
    let mut words = Vec::new();
    for part in line.split('\t').skip(1) {
        let rest = match part.strip_prefix('{').and_then(|part| part.split_once('}')) {
            Some((look, rest)) => {
                style = look.split(' ').collect();
                rest
            }
            None => part,
        };
        let number =
            |index: usize| style.get(index).and_then(|part| part.parse::<f32>().ok()).expect("a number");
        let channel = |at: usize| {
            let digits = style.get(5).and_then(|color| color.get(at..at + 2)).expect("a colour");
            u8::from_str_radix(digits, 16).expect("two hexadecimal digits")
        };
        let space_before = !rest.starts_with('_');
        let mut fields = rest.trim_start_matches('_').splitn(3, ' ');
        let mut field = || fields.next().expect("left edge, width and text");
        let (x, width) = (field().parse().expect("a number"), field().parse().expect("a number"));
        words.push(Word {
            text: field().to_owned(),
            rect: Rect { x, y: number(0), width, height: number(1) },
            size: number(2),
            weight: number(3) as u16,
            italic: number(4) > 0.0,
            color: [channel(0), channel(2), channel(4)],
            hidden: (number(6) > 0.0).then_some(Hidden::Invisible),
            space_before,
        });
    }
    words
}
