//! What is compared.

use std::path::PathBuf;

use super::Asked;

/// What is compared.
#[derive(Debug, clap::Args)]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) asked: Asked,

    /// What is compared: `suggestion`, a scenario or a file
    #[arg(value_name = "A")]
    pub(crate) a: String,

    /// What it is compared with
    #[arg(value_name = "B")]
    pub(crate) b: String,

    /// The scenarios that A and B may name, in a file as for what-if
    #[arg(long, value_name = "FILE")]
    pub(crate) scenarios: Option<PathBuf>,
}
