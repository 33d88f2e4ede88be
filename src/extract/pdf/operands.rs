//! What stands before an operator: numbers, matrices, colour spaces, and the
//! path that is being made.

use super::matrix::Matrix;
use super::state::Space;
use hayro_syntax::object::Object;
use hayro_syntax::page::Resources;

/// The box around the current path.
#[derive(Default)]
pub(super) struct Path {
    pub bounds: Option<[f64; 4]>,
    /// Made of one rectangle.
    pub rectangles: usize,
    pub others: bool,
    pub clip: bool,
}

impl Path {
    pub fn grow(&mut self, [left, top, right, bottom]: [f64; 4]) {
        self.bounds = Some(match self.bounds {
            Some([l, t, r, b]) => [l.min(left), t.min(top), r.max(right), b.max(bottom)],
            None => [left, top, right, bottom],
        });
    }
}

pub(super) fn number(object: &Object<'_>) -> Option<f64> {
    match object {
        Object::Number(number) => Some(number.as_f64()).filter(|number| number.is_finite()),
        _ => None,
    }
}

pub(super) fn matrix(operands: &[&Object<'_>]) -> Option<Matrix> {
    let numbers: Vec<f64> = operands.iter().filter_map(|object| number(object)).collect();
    Some(Matrix(numbers.try_into().ok()?))
}

pub(super) fn color_space(object: &Object<'_>, resources: &Resources<'_>) -> Space {
    let Object::Name(name) = object else { return Space::Unknown };
    match name.as_ref() {
        b"DeviceGray" | b"DeviceRGB" | b"DeviceCMYK" | b"G" | b"RGB" | b"CMYK" => return Space::Additive,
        b"Pattern" => return Space::Unknown,
        _ => {}
    }
    match resources.get_color_space(name) {
        Some(Object::Name(name)) if name.as_ref() == b"Pattern" => Space::Unknown,
        Some(Object::Name(_)) => Space::Additive,
        Some(Object::Array(array)) => match array.iter::<Object<'_>>().next() {
            Some(Object::Name(name)) => match name.as_ref() {
                b"ICCBased" | b"CalRGB" | b"CalGray" => Space::Additive,
                b"Separation" | b"DeviceN" => Space::Ink,
                _ => Space::Unknown,
            },
            _ => Space::Unknown,
        },
        _ => Space::Unknown,
    }
}
