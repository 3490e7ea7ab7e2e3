//! What is legal in a call but probably a mistake, as a report.

use schemars::JsonSchema;
use serde::Serialize;

/// What is legal in a call but probably a mistake.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct FindingReport {
    /// Which kind of finding it is: a word that stays the same.
    pub code: String,
    /// What was found, in one sentence.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// The file it is in.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}
