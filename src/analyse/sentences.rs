//! A job post as units, each a bullet or a sentence, with what its heading
//! says about it.

pub use super::bullets::is_bullet;
use super::cues::cues;
use super::headlines::{heading, topic_of};
use super::reading::Reading;
use crate::text::Span;

/// What the part of the post is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// No heading yet, or one that says nothing.
    Open,
    Must,
    Nice,
    Duty,
    Offer,
    Company,
    Apply,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Without bullet and surrounding space.
    pub span: Span,
    pub topic: Topic,
    pub bullet: bool,
    /// Counts headings, known or not.
    pub section: usize,
}

pub(super) struct PostLine<'t> {
    /// The content, without bullet, markup and space.
    pub(super) span: Span,
    pub(super) text: &'t str,
    pub(super) bullet: bool,
    pub(super) marked: bool,
    pub(super) blank_before: bool,
}

/// The units of a post in order; headings themselves are left out.
pub fn units(post: &Reading) -> Vec<Unit> {
    let lines = lines(post.text);
    let mut out: Vec<Unit> = Vec::new();
    let mut topic = Topic::Open;
    let mut listed = false;
    let mut section = 0;
    let mut open_line = false;
    for (number, line) in lines.iter().enumerate() {
        let words = &post.words[post.within(line.span)];
        if words.is_empty() {
            continue;
        }
        // A list without signs: "You must have:", and each line names one thing.
        let item = !line.bullet && matches!(topic, Topic::Must | Topic::Nice) && is_item(&lines, number);
        // A wrapped line goes on with the unit before.
        let lower = line.text.starts_with(char::is_lowercase);
        if open_line && !line.bullet && !item && !line.blank_before && lower && out.last().is_some() {
            if let Some(last) = out.last_mut() {
                last.span.end = line.span.end;
            }
            open_line = !ends(line.text);
            continue;
        }
        // The title of the post: "Electrician needed", "We're hiring a cook!"
        let title = number == 0
            && lines.len() > 1
            && words.len() <= 12
            && !line.bullet
            && !line.text.ends_with(['.', ';', '?', '。'])
            && !line.text.contains(':')
            && topic_of(post.language, words, false).is_none();
        if title {
            continue;
        }
        let next = lines.get(number + 1);
        if let Some(found) = heading(post, line, words, next, topic)
            .filter(|_| !item || topic_of(post.language, words, false).is_some())
        {
            topic = found;
            section += 1;
            listed = false;
            open_line = false;
            continue;
        }
        let bullet = line.bullet || item;
        listed |= bullet;
        // Prose after the list of a section is no longer of that section.
        if listed && !bullet && line.blank_before && !line.text.ends_with(':') {
            topic = Topic::Open;
            listed = false;
        }
        let (labelled, content) = label(post, line, topic);
        let unit = Unit { span: content, topic: labelled, bullet, section };
        match bullet {
            true => out.push(unit),
            false => out.extend(sentences(post.text, content).into_iter().map(|span| {
                let bullet = matches!(labelled, Topic::Must | Topic::Nice) && is_fragment(post, span);
                Unit { span, bullet, ..unit }
            })),
        }
        open_line = !ends(line.text);
    }
    out
}

/// "Sausage making and curing.": a few words that only name something, under
/// a heading that asks.
fn is_fragment(post: &Reading, span: Span) -> bool {
    let words = &post.words[post.within(span)];
    words.len() <= 8
        && !cues(post.language).offer.in_any(words)
        && !words.iter().any(|word| super::tokens::has(super::prose_words::WHO, &word.fold))
        && !span.of(post.text).contains(['?', '!', '@', '£', '€'])
}

/// One of several short lines in a row, none of which ends as a sentence does,
/// and all of which start in the same way.
fn is_item(lines: &[PostLine], number: usize) -> bool {
    let short = |line: &PostLine| {
        !line.bullet
            && !line.marked
            && !line.text.ends_with(['.', '!', '?', ':'])
            && line.text.split_whitespace().count() <= 14
    };
    let small = |line: &PostLine| line.text.starts_with(char::is_lowercase);
    let Some(line) = lines.get(number).filter(|line| short(line)) else { return false };
    let fits = |other: &PostLine| short(other) && small(other) == small(line);
    let above = number.checked_sub(1).and_then(|at| lines.get(at));
    let joined_above = !line.blank_before && above.is_some_and(fits);
    let joined_below = lines.get(number + 1).is_some_and(|below| !below.blank_before && fits(below));
    joined_above || joined_below
}

fn ends(text: &str) -> bool {
    text.ends_with(['.', '!', '?', ':', ';', '。'])
}

fn lines(text: &str) -> Vec<PostLine<'_>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut blank = true;
    for line in text.split('\n') {
        let trimmed = line.trim();
        let mut content = trimmed.trim_start_matches('#').trim_start();
        let mut marked = content.len() < trimmed.len();
        let bold = content.starts_with("**");
        let mut bullet = false;
        if !bold {
            let after = content.trim_start_matches(|c: char| is_bullet(c));
            bullet = after.len() < content.len()
                && (after.starts_with(char::is_whitespace)
                    || !content.starts_with(['-', '+', '*', '~', '>', '–', '—']));
            if bullet {
                content = after.trim_start();
            } else if let Some(after) = numbered(content) {
                bullet = true;
                content = after;
            }
        }
        if content.starts_with("**") || content.starts_with("__") {
            marked |= !bullet && content.trim_end_matches(':').ends_with(['*', '_']);
            content = content.trim_matches(|c| c == '*' || c == '_');
        }
        content = content.trim();
        if content.is_empty() {
            blank |= trimmed.is_empty();
        } else {
            let at = start + (content.as_ptr() as usize - line.as_ptr() as usize);
            let span = Span::new(at, at + content.len());
            out.push(PostLine { span, text: content, bullet, marked, blank_before: blank });
            blank = false;
        }
        start += line.len() + 1;
    }
    out
}

/// `1.` or `2)` at the start of a list item.
fn numbered(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    // "A1. Degree": the criteria of a list with letters.
    if let Some(rest) = text.strip_prefix(|c: char| c.is_ascii_uppercase()) {
        let number = rest.bytes().take_while(u8::is_ascii_digit).count();
        let rest = rest.get(number..)?.strip_prefix(['.', ')'])?;
        return ((1..=2).contains(&number) && rest.starts_with(' ')).then(|| rest.trim_start());
    }
    if digits == 0
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && let Some(rest) = text.get(1..)?.strip_prefix(") ")
    {
        return Some(rest.trim_start());
    }
    let rest = text.get(digits..)?;
    let rest = rest.strip_prefix(['.', ')'])?;
    ((1..=2).contains(&digits) && rest.starts_with(' ')).then(|| rest.trim_start())
}

/// "Nice to have: Docker": the label is the topic of its own line only.
fn label(post: &Reading, line: &PostLine, topic: Topic) -> (Topic, Span) {
    if let Some(at) = line.text.find(':') {
        let head = Span::new(line.span.start, line.span.start + at);
        let words = &post.words[post.within(head)];
        if !words.is_empty()
            && words.len() <= 5
            && let Some(found) = topic_of(post.language, words, false)
        {
            let rest = &line.text[at + 1..];
            let start = head.end + 1 + (rest.len() - rest.trim_start().len());
            return (found, Span::new(start, line.span.end));
        }
    }
    (topic, line.span)
}

/// Cuts prose at full stops that end a sentence.
fn sentences(text: &str, span: Span) -> Vec<Span> {
    let content = span.of(text);
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in content.char_indices() {
        let end = at + c.len_utf8();
        let ends = match c {
            '.' => {
                let after = content[end..].chars().next();
                let then = content[end..].trim_start().chars().next();
                let word =
                    content[start..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                let initial = word.chars().count() <= 2
                    && !word.ends_with(|c: char| c.is_ascii_digit())
                    && !word.chars().all(|c| c.is_uppercase());
                after.is_none_or(char::is_whitespace)
                    && then.is_none_or(|c| !c.is_lowercase())
                    && (!initial || word.is_empty())
            }
            '!' | '?' => content[end..].chars().next().is_none_or(char::is_whitespace),
            ';' | '。' | '；' => true,
            _ => false,
        };
        if ends {
            push_trimmed(text, Span::new(span.start + start, span.start + end), &mut out);
            start = end;
        }
    }
    push_trimmed(text, Span::new(span.start + start, span.end), &mut out);
    out
}

fn push_trimmed(text: &str, span: Span, out: &mut Vec<Span>) {
    let content = span.of(text);
    let start = span.start + (content.len() - content.trim_start().len());
    let end = start + content.trim().len();
    if end > start {
        out.push(Span::new(start, end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Language;

    fn topics(text: &str) -> Vec<(Topic, String)> {
        let post = Reading::new(text, Language::En);
        units(&post).into_iter().map(|unit| (unit.topic, unit.span.of(text).to_owned())).collect()
    }

    #[test]
    fn headings_rule_what_follows() {
        let text = "About us\nWe run a bakery.\n\nRequirements:\n- Two years as a baker\n- Early starts\n\nNice to have: a driving licence\n\nWhat we offer\n- Free bread";
        let found = topics(text);
        assert_eq!(found[0].0, Topic::Company);
        assert_eq!(found[1], (Topic::Must, "Two years as a baker".to_owned()));
        assert_eq!(found[3], (Topic::Nice, "a driving licence".to_owned()));
        assert_eq!(found[4].0, Topic::Offer);
    }

    #[test]
    fn sentences_end_at_full_stops_only() {
        let found = topics("You have 3.5 years of Node.js, e.g. in teams. You speak German.");
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
