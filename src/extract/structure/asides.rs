//! Parts of a head that are neither a title nor an employer.

use super::durations::is_length;
use super::fold::{fold, key};

/// Grades, kinds of contract, addresses: never a title nor an employer.
pub(super) fn is_aside(text: &str) -> bool {
    const ASIDES: &[&str] = &[
        "full time",
        "part time",
        "vollzeit",
        "teilzeit",
        "cdi",
        "cdd",
        "temps plein",
        "temps partiel",
        "contract",
        "permanent",
        "freelance",
        "tiempo completo",
        "jornada completa",
        "media jornada",
        "tempo integral",
        "tempo pieno",
        "voltijd",
        "deeltijd",
        "fulltime",
        "parttime",
        "pelny etat",
        "self employed",
        "temporary",
        "全职",
        "实习",
        "current",
        "present",
        "responsibilities",
        "key responsibilities",
        "achievements",
        "key achievements",
        "detailed achievements",
        "tasks",
        "aufgaben",
        "contd",
        "continued",
    ];
    const GRADES: &[&str] = &[
        "gpa",
        "grade",
        "note ",
        "notendurchschnitt",
        "abschlussnote",
        "cgpa",
        "average",
        "cum laude",
        "mention",
        "media ",
        "voto",
        "ocena",
        "gesamtnote",
        "promedio",
        "nota ",
        "first class",
        "technologies",
        "tech stack",
        "stack:",
        "location",
        "thesis",
        "coursework",
        "relevant",
    ];
    let phrase = key(text);
    if ASIDES.contains(&phrase.as_str()) && phrase != "实习" {
        return true;
    }
    if is_length(text) {
        return true;
    }
    let folded = fold(text);
    folded.contains("http")
        || folded.contains("www.")
        || folded.contains('@')
        || GRADES.iter().any(|grade| folded.starts_with(grade))
        || folded.contains(" gpa")
        || text.ends_with(':') && text.len() < 40
}
