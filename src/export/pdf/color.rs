//! What the colours of the file mean: sRGB, as a profile of our own making
//! (ICC.1:2004-10, version 4.2: a matrix and one curve), which PDF/A wants
//! inside the file.

/// The primaries of IEC 61966-2-1 seen under D50, by the Bradford transform.
const PRIMARIES: [(&[u8; 4], [f64; 3]); 3] = [
    (b"rXYZ", [0.436_066, 0.222_488, 0.013_916]),
    (b"gXYZ", [0.385_147, 0.716_873, 0.097_076]),
    (b"bXYZ", [0.143_066, 0.060_608, 0.714_096]),
];
const D50: [f64; 3] = [0.9642, 1.0, 0.8249];
/// From D65 to D50.
const ADAPTED: [f64; 9] =
    [1.047_882, 0.022_919, -0.050_201, 0.029_587, 0.990_479, -0.017_059, -0.009_232, 0.015_076, 0.751_678];
/// The curve of IEC 61966-2-1: g, a, b, c, d of the ICC's function 3.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

/// The profile, about 450 bytes.
pub(super) fn srgb() -> Vec<u8> {
    let mut tags: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"desc", text("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", numbers(b"XYZ ", &D50)),
        (b"chad", numbers(b"sf32", &ADAPTED)),
    ];
    tags.extend(PRIMARIES.map(|(tag, xyz)| (tag, numbers(b"XYZ ", &xyz))));
    let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
    CURVE.iter().for_each(|&value| curve.extend(fixed(value)));
    tags.push((b"rTRC", curve));

    // Two more entries, which share the red curve.
    let count = tags.len() + 2;
    let mut table = (count as u32).to_be_bytes().to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * count;
    let mut entry = |tag: &[u8; 4], at: usize, length: usize| {
        table.extend_from_slice(tag);
        table.extend_from_slice(&((start + at) as u32).to_be_bytes());
        table.extend_from_slice(&(length as u32).to_be_bytes());
    };
    for (tag, value) in &tags {
        entry(tag, data.len(), value.len());
        if *tag == b"rTRC" {
            entry(b"gTRC", data.len(), value.len());
            entry(b"bTRC", data.len(), value.len());
        }
        data.extend_from_slice(value);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    [header(start + data.len()), table, data].concat()
}

fn header(size: usize) -> Vec<u8> {
    let mut header = vec![0; 128];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &(size as u32).to_be_bytes());
    put(8, &[4, 0x20, 0, 0]);
    put(12, b"mntrRGB XYZ ");
    // A date of its own rather than the day of the file: the same bytes always.
    put(24, &[0x07, 0xEA, 0, 1, 0, 1]);
    put(36, b"acsp");
    for (at, value) in D50.iter().enumerate() {
        put(68 + 4 * at, &fixed(*value));
    }
    header
}

fn numbers(kind: &[u8; 4], values: &[f64]) -> Vec<u8> {
    let mut tag = kind.to_vec();
    tag.extend_from_slice(&[0; 4]);
    values.iter().for_each(|&value| tag.extend(fixed(value)));
    tag
}

/// A text in one language.
fn text(text: &str) -> Vec<u8> {
    let mut tag = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    tag.extend((2 * text.len() as u32).to_be_bytes());
    tag.extend(28_u32.to_be_bytes());
    tag.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    tag
}

/// s15Fixed16Number.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}
