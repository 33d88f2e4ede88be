//! Every finding: its sentence, the words it is about, and one action. Those
//! with the largest effect for the least effort come first.

use crate::analyse::{About, Country, Effect, Effort, Finding, Severity, Source};
use crate::effects::Effects;
use crate::jobs::Seen;
use crate::session::Action;
use crate::text::Span;
use crate::ui::Icon;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Places of one finding that are quoted; more are counted.
const QUOTED: usize = 4;
/// Characters of one quotation.
const QUOTE_LENGTH: usize = 90;

pub fn findings(seen: &Seen, post: &str, country: Option<&str>, effects: &Effects) -> Html {
    let all = &seen.analysis.findings;
    let (checked, unchecked): (Vec<&Finding>, Vec<_>) =
        all.iter().partition(|finding| finding.severity != Severity::NotChecked);
    let groups = [Effect::Large, Effect::Some, Effect::Small];
    html! {
        <section class="findings" aria-labelledby="findings-heading">
            <div class="head">
                <h2 id="findings-heading">{ "Findings" }</h2>
                { country_choice(country, effects) }
            </div>
            if checked.is_empty() {
                <p>{ "No rule found anything to change." }</p>
            }
            { for groups.iter().map(|effect| group(*effect, &checked, seen, post)) }
            if !unchecked.is_empty() {
                <details class="unchecked">
                    <summary>{ format!("Not checked ({})", unchecked.len()) }</summary>
                    <ul>
                        { for unchecked.iter().map(|finding| html! {
                            <li data-testid="finding">{ &finding.sentence }</li>
                        }) }
                    </ul>
                </details>
            }
        </section>
    }
}

/// Customs differ by country: what one expects another sets aside.
fn country_choice(chosen: Option<&str>, effects: &Effects) -> Html {
    let on_change = {
        let effects = effects.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let code = select.map(|select| select.value()).filter(|code| !code.is_empty());
            effects.dispatch(Action::Country(code));
        })
    };
    html! {
        <div class="choice">
            <label for="country">{ "Country of the job, for its customs" }</label>
            <select id="country" data-testid="country" onchange={on_change}>
                <option value="" selected={chosen.is_none()}>{ "Not said" }</option>
                { for Country::ALL.iter().map(|country| html! {
                    <option key={country.code()} value={country.code()} selected={chosen == Some(country.code())}>{ country.label() }</option>
                }) }
            </select>
        </div>
    }
}

fn group(effect: Effect, checked: &[&Finding], seen: &Seen, post: &str) -> Html {
    // The least effort first; by rounds, as the code of a sort is large.
    let efforts = [Effort::Minute, Effort::Evening, Effort::NotSoon];
    let of = |effort| checked.iter().filter(move |finding| finding.rank() == (effect, effort));
    let own: Vec<_> = efforts.into_iter().flat_map(of).collect();
    if own.is_empty() {
        return html! {};
    }
    let label = effect.label();
    let (first, rest) = label.split_at(1);
    html! {
        <div class="group">
            <h3>{ format!("{}{rest} ({})", first.to_ascii_uppercase(), own.len()) }</h3>
            <ul class="cards">
                { for own.iter().map(|finding| card(finding, &seen.reading.text.text, seen, post)) }
            </ul>
        </div>
    }
}

fn card(finding: &Finding, cv: &str, seen: &Seen, post: &str) -> Html {
    let (word, class, icon) = match finding.severity {
        Severity::Serious => ("Serious", "serious", Icon::Cross),
        Severity::Moderate => ("Worth fixing", "moderate", Icon::Alert),
        Severity::Minor => ("Polish", "minor", Icon::Pen),
        Severity::NotChecked => ("Not checked", "minor", Icon::Half),
    };
    let more = finding.spans.len().saturating_sub(QUOTED);
    html! {
        <li class={classes!("card", class)} data-testid="finding">
            <p class="severity">{ icon.view() }<span>{ word }</span><span class="effort">{ format!("Effort: {}", finding.effort.label()) }</span></p>
            <p class="sentence">{ &finding.sentence }</p>
            if !finding.spans.is_empty() {
                <ul class="quotes">
                    { for finding.spans.iter().take(QUOTED).enumerate().map(|(at, about)| quote(at, about, cv, seen, post)) }
                </ul>
            }
            if more > 0 {
                <p class="fine">{ format!("and {more} more place{}", if more == 1 { "" } else { "s" }) }</p>
            }
            <p class="action">{ Icon::Arrow.view() }<span>{ &finding.action }</span></p>
        </li>
    }
}

fn quote(at: usize, about: &About, cv: &str, seen: &Seen, post: &str) -> Html {
    let (words, line) = match about.source {
        Source::Cv => (about.span.of(cv), line_of(seen, about.span)),
        Source::Post => (about.span.of(post), None),
    };
    let mut short: String = words.chars().take(QUOTE_LENGTH).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    html! {
        <li key={at}>
            if let Some(line) = line {
                <a href={format!("#line-{line}")}><mark>{ short }</mark></a>
            } else {
                <mark>{ short }</mark>
            }
        </li>
    }
}

/// The line of the machine's text that holds a span.
pub fn line_of(seen: &Seen, span: Span) -> Option<usize> {
    seen.reading.text.lines.iter().position(|line| {
        line.contains(Span::new(span.start, span.start)) && !span.of(&seen.reading.text.text).is_empty()
    })
}
