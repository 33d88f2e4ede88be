//! Which roles of a CV belong to the trade of a post: three years at a till
//! are no years as a carpenter.

use super::evidence::Proof;
use super::phrases::shares_head;
use super::places::Place;
use super::post::{JobPost, RequirementKind};
use super::reading::Reading;
use super::stems::root;
use super::synonyms::{ConceptId, ConceptKind, Kinship, terms};
use super::tokens::{Kind, has, tokens};
use std::collections::HashSet;

/// Words of titles that many trades share.
const SHARED: &str = "senior junior trainee manager management assistant assistants officer advisor adviser \
    coordinator specialist consultant associate executive supervisor operator operative \
    worker lead leader head chief deputy director team teams member staff level full part \
    time hours nights days needed wanted vacancy role position months month fixed term \
    permanent temporary contract remote hybrid general service services support mitarbeiter \
    mitarbeiterin leiter leiterin leitung fachkraft gesucht vollzeit teilzeit stunden \
    bereich referent berater assistenz helfer kaufmann kauffrau responsable charge chargee \
    assistante agent adjoint chef conseiller technicien technicienne employe employee \
    encargado encargada auxiliar tecnico tecnica oficial ayudante jefe jefa especialista \
    analista assistente coordenador gerente addetto addetta responsabile impiegato impiegata \
    operatore operatrice medewerker medewerkster leidinggevende uren fulltime parttime \
    specjalista specjalistka kierownik pracownik asystent asystentka region h/f f/h m/w/d \
    m/f/d w/m/d w/m m/v k/m";

/// Concepts that tell nothing about a trade when a post asks for them.
const EVERYWHERE: &[&str] = &[
    "Microsoft Office",
    "Microsoft Excel",
    "Microsoft Word",
    "PowerPoint",
    "Outlook",
    "Microsoft Teams",
    "computer skills",
    "customer service",
    "customer contact",
    "client care",
    "driving licence",
    "office administration",
    "first aid",
    "health and safety",
    "data entry",
    "writing",
    "report writing",
    "reporting to management",
    "switchboard",
    "correspondence",
    "training delivery",
    "mentoring",
    "project management",
    "sales",
    "stock control",
    "cash handling",
    "invoicing",
    "documentation in care",
    "technical writing",
    "filing",
    "typing",
    "lifting",
    "delivery",
    "cleaning",
    "social media marketing",
    "ERP",
    "SAP",
    "CRM",
    "driving",
    "complaint handling",
    "supervising trainees",
    "calendar management",
    "spreadsheets",
];

impl Proof<'_> {
    /// The roles that have to do with the post: its title is named there, or
    /// enough of what it asks for. `None` when the post tells no trade, so
    /// that all roles count.
    pub(super) fn of_the_trade(&self, post: &JobPost) -> Option<Vec<usize>> {
        let title = title(post);
        let reading = Reading::new(&title, post.language);
        let trades: Vec<ConceptId> = reading
            .hits
            .iter()
            .flat_map(|hit| hit.concepts.iter().copied())
            .filter(|id| {
                use ConceptKind::{Licence, Skill, Tool};
                matches!(terms().concept(*id).kind, Skill | Tool | Licence)
            })
            .collect();
        let names: Vec<(String, String)> = reading
            .words
            .iter()
            .filter(|word| word.kind == Kind::Word && word.fold.len() >= 4)
            .filter(|word| !has(SHARED, &word.fold))
            .filter(|word| !super::cues::cues(post.language).filler.contains(&word.fold))
            .map(|word| (root(&word.fold, post.language), word.fold.clone()))
            .collect();
        let asked = self.asked_work(post);
        if trades.is_empty() && names.is_empty() && asked.is_empty() {
            return None;
        }
        let roles = self.places.roles.len();
        let mut of_trade = vec![false; roles];
        let mut met: Vec<HashSet<usize>> = vec![HashSet::new(); roles];
        for hit in &self.reading.hits {
            let Place::Role(role) = self.places.at(hit.span.start) else { continue };
            let Some(own) = of_trade.get_mut(role) else { continue };
            let kin = |asked: &ConceptId| {
                hit.concepts.iter().any(|found| terms().kinship(*found, *asked).is_some())
            };
            *own |= trades.iter().any(kin);
            for (number, concepts) in asked.iter().enumerate() {
                let same = |asked: &ConceptId| {
                    hit.concepts.iter().any(|found| terms().kinship(*found, *asked) == Some(Kinship::Same))
                };
                if concepts.iter().any(same) {
                    met[role].insert(number);
                }
            }
        }
        // The name of the work itself, where no table knows it.
        let mut headed: HashSet<usize> = HashSet::new();
        for line in &self.lines {
            let Place::Role(role) = line.place else { continue };
            if !headed.insert(role) || role >= roles {
                continue;
            }
            for at in self.reading.within(line.span) {
                let fold = &self.reading.words[at].fold;
                of_trade[role] |= fold.len() >= 4
                    && names.iter().any(|(root, name)| *root == self.roots[at] || shares_head(name, fold));
            }
        }
        Some(
            (0..roles)
                .filter(|role| {
                    of_trade[*role]
                        || met[*role].len() >= 2
                        || met[*role].len() == asked.len() && asked.len() == 1
                })
                .collect(),
        )
    }

    /// What the post asks for that only its trade has, by ask.
    fn asked_work(&self, post: &JobPost) -> Vec<Vec<ConceptId>> {
        let telling = |id: &ConceptId| {
            let concept = terms().concept(*id);
            matches!(concept.kind, ConceptKind::Skill | ConceptKind::Tool)
                && !EVERYWHERE.contains(&concept.name)
        };
        post.asks
            .iter()
            .filter(|ask| {
                matches!(ask.kind, RequirementKind::Skill | RequirementKind::Tool | RequirementKind::Years)
            })
            .map(|ask| {
                let mut out: Vec<ConceptId> = ask
                    .terms
                    .iter()
                    .flat_map(|term| Reading::new(term, post.language).hits)
                    .flat_map(|hit| hit.concepts)
                    .filter(telling)
                    .collect();
                out.dedup();
                out
            })
            .filter(|concepts| !concepts.is_empty())
            .collect()
    }
}

/// The title, or the first words of a post that has none.
fn title(post: &JobPost) -> String {
    match &post.title {
        Some(title) => title.clone(),
        None => {
            let words = tokens(&post.text);
            let end = words.get(14).or(words.last()).map_or(0, |word| word.span.end);
            post.text.get(..end).unwrap_or_default().to_owned()
        }
    }
}
