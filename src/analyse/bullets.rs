//! The signs that start a list item in a post or a CV.

/// Sign at the start of a list item.
pub fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '·'
            | '▪'
            | '▫'
            | '■'
            | '□'
            | '●'
            | '○'
            | '◦'
            | '‣'
            | '⁃'
            | '►'
            | '▶'
            | '➢'
            | '➤'
            | '✓'
            | '✔'
            | '✅'
            | '☑'
            | '–'
            | '—'
            | '-'
            | '*'
            | '+'
            | '→'
            | '»'
            | '※'
            | '\u{f0b7}'
            | '\u{f0a7}'
            | '¨'
            | '~'
            | '>'
    ) || matches!(c, '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f300}'..='\u{1faff}')
}
