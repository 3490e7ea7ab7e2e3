//! What `convert` and `template` are asked.

use std::path::PathBuf;

/// Which call is written as what.
#[derive(Debug, clap::Args)]
pub(crate) struct Convert {
    pub(crate) call: PathBuf,

    pub(crate) output: PathBuf,
}

/// Where a call to begin with is written.
#[derive(Debug, clap::Args)]
pub(crate) struct Template {
    #[arg(short, long)]
    pub(crate) output: Option<PathBuf>,
}
