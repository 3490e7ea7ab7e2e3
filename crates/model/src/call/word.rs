//! Words of a fixed set, such as the kinds of funding.

use std::fmt;

use serde::Deserialize;
use serde::de::IntoDeserializer;

/// The text is none of the words of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOneOf(
    /// The words of the set.
    pub &'static [&'static str],
);

/// Reads one of the words of a fixed set, as a call file writes it.
///
/// # Errors
///
/// The words of the set, when the text is none of them.
pub fn one_of<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, NotOneOf> {
    T::deserialize(text.into_deserializer())
}

impl serde::de::Error for NotOneOf {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}

impl std::error::Error for NotOneOf {}

impl fmt::Display for NotOneOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {}", self.0.join(", "))
    }
}
