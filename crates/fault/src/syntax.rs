//! Faults in the writing of TOML and JSON.

/// A text is no TOML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TomlFault {
    /// A key or a table stands twice.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A text without quotation marks.
    UnquotedText {
        /// The text.
        text: String,
    },
    /// A key with letters that need quotation marks.
    UnquotedKey {
        /// The key.
        key: String,
    },
    /// A key with nothing after the equals sign.
    NoValue,
    /// A key without an equals sign.
    NoEquals,
    /// Two equals signs.
    TwoEquals,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// A bracket or brace that is never closed.
    OpenBracket {
        /// What closes it.
        close: &'static str,
    },
    /// A bracket or brace that closes nothing.
    ExtraBracket,
    /// A comma is missing between two values.
    NoComma,
    /// A comma too many.
    ExtraComma,
    /// Something follows a value on its line.
    AfterValue,
    /// A number that starts with 0.
    LeadingZero,
    /// An underscore that is not between digits.
    Underscore,
    /// A backslash before something it has no meaning for.
    Escape,
    /// A key into something that is no table.
    NotATable {
        /// The key.
        key: String,
    },
    /// A date or a time that there is not.
    Date {
        /// The text.
        text: String,
    },
    /// Deeper than is read.
    TooDeep,
    /// A line that ends as no system of today ends its lines.
    LineEnd,
    /// A character that cannot stand where it does.
    Unexpected {
        /// The character that cannot stand there, or none where the line ends too early.
        found: Option<char>,
        /// What it stands in.
        within: Within,
    },
}

/// What a mistake in TOML stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// The name of a table, in brackets.
    Header,
    /// A number or a date.
    Number,
}

/// A text is no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JsonFault {
    /// There is nothing in the text.
    Empty,
    /// A comma is missing between two values.
    NoComma,
    /// A comma too many.
    ExtraComma,
    /// A colon is missing after a key.
    NoColon,
    /// A key with no value.
    NoValue,
    /// A key that is not in quotation marks.
    UnquotedKey,
    /// A word that is not in quotation marks.
    UnquotedText,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// A bracket or brace that is never closed.
    OpenBracket {
        /// What closes it.
        close: char,
    },
    /// A bracket or brace that closes nothing.
    ExtraBracket,
    /// A comment.
    Comment,
    /// Single quotation marks.
    SingleQuotes,
    /// A number in a form that JSON does not have.
    Number,
    /// A backslash before something it has no meaning for.
    Escape,
    /// There is more after the end of the call.
    AfterEnd,
    /// Anything else where a key or a value should stand.
    Unexpected,
}
