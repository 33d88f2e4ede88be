//! The templates themselves.

use super::{Design, Look, Margin, ROLES, Rule, role_index};
use crate::export::block::{Role, Tone};
use crate::export::fonts::Style;

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
pub(super) fn classic() -> Design {
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
pub(super) fn modern() -> Design {
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
pub(super) fn compact() -> Design {
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
pub(super) fn academic() -> Design {
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
