//! The language of a CV as a tag that files and screen readers know (BCP 47).

use crate::extract::Language;

/// The tag of a language; of one that the rules do not know what its script
/// tells, and `und` where that tells nothing.
pub(super) fn tag(language: Language, texts: &[String]) -> &'static str {
    match language {
        Language::En => "en",
        Language::De => "de",
        Language::Fr => "fr",
        Language::Es => "es",
        Language::Pt => "pt",
        Language::It => "it",
        Language::Nl => "nl",
        Language::Pl => "pl",
        Language::Other => by_script(texts),
    }
}

const SCRIPTS: [(&str, u32, u32); 9] = [
    ("el", 0x370, 0x3FF),
    ("ru", 0x400, 0x4FF),
    ("he", 0x590, 0x5FF),
    ("ar", 0x600, 0x6FF),
    ("hi", 0x900, 0x97F),
    ("th", 0xE00, 0xE7F),
    ("ja", 0x3040, 0x30FF),
    ("zh", 0x4E00, 0x9FFF),
    ("ko", 0xAC00, 0xD7A3),
];

/// Letters that only one of the languages of a script has: its tag in place of
/// the script's.
const LETTERS: [(&str, &str, &str); 4] =
    [("ru", "uk", "іїєґ"), ("ru", "be", "ў"), ("ru", "sr", "ђћџљњ"), ("ar", "fa", "پچژگ")];

fn by_script(texts: &[String]) -> &'static str {
    let mut counts = [0_usize; SCRIPTS.len()];
    let mut others = 0;
    for character in texts.iter().flat_map(|text| text.chars()).filter(|c| c.is_alphabetic()) {
        let code = u32::from(character);
        match SCRIPTS.iter().position(|&(_, from, to)| (from..=to).contains(&code)) {
            Some(script) => counts[script] += 1,
            None => others += 1,
        }
    }
    // Japanese is written with Chinese characters as well.
    let (kana, han) = (6, 7);
    if counts[kana] * 10 > counts[han] {
        counts[kana] += std::mem::take(&mut counts[han]);
    }
    let Some((most, &count)) = counts.iter().enumerate().max_by_key(|&(_, count)| count) else {
        return "und";
    };
    if count <= others {
        return "und";
    }
    let script = SCRIPTS[most].0;
    let has = |letters: &str| texts.iter().any(|text| text.to_lowercase().contains(|c| letters.contains(c)));
    let told = LETTERS.iter().find(|(of, _, letters)| *of == script && has(letters));
    told.map_or(script, |&(_, tag, _)| tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_tells_its_language() {
        let tag = |text: &str| tag(Language::Other, &[text.to_owned()]);
        assert_eq!(tag("מהנדסת תוכנה, Kafka"), "he");
        assert_eq!(tag("مهندسة برمجيات"), "ar");
        assert_eq!(tag("برنامه نویس پایگاه داده"), "fa");
        assert_eq!(tag("決済システムの開発"), "ja");
        assert_eq!(tag("支付系统开发经验"), "zh");
        assert_eq!(tag("결제 시스템"), "ko");
        assert_eq!(tag("Інженер-програміст"), "uk");
        assert_eq!(tag("Инженер-программист"), "ru");
        assert_eq!(tag("Νοσηλεύτρια"), "el");
        assert_eq!(tag("Programvaruutvecklare"), "und");
    }
}
