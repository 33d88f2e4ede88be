//! The guard on planted inventions and honest rewordings, see
//! `tests/pipeline/guard/README.md`.

use cv_review::extract::{Resume, cv_from_text};
use cv_review::review::{Verdict, guard};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;
use std::path::Path;

struct Case {
    original: String,
    edit: String,
    /// Kind and places of what was planted; `None` for an honest rewording.
    planted: Option<(String, Vec<Range<usize>>)>,
}

struct Set {
    name: String,
    /// Which of the tallies: sets and halves in the order of `HALVES`.
    half: usize,
    cv: String,
    resume: Resume,
    cases: Vec<Case>,
}

fn sets() -> Vec<Set> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pipeline/guard");
    let mut sets = of_folder(&folder);
    sets.extend(of_folder(&folder.join("fresh")));
    sets.extend(of_folder(&folder.join("third")));
    sets.extend(of_folder(&folder.join("fourth")));
    sets.extend(of_folder(&folder.join("fifth")));
    sets.extend(of_folder(&folder.join("sixth")));
    sets
}

fn of_folder(folder: &Path) -> Vec<Set> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the guard set")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    files.sort();
    let of_set = match folder.file_name().and_then(|name| name.to_str()) {
        Some("fresh") => 2,
        Some("third") => 4,
        Some("fourth") => 6,
        Some("fifth") => 7,
        Some("sixth") => BLIND,
        _ => 0,
    };
    files.iter().map(|path| set(path, of_set)).collect()
}

const HALVES: [&str; 9] = [
    "first, odd",
    "first, even",
    "second, odd",
    "second, even",
    "third, odd",
    "third, even",
    "fourth",
    "fifth",
    "sixth",
];
/// The sixth set is only for the report, never looked at while tuning.
const BLIND: usize = 8;

fn set(path: &Path, of_set: usize) -> Set {
    let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let text = std::fs::read_to_string(path).expect("a set");
    let mut lines: Vec<&str> = Vec::new();
    let mut cases = Vec::new();
    for line in text.lines() {
        let original = |count: usize| lines[lines.len() - count..].join("\n");
        if let Some(case) = line.strip_prefix("  - ") {
            let (kind, words) = case.split_once(": ").expect("a kind");
            let (edit, places) = planted(words);
            assert!(!places.is_empty(), "{name}: nothing planted in {line}");
            cases.push(Case { original: original(1), edit, planted: Some((kind.to_owned(), places)) });
        } else if let Some(words) = line.strip_prefix("  +2 ") {
            cases.push(Case { original: original(2), edit: words.to_owned(), planted: None });
        } else if let Some(words) = line.strip_prefix("  + ") {
            cases.push(Case { original: original(1), edit: words.to_owned(), planted: None });
        } else {
            lines.push(line);
        }
    }
    let cv = lines.join("\n");
    let number: u32 = name[..2].parse().expect("a number");
    let resume = cv_from_text(&cv).resume;
    // The first three sets have an odd and an even half.
    let half = of_set + usize::from(of_set < 6 && number.is_multiple_of(2));
    Set { name, half, cv, resume, cases }
}

fn planted(words: &str) -> (String, Vec<Range<usize>>) {
    let (mut edit, mut places) = (String::new(), Vec::new());
    for (index, piece) in words.split(['{', '}']).enumerate() {
        if index % 2 == 1 {
            places.push(edit.len()..edit.len() + piece.len());
        }
        edit.push_str(piece);
    }
    (edit, places)
}

#[derive(Default)]
struct Tally {
    planted: usize,
    caught: usize,
    honest: usize,
    accused: usize,
}

impl Tally {
    fn line(&self) -> String {
        let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
        format!(
            "caught {:.1} % ({} of {}), accused {:.1} % ({} of {})",
            share(self.caught, self.planted),
            self.caught,
            self.planted,
            share(self.accused, self.honest),
            self.accused,
            self.honest
        )
    }
}

#[test]
fn inventions_are_caught_and_honest_rewordings_are_not_accused() {
    let show = std::env::var("GUARD_SHOW").is_ok();
    let mut tallies: [Tally; 9] = Default::default();
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut accused: BTreeMap<String, usize> = BTreeMap::new();
    let mut misses = String::new();
    for set in sets() {
        let tally = &mut tallies[set.half];
        for case in &set.cases {
            let verdict = guard(&set.cv, &case.original, &case.edit, &set.resume);
            consistent(&verdict, &set.cv, &case.edit);
            let wrong = match &case.planted {
                Some((kind, places)) => {
                    let caught = verdict.flags.iter().any(|flag| {
                        places.iter().any(|place| flag.span.start < place.end && place.start < flag.span.end)
                    });
                    tally.planted += 1;
                    tally.caught += usize::from(caught);
                    if set.half == BLIND {
                        let of_kind = kinds.entry(kind.clone()).or_default();
                        *of_kind = (of_kind.0 + usize::from(caught), of_kind.1 + 1);
                    }
                    !caught
                }
                None => {
                    tally.honest += 1;
                    tally.accused += usize::from(!verdict.traced());
                    for flag in verdict.flags.iter().filter(|_| set.half == BLIND) {
                        *accused.entry(format!("{:?}", flag.kind)).or_default() += 1;
                    }
                    !verdict.traced()
                }
            };
            if wrong && show && set.half != BLIND {
                let planted = case.planted.as_ref().map_or("honest", |(kind, _)| kind.as_str());
                let flags: Vec<_> =
                    verdict.flags.iter().map(|flag| format!("{:?} {}", flag.kind, flag.words)).collect();
                let _ = writeln!(
                    misses,
                    "{} {planted}: {:?} -> {:?} {flags:?}",
                    set.name, case.original, case.edit
                );
            }
        }
    }
    print!("{misses}");
    for (name, tally) in HALVES.iter().zip(&tallies) {
        println!("{name}: {}", tally.line());
    }
    for (kind, (caught, all)) in kinds {
        println!("  {kind}: {caught} of {all}");
    }
    println!("  accused of: {accused:?}");
    // Where it stands; the aim is 98 % and 3 %, also on lines nobody has tuned it on.
    let floors =
        [(990, 26), (985, 25), (970, 26), (950, 50), (965, 35), (950, 43), (962, 23), (938, 36), (860, 68)];
    for (tally, (caught, accused)) in tallies.iter().zip(floors) {
        assert!(1_000 * tally.caught >= caught * tally.planted, "{}", tally.line());
        assert!(1_000 * tally.accused <= accused * tally.honest, "{}", tally.line());
    }
    // What the sets hold: no file is skipped.
    assert_eq!(tallies.iter().map(|tally| tally.planted).sum::<usize>(), 1_869 + 389 + 408);
    assert_eq!(tallies.iter().map(|tally| tally.honest).sum::<usize>(), 1_870 + 294 + 289);
}

/// Spans fit the texts, and flags are in order and apart.
fn consistent(verdict: &Verdict, cv: &str, edit: &str) {
    for flag in &verdict.flags {
        assert_eq!(flag.span.of(edit), flag.words);
        assert!(!flag.words.is_empty() && !flag.reason.is_empty());
    }
    for pair in verdict.flags.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start);
    }
    for trace in &verdict.traces {
        assert!(!trace.span.of(edit).is_empty() && !trace.cv_span.of(cv).is_empty());
    }
}

#[test]
fn any_text_is_survived() {
    let sets = sets();
    let all: String = sets.iter().flat_map(|set| [set.cv.as_str(), "\n"]).collect();
    let chars: Vec<char> = all.chars().chain("€🙂\u{301}ß\0\u{2028}İǅ½²%£1,.'".chars()).collect();
    let mut seed = 5_u64;
    let mut random = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize
    };
    for round in 0..400 {
        let mut piece = || {
            let mut text = String::new();
            for _ in 0..random() % 8 {
                let from = random() % chars.len();
                text.extend(&chars[from..(from + random() % 40).min(chars.len())]);
                text.push(chars[random() % chars.len()]);
            }
            text
        };
        let (cv, edit) = (piece(), piece());
        let original: String = cv.lines().take(round % 3).collect::<Vec<_>>().join("\n");
        let verdict = guard(&cv, &original, &edit, &sets[round % sets.len()].resume);
        consistent(&verdict, &cv, &edit);
    }
}
