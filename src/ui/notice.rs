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

/// The same for work that is mostly over within a blink: only seen when it is
/// not.
pub fn working_late(sentence: &str) -> Html {
    html! { <p class="working late" role="status">{ sentence }</p> }
}
