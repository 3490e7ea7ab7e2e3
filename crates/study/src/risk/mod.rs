//! Money at risk of repayment: what of the grants is expected to stay unspent, and what can stay unspent with bad luck.
//!
//! An activity spends `r̄[a]` of its grant, halfway between the least and the most that its
//! [`spend_rate`](fordela_model::call::draft::Activity::spend_rate) says, and all of it where none is said. With `g[a]` for what
//! some funds pay of it, `Σ_a (1 − r̄[a])·g[a]` is expected to stay unspent.
//!
//! That everybody has bad luck at once is hardly ever so. The budget of bad luck `Γ`, which the call has as
//! [`bad_luck`](fordela_model::CallDraft::bad_luck), bounds how many have (Bertsimas & Sim 2004, "The Price of Robustness",
//! Operations Research 52(1)): in the worst case `Γ` activities spend the least that their rates allow, the last one in
//! part where `Γ` is no whole number, and all others spend as expected. The worst case is the expected sum and
//!
//! `max { Σ_a z[a]·d[a] : 0 ≤ z[a] ≤ 1, Σ_a z[a] ≤ Γ }`, with `d[a] = (r̄[a] − r_least[a])·g[a]`,
//!
//! which the activities with the largest `d` make. Without a budget of bad luck all of them have it.
//!
//! The same activities are unlucky in all funds at once. So the worst case of several funds together is at most the sum
//! of their own worst cases, which may be those of different activities.
//!
//! All sums are exact and in the currency of the call.

mod outlook;

pub use outlook::{Outlook, Prospect};

use fordela_model::call::draft::Unspent;
use fordela_model::{Call, Grant};
use fordela_num::{Money, Rational, decimal};
use fordela_verify::Verified;
use serde::Serialize;

/// What stays unspent of an allocation, as expected and with bad luck.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Risk {
    /// How many activities have bad luck at once, at most; all where there is no bound.
    pub bad_luck: Option<Rational>,
    /// The money of each fund, in the order of the call, each with a worst case of its own.
    pub funds: Vec<Outlook>,
    /// The money of all funds together.
    pub all: Outlook,
    /// The money of the funds that are repaid what is unspent, together.
    pub repay: Outlook,
}

/// A [`Risk`] in four sums.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RiskSums {
    /// What of all grants is expected to stay unspent.
    pub expected_unspent: Rational,
    /// What of all grants stays unspent in the worst case.
    pub worst_unspent: Rational,
    /// What is expected to be repaid, with what is granted to nobody.
    pub expected_repaid: Rational,
    /// What is repaid in the worst case, with what is granted to nobody.
    pub worst_repaid: Rational,
}

/// What stays unspent of an allocation, as expected and with bad luck.
///
/// ```
/// use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, Unspent};
/// use fordela::{Answer, allocate, risk::risk};
///
/// let call = CallDraft::new("Summer")
///     .bad_luck(1)
///     .fund(Fund::new("state", 800_000).unspent(Unspent::Repay))
///     .criterion(Criterion::new("need", 1, 3))
///     .applicant(Applicant::new("culture"))
///     .activity(Activity::new("music", "culture", 500_000).score("need", 3).spend_rate("70–90 %".parse()?))
///     .activity(Activity::new("stage", "culture", 200_000).score("need", 2).spend_rate("50–100 %".parse()?))
///     .validate()?;
/// let Answer::Allocated(verified) = allocate(&call)? else { unreachable!() };
/// let risk = risk(&call, &verified);
/// // 20 % of 500 000, 25 % of 200 000, and 100 000 that is granted to nobody.
/// assert_eq!(risk.repay.expected_left(), 250_000_i64.into());
/// // With one stroke of bad luck 10 % of 500 000 more, or 25 % of 200 000 more: as much.
/// assert_eq!(risk.repay.worst_left(), 300_000_i64.into());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn risk(call: &Call, verified: &Verified) -> Risk {
    let bad_luck = call.draft().bad_luck.map(decimal::rational);
    let outlook = |amount, granted| Outlook::new(call, amount, granted, bad_luck.as_ref());
    let draft = call.draft();
    let repays: Vec<bool> = draft.funds.iter().map(|fund| fund.unspent == Some(Unspent::Repay)).collect();
    let held = draft.funds.iter().zip(&repays).filter(|(_, repays)| **repays).map(|(fund, _)| fund.amount).sum();
    let funds = draft.funds.iter().zip(by_fund(draft.funds.len(), verified.grants()));
    Risk {
        funds: funds.map(|(fund, granted)| outlook(fund.amount, granted)).collect(),
        all: outlook(call.budget(), together(verified.grants(), |_| true)),
        repay: outlook(held, together(verified.grants(), |fund| repays[fund])),
        bad_luck,
    }
}

impl Risk {
    /// Whether there is anything to tell: some activity has a spend rate, or money is repaid that is granted to nobody.
    /// Otherwise all sums are zero, for want of rates.
    #[must_use]
    pub fn is_told(&self, call: &Call) -> bool {
        has_rates(call) || !self.repay.not_granted().is_zero()
    }

    /// The sums.
    #[must_use]
    pub fn sums(&self) -> RiskSums {
        RiskSums {
            expected_unspent: self.all.expected_unspent(),
            worst_unspent: self.all.worst_unspent(),
            expected_repaid: self.repay.expected_left(),
            worst_repaid: self.repay.worst_left(),
        }
    }

    /// The worst cases of the funds that are repaid what is unspent, each by itself, with what is granted to nobody. They
    /// need not come at once: see [`repay`](Self::repay) for that.
    #[must_use]
    pub fn repay_apart(&self, call: &Call) -> Rational {
        let funds = call.draft().funds.iter().zip(&self.funds);
        funds.filter(|(fund, _)| fund.unspent == Some(Unspent::Repay)).map(|(_, outlook)| outlook.worst_left()).sum()
    }
}

/// Whether there can be anything to tell of an allocation: some activity has a spend rate, or some fund is repaid what is unspent.
#[must_use]
pub fn is_asked(call: &Call) -> bool {
    has_rates(call) || call.draft().funds.iter().any(|fund| fund.unspent == Some(Unspent::Repay))
}

/// Whether some activity has a spend rate.
#[must_use]
pub fn has_rates(call: &Call) -> bool {
    call.draft().activities.iter().any(|activity| activity.spend_rate.is_some())
}

/// What each fund pays: activities with sums above zero.
fn by_fund(funds: usize, grants: &[Grant]) -> Vec<Vec<(usize, Money)>> {
    let mut granted = vec![Vec::new(); funds];
    for (activity, grant) in grants.iter().enumerate() {
        for (fund, paid) in &grant.by_fund {
            granted[*fund].push((activity, *paid));
        }
    }
    granted
}

/// What these funds pay together: activities with sums above zero.
fn together(grants: &[Grant], counts: impl Fn(usize) -> bool) -> Vec<(usize, Money)> {
    let paid = |grant: &Grant| grant.by_fund.iter().filter(|(fund, _)| counts(*fund)).map(|(_, paid)| *paid).sum();
    let sums = grants.iter().map(|grant| -> Money { paid(grant) }).enumerate();
    sums.filter(|(_, paid)| !paid.is_zero()).collect()
}
