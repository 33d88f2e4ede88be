//! Signs at the edges of lines that are no words: bullets, icons, leaders,
//! page numbers.

pub(super) fn is_caps(text: &str) -> bool {
    let mut letters = text.chars().filter(|character| character.is_alphabetic()).peekable();
    let any = text.chars().filter(|character| character.is_uppercase()).count() >= 3;
    letters.peek().is_some() && any && !letters.any(char::is_lowercase)
}

pub(super) fn is_bullet(character: char) -> bool {
    matches!(
        character,
        '•' | '●'
            | '▪'
            | '◦'
            | '‣'
            | '∙'
            | '·'
            | '*'
            | '-'
            | '–'
            | '—'
            | '○'
            | '■'
            | '□'
            | '➢'
            | '➤'
            | '►'
            | '▶'
            | '✓'
            | '✔'
            | '❖'
            | '◆'
            | '◇'
            | '▸'
            | '▹'
            | '⁃'
            | '»'
            | '›'
            | '␣'
            | '→'
            | '★'
            | '☆'
            | '⚫'
            | '∗'
            | '✦'
    )
}

/// "2/4", "Page 2 of 4", "- 2 -": no content.
pub(super) fn is_page_number(text: &str) -> bool {
    let folded = super::fold::key(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let number = |word: &str| !word.is_empty() && word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit());
    let word = |word: &str| {
        matches!(
            word,
            "page" | "seite" | "pagina" | "strona" | "of" | "von" | "de" | "di" | "van" | "z" | "p" | "sur"
        )
    };
    words.len() <= 4
        && words.iter().any(|word| number(word))
        && words.iter().all(|known| number(known) || word(known))
        && (words.iter().any(|known| word(known) && *known != "of")
            || text.contains('/')
            || text.contains('-'))
}

/// "Vocational . . . . . .": leaders of a subheading.
pub(super) fn without_leaders(text: &str) -> &str {
    let bare = text.trim_end_matches(['.', ' ', '…', '_']);
    if text.len() > bare.len() + 6 { bare } else { text }
}

/// Glyphs of icon fonts have no character; readers put them in private use.
pub(super) fn is_icon(character: char) -> bool {
    matches!(character as u32, 0xE000..0xF900 | 0xF0000..0x110000 | 0xFFFD | 0x1F300..0x1FB00 | 0x2600..=0x2604 | 0x2607..=0x2712 | 0xFE0F | 0x200B)
}

pub(super) fn is_list_number(text: &str) -> bool {
    text.strip_suffix(['.', ')']).is_some_and(|number| {
        number.len() <= 2
            && (number.chars().all(|c| c.is_ascii_digit())
                || (number.len() == 1 && number.chars().all(|c| c.is_ascii_alphabetic())))
    })
}
