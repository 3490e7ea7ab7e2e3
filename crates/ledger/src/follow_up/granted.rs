//! Who was granted what, from which fund.

use std::collections::BTreeMap;

use fordela_model::call::Named;
use fordela_model::{Call, Party};
use fordela_num::Money;

use super::fault::GrantFault;

/// What was decided: sums by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// What the ids are of.
    pub to: Party,
    /// What each was granted. Whoever is left out was granted nothing.
    pub grants: BTreeMap<String, Money>,
    /// For whom it is known: which fund pays what. Where it is, these sums are what is granted.
    pub funds: BTreeMap<String, BTreeMap<String, Money>>,
}

/// What a party was granted by fund; `None` is money of which it is not known which fund pays it.
pub(super) type Shares = BTreeMap<Option<usize>, Money>;

/// The grants of all parties.
pub(super) struct Granted {
    pub(super) shares: Vec<Shares>,
    /// The funds that may pay for each party.
    pub(super) payers: Vec<Vec<usize>>,
}

impl Granted {
    /// The grants of activities or of applicants. Grants to activities are summed to those of applicants where these
    /// are asked for; grants to applicants are never split.
    pub(super) fn of(call: &Call, decided: &Decided, by: Party) -> Result<Self, Vec<GrantFault>> {
        faults(call, decided)?;
        let ids = decided.to.ids(call);
        let payers = payers(call, decided.to);
        let mut granted =
            Self { shares: vec![Shares::new(); by.ids(call).len()], payers: super::granted::payers(call, by) };
        for (place, id) in ids.iter().enumerate() {
            let to = if by == decided.to { place } else { call.claims()[place].applicant() };
            for (fund, amount) in shares(call, decided, id, &payers[place]) {
                let share = granted.shares[to].entry(fund).or_insert(Money::ZERO);
                *share = *share + amount;
            }
        }
        Ok(granted)
    }
}

/// What of a grant each fund pays: as decided; else by the only fund that may.
fn shares(call: &Call, decided: &Decided, id: &str, payers: &[usize]) -> Shares {
    if let Some(funds) = decided.funds.get(id) {
        let place = |fund: &String| call.draft().funds.iter().position(|one| one.id == *fund);
        return funds.iter().filter(|(_, amount)| !amount.is_zero()).map(|(f, amount)| (place(f), *amount)).collect();
    }
    let amount = decided.grants.get(id).copied().unwrap_or(Money::ZERO);
    let fund = only(payers);
    if amount.is_zero() && fund.is_none() { Shares::new() } else { Shares::from([(fund, amount)]) }
}

/// The only one there is.
pub(super) fn only(places: &[usize]) -> Option<usize> {
    if let [one] = places { Some(*one) } else { None }
}

/// The funds that may pay for each party.
fn payers(call: &Call, by: Party) -> Vec<Vec<usize>> {
    match by {
        Party::Activity => call.claims().iter().map(|claim| claim.payers().to_vec()).collect(),
        Party::Applicant => {
            let mut payers = vec![Vec::new(); call.draft().applicants.len()];
            for claim in call.claims() {
                payers[claim.applicant()].extend(claim.payers());
            }
            for places in &mut payers {
                places.sort_unstable();
                places.dedup();
            }
            payers
        }
    }
}

fn faults(call: &Call, decided: &Decided) -> Result<(), Vec<GrantFault>> {
    let ids: std::collections::BTreeSet<&str> = decided.to.ids(call).into_iter().collect();
    let unknown = |named, id: &String| GrantFault::UnknownId { named, id: id.clone() };
    let mut faults = Vec::new();
    for (id, amount) in &decided.grants {
        if !ids.contains(id.as_str()) {
            faults.push(unknown(decided.to.named(), id));
        } else if amount.is_negative() {
            faults.push(GrantFault::Negative { id: id.clone() });
        }
    }
    for (id, funds) in &decided.funds {
        if !ids.contains(id.as_str()) {
            faults.push(unknown(decided.to.named(), id));
        }
        let no_fund = |fund: &&String| call.draft().funds.iter().all(|one| one.id != **fund);
        faults.extend(funds.keys().filter(no_fund).map(|fund| unknown(Named::Fund, fund)));
        if funds.values().any(|amount| amount.is_negative()) {
            faults.push(GrantFault::Negative { id: id.clone() });
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
