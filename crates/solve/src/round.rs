//! From exact grants to grants in whole units.
//!
//! Every grant goes to the unit below or above, so that all funds, caps and floors hold, what is
//! granted in all and to each applicant goes to the unit below or above as well, and limits that the exact
//! grants reach are reached. Among these roundings the nearest is taken, by largest remainders; remainders that
//! differ by less than a millionth of a unit are settled by the stated order. Where there is no such
//! rounding the last conditions are given up one by one, and in the end the grants may be further
//! than one unit from where they were: the best ones in the smallest neighbourhood that has any.
//!
//! Where a call is so large that one such program is not solved with the effort for it, none of them is. Grants are then
//! rounded first, as near as is soon found, with money that can be parted at will, and who pays is looked for afterwards.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use fordela_lp::exact::{Effort, Found, Precision, Search, Simplex};
use fordela_lp::{ColumnId, Open, Row};
use fordela_model::Range;
use fordela_num::{Money, Rational, Total};
use typed_index_collections::{TiSlice, TiVec};

use crate::formulate::{Formulation, rounding, whole};
use crate::instance::{ActivityIx, ApplicantIx, Instance};

/// Remainders are compared in this part of a unit.
const REMAINDER_STEPS: i64 = 1_000_000;

/// Up to this many broken grants, the stated order settles what remainders do not, one place after the
/// other, and the nearest rounding is found exactly. With more, a sum of deviations that is one unit
/// larger than the least will do.
const MOST_STRICT: usize = 32;

/// What one rounding may compute; hard cases are given up for wider ones.
const EFFORT: u64 = 12_000_000;

/// How many units further grants may be moved, one after the other, until some keep all rules.
const NEIGHBOURHOODS: [i128; 3] = [1, 4, 16];

/// Grants in whole units, and the formulation whose columns say which fund pays, with their values.
pub struct Rounded {
    pub(crate) units: TiVec<ActivityIx, i128>,
    pub(crate) formulation: Arc<Formulation>,
    pub(crate) point: Vec<Rational>,
    /// Whether grants were rounded first, and who pays was looked for afterwards.
    pub(crate) in_steps: bool,
}

impl Rounded {
    /// The grants as money; `None` where they are larger than money can be.
    pub(crate) fn amounts(&self, unit: Money) -> Option<TiVec<ActivityIx, Money>> {
        self.units.iter().map(|units| Money::of_units(*units, unit)).collect()
    }

    /// The grants at a point that has whole ones.
    pub fn at(point: Vec<Rational>, formulation: impl Into<Arc<Formulation>>) -> Option<Self> {
        let formulation = formulation.into();
        let units = formulation.key.grants_at(&point).iter().map(Rational::to_i128).collect::<Option<_>>()?;
        Some(Self { units, formulation, point, in_steps: false })
    }
}

/// How closely a rounding keeps to the exact grants.
#[derive(Clone, Copy)]
enum Keep {
    /// Totals, and use up what is used up exactly.
    TotalsAndTight,
    /// Totals only.
    Totals,
    /// Only every grant for itself.
    Grants,
}

/// Rounds exact grants, in units, to whole ones.
pub fn round(
    instance: &Instance,
    exact: &TiSlice<ActivityIx, Rational>,
    ranges: &TiSlice<ActivityIx, Range>,
    effort: &Effort<'_>,
) -> Option<Rounded> {
    round_beside(instance, None, exact, ranges, effort)
}

/// The same, where the program that rounds, with any numbers, may be known of an instance that differs in what funds hold and in
/// limits alone.
pub(crate) fn round_beside(
    instance: &Instance,
    known: Option<&Arc<Formulation>>,
    exact: &TiSlice<ActivityIx, Rational>,
    ranges: &TiSlice<ActivityIx, Range>,
    effort: &Effort<'_>,
) -> Option<Rounded> {
    let around: TiVec<ActivityIx, Range> = exact.iter().map(around).collect();
    let rounding = Rounding::of(instance, known, exact, &around);
    for keep in [Keep::TotalsAndTight, Keep::Totals, Keep::Grants] {
        match rounding.nearest(instance, exact, keep, effort) {
            Ok(rounded) => return Some(rounded),
            Err(Missed::Unsolved) => return in_steps(instance, exact, &around, effort),
            Err(Missed::Nothing) => {}
        }
    }
    best_nearby(instance, &around, ranges, effort)
}

/// Why there is no rounding.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missed {
    /// None was found.
    Nothing,
    /// Not even the program of parts of units was solved with the effort.
    Unsolved,
}

/// Grants rounded to the unit below or above so that money can be parted to pay for them; then who pays them.
fn in_steps(
    instance: &Instance,
    exact: &TiSlice<ActivityIx, Rational>,
    around: &TiSlice<ActivityIx, Range>,
    effort: &Effort<'_>,
) -> Option<Rounded> {
    let (weights, _) = weights(instance, exact);
    let first = |formulation: Formulation| {
        let simplex = Simplex::new(&formulation.program).meeting_rows();
        let point = Search::new(&formulation.program, simplex, Precision::Exact, effort).first()?;
        Rounded::at(point, formulation)
    };
    let rounded = first(rounding(instance, around, &weights, false))?;
    let ranges: TiVec<ActivityIx, Range> = rounded.units.into_iter().map(Range::exactly).collect();
    first(rounding(instance, &ranges, &weights, true)).map(|rounded| Rounded { in_steps: true, ..rounded })
}

fn around(exact: &Rational) -> Range {
    let floor = exact.floor().to_i128().unwrap_or(i128::MAX);
    let ceil = exact.ceil().to_i128().unwrap_or(i128::MAX);
    Range { least: floor, most: ceil }
}

/// The program of the nearest roundings.
struct Rounding {
    formulation: Arc<Formulation>,
    /// What has room to move: most grants are whole already.
    open: Open,
    /// How much a rounding may be worse than the best.
    precision: Precision,
}

impl Rounding {
    fn of(
        instance: &Instance,
        known: Option<&Arc<Formulation>>,
        exact: &TiSlice<ActivityIx, Rational>,
        around: &TiSlice<ActivityIx, Range>,
    ) -> Self {
        let (weights, step) = weights(instance, exact);
        let is_strict = exact.iter().filter(|exact| !exact.is_integer()).count() <= MOST_STRICT;
        let unit = Rational::from(2 * REMAINDER_STEPS) * step;
        let precision = if is_strict { Precision::Exact } else { Precision::Within(unit) };
        let (formulation, open) = match known {
            Some(known) => (Arc::clone(known), known.rounding_in(instance, around, &weights)),
            None => {
                let formulation = rounding(instance, around, &weights, true);
                let open = formulation.program.open();
                (Arc::new(formulation), open)
            }
        };
        Self { formulation, open, precision }
    }

    fn nearest(
        &self,
        instance: &Instance,
        exact: &TiSlice<ActivityIx, Rational>,
        keep: Keep,
        effort: &Effort<'_>,
    ) -> Result<Rounded, Missed> {
        let mut open = self.open.clone();
        let rows = open.program.rows().len();
        if matches!(keep, Keep::TotalsAndTight | Keep::Totals) {
            total_rows(instance, exact, &mut open);
        }
        let mut simplex = Simplex::new(&open.program);
        if matches!(keep, Keep::TotalsAndTight) {
            let columns = self.formulation.program.columns().len();
            let known = open.left(self.formulation.key.known_at(exact, columns));
            for (r, row) in open.program.rows().iter().enumerate().take(rows) {
                hold_if_tight(&mut simplex, r, row, &known);
            }
        }
        found(Arc::clone(&self.formulation), open, simplex, self.precision.clone(), effort)
    }
}

/// Where the exact sum of a row is at its limit, holds it there, so that nothing scarce is wasted; where whole
/// units need not add up to the limit, within a unit of it.
fn hold_if_tight(simplex: &mut Simplex, r: usize, row: &Row, known: &[Option<Rational>]) {
    let mut sum = Total::default();
    for (column, a) in &row.terms {
        let Some(value) = &known[column.0] else { return };
        sum.add_product(a, value);
    }
    if row.at_least == row.at_most {
        return;
    }
    let adds_up = |limit: &Rational| limit.is_integer() && row.terms.iter().all(|(_, a)| a.is_integer());
    let slack = |limit: &Rational| if adds_up(limit) { Rational::ZERO } else { Rational::ONE };
    if let Some(limit) = row.at_most.as_ref().filter(|limit| sum.is(limit)) {
        simplex.set_row(r, limit - &slack(limit), limit.clone());
    } else if let Some(limit) = row.at_least.as_ref().filter(|limit| sum.is(limit)) {
        simplex.set_row(r, limit.clone(), limit + &slack(limit));
    }
}

/// What is left of a formulation's program, searched from where its simplex stands.
fn found(
    formulation: Arc<Formulation>,
    open: Open,
    simplex: Simplex,
    precision: Precision,
    effort: &Effort<'_>,
) -> Result<Rounded, Missed> {
    let effort = effort.share(EFFORT);
    let Found { point, tree, closed } = Search::new(&open.program, simplex, precision, &effort).best(None);
    let missed = if !closed && tree.nodes.len() == 1 { Missed::Unsolved } else { Missed::Nothing };
    point.and_then(|point| Rounded::at(open.point(point), formulation)).ok_or(missed)
}

/// What it is worth to round every grant up: more for a larger remainder, then by the stated order.
/// With the worth of one step of the remainders.
fn weights(instance: &Instance, exact: &TiSlice<ActivityIx, Rational>) -> (TiVec<ActivityIx, Rational>, Rational) {
    let broken: Vec<ActivityIx> = instance.stated_order().iter().copied().filter(|&a| !exact[a].is_integer()).collect();
    let places = places(broken.len());
    let step = places.iter().sum::<Rational>() + Rational::ONE;
    let mut weights: TiVec<ActivityIx, Rational> = exact.iter().map(|_| Rational::ZERO).collect();
    for (a, place) in broken.into_iter().zip(places) {
        let remainder = &exact[a] - &exact[a].floor();
        let steps = ((&remainder + &remainder - Rational::ONE) * Rational::from(REMAINDER_STEPS)).floor();
        weights[a] = steps * &step + place;
    }
    (weights, step)
}

/// What the places of an order are worth: each more than all after it together, as long as the numbers
/// stay small; beyond that, each more than the next.
fn places(count: usize) -> Vec<Rational> {
    let worth = |place: usize| {
        if count <= MOST_STRICT { 1_i128 << (count - 1 - place) } else { i128::try_from(count - place).unwrap_or(0) }
    };
    (0..count).map(|place| Rational::from(worth(place))).collect()
}

/// What is granted in all, and to each applicant, goes to the unit below or above.
fn total_rows(instance: &Instance, exact: &TiSlice<ActivityIx, Rational>, open: &mut Open) {
    let nothing = || (Total::default(), Vec::new());
    let mut applicants: TiVec<ApplicantIx, _> = instance.applicants.iter().map(|_| nothing()).collect();
    let mut all = nothing();
    for ((a, activity), exact) in instance.activities.iter_enumerated().zip(exact) {
        let Some(column) = open.place(ColumnId(a.into())) else { continue };
        for (sum, terms) in [&mut applicants[activity.applicant], &mut all] {
            sum.add(exact);
            terms.push((column, Rational::ONE));
        }
    }
    for (sum, terms) in applicants.into_iter().chain([all]).filter(|(_, terms)| !terms.is_empty()) {
        let (least, most) = sum.around();
        open.program.add_row(Row { at_most: Some(most), ..Row::at_least("total", terms, least) });
    }
}

/// The most valuable whole grants in the smallest neighbourhood that has any.
fn best_nearby(
    instance: &Instance,
    around: &TiSlice<ActivityIx, Range>,
    ranges: &TiSlice<ActivityIx, Range>,
    effort: &Effort<'_>,
) -> Option<Rounded> {
    NEIGHBOURHOODS.into_iter().find_map(|by| {
        let nearby: TiVec<ActivityIx, Range> = around
            .iter()
            .zip(ranges)
            .map(|(near, range)| Range {
                least: (near.least - by).clamp(range.least, range.most),
                most: (near.most + by).clamp(range.least, range.most),
            })
            .collect();
        let formulation = whole(instance, &nearby, crate::formulate::Limits::Narrowing);
        let open = formulation.program.open();
        let simplex = Simplex::new(&open.program);
        found(Arc::new(formulation), open, simplex, Precision::Exact, effort).ok()
    })
}
