//! What is asked of a call, and how it is told.

use std::path::PathBuf;
use std::time::Duration;

use fordela_lp::Backend;

use super::{Format, value};

/// What is asked of a call.
#[derive(Debug, clap::Args)]
pub(crate) struct Asked {
    pub(crate) call: PathBuf,

    #[command(flatten)]
    pub(crate) telling: Telling,

    #[arg(long, default_value_t = Backend::default(), value_parser = value::backend())]
    pub(crate) backend: Backend,

    #[arg(long, value_parser = value::seconds)]
    pub(crate) time_limit: Option<Duration>,
}

/// How an answer is told.
#[derive(Debug, clap::Args)]
pub(crate) struct Telling {
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,

    #[arg(short, long)]
    pub(crate) output: Option<PathBuf>,

    #[arg(long, value_parser = value::whole(30, 140))]
    pub(crate) width: Option<u16>,

    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,

    #[arg(short, long)]
    pub(crate) verbose: bool,
}
