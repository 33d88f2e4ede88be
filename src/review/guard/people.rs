//! Leading people needs people in the CV's lines.

use super::source::Source;
use super::words::Word;
use crate::text::Span;

/// "managed a team of 5": leading people needs people in the CV's lines.
pub(super) fn manages_people(claim: &[Word], words: &[Word], at: usize) -> bool {
    let leads = ["manag", "supervis", "overse", "lead", "head", "direct", "verwaltet"]
        .contains(&claim[0].stem.as_str());
    let people = [
        "team",
        "staff",
        "employe",
        "peopl",
        "crew",
        "member",
        "colleague",
        "report",
        "workforc",
        "personnel",
        "technician",
        "developer",
        "engineer",
        "nurse",
        "assistant",
        "apprentic",
        "worker",
    ];
    leads
        && words[at + 1..]
            .iter()
            .take(5)
            .take_while(|word| !word.starts)
            .any(|word| people.contains(&word.stem.as_str()))
}

pub(super) fn people_led(source: &Source, regions: &[Span]) -> bool {
    let leads = [
        "lead",
        "leader",
        "manag",
        "manager",
        "supervis",
        "supervisor",
        "head",
        "foreman",
        "director",
        "chief",
        "overse",
        "responsibl",
        "charg",
        "train",
        "run",
        "coordinat",
        "team",
        "crew",
        "staff",
        "rota",
        "schedul",
        "leiter",
        "leiterin",
        "teamleiter",
        "leitung",
        "verantwortlich",
        "geleit",
        "leitet",
        "responsabl",
        "captain",
        "mentor",
        "report",
        "peopl",
    ];
    source.words.iter().any(|word| {
        regions.iter().any(|region| region.contains(word.span)) && leads.contains(&word.stem.as_str())
    })
}
