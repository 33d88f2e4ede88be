//! The fields of a CV against those that a careful person reads in it, with
//! the measures of the sample CVs: exact names, F1 of sets, entries that agree
//! in both texts and in every date.

use cv_review::extract::{End, Field, Period, Resume};
use serde_json::Value;
use std::collections::HashSet;

/// Right, wrong and missed.
#[derive(Clone, Copy, Default)]
pub struct Count {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Count {
    pub fn f1(self) -> f64 {
        let all = 2 * self.right + self.wrong + self.missed;
        if all == 0 { 1.0 } else { 2.0 * self.right as f64 / all as f64 }
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

#[derive(Default)]
pub struct Score {
    pub files: usize,
    pub names: usize,
    pub sections: f64,
    pub emails: Count,
    pub phones: Count,
    pub experience: Count,
    pub education: Count,
    pub skills: Count,
    /// Right and all, over the jobs that were found.
    pub dates: (usize, usize),
}

impl Score {
    pub fn take(&mut self, label: &Value, resume: &Resume) {
        self.files += 1;
        let name = resume.name.as_ref().map(|name| folded(&name.value, false)).unwrap_or_default();
        self.names += usize::from(name == folded(text(label, "name"), false));
        self.sections += sections(label, resume);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        self.emails.add(sets(
            &list(label, "emails", |text| folded(text, false)),
            &values(&resume.emails, |text| folded(text, false)),
        ));
        self.phones.add(sets(&list(label, "phones", digits), &values(&resume.phones, digits)));
        self.skills.add(sets(
            &list(label, "skills", |text| folded(text, true)),
            &values(&resume.skills, |text| folded(text, true)),
        ));
        let jobs: Vec<Entry> =
            resume.experience.iter().map(|job| Entry::of(&job.title, &job.employer, &job.dates)).collect();
        let expected = Entry::labelled(label, "experience", "title", "employer");
        self.experience.add(entries(&expected, &jobs, false));
        for (job, found) in expected.iter().filter_map(|job| Some((job, job.loose(&jobs)?))) {
            self.dates.0 += usize::from(job.start == found.start) + usize::from(job.end_fits(found));
            self.dates.1 += 2;
        }
        let studies: Vec<Entry> = resume
            .education
            .iter()
            .map(|study| Entry::of(&study.degree, &study.institution, &study.dates))
            .collect();
        let expected = Entry::labelled(label, "education", "degree", "institution");
        self.education.add(entries(&expected, &studies, true));
    }

    /// Name and value of every measure.
    pub fn figures(&self) -> [(&'static str, f64); 8] {
        let files = self.files.max(1) as f64;
        [
            ("name", self.names as f64 / files),
            ("e-mail", self.emails.f1()),
            ("phone", self.phones.f1()),
            ("sections", self.sections / files),
            ("experience", self.experience.f1()),
            ("dates", self.dates.0 as f64 / self.dates.1.max(1) as f64),
            ("education", self.education.f1()),
            ("skills", self.skills.f1()),
        ]
    }
}

struct Entry {
    first: String,
    second: String,
    start: Option<String>,
    end: Option<String>,
}

impl Entry {
    fn of(
        first: &Option<Field<String>>,
        second: &Option<Field<String>>,
        dates: &Option<Field<Period>>,
    ) -> Self {
        let text = |field: &Option<Field<String>>| {
            field.as_ref().map(|field| folded(&field.value, true)).unwrap_or_default()
        };
        let start = dates.as_ref().and_then(|dates| dates.value.start).map(|date| date.to_string());
        let end = dates.as_ref().and_then(|dates| dates.value.end).map(|end| match end {
            End::Present => "present".to_owned(),
            End::On(date) => date.to_string(),
        });
        Self { first: text(first), second: text(second), start, end }
    }

    fn labelled(label: &Value, list: &str, first: &str, second: &str) -> Vec<Self> {
        let entry = |entry: &Value| Self {
            first: folded(text(entry, first), true),
            second: folded(text(entry, second), true),
            start: entry["start"].as_str().map(str::to_owned),
            end: entry["end"].as_str().map(str::to_owned),
        };
        label[list].as_array().into_iter().flatten().map(entry).collect()
    }

    /// One printed date may be read as either end.
    fn dates_fit(&self, found: &Self) -> bool {
        match (&self.start, &self.end) {
            (Some(one), None) => [&found.start, &found.end].contains(&&Some(one.clone())),
            (None, Some(one)) => [&found.start, &found.end].contains(&&Some(one.clone())),
            _ => self.start == found.start && self.end == found.end,
        }
    }

    fn end_fits(&self, found: &Self) -> bool {
        self.end.is_none() || self.end == found.end
    }

    fn fits(&self, found: &Self, study: bool) -> bool {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<HashSet<String>>();
        let (a, b) = (words(&self.first), words(&found.first));
        let inside = study && !found.first.is_empty() && (a.is_subset(&b) || b.is_subset(&a));
        (alike(&self.first, &found.first) >= 0.8 || inside)
            && alike(&self.second, &found.second) >= 0.8
            && self.dates_fit(found)
    }

    /// The entry that is meant, whatever its dates.
    fn loose<'e>(&self, found: &'e [Self]) -> Option<&'e Self> {
        let likeness =
            |other: &Self| (alike(&self.first, &other.first) + alike(&self.second, &other.second)) / 2.0;
        let dated = |other: &Self| usize::from(self.dates_fit(other));
        let near = found.iter().filter(|other| likeness(other) >= 0.6);
        near.max_by(|a, b| likeness(a).total_cmp(&likeness(b)).then(dated(a).cmp(&dated(b))))
    }
}

fn entries(expected: &[Entry], found: &[Entry], study: bool) -> Count {
    let mut used = HashSet::new();
    for entry in expected {
        let hit = (0..found.len()).find(|at| !used.contains(at) && entry.fits(&found[*at], study));
        used.extend(hit);
    }
    Count { right: used.len(), wrong: found.len() - used.len(), missed: expected.len() - used.len() }
}

/// Kinds in their order: twice the longest common run over both lengths. With
/// two columns either may be read first.
fn sections(label: &Value, resume: &Resume) -> f64 {
    let found: Vec<String> =
        resume.sections.iter().map(|section| format!("{:?}", section.kind).to_lowercase()).collect();
    let kinds = label["sections"].as_array().into_iter().flatten();
    let mut expected: Vec<String> = kinds.map(|section| text(section, "kind").to_owned()).collect();
    let turns = if text(label, "layout") == "two-column" { expected.len() } else { 1 };
    let mut best = 0;
    for _ in 0..turns.max(1) {
        best = best.max(common(&expected, &found));
        if !expected.is_empty() {
            expected.rotate_left(1);
        }
    }
    let all = expected.len() + found.len();
    if all == 0 { 1.0 } else { 2.0 * best as f64 / all as f64 }
}

/// The length of the longest common subsequence.
fn common<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let mut above = vec![0; b.len() + 1];
    for x in a {
        let mut row = vec![0];
        for (at, y) in b.iter().enumerate() {
            row.push(if x == y { above[at] + 1 } else { above[at + 1].max(row[at]) });
        }
        above = row;
    }
    above.last().copied().unwrap_or(0)
}

fn alike(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    2.0 * common(&a, &b) as f64 / (a.len() + b.len()).max(1) as f64
}

fn sets(expected: &HashSet<String>, found: &HashSet<String>) -> Count {
    let right = expected.intersection(found).count();
    Count { right, wrong: found.len() - right, missed: expected.len() - right }
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn list(label: &Value, key: &str, fold: impl Fn(&str) -> String) -> HashSet<String> {
    label[key].as_array().into_iter().flatten().filter_map(Value::as_str).map(fold).collect()
}

fn values(fields: &[Field<String>], fold: impl Fn(&str) -> String) -> HashSet<String> {
    fields.iter().map(|field| fold(&field.value)).collect()
}

/// Lower case; blanks made one, or none.
fn folded(text: &str, blanks: bool) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(if blanks { " " } else { "" })
}
