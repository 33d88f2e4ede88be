//! The operators that show strings, written by hand: nine tenths of a page are
//! these, and pdf-writer writes their bytes as digits that we would have to
//! take apart again.

use pdf_writer::{Content, Settings};

/// The content of a page in the making.
pub(super) struct Canvas {
    done: Vec<u8>,
    /// For all other operators.
    pub operators: Content,
}

/// The parts of one operator that shows strings.
#[derive(Default)]
pub(super) struct Strings {
    /// The strings, one behind the other.
    text: Vec<u8>,
    parts: Vec<Part>,
}

enum Part {
    /// The end of a string.
    Text(usize),
    /// A move to the left, in thousandths of an em.
    Move(i32),
}

impl Strings {
    /// One glyph, by its code.
    pub fn push(&mut self, code: &[u8]) {
        self.text.extend_from_slice(code);
    }

    pub fn adjust(&mut self, amount: i32) {
        self.end();
        self.parts.push(Part::Move(amount));
    }

    /// Ends the string so far.
    fn end(&mut self) {
        let from = self.parts.iter().rev().find_map(|part| match part {
            Part::Text(end) => Some(*end),
            Part::Move(_) => None,
        });
        if self.text.len() > from.unwrap_or(0) {
            self.parts.push(Part::Text(self.text.len()));
        }
    }
}

impl Canvas {
    pub fn new() -> Self {
        Self { done: Vec::with_capacity(16 * 1024), operators: operators() }
    }

    /// Shows the strings, which are empty after that.
    pub fn show(&mut self, strings: &mut Strings) {
        strings.end();
        let simple = matches!(strings.parts.as_slice(), [Part::Text(_)]);
        if strings.parts.is_empty() {
            return;
        }
        self.seal();
        // Brackets part what stands on either side of them.
        let out = &mut self.done;
        if !simple {
            out.push(b'[');
        }
        let mut from = 0;
        for part in &strings.parts {
            match *part {
                Part::Text(end) => {
                    string(&strings.text[from..end], out);
                    from = end;
                }
                Part::Move(amount) => {
                    if out.last().is_some_and(u8::is_ascii_digit) {
                        out.push(b' ');
                    }
                    number(amount, out);
                }
            }
        }
        out.extend_from_slice(if simple { b"Tj" } else { b"]TJ" });
        strings.text.clear();
        strings.parts.clear();
    }

    pub fn finish(mut self) -> Vec<u8> {
        self.seal();
        self.done
    }

    fn seal(&mut self) {
        let operators = std::mem::replace(&mut self.operators, operators()).finish();
        let operators = operators.trim_ascii_start();
        if !self.done.is_empty() && !operators.is_empty() && !operators.starts_with(b"/") {
            self.done.push(b'\n');
        }
        self.done.extend_from_slice(operators);
    }
}

fn operators() -> Content {
    Content::with_settings_and_capacity(Settings { pretty: false }, 256)
}

/// As bytes, which take a quarter of the room of their digits.
pub(super) fn string(bytes: &[u8], out: &mut Vec<u8>) {
    out.reserve(bytes.len() + 2);
    out.push(b'(');
    for &byte in bytes {
        match byte {
            // As it is, a reader may take it for the end of a line.
            b'\r' => out.extend_from_slice(b"\\r"),
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            _ => out.push(byte),
        }
    }
    out.push(b')');
}

fn number(value: i32, out: &mut Vec<u8>) {
    if value < 0 {
        out.push(b'-');
    }
    let mut digits = [0; 10];
    let mut at = digits.len();
    let mut rest = value.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use pdf_writer::Name;

    #[test]
    fn strings_and_moves_stand_in_their_order() {
        let mut canvas = Canvas::new();
        let mut strings = Strings::default();
        canvas.show(&mut strings);
        canvas.operators.next_line(1.0, 2.0);
        strings.push(b"ab");
        canvas.show(&mut strings);
        canvas.operators.set_rise(3.0);
        strings.adjust(-120);
        strings.push(b"a(");
        strings.push(b"\r)");
        strings.adjust(i32::MIN);
        strings.adjust(0);
        canvas.show(&mut strings);
        canvas.operators.set_font(Name(b"F"), 9.0);
        let content = b"1 2 Td(ab)Tj\n3 Ts[-120(a\\(\\r\\))-2147483648 0]TJ/F 9 Tf";
        assert_eq!(canvas.finish(), content);
    }
}
