//! Lengths of time, which are no dates: "2 yrs 3 mos".

use super::months::one_of;
use super::tokens::{Kind, tokens};

/// "5 years 3 months" and nothing else.
pub(super) fn is_length(text: &str) -> bool {
    let tokens = tokens(text);
    let counted = tokens.iter().any(|token| token.kind == Kind::Number);
    counted
        && tokens.iter().any(|token| is_duration(&token.word))
        && tokens.iter().all(|token| match token.kind {
            Kind::Word => {
                is_duration(&token.word) || matches!(&*token.word, "and" | "und" | "et" | "y" | "e")
            }
            _ => true,
        })
}

pub(super) fn is_duration(word: &str) -> bool {
    const UNITS: &str = "yr yrs year years mo mos month months week weeks jahr jahre jahren monat monate monaten ans an mois \
         anos ano meses mes anni anno mesi mese jaar maanden maand lat lata miesiecy miesiace года год лет мес месяц месяца месяцев \
         ar aar manad manader maned maneder vuosi vuotta kuukausi kuukautta kk rok roky let mesic mesice mesicu an ani luna luni \
         ev eve honap honapja yil ay ετοσ ετη ετων μηνασ μηνεσ рік роки років місяць місяці місяців 年 个月 ヶ月 か月 년 개월";
    one_of(UNITS, word)
}
