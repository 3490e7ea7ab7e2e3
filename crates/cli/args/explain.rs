//! What is explained.

use super::Asked;

/// What is explained.
#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) asked: Asked,

    #[arg(conflicts_with = "why_not")]
    pub(crate) id: Option<String>,

    #[arg(long)]
    pub(crate) why_not: Option<String>,
}
