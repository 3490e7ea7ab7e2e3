//! Mistakes in our words. The parser says where it gave up and which of its parts did; what is wrong is told from what stands
//! there.

use std::ops::Range;

use toml_parser::Expected;
use toml_parser::lexer::TokenKind;

use super::seen::{Part, Seen};
use crate::fault::{ReadFault, TomlFault, Within};
use crate::limits;
use crate::span::Span;

type Mistake = (Span, TomlFault);

/// The mistakes of a text, by where the parser gave up: one for each line, since after one mistake it often finds others
/// that are none.
pub(super) fn mistakes(text: &str, places: impl Iterator<Item = Option<Range<usize>>>) -> Vec<(Span, ReadFault)> {
    let seen = Seen::in_text(text);
    let mut places: Vec<Option<Span>> = places.map(|place| place.map(Span::from)).collect();
    places.sort_by_key(|place| place.unwrap_or_default().start());
    let mut kept: Vec<Mistake> = Vec::new();
    let mut line_end = 0;
    for place in places {
        let start = place.unwrap_or_default().start();
        let is_told = start < line_end || kept.len() >= limits::ERRORS;
        if is_told && !place.is_some_and(|place| seen.is_open(place)) {
            continue;
        }
        let (span, fault) = mistake(text, place, &seen);
        if let TomlFault::OpenBracket { .. } = fault {
            // The comma is only missed since the bracket is.
            kept.pop_if(|(_, fault)| *fault == TomlFault::NoComma);
            kept.push((opening(text, start), fault));
            // Nothing after it is read as it was meant.
            break;
        }
        line_end = start + rest_of_line(text, start).len() + 1;
        kept.push((shown(text, span), fault));
    }
    kept.into_iter().map(|(span, fault)| (span, fault.into())).collect()
}

/// An empty stretch would show nothing.
fn shown(text: &str, span: Span) -> Span {
    let rest = rest_of_line(text, span.start());
    if span.of(text).is_empty() { Span::new(span.start(), span.start() + rest.len()) } else { span }
}

fn mistake(text: &str, place: Option<Span>, seen: &Seen<'_>) -> Mistake {
    // Only keys of too many parts have no place.
    let Some(at) = place else { return (Span::default(), TomlFault::TooDeep) };
    if is_lone_return(text, at) {
        return (at, TomlFault::LineEnd);
    }
    match seen.at(at) {
        Some(Part::Grammar { expected, context }) => of_grammar(text, at, expected, context),
        Some(Part::Depth) => (at, TomlFault::TooDeep),
        Some(Part::Key) => of_key(text, at),
        Some(Part::Value(value)) => of_value(text, at, value),
        None if seen.is_value(at) => (at, TomlFault::Date { text: at.of(text).to_owned() }),
        None if at.of(text).starts_with(['[', '{']) => (at, TomlFault::TooDeep),
        None => (at, of_tables(text, at, seen)),
    }
}

/// What the parser gave up at, and what should stand there instead, say what is wrong.
fn of_grammar(text: &str, at: Span, expected: &[Expected], context: Span) -> Mistake {
    let found = text.get(at.start()..).and_then(|rest| rest.chars().next());
    let found = found.filter(|&character| character != '\n' && character != '\r');
    let close = |close| (at, TomlFault::OpenBracket { close });
    match (expected, found) {
        ([Expected::Literal("]")], _) if context.of(text).starts_with("[[") => close("]]"),
        ([Expected::Literal("]]")], _) => close("]]"),
        ([Expected::Literal("]")] | [Expected::Description(_), Expected::Literal("]")], _) => close("]"),
        ([Expected::Literal("}")], _) => close("}"),
        ([Expected::Literal("[" | "{")], _) => (at, TomlFault::ExtraBracket),
        ([Expected::Literal(",")], _) => (at, TomlFault::NoComma),
        ([Expected::Literal("\n"), ..], _) => after_value(text, at),
        ([], Some('=')) | ([Expected::Description(_)], Some('=')) if follows_equals(text, at) => {
            (at, TomlFault::TwoEquals)
        }
        ([], _) => after_value(text, at),
        (_, Some(',')) if in_brackets(text, at) => (at, TomlFault::ExtraComma),
        ([Expected::Literal("=")], _) if in_brackets(text, at) => (at, TomlFault::NoEquals),
        ([Expected::Literal("=")], _) => (whole_line(text, at), TomlFault::NoEquals),
        _ if follows_equals(text, at) => (at, TomlFault::NoValue),
        _ => no_key(text, at, found),
    }
}

/// What stands where a key should.
fn no_key(text: &str, at: Span, found: Option<char>) -> Mistake {
    let line = whole_line(text, at);
    match line.of(text).chars().next() {
        Some('[') => (line, TomlFault::Unexpected { found, within: Within::Header }),
        _ if in_brackets(text, at) => (at, TomlFault::NoEquals),
        _ => (line, TomlFault::NoEquals),
    }
}

fn of_key(text: &str, at: Span) -> Mistake {
    let line = whole_line(text, at);
    let before = Span::new(line.start(), at.start()).of(text);
    let found = text.get(at.start()..).and_then(|rest| rest.chars().next());
    match found {
        _ if before.contains(['"', '\'']) => of_text(text, at, line),
        Some('=' | '.' | '[' | ']' | '{' | '}' | ',' | '#' | '\n' | '\r') | None => no_key(text, at, found),
        Some(_) => unquoted_key(text, at),
    }
}

/// The text of a value that is none.
fn of_value(text: &str, at: Span, value: Span) -> Mistake {
    let written = value.of(text);
    let inner = Span::new(value.start(), at.start()).of(text);
    let found = at.of(text).chars().next().or_else(|| text.get(at.start()..)?.chars().next());
    let number = written.trim_start_matches(['+', '-']);
    if written.is_empty() {
        (at, TomlFault::NoValue)
    } else if written.starts_with(['"', '\'']) {
        of_text(text, at, value)
    } else if at == value || !number.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        (value, TomlFault::UnquotedText { text: written.trim_matches(['"', '\'']).to_owned() })
    } else if found == Some('_') || inner.ends_with('_') {
        (at, TomlFault::Underscore)
    } else if number.starts_with('0') && number[1..].starts_with(|next: char| next.is_ascii_digit() || next == '_') {
        (at, TomlFault::LeadingZero)
    } else {
        let found = found.filter(|_| at.start() < value.end());
        (shown(text, at), TomlFault::Unexpected { found, within: Within::Number })
    }
}

/// A text in quotation marks that is none: a backslash too many, or no mark at its end.
fn of_text(text: &str, at: Span, whole: Span) -> Mistake {
    let before = Span::new(whole.start(), at.start()).of(text);
    if at.start() < whole.end() && before.contains('\\') {
        return (at, TomlFault::Escape);
    }
    (quoted_line(text, at), TomlFault::OpenQuote)
}

/// A key of which the parser itself can say nothing: it stands twice, or goes into something that is no table.
fn of_tables(text: &str, at: Span, seen: &Seen<'_>) -> TomlFault {
    let key = at.of(text).trim_matches(['"', '\'']).to_owned();
    let goes_on = text.get(at.end()..).unwrap_or_default().trim_start_matches([' ', '\t']).starts_with('.');
    if goes_on && seen.is_assigned(at.of(text), at.start()) {
        TomlFault::NotATable { key }
    } else {
        TomlFault::DuplicateKey { key }
    }
}

/// Whether a carriage return stands at a place, or ends there, that is part of no line end.
fn is_lone_return(text: &str, at: Span) -> bool {
    let byte = |at: usize| text.as_bytes().get(at).copied();
    let is_lone = |at: usize| byte(at) == Some(b'\r') && byte(at + 1) != Some(b'\n');
    is_lone(at.start()) || at.start().checked_sub(1).is_some_and(is_lone)
}

/// Whether an equals sign stands before a place, with nothing but spaces between.
fn follows_equals(text: &str, at: Span) -> bool {
    text.get(..at.start()).unwrap_or_default().trim_end_matches([' ', '\t']).ends_with('=')
}

fn rest_of_line(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or_default();
    rest.lines().next().unwrap_or_default()
}

/// From the first quotation mark of the line.
fn quoted_line(text: &str, span: Span) -> Span {
    let line_start = text.get(..span.start()).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = Span::new(line_start, span.start()).of(text);
    let quote = line.find(['"', '\'']).unwrap_or(line.len());
    Span::new(line_start + quote, span.end())
}

/// The line that something stands on, without the spaces around it.
fn whole_line(text: &str, span: Span) -> Span {
    let start = text.get(..span.start()).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = rest_of_line(text, start);
    let indent = line.len() - line.trim_start().len();
    Span::new(start + indent, start + indent + line.trim().len())
}

/// Whether something stands on a line after a bracket or brace.
fn in_brackets(text: &str, span: Span) -> bool {
    let line = whole_line(text, span);
    Span::new(line.start(), span.start()).of(text).contains(['[', '{'])
}

/// The parser shows where it gave up; people look for what is not closed.
fn opening(text: &str, missed: usize) -> Span {
    let mut open = Vec::new();
    for token in toml_parser::Source::new(text).lex() {
        if token.span().start() >= missed {
            break;
        }
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => open.push(token.span().start()),
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => drop(open.pop()),
            _ => {}
        }
    }
    let start = open.last().copied().unwrap_or(missed);
    Span::new(start, start + rest_of_line(text, start).trim_end().len())
}

/// The parser shows the first strange letter; people think of the whole key.
fn unquoted_key(text: &str, span: Span) -> (Span, TomlFault) {
    let marks = |c: char| c.is_whitespace() || "=.[]{},\"'#".contains(c);
    let before = text.get(..span.start()).unwrap_or_default();
    let start = before.rfind(marks).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let line = rest_of_line(text, start);
    let key = &line[..line.find(marks).unwrap_or(line.len())];
    let rest = Span::new(start, start + line.len()).of(text);
    // `ask: 5` is another way to write a key, and prose is none; neither is a strange key.
    if !in_brackets(text, span) && (key.ends_with(':') || !rest.contains('=')) {
        return (whole_line(text, span), TomlFault::NoEquals);
    }
    (Span::new(start, start + key.len()), TomlFault::UnquotedKey { key: key.to_owned() })
}

/// More on the line than a value: a decimal comma, or anything else.
fn after_value(text: &str, span: Span) -> (Span, TomlFault) {
    let start = span.start();
    let rest = rest_of_line(text, start).trim_end();
    let before = text.get(..start).unwrap_or_default();
    let whole = before.rfind(|c: char| !c.is_ascii_digit() && c != '_').map_or(before, |at| {
        let width = before[at..].chars().next().map_or(1, char::len_utf8);
        &before[at + width..]
    });
    let decimals = rest.strip_prefix(',').filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    match decimals {
        Some(decimals) if !whole.is_empty() && !decimals.is_empty() => {
            let number = Span::new(start - whole.len(), start + rest.len());
            (number, TomlFault::UnquotedText { text: number.of(text).to_owned() })
        }
        _ => (Span::new(start, start + rest.len()), TomlFault::AfterValue),
    }
}
