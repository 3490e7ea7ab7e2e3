//! The axioms that a rule keeps in calls like one.

use fordela_model::Call;

use super::Axiom;
use super::sample::draws;
use super::search::{Bounds, DRAWS_PER_TRY, Verdict, search_within};
use crate::fairness::AllocationRule;

/// A call with more activities than this is not tried itself; only smaller calls made from it are.
pub const LARGEST_TRIED: usize = 40;

/// To make a counterexample of a card small, at most so many simpler calls are looked at.
pub const MOST_SIMPLER: usize = 1_500;

/// Where an axiom says nothing of so many smaller calls, no more are made.
const MOST_IDLE: usize = 300;

/// The same calls are drawn for every axiom and on every machine.
const SEED: u64 = 1991;

/// The axiom card of a rule for calls like this one: every axiom is tried on smaller calls made from it, with its
/// funds, rules, scores and tags, other budgets and coarser amounts, and on the call itself, until it is broken or has been
/// tried this many times. Counterexamples are made small with [`shrink_within`](super::shrink_within). A verdict says on how many calls it was tried, which may be fewer.
///
/// ```
/// use fordela::axiom::{Axiom, card};
/// use fordela::fairness::OwnSettings;
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// for (axiom, verdict) in card(&OwnSettings, &call, 10) {
///     if axiom == Axiom::BudgetMonotone {
///         assert!(verdict.held());
///     }
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn card(rule: &dyn AllocationRule, call: &Call, tries: usize) -> Vec<(Axiom, Verdict)> {
    Axiom::ALL.into_iter().map(|axiom| (axiom, verdict(rule, axiom, call, tries))).collect()
}

/// One row of the [`card`]. Smaller calls come first, since counterexamples are found and made small sooner in them.
#[must_use]
pub fn verdict(rule: &dyn AllocationRule, axiom: Axiom, call: &Call, tries: usize) -> Verdict {
    let itself = (call.claims().len() <= LARGEST_TRIED).then(|| call.clone());
    let others = tries.saturating_sub(itself.iter().len());
    // Where none can be made of a large call, it takes long to find that out.
    let drawn = draws(call, SEED, others.saturating_mul(DRAWS_PER_TRY));
    let smaller = drawn.take_while(|_| !rule.is_spent()).flatten();
    let within = |tries| Bounds { tries, most_idle: MOST_IDLE, most_simpler: MOST_SIMPLER };
    match search_within(rule, axiom, smaller, within(others)) {
        Verdict::Held { tries: held } => match search_within(rule, axiom, itself, within(tries - others)) {
            Verdict::Held { tries: too } => Verdict::Held { tries: held + too },
            broken @ Verdict::Broken(_) => broken,
        },
        broken @ Verdict::Broken(_) => broken,
    }
}
