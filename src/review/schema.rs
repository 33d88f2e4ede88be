//! The answer's shape, once, for the JSON Schema that the model is given and
//! for the proxy's TypeScript: `cargo run --example wire` writes both. Tests
//! prove that it agrees with `wire.rs` and that the written files are fresh.

use super::bounds;
use super::wire::ErrorCode;

mod write;

pub use write::{json_schema, typescript};

/// A value of the answer.
pub enum Shape {
    /// A text that is never empty.
    Text {
        longest: usize,
    },
    /// A text or nothing.
    Maybe {
        longest: usize,
    },
    Number {
        least: u32,
        most: u32,
    },
    /// A word of a list, and the name of the list.
    Word {
        name: &'static str,
        words: &'static [&'static str],
    },
    List {
        fewest: usize,
        most: usize,
        of: Box<Shape>,
    },
    Record {
        name: &'static str,
        fields: Vec<Field>,
    },
}

pub struct Field {
    pub name: &'static str,
    /// What the model is told about it.
    pub note: &'static str,
    pub shape: Shape,
}

/// The whole answer.
pub fn review() -> Shape {
    use bounds as b;
    let line = || Shape::Number { least: 1, most: b::LAST_LINE };
    let terms = |most| list(0, most, text(b::TERM));
    let edit = record(
        "Edit",
        vec![
            field("from_line", "First CV line replaced.", line()),
            field("to_line", "Last CV line replaced.", line()),
            field("text", "The new text.", text(b::PARAGRAPH)),
            field("why", "One sentence to the candidate.", text(b::QUESTION)),
            field("keywords", "Words of the job post that the new text uses.", terms(b::EDIT_KEYWORDS)),
        ],
    );
    let keywords = record(
        "Keywords",
        vec![
            field("matched", "Terms of the job post that the CV shows.", terms(b::KEYWORDS)),
            field("missing", "Terms of the job post that the CV does not show.", terms(b::KEYWORDS)),
        ],
    );
    let question = record(
        "InterviewQuestion",
        vec![
            field("question", "", text(b::QUESTION)),
            field("competency", "", text(b::LABEL)),
            field("recruiter_perspective", "What the interviewer wants to learn.", text(b::REMARK)),
            field("evidence_lines", "CV lines the question probes.", list(0, b::EVIDENCE_LINES, line())),
            field("situation", "", text(b::PARAGRAPH)),
            field("action", "", text(b::PARAGRAPH)),
            field("result", "Left as ____ where the CV states no result.", text(b::PARAGRAPH)),
        ],
    );
    let scenario = record(
        "TechnicalScenario",
        vec![
            field("scenario", "", text(b::PARAGRAPH)),
            field("concept", "", text(b::PARAGRAPH)),
            field("implementation", "", text(b::LONG)),
            field("trade_offs", "", text(b::PARAGRAPH)),
            field("difficulty", "", word("Difficulty", &["easy", "medium", "hard"])),
            field("code", "A short example, or null.", Shape::Maybe { longest: b::CODE }),
        ],
    );
    let kinds = &["course", "project", "certification", "practice", "wording"];
    let gap = record(
        "Gap",
        vec![
            field("skill", "", text(b::LABEL)),
            field("importance", "", word("Importance", &["must", "nice"])),
            field("action", "", text(b::REMARK)),
            field("kind", "", word("GapKind", kinds)),
            field("weeks", "", Shape::Number { least: 0, most: b::WEEKS }),
        ],
    );
    record(
        "Review",
        vec![
            field("edits", "Rewrites of CV lines. Only facts that the CV states.", list(0, b::EDITS, edit)),
            field("keywords", "", keywords),
            field(
                "interview",
                "Ten behavioural questions about this CV.",
                list(b::INTERVIEW, b::INTERVIEW, question),
            ),
            field(
                "technical",
                "Five to seven practical scenarios of this job.",
                list(b::TECHNICAL_MIN, b::TECHNICAL, scenario),
            ),
            field("gaps", "What the post asks for and the CV does not show.", list(0, b::GAPS, gap)),
            field("cover_letter", "", text(b::LETTER)),
        ],
    )
}

fn text(longest: usize) -> Shape {
    Shape::Text { longest }
}

fn list(fewest: usize, most: usize, of: Shape) -> Shape {
    Shape::List { fewest, most, of: Box::new(of) }
}

fn word(name: &'static str, words: &'static [&'static str]) -> Shape {
    Shape::Word { name, words }
}

fn record(name: &'static str, fields: Vec<Field>) -> Shape {
    Shape::Record { name, fields }
}

fn field(name: &'static str, note: &'static str, shape: Shape) -> Field {
    Field { name, note, shape }
}

/// The codes as they are written, without the one for what is unknown.
pub fn error_codes() -> Vec<String> {
    use ErrorCode::*;
    let all = [
        InvalidInput,
        ForbiddenOrigin,
        BotCheckFailed,
        NotFound,
        MethodNotAllowed,
        TooLarge,
        UnsupportedMediaType,
        AiRefused,
        RateLimited,
        Internal,
        FeatureDisabled,
        AiUnavailable,
        DatabaseUnavailable,
        AiTimeout,
    ];
    let written = |code: &ErrorCode| serde_json::to_value(code).ok()?.as_str().map(str::to_owned);
    all.iter().filter_map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{AiReview, Stream};
    use serde_json::{Map, Value, json};

    /// A value of the shape, as small or as large as it may be.
    fn sample(shape: &Shape, large: bool) -> Value {
        match shape {
            Shape::Text { longest } | Shape::Maybe { longest } => {
                json!("x".repeat(if large { *longest } else { 1 }))
            }
            Shape::Number { least, most } => json!(if large { most } else { least }),
            Shape::Word { words, .. } => json!(if large { words[words.len() - 1] } else { words[0] }),
            Shape::List { fewest, most, of } => {
                json!(vec![sample(of, large); if large { *most } else { (*fewest).max(1) }])
            }
            Shape::Record { fields, .. } => Value::Object(
                fields.iter().map(|field| (field.name.into(), sample(&field.shape, large))).collect(),
            ),
        }
    }

    #[test]
    fn the_types_read_and_write_just_this_shape() {
        for large in [false, true] {
            let value = sample(&review(), large);
            let typed: AiReview = serde_json::from_value(value.clone()).expect("the type reads the shape");
            assert_eq!(
                serde_json::to_value(&typed).expect("json"),
                value,
                "and writes it back, no more, no less"
            );
        }
    }

    #[test]
    fn the_stream_takes_all_that_the_schema_allows() {
        for large in [false, true] {
            let value = sample(&review(), large);
            let mut stream = Stream::new();
            stream.push(&value.to_string());
            let typed: AiReview = serde_json::from_value(value).expect("the type");
            assert_eq!(stream.finish(), Ok(typed));
        }
    }

    #[test]
    fn every_word_is_a_variant_and_there_are_no_others() {
        fn words(shape: &Shape, path: &str, found: &mut Vec<(String, Vec<&'static str>)>) {
            match shape {
                Shape::Word { words, .. } => found.push((path.to_owned(), words.to_vec())),
                Shape::List { of, .. } => words_of(of, &format!("{path}/0"), found),
                Shape::Record { fields, .. } => {
                    for field in fields {
                        words_of(&field.shape, &format!("{path}/{}", field.name), found);
                    }
                }
                _ => {}
            }
        }
        fn words_of(shape: &Shape, path: &str, found: &mut Vec<(String, Vec<&'static str>)>) {
            words(shape, path, found);
        }
        let mut found = Vec::new();
        words(&review(), "", &mut found);
        assert_eq!(found.len(), 3);
        for (path, words) in found {
            for word in words.iter().copied().chain(["else"]) {
                let mut value = sample(&review(), false);
                *value.pointer_mut(&path).expect("the place") = json!(word);
                assert_eq!(
                    serde_json::from_value::<AiReview>(value).is_ok(),
                    word != "else",
                    "{path} {word}"
                );
            }
        }
    }

    #[test]
    fn every_error_code_is_listed() {
        let codes = error_codes();
        for code in &codes {
            let back: ErrorCode = serde_json::from_value(json!(code)).expect("a code");
            // A new variant has to be added here and to the list above.
            let listed = match back {
                ErrorCode::InvalidInput
                | ErrorCode::ForbiddenOrigin
                | ErrorCode::BotCheckFailed
                | ErrorCode::TooLarge
                | ErrorCode::UnsupportedMediaType
                | ErrorCode::AiRefused
                | ErrorCode::RateLimited
                | ErrorCode::FeatureDisabled
                | ErrorCode::AiUnavailable
                | ErrorCode::DatabaseUnavailable
                | ErrorCode::AiTimeout
                | ErrorCode::NotFound
                | ErrorCode::MethodNotAllowed
                | ErrorCode::Internal => true,
                ErrorCode::Unknown => false,
            };
            assert!(listed, "{code}");
        }
        assert_eq!(codes.len(), 14);
    }

    #[test]
    fn the_schema_is_json_and_closed() {
        let schema: Map<String, Value> = serde_json::from_str(&json_schema()).expect("json");
        assert_eq!(schema["required"].as_array().map(Vec::len), Some(6));
        assert_eq!(json_schema().matches("\"additionalProperties\": false").count(), 6);
    }

    #[test]
    fn the_written_files_are_fresh() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("functions/lib/generated");
        for (name, text) in [("review.schema.json", json_schema()), ("wire.ts", typescript())] {
            let written = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
            assert!(written == text, "{name} is stale: run `cargo run --example wire`");
        }
    }
}
