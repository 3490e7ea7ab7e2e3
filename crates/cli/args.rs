//! What was typed. What is told of it stands in `fordela_words::usage`.

mod appendix;
mod asked;
mod audit;
mod compare;
mod convert;
mod explain;
mod follow_up;
mod format;
mod init;
mod levels;
mod log;
mod nearby;
mod schema;
mod sweep;
mod value;
mod what_if;

use clap::{Parser, Subcommand};
use clap_complete::Shell;
use fordela::Lang;

pub(crate) use appendix::Appendix;
pub(crate) use asked::{Asked, Telling};
pub(crate) use audit::Audit;
pub(crate) use compare::Compare;
pub(crate) use convert::{Convert, Template};
pub(crate) use explain::Explain;
pub(crate) use follow_up::{FollowUp, Next};
pub(crate) use format::Format;
pub(crate) use init::Init;
pub(crate) use levels::Allocate;
pub(crate) use log::{Record, Reproduce};
pub(crate) use nearby::{Alternatives, Frontier};
pub(crate) use schema::{Schema, SchemaOf};
pub(crate) use sweep::Sweep;
pub(crate) use what_if::{Changes, WhatIf};

/// All that was typed.
#[derive(Debug, Parser)]
#[command(name = "fordela", version)]
pub(crate) struct Args {
    /// The language of all that is told.
    #[arg(long, global = true, value_parser = value::lang())]
    pub(crate) lang: Option<Lang>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(Init),
    Template(Template),
    Convert(Convert),
    Check(Asked),
    Allocate(Box<Allocate>),
    Explain(Box<Explain>),
    WhatIf(Box<WhatIf>),
    Sweep(Box<Sweep>),
    Frontier(Box<Frontier>),
    Alternatives(Box<Alternatives>),
    Compare(Box<Compare>),
    Audit(Box<Audit>),
    Report(Box<Appendix>),
    FollowUp(Box<FollowUp>),
    Next(Box<Next>),
    Record(Box<Record>),
    Reproduce(Box<Reproduce>),
    Schema(Schema),
    Completions { shell: Shell },
    Man,
}
