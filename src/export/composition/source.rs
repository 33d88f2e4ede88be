//! What the source's page says beyond its words: which of them stood apart,
//! and which had a link behind them.

use super::marker::split_marker;
use crate::export::links;
use crate::extract::{Document, Line, Rect};

/// Set between things that share a line: real spaces, wide enough for a
/// reader to see two things, narrow enough not to look like two columns.
pub(super) const GAP: &str = "   ";

/// Signs that keep two things apart by themselves.
pub(super) const SEPARATORS: [char; 7] = ['|', '•', '·', ',', ';', '◆', '/'];

/// The text of a line in single spaces; where the source set its words far
/// apart, as a city from an employer, they stay apart.
pub(super) fn spaced(line: &Line) -> String {
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
pub(super) fn is_marker(text: &str) -> bool {
    text.chars().count() <= 3 && split_marker(text).is_some()
}

/// Links whose address is not printed: the words that they lie behind.
pub(super) fn hidden_links(document: &Document) -> Vec<links::Hidden> {
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
pub(super) fn covers(link: &Rect, word: &Rect) -> bool {
    let (x, y) = (word.x + word.width / 2.0, word.y + word.height / 2.0);
    word.width > 0.0
        && (link.x..=link.x + link.width).contains(&x)
        && (link.y - 1.0..=link.y + link.height + 1.0).contains(&y)
}
