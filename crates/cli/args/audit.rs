//! What is audited.

use std::path::PathBuf;

use super::{Asked, value};

/// What is audited.
#[derive(Debug, clap::Args)]
pub(crate) struct Audit {
    #[command(flatten)]
    pub(crate) asked: Asked,

    #[arg(long)]
    pub(crate) decision: Option<PathBuf>,

    #[arg(long, default_value_t = 20, value_parser = value::whole(0, 1_000))]
    pub(crate) most: u16,

    #[arg(long)]
    pub(crate) axioms: bool,

    #[arg(long, default_value_t = 100, requires = "axioms", value_parser = value::whole(1, 10_000))]
    pub(crate) tries: u16,

    #[arg(long)]
    pub(crate) manipulation: bool,
}
