//! What an activity asks for and is worth.

use std::sync::Arc;

use fordela_num::{Money, Rational, decimal};

use super::draft::{Activity, Criterion, Funding, Tier};
use super::item::Item;
use crate::pieces::Piece;

/// What an activity asks for and is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    ask: Money,
    applicant: usize,
    priority: Rational,
    items: Vec<Item>,
    payers: Arc<[usize]>,
    undecided: Vec<usize>,
    pieces: Arc<[Piece]>,
}

impl Claim {
    /// Items are what funds pay for; of the undecided payers it is a choice whether they pay. What its units are worth is
    /// said by [`priced`](Self::priced).
    pub(super) fn new(
        ask: Money,
        applicant: usize,
        priority: Rational,
        items: Vec<Item>,
        payers: Arc<[usize]>,
        undecided: Vec<usize>,
    ) -> Self {
        Self { ask, applicant, priority, items, payers, undecided, pieces: Arc::default() }
    }

    /// The same, with its units cut where their value changes.
    pub(super) fn priced(self, unit: Money, tiers: &[ExactTier]) -> Self {
        Self { pieces: self.cut(unit, tiers).into(), ..self }
    }

    /// The same with another priority.
    pub(super) fn worth(self, priority: Rational, unit: Money, tiers: &[ExactTier]) -> Self {
        Self { priority, ..self }.priced(unit, tiers)
    }

    /// Takes all lines as one, where the same funds pay for all of them.
    pub(super) fn join_items(&mut self) {
        let [first, rest @ ..] = &self.items[..] else { return };
        if (!rest.is_empty() || first.line.is_some()) && rest.iter().all(|item| item.payers == first.payers) {
            self.items = vec![Item { line: None, cost: self.ask, payers: Arc::clone(&first.payers) }];
        }
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

    /// What funds pay for: the activity as a whole, or every line by itself, where not the same funds may pay for all of
    /// them or rules count some of them.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The funds that may pay for it or for a part of it, in the order of the draft.
    #[must_use]
    pub fn payers(&self) -> &[usize] {
        &self.payers
    }

    /// The payers of which it is a choice whether they pay, as they carry a least part or may not pay beside another.
    #[must_use]
    pub fn undecided(&self) -> &[usize] {
        &self.undecided
    }

    /// The units of the ask, cut where their value changes.
    #[must_use]
    pub fn pieces(&self) -> &Arc<[Piece]> {
        &self.pieces
    }

    /// What the funds may pay for.
    pub fn payable(&self) -> Money {
        self.items.iter().filter(|item| !item.payers.is_empty()).map(|item| item.cost).sum()
    }

    /// The value of a grant: every krona counts the priority times the factor of its tier. Money above the ask, as people
    /// may decide, counts nothing.
    #[must_use]
    pub fn value(&self, tiers: &[ExactTier], grant: Money) -> Rational {
        if grant.is_zero() || self.priority.is_zero() {
            return Rational::ZERO;
        }
        let (ask, grant) = (self.ask.rational(), grant.min(self.ask).rational());
        if tiers.is_empty() {
            return &self.priority * &grant;
        }
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
pub struct ExactTier {
    /// Where the tier ends, as a part of the ask.
    pub up_to: Rational,
    /// What a krona in it counts.
    pub factor: Rational,
}

impl ExactTier {
    pub(super) fn of(tier: &Tier) -> Self {
        Self { up_to: tier.up_to.part(), factor: decimal::rational(tier.factor) }
    }
}

impl Activity {
    /// The ask: as written, or the sum of the lines.
    pub fn asked(&self) -> Option<Money> {
        match self.ask {
            Some(ask) => Some(ask),
            None if self.lines.is_empty() => None,
            None => Some(self.lines.iter().map(|line| line.cost).sum()),
        }
    }

    /// Whether the ask is a sum that can be another without anything else being changed.
    #[must_use]
    pub fn asks_freely(&self) -> bool {
        self.lines.is_empty() && self.levels.is_empty()
    }

    /// Whether its grant is a choice between amounts.
    pub fn is_choice(&self) -> bool {
        self.funding != Funding::Partial || self.min_share.is_some()
    }

    /// The priority; the criteria have a weight between them.
    pub fn priority(&self, criteria: &[Criterion]) -> Rational {
        Points::of(criteria).priority(self)
    }
}

/// What a point on each criterion counts: its part of all weights, of the best score.
pub(super) struct Points<'d>(Vec<(&'d String, Rational)>);

impl<'d> Points<'d> {
    /// The criteria have a weight between them.
    pub(super) fn of(criteria: &'d [Criterion]) -> Self {
        let weights: Rational = criteria.iter().map(|criterion| decimal::rational(criterion.weight)).sum();
        let counts =
            |criterion: &Criterion| decimal::rational(criterion.weight) / (decimal::rational(criterion.max) * &weights);
        let scored = criteria.iter().filter(|criterion| !criterion.max.is_zero());
        Self(scored.map(|criterion| (&criterion.id, counts(criterion))).collect())
    }

    /// The weighted score of an activity.
    pub(super) fn priority(&self, activity: &Activity) -> Rational {
        let scored = self.0.iter().filter_map(|(id, counts)| Some((activity.scores.get(id)?, counts)));
        scored.fold(Rational::ZERO, |sum, (score, counts)| sum.plus_product(&decimal::rational(*score), counts))
    }
}
