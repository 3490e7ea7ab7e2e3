//! Which of the best points is taken.

use fordela_num::Rational;

use super::rest::Rest;
use super::run::Run;
use super::{Precision, Search};
use crate::exact::effort::Effort;

/// Settling ties gets one part of so many of the effort that is left, and each question one of so many of that.
const SETTLES: u64 = 4;
const ASKS: u64 = 8;

impl Search<'_> {
    /// Among the points that are worth as much as this whole one, the one that has the most of the
    /// first column of the order, then of the second, and so on. Columns stay fixed at what is found. A question that takes more
    /// than its part of the effort is left open, and the column stays as it is.
    pub fn settle(&mut self, order: &[usize], point: Vec<Rational>) -> Vec<Rational> {
        let target = self.simplex.worth(&point);
        let run = Run::new(self.simplex.rows(), Precision::Exact, None, Some(target));
        match self.stay(&run) {
            Some(stay) => {
                let mut rest = Rest::cut(self, &stay.columns, &stay.point, self.effort);
                let settled = rest.search.settle_all(&rest.order_of(order), rest.part_of(&point));
                rest.whole(&settled)
            }
            None => self.settle_all(order, point),
        }
    }

    /// Asks whether some of many columns can be more at once, and of fewer where they can: most often there is but one point.
    fn settle_all(&mut self, order: &[usize], mut point: Vec<Rational>) -> Vec<Rational> {
        let effort = self.effort.part(SETTLES);
        let mut many = order.len();
        let mut next = 0;
        while let Some(&column) = order.get(next) {
            if point[column] >= self.bounds[column].1 {
                self.keep(column, &point);
                next += 1;
                continue;
            }
            let group = self.group(column, &order[next..], many, &point);
            match self.more_of(&group, &point, &effort) {
                Asked::More(other) if is_first(order, &other, &point) => point = other,
                Asked::More(_) => {}
                Asked::None => {
                    group.iter().for_each(|&column| self.keep(column, &point));
                    many = many.saturating_mul(2);
                    continue;
                }
                Asked::Open if group.len() == 1 => {
                    self.keep(column, &point);
                    continue;
                }
                Asked::Open => {}
            }
            many = (group.len() / 2).max(1);
        }
        point
    }

    /// The columns to ask of together, from this one on: so many that cannot be less, but can be more.
    fn group(&self, column: usize, order: &[usize], many: usize, point: &[Rational]) -> Vec<usize> {
        let can_only_be_more = |column: &&usize| {
            let (lower, upper) = &self.bounds[**column];
            point[**column] == *lower && lower < upper
        };
        if !can_only_be_more(&&column) {
            return vec![column];
        }
        order.iter().filter(can_only_be_more).take(many).copied().collect()
    }

    /// Leaves a column only what it is at a point.
    fn keep(&mut self, column: usize, point: &[Rational]) {
        self.bounds[column] = (point[column].clone(), point[column].clone());
        self.note(column);
    }

    /// A point that is worth as much and has more of these columns together, where one is found.
    fn more_of(&mut self, group: &[usize], point: &[Rational], effort: &Effort<'_>) -> Asked {
        let effort = effort.part(ASKS);
        if effort.is_spent() {
            return Asked::Open;
        }
        let least = group.iter().fold(Rational::ONE, |least, &column| least + &point[column]);
        let mut rest = Rest::among(self, group, least, &effort);
        let run = Run::new(rest.search.simplex.rows(), Precision::Exact, None, Some(self.simplex.worth(point)));
        let found = rest.search.run(run, &effort);
        match found.point {
            Some(part) => Asked::More(rest.whole(&part)),
            None if found.closed => Asked::None,
            None => Asked::Open,
        }
    }
}

/// What became of a question.
enum Asked {
    /// There is such a point.
    More(Vec<Rational>),
    /// There is none.
    None,
    /// The effort was spent before that was known.
    Open,
}

/// Whether one point comes before another: at the first column of the order at which they differ, it has more.
fn is_first(order: &[usize], one: &[Rational], other: &[Rational]) -> bool {
    let differs = order.iter().find(|&&column| one[column] != other[column]);
    differs.is_some_and(|&column| one[column] > other[column])
}
