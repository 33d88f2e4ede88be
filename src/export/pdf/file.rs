//! A PDF file out of its objects: everything that is not a stream packed into
//! one object stream (ISO 32000-1, 7.5.7), and the index of it all as a
//! cross-reference stream. pdf-writer writes objects; it does not pack them.

use super::text::short_strings;
use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::Predictor;
use pdf_writer::{Chunk, Filter, Name, Ref, Settings};

/// As small as deflate gets: files are written once and read often.
const LEVEL: u8 = 10;

/// A file in the making.
pub(super) struct File {
    next: i32,
    /// Object number and body, in the order of writing.
    packed: Vec<(i32, Vec<u8>)>,
    /// Object number and the whole object.
    streams: Vec<(i32, Vec<u8>)>,
}

/// Where an object is, for the index.
#[derive(Clone, Copy)]
enum Place {
    At(usize),
    Packed(usize),
}

impl File {
    pub fn new() -> Self {
        Self { next: 1, packed: Vec::new(), streams: Vec::new() }
    }

    pub fn reserve(&mut self) -> Ref {
        let id = Ref::new(self.next);
        self.next += 1;
        id
    }

    /// Adds an object that is not a stream.
    pub fn object(&mut self, id: Ref, write: impl FnOnce(&mut Chunk)) {
        let mut chunk = chunk();
        write(&mut chunk);
        self.packed.push((id.get(), short_strings(body(chunk.as_bytes()))));
    }

    /// Adds a stream, compressed; `write` adds to its dictionary.
    pub fn stream(&mut self, id: Ref, data: &[u8], write: impl FnOnce(&mut pdf_writer::Stream<'_>)) {
        let data = compress_to_vec_zlib(data, LEVEL);
        let mut chunk = chunk();
        let mut stream = chunk.stream(id, &data);
        stream.filter(Filter::FlateDecode);
        write(&mut stream);
        drop(stream);
        self.streams.push((id.get(), chunk.as_bytes().to_vec()));
    }

    pub fn finish(mut self, catalog: Ref, info: Ref) -> Vec<u8> {
        let pack = self.reserve();
        let index = self.reserve();
        let mut places = vec![None; self.next as usize];

        let mut out = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        for (id, bytes) in &self.streams {
            places[*id as usize] = Some(Place::At(out.len()));
            out.extend_from_slice(bytes);
        }

        // By number, so that the index counts up by one from row to row.
        self.packed.sort_by_key(|(id, _)| *id);
        let mut heads = String::new();
        let mut bodies = Vec::with_capacity(self.packed.iter().map(|(_, bytes)| bytes.len() + 1).sum());
        for (at, (id, bytes)) in self.packed.iter().enumerate() {
            places[*id as usize] = Some(Place::Packed(at));
            heads.push_str(&format!("{id} {} ", bodies.len()));
            bodies.extend_from_slice(bytes);
            bodies.push(b'\n');
        }
        let first = heads.len();
        let data = compress_to_vec_zlib(&[heads.as_bytes(), &bodies].concat(), LEVEL);
        places[pack.get() as usize] = Some(Place::At(out.len()));
        let mut packed = chunk();
        packed
            .stream(pack, &data)
            .filter(Filter::FlateDecode)
            .pair(Name(b"Type"), Name(b"ObjStm"))
            .pair(Name(b"N"), self.packed.len() as i32)
            .pair(Name(b"First"), first as i32);
        out.extend_from_slice(packed.as_bytes());

        let start = out.len();
        places[index.get() as usize] = Some(Place::At(start));
        let table = index_rows(&places, pack.get());
        let data = compress_to_vec_zlib(&table, LEVEL);
        let id = fingerprint(&out);
        let mut xref = chunk();
        let mut stream = xref.stream(index, &data);
        stream.filter(Filter::FlateDecode);
        stream.decode_parms().predictor(Predictor::PngUp).columns(ROW as i32);
        stream.pair(Name(b"Type"), Name(b"XRef"));
        stream.pair(Name(b"Size"), places.len() as i32);
        stream.insert(Name(b"W")).array().items([1, 3, 2]);
        stream.pair(Name(b"Root"), catalog);
        stream.pair(Name(b"Info"), info);
        stream.insert(Name(b"ID")).array().items([pdf_writer::Str(&id), pdf_writer::Str(&id)]);
        drop(stream);
        out.extend_from_slice(xref.as_bytes());
        out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        out
    }
}

/// Bytes of a row of the index: its kind, a place, and a place within that.
const ROW: usize = 6;

/// The rows, each as its difference from the one above (PNG's "up"), which
/// packs to next to nothing.
fn index_rows(places: &[Option<Place>], pack: i32) -> Vec<u8> {
    let mut table = Vec::with_capacity(places.len() * (ROW + 1));
    let mut above = [0; ROW];
    for place in places {
        let (kind, field, last) = match *place {
            None => (0, 0, 65_535),
            Some(Place::At(offset)) => (1, offset as u32, 0),
            Some(Place::Packed(at)) => (2, pack as u32, at as u16),
        };
        let mut row = [kind; ROW];
        row[1..4].copy_from_slice(&field.to_be_bytes()[1..]);
        row[4..].copy_from_slice(&last.to_be_bytes());
        table.push(2);
        table.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = row;
    }
    table
}

fn chunk() -> Chunk {
    Chunk::with_settings(Settings { pretty: false })
}

/// An indirect object without its `n 0 obj` and `endobj`.
fn body(object: &[u8]) -> &[u8] {
    let start = object.windows(4).position(|window| window == b" obj").map_or(0, |at| at + 4);
    let object = object[start..].trim_ascii();
    object.strip_suffix(b"endobj").unwrap_or(object).trim_ascii()
}

/// The same bytes, the same identifier: no clock, no chance.
fn fingerprint(bytes: &[u8]) -> [u8; 16] {
    let (mut first, mut second) = (0xcbf2_9ce4_8422_2325_u64, 0x6c62_272e_07bb_0142_u64);
    for &byte in bytes {
        first = (first ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        second = (second ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    let mut id = [0; 16];
    id[..8].copy_from_slice(&first.to_be_bytes());
    id[8..].copy_from_slice(&second.to_be_bytes());
    id
}
