//! Numbers that states, insurers and banks give to a person.

use crate::text::Span;

#[rustfmt::skip]
const LABELS: &[&str] = &[
    "ni no", "n.i. no", "ni number", "passport number", "passport no", "passport", "social security number", "social security", "ssn",
    "national insurance number", "national insurance", "ni number", "nino", "nin", "driving licence no",
    "driving licence number", "driver's license no", "driver license number", "driver's license", "drivers license", "driver license",
    "driving licence", "driving license", "dl no", "d.n.i.", "n.i.e.", "n.i.f.", "c.c.", "cartão cidadão",
    "patente di guida", "patente n", "rijbewijsnummer", "nr prawa jazdy", "führerscheinnummer", "sozialvers.-nr",
    "social insurance number", "matricule", "insee", "tax number", "tax file number", "tfn no", "medicare no", "license number",
    "nhs number", "id number", "id card", "id no", "identity card", "national id", "tax id",
    "personalausweisnummer", "personalausweis-nr", "personalausweis", "ausweisnummer", "ausweis-nr",
    "reisepassnummer", "reisepass-nr", "reisepass", "sozialversicherungsnummer", "sozialversicherungs-nr",
    "sv-nummer", "sv-nr", "svnr", "rentenversicherungsnummer", "steuer-id", "steuer-identifikationsnummer",
    "steueridentifikationsnummer", "steuernummer", "ahv-nummer", "ahv-nr", "ahv", "n° de sécurité sociale",
    "numéro de sécurité sociale", "sécurité sociale", "n° sécu", "nir", "n° passeport", "passeport",
    "carte d'identité", "cni", "permis n°", "dni", "nie", "nif", "nuss", "pasaporte", "seguridad social",
    "número de contribuinte", "contribuinte", "cartão de cidadão", "cc nº", "niss", "cpf", "rg", "pis",
    "ctps", "título de eleitor", "codice fiscale", "cod. fisc.", "c.f.", "carta d'identità", "passaporto",
    "bsn", "burgerservicenummer", "paspoortnummer", "paspoort", "rijksregisternummer", "pesel", "nip",
    "dowód osobisty", "nr dowodu", "seria i numer dowodu", "paszport", "personnummer", "fødselsnummer",
    "cpr-nummer", "cpr-nr", "cpr", "henkilötunnus", "aadhaar number", "aadhaar no", "aadhaar", "aadhar",
    "pan number", "pan no", "pan card", "pan", "voter id", "ppsn", "pps number", "pps", "sin", "iban",
    "nmc pin", "matrikelnummer", "work permit no", "visa number",
    "work licence", "trade licence", "security licence", "operator licence",
    "carte nationale d'identité", "national identity card", "driver licence", "driver's licence", "drivers licence", "provisional licence", "driving permit",
    "licence no", "license no", "licence number", "lic no", "dvla", "patente", "permis de conduire", "permis",
    "permiso de conducir", "carnet de conducir", "carta de condução", "cnh", "rijbewijs", "führerschein-nr",
    "führerschein nr", "führerschein", "prawo jazdy", "körkort", "førerkort", "kørekort",
    "emirates id", "eid", "iqama", "civil id", "qid", "residence permit", "residence card", "permesso di soggiorno",
    "titre de séjour", "carte de séjour", "aufenthaltstitel", "permiso de residencia", "visa no",
    "brp", "cnic", "nric", "fin no", "passport nr", "passnummer", "passnr", "reisepass nr", "pass-nr",
    "pasaporte n", "passaporte", "paszport nr", "curp", "rfc", "nss", "imss", "clave de elector",
    "cédula", "cedula", "cédula de ciudadanía", "cédula profesional", "cuil", "cuit", "rnm", "crm",
    "oab", "coren", "crea", "nis", "nit/pis", "cns", "health card", "health card no", "ohip", "medicare",
    "medicare card", "tfn", "abn", "usi", "wwcc", "wwcc no", "working with children check", "working with children",
    "blue card", "sars", "tax reference", "tax ref", "sa id", "rsa id", "identity number", "id nr",
    "personal id", "personal number", "personal no", "personnel number", "staff number", "employee number",
    "rpps", "adeli", "n° adeli", "n° rpps", "numéro d'identité", "numéro fiscal", "n° fiscal", "numéro national",
    "registre national", "n° registre national", "numéro avs", "n° avs", "avs", "siret", "siren", "n° siret",
    "rentenversicherung", "krankenversicherungsnummer", "krankenversicherten-nr", "versichertennummer",
    "steuer-idnr", "idnr", "identifikationsnummer", "sozialversicherung", "sv-nummer", "kontonummer",
    "tessera sanitaria", "partita iva", "p.iva", "p. iva", "documento n", "dni/nie", "nif/nie",
    "número de identificación", "número de la seguridad social", "nº seguridad social", "nº afiliación",
    "número fiscal", "n.º utente", "nº utente", "cartão do cidadão", "bilhete de identidade",
    "bi nº", "segurança social", "big-nummer", "big-registratie", "agb-code", "rsin", "kvk", "kvk-nummer",
    "id-nummer", "identiteitskaart", "regon", "dowód", "legitymacja", "nr pwz", "pwz", "nr ewidencyjny",
    "uan", "pf number", "esic", "ration card", "voter id no", "epic no", "driving licence nr", "dl number",
    "pps no", "psn", "garda vetting", "teaching council", "teaching council no", "nmbi", "nmbi pin", "coru",
    "nmc", "nmc no", "nmc registration", "gmc", "gmc no", "gmc number", "hcpc", "hcpc no", "hcpc number",
    "gphc", "gphc no", "gdc", "gdc no", "sia licence", "sia license", "sia badge", "sia no", "cscs card",
    "cscs no", "ecs card", "jib card", "dbs number", "dbs certificate", "dbs no", "dbs", "trn", "teacher reference",
    "teacher reference number", "npi", "bar no", "bar number", "rn license", "ahpra",
    "ahpra no", "cpso", "fødselsnr", "personnr", "cpr nr", "henkilötunnus", "isikukood", "asmens kodas",
    "rodné číslo", "oib", "jmbg", "egn", "cnp", "tckn", "tc kimlik no", "kimlik no", "afm", "amka", "αφμ",
    "bank account", "account number", "sort code", "kontonr", "blz", "bic", "clabe", "cbu",
];

/// Words between a label and its number.
const BETWEEN: &[&str] = &[
    "no", "nr", "number", "nummer", "num", "numéro", "número", "numero", "numer", "n", "card", "is", "id",
    "de", "do",
];

pub fn labelled(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let lower = line.to_lowercase();
        // Lower case may change lengths; then only labels as written count.
        let lower = if lower.len() == line.len() { lower } else { line.to_owned() };
        for label in LABELS {
            for (at, _) in lower.match_indices(label) {
                let end = at + label.len();
                let glued = lower[..at].ends_with(char::is_alphanumeric)
                    || lower[end..].starts_with(|c: char| c.is_alphabetic());
                if let Some(span) = (!glued).then(|| value(line, end)).flatten() {
                    // A label of three letters is a word elsewhere: "pan", "nie".
                    let short = label.len() <= 3 && !line[at..end].chars().all(|c| !c.is_lowercase());
                    if !short {
                        out.push(Span::new(start + span.start, start + span.end));
                    }
                }
            }
        }
        start += line.len() + 1;
    }
    out.sort_by_key(|span| std::cmp::Reverse(span.end - span.start));
    out
}

/// How long "(NSW)" is, or "B, no." in "driving licence B, no. 208 417 563".
fn named_number(rest: &str) -> usize {
    let bracket = rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
    if let Some((inside, after)) = bracket
        && inside.chars().count() <= 16
        && !inside.chars().any(|c| c.is_ascii_digit())
    {
        return rest.len() - after.len();
    }
    [" no.", " no ", " no:", " nr.", " nr ", " nr:", " n°", " nº", " n.º", " number", " num.", " n. "]
        .iter()
        .filter_map(|mark| {
            let at = rest
                .to_lowercase()
                .find(mark)
                .filter(|at| *at <= 24 && rest.is_char_boundary(at + mark.len()))?;
            let between = rest.get(..at)?;
            let plain = !between.contains(['.', ';', '|', '\n', ':'])
                || between.trim() == ":"
                || between.ends_with("UK,");
            (plain || between.chars().count() <= 12 && !between.chars().any(|c| c.is_ascii_digit()))
                .then_some(at + mark.len())
                .filter(|_| !between.chars().any(|c| c.is_ascii_digit()))
        })
        .min()
        .unwrap_or(0)
}

/// The number after a label: capitals and digits, at least four digits.
fn value(line: &str, from: usize) -> Option<Span> {
    let mut at = from + named_number(&line[from..]);
    loop {
        let rest = &line[at..];
        let skipped = rest.len()
            - rest
                .trim_start_matches([' ', ':', '.', '#', '°', 'º', '-', '(', ')', '/', '\u{a0}', '\t'])
                .len();
        let word: String = line[at + skipped..].chars().take_while(|c| c.is_alphabetic()).collect();
        if !word.is_empty() && BETWEEN.contains(&word.to_lowercase().as_str()) {
            at += skipped + word.len();
        } else {
            at += skipped;
            break;
        }
    }
    let mut end = at;
    let mut digits = 0;
    let mut last = at;
    for (offset, c) in line[at..].char_indices() {
        let place = at + offset;
        if c.is_ascii_digit()
            || c.is_ascii_uppercase()
            || (c.is_ascii_lowercase() && digits == 0 && offset < 3)
        {
            digits += usize::from(c.is_ascii_digit());
            last = place + 1;
        } else if !" -./\u{a0}".contains(c) || line[last..place].len() > 1 {
            break;
        }
        end = place + c.len_utf8();
    }
    // "123.456.789-09 RG:": the next label is no part of it, a last letter is.
    let mut value = &line[at..last.min(end)];
    while let Some((before, word)) = value.rsplit_once(' ')
        && word.len() > 1
        && !word.chars().any(|c| c.is_ascii_digit())
    {
        value = before.trim_end();
    }
    // The first letter of the next label.
    let next = &line[at + value.len()..];
    if next.starts_with(|c: char| c.is_lowercase())
        && let Some((before, word)) = value.rsplit_once(' ')
        && word.len() == 1
    {
        value = before.trim_end();
    }
    // "12.345.678-Z", "12345678 9 ZZ4": check letters belong to it.
    let rest = &line[at + value.len()..];
    let check = rest.trim_start_matches(['-', ' ', '.']);
    let gap = rest.len() - check.len();
    let tail = check.chars().take_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit()).count();
    let digit = check[..tail].chars().any(|c| c.is_ascii_digit());
    let whole = !check[tail..].starts_with(|c: char| c.is_alphanumeric() || c == ':');
    if gap == 1
        && whole
        && ((tail == 1 && !rest.starts_with(' '))
            || (tail == 3 && digit)
            || tail == 2 && !digit && value.starts_with(|c: char| c.is_ascii_uppercase()))
    {
        value = &line[at..at + value.len() + gap + tail];
    }
    let span = Span::new(at, at + value.len());
    // "passport 2019" is a year, "ID card valid" has no number.
    // Also behind a class: "permis B 2014".
    let last: String =
        span.of(line).rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default().to_owned();
    let year = digits == 4 && last.parse().is_ok_and(|year: u32| (1950..=2039).contains(&year));
    // "X4RTBPFW4": letters and figures of one word.
    let word = span.of(line);
    let mixed =
        digits >= 2 && word.len() >= 8 && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    ((digits >= 4 || mixed) && !year && !line[span.end..].starts_with(|c: char| c.is_lowercase()))
        .then_some(span)
}

/// Numbers whose shape, and where there is one whose check digit, says what
/// they are.
pub fn shaped(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let inside = |c: char| c.is_ascii_alphanumeric() || "-./".contains(c);
    let mut start = 0;
    for (end, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if inside(c) {
            continue;
        }
        let token = text[start..end].trim_end_matches(['.', '-', '/']);
        if is_number_of_person(token) {
            out.push(Span::new(start, start + token.len()));
        }
        start = end + c.len_utf8();
    }
    out
}

fn is_number_of_person(token: &str) -> bool {
    let shape: String = token
        .chars()
        .map(|c| match c {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            c => c,
        })
        .collect();
    let digits: Vec<u32> = token.chars().filter_map(|c| c.to_digit(10)).collect();
    match shape.as_str() {
        // US social security, Brazilian CPF, Swiss AHV, Italian codice fiscale.
        "999-99-9999" | "999.999.999-99" => true,
        "999.9999.9999.99" => token.starts_with("756"),
        "AAAAAA99A99A999A" => true,
        // Mexican population and tax keys, and an Emirates identity.
        "AAAA999999AAAAAA99" | "AAAA999999AAAAAAA9" | "AAAA999999AA9" | "AAAA999999AAA" | "AAAA9999999A9"
        | "AAAA999999999" => true,
        "999-9999-9999999-9" => token.starts_with("784"),
        // British national insurance.
        "AA999999A" => !token.starts_with(['D', 'F', 'I', 'Q', 'U', 'V']),
        // Spanish DNI and NIE: the letter is a remainder.
        "99999999A" | "99999999-A" | "A9999999A" | "A-9999999-A" => spanish(token),
        "99999999999" => pesel(&digits),
        // Swedish and Danish: a date, then four digits.
        "999999-9999" | "99999999-9999" => nordic(&digits),
        _ => false,
    }
}

fn spanish(token: &str) -> bool {
    let letters = "TRWAGMYFPDXBNJZSQVHLCKE";
    let plain = token.replace('-', "");
    let number = plain.replacen('X', "0", 1).replacen('Y', "1", 1).replacen('Z', "2", 1);
    let body = if plain.starts_with(['X', 'Y', 'Z']) { number } else { plain.clone() };
    let check = plain.chars().last();
    let value = body.get(..8).and_then(|digits| digits.parse::<usize>().ok());
    value.is_some_and(|value| letters.chars().nth(value % 23) == check)
}

fn pesel(digits: &[u32]) -> bool {
    let weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
    let month = digits[2] * 10 + digits[3];
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 10 == 0
        && (1..=12).contains(&(month % 20))
        && digits.iter().any(|digit| *digit != 0)
}

fn nordic(digits: &[u32]) -> bool {
    let digits = &digits[digits.len() - 10..];
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    let swedish = (1..=12).contains(&pair(2)) && (1..=31).contains(&pair(4));
    let danish = (1..=31).contains(&pair(0)) && (1..=12).contains(&pair(2));
    swedish || danish
}
