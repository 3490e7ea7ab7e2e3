//! What `record` and `reproduce` are asked.

use std::path::PathBuf;

use super::{Telling, value};

/// What is recorded.
#[derive(Debug, clap::Args)]
pub(crate) struct Record {
    pub(crate) call: PathBuf,

    #[arg(long)]
    pub(crate) decision: PathBuf,

    #[arg(long)]
    pub(crate) role: String,

    #[arg(long)]
    pub(crate) reason: String,

    #[arg(long)]
    pub(crate) reason_for: Vec<String>,

    #[arg(long)]
    pub(crate) date: Option<String>,

    #[arg(long)]
    pub(crate) log: PathBuf,

    #[command(flatten)]
    pub(crate) telling: Telling,
}

/// What is reproduced.
#[derive(Debug, clap::Args)]
pub(crate) struct Reproduce {
    pub(crate) log: PathBuf,

    #[arg(long, value_parser = value::number)]
    pub(crate) entry: Option<usize>,

    #[command(flatten)]
    pub(crate) telling: Telling,
}
