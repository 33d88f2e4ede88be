//! Tabs after the ARIA pattern: arrow keys move, Home and End jump, one tab
//! stop for all.

use yew::prelude::*;

#[derive(Clone, PartialEq)]
pub struct TabItem {
    /// Part of the ids of the tab and its panel.
    pub id: &'static str,
    pub test_id: &'static str,
    pub label: String,
}

#[derive(PartialEq, Properties)]
pub struct TabsProps {
    pub label: AttrValue,
    pub items: Vec<TabItem>,
    pub selected: usize,
    pub on_select: Callback<usize>,
    /// The panel of the selected tab.
    pub children: Children,
}

#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let count = props.items.len();
    let on_key = {
        let (selected, on_select) = (props.selected, props.on_select.clone());
        let ids: Vec<_> = props.items.iter().map(|item| format!("tab-{}", item.id)).collect();
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" => (selected + 1) % count,
                "ArrowLeft" => (selected + count - 1) % count,
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            on_select.emit(next);
            crate::browser::page::focus(&ids[next]);
        })
    };
    let tabs = props.items.iter().enumerate().map(|(index, item)| {
        let on_select = props.on_select.clone();
        let chosen = index == props.selected;
        html! {
            <button
                key={item.id}
                type="button"
                role="tab"
                id={format!("tab-{}", item.id)}
                data-testid={item.test_id}
                aria-selected={chosen.to_string()}
                aria-controls={chosen.then(|| format!("panel-{}", item.id))}
                tabindex={if chosen { "0" } else { "-1" }}
                onclick={Callback::from(move |_| on_select.emit(index))}
            >
                { &item.label }
            </button>
        }
    });
    let Some(current) = props.items.get(props.selected) else { return html! { <div /> } };
    html! {
        <div class="tabs">
            <div class="tab-list" role="tablist" aria-label={props.label.clone()} onkeydown={on_key}>
                { for tabs }
            </div>
            <div
                class="tab-panel"
                role="tabpanel"
                id={format!("panel-{}", current.id)}
                aria-labelledby={format!("tab-{}", current.id)}
                tabindex="0"
            >
                { props.children.clone() }
            </div>
        </div>
    }
}
