//! Calls of any size that look like the real one: coarse scores, so that many activities tie; a cap
//! and a floor for every applicant, a cap for every area, a floor for a tag; three tiers.

use fordela::CallDraft;
use fordela::call::draft::{Activity, Applicant, Criterion, Each, Fund, Rule};
use fordela::call::{Base, Limit, Percent, Selection};
use rust_decimal::Decimal;

/// How large a call is, and of what kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    /// How many activities.
    pub(crate) activities: usize,
    /// How many applicants.
    pub(crate) applicants: usize,
    /// How many areas.
    pub(crate) areas: usize,
    /// Whether every activity is granted whole or not at all.
    pub(crate) whole: bool,
}

/// Numbers that look random and are the same everywhere (Knuth's MMIX generator).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % most
    }
}

fn percent(number: i64, base: Base) -> Limit {
    Limit::Percent(Percent::new(number.into()), base)
}

/// A call with 70 % of what is asked for.
pub(crate) fn generated(size: Size) -> CallDraft {
    let mut numbers = Numbers(1);
    let mut call = CallDraft::new("generated").unit(100);
    for (criterion, weight) in [("uplift", 3), ("youth", 3), ("together", 2)] {
        call = call.criterion(Criterion::new(criterion, weight, 3));
    }
    for n in 0..size.applicants {
        call = call.applicant(Applicant::new(format!("applicant-{n}")));
    }
    let mut asked = 0;
    for n in 0..size.activities {
        let applicant = numbers.below(size.applicants);
        let ask = 10_000 + 100 * i64::try_from(numbers.below(20_000)).unwrap_or_default();
        asked += ask;
        let mut activity = Activity::new(format!("activity-{n}"), format!("applicant-{applicant}"), ask)
            .area(format!("area-{}", numbers.below(size.areas)));
        for criterion in ["uplift", "youth", "together"] {
            activity = activity.score(criterion, Decimal::from(numbers.below(4)));
        }
        if numbers.below(2) == 0 {
            activity = activity.tag("youth");
        }
        call = call.activity(if size.whole { activity.whole() } else { activity });
    }
    if !size.whole {
        call = call
            .diminishing(Percent::new(50.into()), Decimal::ONE)
            .diminishing(Percent::new(85.into()), Decimal::new(7, 1))
            .diminishing(Percent::WHOLE, Decimal::new(4, 1))
            .rule(Rule::new("something", Selection::all()).each(Each::Applicant).at_least(percent(25, Base::Asked)));
    }
    call.fund(Fund::new("city", asked * 7 / 10))
        .rule(Rule::new("not-all", Selection::all()).each(Each::Applicant).at_most(percent(80, Base::Asked)))
        .rule(Rule::new("spread", Selection::all()).each(Each::Area).at_most(percent(75, Base::Asked)))
        .rule(Rule::new("youth", Selection::tag("youth")).at_least(percent(50, Base::Granted)))
}
