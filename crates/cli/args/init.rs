//! What `init` is asked.

use std::path::PathBuf;

/// What a call is begun with.
#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    pub(crate) table: Option<String>,

    #[arg(long)]
    pub(crate) budget: Option<String>,

    #[arg(long, default_value = "SEK")]
    pub(crate) currency: String,

    #[arg(long)]
    pub(crate) title: Option<String>,

    #[arg(short, long)]
    pub(crate) output: Option<PathBuf>,
}
