//! What the bench calls: a CV and a report as PDF, and the reading back alone.

use cv_review::export::{CvOptions, Fonts, Format, PageSize, Report, Template, certify, certify_report, cv, report};
use cv_review::extract::{Cv, cv_from_text};
use cv_review::input::FileKind;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
pub struct Exporter {
    fonts: Fonts,
    cv: Cv,
    report: Report,
}

#[wasm_bindgen]
impl Exporter {
    #[wasm_bindgen(constructor)]
    pub fn new(regular: Vec<u8>, bold: Vec<u8>, italic: Vec<u8>, symbols: Vec<u8>) -> Self {
        let fonts = Fonts { regular, bold, italic, fallback: vec![symbols] };
        Self { fonts, cv: cv_from_text(""), report: Report::default() }
    }

    /// The approved text, read once, as the product does before any export.
    pub fn set_cv(&mut self, text: &str) {
        self.cv = cv_from_text(text);
    }

    /// A review, in the JSON of the wire.
    pub fn set_review(&mut self, name: &str, json: &str) {
        let review = serde_json::from_str(json).expect("a review");
        self.report = Report { cv_name: name.to_owned(), review: Some(review), ..Report::default() };
    }

    /// Made and read back.
    pub fn cv(&self) -> Vec<u8> {
        let options = CvOptions { format: Format::Pdf, template: Template::Modern, page: PageSize::A4 };
        cv(&self.cv, options, &self.fonts).expect("a file").bytes
    }

    /// Made and read back.
    pub fn report(&self) -> Vec<u8> {
        report(&self.report, PageSize::A4, &self.fonts).expect("a file").bytes
    }

    /// The reading back of a report alone, whose words are only counted.
    pub fn read_back_report(&self, bytes: &[u8]) -> bool {
        certify_report(&self.report, bytes).passed()
    }

    /// The reading back of a CV alone; true when it passed.
    pub fn read_back(&self, bytes: &[u8]) -> bool {
        certify(&self.cv, bytes, FileKind::Pdf).passed()
    }
}
