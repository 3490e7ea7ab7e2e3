//! TOML to a tree of values.

mod mistake;
mod seen;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_parser::lexer::TokenKind;

use self::mistake::mistakes;
use crate::fault::{LimitFault, ReadFault};
use crate::limits;
use crate::span::Span;
use crate::tree::{Entry, Node, Value, Word};

/// Up to this size a text with a mistake is parsed again for all its mistakes, not only the first.
const ALL_MISTAKES_BYTES: usize = 1024 * 1024;

/// The values of a text, or all its faults.
pub(crate) fn parse(text: &str) -> Result<Node, Vec<(Span, ReadFault)>> {
    within_limits(text).map_err(|(span, fault)| vec![(span, fault.into())])?;
    match DeTable::parse(text) {
        Ok(root) => Tree { text, too_deep: None, faults: Vec::new() }.root(root.get_ref()),
        Err(_) if text.len() <= ALL_MISTAKES_BYTES => {
            Err(mistakes(text, DeTable::parse_recoverable(text).1.iter().map(toml::de::Error::span)))
        }
        Err(first) => Err(mistakes(text, std::iter::once(first.span()))),
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
            DeValue::Boolean(yes) => Value::Bool(*yes),
            DeValue::Datetime(_) => Value::Date,
            DeValue::Array(values) => Value::List(values.iter().map(|value| self.node(value, depth + 1)).collect()),
            DeValue::Table(table) => self.table(table, depth),
        };
        Node::new(span, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::{TomlFault, Within};

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
    fn names_rarer_mistakes_by_what_stands_there() {
        let within = |found, within| TomlFault::Unexpected { found, within };
        let number = |found| within(Some(found), Within::Number);
        let unquoted = |text: &str| TomlFault::UnquotedText { text: text.to_owned() };
        let twice = |key: &str| TomlFault::DuplicateKey { key: key.to_owned() };
        let cases = [
            ("a = 1x2\n", unquoted("1x2")),
            ("a = 0X10\n", number('0')),
            ("a = 0x1g\n", number('g')),
            ("a = 1__0\n", TomlFault::Underscore),
            ("a = 1_\n", TomlFault::Underscore),
            ("a = 1.5.2\n", number('.')),
            ("a = +-1\n", number('-')),
            ("a = 2023-02-30\n", TomlFault::Date { text: "2023-02-30".to_owned() }),
            ("a = 25:00:00\n", TomlFault::Date { text: "25:00:00".to_owned() }),
            ("a = tru\n", unquoted("tru")),
            ("a = ]\n", TomlFault::ExtraBracket),
            ("a = }\n", TomlFault::ExtraBracket),
            ("]\n", TomlFault::ExtraBracket),
            ("a = \"\\u12\"\n", TomlFault::Escape),
            ("a = \"\"\"\nb", TomlFault::OpenQuote),
            ("a = 'b\n", TomlFault::OpenQuote),
            ("a =", TomlFault::NoValue),
            ("a = # none\n", TomlFault::NoValue),
            ("a = { b = }\n", TomlFault::NoValue),
            ("a = { b }\n", TomlFault::NoValue),
            ("a = { b 1 }\n", TomlFault::NoEquals),
            ("a = { , }\n", TomlFault::ExtraComma),
            ("a = { b = \"x\" c = 2 }\n", TomlFault::NoComma),
            ("a = [\"x\" \"y\"]\n", TomlFault::NoComma),
            ("a = [,]\n", TomlFault::ExtraComma),
            ("a == 1\n", TomlFault::TwoEquals),
            ("= 1\n", TomlFault::NoEquals),
            ("a. = 1\n", TomlFault::NoEquals),
            (".a = 1\n", TomlFault::NoEquals),
            ("[]\na = 1\n", within(Some(']'), Within::Header)),
            ("[a.]\nb = 1\n", within(Some(']'), Within::Header)),
            ("[a]x\nb = 1\n", TomlFault::AfterValue),
            ("[[a]\nb = 1\n", TomlFault::OpenBracket { close: "]]" }),
            ("a = 1 \"b\"\n", TomlFault::AfterValue),
            ("\"a = 1\n", TomlFault::NoEquals),
            ("a = 1\rb = 2\n", TomlFault::LineEnd),
            ("# a\rb = 2\n", TomlFault::LineEnd),
            ("a = 1\na = 2\n", twice("a")),
            ("[a]\nb = 1\n[a]\n", twice("a")),
            ("a.b = 1\n[a]\n", twice("a")),
            ("a = 1\n[[a]]\n", twice("a")),
            ("a = 1\na.b = 2\n", TomlFault::NotATable { key: "a".to_owned() }),
        ];
        let told = cases.map(|(text, fault)| (text, found(text)[0].1.clone(), fault));
        let wrong: Vec<_> = told.into_iter().filter(|(_, found, fault)| found != fault).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
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
