//! Grants as whole numbers of the call's unit, and what they are worth.

use fordela_num::{Money, Rational, whole_units};

use crate::call::draft::Funding;
use crate::call::{Call, Claim, RuleCase};

/// How many units an activity may get, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) least: i128,
    pub(crate) most: i128,
}

impl Range {
    pub(crate) fn exactly(units: i128) -> Self {
        Self { least: units, most: units }
    }

    pub(crate) fn up_to(most: i128) -> Self {
        Self { least: 0, most }
    }
}

impl Call {
    /// The ask of an activity in whole units, rounded down.
    pub(crate) fn ask_units(&self, activity: usize) -> i128 {
        self.claims()[activity].ask().whole_units(self.unit())
    }

    /// The value of this many units, which the ask holds.
    pub(crate) fn value_of_units(&self, activity: usize, units: i128) -> Rational {
        Money::of_units(units, self.unit()).map_or(Rational::ZERO, |grant| self.value(activity, grant))
    }

    /// The most units every activity may get by its ask and its funds.
    pub(crate) fn most_units(&self) -> Vec<i128> {
        let most = |(a, claim): (usize, &Claim)| {
            let payable = claim.payable();
            let is_whole = self.draft().activities[a].funding == Funding::Whole;
            if is_whole && payable < claim.ask() { 0 } else { payable.whole_units(self.unit()) }
        };
        self.claims().iter().enumerate().map(most).collect()
    }

    /// The most units every activity may get by its ask, its funds and the caps on it alone.
    pub(crate) fn capped_units(&self) -> Vec<i128> {
        let mut most = self.most_units();
        for (activity, limit) in self.cases().iter().filter_map(RuleCase::lone_cap) {
            most[activity] = most[activity].min(whole_units(limit, self.unit()));
        }
        most
    }
}
