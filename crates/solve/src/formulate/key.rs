//! What the columns and rows of a program mean.

use std::collections::BTreeSet;

use fordela_lp::ColumnId;
use fordela_lp::exact::{Raised, Tree, TreeNode};
use fordela_model::Call;
use fordela_model::prices::{Choice, Prices, Proof, Step};
use fordela_num::Rational;

use super::{Terms, sum};

/// What the columns and rows of a program mean.
#[derive(Debug, Default)]
pub struct Key {
    /// How the columns make up the grant of every activity, in units.
    pub grants: Vec<Terms>,
    /// How the columns make up the money of every item of every activity, in units.
    pub(super) items: Vec<Vec<Terms>>,
    /// How the columns make up the money of every item from every fund, in units, where something needs to know.
    pub cells: Vec<Vec<Cell>>,
    /// The columns that are pieces of an activity's ask, with the units before them.
    pub(crate) pieces: Vec<(ColumnId, usize, Rational)>,
    /// The yes-or-no columns.
    pub choices: Vec<(ColumnId, Choice)>,
    /// The column of all that is granted, where there is one.
    pub(super) granted: Option<ColumnId>,
    /// What every row stands for.
    pub(super) rows: Vec<Meaning>,
}

/// The money of an item of an activity from a fund.
#[derive(Debug)]
pub struct Cell {
    /// The line, or `None` for the activity as a whole.
    pub(crate) line: Option<usize>,
    pub(crate) fund: usize,
    /// In units.
    pub(crate) money: Terms,
}

/// What a row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
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

impl Key {
    /// The grants at a point, in units.
    pub fn grants_at(&self, point: &[Rational]) -> Vec<Rational> {
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

    /// The columns of every activity that has several, in the stated order, to be set together.
    pub(crate) fn blocks(&self, call: &Call) -> Vec<Vec<usize>> {
        let mut blocks = vec![BTreeSet::new(); self.grants.len()];
        let money = |terms: &Terms, block: &mut BTreeSet<usize>| block.extend(terms.iter().map(|(column, _)| column.0));
        for (a, block) in blocks.iter_mut().enumerate() {
            money(&self.grants[a], block);
            self.items.get(a).into_iter().flatten().for_each(|item| money(item, block));
            self.cells.get(a).into_iter().flatten().for_each(|cell| money(&cell.money, block));
            block.extend(self.granted.map(|column| column.0));
        }
        for (column, choice) in &self.choices {
            blocks[choice.activity()].insert(column.0);
        }
        let ordered = call.stated_order().into_iter().map(|a| blocks[a].iter().copied().collect::<Vec<_>>());
        ordered.filter(|block| block.len() > 1).collect()
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
            head_start: before.clone(),
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
