//! One of the two things that are compared.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use fordela_lp::Rational;

use super::Entry;
use super::cases::Standing;
use crate::call::{Call, nearest};
use crate::money::Money;
use crate::solve::Answer;
use crate::verify::Verified;

/// One of the two things that are compared: a call, and what was granted, if anything could be.
#[derive(Debug, Clone)]
pub struct Side<'c> {
    call: &'c Call,
    grants: Option<Granted>,
}

#[derive(Debug, Clone)]
struct Granted {
    amounts: Vec<Money>,
    value: Rational,
    gap: Option<Rational>,
    /// `None` for a case that counts the money of some funds, when it is not known who pays.
    cases: Vec<Option<Standing>>,
}

/// A grant to an activity that the call does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched {
    /// The id.
    pub id: String,
    /// The id of the call that is most like it.
    pub nearest: Option<String>,
}

impl fmt::Display for Unmatched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no activity `{}`", self.id)?;
        self.nearest.as_ref().map_or(Ok(()), |nearest| write!(f, " (did you mean `{nearest}`?)"))
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
        let grants = Granted {
            amounts: verified.grants().iter().map(|grant| grant.amount).collect(),
            value: verified.value().clone(),
            gap: Some(verified.gap()),
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
        let known: HashSet<&str> = ids().collect();
        let unmatched = grants.keys().filter(|id| !known.contains(id.as_str()));
        let unmatched: Vec<Unmatched> =
            unmatched.map(|id| Unmatched { id: id.clone(), nearest: nearest(id, ids()) }).collect();
        if !unmatched.is_empty() {
            return Err(unmatched);
        }
        let amounts: Vec<Money> = ids().map(|id| grants.get(id).copied().unwrap_or_default()).collect();
        let granted = amounts.iter().copied().sum();
        let grants = Granted {
            value: amounts.iter().enumerate().map(|(a, amount)| call.value(a, *amount)).sum(),
            gap: None,
            cases: call.cases().iter().map(|case| Standing::of_amounts(call, case, &amounts, granted)).collect(),
            amounts,
        };
        Ok(Self { call, grants: Some(grants) })
    }

    /// The call.
    #[must_use]
    pub fn call(&self) -> &'c Call {
        self.call
    }

    /// All that is granted; `None` when the call is impossible.
    #[must_use]
    pub fn granted(&self) -> Option<Money> {
        Some(self.grants.as_ref()?.amounts.iter().copied().sum())
    }

    /// What it is worth by the priorities of the call.
    pub(super) fn value(&self) -> Option<&Rational> {
        Some(&self.grants.as_ref()?.value)
    }

    pub(super) fn gap(&self) -> Option<&Rational> {
        self.grants.as_ref()?.gap.as_ref()
    }

    pub(super) fn standing(&self, case: usize) -> Option<&Standing> {
        self.grants.as_ref()?.cases[case].as_ref()
    }

    /// What every activity asked for and got, in the order of the call.
    pub(super) fn activities(&self) -> Vec<Entry> {
        let granted = |a: usize| self.grants.as_ref().map(|grants| grants.amounts[a]);
        self.call
            .claims()
            .iter()
            .enumerate()
            .map(|(a, claim)| Entry { asked: claim.ask(), granted: granted(a) })
            .collect()
    }

    /// What every applicant asked for and got, in the order of the call.
    pub(super) fn applicants(&self) -> Vec<Entry> {
        let none = Entry { asked: Money::ZERO, granted: self.grants.as_ref().map(|_| Money::ZERO) };
        let mut sums = vec![none; self.call.draft().applicants.len()];
        for (claim, entry) in self.call.claims().iter().zip(self.activities()) {
            let sum = &mut sums[claim.applicant()];
            sum.asked = sum.asked + entry.asked;
            sum.granted = sum.granted.zip(entry.granted).map(|(one, other)| one + other);
        }
        sums
    }
}
