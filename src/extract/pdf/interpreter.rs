//! Runs content streams and notes every glyph that is shown.

use super::budget::{Budget, CONTENT_BYTES};
use super::font::Fonts;
use super::marked::MarkedContent;
use super::matrix::Matrix;
use super::operands::{Path, color_space, matrix, number};
use super::paint::Paint;
use super::state::{Space, State, color};
use super::tags::PageTags;
use super::text::TextSink;
use crate::extract::layout::ink::Ink;
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::Resources;

/// Forms inside forms.
const FORM_DEPTH: usize = 12;
/// `q` inside `q`.
const STATE_DEPTH: usize = 256;
/// Forms that one page may draw; a form drawn twice counts twice.
const FORM_LIMIT: usize = 2_000;

pub(super) struct Interpreter<'a, 'r> {
    fonts: &'r Fonts<'a>,
    budget: &'r Budget,
    pub paint: Paint,
    pub sink: TextSink,
    marked: MarkedContent,
    state: State,
    stack: Vec<State>,
    path: Path,
    forms: usize,
}

impl<'a, 'r> Interpreter<'a, 'r> {
    pub fn new(
        fonts: &'r Fonts<'a>,
        budget: &'r Budget,
        tags: PageTags,
        base: Matrix,
        [width, height]: [f64; 2],
    ) -> Self {
        Self {
            fonts,
            budget,
            paint: Paint::default(),
            sink: TextSink::new(width, height),
            marked: MarkedContent::new(tags),
            state: State::new(base),
            stack: Vec::new(),
            path: Path::default(),
            forms: 0,
        }
    }

    pub fn finish(self) -> (Ink, Paint) {
        (self.sink.ink, self.paint)
    }

    pub fn run(&mut self, content: &[u8], resources: &Resources<'a>, depth: usize) {
        if content.len() > CONTENT_BYTES {
            self.budget.exceed();
            return;
        }
        let mut operations = UntypedIter::new(content);
        let bottom = self.stack.len();
        while let Some(instruction) = operations.next() {
            if !self.budget.operator() {
                break;
            }
            let operands: Vec<&Object<'_>> = instruction.operands().collect();
            self.operate(instruction.operator, &operands, resources, depth, bottom);
        }
        // A form that forgets its `Q` does not change the state of its caller.
        if let Some(state) = self.stack.drain(bottom.min(self.stack.len())..).next() {
            self.state = state;
        }
    }

    fn operate(
        &mut self,
        operator: &[u8],
        operands: &[&Object<'_>],
        resources: &Resources<'a>,
        depth: usize,
        bottom: usize,
    ) {
        match operator {
            b"q" => {
                if self.stack.len() < STATE_DEPTH {
                    self.stack.push(self.state.clone());
                }
            }
            b"Q" => {
                if self.stack.len() > bottom
                    && let Some(state) = self.stack.pop()
                {
                    self.state = state;
                }
            }
            b"cm" => {
                if let Some(matrix) = matrix(operands) {
                    self.state.ctm = matrix.then(self.state.ctm);
                }
            }
            b"gs" => self.external_state(operands, resources),
            b"Do" => self.object(operands, resources, depth),
            b"BI" => self.paint.image(self.clipped(self.state.ctm.bounds([0.0, 0.0, 1.0, 1.0]))),
            b"sh" => self.paint.fill(self.state.clip, None, true),
            b"g" | b"rg" | b"k" | b"G" | b"RG" | b"K" | b"sc" | b"scn" | b"SC" | b"SCN" | b"cs" | b"CS" => {
                self.color(operator, operands, resources);
            }
            b"m" | b"l" | b"c" | b"v" | b"y" | b"re" => self.path(operator, operands),
            b"W" | b"W*" => self.path.clip = true,
            b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => self.end_path(true),
            b"S" | b"s" | b"n" => self.end_path(false),
            b"BMC" | b"BDC" => {
                let properties = operands.get(1).and_then(|object| match object {
                    Object::Dict(dict) => Some(dict.clone()),
                    Object::Name(name) => resources.properties.get::<Dict<'_>>(&**name),
                    _ => None,
                });
                let tag = operands.first().and_then(|object| match object {
                    Object::Name(name) => Some(name.as_ref().to_vec()),
                    _ => None,
                });
                let tag = tag.as_deref().unwrap_or_default();
                self.marked.begin(tag, properties.as_ref(), depth == 0, &self.sink);
                self.sink.running = self.marked.running();
                self.sink.rank = self.marked.rank();
            }
            b"EMC" => {
                self.marked.end(&mut self.sink);
                self.sink.running = self.marked.running();
                self.sink.rank = self.marked.rank();
            }
            _ => self.text(operator, operands, resources),
        }
    }

    fn text(&mut self, operator: &[u8], operands: &[&Object<'_>], resources: &Resources<'a>) {
        let number = |index: usize| operands.get(index).and_then(|object| number(object));
        let text = &mut self.state.text;
        match operator {
            b"BT" => {
                text.matrix = Matrix::IDENTITY;
                text.line = Matrix::IDENTITY;
            }
            b"Tc" => text.char_spacing = number(0).unwrap_or(0.0),
            b"Tw" => text.word_spacing = number(0).unwrap_or(0.0),
            b"Tz" => text.scale = number(0).unwrap_or(100.0) / 100.0,
            b"TL" => text.leading = number(0).unwrap_or(0.0),
            b"Ts" => text.rise = number(0).unwrap_or(0.0),
            b"Tr" => text.mode = number(0).unwrap_or(0.0) as i64,
            b"Tf" => {
                text.size = number(1).unwrap_or(0.0);
                if let Some(Object::Name(name)) = operands.first() {
                    self.state.text.font = self.fonts.named(&resources.fonts, name, self.budget);
                }
            }
            b"Td" => text.next_line(number(0).unwrap_or(0.0), number(1).unwrap_or(0.0)),
            b"TD" => {
                text.leading = -number(1).unwrap_or(0.0);
                text.next_line(number(0).unwrap_or(0.0), number(1).unwrap_or(0.0));
            }
            b"Tm" => {
                if let Some(matrix) = matrix(operands) {
                    text.matrix = matrix;
                    text.line = matrix;
                }
            }
            b"T*" => text.next_line(0.0, -text.leading),
            b"Tj" => self.show(operands.first()),
            b"'" => {
                text.next_line(0.0, -text.leading);
                self.show(operands.first());
            }
            b"\"" => {
                text.word_spacing = number(0).unwrap_or(0.0);
                text.char_spacing = number(1).unwrap_or(0.0);
                text.next_line(0.0, -text.leading);
                self.show(operands.get(2));
            }
            b"TJ" => {
                if let Some(Object::Array(array)) = operands.first() {
                    for item in array.iter::<Object<'_>>() {
                        match item {
                            Object::String(string) => {
                                self.sink.show(&mut self.state, &string, &self.paint, self.budget);
                            }
                            Object::Number(number) => self.sink.kern(&mut self.state, number.as_f64()),
                            _ => {}
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn show(&mut self, operand: Option<&&Object<'_>>) {
        if let Some(Object::String(string)) = operand {
            self.sink.show(&mut self.state, string, &self.paint, self.budget);
        }
    }

    fn external_state(&mut self, operands: &[&Object<'_>], resources: &Resources<'a>) {
        let Some(Object::Name(name)) = operands.first() else { return };
        let Some(dict) = resources.get_ext_g_state(name) else { return };
        if let Some(alpha) = dict.get::<f64>(b"ca") {
            self.state.alpha = alpha;
        }
        if let Some(font) = dict.get::<Array<'a>>(b"Font") {
            let mut entries = font.flex_iter();
            if let Some(dict) = entries.next::<Dict<'a>>() {
                self.state.text.font = self.fonts.load(&dict, self.budget);
                self.state.text.size = entries.next::<f64>().unwrap_or(self.state.text.size);
            }
        }
    }

    fn object(&mut self, operands: &[&Object<'_>], resources: &Resources<'a>, depth: usize) {
        let Some(Object::Name(name)) = operands.first() else { return };
        let Some(stream) = resources.x_objects.get::<Stream<'a>>(&**name) else { return };
        match stream.dict().get::<Name<'_>>(b"Subtype").as_deref() {
            Some(b"Image") => {
                let bounds = self.clipped(self.state.ctm.bounds([0.0, 0.0, 1.0, 1.0]));
                self.paint.image(bounds);
            }
            Some(b"Form") => self.form(&stream, resources, depth),
            _ => {}
        }
    }

    /// Draws a form: its own matrix, clip and resources.
    pub fn form(&mut self, stream: &Stream<'a>, resources: &Resources<'a>, depth: usize) {
        self.forms += 1;
        if depth >= FORM_DEPTH || self.forms > FORM_LIMIT {
            self.budget.exceed();
            return;
        }
        let Some(content) = self.budget.decode(stream) else { return };
        let dict = stream.dict();
        let outer = self.state.clone();
        if let Some(matrix) = dict.get::<[f64; 6]>(b"Matrix") {
            self.state.ctm = Matrix(matrix).then(self.state.ctm);
        }
        if let Some(bounds) = dict.get::<[f64; 4]>(b"BBox") {
            self.state.clip = self.clipped(self.state.ctm.bounds(bounds));
        }
        match dict.get::<Dict<'a>>(b"Resources") {
            Some(own) => self.run(&content, &Resources::new(own), depth + 1),
            None => self.run(&content, resources, depth + 1),
        }
        self.state = outer;
    }

    /// Draws the appearance of a form field into its rectangle on the page.
    pub fn appearance(&mut self, stream: &Stream<'a>, [x0, y0, x1, y1]: [f64; 4], resources: &Resources<'a>) {
        let dict = stream.dict();
        let own = dict.get::<[f64; 6]>(b"Matrix").map_or(Matrix::IDENTITY, Matrix);
        let Some(bounds) = dict.get::<[f64; 4]>(b"BBox") else { return };
        let [left, bottom, right, top] = own.bounds(bounds);
        let (width, height) = (right - left, top - bottom);
        if width.abs() < 1e-6 || height.abs() < 1e-6 {
            return;
        }
        let (sx, sy) = ((x1 - x0) / width, (y1 - y0) / height);
        let outer = self.state.clone();
        self.state.ctm = Matrix([sx, 0.0, 0.0, sy, x0 - left * sx, y0 - bottom * sy]).then(self.state.ctm);
        self.form(stream, resources, 1);
        self.state = outer;
    }

    fn color(&mut self, operator: &[u8], operands: &[&Object<'_>], resources: &Resources<'a>) {
        let numbers: Vec<f64> = operands.iter().filter_map(|object| number(object)).collect();
        let stroke = operator.first().is_some_and(u8::is_ascii_uppercase);
        let old = if stroke { self.state.stroke_space } else { self.state.fill_space };
        let (space, new) = match operator {
            b"cs" | b"CS" => {
                match operands.first().map_or(Space::Unknown, |name| color_space(name, resources)) {
                    Space::Unknown => (Space::Unknown, None),
                    space => (space, Some([0, 0, 0])),
                }
            }
            b"sc" | b"scn" | b"SC" | b"SCN" => (old, color(old, &numbers)),
            _ => (Space::Additive, color(Space::Additive, &numbers)),
        };
        match stroke {
            true => (self.state.stroke_space, self.state.stroke) = (space, new),
            false => (self.state.fill_space, self.state.fill) = (space, new),
        }
    }

    fn path(&mut self, operator: &[u8], operands: &[&Object<'_>]) {
        let numbers: Vec<f64> = operands.iter().filter_map(|object| number(object)).collect();
        let ctm = self.state.ctm;
        if let (b"re", [x, y, width, height]) = (operator, numbers.as_slice()) {
            let bounds = ctm.bounds([*x, *y, x + width, y + height]);
            self.path.rectangles += 1;
            self.path.grow(bounds);
            return;
        }
        self.path.others = true;
        for point in numbers.chunks_exact(2) {
            if let [x, y] = point {
                let (x, y) = ctm.apply(*x, *y);
                self.path.grow([x, y, x, y]);
            }
        }
    }

    fn end_path(&mut self, filled: bool) {
        let path = std::mem::take(&mut self.path);
        let Some(bounds) = path.bounds else { return };
        let rectangle = path.rectangles == 1 && !path.others;
        if filled && self.state.alpha > 0.3 {
            let color = if self.state.alpha > 0.95 { self.state.fill } else { None };
            self.paint.fill(self.clipped(bounds), color, rectangle);
        }
        if path.clip {
            self.state.clip = self.clipped(bounds);
        }
    }

    fn clipped(&self, [left, top, right, bottom]: [f64; 4]) -> [f64; 4] {
        let [cl, ct, cr, cb] = self.state.clip;
        [left.max(cl), top.max(ct), right.min(cr), bottom.min(cb)]
    }
}
