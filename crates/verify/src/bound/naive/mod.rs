//! The bound worked out step by step: every activity for every end of a proof from nothing, all cases looked at.
//! It is what the bound is compared with.

mod best;
mod charge;
mod cuts;

use std::collections::BTreeMap;

use fordela_model::Call;
use fordela_model::call::draft::Funding;
use fordela_model::call::{CaseLimit, Kind, LinkKind, Node, RuleCase};
use fordela_model::prices::{Choice, Cut, Multipliers, Proof, Step};
use fordela_num::Rational;

pub(in crate::bound) use best::Worth;
use best::{Asked, Best};
use charge::charges;

/// The bound that a proof proves with these caps and floors, or `None` when it proves nothing: when it is not made of steps
/// for this call, or proves that there is no allocation at all.
pub(in crate::bound) fn bound(call: &Call, cases: &[RuleCase], proof: &Proof) -> Option<Rational> {
    let bounds = Bounds::new(call, cases, &proof.cuts);
    let mut most: Option<Rational> = None;
    let mut open = vec![(0, None)];
    let mut paths: Vec<Path> = Vec::new();
    while let Some((step, path)) = open.pop() {
        match proof.steps.get(step)? {
            // A split that leads backwards would go in circles.
            Step::Split { choice, out, taken } if *out > step && *taken > step => {
                for (next, is_taken) in [(*out, false), (*taken, true)] {
                    paths.push(Path { choice: *choice, is_taken, before: path });
                    open.push((next, Some(paths.len() - 1)));
                }
            }
            Step::Split { .. } => return None,
            leaf => {
                let part = bounds.of_leaf(leaf, &decided(&paths, path))?;
                most = most.into_iter().chain(part).max();
            }
        }
    }
    let most = most?;
    Some(match &bounds.grid {
        Some(grid) => (most / grid).floor() * grid,
        None => most,
    })
}

/// A choice made on the way to a step.
struct Path {
    choice: Choice,
    is_taken: bool,
    before: Option<usize>,
}

fn decided(paths: &[Path], mut at: Option<usize>) -> BTreeMap<Choice, bool> {
    let mut decided = BTreeMap::new();
    while let Some(path) = at.map(|at| &paths[at]) {
        decided.insert(path.choice, path.is_taken);
        at = path.before;
    }
    decided
}

/// What all bounds of a call have in common.
pub(super) struct Bounds<'c> {
    call: &'c Call,
    unit: Rational,
    best: Best<'c>,
    grid: Option<Rational>,
    cases: &'c [RuleCase],
    /// The cases that count the grant of every activity.
    counting: Vec<Vec<usize>>,
    /// What follows of each cut: what weights of what is granted come to at most.
    cuts: Vec<Option<(BTreeMap<usize, Rational>, Rational)>>,
}

impl<'c> Bounds<'c> {
    pub(super) fn new(call: &'c Call, cases: &'c [RuleCase], cuts: &[Cut]) -> Self {
        let best = Best::new(call);
        let grid = call.grid();
        let mut counting = vec![Vec::new(); call.claims().len()];
        for (c, case) in cases.iter().enumerate() {
            case.activities.iter().for_each(|&a| counting[a].push(c));
        }
        let mut bounds = Self { call, unit: call.unit().rational(), best, grid, cases, counting, cuts: Vec::new() };
        bounds.cuts = cuts.iter().map(|cut| cuts::of(&bounds, cut)).collect();
        bounds
    }

    /// The bound at the end of a proof, `Some(None)` where nothing is left; `None` when the prices are
    /// of another call.
    fn of_leaf(&self, leaf: &Step, decided: &BTreeMap<Choice, bool>) -> Option<Option<Rational>> {
        match leaf {
            Step::Impossible(prices) => match self.of(prices, decided, |_| Worth::Each(Rational::ZERO))? {
                Some(bound) if !bound.is_negative() => self.of(&self.free(), decided, |_| Worth::Value),
                _ => Some(None),
            },
            Step::Bounded(prices) => self.of(prices, decided, |_| Worth::Value),
            Step::Split { .. } => None,
        }
    }

    /// The bound by these prices, for what is left when these choices are made, on what the grants of the activities
    /// are worth.
    pub(super) fn of(
        &self,
        prices: &Multipliers,
        decided: &BTreeMap<Choice, bool>,
        worth: impl Fn(usize) -> Worth,
    ) -> Option<Option<Rational>> {
        let prices = self.usable(prices)?;
        let of_granted = self.of_granted(&prices);
        let entries = self.entries(&prices);
        let mut total = self.limits(&prices);
        for a in 0..self.counting.len() {
            let cases: Vec<usize> = self.counting[a].iter().copied().filter(|&c| !prices.cases[c].is_zero()).collect();
            let worth = worth(a);
            let best = charges(self.call, self.cases, &prices, &cases, a, decided).into_iter().filter_map(|charge| {
                let each = |charge: Rational| (charge - &of_granted) * &self.unit;
                let charge = charge.items.into_iter().map(|charge| charge.map(each)).collect();
                self.best.of(a, &Asked { charge, entries: &entries, decided, worth: &worth })
            });
            match best.max() {
                Some(best) => total += &best,
                None => return Some(None),
            }
        }
        Some(Some(total))
    }

    /// Everything is free.
    fn free(&self) -> Multipliers {
        Multipliers { cases: vec![Rational::ZERO; self.cases.len()], ..Multipliers::none(self.call) }
    }

    /// The prices with every wrong sign taken for zero; `None` when they are of another call.
    fn usable(&self, prices: &Multipliers) -> Option<Multipliers> {
        let fits = prices.funds.len() == self.call.draft().funds.len()
            && prices.cases.len() == self.cases.len()
            && prices.links.len() == self.call.links().len()
            && prices.cuts.len() <= self.cuts.len();
        let up = |price: &Rational| if price.is_negative() { Rational::ZERO } else { price.clone() };
        let down = |price: &Rational| if price.is_positive() { Rational::ZERO } else { price.clone() };
        fits.then(|| Multipliers {
            funds: prices.funds.iter().map(up).collect(),
            cases: prices
                .cases
                .iter()
                .zip(self.cases)
                .map(|(price, case)| if case.kind == Kind::AtMost { up(price) } else { down(price) })
                .collect(),
            links: prices.links.iter().map(up).collect(),
            parts: prices.parts.clone(),
            cuts: prices.cuts.iter().map(up).collect(),
        })
    }

    /// The nearest to a limit that sums of grants come: these are whole multiples of what all amounts have in common.
    fn reached(&self, limit: &Rational, activities: &[usize], kind: Kind) -> Rational {
        let amounts = activities.iter().flat_map(|&a| {
            let written = &self.call.draft().activities[a];
            match written.funding {
                Funding::Partial => vec![1],
                Funding::Whole => vec![self.call.ask_units(a)],
                Funding::Levels => (0..written.levels.len()).map(|level| self.call.level_units(a, level)).collect(),
                Funding::Lines => (0..written.lines.len()).map(|line| self.call.line_units(a, line)).collect(),
            }
        });
        let common = amounts.fold(0, |mut common: i128, mut amount| {
            while amount != 0 {
                (common, amount) = (amount, common % amount);
            }
            common
        });
        let step = Rational::from(common.max(1)) * &self.unit;
        match kind {
            Kind::AtMost => (limit / &step).floor() * step,
            Kind::AtLeast => (limit / &step).ceil() * step,
        }
    }

    /// `Σ price·limit` over all that is fixed beforehand.
    fn limits(&self, prices: &Multipliers) -> Rational {
        let call = self.call;
        let mut total = Rational::ZERO;
        for (price, fund) in prices.funds.iter().zip(&call.draft().funds) {
            // One fund alone pays all grants.
            let amount = if prices.funds.len() == 1 {
                let all: Vec<usize> = (0..call.claims().len()).collect();
                self.reached(&fund.amount.rational(), &all, Kind::AtMost)
            } else {
                fund.amount.rational()
            };
            total = total.plus_product(price, &amount);
        }
        for (price, case) in prices.cases.iter().zip(self.cases) {
            let CaseLimit::Fixed(limit) = &case.limit else { continue };
            if price.is_zero() {
                continue;
            }
            let reached = match case.counts_grants() {
                false => limit.clone(),
                true => self.reached(limit, &case.activities, case.kind),
            };
            total = total.plus_product(price, &reached);
        }
        for (price, link) in prices.links.iter().zip(call.links()) {
            if link.kind == LinkKind::Excludes {
                total += price;
            }
        }
        for (price, cut) in prices.cuts.iter().zip(&self.cuts) {
            if let Some((_, most)) = cut {
                total = total.plus_product(price, most);
            }
        }
        total
    }

    /// What every granted krona earns because some limits are parts of all that is granted.
    fn of_granted(&self, prices: &Multipliers) -> Rational {
        let mut earned = Rational::ZERO;
        for (price, case) in prices.cases.iter().zip(self.cases) {
            if let CaseLimit::PartOfGranted(part) = &case.limit {
                earned = earned.plus_product(price, part);
            }
        }
        earned
    }

    /// What it costs, by the links, that a node is granted at all.
    fn entries(&self, prices: &Multipliers) -> BTreeMap<Node, Rational> {
        let mut entries: BTreeMap<Node, Rational> = BTreeMap::new();
        for (price, link) in prices.links.iter().zip(self.call.links()).filter(|(price, _)| !price.is_zero()) {
            *entries.entry(link.from).or_insert(Rational::ZERO) += price;
            let to = entries.entry(link.to).or_insert(Rational::ZERO);
            match link.kind {
                LinkKind::Requires => *to -= price,
                LinkKind::Excludes => *to += price,
            }
        }
        for (price, cut) in prices.cuts.iter().zip(&self.cuts) {
            for (&a, weight) in cut.iter().flat_map(|(weights, _)| weights) {
                *entries.entry(Node::Activity(a)).or_insert(Rational::ZERO) += &(price * weight);
            }
        }
        entries
    }
}
