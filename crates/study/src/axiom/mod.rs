//! Axioms: properties that an allocation rule keeps, or breaks in some call.
//!
//! An axiom is tested on one call by trying the changes of it that the axiom speaks of ([`Axiom::try_on`]), and on a rule
//! by trying many calls ([`search`]). A call in which it is broken is made as small as it can be ([`shrink`]), so that
//! the counterexample can be followed by hand. That an axiom held on some number of calls is no proof that it always
//! holds; that it is broken is one.
//!
//! Grants are compared as exact numbers, before they are rounded. A call or a changed call that the rule has no answer
//! to says nothing. Sources: Thomson (2019), *How to Divide When There Isn't Enough*; Sprumont (1991); Faliszewski &
//! Talmon (2018), which [`Axiom::source`] refers to.

mod anonymous;
mod apply;
mod breach;
mod budget;
mod card;
mod change;
mod consistent;
mod cost;
mod counterexample;
mod definition;
mod equals;
mod exhaustive;
mod feasible;
mod inflation;
mod parts;
mod payable;
mod probe;
mod rejected;
mod sample;
mod scale;
mod score;
mod search;
mod shrink;
mod simpler;

pub use breach::Breach;
pub use card::{LARGEST_TRIED, MOST_SIMPLER, card, verdict};
pub use change::{Change, Order};
pub use counterexample::{Changed, Concern, Counterexample};
pub(crate) use parts::{merges, splits};
pub use probe::MOST_CHANGES;
pub(crate) use probe::spread;
pub use sample::{SmallCalls, smaller_calls};
pub use search::{DRAWS_PER_TRY, Verdict, search};
pub use shrink::{shrink, shrink_within};

use std::fmt;

use crate::fairness::AllocationRule;
use definition::Definition;
use fordela_model::Call;
use probe::Probe;

/// A property of allocation rules.
///
/// ```
/// use fordela::axiom::Axiom;
/// use fordela::fairness::OwnSettings;
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// // Only whole activities: what costs one is granted with a budget of one, but not with two.
/// let call = CallDraft::new("Summer")
///     .fund(Fund::new("city", 1))
///     .criterion(Criterion::new("need", 1, 1))
///     .applicant(Applicant::new("culture"))
///     .activity(Activity::new("music", "culture", 1).whole().score("need", 1))
///     .activity(Activity::new("stage", "culture", 2).whole().score("need", 1))
///     .validate()?;
/// let broken = Axiom::BudgetMonotone.check(&OwnSettings, &call).ok_or("held")?;
/// assert_eq!(broken.concerned[0].activity, "music");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axiom {
    /// Asks, funding, funds, caps, floors and links hold exactly.
    Feasible,
    /// Nothing is left while somebody could still use it.
    Exhaustive,
    /// Renaming or reordering changes nothing but the names.
    Anonymous,
    /// Same ask, scores and tags: same grant.
    EqualTreatment,
    /// Same ask, better scores: no smaller grant.
    ScoreOrder,
    /// More money, and nobody gets less.
    BudgetMonotone,
    /// A better score, and no smaller grant.
    ScoreMonotone,
    /// A lower ask of a fully funded activity keeps it fully funded.
    CostMonotone,
    /// Another unit of money changes nothing.
    MoneyScale,
    /// Another unit of scores or weights changes nothing.
    ScoreScale,
    /// Leaving out who gets nothing changes nothing for the others.
    IndependentOfRejected,
    /// Take some away with their grants and share what is left by the same rule: the same grants.
    Consistent,
    /// The parts of an activity get together no more than the whole.
    SplitProof,
    /// Two activities made one get no more than they do apart.
    MergeProof,
    /// Who is not fully funded gains nothing by asking for more.
    InflationProof,
}

/// What came of trying an axiom on one call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trial {
    /// The axiom says nothing of this call, or the rule has no answer to it or to any change of it.
    Idle,
    /// It held in all that was tried.
    Held,
    /// It is broken.
    Broken(Box<Counterexample>),
}

impl Axiom {
    /// All axioms, in the order in which cards and tables have them.
    pub const ALL: [Self; 15] = [
        Self::Feasible,
        Self::Exhaustive,
        Self::Anonymous,
        Self::EqualTreatment,
        Self::ScoreOrder,
        Self::BudgetMonotone,
        Self::ScoreMonotone,
        Self::CostMonotone,
        Self::MoneyScale,
        Self::ScoreScale,
        Self::IndependentOfRejected,
        Self::Consistent,
        Self::SplitProof,
        Self::MergeProof,
        Self::InflationProof,
    ];

    fn definition(self) -> &'static Definition {
        match self {
            Self::Feasible => &feasible::FEASIBLE,
            Self::Exhaustive => &exhaustive::EXHAUSTIVE,
            Self::Anonymous => &anonymous::ANONYMOUS,
            Self::EqualTreatment => &equals::EQUAL_TREATMENT,
            Self::ScoreOrder => &equals::SCORE_ORDER,
            Self::BudgetMonotone => &budget::BUDGET_MONOTONE,
            Self::ScoreMonotone => &score::SCORE_MONOTONE,
            Self::CostMonotone => &cost::COST_MONOTONE,
            Self::MoneyScale => &scale::MONEY_SCALE,
            Self::ScoreScale => &scale::SCORE_SCALE,
            Self::IndependentOfRejected => &rejected::INDEPENDENT_OF_REJECTED,
            Self::Consistent => &consistent::CONSISTENT,
            Self::SplitProof => &parts::SPLIT_PROOF,
            Self::MergeProof => &parts::MERGE_PROOF,
            Self::InflationProof => &inflation::INFLATION_PROOF,
        }
    }

    /// The name in files and tables: `budget-monotone`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.definition().name
    }

    /// Where the axiom comes from: author and year.
    #[must_use]
    pub fn source(self) -> &'static str {
        self.definition().source
    }

    /// Tries the axiom on one call: on the call itself, or on all changes of it that the axiom speaks of. Where there
    /// are more than [`MOST_CHANGES`] of these, that many, evenly spread over them. The same call has the same outcome.
    #[must_use]
    pub fn try_on(self, rule: &dyn AllocationRule, call: &Call) -> Trial {
        match Probe::of(self, rule, call) {
            Some(probe) => (self.definition().trial)(&probe),
            None => Trial::Idle,
        }
    }

    /// How the axiom is broken in this call, if it is; see [`try_on`](Self::try_on).
    #[must_use]
    pub fn check(self, rule: &dyn AllocationRule, call: &Call) -> Option<Counterexample> {
        match self.try_on(rule, call) {
            Trial::Broken(counterexample) => Some(*counterexample),
            Trial::Idle | Trial::Held => None,
        }
    }
}

/// The name in files and tables.
impl fmt::Display for Axiom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
