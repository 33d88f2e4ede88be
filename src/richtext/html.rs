//! HTML to blocks: the allow-list, then a reader of the regular HTML that the
//! allow-list's printer gives (lower-case tags, all closed, no attributes).

use super::{Block, DEPTH, Inline, visible};
use ammonia::Builder;
use std::collections::{HashMap, HashSet};

/// Containers that only part blocks from each other stay until the reader has
/// used them; they carry no attribute either.
const ALLOWED: [&str; 30] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "ul",
    "ol",
    "li",
    "strong",
    "b",
    "em",
    "i",
    "code",
    "pre",
    "br",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "blockquote",
    "table",
    "tbody",
    "thead",
    "tr",
    "td",
    "th",
    "hr",
];

/// What is left of foreign HTML: allowed tags without attributes, and text.
pub fn allowed(html: &str) -> String {
    Builder::empty()
        .tags(HashSet::from(ALLOWED))
        .clean_content_tags(HashSet::from(["script", "style", "title", "noscript", "template", "iframe"]))
        .generic_attributes(HashSet::new())
        .tag_attributes(HashMap::new())
        .url_schemes(HashSet::new())
        .link_rel(None)
        .strip_comments(true)
        .clean(shallow(html))
        .to_string()
}

/// Elements inside each other; parsing time grows with the square of it.
const NESTING: i32 = 300;

/// The start of the source up to where it nests too deep for any real page.
fn shallow(html: &str) -> &str {
    let mut depth = 0;
    for (at, _) in html.match_indices('<') {
        let tag = &html[at + 1..];
        let closing = tag.starts_with('/');
        let name: &str = tag.trim_start_matches('/');
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        // Without a content of their own, or closed by the next of their kind.
        let flat = ["p", "br", "hr", "li", "img", "meta", "link", "input", "td", "tr", "th", "option", "wbr"];
        if name.is_empty() || flat.iter().any(|flat| name.eq_ignore_ascii_case(flat)) {
            continue;
        }
        depth = if closing { (depth - 1).max(0) } else { depth + 1 };
        if depth > NESTING {
            return &html[..at];
        }
    }
    html
}

pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(c),
        }
    }
}

/// Reads what [`allowed`] gives.
pub fn blocks(html: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    let mut rest = html;
    while !rest.is_empty() {
        match rest.strip_prefix('<').and_then(|tag| tag.split_once('>')) {
            Some((tag, after)) => {
                reader.tag(tag);
                rest = after;
            }
            None => {
                // A lone '<' at the start is text; ammonia never prints one.
                let first = rest.chars().next().map_or(0, char::len_utf8);
                let end = rest[first..].find('<').map_or(rest.len(), |at| first + at);
                reader.text(&unescaped(&rest[..end]));
                rest = &rest[end..];
            }
        }
    }
    reader.finish()
}

fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Strong,
    Em,
    Code,
}

struct List {
    ordered: bool,
    items: Vec<Vec<Block>>,
}

/// Inlines gather until a block begins or ends.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    lists: Vec<List>,
    /// Lists beyond [`DEPTH`] that are open.
    flattened: usize,
    inlines: Vec<(Vec<Style>, Inline)>,
    styles: Vec<Style>,
    heading: Option<u8>,
    pre: Option<String>,
}

impl Reader {
    fn tag(&mut self, tag: &str) {
        if self.pre.is_some() && tag != "/pre" {
            return;
        }
        match tag.split(' ').next().unwrap_or_default() {
            "strong" | "b" => self.styles.push(Style::Strong),
            "em" | "i" => self.styles.push(Style::Em),
            "code" => self.styles.push(Style::Code),
            "/strong" | "/b" => self.unstyle(Style::Strong),
            "/em" | "/i" => self.unstyle(Style::Em),
            "/code" => self.unstyle(Style::Code),
            "br" => self.inlines.push((Vec::new(), Inline::Break)),
            "pre" => {
                self.end_block();
                self.pre = Some(String::new());
            }
            "/pre" => {
                if let Some(text) = self.pre.take() {
                    let text = visible(text.strip_prefix('\n').unwrap_or(&text)).trim_end().to_owned();
                    if !text.is_empty() {
                        self.add(Block::Code { text });
                    }
                }
            }
            "ul" => self.open_list(false),
            "ol" => self.open_list(true),
            "/ul" | "/ol" => self.close_list(),
            "li" => {
                self.end_block();
                if let Some(list) = self.lists.last_mut() {
                    list.items.push(Vec::new());
                }
            }
            "/td" | "/th" => self.text(" "),
            "td" | "th" => {}
            heading if heading.len() == 2 && heading.starts_with('h') && heading != "hr" => {
                self.end_block();
                self.heading = heading[1..].parse().ok();
            }
            _ => self.end_block(),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(pre) = &mut self.pre {
            pre.push_str(text);
            return;
        }
        let text = visible(text);
        let (open, ended) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
        let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let at_start = matches!(self.inlines.last(), None | Some((_, Inline::Break)));
        let after_space =
            matches!(self.inlines.last(), Some((_, Inline::Text { text })) if text.ends_with(' '));
        if words.is_empty() {
            if open && !at_start && !after_space {
                self.push_text(" ".into());
            }
            return;
        }
        if open && !at_start && !after_space {
            words.insert(0, ' ');
        }
        if ended {
            words.push(' ');
        }
        self.push_text(words);
    }

    fn push_text(&mut self, text: String) {
        let mut styles: Vec<Style> = Vec::new();
        for style in &self.styles {
            if !styles.contains(style) {
                styles.push(*style);
            }
        }
        match self.inlines.last_mut() {
            Some((last, Inline::Text { text: before })) if *last == styles => before.push_str(&text),
            _ => self.inlines.push((styles, Inline::Text { text })),
        }
    }

    fn unstyle(&mut self, style: Style) {
        if let Some(at) = self.styles.iter().rposition(|open| *open == style) {
            self.styles.remove(at);
        }
    }

    /// What has gathered becomes a block.
    fn end_block(&mut self) {
        let mut gathered = std::mem::take(&mut self.inlines);
        let heading = self.heading.take();
        let empty = |(_, inline): &(Vec<Style>, Inline)| match inline {
            Inline::Break => true,
            Inline::Text { text } => text.trim().is_empty(),
            _ => false,
        };
        while gathered.last().is_some_and(empty) {
            gathered.pop();
        }
        let start = gathered.iter().position(|inline| !empty(inline)).unwrap_or(gathered.len());
        gathered.drain(..start);
        if let Some((_, Inline::Text { text })) = gathered.last_mut() {
            text.truncate(text.trim_end().len());
        }
        if let Some((_, Inline::Text { text })) = gathered.first_mut() {
            *text = text.trim_start().to_owned();
        }
        // No space before a line end.
        for at in 1..gathered.len() {
            if gathered[at].1 == Inline::Break
                && let (_, Inline::Text { text }) = &mut gathered[at - 1]
            {
                text.truncate(text.trim_end().len());
            }
        }
        if gathered.is_empty() {
            return;
        }
        let inlines = nested(gathered, 0);
        self.add(match heading {
            Some(level) => Block::Heading { level: level.clamp(1, 6), inlines },
            None => Block::Paragraph { inlines },
        });
    }

    fn add(&mut self, block: Block) {
        match self.lists.last_mut() {
            Some(list) => match list.items.last_mut() {
                Some(item) => item.push(block),
                None => list.items.push(vec![block]),
            },
            None => self.blocks.push(block),
        }
    }

    fn open_list(&mut self, ordered: bool) {
        self.end_block();
        if self.lists.len() == DEPTH {
            self.flattened += 1;
        } else {
            self.lists.push(List { ordered, items: Vec::new() });
        }
    }

    fn close_list(&mut self) {
        self.end_block();
        if self.flattened > 0 {
            self.flattened -= 1;
        } else if let Some(mut list) = self.lists.pop() {
            list.items.retain(|item| !item.is_empty());
            if !list.items.is_empty() {
                self.add(Block::List { ordered: list.ordered, items: list.items });
            }
        }
    }

    fn finish(mut self) -> Vec<Block> {
        if self.pre.is_some() {
            self.tag("/pre");
        }
        self.flattened = 0;
        self.end_block();
        while !self.lists.is_empty() {
            self.close_list();
        }
        self.blocks
    }
}

/// Runs of the same outer style become one inline around the rest.
fn nested(runs: Vec<(Vec<Style>, Inline)>, depth: usize) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut runs = runs.into_iter().peekable();
    while let Some((styles, inline)) = runs.next() {
        let Some(&style) = styles.get(depth) else {
            out.push(inline);
            continue;
        };
        let mut group = vec![(styles, inline)];
        while let Some(next) = runs.next_if(|(styles, _)| styles.get(depth) == Some(&style)) {
            group.push(next);
        }
        match style {
            Style::Strong => out.push(Inline::Strong { inlines: nested(group, depth + 1) }),
            Style::Em => out.push(Inline::Em { inlines: nested(group, depth + 1) }),
            Style::Code => {
                let text = group.iter().map(|(_, inline)| match inline {
                    Inline::Text { text } => text.as_str(),
                    _ => "\n",
                });
                out.push(Inline::Code { text: text.collect() });
            }
        }
    }
    out
}

pub fn write(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { level, inlines } => {
                let level = (*level).clamp(1, 6);
                out.push_str(&format!("<h{level}>"));
                write_inlines(inlines, out);
                out.push_str(&format!("</h{level}>"));
            }
            Block::Paragraph { inlines } => {
                out.push_str("<p>");
                write_inlines(inlines, out);
                out.push_str("</p>");
            }
            Block::List { ordered, items } => {
                let tag = if *ordered { "ol" } else { "ul" };
                out.push_str(&format!("<{tag}>"));
                for item in items {
                    out.push_str("<li>");
                    write(item, out);
                    out.push_str("</li>");
                }
                out.push_str(&format!("</{tag}>"));
            }
            Block::Code { text } => {
                out.push_str("<pre>");
                escape(text, out);
                out.push_str("</pre>");
            }
        }
    }
}

fn write_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text } => escape(text, out),
            Inline::Strong { inlines } => wrap("strong", inlines, out),
            Inline::Em { inlines } => wrap("em", inlines, out),
            Inline::Code { text } => {
                out.push_str("<code>");
                escape(text, out);
                out.push_str("</code>");
            }
            Inline::Break => out.push_str("<br>"),
        }
    }
}

fn wrap(tag: &str, inlines: &[Inline], out: &mut String) {
    out.push_str(&format!("<{tag}>"));
    write_inlines(inlines, out);
    out.push_str(&format!("</{tag}>"));
}
