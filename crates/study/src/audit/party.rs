//! Those who are held against each other: applicants or activities.

use fordela_model::Call;
use fordela_num::{Money, Rational};

use crate::compare::Amounts;

/// Somebody who asked and got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member<'c> {
    pub(super) id: &'c str,
    pub(super) asked: Money,
    pub(super) granted: Money,
    /// Of an activity its own; of an applicant the mean of its activities, `Σ ask·p / Σ ask`.
    pub(super) priority: Rational,
}

impl Member<'_> {
    /// The grant divided by the ask; `None` where nothing was asked for.
    pub(super) fn share(&self) -> Option<Rational> {
        (!self.asked.is_zero()).then(|| self.granted.rational() / self.asked.rational())
    }
}

/// The activities, where it is known what each of them gets.
pub(super) fn activities<'c>(call: &'c Call, amounts: &Amounts) -> Option<Vec<Member<'c>>> {
    let known: Vec<Money> = amounts.activities.iter().copied().collect::<Option<_>>()?;
    let all = call.draft().activities.iter().zip(call.claims()).zip(known);
    let party = |((activity, claim), granted): (
        (&'c fordela_model::call::draft::Activity, &fordela_model::call::Claim),
        Money,
    )| { Member { id: &activity.id, asked: claim.ask(), granted, priority: claim.priority().clone() } };
    Some(all.map(party).collect())
}

/// The applicants.
pub(super) fn applicants<'c>(call: &'c Call, amounts: &Amounts) -> Vec<Member<'c>> {
    let all = call.draft().applicants.iter().zip(&amounts.applicants);
    let party = |(applicant, &granted): (&'c fordela_model::call::draft::Applicant, &Money)| Member {
        id: &applicant.id,
        asked: Money::ZERO,
        granted,
        priority: Rational::ZERO,
    };
    let mut parties: Vec<Member<'c>> = all.map(party).collect();
    for claim in call.claims() {
        let party = &mut parties[claim.applicant()];
        party.asked = party.asked + claim.ask();
        party.priority = party.priority.plus_product(&claim.ask().rational(), claim.priority());
    }
    for party in parties.iter_mut().filter(|party| !party.asked.is_zero()) {
        party.priority = &party.priority / &party.asked.rational();
    }
    parties
}
