//! A layout as a PDF: objects, fonts, tags, links, bookmarks, metadata.

mod color;
mod content;
mod file;
mod fonts;
mod metadata;
mod outline;
mod show;
mod strings;
mod structure;
mod text;

use super::PageSize;
use super::block::Composition;
use super::fonts::Typeface;
use super::page::Layout;
use super::template::Design;
use crate::error::Problem;
use content::{Drawing, Target};
use file::File;
use pdf_writer::types::{
    ActionType, AnnotationFlags, AnnotationType, Direction, OutputIntentSubtype, TabOrder,
};
use pdf_writer::{Finish, Name, Rect, Ref, Str, TextStr};
use structure::Tree;

/// What a jump shows above the line it leads to, in points.
const HEADROOM: f32 = 24.0;

/// Writes the file. The same layout gives the same bytes.
pub(crate) fn write(
    composition: &Composition,
    layout: &Layout,
    design: &Design,
    page: PageSize,
    typeface: &Typeface,
) -> Result<Vec<u8>, Problem> {
    let (width, height) = page.points();
    let mut file = File::new();
    let (catalog, info, tree_of_pages, resources) =
        (file.reserve(), file.reserve(), file.reserve(), file.reserve());
    let pages: Vec<Ref> = layout.sheets.iter().map(|_| file.reserve()).collect();
    let tree = Tree::new(pages.len(), &mut file);
    let mut drawing = Drawing::new(layout, design, typeface, height, tree);

    for (index, sheet) in layout.sheets.iter().enumerate() {
        let (content, targets) = drawing.page(index, sheet, &mut file);
        let contents = file.reserve();
        file.stream(contents, &content, |_| {});
        let links = links(&targets, index, layout, &pages, height, &mut drawing.tree, &mut file);
        file.object(pages[index], |chunk| {
            let mut page = chunk.page(pages[index]);
            page.parent(tree_of_pages)
                .media_box(Rect::new(0.0, 0.0, width, height))
                .contents(contents)
                .struct_parents(index as i32);
            page.pair(Name(b"Resources"), resources);
            page.tab_order(TabOrder::StructureOrder);
            if !links.is_empty() {
                page.annotations(links);
            }
        });
    }
    file.object(tree_of_pages, |chunk| {
        chunk.pages(tree_of_pages).kids(pages.iter().copied()).count(pages.len() as i32);
    });

    let fonts = drawing.fonts.write(typeface, &mut file)?;
    file.object(resources, |chunk| {
        let mut resources = chunk.indirect(resources).start::<pdf_writer::writers::Resources<'_>>();
        resources.fonts().pairs(fonts.iter().map(|(name, id)| (Name(name.as_bytes()), *id)));
    });

    let structure = drawing.tree.root();
    drawing.tree.write(&pages, &mut file);
    let outline = outline::write(composition, layout, &pages, height, &mut file);
    let metadata = metadata::write(composition, info, &mut file);
    let profile = file.reserve();
    file.stream(profile, &color::srgb(), |stream| {
        stream.pair(Name(b"N"), 3);
    });

    file.object(catalog, |chunk| {
        let mut root = chunk.indirect(catalog).start::<pdf_writer::writers::Catalog<'_>>();
        root.pages(tree_of_pages).metadata(metadata).lang(TextStr(composition.language));
        root.pair(Name(b"StructTreeRoot"), structure);
        root.mark_info().marked(true);
        let mut preferences = root.viewer_preferences();
        preferences.display_doc_title(true);
        if composition.rtl {
            preferences.direction(Direction::R2L);
        }
        preferences.finish();
        root.output_intents()
            .push()
            .subtype(OutputIntentSubtype::PDFA)
            .output_condition_identifier(TextStr("sRGB"))
            .info(TextStr("sRGB"))
            .dest_output_profile(profile);
        if let Some(outline) = outline {
            root.outlines(outline);
        }
    });
    Ok(file.finish(catalog, info))
}

/// Link annotations; an address `#n` leads to block n of the same file.
fn links(
    targets: &[Target],
    page: usize,
    layout: &Layout,
    pages: &[Ref],
    height: f32,
    tree: &mut Tree,
    file: &mut File,
) -> Vec<Ref> {
    targets
        .iter()
        .map(|target| {
            let id = file.reserve();
            let key = tree.annotate(target.node, page, id);
            let uri: Vec<u8> = target.address.bytes().filter(u8::is_ascii_graphic).collect();
            file.object(id, |chunk| {
                let mut link = chunk.indirect(id).start::<pdf_writer::writers::Annotation<'_>>();
                link.subtype(AnnotationType::Link).rect(target.rect).struct_parent(key);
                link.flags(AnnotationFlags::PRINT);
                link.border(0.0, 0.0, 0.0, None);
                let inside = target.address.strip_prefix('#').and_then(|block| block.parse().ok());
                match inside.and_then(|block| layout.place_of(block)) {
                    Some((page, y)) => {
                        link.contents(TextStr(&format!("Page {}", page + 1)));
                        let top = (height - y + HEADROOM).round();
                        let mut action = link.action();
                        action
                            .action_type(ActionType::GoTo)
                            .destination()
                            .page(pages[page])
                            .xyz(0.0, top, None);
                    }
                    None => {
                        let said = target.address.trim_start_matches("mailto:").trim_start_matches("tel:");
                        link.contents(TextStr(said));
                        link.action().action_type(ActionType::Uri).uri(Str(&uri));
                    }
                }
            });
            id
        })
        .collect()
}
