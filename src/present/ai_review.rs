//! The AI review in its five tabs.

use super::Work;
use super::copying::copying;
use super::edits::edits;
use super::gaps::gaps;
use super::interview::interview;
use super::letter::letter;
use super::progress::count;
use super::technical::technical;
use crate::review::Part;
use crate::session::{Action, Tab};
use crate::ui::{TabItem, Tabs};
use yew::prelude::*;

const TABS: [(Tab, Part, &str, &str, &str); 5] = [
    (Tab::Resume, Part::Edits, "resume", "tab-resume", "ATS resume"),
    (Tab::Interview, Part::Interview, "interview", "tab-interview", "Interview"),
    (Tab::Technical, Part::Technical, "technical", "tab-technical", "Technical"),
    (Tab::Gaps, Part::Gaps, "gaps", "tab-gaps", "Gaps"),
    (Tab::Letter, Part::CoverLetter, "letter", "tab-letter", "Cover letter"),
];

pub fn ai_review(work: &Work) -> Html {
    if work.ai.reviewed.is_none() {
        return html! { <div class="nothing" /> };
    }
    let items = TABS
        .iter()
        .map(|(_, part, id, test_id, label)| {
            let label = match count(work, *part) {
                Some(count) => format!("{label} ({count})"),
                None => (*label).to_owned(),
            };
            TabItem { id, test_id, label }
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
    let copy = {
        let work = work.clone();
        Callback::from(move |_: MouseEvent| {
            let copying = copying(&work);
            work.effects.copy(copying.plain, copying.html);
        })
    };
    let share = {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| effects.share())
    };
    html! {
        <section class="ai-review" aria-labelledby="ai-heading">
            <h2 id="ai-heading">{ "The AI review" }</h2>
            <Tabs label="Parts of the AI review" {items} {selected} {on_select}>
                { match work.ai.tab {
                    Tab::Resume => edits(work),
                    Tab::Interview => interview(work),
                    Tab::Technical => technical(work),
                    Tab::Gaps => gaps(work),
                    Tab::Letter => letter(work),
                } }
            </Tabs>
            <div class="buttons after-tabs">
                <button type="button" class="secondary" data-testid="copy-part" onclick={copy}>{ "Copy this tab" }</button>
                <button type="button" class="quiet" data-testid="share" onclick={share}>{ "Share this tool (nothing of yours)" }</button>
                <p class="fine" role="status">{ work.ai.said }</p>
            </div>
            <p class="fine disclaimer">
                { "Written by a model, which can be wrong, and checked by rules, which do not know what you did. You sign the CV: keep only what is true. It is no promise of an interview and no legal advice." }
            </p>
        </section>
    }
}

/// Stands where a part has not arrived.
pub fn nothing_yet(work: &Work) -> Html {
    let words = match work.ai.is_running() {
        true => "Nothing of this part has arrived yet.",
        false => "The answer has nothing here.",
    };
    html! { <p class="fine">{ words }</p> }
}
