//! Raising columns together in floats, to see which rows stop them.
//!
//! As the exact raise, but for classes of columns that are alike in every row: together they are at least what the level asks
//! of each. What comes out is which rows, and at what level, stop somebody: enough to work out exactly where everybody ends,
//! and to check it.

use super::factor::{Factor, LEAST_PIVOT};
use super::sparse::Sparse;
use crate::place::Place;

/// How near a bound counts as at it, in parts of the bound.
const NEAR: f64 = 1e-9;

/// Numbers of a row nearer to zero than this are taken for zero.
const NOTHING: f64 = 1e-9;

/// A column that is raised: at level `t` it is at least `weight · t − head_start`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vessel {
    pub(crate) class: usize,
    pub(crate) lower: f64,
    pub(crate) upper: f64,
    pub(crate) weight: f64,
    pub(crate) head_start: f64,
}

/// How much there is of a class at least: so much, and so much more for every unit of the level.
#[derive(Debug, Clone, Copy, Default)]
struct Least {
    base: f64,
    speed: f64,
}

/// Rows that stop somebody, weighed with these numbers, at a level.
#[derive(Debug, Clone)]
pub(crate) struct Halt {
    pub(crate) level: f64,
    pub(crate) weights: Vec<f64>,
}

/// A bound that is reached.
#[derive(Debug, Clone, Copy)]
enum Bound {
    Lower,
    Upper,
}

impl Bound {
    /// Where it is for a variable, at the present level.
    fn of(self, rising: &Rising, variable: usize) -> f64 {
        match self {
            Self::Lower => rising.lower_now(variable),
            Self::Upper => rising.upper[variable],
        }
    }
}

/// Classes of columns that are raised together.
pub(crate) struct Rising {
    by_class: Sparse,
    by_row: Sparse,
    vessels: Vec<Vessel>,
    /// How much there is at least of every variable: of classes, and after them of the sums of rows.
    least: Vec<Least>,
    upper: Vec<f64>,
    /// How many columns of a variable may yet rise; one of the sum of a row that may move.
    open: Vec<usize>,
    places: Vec<Place>,
    head: Vec<usize>,
    basics: Vec<f64>,
    /// How fast the basic variables move as the level rises.
    rates: Vec<f64>,
    /// How fast the classes that the level moves take up the rows, negated.
    pull: Vec<f64>,
    /// What moves no faster stands still.
    still: f64,
    level: f64,
    factor: Factor,
    /// The row that is being looked at, by variable; zero in between.
    sums: Vec<f64>,
    pub(crate) halts: Vec<Halt>,
    work: usize,
}

/// Where raising begins.
pub(crate) struct Start {
    /// The coefficients of each class by row.
    pub(crate) by_class: Sparse,
    pub(crate) vessels: Vec<Vessel>,
    /// How much there may be of columns that are not raised, by class: those that are free to move, and those that do not
    /// but hold a place in the basis.
    pub(crate) others: Vec<(usize, (f64, f64))>,
    /// The bounds of the sum of each row.
    pub(crate) rows: Vec<(f64, f64)>,
    /// Where classes and sums of rows stand.
    pub(crate) places: Vec<Place>,
    /// The variable at each position of the basis, and its value.
    pub(crate) head: Vec<(usize, f64)>,
}

impl Rising {
    /// Begins where the columns stand; `None` where floats take the basis for none.
    pub(crate) fn new(start: Start) -> Option<Self> {
        let (classes, rows) = (start.by_class.len(), start.rows.len());
        let head: Vec<usize> = start.head.iter().map(|(variable, _)| *variable).collect();
        let factor = Factor::new(&start.by_class, rows, head.iter().copied())?;
        let (mut least, mut upper, mut open) = (vec![Least::default(); classes], vec![0.0; classes], vec![0; classes]);
        for vessel in &start.vessels {
            least[vessel.class].base += vessel.lower;
            upper[vessel.class] += vessel.upper;
            open[vessel.class] += 1;
        }
        for (class, (low, high)) in start.others {
            least[class].base += low;
            upper[class] += high;
            open[class] += usize::from(low < high);
        }
        for (low, high) in start.rows {
            least.push(Least { base: low, speed: 0.0 });
            upper.push(high);
            open.push(usize::from(low < high));
        }
        Some(Self {
            by_row: start.by_class.turned(rows),
            still: NOTHING * start.vessels.iter().fold(0.0, |most: f64, vessel| most.max(vessel.weight)),
            sums: vec![0.0; upper.len()],
            least,
            upper,
            open,
            places: start.places,
            basics: start.head.iter().map(|(_, value)| *value).collect(),
            head,
            rates: vec![0.0; rows],
            pull: vec![0.0; rows],
            level: 0.0,
            factor,
            halts: Vec::new(),
            work: 0,
            by_class: start.by_class,
            vessels: start.vessels,
        })
    }

    /// Where classes and sums of rows stand, with how much there is of those in the basis, by position.
    pub(crate) fn stands(self) -> (Vec<Place>, Vec<f64>) {
        (self.places, self.basics)
    }

    /// Raises until nobody can rise; whether floats came so far.
    pub(crate) fn run(&mut self, mut goes_on: impl FnMut(usize) -> bool) -> bool {
        let mut turns = self.turns();
        let most = 20 * self.head.len() + self.upper.len() + 1_000;
        let mut exchanges = 0;
        while let Some((at, ..)) = turns.last().copied() {
            match self.first_hit() {
                Some((hit, position, bound)) if hit < at => {
                    self.go_to(hit);
                    // What floats leave of the way there would be gone without end.
                    self.basics[position] = bound.of(self, self.head[position]);
                }
                _ => {
                    self.go_to(at);
                    while let Some((_, begins, column)) = turns.pop_if(|(level, ..)| *level <= at) {
                        self.turn(column, begins);
                    }
                    self.update_rates();
                }
            }
            while let Some((position, rises)) = self.blocked() {
                exchanges += 1;
                if exchanges > most || !goes_on(std::mem::take(&mut self.work)) || !self.unblock(position, rises) {
                    return false;
                }
            }
        }
        true
    }

    /// The levels at which columns begin and end to rise, the last first.
    fn turns(&self) -> Vec<(f64, bool, usize)> {
        let mut turns = Vec::with_capacity(2 * self.vessels.len());
        for (column, vessel) in self.vessels.iter().enumerate() {
            turns.push((((vessel.lower + vessel.head_start) / vessel.weight).max(0.0), true, column));
            turns.push(((vessel.upper + vessel.head_start) / vessel.weight, false, column));
        }
        turns.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)).then(other.2.cmp(&one.2)));
        turns
    }

    fn turn(&mut self, vessel: usize, begins: bool) {
        let Vessel { class, lower, upper, weight, head_start } = self.vessels[vessel];
        if self.open[class] == 0 {
            return;
        }
        if begins {
            self.quicken(class, weight, -head_start - lower);
        } else {
            self.open[class] -= 1;
            self.quicken(class, -weight, upper + head_start);
        }
    }

    /// Lets a class rise faster, or slower, from now on.
    fn quicken(&mut self, class: usize, speed: f64, base: f64) {
        self.least[class].base += base;
        self.least[class].speed += speed;
        if self.places[class] == Place::Lower {
            self.by_class.add(class, -speed, &mut self.pull);
        }
    }

    /// Counts a class, or counts it no more, among those that the level moves: the ones at their lower bound.
    fn set_pull(&mut self, variable: usize, counted: bool) {
        if variable < self.by_class.len() && self.places[variable] == Place::Lower {
            let speed = self.least[variable].speed;
            let by = if counted { -speed } else { speed };
            self.by_class.add(variable, by, &mut self.pull);
        }
    }

    fn update_rates(&mut self) {
        let mut pull = self.pull.clone();
        self.factor.solve(&self.by_class, &mut pull, &mut self.rates);
        self.work += 6 * self.rates.len();
    }

    fn lower_now(&self, variable: usize) -> f64 {
        self.least[variable].base + self.least[variable].speed * self.level
    }

    /// How fast a basic variable falls towards its lower bound.
    fn fall(&self, position: usize) -> f64 {
        self.least[self.head[position]].speed - self.rates[position]
    }

    /// The first level at which a basic variable reaches a bound, with its position.
    fn first_hit(&mut self) -> Option<(f64, usize, Bound)> {
        self.work += 2 * self.head.len();
        let mut first: Option<(f64, usize, Bound)> = None;
        let mut hits = |after: f64, position: usize, bound: Bound| {
            if first.is_none_or(|(least, ..)| after < least) {
                first = Some((after, position, bound));
            }
        };
        for (position, &variable) in self.head.iter().enumerate() {
            let (value, rate, fall) = (self.basics[position], self.rates[position], self.fall(position));
            if fall > self.still {
                hits((value - self.lower_now(variable)) / fall, position, Bound::Lower);
            }
            if rate > self.still {
                hits((self.upper[variable] - value) / rate, position, Bound::Upper);
            }
        }
        first.map(|(after, position, bound)| (self.level + after.max(0.0), position, bound))
    }

    fn go_to(&mut self, level: f64) {
        let step = level - self.level;
        self.level = level;
        self.basics.iter_mut().zip(&self.rates).for_each(|(value, rate)| *value += rate * step);
    }

    /// A basic variable that would break a bound at once: the one that comes first, so that exchanges cannot go in circles. With
    /// whether it must rise to mend that.
    fn blocked(&self) -> Option<(usize, bool)> {
        let mut first: Option<(usize, usize, bool)> = None;
        for (position, &variable) in self.head.iter().enumerate() {
            if first.is_some_and(|(least, ..)| least < variable) {
                continue;
            }
            let value = self.basics[position];
            let near = |bound: f64| NEAR * (1.0 + bound.abs());
            let low = self.lower_now(variable);
            let (fall, rate) = (self.fall(position), self.rates[position]);
            if fall > self.still && value <= low + near(low) {
                first = Some((variable, position, true));
            } else if rate > self.still && value >= self.upper[variable] - near(self.upper[variable]) {
                first = Some((variable, position, false));
            }
        }
        first.map(|(_, position, rises)| (position, rises))
    }

    /// Exchanges what is blocked for something that can move, or fixes all that its row stops.
    fn unblock(&mut self, position: usize, rises: bool) -> bool {
        let rows = self.head.len();
        let (mut unit, mut weights) = (vec![0.0; rows], vec![0.0; rows]);
        unit[position] = 1.0;
        self.factor.solve_transposed(&self.by_class, &mut unit, &mut weights);
        let row = self.row(&weights);
        match row
            .iter()
            .filter(|(variable, a)| self.can_mend(*variable, *a, rises))
            .map(|(variable, _)| *variable)
            .min()
        {
            Some(entering) => self.exchange(position, entering, rises),
            None => {
                self.stop(position, &row, weights, rises);
                true
            }
        }
    }

    /// How a basic variable falls when each variable outside the basis rises.
    fn row(&mut self, weights: &[f64]) -> Vec<(usize, f64)> {
        let classes = self.by_class.len();
        let mut touched = Vec::new();
        for (i, &weight) in weights.iter().enumerate().filter(|(_, weight)| weight.abs() > NOTHING) {
            self.work += self.by_row.len_of(i);
            for (class, a) in self.by_row.of(i) {
                touched.push(class);
                self.sums[class] += weight * a;
            }
            self.sums[classes + i] = -weight;
            touched.push(classes + i);
        }
        let mut row = Vec::with_capacity(touched.len());
        for variable in touched {
            let a = std::mem::take(&mut self.sums[variable]);
            if a.abs() > NOTHING && !matches!(self.places[variable], Place::Basic(_)) {
                row.push((variable, a));
            }
        }
        row
    }

    fn can_mend(&self, variable: usize, a: f64, rises: bool) -> bool {
        self.open[variable] > 0
            && match self.places[variable] {
                Place::Lower => (a < 0.0) == rises,
                Place::Upper => (a > 0.0) == rises,
                Place::Basic(_) => false,
            }
    }

    fn exchange(&mut self, position: usize, entering: usize, rises: bool) -> bool {
        let leaving = self.head[position];
        self.set_pull(entering, false);
        let value = if self.places[entering] == Place::Upper { self.upper[entering] } else { self.lower_now(entering) };
        let (mut column, mut solved) = (vec![0.0; self.head.len()], vec![0.0; self.head.len()]);
        self.by_class.add(entering, 1.0, &mut column);
        self.factor.solve(&self.by_class, &mut column, &mut solved);
        if solved[position].abs() < LEAST_PIVOT {
            return false;
        }
        self.head[position] = entering;
        self.basics[position] = value;
        self.places[leaving] = if rises { Place::Lower } else { Place::Upper };
        self.places[entering] = Place::Basic(position);
        self.factor.exchange(position, &solved);
        self.set_pull(leaving, true);
        if self.factor.is_worn() && !self.renew() {
            return false;
        }
        self.update_rates();
        true
    }

    fn renew(&mut self) -> bool {
        let Some(factor) = Factor::new(&self.by_class, self.head.len(), self.head.iter().copied()) else {
            return false;
        };
        self.work += 20 * self.head.len();
        self.factor = factor;
        true
    }

    /// No point has a higher level here: every column of the row stays where it is.
    fn stop(&mut self, position: usize, row: &[(usize, f64)], weights: Vec<f64>, rises: bool) {
        let stopped = self.head[position];
        for variable in row.iter().map(|(variable, _)| *variable).chain([stopped]) {
            let value = match self.places[variable] {
                Place::Basic(position) => self.basics[position],
                Place::Lower => self.lower_now(variable),
                Place::Upper => self.upper[variable],
            };
            self.set_pull(variable, false);
            self.least[variable] = Least { base: value, speed: 0.0 };
            self.upper[variable] = value;
            self.open[variable] = 0;
        }
        let weights = if rises { weights } else { weights.iter().map(|weight| -weight).collect() };
        self.halts.push(Halt { level: self.level, weights });
        self.update_rates();
    }
}
