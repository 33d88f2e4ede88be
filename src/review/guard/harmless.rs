//! Claim words in uses that claim nothing.

use super::ClaimKind;
use super::levels;
use super::lexicon::lexicon;
use super::source::Source;
use super::words::Word;

/// "CCNA-certified", "HCPC registered": the certificate that the CV has.
pub(super) fn beside_known(
    source: &Source,
    words: &[Word],
    at: usize,
    count: usize,
    kind: ClaimKind,
) -> bool {
    if kind == ClaimKind::Scope
        && (words[at].low.ends_with("ed") || words[at].starts)
        && lexicon().neutral(&words[at].stem)
    {
        return source.verbless() && words[at].starts;
    }
    let status = [
        "certified",
        "registered",
        "qualified",
        "licensed",
        "accredited",
        "chartered",
        "certification",
        "certificate",
        "registration",
        "qualification",
        "licence",
        "license",
        "certificates",
        "award",
    ];
    if kind == ClaimKind::Certificate && count == 1 && labels(source, &words[at]) {
        return true;
    }
    if kind != ClaimKind::Certificate || count != 1 || !status.contains(&words[at].low.as_str()) {
        return false;
    }
    let known = |word: &Word| {
        (word.technical() || word.capital() && !word.starts)
            && word.low.len() >= 2
            && source.words.iter().any(|other| other.text == word.text)
    };
    let before = at.checked_sub(1).is_some_and(|i| known(&words[i]) && matches!(words[i].after, " " | "-"));
    let after = words.get(at + 1).is_some_and(|next| known(next) && matches!(words[at].after, " " | "-"));
    before || after
}

/// "Certificates: GWO Basic Safety" for a line that names it alone: the label of
/// what stands there. "Qualified" and "certified" say more of the person.
fn labels(source: &Source, word: &Word) -> bool {
    let label =
        ["certificate", "certificates", "certification", "certifications", "qualification", "qualifications"];
    let lexicon = lexicon();
    label.contains(&word.low.as_str())
        && source.words.iter().enumerate().any(|(at, other)| {
            let own = source.own.iter().any(|own| own.contains(other.span));
            let named = || {
                let (_, found) = lexicon.at(&source.words, at);
                found.iter().any(|entry| {
                    matches!(lexicon.entries[*entry].kind, ClaimKind::Certificate | ClaimKind::Degree)
                })
            };
            own && (other.low == "level" || other.technical() && !other.numeric() || named())
        })
}

/// Claim words in uses that claim nothing.
pub(super) fn harmless(words: &[Word], at: usize, count: usize, kind: ClaimKind) -> bool {
    let before = at.checked_sub(1).map_or("", |i| words[i].low.as_str());
    let after = words.get(at + count).map_or("", |word| word.low.as_str());
    let low = words[at].low.as_str();
    let near = |objects: &[&str]| {
        words[at + count..].iter().take(4).any(|word| objects.contains(&word.low.as_str()))
    };
    match (kind, low) {
        // "lead to", "head office", "leading edge"; "cut vegetables"
        (ClaimKind::Scope, "lead" | "leads") => after == "to" || after == "time",
        (ClaimKind::Seniority, "staff" | "lead") => after == "to" || after == "time" || after == "times",
        (ClaimKind::Seniority, "head") => after == "office",
        (ClaimKind::Superlative, "most")
            if matches!(after, "recent" | "recently" | "often" | "of" | "frequently") =>
        {
            true
        }
        (ClaimKind::Superlative, "most") if before == "the" && after == "part" => true,
        (ClaimKind::Superlative, "passionate") => after == "about",
        (ClaimKind::Superlative, "trusted") => after == "to",
        // "enjoy most", "likes best": what somebody prefers.
        (ClaimKind::Superlative, "most" | "best")
            if words.iter().any(|word| matches!(word.stem.as_str(), "enjoy" | "lik" | "prefer" | "like")) =>
        {
            true
        }
        (ClaimKind::Superlative, "recognise" | "recognize" | "recognising" | "recognizing") => true,
        // "a Level 3 course" is no A level.
        (ClaimKind::Degree, "a") => words.get(at + count).is_some_and(|next| next.numeric()),
        // "Responsable de la caja" has a task, no rank.
        (ClaimKind::Seniority, "responsable" | "responsabile" | "responsável") if words[at].starts => {
            matches!(
                after,
                "de" | "del"
                    | "du"
                    | "des"
                    | "d"
                    | "della"
                    | "dei"
                    | "delle"
                    | "di"
                    | "da"
                    | "do"
                    | "das"
                    | "dos"
                    | "pela"
                    | "pelo"
            )
        }
        (ClaimKind::Seniority, "authority") => {
            matches!(after, "to" | "up" | "limit" | "limits" | "of")
                || matches!(before, "settlement" | "own" | "local")
        }
        (ClaimKind::Scope, "trained") if words[at].starts && matches!(after, "at" | "in" | "as" | "on") => {
            true
        }
        (ClaimKind::Certificate, "certified" | "qualified")
            if matches!(after, "in" | "as" | "on" | "for" | "at") =>
        {
            words[at + count..].iter().any(|word| word.technical() || word.capital())
        }
        // The grade of a degree stands at an end: "BSc Geography (First)".
        (ClaimKind::Degree, "first") if count == 1 => {
            let end = words.len() == at + 1 || words[at].after.starts_with([')', ',', ';', '\n']);
            let bracket = at > 0 && words[at - 1].after.ends_with('(');
            !(words[at].capital() && (!words[at].starts || bracket) && end)
        }
        (ClaimKind::Superlative, "most" | "best") => {
            matches!(before, "at" | "the") && after == "of" || after == "practice" || after == "practices"
        }
        // Unpaid, unsolved, not excellent.
        (ClaimKind::Superlative, "outstanding") => {
            matches!(
                after,
                "account"
                    | "accounts"
                    | "payment"
                    | "payments"
                    | "invoice"
                    | "invoices"
                    | "balance"
                    | "balances"
                    | "debt"
                    | "debts"
                    | "issue"
                    | "issues"
                    | "query"
                    | "queries"
                    | "order"
                    | "orders"
                    | "work"
                    | "tasks"
                    | "repairs"
            ) || near(&[
                "reports",
                "documents",
                "items",
                "paperwork",
                "forms",
                "fees",
                "rent",
                "bills",
                "jobs",
            ])
        }
        (ClaimKind::Scope, "direct") => !words[at].starts && after.len() > 3,
        // "record the results in the log"
        (ClaimKind::Outcome, "results") => matches!(before, "the" | "all" | "test" | "their" | "lab"),
        // "my own quotes", but not "on my own"
        (ClaimKind::Scope, "own") => {
            let on = at.checked_sub(2).is_some_and(|i| matches!(words[i].low.as_str(), "on" | "of"));
            let theirs = at
                .checked_sub(1)
                .is_some_and(|i| words[i].text.ends_with("'s") || words[i].text.ends_with("’s"));
            (before == "my" && !on || theirs) && words[at].after == " "
        }
        // "since the template was introduced"
        (ClaimKind::Scope, "introduced" | "implemented" | "launched" | "established")
            if matches!(before, "was" | "were" | "been" | "is" | "are") =>
        {
            true
        }
        // "trained first aider", "trained nurse"
        (ClaimKind::Scope, "trained") if lexicon().at(words, at + 1).0 > 0 => {
            let (_, found) = lexicon().at(words, at + 1);
            found.iter().any(|entry| {
                matches!(lexicon().entries[*entry].kind, ClaimKind::Certificate | ClaimKind::Title)
            })
        }
        // "manual handling training": a course at the end of its name.
        (ClaimKind::Scope, "training") if words[at].starts && words[at].after.starts_with(':') => true,
        (ClaimKind::Scope, "training") => {
            let taught = matches!(after, "the" | "new" | "of" | "for" | "a" | "all" | "up")
                || words.get(at + 1).is_some_and(|next| next.numeric() || lexicon().person(&next.stem));
            !words[at].starts && !taught && words[at - 1].after == " "
        }
        (ClaimKind::Scope, "authorised" | "authorized") => after == "to",
        // "introduced new drivers to the routes"
        (ClaimKind::Scope, "introduced" | "introduce" | "introducing") => {
            words[at + count..].iter().take(4).any(|word| {
                lexicon().person(&word.stem)
                    || ["trainee", "starter", "joiner", "staff", "nurs", "apprentic"]
                        .contains(&word.stem.as_str())
            })
        }
        (ClaimKind::Certificate, "publication") => before == "for",
        (ClaimKind::Scope, "buildings") => true,
        (ClaimKind::Skill, "acting") => after == "as",
        // "Bachelor of Engineering" names no engineer.
        (ClaimKind::Title, _) if before == "of" => at.checked_sub(2).is_some_and(|i| {
            matches!(
                words[i].low.as_str(),
                "bachelor" | "master" | "diploma" | "doctor" | "bachelors" | "masters" | "degree"
            )
        }),
        (ClaimKind::Certificate, "awarded") => {
            matches!(after, "in" | "by" | "from")
                || words.get(at + 1).is_some_and(|next| next.numeric() && next.text.len() == 4)
        }
        // "prise en charge" is no prize, "Diagnose von Fehlern" a noun.
        (ClaimKind::Certificate, "prise" | "prises") | (ClaimKind::Scope, "diagnose" | "diagnosen") => true,
        (ClaimKind::Title, "joiner" | "joiners") => before == "new" || low == "joiners",
        (ClaimKind::Scope, "acquired" | "acquiring" | "scaled") => {
            near(&["skills", "knowledge", "experience"])
        }
        // Whom a letter speaks to.
        (ClaimKind::Scope, "hiring" | "recruiting" | "recruitment") => matches!(
            after,
            "manager" | "managers" | "team" | "committee" | "panel" | "process" | "lead" | "department"
        ),
        // Who promotes titles or registers guests has got neither.
        (ClaimKind::Certificate, "promote" | "promotes" | "promoting" | "register" | "registers") => true,
        (ClaimKind::Certificate, "registering") => true,
        (ClaimKind::Certificate, "registered") => {
            words[at].starts && (after.ends_with('s') || after == "new")
        }
        // "built rapport" makes nothing that another line could show.
        (ClaimKind::Scope, "built" | "building" | "developed" | "developing" | "established")
            if near(&["relationship", "relationships", "rapport", "trust"]) =>
        {
            true
        }
        // "led tours" shows people round, "raised concerns" raises no figure.
        (ClaimKind::Scope | ClaimKind::Seniority, "led" | "leading") => near(&[
            "tour", "tours", "walk", "walks", "class", "classes", "session", "sessions", "lesson", "lessons",
        ]),
        (ClaimKind::Outcome, "raised" | "raising") => near(&[
            "risk",
            "risks",
            "concern",
            "concerns",
            "issue",
            "issues",
            "question",
            "questions",
            "awareness",
            "invoice",
            "invoices",
            "order",
            "orders",
            "ticket",
            "tickets",
            "funds",
            "money",
        ]),
        // "the building", "the training"
        (ClaimKind::Scope, low)
            if low.ends_with("ing") && matches!(before, "the" | "a" | "each" | "this") =>
        {
            true
        }
        (ClaimKind::Scope, "speaker") => levels::near_language(words, at),
        (ClaimKind::Superlative, "alone" | "only") => matches!(before, "not"),
        (ClaimKind::Superlative, "never" | "always") => false,
        (ClaimKind::Superlative, "international" | "national" | "global") => false,
        _ => false,
    }
}
