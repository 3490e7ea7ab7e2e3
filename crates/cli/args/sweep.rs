//! What is varied, and over which values.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use fordela::Party;

use super::Asked;

/// What is varied in a call.
#[derive(Debug, clap::Args)]
pub(crate) struct Sweep {
    #[command(flatten)]
    pub(crate) asked: Asked,

    /// Vary something over a range, such as budget=30M..45M:500k; may be given several times
    ///
    /// PATH is as for what-if --set, but for the paths that take words. The values are FROM, and a STEP further each,
    /// up to TO; they are written as in a call file, with 500k and 30M for short, and 10..50 % of asked:5 for the limit
    /// of a rule.
    #[arg(long, value_name = "PATH=FROM..TO:STEP", required = true)]
    pub(crate) vary: Vec<String>,

    /// Whose grants the rows and the plot tell
    #[arg(long, value_name = "WHOM", default_value_t = Party::Applicant, value_parser = by())]
    pub(crate) by: Party,

    /// Draw the grants over the first range to this file, as SVG; other ranges are held at their first values
    #[arg(long, value_name = "FILE")]
    pub(crate) plot: Option<PathBuf>,
}

fn by() -> impl TypedValueParser<Value = Party> {
    let known = [Party::Applicant, Party::Activity];
    PossibleValuesParser::new(known.map(Party::word))
        .try_map(move |word: String| known.into_iter().find(|by| by.word() == word).ok_or("no such word"))
}
