//! What is allocated.

use std::path::PathBuf;

use super::Asked;

/// What is allocated.
#[derive(Debug, clap::Args)]
pub(crate) struct Allocate {
    #[command(flatten)]
    pub(crate) asked: Asked,

    #[arg(long)]
    pub(crate) levels: bool,

    #[arg(long, requires = "levels")]
    pub(crate) decision: Option<PathBuf>,
}
