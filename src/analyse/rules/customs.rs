//! What a CV may hold by the custom of a country.
//!
//! Written from general knowledge of how people apply there; the law named
//! with a country is the one that forbids a choice on these grounds. Where
//! something is custom it may be given and may be left out: the rule is silent.

use super::{Report, cv_span};
use crate::analyse::finding::Severity;
use crate::analyse::setting::Country::{self, *};
use crate::text::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Custom {
    Photo,
    BirthDate,
    Family,
    Nationality,
}

impl Custom {
    pub const ALL: [Self; 4] = [Self::Photo, Self::BirthDate, Self::Family, Self::Nationality];

    pub fn label(self) -> &'static str {
        match self {
            Self::Photo => "Photo",
            Self::BirthDate => "Birth date",
            Self::Family => "Marital status and children",
            Self::Nationality => "Nationality",
        }
    }

    /// Where giving it is accepted custom.
    pub fn accepted(self) -> &'static [Country] {
        match self {
            Self::Photo => &[At, Be, Ch, De, Es, Fr, It, Pl, Pt],
            Self::BirthDate => &[At, Be, Ch, De, Es, Fr, It, Pl, Pt],
            Self::Family => &[At, Br, Ch, De, Fr],
            Self::Nationality => &[At, Be, Br, Ch, De, Es, Fr, It, Pl, Pt],
        }
    }
}

/// The law against a choice on such grounds.
pub fn law(country: Country) -> &'static str {
    match country {
        At => "Gleichbehandlungsgesetz",
        Au => "Age Discrimination Act 2004 and Sex Discrimination Act 1984",
        Be => "anti-discrimination act of 10 May 2007",
        Br => "Lei 9.029/1995",
        Ca => "Canadian Human Rights Act",
        Ch => "Gleichstellungsgesetz",
        De => "Allgemeines Gleichbehandlungsgesetz",
        Es => "Ley 15/2022",
        Fr => "Code du travail, L1132-1",
        Gb => "Equality Act 2010",
        Ie => "Employment Equality Acts 1998 to 2015",
        It => "decreto legislativo 216/2003",
        Nl => "Algemene wet gelijke behandeling",
        Pl => "Kodeks pracy, art. 18(3a)",
        Pt => "C\u{f3}digo do Trabalho, art. 24",
        Us => "Title VII of the Civil Rights Act and Age Discrimination in Employment Act",
    }
}

/// Reports what was found by the custom of the chosen country.
pub fn judged(look: &super::Look, report: &mut Report, custom: Custom, sentence: &str, found: Vec<Span>) {
    if found.is_empty() {
        return;
    }
    let spans = found.into_iter().take(4).map(cv_span).collect();
    let Some(country) = look.country else {
        report.severity = Severity::Minor;
        report.add(
            sentence,
            "Leave it out, unless it is custom where you apply; choose the country and this is decided.",
            spans,
        );
        return;
    };
    if custom.accepted().contains(&country) {
        return;
    }
    report.severity = Severity::Moderate;
    report.add(
        format!(
            "{sentence} In {} this is not custom, and a reader must not choose by it ({}).",
            country.label(),
            law(country)
        ),
        "Leave it out.",
        spans,
    );
}
