//! A JSON reader that is fed in pieces and tells of every value as soon as its
//! last character is there. It reads what models write: prose or a code fence
//! around the object, raw line ends inside strings, a comma too many.

use super::bounds;

/// A value below the items of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

/// What is told while reading. Keys of the root object come with each.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// An element of a list right under a key of the root, for example an edit.
    Element { key: String, value: Value },
    /// An element of a list one level further down, for example a keyword.
    Inner { key: String, inner: String, value: Value },
    /// The value of a key of the root is whole; a list or object was already
    /// told element by element and comes empty.
    Closed { key: String, value: Value },
}

/// How far the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Before the object's first brace, or inside it.
    Open,
    /// The object was closed; what follows is not read.
    Closed,
    /// Not JSON from some character on; what follows is not read.
    Broken,
}

#[derive(Debug)]
enum Frame {
    Object { fields: Vec<(String, Value)>, key: Option<String> },
    List(Vec<Value>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    Start,
    Value,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
}

#[derive(Debug)]
enum Token {
    None,
    Text {
        out: String,
        escape: Escape,
        high: Option<u16>,
    },
    /// A number, `true`, `false` or `null`.
    Bare(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escape {
    No,
    Slash,
    Unicode { digits: u8, code: u16 },
}

/// The reader. Memory is bounded by the bytes it was fed, which the caller
/// bounds, and the depth by [`bounds::DEPTH`].
#[derive(Debug)]
pub struct Reader {
    state: State,
    expect: Expect,
    frames: Vec<Frame>,
    token: Token,
}

impl Default for Reader {
    fn default() -> Self {
        Self { state: State::Open, expect: Expect::Start, frames: Vec::new(), token: Token::None }
    }
}

impl Reader {
    pub fn state(&self) -> State {
        self.state
    }

    /// The string that is just being read as the value of a key of the root.
    pub fn text_so_far(&self) -> Option<(&str, &str)> {
        match (self.frames.as_slice(), &self.token) {
            ([Frame::Object { key: Some(key), .. }], Token::Text { out, .. })
                if self.expect == Expect::Value =>
            {
                Some((key, out))
            }
            _ => None,
        }
    }

    pub fn push(&mut self, c: char, tell: &mut impl FnMut(Told)) {
        if self.state != State::Open {
            return;
        }
        match std::mem::replace(&mut self.token, Token::None) {
            Token::Text { out, escape, high } => self.text(c, out, escape, high, tell),
            Token::Bare(mut bare) if c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.') => {
                // No number or word of JSON is longer.
                if bare.len() < 40 {
                    bare.push(c);
                }
                self.token = Token::Bare(bare);
            }
            Token::Bare(bare) => {
                match bare_value(&bare) {
                    Some(value) => self.value(value, tell),
                    None => self.state = State::Broken,
                }
                self.push(c, tell);
            }
            Token::None => self.structure(c, tell),
        }
    }

    fn structure(&mut self, c: char, tell: &mut impl FnMut(Told)) {
        if self.expect == Expect::Start {
            if c == '{' {
                self.open(Frame::Object { fields: Vec::new(), key: None });
            }
            return;
        }
        if c.is_whitespace() {
            return;
        }
        match (self.expect, c) {
            (Expect::Value, '{') => self.open(Frame::Object { fields: Vec::new(), key: None }),
            (Expect::Value, '[') => self.open(Frame::List(Vec::new())),
            (Expect::Value | Expect::KeyOrEnd, '"') => {
                self.token = Token::Text { out: String::new(), escape: Escape::No, high: None };
            }
            (Expect::Value, c) if c.is_ascii_alphanumeric() || c == '-' => {
                self.token = Token::Bare(c.into());
            }
            (Expect::Colon, ':') => self.expect = Expect::Value,
            (Expect::CommaOrEnd, ',') => {
                self.expect = match self.frames.last() {
                    Some(Frame::Object { .. }) => Expect::KeyOrEnd,
                    _ => Expect::Value,
                };
            }
            (Expect::KeyOrEnd | Expect::CommaOrEnd, '}') => match self.frames.pop() {
                Some(Frame::Object { fields, .. }) => self.value(Value::Object(fields), tell),
                _ => self.state = State::Broken,
            },
            (Expect::Value | Expect::CommaOrEnd, ']') => match self.frames.pop() {
                Some(Frame::List(items)) => self.value(Value::List(items), tell),
                _ => self.state = State::Broken,
            },
            // A comma too many.
            (Expect::Value | Expect::KeyOrEnd, ',') => {}
            _ => self.state = State::Broken,
        }
    }

    fn open(&mut self, frame: Frame) {
        if self.frames.len() == bounds::DEPTH {
            self.state = State::Broken;
            return;
        }
        self.expect = if matches!(frame, Frame::Object { .. }) { Expect::KeyOrEnd } else { Expect::Value };
        self.frames.push(frame);
    }

    fn text(
        &mut self,
        c: char,
        mut out: String,
        mut escape: Escape,
        mut high: Option<u16>,
        tell: &mut impl FnMut(Told),
    ) {
        match escape {
            Escape::No if c == '"' => {
                if high.is_some() {
                    out.push('\u{fffd}');
                }
                return self.string(out, tell);
            }
            Escape::No if c == '\\' => escape = Escape::Slash,
            Escape::No => {
                if high.take().is_some() {
                    out.push('\u{fffd}');
                }
                out.push(c);
            }
            Escape::Slash if c == 'u' => escape = Escape::Unicode { digits: 0, code: 0 },
            Escape::Slash => {
                if high.take().is_some() {
                    out.push('\u{fffd}');
                }
                out.push(match c {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' | 'f' => ' ',
                    other => other,
                });
                escape = Escape::No;
            }
            Escape::Unicode { digits, code } => match c.to_digit(16) {
                Some(digit) => {
                    let code = code << 4 | digit as u16;
                    escape = Escape::Unicode { digits: digits + 1, code };
                    if digits == 3 {
                        escape = Escape::No;
                        high = push_unit(&mut out, high, code);
                    }
                }
                None => {
                    self.state = State::Broken;
                    return;
                }
            },
        }
        self.token = Token::Text { out, escape, high };
    }

    fn string(&mut self, text: String, tell: &mut impl FnMut(Told)) {
        if self.expect == Expect::KeyOrEnd {
            if let Some(Frame::Object { key, .. }) = self.frames.last_mut() {
                *key = Some(text);
            }
            self.expect = Expect::Colon;
        } else {
            self.value(Value::Text(text), tell);
        }
    }

    /// A value is whole: tell of it, or keep it for the item it is part of.
    fn value(&mut self, value: Value, tell: &mut impl FnMut(Told)) {
        self.expect = Expect::CommaOrEnd;
        match self.frames.as_mut_slice() {
            [] => self.state = State::Closed,
            [Frame::Object { key, .. }] => {
                tell(Told::Closed { key: key.take().unwrap_or_default(), value });
            }
            [Frame::Object { key: Some(key), .. }, Frame::List(_)] => {
                tell(Told::Element { key: key.clone(), value });
            }
            [
                Frame::Object { key: Some(key), .. },
                Frame::Object { key: Some(inner), .. },
                Frame::List(_),
            ] => {
                tell(Told::Inner { key: key.clone(), inner: inner.clone(), value });
            }
            [.., Frame::Object { fields, key }] => {
                if let Some(key) = key.take() {
                    fields.push((key, value));
                }
            }
            [.., Frame::List(items)] => items.push(value),
        }
    }
}

/// Adds a UTF-16 unit; gives back the first half of a pair.
fn push_unit(out: &mut String, high: Option<u16>, unit: u16) -> Option<u16> {
    match (high, unit) {
        (Some(high), 0xdc00..=0xdfff) => {
            let code = 0x10000 + ((u32::from(high) - 0xd800) << 10) + (u32::from(unit) - 0xdc00);
            out.push(char::from_u32(code).unwrap_or('\u{fffd}'));
            None
        }
        (high, 0xd800..=0xdbff) => {
            if high.is_some() {
                out.push('\u{fffd}');
            }
            Some(unit)
        }
        (high, unit) => {
            if high.is_some() {
                out.push('\u{fffd}');
            }
            out.push(char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}'));
            None
        }
    }
}

fn bare_value(bare: &str) -> Option<Value> {
    match bare {
        "null" => Some(Value::Null),
        "true" => Some(Value::Bool(true)),
        "false" => Some(Value::Bool(false)),
        _ => bare.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::Number),
    }
}
