//! The fonts of exports, fetched from our own origin when first needed: the
//! family of the template, then those of other scripts in the text, if any.

use crate::error::{Problem, ProblemKind};
use crate::export::{Fonts, Format, Template, scripts};
use crate::jobs::Job;
use gloo_net::http::{Request, Response};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

thread_local! {
    /// By name, as long as the worker lives.
    static LOADED: RefCell<BTreeMap<String, Rc<Vec<u8>>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The faces that a job's file is set in; none for files without fonts.
pub async fn for_job(job: &Job) -> Result<Fonts, Problem> {
    let (family, text) = match job {
        Job::ExportCv { options, .. } if options.format != Format::Pdf => return Ok(Fonts::default()),
        Job::ExportCv { cv, options, .. } => (options.template.family(), cv.clone()),
        Job::ExportReview { cv, post, review, .. } => {
            let review = review.as_ref().and_then(|review| serde_json::to_string(review).ok());
            (Template::Modern.family(), [cv.as_str(), post, &review.unwrap_or_default()].join("\n"))
        }
        _ => return Ok(Fonts::default()),
    };
    let mut fonts = Fonts {
        regular: file(&format!("{family}-regular.ttf")).await?.to_vec(),
        bold: file(&format!("{family}-bold.ttf")).await?.to_vec(),
        italic: file(&format!("{family}-italic.ttf")).await?.to_vec(),
        fallback: vec![file("symbols.ttf").await?.to_vec()],
    };
    add_scripts(&text, &mut fonts).await?;
    Ok(fonts)
}

/// What stays missing is named by the export itself.
async fn add_scripts(text: &str, fonts: &mut Fonts) -> Result<(), Problem> {
    let mut missing = scripts::missing(text, fonts)?;
    for family in scripts::families(&missing) {
        let name = family.name;
        if !family.in_parts {
            fonts.fallback.push(file(&format!("more/{name}.ttf")).await?.to_vec());
        } else if !missing.is_empty() {
            let list = file(&format!("more/{name}.txt")).await?;
            let list = std::str::from_utf8(&list).unwrap_or_default();
            for part in scripts::parts(list, &mut missing) {
                fonts.fallback.push(file(&format!("more/{name}-{part}.ttf")).await?.to_vec());
            }
        }
    }
    Ok(())
}

async fn file(name: &str) -> Result<Rc<Vec<u8>>, Problem> {
    if let Some(known) = LOADED.with_borrow(|loaded| loaded.get(name).cloned()) {
        return Ok(known);
    }
    let bytes = fetched(name).await.ok_or_else(|| {
        Problem::new(
            ProblemKind::Service,
            "The fonts for the file could not be loaded. Check the connection and try again.",
        )
    })?;
    let bytes = Rc::new(bytes);
    LOADED.with_borrow_mut(|loaded| loaded.insert(name.to_owned(), bytes.clone()));
    Ok(bytes)
}

async fn fetched(name: &str) -> Option<Vec<u8>> {
    let response: Response = Request::get(&format!("/fonts/{name}")).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.binary().await.ok()
}
