//! Templates as data: sizes, spaces, rules, alignment, colours. One engine
//! lays all of them out.

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
            Template::Classic => classic(),
            Template::Modern => modern(),
            Template::Compact => compact(),
            Template::Academic => academic(),
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

    pub fn look(&self, role: Role) -> &Look {
        &self.looks[role_index(role)]
    }

    pub fn color(&self, tone: Tone) -> [u8; 3] {
        match tone {
            Tone::Ink => self.ink,
            Tone::Muted => self.muted,
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

const PLAIN: Look = Look {
    size: 10.5,
    leading: 14.0,
    style: Style::Regular,
    tone: Tone::Ink,
    center: false,
    before: 4.0,
    tight: 2.0,
    rule: None,
};

const HAIRLINE: Rule = Rule { width: 0.5, tone: Tone::Faint, above: 1.5, below: 0.0 };

/// The sizes of a look from its body text; templates change what differs.
fn looks(body: f32, leading: f32) -> [Look; ROLES] {
    let text = Look { size: body, leading, ..PLAIN };
    [
        Look { size: body * 2.2, leading: body * 2.5, style: Style::Bold, before: 0.0, ..text }, // Name
        Look { size: body * 1.15, leading: leading * 1.15, before: 1.0, tone: Tone::Muted, ..text }, // Tagline
        Look { before: 4.0, tight: 0.0, ..text }, // Contact
        Look { size: body * 1.2, leading: body * 1.5, style: Style::Bold, before: 13.0, ..text }, // Section
        Look { before: 8.0, tight: 0.0, ..text }, // Entry
        Look { before: 0.0, tight: 0.0, ..text }, // Detail
        Look { before: 3.0, tight: 1.8, ..text }, // Item
        Look { before: 4.0, tight: 2.0, ..text }, // Paragraph
        Look { size: body * 0.92, before: 4.0, tight: 0.0, ..text }, // Code
        Look { size: body * 0.9, style: Style::Bold, tone: Tone::Muted, rule: Some(HAIRLINE), ..text }, // TableHead
        Look { size: body * 0.95, before: 2.0, tight: 2.0, rule: Some(HAIRLINE), ..text }, // TableRow
        Look {
            size: body * 2.4,
            leading: body * 2.8,
            style: Style::Bold,
            tone: Tone::Accent,
            before: 0.0,
            ..text
        }, // Figures
        Look { size: body * 1.05, leading: leading * 1.06, before: 8.0, tight: 8.0, ..text }, // Letter
    ]
}

fn with(mut looks: [Look; ROLES], role: Role, change: impl FnOnce(&mut Look)) -> [Look; ROLES] {
    change(&mut looks[role_index(role)]);
    looks
}

/// Centred head, thin rules: what a bank, a clinic or a court expects.
fn classic() -> Design {
    let mut looks = looks(10.5, 13.8);
    looks = with(looks, Role::Name, |name| name.center = true);
    looks = with(looks, Role::Tagline, |line| line.center = true);
    looks = with(looks, Role::Contact, |line| line.center = true);
    looks = with(looks, Role::Section, |section| {
        section.rule = Some(Rule { width: 0.6, tone: Tone::Ink, above: 1.0, below: 2.0 });
    });
    Design {
        margin: Margin { top: 52.0, right: 60.0, bottom: 54.0, left: 60.0 },
        ink: [0x1a, 0x1a, 0x1a],
        muted: [0x50, 0x50, 0x50],
        accent: [0x1a, 0x1a, 0x1a],
        band: 0.0,
        item_indent: 14.0,
        marker_indent: 4.0,
        page_number: 9.0,
        looks,
    }
}

/// Left-aligned, one calm colour, more air.
fn modern() -> Design {
    let mut looks = looks(10.5, 14.4);
    looks = with(looks, Role::Name, |name| {
        name.size = 27.0;
        name.leading = 31.0;
        name.tone = Tone::Accent;
    });
    looks = with(looks, Role::Section, |section| {
        section.tone = Tone::Accent;
        section.size = 13.0;
        section.before = 16.0;
    });
    Design {
        margin: Margin { top: 60.0, right: 64.0, bottom: 56.0, left: 64.0 },
        ink: [0x22, 0x26, 0x2b],
        muted: [0x55, 0x5d, 0x66],
        accent: [0x0f, 0x4c, 0x5c],
        band: 7.0,
        item_indent: 13.0,
        marker_indent: 2.0,
        page_number: 9.0,
        looks,
    }
}

/// More on a page, still 9.5 points: long careers, one page.
fn compact() -> Design {
    let mut looks = looks(9.5, 11.8);
    looks = with(looks, Role::Name, |name| {
        name.size = 18.0;
        name.leading = 21.0;
    });
    looks = with(looks, Role::Contact, |line| line.before = 2.0);
    looks = with(looks, Role::Section, |section| {
        section.size = 10.5;
        section.leading = 13.0;
        section.before = 8.0;
        section.tone = Tone::Accent;
        section.rule = Some(Rule { width: 0.5, tone: Tone::Accent, above: 0.5, below: 0.5 });
    });
    looks = with(looks, Role::Entry, |entry| entry.before = 4.5);
    looks = with(looks, Role::Item, |item| {
        item.before = 1.5;
        item.tight = 0.8;
    });
    looks = with(looks, Role::Paragraph, |paragraph| paragraph.before = 2.0);
    Design {
        margin: Margin { top: 38.0, right: 46.0, bottom: 40.0, left: 46.0 },
        ink: [0x1c, 0x1c, 0x1c],
        muted: [0x4c, 0x50, 0x57],
        accent: [0x1f, 0x3a, 0x5f],
        band: 0.0,
        item_indent: 11.0,
        marker_indent: 2.0,
        page_number: 8.0,
        looks,
    }
}

/// The review: the modern look, smaller, for print.
pub(crate) fn report() -> Design {
    let mut looks = looks(10.0, 13.6);
    looks = with(looks, Role::Name, |name| name.tone = Tone::Accent);
    looks = with(looks, Role::Section, |section| {
        section.tone = Tone::Accent;
        section.size = 14.0;
        section.leading = 18.0;
        section.before = 18.0;
        section.rule = Some(Rule { width: 0.6, tone: Tone::Accent, above: 1.0, below: 2.0 });
    });
    looks = with(looks, Role::Entry, |entry| {
        entry.size = 10.8;
        entry.style = Style::Bold;
        entry.before = 11.0;
    });
    Design { looks, ..modern() }
}

/// Wide leading and quiet headings for long lists of publications.
fn academic() -> Design {
    let mut looks = looks(11.0, 14.6);
    looks = with(looks, Role::Name, |name| {
        name.size = 21.0;
        name.leading = 26.0;
        name.style = Style::Regular;
    });
    looks = with(looks, Role::Section, |section| {
        section.size = 12.0;
        section.leading = 16.0;
        section.before = 15.0;
        section.rule = Some(Rule { width: 0.4, tone: Tone::Muted, above: 1.5, below: 2.0 });
    });
    looks = with(looks, Role::Paragraph, |paragraph| paragraph.tight = 4.0);
    Design {
        margin: Margin { top: 64.0, right: 72.0, bottom: 64.0, left: 72.0 },
        ink: [0x11, 0x11, 0x11],
        muted: [0x48, 0x48, 0x48],
        accent: [0x11, 0x11, 0x11],
        band: 0.0,
        item_indent: 18.0,
        marker_indent: 6.0,
        page_number: 9.5,
        looks,
    }
}
