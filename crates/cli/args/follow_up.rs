//! What `follow-up` and `next` are asked.

use std::path::PathBuf;

use super::Asked;

/// What is followed up.
#[derive(Debug, clap::Args)]
pub(crate) struct FollowUp {
    #[command(flatten)]
    pub(crate) asked: Asked,

    #[arg(long)]
    pub(crate) decision: PathBuf,

    #[arg(long)]
    pub(crate) outcome: PathBuf,
}

/// What the next call is drafted from.
#[derive(Debug, clap::Args)]
pub(crate) struct Next {
    #[command(flatten)]
    pub(crate) asked: Asked,

    #[arg(long)]
    pub(crate) decision: Option<PathBuf>,

    #[arg(long)]
    pub(crate) outcome: PathBuf,

    #[arg(long)]
    pub(crate) title: Option<String>,

    #[arg(long)]
    pub(crate) overwrite: bool,
}
