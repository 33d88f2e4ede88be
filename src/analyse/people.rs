//! Leading and teaching people, which every trade tells in words of its own:
//! "crew of five", "Lehrlinge angeleitet", "coordino cinque operatori".

use super::evidence::{Proof, is_denied};
use super::post::{Ask, Evidence, JobPost};
use super::reading::Reading;
use super::synonyms::terms;
use super::tokens::{Kind, Token};
use crate::text::Span;

/// Starts of words; `=` before a whole word.
const LEAD: &str = "supervis manag =lead =leads =leading =led =ran =run =runs =running coordin dirig encadr =gestion anleit angeleit gefuhrt =fuhrung =leitung =leite geleitet =leiding =leid aansturen aangestuurd kierow nadzor koordyn zarzadz =capo =jefe =chef llevado";
/// Titles of those who lead.
const LEADERS: &str = "=supervisor =supervisors =foreman =forewoman =chargehand teamleit teamleid =teamleader vorarbeit brygadzist capocantiere capoturno encarregad";
const TEACH: &str = "train mentor coach teach taught tutor =buddy =show induct assess =formation =formacion =formazione =formacao =forme =formo ensen schulung =schule geschult ausbild ausgebild einarbeit eingearbeit einweis =opleiden opgeleid inwerk szkol wdraza insegn trein ensin";
const PEOPLE: &str = "=staff team =crew =crews =gang =squad volunteer assistant apprenti student trainee =starters =newcomers =people colleague =juniors =labourers =commis paralegal intern =interns graduate engineers parents =carers auszubild azubi lehrling mitarbeit kolleg praktikant personen =leute equip stagiaire stagiair =personnes collabor peones operari operator aprendi alumn =personas =personale squadra addett tirocinant aiutant medewerk ploeg leerling collega zespol =osob pracown uczni stazyst equipa pessoas estagiar voluntari volontari ayudant cuadrilla gruppi";

fn is_in(list: &str, word: &Token) -> bool {
    list.split(' ').any(|entry| match entry.strip_prefix('=') {
        Some(whole) => word.fold == whole,
        None => word.fold.starts_with(entry),
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Work {
    Leading,
    Teaching,
}

/// Where somebody leads or teaches people, in the words of one line.
fn told(words: &[Token]) -> Option<(Work, usize, usize)> {
    words.iter().enumerate().find_map(|(at, word)| {
        let near = at + 1..words.len().min(at + 6);
        let whom = |near: &std::ops::Range<usize>| near.clone().find(|at| is_in(PEOPLE, &words[*at]));
        // "apprenti" is no teaching of its own, "crew of five" leads it.
        let leader = words.get(at + 1).filter(|next| {
            matches!(next.fold.as_str(), "leader" | "lead" | "leading")
                && matches!(word.fold.as_str(), "team" | "shift" | "crew" | "section")
        });
        if is_in(LEADERS, word) || leader.is_some() {
            return Some((Work::Leading, at, at + usize::from(leader.is_some())));
        }
        if is_in(LEAD, word) {
            return whom(&near).map(|end| (Work::Leading, at, end));
        }
        if is_in(TEACH, word) && !is_in(PEOPLE, word) {
            return whom(&near).map(|end| (Work::Teaching, at, end));
        }
        let of = words
            .get(at + 1)
            .is_some_and(|of| matches!(of.fold.as_str(), "of" | "von" | "di" | "de" | "van"));
        let count = words
            .get(at + 2)
            .is_some_and(|count| count.kind == Kind::Number || super::years::is_number_word(count));
        (is_in(PEOPLE, word) && of && count).then_some((Work::Leading, at, at + 2))
    })
}

/// What an ask wants done with people, if that is what it is about.
fn wanted(asked: &Reading) -> Option<Work> {
    // "without supervision" asks for the contrary.
    const WITHOUT: &[&str] = &["without", "ohne", "sans", "sin", "senza", "sem", "zonder", "bez"];
    if asked.words.iter().any(|word| WITHOUT.contains(&word.fold.as_str())) {
        return None;
    }
    let named = asked.hits.iter().flat_map(|hit| hit.concepts.iter()).find_map(|id| {
        match terms().concept(*id).name {
            "leadership" => Some(Work::Leading),
            "mentoring" | "supervising trainees" | "student supervision" => Some(Work::Teaching),
            _ => None,
        }
    });
    named.or_else(|| told(&asked.words).map(|(work, _, _)| work))
}

impl Proof<'_> {
    /// The lines that tell of the same work with people, or of the other.
    pub(super) fn with_people(&self, post: &JobPost, ask: &Ask) -> Option<(Evidence, Vec<Span>)> {
        // Whoever they are: volunteers, parents and students are not any staff.
        const ANY: &str = "=staff team =crew =crews =gang =people colleague assistant mitarbeit kolleg equip personale medewerk =personas =personnes zespol pracown =leute squadra gruppi";
        let asked = Reading::new(ask.span.of(&post.text), post.language);
        let work = wanted(&asked)?;
        let whom: Vec<String> = asked
            .words
            .iter()
            .filter(|word| is_in(PEOPLE, word) && !is_in(ANY, word))
            .map(|word| super::stems::root(&word.fold, post.language))
            .collect();
        let mut same = Vec::new();
        let mut close = None;
        for line in &self.lines {
            let range = self.reading.within(line.span);
            let words = &self.reading.words[range.clone()];
            let Some((found, from, to)) = told(words) else { continue };
            if is_denied(&self.reading, range.start + from) {
                continue;
            }
            let span = Span::new(words[from].span.start, words[to].span.end);
            let them = whom.is_empty() || whom.iter().any(|whom| line.roots.contains(whom));
            if found == work && them {
                same.push((span, line.place));
            } else if close.is_none() {
                let relation = if found == work {
                    "it was done with other people"
                } else {
                    "leading people and teaching them are close"
                };
                close = Some((relation.to_owned(), span));
            }
        }
        if same.is_empty() && close.is_none() {
            return None;
        }
        Some(self.level(same, close))
    }
}
