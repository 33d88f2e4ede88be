//! Reading order on pages that are made here, line by line.

use cv_review::extract::read;
use cv_review::input::{FileKind, RawDocument};

/// A page with Courier as `/F1` and these further objects from number 5 on.
fn pdf(content: &str, catalog: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R{catalog}>>"),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>/Contents 4 0 R/StructParents 0>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
    ];
    objects.extend_from_slice(more);
    let mut file = b"%PDF-1.7\n".to_vec();
    for (number, object) in objects.iter().enumerate() {
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    file.extend(b"trailer<</Root 1 0 R/Size 50>>\n%%EOF");
    file
}

fn text(file: Vec<u8>) -> String {
    let raw = RawDocument { name: String::new(), kind: FileKind::Pdf, bytes: file };
    read(&raw).unwrap().text().text
}

fn show(x: f64, y: f64, words: &str) -> String {
    format!("BT /F1 10 Tf {x} {y} Td ({words}) Tj ET\n")
}

fn in_turn(text: &str, phrases: &[&str]) {
    let mut from = 0;
    for phrase in phrases {
        let place =
            text[from..].find(phrase).unwrap_or_else(|| panic!("{phrase} is not in its place:\n{text}"));
        from += place + phrase.len();
    }
}

/// Four short notes on a page, each at a corner, drawn in an order that says
/// nothing; `numbers` is the order of the tags.
fn noted(numbers: [usize; 4]) -> Vec<u8> {
    let notes = [
        (60.0, 700.0, "Upper left"),
        (320.0, 660.0, "Upper right"),
        (60.0, 620.0, "Lower left"),
        (320.0, 580.0, "Lower right"),
    ];
    let content: String = [2, 0, 3, 1]
        .iter()
        .map(|&index| {
            let (x, y, words) = notes[index];
            let lines = show(x, y, words) + &show(x, y - 12.0, &format!("{words} goes on"));
            format!("/P <</MCID {index}>> BDC {lines} EMC\n")
        })
        .collect();
    let kids: String =
        numbers.iter().map(|number| format!("<</S/P/Pg 3 0 R/K {number}>>")).collect::<Vec<_>>().join(" ");
    let tree = vec![format!("<</Type/StructTreeRoot/K[<</S/Document/K[{kids}]>>]>>")];
    pdf(&content, "/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>", &tree)
}

#[test]
fn tags_decide_where_the_page_allows_more_than_one_order() {
    in_turn(
        &text(noted([0, 2, 1, 3])),
        &["Upper left goes on", "Lower left goes on", "Upper right goes on", "Lower right goes on"],
    );
}

#[test]
fn tags_that_make_no_sense_are_ignored() {
    // Each line is tagged behind the one that follows it.
    let lines = ["First line of text", "second line of it", "third line of it", "fourth and last line"];
    let content: String = lines
        .iter()
        .enumerate()
        .map(|(index, words)| {
            format!("/P <</MCID {index}>> BDC {} EMC\n", show(60.0, 700.0 - 12.0 * index as f64, words))
        })
        .collect();
    let tree = vec!["<</Type/StructTreeRoot/K[<</S/P/Pg 3 0 R/K[3 2 1 0]>>]>>".to_owned()];
    in_turn(&text(pdf(&content, "/StructTreeRoot 5 0 R", &tree)), &lines);
}

#[test]
fn an_address_beside_the_name_is_read_before_the_jobs() {
    let mut content = show(50.0, 780.0, "Orla Finch") + &show(50.0, 764.0, "Structural engineer");
    for (line, words) in [(780.0, "12 Harbour Row"), (768.0, "086 555 0173"), (756.0, "orla@example.ie")] {
        content += &show(420.0, line, words);
    }
    for (line, words) in [
        (690.0, "Work experience"),
        (674.0, "Engineer, Corrib Bridges"),
        (660.0, "Design checks for footbridges"),
        (646.0, "Wrote the guide for the load rating that five counties use"),
        (632.0, "Trained two graduates"),
        (618.0, "Kept the drawings"),
    ] {
        content += &show(128.0, line, words);
    }
    let read = text(pdf(&content, "", &[]));
    in_turn(
        &read,
        &["Orla Finch", "orla@example.ie", "Work experience", "Design checks", "Wrote the guide", "Kept the"],
    );
}

#[test]
fn cells_that_stand_close_are_not_one_line() {
    // Two columns with a gap of half an em, drawn one after the other.
    let left = ["Profile of the person one", "Worked in a pottery here", "Taught evening classes ab"];
    let right = ["Skills", "Glazing", "Throwing"];
    let edge = 60.0 + 25.0 * 6.0 + 5.0;
    let column = |x: f64, lines: &[&str]| -> String {
        (0..).zip(lines).map(|(index, words)| show(x, 700.0 - 13.0 * f64::from(index), words)).collect()
    };
    let text = text(pdf(&(column(60.0, &left) + &column(edge, &right)), "", &[]));
    in_turn(&text, &[left[0], left[1], left[2], right[0], right[1], right[2]]);
}
