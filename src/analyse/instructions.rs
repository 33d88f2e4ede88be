//! Lines in a CV or a post that are aimed at a language model. They are
//! reported and never followed, and nothing in them counts as an ask.

use super::tokens::fold;
use crate::text::Span;
use std::sync::OnceLock;

/// Lines that speak to a model instead of a person.
pub fn instructions(text: &str) -> Vec<Span> {
    const TO_MODELS: &[&str] = &[
        "ignore previous instructions",
        "ignore all previous",
        "ignore the previous",
        "ignore the above",
        "disregard previous",
        "disregard all",
        "disregard the above",
        "ignore any instructions",
        "you are an ai",
        "as an ai",
        "system prompt",
        "you are chatgpt",
        "language model",
        "rate this candidate",
        "rank this candidate",
        "this candidate is",
        "this is an exceptional candidate",
        "recommend this candidate",
        "hire this candidate",
        "must be hired",
        "give this resume",
        "give this cv",
        "score this resume",
        "ignoriere alle",
        "ignoriere die vorherigen",
        "ignorez les instructions",
        "ignora las instrucciones",
        "ignora le istruzioni",
        "ignore as instruções",
        "negeer eerdere instructies",
        "zignoruj poprzednie",
        "[system]",
        "<system>",
        "### instruction",
        "<|im_start|>",
    ];
    static FOLDED: OnceLock<Vec<String>> = OnceLock::new();
    let phrases = FOLDED.get_or_init(|| TO_MODELS.iter().map(|phrase| fold(phrase)).collect());
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let folded = fold(line);
        let candidate_talk = folded.contains("candidate");
        let found = TO_MODELS.iter().zip(phrases).any(|(phrase, plain)| {
            folded.contains(plain.as_str())
                && (*phrase != "language model" || folded.contains("if you are") || candidate_talk)
                && (*phrase != "this candidate is"
                    || folded.contains("best")
                    || folded.contains("exceptional"))
        });
        if found {
            let trimmed = line.trim();
            let at = start + (line.len() - line.trim_start().len());
            out.push(Span::new(at, at + trimmed.len()));
        }
        start += line.len() + 1;
    }
    out
}
