//! What `record` and `reproduce` are asked.

use std::path::PathBuf;

use super::Telling;

/// What is recorded.
#[derive(Debug, clap::Args)]
pub(crate) struct Record {
    /// The call: a file in TOML or JSON, which must be found again later
    #[arg(value_name = "CALL")]
    pub(crate) call: PathBuf,

    /// What was decided, as for audit
    #[arg(long, value_name = "FILE")]
    pub(crate) decision: PathBuf,

    /// Who decided: a role or a body, and no person
    #[arg(long, value_name = "TEXT")]
    pub(crate) role: String,

    /// Why it was decided so
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,

    /// Why one activity (or applicant, where the decision is by applicant) gets something else than suggested
    #[arg(long, value_name = "ID=TEXT")]
    pub(crate) reason_for: Vec<String>,

    /// The day of the decision, as in 2023-02-08; no clock is asked
    #[arg(long, value_name = "DAY")]
    pub(crate) date: Option<String>,

    /// The log that the entry is added to; a new one where there is none
    #[arg(long, value_name = "LOG")]
    pub(crate) log: PathBuf,

    #[command(flatten)]
    pub(crate) telling: Telling,
}

/// What is reproduced.
#[derive(Debug, clap::Args)]
pub(crate) struct Reproduce {
    /// The log, as `fordela record` wrote it
    #[arg(value_name = "LOG")]
    pub(crate) log: PathBuf,

    /// Only this entry; write what is suggested, as JSON, where it is the same, rather than what is found
    ///
    /// The JSON of `fordela allocate` goes to standard output or the file of --output. Where something differs, that is
    /// told on standard error as --format says, and nothing else is written.
    #[arg(long, value_name = "N")]
    pub(crate) entry: Option<usize>,

    #[command(flatten)]
    pub(crate) telling: Telling,
}
