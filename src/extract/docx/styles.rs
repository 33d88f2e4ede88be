//! Named styles and lists: how big and bold a paragraph is, and whether it has
//! a bullet or a number.

use super::xml::{self, Step};
use std::collections::HashMap;

/// Styles based on styles.
const CHAIN: usize = 12;
/// Styles of one file.
const STYLE_LIMIT: usize = 5_000;

/// How a run looks; `None` is as around it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Look {
    pub size: Option<f32>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub hidden: Option<bool>,
    pub color: Option<[u8; 3]>,
    /// Painted behind: the colour of the text is no trick then.
    pub shaded: bool,
}

#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    look: Look,
    list: Option<(String, usize)>,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    default: Look,
    default_paragraph: Option<String>,
}

impl Look {
    pub fn over(&self, below: &Self) -> Self {
        Self {
            size: self.size.or(below.size),
            bold: self.bold.or(below.bold),
            italic: self.italic.or(below.italic),
            hidden: self.hidden.or(below.hidden),
            color: self.color.or(below.color),
            shaded: self.shaded || below.shaded,
        }
    }

    /// Takes one element of `w:rPr`.
    pub fn read(&mut self, element: &xml::Element<'_, '_>) {
        match element.name() {
            "b" => self.bold = Some(element.is_on()),
            "i" => self.italic = Some(element.is_on()),
            "vanish" | "webHidden" => self.hidden = Some(element.is_on()),
            // In half points.
            "sz" => {
                self.size = element.val().and_then(|size| size.parse::<f32>().ok()).map(|size| size / 2.0)
            }
            "color" => self.color = element.val().and_then(|color| rgb(&color)),
            "shd" => {
                let fill = element.attribute("fill").unwrap_or_default();
                self.shaded |= !matches!(fill.as_str(), "" | "auto" | "FFFFFF" | "ffffff");
            }
            "highlight" => self.shaded = true,
            _ => {}
        }
    }
}

fn rgb(text: &str) -> Option<[u8; 3]> {
    if text.len() != 6 {
        return None;
    }
    let channel = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

impl Styles {
    pub fn read(text: &str) -> Self {
        let mut styles = Self::default();
        let (mut id, mut style) = (String::new(), Style::default());
        let (mut in_style, mut in_defaults) = (false, false);
        xml::walk(text, |step| {
            match step {
                Step::Open(element) => match element.name() {
                    "docDefaults" => in_defaults = true,
                    "style" => {
                        in_style = true;
                        id = element.attribute("styleId").unwrap_or_default();
                        style = Style::default();
                        let default = element.attribute("default").is_some_and(|value| value != "0");
                        if default && element.attribute("type").as_deref() == Some("paragraph") {
                            styles.default_paragraph = Some(id.clone());
                        }
                    }
                    "basedOn" if in_style => style.based_on = element.val(),
                    "numId" if in_style => {
                        let level = style.list.as_ref().map_or(0, |list| list.1);
                        style.list = element.val().map(|id| (id, level));
                    }
                    "ilvl" if in_style => {
                        let level = element.val().and_then(|level| level.parse().ok()).unwrap_or(0);
                        let id = style.list.take().map(|list| list.0).unwrap_or_default();
                        style.list = Some((id, level));
                    }
                    _ if in_style => style.look.read(&element),
                    _ if in_defaults => styles.default.read(&element),
                    _ => {}
                },
                Step::Close("docDefaults") => in_defaults = false,
                Step::Close("style") => {
                    in_style = false;
                    styles.styles.insert(std::mem::take(&mut id), std::mem::take(&mut style));
                }
                _ => {}
            }
            styles.styles.len() < STYLE_LIMIT
        });
        styles
    }

    /// The look of a paragraph or character style with all it is based on.
    pub fn look(&self, id: &str) -> Look {
        let mut look = Look::default();
        self.chain(id, |style| {
            look = look.over(&style.look);
            false
        });
        look
    }

    pub fn paragraph_look(&self, id: Option<&str>) -> Look {
        let id = id.or(self.default_paragraph.as_deref()).unwrap_or_default();
        self.look(id).over(&self.default)
    }

    pub fn list(&self, id: &str) -> Option<(String, usize)> {
        let mut list = None;
        self.chain(id, |style| {
            list = list.take().or_else(|| style.list.clone());
            list.is_some()
        });
        list
    }

    fn chain<'s>(&'s self, id: &'s str, mut stop: impl FnMut(&Style) -> bool) {
        let mut next = Some(id);
        for _ in 0..CHAIN {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { return };
            if stop(style) {
                return;
            }
            next = style.based_on.as_deref();
        }
    }
}

/// What stands before the items of lists, by list and level.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// List to its abstract list.
    lists: HashMap<String, String>,
    /// Abstract list and level to whether it counts and from where.
    levels: HashMap<(String, usize), Marker>,
    counters: HashMap<(String, usize), u64>,
}

#[derive(Clone, Debug, PartialEq)]
enum Marker {
    Bullet,
    Number,
    None,
}

impl Lists {
    pub fn read(text: &str) -> Self {
        let mut lists = Self::default();
        let (mut list, mut abstract_list, mut level) = (None::<String>, String::new(), 0);
        xml::walk(text, |step| {
            match step {
                Step::Open(element) => match element.name() {
                    "abstractNum" => abstract_list = element.attribute("abstractNumId").unwrap_or_default(),
                    "lvl" => {
                        level = element.attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
                    }
                    "numFmt" if list.is_none() => {
                        let marker = match element.val().unwrap_or_default().as_str() {
                            "decimal" | "decimalZero" => Marker::Number,
                            "none" => Marker::None,
                            _ => Marker::Bullet,
                        };
                        lists.levels.insert((abstract_list.clone(), level), marker);
                    }
                    "num" => list = element.attribute("numId"),
                    "abstractNumId" => {
                        if let (Some(list), Some(id)) = (&list, element.val()) {
                            lists.lists.insert(list.clone(), id);
                        }
                    }
                    _ => {}
                },
                Step::Close("num") => list = None,
                _ => {}
            }
            lists.levels.len() + lists.lists.len() < 50_000
        });
        lists
    }

    /// What stands before the next item of this list.
    pub fn next(&mut self, list: &str, level: usize) -> Option<String> {
        // List 0 takes a list away that a style gave.
        if list == "0" || list.is_empty() {
            return None;
        }
        let abstract_list = self.lists.get(list).cloned().unwrap_or_default();
        match self.levels.get(&(abstract_list, level)).cloned().unwrap_or(Marker::Bullet) {
            Marker::Bullet => Some("•".to_owned()),
            Marker::None => None,
            Marker::Number => {
                let counter = self.counters.entry((list.to_owned(), level)).or_insert(0);
                *counter += 1;
                let marker = format!("{counter}.");
                self.counters.retain(|(id, deeper), _| id != list || *deeper <= level);
                Some(marker)
            }
        }
    }
}
