//! A paragraph while it is read: its properties, its words so far, and the
//! run that is open.

use super::body::Draft;
use super::styles::Look;
use crate::extract::document::Word;

#[derive(Default)]
pub(super) struct Paragraph {
    pub style: Option<String>,
    pub list: Option<String>,
    pub level: Option<usize>,
    pub shaded: bool,
    pub lines: Vec<Vec<Word>>,
    /// Text since the last blank, in the look of its first run.
    pub open: Option<Word>,
    pub gap: bool,
    pub run: Run,
    /// Lines of text boxes that hang on this paragraph.
    pub boxes: Vec<Draft>,
    pub in_properties: bool,
    pub in_run_properties: bool,
}

#[derive(Default)]
pub(super) struct Run {
    pub look: Look,
    pub style: Option<String>,
    pub in_text: bool,
}

impl Paragraph {
    pub fn end_word(&mut self) {
        if let Some(mut word) = self.open.take() {
            let line = match self.lines.last_mut() {
                Some(line) => line,
                None => {
                    self.lines.push(Vec::new());
                    match self.lines.last_mut() {
                        Some(line) => line,
                        None => return,
                    }
                }
            };
            word.space_before = self.gap && !line.is_empty();
            line.push(word);
        }
        self.gap = true;
    }

    pub fn end_line(&mut self) {
        self.end_word();
        self.lines.push(Vec::new());
    }
}
