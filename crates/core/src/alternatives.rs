//! Other allocations that are nearly as good: the next best, and those that differ most.

use fordela_lp::exact::{Effort, Precision, Search, Simplex};
use fordela_lp::{Rational, Row};

use crate::allocation::{Allocation, Grant};
use crate::call::{Call, Percent};
use crate::decide::{Decided, decide};
use crate::formulate::{Columns, Formulation, formulate};
use crate::order::Ordered;
use crate::prices::{Choice, Proof};
use crate::round::round;
use crate::solve::SolveError;
use crate::suggest::{carried_out, finish};
use crate::verify::{Verified, verify};

/// What one alternative may compute.
const EFFORT: u64 = 16_000_000;

/// How often the value that is asked for is raised, where rounding costs too much of it.
const MOST_RAISES: usize = 12;

/// How an alternative was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is the most valuable of those that make other choices than all before.
    NextBest,
    /// It grants as little as can be of what was granted before.
    MostDifferent,
}

/// Another allocation, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// How it was chosen.
    pub way: Way,
    /// The allocation, with the bound of the best one.
    pub verified: Verified,
}

/// At most `most` other allocations whose value is less than that of the best one by at most this percentage.
///
/// Where there are choices, the first half are the next best: each makes other choices than those before it, and is
/// the most valuable that does. The others are found by modelling to generate alternatives (Brill 1979): within the
/// tolerance, the least of what those before granted, each activity weighed by the sum of its shares in them. Fewer
/// are given where no others are found, and none where the call shares its money.
///
/// ```
/// use fordela::alternatives::alternatives;
/// use fordela::call::Percent;
/// use fordela::{Answer, EFFORT, Effort, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// # let Answer::Allocated(best) = allocate(&call)? else { unreachable!() };
/// for other in alternatives(&call, &best, Percent::new(20.into()), 3, &Effort::new(EFFORT, &|| false))? {
///     assert!(other.verified.value() <= best.value());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// See [`SolveError`].
pub fn alternatives(
    call: &Call,
    best: &Verified,
    within: Percent,
    most: usize,
    effort: &Effort<'_>,
) -> Result<Vec<Alternative>, SolveError> {
    if call.draft().objective.kind.shares() {
        return Ok(Vec::new());
    }
    let ordered = Ordered::of(call);
    let least = best.value() * &(Rational::ONE - within.part());
    let mut hunt = Hunt { call, ordered: &ordered, best, least, effort, found: Vec::new() };
    if call.has_choices() {
        hunt.next_best(most.div_ceil(2))?;
    }
    hunt.most_different(most)?;
    Ok(hunt.found)
}

struct Hunt<'c> {
    call: &'c Call,
    /// The call in the order of its ids, so that what is found does not depend on how it is written.
    ordered: &'c Ordered<'c>,
    best: &'c Verified,
    /// The least value that is still within the tolerance.
    least: Rational,
    effort: &'c Effort<'c>,
    found: Vec<Alternative>,
}

impl Hunt<'_> {
    fn next_best(&mut self, most: usize) -> Result<(), SolveError> {
        let call = &*self.ordered.call;
        let mut formulation = formulate(call, Columns::AsTheyAre);
        exclude(&mut formulation, call, &self.ordered.grants(self.best.grants()));
        while self.found.len() < most {
            let effort = self.effort.share(EFFORT);
            let Ok(Some(decided)) = decide(call, &formulation, &effort) else { break };
            let Some(allocation) = carried_out(call, &decided, no_proof(), self.effort)? else { break };
            exclude(&mut formulation, call, &allocation.grants);
            if !self.take(Way::NextBest, allocation)? {
                break;
            }
        }
        Ok(())
    }

    fn most_different(&mut self, most: usize) -> Result<(), SolveError> {
        let formulation = formulate(&self.ordered.call, Columns::AsTheyAre);
        while self.found.len() < most {
            let mut least = self.least.clone();
            let mut taken = false;
            for _ in 0..MOST_RAISES {
                let Some(allocation) = self.different(&formulation, &least)? else { break };
                let missing = &self.least - &self.worth(&allocation);
                if missing.is_positive() {
                    // Twice, as another rounding may cost more than this one did.
                    least += &(&missing + &missing);
                    continue;
                }
                taken = self.take(Way::MostDifferent, allocation)?;
                break;
            }
            if !taken {
                break;
            }
        }
        Ok(())
    }

    /// The allocation, worth this much, that is least like those found so far.
    fn different(&self, formulation: &Formulation, least: &Rational) -> Result<Option<Allocation>, SolveError> {
        let call = &*self.ordered.call;
        let mut program = formulation.program.with_values(self.unlike(formulation));
        program.add_row(formulation.worth_at_least(least.clone()));
        let effort = self.effort.share(EFFORT);
        let found = Search::new(&program, Simplex::new(&program), Precision::Exact, &effort).best(None);
        let Some(point) = found.point else { return Ok(None) };
        if call.has_choices() {
            return carried_out(call, &Decided::at(call, formulation, &point, None), no_proof(), self.effort);
        }
        let free = Decided::free(call);
        let rounded = round(call, &formulation.key.grants_at(&point), &free.ranges, self.effort);
        rounded.map(|rounded| finish(call, free.lines, rounded, no_proof(), self.effort)).transpose()
    }

    /// What every column costs: its part of an ask, for every share that the activity got so far.
    fn unlike(&self, formulation: &Formulation) -> Vec<Rational> {
        let call = &*self.ordered.call;
        let mut costs = vec![Rational::ZERO; formulation.program.columns().len()];
        for (a, terms) in formulation.key.grants.iter().enumerate() {
            let asked = Rational::from(call.ask_units(a));
            if asked.is_zero() {
                continue;
            }
            let before = std::iter::once(self.best).chain(self.found.iter().map(|one| &one.verified));
            let place = self.ordered.written(a);
            let shares: Rational = before
                .map(|one| one.grants()[place].amount.rational() / self.call.claims()[place].ask().rational())
                .sum();
            for (column, units) in terms {
                costs[column.0] -= &(units * &shares / &asked);
            }
        }
        costs
    }

    fn worth(&self, allocation: &Allocation) -> Rational {
        allocation.grants.iter().enumerate().map(|(a, grant)| self.ordered.call.value(a, grant.amount)).sum()
    }

    /// Takes an allocation among the alternatives, if it is a new one within the tolerance.
    fn take(&mut self, way: Way, allocation: Allocation) -> Result<bool, SolveError> {
        let mut allocation = self.ordered.allocation(allocation);
        allocation.proof = self.best.proof().clone();
        let verified = verify(self.call, allocation).map_err(SolveError::Unverified)?;
        let mut before = std::iter::once(self.best).chain(self.found.iter().map(|one| &one.verified));
        let is_known = before.any(|one| amounts(one).eq(amounts(&verified)));
        let is_within = *verified.value() >= self.least;
        if is_within && !is_known {
            self.found.push(Alternative { way, verified });
            return Ok(true);
        }
        Ok(false)
    }
}

fn amounts(verified: &Verified) -> impl Iterator<Item = (crate::Money, &[bool])> {
    verified.grants().iter().map(|grant| (grant.amount, &grant.lines[..]))
}

/// Stands in until the proof of the best allocation takes its place.
fn no_proof() -> Proof {
    Proof { steps: Vec::new() }
}

/// Forbids the choices that these grants make: at least one must be another.
fn exclude(formulation: &mut Formulation, call: &Call, grants: &[Grant]) {
    let mut terms = Vec::new();
    let mut taken = 0_i64;
    for (column, choice) in &formulation.key.choices {
        let is_taken = match *choice {
            Choice::Activity(a) => !grants[a].amount.is_zero(),
            Choice::Line(a, line) => grants[a].lines.get(line).copied().unwrap_or(false),
            Choice::Level(a, level) => grants[a].amount == call.draft().activities[a].levels[level],
            Choice::Fund(..) => continue,
        };
        terms.push((*column, if is_taken { -Rational::ONE } else { Rational::ONE }));
        taken += i64::from(is_taken);
    }
    formulation.program.add_row(Row::at_least("another choice", terms, Rational::from(1 - taken)));
}
