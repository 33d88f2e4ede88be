//! The AI review in its five tabs.

use super::Work;
use super::edits::edits;
use super::gaps::gaps;
use super::interview::interview;
use super::letter::letter;
use super::technical::technical;
use crate::session::{Action, Tab};
use crate::ui::{TabItem, Tabs};
use yew::prelude::*;

const TABS: [(Tab, &str, &str, &str); 5] = [
    (Tab::Resume, "resume", "tab-resume", "ATS resume"),
    (Tab::Interview, "interview", "tab-interview", "Interview"),
    (Tab::Technical, "technical", "tab-technical", "Technical"),
    (Tab::Gaps, "gaps", "tab-gaps", "Gaps"),
    (Tab::Letter, "letter", "tab-letter", "Cover letter"),
];

pub fn ai_review(work: &Work) -> Html {
    let Some(reviewed) = work.ai.reviewed.clone() else { return html! { <div class="nothing" /> } };
    let review = &reviewed.review;
    let counts = [
        reviewed.edits.len(),
        review.interview.len(),
        review.technical.len(),
        review.gaps.len(),
        usize::from(!review.cover_letter.is_empty()),
    ];
    let items = TABS
        .iter()
        .zip(counts)
        .map(|((_, id, test_id, label), count)| TabItem {
            id,
            test_id,
            label: if *id == "letter" || count == 0 {
                (*label).to_owned()
            } else {
                format!("{label} ({count})")
            },
        })
        .collect::<Vec<_>>();
    let selected = TABS.iter().position(|(tab, ..)| *tab == work.ai.tab).unwrap_or_default();
    let on_select = {
        let effects = work.effects.clone();
        Callback::from(move |index: usize| {
            if let Some((tab, ..)) = TABS.get(index) {
                effects.dispatch(Action::Tab(*tab));
            }
        })
    };
    html! {
        <section class="ai-review" aria-labelledby="ai-heading">
            <h2 id="ai-heading">{ "The AI review" }</h2>
            <Tabs label="Parts of the AI review" {items} {selected} {on_select}>
                { match TABS[selected].0 {
                    Tab::Resume => edits(work),
                    Tab::Interview => interview(work),
                    Tab::Technical => technical(&reviewed),
                    Tab::Gaps => gaps(&reviewed),
                    Tab::Letter => letter(work),
                } }
            </Tabs>
        </section>
    }
}

/// Stands where a part has not arrived.
pub fn nothing_yet(running: bool) -> Html {
    let words =
        if running { "Nothing of this part has arrived yet." } else { "The answer has nothing here." };
    html! { <p class="fine">{ words }</p> }
}
