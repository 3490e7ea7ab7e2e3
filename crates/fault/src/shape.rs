//! Faults of keys, and of the kind of value a key holds.

use fordela_model::keys::Form;

use crate::format::Format;
use crate::part::Part;

/// A key is unknown, missing or holds the wrong kind of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShapeFault {
    /// There is nothing in the file.
    Empty,
    /// The file holds something else than the keys of what it should hold.
    NotATable {
        /// What it should hold.
        part: Part,
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
        /// The key, or the part where it has none.
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
