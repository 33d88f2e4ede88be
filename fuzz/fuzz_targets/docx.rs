#![no_main]

use cv_review::extract::read;
use cv_review::input::{FileKind, RawDocument};
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    open(bytes.to_vec());
    // A changed byte breaks a checksum of the archive before the XML is seen:
    // the same bytes once more as the XML itself.
    for part in ["word/document.xml", "word/_rels/document.xml.rels", "word/numbering.xml", "word/header1.xml"] {
        if let Some(bytes) = archive(part, bytes) {
            open(bytes);
        }
    }
});

fn open(bytes: Vec<u8>) {
    let raw = RawDocument { name: String::new(), kind: FileKind::Docx, bytes };
    if let Ok(document) = read(&raw) {
        document.text();
    }
}

const BODY: &[u8] = br#"<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
<w:r><w:t>Ana Lima</w:t></w:r></w:p></w:body></w:document>"#;

/// A DOCX whose `part` is these bytes.
fn archive(part: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("word/document.xml", BODY), (part, bytes)] {
        if name != part || content.as_ptr() == bytes.as_ptr() {
            zip.start_file(name, stored).ok()?;
            zip.write_all(content).ok()?;
        }
    }
    Some(zip.finish().ok()?.into_inner())
}
