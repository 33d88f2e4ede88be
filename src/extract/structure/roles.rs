//! Which part of a head is the title and which the employer, or which the
//! degree and which the school: words decide where they are known, and what
//! the same place holds in the other entries where they are not.

pub(super) use super::asides::is_aside;
use super::atoms::{Atom, clean};
use super::entries::Entry;
use super::fold::{key, word_count};
use super::parts::at;
pub(super) use super::parts::commas;
use super::{places, role_words};
use crate::extract::{Field, LineId};
use std::collections::HashMap;

/// How well a text fits each of the two roles.
pub(super) struct Scorer {
    pub(super) first: fn(&str) -> f32,
    pub(super) second: fn(&str) -> f32,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Roles {
    pub(super) first: Option<Field<String>>,
    pub(super) second: Option<Field<String>>,
    /// Parts of the head that could have been either.
    pub(super) usable: usize,
}

/// A text that may take a role; `sub` tells the parts of one atom apart.
struct Option_ {
    text: String,
    /// The same without a town at its end, for the second role.
    short: String,
    lines: Vec<LineId>,
    row: i32,
    index: usize,
    sub: usize,
    split: bool,
    bonus: f32,
    /// Its atom has many parts, or this part alone holds the known word.
    apart: bool,
    first: f32,
    second: f32,
}

/// One very sure part must not outweigh having both.
const CAP: f32 = 3.5;

type Slot = (i32, usize, usize);

/// `home` are the places of the contact, as keys: no title and no employer.
pub(super) fn assign(entries: &[Entry], scorer: &Scorer, home: &[String]) -> Vec<Roles> {
    let towns = ends_in_towns(entries);
    let mut all: Vec<Vec<Option_>> =
        entries.iter().map(|entry| options(entry, scorer, towns, home)).collect();
    let mut slots: HashMap<Slot, (f32, f32)> = HashMap::new();
    for option in all.iter().flatten() {
        let slot = slots.entry((option.row, option.index, option.sub)).or_default();
        slot.0 += (option.first - option.second).clamp(-2.0, 2.0);
        slot.1 += 1.0;
    }
    // Where other entries print a place, this one does too.
    let places: Vec<(i32, usize)> = entries
        .iter()
        .flat_map(|entry| &entry.atoms)
        .filter(|atom| atom.index > 0 && is_place(&atom.text, home))
        .map(|atom| (atom.row, atom.index))
        .collect();
    for option in all.iter_mut().flatten().filter(|option| option.sub == 0) {
        if places.contains(&(option.row, option.index)) && word_count(&option.text) <= 3 {
            option.first -= 0.9;
            option.second -= 0.9;
        }
    }
    for option in all.iter_mut().flatten() {
        if let Some((sum, count)) = slots.get(&(option.row, option.index, option.sub)) {
            let lean = 0.5 * sum / count;
            option.first += lean;
            option.second -= lean;
        }
    }
    all.iter().map(|options| pick(options)).collect()
}

fn is_place(text: &str, home: &[String]) -> bool {
    places::is_place(text) || home.contains(&key(text))
}

/// Whether the parts after commas are places wherever they are known.
fn ends_in_towns(entries: &[Entry]) -> bool {
    let what = |text: &str| role_words::title_score(text) + role_words::degree_score(text);
    let tails = entries.iter().flat_map(|entry| &entry.atoms).filter_map(|atom| places::tail(&atom.text));
    let tails =
        tails.filter(|(before, _)| what(before) <= 0.0 || role_words::organisation_score(before) > 0.7);
    let tails: Vec<&str> = tails.map(|(_, tail)| tail).collect();
    let (mut known, mut all) = (0, 0);
    for tail in &tails {
        all += 1;
        let repeated = tails.iter().filter(|other| *other == tail).count() > 1;
        known += usize::from(places::is_place(tail) || repeated);
    }
    // Every entry ends in one or two words after an organisation's name.
    let named = entries
        .iter()
        .flat_map(|entry| &entry.atoms)
        .filter_map(|atom| places::tail(&atom.text))
        .filter(|(before, _)| role_words::organisation_score(before) + role_words::school_score(before) > 0.7)
        .filter(|(before, _)| {
            role_words::title_score(before) <= 0.0 && role_words::degree_score(before) <= 0.0
        })
        .count();
    let every = all >= 2 && all == entries.len();
    known > 0 && (known * 2 >= all || every) || every && named * 2 >= all
}

fn options(entry: &Entry, scorer: &Scorer, towns: bool, home: &[String]) -> Vec<Option_> {
    let mut out = Vec::new();
    for atom in entry.atoms.iter().filter(|atom| !is_aside(&atom.text)) {
        let place = is_place(&atom.text, home);
        if place {
            continue;
        }
        push(&mut out, atom, places::without_place(&atom.text), 0, 0.0, scorer);
        if let Some((left, right)) = at(&atom.text) {
            push(&mut out, atom, left, 1, 0.5, scorer);
            push(&mut out, atom, places::without_place(right), 2, 0.5, scorer);
            for option in out.iter_mut().rev().take(2) {
                option.apart = true;
            }
        } else {
            let commas = commas(&atom.text);
            if commas.len() > 1 {
                for (number, part) in commas.iter().enumerate().take(4).filter(|(_, part)| !is_aside(part)) {
                    let town = towns && number + 1 == commas.len() && places::tail(&atom.text).is_some();
                    if number == 0 || !places::is_place(part) && !town {
                        push(&mut out, atom, part, number + 1, -0.2, scorer);
                        if let Some(last) = out.last_mut() {
                            last.apart = commas.len() > 2 || number > 0 && (scorer.second)(part) > 0.9;
                        }
                    }
                }
            }
        }
    }
    for option in &mut out {
        option.short = places::without_place(&option.short).to_owned();
        if let Some((before, town)) = places::tail(&option.short) {
            // "University of Huddersfield, Huddersfield"
            if before.split_whitespace().last() == Some(town) || home.contains(&key(town)) {
                option.short = before.to_owned();
                continue;
            }
            let legal = before.split_whitespace().last().is_some_and(role_words::is_legal_form);
            let named = (scorer.second)(before) > 0.0 || option.first <= option.second;
            if (legal || towns && named) && !places::is_campus(before) {
                option.short = before.to_owned();
            }
        }
    }
    // The first two parts of a head are what it is about.
    for (rank, option) in out.iter_mut().filter(|option| !option.split).enumerate().take(2) {
        let bonus = if rank == 0 { 0.5 } else { 0.3 };
        option.first += bonus;
        option.second += bonus;
    }
    out
}

fn push(out: &mut Vec<Option_>, atom: &Atom, text: &str, sub: usize, bonus: f32, scorer: &Scorer) {
    let text = clean(text);
    if !text.chars().any(char::is_alphabetic) || text.chars().count() > 120 {
        return;
    }
    let (a, mut b) = ((scorer.first)(text), (scorer.second)(text));
    // "H.R. Management, Bellows College": the name is in the last part only.
    let parts = commas(text);
    if let [first, rest @ ..] = parts.as_slice()
        && (scorer.second)(first) <= 0.0
        && rest.iter().any(|part| (scorer.second)(part) > 0.9)
    {
        b *= 0.5;
    }
    let words = word_count(text);
    let mut base = match atom.row {
        ..=0 => 0.6,
        1 => 0.5,
        2 => 0.1,
        _ => -0.4,
    } + bonus;
    if words > 8 {
        base -= 0.7;
    }
    // A list of three or more is not one name.
    if parts.len() > 2 && sub == 0 {
        base -= 0.6;
    }
    // What stands at the right edge is a place more often than not.
    if atom.edge && a + b < 0.5 {
        base -= 0.5;
    }
    // "Manager: Ann Roe", "Team: six people"
    if text.contains([':', '：']) {
        base -= 0.6;
    }
    if atom.dated {
        base -= 0.8;
    }
    if atom.row > 0 && words > 6 {
        base -= 0.5;
    }
    if text.chars().next().is_some_and(char::is_lowercase) && atom.row > 0 {
        base -= 0.3;
    }
    out.push(Option_ {
        text: text.to_owned(),
        short: text.to_owned(),
        lines: atom.lines.clone(),
        row: atom.row,
        index: atom.index,
        sub,
        split: sub > 0,
        bonus,
        apart: false,
        first: base + a - b * 0.6,
        second: base + b - a * 0.6,
    });
}

/// "Techniker, Elektrotechnik, Schule Stuttgart": all before the second role.
fn up_to(options: &[Option_], first: &Option_, second: &Option_) -> Option<String> {
    let same = first.row == second.row && first.index == second.index;
    if !same || first.sub == 0 || second.sub <= first.sub + 1 {
        return None;
    }
    let whole = options
        .iter()
        .find(|option| option.sub == 0 && option.row == first.row && option.index == first.index)?;
    let start = whole.text.find(&first.text)?;
    let end = whole.text.find(&second.text)?;
    whole.text.get(start..end).map(|text| clean(text).to_owned())
}

/// The pair of parts that fits best; either may stay empty.
fn pick(options: &[Option_]) -> Roles {
    let mut best = (0.0f32, None, None);
    for (i, a) in options.iter().enumerate() {
        let alone = |option: &Option_| !option.split || option.apart;
        for (first, second, score) in
            [(Some(i), None, a.first.min(CAP)), (None, Some(i), a.second.min(CAP) - 0.1)]
        {
            if score > best.0 && alone(a) {
                best = (score, first, second);
            }
        }
        for (j, b) in options.iter().enumerate() {
            let same_atom = a.row == b.row && a.index == b.index;
            if i == j || same_atom && (a.sub == 0 || b.sub == 0 || a.sub == b.sub) {
                continue;
            }
            if !(same_atom || alone(a) && alone(b)) {
                continue;
            }
            // Both roles from one line, or from neighbours, is the custom.
            let far = (a.row - b.row).abs().saturating_sub(1) as f32 * 0.25;
            let early = if (a.row, a.index, a.sub) < (b.row, b.index, b.sub) { 0.1 } else { 0.0 };
            // One comma cut is paid once.
            let refund = if same_atom { -(a.bonus.min(b.bonus).min(0.0)) } else { 0.0 };
            let score = a.first.min(CAP) + b.second.min(CAP) - far + early + refund;
            // "Kran & Partner, Data Analyst": what is left over is the employer.
            let left_over = b.row <= 0
                && !b.split
                && a.first - a.second > 1.5
                && b.second > -1.0
                && commas(&b.text).len() <= 2;
            let score = score + if left_over { 0.5 } else { 0.0 };
            if a.first > 0.0 && (b.second > 0.0 || left_over) && score > best.0 {
                best = (score, Some(i), Some(j));
            }
        }
    }
    let field = |index: Option<usize>, first: bool| {
        let option = options.get(index?)?;
        let sure = if first { option.first } else { option.second };
        let value = match best.2.and_then(|second| options.get(second)) {
            Some(second) if first => up_to(options, option, second).unwrap_or(option.text.clone()),
            _ if first => option.text.clone(),
            _ => option.short.clone(),
        };
        Some(Field { value, lines: option.lines.clone(), confidence: (0.35 + sure * 0.18).clamp(0.2, 0.97) })
    };
    Roles {
        first: field(best.1, true),
        second: field(best.2, false),
        usable: options.iter().filter(|option| !option.split).count(),
    }
}
