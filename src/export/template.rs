//! Templates as data: sizes, spaces, rules, alignment, colours. One engine
//! lays all of them out.

mod designs;

pub(crate) use designs::report;

use super::block::{Role, Tone};
use super::fonts::Style;
use super::{PageSize, Template};

/// A look. All lengths are in points.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Design {
    pub margin: Margin,
    pub ink: [u8; 3],
    pub muted: [u8; 3],
    pub accent: [u8; 3],
    /// A band of the accent colour along the top edge of the first page.
    pub band: f32,
    /// From the left edge to the text of an item, and to its bullet.
    pub item_indent: f32,
    pub marker_indent: f32,
    pub page_number: f32,
    pub looks: [Look; ROLES],
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Margin {
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    pub left: f32,
}

/// How blocks of one role look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Look {
    pub size: f32,
    /// From baseline to baseline.
    pub leading: f32,
    /// Over the style of a regular piece.
    pub style: Style,
    pub tone: Tone,
    pub center: bool,
    /// Space above; dropped at the top of a page. Between two items, and
    /// between two lines of a head, `tight` stands instead.
    pub before: f32,
    pub tight: f32,
    pub rule: Option<Rule>,
}

/// A line under a block, over the full width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rule {
    pub width: f32,
    pub tone: Tone,
    /// From the descent of the text down to the rule, and below it.
    pub above: f32,
    pub below: f32,
}

/// One step of making room: what spaces, leading, margins and text shrink to.
struct Fit {
    space: f32,
    leading: f32,
    margin: f32,
    size: f32,
}

const FITS: [Fit; 5] = [
    Fit { space: 0.8, leading: 1.0, margin: 1.0, size: 1.0 },
    Fit { space: 0.65, leading: 0.97, margin: 0.95, size: 1.0 },
    Fit { space: 0.6, leading: 0.96, margin: 0.8, size: 1.0 },
    Fit { space: 0.55, leading: 0.96, margin: 0.75, size: 0.95 },
    Fit { space: 0.5, leading: 0.95, margin: 0.7, size: 0.9 },
];

/// How many steps a template can be tightened by.
pub(crate) const FIT_STEPS: u8 = FITS.len() as u8;

pub(crate) const ROLES: usize = 13;

impl Design {
    pub fn of(template: Template) -> Self {
        match template {
            Template::Classic => designs::classic(),
            Template::Modern => designs::modern(),
            Template::Compact => designs::compact(),
            Template::Academic => designs::academic(),
        }
    }

    /// The same look with less room: spaces first, then leading and margins,
    /// the size of the text last and never below 9 points.
    pub fn tightened(mut self, step: u8) -> Self {
        let Some(fit) = FITS.get(usize::from(step).wrapping_sub(1)) else { return self };
        let smallest = 9.0 / self.look(Role::Paragraph).size;
        let size = fit.size.max(smallest.min(1.0));
        for look in &mut self.looks {
            look.before *= fit.space;
            look.tight *= fit.space;
            look.size = (look.size * size * 20.0).round() / 20.0;
            look.leading *= fit.leading * size;
        }
        for side in
            [&mut self.margin.top, &mut self.margin.right, &mut self.margin.bottom, &mut self.margin.left]
        {
            *side = (*side * fit.margin).max(28.0);
        }
        self
    }

    /// Width and height of what is inside of the margins.
    pub fn area(&self, page: PageSize) -> (f32, f32) {
        let (width, height) = page.points();
        (width - self.margin.left - self.margin.right, height - self.margin.top - self.margin.bottom)
    }

    pub fn look(&self, role: Role) -> &Look {
        &self.looks[role_index(role)]
    }

    pub fn color(&self, tone: Tone) -> [u8; 3] {
        match tone {
            Tone::Ink => self.ink,
            Tone::Muted | Tone::Struck => self.muted,
            Tone::Accent => self.accent,
            Tone::Faint => [0xcc, 0xd2, 0xd6],
        }
    }
}

impl Template {
    /// The family it is set in: the `sans` or `serif` of
    /// `{family}-{regular,bold,italic}.ttf`, which callers load as [`Fonts`](super::Fonts).
    pub fn family(self) -> &'static str {
        match self {
            Self::Classic | Self::Academic => "serif",
            Self::Modern | Self::Compact => "sans",
        }
    }
}

impl PageSize {
    /// Width and height in points.
    pub(crate) fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.276, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

fn role_index(role: Role) -> usize {
    match role {
        Role::Name => 0,
        Role::Tagline => 1,
        Role::Contact => 2,
        Role::Section => 3,
        Role::Entry => 4,
        Role::Detail => 5,
        Role::Item => 6,
        Role::Paragraph => 7,
        Role::Code => 8,
        Role::TableHead => 9,
        Role::TableRow => 10,
        Role::Figures => 11,
        Role::Letter => 12,
    }
}
