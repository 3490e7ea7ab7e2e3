//! JSON to a tree of values.

use std::collections::HashSet;

use jsonc_parser::ast::{self, ObjectPropName};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::fault::{EncodingFault, JsonFault, LimitFault, ReadFault, ShapeFault};
use crate::limits;
use crate::span::Span;
use crate::tree::{Entry, Node, Value, Word};

/// JSON as it is defined, without the ways of writing that some programs allow.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The values of a text, or its faults.
pub(crate) fn parse(text: &str) -> Result<Node, Vec<(Span, ReadFault)>> {
    // Every value but the first follows one of these.
    if text.bytes().filter(|byte| matches!(byte, b',' | b'[' | b'{' | b':')).count() > limits::TOKENS {
        return Err(vec![(Span::default(), LimitFault::TooManyTokens.into())]);
    }
    plausible(text).map_err(|fault| vec![fault])?;
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => match parsed.value {
            Some(value) => Tree { text, faults: Vec::new() }.root(&value),
            None => Err(vec![(Span::default(), JsonFault::Empty.into())]),
        },
        Err(error) => Err(vec![fault(text, &error)]),
    }
}

/// Finds faults before the parser does. It reads a text that does not end on its line on to the next quotation
/// mark, and then finds fault with what follows, where nobody looks for it; and it goes deep before it gives up.
fn plausible(text: &str) -> Result<(), (Span, ReadFault)> {
    let (mut start, mut escaped, mut depth) = (None, false, 0_usize);
    for (offset, byte) in text.bytes().enumerate() {
        match (start, byte) {
            (Some(start), b'\n' | b'\r') => return Err((Span::new(start, offset), JsonFault::OpenQuote.into())),
            // JSON writes a tab in a text as `\t`.
            (Some(_), b'\t') => {
                let hidden = EncodingFault::Hidden { character: '\t' };
                return Err((Span::new(offset, offset + 1), hidden.into()));
            }
            (Some(_), _) if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(_), b'"') => start = None,
            (None, b'"') => start = Some(offset),
            (None, b'[' | b'{') => depth += 1,
            (None, b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limits::DEPTH {
            return Err((Span::new(offset, offset + 1), LimitFault::TooDeep.into()));
        }
    }
    match start {
        Some(start) => Err((Span::new(start, text.len()), JsonFault::OpenQuote.into())),
        None => Ok(()),
    }
}

struct Tree<'a> {
    text: &'a str,
    faults: Vec<(Span, ReadFault)>,
}

impl Tree<'_> {
    fn root(mut self, value: &ast::Value<'_>) -> Result<Node, Vec<(Span, ReadFault)>> {
        let node = self.node(value);
        if self.faults.is_empty() { Ok(node) } else { Err(self.faults) }
    }

    fn node(&mut self, value: &ast::Value<'_>) -> Node {
        let span = span(value.range());
        let value = match value {
            ast::Value::StringLit(text) => Value::Text(self.word(span, &text.value)),
            ast::Value::NumberLit(_) => Value::Number,
            ast::Value::BooleanLit(yes) => Value::Bool(yes.value),
            ast::Value::NullKeyword(_) => Value::Null,
            ast::Value::Array(list) => Value::List(list.elements.iter().map(|value| self.node(value)).collect()),
            ast::Value::Object(table) => self.table(table),
        };
        Node::new(span, value)
    }

    fn word(&mut self, span: Span, word: &str) -> Word {
        let word = Word::written(self.text, span, word);
        self.faults.extend(word.hidden().map(|fault| (span, fault.into())));
        word
    }

    fn table(&mut self, table: &ast::Object<'_>) -> Value {
        let mut keys: HashSet<&str> = HashSet::with_capacity(table.properties.len());
        let mut entries = Vec::with_capacity(table.properties.len());
        for property in &table.properties {
            let (name, range) = match &property.name {
                ObjectPropName::String(name) => (name.value.as_ref(), name.range),
                ObjectPropName::Word(name) => (name.value, name.range),
            };
            let key_span = span(range);
            if !keys.insert(name) {
                self.faults.push((key_span, ShapeFault::DuplicateKey { key: name.to_owned() }.into()));
            }
            let key = self.word(key_span, name);
            entries.push(Entry { key, key_span, node: self.node(&property.value) });
        }
        Value::Table(entries)
    }
}

fn span(range: jsonc_parser::common::Range) -> Span {
    Span::new(range.start, range.end)
}

fn fault(text: &str, error: &ParseError) -> (Span, ReadFault) {
    use ParseErrorKind as K;
    let span = span(error.range());
    let at = span.of(text);
    if let Some(number) = with_decimal_comma(text, span) {
        return (number, JsonFault::Number.into());
    }
    let letter = at.starts_with(char::is_alphabetic);
    let fault = match error.kind() {
        K::CommentsNotAllowed | K::UnterminatedCommentBlock => JsonFault::Comment,
        K::ExpectedColonAfterObjectKey => JsonFault::NoColon,
        K::ExpectedObjectValue => JsonFault::NoValue,
        K::ExpectedStringObjectProperty => JsonFault::UnquotedKey,
        K::ExpectedComma => JsonFault::NoComma,
        K::UnexpectedComma | K::TrailingCommasNotAllowed => JsonFault::ExtraComma,
        K::MultipleRootJsonValues => JsonFault::AfterEnd,
        K::SingleQuotedStringsNotAllowed => JsonFault::SingleQuotes,
        K::UnexpectedWord => JsonFault::UnquotedText,
        K::UnexpectedToken if letter => JsonFault::UnquotedText,
        K::UnterminatedArray => JsonFault::OpenBracket { close: ']' },
        K::UnterminatedObject => JsonFault::OpenBracket { close: '}' },
        K::UnexpectedCloseBrace | K::UnexpectedCloseBracket => JsonFault::ExtraBracket,
        K::String(jsonc_parser::ParseStringErrorKind::UnterminatedStringLiteral) => JsonFault::OpenQuote,
        K::String(_) => JsonFault::Escape,
        K::BareDecimalPointNumbersNotAllowed
        | K::ExpectedDigit
        | K::ExpectedDigitFollowingNegativeSign
        | K::ExpectedPlusMinusOrDigitInNumberLiteral
        | K::HexadecimalNumbersNotAllowed
        | K::NonFiniteNumbersNotAllowed
        | K::UnaryPlusNumbersNotAllowed => JsonFault::Number,
        K::UnexpectedTokenInObject if at.starts_with(',') => JsonFault::ExtraComma,
        _ => JsonFault::Unexpected,
    };
    (span, fault.into())
}

/// `300000,50` is a number, a comma and then something that is no key.
fn with_decimal_comma(text: &str, span: Span) -> Option<Span> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let before = text.get(..span.start())?.strip_suffix(',')?;
    let whole = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = Span::new(whole.len(), span.end());
    (is_digits(span.of(text)) && is_digits(&before[whole.len()..])).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (String, ReadFault) {
        let faults = parse(text).expect_err("the text has a mistake");
        let (span, fault) = faults[0].clone();
        (span.of(text).to_owned(), fault)
    }

    #[test]
    fn keeps_numbers_as_they_are_written() {
        let text = r#"{ "a": 1550000.50 }"#;
        let root = parse(text).expect("JSON");
        assert_eq!(root.under("a", text).expect("the key").node.span.of(text), "1550000.50");
    }

    #[test]
    fn refuses_a_key_twice() {
        let twice = ShapeFault::DuplicateKey { key: "a".to_owned() };
        assert_eq!(found(r#"{ "a": 1, "\u0061": 2 }"#), ("\"\\u0061\"".to_owned(), twice.into()));
    }

    #[test]
    fn is_strict() {
        assert_eq!(found("").1, JsonFault::Empty.into());
        assert_eq!(found("{} {}").1, JsonFault::AfterEnd.into());
        assert_eq!(found("{\"a\": 1,}").1, JsonFault::ExtraComma.into());
        assert_eq!(found("{\"a\": 1 \"b\": 2}").1, JsonFault::NoComma.into());
        assert_eq!(found("{a: 1}").1, JsonFault::UnquotedKey.into());
        assert_eq!(found("{\"a\": .5}").1, JsonFault::Number.into());
        assert_eq!(found("{\"a\": \"x").1, JsonFault::OpenQuote.into());
        assert_eq!(found("{\"a\": 1 // x\n}").1, JsonFault::Comment.into());
    }

    #[test]
    fn is_not_led_deep() {
        for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000), format!("{}{}", "[".repeat(33), "]".repeat(33))] {
            assert_eq!(found(&text).1, LimitFault::TooDeep.into());
        }
        assert!(parse(&format!("{}{}", "[".repeat(32), "]".repeat(32))).is_ok());
    }
}
