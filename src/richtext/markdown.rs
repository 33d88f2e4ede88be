//! Markdown to HTML of the few tags that the tree knows. HTML inside the
//! Markdown becomes text: a model that writes `List<String>` loses no word.

use super::html::escape;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

pub fn to_html(markdown: &str) -> String {
    let mut out = String::new();
    let mut in_html = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                in_html = true;
                out.push_str("<p>");
            }
            Event::End(TagEnd::HtmlBlock) => {
                in_html = false;
                out.push_str("</p>");
            }
            Event::Start(tag) => out.push_str(open(&tag)),
            Event::End(tag) => out.push_str(close(&tag)),
            Event::Html(text) if in_html => escape(text.trim_end_matches('\n'), &mut out),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => escape(&text, &mut out),
            Event::InlineMath(text) | Event::DisplayMath(text) => escape(&text, &mut out),
            Event::Code(text) => {
                out.push_str("<code>");
                escape(&text, &mut out);
                out.push_str("</code>");
            }
            // A line end of a letter is meant.
            Event::SoftBreak | Event::HardBreak => out.push_str("<br>"),
            Event::Rule => out.push_str("<p></p>"),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }
    out
}

fn open(tag: &Tag) -> &'static str {
    match tag {
        Tag::Paragraph | Tag::BlockQuote(_) => "<p>",
        Tag::Heading { level, .. } => match level {
            HeadingLevel::H1 => "<h1>",
            HeadingLevel::H2 => "<h2>",
            HeadingLevel::H3 => "<h3>",
            HeadingLevel::H4 => "<h4>",
            HeadingLevel::H5 => "<h5>",
            HeadingLevel::H6 => "<h6>",
        },
        Tag::CodeBlock(_) => "<pre>",
        Tag::List(Some(_)) => "<ol>",
        Tag::List(None) => "<ul>",
        Tag::Item => "<li>",
        Tag::Emphasis => "<em>",
        Tag::Strong => "<strong>",
        Tag::TableRow | Tag::TableHead => "<div>",
        _ => "",
    }
}

fn close(tag: &TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph | TagEnd::BlockQuote(_) => "</p>",
        TagEnd::Heading(level) => match level {
            HeadingLevel::H1 => "</h1>",
            HeadingLevel::H2 => "</h2>",
            HeadingLevel::H3 => "</h3>",
            HeadingLevel::H4 => "</h4>",
            HeadingLevel::H5 => "</h5>",
            HeadingLevel::H6 => "</h6>",
        },
        TagEnd::CodeBlock => "</pre>",
        TagEnd::List(true) => "</ol>",
        TagEnd::List(false) => "</ul>",
        TagEnd::Item => "</li>",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::TableRow | TagEnd::TableHead => "</div>",
        TagEnd::TableCell => " ",
        _ => "",
    }
}
