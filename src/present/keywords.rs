//! Keywords by their evidence: in words and by the shape of their line.

use crate::jobs::Weighed;
use crate::review::{Highlight, Level, Marked};
use yew::prelude::*;

const LEVELS: [(Level, &str, &str); 4] = [
    (Level::Shown, "shown", "Shown in a dated role"),
    (Level::Listed, "listed", "Listed only"),
    (Level::Related, "related", "Something close"),
    (Level::Missing, "missing", "Not in your CV"),
];

fn class(level: Level) -> &'static str {
    LEVELS.iter().find(|(known, ..)| *known == level).map(|(_, class, _)| *class).unwrap_or_default()
}

/// The legend and the list in one: every level with its words.
pub fn keywords(weighed: &Weighed) -> Html {
    if weighed.keywords.is_empty() {
        return html! { <div class="nothing" /> };
    }
    let group = |(level, class, label): &(Level, &'static str, &'static str)| {
        let of: Vec<&Marked> = weighed.keywords.iter().filter(|keyword| keyword.level == *level).collect();
        html! {
            if !of.is_empty() {
                <div key={*class}>
                    <dt>{ *label }</dt>
                    <dd>{ for of.iter().enumerate().map(|(at, keyword)| html! {
                        <span key={at} class={classes!("keyword", *class)}>{ &keyword.term }</span>
                    }) }</dd>
                </div>
            }
        }
    };
    html! {
        <details class="keywords" data-testid="keywords" open=true>
            <summary>{ "Keywords of the post, by what your CV shows of them" }</summary>
            <dl>{ for LEVELS.iter().map(group) }</dl>
        </details>
    }
}

/// A piece of a text that begins at byte `from` of it, with its keywords marked.
pub fn marked(piece: &str, from: usize, highlights: &[Highlight]) -> Html {
    let mut out: Vec<Html> = Vec::new();
    let mut done = 0;
    for highlight in highlights {
        let start = highlight.span.start.max(from) - from;
        let end = highlight.span.end.saturating_sub(from).min(piece.len());
        let (Some(before), Some(words)) = (piece.get(done..start), piece.get(start..end)) else { continue };
        if words.is_empty() {
            continue;
        }
        out.push(html! { { before } });
        out.push(html! { <span class={classes!("keyword", class(highlight.level))}>{ words }</span> });
        done = end;
    }
    out.push(html! { { piece.get(done..).unwrap_or_default() } });
    out.into_iter().collect()
}
