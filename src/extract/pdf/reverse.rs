//! Glyph to character by the `cmap` table of an embedded font: the last resort
//! for files without any table of their own.

use super::budget::Budget;
use super::composite::program;
use hayro_syntax::object::{Dict, Stream};
use std::collections::HashMap;

/// Characters that are looked at; CJK fonts have up to 65,536.
const CHARACTER_LIMIT: u32 = 70_000;

pub(super) struct Reverse {
    characters: HashMap<u32, char>,
    /// `/CIDToGIDMap` when it is a stream.
    glyphs: Option<Vec<u8>>,
}

impl Reverse {
    pub fn of_font(inner: &Dict<'_>, budget: &Budget) -> Option<Self> {
        let data = program(inner, budget)?;
        let characters = characters(&data)?;
        let glyphs = inner.get::<Stream<'_>>(b"CIDToGIDMap").and_then(|stream| budget.decode(&stream));
        Some(Self { characters, glyphs })
    }

    pub fn character(&self, cid: u32) -> Option<char> {
        let glyph = match &self.glyphs {
            Some(map) => u32::from(u16_at(map, (cid as usize).checked_mul(2)?)?),
            None => cid,
        };
        self.characters.get(&glyph).copied()
    }
}

fn characters(font: &[u8]) -> Option<HashMap<u32, char>> {
    let tables = usize::from(u16_at(font, 4)?);
    let cmap = (0..tables.min(64)).find_map(|index| {
        let record = 12 + index * 16;
        (font.get(record..record + 4)? == b"cmap").then(|| u32_at(font, record + 8)).flatten()
    })? as usize;
    let cmap = font.get(cmap..)?;
    let subtables = usize::from(u16_at(cmap, 2)?);
    let mut best: Option<(u8, usize)> = None;
    for index in 0..subtables.min(32) {
        let record = 4 + index * 8;
        let offset = u32_at(cmap, record + 4)? as usize;
        let rank = match (u16_at(cmap, record)?, u16_at(cmap, record + 2)?) {
            (3, 10) | (0, 4..=6) => 3,
            (3, 1) | (0, _) => 2,
            _ => continue,
        };
        if best.is_none_or(|(known, _)| rank > known) {
            best = Some((rank, offset));
        }
    }
    let table = cmap.get(best?.1..)?;
    let mut found = HashMap::new();
    match u16_at(table, 0)? {
        4 => segments(table, &mut found)?,
        12 => groups(table, &mut found)?,
        _ => return None,
    }
    Some(found)
}

/// Format 4.
fn segments(table: &[u8], found: &mut HashMap<u32, char>) -> Option<()> {
    let count = usize::from(u16_at(table, 6)?) / 2;
    let mut left = CHARACTER_LIMIT;
    for index in 0..count {
        let at = |array: usize| 14 + array * count * 2 + index * 2 + if array > 0 { 2 } else { 0 };
        let (end, start) = (u16_at(table, at(0))?, u16_at(table, at(1))?);
        let (delta, offset) = (u16_at(table, at(2))?, u16_at(table, at(3))?);
        for code in start..=end {
            left = left.checked_sub(1)?;
            let glyph = if offset == 0 {
                code.wrapping_add(delta)
            } else {
                let place = at(3) + usize::from(offset) + usize::from(code - start) * 2;
                match u16_at(table, place) {
                    Some(0) | None => 0,
                    Some(glyph) => glyph.wrapping_add(delta),
                }
            };
            keep(found, u32::from(glyph), u32::from(code));
        }
    }
    Some(())
}

/// Format 12.
fn groups(table: &[u8], found: &mut HashMap<u32, char>) -> Option<()> {
    let count = u32_at(table, 12)?.min(20_000) as usize;
    let mut left = CHARACTER_LIMIT;
    for index in 0..count {
        let at = 16 + index * 12;
        let (start, end, first) = (u32_at(table, at)?, u32_at(table, at + 4)?, u32_at(table, at + 8)?);
        for (step, code) in (start..=end.max(start)).enumerate() {
            left = left.checked_sub(1)?;
            keep(found, first.wrapping_add(step as u32), code);
        }
    }
    Some(())
}

fn keep(found: &mut HashMap<u32, char>, glyph: u32, code: u32) {
    if glyph != 0
        && let Some(c) = char::from_u32(code)
    {
        found.entry(glyph).or_insert(c);
    }
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at.checked_add(2)?)?;
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}
