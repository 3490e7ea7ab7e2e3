//! From exact grants to grants in whole units.
//!
//! Every grant goes to the unit below or above, so that all funds, caps and floors hold, what is
//! granted in all and to each applicant goes to the unit below or above as well, and what has a price
//! is used up. Among these roundings the nearest is taken, by largest remainders; remainders that
//! differ by less than a millionth of a unit are settled by the stated order. Where there is no such
//! rounding the last conditions are given up one by one, and in the end the grants may be further
//! than one unit from where they were: the best ones in the smallest neighbourhood that has any.

use fordela_lp::exact::{Effort, Precision, Search, Simplex};
use fordela_lp::{Column, ColumnId, Program, Rational, Row};

use crate::call::Call;
use crate::formulate::{Formulation, divisible, rounding};
use crate::units::Range;

/// Remainders are compared in this part of a unit.
const REMAINDER_STEPS: i64 = 1_000_000;

/// Up to this many broken grants, the stated order settles what remainders do not, one place after the
/// other, and the nearest rounding is found exactly. With more, a sum of deviations that is one unit
/// larger than the least will do.
const MOST_STRICT: usize = 32;

/// What one rounding may compute; hard cases are given up for wider ones.
const EFFORT: u64 = 4_000_000;

/// Grants in whole units, and the formulation whose columns say which fund pays, with their values.
pub(crate) struct Rounded {
    pub(crate) units: Vec<i128>,
    pub(crate) formulation: Formulation,
    pub(crate) point: Vec<Rational>,
}

/// How closely a rounding keeps to the exact grants.
#[derive(Clone, Copy)]
enum Keep {
    /// Totals, and use up what has a price.
    TotalsAndPriced,
    /// Totals only.
    Totals,
    /// Only every grant for itself.
    Grants,
}

/// Rounds exact grants, in units, to whole ones. `duals` are those of the divisible program: rows with
/// a price stay where they are.
pub(crate) fn round(call: &Call, exact: &[Rational], ranges: &[Range], duals: &[Rational]) -> Option<Rounded> {
    let around: Vec<Range> = exact.iter().map(around).collect();
    [Keep::TotalsAndPriced, Keep::Totals, Keep::Grants]
        .into_iter()
        .find_map(|keep| nearest(call, exact, &around, duals, keep))
        .or_else(|| best_nearby(call, &around, ranges))
}

fn around(exact: &Rational) -> Range {
    let floor = exact.floor().to_i128().unwrap_or(i128::MAX);
    let ceil = exact.ceil().to_i128().unwrap_or(i128::MAX);
    Range { least: floor, most: ceil }
}

fn nearest(call: &Call, exact: &[Rational], around: &[Range], duals: &[Rational], keep: Keep) -> Option<Rounded> {
    let (weights, step) = weights(call, exact);
    let mut formulation = rounding(call, around, &weights);
    let rows = formulation.program.rows().len();
    if matches!(keep, Keep::TotalsAndPriced | Keep::Totals) {
        total_rows(call, exact, around, &mut formulation.program);
    }
    let mut simplex = Simplex::new(&formulation.program);
    if matches!(keep, Keep::TotalsAndPriced) {
        for (row, dual) in duals.iter().enumerate().take(rows).filter(|(_, dual)| !dual.is_zero()) {
            hold(&mut simplex, row, &formulation.program.rows()[row], dual.is_positive());
        }
    }
    let is_strict = exact.iter().filter(|exact| !exact.is_integer()).count() <= MOST_STRICT;
    let unit = Rational::from(2 * REMAINDER_STEPS) * step;
    found(formulation, simplex, if is_strict { Precision::Exact } else { Precision::Within(unit) })
}

/// Holds the sum of a row with a price at its limit, so that nothing that has a price is wasted; where
/// whole units need not add up to the limit, within a unit of it.
fn hold(simplex: &mut Simplex, row: usize, program_row: &Row, is_cap: bool) {
    let limit = if is_cap { &program_row.at_most } else { &program_row.at_least };
    let Some(limit) = limit else { return };
    let adds_up = limit.is_integer() && program_row.terms.iter().all(|(_, a)| a.is_integer());
    let slack = if adds_up { Rational::ZERO } else { Rational::ONE };
    let (least, most) = if is_cap { (limit - &slack, limit.clone()) } else { (limit.clone(), limit + &slack) };
    simplex.set_row(row, least, most);
}

fn found(formulation: Formulation, simplex: Simplex, precision: Precision) -> Option<Rounded> {
    let mut never = || false;
    let effort = Effort::new(EFFORT, &mut never);
    let point = Search::new(&formulation.program, simplex, precision, effort).best(None).point?;
    let units = formulation.key.grants_at(&point).iter().map(Rational::to_i128).collect::<Option<Vec<i128>>>()?;
    Some(Rounded { units, formulation, point })
}

/// What it is worth to round every grant up: more for a larger remainder, then by the stated order.
/// With the worth of one step of the remainders.
fn weights(call: &Call, exact: &[Rational]) -> (Vec<Rational>, Rational) {
    let broken: Vec<usize> = call.stated_order().into_iter().filter(|&a| !exact[a].is_integer()).collect();
    let places = places(broken.len());
    let step = places.iter().sum::<Rational>() + Rational::ONE;
    let mut weights = vec![Rational::ZERO; exact.len()];
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
fn total_rows(call: &Call, exact: &[Rational], around: &[Range], program: &mut Program) {
    let mut applicants = vec![(Rational::ZERO, Vec::new()); call.draft().applicants.len()];
    let mut all = (Rational::ZERO, Vec::new());
    for (a, exact) in exact.iter().enumerate() {
        for (sum, terms) in [&mut applicants[call.claims()[a].applicant()], &mut all] {
            *sum += exact;
            terms.push((ColumnId(a), Rational::ONE));
        }
    }
    let is_open = |terms: &[(ColumnId, Rational)]| terms.iter().any(|(c, _)| around[c.0].least < around[c.0].most);
    for (sum, terms) in applicants.into_iter().chain([all]).filter(|(_, terms)| is_open(terms)) {
        let at_most = Some(sum.ceil());
        program.add_row(Row { at_most, ..Row::at_least("total", terms, sum.floor()) });
    }
}

/// The most valuable whole grants in the smallest neighbourhood that has any.
fn best_nearby(call: &Call, around: &[Range], ranges: &[Range]) -> Option<Rounded> {
    let widest = ranges.iter().map(|range| range.most - range.least).max()?;
    let mut by = 1;
    loop {
        let nearby: Vec<Range> = around
            .iter()
            .zip(ranges)
            .map(|(near, range)| Range {
                least: (near.least - by).clamp(range.least, range.most),
                most: (near.most + by).clamp(range.least, range.most),
            })
            .collect();
        let mut formulation = divisible(call, &nearby, crate::formulate::LoneCaps::InRanges);
        formulation.program = whole(&formulation.program);
        let simplex = Simplex::new(&formulation.program);
        if let Some(rounded) = found(formulation, simplex, Precision::Exact) {
            return Some(rounded);
        }
        if by > widest {
            return None;
        }
        by = by.saturating_mul(4);
    }
}

/// The same program on whole numbers only.
fn whole(program: &Program) -> Program {
    let mut whole = Program::new();
    for column in program.columns() {
        whole.add_column(Column { whole: true, ..column.clone() });
    }
    for row in program.rows() {
        whole.add_row(row.clone());
    }
    whole
}
