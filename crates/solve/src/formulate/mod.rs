//! From a call to a linear program in whole units, and the key that maps it back.
//!
//! A grant is a sum of columns, in units. A call without choices has a column for every stretch of an
//! ask in which a unit is worth the same (`divisible`); one with choices has yes-or-no columns
//! besides (`choices`). Funds, caps, floors and links are rows.

mod choices;
mod cuts;
mod divisible;
mod funds;
mod grants;
mod key;
mod sharing;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub(crate) use choices::choices;
pub(crate) use divisible::{all, divisible, free, lone_caps_are_rows, rounding, whole};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_model::call::{Kind, LinkKind};
use fordela_model::{Range, grain};
use fordela_num::{Rational, covering_units, whole_units};
use grants::Grants;
pub use key::Cell;
pub use key::Key;
use key::Meaning;
pub(crate) use sharing::Shared;

use crate::instance::{Activity, ActivityIx, Case, Instance, Limit, LineIx, Node};

type Terms = Vec<(ColumnId, Rational)>;

/// A program and what its columns and rows mean.
#[derive(Debug, Clone)]
pub struct Formulation {
    /// The program.
    pub program: Program,
    /// What its columns and rows mean.
    pub key: Key,
}

impl Formulation {
    /// The limits that rows have in an instance which differs in what funds hold and in limits alone: the row, on which side
    /// the limit holds it, and the limit. All caps and floors are rows.
    pub(crate) fn limits_in(&self, instance: &Instance) -> impl Iterator<Item = (usize, Kind, Rational)> {
        let builder = Builder::new(instance, Limits::InRows);
        let by_cells = !self.key.cells.is_empty();
        self.key.rows.iter().enumerate().filter_map(move |(row, meaning)| match meaning {
            Meaning::Funds(funds) => Some((row, Kind::AtMost, builder.held(funds, by_cells))),
            Meaning::Case(c) => Some((row, instance.cases[*c].kind, builder.limit(&instance.cases[*c]))),
            Meaning::Link(_) | Meaning::Part(..) | Meaning::Cut(_) | Meaning::Inner => None,
        })
    }

    /// The row of the points that are worth this or more.
    pub fn worth_at_least(&self, value: Rational) -> Row {
        let columns = self.program.columns().iter().enumerate();
        let terms = columns.map(|(j, column)| (ColumnId(j), column.value.clone())).collect();
        Row::at_least("value", terms, value)
    }
}

/// What becomes of limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limits {
    /// Rows in whole units, but for caps on one activity alone: these narrow its range.
    Narrowing,
    /// Rows in whole units, all of them.
    InRows,
    /// The same, at the nearest amounts that sums of grants come to, which may be farther apart than units.
    Reached,
    /// Rows, all of them, at the amounts that are written, in units that need not be whole; and so the tiers of asks.
    AsWritten,
}

/// Which numbers the columns of a program may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// Whole ones for what is a choice, any for what can be divided.
    AsTheyAre,
    /// Whole ones: only grants in whole units, paid in whole cells.
    Whole,
}

/// The program of a whole call, with a row for every cap and floor.
pub fn formulate(instance: &Instance, columns: Columns) -> Formulation {
    let builder = Builder { whole_cells: columns == Columns::Whole, ..Builder::new(instance, Limits::InRows) };
    let mut formulation = if instance.has_choices() { builder.choices() } else { builder.divisible(&all(instance)) };
    if columns == Columns::Whole {
        formulation.program = formulation.program.all_integer();
    }
    formulation
}

/// The program of a whole call with limits and tiers as they are written, in units that need not be whole.
pub fn as_written(instance: &Instance) -> Formulation {
    if instance.has_choices() {
        return Builder::new(instance, Limits::AsWritten).choices();
    }
    divisible(instance, &all(instance), Limits::AsWritten)
}

/// A program under construction.
struct Builder<'i> {
    instance: &'i Instance,
    limits: Limits,
    /// Whether every fund pays whole cells of everything.
    whole_cells: bool,
    /// How many units a cell of money from a fund, or for a line, is counted in.
    cell: Rational,
    /// Whether the grants of activities that are granted line by line have a column a line.
    has_line_choices: bool,
    program: Program,
    key: Key,
    /// The columns that are 1 when a node gets money, where a link needs to know.
    nodes: BTreeMap<Node, Terms>,
}

/// How many units a cell is counted in: one, or a hundredth of the currency where funds carry parts of activities or lines
/// are paid for by themselves, which need not be whole units.
fn cell(instance: &Instance) -> Rational {
    if instance.pays_by_parts() {
        Rational::ONE / (instance.unit.rational() * Rational::from(100_i64))
    } else {
        Rational::ONE
    }
}

/// The least step of what a case counts, in units.
pub(crate) fn step(instance: &Instance, case: &Case) -> Rational {
    if case.counts_grants() { Rational::ONE } else { cell(instance) }
}

impl<'i> Builder<'i> {
    fn new(instance: &'i Instance, limits: Limits) -> Self {
        Self {
            instance,
            limits,
            whole_cells: false,
            cell: cell(instance),
            has_line_choices: false,
            program: Program::new(),
            key: Key::default(),
            nodes: BTreeMap::new(),
        }
    }

    fn row(&mut self, meaning: Meaning, row: Row) {
        self.program.add_row(row);
        self.key.rows.push(meaning);
    }

    /// Rows for funds, caps, floors and links, on grants that are all there.
    fn finish(mut self) -> Formulation {
        funds::rows(&mut self);
        self.case_rows();
        self.link_rows();
        Formulation { program: self.program, key: self.key }
    }

    /// A limit on money from some funds or for some lines, or what a fund holds, in units; it is paid in whole cells.
    fn cells(&self, limit: &Rational, kind: Kind) -> Rational {
        let limit = limit / &self.instance.unit.rational();
        match (self.limits, kind) {
            (Limits::AsWritten, _) => limit,
            (_, Kind::AtMost) => (limit / &self.cell).floor() * &self.cell,
            (_, Kind::AtLeast) => (limit / &self.cell).ceil() * &self.cell,
        }
    }

    /// Adds the money that a case counts of an activity, in units.
    fn count(&self, case: &Case, activity: ActivityIx, terms: &mut Terms) {
        let lines = case.lines.get(&activity);
        let is_line = |line: Option<LineIx>| lines.is_none_or(|lines| line.is_some_and(|line| lines.contains(&line)));
        match &case.funds {
            Some(funds) => {
                let cells = self.key.cells[activity].iter();
                let counted = cells.filter(|cell| funds.contains(&cell.fund) && is_line(cell.line));
                terms.extend(counted.flat_map(|cell| cell.money.iter().cloned()));
            }
            None if lines.is_none() => terms.extend_from_slice(&self.key.grants[activity]),
            None => {
                let items = self.instance.activities[activity].items.iter().enumerate();
                for (place, _) in items.filter(|(_, item)| is_line(item.line)) {
                    terms.extend_from_slice(self.key.item(activity, place));
                }
            }
        }
    }

    /// A limit in units on the sum of the grants of some activities, which reaches it only in whole units.
    fn units<'a>(&self, limit: &Rational, kind: Kind, of: impl IntoIterator<Item = &'a Activity>) -> Rational {
        let unit = self.instance.unit;
        let grain = match self.limits {
            Limits::AsWritten => return limit / &unit.rational(),
            Limits::Reached => grain(of.into_iter().map(|activity| activity.grain), unit),
            Limits::Narrowing | Limits::InRows => unit,
        };
        let grains = match kind {
            Kind::AtMost => whole_units(limit, grain),
            Kind::AtLeast => covering_units(limit, grain),
        };
        Rational::from(grains) * self.instance.in_units(grain)
    }

    /// The limit of a case, in units; none where it is a part of what is granted, which its row subtracts.
    fn limit(&self, case: &Case) -> Rational {
        match &case.limit {
            Limit::Fixed(limit) if case.counts_grants() => {
                self.units(limit, case.kind, case.activities.iter().map(|&a| &self.instance.activities[a]))
            }
            Limit::Fixed(limit) => self.cells(limit, case.kind),
            Limit::PartOfGranted(_) | Limit::PartOfOwn { .. } => Rational::ZERO,
        }
    }

    fn case_rows(&mut self) {
        let granted = self.granted_column();
        for (c, case) in self.instance.cases.iter_enumerated() {
            if self.limits == Limits::Narrowing && case.lone_cap().is_some() {
                continue;
            }
            let mut terms = Terms::with_capacity(case.activities.len());
            case.activities.iter().for_each(|&a| self.count(case, a, &mut terms));
            match (&case.limit, granted) {
                (Limit::PartOfGranted(part), Some(granted)) => terms.push((granted, -part)),
                (Limit::PartOfOwn { part, of }, _) => {
                    let own = of.iter().flat_map(|&a| self.key.grants[a].iter());
                    terms.extend(own.map(|(column, units)| (*column, -(units * part))));
                    terms = merged(terms);
                }
                (Limit::PartOfGranted(_), None) | (Limit::Fixed(_), _) => {}
            }
            let (label, limit) = (&*case.label, self.limit(case));
            let row = match case.kind {
                Kind::AtMost => Row::at_most(label, terms, limit),
                Kind::AtLeast => Row::at_least(label, terms, limit),
            };
            self.row(Meaning::Case(c), row);
        }
    }

    /// A column for all that is granted, where a rule needs one. Its bounds are never reached.
    fn granted_column(&mut self) -> Option<ColumnId> {
        let needed = self.instance.cases.iter().any(|case| matches!(case.limit, Limit::PartOfGranted(_)));
        needed.then(|| {
            let all: i128 = self.instance.activities.iter().map(|activity| activity.ask_units).sum();
            let column = self.program.add_column(Column {
                lower: Rational::from(-1_i64),
                upper: Rational::from(all + 1),
                value: Rational::ZERO,
                integer: false,
            });
            let mut terms = self.key.grants.terms().to_vec();
            terms.push((column, Rational::from(-1_i64)));
            self.row(Meaning::Inner, Row::exactly("granted", terms, Rational::ZERO));
            self.key.granted = Some(column);
            column
        })
    }

    fn link_rows(&mut self) {
        for (l, link) in self.instance.links.iter_enumerated() {
            let (Some(from), Some(to)) = (self.nodes.get(&link.from), self.nodes.get(&link.to)) else { continue };
            let mut terms = from.clone();
            let row = match link.kind {
                LinkKind::Requires => {
                    terms.extend(to.iter().map(|(column, a)| (*column, -a)));
                    Row::at_most(format!("requires {}", usize::from(l)), merged(terms), Rational::ZERO)
                }
                LinkKind::Excludes => {
                    terms.extend(to.iter().cloned());
                    Row::at_most(format!("excludes {}", usize::from(l)), merged(terms), Rational::ONE)
                }
            };
            self.row(Meaning::Link(l), row);
        }
    }
}

/// Terms less others, every column once.
fn less(terms: impl Iterator<Item = (ColumnId, Rational)>, others: Terms) -> Terms {
    merged(terms.chain(others.into_iter().map(|(column, a)| (column, -a))).collect())
}

/// Every column once.
fn merged(mut terms: Terms) -> Terms {
    terms.sort_by_key(|(column, _)| *column);
    let mut merged: Terms = Vec::with_capacity(terms.len());
    for (column, a) in terms {
        match merged.last_mut().filter(|(last, _)| *last == column) {
            Some((_, sum)) => *sum += &a,
            None => merged.push((column, a)),
        }
    }
    merged
}

/// The value of a sum of columns at a point.
pub(crate) fn sum(terms: &[(ColumnId, Rational)], point: &[Rational]) -> Rational {
    terms.iter().fold(Rational::ZERO, |sum, (column, a)| sum.plus_product(a, &point[column.0]))
}
