//! Words around and inside names.

/// Labels before a name.
#[rustfmt::skip]
pub const LABELS: &[&str] = &[
    "name", "full name", "nom", "prénom", "nom et prénom", "nombre", "nombre y apellidos", "nome",
    "nome completo", "nome e cognome", "cognome", "naam", "voornaam", "achternaam", "imię i nazwisko",
    "imię", "nazwisko", "vorname", "nachname", "vor- und nachname", "first name", "last name", "surname",
    "apellidos", "namn", "navn", "candidate", "cognome e nome", "nome e apelido", "apellidos y nombre", "nom prénom", "naam en voornaam",
    "name, vorname", "nachname, vorname", "nazwisko i imię", "nimi",
];

/// What stands above a name.
#[rustfmt::skip]
pub const HEADINGS: &[&str] = &[
    "cv", "c.v.", "resume", "curriculum vitae", "curriculum", "lebenslauf", "tabellarischer lebenslauf",
    "personal", "personliche daten", "contact", "kontakt", "curriculo", "hoja de vida", "levensloop",
    "zyciorys", "profil", "personalia", "bewerbung",
];

/// Parts that nobody is known by alone.
pub const PARTICLES: &[&str] = &[
    "van", "von", "de", "der", "den", "da", "das", "do", "dos", "du", "del", "della", "di", "la", "le", "el",
    "al", "bin", "binti", "ibn", "y", "e", "zu", "zum", "ter", "ten", "af", "av", "st", "o", "mc", "d", "of",
    "freifrau", "freiherr", "graf", "gräfin", "baronin", "degli", "dei", "ap", "ab",
];

/// Titles before and letters after a name.
#[rustfmt::skip]
pub const TITLES: &[&str] = &[
    "dr", "prof", "mr", "mrs", "ms", "miss", "mx", "herr", "frau", "m", "mme", "mlle", "sr", "sra", "srta",
    "sig", "dipl", "ing", "mag", "mgr", "inż", "dott", "drs", "ir", "phd", "md", "rn", "mba", "msc", "bsc",
    "ba", "ma", "llm", "llb", "cpa", "pmp", "cfa", "med", "rer", "nat", "jr", "ii", "iii", "beng", "meng",
    "fcca", "acca", "cv", "resume", "résumé", "curriculum", "vitae", "lebenslauf", "esq", "dipl.-ing",
    "bed", "pgce", "rgn", "vet", "pe", "ssa", "hc", "habil", "agr", "oec", "jur", "phil", "pharm", "univ",
];

/// Names that are words, months, places or employers as well: alone they are
/// masked in the head only, or after a salutation.
#[rustfmt::skip]
pub const WORDS: &[&str] = &[
    "may", "april", "june", "august", "mai", "juni", "mark", "will", "grant", "rose", "grace", "hope",
    "faith", "joy", "summer", "autumn", "dawn", "ivy", "lily", "daisy", "violet", "olive", "ruby", "pearl",
    "amber", "jade", "crystal", "art", "bill", "bob", "drew", "frank", "gene", "jack", "pat", "rob", "sue",
    "chase", "pierce", "miles", "rich", "guy", "ray", "skip", "rusty", "baker", "cook", "smith", "miller",
    "taylor", "carter", "mason", "fisher", "hunter", "gardener", "gardner", "shepherd", "porter", "butler",
    "clark", "clerk", "potter", "weaver", "turner", "walker", "parker", "cooper", "sawyer", "tanner",
    "thatcher", "wright", "fuller", "barber", "sailor", "page", "dean", "bishop", "king", "knight",
    "abbott", "judge", "marshall", "chancellor", "constable", "sergeant", "major", "white", "black",
    "brown", "green", "gray", "grey", "gold", "silver", "young", "long", "short", "strong", "wise", "good",
    "best", "sharp", "bright", "swift", "small", "little", "hill", "wood", "woods", "field", "fields",
    "stone", "brook", "brooks", "rivers", "lake", "forest", "park", "parks", "banks", "bank", "church",
    "temple", "castle", "bridge", "bridges", "hall", "house", "mills", "day", "week", "winter", "winters",
    "love", "power", "powers", "price", "cash", "sales", "case", "law", "laws", "bell", "ball", "cross",
    "field", "ford", "lincoln", "washington", "jackson", "madison", "hamilton", "houston", "dallas",
    "austin", "paris", "london", "sydney", "florence", "chester", "york", "chelsea", "brooklyn", "jordan",
    "israel", "kent", "lancaster", "bolton", "preston", "koch", "bauer", "schneider", "schmidt", "weber",
    "fischer", "meister", "richter", "kaiser", "könig", "schäfer", "zimmermann", "müller", "becker",
    "lehrer", "berger", "berlin", "hamburg", "wien", "klein", "gross", "groß", "lang", "jung", "neu",
    "weiß", "schwarz", "braun", "stein", "wolf", "fuchs", "vogel", "sommer", "herbst", "frei", "marie",
    "boulanger", "boucher", "berger", "leroy", "roy", "petit", "grand", "legrand", "blanc", "noir", "roux",
    "fleur", "france", "santiago", "cruz", "león", "leon", "rey", "reyes", "flores", "campos", "iglesias",
    "torres", "ríos", "rios", "rubio", "bravo", "delgado", "rosa", "maria", "santos", "silva", "costa",
    "ferreira", "oliveira", "lima", "sousa", "pinto", "rocha", "ferrari", "fabbri", "rossi", "russo",
    "conti", "bianchi", "romano", "roma", "visser", "bakker", "smit", "meijer", "mulder", "kuiper", "boer",
    "bos", "berg", "dijk", "kowal", "lis", "wilk", "zając", "wójcik", "sikora", "kozioł", "stern", "star",
    "ace", "chance", "max", "min", "norm", "an", "so", "do", "to", "he", "li", "ng", "bo", "jo", "lo",
    "man", "van", "sun", "moon", "song", "long", "wing", "sterling", "royal", "noble", "reading", "bath",
    "sales", "manning", "golden", "newman", "new", "old", "west", "east", "north", "south", "pope",
    "singer", "dancer", "driver", "farmer", "harper", "piper", "archer", "bowman", "chandler", "spencer",
    "steward", "stewart", "duke", "earl", "baron", "prince", "lord", "nurse", "ward", "wards",
];

/// Words after which a single part is somebody's name.
pub const BEFORE: &[&str] =
    &["dear", "hi", "hello", "regards", "sincerely", "contact", "mr", "mrs", "ms", "herr", "frau"];
