//! The drawing of one page, every piece of it marked with its element.

use super::file::File;
use super::fonts::FontUse;
use super::show::{Pen, hundredth, set_fill};
use super::strings::Canvas;
use super::structure::{NodeId, Tree};
use crate::export::block::Role;
use crate::export::fonts::Typeface;
use crate::export::page::{Layout, Sheet};
use crate::export::paragraph::Line;
use crate::export::template::Design;
use pdf_writer::types::{ArtifactType, StructRole};
use pdf_writer::{Name, Rect};
use std::rc::Rc;

/// What spans pages while they are drawn one after the other.
pub(super) struct Drawing<'d> {
    pub layout: &'d Layout,
    pub design: &'d Design,
    pub typeface: &'d Typeface,
    pub height: f32,
    pub fonts: FontUse,
    pub tree: Tree,
    /// The element of the body of each block, once it has begun.
    bodies: Vec<Vec<Option<NodeId>>>,
    list: Option<NodeId>,
    table: Option<NodeId>,
}

/// A link's place on a page.
pub(super) struct Target {
    pub node: NodeId,
    pub address: Rc<str>,
    pub rect: Rect,
}

impl<'d> Drawing<'d> {
    pub fn new(
        layout: &'d Layout,
        design: &'d Design,
        typeface: &'d Typeface,
        height: f32,
        tree: Tree,
    ) -> Self {
        let bodies = layout.blocks.iter().map(|block| vec![None; block.cells.len()]).collect();
        Self {
            layout,
            design,
            typeface,
            height,
            fonts: FontUse::of(layout),
            tree,
            bodies,
            list: None,
            table: None,
        }
    }

    /// Draws a page; gives its content and its links.
    pub fn page(&mut self, index: usize, sheet: &Sheet, file: &mut File) -> (Vec<u8>, Vec<Target>) {
        let mut pen =
            Pen { canvas: Canvas::new(), origin: (0.0, 0.0), x: 0.0, font: None, color: None, open: None };
        let mut targets = Vec::new();
        self.rules(sheet, &mut pen);
        pen.canvas.operators.begin_text();
        for placed in &sheet.lines {
            let layout = self.layout;
            let block = &layout.blocks[placed.block];
            let size = block.size;
            let y = self.height - placed.y;
            if placed.line == 0
                && let Some(marker) = &block.marker
            {
                let item = self.begin_item(placed.block, marker, file);
                let label = self.tree.add(item, StructRole::Lbl, file);
                let x = self.design.margin.left + block.marker_x;
                pen.go_to(x, y);
                for run in &marker.runs {
                    self.enter(label, index, &mut pen);
                    self.show(run, size, &mut pen);
                }
                self.bodies[placed.block][0] = Some(self.tree.add(item, StructRole::LBody, file));
            }
            let body = self.body(placed.block, placed.cell, file);
            pen.go_to(placed.x, y);
            for run in &block.cells[placed.cell].lines[placed.line].runs {
                let node = match &run.link {
                    None => body,
                    Some(address) => {
                        let node = self.tree.add(body, StructRole::Link, file);
                        let (x, face) = (placed.x + run.x, self.typeface.face(run.style));
                        let rect = Rect::new(
                            hundredth(x),
                            hundredth(y + face.descent * size / 1000.0),
                            hundredth(x + run.width),
                            hundredth(y + face.ascent * size / 1000.0),
                        );
                        targets.push(Target { node, address: address.clone(), rect });
                        node
                    }
                };
                self.enter(node, index, &mut pen);
                self.show(run, size, &mut pen);
            }
        }
        pen.leave();
        pen.canvas.operators.end_text();
        self.page_number(sheet, &mut pen);
        (pen.canvas.finish(), targets)
    }

    fn begin_item(&mut self, block: usize, marker: &Line, file: &mut File) -> NodeId {
        let follows_item = block > 0 && self.layout.blocks[block - 1].role == Role::Item;
        let list = match self.list.filter(|_| follows_item) {
            Some(list) => list,
            None => {
                let document = self.tree.document();
                self.tree.add_list(document, &line_text(marker), file)
            }
        };
        self.list = Some(list);
        self.tree.add(list, StructRole::LI, file)
    }

    fn body(&mut self, block: usize, cell: usize, file: &mut File) -> NodeId {
        if let Some(body) = self.bodies[block][cell] {
            return body;
        }
        let document = self.tree.document();
        let role = self.tree.tag(self.layout.blocks[block].role);
        let body = match role {
            // Code is inline by its nature and needs a paragraph around it.
            StructRole::Code => {
                let paragraph = self.tree.add(document, StructRole::P, file);
                self.tree.add(paragraph, role, file)
            }
            StructRole::TH | StructRole::TD => {
                // All cells at once: an empty one is a cell too.
                let row = self.table_row(block, file);
                for cell in 0..self.bodies[block].len() {
                    self.bodies[block][cell] = Some(self.tree.add(row, role, file));
                }
                return self.bodies[block][cell].unwrap_or(row);
            }
            _ => self.tree.add(document, role, file),
        };
        self.bodies[block][cell] = Some(body);
        body
    }

    /// The row of a block, in the table of the rows before it.
    fn table_row(&mut self, block: usize, file: &mut File) -> NodeId {
        let starts = match self.layout.blocks[block].role {
            Role::TableRow | Role::Figures => {
                block == 0 || !matches!(self.layout.blocks[block - 1].role, Role::TableHead | Role::TableRow)
            }
            _ => true,
        };
        let table = match self.table.filter(|_| !starts) {
            Some(table) => table,
            None => {
                let document = self.tree.document();
                self.tree.add(document, StructRole::Table, file)
            }
        };
        self.table = Some(table);
        self.tree.add(table, StructRole::TR, file)
    }

    /// Opens the marked content of an element unless it is open.
    fn enter(&mut self, node: NodeId, page: usize, pen: &mut Pen) {
        if pen.open == Some(node) {
            return;
        }
        pen.leave();
        let mark = self.tree.mark(node, page);
        let name = self.tree.name(node);
        let mut content = pen.canvas.operators.begin_marked_content_with_properties(name);
        content.properties().identify(mark);
        drop(content);
        pen.open = Some(node);
    }

    fn rules(&self, sheet: &Sheet, pen: &mut Pen) {
        if sheet.rules.is_empty() {
            return;
        }
        pen.canvas.operators.begin_marked_content(Name(b"Artifact"));
        for bar in &sheet.rules {
            let color = self.design.color(bar.tone);
            if pen.color != Some(color) {
                set_fill(&mut pen.canvas.operators, color);
                pen.color = Some(color);
            }
            let y = self.height - bar.y - bar.height;
            let [x, y, width, height] = [bar.x, y, bar.width, bar.height].map(hundredth);
            pen.canvas.operators.rect(x, y, width, height).fill_nonzero();
        }
        pen.canvas.operators.end_marked_content();
    }

    fn page_number(&mut self, sheet: &Sheet, pen: &mut Pen) {
        let Some(number) = &sheet.number else { return };
        let mut mark = pen.canvas.operators.begin_marked_content_with_properties(Name(b"Artifact"));
        mark.properties().artifact().kind(ArtifactType::Pagination);
        drop(mark);
        pen.canvas.operators.begin_text();
        pen.origin = (0.0, 0.0);
        pen.go_to(number.x, self.height - number.y);
        for run in &number.line.runs {
            self.show(run, self.design.page_number, pen);
        }
        pen.canvas.operators.end_text();
        pen.canvas.operators.end_marked_content();
    }
}

fn line_text(line: &Line) -> String {
    line.runs
        .iter()
        .flat_map(|run| &run.words)
        .flat_map(|word| &word.glyphs)
        .map(|glyph| &*glyph.text)
        .collect()
}
