//! Grants as whole numbers of the call's unit, and what they are worth.

use fordela_num::{Money, Rational, covering_units, whole_units};

use crate::call::draft::Funding;
use crate::call::{Call, Claim, RuleCase};

/// How many units an activity may get, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The least.
    pub least: i128,
    /// The most.
    pub most: i128,
}

impl Range {
    /// Just so many.
    pub fn exactly(units: i128) -> Self {
        Self { least: units, most: units }
    }

    /// From none to so many.
    pub fn up_to(most: i128) -> Self {
        Self { least: 0, most }
    }
}

impl Call {
    /// The ask of an activity in whole units, rounded down.
    pub fn ask_units(&self, activity: usize) -> i128 {
        self.claims()[activity].ask().whole_units(self.unit())
    }

    /// The value of this many units, which the ask holds.
    pub fn value_of_units(&self, activity: usize, units: i128) -> Rational {
        Money::of_units(units, self.unit()).map_or(Rational::ZERO, |grant| self.value(activity, grant))
    }

    /// The most units every activity may get by its ask and its funds.
    pub fn most_units(&self) -> Vec<i128> {
        let most = |(a, claim): (usize, &Claim)| {
            let payable = claim.payable();
            let is_whole = self.draft().activities[a].funding == Funding::Whole;
            if is_whole && payable < claim.ask() { 0 } else { payable.whole_units(self.unit()) }
        };
        self.claims().iter().enumerate().map(most).collect()
    }

    /// The most units every activity may get by its ask, its funds and the caps on it alone.
    pub fn capped_units(&self) -> Vec<i128> {
        let mut most = self.most_units();
        for (activity, limit) in self.cases().iter().filter_map(RuleCase::lone_cap) {
            most[activity] = most[activity].min(whole_units(limit, self.unit()));
        }
        most
    }

    /// The least units of an activity that gets money at all.
    #[must_use]
    pub fn threshold_units(&self, activity: usize) -> i128 {
        match self.draft().activities[activity].min_share {
            Some(share) => {
                covering_units(&(self.claims()[activity].ask().rational() * share.part()), self.unit()).max(1)
            }
            None => 1,
        }
    }

    /// The units of a line, rounded down.
    #[must_use]
    pub fn line_units(&self, activity: usize, line: usize) -> i128 {
        self.draft().activities[activity].lines[line].cost.whole_units(self.unit())
    }

    /// The units of a level, rounded down.
    #[must_use]
    pub fn level_units(&self, activity: usize, level: usize) -> i128 {
        self.draft().activities[activity].levels[level].whole_units(self.unit())
    }

    /// All that an activity can get by its ask and funding.
    #[must_use]
    pub fn all_of(&self, activity: usize) -> Money {
        let written = &self.draft().activities[activity];
        match written.funding {
            Funding::Levels => written.levels.iter().copied().max().unwrap_or_default(),
            _ => Money::of_units(self.ask_units(activity), self.unit()).unwrap_or_default(),
        }
    }
}
