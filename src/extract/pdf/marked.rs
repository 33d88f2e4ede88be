//! Marked content: text given for glyphs that do not say it themselves, its
//! place in the tree of tags, and running headers and footers.

use super::characters::text_string;
use super::tags::PageTags;
use super::text::TextSink;
use hayro_syntax::object::{self, Dict, Name};

const DEPTH: usize = 256;

pub(super) struct MarkedContent {
    tags: PageTags,
    open: Vec<Mark>,
    /// Sequences opened beyond the limit, to close them in step.
    beyond: usize,
}

struct Mark {
    running: bool,
    rank: Option<u32>,
    /// The text, the first glyph it stands for, and how many glyphs said
    /// nothing until then.
    actual: Option<(String, usize, usize)>,
}

impl MarkedContent {
    pub fn new(tags: PageTags) -> Self {
        Self { tags, open: Vec::new(), beyond: 0 }
    }

    /// `own`: in the content of the page itself, not in a form with numbers of
    /// its own.
    pub fn begin(&mut self, tag: &[u8], properties: Option<&Dict<'_>>, own: bool, sink: &TextSink) {
        if self.open.len() >= DEPTH {
            self.beyond = self.beyond.saturating_add(1);
            return;
        }
        let kind = properties.and_then(|dict| dict.get::<Name<'_>>(b"Type"));
        let running = tag == b"Artifact" && kind.is_some_and(|kind| &*kind == b"Pagination");
        let inside = self.open.iter().any(|mark| mark.actual.is_some());
        let actual = properties
            .filter(|_| !inside)
            .and_then(|dict| dict.get::<object::String<'_>>(b"ActualText"))
            .map(|text| (text_string(&text), sink.ink.glyphs.len(), sink.ink.unmapped));
        let rank = properties
            .filter(|_| own)
            .and_then(|dict| dict.get::<u32>(b"MCID"))
            .and_then(|content| self.tags.rank(content));
        self.open.push(Mark { running, rank, actual });
    }

    pub fn end(&mut self, sink: &mut TextSink) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        if let Some(Mark { actual: Some((text, first, unmapped)), .. }) = self.open.pop() {
            sink.replace(first, &text);
            sink.ink.unmapped = unmapped;
        }
    }

    /// Of the innermost mark that has one.
    pub fn rank(&self) -> Option<u32> {
        self.open.iter().rev().find_map(|mark| mark.rank)
    }

    pub fn running(&self) -> bool {
        self.open.iter().any(|mark| mark.running)
    }
}
