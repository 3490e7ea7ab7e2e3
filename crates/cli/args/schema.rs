//! Which schema is printed.

use clap::ValueEnum;

/// Which schema is printed.
#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    pub(crate) of: SchemaOf,
}

/// What has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Call,
    Check,
    Allocate,
    Levels,
    Explain,
    WhatIf,
    Sweep,
    Frontier,
    Alternatives,
    Compare,
    Audit,
    Report,
    FollowUp,
    Record,
    Reproduce,
}
