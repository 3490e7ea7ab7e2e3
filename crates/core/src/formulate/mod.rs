//! From a call to a linear program in whole units, and the key that maps it back.
//!
//! A grant is a sum of columns, in units. A call without choices has a column for every stretch of an
//! ask in which a unit is worth the same ([`divisible`]); one with choices has yes-or-no columns
//! besides ([`choices`]). Funds, caps, floors and links are rows.

mod choices;
mod divisible;
mod funds;
mod sharing;

use std::collections::BTreeMap;

use fordela_lp::exact::{Raised, Tree, TreeNode};
use fordela_lp::{Column, ColumnId, Program, Rational, Row};

use crate::call::draft::Fund;
use crate::call::{Call, CaseLimit, Kind, LinkKind, Node, RuleCase};
use crate::prices::{Choice, Prices, Proof, Step};
use crate::units::{Range, covering_units, whole_units};

pub(crate) use choices::choices;
pub(crate) use divisible::{divisible, free, rounding};
pub(crate) use sharing::Shared;

type Terms = Vec<(ColumnId, Rational)>;

/// A program and what its columns and rows mean.
#[derive(Debug)]
pub(crate) struct Formulation {
    pub(crate) program: Program,
    pub(crate) key: Key,
}

impl Formulation {
    /// The row of the points that are worth this or more.
    pub(crate) fn worth_at_least(&self, value: Rational) -> Row {
        let columns = self.program.columns().iter().enumerate();
        let terms = columns.map(|(j, column)| (ColumnId(j), column.value.clone())).collect();
        Row::at_least("value", terms, value)
    }
}

/// What the columns and rows of a program mean.
#[derive(Debug, Default)]
pub(crate) struct Key {
    /// How the columns make up the grant of every activity, in units.
    pub(crate) grants: Vec<Terms>,
    /// How the columns make up the money of every item of every activity, in units.
    items: Vec<Vec<Terms>>,
    /// How the columns make up the money of every item from every fund, in units, where something needs to know.
    pub(crate) cells: Vec<Vec<Cell>>,
    /// The columns that are pieces of an activity's ask, with the units before them.
    pub(crate) pieces: Vec<(ColumnId, usize, i128)>,
    /// The yes-or-no columns.
    pub(crate) choices: Vec<(ColumnId, Choice)>,
    /// The column of all that is granted, where there is one.
    granted: Option<ColumnId>,
    /// What every row stands for.
    rows: Vec<Meaning>,
}

/// The money of an item of an activity from a fund.
#[derive(Debug)]
pub(crate) struct Cell {
    /// The line, or `None` for the activity as a whole.
    pub(crate) line: Option<usize>,
    pub(crate) fund: usize,
    /// In units.
    pub(crate) money: Terms,
}

/// What a row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Meaning {
    /// What these funds hold limits what only they may pay for.
    Funds(Vec<usize>),
    /// A cap or floor.
    Case(usize),
    /// A link.
    Link(usize),
    /// What a fund may or must carry of an activity.
    Part(usize, usize),
    /// How columns hang together; binds nothing that the call speaks of.
    Inner,
}

/// What becomes of limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limits {
    /// Rows in whole units, but for caps on one activity alone: these narrow its range.
    Narrowing,
    /// Rows in whole units, all of them.
    InRows,
    /// Rows, all of them, at the amounts that are written, in units that need not be whole.
    AsWritten,
}

/// Which numbers the columns of a program may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Columns {
    /// Whole ones for what is a choice, any for what can be divided.
    AsTheyAre,
    /// Whole ones: only grants in whole units, paid in whole cells.
    Whole,
}

/// The program of a whole call, with a row for every cap and floor.
pub(crate) fn formulate(call: &Call, columns: Columns) -> Formulation {
    let mut formulation = if call.has_choices() {
        choices(call)
    } else {
        let ranges: Vec<Range> = call.most_units().into_iter().map(Range::up_to).collect();
        divisible(call, &ranges, Limits::InRows)
    };
    if columns == Columns::Whole {
        formulation.program = formulation.program.all_whole();
    }
    formulation
}

/// A program under construction.
struct Builder<'c> {
    call: &'c Call,
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
fn cell(call: &Call) -> Rational {
    let has_parts = call.draft().funds.iter().any(Fund::limits_parts);
    let by_lines = call.claims().iter().any(|claim| claim.items().len() > 1);
    let of_own = call.cases().iter().any(|case| matches!(case.limit, CaseLimit::PartOfOwn { .. }));
    if has_parts || by_lines || of_own {
        Rational::ONE / (call.unit().rational() * Rational::from(100_i64))
    } else {
        Rational::ONE
    }
}

impl<'c> Builder<'c> {
    fn new(call: &'c Call, limits: Limits) -> Self {
        Self {
            call,
            limits,
            whole_cells: false,
            cell: cell(call),
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
        let limit = limit / &self.call.unit().rational();
        match (self.limits, kind) {
            (Limits::AsWritten, _) => limit,
            (_, Kind::AtMost) => (limit / &self.cell).floor() * &self.cell,
            (_, Kind::AtLeast) => (limit / &self.cell).ceil() * &self.cell,
        }
    }

    /// The money that a case counts of an activity, in units.
    fn counted(&self, case: &RuleCase, activity: usize) -> Terms {
        let lines = case.lines.get(&activity);
        let is_line = |line: Option<usize>| lines.is_none_or(|lines| line.is_some_and(|line| lines.contains(&line)));
        match &case.funds {
            Some(funds) => {
                let cells = self.key.cells[activity].iter();
                let counted = cells.filter(|cell| funds.contains(&cell.fund) && is_line(cell.line));
                counted.flat_map(|cell| cell.money.iter().cloned()).collect()
            }
            None if lines.is_none() => self.key.grants[activity].clone(),
            None => {
                let items = self.call.claims()[activity].items().iter().zip(&self.key.items[activity]);
                items.filter(|(item, _)| is_line(item.line)).flat_map(|(_, money)| money.iter().cloned()).collect()
            }
        }
    }

    /// A limit in units; a sum of whole units reaches it only in whole units.
    fn units(&self, limit: &Rational, kind: Kind) -> Rational {
        let unit = self.call.unit();
        match (self.limits, kind) {
            (Limits::AsWritten, _) => limit / &unit.rational(),
            (_, Kind::AtMost) => Rational::from(whole_units(limit, unit)),
            (_, Kind::AtLeast) => Rational::from(covering_units(limit, unit)),
        }
    }

    fn case_rows(&mut self) {
        let granted = self.granted_column();
        for (c, case) in self.call.cases().iter().enumerate() {
            if self.limits == Limits::Narrowing && case.lone_cap().is_some() {
                continue;
            }
            let mut terms: Terms = case.activities.iter().flat_map(|&a| self.counted(case, a)).collect();
            let limit = match (&case.limit, granted) {
                (CaseLimit::PartOfGranted(part), Some(granted)) => {
                    terms.push((granted, -part));
                    Rational::ZERO
                }
                (CaseLimit::PartOfOwn { part, of }, _) => {
                    let own = of.iter().flat_map(|&a| self.key.grants[a].iter());
                    terms.extend(own.map(|(column, units)| (*column, -(units * part))));
                    terms = merged(terms);
                    Rational::ZERO
                }
                (CaseLimit::PartOfGranted(_), None) => Rational::ZERO,
                (CaseLimit::Fixed(limit), _) if case.counts_grants() => self.units(limit, case.kind),
                (CaseLimit::Fixed(limit), _) => self.cells(limit, case.kind),
            };
            let label = self.call.case_label(c);
            let row = match case.kind {
                Kind::AtMost => Row::at_most(label, terms, limit),
                Kind::AtLeast => Row::at_least(label, terms, limit),
            };
            self.row(Meaning::Case(c), row);
        }
    }

    /// A column for all that is granted, where a rule needs one. Its bounds are never reached.
    fn granted_column(&mut self) -> Option<ColumnId> {
        let needed = self.call.cases().iter().any(|case| matches!(case.limit, CaseLimit::PartOfGranted(_)));
        needed.then(|| {
            let all: i128 = (0..self.call.claims().len()).map(|a| self.call.ask_units(a)).sum();
            let column = self.program.add_column(Column {
                lower: Rational::from(-1_i64),
                upper: Rational::from(all + 1),
                value: Rational::ZERO,
                whole: false,
            });
            let mut terms: Terms = self.key.grants.iter().flatten().cloned().collect();
            terms.push((column, Rational::from(-1_i64)));
            self.row(Meaning::Inner, Row::exactly("granted", terms, Rational::ZERO));
            self.key.granted = Some(column);
            column
        })
    }

    fn link_rows(&mut self) {
        for (l, link) in self.call.links().iter().enumerate() {
            let (Some(from), Some(to)) = (self.nodes.get(&link.from), self.nodes.get(&link.to)) else { continue };
            let mut terms = from.clone();
            let row = match link.kind {
                LinkKind::Requires => {
                    terms.extend(to.iter().map(|(column, a)| (*column, -a)));
                    Row::at_most(format!("requires {l}"), merged(terms), Rational::ZERO)
                }
                LinkKind::Excludes => {
                    terms.extend(to.iter().cloned());
                    Row::at_most(format!("excludes {l}"), merged(terms), Rational::ONE)
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

impl Key {
    /// The grants at a point, in units.
    pub(crate) fn grants_at(&self, point: &[Rational]) -> Vec<Rational> {
        self.grants.iter().map(|terms| sum(terms, point)).collect()
    }

    /// The values of the columns that grants by themselves settle, where every grant is one column.
    pub(crate) fn known_at(&self, grants: &[Rational], columns: usize) -> Vec<Option<Rational>> {
        let mut known = vec![None; columns];
        for (terms, units) in self.grants.iter().zip(grants) {
            if let [(column, _)] = terms[..] {
                known[column.0] = Some(units.clone());
            }
        }
        if let Some(granted) = self.granted {
            known[granted.0] = Some(grants.iter().sum());
        }
        known
    }

    /// The units of money in one of every column.
    pub(crate) fn money(&self, columns: usize) -> Vec<Rational> {
        let mut money = vec![Rational::ZERO; columns];
        for (column, units) in self.grants.iter().flatten() {
            money[column.0] += units;
        }
        money
    }

    /// The prices that the duals of the rows stand for, in value per unit of the currency; `worth` is the
    /// value of one in which the duals count.
    pub(crate) fn prices(&self, call: &Call, duals: &[Rational], worth: &Rational) -> Prices {
        let mut prices = Prices::none(call);
        let each = worth / &call.unit().rational();
        for (meaning, dual) in self.rows.iter().zip(duals).filter(|(_, dual)| !dual.is_zero()) {
            match meaning {
                Meaning::Funds(funds) => {
                    for &f in funds {
                        prices.funds[f] += &(dual * &each);
                    }
                }
                Meaning::Case(c) => prices.cases[*c] += &(dual * &each),
                Meaning::Link(l) => prices.links[*l] += &(dual * worth),
                Meaning::Part(a, f) => *prices.parts.entry((*a, *f)).or_insert(Rational::ZERO) += &(dual * &each),
                Meaning::Inner => {}
            }
        }
        prices
    }

    /// The proof that the tree of a search stands for; `worth` as with the prices.
    pub(crate) fn proof(&self, call: &Call, tree: &Tree, worth: &Rational) -> Proof {
        let choice_of = |column: usize| self.choices.iter().find(|(id, _)| id.0 == column).map(|(_, choice)| *choice);
        let steps = tree.nodes.iter().map(|node| match node {
            TreeNode::Split { column, down, up, .. } => match choice_of(*column) {
                Some(choice) => Step::Split { choice, out: *down, taken: *up },
                None => Step::Bounded(Prices::none(call)),
            },
            TreeNode::Bounded(duals) => Step::Bounded(self.prices(call, duals, worth)),
            TreeNode::Impossible(weights) => Step::Impossible(self.prices(call, weights, worth)),
        });
        Proof { steps: steps.collect() }
    }

    /// The cases whose rows have a weight.
    pub(crate) fn weighted_cases(&self, weights: &[Rational]) -> Vec<usize> {
        self.rows
            .iter()
            .zip(weights)
            .filter(|(_, weight)| !weight.is_zero())
            .filter_map(|(meaning, _)| if let Meaning::Case(c) = meaning { Some(*c) } else { None })
            .collect()
    }

    /// Every piece of an ask, raised by its share of the ask: the leximin of shares.
    pub(crate) fn raised(&self, call: &Call) -> Vec<Raised> {
        let unit = call.unit().rational();
        let raised = self.pieces.iter().map(|(column, a, before)| Raised {
            column: column.0,
            weight: call.claims()[*a].ask().rational() / &unit,
            head_start: Rational::from(*before),
        });
        raised.collect()
    }

    /// How fast the limit of every row moves, in units, when every fund grows by its rate in units.
    pub(crate) fn fund_rates(&self, rates: &[Rational]) -> Vec<Rational> {
        let rate = |meaning: &Meaning| match meaning {
            Meaning::Funds(funds) => funds.iter().map(|&f| rates[f].clone()).sum(),
            _ => Rational::ZERO,
        };
        self.rows.iter().map(rate).collect()
    }

    /// The row of a cap or floor, if it has one.
    pub(crate) fn case_row(&self, case: usize) -> Option<usize> {
        self.rows.iter().position(|meaning| *meaning == Meaning::Case(case))
    }
}

/// The value of a sum of columns at a point.
pub(crate) fn sum(terms: &Terms, point: &[Rational]) -> Rational {
    terms.iter().fold(Rational::ZERO, |sum, (column, a)| sum.plus_product(a, &point[column.0]))
}
