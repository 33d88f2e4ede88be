//! The tree of tags: in which order a program says that marked content is
//! read. Only the order is taken from it; what is a heading or a list, the
//! page itself shows more reliably.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, ObjRef, Object, ObjectIdentifier};
use std::collections::HashMap;

/// Elements of a tree that are looked at.
const ELEMENT_LIMIT: usize = 50_000;
const DEPTH: usize = 64;

/// Ranks in reading order by the number of the page object and of the marked
/// content on it.
#[derive(Default)]
pub(super) struct Tags {
    ranks: HashMap<(u32, u32), u32>,
}

/// The ranks of one page.
#[derive(Default)]
pub(super) struct PageTags(HashMap<u32, u32>);

impl Tags {
    pub fn of(pdf: &Pdf) -> Self {
        let xref = pdf.xref();
        let root =
            xref.get::<Dict<'_>>(xref.root_id()).and_then(|root| root.get::<Dict<'_>>(b"StructTreeRoot"));
        let mut walk = Walk { ranks: HashMap::new(), next: 0, left: ELEMENT_LIMIT };
        if let Some(root) = root {
            walk.kids(&root, None, 0);
        }
        // A tree that goes on beyond the limit says nothing about the rest.
        if walk.left == 0 { Self::default() } else { Self { ranks: walk.ranks } }
    }

    pub fn of_page(&self, page: Option<ObjectIdentifier>) -> PageTags {
        let Some(page) = page else { return PageTags::default() };
        let own = self.ranks.iter().filter(|((object, _), _)| *object == page.obj_number);
        PageTags(own.map(|((_, content), rank)| (*content, *rank)).collect())
    }
}

impl PageTags {
    pub fn rank(&self, content: u32) -> Option<u32> {
        self.0.get(&content).copied()
    }
}

struct Walk {
    ranks: HashMap<(u32, u32), u32>,
    next: u32,
    left: usize,
}

impl Walk {
    fn kids(&mut self, element: &Dict<'_>, page: Option<ObjRef>, depth: usize) {
        if depth > DEPTH {
            self.left = 0;
            return;
        }
        let page = element.get_ref(b"Pg").or(page);
        match element.get::<Object<'_>>(b"K") {
            Some(Object::Array(kids)) => self.list(&kids, page, depth),
            Some(kid) => self.kid(kid, page, depth),
            None => {}
        }
    }

    fn list(&mut self, kids: &Array<'_>, page: Option<ObjRef>, depth: usize) {
        for kid in kids.iter::<Object<'_>>() {
            if self.left == 0 {
                return;
            }
            self.kid(kid, page, depth);
        }
    }

    fn kid(&mut self, kid: Object<'_>, page: Option<ObjRef>, depth: usize) {
        self.left = self.left.saturating_sub(1);
        match kid {
            Object::Number(number) => self.content(page, number.as_f64()),
            Object::Dict(dict) => match dict.get::<f64>(b"MCID") {
                // Marked content of a form has numbers of its own.
                Some(_) if dict.contains_key(b"Stm") => {}
                Some(number) => self.content(dict.get_ref(b"Pg").or(page), number),
                None if self.left > 0 => self.kids(&dict, page, depth + 1),
                None => {}
            },
            _ => {}
        }
    }

    fn content(&mut self, page: Option<ObjRef>, number: f64) {
        let (Some(page), true) = (page, (0.0..1e9).contains(&number)) else { return };
        self.ranks.entry((page.obj_number, number as u32)).or_insert(self.next);
        self.next = self.next.saturating_add(1);
    }
}
