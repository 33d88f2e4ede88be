//! Skills as single terms, from lists in any of the shapes people use.

use super::fold::{key, word_count};
use super::headings::Part;
use super::rows::{Body, Row};
use super::wrapped_lists::{column_edge, has_no_room, is_wrapped_list};
use crate::extract::{Field, LineId, SectionKind};

/// How well, not what.
const LEVELS: &str = "beginner|basic|basics|basic knowledge|intermediate|upper intermediate|advanced|expert|proficient|highly proficient|proficiency|fluent|\
     native|competent|novice|elementary|good|very good|excellent|familiar|experienced|very experienced|skilled|master|professional|working knowledge|\
     medium|average|moderate|fair|high|low|learning|years|skill level|\
     anfanger|grundkenntnisse|grundlagen|fortgeschritten|fortgeschrittene|experte|expertin|sehr gut|gut|gute kenntnisse|sehr gute kenntnisse|fliessend|verhandlungssicher|muttersprache|\
     debutant|intermediaire|avance|courant|notions|confirme|bon|bonne maitrise|maitrise|moyen|bases|\
     basico|basica|intermedio|intermedia|avanzado|avanzada|experto|experta|medio|alto|nociones|fluido|nativo|principiante|dominio|\
     avancado|intermediario|iniciante|especialista|fluente|base|avanzato|ottimo|ottima|buono|buona|esperto|esperta|madrelingua|fluente|\
     basis|gevorderd|goed|zeer goed|uitstekend|redelijk|matig|podstawowy|podstawy|sredniozaawansowany|zaawansowany|bardzo dobry|bardzo dobrze|dobry|dobrze|biegly|biegle|sredni|\
     уверенный|базовый|продвинутый|эксперт|начальный|средний|отлично|хорошо|精通|熟练|熟悉|了解|掌握|熟练掌握|入门|一般|良好|上級|中級|初級|초급|중급|고급";

pub(super) fn skills(rows: &[Row], parts: &[Part], body: &Body) -> Vec<Field<String>> {
    let mut found: Vec<Field<String>> = Vec::new();
    for part in parts.iter().filter(|part| part.section.kind == SectionKind::Skills) {
        let list: Vec<&Row> = part.rows.iter().filter_map(|index| rows.get(*index)).collect();
        for (text, lines) in items(&list, part, body, column_edge(rows, &list, body)) {
            let same = |field: &Field<String>| field.value.to_lowercase() == text.to_lowercase();
            if !found.iter().any(same) {
                let confidence = match word_count(&text) {
                    0..=3 => 0.9,
                    4..=5 => 0.7,
                    _ => 0.45,
                };
                found.push(Field { value: text, lines, confidence });
            }
        }
    }
    found
}

fn items(list: &[&Row], part: &Part, body: &Body, edge: f32) -> Vec<(String, Vec<LineId>)> {
    let mut out = Vec::new();
    // A piece of a list that the next line goes on with.
    let mut pending: Option<(String, Vec<LineId>)> = None;
    let labelled = has_label_column(list);
    let narrow = is_wrapped_list(list, edge);
    for (number, row) in list.iter().enumerate() {
        let next = list.get(number + 1).copied();
        // "Databases" / "Advanced" / "PostgreSQL, SQLite"
        let beyond = list.iter().skip(number + 1).copied().find(|row| !is_level(&row.text));
        let cells = said(row);
        // Footnotes on a scale of stars.
        if row.size > 0.0
            && row.size < body.size * 0.76
            && !row.cells().iter().any(|cell| has_separator(cell))
        {
            continue;
        }
        let several = cells.len() > 1;
        let continues = pending.is_some();
        let mut cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
        if row.id == part.section.heading_line && cells.len() > 1 {
            cells.remove(0);
        }
        if !continues && is_label_row(row, beyond) {
            continue;
        }
        let listed = cells.iter().any(|cell| has_separator(cell));
        if !listed && is_sentence_part(row, next) {
            continue;
        }
        let bold_label = row.pieces.first().filter(|first| {
            first.style.bold
                && !has_separator(&first.text)
                && row.pieces.iter().skip(1).any(|piece| !piece.style.bold)
        });
        if labelled && cells.len() == 2 && !continues {
            cells.remove(0);
        } else if listed
            && !continues
            && let Some(label) = bold_label
            && let Some(cell) = cells.first_mut()
            && let Some(rest) = cell.strip_prefix(label.text.as_str())
        {
            *cell = rest.trim_start_matches([':', ' ', '-', '–']);
        }
        // "Languages   Python, SQL": a cell without a list names the list after it.
        let lists: Vec<bool> = cells.iter().map(|cell| has_separator(cell)).collect();
        let mut at = 0;
        cells.retain(|cell| {
            let label = lists.get(at) == Some(&false) && lists.get(at + 1) == Some(&true);
            at += 1;
            !cell.is_empty() && !(label && (at > 1 || !continues))
        });
        let count = cells.len();
        for (at, cell) in cells.into_iter().enumerate() {
            let cell = if continues && at == 0 { cell } else { without_label(cell) };
            let full = (wraps(row, body) || narrow && next.is_some_and(|next| has_no_room(row, next, edge)))
                && at + 1 == count;
            let mut parts = split(cell);
            if let Some((start, lines)) = pending.take() {
                if let Some(first) = parts.first_mut() {
                    // "SPS-" / "Programmierung"
                    let blank = if start.ends_with('-') { "" } else { " " };
                    *first = format!("{start}{blank}{first}");
                    let mut lines = lines;
                    lines.push(row.id);
                    push(&mut out, first, lines);
                    parts.remove(0);
                } else {
                    push(&mut out, &start, lines);
                }
            }
            let last = parts.pop();
            for part in &parts {
                push(&mut out, part, row.lines());
            }
            if let Some(last) = last {
                let open = last.matches(['(', '（']).count() > last.matches([')', '）']).count();
                let goes_on = next.is_some_and(|next| {
                    let apart = next.bullet || is_label_row(next, None) || several && next.cells().len() > 1;
                    let alike = next.bold == row.bold && (next.size - row.size).abs() < 0.6;
                    // "Electronic records" / "(SystmOne)"
                    let open = open || next.text.starts_with(['(', '（']) && count == 1 && !listed;
                    // The end of an item that its column had no room for.
                    let small = |row: &Row| row.text.chars().next().is_some_and(char::is_lowercase);
                    let capitals = list.iter().filter(|row| !small(row)).count() * 3 >= list.len() * 2;
                    let word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count());
                    let full_line = row.edge - row.right < word as f32 * row.size * 0.6;
                    let open = open
                        || full_line
                            && count == 1
                            && !listed
                            && row.size > 0.0
                            && !next.opens_block
                            && (row.bullet || capitals && !small(row) && small(next));
                    let in_list = listed || narrow && continues;
                    alike && !apart && (open || in_list && full && label_of(&next.text).is_none())
                });
                if goes_on
                    && !last.trim().is_empty()
                    && !row.text.trim_end().ends_with([',', ';', '|', '、', '，', '.'])
                {
                    pending = Some((last, row.lines()));
                } else {
                    push(&mut out, &last, row.lines());
                }
            }
        }
    }
    if let Some((text, lines)) = pending {
        push(&mut out, &text, lines);
    }
    out
}

/// The cells of a line that hold words: dots and bars only rate them.
fn said(row: &Row) -> Vec<String> {
    let signs = |c: char| c.is_whitespace() || "●○◉◯⬤⚫⚪★☆■□▪▫▰▱◆◇█░▓▒".contains(c);
    let words = |cell: String| cell.trim_end_matches(signs).to_owned();
    let cells = row.cells().into_iter().map(words);
    cells.filter(|cell| cell.chars().any(char::is_alphanumeric)).collect()
}

/// Reaches the right edge, so the list may go on below.
fn wraps(row: &Row, body: &Body) -> bool {
    if row.size > 0.0 {
        row.right > row.edge - row.size * 5.0 && row.words >= 5
    } else {
        row.text.chars().count() * 10 >= body.longest * 8 && body.longest > 50
    }
}

/// Most lines are a label and a list side by side.
fn has_label_column(list: &[&Row]) -> bool {
    let pairs: Vec<Vec<String>> = list.iter().map(|row| said(row)).filter(|cells| cells.len() == 2).collect();
    let lists = pairs.iter().filter_map(|cells| cells.get(1)).filter(|cell| has_separator(cell)).count();
    let named = pairs.iter().filter_map(|cells| cells.first()).filter(|cell| has_separator(cell)).count();
    lists > 0 && named == 0 && pairs.len() * 2 > list.len() && lists * 3 >= pairs.len()
}

/// Running text in a section of lists.
fn is_sentence_part(row: &Row, next: Option<&Row>) -> bool {
    let small = |row: &Row| row.text.chars().next().is_some_and(char::is_lowercase);
    let goes_on =
        next.is_some_and(|next| small(next) && !next.bullet && !has_separator(&next.text) && next.words >= 2);
    row.words >= 3
        && (row.text.ends_with('.') && row.words >= 4
            || small(row) && !row.bullet && row.words >= 4
            || goes_on && row.words >= 4)
}

/// A line that only names the group below it.
fn is_label_row(row: &Row, next: Option<&Row>) -> bool {
    let text = row.text.trim();
    if text.ends_with([':', '：']) {
        return true;
    }
    if has_separator(text) || row.bullet || row.words > 5 {
        return false;
    }
    next.is_some_and(|next| row.bold && !next.bold && !next.bullet && has_separator(&next.text))
}

/// "Tools: a, b" without "Tools:".
fn without_label(cell: &str) -> &str {
    match label_of(cell) {
        // "Python: advanced", "SQL: 5 years"
        Some((label, rest))
            if !has_separator(rest)
                && (is_level(rest) || rest.trim().starts_with(|c: char| c.is_ascii_digit())) =>
        {
            label
        }
        Some((_, rest)) => rest,
        None => cell,
    }
}

fn is_level(text: &str) -> bool {
    is_level_key(&key(text))
}

/// "advanced", "5 years", "80 %", "C1", "4 5".
fn is_level_key(key: &str) -> bool {
    let counted = key.chars().next().is_some_and(|c| c.is_ascii_digit()) && {
        let rest = key.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | ' '));
        rest.is_empty() && key.len() <= 7 || super::dates::is_length(key)
    };
    counted && key.contains(|c: char| c.is_alphabetic()) || LEVELS.split('|').any(|level| level == key)
}

pub(super) fn label_of(cell: &str) -> Option<(&str, &str)> {
    let (label, rest) = cell.split_once([':', '：'])?;
    let fits = word_count(label) <= 6
        && label.chars().count() <= 45
        && !label.contains([',', '('])
        && !rest.starts_with("//");
    fits.then_some((label, rest))
}

pub(super) fn has_separator(text: &str) -> bool {
    text.contains([',', '،', '؛', '|', '•', '·', ';', '、', '，', '；', '●', '▪', '⋄', '∙', '⋅'])
}

/// At commas, bars and bullets outside brackets; not at slashes.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0i32;
    let mut characters = text.chars().peekable();
    let mut before = ' ';
    while let Some(character) = characters.next() {
        match character {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth -= 1,
            _ => {}
        }
        let number = character == ','
            && before.is_ascii_digit()
            && characters.peek().is_some_and(char::is_ascii_digit);
        // "outgoing⋆4 polite⋆3"
        let rated = before == ' ' && rating(parts.last().map_or("", String::as_str));
        let cuts = depth <= 0 && !number && (rated || has_separator(character.encode_utf8(&mut [0; 4])));
        before = character;
        if cuts {
            parts.push(if rated { character.to_string() } else { String::new() });
        } else if let Some(part) = parts.last_mut() {
            part.push(character);
        }
    }
    parts
}

/// Ends in stars and their count.
fn rating(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(|c: char| c.is_ascii_digit() || c == '/');
    bare.len() < text.trim_end().len() && bare.ends_with(['⋆', '★'])
}

fn push(out: &mut Vec<(String, Vec<LineId>)>, text: &str, lines: Vec<LineId>) {
    let signs = |c: char| c.is_whitespace() || "•●○◦▪■□★☆⋆✦*·–—-_|►▸✓✔◉◯⬤⚫⚪".contains(c);
    let mut text = text.trim_matches(signs).trim();
    // "Python – advanced", "Python 90%", "lovely⋆4"
    if let Some((left, right)) = text.rsplit_once([' ', '–', '—', '⋆', '★'])
        && !left.trim().is_empty()
        && (right.ends_with('%')
            || text.contains(['⋆', '★']) && right.chars().all(|c| c.is_ascii_digit() || c == '/'))
    {
        text = left.trim_matches(signs).trim();
    }
    for dash in [" – ", " - ", " — ", ": ", "："] {
        if let Some((left, right)) = text.rsplit_once(dash)
            && is_level(right)
        {
            text = left.trim();
        }
    }
    // "Python (advanced)"
    if let Some((left, right)) = text.trim_end_matches([')', '）']).rsplit_once(['(', '（'])
        && text.ends_with([')', '）'])
        && !left.trim().is_empty()
        && is_level(right)
    {
        text = left.trim();
    }
    if text.contains('@') && text.contains('.') || text.starts_with("http") || text.starts_with("www.") {
        return;
    }
    if let Some(rest) = text.strip_suffix('.')
        && !rest.ends_with(char::is_uppercase)
        && !rest.ends_with("etc")
    {
        text = rest;
    }
    let text = text.strip_prefix("and ").or_else(|| text.strip_prefix("und ")).unwrap_or(text).trim();
    let phrase = key(text);
    if phrase.is_empty() || is_level_key(&phrase) || word_count(text) > 9 || phrase == "etc" {
        return;
    }
    out.push((text.to_owned(), lines));
}
