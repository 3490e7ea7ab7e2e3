//! What `follow-up` and `next` are asked.

use std::path::PathBuf;

use super::Asked;

/// What is followed up.
#[derive(Debug, clap::Args)]
pub(crate) struct FollowUp {
    #[command(flatten)]
    pub(crate) asked: Asked,

    /// What was decided
    ///
    /// As for audit; columns `fund.ID` say what each fund pays of a grant, which must be known where several may.
    #[arg(long, value_name = "FILE")]
    pub(crate) decision: PathBuf,

    /// What was reported
    ///
    /// CSV with a column `activity` or `applicant` (or both) of ids, and `spent`; as needed also `fund`, `period`,
    /// `kind` (of cost), the sums `granted`, `unspent`, `repaid`, `carried_over` and `returned` as they were
    /// reported, and `result.NAME` for what was reached, with `result.NAME.PART` for a part of it. A row with `total`
    /// in place of an id or a kind of cost is a sum of the others.
    #[arg(long, value_name = "FILE")]
    pub(crate) outcome: PathBuf,
}

/// What the next call is drafted from.
#[derive(Debug, clap::Args)]
pub(crate) struct Next {
    #[command(flatten)]
    pub(crate) asked: Asked,

    /// What was decided, as for follow-up; the allocation of the call when left out
    #[arg(long, value_name = "FILE")]
    pub(crate) decision: Option<PathBuf>,

    /// What was reported, as for follow-up
    #[arg(long, value_name = "FILE")]
    pub(crate) outcome: PathBuf,

    /// What the next call is called; the same when left out
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,

    /// Replace the file of --output if there is one
    #[arg(long)]
    pub(crate) overwrite: bool,
}
