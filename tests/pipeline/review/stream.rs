//! Answers in pieces, cut, damaged and hostile.

use cv_review::review::{AiReview, Arrival, Cut, Part, Stream, bounds};

const ANSWER: &str = include_str!("answer.json");

fn read(text: &str) -> Stream {
    let mut stream = Stream::new();
    stream.push(text);
    stream
}

fn whole() -> AiReview {
    serde_json::from_str(ANSWER).expect("the sample is of the wire type")
}

/// Every list of `part` starts the list of `all`.
fn is_prefix(part: &AiReview, all: &AiReview) -> bool {
    all.edits.starts_with(&part.edits)
        && all.keywords.matched.starts_with(&part.keywords.matched)
        && all.keywords.missing.starts_with(&part.keywords.missing)
        && all.interview.starts_with(&part.interview)
        && all.technical.starts_with(&part.technical)
        && all.gaps.starts_with(&part.gaps)
        && (part.cover_letter.is_empty() || part.cover_letter == all.cover_letter)
}

fn random(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

#[test]
fn a_whole_answer_is_what_serde_reads() {
    assert_eq!(read(ANSWER).finish(), Ok(whole()));
}

#[test]
fn every_prefix_gives_a_prefix_of_the_items_and_only_grows() {
    let all = whole();
    let mut stream = Stream::new();
    let mut before = AiReview::default();
    for (at, c) in ANSWER.char_indices() {
        stream.push(c.encode_utf8(&mut [0; 4]));
        assert!(is_prefix(stream.review(), &all), "at byte {at}");
        assert!(is_prefix(&before, stream.review()), "shrunk at byte {at}");
        before = stream.review().clone();
    }
    assert_eq!(before, all);
}

#[test]
fn every_prefix_names_what_is_missing_and_the_list_only_shrinks() {
    let mut stream = Stream::new();
    let mut before = stream.missing();
    assert_eq!(before.len(), Part::ALL.len());
    for c in ANSWER.chars() {
        stream.push(c.encode_utf8(&mut [0; 4]));
        let missing = stream.missing();
        assert!(missing.iter().all(|one| before.iter().any(|old| old.part == one.part)));
        assert!(missing.iter().all(|one| !one.sentence().is_empty()));
        before = missing;
    }
    assert_eq!(before, []);
}

#[test]
fn an_item_is_there_with_its_last_byte() {
    let end = ANSWER.find("}").expect("an edit") + 1;
    assert_eq!(read(&ANSWER[..end - 1]).review().edits.len(), 0);
    assert_eq!(read(&ANSWER[..end]).review().edits.len(), 1);
}

#[test]
fn any_split_gives_the_same() {
    let all = whole();
    let mut seed = 1;
    for _ in 0..300 {
        let mut stream = Stream::new();
        let mut rest = ANSWER;
        while !rest.is_empty() {
            let mut at = (random(&mut seed) % 60 + 1).min(rest.len());
            while !rest.is_char_boundary(at) {
                at += 1;
            }
            stream.push(&rest[..at]);
            rest = &rest[at..];
        }
        assert_eq!(stream.finish().as_ref(), Ok(&all));
    }
}

#[test]
fn mutations_never_panic_and_never_pass_a_bound() {
    let mut seed = 42;
    let rounds = 100_000;
    let bytes = ANSWER.as_bytes();
    for _ in 0..rounds {
        // A window of the answer keeps a round short.
        let from = random(&mut seed) % bytes.len();
        let length = random(&mut seed) % 900;
        let mut piece = b"{\"edits\":[".to_vec();
        piece.extend(&bytes[from..(from + length).min(bytes.len())]);
        for _ in 0..random(&mut seed) % 8 {
            let at = random(&mut seed) % piece.len();
            match random(&mut seed) % 3 {
                0 => piece[at] = (random(&mut seed) % 256) as u8,
                1 => drop(piece.remove(at)),
                _ => piece.insert(at, b"{}[]\",:\\u0e9-"[random(&mut seed) % 13]),
            }
            if piece.is_empty() {
                piece.push(b'{');
            }
        }
        let mut stream = read(&String::from_utf8_lossy(&piece));
        let _ = stream.letter_so_far();
        let review = stream.review();
        assert!(review.edits.len() <= bounds::EDITS);
        assert!(review.edits.iter().all(|edit| edit.text.chars().count() <= bounds::PARAGRAPH));
        let _ = Part::ALL.map(|part| stream.arrival(part));
        stream.push("}");
        let _ = stream.finish();
    }
}

#[test]
fn a_cut_answer_keeps_what_is_whole_and_says_what_is_missing() {
    let at = ANSWER.find("\"gaps\"").expect("gaps");
    let partial = read(&ANSWER[..at]).finish().expect_err("cut");
    assert_eq!(partial.cut, Cut::Early);
    assert_eq!(partial.missing, [Part::Gaps, Part::CoverLetter]);
    assert_eq!(partial.review.technical.len(), 5);
}

#[test]
fn a_malformed_tail_is_left() {
    let at = ANSWER.find("\"technical\"").expect("technical");
    let broken = format!("{}]]<html>", &ANSWER[..at]);
    let partial = read(&broken).finish().expect_err("broken");
    assert_eq!(partial.cut, Cut::Malformed);
    assert_eq!(partial.review.interview.len(), 10);
}

#[test]
fn prose_and_fences_around_the_object_do_not_matter() {
    let fenced = format!("Here it is:\n```json\n{ANSWER}\n```\nGood luck!");
    assert_eq!(read(&fenced).finish(), Ok(whole()));
}

#[test]
fn restart_forgets() {
    let mut stream = read(&ANSWER[..ANSWER.len() / 2]);
    stream.restart();
    assert_eq!(stream.review(), &AiReview::default());
    stream.push(ANSWER);
    assert_eq!(stream.finish(), Ok(whole()));
}

#[test]
fn hostile_values_are_made_tame() {
    let text = "x".repeat(5_000);
    let answer = format!(
        r#"{{"edits":[
        {{"from_line":-4,"to_line":2,"text":"dropped: no such line"}},
        {{"from_line":3,"to_line":1e300,"text":"{text}","why":"a\u202eb\u200bc","evil":{{"a":[1]}}}},
        {{"fromLine":"5","text":"raw
line","keywords":["ok",7,"",null]}},
        "no item", 7, null
        ],"gaps":[{{"skill":"s","action":"a","weeks":99999,"importance":"MUST","kind":"?"}}],
        "__proto__":{{}},"cover_letter":"<script>\ud800</script>"}}"#
    );
    let stream = read(&answer);
    assert_eq!(stream.arrival(Part::Interview), Arrival::Waiting);
    let review = stream.review();
    assert_eq!(review.edits.len(), 2);
    assert_eq!(review.edits[0].to_line, bounds::LAST_LINE);
    assert_eq!(review.edits[0].text.len(), bounds::PARAGRAPH);
    assert_eq!(review.edits[0].why, "abc");
    assert_eq!((review.edits[1].from_line, review.edits[1].text.as_str()), (5, "raw\nline"));
    assert_eq!(review.edits[1].keywords, ["ok"]);
    assert_eq!(review.gaps[0].weeks, bounds::WEEKS);
    assert_eq!(review.cover_letter, "<script>\u{fffd}</script>");
}

#[test]
fn memory_and_depth_are_bounded() {
    let deep = format!("{{\"edits\":{}", "[".repeat(1_000_000));
    assert_eq!(read(&deep).finish().expect_err("deep").cut, Cut::Malformed);
    let long = format!("{{\"cover_letter\":\"{}", "x".repeat(3 << 20));
    assert_eq!(read(&long).finish().expect_err("long").cut, Cut::TooLarge);
    let item = r#"{"from_line":1,"to_line":1,"text":"t"},"#;
    let many = format!("{{\"edits\":[{}", item.repeat(5_000));
    assert_eq!(read(&many).review().edits.len(), bounds::EDITS);
}

#[test]
fn the_letter_is_shown_while_it_is_written() {
    let at = ANSWER.find("surgical patients").expect("the letter");
    let stream = read(&ANSWER[..at]);
    assert_eq!(
        stream.letter_so_far().as_deref(),
        Some("Dear hiring manager,\n\nfor five years I have looked after")
    );
    assert_eq!(stream.arrival(Part::CoverLetter), Arrival::Arriving { items: 0 });
    assert_eq!(stream.arrival(Part::Technical), Arrival::Whole { items: 5 });
}
