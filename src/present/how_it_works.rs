//! How the numbers are made.

use yew::prelude::*;

#[component]
pub fn HowItWorks() -> Html {
    html! {
        <article class="prose">
            <h1>{ "How it works" }</h1>
        </article>
    }
}
