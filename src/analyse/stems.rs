//! Word forms that count as the same word.
//!
//! Two strengths. [`stem`] takes off number, case and gender only, and is what
//! the table of terms is compared with: "accounts" is "account", but
//! "accounting" is not. [`root`] also takes off how a word was derived, and is
//! used where a whole phrase has to be found in other words: "managing
//! budgets" and "budget management".
//!
//! These are short rules of our own, not Snowball's: its stemmers take off
//! derivations everywhere, which makes "accounting" an "account", and cost
//! 6 KB a language.

use crate::extract::Language;

/// Endings by language, the longest first, and how many bytes must stay.
fn endings(language: Language) -> (&'static [&'static str], usize) {
    match language {
        Language::De => (&["innen", "ern", "in", "em", "en", "er", "es", "e", "n", "s"], 4),
        Language::Fr => (&["es", "s", "x", "e"], 3),
        Language::Es => (&["es", "as", "os", "s", "a", "o", "e"], 4),
        Language::Pt => (&["es", "as", "os", "s", "a", "o", "e"], 4),
        Language::It => (&["hi", "he", "a", "e", "i", "o"], 4),
        Language::Nl => (&["en", "s", "e"], 4),
        Language::Pl => (
            &[
                "iego", "iemu", "iej", "ych", "ich", "ami", "ach", "owi", "ego", "emu", "ymi", "imi", "iem",
                "ow", "om", "em", "ej", "ie", "ia", "iu", "ac", "a", "e", "i", "o", "u", "y",
            ],
            4,
        ),
        Language::En | Language::Other => (&[], 0),
    }
}

/// The word without number, case and gender. `fold` comes from
/// [`super::tokens::fold`].
pub fn stem(fold: &str, language: Language) -> String {
    if fold.len() < 4 || !fold.bytes().all(|b| b.is_ascii_lowercase()) {
        return fold.to_owned();
    }
    match language {
        Language::En => return singular(fold),
        Language::Fr => {
            if let Some(head) = fold.strip_suffix("euses").or_else(|| fold.strip_suffix("euse")) {
                return format!("{head}eur");
            }
            if let Some(head) = fold.strip_suffix("trices").or_else(|| fold.strip_suffix("trice")) {
                return format!("{head}teur");
            }
            if let Some(head) = fold.strip_suffix("aux").filter(|head| head.len() > 2) {
                return format!("{head}al");
            }
        }
        Language::Pt => {
            if let Some(head) = fold.strip_suffix("oes").filter(|head| head.len() > 2) {
                return format!("{head}ao");
            }
            if fold.ends_with("ao") {
                return fold.to_owned();
            }
        }
        Language::It => {
            if let Some(head) = fold.strip_suffix("trice").or_else(|| fold.strip_suffix("trici")) {
                return format!("{head}tor");
            }
        }
        _ => {}
    }
    // "des Führerscheins": the genitive hides an "in" that is cut elsewhere.
    let fold = match fold.strip_suffix('s') {
        Some(head) if language == Language::De && head.ends_with("in") && head.len() > 5 => head,
        _ => fold,
    };
    let (endings, keep) = endings(language);
    let cut = |word: &str| -> String {
        endings
            .iter()
            .find_map(|ending| word.strip_suffix(ending).filter(|head| head.len() >= keep))
            .unwrap_or(word)
            .to_owned()
    };
    let once = cut(fold);
    // Pflegerinnen -> Pflegerin -> Pfleg: the feminine form hides a second ending.
    if language == Language::De && (fold.ends_with("in") || fold.ends_with("innen")) {
        cut(&once)
    } else {
        once
    }
}

/// The word as a key for phrases in other words; see the module's text.
pub fn root(fold: &str, language: Language) -> String {
    let word = stem(fold, language);
    if !word.is_ascii() {
        return word;
    }
    if language != Language::En {
        // Derivations differ at the end; seven letters keep the words apart.
        return word.chars().take(7).collect();
    }
    const DERIVED: &[&str] = &[
        "ization", "isation", "izing", "ising", "ized", "ised", "ize", "ise", "ation", "ments", "ment",
        "ings", "ing", "ance", "ive", "ion", "ed", "er", "or", "al", "ly", "e",
    ];
    for ending in DERIVED {
        if let Some(head) = word.strip_suffix(ending)
            && head.len() >= 4
        {
            let bytes = head.as_bytes();
            let last = bytes[bytes.len() - 1];
            let doubled = bytes.len() > 4
                && last == bytes[bytes.len() - 2]
                && !matches!(last, b'l' | b's' | b'a'..=b'a');
            let head = if doubled { &head[..head.len() - 1] } else { head };
            return head.strip_suffix('e').filter(|head| head.len() >= 4).unwrap_or(head).to_owned();
        }
    }
    word
}

fn singular(word: &str) -> String {
    if let Some(head) = word.strip_suffix("ies").filter(|head| head.len() > 2) {
        return format!("{head}y");
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(head) if !head.ends_with(['s', 'u', 'i']) => head.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_join_forms_and_keep_meanings_apart() {
        let same = [
            (Language::En, "databases", "database"),
            (Language::En, "batteries", "battery"),
            (Language::De, "kochin", "koch"),
            (Language::De, "maschinen", "maschine"),
            (Language::Fr, "infirmieres", "infirmier"),
            (Language::Fr, "vendeuse", "vendeur"),
            (Language::Es, "enfermeras", "enfermero"),
            (Language::Pt, "gestoes", "gestao"),
            (Language::It, "infermiera", "infermiere"),
            (Language::Pl, "umowami", "umowa"),
        ];
        for (language, one, other) in same {
            assert_eq!(stem(one, language), stem(other, language), "{one} and {other}");
        }
        assert_ne!(stem("accounting", Language::En), stem("accounts", Language::En));
        assert_eq!(root("managing", Language::En), root("management", Language::En));
        assert_eq!(root("planned", Language::En), root("planning", Language::En));
    }
}
