//! Other allocations that are nearly as good: the next best, and those that differ most.

mod apart;
mod hunt;

use fordela_lp::exact::Effort;
use fordela_model::Call;
use fordela_model::call::Percent;
use fordela_num::Rational;
use fordela_solve::SolveError;
use fordela_solve::instance::Instance;
use fordela_verify::Verified;
use hunt::Hunt;
use serde::Serialize;

/// Which other allocations are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// At most so many.
    pub most: usize,
    /// The value of each is less than that of the best one by at most this percentage.
    pub within: Percent,
    /// Each two of them, and each and the best one, are at least so different: the sum over all activities of the
    /// absolute difference of their grants, as a percentage of what the best one grants in all. Money that goes from one
    /// activity to another counts twice. With 0 % any difference will do.
    pub apart: Percent,
}

/// How an alternative was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// It is the most valuable of those that make other choices than all before.
    NextBest,
    /// It grants as little of what was granted before as was found within the effort.
    MostDifferent,
}

/// Another allocation, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Alternative {
    /// How it was chosen.
    pub way: Way,
    /// The allocation, with the bound of the best one.
    pub verified: Verified,
}

/// Why no more alternatives are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// As many as were asked for were found.
    Enough,
    /// It is proven that no other allocation is within the tolerance and as different as was asked for from those that are
    /// given.
    NoMore,
    /// There may be more: the effort was spent, or the call shares its money and nothing was looked for.
    Unknown,
}

/// The alternatives that were found, in the order in which they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The alternatives.
    pub alternatives: Vec<Alternative>,
    /// Why there are no more.
    pub end: End,
}

/// Other allocations that are nearly as good as the best one.
///
/// Where there are choices, the first half are the next best: each makes other choices than those before it, and is
/// the most valuable that does. The others are found by modelling to generate alternatives (Brill 1979): within the
/// tolerance, the least of what those before granted, each activity weighed by the sum of its shares in them. Whatever was
/// found is excluded, and the hunt goes on, until as many are found as were asked for, none is left, or the effort is
/// spent.
///
/// ```
/// use fordela::alternatives::{End, Wanted, alternatives};
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
/// let wanted = Wanted { most: 3, within: Percent::new(20.into()), apart: Percent::new(5.into()) };
/// let found = alternatives(&call, &best, wanted, &Effort::new(EFFORT, &|| false))?;
/// assert_eq!(found.end, End::Enough);
/// for other in found.alternatives {
///     assert!(other.verified.value() <= best.value());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// See [`SolveError`]; that the effort is spent is none of them.
pub fn alternatives(call: &Call, best: &Verified, wanted: Wanted, effort: &Effort<'_>) -> Result<Found, SolveError> {
    if call.draft().objective.kind.shares() {
        return Ok(Found { alternatives: Vec::new(), end: End::Unknown });
    }
    let instance = Instance::of(call);
    let least = best.value() * &(Rational::ONE - wanted.within.part());
    let apart = best.granted().rational() * wanted.apart.part();
    let mut hunt = Hunt { call, instance: &instance, best, least, apart, effort, found: Vec::new() };
    if call.has_choices() {
        hunt.next_best(wanted.most.div_ceil(2))?;
    }
    let end = hunt.most_different(wanted.most)?;
    Ok(Found { alternatives: hunt.found, end })
}
