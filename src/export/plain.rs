//! The CV as plain text, for the boxes of application forms: one line a
//! paragraph, an empty line where something new begins.

use super::block::{Block, Composition, Role};

pub(super) fn write(composition: &Composition) -> String {
    let mut out = String::new();
    let mut above: Option<Role> = None;
    for block in &composition.blocks {
        let apart = match (above, block.role) {
            (None, _) => false,
            (Some(above), Role::Section) => above != Role::Section,
            (Some(Role::Section | Role::Entry), _) => false,
            (Some(above), Role::Entry) => above != Role::Detail,
            _ => false,
        };
        if apart {
            out.push('\n');
        }
        for line in lines(block) {
            out.push_str(&line);
            out.push('\n');
        }
        above = Some(block.role);
    }
    out
}

/// A block as lines: what shares a line only for the looks stands by itself.
pub(super) fn lines(block: &Block) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in &block.pieces {
        if piece.bar {
            lines.push(String::new());
        } else if let Some(line) = lines.last_mut() {
            line.push_str(&piece.text);
        }
    }
    let lines = lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty());
    match block.role {
        Role::Item => {
            let marker = if block.marker == "•" { "-" } else { &block.marker };
            vec![format!("{marker} {}", lines.collect::<Vec<_>>().join(" ")).trim_end().to_owned()]
        }
        _ => lines.collect(),
    }
}
