//! What of a face goes into the file: its program without the tables that a
//! PDF says better itself, and the map from codes to characters.

use std::fmt::Write;

/// Asked for of an embedded TrueType program (ISO 32000-1, 9.9); all others,
/// as the font's names, are left out.
const TABLES: [&[u8; 4]; 9] =
    [b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep"];

/// A font cut down to those tables. `symbols`: how many glyphs codes of one byte
/// lead to, which a table says then.
pub(super) fn program(font: &[u8], symbols: Option<u8>) -> Option<Vec<u8>> {
    let count = usize::from(u16::from_be_bytes(font.get(4..6)?.try_into().ok()?));
    let records = (0..count).map(|at| font.get(12 + 16 * at..28 + 16 * at)).collect::<Option<Vec<_>>>()?;
    let kept: Vec<&[u8]> =
        records.into_iter().filter(|record| TABLES.iter().any(|tag| record.starts_with(*tag))).collect();
    let number = |record: &[u8], at: usize| -> Option<usize> {
        Some(u32::from_be_bytes(record.get(at..at + 4)?.try_into().ok()?) as usize)
    };
    let mut out = font.get(..4)?.to_vec();
    let count = kept.len() as u16 + u16::from(symbols.is_some());
    let power = count.checked_ilog2()?;
    for value in [count, 16 << power, power as u16, 16 * (count - (1 << power))] {
        out.extend(value.to_be_bytes());
    }
    let mut data = Vec::new();
    let start = 12 + 16 * usize::from(count);
    if let Some(last) = symbols {
        data.extend(symbol_map(last));
        let sum = data.chunks_exact(4).fold(0_u32, |sum, word| {
            sum.wrapping_add(word.iter().fold(0, |value, &byte| value << 8 | u32::from(byte)))
        });
        out.extend_from_slice(b"cmap");
        for value in [sum, start as u32, data.len() as u32] {
            out.extend(value.to_be_bytes());
        }
    }
    for record in kept {
        let (offset, length) = (number(record, 8)?, number(record, 12)?);
        out.extend_from_slice(record.get(..8)?);
        out.extend(((start + data.len()) as u32).to_be_bytes());
        out.extend_from_slice(record.get(12..16)?);
        data.extend_from_slice(font.get(offset..offset.checked_add(length)?)?);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    out.extend(data);
    Some(out)
}

/// A `cmap` table as symbolic fonts have it (ISO 32000-1, 9.6.6.4): each code
/// from 1 to the last is the number of its glyph.
fn symbol_map(last: u8) -> Vec<u8> {
    let last = 0xF000 | u16::from(last);
    // One table, for Windows and symbols; of format 4 with two segments.
    [0, 1, 3, 0, 0, 12, 4, 32, 0, 4, 4, 1, 0, last, 0xFFFF, 0, 0xF001, 0xFFFF, 0x1000, 1, 0, 0]
        .into_iter()
        .flat_map(u16::to_be_bytes)
        .collect()
}

/// The most entries that a section of a map may have.
const SECTION: usize = 100;

/// A ToUnicode map for the characters of the codes 1, 2, and so on, each of so
/// many bytes; runs of neighbours as ranges.
pub(super) fn to_unicode<'t>(texts: impl Iterator<Item = &'t str>, bytes: usize) -> String {
    let digits = 2 * bytes;
    let texts: Vec<&str> = texts.collect();
    let mut map = String::from(
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo\
         <</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/U def/CMapType 2 def\n\
         1 begincodespacerange",
    );
    let _ = writeln!(map, "<{:0digits$}><{:F<digits$}>endcodespacerange", 0, "");
    let single = |at: usize| -> Option<u32> {
        let mut characters = texts[at].chars();
        let first = u32::from(characters.next()?);
        (characters.next().is_none() && first < 0x1_0000).then_some(first)
    };
    let mut entries: Vec<(usize, usize)> = Vec::new();
    for at in 0..texts.len() {
        let goes_on = entries.last().is_some_and(|&(start, end)| {
            // Only the last byte may change within a range.
            (end + 1) / 256 == (start + 1) / 256
                && (at + 1) % 256 != 0
                && single(at - 1).zip(single(at)).is_some_and(|(a, b)| a + 1 == b && b % 256 != 0)
        });
        match entries.last_mut().filter(|_| goes_on) {
            Some(entry) => entry.1 = at,
            None => entries.push((at, at)),
        }
    }
    for section in entries.chunks(SECTION) {
        let _ = writeln!(map, "{} beginbfrange", section.len());
        for &(start, end) in section {
            let _ = write!(map, "<{:0digits$X}><{:0digits$X}><", start + 1, end + 1);
            // A second glyph of one character must map to something: the
            // joiner that every reader drops.
            let text = if texts[start].is_empty() { "\u{2060}" } else { texts[start] };
            for unit in text.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfrange\n");
    }
    map.push_str("endcmap CMapName currentdict/CMap defineresource pop end end");
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(texts: &[&str]) -> Vec<String> {
        let map = to_unicode(texts.iter().copied(), 2);
        assert!(map.contains("begincodespacerange<0000><FFFF>endcodespacerange\n"));
        map.lines().filter(|line| line.matches('<').count() == 3).map(str::to_owned).collect()
    }

    #[test]
    fn neighbours_are_one_range() {
        assert_eq!(
            ranges(&["a", "b", "c", "e", "fi", "\u{1F310}"]),
            ["<0001><0003><0061>", "<0004><0004><0065>", "<0005><0005><00660069>", "<0006><0006><D83CDF10>"]
        );
    }

    #[test]
    fn codes_of_one_byte() {
        let map = to_unicode(["a", "b"].into_iter(), 1);
        assert!(map.contains("begincodespacerange<00><FF>endcodespacerange\n"));
        assert!(map.contains("\n<01><02><0061>\n"));
    }

    #[test]
    fn no_range_crosses_a_byte() {
        assert_eq!(ranges(&["\u{FE}", "\u{FF}", "\u{100}"]), ["<0001><0002><00FE>", "<0003><0003><0100>"]);
        let many: Vec<String> = (0..300).map(|at| char::from_u32(0x4E01 + at).unwrap().to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(ranges(&many), ["<0001><00FF><4E01>", "<0100><012C><4F00>"]);
    }
}
