//! The smallest budget with which a call becomes possible.
//!
//! More money need not make it easier: floors in per cent of the budget grow with it. So the budget is a column of the
//! program, and limits in per cent of it move with that column; the least budget is then the least of all, not the
//! first of a row of tries.

use fordela_lp::exact::{Effort, Precision, Search, Simplex};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_model::Call;
use fordela_model::call::{Kind, scaled, scaling_step};
use fordela_num::{Money, Rational, decimal};
use serde::Serialize;
use typed_index_collections::TiVec;

use super::lacking::Lacking;
use super::moved::{self, Relaxation};
use super::way::{Found, Granted, Possible, Way, is_possible, most_granted};
use crate::budget::{rates, with_moving_limits};
use crate::formulate::{Columns, formulate};
use crate::instance::{CaseIx, FundIx, Instance};

/// How often the next whole amount is tried, where funds that are rounded are not enough.
const TRIES: usize = 16;

/// A larger budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct MoreMoney {
    /// The sum of the funds, each of which grows in proportion.
    pub budget: Money,
    /// How much that is above the present budget.
    pub by: Money,
}

/// The least budget above the present one, in whole units where the present one is, with which an impossible call is possible.
pub(super) fn more_money(call: &Call, effort: &Effort<'_>) -> Way<MoreMoney> {
    if call.budget().is_zero() {
        return Way::Pointless;
    }
    let growing = Growing::new(call);
    let step = step(call);
    let mut least = call.budget().rational();
    let mut is_least = true;
    for _ in 0..TRIES {
        let searched = effort.part(2);
        let found = Search::new(&growing.program, growing.simplex(&least), Precision::Exact, &searched).best(None);
        let Some(point) = found.point else {
            return if found.closed && is_least { Way::Closed } else { Way::Unknown };
        };
        is_least &= found.closed;
        let whole = (&point[growing.budget.0] * &growing.unit / &step).ceil() * &step;
        let Some((budget, carried)) = carried(call, &whole) else { return Way::Unknown };
        match is_possible(&carried, &effort.part(2)) {
            Possible::Yes(_) => {
                let granted: Option<Granted> = most_granted(&carried, effort);
                let change = MoreMoney { budget, by: budget - call.budget() };
                return Way::Found(Found { change, is_least, granted });
            }
            Possible::No => {}
            Possible::Unknown => is_least = false,
        }
        least = whole + &step;
    }
    Way::Unknown
}

/// Caps that are raised beside a larger budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptFloors {
    /// The larger budget.
    pub money: MoreMoney,
    /// The caps that are raised by the least money in all, at that budget.
    pub raised: Vec<Relaxation>,
}

/// The least budget with which all floors can be kept if caps are raised, and the least that caps must be raised then.
pub(super) fn kept_floors(call: &Call, effort: &Effort<'_>) -> Way<KeptFloors> {
    let Found { change: money, is_least, .. } = match more_money(&call.without_caps(), &effort.part(2)) {
        Way::Found(found) => found,
        Way::Closed => return Way::Closed,
        Way::Unknown => return Way::Unknown,
        Way::Pointless => return Way::Pointless,
    };
    let Some((_, carried)) = carried(call, &money.budget.rational()) else { return Way::Unknown };
    let is_cap = |case: CaseIx| carried.cases[case].kind == Kind::AtMost;
    match moved::cheapest(call, &Lacking::new(&carried), is_cap, effort) {
        Way::Found(Found { change: raised, is_least: is_least_raised, granted }) => {
            Way::Found(Found { change: KeptFloors { money, raised }, is_least: is_least && is_least_raised, granted })
        }
        Way::Closed | Way::Unknown | Way::Pointless => Way::Unknown,
    }
}

/// Budgets are told in whole units, whole kronor or hundredths, as the present one is.
fn step(call: &Call) -> Rational {
    let is_multiple = |step: &Rational| (call.budget().rational() / step).is_integer();
    let hundredth = Rational::ONE / Rational::from(100_i64);
    [call.unit().rational(), Rational::ONE].into_iter().find(is_multiple).unwrap_or(hundredth)
}

/// The instance with this budget.
fn carried(call: &Call, budget: &Rational) -> Option<(Money, Instance)> {
    let budget = Money::try_from(decimal::exactly(budget)?).ok()?;
    let funds: Vec<_> = call.draft().funds.iter().collect();
    Some((budget, Instance::of(&call.with_amounts(&scaled(&funds, budget, call.unit())?))))
}

/// The program of a call whose budget is a column.
struct Growing {
    program: Program,
    /// How large the budget is, in units.
    budget: ColumnId,
    unit: Rational,
}

impl Growing {
    fn new(call: &Call) -> Self {
        let (instance, roomy) = (Instance::of(call), Instance::of(&call.with_amounts(&roomy(call))));
        let formulation = formulate(&roomy, Columns::Whole);
        let (present, unit) = (call.budget().rational(), call.unit().rational());
        let parts: TiVec<FundIx, Rational> =
            instance.funds.iter().map(|fund| fund.amount.rational() / &present).collect();
        // Funds in proportion may be rounded up.
        let each = if parts.len() > 1 { scaling_step(call) / &unit } else { Rational::ZERO };
        let room = formulation.key.fund_rates(&TiVec::from(vec![each; parts.len()]));
        let rates = rates(&instance, &formulation, &parts);
        let mut fixed = Program::new();
        for column in formulation.program.columns() {
            fixed.add_column(Column { value: Rational::ZERO, ..column.clone() });
        }
        for ((row, rate), room) in formulation.program.rows().iter().zip(&rates).zip(room) {
            // What moves with the budget is nothing without one.
            let without = |limit: &Option<Rational>| limit.as_ref().map(|_| room.clone());
            let moves = Row { at_least: without(&row.at_least), at_most: without(&row.at_most), ..row.clone() };
            fixed.add_row(if rate.is_zero() { row.clone() } else { moves });
        }
        let (lower, upper) = (present / &unit, largest(&instance) / &unit);
        let budget = Column { lower, upper, value: -Rational::ONE, integer: false };
        let (program, budget) = with_moving_limits(&fixed, &rates, budget);
        Self { program, budget, unit }
    }

    /// Where the budget is at least this.
    fn simplex(&self, least: &Rational) -> Simplex {
        let mut simplex = Simplex::new(&self.program);
        let (least, most) = (least / &self.unit, self.program.columns()[self.budget.0].upper.clone());
        simplex.set_bounds(self.budget.0, least.clone(), most.max(least));
        simplex
    }
}

/// Funds that hold all that is asked for, if they hold anything: nothing of a row depends on how much more they hold.
fn roomy(call: &Call) -> Vec<Money> {
    let asked = call.asked();
    let amounts = call.draft().funds.iter().map(|fund| fund.amount);
    amounts.map(|amount| if amount.is_zero() { amount } else { amount.max(asked) }).collect()
}

/// The budget from which on more of it changes nothing for the better: every fund that holds anything, and every cap in per
/// cent of the budget, allows all that is asked for.
fn largest(instance: &Instance) -> Rational {
    let (present, asked) = (instance.budget().rational(), instance.asked().rational());
    let funds = instance.funds.iter().map(|fund| fund.amount.rational());
    let funds = funds.filter(Rational::is_positive).map(|amount| &present * &asked / amount);
    let caps = instance.cases.iter().filter(|case| case.kind == Kind::AtMost);
    let caps = caps.map(|case| &case.part_of_budget).filter(|part| part.is_positive());
    funds.chain(caps.map(|part| &asked / part)).max().unwrap_or_default().max(present)
}
