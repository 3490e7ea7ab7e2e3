//! What an appendix is made of.

use std::path::PathBuf;

use super::Asked;

/// What an appendix is made of.
#[derive(Debug, clap::Args)]
pub(crate) struct Appendix {
    #[command(flatten)]
    pub(crate) asked: Asked,

    #[arg(long)]
    pub(crate) decision: Option<PathBuf>,

    #[arg(long)]
    pub(crate) template: Option<PathBuf>,

    #[arg(long)]
    pub(crate) reference: Option<String>,
}
