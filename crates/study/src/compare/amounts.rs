//! What is granted, as far as it is known.

use fordela_model::Call;
use fordela_num::{Money, Rational};

/// What every applicant gets, and every activity where that follows.
#[derive(Debug, Clone)]
pub(crate) struct Amounts {
    /// In the order of the call; `None` where only the sum of its applicant is known.
    pub(crate) activities: Vec<Option<Money>>,
    /// In the order of the call.
    pub(crate) applicants: Vec<Money>,
}

impl Amounts {
    pub(crate) fn of_activities(call: &Call, amounts: Vec<Money>) -> Self {
        let mut applicants = vec![Money::ZERO; call.draft().applicants.len()];
        for (claim, amount) in call.claims().iter().zip(&amounts) {
            applicants[claim.applicant()] = applicants[claim.applicant()] + *amount;
        }
        Self { activities: amounts.into_iter().map(Some).collect(), applicants }
    }

    pub(crate) fn of_applicants(call: &Call, applicants: Vec<Money>) -> Self {
        let counts = counts(call, 0..call.claims().len());
        let known = |applicant: usize| counts[applicant] == 1 || applicants[applicant].is_zero();
        let activities = call.claims().iter().map(|claim| claim.applicant());
        let activities = activities.map(|applicant| known(applicant).then(|| applicants[applicant])).collect();
        Self { activities, applicants }
    }

    /// All that is granted.
    pub(crate) fn all(&self) -> Money {
        self.applicants.iter().copied().sum()
    }

    /// What it is worth by the priorities of the call, where all is known.
    pub(crate) fn value(&self, call: &Call) -> Option<Rational> {
        self.activities.iter().enumerate().map(|(a, amount)| Some(call.value(a, (*amount)?))).sum()
    }

    /// What some activities get together, each of them once, where it follows: of whole applicants, and of activities
    /// that are known.
    pub(crate) fn of(&self, call: &Call, activities: &[usize]) -> Option<Money> {
        let all = counts(call, 0..call.claims().len());
        let inside = counts(call, activities.iter().copied());
        let applicant = |a: usize| call.claims()[a].applicant();
        let is_whole = |applicant: usize| inside[applicant] == all[applicant];
        let parts = activities.iter().filter(|&&a| !is_whole(applicant(a))).map(|&a| self.activities[a]);
        let parts: Option<Money> = parts.collect::<Option<Vec<Money>>>().map(|parts| parts.into_iter().sum());
        let wholes = (0..all.len()).filter(|&one| inside[one] > 0 && is_whole(one)).map(|one| self.applicants[one]);
        Some(parts? + wholes.sum())
    }
}

/// How many of some activities each applicant has.
fn counts(call: &Call, activities: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut counts = vec![0; call.draft().applicants.len()];
    for a in activities {
        counts[call.claims()[a].applicant()] += 1;
    }
    counts
}
