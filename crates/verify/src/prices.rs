//! The prices of a proof, as far as they can be used.

use std::collections::BTreeMap;

use fordela_model::Call;
use fordela_model::call::{CaseLimit, Kind, LinkKind, Node, RuleCase};
use fordela_model::prices::Multipliers;
use fordela_num::Rational;

use super::cuts::Holding;

/// Prices of a call, with every wrong sign taken for zero.
pub(super) struct Prices<'p> {
    pub(super) funds: Vec<Rational>,
    pub(super) cases: Vec<Rational>,
    pub(super) links: Vec<Rational>,
    pub(super) parts: &'p BTreeMap<(usize, usize), Rational>,
    pub(super) cuts: Vec<Rational>,
}

impl<'p> Prices<'p> {
    pub(super) fn of(call: &Call, cases: &[&RuleCase], cuts: usize, prices: &'p Multipliers) -> Option<Self> {
        let fits = prices.funds.len() == call.draft().funds.len()
            && prices.cases.len() == cases.len()
            && prices.links.len() == call.links().len()
            && prices.cuts.len() <= cuts;
        let up = |price: &Rational| if price.is_negative() { Rational::ZERO } else { price.clone() };
        let down = |price: &Rational| if price.is_positive() { Rational::ZERO } else { price.clone() };
        let of_case = |(price, case): (&Rational, &&RuleCase)| match case.kind {
            Kind::AtMost => up(price),
            Kind::AtLeast => down(price),
        };
        fits.then(|| Self {
            funds: prices.funds.iter().map(up).collect(),
            cases: prices.cases.iter().zip(cases).map(of_case).collect(),
            links: prices.links.iter().map(up).collect(),
            parts: &prices.parts,
            cuts: prices.cuts.iter().map(up).collect(),
        })
    }

    /// What every granted krona earns because some limits are parts of all that is granted.
    pub(super) fn of_granted(&self, cases: &[&RuleCase]) -> Rational {
        let mut earned = Rational::ZERO;
        for (price, case) in self.cases.iter().zip(cases) {
            if let CaseLimit::PartOfGranted(part) = &case.limit {
                earned = earned.plus_product(price, part);
            }
        }
        earned
    }

    /// What it costs, by the links and the cuts that hold, that a node is granted at all.
    pub(super) fn entries(&self, call: &Call, cuts: &[Option<Holding>]) -> BTreeMap<Node, Rational> {
        let mut entries: BTreeMap<Node, Rational> = BTreeMap::new();
        for (price, link) in self.links.iter().zip(call.links()).filter(|(price, _)| !price.is_zero()) {
            *entries.entry(link.from).or_insert(Rational::ZERO) += price;
            let to = entries.entry(link.to).or_insert(Rational::ZERO);
            match link.kind {
                LinkKind::Requires => *to -= price,
                LinkKind::Excludes => *to += price,
            }
        }
        for (price, cut) in self.priced_cuts(cuts) {
            for (a, weight) in &cut.weights {
                let entry = entries.entry(Node::Activity(*a)).or_insert(Rational::ZERO);
                *entry = entry.plus_product(price, weight);
            }
        }
        entries
    }

    /// The cuts that hold and have a price.
    pub(super) fn priced_cuts<'c>(
        &'c self,
        cuts: &'c [Option<Holding>],
    ) -> impl Iterator<Item = (&'c Rational, &'c Holding)> {
        let priced = self.cuts.iter().zip(cuts).filter(|(price, _)| !price.is_zero());
        priced.filter_map(|(price, cut)| Some((price, cut.as_ref()?)))
    }
}
