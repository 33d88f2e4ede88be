//! Where the approved text stands: the two numbers before and after, how much
//! is decided, and what to be ready for.

use super::Work;
use crate::jobs::Weighed;
use crate::review::Decision;
use yew::prelude::*;

/// The numbers of the CV as it is and with what was accepted.
pub fn standing(work: &Work) -> Html {
    let count = work.ai.reviewed.as_ref().map_or(0, |reviewed| reviewed.edits.len());
    let decided = (0..count).filter(|index| work.ai.decision(*index) != Decision::Pending).count();
    let (Some(seen), Some(weighed)) = (work.seen.value(), work.ai.weighed.value()) else {
        return html! { <div class="nothing" /> };
    };
    let before = seen.analysis.matching.as_ref().map(|score| score.value);
    html! {
        <div class="standing" data-testid="standing">
            <dl>
                { number("Readable", seen.analysis.readable.value, weighed.readable) }
                if let (Some(before), Some(after)) = (before, weighed.matching) {
                    { number("Match", before, after) }
                }
            </dl>
            <p class="fine" role="status">{ format!("{decided} of {count} edits decided. The second number counts only what you accepted.") }</p>
        </div>
    }
}

fn number(name: &str, before: u8, after: u8) -> Html {
    html! {
        <div>
            <dt>{ name }</dt>
            <dd>
                { before }<span aria-hidden="true">{ " \u{2192} " }</span><span class="unseen">{ " before, now " }</span><strong>{ after }</strong>
            </dd>
        </div>
    }
}

/// What an interviewer will ask about, from the approved text.
pub fn defend(weighed: &Weighed) -> Html {
    if weighed.defend.is_empty() {
        return html! { <div class="nothing" /> };
    }
    html! {
        <section class="defend" data-testid="defend" aria-labelledby="defend-heading">
            <h3 id="defend-heading">{ "Be ready to defend" }</h3>
            <p class="fine">{ "From your CV with what you accepted. An interviewer may ask about each of these." }</p>
            <ul>
                { for weighed.defend.iter().enumerate().map(|(at, claim)| html! {
                    <li key={at}><mark>{ &claim.words }</mark>{ " " }{ &claim.why }</li>
                }) }
            </ul>
        </section>
    }
}
