//! Addresses behind the annotations of a page, and the texts of form fields.

use super::interpreter::Interpreter;
use super::matrix::Matrix;
use crate::extract::document::{Link, Rect};
use hayro_syntax::object::{self, Array, Dict, Name, Stream};
use hayro_syntax::page::Page;

/// Annotations of one page that are looked at.
const ANNOTATION_LIMIT: usize = 500;
/// Bytes of an address; longer ones are not meant for people.
const ADDRESS_LIMIT: usize = 2_000;

pub(super) fn of_page(page: &Page<'_>, base: Matrix, number: u32) -> Vec<Link> {
    let mut links = Vec::new();
    for annotation in annotations(page) {
        if annotation.get::<Name<'_>>(b"Subtype").as_deref() != Some(b"Link") {
            continue;
        }
        let Some(action) = annotation.get::<Dict<'_>>(b"A") else { continue };
        let Some(address) = action.get::<object::String<'_>>(b"URI") else { continue };
        let target = String::from_utf8_lossy(&address).trim().to_owned();
        if target.is_empty() || target.len() > ADDRESS_LIMIT || !is_for_people(&target) {
            continue;
        }
        let rect = annotation.get::<[f64; 4]>(b"Rect").map_or([0.0; 4], |rect| base.bounds(rect));
        let [left, top, right, bottom] = rect.map(|value| if value.is_finite() { value as f32 } else { 0.0 });
        let rect = Rect { x: left, y: top, width: right - left, height: bottom - top };
        links.push(Link { target, page: number, rect });
    }
    links
}

/// Draws what is written in form fields and free text notes.
pub(super) fn draw_fields<'a>(page: &Page<'a>, interpreter: &mut Interpreter<'a, '_>) {
    for annotation in annotations(page) {
        let subtype = annotation.get::<Name<'_>>(b"Subtype");
        if !matches!(subtype.as_deref(), Some(b"Widget" | b"FreeText")) {
            continue;
        }
        // Hidden, or not to be shown on screen.
        if annotation.get::<i32>(b"F").unwrap_or(0) & 0b10_0010 != 0 {
            continue;
        }
        let Some(rect) = annotation.get::<[f64; 4]>(b"Rect") else { continue };
        let Some(looks) = annotation.get::<Dict<'_>>(b"AP") else { continue };
        let Some(stream) = looks.get::<Stream<'_>>(b"N") else { continue };
        let [x0, y0, x1, y1] = rect;
        let rect = [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)];
        interpreter.appearance(&stream, rect, page.resources());
    }
}

fn annotations<'a>(page: &Page<'a>) -> impl Iterator<Item = Dict<'a>> {
    let array = page.raw().get::<Array<'a>>(b"Annots").unwrap_or_default();
    array.iter::<Dict<'a>>().take(ANNOTATION_LIMIT)
}

fn is_for_people(target: &str) -> bool {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase()).unwrap_or_default();
    !matches!(scheme.as_str(), "javascript" | "file" | "data" | "vbscript")
}
