//! Icons as paths of one size and one stroke. Always beside words, so they are
//! hidden from screen readers.

use yew::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    File,
    Check,
    Cross,
    Half,
    List,
    Alert,
    Arrow,
    Download,
    Lock,
    Pen,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::File => "M6 2.5h8l4 4v15H6zM14 2.5v4h4M9 12h6M9 16h6",
            Self::Check => "M4 12.5l5 5L20 6.5",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Half => "M5 12h14",
            Self::List => "M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1",
            Self::Alert => "M12 4v10M12 18.5v.5",
            Self::Arrow => "M5 12h14M13 6l6 6-6 6",
            Self::Download => "M12 3v12M6.5 10L12 15.5 17.5 10M5 20.5h14",
            Self::Lock => "M6 11h12v9.5H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11",
            Self::Pen => "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z",
        }
    }

    pub fn view(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d={self.path()} />
            </svg>
        }
    }
}
