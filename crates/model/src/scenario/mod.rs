//! Scenarios: what if the budget were smaller, a rule were dropped, an activity had to be funded?
//!
//! A scenario is a list of changes, made one after the other to the data of a call. What comes out is checked as any
//! call is, and is allocated by the same line of steps.

mod fault;
mod hold;
mod path;
mod set;
pub mod value;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use fault::{ChangeCause, ChangeFault, Mention, ScenarioError, ValueCause};
pub use path::{Holder, NotAPath, Path};
pub use value::plain_money;

use crate::alike::nearest;
use crate::call::draft::{CallDraft, Rule};
use crate::call::{self, Call, Part};

/// A call with changes.
///
/// ```
/// use fordela::Scenario;
/// use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
///
/// let call = CallDraft::new("Summer")
///     .fund(Fund::new("city", 700_000))
///     .criterion(Criterion::new("need", 1, 3))
///     .applicant(Applicant::new("culture"))
///     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
///     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
///     .validate()?;
/// let changed = Scenario::named("less money").set("budget", "-10%").require("stage").apply(&call)?;
/// assert_eq!(changed.budget().to_string(), "630000");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What it is called in print.
    #[serde(default)]
    pub name: String,
    /// What is changed, in this order.
    #[serde(default)]
    pub changes: Vec<Change>,
}

/// One change of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Gives something another value.
    ///
    /// A value is written as in a call file, amounts also as `500k` or `30M`. Amounts, weights and scores are changed
    /// from what they are by `+5`, `-5`, `+5%` and `-5%`, and are set to a part of what they are by `90%`. Percentages
    /// (`min_share`, `spend_rate`, and limits that are one) are changed by percentage points, `+5%`, and limits that are
    /// sums like amounts. A percentage of an amount is rounded to hundredths by
    /// [`Money::rounded_half_even`](fordela_num::Money::rounded_half_even); nothing else is rounded. `none` takes away a
    /// `min_share`, a `spend_rate`, a `bad_luck`, a floor or a cap.
    ///
    /// A new `budget` scales all funds in proportion: each to the whole below, and the wholes that are left over go to the
    /// funds with the largest remainders, ties by id. Where the unit, the budget or a fund is no whole amount, hundredths
    /// are divided so. A new `funding` takes away the `min_share` and `levels` that belong to the old one.
    Set {
        /// What gets the value; see [`Path`].
        path: String,
        /// The value.
        value: String,
    },
    /// Holds an activity up, by a floor with an id of its own that starts with `require-`.
    Require {
        /// The activity.
        activity: String,
        /// An amount, or a percentage of the ask. When left out, all whole units of the ask; with `levels`, the
        /// largest level.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_least: Option<String>,
    },
    /// Holds an activity at nothing, by a cap with an id of its own that starts with `forbid-`.
    Forbid {
        /// The activity.
        activity: String,
    },
    /// Takes away a rule.
    DropRule {
        /// The rule.
        rule: String,
    },
    /// Takes away an activity that nothing else names.
    DropActivity {
        /// The activity.
        activity: String,
    },
    /// Adds a rule.
    AddRule(#[cfg_attr(feature = "schema", schemars(schema_with = "a_rule"))] Box<Rule>),
}

/// The schema of a rule that is added: the schema of call files says what it holds.
#[cfg(feature = "schema")]
fn a_rule(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "description": "A rule, as in a call file.", "type": "object" })
}

impl Scenario {
    /// A scenario that changes nothing yet.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), changes: Vec::new() }
    }

    /// Gives something another value; see [`Change::Set`].
    #[must_use]
    pub fn set(self, path: impl Into<String>, value: impl Into<String>) -> Self {
        self.change(Change::Set { path: path.into(), value: value.into() })
    }

    /// Holds an activity at all that it asks for; see [`Change::Require`].
    #[must_use]
    pub fn require(self, activity: impl Into<String>) -> Self {
        self.change(Change::Require { activity: activity.into(), at_least: None })
    }

    /// Holds an activity at this or more: an amount, or a percentage of its ask.
    #[must_use]
    pub fn require_at_least(self, activity: impl Into<String>, least: impl Into<String>) -> Self {
        self.change(Change::Require { activity: activity.into(), at_least: Some(least.into()) })
    }

    /// Holds an activity at nothing.
    #[must_use]
    pub fn forbid(self, activity: impl Into<String>) -> Self {
        self.change(Change::Forbid { activity: activity.into() })
    }

    /// Takes away a rule.
    #[must_use]
    pub fn drop_rule(self, rule: impl Into<String>) -> Self {
        self.change(Change::DropRule { rule: rule.into() })
    }

    /// Takes away an activity.
    #[must_use]
    pub fn drop_activity(self, activity: impl Into<String>) -> Self {
        self.change(Change::DropActivity { activity: activity.into() })
    }

    /// Adds a rule.
    #[must_use]
    pub fn add_rule(self, rule: Rule) -> Self {
        self.change(Change::AddRule(Box::new(rule)))
    }

    /// Adds a change.
    #[must_use]
    pub fn change(mut self, change: Change) -> Self {
        self.changes.push(change);
        self
    }

    /// The call with all changes made, in their order.
    ///
    /// # Errors
    ///
    /// All changes that cannot be made; or, when all can, all that is wrong with the changed call.
    pub fn apply(&self, call: &Call) -> Result<Call, ScenarioError> {
        let mut draft = call.draft().clone();
        let mut faults = Vec::new();
        for (change, one) in self.changes.iter().enumerate() {
            if let Err(cause) = one.make(&mut draft) {
                faults.push(ChangeFault { change, cause });
            }
        }
        if faults.is_empty() {
            let changed = draft.validate_beside(call).map_err(ScenarioError::Faults)?;
            Ok(changed.with_names(call.names().clone()))
        } else {
            Err(ScenarioError::Changes(faults))
        }
    }
}

/// As it is written on the command line, such as `budget=+5%` or `require kurs`.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Set { path, value } => write!(f, "{path}={value}"),
            Self::Require { activity, at_least: None } => write!(f, "require {activity}"),
            Self::Require { activity, at_least: Some(least) } => write!(f, "require {activity}={least}"),
            Self::Forbid { activity } => write!(f, "forbid {activity}"),
            Self::DropRule { rule } => write!(f, "drop-rule {rule}"),
            Self::DropActivity { activity } => write!(f, "drop-activity {activity}"),
            Self::AddRule(rule) => write!(f, "add-rule {}", rule.id),
        }
    }
}

impl Change {
    /// What is required, as it is written on the command line: `ID`, or `ID=AMOUNT`; see [`Change::Require`].
    #[must_use]
    pub fn require(written: &str) -> Self {
        let (activity, at_least) = match written.split_once('=') {
            Some((activity, least)) => (activity, Some(least.trim().to_owned())),
            None => (written, None),
        };
        Self::Require { activity: activity.trim().to_owned(), at_least }
    }

    fn make(&self, draft: &mut CallDraft) -> Result<(), ChangeCause> {
        match self {
            Self::Set { path, value } => set::set(draft, path, value),
            Self::Require { activity, at_least } => hold::require(draft, activity, at_least.as_deref()),
            Self::Forbid { activity } => hold::forbid(draft, activity),
            Self::DropRule { rule } => hold::drop_rule(draft, rule),
            Self::DropActivity { activity } => hold::drop_activity(draft, activity),
            Self::AddRule(rule) => {
                draft.rules.push(Rule::clone(rule));
                Ok(())
            }
        }
    }
}

/// The place of what has an id.
fn place_of<P: Part>(id: &str, parts: &[P]) -> Result<usize, ChangeCause> {
    call::place_of(parts, id).ok_or_else(|| ChangeCause::UnknownId {
        named: P::KIND,
        id: id.to_owned(),
        nearest: nearest(id, parts.iter().map(P::id)),
    })
}

#[cfg(test)]
mod tests;
