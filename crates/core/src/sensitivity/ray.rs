//! A call whose limits move along a line.

use fordela_lp::exact::{Effort, Simplex, Spent, Status};
use fordela_lp::{Program, Rational};

use super::price::Bound;
use crate::call::{Base, Call, Kind, Limit};
use crate::formulate::{Formulation, Limits, divisible};
use crate::units::Range;

/// The divisible program of a call, with limits as they are written, whose limits move by a rate each. At 0 they are
/// where they are in the call; all is in units.
pub(super) struct Ray<'c> {
    call: &'c Call,
    formulation: Formulation,
    simplex: Simplex,
    rates: Vec<Rational>,
    effort: &'c Effort<'c>,
}

/// The best value somewhere on the line, and how it may go on.
#[derive(Debug, Clone)]
pub(super) struct At {
    /// The best value.
    pub(super) value: Rational,
    /// A price of the line there: from here the value rises no faster, and falls no slower.
    pub(super) slope: Rational,
}

impl<'c> Ray<'c> {
    /// The call where it stands; no limit moves yet.
    pub(super) fn still(call: &'c Call, effort: &'c Effort<'c>) -> Self {
        let ranges: Vec<Range> = call.most_units().into_iter().map(Range::up_to).collect();
        let formulation = divisible(call, &ranges, Limits::AsWritten);
        let simplex = Simplex::new(&formulation.program);
        let rates = vec![Rational::ZERO; formulation.program.rows().len()];
        Self { call, formulation, simplex, rates, effort }
    }

    /// The line of the budget: every fund grows in proportion, by one unit in all. `None` where there is no money to
    /// be in proportion to.
    pub(super) fn of_budget(call: &'c Call, effort: &'c Effort<'c>) -> Option<Self> {
        let mut ray = Self::still(call, effort);
        ray.turn(Bound::Budget).then_some(ray)
    }

    /// Turns to the line of another limit, from where the call stands; whether there is one.
    pub(super) fn turn(&mut self, bound: Bound) -> bool {
        let Some(rates) = self.rates_of(bound) else { return false };
        move_limits(&mut self.simplex, &self.formulation.program, &self.rates, &Rational::ZERO);
        self.rates = rates;
        true
    }

    /// How fast every row moves along the line of a limit, in units.
    fn rates_of(&self, bound: Bound) -> Option<Vec<Rational>> {
        let funds = &self.call.draft().funds;
        match bound {
            Bound::Budget => {
                let budget = self.call.budget().rational();
                let rates = match &funds[..] {
                    [_] => vec![Rational::ONE],
                    _ if budget.is_zero() => return None,
                    funds => funds.iter().map(|fund| fund.amount.rational() / &budget).collect(),
                };
                Some(self.fund_rates(&rates))
            }
            Bound::Fund(fund) => {
                let one = |f| if f == fund { Rational::ONE } else { Rational::ZERO };
                Some(self.fund_rates(&(0..funds.len()).map(one).collect::<Vec<_>>()))
            }
            Bound::Case(case) => {
                let mut rates = vec![Rational::ZERO; self.rates.len()];
                if let Some(row) = self.formulation.key.case_row(case) {
                    rates[row] = Rational::ONE;
                }
                Some(rates)
            }
        }
    }

    fn fund_rates(&self, by_fund: &[Rational]) -> Vec<Rational> {
        let mut rates = self.formulation.key.fund_rates(by_fund);
        let all: Rational = by_fund.iter().sum();
        for case in 0..self.call.cases().len() {
            if let Some(row) = self.formulation.key.case_row(case) {
                rates[row] = part_of_budget(self.call, case) * &all;
            }
        }
        rates
    }

    /// The unit of the line, in the currency.
    pub(super) fn unit(&self) -> Rational {
        self.call.unit().rational()
    }

    /// The best value this many units along the line; `None` where nothing keeps all rules.
    pub(super) fn at(&mut self, units: &Rational) -> Result<Option<At>, Spent> {
        move_limits(&mut self.simplex, &self.formulation.program, &self.rates, units);
        if self.simplex.solve(self.effort)? != Status::Optimal {
            return Ok(None);
        }
        let duals = self.simplex.duals();
        let slope =
            self.rates.iter().zip(&duals).fold(Rational::ZERO, |sum, (rate, dual)| sum.plus_product(rate, dual));
        Ok(Some(At { value: self.simplex.value(), slope }))
    }

    /// The exact grants this many units along the line, as ties settle them, in units.
    pub(super) fn grants(&self, units: &Rational) -> Result<Option<Vec<Rational>>, Spent> {
        let mut simplex = Simplex::new(&self.formulation.program);
        move_limits(&mut simplex, &self.formulation.program, &self.rates, units);
        if simplex.solve(self.effort)? != Status::Optimal {
            return Ok(None);
        }
        simplex.keep_optimal();
        simplex.raise(&self.formulation.key.raised(self.call), self.effort)?;
        Ok(Some(self.formulation.key.grants_at(&simplex.point())))
    }
}

/// Gives the rows the limits that they have this many units along a line.
fn move_limits(simplex: &mut Simplex, program: &Program, rates: &[Rational], units: &Rational) {
    for (r, (row, rate)) in program.rows().iter().zip(rates).enumerate().filter(|(_, (_, rate))| !rate.is_zero()) {
        let moved = |limit: &Option<Rational>| limit.as_ref().map(|limit| limit.plus_product(rate, units));
        simplex.set_limits(r, moved(&row.at_least), moved(&row.at_most));
    }
}

/// The part of the budget that a limit is written as; zero where it is written otherwise.
fn part_of_budget(call: &Call, case: usize) -> Rational {
    let case = &call.cases()[case];
    let rule = &call.draft().rules[case.rule];
    let written = match case.kind {
        Kind::AtMost => rule.at_most,
        Kind::AtLeast => rule.at_least,
    };
    match written {
        Some(Limit::Percent(percent, Base::Budget)) => percent.part(),
        _ => Rational::ZERO,
    }
}
