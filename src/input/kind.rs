//! Which kind of file the bytes are. The bytes decide; the name only tells
//! the text formats apart.

use super::{FILE_LIMIT, FileKind, RawDocument};
use crate::error::{Problem, ProblemKind};

/// Accepts a file, or says why not and what to do instead.
pub fn receive(name: &str, bytes: Vec<u8>) -> Result<RawDocument, Problem> {
    if bytes.is_empty() {
        return Err(Problem::new(
            ProblemKind::Empty,
            "This file is empty (0 bytes). Choose the file again, or paste the text of your CV.",
        ));
    }
    if bytes.len() > FILE_LIMIT {
        return Err(too_large(bytes.len() as f64));
    }
    let kind = sniff(name, &bytes)?;
    Ok(RawDocument { name: name.to_owned(), kind, bytes })
}

/// The refusal of a file of this many bytes, for callers that know the size
/// before they hold the bytes.
pub fn too_large(bytes: f64) -> Problem {
    let megabytes = bytes / (1024.0 * 1024.0);
    Problem::new(
        ProblemKind::TooLarge,
        format!(
            "This file has {megabytes:.0} MB; the limit is 10 MB. Save it without large pictures, or paste the text."
        ),
    )
}

fn sniff(name: &str, bytes: &[u8]) -> Result<FileKind, Problem> {
    let extension = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();

    // The PDF header may follow up to a kilobyte of other bytes (ISO 32000-1, annex H.3.4.1).
    let head = &bytes[..bytes.len().min(1024)];
    if head.windows(5).any(|window| window == b"%PDF-") {
        return Ok(FileKind::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return match extension.as_str() {
            "odt" | "pages" | "xlsx" | "pptx" | "epub" => Err(unsupported(&extension)),
            _ => Ok(FileKind::Docx),
        };
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Problem::new(
            ProblemKind::WrongType,
            "This is an old Word file (.doc), or a protected one. Save it as .docx or PDF without a password, then drop it again.",
        ));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(unsupported("rtf"));
    }
    if bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"\xFF\xD8\xFF") || bytes.starts_with(b"GIF8") {
        return Err(Problem::new(
            ProblemKind::Scanned,
            "This is a picture. Software that sorts CVs reads text, not pictures: export your CV as PDF or DOCX from where you wrote it, or paste the text.",
        ));
    }
    if !looks_like_text(bytes) {
        return Err(unsupported(&extension));
    }
    Ok(match extension.as_str() {
        "json" => FileKind::JsonResume,
        "md" | "markdown" => FileKind::Markdown,
        _ => FileKind::Text,
    })
}

/// UTF-8, UTF-16 with a mark, or an 8-bit code page: text has no NUL bytes
/// (but UTF-16) and next to no control characters.
fn looks_like_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return true;
    }
    let sample = &bytes[..bytes.len().min(8 * 1024)];
    let controls =
        sample.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C)).count();
    !sample.contains(&0) && controls * 100 <= sample.len()
}

fn unsupported(extension: &str) -> Problem {
    let what = match extension.len() {
        1..=8 => format!("Files of the kind .{extension} are not read here."),
        _ => "This kind of file is not read here.".to_owned(),
    };
    Problem::new(
        ProblemKind::WrongType,
        format!("{what} Save your CV as PDF, DOCX or text, or paste its text into the box."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(name: &str, bytes: &[u8]) -> Result<FileKind, ProblemKind> {
        receive(name, bytes.to_vec()).map(|raw| raw.kind).map_err(|problem| problem.kind)
    }

    #[test]
    fn bytes_decide_and_names_tell_text_apart() {
        assert_eq!(kind("cv.docx", b"%PDF-1.7"), Ok(FileKind::Pdf));
        assert_eq!(kind("cv", b"mail headers\n\n%PDF-1.4"), Ok(FileKind::Pdf));
        assert_eq!(kind("cv.pdf", b"PK\x03\x04rest"), Ok(FileKind::Docx));
        assert_eq!(kind("cv.json", b"{}"), Ok(FileKind::JsonResume));
        assert_eq!(kind("cv.MD", b"# Name"), Ok(FileKind::Markdown));
        assert_eq!(kind("cv.pdf", b"Name"), Ok(FileKind::Text));
        assert_eq!(kind("cv", b"\xFF\xFEN\0a\0"), Ok(FileKind::Text));
    }

    #[test]
    fn other_kinds_say_what_to_do() {
        for (name, bytes, expected) in [
            ("cv.pdf", &b""[..], ProblemKind::Empty),
            ("cv.doc", b"\xD0\xCF\x11\xE0\xA1\xB1", ProblemKind::WrongType),
            ("cv.odt", b"PK\x03\x04", ProblemKind::WrongType),
            ("cv.rtf", b"{\\rtf1", ProblemKind::WrongType),
            ("cv.png", b"\x89PNG\r\n", ProblemKind::Scanned),
            ("cv.jpg", b"\xFF\xD8\xFF\xE0", ProblemKind::Scanned),
            ("cv.exe", b"MZ\0\0\0\x01\x02", ProblemKind::WrongType),
        ] {
            assert_eq!(kind(name, bytes), Err(expected), "{name}");
        }
        assert_eq!(kind("cv.txt", &vec![b'a'; FILE_LIMIT + 1]), Err(ProblemKind::TooLarge));
    }
}
