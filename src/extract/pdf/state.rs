//! The graphics and text state of a content stream.

use super::font::Font;
use super::matrix::Matrix;
use std::rc::Rc;

/// A colour of text or paint; `None` for patterns, whose colour is not known.
pub(super) type Color = Option<[u8; 3]>;

#[derive(Clone)]
pub(super) struct State {
    pub ctm: Matrix,
    pub fill: Color,
    pub stroke: Color,
    pub fill_space: Space,
    pub stroke_space: Space,
    /// Opacity of fills, 0 to 1.
    pub alpha: f64,
    /// The box around what may be painted: `[left, top, right, bottom]`.
    pub clip: [f64; 4],
    pub text: TextState,
}

/// What the numbers of `sc` and `scn` mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// Grey, RGB or CMYK, told apart by how many numbers come.
    Additive,
    /// Separation and DeviceN: 0 is no ink.
    Ink,
    Unknown,
}

#[derive(Clone)]
pub(super) struct TextState {
    pub font: Option<Rc<Font>>,
    pub size: f64,
    pub char_spacing: f64,
    pub word_spacing: f64,
    /// 1 for 100 %.
    pub scale: f64,
    pub leading: f64,
    pub rise: f64,
    pub mode: i64,
    pub matrix: Matrix,
    pub line: Matrix,
}

impl State {
    pub fn new(ctm: Matrix) -> Self {
        Self {
            ctm,
            fill: Some([0, 0, 0]),
            stroke: Some([0, 0, 0]),
            fill_space: Space::Additive,
            stroke_space: Space::Additive,
            alpha: 1.0,
            clip: [f64::MIN, f64::MIN, f64::MAX, f64::MAX],
            text: TextState {
                font: None,
                size: 0.0,
                char_spacing: 0.0,
                word_spacing: 0.0,
                scale: 1.0,
                leading: 0.0,
                rise: 0.0,
                mode: 0,
                matrix: Matrix::IDENTITY,
                line: Matrix::IDENTITY,
            },
        }
    }
}

impl TextState {
    /// `Td`: to the start of the next line, moved by this much.
    pub fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::translate(x, y).then(self.line);
        self.matrix = self.line;
    }

    /// Moves along the line, in text space before scaling.
    pub fn advance(&mut self, x: f64, y: f64) {
        let [a, b, c, d, e, f] = &mut self.matrix.0;
        *e += x * *a + y * *c;
        *f += x * *b + y * *d;
    }
}

/// One to four numbers as a colour.
pub(super) fn color(space: Space, numbers: &[f64]) -> Color {
    let byte = |value: f64| (value.clamp(0.0, 1.0) * 255.0).round() as u8;
    match (space, numbers) {
        (Space::Unknown, _) => None,
        (Space::Ink, numbers) => {
            let tint = numbers.iter().copied().fold(0.0, f64::max);
            Some([byte(1.0 - tint); 3])
        }
        (_, [gray]) => Some([byte(*gray); 3]),
        (_, [r, g, b]) => Some([byte(*r), byte(*g), byte(*b)]),
        (_, [c, m, y, k]) => Some([c, m, y].map(|ink| byte((1.0 - ink) * (1.0 - k)))),
        _ => None,
    }
}
