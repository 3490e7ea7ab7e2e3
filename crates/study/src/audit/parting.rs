//! Whether sums of applicants can be parted over their activities so that all rules are kept, by trying it.

use fordela_model::Call;
use fordela_model::call::CaseId;
use fordela_model::call::draft::Objective;
use fordela_num::{Money, covering_units};
use fordela_solve::{Answer, Solve, SolveError};

use super::complaint::{Obstacle, Unknown, Verdict};
use super::mend::equalising;
use super::pairs::Pair;
use super::party::Member;

/// What came of trying to part sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Parted {
    /// It can be done; no way is worth more than the bound.
    Possible { bound: fordela_num::Rational },
    /// It cannot, because of these caps and floors, by their place in the call; by none of them where asks, funds or
    /// possible amounts are enough to forbid it.
    Impossible { cases: Vec<CaseId> },
}

/// Allocates the call with a floor and a cap on every applicant at its sum.
pub(super) fn parted(call: &Call, sums: &[Money], solve: &mut Solve<'_>) -> Result<Parted, SolveError> {
    // What it is worth at most is asked, whatever the objective.
    let by_value = call.with_objective(&Objective::default());
    let held = by_value.with_sums(sums, |rule, sum| rule.at_least(sum).at_most(sum));
    Ok(match solve(&held)? {
        Answer::Allocated(verified) => Parted::Possible { bound: verified.bound().clone() },
        Answer::Impossible(impossible) => {
            // Not the sums, which are no rules of the call.
            let own = impossible.conflict.iter().filter(|case| call.case_at(case).is_some());
            Parted::Impossible { cases: own.cloned().collect() }
        }
    })
}

/// What becomes of the least move of money that mends a complaint between applicants.
pub(super) fn verdict(
    call: &Call,
    parties: &[Member<'_>],
    pair: &Pair,
    solve: &mut Solve<'_>,
) -> Result<Verdict, SolveError> {
    let party = |n: usize| (parties[n].granted.rational(), parties[n].asked.rational());
    let units = covering_units(&equalising(party(pair.one), party(pair.other)), call.unit());
    let moved = Money::of_units(units, call.unit()).unwrap_or_default();
    if moved > parties[pair.other].granted {
        return Ok(Verdict::Explained { moved: None, by: vec![Obstacle::Parting] });
    }
    let mut sums: Vec<Money> = parties.iter().map(|party| party.granted).collect();
    sums[pair.one] = sums[pair.one] + moved;
    sums[pair.other] = sums[pair.other] - moved;
    let cases = match parted(call, &sums, solve) {
        Ok(Parted::Possible { .. }) => return Ok(Verdict::Mendable { moved, value: None }),
        Ok(Parted::Impossible { cases }) => cases,
        Err(SolveError::EffortSpent) => return Ok(Verdict::Unknown(Unknown::Effort)),
        Err(error) => return Err(error),
    };
    let by: Vec<Obstacle> = cases.into_iter().map(Obstacle::Case).collect();
    Ok(Verdict::Explained { moved: Some(moved), by: if by.is_empty() { vec![Obstacle::Parting] } else { by } })
}
