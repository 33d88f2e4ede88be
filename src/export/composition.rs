//! The approved CV as blocks: its name, contact, headings, entries, items and
//! paragraphs. Every line of the text is in exactly one block, in order, word
//! for word; only the bullets are drawn alike.

use super::block::{Block, Composition, Piece, Role, Tone};
use super::fonts::Style;
use super::links;
use super::wrap::Wrapping;
use crate::extract::{Cv, Language, Line, LineId, Resume, SectionKind};
use crate::extract::{Document, Rect};
use std::collections::{HashMap, HashSet};

/// Contact lines up to this length share a line with their neighbours.
const SHORT_CONTACT: usize = 48;
/// Lines that the top of a CV may have before its first heading.
const TOP_LINES: usize = 12;
/// A head of an entry is rarely longer; longer lines are sentences.
const LONG_HEAD: usize = 110;

pub(crate) fn compose(cv: &Cv) -> Composition {
    let reader = Reader::new(cv);
    let name = cv.resume.name.as_ref().map(|name| name.value.trim().to_owned()).unwrap_or_default();
    Composition {
        title: if name.is_empty() { "Curriculum vitae".to_owned() } else { format!("{name} – CV") },
        author: name,
        language: tag(cv.resume.language),
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

/// What the fields of the CV say about a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Name,
    /// Above the first heading.
    Top,
    Contact,
    Heading(usize),
    /// The head of an entry; true for its first line.
    Head(bool),
    Body,
}

/// What a head says, so that it is seen: words to set bold and to set quiet.
#[derive(Clone, Default)]
struct Head {
    strong: Vec<String>,
    quiet: Vec<String>,
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

/// Set between things that share a line: real spaces, wide enough for a
/// reader to see two things, narrow enough not to look like two columns.
const GAP: &str = "   ";

/// Signs that keep two things apart by themselves.
const SEPARATORS: [char; 7] = ['|', '•', '·', ',', ';', '◆', '/'];

/// The text of a line in single spaces; where the source set its words far
/// apart, as a city from an employer, they stay apart.
fn spaced(line: &Line) -> String {
    let mut text = String::new();
    let mut edge: Option<f32> = None;
    for word in line.words.iter().filter(|word| word.hidden.is_none()) {
        let wide = word.rect.width > 0.0
            && edge.is_some_and(|edge| word.rect.x - edge > 1.5 * word.size.max(4.0))
            && !is_marker(&text);
        for (at, part) in word.text.split_whitespace().enumerate() {
            if !text.is_empty() && (at > 0 || word.space_before) {
                let set_off = text.ends_with(SEPARATORS) || part.starts_with(SEPARATORS);
                text.push_str(if wide && at == 0 && !set_off { GAP } else { " " });
            }
            text.push_str(part);
        }
        edge = (word.rect.width > 0.0).then_some(word.rect.x + word.rect.width);
    }
    text
}

/// Whether all there is so far is a bullet, whose distance means nothing.
fn is_marker(text: &str) -> bool {
    text.chars().count() <= 3 && split_marker(text).is_some()
}

/// Links whose address is not printed: the words that they lie behind.
fn hidden_links(document: &Document) -> Vec<links::Hidden> {
    let mut hidden = Vec::new();
    for (number, page) in document.pages.iter().enumerate() {
        let on_page =
            document.links.iter().filter(|link| link.page as usize == number && link.rect.width > 0.0);
        for link in on_page {
            let lines = page.blocks.iter().flat_map(|block| &block.lines);
            for line in lines {
                let words =
                    line.words.iter().filter(|word| word.hidden.is_none() && covers(&link.rect, &word.rect));
                let words: Vec<&str> = words.map(|word| word.text.as_str()).collect();
                if !words.is_empty() {
                    hidden.push(links::Hidden { words: words.join(" "), target: link.target.clone() });
                }
            }
        }
    }
    hidden
}

/// Whether the middle of a word is inside a link.
fn covers(link: &Rect, word: &Rect) -> bool {
    let (x, y) = (word.x + word.width / 2.0, word.y + word.height / 2.0);
    word.width > 0.0
        && (link.x..=link.x + link.width).contains(&x)
        && (link.y - 1.0..=link.y + link.height + 1.0).contains(&y)
}

fn is_quiet(block: &Block) -> bool {
    block.pieces.iter().any(|piece| piece.tone == Tone::Muted)
}

/// The words of each head, by its lines.
fn heads(resume: &Resume) -> HashMap<LineId, Head> {
    let mut heads: HashMap<LineId, Head> = HashMap::new();
    let entries = resume
        .experience
        .iter()
        .map(|job| (&job.title, &job.employer, &job.dates))
        .chain(resume.education.iter().map(|study| (&study.degree, &study.institution, &study.dates)));
    for (title, place, dates) in entries {
        for line in place.iter().flat_map(|field| &field.lines) {
            heads.entry(*line).or_default();
        }
        if let Some(field) = title.as_ref().or(place.as_ref()) {
            for line in &field.lines {
                heads.entry(*line).or_default().strong.push(field.value.clone());
            }
        }
        if let Some(field) = dates {
            for line in &field.lines {
                heads.entry(*line).or_default().quiet.push(field.value.written.clone());
            }
        }
    }
    heads
}

fn parts(
    resume: &Resume,
    lines: &[&Line],
    texts: &[String],
    heads: &HashMap<LineId, Head>,
) -> (Vec<Part>, Vec<Option<SectionKind>>) {
    let headings: HashMap<LineId, usize> =
        resume.sections.iter().enumerate().map(|(at, section)| (section.heading_line, at)).collect();
    let name: HashSet<LineId> = resume.name.iter().flat_map(|name| name.lines.iter().copied()).collect();
    let contact: HashSet<LineId> = [&resume.emails, &resume.phones, &resume.links]
        .into_iter()
        .flatten()
        .chain(&resume.location)
        .flat_map(|field| field.lines.iter().copied())
        .collect();
    // An entry's first head line, in document order.
    let starts: HashSet<LineId> = resume
        .experience
        .iter()
        .map(|job| &job.lines)
        .chain(resume.education.iter().map(|study| &study.lines))
        .filter_map(|lines| lines.iter().find(|line| heads.contains_key(line)).copied())
        .collect();

    let mut section: Option<usize> = None;
    let mut contact_begun = false;
    let top = lines.iter().take_while(|line| !headings.contains_key(&line.id)).take(TOP_LINES);
    let contact_ahead = !headings.is_empty() && top.clone().any(|line| contact.contains(&line.id));
    let mut parts = Vec::with_capacity(lines.len());
    let mut kinds = Vec::with_capacity(lines.len());
    for (line, text) in lines.iter().zip(texts) {
        let part = if let Some(&at) = headings.get(&line.id) {
            section = Some(at);
            Part::Heading(at)
        } else if name.contains(&line.id) {
            Part::Name
        } else if section.is_none() {
            let addressed = text.contains('@') || text.contains("://") || text.contains("www.");
            let short = text.chars().count() <= 120;
            // Short lines among the addresses, as professions and permits, go with them.
            let label = (contact_begun || contact_ahead && parts.last() != Some(&Part::Name))
                && parts.len() < TOP_LINES
                && is_label(line, text);
            if (contact.contains(&line.id) || addressed) && short || label {
                contact_begun = true;
                Part::Contact
            } else {
                Part::Top
            }
        } else if heads.contains_key(&line.id) && !line.bullet && text.chars().count() <= 2 * LONG_HEAD {
            Part::Head(starts.contains(&line.id))
        } else {
            Part::Body
        };
        parts.push(part);
        kinds.push(section.map(|at| resume.sections[at].kind));
    }
    (parts, kinds)
}

/// A few words that are no sentence.
fn is_label(line: &Line, text: &str) -> bool {
    !line.bullet && text.chars().count() <= SHORT_CONTACT && !text.ends_with(['.', ':', ';'])
}

fn is_top(role: Role) -> bool {
    matches!(role, Role::Name | Role::Tagline | Role::Contact)
}

/// A head's text with its title bold and its dates quiet.
fn emphasised(text: &str, head: &Head) -> Vec<Piece> {
    let mut marks: Vec<(usize, usize, Style, Tone)> = Vec::new();
    let wanted = head
        .strong
        .iter()
        .map(|words| (words, Style::Bold, Tone::Ink))
        .chain(head.quiet.iter().map(|words| (words, Style::Regular, Tone::Muted)));
    for (words, style, tone) in wanted {
        let words = words.trim();
        if let Some(start) = text.find(words).filter(|_| !words.is_empty()) {
            let end = start + words.len();
            if marks.iter().all(|&(from, to, ..)| end <= from || to <= start) {
                marks.push((start, end, style, tone));
            }
        }
    }
    marks.sort_by_key(|mark| mark.0);
    let mut pieces = Vec::new();
    let mut at = 0;
    for (start, end, style, tone) in marks {
        if at < start {
            // More than a word's space before a date that no sign sets off.
            let before = &text[at..start];
            let bare = tone == Tone::Muted && before.trim_end().ends_with(char::is_alphanumeric);
            pieces.push(Piece::plain(if bare {
                format!("{}    ", before.trim_end())
            } else {
                before.to_owned()
            }));
        }
        pieces.push(Piece::new(&text[start..end], style, tone));
        at = end;
    }
    if at < text.len() {
        pieces.push(Piece::plain(&text[at..]));
    }
    pieces
}

/// The end of a short label with its colon: "Languages: ...".
fn label(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let short = text[..colon].chars().count() <= 40;
    (short && text[colon + 1..].starts_with(' ')).then_some(colon + 1)
}

/// Splits a list item into its marker, all bullets drawn alike, and its text.
pub(crate) fn split_marker(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let mut characters = word.chars();
    let first = characters.next()?;
    if characters.next().is_none() {
        return is_sign(first).then(|| ("•".to_owned(), rest.trim_start()));
    }
    // A sign that no word starts with may touch its text.
    if is_sign(first) && !matches!(first, '-' | '*' | '–' | '—' | '+' | '·' | '−' | '‐' | 'o') {
        return Some(("•".to_owned(), text[first.len_utf8()..].trim_start()));
    }
    let counted = word.len() <= 4
        && word.ends_with(['.', ')'])
        && word.trim_matches(['(', ')', '.']).chars().all(char::is_alphanumeric);
    counted.then(|| (word.to_owned(), rest.trim_start()))
}

/// What stands for a bullet in front of an item: no letter or digit but the
/// `o` of old word processors, nor what begins a sentence or a number.
fn is_sign(character: char) -> bool {
    character == 'o'
        || !(character.is_alphanumeric()
            || matches!(
                character,
                '(' | '['
                    | '"'
                    | '\''
                    | '“'
                    | '‘'
                    | '„'
                    | '«'
                    | '#'
                    | '$'
                    | '€'
                    | '£'
                    | '<'
                    | '@'
                    | '&'
                    | '¿'
                    | '¡'
                    | '.'
                    | '…'
                    | '~'
                    | '/'
            ))
}
