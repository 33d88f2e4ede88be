//! What was painted below a piece of text: white words on a dark bar are
//! visible, white words on white paper are not.

use super::state::Color;

/// Regions kept for one page; later ones push nothing out, they are left out.
const REGION_LIMIT: usize = 2_000;

#[derive(Debug, Default)]
pub(super) struct Paint {
    regions: Vec<Region>,
    /// Area of pictures, in square points.
    pub image_area: f64,
    pub images: usize,
    /// Small filled shapes, such as drawn bullets: their middles and widths.
    pub dots: Vec<[f64; 3]>,
}

#[derive(Debug)]
struct Region {
    bounds: [f64; 4],
    /// `None` for pictures and patterns.
    color: Color,
    /// The region fills its bounds.
    rectangle: bool,
}

impl Paint {
    pub fn fill(&mut self, bounds: [f64; 4], color: Color, rectangle: bool) {
        let [left, top, right, bottom] = bounds;
        let (width, height) = (right - left, bottom - top);
        let is_dot =
            (1.0..8.0).contains(&width) && (1.0..8.0).contains(&height) && (width - height).abs() < 1.5;
        if is_dot && color.is_some() && self.dots.len() < REGION_LIMIT {
            self.dots.push([(left + right) / 2.0, (top + bottom) / 2.0, width]);
        }
        if self.regions.len() < REGION_LIMIT && bounds.iter().all(|value| value.is_finite()) {
            self.regions.push(Region { bounds, color, rectangle });
        }
    }

    pub fn image(&mut self, bounds: [f64; 4]) {
        let [left, top, right, bottom] = bounds;
        let area = (right - left) * (bottom - top);
        if area.is_finite() && area > 0.0 {
            self.image_area += area;
            // Hair lines and dots are decoration.
            if right - left > 20.0 && bottom - top > 20.0 {
                self.images += 1;
            }
        }
        self.fill(bounds, None, true);
    }

    /// Whether text of this colour at this place is lost on what is below it.
    pub fn hides(&self, color: Color, x: f64, y: f64) -> bool {
        let Some(color) = color else { return false };
        // Not all paint is known: nobody is accused.
        if self.regions.len() >= REGION_LIMIT {
            return false;
        }
        let white = is_white(color);
        for region in self.regions.iter().rev() {
            let [left, top, right, bottom] = region.bounds;
            let below = top <= y && y <= bottom && left <= x && x <= right;
            if !below {
                continue;
            }
            if !white {
                // Dark on dark only counts when the shape below is certain.
                return region.rectangle && region.color.is_some_and(|c| near(c, color));
            }
            match region.color {
                Some(paint) if is_white(paint) && region.rectangle => return true,
                Some(paint) if is_white(paint) => {}
                _ => return false,
            }
        }
        white
    }

    /// Whether a drawn shape of about the height of a line lies here: programs
    /// that thicken letters draw outlines and lay the text invisibly on them.
    pub fn outlines(&self, x: f64, y: f64, size: f64) -> bool {
        self.regions.iter().rev().take(400).any(|region| {
            let [left, top, right, bottom] = region.bounds;
            !region.rectangle
                && region.color.is_some()
                && bottom - top < size * 2.5
                && left - 1.0 <= x
                && x <= right + 1.0
                && top - size * 0.5 <= y
                && y <= bottom + size * 0.5
        })
    }
}

fn is_white(color: [u8; 3]) -> bool {
    color.iter().all(|&channel| channel >= 0xFA)
}

fn near(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) <= 3)
}
