//! A program in whole numbers, for bounds that are soon worked out and exact.

use std::iter;

use fordela_num::Rational;

use crate::exact::simplex::Simplex;

/// What prices are whole multiples of, for a unit of value: many small numbers divide it, so that simple fractions are exact.
const FINE: i128 = 720_720 * 25_600;

/// Weights that contradict bounds may be of any size, so that the largest is as large as fits.
const FINER: i128 = 1 << 22;

/// No number of a program is larger, so that sums of products fit.
const LARGEST: i128 = 1 << 50;

/// No price is larger.
const DEAREST: f64 = 1e18;

/// A program in whole numbers: every row is multiplied by a number, and all values by another.
pub(super) struct Scaled {
    /// What a unit of each column is worth, times `worth`.
    values: Vec<i128>,
    worth: i128,
    /// By column: the rows with their multiplied coefficients.
    columns: Vec<Vec<(usize, i128)>>,
    /// What each row is multiplied by.
    times: Vec<i128>,
    /// The bounds of the sum of each row.
    limits: Vec<(i128, i128)>,
    /// The bounds of each column.
    bounds: Vec<(i128, i128)>,
}

impl Scaled {
    /// The program of a simplex; `None` where its numbers are too large, or a column has a bound that is not whole.
    pub(super) fn of(simplex: &Simplex) -> Option<Self> {
        let (n, rows) = (simplex.matrix.columns(), simplex.matrix.rows());
        let worth = Rational::common_denominator(simplex.cost[..n].iter());
        let mut columns = vec![Vec::new(); n];
        let (mut times, mut limits) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        for row in 0..rows {
            let limit = [&simplex.lower[n + row], &simplex.upper[n + row]];
            let terms = simplex.matrix.row(row);
            let by = Rational::common_denominator(terms.iter().map(|(_, a)| a).chain(limit));
            for (column, a) in terms {
                columns[*column].push((row, whole(&(a * &by))?));
            }
            limits.push((whole(&(limit[0] * &by))?, whole(&(limit[1] * &by))?));
            times.push(whole(&by)?);
        }
        let values = simplex.cost[..n].iter().map(|cost| whole(&(cost * &worth))).collect::<Option<Vec<_>>>()?;
        let bounds = (0..n).map(|column| bounds(simplex.bounds(column))).collect::<Option<Vec<_>>>()?;
        Some(Self { values, worth: whole(&worth)?, columns, times, limits, bounds })
    }

    /// Gives a column other bounds, within those of the program, or the next whole ones without.
    pub(super) fn set_bounds(&mut self, column: usize, lower: &Rational, upper: &Rational) {
        let least = lower.floor().to_i128().unwrap_or(-LARGEST);
        let most = upper.ceil().to_i128().unwrap_or(LARGEST);
        self.bounds[column] = (least, most);
    }

    /// What all points are worth at most, by prices near these, and those prices.
    pub(super) fn bound(&self, prices: &[f64]) -> Option<(Rational, Vec<Rational>)> {
        let (fine, prices) = self.finest(prices)?;
        let most = self.most(&prices, fine)?;
        let unit = Rational::new(1, self.worth * fine)?;
        let exact = prices.iter().zip(&self.times).map(|(price, times)| Rational::from(price * times) * &unit);
        Some((Rational::from(most) * &unit, exact.collect()))
    }

    /// Whole multiples near these prices of the finest that none is too large for, and how many of it are a unit of value.
    fn finest(&self, prices: &[f64]) -> Option<(i128, Vec<i128>)> {
        #[expect(clippy::cast_precision_loss, reason = "prices are rounded anyway")]
        let rounded = |fine: i128| Some((fine, self.rounded(prices, (self.worth * fine) as f64)?));
        iter::successors(Some(FINE), |fine| Some(fine / 2)).take_while(|fine| *fine > 0).find_map(rounded)
    }

    /// Weights near these with which the rows contradict the bounds of the columns, if they do.
    pub(super) fn contradiction(&self, weights: &[f64]) -> Option<Vec<Rational>> {
        let largest = weights.iter().fold(0.0, |largest: f64, weight| largest.max(weight.abs()));
        #[expect(clippy::cast_precision_loss, reason = "weights are rounded anyway")]
        let scale = (FINE * FINER) as f64 / largest;
        let weights = self.rounded(weights, scale)?;
        let contradicts = self.most(&weights, 0)? < 0;
        let exact = weights.iter().zip(&self.times).map(|(weight, times)| Rational::from(weight * times));
        contradicts.then(|| exact.collect())
    }

    /// Prices of the rows as they are multiplied, rounded to whole numbers.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "prices are rounded, and bounded")]
    fn rounded(&self, prices: &[f64], scale: f64) -> Option<Vec<i128>> {
        let round = |(price, times): (&f64, &i128)| {
            let rounded = (price * scale / *times as f64).round();
            (rounded.abs() <= DEAREST).then_some(rounded as i128)
        };
        prices.iter().zip(&self.times).map(round).collect()
    }

    /// The most that `fine · values − prices` can come to, with the limits at their prices.
    fn most(&self, prices: &[i128], fine: i128) -> Option<i128> {
        let at_limit = |(price, (least, most)): (&i128, &(i128, i128))| price * if *price > 0 { most } else { least };
        let mut sum: i128 = prices.iter().zip(&self.limits).map(at_limit).sum();
        for (column, value) in self.values.iter().enumerate() {
            let charge: i128 = self.columns[column].iter().map(|(row, a)| a * prices[*row]).sum();
            let net = value * fine - charge;
            let (least, most) = self.bounds[column];
            sum = sum.checked_add(net.checked_mul(if net > 0 { most } else { least })?)?;
        }
        Some(sum)
    }

    /// What a point of whole numbers is worth, where all rows hold at it.
    pub(super) fn worth_of(&self, point: &[i128]) -> Option<Rational> {
        let mut sums = vec![0_i128; self.times.len()];
        let mut worth: i128 = 0;
        for (column, &x) in point.iter().enumerate() {
            let (least, most) = self.bounds[column];
            if x < least || most < x {
                return None;
            }
            for (row, a) in &self.columns[column] {
                sums[*row] = sums[*row].checked_add(a.checked_mul(x)?)?;
            }
            worth = worth.checked_add(self.values[column].checked_mul(x)?)?;
        }
        let holds = sums.iter().zip(&self.limits).all(|(sum, (least, most))| least <= sum && sum <= most);
        if holds { Rational::new(worth, self.worth) } else { None }
    }
}

fn whole(number: &Rational) -> Option<i128> {
    number.to_i128().filter(|whole| whole.abs() <= LARGEST)
}

fn bounds((lower, upper): (&Rational, &Rational)) -> Option<(i128, i128)> {
    Some((whole(lower)?, whole(upper)?))
}
