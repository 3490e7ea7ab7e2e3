//! Faults of keys, and of the kind of value a key holds.

use std::fmt;

use fordela::keys::Form;
use fordela::{characters, keys};

use crate::fault::short;
use crate::format::Format;
use crate::keys::Part;

/// A key is unknown, missing or holds the wrong kind of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShapeFault {
    /// There is nothing in the file.
    Empty,
    /// The file holds something else than the keys of a call.
    NotACall {
        /// What it holds.
        got: Got,
    },
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
        /// How the file is written.
        format: Format,
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
        /// How the file is written.
        format: Format,
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
    /// A period.
    Period,
    /// The name of a CSV file.
    FileName,
    /// Paths and values.
    Settings,
    /// `true` or `false`.
    YesOrNo,
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

impl From<Form> for Expected {
    fn from(form: Form) -> Self {
        match form {
            Form::Id | Form::Text | Form::FileName | Form::Word(_) => Self::Text,
            Form::Money => Self::Money,
            Form::Amounts => Self::Amounts,
            Form::Number => Self::Number,
            Form::Percent | Form::SpendRate => Self::Percent,
            Form::Limit => Self::Limit,
            Form::Date => Self::Date,
            Form::Period => Self::Period,
            Form::YesOrNo => Self::YesOrNo,
            Form::Texts => Self::Texts,
            Form::TextOrTexts => Self::TextOrTexts,
            Form::Scores => Self::Table(Part::Scores),
            Form::Table(part) => Self::Table(part.into()),
            Form::Tables(part) => Self::Tables(part.into()),
        }
    }
}

impl Expected {
    /// A value that could stand there.
    fn example(self, format: Format) -> &'static str {
        match (self, format) {
            (Self::Table(Part::Scores), Format::Toml) => "{ samverkan = 2 }",
            (Self::Table(Part::Scores), Format::Json) => "{ \"samverkan\": 2 }",
            (Self::Table(Part::Call(keys::Part::Selection)), Format::Toml) => "{ tag = \"barn-unga\" }",
            (Self::Table(Part::Call(keys::Part::Selection)), Format::Json) => "{ \"tag\": \"barn-unga\" }",
            (Self::Table(_), _) => "{ … }",
            (Self::Tables(_), _) => "[ { … } ]",
            (Self::Text, _) => "\"…\"",
            (Self::Texts | Self::TextOrTexts, _) => "[\"…\"]",
            (Self::Money, Format::Toml) => "500_000",
            (Self::Money, Format::Json) => "500000",
            (Self::Amounts, Format::Toml) => "[100_000, 250_000]",
            (Self::Amounts, Format::Json) => "[100000, 250000]",
            (Self::Number, _) => "3",
            (Self::Percent, _) => "\"50 %\"",
            (Self::Limit, _) => "\"50 % of granted\"",
            (Self::Date, Format::Toml) => "2023-12-31",
            (Self::Date, Format::Json) => "\"2023-12-31\"",
            (Self::Period, _) => "\"2023-H1\"",
            (Self::FileName, _) => "\"activities.csv\"",
            (Self::YesOrNo, _) => "true",
            (Self::Settings, Format::Toml) => "{ budget = \"+5%\" }",
            (Self::Settings, Format::Json) => "{ \"budget\": \"+5%\" }",
        }
    }
}

/// A key and its value, as the file writes them.
fn assigned(key: &str, value: &str, format: Format) -> String {
    match format {
        Format::Toml => format!("`{key} = {value}`"),
        Format::Json => format!("`\"{key}\": {value}`"),
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
            Self::Period => "a period",
            Self::FileName => "the name of a CSV file",
            Self::Settings => "a table of paths and values",
            Self::YesOrNo => "`true` or `false`",
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
            Self::Empty => "check that it is the right file, and that it was saved".to_owned(),
            Self::NotACall { .. } => "write the call between `{` and `}`".to_owned(),
            Self::UnknownKey { nearest: Some(nearest), .. } => format!("did you mean `{nearest}`?"),
            Self::UnknownKey { part, nearest: None, .. } => format!("remove it; {part} has {}", listed(&part.keys())),
            Self::MissingKey { key, expected, format, .. } => {
                format!("add {}", assigned(key, expected.example(*format), *format))
            }
            Self::DuplicateKey { .. } => "keep one of the two, and remove the other".to_owned(),
            Self::WrongKind { key, expected, got, format } => wrong_kind_help(key, *expected, *got, *format),
        }
    }
}

fn wrong_kind_help(key: &str, expected: Expected, got: Got, format: Format) -> String {
    match (expected, got, format) {
        (_, Got::Null, _) => "write a value, or remove the key".to_owned(),
        (Expected::Tables(_), Got::Table, Format::Toml) => format!("write it with two brackets: `[[{key}]]`"),
        (Expected::FileName, Got::List | Got::Table, Format::Toml) => {
            "write `[[activity]]` before each activity".to_owned()
        }
        (Expected::FileName, Got::List | Got::Table, Format::Json) => {
            "name the list of activities `\"activity\"`".to_owned()
        }
        (Expected::Text, Got::Number | Got::Date | Got::Bool, _) => "put it in quotation marks: `\"…\"`".to_owned(),
        _ => format!("write it as {}", assigned(key, expected.example(format), format)),
    }
}

/// `a`, `b` and `c`.
pub(super) fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    characters::listed(&quoted, "and")
}

impl fmt::Display for ShapeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is nothing in the file"),
            Self::NotACall { got } => write!(f, "a call is a table, but this is {got}"),
            Self::UnknownKey { key, part, .. } => write!(f, "{part} has no key `{}`", short(key)),
            Self::MissingKey { key, part, .. } => write!(f, "{part} must have the key `{key}`"),
            Self::DuplicateKey { key } => write!(f, "the key `{}` stands twice", short(key)),
            Self::WrongKind { key, expected, got, .. } => write!(f, "`{key}` must be {expected}, but is {got}"),
        }
    }
}
