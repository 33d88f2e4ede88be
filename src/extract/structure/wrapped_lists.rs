//! Lists that a narrow column wraps inside of their items: "Safeguarding,
//! Palliative" / "care, Mentoring".

use super::rows::{Body, Row};
use super::skills::{has_separator, label_of};

/// Where the narrow column ends that a list stands in: as far as the lines
/// around it go that start where it does.
pub(super) fn column_edge(rows: &[Row], list: &[&Row], body: &Body) -> f32 {
    let Some(first) = list.first() else { return 0.0 };
    let at = rows.iter().position(|row| row.id == first.id).unwrap_or(0);
    let around = rows.get(at.saturating_sub(15)..(at + 20).min(rows.len())).unwrap_or_default();
    let beside = |row: &&Row| {
        row.page == first.page
            && row.column == first.column
            && row.words > 1
            && row.size < body.size * 1.2
            && (row.x - first.x).abs() < row.size * 1.6
    };
    around.iter().filter(beside).map(|row| row.right).fold(0.0, f32::max)
}

/// Whether the next line starts with a word that this one had no room for.
pub(super) fn has_no_room(row: &Row, next: &Row, edge: f32) -> bool {
    let word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count());
    let letter = (next.right - next.x) / next.text.chars().count().max(1) as f32;
    row.size > 0.0 && next.page == row.page && edge - row.right < (word as f32 + 0.9) * letter
}

/// One list in a narrow column: every line but the last is full.
pub(super) fn is_wrapped_list(list: &[&Row], edge: f32) -> bool {
    let flat = |row: &Row| !row.bullet && row.cells().len() == 1 && label_of(&row.text).is_none();
    let listed = list.iter().filter(|row| has_separator(&row.text)).count();
    let full = |pair: &[&Row]| match pair {
        [row, next] => row.text.ends_with([',', '|']) || has_no_room(row, next, edge),
        _ => false,
    };
    list.len() > 1
        && listed * 2 >= list.len()
        && list.iter().all(|row| flat(row))
        && list.windows(2).all(full)
}

#[cfg(test)]
mod tests {
    use super::super::structure;
    use super::super::testing::document;

    fn found(text: &str) -> Vec<String> {
        structure(&document(text)).skills.into_iter().map(|skill| skill.value).collect()
    }

    #[test]
    fn a_narrow_column_wraps_a_list_inside_of_its_items() {
        let wrapped = "#20 Ana Lima\n\n#12! Skills\n#10 Safeguarding, Palliative\n#10 care, Triage, SPS-\n\
                       #10 Programmierung, IV\n#10 therapy\n\n#12! Languages\n#10 Portuguese, English";
        assert_eq!(
            found(wrapped),
            ["Safeguarding", "Palliative care", "Triage", "SPS-Programmierung", "IV therapy"]
        );
        // Lines with room left are lists of their own.
        let grouped = "#20 Ana Lima\n\n#12! Skills\n#10 Python, Rust\n#10 Docker, Git\n\n\
                       #12! Profile\n#10 She has built many services for banks and shops";
        assert_eq!(found(grouped), ["Python", "Rust", "Docker", "Git"]);
    }
}
