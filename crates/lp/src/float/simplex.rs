//! A dual simplex in floats, whose variables have concave values.
//!
//! Variables are the classes of columns, and after them the sum of every row. A variable outside the basis stands between two
//! of its segments, or at an end; the charge of its rows is then no more than what the segment before is worth, and no less
//! than the one after. One exchange passes many segments (the long step: Maros 2003, ch. 7), and what leaves the basis is
//! chosen by steepest edge (Forrest & Goldfarb 1992). Values are moved a little at first, each by another amount, so that
//! there are no ties to go in circles on.

use std::rc::Rc;

use super::classes::Classes;
use super::factor::Factor;
use super::ratio::Crossing;

/// How far a value may be beyond its bound and still be taken to keep it, in parts of the bound.
const FEASIBLE: f64 = 1e-9;

/// Where a variable stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// In the basis, at this position.
    Basic(usize),
    /// Outside, with so many of its segments taken.
    After(usize),
}

/// How a solve ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// At an optimum, as far as floats tell.
    Optimal,
    /// At a row that no point seems to satisfy.
    Infeasible,
    /// The effort was spent, or floats tell no more.
    Lost,
}

/// A dual simplex in floats.
#[derive(Debug, Clone)]
pub(crate) struct Floats {
    pub(super) classes: Rc<Classes>,
    pub(super) rows: usize,
    /// The first segment of every variable, and where those of the last end.
    pub(super) first: Vec<usize>,
    /// What a unit of each segment is worth, and the most that any is worth or costs.
    pub(super) worth: Vec<f64>,
    pub(super) most: f64,
    /// How much of a variable there is where each segment ends.
    pub(super) ends: Vec<f64>,
    /// How much there is of every variable at least.
    pub(super) least: Vec<f64>,
    pub(super) stands: Vec<Stands>,
    /// What the rows charge for a unit of every variable.
    pub(super) charges: Vec<f64>,
    /// The variable at each position of the basis, and its segment.
    pub(super) head: Vec<(usize, usize)>,
    /// How much there is of it.
    pub(super) basics: Vec<f64>,
    /// The squared length of the edge at each position.
    pub(super) edges: Vec<f64>,
    pub(super) factor: Factor,
    /// By how much the sums of rows have changed with bounds since the basic amounts were worked out, if they have.
    pub(super) moved: Vec<f64>,
    pub(super) is_moved: bool,
    pub(super) scratch: Scratch,
    /// Whether a row is met where all that can be moved is just what is missing of it.
    pub(crate) meets: bool,
    /// How many numbers have been looked at.
    pub(crate) work: usize,
}

/// What one exchange works with, kept so that it need not be made anew.
#[derive(Debug, Clone, Default)]
pub(super) struct Scratch {
    pub(super) by_row: Vec<f64>,
    pub(super) by_position: Vec<f64>,
    /// The combination of rows that is the row of what leaves the basis.
    pub(super) weights: Vec<f64>,
    /// How what leaves falls when each variable rises.
    pub(super) row: Vec<f64>,
    /// Where the row may be other than zero.
    pub(super) touched: Vec<usize>,
    /// The column of what enters, solved.
    pub(super) column: Vec<f64>,
    /// The row of what leaves, solved.
    pub(super) edge: Vec<f64>,
    /// The segments that are passed, in order.
    pub(super) passed: Vec<Crossing>,
    pub(super) next: Vec<Crossing>,
}

impl Scratch {
    fn new(variables: usize, rows: usize) -> Self {
        let by_row = vec![0.0; rows];
        Self {
            by_position: by_row.clone(),
            weights: by_row.clone(),
            column: by_row.clone(),
            edge: by_row.clone(),
            by_row,
            row: vec![0.0; variables],
            ..Self::default()
        }
    }
}

/// What leaves the basis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaving {
    pub(super) position: usize,
    /// Whether there is too little of it.
    pub(super) rises: bool,
    /// By how much it is beyond its bound.
    pub(super) missing: f64,
}

/// The numbers of a program that are not those of classes.
pub(crate) struct Numbers {
    /// What a unit of each column is worth.
    pub(crate) values: Vec<f64>,
    /// The bounds of each column.
    pub(crate) columns: Vec<(f64, f64)>,
    /// The bounds of the sum of each row.
    pub(crate) rows: Vec<(f64, f64)>,
}

impl Floats {
    /// Begins with the sums of all rows in the basis. Values are moved by up to this part of the largest, or twice.
    pub(crate) fn new(classes: Classes, numbers: &Numbers, moved: f64) -> Self {
        let (k, rows) = (classes.len(), numbers.rows.len());
        let mut floats = Self {
            rows,
            first: classes.first.clone(),
            worth: Vec::new(),
            ends: Vec::new(),
            least: Vec::with_capacity(k + rows),
            stands: Vec::with_capacity(k + rows),
            charges: vec![0.0; k + rows],
            head: (k..k + rows).zip(classes.ends.len()..).collect(),
            basics: vec![0.0; rows],
            edges: vec![1.0; rows],
            factor: Factor::of_row_sums(rows),
            moved: vec![0.0; rows],
            is_moved: false,
            scratch: Scratch::new(k + rows, rows),
            most: 0.0,
            meets: false,
            work: 0,
            classes: Rc::new(classes),
        };
        for class in 0..k {
            floats.add_class(class, numbers);
        }
        for (row, (least, most)) in numbers.rows.iter().enumerate() {
            floats.least.push(*least);
            floats.worth.push(0.0);
            floats.ends.push(*most);
            floats.first.push(floats.worth.len());
            floats.stands.push(Stands::Basic(row));
        }
        floats.disturb(moved);
        floats.reprice();
        floats.recompute();
        floats
    }

    fn add_class(&mut self, class: usize, numbers: &Numbers) {
        let (start, end) = (self.classes.first[class], self.classes.first[class + 1]);
        let columns = |segment: usize| self.classes.of_segment(segment).iter().map(|&column| numbers.columns[column]);
        let least: f64 = (start..end).flat_map(columns).map(|(lower, _)| lower).sum();
        let mut sum = least;
        for segment in start..end {
            sum += columns(segment).map(|(lower, upper)| upper - lower).sum::<f64>();
            self.ends.push(sum);
            self.worth.push(numbers.values[self.classes.of_segment(segment)[0]]);
        }
        self.least.push(least);
        let taken = self.worth[start..].iter().filter(|worth| **worth > 0.0).count();
        self.stands.push(Stands::After(taken));
    }

    /// Moves all values a little, each by another amount; those of a variable keep their order.
    fn disturb(&mut self, part: f64) {
        self.most = self.worth.iter().fold(0.0, |most: f64, worth| most.max(worth.abs()));
        for variable in 0..self.classes.len() {
            let mut before = f64::INFINITY;
            for segment in self.first[variable]..self.first[variable + 1] {
                let moved = self.worth[segment] - self.most * part * (1.0 + scattered(segment));
                before = moved.min(before);
                self.worth[segment] = before;
            }
        }
    }

    /// How much there is of a variable outside the basis.
    pub(super) fn amount_after(&self, variable: usize, taken: usize) -> f64 {
        if taken == 0 { self.least[variable] } else { self.ends[self.first[variable] + taken - 1] }
    }

    /// Between which amounts a segment of a variable lies.
    pub(super) fn bounds(&self, variable: usize, segment: usize) -> (f64, f64) {
        (self.amount_after(variable, segment - self.first[variable]), self.ends[segment])
    }

    /// How much there is of a variable.
    pub(crate) fn amount(&self, variable: usize) -> f64 {
        match self.stands[variable] {
            Stands::Basic(position) => self.basics[position],
            Stands::After(taken) => self.amount_after(variable, taken),
        }
    }

    /// Whether a variable is outside the basis.
    pub(crate) fn is_outside(&self, variable: usize) -> bool {
        matches!(self.stands[variable], Stands::After(_))
    }

    /// The bounds of a class with one segment.
    pub(crate) fn bounds_of(&self, class: usize) -> (f64, f64) {
        self.bounds(class, self.first[class])
    }

    /// Gives a class with one segment other bounds.
    pub(crate) fn set_bounds(&mut self, class: usize, (lower, upper): (f64, f64)) {
        let before = self.amount(class);
        self.least[class] = lower;
        self.ends[self.first[class]] = upper;
        if let Stands::After(taken) = self.stands[class] {
            self.classes.by_class.add(class, self.amount_after(class, taken) - before, &mut self.moved);
            self.is_moved = true;
        }
    }

    /// Exchanges variables until nothing is beyond its bounds, and looks at what comes out with new factors. `goes_on` is told
    /// how many numbers were looked at, and says whether to go on.
    pub(crate) fn solve(&mut self, mut goes_on: impl FnMut(usize) -> bool) -> Ended {
        loop {
            let ended = self.solve_on(&mut goes_on);
            if ended == Ended::Lost || self.factor.is_new() {
                return ended;
            }
            if !self.renew() {
                return Ended::Lost;
            }
        }
    }

    /// The same, with the factors as they are.
    pub(crate) fn solve_on(&mut self, mut goes_on: impl FnMut(usize) -> bool) -> Ended {
        if std::mem::take(&mut self.is_moved) {
            self.scratch.by_row.copy_from_slice(&self.moved);
            self.moved.fill(0.0);
            self.move_basics();
        }
        let most = 100 * self.rows + 20 * self.classes.len() + 1_000;
        for _ in 0..most {
            if !goes_on(std::mem::take(&mut self.work)) {
                return Ended::Lost;
            }
            let Some(leaving) = self.leaving() else { return Ended::Optimal };
            if let Some(ended) = self.exchange(leaving) {
                return ended;
            }
        }
        Ended::Lost
    }

    /// What classes with one segment are worth where they stand. Where nothing outside the basis asks to be moved, no point is
    /// worth more.
    pub(crate) fn value(&self) -> f64 {
        (0..self.classes.len()).map(|class| self.worth[self.first[class]] * self.amount(class)).sum()
    }

    /// What is lost for a unit that a class with one segment is moved from where it stands; nothing for what is in the basis.
    pub(crate) fn loss(&self, class: usize) -> f64 {
        match self.stands[class] {
            Stands::Basic(_) => 0.0,
            Stands::After(_) => (self.worth[self.first[class]] - self.charges[class]).abs(),
        }
    }

    /// What is furthest beyond its bound, for the length of its edge.
    fn leaving(&mut self) -> Option<Leaving> {
        self.work += self.rows;
        let mut worst = None;
        let mut most = 0.0;
        for (position, &(variable, segment)) in self.head.iter().enumerate() {
            let (low, high) = self.bounds(variable, segment);
            let amount = self.basics[position];
            let beyond = (low - amount).max(amount - high);
            if beyond > FEASIBLE * (1.0 + amount.abs()) {
                let worth = beyond * beyond / self.edges[position];
                if worth > most {
                    most = worth;
                    worst = Some(Leaving { position, rises: amount < low, missing: beyond });
                }
            }
        }
        worst
    }
}

/// A number from 0 to 1 that has nothing to do with those before and after it.
#[expect(clippy::cast_precision_loss, reason = "any number will do")]
fn scattered(n: usize) -> f64 {
    let mut bits = (n as u64).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}
