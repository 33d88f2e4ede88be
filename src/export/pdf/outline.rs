//! Bookmarks: the sections and, closed under each, its entries.

use super::HEADROOM;
use super::file::File;
use super::text::set_text;
use crate::export::block::{Composition, Role};
use crate::export::page::Layout;
use pdf_writer::{Finish, Name, Ref};

struct Mark {
    id: Ref,
    title: String,
    page: usize,
    top: f32,
    /// Of entries: the section above.
    under: Option<usize>,
}

pub(super) fn write(
    composition: &Composition,
    layout: &Layout,
    pages: &[Ref],
    height: f32,
    file: &mut File,
) -> Option<Ref> {
    let marks = marks(composition, layout, height, file);
    if marks.is_empty() {
        return None;
    }
    let root = file.reserve();
    let children =
        |of: Option<usize>| -> Vec<usize> { (0..marks.len()).filter(|&at| marks[at].under == of).collect() };
    let top = children(None);
    file.object(root, |chunk| {
        let (first, last) = (marks[top[0]].id, marks[top[top.len() - 1]].id);
        chunk.outline(root).first(first).last(last).count(top.len() as i32);
    });
    write_level(&top, root, &marks, pages, file);
    for &section in &top {
        write_level(&children(Some(section)), marks[section].id, &marks, pages, file);
    }
    Some(root)
}

fn write_level(level: &[usize], parent: Ref, marks: &[Mark], pages: &[Ref], file: &mut File) {
    for (at, &index) in level.iter().enumerate() {
        let mark = &marks[index];
        let under: Vec<&Mark> = marks.iter().filter(|other| other.under == Some(index)).collect();
        file.object(mark.id, |chunk| {
            let mut item = chunk.outline_item(mark.id);
            set_text(&mut item, Name(b"Title"), &mark.title);
            item.parent(parent);
            if at > 0 {
                item.prev(marks[level[at - 1]].id);
            }
            if let Some(&next) = level.get(at + 1) {
                item.next(marks[next].id);
            }
            if let (Some(first), Some(last)) = (under.first(), under.last()) {
                // Negative: closed until the reader opens it.
                item.first(first.id).last(last.id).count(-(under.len() as i32));
            }
            item.dest().page(pages[mark.page]).xyz(0.0, mark.top, None);
            item.finish();
        });
    }
}

fn marks(composition: &Composition, layout: &Layout, height: f32, file: &mut File) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut section = None;
    // One pass over the pages: looking up each block by itself would walk
    // them all every time.
    for (page, sheet) in layout.sheets.iter().enumerate() {
        for placed in sheet.lines.iter().filter(|placed| placed.line == 0 && placed.cell == 0) {
            let under = match layout.blocks[placed.block].role {
                Role::Section => None,
                Role::Entry if section.is_some() => section,
                _ => continue,
            };
            if under.is_none() {
                section = Some(marks.len());
            }
            let title = composition.blocks[placed.block].text().trim().to_owned();
            let top = (height - placed.y + HEADROOM).round();
            marks.push(Mark { id: file.reserve(), title, page, top, under });
        }
    }
    marks
}
