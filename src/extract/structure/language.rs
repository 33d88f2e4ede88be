//! The language of a CV, by its script and its commonest words.

use super::fold::fold;
use super::rows::Row;
use crate::extract::Language;
use std::collections::HashMap;
use std::sync::LazyLock;

const WORDS: [(Language, &str); 8] = [
    (
        Language::En,
        "the and of in for with to at from by on as an is skills experience education present university summary",
    ),
    (
        Language::De,
        "und der die das mit von fur im bei zur zum des den ein eine seit heute sowie kenntnisse ausbildung erfahrung bis berufserfahrung sprachen",
    ),
    (
        Language::Fr,
        "et le les des du une pour dans avec sur aux par au depuis experience formation competences langues gestion la de en",
    ),
    (
        Language::Es,
        "y el los las del una para con en por al experiencia educacion idiomas habilidades formacion actualidad gestion la de como",
    ),
    (
        Language::Pt,
        "e o os as do da dos das uma para com em no na por ao experiencia formacao idiomas habilidades gestao atual de como",
    ),
    (
        Language::It,
        "e il lo gli di del della delle per con nel nella una al dal esperienza istruzione lingue competenze gestione presente formazione",
    ),
    (
        Language::Nl,
        "en de het een van voor met bij op te aan in naar ervaring opleiding talen vaardigheden heden als werkervaring",
    ),
    (
        Language::Pl,
        "i w z na do oraz od dla przez jako o doswiadczenie wyksztalcenie jezyki umiejetnosci obecnie ze zawodowe",
    ),
];

/// Words that no other language of the table has, in part by their accents.
const MARKS: [(Language, &str); 7] = [
    (Language::De, "äöüß"),
    (Language::Fr, "êèçœùû"),
    (Language::Es, "ñ¿¡"),
    (Language::Pt, "ãõ"),
    (Language::It, "ìò"),
    (Language::Pl, "ąęłśźżćń"),
    (Language::Nl, "ĳ"),
];

/// The languages (indexes into [`WORDS`]) of every word.
static SPEAKERS: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut speakers: HashMap<&'static str, Vec<usize>> = HashMap::new();
    for (index, (_, words)) in WORDS.iter().enumerate() {
        for word in words.split(' ') {
            speakers.entry(word).or_default().push(index);
        }
    }
    speakers
});

pub(super) fn language(rows: &[Row]) -> Language {
    let text = rows.iter().map(|row| row.text.as_str()).collect::<Vec<_>>().join("\n");
    let letters = text.chars().filter(|character| character.is_alphabetic()).count().max(1);
    let latin =
        text.chars().filter(|character| character.is_alphabetic() && (*character as u32) < 0x250).count();
    // Three letters of Latin say as much as one of Han.
    if (letters - latin) * 3 > latin {
        return Language::Other;
    }
    let folded = fold(&text);
    let mut scores = [0.0f32; 8];
    let mut count = 0.0f32;
    for word in folded.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty()) {
        count += 1.0;
        for index in SPEAKERS.get(word).into_iter().flatten() {
            if let Some(score) = scores.get_mut(*index) {
                *score += 1.0;
            }
        }
    }
    for character in text.chars().filter(|character| !character.is_ascii()) {
        for (language, marks) in MARKS {
            if marks.contains(character)
                && let Some(index) = WORDS.iter().position(|(known, _)| *known == language)
                && let Some(score) = scores.get_mut(index)
            {
                *score += 0.6;
            }
        }
    }
    let best = scores.iter().zip(WORDS).max_by(|a, b| a.0.total_cmp(b.0));
    match best {
        Some((score, (language, _))) if *score >= 2.0 && *score / count.max(1.0) > 0.03 => language,
        _ if latin == letters && text.is_ascii() => Language::En,
        _ => Language::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn tells_languages_apart() {
        for (text, expected) in [
            ("Led the team of engineers in charge of the platform", Language::En),
            ("Leitung der Abteilung und Einführung von Prozessen bei der Firma", Language::De),
            ("Gestion de l'équipe et mise en place des outils pour les clients", Language::Fr),
            ("Gestión del equipo y desarrollo de las herramientas para el cliente", Language::Es),
            ("Gestão da equipe e desenvolvimento das ferramentas com os clientes", Language::Pt),
            ("Gestione del team e sviluppo degli strumenti per il cliente nella sede", Language::It),
            ("Leiding van het team en ontwikkeling van de systemen voor klanten", Language::Nl),
            ("Zarządzanie zespołem oraz rozwój narzędzi dla klientów w firmie", Language::Pl),
            ("负责后端开发和数据库设计", Language::Other),
            ("Руководил командой разработки", Language::Other),
        ] {
            assert_eq!(language(&testing::rows(text)), expected, "{text}");
        }
    }
}
