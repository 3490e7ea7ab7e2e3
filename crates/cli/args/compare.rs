//! What is compared.

use std::path::PathBuf;

use super::Asked;

/// What is compared.
#[derive(Debug, clap::Args)]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) asked: Asked,

    pub(crate) a: String,

    pub(crate) b: String,

    #[arg(long)]
    pub(crate) scenarios: Option<PathBuf>,
}
