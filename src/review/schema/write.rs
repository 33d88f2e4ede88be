//! The shape as a JSON Schema for the model and as TypeScript for the proxy.

use super::{Shape, error_codes, review};
use std::fmt::Write;

/// The contents of `functions/lib/generated/review.schema.json`.
pub fn json_schema() -> String {
    let mut out = String::new();
    write_schema(&review(), "", 0, &mut out);
    out.push('\n');
    out
}

fn write_schema(shape: &Shape, note: &str, depth: usize, out: &mut String) {
    let note = if note.is_empty() { String::new() } else { format!(", \"description\": \"{note}\"") };
    let pad = "  ".repeat(depth + 1);
    let end = "  ".repeat(depth);
    // Writing to a String never fails.
    let _ = match shape {
        Shape::Text { longest } => {
            write!(out, "{{ \"type\": \"string\"{note}, \"minLength\": 1, \"maxLength\": {longest} }}")
        }
        Shape::Maybe { longest } => {
            write!(out, "{{ \"type\": [\"string\", \"null\"]{note}, \"maxLength\": {longest} }}")
        }
        Shape::Number { least, most } => {
            write!(out, "{{ \"type\": \"integer\"{note}, \"minimum\": {least}, \"maximum\": {most} }}")
        }
        Shape::Word { words, .. } => {
            write!(out, "{{ \"type\": \"string\"{note}, \"enum\": [\"{}\"] }}", words.join("\", \""))
        }
        Shape::List { fewest, most, of } => {
            let note = note.replacen(", ", &format!(",\n{pad}"), 1);
            let _ = write!(out, "{{\n{pad}\"type\": \"array\"{note},\n");
            if *fewest > 0 {
                let _ = writeln!(out, "{pad}\"minItems\": {fewest},");
            }
            let _ = write!(out, "{pad}\"maxItems\": {most},\n{pad}\"items\": ");
            write_schema(of, "", depth + 1, out);
            write!(out, "\n{end}}}")
        }
        Shape::Record { fields, .. } => {
            let names: Vec<String> = fields.iter().map(|field| format!("\"{}\"", field.name)).collect();
            let _ = write!(
                out,
                "{{\n{pad}\"type\": \"object\",\n{pad}\"additionalProperties\": false,\n{pad}\"required\": [{}],\n{pad}\"properties\": {{\n",
                names.join(", ")
            );
            for (index, field) in fields.iter().enumerate() {
                let _ = write!(out, "{pad}  \"{}\": ", field.name);
                write_schema(&field.shape, field.note, depth + 2, out);
                out.push_str(if index + 1 < fields.len() { ",\n" } else { "\n" });
            }
            write!(out, "{pad}}}\n{end}}}")
        }
    };
}

/// The contents of `functions/lib/generated/wire.ts`. What only the proxy
/// knows (the events' small print, `/api/health`) is in `schema/proxy.ts`.
pub fn typescript() -> String {
    let mut out = String::from(
        "// What passes between the page and the proxy. Only types: no code.\n// Written by `cargo run --example wire` from src/review/; do not edit.\n\nexport interface GenerateRequest {\n  resume: string;\n  jobDescription: string;\n  turnstileToken?: string;\n}\n",
    );
    let mut named = Vec::new();
    write_types(&review(), &mut named, &mut out);
    out.push_str("\nexport type ErrorCode =\n");
    for (index, code) in error_codes().iter().enumerate() {
        let end = if index + 1 < error_codes().len() { "" } else { ";" };
        let _ = writeln!(out, "  | '{code}'{end}");
    }
    out.push('\n');
    out.push_str(include_str!("proxy.ts"));
    out
}

/// A record, then the records and words in it, each once.
fn write_types(shape: &Shape, named: &mut Vec<&'static str>, out: &mut String) {
    match shape {
        Shape::List { of, .. } => write_types(of, named, out),
        Shape::Word { name, words } if !named.contains(name) => {
            named.push(name);
            let _ = writeln!(out, "\nexport type {name} = '{}';", words.join("' | '"));
        }
        Shape::Record { name, fields } if !named.contains(name) => {
            named.push(name);
            // Words stand before the record that uses them, records after.
            for field in fields.iter().filter(|field| matches!(field.shape, Shape::Word { .. })) {
                write_types(&field.shape, named, out);
            }
            let _ = writeln!(out, "\nexport interface {name} {{");
            for field in fields {
                let _ = writeln!(out, "  {}: {};", field.name, type_name(&field.shape));
            }
            out.push_str("}\n");
            for field in fields {
                write_types(&field.shape, named, out);
            }
        }
        _ => {}
    }
}

fn type_name(shape: &Shape) -> String {
    match shape {
        Shape::Text { .. } => "string".into(),
        Shape::Maybe { .. } => "string | null".into(),
        Shape::Number { .. } => "number".into(),
        Shape::Word { name, .. } | Shape::Record { name, .. } => (*name).into(),
        Shape::List { of, .. } => format!("{}[]", type_name(of)),
    }
}
