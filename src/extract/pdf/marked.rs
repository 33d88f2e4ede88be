//! Marked content: text given for glyphs that do not say it themselves, and
//! running headers and footers.

use super::characters::text_string;
use super::text::TextSink;
use hayro_syntax::object::{self, Dict, Name};

const DEPTH: usize = 256;

#[derive(Default)]
pub(super) struct MarkedContent {
    open: Vec<Mark>,
    /// Sequences opened beyond the limit, to close them in step.
    beyond: usize,
}

struct Mark {
    running: bool,
    /// The text, the first glyph it stands for, and how many glyphs said
    /// nothing until then.
    actual: Option<(String, usize, usize)>,
}

impl MarkedContent {
    pub fn begin(&mut self, tag: &[u8], properties: Option<&Dict<'_>>, sink: &TextSink) {
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
        self.open.push(Mark { running, actual });
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

    pub fn running(&self) -> bool {
        self.open.iter().any(|mark| mark.running)
    }
}
