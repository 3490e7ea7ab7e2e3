//! Why nothing is fairer: weighted sums of what people get that no allocation exceeds.
//!
//! Where who stands lowest counts: for everybody who could take more, a sum that counts them, and else only those who
//! stand no higher. More for one of them is then less for another of them. Where a sum over all counts: the sum weighed
//! by what one more counts for each; its curve bends down, so that what no step improves is best.

use std::collections::BTreeMap;

use fordela_lp::Rational;
use fordela_lp::exact::Simplex;

use super::Task;
use crate::allocation::Optimum;
use crate::fairness::Level;
use crate::formulate::Shared;

/// One program, solved for one sum after another.
struct Sums<'t> {
    task: &'t Task<'t>,
    shared: Shared,
    simplex: Simplex,
    /// What everybody gets, and could get by themselves.
    gets: Vec<Rational>,
    most: Vec<Rational>,
    /// Who may not get less.
    held: Vec<bool>,
}

impl Task<'_> {
    pub(super) fn optima_of_levels(&self, grants: &[Rational]) -> Vec<Optimum> {
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
            optima.push(sums.optimum(weights));
        }
        optima
    }

    /// With whether these grants reach all of them. For those who get nothing though one more would count without bound,
    /// sums of theirs come last.
    pub(super) fn optima_of_sums(&self, grants: &[Rational]) -> (Vec<Optimum>, bool) {
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
                of_empty.push(sums.optimum(empty));
            }
            let sum: Rational = weights.iter().zip(&sums.gets).map(|(weight, gets)| weight * gets).sum();
            optima.push(sums.optimum(weights));
            reached &= sums.simplex.value() == sum;
            own.into_iter().for_each(|b| sums.hold(b));
        }
        optima.extend(of_empty);
        (optima, reached)
    }
}

impl<'t> Sums<'t> {
    fn new(task: &'t Task<'t>, grants: &[Rational]) -> Self {
        let gets = task.sharing.sums(grants);
        let ranges: Vec<Rational> = task.decided.ranges.iter().map(|range| Rational::from(range.most)).collect();
        let most = task.sharing.sums(&ranges);
        let shared = task.program(&most.iter().map(|most| vec![most.clone()]).collect::<Vec<_>>());
        let simplex = Simplex::new(&shared.formulation.program);
        let held = vec![false; gets.len()];
        Self { task, shared, simplex, gets, most, held }
    }

    /// From now on this one gets no less.
    fn hold(&mut self, sharer: usize) {
        let column = self.shared.columns[sharer][0].0;
        let most = self.simplex.bounds(column).1.clone();
        self.simplex.set_bounds(column, self.gets[sharer].clone(), most);
        self.held[sharer] = true;
    }

    /// The largest sum with these weights, and the prices that say so. Those who may not get less weigh more, by what
    /// that costs.
    fn optimum(&mut self, weights: Vec<Rational>) -> Optimum {
        let formulation = &self.shared.formulation;
        let mut costs = vec![Rational::ZERO; formulation.program.columns().len()];
        for (columns, weight) in self.shared.columns.iter().zip(&weights) {
            costs[columns[0].0] = weight.clone();
        }
        self.simplex.set_costs(&costs);
        self.simplex.solve();
        let mut optimum = weights;
        for (b, weight) in optimum.iter_mut().enumerate().filter(|(b, _)| self.held[*b]) {
            let reduced = self.simplex.reduced_value(self.shared.columns[b][0].0);
            if reduced.is_negative() {
                *weight -= reduced;
            }
        }
        let prices = formulation.key.prices(self.task.call, &self.simplex.duals(), &Rational::ONE);
        Optimum { weights: optimum, prices }
    }
}
