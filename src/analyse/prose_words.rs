//! The small words by which running text is cut into asks.

/// Words after which something to know or to have is named.
pub(super) const KNOW: &[&str] = &[
    "knowledge",
    "experience",
    "understanding",
    "proficiency",
    "proficient",
    "understand",
    "know",
    "skills",
    "skill",
    "skilled",
    "familiarity",
    "familiar",
    "able",
    "ability",
    "capable",
    "confident",
    "confidence",
    "competent",
    "experienced",
    "grasp",
    "expertise",
    "versed",
    "trained",
    "kenntnisse",
    "kenntnissen",
    "erfahrung",
    "erfahrungen",
    "fahigkeit",
    "sicher",
    "vertraut",
    "versiert",
    "beherrschst",
    "beherrschen",
    "kennst",
    "kennen",
    "gefuhl",
    "fit",
    "connaissance",
    "connaissances",
    "maitrise",
    "maitrisez",
    "maitrises",
    "connaissez",
    "capacite",
    "aptitude",
    "pratiquez",
    "aise",
    "aisance",
    "experience",
    "experiencia",
    "conocimiento",
    "conocimientos",
    "dominio",
    "dominas",
    "domina",
    "manejas",
    "conoces",
    "capacidad",
    "habilidad",
    "soltura",
    "conhecimento",
    "conhecimentos",
    "dominas",
    "capacidade",
    "habilidade",
    "nocoes",
    "nociones",
    "notions",
    "conoscenza",
    "conoscenze",
    "esperienza",
    "conosci",
    "padronanza",
    "capacita",
    "dimestichezza",
    "usi",
    "kennis",
    "ervaring",
    "vermogen",
    "vaardigheid",
    "kent",
    "beheerst",
    "thuis",
    "znajomosc",
    "znajomosci",
    "doswiadczenie",
    "doswiadczenia",
    "doswiadczeniem",
    "umiejetnosc",
    "umiejetnosci",
    "znasz",
    "wiedza",
];
/// Inside an item: "dispensing of varifocals", "gestion de la terminologie".
pub(super) const OF: &[&str] = &[
    "of", "de", "du", "des", "d", "la", "l", "del", "di", "della", "dei", "do", "da", "dos", "das", "van",
    "nach", "von",
];
/// What begins a clause of its own.
pub(super) const CLAUSE: &str = "who which that where when because since so if while to as than denn weil da wenn \
    dass um qui que car parce pour si porque para pues che perche per se omdat want om \
    dat bo poniewaz aby zeby ktory ktora";
/// Subjects of a clause that are no thing to be asked for.
pub(super) const WHO: &str = "you we they he she i person candidate candidates applicant applicants post role job \
    position who sie du wir man er ihr dich dir vous tu nous on il elle candidat poste \
    usted nosotros persona candidato puesto voce nos pessoa cargo vaga lei noi candidata \
    risorsa ruolo je jij u wij kandidaat functie osoba kandydat kandydatka stanowisko \
    bewerbung stelle bewerber";
/// Too general to be asked for.
pub(super) const VAGUE: &str = "but though although whether behind become advantageous trained taught jedoch date desk \
    until isn't isnt nearly part run road place criteria close rest cosa dann jest wiesz \
    seis six people company companies team teams customers customer person things life way \
    work show exceptional opportunity level grade job jobs year years day days week us \
    others everyone jemand jemanden menschen leute personne personnes gens personas gente \
    pessoas persone mensen ludzi ludzmi mes mois industry sector secteur settore business \
    department office cv post time care";
