//! What only ids settled.

use fordela::explain::Settled;
use schemars::JsonSchema;
use serde::Serialize;

/// Activities whose grants would be others under other ids, with the same value and the same money in all.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct SettledReport {
    /// `odd-unit` where nobody gets more or less by more than one unit, else `tie`.
    #[schemars(extend("enum" = ["odd-unit", "tie"]))]
    pub kind: &'static str,
    /// The ids of those that get more than they would, in the order of the call.
    pub more: Vec<String>,
    /// The ids of those that get less.
    pub less: Vec<String>,
}

impl SettledReport {
    /// The reports on what only ids settled; of some activities, where only these are asked about.
    #[must_use]
    pub fn all(settled: &[Settled], about: Option<&[String]>) -> Vec<Self> {
        let is_asked =
            |one: &&Settled| about.is_none_or(|about| one.more.iter().chain(&one.less).any(|id| about.contains(id)));
        let report = |one: &Settled| Self {
            kind: if one.is_odd_unit { "odd-unit" } else { "tie" },
            more: one.more.clone(),
            less: one.less.clone(),
        };
        settled.iter().filter(is_asked).map(report).collect()
    }
}
