//! Decides what is a choice: the most value, then the most money, then the stated order.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use fordela_lp::exact::{Effort, Found, Precision, Search, Simplex, Tree, TreeNode, climb};
use fordela_lp::{ColumnId, Program, Row};
use fordela_model::Range;
use fordela_model::call::draft::Funding;
use fordela_model::prices::Proof;
use fordela_num::Rational;
use typed_index_collections::TiVec;

use crate::error::SolveError;
use crate::formulate::Formulation;
use crate::instance::{Activity, ActivityIx, Choice, FundIx, Instance, LineIx};

/// What is worth computing to tell of what was found when the effort is spent.
pub(crate) const TO_FINISH: u64 = 4_000_000;

/// What it may take to find anything at all when the effort is spent, for each activity.
const TO_FIND_EACH: u64 = 10_000;

/// What is worth computing to find anything at all when the effort is spent.
pub(crate) fn to_find(instance: &Instance) -> u64 {
    let activities = u64::try_from(instance.activities.len()).unwrap_or(u64::MAX);
    activities.saturating_mul(TO_FIND_EACH).max(TO_FINISH)
}

/// What has been chosen where there are choices.
pub struct Decided {
    /// How many units every activity may still get.
    pub ranges: TiVec<ActivityIx, Range>,
    /// For every activity whose lines are granted one by one, which of them are.
    pub lines: TiVec<ActivityIx, TiVec<LineIx, bool>>,
    /// For every activity, the funds that are taken where that is a choice.
    taken: TiVec<ActivityIx, Vec<FundIx>>,
    pub(crate) proof: Option<Proof>,
}

impl Decided {
    /// Nothing is chosen: every activity may get what its ask, its funds and the caps on it alone let it.
    #[must_use]
    pub fn free(instance: &Instance) -> Self {
        Self {
            ranges: instance.capped_units().into_iter().map(Range::up_to).collect(),
            lines: instance.activities.iter().map(|_| TiVec::new()).collect(),
            taken: instance.activities.iter().map(|_| Vec::new()).collect(),
            proof: None,
        }
    }

    /// The instance in which it is decided who pays, and for which lines.
    pub(crate) fn carried_into<'i>(&self, instance: &'i Instance) -> Cow<'i, Instance> {
        let is_decided = |activity: &Activity| activity.undecided.is_empty() && activity.items.len() == 1;
        if !instance.has_choices() || instance.activities.iter().all(is_decided) {
            return Cow::Borrowed(instance);
        }
        Cow::Owned(instance.paid_by(&self.taken, Some(&self.lines)))
    }

    /// What a point of the program with choices says.
    pub fn at(instance: &Instance, formulation: &Formulation, point: &[Rational], proof: Option<Proof>) -> Self {
        let mut decided = Self { proof, ..Self::free(instance) };
        let grants = formulation.key.grants_at(point);
        for (a, activity) in instance.activities.iter_enumerated() {
            if activity.funding != Funding::Partial {
                decided.ranges[a] = Range::exactly(grants[a].to_i128().unwrap_or(0));
            }
        }
        for (column, choice) in &formulation.key.choices {
            let taken = point[column.0] == Rational::ONE;
            match *choice {
                Choice::Line(a, _) => decided.lines[a].push(taken),
                Choice::Activity(a) if instance.activities[a].funding == Funding::Partial => {
                    let range = &mut decided.ranges[a];
                    *range = if taken {
                        Range { least: instance.activities[a].threshold, most: range.most }
                    } else {
                        Range::exactly(0)
                    };
                }
                Choice::Fund(a, f) if taken => decided.taken[a].push(f),
                Choice::Activity(_) | Choice::Level(..) | Choice::Fund(..) => {}
            }
        }
        decided
    }
}

/// Decides all choices: the most value; then the most money; then the stated order. `None` when nothing
/// keeps all rules.
pub fn decide(
    instance: &Instance,
    formulation: &Formulation,
    effort: &Effort<'_>,
) -> Result<Option<Decided>, SolveError> {
    let formulation = &formulation.cut(instance, effort);
    let program = &formulation.program;
    let mut search = Search::new(program, Simplex::new(program), worths(instance), effort).owing(check(instance));
    let found = search.best(None);
    let Some((point, tree)) = reached(instance, formulation, program, found, effort)? else { return Ok(None) };
    let proof = formulation.key.proof(instance, &tree, &Rational::ONE);
    let mut money = most_money(formulation, &program.value(&point));
    for column in search.same(&point) {
        money.fix(ColumnId(column), point[column].clone());
    }
    let mut search = Search::new(&money, Simplex::new(&money), sums(instance, &money), effort);
    let most = search.best(Some(point.clone())).point.unwrap_or(point);
    let best = with_money(formulation, money.value(&most));
    let mut search = Search::new(&best, Simplex::new(&best), worths(instance), effort);
    let settled = search.settle(&stated_choices(instance, formulation), most);
    Ok(Some(Decided::at(instance, formulation, &settled, Some(proof))))
}

/// Between which values there is none: only grants that are all chosen have values on the grid; what is divided later has not.
fn worths(instance: &Instance) -> Precision {
    let grid = instance.grid.as_ref().filter(|_| instance.is_all_chosen());
    grid.map_or(Precision::Exact, |grid| Precision::Grid(grid.clone()))
}

/// Between which sums of money there is none.
fn sums(instance: &Instance, money: &Program) -> Precision {
    if !instance.is_all_chosen() {
        return Precision::Exact;
    }
    let step = money.columns().iter().fold(Rational::ZERO, |step, column| column.value.common_measure(&step));
    if step.is_zero() { Precision::Exact } else { Precision::Grid(step) }
}

/// About what it takes to check a leaf of a proof, in the numbers that effort counts.
fn check(instance: &Instance) -> u64 {
    const EACH: usize = 4;
    u64::try_from(instance.activities.len().saturating_mul(EACH)).unwrap_or(u64::MAX)
}

/// The point that a search came to with its tree, or where it found none, one by the prices that it came to. `None` when
/// nothing keeps all rules.
fn reached(
    instance: &Instance,
    formulation: &Formulation,
    program: &Program,
    Found { point, tree, closed }: Found,
    effort: &Effort<'_>,
) -> Result<Option<(Vec<Rational>, Tree)>, SolveError> {
    if point.is_none() && closed {
        return Ok(None);
    }
    let climbed = || {
        let prices = tree.nodes.iter().find_map(|node| match node {
            TreeNode::Bounded(prices) => Some(prices),
            TreeNode::Split { .. } | TreeNode::Impossible(_) => None,
        })?;
        climb(program, &formulation.key.blocks(instance), prices, &effort.or(TO_FINISH))
    };
    let point = point.or_else(climbed).ok_or(SolveError::EffortSpent)?;
    Ok(Some((point, tree)))
}

/// The same program, worth its money, among the points that are worth this.
fn most_money(formulation: &Formulation, value: &Rational) -> Program {
    let money = formulation.key.money(formulation.program.columns().len());
    let mut program = formulation.program.with_values(money);
    program.add_row(formulation.worth_at_least(value.clone()));
    program
}

/// The same program among the points that have so much money or more.
fn with_money(formulation: &Formulation, money: Rational) -> Program {
    let mut program = formulation.program.clone();
    let each = formulation.key.money(program.columns().len());
    let terms = each.into_iter().enumerate().filter(|(_, units)| !units.is_zero());
    program.add_row(Row::at_least("money", terms.map(|(column, units)| (ColumnId(column), units)).collect(), money));
    program
}

/// The yes-or-no columns in the stated order of their activities; the largest level first.
pub(crate) fn stated_choices(instance: &Instance, formulation: &Formulation) -> Vec<usize> {
    let mut rank: TiVec<ActivityIx, usize> = instance.activities.iter().map(|_| 0).collect();
    for (place, &a) in instance.stated_order().iter().enumerate() {
        rank[a] = place;
    }
    let key = |choice: Choice| match choice {
        Choice::Activity(a) => (false, rank[a], 0, 0),
        Choice::Level(a, level) => (false, rank[a], usize::MAX - usize::from(level), 0),
        Choice::Line(a, line) => (false, rank[a], 1, line.into()),
        // Who pays comes after what is paid.
        Choice::Fund(a, f) => (true, rank[a], 0, f.into()),
    };
    let mut columns: Vec<_> = formulation.key.choices.iter().map(|(column, choice)| (key(*choice), column.0)).collect();
    columns.sort();
    columns.into_iter().map(|(_, column)| column).collect()
}
