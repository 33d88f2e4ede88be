//! Sentences that must not be missed, and work that is going on.

use crate::ui::Icon;
use yew::prelude::*;

/// A problem that the user can act on; spoken at once by screen readers.
pub fn notice(sentence: &str) -> Html {
    html! {
        <div class="notice" role="alert" data-testid="problem">
            { Icon::Alert.view() }
            <p>{ sentence }</p>
        </div>
    }
}

/// Something is being made; spoken when the screen reader is free.
pub fn working(sentence: &str) -> Html {
    html! { <p class="working" role="status">{ sentence }</p> }
}
