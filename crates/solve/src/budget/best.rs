//! Calls of which every answer is the best in whole units, so that a better one proves an answer to be another.

use std::collections::BTreeSet;

use fordela_lp::Program;
use fordela_model::Call;
use fordela_num::Rational;

use crate::formulate::free;
use crate::instance::Instance;

/// Whether the answer to a call is always one of the best in whole units, unless effort ends.
///
/// So it is where all grants are chosen and nothing asks which fund pays: a search decides all of them at once. So it
/// is too where all can be divided and what is limited is nested: then the best is reached in whole units, and the
/// rounding with limits kept reached is among the best, as two nested families of sums can be rounded together.
pub fn answers_are_best(call: &Call) -> bool {
    are_best(&Instance::of(call))
}

/// The same of an instance.
pub(super) fn are_best(instance: &Instance) -> bool {
    if instance.shares() || instance.asks_who_pays() || instance.pays_by_parts() {
        return false;
    }
    if instance.has_choices() { instance.is_all_chosen() } else { is_nested(&free(instance).program) }
}

/// Whether the rows of a program are sums of columns, to whole limits, of which any two are apart or one in the other.
fn is_nested(program: &Program) -> bool {
    const MOST_ROWS: usize = 200;
    let is_whole = |limit: &Option<Rational>| limit.as_ref().is_none_or(Rational::is_integer);
    let rows = program.rows();
    if rows.len() > MOST_ROWS {
        return false;
    }
    let mut sets: Vec<BTreeSet<usize>> = Vec::with_capacity(rows.len());
    for row in rows {
        let is_sum = row.terms.iter().all(|(_, a)| *a == Rational::ONE);
        if !is_sum || !is_whole(&row.at_least) || !is_whole(&row.at_most) {
            return false;
        }
        let set: BTreeSet<usize> = row.terms.iter().map(|(column, _)| column.0).collect();
        if sets.iter().any(|other| !(set.is_disjoint(other) || set.is_subset(other) || other.is_subset(&set))) {
            return false;
        }
        sets.push(set);
    }
    true
}
