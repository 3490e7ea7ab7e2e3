//! A call whose limits move along a line.

use fordela_lp::exact::{Effort, Simplex, Spent, Status};
use fordela_lp::{Column, Program};
use fordela_model::Call;
use fordela_num::Rational;
use typed_index_collections::TiVec;

use super::bound::Bound;
use crate::budget::{fund_shares, rates, with_moving_limits};
use crate::formulate::{Formulation, as_written};
use crate::instance::{CaseIx, FundIx, Instance};

/// The divisible program of a call, with limits as they are written, whose limits move by a rate each. At 0 they are
/// where they are in the call; all is in units.
pub(super) struct Ray<'c> {
    instance: Instance,
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
    pub(super) fn still(call: &Call, effort: &'c Effort<'c>) -> Self {
        let instance = Instance::of(call);
        let formulation = as_written(&instance);
        let simplex = Simplex::new(&formulation.program).counting_moved();
        let rates = vec![Rational::ZERO; formulation.program.rows().len()];
        Self { instance, formulation, simplex, rates, effort }
    }

    /// The line of the budget: every fund grows in proportion, by one unit in all. `None` where there is no money to
    /// be in proportion to.
    pub(super) fn of_budget(call: &Call, effort: &'c Effort<'c>) -> Option<Self> {
        let mut ray = Self::still(call, effort);
        ray.turn(&Bound::Budget).then_some(ray)
    }

    /// Turns to the line of another limit, from where the call stands; whether there is one.
    pub(super) fn turn(&mut self, bound: &Bound) -> bool {
        self.rates_of(bound).is_some_and(|rates| self.turn_to(rates))
    }

    /// Turns to the line of a cap or floor, by its place in the call.
    pub(super) fn turn_to_case(&mut self, place: usize) -> bool {
        let case = self.instance.cases.iter_enumerated().find(|(_, case)| case.place == place);
        let rates = case.map(|(case, _)| self.rates_of_case(case));
        rates.is_some_and(|rates| self.turn_to(rates))
    }

    /// What a unit more of the limit of every cap and floor is worth by the point that was found last, in the order of the call.
    pub(super) fn prices_of_cases(&self) -> Vec<Rational> {
        let (duals, cases) = (self.simplex.duals(), &self.instance.cases);
        let mut prices = vec![Rational::ZERO; cases.len()];
        for (case, own) in cases.iter_enumerated() {
            if let Some(row) = self.formulation.key.case_row(case) {
                prices[own.place].clone_from(&duals[row]);
            }
        }
        prices
    }

    fn turn_to(&mut self, rates: Vec<Rational>) -> bool {
        move_limits(&mut self.simplex, &self.formulation.program, &self.rates, &Rational::ZERO);
        self.rates = rates;
        true
    }

    /// How fast every row moves along the line of a limit, in units.
    fn rates_of(&self, bound: &Bound) -> Option<Vec<Rational>> {
        match bound {
            Bound::Budget => Some(rates(&self.instance, &self.formulation, &fund_shares(&self.instance)?)),
            Bound::Fund(id) => {
                let (fund, _) = self.instance.funds.iter_enumerated().find(|(_, fund)| fund.id == *id)?;
                let one = |f| if f == fund { Rational::ONE } else { Rational::ZERO };
                let by_fund: TiVec<FundIx, Rational> = self.instance.funds.keys().map(one).collect();
                Some(rates(&self.instance, &self.formulation, &by_fund))
            }
            Bound::Case(id) => {
                let label = id.to_string();
                let (case, _) = self.instance.cases.iter_enumerated().find(|(_, case)| *case.label == *label)?;
                Some(self.rates_of_case(case))
            }
        }
    }

    fn rates_of_case(&self, case: CaseIx) -> Vec<Rational> {
        let mut rates = vec![Rational::ZERO; self.rates.len()];
        if let Some(row) = self.formulation.key.case_row(case) {
            rates[row] = Rational::ONE;
        }
        rates
    }

    /// The unit of the line, in the currency.
    pub(super) fn unit(&self) -> Rational {
        self.instance.unit.rational()
    }

    /// The first and the last point between two at which all rules can be kept; `None` where they can at none.
    pub(super) fn ends(&self, from: &Rational, to: &Rational) -> Result<Option<(Rational, Rational)>, Spent> {
        let along = Column { lower: from.clone(), upper: to.clone(), value: Rational::ZERO, integer: false };
        let (program, along) = with_moving_limits(&self.formulation.program, &self.rates, along);
        let end = |value: Rational| {
            let mut values = vec![Rational::ZERO; program.columns().len()];
            values[along.0] = value;
            let mut simplex = Simplex::new(&program.with_values(values));
            Ok((simplex.solve(self.effort)? == Status::Optimal).then(|| simplex.value_of(along.0).clone()))
        };
        Ok(end(-Rational::ONE)?.zip(end(Rational::ONE)?))
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

    /// The exact grants this many units along the line, as ties settle them, in units, in the order of the call.
    pub(super) fn grants(&self, units: &Rational) -> Result<Option<Vec<Rational>>, Spent> {
        let mut simplex = Simplex::new(&self.formulation.program);
        move_limits(&mut simplex, &self.formulation.program, &self.rates, units);
        if simplex.solve(self.effort)? != Status::Optimal {
            return Ok(None);
        }
        simplex.keep_optimal();
        simplex.raise(&self.formulation.key.raised(&self.instance), self.effort)?;
        Ok(Some(self.instance.as_written(&self.formulation.key.grants_at(&simplex.point()))))
    }
}

/// Gives the rows the limits that they have this many units along a line.
fn move_limits(simplex: &mut Simplex, program: &Program, rates: &[Rational], units: &Rational) {
    for (r, (row, rate)) in program.rows().iter().zip(rates).enumerate().filter(|(_, (_, rate))| !rate.is_zero()) {
        let moved = |limit: &Option<Rational>| limit.as_ref().map(|limit| limit.plus_product(rate, units));
        simplex.set_limits(r, moved(&row.at_least), moved(&row.at_most));
    }
}
