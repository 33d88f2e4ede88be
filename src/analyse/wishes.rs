//! Must or nice: what the words around an ask say about it.

use super::asks::{Asks, Draft};
use super::post::Importance;
use super::sentences::{Topic, Unit};
use super::tokens::has;
use std::ops::Range;

impl Asks<'_> {
    pub(super) fn importance(&self, unit: &Unit, range: &Range<usize>, draft: &Draft) -> Importance {
        let post = self.post;
        let words = &post.words[range.clone()];
        let usual = if unit.topic == Topic::Nice { Importance::Nice } else { Importance::Must };
        let Some(nice) = self.cues.nice.find(words) else { return usual };
        // "CRM software, ideally Salesforce": the wish is within the ask.
        if draft.words.start < range.start + nice.0 && range.start + nice.1 < draft.words.end {
            return usual;
        }
        // "Ideally you have ..." is about all that follows.
        let clause = self.clause(range, draft);
        let own = &post.words[clause.clone()];
        if self.cues.nice.in_any(own) {
            return Importance::Nice;
        }
        if self.cues.must.in_any(own) {
            return Importance::Must;
        }
        // "It would be a bonus if you have ..., and if you know ..."
        const OPENS: &str = "it we it'd wed es schon wir ce nous seria sera nos ci sarebbe het wij leuk mooi se \
            ademas tambien valorizamos valoramos dodatkowo";
        let opens = nice.0 <= 4 && has(OPENS, &words[0].fold);
        if nice.0 <= 1 || opens { Importance::Nice } else { usual }
    }

    /// The words around a draft up to a sign that parts wishes from musts.
    fn clause(&self, range: &Range<usize>, draft: &Draft) -> Range<usize> {
        let post = self.post;
        let but = |at: usize| {
            matches!(
                post.words[at].fold.as_str(),
                "but"
                    | "while"
                    | "whereas"
                    | "aber"
                    | "wobei"
                    | "mais"
                    | "pero"
                    | "mas"
                    | "ma"
                    | "maar"
                    | "ale"
                    | "natomiast"
            )
        };
        let hard = |gap: &str| gap.contains([';', '.', '–', '—']) || gap.contains(" - ");
        // "Fluent English, German a plus": the wish is about the last alone.
        let last_alone = |at: usize| -> bool {
            const MANY: &[&str] = &[
                "are", "sind", "waren", "sont", "seraient", "son", "sao", "sono", "zijn", "beda", "and",
                "und", "et", "y", "e", "en", "i", "oraz", "sowie",
            ];
            let after = &post.words[at + 1..range.end];
            let commas = (at + 1..range.end.saturating_sub(1)).any(|at| post.gap(at).contains(','));
            !commas
                && self.cues.nice.find(after).is_some_and(|found| found.0 > 0)
                && !after.iter().any(|word| MANY.contains(&word.fold.as_str()))
        };
        // "5 years in marketing, ideally in fintech".
        let leads = |word: &str| {
            const LEADING: &[&str] = &[
                "ideally",
                "preferably",
                "idealerweise",
                "vorzugsweise",
                "bestenfalls",
                "idealement",
                "idealmente",
                "preferiblemente",
                "preferentemente",
                "preferencialmente",
                "preferibilmente",
                "idealiter",
                "liefst",
                "idealnie",
                "najlepiej",
                "bonus",
            ];
            LEADING.contains(&word)
        };
        // "... is desirable, as is a second language": the wish goes on.
        let goes_on = |at: usize| {
            const ON: &[(&str, &str)] = &[
                ("as", "is"),
                ("as", "are"),
                ("as", "would"),
                ("so", "is"),
                ("so", "would"),
                ("and", "so"),
                ("de", "meme"),
            ];
            at + 1 < range.end
                && ON
                    .iter()
                    .any(|(one, other)| post.words[at].fold == *one && post.words[at + 1].fold == *other)
        };
        // A comma parts only where a wish or a must was said on its left.
        let parts = |from: usize, at: usize| -> bool {
            let gap = post.gap(at);
            let said = &post.words[from..=at];
            hard(gap)
                || !goes_on(at + 1)
                    && gap.contains(',')
                    && (last_alone(at)
                        || at + 1 < range.end && leads(&post.words[at + 1].fold)
                        || at + 2 < range.end
                            && super::items::joins(post.language, &post.words[at + 1].fold)
                            && matches!(
                                post.words[at + 2].fold.as_str(),
                                "if" | "si" | "se" | "wenn" | "als" | "jesli"
                            ))
                || at + 1 < range.end && but(at + 1)
                || !goes_on(at + 1)
                    && gap.contains([',', ')'])
                    && (self.cues.nice.in_any(said) || self.cues.must.in_any(said))
                || (gap.trim().is_empty()
                    && at + 1 < range.end
                    && matches!(
                        post.words[at + 1].fold.as_str(),
                        "and" | "und" | "et" | "y" | "e" | "en" | "i" | "oraz"
                    )
                    && (self.cues.nice.find(said).is_some_and(|found| found.1 == said.len())
                        || self.cues.must.find(said).is_some_and(|found| found.1 == said.len())))
        };
        let mut start = range.start;
        for at in range.start..draft.words.start.max(range.start) {
            if at < draft.words.start && parts(start, at) {
                start = at + 1;
            }
        }
        let mut end = range.end;
        for at in draft.words.end.saturating_sub(1)..range.end.saturating_sub(1) {
            if parts(start, at) {
                end = at + 1;
                break;
            }
        }
        start.min(draft.words.start)..end.max(draft.words.end)
    }
}
