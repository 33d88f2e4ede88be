//! What documents call themselves, so that it is not taken for a name.

use super::fold::{fold, key};
use super::months::one_of;

/// Titles of the document, not names.
const DOCUMENT_TITLES: &[&str] = &[
    "curriculum vitae",
    "cv",
    "resume",
    "lebenslauf",
    "curriculum",
    "curriculo",
    "zyciorys",
    "bewerbung",
    "vita",
    "cover letter",
    "resumen",
    "europass",
    "europass curriculum vitae",
    "简历",
    "个人简历",
    "履歴書",
    "職務経歴書",
    "이력서",
    "резюме",
    "tabellarischer lebenslauf",
    "curriculum vitae cv",
    "beruflicher lebenslauf",
    "mein lebenslauf",
    "resume cv",
    "cv resume",
    "hoja de vida",
    "curriculum vitae europass",
    "europass lebenslauf",
    "zivotopis",
    "strukturovany zivotopis",
    "profesni zivotopis",
    "oneletrajz",
    "szakmai oneletrajz",
    "ozgecmis",
    "ansioluettelo",
    "meritforteckning",
    "levnadsbeskrivning",
    "levnedsbeskrivelse",
    "βιογραφικο",
    "βιογραφικο σημειωμα",
    "السيرة الذاتية",
    "سيرة ذاتية",
    "סיכום קורות חיים",
    "קורות חיים",
    "简历表",
    "個人簡歷",
    "履歷表",
    "履歷",
    "求职简历",
    "职務経歴書",
    "経歴書",
    "경력기술서",
    "자기소개서",
    "입사지원서",
    "автобіографія",
    "анкета",
];

/// Words between such a title and the name: "Curriculum vitae of", "Lebenslauf von".
const OF: &str = "of for von de du di van dell da av af og";

pub(super) fn is_document_title(text: &str) -> bool {
    let key = key(text);
    // "이 력 서", "L E B E N S L A U F"
    let spaced = key.split(' ').all(|word| word.chars().count() == 1);
    let bare = |title: &&str| spaced && title.replace(' ', "") == key.replace(' ', "");
    DOCUMENT_TITLES.contains(&key.as_str()) || DOCUMENT_TITLES.iter().any(bare)
}

/// "Curriculum Vitae of Ana Lima", "CV – Ana Lima": the name alone.
pub(super) fn behind_title(text: &str) -> Option<&str> {
    let cuts = text.match_indices([' ', ':', '–', '-', '|']).take_while(|(at, _)| *at <= 60);
    // The longest title: "Curriculum" stands in "Curriculum Vitae di" too.
    cuts.filter_map(|(at, _)| {
        let (title, rest) = text.split_at(at);
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ":–—-|,".contains(c));
        let (of, name) = rest.split_once(' ').unwrap_or(("", rest));
        let name = if one_of(OF, &fold(of)) && !of.is_empty() { name } else { rest };
        (is_document_title(title) && !is_document_title(text) && !name.is_empty()).then_some(name)
    })
    .last()
}
