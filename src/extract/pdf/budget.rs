//! How much work one file may cost. Counted, not timed: the same file gives
//! the same result on every machine.

use flate2::{Decompress, FlushDecompress, Status};
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use std::cell::Cell;

/// Bytes that all streams of a file may have after decompression.
const DECOMPRESSED_BYTES: usize = 64 * 1024 * 1024;
/// Bytes that one content stream may have after decompression.
pub(super) const CONTENT_BYTES: usize = 24 * 1024 * 1024;
/// Operators of all content streams.
const OPERATORS: usize = 3_000_000;
/// Glyphs of all pages; a dense page has 6,000.
const GLYPHS: usize = 300_000;

/// Spent from many places, so it counts through a shared reference.
#[derive(Debug)]
pub(super) struct Budget {
    bytes: Cell<usize>,
    operators: Cell<usize>,
    glyphs: Cell<usize>,
    exceeded: Cell<bool>,
}

impl Budget {
    pub fn new() -> Self {
        Self {
            bytes: Cell::new(DECOMPRESSED_BYTES),
            operators: Cell::new(OPERATORS),
            glyphs: Cell::new(GLYPHS),
            exceeded: Cell::new(false),
        }
    }

    /// Whether something was left out.
    pub fn exceeded(&self) -> bool {
        self.exceeded.get()
    }

    pub fn exceed(&self) {
        self.exceeded.set(true);
    }

    pub fn operator(&self) -> bool {
        self.take(&self.operators, 1)
    }

    pub fn glyph(&self) -> bool {
        self.take(&self.glyphs, 1)
    }

    /// The decoded bytes of a stream, or `None` when it is damaged or would be
    /// larger than what is left.
    pub fn decode(&self, stream: &Stream<'_>) -> Option<Vec<u8>> {
        let parameters = [&b"DecodeParms"[..], b"DP"].iter().any(|key| stream.dict().contains_key(key));
        if stream.filters().as_slice() == [Filter::FlateDecode] && !parameters {
            // Nearly all streams: counted while they are inflated.
            let limit = self.bytes.get().min(CONTENT_BYTES);
            let Some(data) = inflate(&stream.raw_data(), limit) else {
                self.exceed();
                return None;
            };
            return self.take(&self.bytes, data.len()).then_some(data);
        }
        if !self.admits(stream) {
            return None;
        }
        stream.decoded_data().ok().map(|data| data.into_owned())
    }

    /// Counts what a stream will have after decoding, before anything decodes
    /// it as a whole.
    pub fn admits(&self, stream: &Stream<'_>) -> bool {
        let raw = stream.raw_data();
        let filters = stream.filters();
        let limit = self.bytes.get().min(CONTENT_BYTES);
        let Some(size) = decoded_size(&raw, &filters, limit) else {
            self.exceed();
            return false;
        };
        self.take(&self.bytes, size)
    }

    /// Compressed objects are opened by the syntax reader itself, so their
    /// sizes are checked on the bytes of the file beforehand.
    pub fn admits_object_streams(&self, file: &[u8]) -> bool {
        // Deflate makes at most 1,032 bytes of one; two filters in a row are
        // looked at one by one.
        let nested = find(file, b"FlateDecode/Fl", 0).or_else(|| find(file, b"FlateDecode /Fl", 0)).is_some();
        if !nested && file.len().saturating_mul(1_032) <= self.bytes.get() {
            return true;
        }
        let mut left = self.bytes.get();
        let mut from = 0;
        while let Some(position) = find(file, b"stream", from) {
            from = position + b"stream".len();
            let head = file.get(position.saturating_sub(600)..position).unwrap_or_default();
            let head = match rfind(head, b"obj") {
                Some(start) => head.get(start..).unwrap_or_default(),
                None => head,
            };
            if find(head, b"ObjStm", 0).is_none() && find(head, b"XRef", 0).is_none() {
                continue;
            }
            let body = file.get(from..).unwrap_or_default();
            let blanks = body.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count().min(2);
            let body = body.get(blanks..).unwrap_or_default();
            let nested = head.windows(11).filter(|window| *window == b"FlateDecode").count() > 1;
            match inflated_size(body, left) {
                Some(size) if !nested || size < 1024 * 1024 => left = left.saturating_sub(size),
                _ => return false,
            }
        }
        true
    }

    fn take(&self, counter: &Cell<usize>, amount: usize) -> bool {
        match counter.get().checked_sub(amount) {
            Some(left) => {
                counter.set(left);
                true
            }
            None => {
                self.exceed();
                false
            }
        }
    }
}

/// The size after all filters, or `None` when it is over the limit.
fn decoded_size(raw: &[u8], filters: &[Filter], limit: usize) -> Option<usize> {
    let Some((first, rest)) = filters.split_first() else { return (raw.len() <= limit).then_some(raw.len()) };
    let within = |size: usize| (size <= limit).then_some(size);
    match first {
        Filter::FlateDecode if rest.is_empty() => inflated_size(raw, limit),
        Filter::FlateDecode => decoded_size(&inflate(raw, limit)?, rest, limit),
        Filter::LzwDecode if rest.is_empty() => lzw_size(raw, limit),
        Filter::AsciiHexDecode | Filter::Ascii85Decode if rest.is_empty() => within(raw.len()),
        Filter::AsciiHexDecode => decoded_size(&ascii_hex(raw), rest, limit),
        Filter::Ascii85Decode => decoded_size(&ascii_85(raw), rest, limit),
        Filter::RunLengthDecode if rest.is_empty() => within(raw.len().saturating_mul(64)),
        Filter::Crypt => decoded_size(raw, rest, limit),
        // Pictures are never decoded here; other chains are not seen in CVs.
        Filter::DctDecode | Filter::JpxDecode | Filter::Jbig2Decode | Filter::CcittFaxDecode => Some(0),
        _ => None,
    }
}

/// Bytes that the data would inflate to; damaged data counts as far as it goes.
fn inflated_size(raw: &[u8], limit: usize) -> Option<usize> {
    let mut size = 0;
    inflate_chunks(raw, |chunk| {
        size += chunk.len();
        size <= limit
    })
    .then_some(size)
}

fn inflate(raw: &[u8], limit: usize) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    inflate_chunks(raw, |chunk| {
        out.extend_from_slice(chunk);
        out.len() <= limit
    })
    .then_some(out)
}

/// Hands out the inflated bytes in chunks until `take` says no.
fn inflate_chunks(raw: &[u8], mut take: impl FnMut(&[u8]) -> bool) -> bool {
    // A stream without a proper header is deflate data to the syntax reader.
    let zlib = matches!(raw, [a, b, ..] if a & 0x0F == 8 && (u16::from(*a) * 256 + u16::from(*b)).is_multiple_of(31));
    let mut inflater = Decompress::new(zlib);
    let mut chunk = vec![0; 32 * 1024];
    let mut rest = raw;
    loop {
        let (read_before, written_before) = (inflater.total_in(), inflater.total_out());
        let status = inflater.decompress(rest, &mut chunk, FlushDecompress::None);
        let read = usize::try_from(inflater.total_in() - read_before).unwrap_or(0);
        let written = usize::try_from(inflater.total_out() - written_before).unwrap_or(0);
        if !take(chunk.get(..written).unwrap_or_default()) {
            return false;
        }
        rest = rest.get(read..).unwrap_or_default();
        match status {
            Ok(Status::Ok) if read > 0 || written > 0 => {}
            _ => return true,
        }
    }
}

/// Counts the output of LZW data without making it: an entry of the table is
/// one byte longer than the entry before it.
fn lzw_size(raw: &[u8], limit: usize) -> Option<usize> {
    let (mut bits, mut held, mut width, mut size) = (0_u32, 0_u32, 9_u32, 0_usize);
    let mut lengths: Vec<usize> = Vec::new();
    let mut previous: Option<usize> = None;
    for &byte in raw {
        bits = (bits << 8) | u32::from(byte);
        held += 8;
        while held >= width {
            let code = ((bits >> (held - width)) & ((1 << width) - 1)) as usize;
            held -= width;
            match code {
                256 => {
                    lengths.clear();
                    width = 9;
                    previous = None;
                    continue;
                }
                257 => return Some(size),
                _ => {}
            }
            let length = match code.checked_sub(258) {
                None => 1,
                Some(entry) => lengths.get(entry).copied().unwrap_or_else(|| previous.unwrap_or(0) + 1),
            };
            size = size.checked_add(length).filter(|size| *size <= limit)?;
            if let Some(previous) = previous
                && lengths.len() < 4096 - 258
            {
                lengths.push(previous + 1);
            }
            previous = Some(length);
            width = match lengths.len() + 258 {
                0..=510 => 9,
                511..=1022 => 10,
                1023..=2046 => 11,
                _ => 12,
            };
        }
        bits &= (1 << held) - 1;
    }
    Some(size)
}

fn ascii_hex(raw: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = raw
        .iter()
        .take_while(|&&byte| byte != b'>')
        .filter_map(|&byte| char::from(byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0_u8, |byte, digit| (byte << 4) | digit)).collect()
}

fn ascii_85(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let (mut group, mut count) = (0_u32, 0);
    for &byte in raw.iter().take_while(|&&byte| byte != b'~') {
        match byte {
            b'z' if count == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    out.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        out.extend(group.to_be_bytes().iter().take(count - 1));
    }
    out
}

pub(super) fn find(haystack: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = from;
    loop {
        let rest = haystack.get(at..)?;
        at += rest.iter().position(|&byte| byte == first)?;
        if haystack.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
}

fn rfind(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).rposition(|window| window == needle)
}
