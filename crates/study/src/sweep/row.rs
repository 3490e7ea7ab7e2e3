//! What a point of a sweep is answered with.

use std::str::FromStr;

use fordela_model::{Call, Party};
use fordela_num::{Money, Rational};
use fordela_verify::Verified;
use serde::Serialize;

use super::answered::Answered;
use crate::risk::{RiskSums, has_rates, risk};

/// What became of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RowStatus {
    /// An allocation, with a proof that none is worth more.
    Optimal,
    /// An allocation, with a proof that none is worth more than by some gap.
    WithinGap,
    /// No allocation keeps all rules.
    Infeasible,
    /// No allocation was found within the effort or time given.
    Unanswered,
}

/// What a point of a sweep is answered with.
///
/// Serialised with money and numbers as exact text, where reports round. Keys may be added; those that there are keep their
/// meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The values of what is varied, as they are written in a call file, in the order of the ranges.
    pub values: Vec<String>,
    /// What became of it.
    pub status: RowStatus,
    /// What is granted, where there is an allocation.
    pub granted: Option<Granted>,
}

/// The allocation of a point, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Granted {
    /// What it is worth, by priority.
    pub value: Rational,
    /// Nothing is worth more than this.
    pub bound: Rational,
    /// All that is granted.
    pub granted: Money,
    /// The budget less what is granted.
    pub unallocated: Money,
    /// What stays unspent and is repaid, where some activity has a spend rate.
    pub risk: Option<RiskSums>,
    /// What every applicant or activity gets, in the order of the call.
    pub grants: Vec<Money>,
}

/// What every activity or applicant gets, in the order of the call.
#[must_use]
pub fn grants(by: Party, call: &Call, verified: &Verified) -> Vec<Money> {
    let grants = verified.grants().iter().map(|grant| grant.amount);
    match by {
        Party::Activity => grants.collect(),
        Party::Applicant => {
            let mut sums = vec![Money::ZERO; call.draft().applicants.len()];
            for (claim, amount) in call.claims().iter().zip(grants) {
                sums[claim.applicant()] = sums[claim.applicant()] + amount;
            }
            sums
        }
    }
}

impl RowStatus {
    const ALL: [Self; 4] = [Self::Optimal, Self::WithinGap, Self::Infeasible, Self::Unanswered];

    /// The word in the rows of a sweep.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Optimal => "optimal",
            Self::WithinGap => "within-gap",
            Self::Infeasible => "infeasible",
            Self::Unanswered => "unanswered",
        }
    }

    fn of(answered: &Answered) -> Self {
        match answered {
            Answered::Allocated(verified) if verified.is_optimal() => Self::Optimal,
            Answered::Allocated(_) => Self::WithinGap,
            Answered::Infeasible => Self::Infeasible,
            Answered::Unanswered => Self::Unanswered,
        }
    }
}

/// The text is no status of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAStatus;

impl FromStr for RowStatus {
    type Err = NotAStatus;

    fn from_str(text: &str) -> Result<Self, NotAStatus> {
        Self::ALL.into_iter().find(|status| status.word() == text).ok_or(NotAStatus)
    }
}

impl Row {
    /// The row of a call at these values with what it is answered with.
    #[must_use]
    pub fn new(values: Vec<String>, call: &Call, answered: &Answered, by: Party) -> Self {
        let granted = answered.allocation().map(|verified| Granted::of(call, verified, by));
        Self { values, status: RowStatus::of(answered), granted }
    }
}

impl Granted {
    fn of(call: &Call, verified: &Verified, by: Party) -> Self {
        let granted = verified.granted();
        Self {
            value: verified.value().clone(),
            bound: verified.bound().clone(),
            granted,
            unallocated: call.budget() - granted,
            risk: has_rates(call).then(|| risk(call, verified).sums()),
            grants: grants(by, call, verified),
        }
    }
}
