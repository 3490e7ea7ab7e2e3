//! Faults of keys, and of the kind of value a key holds.

use std::fmt;

use crate::fault::short;
use crate::keys::Part;

/// A key is unknown, missing or holds the wrong kind of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShapeFault {
    /// A key that the part does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The part it stands in.
        part: Part,
        /// The key that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A key that the part must have.
    MissingKey {
        /// The key.
        key: &'static str,
        /// The part.
        part: Part,
        /// What the key holds.
        expected: Expected,
    },
    /// A key stands twice in one table.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A key holds another kind of value than it should.
    WrongKind {
        /// The key, or the part when it has none.
        key: String,
        /// What it should hold.
        expected: Expected,
        /// What it holds.
        got: Got,
    },
}

/// What a key should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A table of a part.
    Table(Part),
    /// Several tables of a part.
    Tables(Part),
    /// A text.
    Text,
    /// A text, or a list of texts.
    TextOrTexts,
    /// A list of texts.
    Texts,
    /// An amount of money.
    Money,
    /// A list of amounts.
    Amounts,
    /// A number.
    Number,
    /// A percentage.
    Percent,
    /// Money or a percentage of something.
    Limit,
    /// A date.
    Date,
    /// The name of a CSV file.
    FileName,
}

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Got {
    /// A table.
    Table,
    /// A list.
    List,
    /// A text.
    Text,
    /// A number.
    Number,
    /// A date or a time.
    Date,
    /// `true` or `false`.
    Bool,
    /// `null`.
    Null,
}

impl Expected {
    /// How it is written after a key, for a key that is missing.
    fn example(self) -> &'static str {
        match self {
            Self::Table(_) => "{ … }",
            Self::Tables(_) => "[ { … } ]",
            Self::Text => "\"…\"",
            Self::Texts | Self::TextOrTexts => "[\"…\"]",
            Self::Money => "500_000",
            Self::Amounts => "[100_000, 250_000]",
            Self::Number => "3",
            Self::Percent => "\"50 %\"",
            Self::Limit => "\"50 % of granted\"",
            Self::Date => "2023-12-31",
            Self::FileName => "\"activities.csv\"",
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Table(_) => "a table",
            Self::Tables(_) => "a list of tables",
            Self::Text => "a text",
            Self::TextOrTexts => "a text or a list of texts",
            Self::Texts => "a list of texts",
            Self::Money => "an amount of money",
            Self::Amounts => "a list of amounts",
            Self::Number => "a number",
            Self::Percent => "a percentage",
            Self::Limit => "an amount or a percentage of something",
            Self::Date => "a date",
            Self::FileName => "the name of a CSV file",
        })
    }
}

impl fmt::Display for Got {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Table => "a table",
            Self::List => "a list",
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Date => "a date",
            Self::Bool => "`true` or `false`",
            Self::Null => "nothing (`null`)",
        })
    }
}

impl ShapeFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::UnknownKey { nearest: Some(nearest), .. } => format!("did you mean `{nearest}`?"),
            Self::UnknownKey { part, nearest: None, .. } => format!("remove it; {part} has {}", listed(part.keys())),
            Self::MissingKey { key, expected, .. } => format!("add `{key} = {}`", expected.example()),
            Self::DuplicateKey { .. } => "keep one of the two, and remove the other".to_owned(),
            Self::WrongKind { key, expected, got } => wrong_kind_help(key, *expected, *got),
        }
    }
}

fn wrong_kind_help(key: &str, expected: Expected, got: Got) -> String {
    match (expected, got) {
        (_, Got::Null) => "write a value, or remove the key".to_owned(),
        (Expected::Tables(_), Got::Table) => {
            format!("put it in two brackets, `[[{key}]]`; in JSON, in a list: `\"{key}\": [ {{ … }} ]`")
        }
        (Expected::FileName, Got::List | Got::Table) => {
            "name each activity's table `[[activity]]`; in JSON, the list `\"activity\"`".to_owned()
        }
        (Expected::Text, Got::Number | Got::Date | Got::Bool) => "put it in quotation marks: `\"…\"`".to_owned(),
        (Expected::Texts, Got::Text) => format!("put it in brackets: `{key} = [\"…\"]`"),
        (Expected::Amounts, Got::Number | Got::Text) => format!("put it in brackets: `{key} = [100_000]`"),
        (Expected::Percent, Got::Number) => {
            format!("write it in quotation marks and with a percent sign: `{key} = \"50 %\"`")
        }
        _ => format!("write it as `{key} = {}`", expected.example()),
    }
}

/// `a`, `b` and `c`.
pub(super) fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

impl fmt::Display for ShapeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey { key, part, .. } => write!(f, "{part} has no key `{}`", short(key)),
            Self::MissingKey { key, part, .. } => write!(f, "{part} must have the key `{key}`"),
            Self::DuplicateKey { key } => write!(f, "the key `{}` stands twice", short(key)),
            Self::WrongKind { key, expected, got } => write!(f, "`{key}` must be {expected}, but is {got}"),
        }
    }
}
