//! Checks an allocation against the call itself, in exact arithmetic.
//!
//! Nothing of the program or the solver is looked at. The grants are checked one rule at a time; the
//! proof is turned into a bound on the value of every allocation, by weak duality (Everett 1963;
//! Neumaier & Shcherbina 2004 for the principle): for any prices,
//!
//! `V ≤ Σ price·limit + Σ_a max { value_a(G) − charge_a·G : G a grant that a may get }`.

mod best;
mod bound;
mod charge;
mod curve;
mod cuts;
mod decided;
mod floors;
mod grants;
mod lines;
mod payments;
mod priced;
mod prices;
mod shares;
#[cfg(test)]
mod small_calls;
mod told;
mod violation;

pub use grants::violations;
pub use shares::Fairness;
pub use violation::Violation;

use std::sync::{Arc, OnceLock};

use fordela_model::call::RuleCase;
use fordela_model::fairness::Sharing;
use fordela_model::prices::{Multipliers, Proof, Step};
use fordela_model::{Allocation, Call, CallDraft, Grant, Shares};
use fordela_num::{Money, Rational};

use priced::{Bounds, Shape};

/// An allocation that has been checked. Only [`verify`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    draft: Arc<CallDraft>,
    allocation: Allocation,
    value: Rational,
    bound: Rational,
    cases: Vec<CaseState>,
    fairness: Option<Fairness>,
    is_optimal: bool,
}

/// How a cap or floor stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CaseState {
    /// The sum of grants that it limits.
    pub sum: Money,
    /// The limit.
    pub limit: Rational,
    /// Whether the sum cannot move one unit further towards the limit.
    pub binding: bool,
}

impl Verified {
    /// What an activity gets, by its id; `None` where the call has none with that id.
    ///
    /// ```
    /// # use fordela::{Activity, Applicant, CallDraft, Criterion, Fund, Money};
    /// # let call = CallDraft::new("Summer")
    /// #     .fund(Fund::new("city", 700_000))
    /// #     .criterion(Criterion::new("need", 1, 3))
    /// #     .applicant(Applicant::new("culture"))
    /// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
    /// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
    /// #     .validate()?;
    /// let best = fordela::best(&call)?.ok_or("nothing keeps all rules")?;
    /// assert_eq!(best.grant("stage").map(|grant| grant.amount), Some(Money::new(200_000)));
    /// assert!(best.grant("choir").is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn grant(&self, activity: &str) -> Option<&Grant> {
        let place = self.draft.activities.iter().position(|one| one.id == activity)?;
        self.allocation.grants.get(place)
    }

    /// What every activity gets, with its id, in the order of the call.
    pub fn by_id(&self) -> impl Iterator<Item = (&str, &Grant)> {
        self.draft.activities.iter().map(|one| one.id.as_str()).zip(&self.allocation.grants)
    }

    /// What every activity gets, in the order of the call.
    #[must_use]
    pub fn grants(&self) -> &[Grant] {
        &self.allocation.grants
    }

    /// All that is granted.
    #[must_use]
    pub fn granted(&self) -> Money {
        self.grants().iter().map(|grant| grant.amount).sum()
    }

    /// What the allocation is worth: `Σ_a p[a]·Σ_k m[k]·G[a,k]`.
    #[must_use]
    pub fn value(&self) -> &Rational {
        &self.value
    }

    /// No allocation in whole units is worth more than this; where everybody must get a part of what is fair, none in
    /// which they do.
    #[must_use]
    pub fn bound(&self) -> &Rational {
        &self.bound
    }

    /// How far from the most value the allocation can be; zero when it is proven that none has more. With an objective
    /// that shares, what fairness costs.
    #[must_use]
    pub fn gap(&self) -> Rational {
        &self.bound - &self.value
    }

    /// Whether it is proven that the allocation is the best by the call's objective: that none is worth more, or that
    /// none is fairer.
    #[must_use]
    pub fn is_optimal(&self) -> bool {
        self.is_optimal
    }

    /// With an objective that shares, what it gives and why nothing is fairer.
    #[must_use]
    pub fn shares(&self) -> Option<&Shares> {
        self.allocation.shares.as_ref()
    }

    /// With an objective that shares, how close the grants are to what it asks for.
    #[must_use]
    pub fn fairness(&self) -> Option<&Fairness> {
        self.fairness.as_ref()
    }

    /// How every cap and floor stands, in the order of the call's cases.
    #[must_use]
    pub fn cases(&self) -> &[CaseState] {
        &self.cases
    }

    /// The prices that prove the bound, or `None` when it took a tree of them, as it does where there
    /// are choices.
    #[must_use]
    pub fn prices(&self) -> Option<&Multipliers> {
        match &self.allocation.proof.steps[..] {
            [Step::Bounded(prices)] => Some(prices),
            _ => None,
        }
    }

    /// The proof of the bound.
    #[must_use]
    pub fn proof(&self) -> &Proof {
        &self.allocation.proof
    }

    /// The allocation without its mark.
    #[must_use]
    pub fn into_allocation(self) -> Allocation {
        self.allocation
    }
}

/// What checks of calls that are alike have in common. It is worked out of the call alone.
#[derive(Debug)]
pub struct Checks {
    call: Call,
    shape: Shape,
    grid: OnceLock<Option<Rational>>,
}

impl Checks {
    /// What is worked out of a call.
    #[must_use]
    pub fn of(call: &Call) -> Self {
        let shape = Shape::of(call, call.cases().iter().collect());
        Self { call: call.clone(), shape, grid: OnceLock::new() }
    }

    fn grid(&self) -> Option<Rational> {
        self.grid.get_or_init(|| self.call.grid()).clone()
    }
}

/// Checks an allocation and its proof.
///
/// ```
/// use fordela::verify::verify;
/// use fordela::{Answer, Money, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// # let Answer::Allocated(best) = allocate(&call)? else { unreachable!() };
/// let mut allocation = best.into_allocation();
/// assert!(verify(&call, allocation.clone()).is_ok());
/// allocation.grants[0].amount = Money::new(500_001);
/// assert!(verify(&call, allocation).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Everything in which the allocation breaks the call, or the proof fails.
pub fn verify(call: &Call, allocation: Allocation) -> Result<Verified, Vec<Violation>> {
    verify_beside(call, allocation, None)
}

/// Checks an allocation and its proof as [`verify`] does, beside what was worked out of a call that this one is perhaps like.
///
/// # Errors
///
/// As [`verify`].
pub fn verify_beside(call: &Call, allocation: Allocation, known: Option<&Checks>) -> Result<Verified, Vec<Violation>> {
    let known = known.filter(|known| call.is_like(&known.call) && known.shape.fits(call));
    let shared = allocation.shares.as_ref().and_then(|shares| Some((Sharing::of(call)?, shares)));
    if shared.is_none() && call.draft().objective.kind.shares() {
        return Err(vec![Violation::ProofFails]);
    }
    let floors = shared.as_ref().and_then(|(sharing, shares)| floors::fair_floors(call, sharing, &shares.whole));
    let own = floors.as_deref().unwrap_or_default();
    let mut violations = grants::broken(call, own, &allocation.grants);
    if !violations.is_empty() {
        return Err(violations);
    }
    let last_word = floors.is_none().then_some(&allocation.grants[..]);
    let fairness = shared.as_ref().map(|(sharing, shares)| shares::fairness(call, sharing, shares, last_word));
    let granted: Money = allocation.grants.iter().map(|grant| grant.amount).sum();
    let states: Vec<CaseState> =
        call.cases().iter().map(|case| case_state(call, case, &allocation.grants, granted)).collect();
    let value: Rational = allocation.grants.iter().enumerate().map(|(a, grant)| call.value(a, grant.amount)).sum();
    let cases: Vec<&RuleCase> = call.cases().iter().chain(own.iter().map(|floor| &floor.case)).collect();
    let (cuts, known) = (&allocation.proof.cuts, known.filter(|_| own.is_empty()));
    let bounds = match known {
        Some(known) => Bounds::shaped(call, cases, cuts, &known.shape),
        None => Bounds::new(call, cases, cuts),
    };
    let grid = || known.map_or_else(|| call.grid(), Checks::grid);
    let bound = bound::bound(&bounds, &allocation.proof, &value, grid);
    let draft = call.shared_draft();
    match (bound, fairness) {
        (Some(bound), None) if bound >= value => {
            let is_optimal = bound == value;
            Ok(Verified { draft, allocation, value, bound, cases: states, fairness: None, is_optimal })
        }
        (Some(bound), Some(Some(fairness))) if bound >= value => {
            let is_optimal = fairness.is_proven(call) && (floors.is_none() || bound == value);
            Ok(Verified { draft, allocation, value, bound, cases: states, fairness: Some(fairness), is_optimal })
        }
        _ => {
            violations.push(Violation::ProofFails);
            Err(violations)
        }
    }
}

fn case_state(call: &Call, case: &RuleCase, grants: &[Grant], granted: Money) -> CaseState {
    let sum = grants::case_sum(case, grants);
    let limit = case.limit_at(&granted.rational(), |a| grants[a].amount.rational());
    let room = (sum.rational() - &limit).abs();
    CaseState { sum, limit, binding: room < call.unit().rational() }
}
