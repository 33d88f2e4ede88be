//! A tab as text for the clipboard, plain and rich.

use super::Work;
use crate::jobs::Reviewed;
use crate::session::Tab;

#[derive(Default)]
pub struct Copying {
    pub plain: String,
    pub html: String,
}

impl Copying {
    fn put(&mut self, tag: &str, text: &str) {
        let text = text.trim_end();
        if text.is_empty() {
            return;
        }
        self.plain.push_str(text);
        self.plain.push_str(if tag == "li" { "\n" } else { "\n\n" });
        self.html.push_str(&format!("<{tag}>"));
        for c in text.chars() {
            match c {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '\n' => self.html.push_str("<br>"),
                c => self.html.push(c),
            }
        }
        self.html.push_str(&format!("</{tag}>"));
    }

    fn labelled(&mut self, label: &str, text: &str) {
        if !text.trim().is_empty() {
            self.put("p", &format!("{label}: {text}"));
        }
    }
}

/// The open tab.
pub fn copying(work: &Work) -> Copying {
    let mut out = Copying::default();
    let Some(reviewed) = &work.ai.reviewed else { return out };
    match work.ai.tab {
        // Paragraphs of the CV stay paragraphs.
        Tab::Resume => work.approved_cv().split("\n\n").for_each(|block| out.put("p", block)),
        Tab::Letter => work.ai.letter().0.split("\n\n").for_each(|block| out.put("p", block)),
        tab => chapters(tab, reviewed, &mut out),
    }
    out
}

fn chapters(tab: Tab, reviewed: &Reviewed, out: &mut Copying) {
    let review = &reviewed.review;
    match tab {
        Tab::Interview => {
            for (at, question) in review.interview.iter().enumerate() {
                out.put("h3", &format!("{}. {}", at + 1, question.question));
                out.labelled("What they want to know", &question.recruiter_perspective);
                out.labelled("Situation", &question.situation);
                out.labelled("Action", &question.action);
                out.labelled("Result", &question.result);
            }
        }
        Tab::Technical => {
            for (at, question) in review.technical.iter().enumerate() {
                out.put("h3", &format!("{}. {}", at + 1, question.scenario));
                out.labelled("What it is about", &question.concept);
                out.labelled("How to go about it", &question.implementation);
                out.put("pre", question.code.as_deref().unwrap_or_default());
                out.labelled("Trade-offs", &question.trade_offs);
            }
        }
        _ => {
            for gap in &review.gaps {
                out.put("h3", &gap.skill);
                out.put("p", &gap.action);
            }
        }
    }
}
