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

    #[arg(long, required = true)]
    pub(crate) vary: Vec<String>,

    #[arg(long, default_value_t = Party::Applicant, value_parser = by())]
    pub(crate) by: Party,

    #[arg(long)]
    pub(crate) plot: Option<PathBuf>,
}

fn by() -> impl TypedValueParser<Value = Party> {
    PossibleValuesParser::new([Party::Applicant, Party::Activity].map(Party::word))
        .map(|word: String| if word == Party::Activity.word() { Party::Activity } else { Party::Applicant })
}
