//! The smallest set of caps and floors that cannot be kept together.
//!
//! A conflict is found by leaving out what can be left out. Grants that keep some rules show more than that these do not
//! conflict: every conflict has one of the rules that those grants miss. So the smallest choice with a member of every such
//! set of missed rules bounds the size from below, and is the smallest conflict as soon as it is one (Ignatiev et al. 2015).

use fordela_lp::exact::{Effort, Simplex, Status};
use fordela_model::call::Kind;
use fordela_num::Rational;
use serde::Serialize;
use typed_index_collections::TiVec;

use super::hitting::Hunt;
use super::lacking::{Kept, Lacking};
use super::moved::{grantable, nominal};
use crate::formulate::{Columns, formulate};
use crate::instance::{Case, CaseIx, Instance};

/// What is proven of a set of caps and floors that cannot be kept together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Proven {
    /// That they cannot.
    Clash,
    /// That none can be left out: without any one of them the others can be kept. It is an irreducible infeasible subsystem
    /// (IIS).
    NoneToSpare,
    /// That none can be left out, and that no fewer caps and floors of the call conflict: an IIS of the least size.
    Smallest,
}

/// A conflict, the smallest if the effort suffices; of equally small ones the first by the largest floors and the lowest
/// caps.
pub(super) fn conflict(lacking: &Lacking<'_>, effort: &Effort<'_>) -> (Vec<CaseIx>, Proven) {
    let order = order(lacking.instance);
    let mut hunt = Hunt::new();
    let (known, proven) = reduced(lacking, &order, &mut hunt, &effort.part(2));
    shrunk(lacking, &order, hunt, known, proven, effort)
}

/// Where a case comes: floors before caps, larger floors first, lower caps first, then what counts more activities.
fn order(instance: &Instance) -> Vec<CaseIx> {
    let mut order: Vec<CaseIx> = instance.cases.keys().collect();
    let all = grantable(instance);
    let size = |case: &Case| {
        let limit = nominal(instance, &all, case);
        if case.kind == Kind::AtLeast { -limit } else { limit }
    };
    let sizes: TiVec<CaseIx, Rational> = instance.cases.iter().map(size).collect();
    order.sort_by(|&one, &other| {
        let (first, second) = (&instance.cases[one], &instance.cases[other]);
        let kinds = second.kind.cmp(&first.kind);
        let counted = second.activities.len().cmp(&first.activities.len());
        kinds.then_with(|| sizes[one].cmp(&sizes[other])).then(counted)
    });
    order
}

/// The deletion filter: every case that can be left out, with the rest still impossible, is left out; what comes last
/// first. Where the effort does not suffice to tell, a case stays: a conflict may then be larger than it need be, but never
/// one that is none.
fn reduced(lacking: &Lacking<'_>, order: &[CaseIx], hunt: &mut Hunt, effort: &Effort<'_>) -> (Vec<CaseIx>, Proven) {
    let mut kept = clashing(lacking.instance, order, effort);
    let mut proven = Proven::NoneToSpare;
    for place in (0..kept.len()).rev() {
        if effort.is_spent() {
            return (kept, Proven::Clash);
        }
        let case = kept.remove(place);
        match lacking.keep(&kept, effort) {
            Kept::Impossible => continue,
            Kept::Possible(missed) => hunt.add(places(order, &missed)),
            Kept::Unknown => proven = Proven::Clash,
        }
        kept.insert(place, case);
    }
    (kept, proven)
}

/// The cases of a proof that not even grants in parts of units keep all, or all cases.
fn clashing(instance: &Instance, order: &[CaseIx], effort: &Effort<'_>) -> Vec<CaseIx> {
    let formulation = formulate(instance, Columns::Whole);
    match Simplex::new(&formulation.program).solve(effort) {
        Ok(Status::Infeasible(weights)) => {
            let weighted = formulation.key.weighted_cases(&weights);
            order.iter().copied().filter(|case| weighted.contains(case)).collect()
        }
        _ => order.to_vec(),
    }
}

/// The smallest conflict, or the known one with what is proven of it.
fn shrunk(
    lacking: &Lacking<'_>,
    order: &[CaseIx],
    mut hunt: Hunt,
    known: Vec<CaseIx>,
    proven: Proven,
    effort: &Effort<'_>,
) -> (Vec<CaseIx>, Proven) {
    while let Ok(chosen) = hunt.next(effort) {
        let chosen: Vec<CaseIx> = chosen.into_iter().map(|place| order[place]).collect();
        match lacking.keep(&chosen, effort) {
            Kept::Impossible => return (chosen, Proven::Smallest),
            Kept::Possible(missed) => hunt.add(places(order, &missed)),
            Kept::Unknown => break,
        }
    }
    let is_smallest = hunt.size() >= known.len();
    (known, if is_smallest { Proven::Smallest } else { proven })
}

fn places(order: &[CaseIx], cases: &[CaseIx]) -> Vec<usize> {
    (0..order.len()).filter(|&place| cases.contains(&order[place])).collect()
}
