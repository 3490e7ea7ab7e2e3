//! Payments of grants that people decided, of which it is known how large they are and nothing else.

use fordela_lp::exact::Effort;
use fordela_model::Call;
use fordela_num::Money;
use typed_index_collections::TiVec;

use super::{Owed, Paid, is_payable};
use crate::instance::{ActivityIx, Instance};

/// Who pays grants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payers {
    /// What funds pay of each activity, in the order of the call: their places, and the amounts.
    Found(Vec<Vec<(usize, Money)>>),
    /// The funds cannot pay these grants so that the rules of the call are kept.
    None,
    /// That took too much to find out.
    Unknown,
}

/// Who pays these grants, one for each activity in the order of the call, as would be settled had they been suggested. It is
/// not looked at which lines are granted.
#[must_use]
pub fn payers(call: &Call, grants: &[Money], effort: &Effort<'_>) -> Payers {
    let instance = &Instance::of(call);
    let amounts = instance.in_order(grants);
    let owed = Owed { instance, amounts: &amounts, lines: None, meets_rows: false };
    let paid = if owed.asks_who_pays() { owed.by_cells(effort) } else { owed.by_groups(effort) };
    if let Some(paid) = paid {
        return Payers::Found(instance.as_written(&by_fund(instance, paid)));
    }
    let exact = amounts.iter().map(|amount| amount.rational()).collect();
    match is_payable(instance, exact, true, effort) {
        Some(false) => Payers::None,
        Some(true) | None => Payers::Unknown,
    }
}

fn by_fund(instance: &Instance, paid: TiVec<ActivityIx, Paid>) -> TiVec<ActivityIx, Vec<(usize, Money)>> {
    let written = |paid: Paid| {
        let paid = paid.by_fund.into_iter().filter(|(_, amount)| !amount.is_zero());
        paid.map(|(fund, amount)| (instance.funds[fund].place, amount)).collect()
    };
    paid.into_iter().map(written).collect()
}
