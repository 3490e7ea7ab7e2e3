//! One of the two things that are compared.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use fordela_model::Call;
use fordela_model::alike::{Guesses, did_you_mean};
use fordela_model::call::Named;
use fordela_model::characters::short;
use fordela_num::{Money, Rational};
use fordela_solve::Answer;
use fordela_verify::Verified;

use super::Entry;
use super::amounts::Amounts;
use super::cases::Standing;
use crate::risk::{RiskSums, risk};

/// One of the two things that are compared: a call, and what was granted, if anything could be.
#[derive(Debug, Clone)]
pub struct Side<'c> {
    call: &'c Call,
    grants: Option<Granted>,
}

#[derive(Debug, Clone)]
struct Granted {
    sums: Amounts,
    /// For every activity, whether each of its lines is granted; `None` where nobody said.
    lines: Option<Vec<Vec<bool>>>,
    /// `None` where not all grants are known.
    value: Option<Rational>,
    gap: Option<Rational>,
    /// `None` where it is not known which fund pays.
    risk: Option<RiskSums>,
    /// `None` for a case that counts the money of some funds, when it is not known who pays, and for one whose sum is
    /// not known.
    cases: Vec<Option<Standing>>,
}

/// A grant to an activity or an applicant that the call does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unmatched {
    /// What it is said to be.
    pub named: Named,
    /// The id.
    pub id: String,
    /// The id of the call that is most like it.
    pub nearest: Option<String>,
}

impl fmt::Display for Unmatched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no {} `{}`", self.named, short(&self.id))?;
        self.nearest.as_ref().map_or(Ok(()), |nearest| write!(f, " ({})", did_you_mean(&self.id, nearest)))
    }
}

impl std::error::Error for Unmatched {}

impl<'c> Side<'c> {
    /// A call with its answer; an impossible call has no grants.
    #[must_use]
    pub fn answered(call: &'c Call, answer: &Answer) -> Self {
        match answer {
            Answer::Allocated(verified) => Self::allocated(call, verified),
            Answer::Impossible(_) => Self { call, grants: None },
        }
    }

    /// A call with its checked allocation.
    #[must_use]
    pub fn allocated(call: &'c Call, verified: &Verified) -> Self {
        let objective = &call.draft().objective;
        let grants = Granted {
            sums: Amounts::of_activities(call, verified.grants().iter().map(|grant| grant.amount).collect()),
            lines: Some(verified.grants().iter().map(|grant| grant.lines.clone()).collect()),
            value: Some(verified.value().clone()),
            // Sharing does not look for the most value, so that how far off it is says nothing of how good it is.
            gap: (!objective.kind.shares() || objective.at_least.is_some()).then(|| verified.gap()),
            risk: Some(risk(call, verified).sums()),
            cases: call
                .cases()
                .iter()
                .zip(verified.cases())
                .map(|(case, state)| Some(Standing::of(case, state)))
                .collect(),
        };
        Self { call, grants: Some(grants) }
    }

    /// A call with grants from anywhere, by the ids of activities; who is not listed gets nothing. They need not keep
    /// the rules. It is not known which fund pays, so that cases about funds have no standing.
    ///
    /// # Errors
    ///
    /// The grants to activities that the call does not have.
    pub fn granted_by_id(call: &'c Call, grants: &BTreeMap<String, Money>) -> Result<Self, Vec<Unmatched>> {
        let ids = || call.draft().activities.iter().map(|activity| activity.id.as_str());
        let amounts = by_id(Named::Activity, ids, grants)?;
        Ok(Self::granted_as(call, Amounts::of_activities(call, amounts)))
    }

    /// A call with grants from anywhere, by the ids of applicants; who is not listed gets nothing. What an activity
    /// gets is known only where its applicant has no other, or gets nothing; the value only where all of that is, and
    /// a cap or floor only where its sum is.
    ///
    /// # Errors
    ///
    /// The grants to applicants that the call does not have.
    pub fn granted_by_applicant(call: &'c Call, grants: &BTreeMap<String, Money>) -> Result<Self, Vec<Unmatched>> {
        let ids = || call.draft().applicants.iter().map(|applicant| applicant.id.as_str());
        let amounts = by_id(Named::Applicant, ids, grants)?;
        Ok(Self::granted_as(call, Amounts::of_applicants(call, amounts)))
    }

    fn granted_as(call: &'c Call, sums: Amounts) -> Self {
        let granted = sums.all();
        let standing = |case| Standing::of_sum(call, case, sums.of(call, &case.activities)?, granted);
        let cases = call.cases().iter().map(standing).collect();
        let grants = Granted { value: sums.value(call), lines: None, gap: None, risk: None, cases, sums };
        Self { call, grants: Some(grants) }
    }

    /// The call.
    #[must_use]
    pub fn call(&self) -> &'c Call {
        self.call
    }

    /// All that is granted; `None` when the call is impossible.
    #[must_use]
    pub fn granted(&self) -> Option<Money> {
        Some(self.grants.as_ref()?.sums.all())
    }

    /// What is granted, as far as it is known.
    pub(crate) fn amounts(&self) -> Option<&Amounts> {
        Some(&self.grants.as_ref()?.sums)
    }

    /// For every activity, whether each of its lines is granted; only known of an allocation.
    pub(crate) fn lines(&self) -> Option<&[Vec<bool>]> {
        self.grants.as_ref()?.lines.as_deref()
    }

    /// What it is worth by the priorities of the call.
    pub(crate) fn value(&self) -> Option<&Rational> {
        self.grants.as_ref()?.value.as_ref()
    }

    pub(crate) fn gap(&self) -> Option<&Rational> {
        self.grants.as_ref()?.gap.as_ref()
    }

    pub(crate) fn risk(&self) -> Option<&RiskSums> {
        self.grants.as_ref()?.risk.as_ref()
    }

    pub(crate) fn standing(&self, case: usize) -> Option<&Standing> {
        self.grants.as_ref()?.cases[case].as_ref()
    }

    /// What every activity asked for and got, in the order of the call.
    pub(super) fn activities(&self) -> Vec<Entry> {
        let granted = |a: usize| self.grants.as_ref().and_then(|grants| grants.sums.activities[a]);
        self.call
            .claims()
            .iter()
            .enumerate()
            .map(|(a, claim)| Entry { asked: claim.ask(), granted: granted(a) })
            .collect()
    }

    /// What every applicant asked for and got, in the order of the call.
    pub(crate) fn applicants(&self) -> Vec<Entry> {
        let granted = |applicant: usize| self.grants.as_ref().map(|grants| grants.sums.applicants[applicant]);
        let count = self.call.draft().applicants.len();
        let mut entries: Vec<Entry> =
            (0..count).map(|applicant| Entry { asked: Money::ZERO, granted: granted(applicant) }).collect();
        for claim in self.call.claims() {
            let entry = &mut entries[claim.applicant()];
            entry.asked = entry.asked + claim.ask();
        }
        entries
    }
}

/// The amounts in the order of the ids; nothing for an id that has none.
fn by_id<'i, I: Iterator<Item = &'i str>>(
    named: Named,
    ids: impl Fn() -> I,
    grants: &BTreeMap<String, Money>,
) -> Result<Vec<Money>, Vec<Unmatched>> {
    let (known, guesses): (HashSet<&str>, _) = (ids().collect(), Guesses::default());
    let unmatched = grants.keys().filter(|id| !known.contains(id.as_str()));
    let unmatched: Vec<Unmatched> =
        unmatched.map(|id| Unmatched { named, id: id.clone(), nearest: guesses.nearest(id, ids()) }).collect();
    if !unmatched.is_empty() {
        return Err(unmatched);
    }
    Ok(ids().map(|id| grants.get(id).copied().unwrap_or_default()).collect())
}
