//! How much of an answer is taken, at most. The JSON Schema that the model is
//! given and the stream's reader both take their limits from here.

/// Bytes of one whole answer; what comes after is not read.
pub const ANSWER_BYTES: usize = 1 << 20;
/// Containers inside each other; anything deeper is skipped.
pub const DEPTH: usize = 8;

pub const EDITS: usize = 60;
pub const KEYWORDS: usize = 60;
pub const INTERVIEW: usize = 10;
pub const TECHNICAL_MIN: usize = 5;
pub const TECHNICAL: usize = 7;
pub const GAPS: usize = 20;
pub const EDIT_KEYWORDS: usize = 20;
pub const EVIDENCE_LINES: usize = 12;

/// The last line a CV can have: every line holds at least its line end.
pub const LAST_LINE: u32 = 10_000;
pub const WEEKS: u32 = 260;

// Characters.
pub const TERM: usize = 80;
pub const LABEL: usize = 120;
pub const QUESTION: usize = 600;
pub const REMARK: usize = 800;
pub const PARAGRAPH: usize = 1_200;
pub const LONG: usize = 2_000;
pub const CODE: usize = 3_000;
pub const LETTER: usize = 6_000;
