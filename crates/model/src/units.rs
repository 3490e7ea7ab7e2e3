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

    /// The largest amount that every sum of grants of these activities is a whole multiple of: the unit, or more where all of
    /// them are granted as they stand. Sums reach no limit but at such multiples.
    ///
    /// ```
    /// use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
    /// use fordela_num::Money;
    ///
    /// let draft = CallDraft::new("Summer").fund(Fund::new("city", 700_000)).criterion(Criterion::new("need", 1, 3));
    /// let draft = draft.applicant(Applicant::new("culture"));
    /// let music = Activity::new("music", "culture", 450_000).whole().score("need", 3);
    /// let stage = Activity::new("stage", "culture", 300_000).whole().score("need", 2);
    /// let call = draft.activity(music).activity(stage).validate()?;
    /// assert_eq!(call.grain([0, 1]), Money::new(150_000));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn grain(&self, activities: impl IntoIterator<Item = usize>) -> Money {
        grain(activities.into_iter().map(|a| self.grain_units(a)), self.unit())
    }

    /// The largest number of units that every grant of an activity is a whole multiple of; none where it gets nothing.
    pub fn grain_units(&self, activity: usize) -> i128 {
        let written = &self.draft().activities[activity];
        match written.funding {
            Funding::Partial => 1,
            Funding::Whole => self.ask_units(activity),
            Funding::Levels => shared((0..written.levels.len()).map(|level| self.level_units(activity, level))),
            Funding::Lines => shared((0..written.lines.len()).map(|line| self.line_units(activity, line))),
        }
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

/// The largest amount that all sums of such numbers of units are whole multiples of.
pub fn grain(units: impl Iterator<Item = i128>, unit: Money) -> Money {
    Money::of_units(shared(units).max(1), unit).unwrap_or(unit)
}

/// The largest number that divides all of these; none where they are nothing.
fn shared(numbers: impl Iterator<Item = i128>) -> i128 {
    let mut shared: i128 = 0;
    for number in numbers {
        shared = Rational::from(shared).common_measure(&Rational::from(number)).to_i128().unwrap_or(1);
        if shared == 1 {
            break;
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;
    use crate::CallDraft;
    use crate::call::draft::{Activity, Applicant, Criterion, Fund, Rule};
    use crate::call::{Limit, Percent, Selection};

    fn ore(amount: i64) -> Money {
        Money::try_from(Decimal::new(amount, 2)).unwrap_or_default()
    }

    fn call(unit: i64, fund: i64, activity: Activity, caps: &[Limit]) -> Call {
        let draft = CallDraft::new("units").unit(ore(unit)).fund(Fund::new("city", ore(fund)));
        let draft = draft.criterion(Criterion::new("need", 1, 3)).applicant(Applicant::new("one")).activity(activity);
        let cap = |(n, cap): (usize, &Limit)| Rule::new(format!("cap-{n}"), Selection::activity("a")).at_most(*cap);
        let draft = caps.iter().enumerate().map(cap).fold(draft, CallDraft::rule);
        draft.validate().unwrap_or_else(|faults| unreachable!("{faults}"))
    }

    fn activity(ask: i64) -> Activity {
        Activity::new("a", "one", ore(ask)).score("need", 2)
    }

    /// Counts units one by one, as far as they are no more than an amount.
    fn counted(unit: i64, amount: &Rational) -> i128 {
        let unit = ore(unit).rational();
        let mut units = 0_i128;
        while Rational::from(units + 1) * &unit <= *amount {
            units += 1;
        }
        units
    }

    #[test]
    fn units_by_hand() {
        // 1 000 in hundreds: ten of them, and 24.9 % is 249, which takes three.
        let quarter = Percent::new(Decimal::new(249, 1));
        let one = call(10_000, 100_000, activity(100_000).min_share(quarter), &[]);
        assert_eq!((one.ask_units(0), one.threshold_units(0)), (10, 3));
        // 1 050 holds ten hundreds, whatever the fund holds beyond.
        let odd = call(10_000, 200_000, activity(105_000), &[]);
        assert_eq!((odd.ask_units(0), odd.most_units()), (10, vec![10]));
        // A cap of 250 lets two through, one of 50 none, and the smallest counts.
        let caps = [Limit::Money(Money::new(250)), Limit::Money(Money::new(350))];
        assert_eq!(call(10_000, 100_000, activity(100_000), &caps).capped_units(), [2]);
        assert_eq!(call(10_000, 100_000, activity(100_000), &[Limit::Money(Money::new(50))]).capped_units(), [0]);
        // Levels of 300 and 900: three hundreds and nine, and the largest is all there is to get.
        let levels = call(10_000, 100_000, activity(90_000).levels([Money::new(300), Money::new(900)]), &[]);
        assert_eq!((levels.level_units(0, 0), levels.level_units(0, 1), levels.all_of(0)), (3, 9, Money::new(900)));
        // Two thirds of a krona each: six hundreds are worth 400.
        assert_eq!(one.value_of_units(0, 6), Rational::from(400_i64));
    }

    proptest! {
        #[test]
        fn units_are_those_that_are_counted_one_by_one(
            ask in 0_i64..3_000, unit in 1_i64..400, share in 1_i64..1_000, cap in 0_i64..4_000,
        ) {
            let part = Percent::new(Decimal::new(share, 1));
            let call = call(unit, 10_000, activity(ask).min_share(part), &[Limit::Money(ore(cap))]);
            let asked = ore(ask).rational();
            prop_assert_eq!(call.ask_units(0), counted(unit, &asked));
            prop_assert_eq!(call.capped_units(), vec![counted(unit, &asked.clone().min(ore(cap).rational()))]);
            // The least that is one unit at least, and no less than the share.
            let least = asked * part.part();
            let enough = |units: i128| Rational::from(units) * ore(unit).rational() >= least;
            let threshold = (1..).find(|&units| enough(units));
            prop_assert_eq!(Some(call.threshold_units(0)), threshold);
        }

        #[test]
        fn value_is_what_each_part_of_the_ask_counts(
            ask in 1_i64..3_000, unit in 1_i64..400, ends in prop::collection::btree_set(1_i64..1_000, 0..3),
        ) {
            // Tiers of the ask that count a half, a third, a quarter … of the tier before them.
            let mut draft = CallDraft::new("units").unit(ore(unit)).criterion(Criterion::new("need", 1, 3));
            draft = draft.applicant(Applicant::new("one")).activity(activity(ask));
            let ends: Vec<i64> = ends.into_iter().chain([1_000]).collect();
            let factor = |n: usize| Decimal::new(100 >> n, 2);
            for (n, end) in ends.iter().enumerate() {
                draft = draft.diminishing(Percent::new(Decimal::new(*end, 1)), factor(n));
            }
            let call = draft.validate().unwrap_or_else(|faults| unreachable!("{faults}"));
            let asked = ore(ask).rational();
            let at = |end: i64| &asked * &Rational::new(i128::from(end), 1_000).unwrap_or_default();
            for units in 0..=call.ask_units(0) {
                let grant = Rational::from(units) * ore(unit).rational();
                let mut value = Rational::ZERO;
                for (n, end) in ends.iter().enumerate() {
                    let start = if n == 0 { Rational::ZERO } else { at(ends[n - 1]) };
                    let within = (grant.clone().min(at(*end)) - start).max(Rational::ZERO);
                    value += &(within * fordela_num::decimal::rational(factor(n)));
                }
                value = value * Rational::new(2, 3).unwrap_or_default();
                prop_assert_eq!(call.value_of_units(0, units), value, "{} units", units);
            }
        }
    }
}
