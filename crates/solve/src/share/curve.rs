//! The best point of a sum whose curve bends down: the curve is cut into straight stretches around the best point so
//! far, finer and finer.

use fordela_lp::exact::{Simplex, Spent};
use fordela_num::Rational;
use typed_index_collections::TiVec;

use super::Task;
use crate::instance::ActivityIx;

/// The finest stretches, as one over a part of the first ones.
const FINEST: i64 = 1 << 28;

/// Stretches to each side of the best point so far.
const ASIDE: i64 = 4;

/// How much finer the next stretches are.
const FINER: i64 = 4;

/// After so many programs the point is taken as it is; how far it is from the best is told.
const MOST_PROGRAMS: usize = 200;

/// What somebody gets is cut at these amounts, rising from nothing.
type Ends = Vec<Rational>;

impl Task<'_> {
    /// The best point, from one near it, stage by stage; the best so far where the effort is spent.
    pub(super) fn best_on_curve(&self, mut grants: TiVec<ActivityIx, Rational>) -> TiVec<ActivityIx, Rational> {
        for stage in 0..self.sharing.stages.len() {
            let mut step = self.first_step(stage);
            let finest = &step / &Rational::from(FINEST);
            for _ in 0..MOST_PROGRAMS {
                if step < finest {
                    break;
                }
                let before = self.sharing.sums(&grants.raw);
                let Ok(better) = self.best_of_stretches(stage, &before, &step) else { return grants };
                grants = better;
                let after = self.sharing.sums(&grants.raw);
                let far = &step * &Rational::from(ASIDE - 1);
                let moved = |b: usize| self.sharing.is_in(stage, b) && (&after[b] - &before[b]).abs() > far;
                if !(0..after.len()).any(moved) {
                    step = step / Rational::from(FINER);
                }
            }
        }
        grants
    }

    /// A power of two, about an eighth of the largest claim.
    fn first_step(&self, stage: usize) -> Rational {
        let largest = self.sharing.stages[stage].iter().map(|vessel| &vessel.full).max();
        let two = Rational::from(2_i64);
        let mut step = Rational::ONE;
        while largest.is_some_and(|largest| &step * &Rational::from(8_i64) < *largest) {
            step = step * &two;
        }
        step
    }

    /// The best point when the curve is straight between the ends of stretches.
    fn best_of_stretches(
        &self,
        stage: usize,
        near: &[Rational],
        step: &Rational,
    ) -> Result<TiVec<ActivityIx, Rational>, Spent> {
        let ends: Vec<Ends> = (0..near.len()).map(|b| self.ends(stage, b, &near[b], step)).collect();
        let widths: Vec<Vec<Rational>> =
            ends.iter().map(|ends| ends.windows(2).map(|w| &w[1] - &w[0]).collect()).collect();
        let shared = self.program(&widths);
        let mut simplex = Simplex::new(&shared.formulation.program);
        let mut costs = vec![Rational::ZERO; shared.formulation.program.columns().len()];
        let mut raised = Vec::new();
        for (b, ends) in ends.iter().enumerate() {
            for (column, window) in shared.columns[b].iter().zip(ends.windows(2)) {
                if self.sharing.is_in(stage, b) {
                    costs[column.0] = self.sharing.slope_between(b, &window[0], &window[1]);
                    raised.push(self.raised(stage, b, column.0, &window[0]));
                } else if self.is_settled(stage, b) {
                    let all = &window[1] - &window[0];
                    simplex.set_bounds(column.0, all.clone(), all);
                }
            }
        }
        simplex.set_costs(&costs);
        simplex.solve(self.effort)?;
        simplex.keep_optimal();
        simplex.raise(&raised, self.effort)?;
        for later in stage + 1..self.sharing.stages.len() {
            let own = (0..near.len()).filter(|&b| self.sharing.is_in(later, b));
            let raised: Vec<_> = own.map(|b| self.raised(later, b, shared.columns[b][0].0, &Rational::ZERO)).collect();
            simplex.raise(&raised, self.effort)?;
        }
        self.grants(&shared, &mut simplex)
    }

    fn is_settled(&self, stage: usize, sharer: usize) -> bool {
        (0..stage).any(|earlier| self.sharing.is_in(earlier, sharer))
    }

    /// Where somebody's stretches end: fine around a whole number of steps near the best point so far, coarse beyond.
    fn ends(&self, stage: usize, sharer: usize, near: &Rational, step: &Rational) -> Ends {
        if self.is_settled(stage, sharer) {
            return vec![Rational::ZERO, near.clone()];
        }
        let all = self.sharing.claims.asks()[sharer].clone();
        let mut ends = vec![Rational::ZERO];
        if self.sharing.is_in(stage, sharer) {
            let half = Rational::new(1, 2).unwrap_or_default();
            let middle = (near / step + half).floor();
            let around = (-ASIDE..=ASIDE).map(|steps| (&middle + &Rational::from(steps)) * step);
            ends.extend(around.filter(|end| end.is_positive() && *end < all));
        }
        ends.push(all);
        ends
    }
}
