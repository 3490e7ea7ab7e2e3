//! What an applicant is granted, and how the funds of its own call hold it.

use fordela_model::Call;
use fordela_model::call::draft::Fund;
use fordela_model::call::scaled;
use fordela_num::Money;
use fordela_solve::Answer;

/// What an applicant may spend by its own call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Granted {
    pub(super) sum: Money,
    /// What each fund pays of it, by its id, in the order of the funds, only what is above zero; `None` where it is not known.
    pub(super) from: Option<Vec<(String, Money)>>,
}

impl Granted {
    /// What an applicant gets by an answer, or the sum that was decided for it. `None` where there is neither.
    pub(super) fn to(applicant: usize, call: &Call, answer: &Answer, decided: Option<Money>) -> Option<Self> {
        let suggested = suggested(applicant, call, answer);
        match (suggested, decided) {
            (suggested, None) => suggested,
            (Some(suggested), Some(sum)) if suggested.sum == sum => Some(suggested),
            (_, Some(sum)) => Some(Self { sum, from: None }),
        }
    }

    /// What the funds of the applicant's call hold, and what none of them may hold.
    pub(super) fn held(&self, above: &Call, own: &Call) -> (Vec<Money>, Money) {
        let funds = &own.draft().funds;
        let paid = |fund: &Fund| {
            above.draft().funds.iter().find(|above| above.id == fund.id)?;
            let from = self.from.as_ref()?;
            Some(from.iter().find(|(id, _)| *id == fund.id).map_or(Money::ZERO, |(_, amount)| *amount))
        };
        let mut amounts: Vec<Option<Money>> = funds.iter().map(paid).collect();
        let rest = self.sum - amounts.iter().flatten().copied().sum();
        let others: Vec<usize> = (0..funds.len()).filter(|&f| amounts[f].is_none()).collect();
        let parts =
            scaled(&others.iter().map(|&f| &funds[f]).collect::<Vec<_>>(), rest, own.unit()).unwrap_or_default();
        let unplaced = rest - parts.iter().copied().sum();
        others.into_iter().zip(parts).for_each(|(f, part)| amounts[f] = Some(part));
        (amounts.into_iter().map(Option::unwrap_or_default).collect(), unplaced)
    }
}

fn suggested(applicant: usize, call: &Call, answer: &Answer) -> Option<Granted> {
    let Answer::Allocated(verified) = answer else { return None };
    let mut paid = vec![Money::ZERO; call.draft().funds.len()];
    let own = call.claims().iter().zip(verified.grants()).filter(|(claim, _)| claim.applicant() == applicant);
    for (fund, amount) in own.flat_map(|(_, grant)| &grant.by_fund) {
        paid[*fund] = paid[*fund] + *amount;
    }
    let sum = paid.iter().copied().sum();
    let ids = call.draft().funds.iter().map(|fund| fund.id.clone());
    let from = ids.zip(paid).filter(|(_, amount)| !amount.is_zero()).collect();
    Some(Granted { sum, from: Some(from) })
}
