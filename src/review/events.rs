//! The event stream of the proxy: bytes, in whatever pieces the network gives
//! them, to [`StreamEvent`]s.

use super::bounds;
use super::wire::{ErrorCode, ServiceError, StreamEvent, Usage};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Takes the body of an answer of type `text/event-stream` piece by piece.
#[derive(Debug, Default)]
pub struct EventReader {
    /// Bytes of the line that is not whole yet. A line end is one byte of
    /// ASCII, so a character cut in two by the network stays together here.
    line: Vec<u8>,
    after_cr: bool,
    begun: bool,
    name: String,
    data: String,
    has_data: bool,
    ended: bool,
}

impl EventReader {
    pub fn new() -> Self {
        Self::default()
    }

    /// The events that are whole with these bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<StreamEvent> {
        let mut events = Vec::new();
        for &byte in bytes {
            let after_cr = std::mem::replace(&mut self.after_cr, byte == b'\r');
            match byte {
                b'\n' if after_cr => {}
                b'\n' | b'\r' => {
                    let line = std::mem::take(&mut self.line);
                    events.extend(self.end_line(&line));
                }
                // One event never holds more than a whole answer, escaped.
                _ if self.line.len() < 2 * bounds::ANSWER_BYTES => self.line.push(byte),
                _ => {}
            }
        }
        events
    }

    /// Whether `done` or `error` has come: a stream that closes without either
    /// was cut.
    pub fn ended(&self) -> bool {
        self.ended
    }

    fn end_line(&mut self, line: &[u8]) -> Option<StreamEvent> {
        let line = if self.begun { line } else { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) };
        self.begun = true;
        if line.is_empty() {
            return self.end_event();
        }
        let line = String::from_utf8_lossy(line);
        let (field, value) = line.split_once(':').unwrap_or((line.as_ref(), ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" if self.data.len() + value.len() < 2 * bounds::ANSWER_BYTES => {
                if self.has_data {
                    self.data.push('\n');
                }
                self.has_data = true;
                self.data.push_str(value);
            }
            // Comments have an empty field name; `id` and `retry` mean nothing here.
            _ => {}
        }
        None
    }

    fn end_event(&mut self) -> Option<StreamEvent> {
        let name = std::mem::take(&mut self.name);
        let data = std::mem::take(&mut self.data);
        let has_data = std::mem::take(&mut self.has_data);
        // After the last event nothing counts.
        if self.ended || (!has_data && !matches!(name.as_str(), "open" | "restart")) {
            return None;
        }
        let event = match name.as_str() {
            "open" => StreamEvent::Open,
            "restart" => StreamEvent::Restart,
            "delta" => match parse::<Delta>(&data) {
                Some(delta) => StreamEvent::Delta { text: delta.text },
                None => unreadable(),
            },
            "done" => {
                let done = parse::<Done>(&data).unwrap_or_default();
                StreamEvent::Done {
                    provider: done.provider,
                    model: done.model,
                    ms: done.ms,
                    usage: done.usage,
                }
            }
            "error" => parse::<ServiceError>(&data).map_or_else(unreadable, StreamEvent::Error),
            _ => return None,
        };
        self.ended = matches!(event, StreamEvent::Done { .. } | StreamEvent::Error(_));
        Some(event)
    }
}

#[derive(Deserialize)]
struct Delta {
    text: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Done {
    provider: String,
    model: String,
    ms: u64,
    usage: Option<Usage>,
}

fn parse<T: DeserializeOwned>(data: &str) -> Option<T> {
    serde_json::from_str(data).ok()
}

fn unreadable() -> StreamEvent {
    StreamEvent::Error(ServiceError {
        message: "The answer could not be read. Try again.".into(),
        code: ErrorCode::Unknown,
        retryable: true,
        retry_after: None,
        request_id: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = ": padding\r\n\r\nevent: open\r\ndata: {\"requestId\":\"r\"}\r\n\r\nevent: delta\ndata: {\"text\":\"{\\\"é\u{1f600}\"}\n\n: beat\n\nevent: restart\ndata: {}\n\nevent: done\ndata: {\"provider\":\"gemini\",\"model\":\"m\",\"ms\":12,\"usage\":{\"inputTokens\":3,\"outputTokens\":4}}\n\n";

    fn expected() -> Vec<StreamEvent> {
        vec![
            StreamEvent::Open,
            StreamEvent::Delta { text: "{\"é\u{1f600}".into() },
            StreamEvent::Restart,
            StreamEvent::Done {
                provider: "gemini".into(),
                model: "m".into(),
                ms: 12,
                usage: Some(Usage { input_tokens: 3, output_tokens: 4 }),
            },
        ]
    }

    #[test]
    fn every_split_gives_the_same_events() {
        for at in 0..=BODY.len() {
            let mut reader = EventReader::new();
            let mut events = reader.push(&BODY.as_bytes()[..at]);
            events.extend(reader.push(&BODY.as_bytes()[at..]));
            assert_eq!(events, expected(), "split at {at}");
            assert!(reader.ended());
        }
        let mut reader = EventReader::new();
        let events: Vec<_> = BODY.bytes().flat_map(|byte| reader.push(&[byte])).collect();
        assert_eq!(events, expected());
    }

    #[test]
    fn errors_keep_code_and_delay() {
        let mut reader = EventReader::new();
        let events = reader.push(
            b"event: error\ndata: {\"code\":\"RATE_LIMITED\",\"message\":\"m\",\"retryable\":false,\"retryAfter\":60}\n\n",
        );
        let [StreamEvent::Error(error)] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!((error.code, error.retry_after), (ErrorCode::RateLimited, Some(60)));
    }

    #[test]
    fn an_unfinished_event_is_none() {
        let mut reader = EventReader::new();
        assert!(reader.push(b"event: done\ndata: {}").is_empty());
        assert!(!reader.ended());
    }

    #[test]
    fn data_over_several_lines_is_joined() {
        let mut reader = EventReader::new();
        let events = reader.push(b"event:delta\rdata:{\"text\":\rdata:\"a\"}\r\r");
        assert_eq!(events, [StreamEvent::Delta { text: "a".into() }]);
    }

    #[test]
    fn any_bytes_are_survived() {
        let mut seed = 7_u32;
        let mut reader = EventReader::new();
        for _ in 0..100_000 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let byte = b"\r\n: evntdaoplr{}\"\xff\xc3\xa9"[(seed >> 24) as usize % 20];
            reader.push(&[byte]);
        }
    }
}
