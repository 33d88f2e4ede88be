//! Verbs by their endings, in languages other than English: what the line names
//! as a thing an edit tells as a deed. Deeds that claim are in the tables and
//! are judged before.

use super::items;
use super::words::Word;
use crate::extract::Language;

/// Whether the word is a verb by its form, or by its form in its place.
pub(super) fn by_form(language: Language, words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if word.capital() && !word.starts || word.technical() {
        return false;
    }
    let low = word.low.as_str();
    let ends = |ends: &[&str]| ends.iter().any(|end| low.ends_with(end) && low.len() > end.len() + 2);
    // Endings that nouns have too count only where a verb stands.
    let noun = ends(&["ão", "oso", "osa", "ento", "ismo", "eiro", "ista", "ica", "ia", "gio", "ione"])
        || words.get(at + 1).is_some_and(|next| word.after == " " && next.capital());
    let relative = at > 0 && words[at - 1].after == " " && relative(&words[at - 1].low);
    // Participles that claim nothing are passed; those of degrees and papers not.
    let paper = [
        "licenci",
        "diplom",
        "certific",
        "acredit",
        "colegi",
        "especiali",
        "speciali",
        "premi",
        "abilit",
        "laure",
        "credit",
    ]
    .iter()
    .any(|start| low.starts_with(start));
    let participle = match language {
        Language::Es | Language::Pt => {
            ends(&["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"]) && low.len() >= 7
        }
        Language::It => ends(&["ato", "ata", "ati", "ate", "uto", "uta"]) && low.len() >= 7,
        Language::Fr => ends(&["ée", "ées"]) && low.len() >= 6,
        _ => false,
    };
    if participle && !paper && items::alone(words, at) {
        return true;
    }
    // "Separo o correio, pago vales": in step with the first word.
    let parallel = at > 0
        && (words[at - 1].after.starts_with(',')
            || matches!(words[at - 1].low.as_str(), "e" | "y" | "i" | "en" | "et"))
        && ["o", "ei", "é"].iter().any(|end| low.ends_with(end) && words[0].low.ends_with(end));
    let placed = (word.starts || relative || parallel) && !noun;
    match language {
        // Nouns have capitals.
        Language::De => !word.capital(),
        Language::Fr => ends(&["er", "ant", "é", "és", "ir"]) || placed && ends(&["e", "s"]),
        Language::Es | Language::Pt => ends(&["ar", "ir"]) || placed && ends(&["o", "é", "ei", "í", "e"]),
        Language::It => ends(&["are", "ere", "ire", "avo", "evo"]) || placed && ends(&["o", "a", "e"]),
        Language::Nl => placed && !ends(&["ing", "heid", "er"]),
        Language::Pl => {
            ends(&["ać", "eć", "ić", "yć", "łem", "łam", "uję", "am"]) || placed && ends(&["am", "em"])
        }
        _ => false,
    }
}

/// A small word right before a verb.
fn relative(low: &str) -> bool {
    matches!(low, "que" | "che" | "qui" | "die" | "dat")
}

/// A first word that names what was done: "Spawanie sekcji", "Animation de".
pub(super) fn deed_noun(words: &[Word], at: usize) -> bool {
    #[rustfmt::skip]
    const ENDS: &[&str] = &[
        "ung", "tion", "age", "ment", "ure", "ción", "sión", "aje", "iento", "ado", "ura", "eo", "ção", "são", "agem", "ento", "ione",
        "aggio", "ing", "nie", "cie", "en", "eka",
    ];
    let word = &words[at];
    at == 0 && !word.technical() && word.after == " " && ENDS.iter().any(|end| word.low.ends_with(end))
}
