//! The chapters that a model wrote: edits, questions, gaps, the letter.

use super::{Report, bold, one_line, plain};
use crate::export::block::{Block, PageBreak, Piece, Role, Tone};
use crate::export::fonts::Style;
use crate::review::{
    AiReview, Decision, DiffKind, Difficulty, Edit, Gap, GapImportance, GapKind, InterviewQuestion,
    TechnicalQuestion, diff,
};

const EDIT: &[f32] = &[0.5, 0.5];
const GAPS: &[f32] = &[0.2, 0.13, 0.43, 0.14, 0.1];

pub(super) fn compose(review: &AiReview, report: &Report, blocks: &mut Vec<Block>) {
    keywords(review, blocks);
    edits(&review.edits, report, blocks);
    interview(&review.interview, &report.cv_text, blocks);
    technical(&review.technical, blocks);
    gaps(&review.gaps, blocks);
    letter(&review.cover_letter, &report.letter_flags, blocks);
}

fn keywords(review: &AiReview, blocks: &mut Vec<Block>) {
    let keywords = &review.keywords;
    if keywords.matched.is_empty() && keywords.missing.is_empty() {
        return;
    }
    blocks.push(Block::plain(Role::Section, "Keywords"));
    for (label, words) in [("In the CV: ", &keywords.matched), ("Not in the CV: ", &keywords.missing)] {
        if !words.is_empty() {
            let pieces = vec![bold(label), Piece::plain(one_line(&words.join(", ")))];
            blocks.push(Block::new(Role::Paragraph, pieces));
        }
    }
}

fn edits(edits: &[Edit], report: &Report, blocks: &mut Vec<Block>) {
    if edits.is_empty() {
        return;
    }
    blocks.push(Block::plain(Role::Section, "Suggested wording"));
    blocks.push(Block::new(
        Role::Paragraph,
        vec![
            Piece::new("Struck", Style::Regular, Tone::Struck),
            Piece::plain(" words go, "),
            bold("bold"),
            Piece::plain(
                " words come. The CV that you download has the wording that you accepted, and no other.",
            ),
        ],
    ));
    let lines: Vec<&str> = report.cv_text.lines().collect();
    for (index, edit) in edits.iter().enumerate() {
        let decision = report.decisions.iter().find(|(known, _)| *known as usize == index);
        let decision = decision.map_or(&Decision::Pending, |(_, decision)| decision);
        let (words, text) = match decision {
            Decision::Pending => ("not decided yet", &edit.text),
            Decision::Accepted => ("accepted", &edit.text),
            Decision::Rejected => ("rejected", &edit.text),
            Decision::EditedByHand(own) => ("accepted in your own words", own),
        };
        let heading = match edit.from_line == edit.to_line {
            true => format!("Line {}: {words}", edit.from_line),
            false => format!("Lines {} to {}: {words}", edit.from_line, edit.to_line),
        };
        blocks.push(Block::plain(Role::Entry, heading));
        let from = (edit.from_line as usize).saturating_sub(1).min(lines.len());
        let to = (edit.to_line as usize).clamp(from, lines.len().max(from)).min(lines.len());
        let before = one_line(&lines[from..to].join(" "));
        match before.is_empty() {
            true => paragraphs(text, blocks),
            false => blocks.extend(changes(&before, &one_line(text))),
        }
        labelled("Why", &edit.why, blocks);
        if !edit.keywords.is_empty() {
            labelled("Keywords", &edit.keywords.join(", "), blocks);
        }
        for flag in report.flags.get(index).into_iter().flatten() {
            labelled("Check this", flag, blocks);
        }
    }
}

/// The old words beside the new ones, what differs marked in both.
fn changes(before: &str, after: &str) -> [Block; 2] {
    let (mut now, mut suggested) = (Vec::new(), Vec::new());
    for piece in diff(before, after) {
        match piece.kind {
            DiffKind::Same => {
                now.push(Piece::plain(piece.text.as_str()));
                suggested.push(Piece::plain(piece.text));
            }
            DiffKind::Removed => now.push(Piece::new(piece.text, Style::Regular, Tone::Struck)),
            DiffKind::Added => suggested.push(bold(piece.text)),
        }
    }
    [
        Block::row(Role::TableHead, EDIT, ["Now", "Suggested"].map(plain).to_vec()),
        Block::row(Role::TableRow, EDIT, vec![now, suggested]),
    ]
}

fn interview(questions: &[InterviewQuestion], cv_text: &str, blocks: &mut Vec<Block>) {
    if questions.is_empty() {
        return;
    }
    blocks.push(Block {
        page_break: PageBreak::Chapter,
        ..Block::plain(Role::Section, "Interview: questions to prepare")
    });
    let lines: Vec<&str> = cv_text.lines().collect();
    for (at, question) in questions.iter().enumerate() {
        blocks.push(Block::plain(Role::Entry, format!("{}. {}", at + 1, one_line(&question.question))));
        labelled("Competency", &question.competency, blocks);
        labelled("What the recruiter wants to know", &question.recruiter_perspective, blocks);
        for line in
            question.evidence_lines.iter().filter_map(|&line| lines.get((line as usize).checked_sub(1)?))
        {
            let line = one_line(line);
            if !line.is_empty() {
                let quote = Piece::new(line, Style::Italic, Tone::Muted);
                blocks.push(Block::new(Role::Paragraph, vec![bold("From your CV: "), quote]));
            }
        }
        labelled("Situation", &question.situation, blocks);
        labelled("Action", &question.action, blocks);
        match question.result.trim() {
            // A blank to fill in; nothing is made up.
            "" => {
                let blank =
                    Piece::new("your CV gives no result here; add your own.", Style::Italic, Tone::Muted);
                blocks.push(Block::new(Role::Paragraph, vec![bold("Result: "), blank]));
            }
            result => labelled("Result", result, blocks),
        }
    }
}

fn technical(questions: &[TechnicalQuestion], blocks: &mut Vec<Block>) {
    if questions.is_empty() {
        return;
    }
    blocks
        .push(Block { page_break: PageBreak::Chapter, ..Block::plain(Role::Section, "Technical scenarios") });
    for (at, question) in questions.iter().enumerate() {
        blocks.push(Block::plain(Role::Entry, format!("{}. {}", at + 1, one_line(&question.scenario))));
        let difficulty = match question.difficulty {
            Difficulty::Easy => "easy",
            Difficulty::Medium => "medium",
            Difficulty::Hard => "hard",
        };
        labelled("Difficulty", difficulty, blocks);
        labelled("Concept", &question.concept, blocks);
        labelled("Implementation", &question.implementation, blocks);
        labelled("Trade-offs", &question.trade_offs, blocks);
        for line in question.code.iter().flat_map(|code| code.lines()) {
            let line = line.trim_end().replace('\t', "    ");
            blocks.push(Block::plain(Role::Code, if line.is_empty() { " ".to_owned() } else { line }));
        }
    }
}

fn gaps(gaps: &[Gap], blocks: &mut Vec<Block>) {
    if gaps.is_empty() {
        return;
    }
    blocks.push(Block::plain(Role::Section, "Gaps and what to do about them"));
    let head = ["Skill", "Kind", "What to do", "How", "Weeks"].map(plain).to_vec();
    blocks.push(Block::row(Role::TableHead, GAPS, head));
    for importance in [GapImportance::Must, GapImportance::Nice] {
        for gap in gaps.iter().filter(|gap| gap.importance == importance) {
            let wanted = match importance {
                GapImportance::Must => "must",
                GapImportance::Nice => "nice to have",
            };
            let how = match gap.kind {
                GapKind::Course => "course",
                GapKind::Project => "project",
                GapKind::Certification => "certification",
                GapKind::Practice => "practice",
                GapKind::Wording => "wording",
            };
            let weeks = gap.weeks.to_string();
            let cells = vec![
                vec![bold(one_line(&gap.skill))],
                plain(wanted),
                plain(gap.action.as_str()),
                plain(how),
                plain(weeks),
            ];
            blocks.push(Block::row(Role::TableRow, GAPS, cells));
        }
    }
}

fn letter(letter: &str, flags: &[String], blocks: &mut Vec<Block>) {
    if letter.trim().is_empty() {
        return;
    }
    blocks.push(Block { page_break: PageBreak::Always, ..Block::plain(Role::Section, "Cover letter") });
    for paragraph in letter.trim().split("\n\n") {
        // Lines that belong together, as a greeting and a name.
        for (at, line) in paragraph.lines().map(one_line).filter(|line| !line.is_empty()).enumerate() {
            blocks.push(Block::plain(if at == 0 { Role::Letter } else { Role::Detail }, line));
        }
    }
    if !flags.is_empty() {
        blocks.push(Block::plain(Role::Entry, "Check this before you send it"));
        blocks.extend(flags.iter().map(|flag| Block::item("•", vec![Piece::plain(one_line(flag))])));
    }
}

/// A paragraph for every line; items where the model wrote a list.
fn paragraphs(text: &str, blocks: &mut Vec<Block>) {
    for line in text.lines().map(one_line).filter(|line| !line.is_empty()) {
        match line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).or_else(|| line.strip_prefix("• "))
        {
            Some(item) => blocks.push(Block::item("•", vec![Piece::plain(item)])),
            None => blocks.push(Block::plain(Role::Paragraph, line)),
        }
    }
}

/// "Label: text"; further lines of the text as paragraphs under it.
fn labelled(label: &str, text: &str, blocks: &mut Vec<Block>) {
    let mut lines = text.lines().map(one_line).filter(|line| !line.is_empty());
    if let Some(first) = lines.next() {
        blocks.push(Block::new(Role::Paragraph, vec![bold(format!("{label}: ")), Piece::plain(first)]));
    }
    let rest: Vec<String> = lines.collect();
    paragraphs(&rest.join("\n"), blocks);
}
