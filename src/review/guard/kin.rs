//! When two words are of one family, in languages whose endings `words::stem`
//! does not know.

use super::words::Word;

/// Lower case letters without accents, for comparing: `współpraca` and
/// `wspolpraca` are one word.
pub fn fold(low: &str) -> String {
    let mut out = String::with_capacity(low.len());
    for c in low.chars() {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => out.push('a'),
            'è' | 'é' | 'ê' | 'ë' | 'ę' => out.push('e'),
            'ì' | 'í' | 'î' | 'ï' => out.push('i'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ő' => out.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => out.push('u'),
            'ç' | 'ć' => out.push('c'),
            'ñ' | 'ń' => out.push('n'),
            'ł' => out.push('l'),
            'ś' => out.push('s'),
            'ź' | 'ż' => out.push('z'),
            'ý' => out.push('y'),
            'ß' => out.push_str("ss"),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            c => out.push(c),
        }
    }
    out
}

/// Whether two folded words differ only in what languages put at their ends.
/// Four letters have to meet, and no more may follow than an ending has.
pub fn akin(one: &str, other: &str) -> bool {
    let shared = shared(one, other);
    let (short, long) = match one.len() <= other.len() {
        true => (one.len(), other.len()),
        false => (other.len(), one.len()),
    };
    // "wózek" and "wózka" meet in three of five.
    if long <= 6 {
        return shared >= 3 && shared + 3 > long && shared + 2 >= short;
    }
    let endings = if shared >= 7 { 6 } else { 4 };
    shared >= 4 && shared + endings >= short && shared * 2 >= long && long - shared <= 7
}

/// Bytes of the common start.
pub fn shared(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count()
}

/// The participle `gefertigt` beside the deed `fertigen`.
pub fn without_prefix(folded: &str) -> &str {
    let rest = folded.strip_prefix("ge").filter(|rest| rest.len() >= 5);
    rest.unwrap_or(folded)
}

/// A compound of words that the text has: `Wundversorgung` beside
/// `Versorgung von Wunden`.
pub fn compound(folded: &str, words: &[(String, bool)], generic: impl Fn(&str) -> bool) -> bool {
    if folded.len() < 8 {
        return false;
    }
    // What is left when the longest known parts are cut out.
    let mut rest = vec![true; folded.len()];
    let mut hit = false;
    for (part, _) in words.iter().filter(|(part, _)| part.len() >= 4) {
        let stem_length = if part.len() > 6 { part.len() - 2 } else { part.len().min(5) };
        let Some(stem) = part.get(..stem_length.max(4)) else { continue };
        if let Some(at) = folded.find(stem) {
            let length = shared(&folded[at..], part);
            rest[at..at + length].fill(false);
            hit = true;
        }
    }
    if !hit {
        return false;
    }
    let left: String =
        folded.bytes().zip(&rest).filter(|(_, left)| **left).map(|(byte, _)| char::from(byte)).collect();
    left.len() <= 3 || (left.len() >= 4 && generic(&left))
}

/// Whether the CV's compound holds the word: `Kunden` in `Kundendienst`.
pub fn part_of(folded: &str, words: &[(String, bool)]) -> bool {
    folded.len() >= 5
        && words.iter().any(|(word, _)| {
            let stem = folded.get(..folded.len() - 1).unwrap_or(folded);
            word.len() >= folded.len() + 3 && word.contains(stem)
        })
}

/// An abbreviation by cutting: `recs` for `reconciliations`.
pub fn cut_short(short: &Word, long: &Word) -> bool {
    let stem = short.low.strip_suffix('s').unwrap_or(&short.low);
    let count = stem.chars().count();
    (3..=5).contains(&count) && long.low.chars().count() >= count + 4 && long.low.starts_with(stem)
}
