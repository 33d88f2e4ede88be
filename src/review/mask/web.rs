//! E-mail addresses, links, handles, and pictures written as data.

use super::lines::Lines;
use super::name;
use crate::extract::Resume;
use crate::text::Span;

/// Hosts whose pages are of persons.
#[rustfmt::skip]
const PROFILES: &[&str] = &[
    "linkedin.", "github.", "gitlab.", "xing.", "twitter.com", "x.com", "instagram.", "facebook.",
    "behance.", "dribbble.", "medium.com", "stackoverflow.com/users", "orcid.org", "researchgate.",
    "scholar.google", "t.me", "youtube.com/@", "tiktok.", "about.me", "linktr.ee", "kaggle.", "bitbucket.",
    "codepen.", "vimeo.", "soundcloud.", "wa.me", "calendly.", "academia.edu", "goldenline.", "malt.",
    "hackerrank.", "leetcode.",
];

/// Labels before a handle that is no address.
#[rustfmt::skip]
const HANDLES: &[&str] = &[
    "linkedin", "github", "gitlab", "xing", "twitter", "instagram", "skype", "telegram", "facebook",
    "threema",
];

/// Ends of names of hosts, for addresses without `https://`.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "com", "org", "net", "io", "dev", "me", "de", "at", "ch", "fr", "es", "pt", "br", "it", "nl", "pl", "uk",
    "ie", "eu", "info", "app", "co", "se", "dk", "no", "in", "us", "ca", "be", "cz", "name", "page", "site",
    "online", "tech", "design", "cat", "pro", "art", "studio", "blog", "xyz", "ai", "fi", "gr", "ro", "hu",
    "example", "test", "photography", "photo", "photos", "works", "digital", "media", "agency", "consulting",
    "health", "care", "shop", "store", "space", "world", "life", "live", "cloud", "email", "link", "click",
    "website", "work", "team", "one", "nu", "lu", "li", "za", "ae", "mx", "au", "nz", "ar", "cl", "jp", "kr",
    "sg", "my", "tr", "tv", "cc", "mobi", "biz", "jobs", "academy", "gallery", "build", "berlin", "wien",
    "paris", "london", "nyc", "swiss", "bzh", "eus", "gal", "scot", "wales", "sk", "si", "hr", "rs", "bg", "ua",
    "lt", "lv", "ee", "is", "mt", "cy", "ma", "tn", "ng", "ke", "gh", "pk", "bd", "lk", "ph", "id", "th", "vn",
    "hk", "tw", "cn", "pe", "uy", "ec", "il",
];

pub fn photos(text: &str) -> Vec<Span> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "+/=;:,.-".contains(c);
    (text.match_indices("data:image/"))
        .map(|(start, _)| {
            let length = text[start..].find(|c| !plain(c)).unwrap_or(text.len() - start);
            Span::new(start, start + length)
        })
        .collect()
}

pub fn emails(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    for sign in ["@", "(at)", "[at]", "{at}", " at ", "(a)"] {
        for (at, _) in text.match_indices(sign) {
            let spaced = sign != "@";
            let before = text[..at].trim_end_matches(|c| spaced && c == ' ');
            let after_from = at + sign.len();
            let gap = text[after_from..].len()
                - text[after_from..].trim_start_matches(|c| spaced && c == ' ').len();
            let start = before
                .char_indices()
                .rev()
                .take_while(|(_, c)| c.is_alphanumeric() || "._%+-'’".contains(*c))
                .last()
                .map_or(before.len(), |(start, _)| start);
            let host = &text[after_from + gap..];
            let mut length =
                host.find(|c: char| !c.is_alphanumeric() && c != '.' && c != '-').unwrap_or(host.len());
            // "anna (at) example (dot) org"
            for dot in ["(dot)", "[dot]", " dot ", "(punkt)", "{dot}"] {
                let tail = host[length..].trim_start_matches(|c| c == ' ' && dot != " dot ");
                if spaced && let Some(end) = tail.strip_prefix(dot) {
                    let end = end.trim_start_matches(' ');
                    let word = end.find(|c: char| !c.is_alphanumeric()).unwrap_or(end.len());
                    length = host.len() - end.len() + word;
                }
            }
            let host = host[..length].trim_end_matches(['.', '-']);
            let dotted = host.contains('.') || host.to_lowercase().contains("dot");
            let end = after_from + gap + host.len();
            let from = text[start..at].trim_start_matches(['.', '-', '\'', '’', '%']);
            let start = at - from.len();
            let name = from.trim_end();
            // " at " is an English word: only before something like a host.
            let plain_word = sign == " at "
                && !(host.contains(" dot ")
                    || (name.contains(['.', '_', '-']) && host.contains('.') && !host.ends_with('.')));
            if !name.is_empty() && dotted && host.len() >= 4 && !plain_word {
                out.push(Span::new(start, end));
            }
        }
    }
    out
}

pub fn links(text: &str, lines: &Lines, resume: &Resume) -> Vec<Span> {
    let name = name::Parts::of(text, lines, resume);
    let mut out = Vec::new();
    let breaks = |c: char| c.is_whitespace() || "<>\"'“”„«»()[]{}|,;•·".contains(c);
    let mut start = 0;
    for (end, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if !breaks(c) {
            continue;
        }
        let token = text[start..end].trim_end_matches(['.', ':', '!', '?']);
        let from = start;
        start = end + c.len_utf8();
        let offset = token.find("http").filter(|_| token.contains("://")).unwrap_or(0);
        let offset = if offset == 0 { glued_label(token) } else { offset };
        let token = &token[offset..];
        let span = Span::new(from + offset, from + offset + token.len());
        let personal = lines.personal(span.start);
        let of_person = personal
            || PROFILES.iter().any(|host| on_host(token, host))
            || name.in_address(token)
            || resume.links.iter().any(|link| same_address(&link.value, token));
        let slashed = ["in/", "pub/"]
            .iter()
            .any(|start| token.strip_prefix(start).is_some_and(|rest| rest.len() > 4 && !rest.contains('/')));
        let handle = (token.starts_with('@') && token.len() > 3 || slashed) && personal;
        if handle || (of_person && is_link(token)) {
            out.push(span);
        }
    }
    out.extend(handles(text, lines));
    out
}

/// The length of `LinkedIn:` in `LinkedIn:linkedin.com/in/x`.
fn glued_label(token: &str) -> usize {
    token.find(':').filter(|at| !token[*at..].starts_with("://")).map_or(0, |at| at + 1)
}

fn on_host(token: &str, host: &str) -> bool {
    let token = bare_address(token);
    // A page of a person, not the site itself ("x.com" is also "netflix.com").
    token.starts_with(host) || token.find(host).is_some_and(|at| token[..at].ends_with('.'))
}

fn bare_address(address: &str) -> String {
    let address = address.to_lowercase();
    let address = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    address.trim_start_matches("www.").trim_end_matches('/').to_owned()
}

fn same_address(one: &str, other: &str) -> bool {
    bare_address(one) == bare_address(other)
}

fn is_link(token: &str) -> bool {
    if token.contains('@') && !token.contains("://") && !token.contains('/') {
        return false;
    }
    if let Some((scheme, rest)) = token.split_once("://") {
        return scheme.chars().all(|c| c.is_ascii_alphanumeric()) && rest.contains('.');
    }
    let host = token.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    let named = name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
        && name.chars().any(char::is_alphabetic)
        && name.len() > 1;
    // "www." says by itself that it is one.
    let known = ENDS.contains(&end.to_lowercase().as_str())
        || host.starts_with("www.") && end.len() >= 2 && end.chars().all(|c| c.is_ascii_lowercase());
    if !named || !known {
        return false;
    }
    // "Node.js" has no such end; "B.Sc.in" and "Dipl.Ing" are not lower case.
    host.starts_with("www.")
        || host.contains('-')
        || !host.chars().any(char::is_uppercase)
        || token.contains('/')
}

/// `Skype: live:anna.k`, `GitHub: annak`.
fn handles(text: &str, lines: &Lines) -> Vec<Span> {
    let mut out = Vec::new();
    for (line, personal) in &lines.all {
        let words = line.of(text);
        for label in HANDLES {
            let Some(at) = find_ignoring_case(words, label) else { continue };
            let rest = &words[at + label.len()..];
            let value = rest.trim_start_matches(' ');
            let Some(value) = value.strip_prefix(':').map(|value| value.trim_start_matches([' ', '@']))
            else {
                continue;
            };
            // Elsewhere "GitHub: pull requests" may be prose.
            let handle =
                *personal || rest.trim_start().starts_with(": @") || rest.trim_start().starts_with(":@");
            let whole = words[..at].trim().is_empty() && value.split_whitespace().count() == 1;
            if !(handle || whole) {
                continue;
            }
            let length = value.find([' ', ',', ';', '|', '\t', '•', '·']).unwrap_or(value.len());
            let start = line.start + words.len() - value.len();
            if length >= 2 && !is_link(&value[..length]) {
                out.push(Span::new(start, start + length));
            }
        }
    }
    out
}

/// Where an ASCII word is, whatever its case.
pub fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    (0..text.len().checked_sub(word.len())? + 1).find(|at| {
        text.as_bytes()[*at..*at + word.len()].eq_ignore_ascii_case(word.as_bytes())
            && text.is_char_boundary(*at)
            && text.is_char_boundary(*at + word.len())
    })
}
