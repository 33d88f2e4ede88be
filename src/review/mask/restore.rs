//! Placeholders, as written or as a model has bent them, back to their words.

use super::{MaskItem, MaskKind};

pub fn restore(items: &[MaskItem], text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let hit = bracketed(items, rest)
            .or_else(|| (!before.is_alphanumeric() && before != '_').then(|| bare(items, rest)).flatten());
        match hit {
            Some((words, length)) => {
                out.push_str(&words);
                before = ']';
                rest = &rest[length..];
            }
            None => {
                out.push(c);
                before = c;
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

/// `[NAME]`, `[ name ]`, `[[Email 1]]`, `{PHONE_1}`, `<LINK-1>`, `(EMAIL_1)`,
/// `[NAME's]`; and how many bytes it takes.
fn bracketed(items: &[MaskItem], text: &str) -> Option<(String, usize)> {
    let open = text.chars().next()?;
    let close = match open {
        '[' => ']',
        '{' => '}',
        '<' => '>',
        '(' => ')',
        '【' => '】',
        _ => return None,
    };
    let opened: usize = text.chars().take_while(|c| *c == open).take(2).map(char::len_utf8).sum();
    let inner_end = opened + text[opened..].find(close).filter(|at| *at <= 40)?;
    let inner = text.get(opened..inner_end)?;
    let mut end = inner_end;
    for _ in 0..opened / open.len_utf8() {
        if text[end..].starts_with(close) {
            end += close.len_utf8();
        }
    }
    let inner = inner.trim().trim_matches(|c| c == '*' || c == '`' || c == '"');
    let (inner, suffix) = match inner.strip_suffix("'s").or_else(|| inner.strip_suffix("’s")) {
        Some(owner) => (owner, &inner[owner.len()..]),
        None => (inner, ""),
    };
    // Ordinary words stand in round brackets too.
    if open == '(' && inner.chars().any(char::is_lowercase) && !inner.contains('_') {
        return None;
    }
    let item = named(items, &key(inner))?;
    Some((format!("{}{suffix}", item.text), end))
}

/// `EMAIL_1`, `Birth_Date`, `NAME`: without brackets a placeholder has to look
/// like one.
fn bare(items: &[MaskItem], text: &str) -> Option<(String, usize)> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    let word = &text[..end];
    if word.len() > 24 || !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let capital = !word.chars().any(char::is_lowercase);
    let unlike = match word.contains('_') {
        true => false,
        false => !(capital && word == "NAME" && !text[end..].trim_start().starts_with(':')),
    };
    if unlike {
        return None;
    }
    named(items, &key(word)).map(|item| (item.text.clone(), end))
}

fn key(inner: &str) -> String {
    let mut key = String::new();
    for c in inner.chars() {
        match c {
            ' ' | '-' | '_' | '\u{2011}' | '\\' => {
                if !key.ends_with('_') && !key.is_empty() {
                    key.push('_');
                }
            }
            c => key.extend(c.to_uppercase()),
        }
    }
    key.trim_end_matches('_').to_owned()
}

fn named<'i>(items: &'i [MaskItem], key: &str) -> Option<&'i MaskItem> {
    let inner = |item: &MaskItem| item.placeholder.trim_matches(['[', ']']).to_owned();
    if let Some(item) = items.iter().find(|item| inner(item) == key) {
        return Some(item);
    }
    let mut joined = key.to_owned();
    // EMAIL1 for EMAIL_1.
    if let Some(digits) = key.find(|c: char| c.is_ascii_digit())
        && !key[..digits].ends_with('_')
    {
        joined.insert(digits, '_');
        if let Some(item) = items.iter().find(|item| inner(item) == joined) {
            return Some(item);
        }
    }
    // NAME_1 for NAME; EMAIL where there is but one.
    if let Some(stem) = joined.strip_suffix("_1")
        && let Some(item) = items.iter().find(|item| inner(item) == stem)
    {
        return Some(item);
    }
    let kind = match key {
        "NAME" | "FULL_NAME" | "YOUR_NAME" | "CANDIDATE_NAME" | "NOM" | "NOMBRE" | "NOME" | "NAAM" | "IMIE"
        | "IMIĘ" | "NAMENS" | "NAMES" | "IHR_NAME" | "VOTRE_NOM" | "SU_NOMBRE" | "SEU_NOME" => MaskKind::Name,
        "EMAIL" | "E_MAIL" | "EMAIL_ADDRESS" | "MAIL" | "COURRIEL" | "CORREO" | "E_MAIL_ADRESSE" => MaskKind::Email,
        "PHONE" | "PHONE_NUMBER" | "TELEFON" | "TELEPHONE" | "TÉLÉPHONE" | "TELEFONO" | "TELÉFONO" | "TELEFONE" => MaskKind::Phone,
        "ADDRESS" | "ADRESSE" | "ADRES" | "DIRECCIÓN" | "DIRECCION" | "ENDEREÇO" | "INDIRIZZO" => MaskKind::Address,
        "LINK" => MaskKind::Link,
        "ID" => MaskKind::Id,
        "BIRTH_DATE" | "BIRTHDATE" | "DATE_OF_BIRTH" => MaskKind::BirthDate,
        _ => return None,
    };
    let mut of_kind = items.iter().filter(|item| item.kind == kind);
    match (of_kind.next(), of_kind.next()) {
        (Some(item), None) => Some(item),
        // The whole name is the first of the names.
        (Some(_), Some(_)) if kind == MaskKind::Name => items.iter().find(|item| inner(item) == "NAME"),
        _ => None,
    }
}
