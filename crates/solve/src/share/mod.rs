//! Shares the money of a call by its objective, under all its rules.
//!
//! On one budget there is a closed form ([`closed`]). Else who stands lowest is raised first, in the basis of the simplex
//! ([`rise`]). Where a sum over all counts and caps cross, its curve is cut finer and finer around the best point
//! ([`curve`]). Choices are decided before ([`ordered`]). Why nothing is fairer is told by weighted sums that nothing
//! exceeds ([`optima`]).

mod blend;
mod closed;
mod curve;
mod optima;
mod ordered;
mod rise;
#[cfg(test)]
mod tests;

use fordela_lp::exact::{Effort, Raised, Simplex, Spent};
use fordela_model::Optimum;
use fordela_model::fairness::Sharing;
use fordela_num::Rational;
use typed_index_collections::TiVec;

use crate::decide::Decided;
use crate::formulate::Shared;
use crate::instance::{ActivityIx, Instance};

pub(crate) use blend::blended;
pub(crate) use ordered::decide;

/// What sharing gives to every activity, in units, and why nothing is fairer.
pub(crate) struct Fair {
    pub(crate) grants: TiVec<ActivityIx, Rational>,
    pub(crate) optima: Vec<Optimum>,
}

/// Shares what is left to share when these choices are made; `None` when nothing keeps all rules.
pub(crate) fn share(
    instance: &Instance,
    sharing: &Sharing,
    decided: &Decided,
    effort: &Effort<'_>,
) -> Result<Option<Fair>, Spent> {
    let task = Task { instance, sharing, decided, effort };
    let Some(grants) = task.raised_point()? else { return Ok(None) };
    if !sharing.is_sum() {
        let optima = task.optima_of_levels(&grants);
        return Ok(Some(Fair { grants, optima }));
    }
    let (optima, reached) = task.optima_of_sums(&grants);
    if reached {
        return Ok(Some(Fair { grants, optima }));
    }
    let grants = task.best_on_curve(grants);
    let (optima, _) = task.optima_of_sums(&grants);
    Ok(Some(Fair { grants, optima }))
}

/// What sharing gives to every activity, in units, where nobody asks why nothing is fairer.
pub(crate) fn grants(
    instance: &Instance,
    sharing: &Sharing,
    decided: &Decided,
    effort: &Effort<'_>,
) -> Result<Option<TiVec<ActivityIx, Rational>>, Spent> {
    if sharing.is_sum() {
        // Whether it is the best is seen by the proof.
        return share(instance, sharing, decided, effort).map(|fair| fair.map(|fair| fair.grants));
    }
    Task { instance, sharing, decided, effort }.raised_point()
}

/// What is to be shared, with its choices made.
struct Task<'a> {
    instance: &'a Instance,
    sharing: &'a Sharing,
    decided: &'a Decided,
    effort: &'a Effort<'a>,
}

impl Task<'_> {
    /// The program in which what everybody gets is cut into stretches of these widths.
    fn program(&self, widths: &[Vec<Rational>]) -> Shared {
        let ranges = &self.decided.ranges;
        if self.sharing.each_alone {
            Shared::alone(self.instance, ranges, widths)
        } else {
            Shared::together(self.instance, ranges, &self.sharing.members, widths)
        }
    }

    /// Where nobody who stands lowest can be raised further: by the closed form where there is one.
    fn raised_point(&self) -> Result<Option<TiVec<ActivityIx, Rational>>, Spent> {
        match closed::form(self.instance, self.sharing) {
            Some(grants) => Ok(Some(grants)),
            None => self.rise(),
        }
    }

    /// What the activities get at a point whose sums are settled: where several get a sum together, it goes to them by
    /// value, and among equals by the leximin of shares.
    fn grants(&self, shared: &Shared, simplex: &mut Simplex) -> Result<TiVec<ActivityIx, Rational>, Spent> {
        let Shared { formulation, .. } = shared;
        if !self.sharing.each_alone {
            let values: Vec<Rational> = formulation.program.columns().iter().map(|c| c.value.clone()).collect();
            simplex.set_costs(&values);
            simplex.solve(self.effort)?;
            simplex.keep_optimal();
            simplex.raise(&formulation.key.raised(self.instance), self.effort)?;
        }
        Ok(formulation.key.grants_at(&simplex.point()))
    }

    /// How a stage raises everybody's stretches, which follow each other from `before` on.
    fn raised(&self, stage: usize, sharer: usize, column: usize, before: &Rational) -> Raised {
        let vessel = &self.sharing.stages[stage][sharer];
        let head_start = before + &(&vessel.width * &vessel.bottom);
        Raised { column, weight: vessel.width.clone(), head_start }
    }
}
