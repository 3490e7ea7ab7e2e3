//! Decides choices so that who stands lowest stands as high as can be, then the two lowest together, and so on.
//!
//! Where there are choices, who stands lowest cannot be raised step by step. Instead the sums of the `k` lowest levels are
//! made as large as can be, for one `k` after the other; each is a linear program (Ogryczak & Śliwiński 2003): the most of
//! `k·t − Σ d[i]` with `d[i] ≥ t − level[i]` and `d[i] ≥ 0`. Where a sum over all counts, its curve is cut into
//! straight stretches once: at all amounts that somebody can get, where these are few, so that the sum is that of what they
//! get, and ties are ties.

use std::collections::BTreeSet;

use fordela_lp::exact::{Effort, Found, Precision, Search, Simplex};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_model::call::draft::Funding;
use fordela_model::fairness::Sharing;
use fordela_num::{Money, Rational};

use crate::decide::{Decided, stated_choices};
use crate::error::SolveError;
use crate::formulate::Shared;
use crate::instance::{ActivityIx, Instance};

/// Decides all choices of a call: the fairest, then the most value, then the stated order. `None` when nothing keeps all
/// rules. Where the effort is spent, it is the fairest found so far.
pub(crate) fn decide(
    instance: &Instance,
    sharing: &Sharing,
    effort: &Effort<'_>,
) -> Result<Option<Decided>, SolveError> {
    let cuts = Cuts::of(instance, sharing);
    let shared = Shared::choosing(instance, &sharing.members, &cuts.widths(sharing));
    let columns = shared.formulation.program.columns();
    let values: Vec<Rational> = columns.iter().map(|column| column.value.clone()).collect();
    let mut search = Choosing { program: shared.formulation.program.clone(), point: None, effort };
    if !search.first()? {
        return Ok(None);
    }
    for s in 0..sharing.stages.len() {
        if sharing.is_sum() {
            let costs = search.costs(&cuts.curve(sharing, s, &shared.columns));
            search.keep_most(&costs, &sharing.tolerance());
        } else {
            let levels = levels(sharing, s, &shared.columns);
            for k in 1..=levels.len() {
                search.keep_most_of_lowest(&levels, k);
            }
        }
    }
    let costs = search.costs(&values.into_iter().enumerate().collect::<Vec<_>>());
    search.keep_most(&costs, &Rational::ZERO);
    let point = search.settle(&stated_choices(instance, &shared.formulation));
    Ok(Some(Decided::at(instance, &shared.formulation, &point, None)))
}

/// More amounts than this are not looked at one by one.
const MOST_AMOUNTS: usize = 64;

/// The amounts at which everybody's curve is cut, rising from nothing; of no use where what counts is no sum.
struct Cuts(Vec<Vec<Rational>>);

impl Cuts {
    fn of(instance: &Instance, sharing: &Sharing) -> Self {
        let members = sharing.members.iter().enumerate();
        Self(members.map(|(b, members)| amounts(instance, members).unwrap_or_else(|| sharing.ends(b))).collect())
    }

    /// How wide everybody's stretches are.
    fn widths(&self, sharing: &Sharing) -> Vec<Vec<Rational>> {
        let stretches = |b: usize| -> Vec<Rational> {
            if sharing.is_sum() {
                self.0[b].windows(2).map(|ends| &ends[1] - &ends[0]).collect()
            } else {
                sharing.stages.iter().map(|stage| stage[b].full.clone()).collect()
            }
        };
        (0..sharing.members.len()).map(stretches).collect()
    }

    /// What the stretches of those in a stage count where what counts is a sum.
    fn curve(&self, sharing: &Sharing, stage: usize, columns: &[Vec<ColumnId>]) -> Vec<(usize, Rational)> {
        let mut worths = Vec::new();
        for (b, columns) in columns.iter().enumerate().filter(|(b, _)| sharing.is_in(stage, *b)) {
            for (column, ends) in columns.iter().zip(self.0[b].windows(2)) {
                worths.push((column.0, sharing.secant(b, &ends[0], &ends[1])));
            }
        }
        worths
    }
}

/// All amounts, in units, that some activities can get together; `None` where they are many, or some can be divided.
fn amounts(instance: &Instance, members: &[usize]) -> Option<Vec<Rational>> {
    let mut sums = BTreeSet::from([Rational::ZERO]);
    for &a in members {
        let activity = &instance.activities[ActivityIx::from(a)];
        // One of some amounts, or any of some amounts beside each other.
        let steps: Vec<Vec<Money>> = match activity.funding {
            Funding::Partial => return None,
            Funding::Whole => vec![vec![activity.ask]],
            Funding::Levels => vec![activity.levels.iter().map(|level| level.amount).collect()],
            Funding::Lines => activity.lines.iter().map(|line| vec![line.cost]).collect(),
        };
        for step in steps {
            let more = |sum: &Rational| step.iter().map(|by| sum + &instance.in_units(*by)).collect::<Vec<_>>();
            let all: Vec<Rational> = sums.iter().flat_map(more).collect();
            sums.extend(all);
            if sums.len() > MOST_AMOUNTS {
                return None;
            }
        }
    }
    Some(sums.into_iter().collect())
}

/// How high somebody stands in a stage: at the bottom, and higher by a part of what is in the column.
struct Stand {
    column: ColumnId,
    part: Rational,
    bottom: Rational,
    full: Rational,
}

impl Stand {
    fn at(&self, point: &[Rational]) -> Rational {
        &self.part * &point[self.column.0] + &self.bottom
    }
}

/// How everybody in a stage stands.
fn levels(sharing: &Sharing, stage: usize, columns: &[Vec<ColumnId>]) -> Vec<Stand> {
    let stand = |b: usize| {
        let vessel = &sharing.stages[stage][b];
        let part = Rational::ONE / &vessel.width;
        Stand { column: columns[b][stage], part, bottom: vessel.bottom.clone(), full: vessel.level(&vessel.full) }
    };
    (0..columns.len()).filter(|&b| sharing.is_in(stage, b)).map(stand).collect()
}

/// One program after the other; each keeps what the ones before have reached.
struct Choosing<'e> {
    program: Program,
    point: Option<Vec<Rational>>,
    effort: &'e Effort<'e>,
}

impl Choosing<'_> {
    /// Whether any point keeps all rules.
    fn first(&mut self) -> Result<bool, SolveError> {
        self.program = self.program.with_values(vec![Rational::ZERO; self.program.columns().len()]);
        let simplex = Simplex::new(&self.program);
        let Found { point, closed, .. } = Search::new(&self.program, simplex, Precision::Exact, self.effort).best(None);
        self.point = point;
        match (&self.point, closed) {
            (None, false) => Err(SolveError::EffortSpent),
            (found, _) => Ok(found.is_some()),
        }
    }

    /// A worth for every column.
    fn costs(&self, worths: &[(usize, Rational)]) -> Vec<Rational> {
        let mut costs = vec![Rational::ZERO; self.program.columns().len()];
        for (column, worth) in worths {
            costs[*column] = worth.clone();
        }
        costs
    }

    /// Finds the most, and keeps it but for what does not count.
    fn keep_most(&mut self, costs: &[Rational], tolerance: &Rational) {
        let program = self.program.with_values(costs.iter().cloned());
        let mut search = Search::new(&program, Simplex::new(&program), Precision::Exact, self.effort);
        let Some(point) = search.best(self.point.take()).point else { return };
        let worth = costs.iter().enumerate().filter(|(_, cost)| !cost.is_zero());
        let terms = worth.map(|(column, cost)| (ColumnId(column), cost.clone())).collect();
        self.program.add_row(Row::at_least("kept", terms, program.value(&point) - tolerance));
        self.point = Some(point);
    }

    /// Finds the most that the `k` who stand lowest can stand at together, and keeps it.
    fn keep_most_of_lowest(&mut self, levels: &[Stand], k: usize) {
        let count = Rational::from(i64::try_from(k).unwrap_or(i64::MAX));
        let highest = levels.iter().map(|level| level.full.clone()).max().unwrap_or_default();
        let mut point = self.point.take().unwrap_or_default();
        let mut stands: Vec<Rational> = levels.iter().map(|level| level.at(&point)).collect();
        stands.sort();
        let threshold = self.program.add_column(Column::up_to(highest.clone(), Rational::ZERO));
        let mut worths = vec![(threshold.0, count)];
        let top = stands[k - 1].clone();
        let lacks: Vec<Rational> = levels.iter().map(|level| (&top - &level.at(&point)).max(Rational::ZERO)).collect();
        point.push(top);
        for (level, lack) in levels.iter().zip(lacks) {
            let lacking = self.program.add_column(Column::up_to(highest.clone(), Rational::ZERO));
            let minus = Rational::from(-1_i64);
            let terms = vec![(threshold, Rational::ONE), (level.column, -&level.part), (lacking, minus.clone())];
            self.program.add_row(Row::at_most("lowest", terms, level.bottom.clone()));
            worths.push((lacking.0, minus));
            point.push(lack);
        }
        self.point = Some(point);
        let costs = self.costs(&worths);
        self.keep_most(&costs, &Rational::ZERO);
    }

    /// Settles the choices in their order.
    fn settle(self, order: &[usize]) -> Vec<Rational> {
        let program = self.program.with_values(vec![Rational::ZERO; self.program.columns().len()]);
        let point = self.point.unwrap_or_default();
        Search::new(&program, Simplex::new(&program), Precision::Exact, self.effort).settle(order, point)
    }
}
