//! What the file does to machines that read it.

use super::{Look, Report, Rule, Topic, cv_span};
use crate::analyse::finding::{About, Severity, Source};
use crate::analyse::instructions::instructions;
use crate::analyse::readable::is_unreadable;
use crate::analyse::tokens::is_invisible;
use crate::extract::WarningKind;
use crate::text::Span;

const fn rule(
    id: &'static str,
    severity: Severity,
    checks: &'static str,
    reason: &'static str,
    check: fn(&Look, &mut Report),
) -> Rule {
    Rule { id, topic: Topic::File, severity, checks, reason, languages: &[], check }
}

pub(super) fn rules() -> Vec<Rule> {
    use Severity::{Minor, Moderate, Serious};
    vec![
        rule(
            "file-no-text",
            Serious,
            "The file has text.",
            "A picture of a page gives a machine nothing to read.",
            no_text,
        ),
        rule(
            "file-part-scanned",
            Serious,
            "No page is only a picture.",
            "What is on a scanned page is lost to search.",
            part_scanned,
        ),
        rule(
            "file-hidden-text",
            Serious,
            "All text of the file can be seen.",
            "Text that only machines see is taken for an attempt to deceive, even when a template put it there.",
            hidden,
        ),
        rule(
            "file-invisible-characters",
            Moderate,
            "There are no invisible characters between the letters.",
            "A word with an invisible character inside is not found by search.",
            invisible,
        ),
        rule(
            "cv-instructions",
            Serious,
            "The CV has no instructions aimed at a language model.",
            "Readers who notice such a line set the CV aside.",
            cv_instructions,
        ),
        rule(
            "post-instructions",
            Moderate,
            "The job post has no instructions aimed at a language model.",
            "Such a line could steer an AI review; here it is treated as plain text.",
            post_instructions,
        ),
        rule(
            "file-columns",
            Moderate,
            "The text runs in one column.",
            "Simple readers go straight across the page and mix the columns.",
            columns,
        ),
        rule(
            "file-tables",
            Moderate,
            "Text does not stand in tables.",
            "Readers take the cells of a table in different orders.",
            tables,
        ),
        rule(
            "file-text-boxes",
            Moderate,
            "Text does not stand in text boxes.",
            "Many readers skip text boxes or put them last.",
            text_boxes,
        ),
        rule(
            "file-letter-spacing",
            Moderate,
            "Words are not spaced out letter by letter.",
            "A machine reads each letter as a word.",
            letter_spacing,
        ),
        rule(
            "file-unmappable-glyphs",
            Serious,
            "Every glyph has a character behind it.",
            "Without it the words look right and read as nonsense.",
            unmappable,
        ),
        rule(
            "file-ligature-codes",
            Minor,
            "Letters are not stored as joined ligature codes.",
            "A search for \u{201c}office\u{201d} does not find the ligature code.",
            ligatures,
        ),
        rule(
            "file-images",
            Minor,
            "Nothing important is only in a picture.",
            "Machines do not read logos, icons or bars that show skills.",
            images,
        ),
        rule(
            "file-encrypted",
            Moderate,
            "The file is not protected.",
            "Some readers refuse protected files.",
            encrypted,
        ),
        rule(
            "file-truncated",
            Moderate,
            "The file was read to its end.",
            "A part that is not read is not reviewed.",
            truncated,
        ),
        rule(
            "length-short",
            Moderate,
            "The CV has at least 120 words.",
            "Below that there is too little to judge from.",
            short,
        ),
        rule(
            "length-long",
            Minor,
            "The CV has at most 1,500 words.",
            "Long texts are skimmed; what matters should not be on page four.",
            long,
        ),
    ]
}

fn no_text(look: &Look, report: &mut Report) {
    if !look.facts.has_text() {
        report.add(
            "There is almost no text in this file that a machine can read.",
            "Export it from the program you wrote it in, or paste the text of your CV.",
            Vec::new(),
        );
    }
}

fn part_scanned(look: &Look, report: &mut Report) {
    if look.facts.has_text() && look.warned(WarningKind::Scanned) {
        report.add(
            "At least one page is a picture without text.",
            "Replace the picture by the text that is on it.",
            look.warned_spans(WarningKind::Scanned),
        );
    }
}

fn hidden(look: &Look, report: &mut Report) {
    let words: Vec<&str> = look
        .file
        .warnings
        .iter()
        .filter(|warning| warning.kind == WarningKind::HiddenText)
        .map(|warning| warning.words.as_str())
        .collect();
    if !words.is_empty() {
        let some: String = words.join(" ").chars().take(80).collect();
        report.add(
            format!("The file has text that people cannot see: \u{201c}{}\u{201d}.", some.trim()),
            "Delete it, or make it visible if it belongs there.",
            look.warned_spans(WarningKind::HiddenText),
        );
    }
}

fn invisible(look: &Look, report: &mut Report) {
    // Joiners are letters' business in some scripts; a soft hyphen is a fault of export only.
    let text = look.text();
    let spans: Vec<About> = text
        .char_indices()
        .filter(|(_, c)| {
            is_invisible(*c)
                && !matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        })
        .map(|(at, c)| cv_span(Span::new(at, at + c.len_utf8())))
        .take(12)
        .collect();
    if !spans.is_empty() {
        report.add(
            "There are invisible characters between the letters.",
            "Type the affected words again, or paste the text through a plain editor.",
            spans,
        );
    }
}

fn cv_instructions(look: &Look, report: &mut Report) {
    let mut spans: Vec<About> = instructions(look.text()).into_iter().map(cv_span).collect();
    let hidden = look.file.warnings.iter().any(|warning| !instructions(&warning.words).is_empty());
    spans.truncate(6);
    if hidden || !spans.is_empty() {
        report.add(
            "A line of the CV speaks to a language model and not to a person.",
            "Delete it; if you did not write it, look where the file comes from.",
            spans,
        );
    }
}

fn post_instructions(look: &Look, report: &mut Report) {
    let Some(post) = look.post else { return };
    let spans: Vec<About> =
        instructions(&post.text).into_iter().map(|span| About { source: Source::Post, span }).collect();
    if !spans.is_empty() {
        report.add(
            "A line of the job post speaks to a language model.",
            "Delete this line from the post before you ask for an AI review.",
            spans,
        );
    }
}

fn columns(look: &Look, report: &mut Report) {
    if look.warned(WarningKind::Columns) {
        report.add(
            "The page is set in columns, and readers differ in how they put columns in order.",
            "Compare \u{201c}what the machine reads\u{201d} with your page; one column is safe.",
            look.warned_spans(WarningKind::Columns),
        );
    }
}

fn tables(look: &Look, report: &mut Report) {
    if look.warned(WarningKind::Tables) {
        report.add(
            "Some text stands in a table.",
            "Write it as plain lines, with the date on the line of the job.",
            look.warned_spans(WarningKind::Tables),
        );
    }
}

fn text_boxes(look: &Look, report: &mut Report) {
    if look.warned(WarningKind::TextBoxes) {
        report.add(
            "Some text stands in text boxes.",
            "Move it into the running text.",
            look.warned_spans(WarningKind::TextBoxes),
        );
    }
}

fn letter_spacing(look: &Look, report: &mut Report) {
    if look.warned(WarningKind::LetterSpaced) {
        report.add(
            "Some words are spaced out letter by letter.",
            "Take the letter spacing off; use size or bold instead.",
            look.warned_spans(WarningKind::LetterSpaced),
        );
    }
}

fn unmappable(look: &Look, report: &mut Report) {
    let text = look.text();
    let odd: Vec<About> = text
        .char_indices()
        .filter(|(_, c)| *c == '\u{fffd}' || (is_unreadable(*c) && !matches!(c, '\u{fb00}'..='\u{fb06}')))
        .map(|(at, c)| cv_span(Span::new(at, at + c.len_utf8())))
        .take(12)
        .collect();
    // A few icons from a symbol font are common and cost nothing.
    if look.warned(WarningKind::UnmappableGlyphs) || odd.len() > 6 || text.contains('\u{fffd}') {
        let spans = if odd.is_empty() { look.warned_spans(WarningKind::UnmappableGlyphs) } else { odd };
        report.add(
            "Some glyphs have no character behind them, so machines read something else than you see.",
            "Save the file again with a common font, or download it from here.",
            spans,
        );
    }
}

fn ligatures(look: &Look, report: &mut Report) {
    let spans: Vec<About> = look
        .text()
        .char_indices()
        .filter(|(_, c)| matches!(c, '\u{fb00}'..='\u{fb06}'))
        .map(|(at, c)| cv_span(Span::new(at, at + c.len_utf8())))
        .take(12)
        .collect();
    if !spans.is_empty() {
        report.add(
            "Some letters are stored as ligatures.",
            "Switch ligatures off where you export the file.",
            spans,
        );
    }
}

fn images(look: &Look, report: &mut Report) {
    if look.warned(WarningKind::Images) {
        report.add(
            "There are pictures in the file, and machines do not read them.",
            "Make sure that nothing is said only in a picture.",
            Vec::new(),
        );
    }
}

fn encrypted(look: &Look, report: &mut Report) {
    if look.warned(WarningKind::Encrypted) {
        report.add("The file is protected against changes.", "Save it without protection.", Vec::new());
    }
}

fn truncated(look: &Look, report: &mut Report) {
    if look.warned(WarningKind::Truncated) {
        report.add(
            "The file is so large that a part of it was left out.",
            "Shorten it, or paste the part that matters.",
            Vec::new(),
        );
    }
}

fn short(look: &Look, report: &mut Report) {
    if look.facts.has_text() && look.facts.words < 120 {
        report.add(
            format!("The CV has {} words.", look.facts.words),
            "Say for each job what you did and what came of it.",
            Vec::new(),
        );
    }
}

fn long(look: &Look, report: &mut Report) {
    if look.facts.words > 1500 {
        report.add(
            format!("The CV has {} words.", look.facts.words),
            "Shorten the oldest jobs to one line each.",
            Vec::new(),
        );
    }
}
