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
    "aleje", "os.", "osiedle", "contrada", "c.da", "località", "loc.", "frazione", "fraz.", "rotonda", "cra.",
    "carrera", "cll.", "transversal", "diagonal", "jirón", "jr.", "privada", "calzada", "blvd.", "prolongación",
    "autopista", "circuito", "andador", "cerrada", "urbanización", "urb.", "conjunto", "lungomare", "salita",
    "piazzetta", "largo", "rampa", "calçada", "azinhaga", "ladeira", "servidão", "lieu-dit", "esplanade",
    "rond-point", "venelle", "cité", "clos", "faubourg", "montée", "traverse", "résidence", "hameau", "drève",
    "rambla", "passeig", "avinguda", "plaça", "kneza", "strada", "šaltinių", "jalan", "jln", "soi", "plac", "pl", "rynek", "am", "an", "im", "auf", "unter", "zum", "zur",
];

/// Of these, the ones that are ordinary words: they need a number behind them.
pub const WEAK_STARTS: &[&str] = &[
    "am",
    "an",
    "im",
    "auf",
    "unter",
    "zum",
    "zur",
    "place",
    "via",
    "villa",
    "square",
    "cours",
    "route",
    "passage",
    "pl",
    "c.",
    "largo",
    "al.",
    "ul",
    "r.",
    "strada",
    "quinta",
    "loc.",
    "cité",
    "clos",
    "traverse",
    "circuito",
    "conjunto",
    "diagonal",
    "transversal",
    "soi",
    "jr.",
    "esplanade",
    "rotonda",
    "rampa",
    "carrera",
    "privada",
    "urb.",
    "autopista",
];

/// English words that end a street, after a number.
#[rustfmt::skip]
pub const STREET_WORDS: &[&str] = &[
    "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "dr", "close", "court", "ct",
    "crescent", "cres", "way", "place", "pl", "terrace", "gardens", "grove", "square", "sq", "boulevard",
    "blvd", "parkway", "pkwy", "circle", "cir", "hill", "row", "mews", "walk", "highway", "hwy", "nagar",
    "marg", "colony", "park", "rise", "quay", "view", "green", "gate", "layout", "cross", "main", "block",
    "sector", "trail", "loop", "alley", "wharf", "esplanade", "esp", "parade", "pde", "tce", "cct", "circuit",
    "grange", "heights", "meadows", "meadow", "drove", "strand", "vale", "dale", "end", "fields", "croft",
    "brae", "wynd", "loan", "link", "path", "pike", "plaza", "plz", "promenade", "bend", "cove", "run",
    "ridge", "point", "landing", "crossing", "pass", "trce", "mount", "bank", "side", "yard", "enclave",
    "phase", "extension", "stage", "chowk", "bazaar", "salai", "veedhi", "peth",
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
    "villa", "tower", "block", "blk", "lot", "level", "penthouse", "studio", "shop", "flat", "house", "plot", "door", "suite", "apt", "apto", "bldg", "h.no.", "h.no", "apartment", "apt", "apt.", "unit", "no.", "room",
    "hno",
];

/// Words of houses that have a name in the place of a number.
#[rustfmt::skip]
pub const BUILDINGS: &[&str] = &[
    "résidence", "résidences", "residenz", "residencia", "residence", "residency", "edificio", "edifício",
    "immeuble", "bâtiment", "condominio", "condomínio", "palazzo", "cascina", "masseria", "apartments",
    "house", "cottage", "lodge", "farm", "court", "mansions", "tower", "towers", "heights", "villas", "villa",
    "bungalow", "manor", "barn", "mill", "chalet", "mas", "finca", "cortijo", "herdade", "monte", "colonia",
    "col.", "fraccionamiento", "fracc.", "barrio", "bairro", "urbanización", "urb.", "society", "chambers",
    "enclave", "complex", "gardens", "flats", "appartement", "huis", "hoeve", "gut", "schloss",
];

/// Small words inside names of streets and towns.
pub const SMALL: &[&str] = &[
    "de", "du", "des", "la", "le", "les", "l", "d", "del", "los", "las", "el", "da", "do", "dos", "das",
    "di", "della", "dei", "delle", "degli", "van", "der", "den", "het", "'t", "von", "am", "an", "im", "in",
    "a", "y", "e", "i", "ob", "bei", "zu", "upon", "of", "the", "sur", "sous", "en", "aux", "au", "saint",
    "und", "et",
];
