//! A draft beside a call that it has most in common with: what is the same needs no second check.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Check, LARGEST_NUMBER, parted};
use crate::alike::Guesses;
use crate::call::Call;
use crate::call::activity::{Claim, Points};
use crate::call::case::{self, RuleCase};
use crate::call::draft::{Activity, CallDraft, Criterion, Fund};
use crate::call::fault::Faults;
use crate::call::list::List;

impl CallDraft {
    /// Checks the draft and makes a [`Call`] of it, as [`validate`](Self::validate) does, beside a call that it was made from
    /// by some changes. What comes out is the same; what is changed in few places is done sooner.
    ///
    /// ```
    /// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
    /// # use fordela::Money;
    /// let call = CallDraft::new("Summer")
    ///     .fund(Fund::new("city", 700_000))
    ///     .criterion(Criterion::new("need", 1, 3))
    ///     .applicant(Applicant::new("culture"))
    ///     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
    ///     .validate()?;
    /// let mut draft = call.draft().clone();
    /// draft.funds[0].amount = Money::new(600_000);
    /// assert_eq!(draft.clone().validate_beside(&call)?, draft.validate()?);
    /// # Ok::<(), fordela::call::Faults>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`validate`](Self::validate).
    pub fn validate_beside(self, call: &Call) -> Result<Call, Faults> {
        match self.kept(call) {
            Some((claims, cases)) => {
                let (tiers, links) = (call.tiers.clone(), call.links.clone());
                Ok(Call { tiers, claims, cases, links, draft: Arc::new(self), names: Arc::default() })
            }
            None => self.validate(),
        }
    }

    /// The claims and cases, where these are what the call has but for what is paid, limited and scored, and nothing is wrong;
    /// `None` where all must be looked at.
    fn kept(&self, call: &Call) -> Option<(List<Claim>, List<RuleCase>)> {
        let known = call.draft();
        let is_kept = self.applicants.is_shared_with(&known.applicants)
            && (self.unit, self.bad_luck, &self.objective) == (known.unit, known.bad_luck, &known.objective)
            && are_funds_kept(&self.funds, &known.funds);
        let claims = if is_kept { self.claims_kept(call)? } else { return None };
        if self.rules.is_shared_with(&known.rules) {
            return Some((claims, case::with_funds_of(self, &call.cases)));
        }
        if !self.has_sound_rules() {
            return None;
        }
        let cases = case::cases(self, &claims);
        (parted(self, &cases) == parted(known, &call.cases)).then(|| (claims, cases.into()))
    }

    /// The claims, where activities differ in their scores alone, and criteria in their weights, if at all.
    fn claims_kept(&self, call: &Call) -> Option<List<Claim>> {
        let known = call.draft();
        let has_same_points = self.criteria.is_shared_with(&known.criteria);
        let has_same_scores = self.activities.is_shared_with(&known.activities);
        if has_same_points && has_same_scores {
            return Some(call.claims.clone());
        }
        if !are_criteria_kept(&self.criteria, &known.criteria) || self.activities.len() != known.activities.len() {
            return None;
        }
        let points = Points::of(&self.criteria);
        let claim = |((claim, activity), known): ((&Claim, &Activity), &Activity)| {
            let is_same = has_same_scores || activity == known;
            if is_same && has_same_points {
                return Some(claim.clone());
            }
            let is_kept = is_same || self.is_kept_but_for_scores(activity, known);
            is_kept.then(|| claim.clone().worth(points.priority(activity), self.unit, &call.tiers))
        };
        call.claims.iter().zip(&self.activities).zip(&known.activities).map(claim).collect()
    }

    /// Whether scores are all that differs, and are sound.
    fn is_kept_but_for_scores(&self, activity: &Activity, known: &Activity) -> bool {
        let is_sound = |(id, score): (&String, &Decimal)| {
            let criterion = self.criteria.iter().find(|criterion| criterion.id == *id);
            criterion.is_some_and(|criterion| (Decimal::ZERO..=criterion.max).contains(score))
        };
        *activity == Activity { scores: activity.scores.clone(), ..known.clone() }
            && activity.scores.iter().all(is_sound)
    }

    /// Whether nothing is wrong with the rules.
    fn has_sound_rules(&self) -> bool {
        let (mut check, guesses) = (Check::default(), Guesses::default());
        let indices = check.indices(self, &guesses);
        check.sizes(self);
        check.rules(self, &indices);
        check.faults.is_empty()
    }
}

/// Whether criteria are sound and differ in their weights alone, if at all.
fn are_criteria_kept(criteria: &List<Criterion>, known: &List<Criterion>) -> bool {
    let is_kept = |(criterion, known): (&Criterion, &Criterion)| {
        (Decimal::ZERO..=LARGEST_NUMBER).contains(&criterion.weight)
            && *criterion == Criterion { weight: criterion.weight, ..known.clone() }
    };
    let is_weighed = |criteria: &List<Criterion>| criteria.iter().any(|criterion| !criterion.weight.is_zero());
    criteria.len() == known.len() && criteria.iter().zip(known).all(is_kept) && is_weighed(criteria)
}

/// Whether funds are sound and differ in their amounts alone, if at all.
pub(in super::super) fn are_funds_kept(funds: &List<Fund>, known: &List<Fund>) -> bool {
    let is_kept = |(fund, known): (&Fund, &Fund)| {
        !fund.amount.is_negative() && *fund == Fund { amount: fund.amount, ..known.clone() }
    };
    funds.is_shared_with(known) || funds.len() == known.len() && funds.iter().zip(known).all(is_kept)
}
