//! The CV as a Word document: headings and lists as styles, links live,
//! nothing in text boxes, tables, headers or footers.

mod parts;

use super::block::{Block, Composition, Piece, Role, Tone};
use super::fonts::Style;
use super::markup::escaped;
use super::paragraph::is_mostly_right_to_left;
use super::template::Design;
use super::{PageSize, Template};
use crate::error::{Problem, ProblemKind};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::rc::Rc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub(super) fn write(
    composition: &Composition,
    template: Template,
    page: PageSize,
) -> Result<Vec<u8>, Problem> {
    let design = Design::of(template);
    let mut links: BTreeMap<Rc<str>, usize> = BTreeMap::new();
    for piece in composition.blocks.iter().flat_map(|block| &block.pieces) {
        if let Some(link) = &piece.link {
            let next = links.len() + 1;
            links.entry(link.clone()).or_insert(next);
        }
    }
    let body: String =
        composition.blocks.iter().map(|block| paragraph(block, &design, &links)).collect::<Vec<_>>().concat();
    let files = [
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::relations()),
        ("word/document.xml", parts::document(&body, &design, page)),
        ("word/_rels/document.xml.rels", parts::document_relations(&links)),
        ("word/styles.xml", parts::styles(&design, template, composition.language, composition.rtl)),
        ("word/numbering.xml", parts::numbering(&design)),
        ("docProps/core.xml", parts::core(composition)),
    ];
    // No clock: the ZIP format's first day stands for every date.
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name, options).map_err(|_| failed())?;
        archive.write_all(content.as_bytes()).map_err(|_| failed())?;
    }
    Ok(archive.finish().map_err(|_| failed())?.into_inner())
}

fn failed() -> Problem {
    Problem::new(
        ProblemKind::Internal,
        "The Word file could not be put together. Download the CV as PDF or text instead, and tell us about it.",
    )
}

fn paragraph(block: &Block, design: &Design, links: &BTreeMap<Rc<str>, usize>) -> String {
    let style = match block.role {
        Role::Name => "Title",
        Role::Tagline => "Subtitle",
        Role::Contact => "Contact",
        Role::Section => "Heading1",
        Role::Entry => "Heading2",
        Role::Detail => "Detail",
        Role::Item if block.marker == "•" => "ListBullet",
        Role::Item => "ListParagraph",
        // The others are parts of a report, which is no Word document.
        _ => "BodyText",
    };
    let mut runs = String::new();
    // Word makes bullets; numbers and letters stay as they were written.
    if style == "ListParagraph" {
        runs.push_str(&format!("<w:r><w:t>{}</w:t></w:r><w:r><w:tab/></w:r>", escaped(&block.marker)));
    }
    for piece in &block.pieces {
        runs.push_str(&run(piece, design, links));
    }
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

fn run(piece: &Piece, design: &Design, links: &BTreeMap<Rc<str>, usize>) -> String {
    let mut look = String::new();
    match piece.style {
        Style::Bold => look.push_str("<w:b/>"),
        Style::Italic => look.push_str("<w:i/>"),
        Style::Regular => {}
    }
    if piece.tone != Tone::Ink {
        look.push_str(&format!("<w:color w:val=\"{}\"/>", parts::hex(design.color(piece.tone))));
    }
    if is_mostly_right_to_left(std::iter::once(&piece.text)) {
        look.push_str("<w:rtl/>");
    }
    if !look.is_empty() {
        look = format!("<w:rPr>{look}</w:rPr>");
    }
    let text = escaped(&piece.text);
    let run = format!("<w:r>{look}<w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    match piece.link.as_ref().and_then(|link| links.get(link)) {
        Some(id) => format!("<w:hyperlink r:id=\"link{id}\" w:history=\"1\">{run}</w:hyperlink>"),
        None => run,
    }
}
