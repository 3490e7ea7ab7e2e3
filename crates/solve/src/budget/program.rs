//! The program of a call in which the budget is a column: between which budgets can something be?

use fordela_lp::exact::{Effort, Precision, Search, Simplex, Spent, Status};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_model::Call;
use fordela_model::call::scaling_step;
use fordela_num::{Money, Rational};
use typed_index_collections::{TiSlice, TiVec};

use crate::formulate::{Formulation, as_written};
use crate::instance::{FundIx, Instance};

/// What one search for a budget may compute; then the bound of the divisible program is taken, which is no sharper.
const EFFORT: u64 = 300_000;

/// The part of the budget that every fund holds; `None` where several funds hold nothing.
pub fn shares(call: &Call) -> Option<Vec<Rational>> {
    shares_of(call.draft().funds.iter().map(|fund| fund.amount).collect())
}

/// The same of an instance.
pub(crate) fn fund_shares(instance: &Instance) -> Option<TiVec<FundIx, Rational>> {
    shares_of(instance.funds.iter().map(|fund| fund.amount).collect()).map(TiVec::from)
}

fn shares_of(amounts: Vec<Money>) -> Option<Vec<Rational>> {
    let budget = amounts.iter().copied().sum::<Money>().rational();
    match &amounts[..] {
        [_] => Some(vec![Rational::ONE]),
        _ if budget.is_zero() => None,
        amounts => Some(amounts.iter().map(|amount| amount.rational() / &budget).collect()),
    }
}

/// How fast the limit of every row moves when the funds grow by these rates.
pub(crate) fn rates(
    instance: &Instance,
    formulation: &Formulation,
    funds: &TiSlice<FundIx, Rational>,
) -> Vec<Rational> {
    let mut rates = formulation.key.fund_rates(funds);
    let all: Rational = funds.iter().sum();
    for (c, case) in instance.cases.iter_enumerated() {
        if let Some(row) = formulation.key.case_row(c) {
            rates[row] = &case.part_of_budget * &all;
        }
    }
    rates
}

/// The same program with a column more: how far every limit has moved at its rate, from where it is.
pub(crate) fn with_moving_limits(program: &Program, rates: &[Rational], moved: Column) -> (Program, ColumnId) {
    let mut changed = Program::new();
    program.columns().iter().for_each(|column| {
        changed.add_column(column.clone());
    });
    let column = changed.add_column(moved);
    for (row, rate) in program.rows().iter().zip(rates) {
        let mut row = row.clone();
        if !rate.is_zero() {
            row.terms.push((column, -rate));
        }
        changed.add_row(row);
    }
    (changed, column)
}

/// Which budgets come first, or last, of those with which something can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reach {
    /// It can be with none of them.
    Nowhere,
    /// It cannot be with any beyond this one.
    Until(Rational),
}

/// What has to be with a budget.
#[derive(Debug, Clone, Default)]
pub(crate) struct Demand<'d> {
    /// An activity, by its place in the call, gets at least so many units.
    pub(crate) grant: Option<(usize, i128)>,
    /// The allocation is worth at least this.
    pub(crate) worth: Option<&'d Rational>,
}

/// The program of a call, with limits as they are written, and the budget as a column.
pub(crate) struct Budgeted<'c> {
    instance: Instance,
    formulation: Formulation,
    program: Program,
    budget: ColumnId,
    effort: &'c Effort<'c>,
}

impl<'c> Budgeted<'c> {
    /// `None` where there is no money to be in proportion to.
    pub(crate) fn of(call: &Call, instance: Instance, effort: &'c Effort<'c>) -> Option<Self> {
        let shares = fund_shares(&instance)?;
        let formulation = as_written(&instance);
        let rates = rates(&instance, &formulation, &shares);
        let (mut program, budget) =
            with_moving_limits(&formulation.program, &rates, Column::up_to(Rational::ZERO, Rational::ZERO));
        if shares.len() > 1 {
            program = loosened(&program, &(scaling_step(call) / call.unit().rational()), &formulation, shares.len());
        }
        Some(Self { instance, formulation, program, budget, effort })
    }

    /// The smallest budget between two with which this can be, in the currency: with no smaller one it can.
    pub(crate) fn least(&self, from: &Rational, to: &Rational, demand: &Demand<'_>) -> Reach {
        self.reach(from, to, demand, -Rational::ONE)
    }

    /// The largest budget between two with which this can be, in the currency: with no larger one it can.
    pub(crate) fn most(&self, from: &Rational, to: &Rational, demand: &Demand<'_>) -> Reach {
        self.reach(from, to, demand, Rational::ONE)
    }

    fn reach(&self, from: &Rational, to: &Rational, demand: &Demand<'_>, direction: Rational) -> Reach {
        if from > to {
            return Reach::Nowhere;
        }
        let program = self.demanding(from, to, demand, &direction);
        let effort = self.effort.share(EFFORT);
        let mut simplex = Simplex::new(&program);
        match simplex.solve(&effort) {
            Ok(Status::Optimal) => {}
            Ok(Status::Infeasible(_)) => return Reach::Nowhere,
            // Nothing is ruled out.
            Err(Spent) => return Reach::Until(if direction.is_negative() { from.clone() } else { to.clone() }),
        }
        let divisible = simplex.value_of(self.budget.0).clone();
        let reached = if program.has_integer_columns() {
            let found = Search::new(&program, simplex, Precision::Exact, &effort).best(None);
            match found.point {
                Some(point) if found.closed => point[self.budget.0].clone(),
                None if found.closed => return Reach::Nowhere,
                _ => divisible,
            }
        } else {
            divisible
        };
        Reach::Until(self.instance.budget().rational() + reached * self.instance.unit.rational())
    }

    /// The program in which this must be, and the budget is all that counts.
    fn demanding(&self, from: &Rational, to: &Rational, demand: &Demand<'_>, direction: &Rational) -> Program {
        let along = |budget: &Rational| (budget - &self.instance.budget().rational()) / self.instance.unit.rational();
        let mut program = Program::new();
        for (j, column) in self.program.columns().iter().enumerate() {
            program.add_column(if j == self.budget.0 {
                Column { lower: along(from), upper: along(to), value: direction.clone(), integer: false }
            } else {
                Column { value: Rational::ZERO, ..column.clone() }
            });
        }
        self.program.rows().iter().for_each(|row| {
            program.add_row(row.clone());
        });
        let granted = demand.grant.and_then(|(place, units)| Some((self.instance.activity_at(place)?, units)));
        if let Some((activity, units)) = granted {
            let terms = self.formulation.key.grants[activity].to_vec();
            program.add_row(Row::at_least("wanted", terms, Rational::from(units)));
        }
        if let Some(worth) = demand.worth {
            program.add_row(self.formulation.worth_at_least(worth.clone()));
        }
        program
    }
}

/// With room, of this many units in each fund, for amounts that are rounded up.
fn loosened(program: &Program, each: &Rational, formulation: &Formulation, funds: usize) -> Program {
    let room = formulation.key.fund_rates(&TiVec::from(vec![each.clone(); funds]));
    let mut loose = Program::new();
    program.columns().iter().for_each(|column| {
        loose.add_column(column.clone());
    });
    for (row, room) in program.rows().iter().zip(room) {
        let at_most = row.at_most.as_ref().map(|limit| limit + &room);
        loose.add_row(Row { at_most, ..row.clone() });
    }
    loose
}
