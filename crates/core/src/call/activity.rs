//! What an activity asks for and is worth.

use fordela_lp::Rational;

use super::draft::{Activity, Criterion, Funding, Tier};
use crate::decimal;
use crate::money::Money;

/// What an activity asks for and is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    ask: Money,
    applicant: usize,
    priority: Rational,
    payers: Vec<usize>,
}

impl Claim {
    pub(crate) fn new(ask: Money, applicant: usize, priority: Rational, payers: Vec<usize>) -> Self {
        Self { ask, applicant, priority, payers }
    }

    /// The money asked for.
    #[must_use]
    pub fn ask(&self) -> Money {
        self.ask
    }

    /// Who asks.
    #[must_use]
    pub fn applicant(&self) -> usize {
        self.applicant
    }

    /// The weighted score `p = Σ_c weight[c]·score[c]/max[c] / Σ_c weight[c]`, 0..=1.
    #[must_use]
    pub fn priority(&self) -> &Rational {
        &self.priority
    }

    /// The funds that may pay for it, in the order of the draft.
    #[must_use]
    pub fn payers(&self) -> &[usize] {
        &self.payers
    }

    /// The value of a grant: every krona counts the priority times the factor of its tier.
    #[must_use]
    pub(crate) fn value(&self, tiers: &[ExactTier], grant: Money) -> Rational {
        if tiers.is_empty() {
            return &self.priority * &grant.rational();
        }
        let (ask, grant) = (self.ask.rational(), grant.rational());
        let mut start = Rational::ZERO;
        let mut counted = Rational::ZERO;
        for tier in tiers {
            let end = &ask * &tier.up_to;
            if grant <= end {
                counted = counted.plus_product(&(grant - &start), &tier.factor);
                break;
            }
            counted = counted.plus_product(&(&end - &start), &tier.factor);
            start = end;
        }
        &self.priority * &counted
    }
}

/// A tier of the ask, in fractions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ExactTier {
    /// Where the tier ends, as a part of the ask.
    pub(crate) up_to: Rational,
    /// What a krona in it counts.
    pub(crate) factor: Rational,
}

impl ExactTier {
    pub(super) fn of(tier: &Tier) -> Self {
        Self { up_to: tier.up_to.part(), factor: decimal::rational(tier.factor) }
    }
}

impl Activity {
    /// The ask: as written, or the sum of the lines.
    pub(crate) fn asked(&self) -> Option<Money> {
        match self.ask {
            Some(ask) => Some(ask),
            None if self.lines.is_empty() => None,
            None => Some(self.lines.iter().map(|line| line.cost).sum()),
        }
    }

    /// Whether its grant is a choice between amounts.
    pub(crate) fn is_choice(&self) -> bool {
        self.funding != Funding::Partial || self.min_share.is_some()
    }

    /// The priority; the criteria have a weight between them.
    pub(crate) fn priority(&self, criteria: &[Criterion]) -> Rational {
        let mut weighted = Rational::ZERO;
        let mut weights = Rational::ZERO;
        for criterion in criteria {
            let weight = decimal::rational(criterion.weight);
            if let Some(score) = self.scores.get(&criterion.id) {
                let met = decimal::rational(*score) / decimal::rational(criterion.max);
                weighted = weighted.plus_product(&weight, &met);
            }
            weights += &weight;
        }
        weighted / weights
    }
}
