//! Text from a model, made safe to show: nothing in it reorders, hides or
//! pretends to be other text.

/// Keeps at most `limit` characters of what a person can see. Line ends
/// become `\n` (or spaces, for a value of one line), other control characters
/// and everything invisible go.
pub fn clean(text: &str, limit: usize, lines: Lines) -> String {
    let mut out = String::with_capacity(text.len().min(limit * 4));
    let mut kept = 0;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let c = match c {
            '\r' if chars.peek() == Some(&'\n') => continue,
            '\r' | '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => lines.end(),
            '\t' if lines == Lines::Code => '\t',
            '\t' | '\u{a0}' | '\u{202f}' => ' ',
            // Persian and Indic words need the joiners; Latin words never do.
            '\u{200c}' | '\u{200d}' if joins(before) && chars.peek().copied().is_some_and(joins) => c,
            _ if invisible(c) => continue,
            _ => c,
        };
        if kept == limit {
            break;
        }
        kept += 1;
        before = c;
        out.push(c);
    }
    match lines {
        Lines::Code => out.truncate(out.trim_end().len()),
        _ => out = out.trim().to_owned(),
    }
    out
}

/// What a line end becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    One,
    Many,
    /// Many, with tabs and the indentation of the first line.
    Code,
}

impl Lines {
    fn end(self) -> char {
        if self == Lines::One { ' ' } else { '\n' }
    }
}

/// Characters that draw nothing, or change the order of those that do.
pub fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn joins(c: char) -> bool {
    c.is_alphabetic() && c as u32 >= 0x600
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bidi_and_invisible_characters_go() {
        let hostile = "a\u{202e}b\u{200b}c\u{2066}d\u{feff}e\u{e0041}f\u{0}g";
        assert_eq!(clean(hostile, 100, Lines::One), "abcdefg");
    }

    #[test]
    fn line_ends_are_of_one_kind() {
        assert_eq!(clean("a\r\nb\rc\u{2028}d", 100, Lines::Many), "a\nb\nc\nd");
        assert_eq!(clean("a\r\nb", 100, Lines::One), "a b");
        assert_eq!(clean("  a\n\tb\n", 100, Lines::Code), "  a\n\tb");
    }

    #[test]
    fn persian_keeps_its_joiner_and_latin_does_not() {
        assert_eq!(clean("می\u{200c}خواهم", 100, Lines::One), "می\u{200c}خواهم");
        assert_eq!(clean("pass\u{200c}word", 100, Lines::One), "password");
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(clean("ééééé", 3, Lines::One), "ééé");
    }
}
