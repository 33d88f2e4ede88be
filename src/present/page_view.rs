//! The page as a person sees it, drawn from its own words. SVG attributes
//! only: the CSP blocks style attributes.

use crate::extract::{Line, Page};
use crate::text::tenths;
use yew::prelude::*;

pub fn page_view(pages: &[Page]) -> Html {
    html! {
        <div class="paper-pages" aria-hidden="true">
            { for pages.iter().enumerate().map(|(at, page)| draw(at, page)) }
        </div>
    }
}

fn draw(at: usize, page: &Page) -> Html {
    let lines = page.blocks.iter().flat_map(|block| &block.lines);
    html! {
        <svg key={at} class="paper-page" viewBox={format!("0 0 {} {}", tenths(page.width), tenths(page.height))}>
            { for lines.map(|line| html! { <g key={line.id.0}>{ words(line) }</g> }) }
        </svg>
    }
}

fn words(line: &Line) -> Html {
    line.words
        .iter()
        .filter(|word| word.hidden.is_none() && word.rect.width > 0.0)
        .map(|word| {
            let [red, green, blue] = word.color;
            html! {
                <text
                    x={tenths(word.rect.x)}
                    y={tenths(word.rect.y + word.rect.height * 0.8)}
                    font-size={tenths(word.size)}
                    font-weight={word.weight.to_string()}
                    textLength={tenths(word.rect.width)}
                    lengthAdjust="spacingAndGlyphs"
                    fill={format!("rgb({red},{green},{blue})")}
                >
                    { &word.text }
                </text>
            }
        })
        .collect()
}
