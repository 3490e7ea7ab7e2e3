//! Better points near one that is known.

use fordela_num::Rational;

use super::Search;
use super::open::Open;
use super::quick::Seen;
use super::rest::Rest;
use super::run::Run;

/// How many columns that are whole where the relaxation stands are searched beside the others, one time after the other.
const DOUBTFUL: [usize; 3] = [20, 40, 80];

/// A neighbourhood gets this part of the effort, one in so many.
const PARTS: u64 = 20;

impl Search<'_> {
    /// A point that is no worse. Columns that are whole where the relaxation stands stay there, but for those that would lose
    /// least (Berthold 2014); what is left is searched by itself. Where that ends, more of them are searched.
    pub(super) fn improved(
        &mut self,
        mut known: Option<(Rational, Vec<Rational>)>,
    ) -> Option<(Rational, Vec<Rational>)> {
        for doubtful in DOUBTFUL {
            let Some((fixed, point)) = self.near(&known, doubtful) else { return known };
            let effort = self.effort.part(PARTS);
            let mut rest = Rest::cut(self, &fixed, &point, &effort);
            let (run, before) = Run::new(rest.search.simplex.rows(), self.precision.clone(), known, None).elsewhere();
            let found = rest.search.run(run, &effort);
            let better = found.point.filter(|part| !part.is_empty()).map(|part| rest.whole(&part));
            known = better.or(before).map(|point| (self.simplex.worth(&point), point));
            if !found.closed {
                break;
            }
        }
        known
    }

    /// The columns that stay, and a point at which they are there. `None` where there are none, where nothing can be better, or
    /// floats do not tell.
    fn near(
        &mut self,
        known: &Option<(Rational, Vec<Rational>)>,
        without: usize,
    ) -> Option<(Vec<usize>, Vec<Rational>)> {
        let Seen::Bounded(most, _) = self.look_quickly(&Open::root(), self.effort).ok()?? else { return None };
        if known.as_ref().is_some_and(|(worth, _)| !self.precision.is_promising(&most, worth)) {
            return None;
        }
        let quick = self.quick.as_ref()?;
        let mut point: Vec<Rational> = self.bounds.iter().map(|(lower, _)| lower.clone()).collect();
        let mut whole: Vec<(f64, usize)> = Vec::new();
        for &column in &self.integers {
            if let Some(amount) = quick.whole(column) {
                point[column] = amount;
                whole.push((quick.loss(column), column));
            }
        }
        whole.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let fixed: Vec<usize> = whole.into_iter().skip(without).map(|(_, column)| column).collect();
        (!fixed.is_empty()).then_some((fixed, point))
    }
}
