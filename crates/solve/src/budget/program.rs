//! The program of a call in which the budget is a column: between which budgets can something be?

use fordela_lp::exact::{Effort, Precision, Search, Simplex, Spent, Status};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_model::Call;
use fordela_model::call::scaling_step;
use fordela_num::Rational;

use super::part_of_budget;
use crate::formulate::{Formulation, as_written};

/// What one search for a budget may compute; then the bound of the divisible program is taken, which is no sharper.
const EFFORT: u64 = 300_000;

/// The part of the budget that every fund holds; `None` where several funds hold nothing.
pub fn shares(call: &Call) -> Option<Vec<Rational>> {
    let budget = call.budget().rational();
    match &call.draft().funds[..] {
        [_] => Some(vec![Rational::ONE]),
        _ if budget.is_zero() => None,
        funds => Some(funds.iter().map(|fund| fund.amount.rational() / &budget).collect()),
    }
}

/// How fast the limit of every row moves when the funds grow by these rates.
pub(crate) fn rates(call: &Call, formulation: &Formulation, funds: &[Rational]) -> Vec<Rational> {
    let mut rates = formulation.key.fund_rates(funds);
    let all: Rational = funds.iter().sum();
    for (c, case) in call.cases().iter().enumerate() {
        if let Some(row) = formulation.key.case_row(c) {
            rates[row] = part_of_budget(call, case) * &all;
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
    /// An activity gets at least so many units.
    pub(crate) grant: Option<(usize, i128)>,
    /// The allocation is worth at least this.
    pub(crate) worth: Option<&'d Rational>,
}

/// The program of a call, with limits as they are written, and the budget as a column.
pub(crate) struct Budgeted<'c> {
    call: &'c Call,
    formulation: Formulation,
    program: Program,
    budget: ColumnId,
    effort: &'c Effort<'c>,
}

impl<'c> Budgeted<'c> {
    /// `None` where there is no money to be in proportion to.
    pub(crate) fn of(call: &'c Call, effort: &'c Effort<'c>) -> Option<Self> {
        let shares = shares(call)?;
        let formulation = as_written(call);
        let rates = rates(call, &formulation, &shares);
        let (mut program, budget) =
            with_moving_limits(&formulation.program, &rates, Column::up_to(Rational::ZERO, Rational::ZERO));
        if shares.len() > 1 {
            program = loosened(&program, call, &formulation);
        }
        Some(Self { call, formulation, program, budget, effort })
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
        Reach::Until(self.call.budget().rational() + reached * self.call.unit().rational())
    }

    /// The program in which this must be, and the budget is all that counts.
    fn demanding(&self, from: &Rational, to: &Rational, demand: &Demand<'_>, direction: &Rational) -> Program {
        let along = |budget: &Rational| (budget - &self.call.budget().rational()) / self.call.unit().rational();
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
        if let Some((activity, units)) = demand.grant {
            let terms = self.formulation.key.grants[activity].clone();
            program.add_row(Row::at_least("wanted", terms, Rational::from(units)));
        }
        if let Some(worth) = demand.worth {
            program.add_row(self.formulation.worth_at_least(worth.clone()));
        }
        program
    }
}

/// With room for amounts that are rounded up.
fn loosened(program: &Program, call: &Call, formulation: &Formulation) -> Program {
    let funds = call.draft().funds.len();
    let each = vec![scaling_step(call) / call.unit().rational(); funds];
    let room = formulation.key.fund_rates(&each);
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
