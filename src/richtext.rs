//! Foreign rich text as a small tree of blocks and inlines. Whatever comes in
//! (a pasted job post, a model's Markdown) goes through a strict allow-list;
//! addresses are dropped, so nothing in the tree can be followed or loaded.
//! Screen, PDF and DOCX all render this one tree.

use crate::review::invisible;
use serde::{Deserialize, Serialize};

mod html;
mod markdown;

/// Bytes of HTML or Markdown that are read; what is beyond is left out.
pub const SOURCE_LIMIT: usize = 400_000;
/// Lists inside each other; deeper ones are flattened.
const DEPTH: usize = 6;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RichText {
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "block")]
pub enum Block {
    /// Level 1 to 6.
    Heading {
        level: u8,
        inlines: Vec<Inline>,
    },
    Paragraph {
        inlines: Vec<Inline>,
    },
    /// Every item is a list of blocks: mostly one paragraph.
    List {
        ordered: bool,
        items: Vec<Vec<Block>>,
    },
    Code {
        text: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "inline")]
pub enum Inline {
    Text { text: String },
    Strong { inlines: Vec<Inline> },
    Em { inlines: Vec<Inline> },
    Code { text: String },
    Break,
}

impl RichText {
    /// From HTML of any quality, for example the clipboard of a job board.
    pub fn from_html(html: &str) -> Self {
        Self { blocks: html::blocks(&html::allowed(limited(html))) }
    }

    /// From Markdown; HTML in it is shown as the text that it is.
    pub fn from_markdown(markdown: &str) -> Self {
        Self { blocks: html::blocks(&html::allowed(&markdown::to_html(limited(markdown)))) }
    }

    /// From plain text: paragraphs between empty lines, line ends kept.
    pub fn from_text(text: &str) -> Self {
        let mut blocks = Vec::new();
        for part in limited(text).replace("\r\n", "\n").split("\n\n") {
            let mut inlines = Vec::new();
            for line in part.lines().map(visible).filter(|line| !line.trim().is_empty()) {
                if !inlines.is_empty() {
                    inlines.push(Inline::Break);
                }
                inlines.push(Inline::Text { text: line.trim_end().to_owned() });
            }
            if !inlines.is_empty() {
                blocks.push(Block::Paragraph { inlines });
            }
        }
        Self { blocks }
    }

    /// Headings and paragraphs as lines, list items as `- item`, an empty line
    /// between blocks.
    pub fn plain_text(&self) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            plain_block(block, 0, &mut out);
        }
        out
    }

    /// Our own regular HTML, for the rich half of the clipboard.
    pub fn html(&self) -> String {
        let mut out = String::new();
        html::write(&self.blocks, &mut out);
        out
    }
}

fn plain_block(block: &Block, depth: usize, out: &mut String) {
    match block {
        Block::Heading { inlines, .. } | Block::Paragraph { inlines } => plain_inlines(inlines, out),
        Block::Code { text } => out.push_str(text),
        Block::List { ordered, items } => {
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push('\n');
                }
                out.push_str(&"  ".repeat(depth));
                match ordered {
                    true => out.push_str(&format!("{}. ", index + 1)),
                    false => out.push_str("- "),
                }
                for (index, block) in item.iter().enumerate() {
                    if index > 0 {
                        out.push('\n');
                    }
                    plain_block(block, depth + 1, out);
                }
            }
        }
    }
}

fn plain_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text } | Inline::Code { text } => out.push_str(text),
            Inline::Strong { inlines } | Inline::Em { inlines } => plain_inlines(inlines, out),
            Inline::Break => out.push('\n'),
        }
    }
}

/// Text without characters that draw nothing or turn the order around.
fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| *c == '\n' || *c == '\t' || matches!(c, '\u{200c}' | '\u{200d}') || !invisible(*c))
        .map(|c| if c == '\u{a0}' { ' ' } else { c })
        .collect()
}

fn limited(text: &str) -> &str {
    let mut end = text.len().min(SOURCE_LIMIT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_board_paste_keeps_lists_and_headings_as_lines() {
        let html = "<meta charset='utf-8'><h2 style='color:red'>Your&nbsp;tasks</h2>\n<div><p>You <b>care</b> for <a href='javascript:alert(1)' onclick=x>patients</a>.</p><ul>\n <li><p>Wounds &amp; drips</p></li><li>Nights<ul><li>Ward 4</li></ul></li></ul></div><div>One</div><div>Two<br>Three</div><ol><li>a<li>b</ol>";
        let rich = RichText::from_html(html);
        assert_eq!(
            rich.plain_text(),
            "Your tasks\n\nYou care for patients.\n\n- Wounds & drips\n- Nights\n  - Ward 4\n\nOne\n\nTwo\nThree\n\n1. a\n2. b"
        );
        assert!(matches!(rich.blocks[0], Block::Heading { level: 2, .. }));
    }

    #[test]
    fn nothing_live_is_left() {
        let html = "<script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)><svg><script>x</script></svg><iframe src=//e></iframe><p onclick=x>a</p><a href=http://e>b</a><title>t</title><textarea><p>c</textarea><!-- d -->";
        let json = serde_json::to_string(&RichText::from_html(html)).expect("json");
        for bad in ["script", "alert", "http", "onerror", "//e", "p{}", "d --"] {
            assert!(!json.contains(bad), "{bad} in {json}");
        }
        assert!(json.contains("\"a\"") && json.contains('b'));
    }

    #[test]
    fn markdown_is_read_and_its_html_is_text() {
        let rich = RichText::from_markdown(
            "# Hi\n\nA **b** *c* `d<e>` [link](javascript:x) ![i](http://e)\nnext <b onclick=x>line</b>\n\n- x\n- y\n\n```rust\nlet a = 1 < 2;\n```\n\n<script>alert(1)</script>\n",
        );
        assert_eq!(
            rich.plain_text(),
            "Hi\n\nA b c d<e> link i\nnext <b onclick=x>line</b>\n\n- x\n- y\n\nlet a = 1 < 2;\n\n<script>alert(1)</script>"
        );
        assert!(rich.html().contains("&lt;script&gt;"));
        assert!(!rich.html().contains("javascript:"));
    }

    #[test]
    fn it_crosses_as_json() {
        let rich = RichText::from_markdown("a **b**\n\n1. x\n\n   y\n2. z");
        let json = serde_json::to_string(&rich).expect("json");
        assert_eq!(serde_json::from_str::<RichText>(&json).expect("back"), rich);
    }

    #[test]
    fn its_own_html_reads_back_the_same() {
        let rich = RichText::from_markdown(
            "# T & <x>\n\na **b _c_** `d`\\\nnext\n\n- x\n  - y\n- z\n\n```\n a\n\n b\n```",
        );
        assert_eq!(RichText::from_html(&rich.html()), rich);
    }

    #[test]
    fn depth_and_size_are_bounded() {
        for open in ["<ul><li>", "<div>", "<b>", "<p>"] {
            let deep = open.repeat(20_000) + "x";
            assert!(RichText::from_html(&deep).plain_text().len() < 100);
            let shallow = open.repeat(200) + "x";
            assert_eq!(RichText::from_html(&shallow).plain_text().trim_start_matches(['-', ' ', '\n']), "x");
        }
        let _ = RichText::from_markdown(&"> - ".repeat(20_000));
        let _ = RichText::from_markdown(&"*a **b ".repeat(20_000));
        let _ = RichText::from_html(&"é".repeat(SOURCE_LIMIT));
    }

    #[test]
    fn bidi_and_invisible_characters_go() {
        assert_eq!(RichText::from_html("<p>a\u{202e}b\u{200b}c</p>").plain_text(), "abc");
        assert_eq!(RichText::from_text("a\u{202e}b\n\nc\nd").plain_text(), "ab\n\nc\nd");
    }
}
