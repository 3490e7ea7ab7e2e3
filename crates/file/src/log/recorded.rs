//! What an entry says of what was suggested.

use fordela::Money;

/// A file as it was when an entry was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileThen {
    /// Its path from the folder of the log, with `/`.
    pub path: String,
    /// Its SHA-256; of a call, that of the call file followed by its CSV file.
    pub sha256: String,
}

/// What an entry says, as far as it is needed to reproduce what was suggested.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recorded {
    /// Its number, from 1.
    pub number: usize,
    /// The seal of the entry before it.
    pub previous: Option<String>,
    /// The day of the decision.
    pub date: Option<String>,
    /// Who decided.
    pub role: String,
    /// The call.
    pub call: FileThen,
    /// The decision.
    pub decision: FileThen,
    /// The version that wrote the entry.
    pub fordela: String,
    /// How the call was answered, in the word of the JSON of an allocation.
    pub status: String,
    /// The [form](fordela::suggestion::FORM) of the text that it is of; `None` where the entry does not say.
    pub suggestion_form: Option<usize>,
    /// The SHA-256 of what was suggested, in that form.
    pub suggestion_sha256: String,
    /// What was suggested for each activity; empty where the call was impossible.
    pub suggested: Vec<(String, Money)>,
    /// The SHA-256 of the text of the entry, with what stands between it and the one before.
    pub seal: String,
}
