//! Findings as text.

/// What a finding says.
pub(super) struct Words {
    /// What is odd.
    pub(super) message: String,
    /// What to do about it.
    pub(super) suggestion: String,
}

/// A message with its suggestion.
pub(super) fn words(message: impl Into<String>, suggestion: impl Into<String>) -> Words {
    Words { message: message.into(), suggestion: suggestion.into() }
}

/// Names in backticks, with commas between.
pub(super) fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
