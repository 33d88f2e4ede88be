//! Damaged and hostile files: any answer is right but a panic or a hang.

use super::{bytes, samples};
use cv_review::extract::{Document, read};
use cv_review::input::{FileKind, RawDocument};
use proptest::prelude::*;

fn survive(kind: FileKind, bytes: Vec<u8>) {
    let raw = RawDocument { name: String::new(), kind, bytes };
    if let Ok(document) = read(&raw) {
        check(&document);
    }
}

fn check(document: &Document) {
    let text = document.text();
    assert_eq!(text.lines.len(), document.lines().count());
    for word in document.lines().flat_map(|line| &line.words) {
        assert!(!word.text.is_empty());
    }
}

#[derive(Clone, Debug)]
enum Damage {
    Set(usize, u8),
    Cut(usize, usize),
    Copy(usize, usize, usize),
    Number(usize, String),
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = 0..1_000_000_usize;
    let numbers = [
        "-1",
        "0",
        "99999999999",
        "2147483648",
        "-2147483649",
        "1e38",
        "0.00000001",
        "65536",
        "[[[[",
        "<<<<",
    ];
    prop_oneof![
        (place.clone(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        (place.clone(), 1..400_usize).prop_map(|(at, length)| Damage::Cut(at, length)),
        (place.clone(), place.clone(), 1..400_usize)
            .prop_map(|(from, to, length)| Damage::Copy(from, to, length)),
        (place, prop::sample::select(numbers.to_vec()))
            .prop_map(|(at, text)| Damage::Number(at, text.to_owned())),
    ]
}

fn apply(bytes: &mut Vec<u8>, damage: &Damage) {
    let length = bytes.len().max(1);
    match damage {
        Damage::Set(at, byte) => {
            if let Some(slot) = bytes.get_mut(at % length) {
                *slot = *byte;
            }
        }
        Damage::Cut(at, count) => {
            let from = at % length;
            bytes.drain(from.min(bytes.len())..(from + count).min(bytes.len()));
        }
        Damage::Copy(from, to, count) => {
            let from = from % length;
            let part = bytes[from.min(bytes.len())..(from + count).min(bytes.len())].to_vec();
            let to = (to % length).min(bytes.len());
            bytes.splice(to..to, part);
        }
        // Numbers are what readers trust most.
        Damage::Number(at, text) => {
            let from = at % length;
            let digit = bytes.iter().skip(from).position(u8::is_ascii_digit).map(|found| from + found);
            if let Some(start) = digit {
                let end =
                    bytes.iter().skip(start).position(|byte| !byte.is_ascii_digit()).unwrap_or(1) + start;
                bytes.splice(start..end, text.bytes());
            }
        }
    }
}

/// PDF samples unpacked as far as a few lines can, so that damage reaches
/// operators and dictionaries and not only deflate data.
fn plain_pdf() -> Vec<u8> {
    let content = "BT /F1 12 Tf 72 700 Td 14 TL (Marla Quintrell) Tj T* [(Kiln) -250 (Tech) 30 (nician)] TJ 1 0 0 1 72 600 Tm (x) ' ET \
        q 1 0 0 1 0 0 cm /X1 Do Q 0 0 1 rg 10 10 50 50 re W n /P <</MCID 0 /ActualText (yes)>> BDC BT /F2 9 Tf <00410042> Tj ET EMC \
        BI /W 1 /H 1 /BPC 8 /CS /G ID x EI BT /F3 1 Tf 3 Tr 90 Tz 2 Ts 1 Tc 1 Tw (AB) Tj ET";
    let map = "/CIDInit begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfrange <0041> <0043> <0041> <0050> <0052> [<0061> <0062> <0063>] endbfrange endcmap";
    let form = "BT /F1 8 Tf (form) Tj ET /X1 Do";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/CropBox[10 10 580 830]/Rotate 90/Contents 4 0 R/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>>>]/Resources<</Font<</F1 5 0 R/F2 6 0 R/F3 9 0 R>>/XObject<</X1 8 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 34/Widths[278 300 355]/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[39/quotesingle 65/a66/fi]>>>>".to_owned(),
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)>>/DW 500/W[1[500 600]10 20 700]>>]/ToUnicode 7 0 R>>".to_owned(),
        format!("<</Length {}>>stream\n{map}\nendstream", map.len()),
        format!("<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Matrix[1 0 0 1 50 50]/Resources<</Font<</F1 5 0 R>>/XObject<</X1 8 0 R>>>>/Length {}>>stream\n{form}\nendstream", form.len()),
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[0.1 0 0 0.1 0 0]/FirstChar 65/LastChar 66/Widths[8 8]/CharProcs<</a65 8 0 R>>/Encoding<</Differences[65/a65/a66]>>>>".to_owned(),
    ];
    let mut file = b"%PDF-1.7\n".to_vec();
    for (number, object) in objects.iter().enumerate() {
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    file.extend(b"trailer<</Root 1 0 R/Size 10>>\n%%EOF");
    file
}

#[test]
fn letters_of_any_size_take_no_longer() {
    let plain = String::from_utf8(plain_pdf()).unwrap();
    for size in ["0.0000001", "123456", "99999999999", "-99999999999"] {
        survive(FileKind::Pdf, plain.replace("/F1 12 Tf", &format!("/F1 {size} Tf")).into_bytes());
    }
}

#[test]
fn the_plain_file_is_read() {
    let raw = RawDocument { name: String::new(), kind: FileKind::Pdf, bytes: plain_pdf() };
    let document = read(&raw).unwrap();
    let text = document.text().text;
    assert!(text.contains("Marla Quintrell"), "{text}");
    assert!(document.lines().flat_map(|line| &line.words).any(|word| word.text == "form"), "{document:?}");
}

/// Files that once broke a reader, found by the targets in `fuzz/`.
#[test]
fn found_files_stay_harmless() {
    for entry in std::fs::read_dir(samples().join("found")).into_iter().flatten() {
        let file = std::fs::read(entry.unwrap().path()).unwrap();
        for kind in [FileKind::Pdf, FileKind::Docx, FileKind::Text, FileKind::Markdown, FileKind::JsonResume]
        {
            survive(kind, file.clone());
        }
    }
}

#[test]
fn numbers_at_their_ends_are_harmless() {
    for (written, instead) in [
        ("/W[1[500 600]", "/W[4294967295[500 600]"),
        ("10 20 700]", "0 4294967295 1e38]"),
        ("/FirstChar 32", "/FirstChar 4294967295"),
        ("/FirstChar 32/LastChar 34", "/FirstChar -5/LastChar 99999999999"),
        ("[0 0 595 842]", "[0 0 1e38 -1e38]"),
        ("/F1 12 Tf", "/F1 1e38 Tf"),
        ("<0041> <0043>", "<00000000> <FFFFFFFF>"),
        ("/Rotate 90", "/Rotate -2147483648"),
        ("[39/quotesingle", "[9223372036854775807/quotesingle"),
    ] {
        let file = String::from_utf8(plain_pdf()).unwrap();
        assert!(file.contains(written), "{written}");
        survive(FileKind::Pdf, file.replace(written, instead).into_bytes());
    }
}

#[test]
fn deep_nesting_ends() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(50_000), close.repeat(50_000));
    for content in [
        deep("q ", "Q "),
        deep("[", "]"),
        deep("<<", ">>"),
        deep("BT ", "ET "),
        deep("/P BMC ", "EMC "),
        deep("(", ")"),
    ] {
        let file = String::from_utf8(plain_pdf())
            .unwrap()
            .replace("BT /F1 12 Tf", &format!("{content} BT /F1 12 Tf"));
        survive(FileKind::Pdf, file.into_bytes());
    }
    let pages = format!("2 0 obj <</Type/Pages/Kids{}{}>> endobj", "[".repeat(9_000), "]".repeat(9_000));
    survive(FileKind::Pdf, [plain_pdf(), pages.into_bytes()].concat());
}

#[test]
fn everything_at_one_place_ends() {
    let pile = "BT /F1 12 Tf 1 0 0 1 72 700 Tm (aaaaaaaa) Tj ET ".repeat(8_000);
    let file =
        String::from_utf8(plain_pdf()).unwrap().replace("BT /F1 12 Tf", &format!("{pile} BT /F1 12 Tf"));
    survive(FileKind::Pdf, file.into_bytes());
    // Far apart, on one line, and on top of paint.
    type Place = fn(u32) -> (u32, u32, u32);
    let places: [Place; 3] = [
        |step| (step.wrapping_mul(7919) % 595, step.wrapping_mul(104_729) % 842, 1 + step % 30),
        |step| (step * 3, 500, 1),
        |step| (step % 590, step / 590 * 2, 5),
    ];
    for place in places {
        let mut scattered = String::new();
        for step in 0..60_000_u32 {
            let (x, y, size) = place(step);
            scattered.push_str(&format!("{x} {y} 3 3 re f BT /F1 {size} Tf {x} {y} Td (ab) Tj ET "));
        }
        let file = String::from_utf8(plain_pdf())
            .unwrap()
            .replace("BT /F1 12 Tf", &format!("{scattered} BT /F1 12 Tf"))
            .replace("[0 0 595 842]", "[0 0 200000 842]");
        let start = std::time::Instant::now();
        survive(FileKind::Pdf, file.into_bytes());
        assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_plain_pdf(damages in prop::collection::vec(damage(), 1..12)) {
        let mut file = plain_pdf();
        damages.iter().for_each(|damage| apply(&mut file, damage));
        survive(FileKind::Pdf, file);
    }

    #[test]
    fn damaged_docx(damages in prop::collection::vec(damage(), 1..12)) {
        let mut file = bytes("traps-en.docx");
        damages.iter().for_each(|damage| apply(&mut file, damage));
        survive(FileKind::Docx, file);
    }

    #[test]
    fn any_text(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        for kind in [FileKind::Text, FileKind::Markdown, FileKind::JsonResume, FileKind::Pdf, FileKind::Docx] {
            survive(kind, bytes.clone());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_samples(damages in prop::collection::vec(damage(), 1..12)) {
        for entry in std::fs::read_dir(samples()).unwrap() {
            let path = entry.unwrap().path();
            let kind = match path.extension().and_then(|ending| ending.to_str()) {
                Some("pdf") => FileKind::Pdf,
                Some("docx") => FileKind::Docx,
                _ => continue,
            };
            let mut file = std::fs::read(&path).unwrap();
            damages.iter().for_each(|damage| apply(&mut file, damage));
            survive(kind, file);
        }
    }
}
