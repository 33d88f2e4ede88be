//! The CV and the review as files, with what reading them back has shown.

use super::Work;
use crate::export::{Certificate, Format, PageSize, Template};
use crate::session::{Action, Product, Stage};
use crate::ui::{Icon, notice, working_late};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const TEMPLATES: [(Template, &str, &str); 4] = [
    (Template::Classic, "classic", "Classic"),
    (Template::Modern, "modern", "Modern"),
    (Template::Compact, "compact", "Compact"),
    (Template::Academic, "academic", "Academic"),
];
const PAGES: [(PageSize, &str, &str); 2] =
    [(PageSize::A4, "a4", "A4"), (PageSize::Letter, "letter", "US Letter")];
const OTHER_FORMATS: [(Format, &str); 4] = [
    (Format::Docx, "DOCX"),
    (Format::Markdown, "Markdown"),
    (Format::Text, "Text"),
    (Format::JsonResume, "JSON Resume"),
];

pub fn download(work: &Work) -> Html {
    let export = |format: Format| {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |_: MouseEvent| effects.export_cv(&session, format))
    };
    let report = {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |_: MouseEvent| effects.export_review(&session))
    };
    html! {
        <section class="download" aria-labelledby="download-heading">
            <h2 id="download-heading">{ "Download" }</h2>
            <p>{ "The file is made here, then read back by a separate reader and compared with what you approved." }</p>
            <div class="choices">
                { choice(work, "template", "Template", &TEMPLATES, work.template, Action::Template) }
                { choice(work, "page", "Page", &PAGES, work.page, Action::Page) }
            </div>
            <div class="buttons">
                <button type="button" class="primary" data-testid="download-cv" onclick={export(Format::Pdf)}>
                    { Icon::Download.view() }{ "CV as PDF" }
                </button>
                { for OTHER_FORMATS.iter().map(|(format, name)| html! {
                    <button key={*name} type="button" class="secondary" onclick={export(*format)}>{ format!("CV as {name}") }</button>
                }) }
                <button type="button" class="secondary" data-testid="download-review" onclick={report}>{ "Whole review as PDF" }</button>
            </div>
            { result(work, Product::Cv, &work.download) }
            { kept(work) }
            { result(work, Product::Review, &work.report) }
        </section>
    }
}

fn choice<T: Copy + PartialEq + 'static>(
    work: &Work,
    id: &'static str,
    label: &str,
    options: &'static [(T, &'static str, &'static str)],
    chosen: T,
    action: fn(T) -> Action,
) -> Html {
    let on_change = {
        let effects = work.effects.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let value = select.map(|select| select.value()).unwrap_or_default();
            if let Some((option, ..)) = options.iter().find(|(_, name, _)| *name == value) {
                effects.dispatch(action(*option));
            }
        })
    };
    html! {
        <div class="choice">
            <label for={id}>{ label }</label>
            <select {id} onchange={on_change}>
                { for options.iter().map(|(option, name, words)| html! {
                    <option key={*name} value={*name} selected={*option == chosen}>{ words }</option>
                }) }
            </select>
        </div>
    }
}

fn result(work: &Work, product: Product, stage: &Stage<Certificate>) -> Html {
    match stage {
        Stage::Idle => html! {},
        Stage::Running { .. } => working_late("Making the file and reading it back."),
        Stage::Failed(problem) => notice(&problem.sentence),
        Stage::Done(certificate) => {
            let held = work.held.contains(&product);
            let title = match (certificate.passed(), held) {
                (true, _) => "Read back: the file says what you approved",
                (false, true) => {
                    "Read back: the file would not say what you approved, so it was not handed over"
                }
                (false, false) => "Read back: the file differs from what you approved",
            };
            html! {
                <>
                    { checks(certificate, title) }
                    if held { { insist(work, product) } }
                </>
            }
        }
    }
}

/// A file with a loss is the user's to take, knowingly.
fn insist(work: &Work, product: Product) -> Html {
    let press = {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| effects.hand_over(product))
    };
    html! {
        <div class="buttons">
            <button type="button" class="secondary" data-testid="insist" onclick={press}>{ "Download it with this loss" }</button>
            <p class="fine">{ "Better: choose another template or format above, or change the words that are lost." }</p>
        </div>
    }
}

/// The certificate of a download that was kept with a review.
fn kept(work: &Work) -> Html {
    match (&work.download, &work.certificate) {
        (Stage::Idle, Some(certificate)) => checks(
            certificate,
            match certificate.passed() {
                true => "Your last download of this text was read back: it says what you approved",
                false => "Your last download of this text was read back: it differs from what you approved",
            },
        ),
        _ => html! {},
    }
}

fn checks(certificate: &Certificate, title: &'static str) -> Html {
    html! {
        <div class={classes!("certificate", (!certificate.passed()).then_some("broken"))} data-testid="certificate" role="status">
            <h3>{ title }</h3>
            <ul>
                { for certificate.checks.iter().map(|check| html! {
                    <li key={check.id.clone()} data-passed={check.passed.to_string()}>
                        { if check.passed { Icon::Check.view() } else { Icon::Cross.view() } }
                        <span>{ if check.passed { "" } else { "Not passed: " } }{ &check.sentence }</span>
                    </li>
                }) }
            </ul>
        </div>
    }
}
