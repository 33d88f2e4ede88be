//! The page as a person sees it, drawn from its own words. SVG attributes
//! only: the CSP blocks style attributes. Hidden from screen readers: the text
//! beside it says the same.

use crate::extract::{Line, Page, Word};
use crate::text::tenths;
use yew::prelude::*;

/// Points around a line that belong to it for the pointer.
const MARGIN: f32 = 1.5;

pub fn page_view(pages: &[Page]) -> Html {
    html! {
        <div class="paper-pages pane" aria-hidden="true" tabindex="-1">
            { for pages.iter().enumerate().map(|(at, page)| draw(at, page)) }
        </div>
    }
}

fn draw(at: usize, page: &Page) -> Html {
    let lines = page.blocks.iter().flat_map(|block| &block.lines);
    html! {
        <svg key={at} class="paper-page" viewBox={format!("0 0 {} {}", tenths(page.width), tenths(page.height))}>
            { for lines.filter_map(draw_line) }
        </svg>
    }
}

fn draw_line(line: &Line) -> Option<Html> {
    let words = || line.words.iter().filter(|word| word.rect.width > 0.0);
    let first = words().next()?;
    let edge = |of: fn(&Word) -> f32, pick: fn(f32, f32) -> f32, start| words().map(of).fold(start, pick);
    let left = edge(|word| word.rect.x, f32::min, f32::MAX) - MARGIN;
    let top = edge(|word| word.rect.y, f32::min, f32::MAX) - MARGIN;
    let right = edge(|word| word.rect.x + word.rect.width, f32::max, f32::MIN) + MARGIN;
    let bottom = edge(|word| word.rect.y + word.rect.height, f32::max, f32::MIN) + MARGIN;
    // Only words are drawn: light ones, which stand on a dark ground in the
    // file, are given one.
    let light = first.color.iter().all(|channel| *channel > 190);
    Some(html! {
        <g key={line.id.0} class={light.then_some("light")} data-line={line.id.0.to_string()} font-size={tenths(first.size)} font-weight={first.weight.to_string()} fill={color(first)}>
            <rect class="area" x={tenths(left)} y={tenths(top)} width={tenths(right - left)} height={tenths(bottom - top)} />
            { for words().map(|word| draw_word(word, first)) }
        </g>
    })
}

/// A word that nobody sees is the outline of where it is.
fn draw_word(word: &Word, first: &Word) -> Html {
    let rect = word.rect;
    let (x, width) = (tenths(rect.x), tenths(rect.width));
    if word.hidden.is_some() {
        return html! { <rect class="ghost" {x} y={tenths(rect.y)} {width} height={tenths(rect.height)} /> };
    }
    html! {
        <text
            {x}
            y={tenths(rect.y + rect.height * 0.8)}
            textLength={width}
            lengthAdjust="spacingAndGlyphs"
            font-size={(word.size != first.size).then(|| tenths(word.size))}
            font-weight={(word.weight != first.weight).then(|| word.weight.to_string())}
            fill={(word.color != first.color).then(|| color(word))}
        >
            { &word.text }
        </text>
    }
}

fn color(word: &Word) -> String {
    let [red, green, blue] = word.color;
    format!("rgb({red},{green},{blue})")
}
