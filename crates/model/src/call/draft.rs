//! A call as it is written: the data of a call file, not yet checked.

use fordela_num::{Money, Percent};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::limit::Limit;
pub use super::list::List;
use super::selection::Selection;
use super::spend_rate::SpendRate;
use crate::{Few, Party};

/// A call as it is written. [`validate`](Self::validate) makes a [`Call`](super::Call) of it, or lists all its faults.
///
/// The serialised form is the call file of the command line. Every part has a constructor and
/// builder methods named after its keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallDraft {
    /// What the call is named in print.
    #[serde(default)]
    pub title: String,
    /// The currency's code. Only `SEK` has its own way of printing.
    #[serde(default = "default_currency")]
    pub currency: String,
    /// Grants are whole multiples of this.
    #[serde(default = "default_unit")]
    pub unit: Money,
    /// What is maximised.
    #[serde(default)]
    pub objective: Objective,
    /// Where the money comes from.
    #[serde(default, rename = "fund")]
    pub funds: List<Fund>,
    /// What activities are scored on.
    #[serde(default, rename = "criterion")]
    pub criteria: List<Criterion>,
    /// Who asks for money.
    #[serde(default, rename = "applicant")]
    pub applicants: List<Applicant>,
    /// What money is asked for.
    #[serde(default, rename = "activity")]
    pub activities: List<Activity>,
    /// Caps and floors.
    #[serde(default, rename = "rule")]
    pub rules: List<Rule>,
    /// How many activities may spend as little as their [`spend_rate`](Activity::spend_rate) allows in the worst case that
    /// is told; all of them when left out. See `fordela::risk`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bad_luck: Option<Decimal>,
}

fn default_currency() -> String {
    "SEK".to_owned()
}

fn default_unit() -> Money {
    Money::new(1)
}

/// What is maximised.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Objective {
    /// Which objective.
    pub kind: ObjectiveKind,
    /// With an objective that shares: whether claims count by their priority; otherwise they count alike.
    #[serde(skip_serializing_if = "is_false")]
    pub weighted: bool,
    /// With an objective that shares: among whom.
    #[serde(skip_serializing_if = "is_activity")]
    pub over: Party,
    /// With an objective that shares: the most value such that everybody gets at least this percentage of what sharing
    /// gives; all of it when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Percent>,
    /// How the value of a krona falls along an activity's ask; empty when it does not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diminishing: Vec<Tier>,
}

/// Which objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ObjectiveKind {
    /// The most priority for the money: `Σ_a p[a]·Σ_k m[k]·G[a,k]`.
    #[default]
    Priority,
    /// The same part of every claim. See [`proportional`](crate::fairness::proportional).
    Proportional,
    /// The same sum for everybody, up to the claim. See [`equal_awards`](crate::fairness::equal_awards).
    EqualAwards,
    /// The same loss for everybody, down to nothing. See [`equal_losses`](crate::fairness::equal_losses).
    EqualLosses,
    /// Equal awards of half of the claims, equal losses beyond. See [`talmud`](crate::fairness::talmud).
    Talmud,
    /// The lowest share as high as can be, then the next. See [`leximin`](crate::fairness::leximin).
    Leximin,
    /// The product of all awards as large as can be. See [`nash`](crate::fairness::nash).
    Nash,
}

impl ObjectiveKind {
    /// Whether it shares money among claims, rather than looking for the most value.
    #[must_use]
    pub fn shares(self) -> bool {
        self != Self::Priority
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_activity(party: &Party) -> bool {
    *party == Party::Activity
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(yes: &bool) -> bool {
    !yes
}

/// One tier of the ask: the kronor up to `up_to` of it count with `factor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Where the tier ends, as a percentage of the ask. Tiers end later and later; the last ends at 100 %.
    pub up_to: Percent,
    /// What a krona in the tier counts, 0..=1, less than in the tier before.
    pub factor: Decimal,
}

/// A source of money with its own conditions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fund {
    /// The word others refer to it by.
    pub id: String,
    /// What it is called in print; the id when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How much money it holds.
    pub amount: Money,
    /// What it may pay for; everything when left out.
    #[serde(default, skip_serializing_if = "Selection::is_all")]
    pub pays_for: Selection,
    /// The least part of what an activity is granted that it carries, where it carries any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_part: Option<Percent>,
    /// The largest part of what an activity is granted that it may carry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_part: Option<Percent>,
    /// The ids of funds that may not pay for the same activity as this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_with: Vec<String>,
    /// Whether its money is used before that of other funds.
    #[serde(default, skip_serializing_if = "is_false")]
    pub spend_first: bool,
    /// When its money is meant for: a [`Period`](super::Period). It pays for nothing outside it; where what is unspent is
    /// carried over, it may pay for what comes later. What has no period may be paid at any time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The last day its money may be used, `YYYY-MM-DD`. It pays for nothing that goes on after it; what has no period may be
    /// paid at any time.
    #[serde(default, deserialize_with = "super::date::maybe", skip_serializing_if = "Option::is_none")]
    pub use_by: Option<Date>,
    /// What becomes of money that is not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unspent: Option<Unspent>,
    /// The last day to report how its money was used, `YYYY-MM-DD`.
    #[serde(default, deserialize_with = "super::date::maybe", skip_serializing_if = "Option::is_none")]
    pub report_by: Option<Date>,
}

impl Fund {
    /// Whether it carries only some parts of an activity.
    pub fn limits_parts(&self) -> bool {
        self.min_part.is_some() || self.max_part.is_some()
    }
}

/// What becomes of money that is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unspent {
    /// It is paid back to who gave it.
    Repay,
    /// It is kept for the next period.
    CarryOver,
    /// It goes back to the city's own budget.
    Return,
}

/// A priority that activities are scored on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// The word scores refer to it by.
    pub id: String,
    /// What it is called in print; the id when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How much it counts beside the other criteria.
    pub weight: Decimal,
    /// The best score; scores run `0..=max`.
    pub max: Decimal,
}

/// Who asks for money: a board, a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applicant {
    /// The word activities refer to it by.
    pub id: String,
    /// What it is called in print; the id when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where its own call stands, by which it splits its sum itself; see `fordela::levels`. Nothing else depends
    /// on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// What is said of what it asks for, in the words that are printed beside its grant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What money is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// The word others refer to it by.
    pub id: String,
    /// The id of who asks.
    pub applicant: String,
    /// What it is called in print; the id when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The money asked for. May be left out when there are lines: it is their sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<Money>,
    /// The cost items.
    #[serde(default, rename = "line", skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
    /// Which grants are possible.
    #[serde(default)]
    pub funding: Funding,
    /// With partial funding: nothing, or at least this percentage of the ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_share: Option<Percent>,
    /// With `levels`: the amounts of which one may be granted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Money>,
    /// How well it meets each criterion, `0..=max`; a criterion left out is scored 0.
    #[serde(default)]
    pub scores: Few<Decimal>,
    /// Free words that rules and funds can select by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The areas it takes place in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<String>,
    /// Money only if all of these get money: ids of activities, or `activity/line`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<String>,
    /// Money only if none of these gets money: ids of activities, or `activity/line`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excludes: Vec<String>,
    /// When it takes place: a [`Period`](super::Period).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// What percentage of its grant it is expected to spend; all of it when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spend_rate: Option<SpendRate>,
    /// What is said of it, in the words that are printed beside its grant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One cost item of an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The word others refer to it by, within its activity.
    pub id: String,
    /// What it is called in print; the id when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it costs.
    pub cost: Money,
    /// What kind of cost it is, such as wages or overheads: a free word that rules and funds can select by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// When it is used: a [`Period`](super::Period); that of the activity when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// With `lines` funding, granted only if all of these are: lines of the same activity, or `activity/line`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<String>,
    /// With `lines` funding, granted only if none of these is: lines of the same activity, or `activity/line`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excludes: Vec<String>,
}

/// Which grants an activity can get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Funding {
    /// Any part of the ask.
    #[default]
    Partial,
    /// The ask, or nothing.
    Whole,
    /// One of some amounts, or nothing.
    Levels,
    /// Each line granted whole, or not.
    Lines,
}

/// A cap, a floor or both on a selection of activities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The word it is reported by.
    pub id: String,
    /// What it is called in print; the id when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// One such rule for every one of these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Each>,
    /// The activities it concerns.
    #[serde(flatten)]
    pub selection: Selection,
    /// The least sum of grants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Limit>,
    /// The largest sum of grants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Limit>,
}

/// What a rule is repeated for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Each {
    /// Every applicant.
    Applicant,
    /// Every area that an activity names.
    Area,
    /// Every tag that an activity names.
    Tag,
    /// Every fund.
    Fund,
    /// Every activity.
    Activity,
}
