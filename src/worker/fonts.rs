//! The fonts of exports, fetched from our own origin when first needed.

use crate::error::{Problem, ProblemKind};
use crate::export::{Fonts, Format, Template};
use crate::jobs::Job;
use gloo_net::http::Request;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

thread_local! {
    /// By family, as long as the worker lives.
    static LOADED: RefCell<BTreeMap<&'static str, Rc<Fonts>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The faces that a job's file is set in; none for files without fonts.
pub async fn for_job(job: &Job) -> Result<Rc<Fonts>, Problem> {
    let family = match job {
        Job::ExportCv { options, .. } if options.format != Format::Pdf => return Ok(Rc::default()),
        Job::ExportCv { options, .. } => options.template.family(),
        _ => Template::Modern.family(),
    };
    if let Some(fonts) = LOADED.with_borrow(|loaded| loaded.get(family).cloned()) {
        return Ok(fonts);
    }
    let fonts = Rc::new(Fonts {
        regular: face(&format!("{family}-regular")).await?,
        bold: face(&format!("{family}-bold")).await?,
        italic: face(&format!("{family}-italic")).await?,
        fallback: vec![face("symbols").await?],
    });
    LOADED.with_borrow_mut(|loaded| loaded.insert(family, fonts.clone()));
    Ok(fonts)
}

async fn face(name: &str) -> Result<Vec<u8>, Problem> {
    let missing = |_| {
        Problem::new(
            ProblemKind::Service,
            "The fonts for the file could not be loaded. Check the connection and try again.",
        )
    };
    let response = Request::get(&format!("/fonts/{name}.ttf")).send().await.map_err(missing)?;
    if !response.ok() {
        return Err(missing(gloo_net::Error::GlooError(String::new())));
    }
    response.binary().await.map_err(missing)
}
