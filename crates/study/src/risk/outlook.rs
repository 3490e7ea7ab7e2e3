//! What is expected of some money, and what bad luck makes of it.

use fordela_model::Call;
use fordela_num::{Money, Rational};
use serde::Serialize;

/// What is expected of the money of some funds, and what bad luck makes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Outlook {
    /// What the funds hold.
    pub amount: Money,
    /// The activities that get some of it, in the order of the call.
    pub prospects: Vec<Prospect>,
}

/// What is expected of the money that an activity gets from some funds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Prospect {
    /// The id of the activity.
    pub activity: String,
    /// What it is granted from these funds, above zero.
    pub granted: Money,
    /// What of that is expected to stay unspent: `(1 − r̄)·g`.
    pub unspent: Rational,
    /// What more can stay unspent: `d = (r̄ − r_least)·g`.
    pub more: Rational,
    /// How much of this bad luck it has in the worst case, 0..=1.
    pub unlucky: Rational,
}

impl Outlook {
    /// The outlook of what activities are granted of an amount, where at most so many have bad luck at once.
    pub(super) fn new(call: &Call, amount: Money, granted: Vec<(usize, Money)>, bad_luck: Option<&Rational>) -> Self {
        let prospects = granted.into_iter().map(|(activity, granted)| Prospect::new(call, activity, granted));
        let mut outlook = Self { amount, prospects: prospects.collect() };
        outlook.spend_bad_luck(bad_luck);
        outlook
    }

    /// The worst case: whom bad luck costs most has it; ties by id, so that the order of the call does not matter.
    fn spend_bad_luck(&mut self, bad_luck: Option<&Rational>) {
        let mut losing: Vec<&mut Prospect> = self.prospects.iter_mut().filter(|one| !one.more.is_zero()).collect();
        losing.sort_by(|one, other| other.more.cmp(&one.more).then_with(|| one.activity.cmp(&other.activity)));
        let mut left = bad_luck.cloned();
        for prospect in losing {
            prospect.unlucky = left.clone().map_or(Rational::ONE, |left| left.min(Rational::ONE));
            left = left.map(|left| left - &prospect.unlucky);
        }
    }

    /// What is granted of it.
    #[must_use]
    pub fn granted(&self) -> Money {
        self.prospects.iter().map(|one| one.granted).sum()
    }

    /// What is granted to nobody.
    #[must_use]
    pub fn not_granted(&self) -> Money {
        self.amount - self.granted()
    }

    /// What of the grants is expected to be spent: `Σ_a r̄[a]·g[a]`.
    #[must_use]
    pub fn expected_spent(&self) -> Rational {
        self.granted().rational() - self.expected_unspent()
    }

    /// What of the grants is expected to stay unspent.
    #[must_use]
    pub fn expected_unspent(&self) -> Rational {
        self.prospects.iter().map(|one| &one.unspent).sum()
    }

    /// What of the grants stays unspent in the worst case.
    #[must_use]
    pub fn worst_unspent(&self) -> Rational {
        self.prospects.iter().map(Prospect::worst_unspent).sum()
    }

    /// What is expected to be left over: what is granted to nobody, and what of the grants stays unspent.
    #[must_use]
    pub fn expected_left(&self) -> Rational {
        self.not_granted().rational() + self.expected_unspent()
    }

    /// What is left over in the worst case: what is granted to nobody, and what of the grants stays unspent then.
    #[must_use]
    pub fn worst_left(&self) -> Rational {
        self.not_granted().rational() + self.worst_unspent()
    }

    /// Who has bad luck in the worst case, in the order of the call.
    pub fn unlucky(&self) -> impl Iterator<Item = &Prospect> {
        self.prospects.iter().filter(|one| !one.unlucky.is_zero())
    }
}

impl Prospect {
    fn new(call: &Call, activity: usize, granted: Money) -> Self {
        let (id, rate) = (call.draft().activities[activity].id.clone(), call.draft().activities[activity].spend_rate);
        let none =
            Self { activity: id, granted, unspent: Rational::ZERO, more: Rational::ZERO, unlucky: Rational::ZERO };
        let Some(rate) = rate else { return none };
        let (expected, sum) = (rate.expected(), granted.rational());
        let unspent = (Rational::ONE - &expected) * &sum;
        Self { unspent, more: (expected - rate.least().part()) * sum, ..none }
    }

    /// What of its grant stays unspent in the worst case.
    #[must_use]
    pub fn worst_unspent(&self) -> Rational {
        self.unspent.clone().plus_product(&self.unlucky, &self.more)
    }
}
