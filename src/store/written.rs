//! How kept things are written as text and read again, whatever version of
//! the app wrote them.

use super::Draft;
use super::past::Draft1;
use crate::jobs::{pack, unpack};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The shape of everything stored. The packing names no fields, so any change
/// of a stored type needs a new number here, its old shape in `past.rs`, and a
/// step from there; `tests/pipeline/store` holds bytes of every version.
///
/// 1: until November 2026. 2: the country, and the certificate of the download.
pub const VERSION: u32 = 2;

/// A value as text for the storage, with the version of its shape before it.
pub fn encode<T: Serialize>(value: &T) -> Option<String> {
    let bytes = pack(value)?;
    let packed: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    Some(format!("{VERSION} {packed}"))
}

/// The value that [`encode`] wrote; `None` for damaged text and for what
/// another version wrote.
pub fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    decode_version(text, VERSION)
}

/// A draft of this version or an older one.
pub fn decode_draft(text: &str) -> Option<Draft> {
    decode(text).or_else(|| decode_version::<Draft1>(text, 1).map(Draft::from))
}

/// A value in the shape that a version had.
pub(super) fn decode_version<T: DeserializeOwned>(text: &str, version: u32) -> Option<T> {
    let packed = text.strip_prefix(&version.to_string())?.strip_prefix(' ')?;
    let bytes: Option<Vec<u8>> = packed.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    unpack(&bytes?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_and_damaged_data_is_not_taken_for_empty() {
        let draft = Draft { cv: "Żaneta, 東京, C++".into(), ..Draft::default() };
        let text = encode(&draft).unwrap();
        assert_eq!(decode_draft(&text), Some(draft));
        assert_eq!(decode_draft(&text.replacen('2', "3", 1)), None);
        assert_eq!(decode_draft(&text.replacen('2', "22", 1)), None);
        assert_eq!(decode_draft(&text[..text.len() - 1]), None);
        assert_eq!(decode_draft("Ω"), None);
        assert_eq!(decode_draft("1 "), None);
    }
}
