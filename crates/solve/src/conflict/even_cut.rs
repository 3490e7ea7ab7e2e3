//! The same cut of all floors.

use std::collections::BTreeSet;

use fordela_lp::Column;
use fordela_lp::exact::{Effort, Simplex, Status};
use fordela_model::Call;
use fordela_model::call::{Kind, Limit, Percent};
use fordela_num::{Money, Rational, decimal};
use rust_decimal::Decimal;
use serde::Serialize;

use super::way::{Found, Possible, Way, is_possible, most_granted};
use crate::budget::with_moving_limits;
use crate::formulate::{Columns, formulate};
use crate::instance::{self, Instance};

/// Cuts are tried in so many parts of a floor: hundredths of a per cent.
const STEPS: i64 = 10_000;

/// The decimals of a percentage that was cut.
const PLACES: u32 = 4;

/// Floors that are lowered by the same part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvenCut {
    /// By what part, 0..=1, in hundredths of a per cent.
    pub by: Percent,
    /// The rules whose floors are lowered.
    pub floors: Vec<Lowered>,
    /// Whether all floors of the call are lowered, as those of the rules in the conflict alone are not enough.
    pub is_all: bool,
}

/// A rule with another floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lowered {
    /// The id of the rule.
    pub rule: String,
    /// The floor after the cut, rounded down to hundredths of the currency, or to four decimals of a per cent.
    pub limit: Limit,
}

/// The least even cut of the floors of the rules in the conflict or, where that is not enough, of all floors.
///
/// Lower floors are easier to keep, so that halving the distance finds the least cut.
pub(super) fn even_cut(call: &Call, conflict: &[usize], effort: &Effort<'_>) -> Way<EvenCut> {
    let rules_of = |cases: &mut dyn Iterator<Item = usize>| -> BTreeSet<usize> {
        let floors = cases.map(|case| &call.cases()[case]).filter(|case| case.kind == Kind::AtLeast);
        floors.map(|case| case.rule).collect()
    };
    let of_conflict = rules_of(&mut conflict.iter().copied());
    let all = rules_of(&mut (0..call.cases().len()));
    if of_conflict.is_empty() {
        return Way::Pointless;
    }
    let of_conflict_alone = least(call, &of_conflict, &effort.part(2));
    if matches!(of_conflict_alone, Way::Closed) && of_conflict.len() < all.len() {
        return least(call, &all, effort).map(|cut| EvenCut { is_all: true, ..cut });
    }
    of_conflict_alone
}

fn least(call: &Call, rules: &BTreeSet<usize>, effort: &Effort<'_>) -> Way<EvenCut> {
    match is_possible(&cut(call, rules, STEPS).0, effort) {
        Possible::Yes(_) => {}
        Possible::No => return Way::Closed,
        Possible::Unknown => return Way::Unknown,
    }
    let (mut too_little, mut enough) = (0, STEPS);
    let mut is_least = true;
    // Where the least cut of amounts of any size is enough, and the one below it is not, all is known.
    let mut guesses = likely(call, rules, &effort.part(4)).map_or(Vec::new(), |steps| vec![steps - 1, steps]);
    while enough - too_little > 1 {
        let guess = guesses.pop().filter(|steps| (too_little + 1..enough).contains(steps));
        let steps = guess.unwrap_or((enough + too_little) / 2);
        match is_possible(&cut(call, rules, steps).0, effort) {
            Possible::Yes(_) => enough = steps,
            Possible::No => too_little = steps,
            Possible::Unknown => (too_little, is_least) = (steps, false),
        }
    }
    let (carried, floors) = cut(call, rules, enough);
    let by = Percent::new(Decimal::new(enough, 2));
    let change = EvenCut { by, floors, is_all: false };
    Way::Found(Found { change, is_least, granted: most_granted(&carried, effort) })
}

/// The steps by which floors must be cut where amounts can be of any size, by a program in which the cut is a column. `None`
/// where a floor is a part of what is granted, which moves too.
fn likely(call: &Call, rules: &BTreeSet<usize>, effort: &Effort<'_>) -> Option<i64> {
    let instance = Instance::of(call);
    let formulation = formulate(&instance, Columns::AsTheyAre);
    let mut rates = vec![Rational::ZERO; formulation.program.rows().len()];
    for (c, case) in instance.cases.iter_enumerated() {
        if case.kind != Kind::AtLeast || !rules.contains(&call.cases()[case.place].rule) {
            continue;
        }
        let (instance::Limit::Fixed(_), Some(row)) = (&case.limit, formulation.key.case_row(c)) else { return None };
        rates[row] = -formulation.program.rows()[row].at_least.clone()?;
    }
    let nothing = vec![Rational::ZERO; formulation.program.columns().len()];
    let cut = Column::up_to(Rational::ONE, -Rational::ONE);
    let (program, cut) = with_moving_limits(&formulation.program.with_values(nothing), &rates, cut);
    let mut simplex = Simplex::new(&program);
    if simplex.solve(effort) != Ok(Status::Optimal) {
        return None;
    }
    let steps = (simplex.value_of(cut.0) * &Rational::from(STEPS)).ceil().to_i128()?;
    i64::try_from(steps).ok()
}

/// The instance with the floors of these rules cut by so many steps.
fn cut(call: &Call, rules: &BTreeSet<usize>, steps: i64) -> (Instance, Vec<Lowered>) {
    let left = Rational::from(STEPS - steps) / Rational::from(STEPS);
    let floor = |&rule: &usize| Some((rule, lowered(call.draft().rules[rule].at_least?, &left)?));
    let floors: Vec<(usize, Limit)> = rules.iter().filter_map(floor).collect();
    let carried = Instance::of(&call.with_lowered(floors.iter().copied()));
    let told = |(rule, limit): (usize, Limit)| Lowered { rule: call.draft().rules[rule].id.clone(), limit };
    (carried, floors.into_iter().map(told).collect())
}

/// What is left of a limit.
fn lowered(limit: Limit, left: &Rational) -> Option<Limit> {
    let down = |number: Rational, places: u32| {
        let scale = Rational::from(10_i128.pow(places));
        decimal::exactly(&((number * &scale).floor() / scale))
    };
    Some(match limit {
        Limit::Money(money) => Limit::Money(Money::try_from(down(money.rational() * left, 2)?).ok()?),
        Limit::Percent(percent, base) => {
            let number = percent.part() * Rational::from(100_i64) * left;
            Limit::Percent(Percent::new(down(number, PLACES)?), base)
        }
    })
}
