//! The CV as Markdown that renders to the same words everywhere.

use super::block::{Composition, Role};
use super::plain;

pub(super) fn write(composition: &Composition) -> String {
    let mut out = String::new();
    let mut above: Option<Role> = None;
    for block in &composition.blocks {
        let marks = match block.role {
            Role::Name => "# ",
            Role::Section => "## ",
            Role::Entry => "### ",
            _ => "",
        };
        let together =
            above == Some(block.role) && matches!(block.role, Role::Item | Role::Detail | Role::Contact);
        if above.is_some() && !together {
            out.push('\n');
        }
        let lines = plain::lines(block);
        let last = lines.len().saturating_sub(1);
        for (at, line) in lines.iter().enumerate() {
            out.push_str(marks);
            match (block.role, line.strip_prefix("- ")) {
                (Role::Item, Some(body)) => out.push_str(&format!("- {}", escaped(body))),
                (Role::Item, None) => out.push_str(&item(line, &block.marker)),
                _ => out.push_str(&escaped(line)),
            }
            // A line of its own within its paragraph.
            let more = at < last || matches!(block.role, Role::Detail | Role::Contact);
            out.push_str(if more { "\\\n" } else { "\n" });
        }
        above = Some(block.role);
    }
    // A break before the end of a paragraph would print its sign.
    let mut whole = out.replace("\\\n\n", "\n\n");
    if whole.ends_with("\\\n") {
        whole.truncate(whole.len() - 2);
        whole.push('\n');
    }
    whole
}

/// An item with a number or a letter, which stays as it was written.
fn item(line: &str, marker: &str) -> String {
    match line.strip_prefix(marker) {
        // "1." is Markdown's own; a break keeps the others on their lines.
        Some(body) if is_number(marker) => format!("{marker}{}", escaped_from(body, false)),
        _ => format!("{}\n", escaped(line)),
    }
}

fn is_number(marker: &str) -> bool {
    marker.strip_suffix('.').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn escaped(line: &str) -> String {
    escaped_from(line, true)
}

/// Signs that Markdown would take for its own, made plain. `start` says that
/// the text begins a line, where more signs mean something.
fn escaped_from(text: &str, start: bool) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 8);
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| characters[at]);
        let after = characters.get(at + 1).copied();
        let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let means = match character {
            '\\' | '`' | '*' | '[' | ']' | '~' | '|' => true,
            '_' => !(in_word(before) && in_word(after)),
            '<' => after.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '&' => after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#'),
            '#' | '>' | '-' | '+' | '=' | ':' => start && at == 0,
            '.' | ')' => start && at > 0 && at < 10 && characters[..at].iter().all(char::is_ascii_digit),
            _ => false,
        };
        if means {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
