//! The jobs that need no network, and what is kept between them.

use super::ask;
use crate::analyse::{self, Country, JobPost, Setting};
use crate::error::{Problem, ProblemKind};
use crate::export::{self, Fonts, Report};
use crate::extract::{self, Cv};
use crate::input;
use crate::jobs::{Desk, Job, Outcome, Practice, Reading, Seen, Weigh, Weighed};
use crate::review;
use crate::richtext::RichText;
use crate::store;

/// Characters of a text that are worked on at all; the limit that users are
/// told is [`crate::text::TEXT_LIMIT`].
const WORKED_ON: usize = 100_000;

#[derive(Default)]
pub struct WorkDesk {
    /// The CV file that was opened last.
    file: Option<Cv>,
    /// The CV texts that were worked on last, the newest first, and what was
    /// read in them: the CV itself and the CV with the accepted edits.
    texts: Vec<(String, Cv)>,
    post: Option<JobPost>,
}

impl WorkDesk {
    pub fn work(&mut self, job: Job, bytes: Option<Vec<u8>>) -> Result<Outcome, Problem> {
        match job {
            Job::Open { desk, name } => self.open(desk, &name, bytes.unwrap_or_default()),
            Job::Paste { desk, html } => {
                Ok(Outcome::Opened { desk, text: RichText::from_html(&html).plain_text() })
            }
            Job::See { cv, post, from_file, today, country } => {
                let country = country.and_then(|code| Country::of(&code));
                self.see(&cv, &post, from_file, Setting { today, country })
            }
            Job::Mask { cv, post, off } => {
                Ok(Outcome::Masked(ask::outgoing(&ask::mask(&cv, &post, &off, self.read(&cv)?))))
            }
            Job::Judge { cv, from_line, to_line, text } => {
                let why = "Your own words.".to_owned();
                let edit = review::Edit { from_line, to_line, text, why, keywords: Vec::new() };
                let resume = &self.read(&cv)?.resume;
                Ok(Outcome::Judged(Box::new(ask::judge(&cv, resume, edit))))
            }
            Job::JudgeLetter { cv, post, letter } => {
                let resume = &self.read(&cv)?.resume;
                Ok(Outcome::LetterJudged(review::guard_letter(&cv, &post, &letter, resume)))
            }
            Job::Weigh(weigh) => self.weigh(&weigh),
            Job::Star { answer } => {
                let star = review::star(&answer);
                Ok(Outcome::Star(Box::new(Practice { advice: star.advice(), star })))
            }
            Job::ImportKept => store::history_from_file(&bytes.unwrap_or_default()).map(Outcome::Kept),
            Job::OlderKept(text) => store::older_history(&text).map(Outcome::Kept).ok_or_else(unread),
            Job::Health
            | Job::ExportKept(_)
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

    fn see(&mut self, cv: &str, post: &str, from_file: bool, setting: Setting) -> Result<Outcome, Problem> {
        self.read(cv)?;
        self.read_post(post)?;
        let file = self.file.as_ref().filter(|_| from_file);
        let text = self.texts.first().map(|(_, read)| read);
        // Untouched since it was opened: the words keep their positions.
        let Some(read) = file.filter(|file| file.text.text == cv).or(text) else { return Err(unread()) };
        let document = file.map_or(&read.document, |file| &file.document);
        let (analysis, improvements) =
            analyse::analyse_and_improve(document, read, self.post.as_ref(), setting);
        let reading = Reading::new(document, read);
        Ok(Outcome::Seen(Box::new(Seen { reading, analysis, improvements })))
    }

    /// The numbers and the rest of what follows from the approved text.
    fn weigh(&mut self, weigh: &Weigh) -> Result<Outcome, Problem> {
        let Weigh { approved, cv, post, from_file, today, country, keywords, edits, confirmed } = weigh;
        let setting = Setting { today: *today, country: country.as_deref().and_then(Country::of) };
        let Outcome::Seen(seen) = self.see(approved, post, *from_file, setting)? else {
            return Err(unread());
        };
        let keywords = review::levels(keywords, &seen.analysis.requirements, self.read(approved)?);
        let resume = &self.read(cv)?.resume;
        let marked = |text: &str| review::highlights(text, &keywords);
        let weighed = Weighed {
            readable: seen.analysis.readable.value,
            matching: seen.analysis.matching.map(|score| score.value),
            defend: review::ready_to_defend(cv, approved, resume, confirmed),
            lines: cv.split('\n').map(marked).collect(),
            edits: edits
                .iter()
                .map(|edit| marked(&review::replacement(cv, edit).unwrap_or_default()))
                .collect(),
            keywords,
        };
        Ok(Outcome::Weighed(Box::new(weighed)))
    }

    pub fn export(
        &mut self,
        job: Job,
        fonts: &Fonts,
        (year, month, day): (u16, u8, u8),
    ) -> Result<(Outcome, Option<Vec<u8>>), Problem> {
        let exported = match job {
            Job::ExportKept(reviews) => {
                return Ok((Outcome::KeptFile, Some(store::history_to_file(&reviews).ok_or_else(unread)?)));
            }
            Job::ExportCv { cv, options } => export::cv(self.read(&cv)?, options, fonts)?,
            Job::ExportReview { cv, post, from_file, review, today, page, country, asked_cv, decisions } => {
                // The same as on screen: Readable is about the file.
                let setting = Setting { today, country: country.as_deref().and_then(Country::of) };
                let Outcome::Seen(seen) = self.see(&cv, &post, from_file, setting)? else {
                    return Err(unread());
                };
                let cv_name = seen.reading.resume.name.map(|name| name.value).unwrap_or_default();
                let cv_text = if asked_cv.is_empty() { cv } else { asked_cv };
                let (flags, letter_flags) = match &review {
                    Some(review) => self.flags(&cv_text, &post, review, &decisions)?,
                    None => Default::default(),
                };
                let (analysis, review) = (Some(seen.analysis), review.map(|review| *review));
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

    /// A text as a [`Cv`], read once as long as it is one of the last two.
    pub fn read(&mut self, text: &str) -> Result<&Cv, Problem> {
        let text = within_limit(text)?;
        match self.texts.iter().position(|(known, _)| known == text) {
            Some(place) => self.texts[..=place].rotate_right(1),
            None => {
                self.texts.insert(0, (text.to_owned(), extract::cv_from_text(text)));
                self.texts.truncate(2);
            }
        }
        self.texts.first().map(|(_, cv)| cv).ok_or_else(unread)
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
