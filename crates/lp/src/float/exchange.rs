//! One exchange of the basis in floats.

use super::factor::{Factor, LEAST_PIVOT};
use super::ratio::Crossing;
use super::simplex::{Ended, Floats, Leaving, Stands};

/// An exchange whose pivot differs by more than this part of it, seen from the row and from the column, is tried again with
/// new factors.
const AGREES: f64 = 1e-6;

/// No steepest edge is shorter, as the lengths are only kept right by and by.
const SHORTEST: f64 = 1e-4;

/// Numbers nearer to zero than this are taken for zero.
const NOTHING: f64 = 1e-12;

/// So much more may be charged than a segment is worth, in parts of the most that any is, before it is given back.
const FREE: f64 = 1e-12;

impl Floats {
    /// One exchange; how the solve ended, if it did.
    pub(super) fn exchange(&mut self, leaving: Leaving) -> Option<Ended> {
        self.fill_row(leaving.position);
        let Some(found) = self.entering(leaving) else {
            if !leaving.rises {
                self.scratch.weights.iter_mut().for_each(|weight| *weight = -*weight);
            }
            return Some(Ended::Infeasible);
        };
        let step = if leaving.rises { found.at } else { -found.at };
        let (out, _) = self.head[leaving.position];
        if found.variable == out {
            self.pass(out);
            self.charge(step);
            self.head[leaving.position].1 = found.segment;
            return None;
        }
        self.fill_column(found.variable);
        let (seen, pivot) = (self.scratch.row[found.variable], self.scratch.column[leaving.position]);
        if (seen - pivot).abs() > AGREES * (1.0 + pivot.abs()) || pivot.abs() < LEAST_PIVOT {
            let is_renewed = !self.factor.is_new() && self.renew();
            return (!is_renewed).then_some(Ended::Lost);
        }
        let last = self.pass(out);
        self.charge(step);
        self.swap(leaving, found, last, step);
        let is_lost = self.factor.is_worn() && !self.renew();
        is_lost.then_some(Ended::Lost)
    }

    /// The row of what leaves: how much it falls when each variable rises.
    fn fill_row(&mut self, position: usize) {
        self.combine(position);
        let Self { scratch, classes, stands, .. } = self;
        for variable in scratch.touched.drain(..) {
            scratch.row[variable] = 0.0;
        }
        self.work += 4 * self.rows;
        for (i, &weight) in scratch.weights.iter().enumerate().filter(|(_, weight)| weight.abs() > NOTHING) {
            self.work += classes.by_row.len_of(i);
            for (class, a) in classes.by_row.of(i) {
                // What comes back to zero is listed twice.
                if scratch.row[class].abs() <= 0.0 {
                    scratch.touched.push(class);
                }
                scratch.row[class] += weight * a;
            }
            scratch.row[classes.len() + i] = -weight;
            scratch.touched.push(classes.len() + i);
        }
        scratch.touched.sort_unstable();
        scratch.touched.dedup();
        let row = &mut scratch.row;
        scratch.touched.retain(|&variable| {
            let is_outside = matches!(stands[variable], Stands::After(_));
            if !is_outside {
                row[variable] = 0.0;
            }
            is_outside
        });
    }

    /// The weights of the rows whose combination tells how much there is of a variable in the basis; `None` outside.
    pub(crate) fn combination(&mut self, variable: usize) -> Option<&[f64]> {
        let Stands::Basic(position) = self.stands[variable] else { return None };
        self.combine(position);
        Some(&self.scratch.weights)
    }

    /// Works out the weights of the rows whose combination is the row of a position.
    fn combine(&mut self, position: usize) {
        let Self { scratch, factor, classes, .. } = self;
        scratch.by_position.fill(0.0);
        scratch.by_position[position] = 1.0;
        factor.solve_transposed(&classes.by_class, &mut scratch.by_position, &mut scratch.weights);
    }

    /// The column of a variable, solved by the basis.
    fn fill_column(&mut self, variable: usize) {
        self.scratch.by_row.fill(0.0);
        self.add_column(variable, 1.0);
        let Self { scratch, factor, classes, .. } = self;
        factor.solve(&classes.by_class, &mut scratch.by_row, &mut scratch.column);
        self.work += 4 * self.rows;
    }

    /// Adds a multiple of a variable's column to the numbers by row.
    fn add_column(&mut self, variable: usize, by: f64) {
        self.classes.by_class.add(variable, by, &mut self.scratch.by_row);
    }

    /// Moves what has been passed; the last segment that what leaves has passed is returned, if it has.
    fn pass(&mut self, out: usize) -> Option<usize> {
        let passed = std::mem::take(&mut self.scratch.passed);
        let mut last = None;
        let mut moved = false;
        self.scratch.by_row.fill(0.0);
        for Crossing { variable, segment, .. } in &passed {
            if *variable == out {
                last = Some(*segment);
                continue;
            }
            let (low, high) = self.bounds(*variable, *segment);
            let Stands::After(taken) = self.stands[*variable] else { continue };
            let rises = *segment == self.first[*variable] + taken;
            self.stands[*variable] = Stands::After(if rises { taken + 1 } else { taken - 1 });
            self.add_column(*variable, if rises { high - low } else { low - high });
            moved = true;
        }
        self.scratch.passed = passed;
        if moved {
            self.move_basics();
        }
        last
    }

    /// Moves the basic amounts by what others change in the rows.
    pub(super) fn move_basics(&mut self) {
        let Self { scratch, factor, classes, basics, .. } = self;
        factor.solve(&classes.by_class, &mut scratch.by_row, &mut scratch.by_position);
        basics.iter_mut().zip(&scratch.by_position).for_each(|(basic, moved)| *basic -= moved);
        self.work += 4 * self.rows;
    }

    /// Moves the charges of all variables along the row.
    fn charge(&mut self, step: f64) {
        for &variable in &self.scratch.touched {
            self.charges[variable] += step * self.scratch.row[variable];
        }
    }

    /// Takes what was found into the basis, in the place of what leaves; `last` is the last segment that this passed.
    fn swap(&mut self, leaving: Leaving, found: Crossing, last: Option<usize>, step: f64) {
        let position = leaving.position;
        let (out, segment) = self.head[position];
        let end = last.unwrap_or(segment);
        let (low, high) = self.bounds(out, end);
        let pivot = self.scratch.column[position];
        let by = (self.basics[position] - if leaving.rises { low } else { high }) / pivot;
        self.lengthen(position);
        for (basic, w) in self.basics.iter_mut().zip(&self.scratch.column) {
            *basic -= by * w;
        }
        let taken = self.taken(found.variable);
        self.basics[position] = self.amount_after(found.variable, taken) + by;
        self.charges[out] = self.worth[segment] + step;
        self.charges[found.variable] = self.worth[found.segment];
        self.stands[out] = Stands::After(end - self.first[out] + usize::from(!leaving.rises));
        self.stands[found.variable] = Stands::Basic(position);
        self.head[position] = (found.variable, found.segment);
        self.factor.exchange(position, &self.scratch.column);
    }

    /// Keeps the lengths of the edges right.
    fn lengthen(&mut self, position: usize) {
        let Self { scratch, factor, classes, edges, .. } = self;
        let length: f64 = scratch.weights.iter().map(|weight| weight * weight).sum();
        scratch.by_row.copy_from_slice(&scratch.weights);
        factor.solve(&classes.by_class, &mut scratch.by_row, &mut scratch.edge);
        let pivot = scratch.column[position];
        for (p, w) in scratch.column.iter().enumerate().filter(|(_, w)| w.abs() > NOTHING) {
            let part = w / pivot;
            edges[p] = (edges[p] - part * (2.0 * scratch.edge[p] - part * length)).max(SHORTEST);
        }
        edges[position] = (length / (pivot * pivot)).max(SHORTEST);
        self.work += 5 * self.rows;
    }

    /// Makes everything anew that is kept right by and by; whether the basis can still be solved by.
    pub(super) fn renew(&mut self) -> bool {
        let variables = self.head.iter().map(|(variable, _)| *variable);
        let Some(factor) = Factor::new(&self.classes.by_class, self.rows, variables) else { return false };
        self.factor = factor;
        self.work += 20 * self.rows;
        self.reprice();
        self.settle();
        self.recompute();
        true
    }

    /// Works out what the rows charge.
    pub(super) fn reprice(&mut self) {
        let Self { scratch, factor, classes, charges, .. } = self;
        for (cost, (_, segment)) in scratch.by_position.iter_mut().zip(&self.head) {
            *cost = self.worth[*segment];
        }
        factor.solve_transposed(&classes.by_class, &mut scratch.by_position, &mut scratch.weights);
        for (class, charge) in charges.iter_mut().take(classes.len()).enumerate() {
            *charge = classes.by_class.of(class).map(|(row, a)| a * scratch.weights[row]).sum();
        }
        for (row, weight) in scratch.weights.iter().enumerate() {
            charges[classes.len() + row] = -weight;
        }
        self.work += self.stands.len();
    }

    /// The weights of the rows with which these seem to contradict the bounds, where a solve ended so.
    pub(crate) fn weights(&self) -> &[f64] {
        &self.scratch.weights
    }

    /// The prices of the rows at which nothing in the basis is worth more than its charge, where a unit of each column, which
    /// is a class of its own, is worth this.
    pub(crate) fn prices(&mut self, values: &[f64]) -> &[f64] {
        let Self { scratch, factor, classes, .. } = self;
        for (cost, (variable, _)) in scratch.by_position.iter_mut().zip(&self.head) {
            *cost = values.get(*variable).copied().unwrap_or(0.0);
        }
        factor.solve_transposed(&classes.by_class, &mut scratch.by_position, &mut scratch.weights);
        self.work += 2 * self.stands.len();
        &scratch.weights
    }

    /// Takes as many segments of every variable outside the basis as its charge asks for.
    pub(super) fn settle(&mut self) {
        for variable in 0..self.stands.len() {
            let Stands::After(taken) = self.stands[variable] else { continue };
            let worth = &self.worth[self.first[variable]..self.first[variable + 1]];
            let charge = self.charges[variable];
            let near = self.most * FREE;
            let least = taken + worth[taken..].iter().take_while(|worth| **worth > charge + near).count();
            let over = worth[..taken].iter().rev().take_while(|worth| **worth < charge - near).count();
            self.stands[variable] = Stands::After(least - over);
        }
    }

    /// Works out the basic amounts from all others.
    pub(super) fn recompute(&mut self) {
        self.moved.fill(0.0);
        self.is_moved = false;
        self.scratch.by_row.fill(0.0);
        for variable in 0..self.stands.len() {
            if let Stands::After(taken) = self.stands[variable] {
                self.add_column(variable, self.amount_after(variable, taken));
            }
        }
        self.basics.fill(0.0);
        self.move_basics();
        self.work += self.stands.len();
    }
}
