//! The pages and their addresses.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    Tool,
    HowItWorks,
    Privacy,
    Status,
    NotFound,
}

impl Route {
    pub fn from_path(path: &str) -> Self {
        match path.trim_end_matches('/') {
            "" | "/cv-review" | "/index.html" => Self::Tool,
            "/how-it-works" => Self::HowItWorks,
            "/privacy" => Self::Privacy,
            "/status" => Self::Status,
            _ => Self::NotFound,
        }
    }

    pub fn path(self) -> &'static str {
        match self {
            Self::Tool | Self::NotFound => "/cv-review",
            Self::HowItWorks => "/how-it-works",
            Self::Privacy => "/privacy",
            Self::Status => "/status",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Tool => "CV Review: see what a machine reads in your CV",
            Self::HowItWorks => "How it works · CV Review",
            Self::Privacy => "Privacy · CV Review",
            Self::Status => "Status · CV Review",
            Self::NotFound => "Not found · CV Review",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn every_page_is_found_by_its_own_address() {
        for route in [Route::Tool, Route::HowItWorks, Route::Privacy, Route::Status] {
            assert_eq!(Route::from_path(route.path()), route);
        }
        assert_eq!(Route::from_path("/"), Route::Tool);
        assert_eq!(Route::from_path("/privacy/"), Route::Privacy);
        assert_eq!(Route::from_path("/nothing"), Route::NotFound);
    }
}
