//! What is said of a finding.

/// What a finding says.
pub(crate) struct Said {
    /// What is odd.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) suggestion: String,
}

/// A message with its suggestion.
pub(crate) fn said(message: impl Into<String>, suggestion: impl Into<String>) -> Said {
    Said { message: message.into(), suggestion: suggestion.into() }
}

/// Names in backticks, with commas between.
pub(crate) fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
