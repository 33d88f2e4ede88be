//! Markdown as lines and words: the marks go, what they say about headings
//! and bold text stays as size and weight, and list items keep a bullet.

use super::document::{Document, Link, Rect, Word};
use super::plain::{Composer, Style, decode, words};
use crate::input::FileKind;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Lists inside lists deeper than this are flattened.
const LIST_DEPTH: usize = 32;

pub(super) fn read(bytes: &[u8]) -> Document {
    let text = decode(bytes);
    let mut writer = Writer::default();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for event in Parser::new_ext(&text, options) {
        writer.event(event);
    }
    writer.end_line();
    let mut document = writer.composer.finish(FileKind::Markdown);
    document.links = writer.links;
    document
}

struct Writer {
    composer: Composer,
    line: Vec<Word>,
    /// Whether the last text ended with a blank.
    gap: bool,
    bullet: bool,
    lists: Vec<Option<u64>>,
    heading: Option<HeadingLevel>,
    strong: usize,
    emphasis: usize,
    metadata: bool,
    links: Vec<Link>,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            composer: Composer::new(),
            line: Vec::new(),
            gap: false,
            bullet: false,
            lists: Vec::new(),
            heading: None,
            strong: 0,
            emphasis: 0,
            metadata: false,
            links: Vec::new(),
        }
    }
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if !self.metadata => self.text(&text),
            Event::Html(html) | Event::InlineHtml(html) if is_break(&html) => self.end_line(),
            Event::SoftBreak | Event::HardBreak => self.end_line(),
            Event::Rule => self.end_block(),
            Event::TaskListMarker(_) => {}
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.end_block();
                self.heading = Some(level);
            }
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Item => {
                self.end_line();
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}.");
                        *number = number.saturating_add(1);
                        marker
                    }
                    _ => "•".to_owned(),
                };
                self.text(&marker);
                self.gap = true;
                self.bullet = true;
            }
            Tag::List(first) => {
                self.end_line();
                if self.lists.is_empty() {
                    self.composer.end_block();
                }
                if self.lists.len() < LIST_DEPTH {
                    self.lists.push(first);
                }
            }
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.links.push(Link { target: dest_url.into_string(), page: 0, rect: Rect::default() })
            }
            Tag::TableCell => self.gap = true,
            Tag::MetadataBlock(_) => self.metadata = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.end_line();
                self.heading = None;
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow => self.end_line(),
            TagEnd::Paragraph if self.lists.is_empty() => self.end_block(),
            TagEnd::Paragraph => self.end_line(),
            TagEnd::List(_) => {
                self.end_line();
                self.lists.pop();
                if self.lists.is_empty() {
                    self.composer.end_block();
                }
            }
            TagEnd::Table | TagEnd::CodeBlock | TagEnd::BlockQuote(_) => self.end_block(),
            TagEnd::MetadataBlock(_) => self.metadata = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_line();
            }
            self.inline(part);
        }
    }

    fn inline(&mut self, text: &str) {
        let mut found = words(text, self.style());
        let glued = !self.gap && !text.starts_with(char::is_whitespace);
        if let Some(first) = found.first_mut() {
            first.space_before = !self.line.is_empty() && !glued;
        }
        if !text.is_empty() {
            self.gap = text.ends_with(char::is_whitespace) || (self.gap && found.is_empty());
        }
        self.line.append(&mut found);
    }

    fn style(&self) -> Style {
        let size = match self.heading {
            Some(HeadingLevel::H1) => 20.0,
            Some(HeadingLevel::H2) => 16.0,
            Some(HeadingLevel::H3) => 13.0,
            _ => 11.0,
        };
        let bold = self.heading.is_some() || self.strong > 0;
        Style { size, weight: if bold { 700 } else { 400 }, italic: self.emphasis > 0 }
    }

    fn end_line(&mut self) {
        let words = std::mem::take(&mut self.line);
        // A bullet alone is an item whose text starts on a later line.
        if self.bullet && words.len() == 1 {
            self.line = words;
            self.gap = true;
            return;
        }
        self.composer.line(words, self.bullet);
        self.gap = false;
        self.bullet = false;
    }

    fn end_block(&mut self) {
        self.end_line();
        self.composer.end_block();
    }
}

fn is_break(html: &str) -> bool {
    let tag: String = html.trim().to_ascii_lowercase();
    tag.starts_with("<br")
}
