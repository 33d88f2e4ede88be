//! What PDF/UA-1 and PDF/A-2a ask of a file, as far as it shows in its objects
//! (read by qpdf). The standards' own checker is veraPDF: `npm run check:pdf`.

use super::{ENGINEER, NURSE, PROFESSOR, TEMPLATES, export, readers};
use cv_review::export::{Format, PageSize};
use cv_review::extract::cv_from_text;
use serde_json::Value;

#[test]
fn the_catalog_says_what_the_standards_ask_for() {
    let file = export(&cv_from_text(ENGINEER), Format::Pdf, TEMPLATES[1], PageSize::A4);
    let Some(objects) = readers::objects(&file.bytes) else { return };
    let catalog = objects.values().find(|object| object["/Type"] == "/Catalog").expect("a catalog");
    let at = |reference: &Value| objects.get(reference.as_str().expect("a reference")).expect("an object");
    assert_eq!(catalog["/MarkInfo"]["/Marked"], true);
    assert_eq!(catalog["/ViewerPreferences"]["/DisplayDocTitle"], true);
    assert_eq!(catalog["/Lang"], "u:en");
    assert!(catalog["/StructTreeRoot"].is_string());
    let intent = &catalog["/OutputIntents"][0];
    assert_eq!(intent["/S"], "/GTS_PDFA1");
    assert_eq!(at(&intent["/DestOutputProfile"])["/N"], 3);
    let Some(packet) = readers::metadata(&file.bytes) else { return };
    for id in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
    ] {
        assert!(packet.contains(id), "{id}");
    }
}

#[test]
fn pages_links_and_fonts_are_as_the_standards_ask() {
    for text in [ENGINEER, NURSE, PROFESSOR] {
        let file = export(&cv_from_text(text), Format::Pdf, TEMPLATES[0], PageSize::Letter);
        let Some(objects) = readers::objects(&file.bytes) else { return };
        for object in objects.values() {
            if object["/Type"] == "/Page" {
                assert_eq!(object["/Tabs"], "/S");
                assert!(object["/StructParents"].is_u64());
                assert!(object["/Group"].is_null(), "no transparency");
            }
            if object["/Subtype"] == "/Link" {
                assert!(object["/StructParent"].is_u64() && object["/Contents"].is_string());
                assert_eq!(object["/F"], 4, "printed, and nothing else");
            }
            if object["/Type"] == "/FontDescriptor" {
                assert!(object["/FontFile2"].is_string());
            }
            if object["/Subtype"] == "/Type0" || object["/Subtype"] == "/TrueType" {
                assert!(object["/ToUnicode"].is_string());
            }
        }
    }
}

/// PDF/UA, 7.4.2: the first heading is H1 and none skips a level, whatever the
/// CV lacks.
#[test]
fn headings_skip_no_level() {
    for text in [
        ENGINEER,
        "Experience\nWelder, Acme, 2019 - 2024\n- Welded pipes\n\nEducation\nApprenticeship, 2015 - 2018\n",
        "Jane Doe\nWelder, Acme, 2019 - 2024\n- Welded pipes\n\nEducation\nApprenticeship, 2015 - 2018\n",
        "I weld pipes.\n",
    ] {
        let file = export(&cv_from_text(text), Format::Pdf, TEMPLATES[0], PageSize::A4);
        let Some(tree) = readers::structure(&file.bytes) else { return };
        let mut above = 0;
        for line in tree.lines() {
            let Some(level) =
                line.trim_start().strip_prefix('H').and_then(|rest| rest.chars().next()?.to_digit(10))
            else {
                continue;
            };
            assert!(level <= above + 1, "H{level} after H{above}: {tree}");
            above = level;
        }
    }
}
