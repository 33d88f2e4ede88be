//! What an analysis has to know beside the two texts: the day, and the
//! country whose customs of application count.

use crate::extract::Date;
use serde::{Deserialize, Serialize};

/// A [`Date`] alone is a setting without a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Ends the roles that go on ("Present").
    pub today: Date,
    /// `None` when the user has not said where they apply.
    pub country: Option<Country>,
}

impl From<Date> for Setting {
    fn from(today: Date) -> Self {
        Setting { today, country: None }
    }
}

/// Where somebody applies. Only countries whose customs the rules know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Country {
    At,
    Au,
    Be,
    Br,
    Ca,
    Ch,
    De,
    Es,
    Fr,
    Gb,
    Ie,
    It,
    Nl,
    Pl,
    Pt,
    Us,
}

impl Country {
    /// In the order of their English names, as a list to choose from.
    pub const ALL: [Self; 16] = [
        Self::Au,
        Self::At,
        Self::Be,
        Self::Br,
        Self::Ca,
        Self::Fr,
        Self::De,
        Self::Ie,
        Self::It,
        Self::Nl,
        Self::Pl,
        Self::Pt,
        Self::Es,
        Self::Ch,
        Self::Gb,
        Self::Us,
    ];

    /// ISO 3166-1 alpha-2, in lower case: "de".
    pub fn code(self) -> &'static str {
        match self {
            Self::At => "at",
            Self::Au => "au",
            Self::Be => "be",
            Self::Br => "br",
            Self::Ca => "ca",
            Self::Ch => "ch",
            Self::De => "de",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::Gb => "gb",
            Self::Ie => "ie",
            Self::It => "it",
            Self::Nl => "nl",
            Self::Pl => "pl",
            Self::Pt => "pt",
            Self::Us => "us",
        }
    }

    /// As it stands after "in".
    pub fn label(self) -> &'static str {
        match self {
            Self::At => "Austria",
            Self::Au => "Australia",
            Self::Be => "Belgium",
            Self::Br => "Brazil",
            Self::Ca => "Canada",
            Self::Ch => "Switzerland",
            Self::De => "Germany",
            Self::Es => "Spain",
            Self::Fr => "France",
            Self::Gb => "the United Kingdom",
            Self::Ie => "Ireland",
            Self::It => "Italy",
            Self::Nl => "the Netherlands",
            Self::Pl => "Poland",
            Self::Pt => "Portugal",
            Self::Us => "the United States",
        }
    }

    /// `None` for a code that is not in [`Country::ALL`].
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|country| country.code().eq_ignore_ascii_case(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_back_to_its_country() {
        for country in Country::ALL {
            assert_eq!(Country::of(country.code()), Some(country));
        }
        assert_eq!(Country::of("DE"), Some(Country::De));
        assert_eq!(Country::of("xx"), None);
        let mut labels: Vec<&str> =
            Country::ALL.iter().map(|country| country.label().trim_start_matches("the ")).collect();
        let given = labels.clone();
        labels.sort_unstable();
        assert_eq!(labels, given);
    }
}
