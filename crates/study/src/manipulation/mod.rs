//! What an applicant could gain by asking in another way than it needs.
//!
//! Under the rule of a call an applicant may split an activity in two, make two alike one, or ask for more than it needs.
//! Each such way is tried by itself: the call is changed, and the rule asked anew. What everybody else does stays as it
//! is. That nothing was found says only that: other ways, or several at once, are not tried.
//!
//! Gains are told of exact grants, before anything is rounded to whole units, so that luck in rounding is not mistaken for
//! a gain; one below a unit may vanish in rounding. Only ids and amounts settle which of several best ways is told, so
//! that the order of the call does not count. Source of the ways: Thomson (2019), *How to Divide When There Isn't Enough*;
//! Sprumont (1991) for asks above the need.

mod honest;
mod tried;
mod ways;

pub use honest::Honest;
pub use tried::{Gain, Tried};
pub use ways::MOST_WAYS;

use fordela_model::Call;
use fordela_num::Rational;
use serde::Serialize;

use crate::fairness::AllocationRule;

/// What one applicant could gain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Manipulation {
    /// The id of the applicant.
    pub applicant: String,
    /// What its activities get together, in the call's currency.
    pub granted: Rational,
    /// By splitting one activity in two, each with the scores of the whole: off goes one unit, an eighth, …, a half.
    pub split: Tried,
    /// By making one of two activities that differ in nothing but ask, scores and names, with the mean of their scores
    /// weighed by asks. Limits that name the second alone go with it.
    pub merge: Tried,
    /// By asking for a tenth, a quarter, a half or as much more than is needed, for one activity or for all. Of what each
    /// activity gets, only what it needs counts.
    pub inflation: Tried,
    /// By asking so: the money beyond what the activities need. An activity that gets all of its ask mostly gets it all
    /// when it asks for more.
    pub excess: Tried,
}

/// What every applicant could gain under a rule, in the order of the call. `None` where the rule has no answer to the
/// call.
///
/// ```
/// use fordela::fairness::OwnSettings;
/// use fordela::manipulation::manipulations;
/// # use fordela::Rational;
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, ObjectiveKind};
/// let mut draft = CallDraft::new("Summer")
///     .fund(Fund::new("city", 400))
///     .criterion(Criterion::new("need", 1, 3))
///     .applicant(Applicant::new("culture"))
///     .applicant(Applicant::new("leisure"))
///     .activity(Activity::new("music", "culture", 400))
///     .activity(Activity::new("camp", "leisure", 400));
/// // Each gets 200. In parts, an activity counts as two: two thirds of the money.
/// draft.objective.kind = ObjectiveKind::EqualAwards;
/// let found = manipulations(&OwnSettings, &draft.validate()?).ok_or("no answer")?;
/// let best = found[0].split.best.as_ref().ok_or("no gain")?;
/// assert_eq!(Some(best.gained.clone()), Rational::new(200, 3));
/// assert!(found[0].inflation.best.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn manipulations<R: AllocationRule + ?Sized>(rule: &R, call: &Call) -> Option<Vec<Manipulation>> {
    let honest = Honest::of(rule, call)?;
    Some((0..call.draft().applicants.len()).map(|applicant| honest.manipulation(applicant)).collect())
}
