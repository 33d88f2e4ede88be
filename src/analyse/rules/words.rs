//! Word lists of the writing rules by language; written for this project.

use crate::extract::Language;

/// The languages of these lists.
pub const ALL: &[Language] = &[
    Language::En,
    Language::De,
    Language::Fr,
    Language::Es,
    Language::Pt,
    Language::It,
    Language::Nl,
    Language::Pl,
];
pub const ENGLISH: &[Language] = &[Language::En];

pub(super) type List = &'static [&'static str];

pub(super) fn of(lists: [List; 8], language: Language) -> List {
    ALL.iter().position(|one| *one == language).map_or(&[], |at| lists[at])
}

/// Openings that say that someone was there, not what was done.
pub fn weak_openings(language: Language) -> List {
    of(
        [
            &[
                "responsible for",
                "was responsible for",
                "duties included",
                "responsibilities included",
                "helped",
                "helped with",
                "assisted with",
                "worked on",
                "worked with",
                "involved in",
                "was involved in",
                "participated in",
                "tasked with",
                "in charge of",
                "dealt with",
                "exposure to",
                "various",
                "took part in",
            ],
            &[
                "verantwortlich für",
                "zuständig für",
                "mitarbeit bei",
                "mitarbeit an",
                "mithilfe bei",
                "unterstützung bei",
                "unterstützung des",
                "unterstützung der",
                "beteiligt an",
                "beteiligung an",
                "betraut mit",
                "verschiedene",
            ],
            &[
                "responsable de",
                "chargé de",
                "chargée de",
                "en charge de",
                "participation à",
                "participation aux",
                "aide à",
                "aidé à",
                "impliqué dans",
                "divers",
                "diverses",
            ],
            &[
                "responsable de",
                "encargado de",
                "encargada de",
                "a cargo de",
                "participación en",
                "ayuda en",
                "ayudé",
                "apoyo en",
                "apoyo a",
                "diversas",
                "varias",
            ],
            &[
                "responsável por",
                "encarregado de",
                "encarregada de",
                "participação em",
                "participação na",
                "ajuda em",
                "ajuda na",
                "apoio a",
                "apoio na",
                "diversas",
                "várias",
            ],
            &[
                "responsabile di",
                "responsabile della",
                "addetto a",
                "addetta a",
                "incaricato di",
                "incaricata di",
                "partecipazione a",
                "supporto a",
                "supporto alla",
                "aiuto a",
                "varie",
            ],
            &[
                "verantwoordelijk voor",
                "betrokken bij",
                "meegewerkt aan",
                "meegeholpen",
                "ondersteuning van",
                "ondersteuning bij",
                "belast met",
                "diverse",
            ],
            &[
                "odpowiedzialny za",
                "odpowiedzialna za",
                "odpowiedzialność za",
                "udział w",
                "pomoc w",
                "pomoc przy",
                "wsparcie",
                "różne",
            ],
        ],
        language,
    )
}

/// Phrases that everyone writes.
pub fn cliches(language: Language) -> List {
    of(
        [
            &[
                "team player",
                "hard worker",
                "hardworking",
                "hard-working",
                "go-getter",
                "think outside the box",
                "outside the box",
                "results-driven",
                "results-oriented",
                "results driven",
                "detail-oriented professional",
                "self-starter",
                "dynamic professional",
                "proven track record",
                "synergy",
                "best of breed",
                "thought leader",
                "guru",
                "ninja",
                "rockstar",
                "wear many hats",
                "fast-paced environment",
                "passionate about",
                "excellent communication skills",
                "people person",
                "perfectionist",
                "go above and beyond",
            ],
            &[
                "teamplayer",
                "teamfähig und belastbar",
                "belastbar und flexibel",
                "hands-on-mentalität",
                "über den tellerrand",
                "hochmotiviert",
                "hoch motiviert",
                "ergebnisorientiert",
                "zielorientiert",
                "dynamisch",
                "proaktiv",
                "allrounder",
                "perfektionist",
                "kommunikationsstark",
            ],
            &[
                "esprit d'équipe",
                "dynamique et motivé",
                "dynamique et motivée",
                "force de proposition",
                "perfectionniste",
                "sens du relationnel",
                "goût du challenge",
                "polyvalent et dynamique",
                "rigoureux et organisé",
            ],
            &[
                "trabajo en equipo",
                "orientado a resultados",
                "orientada a resultados",
                "proactivo",
                "proactiva",
                "dinámico",
                "dinámica",
                "don de gentes",
                "perfeccionista",
                "fuera de la caja",
            ],
            &[
                "trabalho em equipe",
                "orientado a resultados",
                "orientada a resultados",
                "proativo",
                "proativa",
                "dinâmico",
                "dinâmica",
                "perfeccionista",
                "fora da caixa",
                "facilidade de aprendizado",
            ],
            &[
                "problem solving",
                "orientato ai risultati",
                "orientata ai risultati",
                "proattivo",
                "proattiva",
                "dinamico",
                "dinamica",
                "perfezionista",
                "ottime doti relazionali",
                "spirito di squadra",
            ],
            &[
                "teamplayer",
                "teamspeler",
                "resultaatgericht",
                "hands-on mentaliteit",
                "proactief",
                "dynamisch",
                "perfectionist",
                "buiten de kaders",
                "geen 9-tot-5-mentaliteit",
            ],
            &[
                "kreatywny",
                "zorientowany na cel",
                "zorientowana na cel",
                "komunikatywny",
                "komunikatywna",
                "dynamiczny",
                "dynamiczna",
                "perfekcjonista",
                "odporny na stres",
                "odporna na stres",
                "szybko się uczę",
            ],
        ],
        language,
    )
}

/// Words by which a text speaks of itself in the first person.
pub fn first_person(language: Language) -> List {
    of(
        [
            &["i", "my", "me", "myself", "i'm", "i've"],
            &["ich", "mein", "meine", "meiner", "meinem", "meinen", "mir", "mich"],
            &["je", "j", "mon", "ma", "mes", "moi"],
            &["yo", "mi", "mis"],
            &["eu", "meu", "minha", "meus", "minhas"],
            &["io", "mio", "mia", "miei", "mie"],
            &["ik", "mijn", "mij"],
            &["ja", "mój", "moja", "moje", "moich", "mnie"],
        ],
        language,
    )
}

/// Lines about references.
pub fn references(language: Language) -> List {
    of(
        [
            &[
                "references available",
                "references on request",
                "references upon request",
                "references furnished",
                "referees available",
            ],
            &["referenzen auf anfrage", "referenzen gerne auf anfrage", "zeugnisse auf anfrage"],
            &["références sur demande", "références disponibles"],
            &["referencias disponibles", "referencias a petición", "referencias bajo petición"],
            &["referências disponíveis", "referências sob consulta", "referências a pedido"],
            &["referenze su richiesta", "referenze disponibili"],
            &["referenties op aanvraag", "referenties beschikbaar"],
            &["referencje na życzenie", "referencje dostępne"],
        ],
        language,
    )
}

/// Openings of a statement of what one wants.
pub fn objectives(language: Language) -> List {
    of(
        [
            &[
                "seeking a",
                "seeking an",
                "looking for a position",
                "looking for a challenging",
                "to obtain a",
                "to obtain an",
                "my goal is",
                "objective:",
                "career objective",
                "i am looking for",
            ],
            &["ich suche", "suche eine", "auf der suche nach", "berufsziel", "mein ziel ist"],
            &[
                "à la recherche de",
                "à la recherche d'",
                "je recherche",
                "objectif professionnel",
                "mon objectif",
            ],
            &["busco un", "busco una", "en búsqueda de", "mi objetivo", "objetivo profesional"],
            &["busco uma", "em busca de", "meu objetivo", "objetivo profissional", "objetivo:"],
            &["alla ricerca di", "sono alla ricerca", "il mio obiettivo", "cerco un"],
            &["op zoek naar", "ik zoek", "mijn doel is"],
            &["poszukuję pracy", "szukam pracy", "moim celem jest", "cel zawodowy"],
        ],
        language,
    )
}
