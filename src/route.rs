//! The addresses that the app draws. The pages that are only text are static
//! files (`assets/pages/`) and need no app.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    Tool,
    Status,
    NotFound,
}

impl Route {
    pub fn from_path(path: &str) -> Self {
        match path.trim_end_matches('/') {
            "" | "/cv-review" | "/index.html" => Self::Tool,
            "/status" => Self::Status,
            _ => Self::NotFound,
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Tool => "CV Review: see what a machine reads in your CV",
            Self::Status => "Status · CV Review",
            Self::NotFound => "Not found · CV Review",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn addresses_find_their_page() {
        let cases = [
            ("/", Route::Tool),
            ("/cv-review", Route::Tool),
            ("/cv-review/", Route::Tool),
            ("/status", Route::Status),
            ("/cv-reviews", Route::NotFound),
        ];
        for (path, route) in cases {
            assert_eq!(Route::from_path(path), route, "{path}");
        }
    }
}
