//! Faults in the writing of TOML and JSON.

use std::fmt;

use super::short;

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
    /// What the parser says of a rarer mistake.
    Parser {
        /// Its words.
        message: String,
    },
}

impl TomlFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::DuplicateKey { .. } => "keep one of the two; for several funds, activities and the like, \
                                          write `[[fund]]` with two brackets before each"
                .to_owned(),
            Self::UnquotedText { text } => text_help(text),
            Self::UnquotedKey { key } => format!("put it in quotation marks: `\"{}\"`", short(key)),
            Self::NoValue => "write a value after the equals sign, or remove the line".to_owned(),
            Self::NoEquals => "write it as `key = value`; a comment starts with `#`".to_owned(),
            Self::TwoEquals => "write one equals sign".to_owned(),
            Self::OpenQuote => "end the text with a quotation mark on the same line".to_owned(),
            Self::OpenBracket { close } => format!("add `{close}` where it should end"),
            Self::NoComma => "put a comma between the values".to_owned(),
            Self::ExtraComma => "remove the comma".to_owned(),
            Self::AfterValue => {
                "start a new line for the next key; write amounts as `1_550_000` or \"1 550 000 kr\"".to_owned()
            }
            Self::LeadingZero => "remove the zero, or put the value in quotation marks".to_owned(),
            Self::Underscore => "write underscores only between digits: `1_550_000`".to_owned(),
            Self::Escape => "write a backslash twice: `\\\\`".to_owned(),
            Self::Date { .. } => "write the date as `2023-12-31`".to_owned(),
            Self::NotATable { .. } => "choose one of the two forms, and remove the other".to_owned(),
            Self::TooDeep => "remove this; no value of a call lies that deep".to_owned(),
            Self::Parser { .. } => return None,
        })
    }
}

/// Amounts and percentages are the values most often written without quotation marks.
fn text_help(text: &str) -> String {
    let text = text.trim();
    let digits = text.replace([',', ' '], "");
    let number = text.replace(',', ".");
    if text.contains(',') && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("write a decimal point, `{number}`, or quotation marks: `\"{text}\"`");
    }
    format!("put it in quotation marks: `\"{}\"`", short(text))
}

impl fmt::Display for TomlFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateKey { key } => write!(f, "the key `{}` stands twice", short(key)),
            Self::UnquotedText { text } => {
                write!(f, "`{}` is neither a number nor a text in quotation marks", short(text))
            }
            Self::UnquotedKey { key } => {
                write!(f, "the key `{}` has other characters than a–z, 0–9, `-` and `_`", short(key))
            }
            Self::NoValue => f.write_str("the key has no value"),
            Self::NoEquals => f.write_str("this is not a key, an equals sign and a value"),
            Self::TwoEquals => f.write_str("there is an equals sign too many"),
            Self::OpenQuote => f.write_str("the quotation mark is never closed"),
            Self::OpenBracket { close } => write!(f, "`{close}` is missing for what opens here"),
            Self::NoComma => f.write_str("a comma is missing"),
            Self::ExtraComma => f.write_str("there is a comma too many"),
            Self::AfterValue => f.write_str("there is more on the line after the value"),
            Self::LeadingZero => f.write_str("a number cannot start with 0"),
            Self::Underscore => f.write_str("there is an underscore outside the digits of the number"),
            Self::Escape => f.write_str("the backslash has no meaning here"),
            Self::NotATable { key } => write!(f, "`{}` already has a value that is not a table", short(key)),
            Self::Date { text } => write!(f, "`{}` is not a date", short(text)),
            Self::TooDeep => f.write_str("tables and lists lie too deep in each other here"),
            Self::Parser { message } => write!(f, "this is not written as TOML: {message}"),
        }
    }
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

impl JsonFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        Some(
            match self {
                Self::Empty => "write a call, `{ … }`",
                Self::NoComma => "put a comma here",
                Self::ExtraComma => "remove the comma",
                Self::NoColon => "write it as `\"key\": value`",
                Self::NoValue => "write a value after the colon, or remove the key",
                Self::UnquotedKey | Self::UnquotedText => "put it in quotation marks: `\"…\"`",
                Self::OpenQuote => "end the text with a quotation mark",
                Self::OpenBracket { close: '}' } => "add `}` where it should end",
                Self::OpenBracket { .. } => "add `]` where it should end",
                Self::ExtraBracket => "remove it, or add what it should close",
                Self::Comment => "remove the comment, or write the call as TOML",
                Self::SingleQuotes => "write double quotation marks: `\"…\"`",
                Self::Number => "write the number as `1550000.50`, or in quotation marks: `\"1 550 000,50 kr\"`",
                Self::Escape => "write a backslash twice: `\\\\`",
                Self::AfterEnd => "remove what follows the last `}`",
                Self::Unexpected => return None,
            }
            .to_owned(),
        )
    }
}

impl fmt::Display for JsonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is nothing in the file"),
            Self::NoComma => f.write_str("a comma is missing"),
            Self::ExtraComma => f.write_str("there is a comma too many"),
            Self::NoColon => f.write_str("there is no colon after the key"),
            Self::NoValue => f.write_str("the key has no value"),
            Self::UnquotedKey => f.write_str("the key is not in quotation marks"),
            Self::UnquotedText => f.write_str("the text is not in quotation marks"),
            Self::OpenQuote => f.write_str("the quotation mark is never closed"),
            Self::OpenBracket { close } => write!(f, "`{close}` is missing for what opens here"),
            Self::ExtraBracket => f.write_str("this closes nothing"),
            Self::Comment => f.write_str("JSON has no comments"),
            Self::SingleQuotes => f.write_str("JSON has no single quotation marks"),
            Self::Number => f.write_str("JSON has no such number"),
            Self::Escape => f.write_str("the backslash has no meaning here"),
            Self::AfterEnd => f.write_str("there is more after the end of the call"),
            Self::Unexpected => f.write_str("a key or a value should stand here"),
        }
    }
}
