//! What the columns and rows of a program mean.

use std::collections::BTreeSet;

use fordela_lp::ColumnId;
use fordela_lp::exact::{Raised, Tree, TreeNode};
use fordela_model::prices::{Cut, Multipliers, Proof, Step};
use fordela_num::Rational;
use typed_index_collections::{TiSlice, TiVec};

use crate::instance::{ActivityIx, CaseIx, Choice, FundIx, Instance, LineIx, LinkIx};

use super::{Grants, Terms, sum};

/// What the columns and rows of a program mean.
#[derive(Debug, Clone, Default)]
pub struct Key {
    /// How the columns make up the grant of every activity, in units.
    pub grants: Grants,
    /// How the columns make up the money of every item of every activity that has several, in units.
    pub(super) items: TiVec<ActivityIx, Vec<Terms>>,
    /// How the columns make up the money of every item from every fund, in units, where something needs to know.
    pub cells: TiVec<ActivityIx, Vec<Cell>>,
    /// The columns that are pieces of an activity's ask, with the units before them.
    pub(crate) pieces: Vec<(ColumnId, ActivityIx, Rational)>,
    /// The yes-or-no columns.
    pub choices: Vec<(ColumnId, Choice)>,
    /// The column of all that is granted, where there is one.
    pub(super) granted: Option<ColumnId>,
    /// What every row stands for.
    pub(super) rows: Vec<Meaning>,
    /// The cuts among them.
    pub(super) cuts: Vec<Cut>,
}

/// The money of an item of an activity from a fund.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The line, or `None` for the activity as a whole.
    pub(crate) line: Option<LineIx>,
    pub(crate) fund: FundIx,
    /// In units.
    pub(crate) money: Terms,
}

/// What a row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// What these funds hold limits what only they may pay for.
    Funds(Vec<FundIx>),
    /// A cap or floor.
    Case(CaseIx),
    /// A link.
    Link(LinkIx),
    /// What a fund may or must carry of an activity.
    Part(ActivityIx, FundIx),
    /// A cut.
    Cut(usize),
    /// How columns hang together; binds nothing that the call speaks of.
    Inner,
}

impl Key {
    /// The grants at a point, in units.
    pub fn grants_at(&self, point: &[Rational]) -> TiVec<ActivityIx, Rational> {
        self.grants.iter().map(|terms| sum(terms, point)).collect()
    }

    /// The money of an item of an activity: where there is one alone, that is the grant.
    pub(super) fn item(&self, activity: ActivityIx, item: usize) -> &[(ColumnId, Rational)] {
        self.items[activity].get(item).map_or(&self.grants[activity], Vec::as_slice)
    }

    /// The values of the columns that grants by themselves settle, where every grant is one column.
    pub(crate) fn known_at(&self, grants: &TiSlice<ActivityIx, Rational>, columns: usize) -> Vec<Option<Rational>> {
        let mut known = vec![None; columns];
        for (terms, units) in self.grants.iter().zip(grants) {
            if let [(column, _)] = terms {
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
        for (column, units) in self.grants.terms() {
            money[column.0] += units;
        }
        money
    }

    /// The columns of every activity that has several, in the stated order, to be set together.
    pub(crate) fn blocks(&self, instance: &Instance) -> Vec<Vec<usize>> {
        let mut blocks: TiVec<ActivityIx, BTreeSet<usize>> = self.grants.iter().map(|_| BTreeSet::new()).collect();
        let money = |terms: &[(ColumnId, Rational)], block: &mut BTreeSet<usize>| {
            block.extend(terms.iter().map(|(column, _)| column.0));
        };
        for (a, block) in blocks.iter_mut_enumerated() {
            money(&self.grants[a], block);
            self.items.get(a).into_iter().flatten().for_each(|item| money(item, block));
            self.cells.get(a).into_iter().flatten().for_each(|cell| money(&cell.money, block));
            block.extend(self.granted.map(|column| column.0));
        }
        for (column, choice) in &self.choices {
            blocks[choice.activity()].insert(column.0);
        }
        let ordered = instance.stated_order().iter().map(|&a| blocks[a].iter().copied().collect::<Vec<_>>());
        ordered.filter(|block| block.len() > 1).collect()
    }

    /// The prices that the duals of the rows stand for, in value per unit of the currency, in the order of the call;
    /// `worth` is the value of one in which the duals count.
    pub(crate) fn prices(&self, instance: &Instance, duals: &[Rational], worth: &Rational) -> Multipliers {
        let mut prices = Multipliers { cuts: vec![Rational::ZERO; self.cuts.len()], ..instance.no_prices() };
        let each = worth / &instance.unit.rational();
        for (meaning, dual) in self.rows.iter().zip(duals).filter(|(_, dual)| !dual.is_zero()) {
            match meaning {
                Meaning::Funds(funds) => {
                    for &f in funds {
                        prices.funds[instance.funds[f].place] += &(dual * &each);
                    }
                }
                Meaning::Case(c) => prices.cases[instance.cases[*c].place] += &(dual * &each),
                Meaning::Link(l) => prices.links[instance.links[*l].place] += &(dual * worth),
                Meaning::Part(a, f) => {
                    let part = (instance.activities[*a].place, instance.funds[*f].place);
                    *prices.parts.entry(part).or_insert(Rational::ZERO) += &(dual * &each);
                }
                Meaning::Cut(cut) => prices.cuts[*cut] = dual * worth,
                Meaning::Inner => {}
            }
        }
        prices
    }

    /// The proof that the tree of a search stands for; `worth` as with the prices.
    pub(crate) fn proof(&self, instance: &Instance, tree: &Tree, worth: &Rational) -> Proof {
        let choice_of = |column: usize| self.choices.iter().find(|(id, _)| id.0 == column).map(|(_, choice)| *choice);
        let steps = tree.nodes.iter().map(|node| match node {
            TreeNode::Split { column, down, up, .. } => match choice_of(*column) {
                Some(choice) => Step::Split { choice: instance.written(choice), out: *down, taken: *up },
                None => Step::Bounded(instance.no_prices()),
            },
            TreeNode::Bounded(duals) => Step::Bounded(self.prices(instance, duals, worth)),
            TreeNode::Impossible(weights) => Step::Impossible(self.prices(instance, weights, worth)),
        });
        Proof { steps: steps.collect(), cuts: self.cuts.clone() }
    }

    /// The cases whose rows have a weight.
    pub(crate) fn weighted_cases(&self, weights: &[Rational]) -> Vec<CaseIx> {
        self.rows
            .iter()
            .zip(weights)
            .filter(|(_, weight)| !weight.is_zero())
            .filter_map(|(meaning, _)| if let Meaning::Case(c) = meaning { Some(*c) } else { None })
            .collect()
    }

    /// Every piece of an ask, raised by its share of the ask: the leximin of shares.
    pub(crate) fn raised(&self, instance: &Instance) -> Vec<Raised> {
        let raised = self.pieces.iter().map(|(column, a, before)| Raised {
            column: column.0,
            weight: instance.in_units(instance.activities[*a].ask),
            head_start: before.clone(),
        });
        raised.collect()
    }

    /// How fast the limit of every row moves, in units, when every fund grows by its rate in units.
    pub(crate) fn fund_rates(&self, rates: &TiSlice<FundIx, Rational>) -> Vec<Rational> {
        let rate = |meaning: &Meaning| match meaning {
            Meaning::Funds(funds) => funds.iter().map(|&f| rates[f].clone()).sum(),
            _ => Rational::ZERO,
        };
        self.rows.iter().map(rate).collect()
    }

    /// The row of a cap or floor, if it has one.
    pub(crate) fn case_row(&self, case: CaseIx) -> Option<usize> {
        self.rows.iter().position(|meaning| *meaning == Meaning::Case(case))
    }
}
