//! The XML parts of a Word document, apart from its text.

use crate::export::block::{Composition, Role};
use crate::export::fonts::Style;
use crate::export::markup::escaped;
use crate::export::template::{Design, Look};
use crate::export::{PageSize, Template};
use std::collections::BTreeMap;
use std::rc::Rc;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

pub(super) fn content_types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{word}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{word}.styles+xml\"/>\
         <Override PartName=\"/word/numbering.xml\" ContentType=\"{word}.numbering+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         </Types>"
    )
}

pub(super) fn relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"document\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"core\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>"
    )
}

pub(super) fn document_relations(links: &BTreeMap<Rc<str>, usize>) -> String {
    let links: String = links
        .iter()
        .map(|(target, id)| {
            format!(
                "<Relationship Id=\"link{id}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                escaped(target)
            )
        })
        .collect();
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"styles\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"numbering\" Type=\"{OFFICE}/numbering\" Target=\"numbering.xml\"/>\
         {links}</Relationships>"
    )
}

pub(super) fn document(body: &str, design: &Design, page: PageSize) -> String {
    let (width, height) = page.points();
    let margin = design.margin;
    let [width, height, top, right, bottom, left] =
        [width, height, margin.top, margin.right, margin.bottom, margin.left].map(twips);
    format!(
        "{HEAD}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><w:body>{body}\
         <w:sectPr><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
         <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" \
         w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

pub(super) fn styles(design: &Design, template: Template, language: &str, rtl: bool) -> String {
    let font = match template.family() {
        "serif" => "Georgia",
        _ => "Calibri",
    };
    let language = if language == "und" { "en" } else { language };
    let body = design.look(Role::Paragraph);
    let style = |id: &str, name: &str, role: Role, extra: &str| {
        let look = design.look(role);
        style(id, name, look, &hex(design.color(look.tone)), extra)
    };
    let indent = |left: f32, hanging: f32| {
        format!("<w:ind w:left=\"{}\" w:hanging=\"{}\"/>", twips(left), twips(hanging))
    };
    let list = indent(design.item_indent, design.item_indent - design.marker_indent);
    let bullet = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>{}", list);
    let head = |level: u8| {
        format!("<w:keepNext/><w:keepLines/>{}<w:outlineLvl w:val=\"{level}\"/>", rule(design, level))
    };
    let mut out = format!(
        "{HEAD}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{font}\" w:eastAsia=\"{font}\"/>\
         <w:color w:val=\"{}\"/><w:sz w:val=\"{}\"/><w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:widowControl/>{}</w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
        hex(design.ink),
        half_points(body.size),
        if rtl { "<w:bidi/>" } else { "" },
    );
    out.push_str(&style("Title", "Title", Role::Name, "<w:keepNext/>"));
    out.push_str(&style("Subtitle", "Subtitle", Role::Tagline, ""));
    out.push_str(&style("Contact", "Contact", Role::Contact, ""));
    out.push_str(&style("Heading1", "heading 1", Role::Section, &head(0)));
    out.push_str(&style("Heading2", "heading 2", Role::Entry, &head(1)));
    out.push_str(&style("Detail", "Detail", Role::Detail, "<w:keepNext/>"));
    out.push_str(&style("BodyText", "Body Text", Role::Paragraph, ""));
    out.push_str(&style("ListBullet", "List Bullet", Role::Item, &bullet));
    out.push_str(&style("ListParagraph", "List Paragraph", Role::Item, &list));
    out.push_str("</w:styles>");
    out
}

/// `extra` holds the paragraph properties that come in the schema's order:
/// keeps, numbering, border, then (after spacing) indents and outline level.
fn style(id: &str, name: &str, look: &Look, color: &str, extra: &str) -> String {
    let split = extra.find("<w:ind").or_else(|| extra.find("<w:outlineLvl")).unwrap_or(extra.len());
    let (first, last) = extra.split_at(split);
    let bold = if look.style == Style::Bold { "<w:b/>" } else { "" };
    let center = if look.center { "<w:jc w:val=\"center\"/>" } else { "" };
    // Alignment stands between the indents and the outline level.
    let (indents, level) = last.split_at(last.find("<w:outlineLvl").unwrap_or(last.len()));
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr>{first}<w:spacing w:before=\"{}\" w:after=\"0\" w:line=\"{}\" w:lineRule=\"atLeast\"/>{indents}{center}{level}</w:pPr>\
         <w:rPr>{bold}<w:color w:val=\"{color}\"/><w:sz w:val=\"{}\"/></w:rPr></w:style>",
        twips(look.before),
        twips(look.leading),
        half_points(look.size),
    )
}

fn rule(design: &Design, level: u8) -> String {
    let role = if level == 0 { Role::Section } else { Role::Entry };
    match design.look(role).rule {
        Some(rule) => format!(
            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"{}\" w:space=\"1\" w:color=\"{}\"/></w:pBdr>",
            ((rule.width * 8.0).round() as i32).max(2),
            hex(design.color(rule.tone))
        ),
        None => String::new(),
    }
}

pub(super) fn numbering(design: &Design) -> String {
    let (left, hanging) = (twips(design.item_indent), twips(design.item_indent - design.marker_indent));
    format!(
        "{HEAD}<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:pStyle w:val=\"ListBullet\"/>\
         <w:lvlText w:val=\"\u{2022}\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

pub(super) fn core(composition: &Composition) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&composition.title),
        escaped(&composition.author),
        composition.language
    )
}

pub(super) fn hex([r, g, b]: [u8; 3]) -> String {
    format!("{r:02X}{g:02X}{b:02X}")
}

fn twips(points: f32) -> i32 {
    (points * 20.0).round() as i32
}

fn half_points(points: f32) -> i32 {
    (points * 2.0).round() as i32
}
