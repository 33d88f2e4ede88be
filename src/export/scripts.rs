//! Fonts for other scripts: which ones a text needs beyond the family it is
//! set in, so that a caller fetches those and no more. They lie beside the
//! families as `more/{family}.ttf`; Chinese, Japanese and Korean in numbered
//! parts, `more/{family}-{part}.ttf`, with a list of what is in each,
//! `more/{family}.txt`.

use super::Fonts;
use super::fonts::Typeface;
use super::shaping::Shaper;
use crate::error::Problem;
use std::collections::BTreeSet;

/// A family for one script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    pub name: &'static str,
    /// In parts, of which [`parts`] names those that a text needs.
    pub in_parts: bool,
}

/// The characters of a text that these fonts cannot set; empty when all is well.
pub fn missing(text: &str, fonts: &Fonts) -> Result<BTreeSet<char>, Problem> {
    let typeface = Typeface::open(fonts)?;
    let mut shaper = Shaper::new(&typeface);
    shaper.look_for(text);
    Ok(shaper.missing)
}

/// The families to ask for what is missing, the likeliest first.
pub fn families(missing: &BTreeSet<char>) -> Vec<Family> {
    let has = |ranges: &[(u32, u32)]| {
        missing.iter().any(|&c| ranges.iter().any(|&(from, to)| (from..=to).contains(&u32::from(c))))
    };
    let whole = WHOLE.iter().filter(|(_, ranges)| has(ranges));
    let mut families: Vec<Family> = whole.map(|&(name, _)| Family { name, in_parts: false }).collect();
    if has(EASTERN) {
        let east = match (has(HANGUL), has(KANA), is_traditional(missing)) {
            (true, _, _) => ["kr", "jp", "tc", "sc"],
            (_, true, _) => ["jp", "sc", "tc", "kr"],
            (_, _, true) => ["tc", "sc", "jp", "kr"],
            _ => ["sc", "tc", "jp", "kr"],
        };
        families.extend(east.map(|name| Family { name, in_parts: true }));
    }
    families
}

/// The parts of a family that have what is missing, by its list; takes what
/// they have out of `missing`.
pub fn parts<'l>(list: &'l str, missing: &mut BTreeSet<char>) -> Vec<&'l str> {
    let mut needed = Vec::new();
    for (part, characters) in list.lines().filter_map(|line| line.split_once(' ')) {
        let before = missing.len();
        characters.chars().for_each(|character| {
            missing.remove(&character);
        });
        if missing.len() < before {
            needed.push(part);
        }
    }
    needed
}

type Ranges = &'static [(u32, u32)];

const WHOLE: [(&str, Ranges); 4] = [
    ("hebrew", &[(0x590, 0x5FF), (0xFB1D, 0xFB4F)]),
    ("arabic", &[(0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)]),
    ("devanagari", &[(0x900, 0x97F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF)]),
    ("thai", &[(0xE00, 0xE7F)]),
];
const HANGUL: Ranges = &[(0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3)];
const KANA: Ranges = &[(0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F)];
const EASTERN: Ranges = &[
    (0x1100, 0x11FF),
    (0x2E80, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x323AF),
];

/// Characters of everyday words that were simplified, as they are written in
/// Taiwan and Hong Kong; in the other list as on the mainland.
const TRADITIONAL: &str =
    "們個來時會學國說後發經長開關間問題進對這還過種東車書見語華業電機驗網際產設計專團隊";
const SIMPLIFIED: &str = "们个来时会学国说后发经长开关间问题进对这还过种东车书见语华业电机验网际产设计专团队";

fn is_traditional(missing: &BTreeSet<char>) -> bool {
    let count = |list: &str, other: &str| {
        list.chars().filter(|&c| missing.contains(&c) && !other.contains(c)).count()
    };
    count(TRADITIONAL, SIMPLIFIED) > count(SIMPLIFIED, TRADITIONAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&'static str> {
        families(&text.chars().collect()).iter().map(|family| family.name).collect()
    }

    #[test]
    fn the_likeliest_family_comes_first() {
        assert_eq!(names("שלום"), ["hebrew"]);
        assert_eq!(names("مهندس"), ["arabic"]);
        assert_eq!(names("開発チーム")[0], "jp");
        assert_eq!(names("개발 팀")[0], "kr");
        assert_eq!(names("软件开发团队")[0], "sc");
        assert_eq!(names("軟體開發團隊")[0], "tc");
        assert_eq!(names("\u{1F680}"), [""; 0]);
    }

    #[test]
    fn only_the_parts_that_are_needed() {
        let mut missing: BTreeSet<char> = "日本x".chars().collect();
        assert_eq!(parts("0 丙丁\n1 日月\n7 本末日\n", &mut missing), ["1", "7"]);
        assert_eq!(missing, BTreeSet::from(['x']));
    }
}
