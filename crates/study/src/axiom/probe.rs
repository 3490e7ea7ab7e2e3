//! A rule and a call on which an axiom is tried.

use fordela_model::Call;
use fordela_num::Rational;

use super::{Axiom, Breach, Change, Changed, Concern, Counterexample, Trial};
use crate::fairness::AllocationRule;

/// At most this many changes of one call are tried.
pub const MOST_CHANGES: usize = 24;

/// A rule and a call on which an axiom is tried.
pub(super) struct Probe<'a> {
    pub(super) axiom: Axiom,
    pub(super) rule: &'a dyn AllocationRule,
    pub(super) call: &'a Call,
    pub(super) grants: Vec<Rational>,
}

/// A changed call with what it is granted.
pub(super) struct After<'a> {
    pub(super) change: &'a Change,
    pub(super) call: &'a Call,
    pub(super) grants: &'a [Rational],
}

impl<'a> Probe<'a> {
    /// `None` where the rule has no answer. Grants of the wrong number break feasibility, and are no answer to others.
    pub(super) fn of(axiom: Axiom, rule: &'a dyn AllocationRule, call: &'a Call) -> Option<Self> {
        let grants = rule.grants(call)?;
        let answered = grants.len() == call.claims().len() || axiom == Axiom::Feasible;
        answered.then_some(Self { axiom, rule, call, grants })
    }

    /// The id of an activity of the call.
    pub(super) fn id(&self, activity: usize) -> &'a str {
        &self.call.draft().activities[activity].id
    }

    /// Tries changes one after the other until one breaks the axiom: until there is somebody whom it is broken for.
    pub(super) fn changes(&self, mut changes: Vec<Change>, concerned: impl Fn(&After) -> Vec<Concern>) -> Trial {
        spread(&mut changes, MOST_CHANGES);
        let mut trial = Trial::Idle;
        for change in changes {
            let Some(draft) = change.applied_to(self.call) else { continue };
            let Ok(call) = draft.validate_beside(self.call) else { continue };
            let Some(grants) = self.rule.grants(&call).filter(|grants| grants.len() == call.claims().len()) else {
                continue;
            };
            let concerned = concerned(&After { change: &change, call: &call, grants: &grants });
            if !concerned.is_empty() {
                return self.broken(Some(Changed { change, call, grants }), concerned, Vec::new());
            }
            trial = Trial::Held;
        }
        trial
    }

    /// Tries pairs or single activities of the call as it is.
    pub(super) fn as_it_is(&self, applies: bool, concerned: Vec<Concern>) -> Trial {
        match (applies, concerned.is_empty()) {
            (_, false) => self.broken(None, concerned, Vec::new()),
            (true, true) => Trial::Held,
            (false, true) => Trial::Idle,
        }
    }

    pub(super) fn broken(&self, changed: Option<Changed>, concerned: Vec<Concern>, breaches: Vec<Breach>) -> Trial {
        Trial::Broken(Box::new(Counterexample {
            axiom: self.axiom,
            call: self.call.clone(),
            grants: self.grants.clone(),
            changed,
            concerned,
            breaches,
        }))
    }

    /// Whom the test fails for, of all activities that are in both calls under the same id: the test sees the grant
    /// before and after.
    pub(super) fn unless(&self, after: &After, holds: impl Fn(&Rational, &Rational) -> bool) -> Vec<Concern> {
        let failing = |a: usize| {
            let gets = after.grant_of(self.id(a), a)?;
            (!holds(&self.grants[a], gets)).then(|| self.concern(a, gets.clone()))
        };
        (0..self.grants.len()).filter_map(failing).collect()
    }

    /// An activity that gets this much instead of what it gets in the call.
    pub(super) fn concern(&self, activity: usize, gets: Rational) -> Concern {
        let instead_of = Some(self.grants[activity].clone());
        Concern { activity: self.id(activity).to_owned(), gets, instead_of }
    }
}

impl After<'_> {
    /// The grant of an activity in the changed call; `near` is where it stood.
    pub(super) fn grant_of(&self, id: &str, near: usize) -> Option<&Rational> {
        let activities = &self.call.draft().activities;
        match activities.get(near) {
            Some(activity) if activity.id == id => self.grants.get(near),
            _ => self.grants.get(activities.iter().position(|activity| activity.id == id)?),
        }
    }
}

/// Keeps at most this many of a list, evenly spread.
pub(crate) fn spread<T>(list: &mut Vec<T>, most: usize) {
    let all = list.len();
    if all > most {
        let mut place = 0;
        list.retain(|_| {
            place += 1;
            // The places at which the scaled count steps up.
            place * most / all > (place - 1) * most / all
        });
    }
}
