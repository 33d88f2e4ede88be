//! Which lines of a CV speak of the person rather than of work: the head, a
//! block under a heading for it, and what stands beside an e-mail address.

use crate::extract::{Resume, SectionKind};
use crate::text::Span;

pub struct Lines {
    /// Every line, without its line end, and whether it is a personal one.
    pub all: Vec<(Span, bool)>,
}

/// Headings of personal details, in the languages that rules speak.
#[rustfmt::skip]
const PERSONAL: &[&str] = &[
    "contact", "contacts", "contact details", "contact information", "personal", "personal details",
    "personal data", "personal information", "personal info", "details", "kontakt", "kontaktdaten",
    "persönliche daten", "persönliches", "persönliche angaben", "angaben zur person", "zur person",
    "coordonnées", "informations personnelles", "état civil", "contacto", "contactos", "datos personales",
    "datos de contacto", "información personal", "dados pessoais", "contato", "informação pessoal",
    "informações pessoais", "contatti", "dati personali", "informazioni personali", "recapiti",
    "persoonlijke gegevens", "personalia", "contactgegevens", "gegevens", "dane osobowe", "dane kontaktowe",
    "kontaktinformation", "personuppgifter", "personal particulars", "particulars", "biodata", "bio-data",
    "bio data", "contact me", "get in touch", "how to reach me", "reach me", "about you", "personal profile and contact",
    "personal data and contact", "contact & personal", "kontakt und persönliches", "persönliche informationen",
    "stammdaten", "privat", "renseignements personnels", "renseignements", "identité", "mes coordonnées",
    "contactez-moi", "données personnelles", "me contacter", "información de contacto", "identificación",
    "datos", "dados", "identificação", "dados de contacto", "dados de contato", "contactos pessoais",
    "informações de contato", "informação de contacto", "anagrafica", "dati anagrafici", "dati", "contatto",
    "persoonlijk", "personalia en contact", "contactinformatie", "contactgegevens en personalia", "dane",
    "dane personalne", "kontaktuppgifter", "personlige oplysninger", "personalia og kontakt", "personlig info",
];

/// First words of headings of work, for texts whose sections nobody found.
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "experience", "work", "employment", "professional", "education", "skills", "summary", "profile",
    "about", "objective", "projects", "certifications", "certificates", "languages", "interests",
    "references", "publications", "awards", "career", "key", "core", "technical", "volunteering",
    "berufserfahrung", "werdegang", "beruflicher", "ausbildung", "bildung", "studium", "kenntnisse",
    "fähigkeiten", "sprachen", "sprachkenntnisse", "profil", "kurzprofil", "berufliche", "expérience",
    "expériences", "formation", "formations", "compétences", "langues", "experiencia", "educación",
    "formación", "habilidades", "competencias", "idiomas", "perfil", "experiência", "formação", "educação",
    "competências", "resumo", "esperienza", "esperienze", "istruzione", "formazione", "competenze",
    "lingue", "profilo", "werkervaring", "ervaring", "opleiding", "opleidingen", "vaardigheden", "talen",
    "doświadczenie", "wykształcenie", "edukacja", "umiejętności", "języki", "podsumowanie",
    "zainteresowania", "erfarenhet", "utbildning", "arbetslivserfarenhet", "erfaring", "uddannelse",
    "hobbies", "kompetenzen", "praktika", "weiterbildung", "qualifications", "training", "achievements",
];

/// What CVs call themselves.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "résumé", "resume", "résumé of", "curriculum vitae", "currículum vítae", "currículum", "curriculum", "cv",
    "lebenslauf", "życiorys", "currículo",
];

/// Lines of a head; a text without headings has no longer one.
const HEAD: usize = 14;

impl Lines {
    pub fn of(text: &str, resume: &Resume) -> Self {
        let mut all: Vec<(Span, bool)> = Vec::new();
        let mut start = 0;
        let mut personal = true;
        let mut in_head = true;
        let mut filled = 0;
        let mut breaks: Vec<bool> = Vec::new();
        for line in text.split('\n') {
            let heading = heading(line, resume, filled <= 3);
            match heading {
                Some(of_person) => (personal, in_head) = (of_person, false),
                None if in_head && filled >= HEAD => (personal, in_head) = (false, false),
                None => {}
            }
            filled += usize::from(!line.trim().is_empty());
            breaks.push(heading.is_some());
            let end = start + line.trim_end_matches('\r').len();
            all.push((Span::new(start, end), personal));
            start += line.len() + 1;
        }
        // A contact block in a side column ends up anywhere in the text. Only
        // the first address is the person's own; later ones are of referees.
        let first = (0..all.len()).find(|at| !super::web::emails(all[*at].0.of(text)).is_empty());
        let beside = first.filter(|at| !all[*at].1);
        if let Some(at) = beside {
            for near in at.saturating_sub(2)..=(at + 2).min(all.len() - 1) {
                let (from, to) = (near.min(at), near.max(at));
                if !(from + 1..=to).any(|line| breaks[line]) && !breaks[near] {
                    all[near].1 = true;
                }
            }
        }
        Self { all }
    }

    /// Whether the place is in a personal line.
    pub fn personal(&self, at: usize) -> bool {
        let index = self.all.partition_point(|(span, _)| span.end < at);
        self.all.get(index).is_some_and(|(_, personal)| *personal)
    }
}

/// `Some(true)` for a heading of personal details, `Some(false)` for another.
fn heading(line: &str, resume: &Resume, top: bool) -> Option<bool> {
    let line = line.trim().trim_matches(|c: char| c == '#' || c == '*' || c == ':' || c == '=' || c == ' ');
    if line.is_empty() || line.chars().count() > 40 || line.contains(['@', '|']) {
        return None;
    }
    let folded = line.to_lowercase();
    // What the whole text is called heads no section.
    if top && NAMES.contains(&folded.as_str()) {
        return None;
    }
    let core = |word: &str| {
        let core = [
            "contact",
            "contacts",
            "kontakt",
            "kontaktdaten",
            "coordonnées",
            "contacto",
            "contato",
            "contatti",
            "recapiti",
            "personalia",
            "gegevens",
            "contactgegevens",
            "kontaktowe",
            "osobowe",
            "anschrift",
            "address",
            "persönliche",
            "persönliches",
            "personal",
            "personnelles",
            "personales",
            "pessoais",
            "personali",
        ];
        core.contains(&word)
    };
    let words = || folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // "Contact & address", "Kontakt / Persönliches"; "Contact Centre Agent" is none.
    let all = words().count() <= 4
        && words().any(core)
        && words().all(|word| {
            core(word)
                || word.len() <= 3
                || [
                    "details",
                    "data",
                    "information",
                    "daten",
                    "angaben",
                    "informations",
                    "datos",
                    "dados",
                    "dati",
                    "dane",
                    "info",
                    "profile",
                    "profil",
                ]
                .contains(&word)
        });
    if PERSONAL.contains(&folded.as_str()) || all {
        return Some(true);
    }
    let section = resume.sections.iter().find(|section| section.heading.trim() == line);
    if let Some(section) = section
        && (section.kind != SectionKind::Other || section.confidence >= 0.5)
    {
        return Some(false);
    }
    let mut words = folded.split_whitespace();
    let first = words.next().unwrap_or_default();
    let short = folded.split_whitespace().count() <= 4 && !line.contains([',', '.']);
    let digits = line.chars().any(|c| c.is_ascii_digit());
    // Under the name stands a trade: "Training Manager", "Technical Author".
    let last = folded.split_whitespace().last().unwrap_or_default();
    let trade = top && first != last && !(OTHER.contains(&last) || ENDS.contains(&last));
    (short && !digits && OTHER.contains(&first) && !trade).then_some(false)
}

/// Last words of headings whose first word is also one of trades.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "history", "background", "record", "statement", "details", "expertise", "competencies", "competences",
    "strengths", "highlights", "overview", "memberships", "development", "interests", "me", "abilities",
    "erfahrung", "laufbahn", "kompetenzen", "professionnelle", "professionnelles", "professionnel", "profesional",
    "laboral", "académica", "profissional", "professionale", "professionali", "zawodowe", "zawodowy",
];
