//! What is audited.

use std::path::PathBuf;

use super::Asked;

/// What is audited.
#[derive(Debug, clap::Args)]
pub(crate) struct Audit {
    #[command(flatten)]
    pub(crate) asked: Asked,

    /// Audit what people decided, rather than the allocation of the call
    ///
    /// JSON of `fordela allocate`, or CSV with a column `granted` and one of ids, `activity` or `applicant`. It must
    /// name every activity, or every applicant, of the call, with 0 for what gets nothing.
    #[arg(long, value_name = "FILE")]
    pub(crate) decision: Option<PathBuf>,

    /// List at most so many of those who have a higher priority and a lower share than somebody else
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(0..=1_000))]
    pub(crate) most: u16,

    /// Tell which principles of sharing the settings of the call keep, and show a small call that breaks each other one
    ///
    /// Each is tried on smaller calls made from this one, with its funds, rules, scores and tags, and on the call itself.
    /// That a principle held is no proof that it always does; that it is broken is one. The settings are audited, whatever
    /// was decided. A time limit holds for all tries together; what was not tried by then is said.
    #[arg(long)]
    pub(crate) axioms: bool,

    /// Try each principle on so many calls
    #[arg(long, value_name = "N", default_value_t = 100, requires = "axioms", value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub(crate) tries: u16,

    /// Tell what each applicant could gain by splitting, merging or inflating its asks
    ///
    /// One change is tried at a time, with what all others ask for as it is: each activity split in two, each pair of
    /// activities that differ in nothing but ask and scores made one, each ask and all of them raised by 10, 25, 50 and
    /// 100 %. Gains are told before rounding. Of large calls not every way is tried; how many were is told. The settings
    /// are audited, whatever was decided. A time limit holds for all tries together.
    #[arg(long)]
    pub(crate) manipulation: bool,
}
