//! A call in which everybody asks for what it needs.

use fordela_model::Call;
use fordela_num::Rational;

use super::ways::Ways;
use super::{Gain, Manipulation, Tried};
use crate::axiom::Change;
use crate::fairness::AllocationRule;

/// A call as it is, taken to be what everybody needs, with what a rule grants. What applicants could gain is looked for
/// one by one, so that it may be done at the same time for several.
#[derive(Debug)]
pub struct Honest<'a, R: ?Sized> {
    rule: &'a R,
    call: &'a Call,
    grants: Vec<Rational>,
}

impl<'a, R: AllocationRule + ?Sized> Honest<'a, R> {
    /// `None` where the rule has no answer to the call.
    #[must_use]
    pub fn of(rule: &'a R, call: &'a Call) -> Option<Self> {
        let grants = rule.grants(call).filter(|grants| grants.len() == call.claims().len())?;
        Some(Self { rule, call, grants })
    }

    /// The same call and grants, where another rule is asked what comes of other ways to ask: the same settings with an
    /// effort of its own.
    #[must_use]
    pub fn asking<'b, Q: AllocationRule + ?Sized>(&self, rule: &'b Q) -> Honest<'b, Q>
    where
        'a: 'b,
    {
        Honest { rule, call: self.call, grants: self.grants.clone() }
    }

    /// What an applicant, by its place in the call, could gain.
    #[must_use]
    pub fn manipulation(&self, applicant: usize) -> Manipulation {
        let own = self.own(applicant);
        let split = Ways::to_split(self.call, &own);
        let merge = Ways::to_merge(self.call, &own);
        let inflate = Ways::to_inflate(self.call, &own);
        let gains = |ways: &Ways, counted: Counted| -> Vec<Gain> {
            ways.chosen.iter().filter_map(|changes| self.gain(applicant, &own, changes, counted)).collect()
        };
        let inflated = gains(&inflate, Counted::UpToNeed);
        Manipulation {
            applicant: self.call.draft().applicants[applicant].id.clone(),
            granted: self.granted(&own),
            split: Tried::most(split.all, &gains(&split, Counted::All), |gain| &gain.gained),
            merge: Tried::most(merge.all, &gains(&merge, Counted::All), |gain| &gain.gained),
            inflation: Tried::most(inflate.all, &inflated, |gain| &gain.gained),
            excess: Tried::most(inflate.all, &inflated, |gain| &gain.beyond),
        }
    }

    /// The activities of an applicant, in the order of their ids.
    fn own(&self, applicant: usize) -> Vec<usize> {
        let is_own = |a: &usize| self.call.claims()[*a].applicant() == applicant;
        let mut own: Vec<usize> = (0..self.call.claims().len()).filter(is_own).collect();
        own.sort_by_key(|&a| &self.call.draft().activities[a].id);
        own
    }

    fn granted(&self, own: &[usize]) -> Rational {
        own.iter().map(|&a| &self.grants[a]).sum()
    }

    /// What is gained in a way, or lost; `None` where the rule has no answer to it.
    fn gain(&self, applicant: usize, own: &[usize], changes: &[Change], counted: Counted) -> Option<Gain> {
        let call = applied(self.call, changes)?;
        let grants = self.rule.grants(&call).filter(|grants| grants.len() == call.claims().len())?;
        let needs: Vec<(&String, Rational)> = own
            .iter()
            .map(|&a| (&self.call.draft().activities[a].id, self.call.claims()[a].ask().rational()))
            .collect();
        let id = &self.call.draft().applicants[applicant].id;
        let (mut gets, mut beyond) = (Rational::ZERO, Rational::ZERO);
        for (activity, grant) in call.draft().activities.iter().zip(&grants).filter(|(own, _)| own.applicant == *id) {
            let need = needs.iter().find(|(own, _)| **own == activity.id).map(|(_, need)| need);
            match (counted, need) {
                (Counted::UpToNeed, Some(need)) if grant > need => {
                    gets += need;
                    beyond += &(grant - need);
                }
                _ => gets += grant,
            }
        }
        Some(Gain { changes: changes.to_vec(), gained: gets - self.granted(own), beyond })
    }
}

/// What of a grant counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    All,
    /// What the activity of this id asks for in the call as it is.
    UpToNeed,
}

/// The call with one change after the other; `None` where one cannot be made.
fn applied(call: &Call, changes: &[Change]) -> Option<Call> {
    let mut changed = call.clone();
    for change in changes {
        changed = change.applied_to(&changed)?.validate_beside(&changed).ok()?;
    }
    Some(changed)
}
