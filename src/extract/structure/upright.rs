//! Pages that lie on their side: their lines are turned upright, so that
//! "below" and "beside" mean what they mean to a reader.

use crate::extract::{Line, Page, Rect};

/// Which way the lines of a page run that do not run from side to side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sideways {
    Down,
    Up,
}

/// `None` for a page whose lines lie flat, as nearly all do.
pub(super) fn direction(page: &Page) -> Option<Sideways> {
    let (mut flat, mut down, mut up) = (0, 0, 0);
    for line in page.blocks.iter().flat_map(|block| &block.lines) {
        let (Some(first), Some(last)) = (line.words.first(), line.words.last()) else { continue };
        let (dx, dy) = (last.rect.x - first.rect.x, last.rect.y - first.rect.y);
        match () {
            () if line.words.len() < 2 || dx == dy => {}
            () if dx.abs() >= dy.abs() => flat += 1,
            () if dy > 0.0 => down += 1,
            () => up += 1,
        }
    }
    match () {
        () if flat >= down.max(up) => None,
        () if down >= up => Some(Sideways::Down),
        () => Some(Sideways::Up),
    }
}

/// The line as it stands when the page is turned.
pub(super) fn line(line: &Line, page: &Page, direction: Sideways) -> Line {
    let mut turned = line.clone();
    for word in &mut turned.words {
        let Rect { x, y, width, height } = word.rect;
        let (x, y) = match direction {
            Sideways::Down => (y, page.width - x - width),
            Sideways::Up => (page.height - y - height, x),
        };
        word.rect = Rect { x, y, width: height, height: width };
    }
    turned
}

/// The way across the lines of a page.
pub(super) fn width(page: &Page) -> f32 {
    if direction(page).is_some() { page.height } else { page.width }
}

#[cfg(test)]
mod tests {
    use super::super::testing::document;
    use super::*;
    use crate::extract::structure;

    const CV: &str = "#20 Ana Lima\n#10 ana@example.org\n\n#12! Experience\n#10 Sierra School\n#10 Head teacher\n\
                      #10 11/2023 - present\n#10 Led a workshop\n#10 Punto Academy\n#10 Teacher\n\
                      #10 12/2020 - 11/2023\n#10 Ran a library";

    #[test]
    fn a_page_on_its_side_says_the_same() {
        let mut flat = document(CV);
        for page in &mut flat.pages {
            (page.width, page.height) = (600.0, 800.0);
        }
        let wanted = structure(&flat);
        assert_eq!(wanted.experience.len(), 2);
        for down in [true, false] {
            let mut turned = flat.clone();
            for page in &mut turned.pages {
                (page.width, page.height) = (800.0, 600.0);
                for word in page.blocks.iter_mut().flat_map(|b| &mut b.lines).flat_map(|l| &mut l.words) {
                    let Rect { x, y, width, height } = word.rect;
                    let (x, y) = if down { (800.0 - y - height, x) } else { (y, 600.0 - x - width) };
                    word.rect = Rect { x, y, width: height, height: width };
                }
            }
            let found = structure(&turned);
            assert_eq!((found.name, found.experience), (wanted.name.clone(), wanted.experience.clone()));
        }
    }
}
