//! CVs in other scripts, set in the fonts that are fetched for them.

use super::{TEMPLATES, fonts, keep, readers, words};
use cv_review::export::{CvOptions, Fonts, Format, PageSize, Template, cv, scripts};
use cv_review::extract::cv_from_text;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/more");

const HEBREW: &str = include_str!("samples/hebrew.txt");
const ARABIC: &str = include_str!("samples/arabic.txt");
const JAPANESE: &str = include_str!("samples/japanese.txt");
const CHINESE: &str = include_str!("samples/chinese.txt");
const KOREAN: &str = include_str!("samples/korean.txt");

/// The template's fonts and those that the text needs beyond them.
fn fonts_for(text: &str, template: Template) -> Fonts {
    let read = |name: &str| std::fs::read(format!("{FOLDER}/{name}")).expect("the fonts are checked in");
    let mut fonts = fonts(template);
    let mut missing = scripts::missing(text, &fonts).expect("fonts");
    for family in scripts::families(&missing) {
        let name = family.name;
        if !family.in_parts {
            fonts.fallback.push(read(&format!("{name}.ttf")));
        } else if !missing.is_empty() {
            let list = String::from_utf8(read(&format!("{name}.txt"))).expect("a list");
            for part in scripts::parts(&list, &mut missing) {
                fonts.fallback.push(read(&format!("{name}-{part}.ttf")));
            }
        }
    }
    fonts
}

#[test]
fn chinese_japanese_and_korean_read_back() {
    for (name, text, most) in
        [("chinese", CHINESE, 60_000), ("japanese", JAPANESE, 60_000), ("korean", KOREAN, 40_000)]
    {
        let approved = cv_from_text(text);
        for template in TEMPLATES {
            let options = CvOptions { format: Format::Pdf, template, page: PageSize::A4 };
            let file = cv(&approved, options, &fonts_for(text, template)).expect("an export");
            keep(&format!("{name}-{template:?}"), &file.bytes);
            assert!(file.certificate.passed(), "{:#?}", file.certificate);
            assert!(file.bytes.len() <= most, "{} bytes", file.bytes.len());
            assert_eq!(readers::complaints(&file.bytes), Vec::<String>::new());
            // Readers put a space where a line without spaces breaks.
            let joined = |words: &[String]| words.concat();
            for (reader, found) in readers::words_by_reader(&file.bytes) {
                assert_eq!(joined(&found), joined(&words(text)), "{reader}");
            }
        }
    }
}

/// Every letter, in the order of the text, by our own reader and by poppler's
/// layout.
#[test]
fn hebrew_and_arabic_read_back() {
    for (name, text) in [("hebrew", HEBREW), ("arabic", ARABIC)] {
        let approved = cv_from_text(text);
        for template in TEMPLATES {
            let options = CvOptions { format: Format::Pdf, template, page: PageSize::A4 };
            let file = cv(&approved, options, &fonts_for(text, template)).expect("an export");
            keep(&format!("{name}-{template:?}"), &file.bytes);
            assert!(file.certificate.checks[0].passed, "{:#?}", file.certificate);
            assert_eq!(readers::complaints(&file.bytes), Vec::<String>::new());
        }
    }
}
