//! How the numbers are made.

use yew::prelude::*;

pub fn how_it_works() -> Html {
    html! {
        <article class="prose">
            <h1>{ "How it works" }</h1>
        </article>
    }
}
