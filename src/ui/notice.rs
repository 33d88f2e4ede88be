//! Sentences that must not be missed, and work that is going on.

use crate::ui::Icon;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct NoticeProps {
    pub sentence: AttrValue,
    #[prop_or_default]
    pub children: Children,
}

/// A problem that the user can act on; spoken at once by screen readers.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    html! {
        <div class="notice" role="alert" data-testid="problem">
            { Icon::Alert.view() }
            <p>{ &props.sentence }</p>
            { props.children.clone() }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct WorkingProps {
    pub sentence: AttrValue,
}

/// Something is being made; spoken when the screen reader is free.
#[component]
pub fn Working(props: &WorkingProps) -> Html {
    html! { <p class="working" role="status">{ &props.sentence }</p> }
}
