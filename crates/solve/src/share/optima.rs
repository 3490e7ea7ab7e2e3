//! Why nothing is fairer: weighted sums of what people get that no allocation exceeds.
//!
//! Where who stands lowest counts: for everybody who could take more, a sum that counts them, and else only those who
//! stand no higher. More for one of them is then less for another of them. Where a sum over all counts: the sum weighed
//! by what one more counts for each; its curve bends down, so that what no step improves is best.

use std::collections::BTreeMap;

use fordela_lp::exact::Simplex;
use fordela_lp::{ColumnId, Row, Solution, Stop};
use fordela_model::Optimum;
use fordela_model::fairness::Level;
use fordela_num::Rational;
use typed_index_collections::{TiSlice, TiVec};

use super::Task;
use crate::formulate::{Formulation, Shared};
use crate::instance::ActivityIx;

/// One program, solved for one sum after another.
struct Sums<'t> {
    task: &'t Task<'t>,
    formulation: Formulation,
    /// What every activity gets.
    columns: TiVec<ActivityIx, ColumnId>,
    /// The first of the rows of what everybody gets, where that is more than one activity.
    first_row: usize,
    simplex: Simplex,
    /// What everybody gets, and could get by themselves.
    gets: Vec<Rational>,
    most: Vec<Rational>,
    /// Who may not get less.
    held: Vec<bool>,
}

impl Task<'_> {
    pub(super) fn optima_of_levels(&self, grants: &TiSlice<ActivityIx, Rational>) -> Vec<Optimum> {
        let mut sums = Sums::new(self, grants);
        let mut open: BTreeMap<Level, Vec<usize>> = BTreeMap::new();
        let mut from_below: Vec<(Level, usize)> = Vec::new();
        for (b, gets) in sums.gets.iter().enumerate() {
            from_below.push((self.sharing.level_below(b, gets), b));
            if *gets < sums.most[b] {
                open.entry(self.sharing.level(b, gets)).or_default().push(b);
            }
        }
        from_below.sort_by(|one, other| other.cmp(one));
        let mut optima = Vec::new();
        for (level, sharers) in open {
            while let Some((_, b)) = from_below.pop_if(|(below, _)| *below <= level) {
                sums.hold(b);
            }
            let mut weights = vec![Rational::ZERO; sums.gets.len()];
            for b in sharers {
                weights[b] = Rational::ONE / &self.sharing.stages[level.0][b].width;
            }
            optima.extend(sums.optimum(weights));
        }
        optima
    }

    /// With whether these grants reach all of them. For those who get nothing though one more would count without bound,
    /// sums of theirs come last.
    pub(super) fn optima_of_sums(&self, grants: &TiSlice<ActivityIx, Rational>) -> (Vec<Optimum>, bool) {
        let mut sums = Sums::new(self, grants);
        let (mut optima, mut of_empty) = (Vec::new(), Vec::new());
        let mut reached = true;
        for stage in 0..self.sharing.stages.len() {
            let own: Vec<usize> = (0..sums.gets.len()).filter(|&b| self.sharing.is_in(stage, b)).collect();
            let mut weights = vec![Rational::ZERO; sums.gets.len()];
            let mut empty = weights.clone();
            for &b in &own {
                match self.sharing.slope(b, &sums.gets[b]) {
                    Some(slope) => weights[b] = slope,
                    None if sums.most[b].is_positive() => empty[b] = Rational::ONE,
                    None => {}
                }
            }
            if empty.iter().any(Rational::is_positive) {
                of_empty.extend(sums.optimum(empty));
            }
            let sum: Rational = weights.iter().zip(&sums.gets).map(|(weight, gets)| weight * gets).sum();
            let optimum = sums.optimum(weights);
            reached &= optimum.is_some() && sums.simplex.value() == sum;
            optima.extend(optimum);
            own.into_iter().for_each(|b| sums.hold(b));
        }
        optima.extend(of_empty);
        (optima, reached)
    }
}

impl<'t> Sums<'t> {
    fn new(task: &'t Task<'t>, grants: &TiSlice<ActivityIx, Rational>) -> Self {
        let ranges = &task.decided.ranges;
        let tops: Vec<Rational> = ranges.iter().map(|range| Rational::from(range.most)).collect();
        let (gets, most) = (task.sharing.sums(&grants.raw), task.sharing.sums(&tops));
        let widths: Vec<Vec<Rational>> = tops.into_iter().map(|top| vec![top]).collect();
        let Shared { mut formulation, columns } = Shared::alone(task.instance, ranges, &widths);
        let columns: TiVec<ActivityIx, ColumnId> = columns.into_iter().flatten().collect();
        let first_row = formulation.program.rows().len();
        if !task.sharing.each_alone {
            for members in &task.sharing.members {
                let terms = members.iter().map(|&a| (columns[ActivityIx::from(a)], Rational::ONE)).collect();
                formulation.program.add_row(Row::at_least("shared", terms, Rational::ZERO));
            }
        }
        let mut simplex = Simplex::new(&formulation.program).floats_if_stalled();
        // All sums are largest at the grants, if these are fair.
        simplex.warm_start(&guess(&formulation, grants));
        let held = vec![false; gets.len()];
        Self { task, formulation, columns, first_row, simplex, gets, most, held }
    }

    /// From now on this one gets no less.
    fn hold(&mut self, sharer: usize) {
        let gets = self.gets[sharer].clone();
        self.held[sharer] = true;
        if self.task.sharing.each_alone {
            let column = self.columns[ActivityIx::from(sharer)].0;
            let most = self.simplex.bounds(column).1.clone();
            self.simplex.set_bounds(column, gets, most);
        } else {
            self.simplex.set_limits(self.first_row + sharer, Some(gets), None);
        }
    }

    /// The largest sum with these weights, and the prices that say so; `None` where the effort is spent. Those who may not get less weigh more, by what
    /// that costs.
    fn optimum(&mut self, weights: Vec<Rational>) -> Option<Optimum> {
        let mut costs = vec![Rational::ZERO; self.formulation.program.columns().len()];
        for (members, weight) in self.task.sharing.members.iter().zip(&weights) {
            members.iter().for_each(|&a| costs[self.columns[ActivityIx::from(a)].0] = weight.clone());
        }
        self.simplex.set_costs(&costs);
        self.simplex.solve(self.task.effort).ok()?;
        let duals = self.simplex.duals();
        let mut optimum = weights;
        for (b, weight) in optimum.iter_mut().enumerate().filter(|(b, _)| self.held[*b]) {
            let worth = if self.task.sharing.each_alone {
                self.simplex.reduced_value(self.columns[ActivityIx::from(b)].0)
            } else {
                &duals[self.first_row + b]
            };
            if worth.is_negative() {
                *weight -= worth;
            }
        }
        let instance = self.task.instance;
        let prices = self.formulation.key.prices(instance, &duals, &Rational::ONE);
        Some(Optimum { weights: instance.written_weights(&optimum), prices })
    }
}

/// Grants as a guess; none where they do not settle who pays.
fn guess(formulation: &Formulation, grants: &TiSlice<ActivityIx, Rational>) -> Solution {
    let known = formulation.key.known_at(grants, formulation.program.columns().len());
    let point = known.into_iter().map(|value| value.map(|value| value.to_f64())).collect();
    Solution { stop: Stop::Optimal, point, duals: None }
}
