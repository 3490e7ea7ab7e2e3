//! Better points near one that is known.

use fordela_num::Rational;

use super::Search;
use super::open::{Bounds, Open};
use super::quick::Seen;
use super::run::Run;
use crate::exact::pseudocosts::Pseudocosts;

/// How many columns at which point and relaxation agree are searched beside the others at first.
const DOUBTFUL: usize = 20;

/// A neighbourhood gets this part of the effort, one in so many; and there are at most so many.
const PARTS: u64 = 20;
const MOST: usize = 40;

impl Search<'_> {
    /// A point that is no worse. Columns at which the point and the relaxation agree stay as they are (Danna, Rothberg & Le Pape
    /// 2005), but for those that would lose least; what is left is searched by itself. Where nothing better is found, twice as
    /// many of them are searched, as long as that ends.
    pub(super) fn improved(&mut self, mut point: Vec<Rational>) -> Vec<Rational> {
        let mut doubtful = DOUBTFUL;
        for _ in 0..MOST {
            let worth = self.simplex.worth(&point);
            let Some(fixed) = self.agreed(&point, &worth, doubtful) else { return point };
            let outer = self.fix(&fixed, &point);
            let effort = self.effort.part(PARTS);
            let run = Run::new(self.simplex.rows(), self.precision.clone(), Some((worth.clone(), point.clone())), None);
            // What branches lose here is not what they lose elsewhere.
            let learnt = std::mem::replace(&mut self.pseudocosts, Pseudocosts::new(point.len()));
            let found = self.run(run, &effort);
            self.pseudocosts = learnt;
            for (&column, bounds) in fixed.iter().zip(outer) {
                self.bounds[column] = bounds;
                self.note(column);
            }
            let better = found.point.filter(|better| self.simplex.worth(better) > worth);
            match better {
                Some(better) => point = better,
                None if found.closed => doubtful *= 2,
                None => return point,
            }
        }
        point
    }

    /// The columns at which a point and the relaxation agree, without so many that would lose least. `None` where there are no
    /// others, where nothing is better, or floats do not tell.
    fn agreed(&mut self, point: &[Rational], worth: &Rational, without: usize) -> Option<Vec<usize>> {
        let Seen::Bounded(most, _) = self.look_quickly(&Open::root(), self.effort).ok()?? else { return None };
        if !self.precision.is_promising(&most, worth) {
            return None;
        }
        let quick = self.quick.as_ref()?;
        let agreed = self.integers.iter().copied().filter(|&column| quick.is_at(column, &point[column]));
        let mut agreed: Vec<(f64, usize)> = agreed.map(|column| (quick.loss(column), column)).collect();
        agreed.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let fixed: Vec<usize> = agreed.into_iter().skip(without).map(|(_, column)| column).collect();
        (!fixed.is_empty()).then_some(fixed)
    }

    /// Fixes columns where they are at a point; returns their bounds before.
    fn fix(&mut self, columns: &[usize], point: &[Rational]) -> Vec<Bounds> {
        let fix = |&column: &usize| {
            self.note(column);
            std::mem::replace(&mut self.bounds[column], (point[column].clone(), point[column].clone()))
        };
        columns.iter().map(fix).collect()
    }
}
