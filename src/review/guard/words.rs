//! A text as words that can be compared: folded, stemmed, with their places.

use crate::text::Span;

/// A word and where it is.
#[derive(Clone, Debug)]
pub struct Word<'t> {
    pub text: &'t str,
    /// Lower case, without dots and apostrophes.
    pub low: String,
    /// Without endings of number and tense.
    pub stem: String,
    pub span: Span,
    /// The first word of a sentence, a line or a list item.
    pub starts: bool,
    /// What stands between this word and the next.
    pub after: &'t str,
}

impl Word<'_> {
    pub fn capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Letters that only a name has: `SQL`, `iOS`, `McKinsey`, `C++`, `.NET`, `S4`.
    pub fn technical(&self) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic()).count();
        let inner_capitals = self.text.chars().skip(1).filter(|c| c.is_uppercase()).count();
        let digits = self.text.chars().any(|c| c.is_ascii_digit());
        letters > 0
            && (inner_capitals > 0
                || self.text.contains(['+', '#'])
                || self.text.starts_with('.')
                || (digits && !self.text.starts_with(|c: char| c.is_ascii_digit())))
    }

    /// Whether it is an English verb by its form: "served", "ran", "leading".
    pub fn told(&self) -> bool {
        let irregular = self.stem != self.low
            && !self.low.ends_with(['s', 'e'])
            && !["our", "tre", "yz", "is"].iter().any(|part| self.low.contains(part));
        self.low.ends_with("ed") || self.low.ends_with("ing") || irregular
    }

    pub fn numeric(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word> = Vec::new();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |i: usize| chars.get(i).map_or(' ', |(_, c)| *c);
    let byte = |i: usize| chars.get(i).map_or(text.len(), |(b, _)| *b);
    let mut i = 0;
    let mut starts = true;
    while i < chars.len() {
        let c = at(i);
        let leading_dot = c == '.' && at(i + 1).is_uppercase() && !at(i.wrapping_sub(1)).is_alphanumeric();
        if !(c.is_alphanumeric() || leading_dot) {
            let bullet = matches!(c, '\n' | '•' | '‣' | '▪' | '●' | '·' | '|' | '\t');
            starts |= bullet || matches!(c, ':' | '!' | '?' | '"' | '“' | '„' | '(');
            // A dot ends a sentence when something else than a letter follows.
            starts |= c == '.' && (at(i + 1).is_whitespace());
            starts |= matches!(c, '-' | '–' | '*' | '—')
                && out.last().is_none_or(|last| {
                    last.after.contains('\n') || text[last.span.end..byte(i)].contains('\n')
                });
            i += 1;
            continue;
        }
        let start = i;
        i += 1;
        while i < chars.len() {
            let (before, c, next) = (at(i - 1), at(i), at(i + 1));
            let inside = c.is_alphanumeric()
                || ('\u{300}'..='\u{36f}').contains(&c)
                || (matches!(c, '+' | '#')
                    && !next.is_alphanumeric()
                    && (before.is_alphabetic() || before == '+'))
                || (matches!(c, '.' | ',') && before.is_ascii_digit() && next.is_ascii_digit())
                || (c == '.' && before.is_alphabetic() && next.is_alphabetic() && at(i + 2) != ' ')
                || (matches!(c, '\'' | '’')
                    && before.is_alphanumeric()
                    && next.is_alphanumeric()
                    && !elided(&text[byte(start)..byte(i)]))
                || (c == '&' && before.is_uppercase() && next.is_uppercase());
            if !inside {
                break;
            }
            i += 1;
        }
        let span = Span::new(byte(start), byte(i));
        if let Some(last) = out.last_mut() {
            last.after = &text[last.span.end..span.start];
        }
        let raw = span.of(text);
        let low = low(raw);
        out.push(Word { text: raw, stem: stem(&low), low, span, starts, after: &text[span.end..] });
        starts = false;
    }
    out
}

/// What French and Italian put before an apostrophe: "l'anno", "d'euros".
fn elided(word: &str) -> bool {
    [
        "l", "d", "qu", "n", "s", "j", "m", "c", "t", "all", "dell", "nell", "sull", "dall", "un", "quest",
        "vent", "quarant", "cinquant",
    ]
    .iter()
    .any(|elided| word.eq_ignore_ascii_case(elided))
}

/// Lower case; dots of abbreviations and apostrophes with their ending go.
pub fn low(word: &str) -> String {
    let lower = word.to_lowercase().replace('’', "'");
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    match lower.starts_with(|c: char| c.is_ascii_digit()) {
        true => lower.to_owned(),
        false => lower.chars().filter(|c| *c != '.' && *c != '\'').collect(),
    }
}

#[rustfmt::skip]
const IRREGULAR: &[(&str, &str)] = &[
    ("led", "lead"), ("ran", "run"), ("built", "build"), ("used", "use"), ("using", "use"), ("uses", "use"),
    ("taught", "teach"), ("sold", "sell"), ("won", "win"), ("grew", "grow"), ("grown", "grow"),
    ("made", "mak"), ("held", "hold"), ("kept", "keep"), ("met", "meet"), ("oversaw", "overse"),
    ("oversee", "overse"), ("overseeing", "overse"), ("overseen", "overse"), ("undertook", "undertak"),
    ("began", "begin"), ("drove", "driv"), ("driven", "driv"), ("brought", "bring"), ("gave", "giv"),
    ("given", "giv"), ("took", "tak"), ("taken", "tak"), ("spoke", "speak"), ("found", "find"),
    ("bought", "buy"), ("dealt", "deal"), ("did", "do"), ("done", "do"), ("went", "go"), ("came", "com"),
    ("got", "get"), ("saw", "see"), ("saws", "see"), ("seen", "see"), ("chose", "choos"), ("rose", "ris"), ("fed", "feed"),
    ("read", "read"), ("fixed", "fix"), ("children", "child"), ("people", "peopl"), ("men", "man"),
    ("women", "woman"), ("analyses", "analys"), ("analysis", "analys"), ("analyzed", "analys"),
    ("analyze", "analys"), ("analyzing", "analys"), ("studies", "study"), ("staff", "staff"),
    ("chief", "chief"), ("news", "news"), ("process", "process"), ("business", "busines"),
    ("businesses", "busines"), ("sales", "sales"), ("sale", "sales"), ("series", "series"),
    ("species", "species"), ("leaves", "leav"), ("shelves", "shelf"), ("upheld", "uphold"),
    ("understood", "understand"), ("thought", "think"), ("spent", "spend"), ("sent", "send"),
    ("lent", "lend"), ("caught", "catch"), ("sought", "seek"), ("shown", "show"), ("swept", "sweep"),
    ("dug", "dig"), ("hung", "hang"), ("laid", "lay"), ("lay", "lay"), ("paid", "pay"), ("sewn", "sew"),
    ("grown", "grow"), ("flew", "fly"), ("rebuilt", "rebuild"), ("rewrote", "rewrit"),
    ("rewritten", "rewrit"), ("written", "writ"), ("wrote", "writ"), ("drew", "draw"), ("drawn", "draw"),
    ("threw", "throw"), ("hid", "hide"), ("stood", "stand"), ("bound", "bind"), ("ground", "grind"),
    ("sang", "sing"), ("wore", "wear"), ("worn", "wear"), ("lost", "los"), ("left", "leav"), ("told", "tell"),
    ("said", "say"), ("heard", "hear"), ("became", "becom"), ("ate", "eat"), ("broke", "break"),
    ("shot", "shoot"), ("slid", "slid"), ("struck", "strik"), ("stuck", "stick"), ("tore", "tear"),
    ("wound", "wound"), ("woven", "weav"), ("wove", "weav"), ("bent", "bend"), ("bred", "breed"),
    ("handed", "hand"), ("rang", "ring"), ("knew", "know"), ("known", "know"), ("ridden", "rid"),
    ("rode", "rid"), ("picked", "pick"), ("dialled", "dial"), ("dialed", "dial"),
];

/// A word without endings of number and tense.
pub fn stem(low: &str) -> String {
    // Both spellings of English are one.
    let mut word = low.to_owned();
    for (british, american) in [
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("iser", "izer"),
        ("yz", "ys"),
        ("our", "or"),
        ("tre", "ter"),
        ("programme", "program"),
    ] {
        word = word.replace(british, american);
    }
    if let Some(start) = word.strip_suffix("ise") {
        word = format!("{start}ize");
    }
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == low || *form == word) {
        return (*stem).to_owned();
    }
    let count = word.chars().count();
    let cut = |ending: &str, left: usize| {
        word.strip_suffix(ending)
            .filter(|rest| rest.chars().count() >= left && rest.chars().any(|c| "aeiouyäöüáéíóú".contains(c)))
    };
    let rest = if count <= 3 {
        word.as_str()
    } else if let Some(rest) = cut("ies", 2).or_else(|| cut("ied", 2)) {
        return format!("{rest}y");
    } else if let Some(rest) = cut("ings", 3).or_else(|| cut("ing", 3)).or_else(|| cut("ed", 3)) {
        let mut chars = rest.chars().rev();
        match (chars.next(), chars.next()) {
            (Some(one), Some(two)) if one == two && !"lsz".contains(one) && rest.len() > 3 => {
                &rest[..rest.len() - one.len_utf8()]
            }
            (Some('l'), Some('l')) if rest.len() > 5 => &rest[..rest.len() - 1],
            _ => rest,
        }
    } else if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        word.as_str()
    } else if let Some(rest) = ["sses", "xes", "ches", "shes", "zes"]
        .iter()
        .find_map(|end| cut(end, 1).map(|rest| &word[..rest.len() + end.len() - 2]))
    {
        rest
    } else {
        cut("s", 3).unwrap_or(&word)
    };
    if rest.chars().count() > 3 { rest.strip_suffix('e').unwrap_or(rest).to_owned() } else { rest.to_owned() }
}

/// What a family of words shares: `manager`, `management`, `managed`.
pub fn root(stem: &str) -> String {
    let mut rest = stem;
    for ending in [
        "ization", "ational", "fulness", "ations", "ation", "ition", "ement", "ments", "ment", "ances",
        "ance", "ence", "ancy", "ency", "anc", "enc", "ible", "able", "ibl", "abl", "iv", "ical", "ially",
        "ional", "ness", "ity", "ial", "ian", "ive", "ist", "ion", "ary", "ery", "ory", "ant", "ent", "ful",
        "ic", "al", "er", "or", "ly", "iz", "at", "y", "e",
    ] {
        if let Some(short) = rest.strip_suffix(ending)
            && short.chars().count() >= 4
        {
            rest = short;
            break;
        }
    }
    rest.strip_suffix(['e', 'i']).filter(|short| short.chars().count() >= 4).unwrap_or(rest).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_all_trades_stay_whole() {
        let text = "C++, C#, .NET, Node.js, R&D, A/B 1,200 and 1.2M (don't)";
        let words: Vec<&str> = words(text).iter().map(|word| word.text).collect();
        assert_eq!(words, ["C++", "C#", ".NET", "Node.js", "R&D", "A", "B", "1,200", "and", "1.2M", "don't"]);
    }

    #[test]
    fn families_meet() {
        for (one, other) in [
            ("managed", "managing"),
            ("organised", "organize"),
            ("planning", "planned"),
            ("led", "leads"),
            ("studies", "study"),
            ("analysed", "analyzing"),
            ("colour", "colors"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        for (one, other) in
            [("manager", "managed"), ("developer", "development"), ("supervisor", "supervision")]
        {
            assert_eq!(root(&stem(one)), root(&stem(other)), "{one} {other}");
        }
    }
}
