//! The sRGB colour space as an ICC profile (version 4.2), which PDF/A asks
//! for, so that colours mean the same on every screen and printer. Made here
//! from the numbers of IEC 61966-2-1: it is smaller than any file of it.

/// The profile's bytes.
pub(super) fn profile() -> Vec<u8> {
    let curve = curve();
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", text("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz(D50)),
        (b"chad", adaptation()),
        (b"rXYZ", xyz([0.43607, 0.22249, 0.01392])),
        (b"gXYZ", xyz([0.38515, 0.71687, 0.09708])),
        (b"bXYZ", xyz([0.14307, 0.06061, 0.71410])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve),
    ];
    // The three channels share one curve: the third tag is a third name of it.
    let count = tags.len() + 1;
    let mut table = (count as u32).to_be_bytes().to_vec();
    let mut data: Vec<u8> = Vec::new();
    let start = 128 + 4 + 12 * count;
    let mut curve_place = [0_u8; 8];
    for (name, bytes) in &tags {
        let shared = *name == b"gTRC";
        table.extend_from_slice(*name);
        if !shared {
            let place =
                [((start + data.len()) as u32).to_be_bytes(), (bytes.len() as u32).to_be_bytes()].concat();
            curve_place.copy_from_slice(&place);
            data.extend_from_slice(bytes);
            data.resize(data.len().next_multiple_of(4), 0);
        }
        table.extend_from_slice(&curve_place);
    }
    table.extend_from_slice(b"bTRC");
    table.extend_from_slice(&curve_place);

    let size = (start + data.len()) as u32;
    [header(size), table, data].concat()
}

const D50: [f64; 3] = [0.9642, 1.0, 0.8249];

fn header(size: u32) -> Vec<u8> {
    let mut header = size.to_be_bytes().to_vec();
    header.extend_from_slice(&[0; 4]);
    header.extend_from_slice(&[4, 0x20, 0, 0]);
    header.extend_from_slice(b"mntrRGB XYZ ");
    // A fixed day: profiles must have one, and files must not change.
    for part in [2000_u16, 1, 1, 0, 0, 0] {
        header.extend_from_slice(&part.to_be_bytes());
    }
    header.extend_from_slice(b"acsp");
    header.resize(68, 0);
    for value in D50 {
        header.extend_from_slice(&fixed(value));
    }
    header.resize(128, 0);
    header
}

/// A signed number with 16 bits behind the point.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut out = b"XYZ \0\0\0\0".to_vec();
    out.extend(values.into_iter().flat_map(fixed));
    out
}

/// From the white of daylight (D65) to that of print (D50), after Bradford.
fn adaptation() -> Vec<u8> {
    let mut out = b"sf32\0\0\0\0".to_vec();
    let matrix = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168];
    out.extend(matrix.into_iter().flat_map(fixed));
    out
}

/// The curve of sRGB: linear near black, then a power of 2.4.
fn curve() -> Vec<u8> {
    let mut out = b"para\0\0\0\0\0\x03\0\0".to_vec();
    out.extend([2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045].into_iter().flat_map(fixed));
    out
}

fn text(text: &str) -> Vec<u8> {
    let mut out = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0CenUS".to_vec();
    out.extend_from_slice(&(2 * text.len() as u32).to_be_bytes());
    out.extend_from_slice(&28_u32.to_be_bytes());
    out.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    out
}
