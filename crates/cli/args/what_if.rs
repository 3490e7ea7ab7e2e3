//! What is changed in a scenario.

use std::path::PathBuf;

use clap::ArgGroup;

use super::Asked;

/// What is changed in a call.
#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("changes").required(true).multiple(true))]
pub(crate) struct WhatIf {
    #[command(flatten)]
    pub(crate) asked: Asked,

    #[command(flatten)]
    pub(crate) changes: Changes,

    /// Try the scenarios of this file, in TOML or JSON, side by side
    ///
    /// A `[[scenario]]` table for each, with a `name`, `set` (a table of paths and values, or a list of
    /// `"path=value"`), `drop_rule`, `drop_activity`, `require` and `forbid` (lists), and `[[scenario.rule]]` tables
    /// for rules to add. Changes given as options form one more scenario.
    #[arg(long, value_name = "FILE", group = "changes")]
    pub(crate) scenarios: Option<PathBuf>,
}

/// The changes of a scenario that is typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Changes {
    /// Give something another value, such as budget=-2_000_000
    ///
    /// PATH is budget, unit, bad_luck, objective.kind, objective.weighted, objective.over, objective.at_least,
    /// fund.ID.amount, fund.ID.min_part, fund.ID.max_part, criterion.ID.weight, activity.ID.ask, activity.ID.funding,
    /// activity.ID.min_share, activity.ID.spend_rate, activity.ID.score.CRITERION, activity.ID.line.LINE.cost,
    /// rule.ID.at_least or rule.ID.at_most. VALUE is as in a call file, with 500k and 30M for short; +5, -5, +5% and
    /// -5% change what it was; 90% is that part of it. Shares, parts, rates, and a limit that is a percentage, are set
    /// by 50% and changed by percentage points; none takes them away. A new budget scales all funds in proportion.
    #[arg(long, value_name = "PATH=VALUE", value_parser = setting, allow_hyphen_values = true, group = "changes")]
    pub(crate) set: Vec<(String, String)>,

    /// Require that an activity gets all it asks for; or an amount, or a percentage of its ask
    #[arg(long, value_name = "ID[=AMOUNT]", group = "changes")]
    pub(crate) require: Vec<String>,

    /// Forbid that an activity gets any money
    #[arg(long, value_name = "ID", group = "changes")]
    pub(crate) forbid: Vec<String>,

    /// Take away a rule
    #[arg(long, value_name = "ID", group = "changes")]
    pub(crate) drop_rule: Vec<String>,

    /// Take away an activity that no other activity, rule or fund names
    #[arg(long, value_name = "ID", group = "changes")]
    pub(crate) drop_activity: Vec<String>,
}

fn setting(text: &str) -> Result<(String, String), String> {
    let (path, value) = text.split_once('=').ok_or("write a path and a value, such as budget=-2_000_000")?;
    Ok((path.trim().to_owned(), value.trim().to_owned()))
}
