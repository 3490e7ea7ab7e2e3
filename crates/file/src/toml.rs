//! TOML to a tree of values.

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_parser::lexer::TokenKind;

use crate::fault::{LimitFault, ReadFault, TomlFault};
use crate::limits;
use crate::span::Span;
use crate::tree::{Entry, Node, Value, Word};

/// The values of a text, or all its faults.
pub(crate) fn parse(text: &str) -> Result<Node, Vec<(Span, ReadFault)>> {
    within_limits(text).map_err(|(span, fault)| vec![(span, fault.into())])?;
    match DeTable::parse(text) {
        Ok(root) => Tree { text, too_deep: None, faults: Vec::new() }.root(root.get_ref()),
        Err(_) if text.len() <= limits::ALL_MISTAKES_BYTES => Err(faults(text, &DeTable::parse_recoverable(text).1)),
        Err(first) => Err(faults(text, std::slice::from_ref(&first))),
    }
}

/// Keeps the parser from filling the memory, and long keys from making tables too deep for the stack.
fn within_limits(text: &str) -> Result<(), (Span, LimitFault)> {
    // No text has more tokens than bytes, so that most are not gone through token by token.
    if text.len() <= limits::TOKENS && !may_have_long_key(text) {
        return Ok(());
    }
    let mut dots = 0;
    for (number, token) in toml_parser::Source::new(text).lex().enumerate() {
        let span = || Span::new(token.span().start(), token.span().end());
        if number >= limits::TOKENS {
            return Err((span(), LimitFault::TooManyTokens));
        }
        match token.kind() {
            TokenKind::Dot => dots += 1,
            TokenKind::Atom | TokenKind::Whitespace | TokenKind::BasicString | TokenKind::LiteralString => {}
            _ => dots = 0,
        }
        if dots >= limits::KEY_PARTS {
            return Err((span(), LimitFault::KeyTooLong));
        }
    }
    Ok(())
}

/// Whether there are as many dots as in a key that is too long, perhaps in a text.
fn may_have_long_key(text: &str) -> bool {
    let mut dots = 0;
    text.bytes().any(|byte| {
        match byte {
            b'.' => dots += 1,
            b'=' | b'\n' | b',' | b'[' | b']' | b'{' | b'}' => dots = 0,
            _ => {}
        }
        dots >= limits::KEY_PARTS
    })
}

struct Tree<'a> {
    text: &'a str,
    too_deep: Option<Span>,
    /// Hidden characters.
    faults: Vec<(Span, ReadFault)>,
}

impl Tree<'_> {
    fn root(mut self, table: &DeTable<'_>) -> Result<Node, Vec<(Span, ReadFault)>> {
        let value = self.table(table, 0);
        match self.too_deep {
            Some(span) => Err(vec![(span, LimitFault::TooDeep.into())]),
            None if !self.faults.is_empty() => Err(self.faults),
            // What is missing in the call as a whole is shown at its start.
            None => Ok(Node::new(Span::default(), value)),
        }
    }

    fn table(&mut self, table: &DeTable<'_>, depth: usize) -> Value {
        let entries = table.iter().map(|(key, value)| {
            let key_span = Span::from(key.span());
            let key = self.word(key_span, key.get_ref());
            Entry { key, key_span, node: self.node(value, depth + 1) }
        });
        Value::Table(entries.collect())
    }

    fn word(&mut self, span: Span, word: &str) -> Word {
        let word = Word::written(self.text, span, word);
        self.faults.extend(word.hidden().map(|fault| (span, fault.into())));
        word
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>, depth: usize) -> Node {
        let span = Span::from(value.span());
        if depth > limits::DEPTH {
            self.too_deep.get_or_insert(span);
            return Node::new(span, Value::Null);
        }
        let value = match value.get_ref() {
            DeValue::String(word) => Value::Text(self.word(span, word)),
            DeValue::Integer(_) | DeValue::Float(_) => Value::Number,
            DeValue::Boolean(_) => Value::Bool,
            DeValue::Datetime(_) => Value::Date,
            DeValue::Array(values) => Value::List(values.iter().map(|value| self.node(value, depth + 1)).collect()),
            DeValue::Table(table) => self.table(table, depth),
        };
        Node::new(span, value)
    }
}

/// The parser's errors in our words: one for each line, since after one mistake it often finds others that are none.
fn faults(text: &str, errors: &[toml::de::Error]) -> Vec<(Span, ReadFault)> {
    let start = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
    let mut sorted: Vec<&toml::de::Error> = errors.iter().collect();
    sorted.sort_by_key(|error| start(error));
    let mut kept: Vec<(Span, TomlFault)> = Vec::new();
    let mut line_end = 0;
    for error in sorted {
        let open = open_bracket(error.message());
        if let Some(close) = open {
            // The comma is only missed since the bracket is.
            kept.pop_if(|(_, fault)| *fault == TomlFault::NoComma);
            kept.push((opening(text, start(error)), TomlFault::OpenBracket { close }));
            // Nothing after it is read as it was meant.
            break;
        }
        if start(error) >= line_end && kept.len() < limits::ERRORS {
            line_end = start(error) + rest_of_line(text, start(error)).len() + 1;
            kept.push(fault(text, error));
        }
    }
    kept.into_iter().map(|(span, fault)| (span, fault.into())).collect()
}

/// What is missing, if a bracket or brace is.
fn open_bracket(message: &str) -> Option<&'static str> {
    match message.split(", expected").next()? {
        "unclosed table" | "unclosed array" | "unexpected `=` in array" => Some("]"),
        "unclosed array table" => Some("]]"),
        "unclosed inline table" => Some("}"),
        _ => None,
    }
}

fn fault(text: &str, error: &toml::de::Error) -> (Span, TomlFault) {
    let span = error.span().map_or_else(Span::default, Span::from);
    let message = error.message();
    let cause = message.split(", expected").next().unwrap_or(message);
    let line = rest_of_line(text, span.start());
    let word = || span.of(text).trim_matches(['"', '\'']).to_owned();
    let fault = match cause {
        "duplicate key" => TomlFault::DuplicateKey { key: word() },
        "string values must be quoted" if span.of(text).is_empty() => TomlFault::NoValue,
        "string values must be quoted" | "invalid boolean" => TomlFault::UnquotedText { text: word() },
        "invalid unquoted key" => return unquoted_key(text, span),
        "key with no value" if !in_brackets(text, span) => return (whole_line(text, span), TomlFault::NoEquals),
        "key with no value" | "missing value for key" | "missing key for inline table element" => TomlFault::NoEquals,
        "extra `=`" => TomlFault::TwoEquals,
        "unexpected key or value" => return after_value(text, span),
        "missing comma between array elements"
        | "missing comma between key-value pairs"
        | "extra assignment between key-value pairs" => TomlFault::NoComma,
        "extra comma in array" | "extra comma in inline table" => TomlFault::ExtraComma,
        "unexpected leading zero" => TomlFault::LeadingZero,
        "`_` may only go between digits" => TomlFault::Underscore,
        "missing escaped value" | "too few unicode value digits" => TomlFault::Escape,
        "cannot recurse further; max recursion depth met" | "recursion limit" => TomlFault::TooDeep,
        _ if is_open_quote(cause) => return (quoted_line(text, span), TomlFault::OpenQuote),
        "invalid date" | "invalid time" | "invalid datetime" | "invalid date-time" => TomlFault::Date { text: word() },
        _ if cause.starts_with("cannot extend value") => TomlFault::NotATable { key: word() },
        _ => TomlFault::Parser { message: message.to_owned() },
    };
    // An empty stretch would show nothing.
    let span = if span.of(text).is_empty() { Span::new(span.start(), span.start() + line.len()) } else { span };
    (span, fault)
}

fn is_open_quote(cause: &str) -> bool {
    ["basic string", "literal string", "multi-line basic string", "multi-line literal string"]
        .iter()
        .any(|kind| cause.strip_prefix("invalid ") == Some(kind))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, TomlFault)> {
        let faults = parse(text).expect_err("the text has a mistake");
        let toml = |(span, fault): (Span, ReadFault)| match fault {
            ReadFault::Toml(fault) => (span.of(text).to_owned(), fault),
            other => panic!("{other:?}"),
        };
        faults.into_iter().map(toml).collect()
    }

    #[test]
    fn keeps_numbers_as_they_are_written() {
        let text = "a = 1_550_000.50";
        let root = parse(text).expect("TOML");
        let entry = root.under("a", text).expect("the key");
        assert!(matches!(entry.node.value, Value::Number));
        assert_eq!(entry.node.span.of(text), "1_550_000.50");
    }

    #[test]
    fn names_mistakes_in_plain_words() {
        let amount = TomlFault::UnquotedText { text: "1,50".to_owned() };
        assert_eq!(found("a = 1,50\n"), [("1,50".to_owned(), amount)]);
        assert_eq!(found("a = \n"), [(String::new(), TomlFault::NoValue)]);
        assert_eq!(found("a: 1\n"), [("a: 1".to_owned(), TomlFault::NoEquals)]);
        assert_eq!(found("Hej då!\n"), [("Hej då!".to_owned(), TomlFault::NoEquals)]);
        let key = TomlFault::UnquotedKey { key: "områdeslyft".to_owned() };
        assert_eq!(found("områdeslyft = 1\n"), [("områdeslyft".to_owned(), key)]);
        assert_eq!(found("a = \"x\nb = 1\n"), [("\"x".to_owned(), TomlFault::OpenQuote)]);
        assert_eq!(found("a = [1, 2\nb = 3\n")[0].1, TomlFault::OpenBracket { close: "]" });
    }

    #[test]
    fn finds_several_mistakes() {
        assert_eq!(found("a = x\nb = 1\nb = 2\nc = 01\n").len(), 3);
    }

    #[test]
    fn is_not_led_deep() {
        let deep = [
            format!("a = {}", "[".repeat(100_000)),
            format!("a = {}", "{a=".repeat(100_000)),
            format!("a{} = 1", ".a".repeat(100_000)),
            format!("[a{}]", ".a".repeat(100_000)),
            format!("a = {}{}", "[".repeat(60), "]".repeat(60)),
        ];
        for text in deep {
            assert!(parse(&text).is_err());
        }
    }
}
