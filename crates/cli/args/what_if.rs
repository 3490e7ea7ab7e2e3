//! What is changed in a scenario.

use std::path::PathBuf;

use clap::ArgGroup;

use super::{Asked, value};

/// What is changed in a call.
#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("changes").required(true).multiple(true))]
pub(crate) struct WhatIf {
    #[command(flatten)]
    pub(crate) asked: Asked,

    #[command(flatten)]
    pub(crate) changes: Changes,

    #[arg(long, group = "changes")]
    pub(crate) scenarios: Option<PathBuf>,
}

/// The changes of a scenario that is typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Changes {
    #[arg(long, value_parser = value::setting, allow_hyphen_values = true, group = "changes")]
    pub(crate) set: Vec<(String, String)>,

    #[arg(long, group = "changes")]
    pub(crate) require: Vec<String>,

    #[arg(long, group = "changes")]
    pub(crate) forbid: Vec<String>,

    #[arg(long, group = "changes")]
    pub(crate) drop_rule: Vec<String>,

    #[arg(long, group = "changes")]
    pub(crate) drop_activity: Vec<String>,
}
