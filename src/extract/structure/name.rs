//! The person's name: the likeliest line of the first page's head.

use super::document_titles::{behind_title, is_document_title};
use super::fold::{fold, key, word_count};
use super::headings::{Naming, naming};
use super::months::one_of;
use super::pieces::needs_space;
use super::role_words::{organisation_score, title_score};
use super::rows::{Body, Row};
use super::{dates, places};
use crate::extract::{BlockKind, Field};

/// Words that a form puts before a name, in any order: "Surname(s) / First name(s)".
const LABEL_WORDS: &str = "name names full first last given family surname surnames forename s n en i e y et und and nachname vorname vor \
     zuname nom prenom noms prenoms nombre nombres apellido apellidos nome cognome sobrenome apelido apelidos completo naam voornaam \
     achternaam imie nazwisko jmeno prijmeni nume prenume ad soyad adi soyadi namn fornamn efternamn navn 姓名 氏名 이름 성명 фио имя фамилия отчество";

fn is_label(text: &str) -> bool {
    let key = key(text);
    key.chars().count() > 1 && key.split(' ').all(|word| one_of(LABEL_WORDS, word))
}

/// The name and the indexes of its rows.
pub(super) fn name(
    rows: &[Row],
    body: &Body,
    emails: &[Field<String>],
) -> Option<(Field<String>, Vec<usize>)> {
    let first_page = rows.iter().take_while(|row| row.page == 0).count();
    let largest = rows.iter().take(first_page).map(|row| row.size).fold(0.0f32, f32::max);
    let mut best: Option<(f32, String, Vec<usize>)> = None;
    for (index, row) in rows.iter().enumerate().take(first_page) {
        // Deep in the page only size speaks for a name.
        let big = body.size > 0.0 && row.pieces.iter().any(|piece| piece.style.size > body.size * 1.25);
        if index >= 12 && !big || row.bullet {
            continue;
        }
        let size = row.pieces.iter().map(|piece| piece.style.size).fold(0.0f32, f32::max);
        let grand = body.size > 0.0 && size > body.size * 1.3 && size + 0.3 >= largest;
        for (text, span, mut score) in candidates(rows, index, body) {
            let Some(shape) = shape(&text, grand) else { continue };
            score += shape;
            if body.size > 0.0 {
                score += ((size / body.size - 1.0) * 4.0).clamp(-1.0, 4.0);
                if size + 0.3 >= largest {
                    score += 1.2;
                }
            }
            score += match index {
                0 => 1.6,
                1 => 1.1,
                2 => 0.8,
                3..=5 => 0.4,
                _ => 0.0,
            };
            if row.kind == BlockKind::Footer {
                score -= 1.5;
            }
            score += email_likeness(&text, emails);
            if best.as_ref().is_none_or(|(known, _, _)| score > *known) {
                best = Some((score, text, span));
            }
        }
    }
    let (score, value, span) = best.filter(|(score, _, _)| *score > 1.0)?;
    let lines = span.iter().filter_map(|index| rows.get(*index)).flat_map(Row::lines).collect();
    let confidence = (0.35 + score * 0.09).clamp(0.3, 0.98);
    Some((Field { value, lines, confidence }, span))
}

/// Whole line, its parts, and the line joined with the next of the same size.
fn candidates(rows: &[Row], index: usize, body: &Body) -> Vec<(String, Vec<usize>, f32)> {
    let Some(row) = rows.get(index) else { return Vec::new() };
    let mut out = Vec::new();
    let clean = |text: &str| text.trim().trim_matches(|c: char| ",|•·–—-:#*_".contains(c)).trim().to_owned();
    if let Some((label, value)) = row.text.split_once([':', '：'])
        && is_label(label)
    {
        out.push((clean(value), vec![index], 3.0));
    }
    let cells = row.cells();
    if let [label, value, ..] = cells.as_slice()
        && is_label(label)
    {
        let rest = cells.iter().skip(1).map(String::as_str).collect::<Vec<_>>().join(" ");
        let short = cells.len() > 2 && rest.chars().count() <= 7;
        out.push((clean(if short { &rest } else { value }), vec![index], 3.0));
    }
    let text = clean(&row.text);
    if let Some(name) = behind_title(&text) {
        out.push((clean(name), vec![index], 1.0));
    }
    // "John Doe | Resumé title", "Ana Lima, MBA   ana@example.com"
    let mut parts: Vec<String> = text.split(['|', '•', '·', '⋄', '/']).map(clean).collect();
    // Large words that stand apart are still one name.
    let apart = row.size > body.size * 1.3 && cells.iter().all(|cell| word_count(cell) < 2) && one_style(row);
    if !apart {
        parts.extend(cells.iter().map(|cell| clean(cell)));
    }
    parts.extend(text.split(" - ").chain(text.split(" – ")).chain(text.split(" — ")).next().map(clean));
    if let Some(first) = row.pieces.first()
        && row.pieces.len() > 1
        && row.pieces.iter().skip(1).all(|piece| piece.style.size + 2.0 < first.style.size)
    {
        parts.push(clean(&first.text));
    }
    // A long name wraps, and its end shares the next line with the title.
    if let Some(last) = row.pieces.last()
        && let Some(next) = rows.get(index + 1)
        && let Some(first) = next.pieces.first()
        && row.size > 0.0
        && last.style == first.style
        && next.pieces.len() > 1
        && (next.y - row.y).abs() < row.size * 2.2
        && word_count(&row.text) + word_count(&first.text) <= 5
    {
        out.push((clean(&format!("{} {}", row.text, first.text)), vec![index, index + 1], 0.5));
    }
    let short_cjk = text.chars().count() <= 7 && text.chars().any(super::fold::is_cjk);
    let whole = if cells.len() > 1 && !short_cjk { -0.8 } else { 0.0 };
    for part in parts {
        if part != text && !part.is_empty() {
            out.push((part, vec![index], -0.2));
        }
    }
    // A name that a narrow column wraps, or whose parts have lines of their own;
    // where it is as small as the text, two words are a name and the next line
    // is another.
    if !is_document_title(&text)
        && row.size > 0.0
        && (row.size > body.size * 1.15 || word_count(&row.text) == 1)
    {
        let mut joined = row.text.clone();
        for (last, next) in (index..).zip(index + 1..).take(2) {
            let (Some(above), Some(next_row)) = (rows.get(last), rows.get(next)) else { break };
            if (next_row.size - row.size).abs() > row.size * 0.12
                || next_row.page != row.page
                || (next_row.y - above.y).abs() > row.size * 2.2
                || word_count(&joined) + word_count(&next_row.text) > 5
            {
                break;
            }
            if needs_space(&joined, &next_row.text) {
                joined.push(' ');
            }
            joined.push_str(&next_row.text);
            // Where two and three lines look alike, the whole is the name.
            out.push((clean(&joined), (index..=next).collect(), 0.4 + 0.1 * (next - index) as f32));
        }
    }
    out.push((text, vec![index], whole));
    out
}

/// Whether all pieces of a line look alike.
fn one_style(row: &Row) -> bool {
    row.pieces.windows(2).all(|pair| matches!(pair, [a, b] if a.style == b.style))
}

/// Lines that repeat the name or the kind of document at the foot of a page.
pub(super) fn is_furniture(row: &Row, name: &str) -> bool {
    let cells = row.cells();
    let known = |cell: &String| {
        let cell = cell.trim_matches(|c: char| !c.is_alphanumeric());
        cell.eq_ignore_ascii_case(name)
            || is_document_title(cell)
            || cell.chars().all(|c| c.is_ascii_digit() || c == '/')
    };
    cells.len() > 1 && cells.iter().all(known)
}

/// What the words alone say; `None` when they cannot be a name. `grand`: they
/// are the largest of the page, where a trade ("Lena Schlosser") is a surname.
fn shape(text: &str, grand: bool) -> Option<f32> {
    if text.is_empty()
        || text.chars().any(|c| c.is_ascii_digit() || "@:/|•=+©".contains(c))
        || text.chars().count() > 50
    {
        return None;
    }
    if is_document_title(text) || is_label(text) || !dates::periods(text).is_empty() {
        return None;
    }
    let cjk =
        text.chars().filter(|c| super::fold::is_cjk(*c) || (0xAC00..0xD7B0).contains(&(*c as u32))).count();
    let bare = text.split(',').next().unwrap_or_default();
    let words: Vec<&str> = bare.split_whitespace().collect();
    let mut score = 0.0;
    if cjk > 0 {
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        let kana = text.chars().any(|c| ('\u{3041}'..='\u{30FF}').contains(&c));
        let most = if kana { 7 } else { 5 };
        score += if (2..=most).contains(&count) { 1.0 } else { -2.0 };
    } else {
        score += match words.len() {
            0 => return None,
            1 => -0.3,
            2..=4 => 1.2,
            5..=6 => 0.2,
            _ => return None,
        };
        let capital = words
            .iter()
            .filter(|word| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase))
            .count();
        let small = words
            .iter()
            .filter(|word| {
                matches!(
                    fold(word).as_str(),
                    "de" | "da"
                        | "dos"
                        | "do"
                        | "di"
                        | "van"
                        | "von"
                        | "der"
                        | "den"
                        | "del"
                        | "la"
                        | "bin"
                        | "el"
                        | "y"
                        | "e"
                        | "ten"
                        | "ter"
                        | "zu"
                        | "le"
                )
            })
            .count();
        if capital == 0 {
            score -= 1.0;
        } else if capital + small < words.len() {
            score -= 1.2;
        }
    }
    score -= match naming(text).0 {
        Naming::Exactly => 4.0,
        Naming::Fully => 2.5,
        Naming::Partly => 0.6,
        Naming::None => 0.0,
    };
    let surname = grand && (2..=4).contains(&words.len());
    score -= title_score(bare) * if surname { 0.65 } else { 1.3 };
    score -= organisation_score(bare);
    if places::is_place(text) {
        score -= 2.0;
    }
    if text.ends_with('.') && words.len() > 3 || text.ends_with(',') || text.contains('(') && words.len() > 4
    {
        score -= 1.5;
    }
    Some(score)
}

/// "ana.lima@" beside "Ana Lima".
fn email_likeness(text: &str, emails: &[Field<String>]) -> f32 {
    let words: Vec<String> = key(text).split(' ').filter(|word| word.len() >= 2).map(str::to_owned).collect();
    let mut best = 0.0f32;
    for email in emails {
        let local = fold(email.value.split('@').next().unwrap_or_default());
        let hits = words.iter().filter(|word| local.contains(word.as_str()) && word.len() >= 3).count();
        best = best.max(match hits {
            0 => 0.0,
            1 => 1.0,
            _ => 2.0,
        });
    }
    best
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn finds_names_where_people_put_them() {
        for (text, expected) in [
            ("Ana Lima\nSoftware Engineer\nana.lima@example.pt", "Ana Lima"),
            ("CURRICULUM VITAE\n\nJAN VAN DER BERG\nUtrecht, Netherlands", "JAN VAN DER BERG"),
            ("Lebenslauf\nName: Jörg Müller\nGeboren 1990", "Jörg Müller"),
            (
                "#24 Marta\n#24 Kowalska\n#10 Księgowa\n#10 Some text about her work that is long",
                "Marta Kowalska",
            ),
            ("李小龙\n电话：13800138000", "李小龙"),
            ("Résumé\nDr. Eva-Maria Roth, MBA\nDirector of Finance", "Dr. Eva-Maria Roth, MBA"),
            ("John Doe | Resume title\njohn@doe.org", "John Doe"),
            ("#20 이 력 서\n#20 남궁 하윤\n#10 연락처 010-5555-0134", "남궁 하윤"),
            ("#20 קורות חיים\n#20 נועה בר-אור\n#10 מפתחת", "נועה בר-אור"),
            ("Curriculum Vitae of Ana Lima\nPorto", "Ana Lima"),
            ("Curriculum Vitae di Fiamma Dall'Acqua\nCell. 348.5550172", "Fiamma Dall'Acqua"),
            ("RESUME OF ANA LIMA, RN\nRegistered Nurse", "ANA LIMA, RN"),
            // Wrapped by a narrow column; a surname that is a trade; kana.
            (
                "#22 Dr. Anna\n#22 Maria\n#22 Roth\n#10 Elektromeister\n#10 und mehr Text",
                "Dr. Anna Maria Roth",
            ),
            ("#22 Lena Schlosser\n#10 Elektronikerin\n#10 Text über ihre Arbeit", "Lena Schlosser"),
            ("#20 長谷川さくら\n#10 商品企画\n#10 連絡先 03-5555-0134", "長谷川さくら"),
        ] {
            let rows = testing::rows(text);
            let found = name(&rows, &Body::of(&rows), &[]);
            assert_eq!(found.map(|(field, _)| field.value).as_deref(), Some(expected), "{text}");
        }
    }
}
