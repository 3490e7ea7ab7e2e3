//! Which other budgets and allocations are looked at.

use fordela::call::Percent;

use super::{Asked, value};

/// Which budgets are looked at.
#[derive(Debug, clap::Args)]
pub(crate) struct Frontier {
    #[command(flatten)]
    pub(crate) asked: Asked,

    #[arg(long, allow_hyphen_values = true)]
    pub(crate) from: Option<String>,

    #[arg(long, allow_hyphen_values = true)]
    pub(crate) to: Option<String>,

    #[arg(long, default_value_t = 50, value_parser = value::whole(1, 10_000))]
    pub(crate) most: u16,
}

/// Which other allocations are looked for.
#[derive(Debug, clap::Args)]
pub(crate) struct Alternatives {
    #[command(flatten)]
    pub(crate) asked: Asked,

    #[arg(short = 'n', long, default_value_t = 5, value_parser = value::whole(1, 50))]
    pub(crate) most: u16,

    #[arg(long, default_value = "2%", value_parser = value::within)]
    pub(crate) within: Percent,

    #[arg(long, default_value = "0%", value_parser = value::apart)]
    pub(crate) apart: Percent,
}
