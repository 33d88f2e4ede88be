//! The jobs that need no network, and what is kept between them.

use super::ask;
use crate::analyse::{self, JobPost};
use crate::error::{Problem, ProblemKind};
use crate::export::{self, Fonts, Report};
use crate::extract::{self, Cv, Date};
use crate::input;
use crate::jobs::{Desk, Job, Outcome, Reading, Seen};
use crate::review;
use crate::richtext::RichText;

/// Characters of a text that are worked on at all; the limit that users are
/// told is [`crate::text::TEXT_LIMIT`].
const WORKED_ON: usize = 100_000;

#[derive(Default)]
pub struct WorkDesk {
    /// The CV file that was opened last.
    file: Option<Cv>,
    /// The CV text that was worked on last, and what was read in it.
    text: Option<(String, Cv)>,
    post: Option<JobPost>,
}

impl WorkDesk {
    pub fn work(&mut self, job: Job, bytes: Option<Vec<u8>>) -> Result<Outcome, Problem> {
        match job {
            Job::Open { desk, name } => self.open(desk, &name, bytes.unwrap_or_default()),
            Job::Paste { desk, html } => {
                Ok(Outcome::Opened { desk, text: RichText::from_html(&html).plain_text() })
            }
            Job::See { cv, post, from_file, today } => self.see(&cv, &post, from_file, today),
            Job::Mask { cv, post, off } => {
                Ok(Outcome::Masked(ask::outgoing(&ask::mask(&cv, &post, &off, self.read(&cv)?))))
            }
            Job::Judge { cv, from_line, to_line, text } => {
                let why = "Your own words.".to_owned();
                let edit = review::Edit { from_line, to_line, text, why, keywords: Vec::new() };
                let resume = &self.read(&cv)?.resume;
                Ok(Outcome::Judged(Box::new(ask::judge(&cv, resume, edit))))
            }
            Job::Health
            | Job::Ask { .. }
            | Job::Stop { .. }
            | Job::ExportCv { .. }
            | Job::ExportReview { .. } => {
                Err(Problem::new(ProblemKind::Internal, "This cannot be done here. Reload the page."))
            }
        }
    }

    fn open(&mut self, desk: Desk, name: &str, bytes: Vec<u8>) -> Result<Outcome, Problem> {
        let raw = input::receive(name, bytes)?;
        let cv = extract::cv(&raw)?;
        let text = cv.text.text.clone();
        if desk == Desk::Cv {
            self.file = Some(cv);
        }
        Ok(Outcome::Opened { desk, text })
    }

    fn see(&mut self, cv: &str, post: &str, from_file: bool, today: Date) -> Result<Outcome, Problem> {
        self.read(cv)?;
        self.read_post(post)?;
        let file = self.file.as_ref().filter(|_| from_file);
        let text = self.text.as_ref().map(|(_, read)| read);
        // Untouched since it was opened: the words keep their positions.
        let Some(read) = file.filter(|file| file.text.text == cv).or(text) else { return Err(unread()) };
        let document = file.map_or(&read.document, |file| &file.document);
        let analysis = analyse::analyse(document, read, self.post.as_ref(), today);
        let mut reading = Reading::new(read);
        // The words may have been edited since; what is wrong with the file still is.
        reading.warnings.clone_from(&document.warnings);
        Ok(Outcome::Seen(Box::new(Seen { reading, analysis })))
    }

    pub fn export(
        &mut self,
        job: Job,
        fonts: &Fonts,
        (year, month, day): (u16, u8, u8),
    ) -> Result<(Outcome, Option<Vec<u8>>), Problem> {
        let exported = match job {
            Job::ExportCv { cv, options } => export::cv(self.read(&cv)?, options, fonts)?,
            Job::ExportReview { cv, post, from_file, review, today, page, asked_cv, decisions } => {
                // The same numbers as on screen: Readable is about the file.
                let Outcome::Seen(seen) = self.see(&cv, &post, from_file, today)? else {
                    return Err(unread());
                };
                let cv_name = seen.reading.resume.name.map(|name| name.value).unwrap_or_default();
                let cv_text = if asked_cv.is_empty() { cv } else { asked_cv };
                let (flags, letter_flags) = match &review {
                    Some(review) => self.flags(&cv_text, &post, review, &decisions)?,
                    None => Default::default(),
                };
                let analysis = Some(seen.analysis);
                let report = Report { cv_name, cv_text, analysis, review, decisions, flags, letter_flags };
                export::report(&report, page, fonts)?
            }
            _ => return Err(Problem::new(ProblemKind::Internal, "This is not a file. Reload the page.")),
        };
        let outcome = Outcome::File {
            file_name: export::dated(&exported.file_name, year, month, day),
            mime: exported.mime.to_owned(),
            certificate: exported.certificate,
        };
        Ok((outcome, Some(exported.bytes)))
    }

    /// What the guard cannot trace in each edit, as it now reads, and in the
    /// letter.
    fn flags(
        &mut self,
        cv: &str,
        post: &str,
        review: &review::AiReview,
        decisions: &[(u32, review::Decision)],
    ) -> Result<(Vec<Vec<String>>, Vec<String>), Problem> {
        let resume = &self.read(cv)?.resume;
        let sentences = |verdict: review::Verdict| -> Vec<String> {
            verdict
                .flags
                .iter()
                .map(|flag| format!("\u{201C}{}\u{201D} {}", flag.words, flag.reason))
                .collect()
        };
        let edits = review.edits.iter().enumerate().map(|(index, edit)| {
            let mut edit = edit.clone();
            if let Some((_, review::Decision::EditedByHand(own))) =
                decisions.iter().find(|(known, _)| *known as usize == index)
            {
                edit.text.clone_from(own);
            }
            sentences(ask::judge(cv, resume, edit).verdict)
        });
        let edits = edits.collect();
        let letter = review::guard_letter(cv, post, &review.cover_letter, resume);
        Ok((edits, sentences(letter)))
    }

    /// A text as a [`Cv`], read once as long as it stays the same.
    pub fn read(&mut self, text: &str) -> Result<&Cv, Problem> {
        let text = within_limit(text)?;
        if self.text.as_ref().is_none_or(|(known, _)| known != text) {
            self.text = Some((text.to_owned(), extract::cv_from_text(text)));
        }
        self.text.as_ref().map(|(_, cv)| cv).ok_or_else(unread)
    }

    /// Reading a post takes longer than a review of it, so it is kept too.
    fn read_post(&mut self, text: &str) -> Result<(), Problem> {
        let text = within_limit(text)?;
        if text.trim().is_empty() {
            self.post = None;
        } else if self.post.as_ref().is_none_or(|known| known.text != text) {
            self.post = Some(analyse::job_post(text));
        }
        Ok(())
    }
}

fn unread() -> Problem {
    Problem::new(ProblemKind::Internal, "The text could not be read. Reload the page.")
}

fn within_limit(text: &str) -> Result<&str, Problem> {
    if text.chars().count() <= WORKED_ON {
        return Ok(text);
    }
    Err(Problem::new(
        ProblemKind::TooLarge,
        "This text is far longer than a CV or a job post. Shorten it to 10,000 characters to go on; nothing was cut off.",
    ))
}
