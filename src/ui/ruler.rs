//! A number from 0 to 100 on a ruler. Drawn with SVG attributes: the CSP
//! blocks style attributes.

use yew::prelude::*;

/// Decoration beside the number itself, hence hidden from screen readers.
pub fn ruler(value: u8) -> Html {
    let value = value.min(100);
    let ticks = (0..=20).map(|tick| {
        let x = (tick * 5).to_string();
        let long = tick % 2 == 0;
        html! { <line key={tick} x1={x.clone()} x2={x} y1="12" y2={if long { "6" } else { "9" }} /> }
    });
    html! {
        <svg class="ruler" viewBox="-1 0 102 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <g class="ruler-ticks">{ for ticks }</g>
            <rect class="ruler-fill" x="0" y="11" width={value.to_string()} height="3" />
            <rect class="ruler-rest" x={value.to_string()} y="12.4" width={(100 - value).to_string()} height="0.8" />
        </svg>
    }
}
