//! Words of streets and flats, in the languages of the rules.

/// Ends of words that are streets, before a number.
pub const STREET_ENDS: &[&str] = &[
    "straße", "strasse", "str.", "str", "weg", "platz", "allee", "gasse", "ring", "damm", "ufer", "chaussee",
    "steig", "stieg", "pfad", "graben", "markt", "straat", "laan", "plein", "kade", "singel", "dijk",
    "gracht", "dreef", "hof", "steeg", "gatan", "vägen", "gränd", "stigen", "vej", "gade", "stræde", "allé",
    "veien", "vegen", "gata", "katu", "tie", "berg", "twiete", "wiese", "wall",
];

/// Words that are such ends alone but no street inside another word.
pub const SHORT_ENDS: &[&str] = &["ring", "tie", "hof", "berg", "str", "wall", "markt", "weg"];

/// Words that begin a street.
#[rustfmt::skip]
pub const STREET_STARTS: &[&str] = &[
    "rue", "avenue", "av", "av.", "ave", "ave.", "boulevard", "bd", "bd.", "bld", "chemin", "place",
    "allée", "allee", "impasse", "quai", "cours", "route", "square", "passage", "villa", "sentier",
    "résidence", "calle", "c/", "c.", "avda", "avda.", "avenida", "paseo", "plaza", "pza.", "pl.", "camino",
    "ronda", "carrer", "travesía", "glorieta", "rua", "r.", "travessa", "tv.", "praça", "largo", "alameda",
    "estrada", "rodovia", "beco", "quinta", "praceta", "via", "viale", "v.le", "corso", "c.so", "piazza",
    "p.zza", "piazzale", "vicolo", "strada", "lungotevere", "borgo", "ul.", "ul", "ulica", "al.", "aleja",
    "aleje", "os.", "osiedle", "plac", "pl", "rynek", "am", "an", "im", "auf", "unter", "zum", "zur",
];

/// Of these, the ones that are ordinary words: they need a number behind them.
pub const WEAK_STARTS: &[&str] = &[
    "am", "an", "im", "auf", "unter", "zum", "zur", "place", "via", "villa", "square", "cours", "route",
    "passage", "pl", "c.", "largo", "al.", "ul", "r.", "strada", "quinta",
];

/// English words that end a street, after a number.
#[rustfmt::skip]
pub const STREET_WORDS: &[&str] = &[
    "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "dr", "close", "court", "ct",
    "crescent", "cres", "way", "place", "pl", "terrace", "gardens", "grove", "square", "sq", "boulevard",
    "blvd", "parkway", "pkwy", "circle", "cir", "hill", "row", "mews", "walk", "highway", "hwy", "nagar",
    "marg", "colony", "park", "rise", "quay", "view", "green", "gate", "layout", "cross", "main", "block",
    "sector", "trail", "loop", "alley", "wharf",
];

/// Words of a flat, with a number or letter behind or before them.
#[rustfmt::skip]
pub const FLAT_WORDS: &[&str] = &[
    "apt", "apt.", "apartment", "flat", "unit", "suite", "ste", "ste.", "room", "floor", "fl", "#", "apto",
    "apto.", "ap", "ap.", "piso", "puerta", "pta", "pta.", "esc", "esc.", "dcha", "dcha.", "izda", "izda.", "izq", "izq.", "snc", "bajo", "dto", "dto.", "esq",
    "esq.", "andar", "sala", "bloco", "bl", "bl.", "int.", "int", "interno", "scala", "m.", "m", "bus",
    "bte", "bis", "ter", "bât", "bât.", "bâtiment", "appt", "appt.", "étage", "top", "stiege", "tür",
    "wohnung", "whg", "whg.", "lgh", "tv", "th", "st.", "sal", "r/c", "rés", "hinterhaus", "stock", "og",
    "eg",
];

#[rustfmt::skip]
pub const FLAT_STARTS: &[&str] = &[
    "flat", "house", "plot", "door", "h.no.", "h.no", "apartment", "apt", "apt.", "unit", "no.", "room",
    "hno",
];

/// Small words inside names of streets and towns.
pub const SMALL: &[&str] = &[
    "de", "du", "des", "la", "le", "les", "l", "d", "del", "los", "las", "el", "da", "do", "dos", "das",
    "di", "della", "dei", "delle", "degli", "van", "der", "den", "het", "'t", "von", "am", "an", "im", "in",
    "a", "y", "e", "i", "ob", "bei", "zu", "upon", "of", "the", "sur", "sous", "en", "aux", "au", "saint",
    "und", "et",
];
