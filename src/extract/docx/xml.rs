//! XML as steps: opened, text, closed. No entity is looked up anywhere, and
//! damaged XML counts as far as it goes.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// Elements inside of elements.
const DEPTH: usize = 400;

pub(super) enum Step<'e, 'x> {
    Open(Element<'e, 'x>),
    Text(&'e str),
    /// The name without its prefix.
    Close(&'e str),
}

pub(super) struct Element<'e, 'x>(&'e BytesStart<'x>);

impl Element<'_, '_> {
    /// The name without its prefix.
    pub fn name(&self) -> &str {
        local(self.0.name().0)
    }

    pub fn prefix(&self) -> &str {
        self.0.name().0.split_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// An attribute by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let found =
            self.0.attributes().with_checks(false).filter_map(Result::ok).find(|a| local(a.key.0) == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// `w:val`, the attribute that most elements of Word have.
    pub fn val(&self) -> Option<String> {
        self.attribute("val")
    }

    /// An on-off property: there without a value means on.
    pub fn is_on(&self) -> bool {
        !self.val().is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Hands out the steps of a text until it ends or `take` says no.
pub(super) fn walk(text: &str, mut take: impl FnMut(Step<'_, '_>) -> bool) {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut depth = 0_usize;
    loop {
        let go_on = match reader.read_event() {
            Ok(Event::Start(start)) => {
                depth += 1;
                depth < DEPTH && take(Step::Open(Element(&start)))
            }
            Ok(Event::Empty(start)) => {
                take(Step::Open(Element(&start))) && take(Step::Close(local(start.name().0)))
            }
            Ok(Event::End(end)) => {
                depth = depth.saturating_sub(1);
                take(Step::Close(local(end.name().0)))
            }
            Ok(Event::Text(text)) => take(Step::Text(&text.xml10_content())),
            Ok(Event::CData(text)) => take(Step::Text(&text.xml10_content())),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(c)) => take(Step::Text(c.encode_utf8(&mut [0; 4]))),
                _ => match reference.xml10_content().as_ref() {
                    "amp" => take(Step::Text("&")),
                    "lt" => take(Step::Text("<")),
                    "gt" => take(Step::Text(">")),
                    "quot" => take(Step::Text("\"")),
                    "apos" => take(Step::Text("'")),
                    _ => true,
                },
            },
            Ok(Event::Eof) | Err(_) => false,
            Ok(_) => true,
        };
        if !go_on {
            return;
        }
    }
}
