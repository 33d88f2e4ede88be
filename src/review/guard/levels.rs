//! Languages and how well somebody speaks them.

use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};
use crate::text::Span;

#[rustfmt::skip]
const LANGUAGES: &[&[&str]] = &[
    &["english", "englisch", "englischkenntnisse", "anglais", "inglés", "inglês", "inglese", "engels", "angielski"],
    &["german", "deutsch", "deutschkenntnisse", "allemand", "alemán", "alemão", "tedesco", "duits", "niemiecki"],
    &["french", "französisch", "französischkenntnisse", "français", "francés", "francês", "francese", "frans", "francuski"],
    &["spanish", "spanisch", "spanischkenntnisse", "espagnol", "español", "castellano", "espanhol", "spagnolo", "spaans", "hiszpański"],
    &["portuguese", "portugiesisch", "portugiesischkenntnisse", "portugais", "portugués", "português", "portoghese", "portugees", "portugalski"],
    &["italian", "italienisch", "italienischkenntnisse", "italien", "italiano", "italiaans", "włoski"],
    &["dutch", "niederländisch", "niederländischkenntnisse", "holländisch", "néerlandais", "neerlandés", "holandês", "olandese", "nederlands", "niderlandzki"],
    &["polish", "polnisch", "polnischkenntnisse", "polonais", "polaco", "polonês", "polacco", "pools", "polski"],
    &["russian", "russisch", "russischkenntnisse", "russe", "ruso", "russo", "rosyjski", "rosyjskiego"],
    &["ukrainian", "ukrainisch", "ukraiński", "ukraińskiego", "ucraniano", "ukrainien", "ucraino", "oekraïens"],
    &["basque", "euskera", "baskisch"], &["galician", "gallego"], &["frisian", "fries", "friesisch"],
    &["gaelic"], &["sign language", "gebärdensprache"], &["luxembourgish", "luxemburgisch"],
    &["czech", "tschechisch"], &["slovak"], &["hungarian"], &["romanian"], &["bulgarian"], &["greek"],
    &["turkish", "türkisch", "türkischkenntnisse"], &["arabic", "arabisch", "arabe", "árabe", "arabo"], &["hebrew"], &["hindi"],
    &["urdu"], &["bengali"], &["punjabi"], &["tamil"], &["gujarati"], &["farsi", "persian"],
    &["mandarin", "chinese", "cantonese", "chinesisch", "chinois", "chino", "chinês", "cinese"],
    &["japanese", "japanisch", "japonais", "japonés", "japonês", "giapponese"], &["korean"],
    &["swedish", "schwedisch"], &["danish"], &["norwegian"], &["finnish"], &["swahili"], &["catalan"],
    &["croatian"], &["serbian"], &["lithuanian"], &["latvian"], &["estonian"], &["vietnamese"], &["thai"],
    &["tagalog"], &["welsh"], &["irish"],
    &["shona"], &["zulu"], &["xhosa"], &["afrikaans"], &["yoruba"], &["igbo"], &["hausa"], &["amharic"], &["somali"], &["malay"],
    &["indonesian"], &["nepali"], &["sinhala"], &["pashto"], &["kurdish"], &["albanian"], &["slovenian"], &["bosnian"],
    &["macedonian"], &["maltese"], &["icelandic"], &["marathi"], &["telugu"], &["malayalam"], &["twi"], &["māori"], &["maori"],
];

/// Levels and the range on a scale from A1 = 1 to native = 7 that they may mean.
#[rustfmt::skip]
const LEVELS: &[(&[&str], u8, u8)] = &[
    (&["native"], 7, 7), (&["mother", "tongue"], 7, 7), (&["muttersprache"], 7, 7),
    (&["langue", "maternelle"], 7, 7), (&["lengua", "materna"], 7, 7), (&["nativo"], 7, 7),
    (&["língua", "materna"], 7, 7), (&["madrelingua"], 7, 7), (&["moedertaal"], 7, 7),
    (&["ojczysty"], 7, 7), (&["bilingual"], 7, 7), (&["first", "language"], 7, 7), (&["first", "languages"], 7, 7),
    (&["near", "native"], 6, 6), (&["c2"], 6, 6), (&["proficient"], 5, 6),
    (&["full", "professional", "proficiency"], 5, 6), (&["verhandlungssicher"], 5, 6),
    (&["verhandlungssicheres"], 5, 6), (&["business", "fluent"], 5, 6), (&["fluent"], 5, 6),
    (&["fluently"], 5, 6), (&["fließend"], 5, 6), (&["fließendes"], 5, 6), (&["courant"], 5, 6),
    (&["fluido"], 5, 6), (&["fluente"], 5, 6), (&["fluent", "in"], 5, 6), (&["vloeiend"], 5, 6),
    (&["biegły"], 5, 6), (&["biegła"], 5, 6), (&["komunikatywny"], 2, 4), (&["komunikatywna"], 2, 4),
    (&["komunikatywnie"], 2, 4), (&["podstawowy"], 1, 2), (&["średniozaawansowany"], 3, 4),
    (&["zaawansowany"], 5, 5), (&["intermédio"], 3, 4), (&["intermediário"], 3, 4), (&["basis"], 1, 2),
    (&["basiskennis"], 1, 2), (&["goed"], 3, 4), (&["goede"], 3, 4), (&["bon"], 3, 4), (&["buono"], 3, 4),
    (&["scolastico"], 1, 2), (&["scolaire"], 1, 2), (&["bueno"], 3, 4), (&["bom"], 3, 4),
    (&["grundlagen"], 1, 2), (&["native", "speaker"], 7, 7), (&["nativa"], 7, 7), (&["native-level"], 6, 7),
    (&["beginners"], 1, 1), (&["moderate"], 2, 3), (&["excellent"], 5, 6), (&["perfect"], 6, 7), (&["biegle"], 5, 6), (&["c1"], 5, 5), (&["advanced"], 5, 5), (&["avancé"], 5, 5),
    (&["avanzado"], 5, 5), (&["avançado"], 5, 5), (&["avanzato"], 5, 5), (&["upper", "intermediate"], 4, 4),
    (&["b2"], 4, 4), (&["good"], 3, 4), (&["gut"], 3, 4), (&["gute"], 3, 4), (&["very", "good"], 4, 5),
    (&["sehr", "gut"], 4, 5), (&["sehr", "gute"], 4, 5), (&["professional", "working"], 4, 4),
    (&["working", "knowledge"], 3, 4), (&["business", "level"], 4, 5), (&["business"], 4, 5),
    (&["working", "proficiency"], 3, 4), (&["redelijk"], 2, 4), (&["matig"], 1, 3), (&["discreto"], 2, 4),
    (&["ordentlich"], 3, 4), (&["correct"], 2, 4), (&["dobry"], 3, 4), (&["dobra"], 3, 4), (&["dobrze"], 3, 4),
    (&["płynny"], 5, 6), (&["płynnie"], 5, 6), (&["słaby"], 1, 2), (&["débutant"], 1, 1), (&["élémentaire"], 1, 2), (&["elementare"], 1, 2), (&["elemental"], 1, 2),
    (&["podstawowym"], 1, 2), (&["podstawowa"], 1, 2), (&["nociones"], 1, 2), (&["noções"], 1, 2), (&["nozioni"], 1, 2),
    (&["beginselen"], 1, 2), (&["little"], 1, 2), (&["algo"], 1, 2), (&["un", "poco"], 1, 2), (&["un", "peu"], 1, 2),
    (&["um", "pouco"], 1, 2), (&["un", "po"], 1, 2), (&["een", "beetje"], 1, 2), (&["enig"], 1, 2), (&["trochę"], 1, 2),
    (&["etwas"], 1, 2), (&["voldoende"], 2, 4), (&["ottimo"], 5, 6), (&["ottima"], 5, 6), (&["muy", "bueno"], 4, 5),
    (&["très", "bon"], 4, 5), (&["uitstekend"], 5, 6), (&["at", "school"], 1, 2), (&["working"], 3, 4), (&["principiante"], 1, 1),
    (&["anfänger"], 1, 1), (&["iniciante"], 1, 1), (&["podstawy"], 1, 2),
    (&["spoken", "well"], 3, 5), (&["parlé"], 2, 5), (&["couramment"], 5, 6),
    (&["materna"], 7, 7), (&["maternelle"], 7, 7), (&["ojczysta"], 7, 7), (&["schulkenntnisse"], 1, 2),
    (&["alltagssprachlich"], 2, 3), (&["rudimentary"], 1, 1), (&["fair"], 2, 3), (&["limited"], 1, 2), (&["intermediate"], 3, 4), (&["b1"], 3, 3), (&["intermédiaire"], 3, 4),
    (&["intermedio"], 3, 4), (&["conversational"], 2, 3), (&["limited", "working"], 2, 3),
    (&["everyday"], 2, 3), (&["a2"], 2, 2), (&["basic"], 1, 2), (&["basics"], 1, 2),
    (&["grundkenntnisse"], 1, 2), (&["elementary"], 1, 2), (&["notions"], 1, 2), (&["básico"], 1, 2),
    (&["base"], 1, 2), (&["some"], 1, 1), (&["reading"], 1, 2), (&["medio"], 3, 4), (&["média"], 3, 4), (&["a1"], 1, 1), (&["beginner"], 1, 1),
];

/// Countries whose people and things have the name of the language.
#[rustfmt::skip]
const COUNTRIES: &[(&str, &[&str])] = &[
    ("english", &["england", "uk", "britain"]), ("german", &["germany", "deutschland"]),
    ("french", &["france", "frankreich"]), ("spanish", &["spain", "españa"]), ("portuguese", &["portugal"]),
    ("italian", &["italy", "italia"]), ("dutch", &["netherlands", "holland"]),
    ("polish", &["poland", "polska"]), ("russian", &["russia"]), ("ukrainian", &["ukraine"]),
    ("czech", &["czechia", "prague"]), ("hungarian", &["hungary"]), ("romanian", &["romania"]),
    ("bulgarian", &["bulgaria"]), ("greek", &["greece"]), ("turkish", &["turkey", "türkiye"]),
    ("hindi", &["india"]), ("mandarin", &["china"]), ("japanese", &["japan"]), ("korean", &["korea"]),
    ("swedish", &["sweden"]), ("danish", &["denmark"]), ("norwegian", &["norway"]),
    ("finnish", &["finland"]), ("welsh", &["wales"]), ("irish", &["ireland"]),
];

struct Spoken {
    language: usize,
    span: Span,
    at: usize,
    level: Option<(u8, u8, Span, std::ops::Range<usize>)>,
}

fn spoken(words: &[Word], of_cv: bool) -> Vec<Spoken> {
    let found: Vec<(usize, usize)> = (0..words.len())
        .filter_map(|at| {
            let low = words[at].low.as_str();
            let language = LANGUAGES.iter().position(|names| names.contains(&low))?;
            // Other languages than English write them small.
            let foreign = of_cv && LANGUAGES[language][0] != low;
            (words[at].capital() || foreign)
                .then_some((at, language))
                .or(Some((at, language)).filter(|_| at > 0 && level_near(words, at)))
        })
        .collect();
    found
        .iter()
        .map(|(at, language)| Spoken {
            language: *language,
            span: words[*at].span,
            at: *at,
            level: level(words, *at, &found),
        })
        .collect()
}

/// Whether a word stands beside the name of a language: "Irish speaker".
pub(super) fn near_language(words: &[Word], at: usize) -> bool {
    words[at.saturating_sub(2)..(at + 3).min(words.len())]
        .iter()
        .any(|word| LANGUAGES.iter().any(|names| names.contains(&word.low.as_str())))
}

fn level_near(words: &[Word], at: usize) -> bool {
    (at.saturating_sub(2)..(at + 3).min(words.len())).any(|i| level_at(words, i).is_some())
}

fn level_at(words: &[Word], at: usize) -> Option<(u8, u8, usize)> {
    LEVELS
        .iter()
        .filter(|(names, ..)| {
            names.len() <= words.len() - at
                && names.iter().zip(&words[at..]).all(|(name, word)| *name == word.low)
        })
        .max_by_key(|(names, ..)| names.len())
        .map(|(names, low, high)| (*low, *high, names.len()))
}

/// The level right after the language, else the one before it, else the level
/// that a whole list shares.
fn level(
    words: &[Word],
    at: usize,
    all: &[(usize, usize)],
) -> Option<(u8, u8, Span, std::ops::Range<usize>)> {
    let result = |i: usize| {
        level_at(words, i).map(|(low, high, count)| {
            (low, high, Span::new(words[i].span.start, words[i + count - 1].span.end), i..i + count)
        })
    };
    // "native Swedish and C1 English": the level stands before, and is not the
    // one behind the language before it.
    for count in 1..=3.min(at) {
        let from = at - count;
        let beside = words[at - 1].after == " "
            && !words[from..at].iter().any(|word| word.after.contains([',', ';', '\n', '/', '|']));
        let of_other =
            from > 0 && all.iter().any(|(other, _)| *other == from - 1) && words[from - 1].after == " ";
        if beside
            && !of_other
            && let Some(found) = result(from).filter(|found| found.3.end == at)
        {
            return Some(found);
        }
    }
    for i in at + 1..(at + 5).min(words.len()) {
        if words[i - 1].after.contains(['\n', ';', '|', '•']) || all.iter().any(|(other, _)| *other == i) {
            break;
        }
        // A comma ends it, except right behind the language, "German, C1", or in
        // brackets, "Swedish (mother's side, good)".
        let open = words[at].after.contains('(') && !words[at..i].iter().any(|word| word.after.contains(')'));
        if words[i - 1].after.contains([',', '.']) && i > at + 1 && !open {
            break;
        }
        if let Some(found) = result(i) {
            // "German, fluent French": the level belongs to what follows.
            let next = found.3.end;
            let follows = words[next - 1].after == " " && all.iter().any(|(other, _)| *other == next);
            if !follows {
                return Some(found);
            }
        }
    }
    for i in (at.saturating_sub(6)..at).rev() {
        if words[i].after.contains(['\n', ';', '|', '.', ')']) {
            break;
        }
        if let Some(found) = result(i).filter(|found| found.3.end <= at) {
            return Some(found);
        }
    }
    None
}

pub(super) fn check(source: &Source, words: &[Word], claims: &mut Claims) {
    let known = spoken(&source.words, true);
    for spoken in spoken(words, false) {
        let of_language: Vec<&Spoken> =
            known.iter().filter(|other| other.language == spoken.language).collect();
        claims.take(spoken.at..spoken.at + 1);
        // "Polish suppliers" for "suppliers in Poland".
        if of_language.is_empty()
            && spoken.level.is_none()
            && let Some((_, countries)) =
                COUNTRIES.iter().find(|(name, _)| *name == LANGUAGES[spoken.language][0])
            && let Some(word) = source.words.iter().find(|word| countries.contains(&word.low.as_str()))
        {
            claims.trace(spoken.span, word.span);
            continue;
        }
        let Some(first) = of_language.first() else {
            claims.flag(spoken.span, ClaimKind::LanguageLevel, "is a language that your CV does not name.");
            continue;
        };
        claims.trace(spoken.span, first.span);
        let Some((low, high, span, range)) = spoken.level else { continue };
        // "good" and "basic" beside a language are levels, elsewhere words.
        let fits = of_language
            .iter()
            .find(|other| other.level.as_ref().is_some_and(|(from, to, ..)| low <= *to && *from <= high));
        match fits {
            Some(found) => {
                let cv_span = found.level.as_ref().map_or(found.span, |level| level.2);
                claims.trace(span, cv_span);
            }
            // The lowest level is never too much.
            None if high <= 2 => {}
            None => claims.flag(
                span,
                ClaimKind::LanguageLevel,
                "is not the level that your CV gives for this language.",
            ),
        }
        claims.take(range);
    }
}
