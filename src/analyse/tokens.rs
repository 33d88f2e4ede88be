//! Words of a CV or a post, with their places.
//!
//! A plain split at everything that is not a letter loses exactly the words
//! that a job post is about. Kept whole here: C++, C#, F#, .NET, Node.js,
//! CI/CD, R&D, A/B, T-SQL, B.Sc., 3.5, CompTIA A+. Split on purpose: hyphens
//! and other slashes ("front-end", "HTML/CSS"), with a mark that the parts
//! were joined; elisions ("l'expérience"); and each sign of scripts written
//! without spaces, so that a phrase is a run of signs.

use crate::text::Span;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    /// Lower case, without accents, dots of initials and possessive `'s`.
    pub fold: String,
    pub kind: Kind,
    /// Joined to the token before by a hyphen alone.
    pub glued: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    /// Digits, with inner separators: `5`, `27001`, `1.000`, `3,5`.
    Number,
    /// An e-mail or web address; never compared with terms.
    Address,
}

/// Kept as one token although a joining sign is inside.
const WHOLE: &[&str] = &[
    "ci/cd", "a/b", "r&d", "t-sql", "pl/sql", "pl/pgsql", "tcp/ip", "p&l", "m&a", "q&a", "l&d", "h&s", "f&b",
    "i/o", "24/7", "s/4hana", "w/m/d", "m/w/d", "m/f/d", "h/f", "f/h", "f/m/d", "m/v", "k/m", "m/k", "b&b",
    "o&m", "e&i", "m&e", "d&i", "s&op", "hp-ux", "x-ray",
];
/// After an inner dot these stay with the word before: `Node.js`, `ASP.NET`.
const DOTTED: &[&str] = &["js", "net", "io", "ai", "py", "ts"];
/// Names that end with a plus.
const PLUSSED: &[&str] = &["a", "network", "security", "server", "cloud", "cysa", "linux", "project"];
/// Before an apostrophe these are words of their own: `l'équipe`, `dell'azienda`.
const ELIDED: &[&str] = &[
    "l", "d", "j", "c", "m", "n", "s", "t", "qu", "un", "jusqu", "lorsqu", "puisqu", "dell", "nell", "all",
    "sull", "dall", "quell", "un", "quest", "anch", "sant",
];

/// The words of a text in order. Never fails; an odd text gives odd tokens.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        let end = if is_sign(c) {
            next
        } else if c == '.' && dot_net(text, at) {
            at + 4
        } else if c.is_alphanumeric() {
            word_end(text, at)
        } else {
            at = next;
            continue;
        };
        push(text, Span::new(at, end), &mut out);
        at = end;
    }
    out
}

/// Whether a list of words parted by single spaces has this one. Such a list
/// takes a third of the room of a table of strings.
pub fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|entry| entry == word)
}

/// Lower case without accents. Scripts other than Latin keep their marks,
/// where these are letters of their own.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            '’' | '‘' | 'ʼ' => out.push('\''),
            '‐' | '‑' => out.push('-'),
            _ if is_invisible(c) || is_combining_mark(c) => {}
            '\u{c0}'..='\u{24f}'
            | '\u{1e00}'..='\u{1eff}'
            | '\u{fb00}'..='\u{fb06}'
            | '\u{ff00}'..='\u{ff5e}' => {
                out.extend(c.nfkd().filter(|c| !is_combining_mark(*c)));
            }
            _ => out.push(c),
        }
    }
    out
}

/// A sign of a script that is written without spaces.
pub fn is_sign(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}')
}

/// Takes no room on the page: zero-width, directional, tags, soft hyphen.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}' | '\u{180e}')
}

fn push(text: &str, span: Span, out: &mut Vec<Token>) {
    let written = span.of(text);
    let address = is_address(written);
    let mut folded = fold(written);
    let number = folded.starts_with(|c: char| c.is_ascii_digit())
        && folded.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    if !address && !number && folded.len() > 2 {
        if let Some(owner) = folded.strip_suffix("'s") {
            folded = owner.to_owned();
        }
        folded.retain(|c| c != '\'');
        if folded.contains('.') && !folded.starts_with('.') && !dotted_name(&folded) {
            folded.retain(|c| c != '.');
        }
    }
    if folded.is_empty() {
        return;
    }
    let glued = out.last().is_some_and(|before| {
        let gap = text.get(before.span.end..span.start).unwrap_or_default();
        matches!(gap, "-" | "\u{2010}" | "\u{2011}")
    });
    let kind = if address {
        Kind::Address
    } else if number {
        Kind::Number
    } else {
        Kind::Word
    };
    out.push(Token { span, fold: folded, kind, glued });
}

fn dotted_name(folded: &str) -> bool {
    folded.rsplit_once('.').is_some_and(|(before, ending)| before.len() > 1 && DOTTED.contains(&ending))
}

fn is_address(written: &str) -> bool {
    if !written.bytes().any(|byte| matches!(byte, b'@' | b'/' | b'.')) {
        return false;
    }
    written.contains('@')
        || written.contains("://")
        || written.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www."))
        || written.contains(".com/")
        || written.contains(".org/")
}

/// `.NET` at the start of a word.
fn dot_net(text: &str, at: usize) -> bool {
    let free = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let name = text.get(at + 1..at + 4).is_some_and(|word| word.eq_ignore_ascii_case("net"));
    free && name && text[at + 4..].chars().next().is_none_or(|c| !c.is_alphanumeric())
}

fn word_end(text: &str, start: usize) -> usize {
    if let Some(end) = whole_end(text, start).or_else(|| address_end(text, start)) {
        return end;
    }
    let mut segment = start;
    let mut end = start;
    let mut rest = text[start..].char_indices().peekable();
    while let Some((offset, c)) = rest.next() {
        let at = start + offset;
        let after = rest.peek().map(|(_, c)| *c);
        let plain =
            (c.is_alphanumeric() && !is_sign(c)) || is_combining_mark(c) || (is_invisible(c) && at > start);
        if plain {
            end = at + c.len_utf8();
            continue;
        }
        let so_far = &text[segment..at];
        let joins = match c {
            '.' | ',' if ends_with_digit(so_far) => {
                after.is_some_and(|c| c.is_ascii_digit()) && so_far.chars().all(|c| c.is_ascii_digit())
            }
            '.' => after.is_some_and(char::is_alphabetic) && dot_joins(text, so_far, at + 1),
            '\'' | '’' => {
                after.is_some_and(char::is_alphabetic) && !ELIDED.contains(&fold(so_far).as_str())
            }
            _ => false,
        };
        if !joins {
            break;
        }
        segment = at + c.len_utf8();
    }
    name_sign(text, start, end)
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a dot stays inside: a known ending, or initials as in `B.Sc`.
fn dot_joins(text: &str, so_far: &str, next: usize) -> bool {
    let ending: String = text[next..].chars().take_while(|c| c.is_alphanumeric()).take(6).collect();
    let ending = fold(&ending);
    DOTTED.contains(&ending.as_str())
        || ((so_far.chars().count() == 1 || so_far.eq_ignore_ascii_case("ph"))
            && !ends_with_digit(so_far)
            && ending.chars().count() <= 4)
}

/// `C++`, `C#`, `A+`: signs that belong to the name before them.
fn name_sign(text: &str, start: usize, end: usize) -> usize {
    let signs: usize = text[end..].bytes().take_while(|byte| matches!(byte, b'+' | b'#')).count();
    if signs == 0 {
        return end;
    }
    let free = text[end + signs..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let word = text[start..end].to_ascii_lowercase();
    let named = match &text[end..end + signs] {
        "++" => word.len() <= 9 && !ends_with_digit(&word),
        "#" => matches!(word.as_str(), "c" | "f" | "j" | "q" | "a"),
        "+" => PLUSSED.contains(&word.as_str()),
        _ => false,
    };
    if free && named { end + signs } else { end }
}

fn whole_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text.as_bytes()[start..];
    // All of them have one of these signs early; most words do not.
    let sign = rest.iter().take(6).position(|byte| !byte.is_ascii_alphanumeric())?;
    if !matches!(rest[sign], b'/' | b'&' | b'-') {
        return None;
    }
    WHOLE.iter().find_map(|whole| {
        let head = rest.get(..whole.len())?;
        let end = start + whole.len();
        let same = head.eq_ignore_ascii_case(whole.as_bytes());
        let free = text.get(end..)?.chars().next().is_none_or(|c| !c.is_alphanumeric());
        (same && free).then_some(end)
    })
}

fn address_end(text: &str, start: usize) -> Option<usize> {
    let run = text[start..]
        .split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '|' | '(' | ')' | ',' | ';'))
        .next()?;
    // An address has one of these, which is seen faster than what it is.
    if !run.bytes().any(|byte| matches!(byte, b'@' | b'/')) && !run.starts_with(['w', 'W']) {
        return None;
    }
    let run = run.trim_end_matches(['.', ',', ':', '!', '?', '"', '\'']);
    (run.len() > 4 && is_address(run)).then_some(start + run.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folds(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.fold).collect()
    }

    #[test]
    fn names_with_signs_stay_whole() {
        assert_eq!(
            folds("C++, C#, F# and .NET; Node.js, R, Go, C. CI/CD, R&D, T-SQL, ISO 27001, A/B test"),
            [
                "c++", "c#", "f#", "and", ".net", "node.js", "r", "go", "c", "ci/cd", "r&d", "t-sql", "iso",
                "27001", "a/b", "test"
            ]
        );
        assert_eq!(
            folds("ASP.NET C/C++ CompTIA A+ 5+ years"),
            ["asp.net", "c", "c++", "comptia", "a+", "5", "years"]
        );
    }

    #[test]
    fn words_of_many_languages() {
        assert_eq!(
            folds("l’expérience dell'azienda Straße Łódź"),
            ["l", "experience", "dell", "azienda", "strasse", "lodz"]
        );
        assert_eq!(folds("会计 B.Sc. Bachelor's Ph.D."), ["会", "计", "bsc", "bachelor", "phd"]);
        assert_eq!(folds("end.Next 3.5 1,000"), ["end", "next", "3.5", "1,000"]);
    }

    #[test]
    fn hyphens_mark_parts_and_addresses_stay_whole() {
        let found = tokens("front-end a.b@example.org www.example.org/x");
        assert!(found[1].glued);
        assert_eq!(found[2].kind, Kind::Address);
        assert_eq!(found[3].kind, Kind::Address);
    }
}
