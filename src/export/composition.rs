//! The approved CV as blocks: its name, contact, headings, entries, items and
//! paragraphs. Every line of the text is in exactly one block, in order, word
//! for word; only the bullets are drawn alike.

mod marker;
mod parts;
mod source;

pub(crate) use marker::split_marker;

use super::block::{Block, Composition, Piece, Role, Tone};
use super::fonts::Style;
use super::links;
use super::paragraph::is_mostly_right_to_left;
use super::wrap::Wrapping;
use crate::extract::{Cv, Language, Line, LineId, SectionKind};
use parts::{Head, Part, emphasised, heads, parts};
use source::{GAP, hidden_links, spaced};
use std::collections::HashMap;

/// Contact lines up to this length share a line with their neighbours.
const SHORT_CONTACT: usize = 48;
/// A head of an entry is rarely longer; longer lines are sentences.
const LONG_HEAD: usize = 110;

pub(crate) fn compose(cv: &Cv) -> Composition {
    let reader = Reader::new(cv);
    let name = cv.resume.name.as_ref().map(|name| name.value.trim().to_owned()).unwrap_or_default();
    Composition {
        title: if name.is_empty() { "Curriculum vitae".to_owned() } else { format!("{name} – CV") },
        author: name,
        language: tag(cv.resume.language),
        rtl: is_mostly_right_to_left(reader.texts.iter()),
        blocks: reader.blocks(),
    }
}

/// BCP 47.
fn tag(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::De => "de",
        Language::Fr => "fr",
        Language::Es => "es",
        Language::Pt => "pt",
        Language::It => "it",
        Language::Nl => "nl",
        Language::Pl => "pl",
        Language::Other => "und",
    }
}

struct Reader<'c> {
    cv: &'c Cv,
    lines: Vec<&'c Line>,
    texts: Vec<String>,
    parts: Vec<Part>,
    heads: HashMap<LineId, Head>,
    kinds: Vec<Option<SectionKind>>,
    wrapping: Wrapping,
    hidden: Vec<links::Hidden>,
}

impl<'c> Reader<'c> {
    fn new(cv: &'c Cv) -> Self {
        let lines: Vec<&Line> = cv.document.lines().filter(|line| !line.text().trim().is_empty()).collect();
        let texts: Vec<String> = lines.iter().map(|line| spaced(line)).collect();
        let heads = heads(&cv.resume);
        let (parts, kinds) = parts(&cv.resume, &lines, &texts, &heads);
        let wrapping = Wrapping::of(&cv.document);
        let hidden = hidden_links(&cv.document);
        Self { cv, lines, texts, parts, heads, kinds, wrapping, hidden }
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut at = 0;
        while at < self.lines.len() {
            match self.parts[at] {
                Part::Name => at = self.name(at, &mut blocks),
                // Addresses further down are text like any other: a centred
                // line between paragraphs would look like a column.
                Part::Contact if blocks.iter().all(|block| is_top(block.role)) => {
                    at = self.contact(at, &mut blocks);
                }
                Part::Heading(section) => self.heading(at, section, &mut blocks),
                Part::Head(first) => self.head(at, first, &mut blocks),
                Part::Top if !self.lines[at].bullet && self.is_tagline(at) => {
                    blocks.push(Block::new(Role::Tagline, self.linked(&self.texts[at])));
                }
                Part::Contact => blocks.push(Block::new(Role::Paragraph, self.linked(&self.texts[at]))),
                Part::Top | Part::Body => at = self.body(at, &mut blocks),
            }
            at += 1;
        }
        blocks
    }

    fn linked(&self, text: &str) -> Vec<Piece> {
        links::linked(&Piece::plain(text), &self.cv.resume, &self.hidden)
    }

    /// The name large, on one line; what else is on its line below it.
    /// Returns the last line taken.
    fn name(&self, start: usize, blocks: &mut Vec<Block>) -> usize {
        let mut at = start;
        while self.parts.get(at + 1) == Some(&Part::Name) {
            at += 1;
        }
        let text = self.texts[start..=at].join(" ");
        let name = self.cv.resume.name.as_ref().map(|name| name.value.trim()).unwrap_or_default();
        match text.strip_prefix(name).filter(|rest| !name.is_empty() && !rest.trim().is_empty()) {
            Some(rest) if rest.starts_with([' ', ',', '|', '\t']) => {
                let (mark, rest) = match rest.strip_prefix(',') {
                    Some(rest) => (",", rest),
                    None => ("", rest),
                };
                blocks.push(Block::plain(Role::Name, format!("{name}{mark}")));
                blocks.push(Block::new(Role::Contact, self.linked(rest.trim())));
            }
            _ => blocks.push(Block::plain(Role::Name, text)),
        }
        at
    }

    /// Short contact lines side by side; returns the last line taken.
    fn contact(&self, start: usize, blocks: &mut Vec<Block>) -> usize {
        let short = |at: usize| self.texts[at].chars().count() <= SHORT_CONTACT;
        let mut pieces = self.linked(&self.texts[start]);
        let mut at = start;
        while short(at)
            && self.parts.get(at + 1) == Some(&Part::Contact)
            && short(at + 1)
            && !self.lines[at + 1].bullet
        {
            at += 1;
            pieces.push(Piece::gap());
            pieces.extend(self.linked(&self.texts[at]));
        }
        blocks.push(Block::new(Role::Contact, pieces));
        at
    }

    /// A heading; words after it on its line become a paragraph under it.
    fn heading(&self, at: usize, section: usize, blocks: &mut Vec<Block>) {
        let text = &self.texts[at];
        let heading =
            self.cv.resume.sections[section].heading.split_whitespace().collect::<Vec<_>>().join(" ");
        let rest = text.strip_prefix(heading.as_str()).filter(|_| !heading.is_empty());
        match rest.filter(|rest| rest.chars().any(char::is_alphanumeric)) {
            Some(rest) if rest.starts_with([':', ' ', '.', '–', '-', '—']) => {
                let mark = if rest.starts_with([':', '.']) { &rest[..1] } else { "" };
                blocks.push(Block::plain(Role::Section, format!("{heading}{mark}")));
                blocks.push(Block::new(Role::Paragraph, self.linked(rest[mark.len()..].trim())));
            }
            _ => blocks.push(Block::plain(Role::Section, text.clone())),
        }
    }

    fn head(&self, at: usize, first: bool, blocks: &mut Vec<Block>) {
        let text = &self.texts[at];
        let head = self.heads.get(&self.lines[at].id).cloned().unwrap_or_default();
        let quiet = head.quiet.iter().any(|words| words == text);
        // A line that is only a date belongs beside the line above it.
        let beside = blocks.last_mut().filter(|above| {
            quiet && !first && matches!(above.role, Role::Entry | Role::Detail) && !is_quiet(above)
        });
        if let Some(above) = beside
            && above.text().chars().count() + text.chars().count() < LONG_HEAD - 20
        {
            above.pieces.push(Piece::plain(GAP));
            above.pieces.push(Piece::new(text, Style::Regular, Tone::Muted));
            return;
        }
        let mut pieces = emphasised(text, &head);
        let plain = pieces.iter().all(|piece| piece.style == Style::Regular && piece.tone == Tone::Ink);
        if first && plain && text.chars().count() <= LONG_HEAD {
            for piece in &mut pieces {
                piece.style = Style::Bold;
            }
        }
        let pieces =
            pieces.iter().flat_map(|piece| links::linked(piece, &self.cv.resume, &self.hidden)).collect();
        blocks.push(Block::new(if first { Role::Entry } else { Role::Detail }, pieces));
    }

    /// An item or a paragraph with the lines that a narrow column broke off
    /// it; returns the last line taken.
    fn body(&self, start: usize, blocks: &mut Vec<Block>) -> usize {
        let mut end = start;
        while self.parts.get(end + 1) == Some(&self.parts[start])
            && self.wrapping.continues(self.lines[end], self.lines[end + 1])
        {
            end += 1;
        }
        let text = self.texts[start..=end].join(" ");
        if self.lines[start].bullet
            && let Some((marker, rest)) = split_marker(&text)
        {
            blocks.push(Block::item(marker, self.linked(rest)));
            return end;
        }
        if start == end && self.heads_items(start) {
            let pieces = [Piece::new(text, Style::Bold, Tone::Ink)];
            let pieces =
                pieces.iter().flat_map(|piece| links::linked(piece, &self.cv.resume, &self.hidden)).collect();
            blocks.push(Block::new(Role::Entry, pieces));
            return end;
        }
        // A few words under a head, as a place or the subject of a thesis.
        let under_head = blocks.last().is_some_and(|above| matches!(above.role, Role::Entry | Role::Detail));
        if under_head && text.chars().count() <= 80 && !text.ends_with('.') {
            blocks.push(Block::new(Role::Detail, self.linked(&text)));
            return end;
        }
        let pieces = match (self.kinds[start], label(&text)) {
            (Some(SectionKind::Skills | SectionKind::Languages), Some(end)) => {
                let mut pieces = vec![Piece::new(&text[..end], Style::Bold, Tone::Ink)];
                pieces.extend(self.linked(&text[end..]));
                pieces
            }
            _ => self.linked(&text),
        };
        blocks.push(Block::new(Role::Paragraph, pieces));
        end
    }

    /// A short line over items, in a section whose entries are not known:
    /// projects, volunteering.
    fn heads_items(&self, at: usize) -> bool {
        let kind_allows = !matches!(
            self.kinds[at],
            None | Some(SectionKind::Summary | SectionKind::Skills | SectionKind::Languages)
        );
        kind_allows
            && self.parts[at] == Part::Body
            && !self.texts[at].ends_with(['.', ';'])
            && self.texts[at].chars().count() <= LONG_HEAD
            && self.lines.get(at + 1).is_some_and(|next| next.bullet)
            && (at == 0 || self.lines[at - 1].bullet || matches!(self.parts[at - 1], Part::Heading(_)))
    }

    fn is_tagline(&self, at: usize) -> bool {
        let near_name = (at > 0 && self.parts[at - 1] == Part::Name) || at == 0;
        let text = &self.texts[at];
        near_name && text.chars().count() <= 90 && !text.ends_with('.')
    }
}

fn is_quiet(block: &Block) -> bool {
    block.pieces.iter().any(|piece| piece.tone == Tone::Muted)
}

fn is_top(role: Role) -> bool {
    matches!(role, Role::Name | Role::Tagline | Role::Contact)
}

/// The end of a short label with its colon: "Languages: ...".
fn label(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let short = text[..colon].chars().count() <= 40;
    (short && text[colon + 1..].starts_with(' ')).then_some(colon + 1)
}
