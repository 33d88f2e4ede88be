//! The CV as the guard looks things up in it.

use super::lexicon::lexicon;
use super::words::{Word, root, words};
use crate::extract::Language;
use crate::text::Span;

/// Words that are cut short without a dot.
const ABBREVIATIONS: &[&str] = &[
    "admin", "info", "tech", "uni", "univ", "dept", "mgmt", "dev", "ops", "spec", "exec", "asst", "govt",
    "veg", "lab", "labs", "postdoc", "app", "apps", "rep", "reps", "docs", "exam", "exams", "ads", "advert",
    "adverts", "demo", "maths", "stats", "physio", "rehab", "meds", "temp", "approx", "org", "comms", "auto",
    "max", "min", "tech", "gym", "vet", "specs", "config", "intl", "corp", "assoc",
];

pub struct Source<'t> {
    pub text: &'t str,
    pub words: Vec<Word<'t>>,
    roots: Vec<String>,
    /// The lines that the edit replaces; empty when it replaces none.
    pub own: Vec<Span>,
    /// The lines that name the role or study which these lines are part of.
    pub head: Vec<Span>,
    pub language: Language,
    /// Whether `words::stem` knows the endings of its language.
    pub english: bool,
}

impl<'t> Source<'t> {
    pub fn of(text: &'t str, original: &str, language: Language) -> Self {
        let words = words(text);
        let roots = words.iter().map(|word| root(&word.stem)).collect();
        let own = own(text, original);
        let head = own.first().map(|own| head(text, own.start)).unwrap_or_default();
        Self { text, words, roots, own, head, language, english: language == Language::En }
    }

    /// Whether the lines are list items, which speak of one role, and no summary.
    pub fn items(&self) -> bool {
        self.own.first().is_some_and(|own| {
            let start = self.text[..own.start].rfind('\n').map_or(0, |at| at + 1);
            bulleted(&self.text[start..own.end])
        })
    }

    /// Whether the replaced line is the head of a role or a study: dated, and no
    /// list item.
    pub fn headed(&self) -> bool {
        let [own] = self.own.as_slice() else { return false };
        let line = own.of(self.text);
        let years = self.words.iter().filter(|word| own.contains(word.span)).filter(|word| {
            word.text.len() == 4 && word.text.parse().is_ok_and(|year: u32| (1950..=2039).contains(&year))
        });
        let first = self.words.iter().find(|word| own.contains(word.span));
        let verb = first.is_some_and(|word| {
            self.english && word.told() && !word.low.ends_with("ing") && word.low != "registered"
        });
        years.count() > 0
            && !verb
            && !self.items()
            && !line.contains('\n')
            && !line.contains(". ")
            && line.split_whitespace().count() <= 14
            && line.contains([',', '-', '–', '—', '|', '(', ':', ';'])
    }

    /// Whether the replaced lines tell no deed.
    pub fn verbless(&self) -> bool {
        let own = |word: &Word| self.own.iter().any(|own| own.contains(word.span));
        let Some(at) = self.words.iter().position(own).filter(|_| self.english) else { return false };
        let first = &self.words[at];
        let deed = lexicon().deed(&first.stem) && !counts_things(first, self.words.get(at + 1));
        !first.told() && !deed && !matches!(first.low.as_str(), "i" | "my" | "we")
            || matches!(first.low.as_str(), "do" | "did" | "does" | "doing" | "made")
    }

    /// Whether the deed is what somebody of the CV's trade does: "translated"
    /// by a translator.
    pub fn trade(&self, deed: &Word) -> bool {
        let wanted = root(&deed.stem);
        self.english
            && wanted.chars().count() >= 4
            && self.words.iter().zip(&self.roots).any(|(word, root)| {
                (*root == wanted || kindred(root, &wanted))
                    && ["er", "or", "ers", "ors", "ist"].iter().any(|end| word.low.ends_with(end))
            })
    }

    /// Where claims about this very role may be supported.
    pub fn near(&self) -> Vec<Span> {
        if self.own.is_empty() {
            return self.whole();
        }
        self.own.iter().chain(&self.head).copied().collect()
    }

    pub fn whole(&self) -> Vec<Span> {
        vec![Span::new(0, self.text.len())]
    }

    fn within<'s>(&'s self, regions: &'s [Span]) -> impl Iterator<Item = usize> + 's {
        (0..self.words.len())
            .filter(move |at| regions.iter().any(|region| region.contains(self.words[*at].span)))
    }

    /// Words in a row with these stems.
    pub fn phrase(&self, term: &[String], regions: &[Span]) -> Option<Span> {
        self.within(regions).find_map(|at| {
            let words = self.words.get(at..at + term.len())?;
            let degree = |word: &Word| word.low != "march" || word.technical();
            let fits = words
                .iter()
                .zip(term)
                .all(|(word, stem)| word.stem == *stem && (term.len() > 1 || degree(word)));
            // "drawings" are things that nobody here has drawn.
            let fits = fits && !(term.len() == 1 && words[0].low == "drawings");
            fits.then(|| Span::new(words[0].span.start, words[words.len() - 1].span.end))
        })
    }

    /// A word of the same family.
    pub fn family(&self, stem: &str, regions: &[Span]) -> Option<Span> {
        let wanted = root(stem);
        let long = wanted.chars().count() >= 4;
        self.within(regions)
            .find(|at| {
                self.words[*at].stem == stem
                    || (long && (self.roots[*at] == wanted || kindred(&self.roots[*at], &wanted)))
            })
            .map(|at| self.words[at].span)
    }

    /// A word of the same family or meaning.
    pub fn meaning(&self, stem: &str, regions: &[Span]) -> Option<Span> {
        self.family(stem, regions).or_else(|| {
            let lexicon = lexicon();
            let wanted = root(stem);
            self.within(regions)
                .find(|at| {
                    lexicon.synonyms(&self.words[*at].stem, stem)
                        || lexicon.synonyms(&self.roots[*at], &wanted)
                })
                .map(|at| self.words[at].span)
        })
    }

    /// All these words, in whatever order, in one line of the CV.
    pub fn together(&self, stems: &[String], synonyms: bool) -> Option<Span> {
        let find = |stem: &str, region: &[Span]| {
            if synonyms { self.meaning(stem, region) } else { self.family(stem, region) }
        };
        let mut start = 0;
        for line in self.text.split('\n') {
            let region = [Span::new(start, start + line.len())];
            start += line.len() + 1;
            if stems.iter().all(|stem| find(stem, &region).is_some()) {
                return stems.first().and_then(|stem| find(stem, &region));
            }
        }
        None
    }

    /// Words that spell out an acronym of the CV, "Higher National Diploma"
    /// for `HND`: how many, and where it is.
    pub fn expansion(&self, words: &[Word]) -> Option<(usize, Span)> {
        (2..=6.min(words.len())).rev().find_map(|count| {
            let run = &words[..count];
            let small = |word: &Word| matches!(word.low.as_str(), "of" | "and" | "for" | "in" | "the");
            if run[1..].iter().any(|word| word.starts) || small(&run[0]) || small(&run[count - 1]) {
                return None;
            }
            let initials: String =
                run.iter().filter(|word| !small(word)).filter_map(|word| word.low.chars().next()).collect();
            // Two letters meet by chance, unless both words are names.
            if run.iter().any(|word| word.low == initials) {
                return None;
            }
            let sure = initials.len() >= 3 || run.iter().all(Word::capital);
            let hit = self.words.iter().find(|word| word.low == initials && word.technical())?;
            (sure && initials.len() >= 2).then_some((count, hit.span))
        })
    }

    /// `RN` for "registered nurse" and the other way round, and words written
    /// apart here and together there.
    /// With `count` only a short form of just so many words will do.
    pub fn short_form(&self, words: &[Word], count: Option<usize>) -> Option<Span> {
        let first = words.first()?;
        let plain = first.text.strip_suffix('s').filter(|rest| rest.len() >= 2).unwrap_or(first.text);
        let letters: Vec<char> = first.low.chars().take(plain.chars().count()).collect();
        // An acronym of the edit for words of the CV.
        if letters.len() >= 2
            && letters.len() <= 6
            && plain.chars().all(|c| c.is_uppercase() || c == '&' || c == '.')
        {
            let letters: Vec<char> = letters.into_iter().filter(|c| c.is_alphabetic()).collect();
            for at in 0..self.words.len() {
                let mut end = at;
                let mut rest = letters.as_slice();
                while let Some(word) = self.words.get(end).filter(|_| !rest.is_empty()) {
                    if word.low.chars().next() == rest.first().copied() {
                        rest = &rest[1..];
                    } else if !matches!(word.low.as_str(), "of" | "and" | "for" | "in" | "the") || end == at {
                        break;
                    }
                    end += 1;
                }
                if rest.is_empty() {
                    return Some(Span::new(self.words[at].span.start, self.words[end - 1].span.end));
                }
            }
        }
        // Words of the edit for an acronym of the CV.
        let counts = count.filter(|count| *count > 1).map_or(2..=5, |count| count..=count);
        for length in counts.filter(|length| *length <= words.len()) {
            let initials: String = words[..length]
                .iter()
                .filter(|word| !matches!(word.low.as_str(), "of" | "and" | "for" | "in" | "the"))
                .filter_map(|word| word.low.chars().next())
                .collect();
            if initials.len() < 2 {
                continue;
            }
            if let Some(word) = self.words.iter().find(|word| {
                word.low.replace('&', "") == initials
                    && word.text.chars().all(|c| c.is_uppercase() || c == '.' || c == '&')
            }) {
                return Some(word.span);
            }
        }
        // "e-commerce" and "ecommerce"
        let joined =
            words.get(1).filter(|_| count != Some(1)).map(|second| format!("{}{}", first.low, second.low));
        for (at, word) in self.words.iter().enumerate() {
            let pair = self.words.get(at + 1).map(|next| format!("{}{}", word.low, next.low));
            if joined.as_ref() == Some(&word.low)
                || (count.is_none_or(|count| count == 1) && pair.as_ref() == Some(&first.low))
            {
                return Some(word.span);
            }
        }
        // "Dept." for "department", "admin" for "administration"; "Java" is no
        // short form of "JavaScript".
        let short = |word: &Word| {
            word.low.chars().count() >= 3
                && (ABBREVIATIONS.contains(&word.low.as_str())
                    || (word.after.starts_with('.') && word.low.chars().count() <= 5))
        };
        if count.is_none_or(|count| count == 1) {
            // "reps" for "representatives"
            let one = |word: &'_ Word| {
                let one = word.low.strip_suffix('s').filter(|one| one.chars().count() >= 3);
                one.unwrap_or(&word.low).to_owned()
            };
            let hit = self.words.iter().find(|word| {
                (short(first) && word.low.starts_with(&one(first)))
                    || (short(word) && first.low.starts_with(&one(word)))
            });
            return hit.map(|word| word.span);
        }
        None
    }
}

/// "Maps in QGIS", "Checks, repairs": a noun, although its singular is a deed.
fn counts_things(word: &Word, next: Option<&Word>) -> bool {
    let small = |next: &Word| {
        matches!(
            next.low.as_str(),
            "in" | "of" | "for" | "with" | "at" | "on" | "and" | "to" | "before" | "after"
        )
    };
    word.low.ends_with('s')
        && !word.low.ends_with("ss")
        && (word.after.starts_with([',', ':', ';']) || next.is_none_or(small))
}

/// Long words that differ only in their ends.
pub(super) fn kindred(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longest = one.chars().count().max(other.chars().count());
    shared >= 6 && shared + 3 >= longest
}

/// Where the replaced lines are; each line alone when they are not in a row.
fn own(text: &str, original: &str) -> Vec<Span> {
    let original = original.trim();
    if original.is_empty() {
        return Vec::new();
    }
    if let Some(start) = text.find(original) {
        return vec![Span::new(start, start + original.len())];
    }
    (original.lines().map(str::trim).filter(|line| !line.is_empty()))
        .filter_map(|line| text.find(line).map(|start| Span::new(start, start + line.len())))
        .collect()
}

/// "- ", "• " and the like; "**Producer**" is none.
fn bulleted(line: &str) -> bool {
    let line = line.trim_start();
    let mark = line.starts_with(['-', '•', '*', '–', '·', '▪', '●']);
    mark && !line.starts_with("**")
}

/// From a line up to the dated line it stands under: that line and its
/// neighbours, but no list items.
fn head(text: &str, start: usize) -> Vec<Span> {
    let mut lines: Vec<Span> = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        lines.push(Span::new(at, at + line.len()));
        at += line.len() + 1;
    }
    let index = lines.partition_point(|line| line.end < start).min(lines.len() - 1);
    let dated = |line: &Span| {
        let line = line.of(text);
        words(line).iter().any(|word| {
            word.text.len() == 4 && word.text.parse::<u32>().is_ok_and(|year| (1950..=2039).contains(&year))
        })
    };
    let bullet = |line: &Span| bulleted(line.of(text));
    let Some(found) =
        (index.saturating_sub(14)..=index).rev().find(|at| dated(&lines[*at]) && !bullet(&lines[*at]))
    else {
        return Vec::new();
    };
    // Beside the dated line a title or an employer is short; longer lines are
    // deeds of this or of another role.
    (found.saturating_sub(1)..=(found + 1).min(index))
        .filter(|at| {
            let line = lines[*at];
            let short = line.of(text).split_whitespace().count() <= 9 && !line.of(text).contains('.');
            (*at == found || (short && line.end <= start))
                && !bullet(&line)
                && !line.of(text).trim().is_empty()
        })
        .map(|at| lines[at])
        .collect()
}
