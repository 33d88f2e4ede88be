//! The lines of a document with the facts that rules ask for: text without
//! bullet and icons, cells between wide gaps, style, indent, distance.

use super::fold::is_cjk;
use crate::extract::{BlockKind, Document, Line, LineId, Word};

/// Body text of one style between wide gaps.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) style: Style,
    /// A gap too wide for a space is before it.
    pub(super) after_gap: bool,
    pub(super) x: f32,
    pub(super) right: f32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) color: [u8; 3],
}

#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) id: LineId,
    /// Without bullet and icon glyphs.
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) page: usize,
    pub(super) kind: BlockKind,
    pub(super) column: u8,
    pub(super) x: f32,
    pub(super) right: f32,
    pub(super) y: f32,
    /// The size of most of its letters; 0 when unknown.
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) caps: bool,
    pub(super) color: [u8; 3],
    pub(super) bullet: bool,
    /// The lines of a period that was set apart and is joined here.
    pub(super) also: Vec<LineId>,
    pub(super) block: usize,
    /// The first line of its block.
    pub(super) opens_block: bool,
    /// From the line above in the same column, in line heights; 0 when unknown.
    pub(super) gap: f32,
    pub(super) words: usize,
}

impl Row {
    /// The pieces joined up to each wide gap.
    pub(super) fn cells(&self) -> Vec<String> {
        let mut cells: Vec<String> = Vec::new();
        for piece in &self.pieces {
            match cells.last_mut() {
                Some(cell) if !piece.after_gap => {
                    if needs_space(cell, &piece.text) {
                        cell.push(' ');
                    }
                    cell.push_str(&piece.text);
                }
                _ => cells.push(piece.text.clone()),
            }
        }
        cells
    }

    /// The same line reduced to some of its pieces.
    pub(super) fn with(&self, pieces: &[Piece]) -> Option<Self> {
        let first = pieces.first()?;
        let mut text = String::new();
        for piece in pieces {
            if needs_space(&text, &piece.text) {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
        let letters = |test: &dyn Fn(&Piece) -> bool| {
            pieces.iter().filter(|piece| test(piece)).map(|piece| piece.text.chars().count()).sum::<usize>()
        };
        let most = |test: &dyn Fn(&Piece) -> bool| letters(test) * 10 >= letters(&|_| true) * 8;
        let widest = pieces.iter().max_by_key(|piece| piece.text.chars().count())?.style;
        Some(Self {
            x: first.x,
            size: widest.size,
            bold: most(&|piece| piece.style.bold),
            italic: most(&|piece| piece.style.italic),
            color: widest.color,
            caps: is_caps(&text),
            words: super::fold::word_count(&text),
            text,
            pieces: pieces.to_vec(),
            ..self.clone()
        })
    }

    /// A sentence or its part rather than a title, a name or a list.
    pub(super) fn is_prose(&self) -> bool {
        // "Sp. z o.o." and "Inc." end with a full stop too.
        let last = self.text.trim_end_matches(['.', ';', '!']).rsplit([' ', '.']).next().unwrap_or_default();
        let short = last.chars().count();
        let abbreviated = !last.chars().any(is_cjk) && (short <= 2 || short == 3 && self.words < 9);
        let ends = self.text.ends_with(['.', '。', ';', '!']) && !abbreviated;
        let starts_small = self.text.chars().next().is_some_and(char::is_lowercase);
        self.words >= 14 || (ends && self.words >= 6) || (starts_small && self.words >= 5)
    }
}

pub(super) fn needs_space(left: &str, right: &str) -> bool {
    let closes = |character: char| ",.;:)]}".contains(character);
    match (left.chars().next_back(), right.chars().next()) {
        (Some(a), Some(b)) => !((is_cjk(a) && is_cjk(b)) || closes(b)),
        _ => false,
    }
}

/// The visible lines in reading order; empty ones are left out.
pub(super) fn rows(document: &Document) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut blocks = 0;
    for (page_number, page) in document.pages.iter().enumerate() {
        for block in &page.blocks {
            let mut opens_block = true;
            blocks += 1;
            for line in &block.lines {
                let Some(mut row) = row(line) else { continue };
                row.page = page_number;
                row.kind = block.kind;
                row.column = block.column;
                row.opens_block = opens_block;
                row.block = blocks;
                opens_block = false;
                if let Some(above) = rows.last().filter(|above| above.page == page_number && row.y > above.y)
                {
                    let height = row.size.max(above.size).max(1.0);
                    row.gap = (row.y - above.y) / height;
                }
                rows.push(row);
            }
        }
    }
    super::label_column::split(super::strays::rejoin(rows))
}

fn row(line: &Line) -> Option<Row> {
    let mut words: Vec<&Word> = line.words.iter().filter(|word| word.hidden.is_none()).collect();
    let mut bullet = line.bullet;
    // Bullets that stand alone, and icons in front of a contact line.
    while let Some(first) = words.first() {
        let text = first.text.trim();
        let marker = !text.is_empty() && text.chars().all(is_bullet);
        let number = bullet && is_list_number(text) && words.len() > 1;
        if text.is_empty() || text.chars().all(is_icon) {
            words.remove(0);
        } else if (marker && words.len() > 1 && text.chars().count() <= 2) || number {
            bullet = true;
            words.remove(0);
            if number {
                break;
            }
        } else {
            break;
        }
    }
    let first = words.first()?;
    let pieces = pieces(&words, &mut bullet);
    let mut text = String::new();
    for piece in &pieces {
        if needs_space(&text, &piece.text) {
            text.push(' ');
        }
        text.push_str(&piece.text);
    }
    let text = without_leaders(&text).to_owned();
    if text.is_empty() || is_page_number(&text) {
        return None;
    }
    let last = words.last()?;
    let letters: usize = words.iter().map(|word| word.text.chars().count()).sum();
    let share = |test: &dyn Fn(&Word) -> bool| {
        words.iter().filter(|word| test(word)).map(|word| word.text.chars().count()).sum::<usize>() * 10
            >= letters * 8
    };
    let widest = words.iter().max_by_key(|word| word.text.chars().count())?;
    Some(Row {
        id: line.id,
        page: 0,
        kind: BlockKind::Body,
        column: 0,
        x: first.rect.x,
        right: last.rect.x + last.rect.width,
        y: first.rect.y + first.rect.height,
        size: widest.size,
        bold: share(&|word| word.weight >= 600),
        italic: share(&|word| word.italic),
        caps: is_caps(&text),
        color: widest.color,
        bullet,
        also: Vec::new(),
        block: 0,
        opens_block: false,
        gap: 0.0,
        words: super::fold::word_count(&text),
        text,
        pieces,
    })
}

fn pieces(words: &[&Word], bullet: &mut bool) -> Vec<Piece> {
    let spaced_out = is_letter_spaced(words);
    let narrow = narrow_gap(words);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut right = f32::MAX;
    for (number, word) in words.iter().enumerate() {
        let mut text: String = word.text.chars().filter(|character| !is_icon(*character)).collect();
        if number == 0
            && let Some(rest) = text.strip_prefix(|character: char| {
                is_bullet(character) && !matches!(character, '-' | '*' | '–' | '—')
            })
            && rest.chars().next().is_some_and(char::is_alphanumeric)
        {
            *bullet = true;
            text = rest.to_owned();
        }
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let style =
            Style { size: word.size, bold: word.weight >= 600, italic: word.italic, color: word.color };
        let gap = word.rect.x - right;
        right = word.rect.x + word.rect.width;
        // Bars and dots between things have room around them.
        let parted = is_sign(text) || pieces.last().is_some_and(|last| last.text.ends_with(['|', '•', '·']));
        let wide = word.size > 0.0
            && !(parted && gap < word.size * 2.5)
            && gap > (word.size * 0.7).max(narrow.min(word.size * 0.4) * 2.2)
            && !spaced_out;
        // Without positions a space is all that parts words of these scripts.
        let long_cjk = |text: &str| text.chars().count() > 1 && text.chars().any(is_cjk);
        let wide = wide
            || word.size == 0.0
                && word.space_before
                && long_cjk(text)
                && pieces.last().is_some_and(|last| {
                    long_cjk(&last.text) && last.text.chars().next_back().is_some_and(is_cjk)
                });
        let space = word.space_before && number > 0;
        match pieces.last_mut() {
            Some(last) if !wide && (same_style(last.style, style) || is_sign(text) || !space) => {
                let tight = if spaced_out { gap < word.size * 0.6 } else { !space };
                let cjk = last.text.chars().next_back().is_some_and(is_cjk)
                    && text.chars().next().is_some_and(is_cjk);
                if !tight && !cjk {
                    last.text.push(' ');
                }
                last.text.push_str(text);
                last.right = right;
            }
            _ => pieces.push(Piece { text: text.to_owned(), style, after_gap: wide, x: word.rect.x, right }),
        }
    }
    pieces
}

fn is_sign(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

fn same_style(a: Style, b: Style) -> bool {
    // Small capitals are the same words in two sizes.
    a.bold == b.bold
        && a.italic == b.italic
        && a.color == b.color
        && (a.size - b.size).abs() <= a.size.max(b.size) * 0.25
}

/// Justified lines have wide spaces all over; a column's gap stands out from them.
fn narrow_gap(words: &[&Word]) -> f32 {
    let mut gaps: Vec<f32> = words
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if b.space_before => Some(b.rect.x - a.rect.x - a.rect.width),
            _ => None,
        })
        .collect();
    if gaps.len() < 3 {
        return 0.0;
    }
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 4).copied().unwrap_or(0.0)
}

/// "E X P E R I E N C E": words of one letter all along.
fn is_letter_spaced(words: &[&Word]) -> bool {
    let letters = words.iter().filter(|word| {
        word.text.chars().count() == 1 && word.text.chars().all(|c| c.is_alphabetic() && !is_cjk(c))
    });
    words.len() >= 4 && letters.count() * 10 >= words.len() * 8
}

fn is_caps(text: &str) -> bool {
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

/// Glyphs of icon fonts have no character; readers put them in private use.
/// "2/4", "Page 2 of 4", "- 2 -": no content.
fn is_page_number(text: &str) -> bool {
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
fn without_leaders(text: &str) -> &str {
    let bare = text.trim_end_matches(['.', ' ', '…', '_']);
    if text.len() > bare.len() + 6 { bare } else { text }
}

fn is_icon(character: char) -> bool {
    matches!(character as u32, 0xE000..0xF900 | 0xF0000..0x110000 | 0xFFFD | 0x1F300..0x1FB00 | 0x2600..=0x2604 | 0x2607..=0x2712 | 0xFE0F | 0x200B)
}

fn is_list_number(text: &str) -> bool {
    text.strip_suffix(['.', ')']).is_some_and(|number| {
        number.len() <= 2
            && (number.chars().all(|c| c.is_ascii_digit())
                || (number.len() == 1 && number.chars().all(|c| c.is_ascii_alphabetic())))
    })
}

/// The facts of a whole document that lines are compared with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body {
    /// The size of most letters.
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) color: [u8; 3],
    /// The longest line, in characters; where texts are wrapped by hand.
    pub(super) longest: usize,
    /// False for files without positions and styles.
    pub(super) styled: bool,
}

impl Body {
    pub(super) fn of(rows: &[Row]) -> Self {
        let mut sizes: Vec<(u32, usize)> = Vec::new();
        let mut colors: Vec<([u8; 3], usize)> = Vec::new();
        let mut bold = 0;
        let mut all = 0;
        for row in rows {
            let letters = row.text.len();
            all += letters;
            bold += if row.bold { letters } else { 0 };
            let size = (row.size * 4.0).round() as u32;
            match sizes.iter_mut().find(|(known, _)| *known == size) {
                Some((_, count)) => *count += letters,
                None => sizes.push((size, letters)),
            }
            match colors.iter_mut().find(|(known, _)| *known == row.color) {
                Some((_, count)) => *count += letters,
                None => colors.push((row.color, letters)),
            }
        }
        let size = sizes.iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| *size as f32 / 4.0);
        let color = colors.iter().max_by_key(|(_, count)| *count).map_or([0; 3], |(color, _)| *color);
        let styled = rows.iter().any(|row| row.bold || (row.size - size).abs() > 0.5);
        let longest = rows.iter().map(|row| row.text.chars().count()).max().unwrap_or(0);
        Self { size, bold: bold * 2 > all, color, longest, styled }
    }
}
