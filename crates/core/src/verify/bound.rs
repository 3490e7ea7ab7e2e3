//! From prices to a bound that holds for every allocation.

use std::collections::BTreeMap;

use fordela_lp::Rational;

use crate::call::draft::Funding;
use crate::call::{Call, CaseLimit, Kind, LinkKind, Node};
use crate::prices::{Choice, Prices, Proof, Step};
use crate::units::{Piece, covering_units, whole_units};

/// The bound that a proof proves, or `None` when it proves nothing. An allocation that does not exist is
/// bounded by anything; a proof that all parts are impossible is no bound of an allocation.
pub(super) fn bound(call: &Call, proof: &Proof) -> Option<Rational> {
    let bounds = Bounds::new(call);
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
            Step::Bounded(prices) => {
                let part = bounds.of(prices, &decided(&paths, path), true)?;
                most = Some(most.map_or(part.clone(), |most| most.max(part)));
            }
            Step::Impossible(prices) => {
                if !bounds.of(prices, &decided(&paths, path), false)?.is_negative() {
                    return None;
                }
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
struct Bounds<'c> {
    call: &'c Call,
    unit: Rational,
    pieces: Vec<Vec<Piece>>,
    most: Vec<i128>,
    grid: Option<Rational>,
    /// The cases that count the grant of an activity.
    cases: Vec<Vec<usize>>,
}

impl<'c> Bounds<'c> {
    fn new(call: &'c Call) -> Self {
        let activities = call.claims().len();
        let mut cases = vec![Vec::new(); activities];
        for (c, case) in call.cases().iter().enumerate() {
            for &a in &case.activities {
                cases[a].push(c);
            }
        }
        Self {
            call,
            unit: call.unit().rational(),
            pieces: (0..activities).map(|a| call.pieces(a)).collect(),
            most: call.capped_units(),
            grid: call.grid(),
            cases,
        }
    }

    /// The bound by these prices, for what is left when these choices are made.
    fn of(&self, prices: &Prices, decided: &BTreeMap<Choice, bool>, with_value: bool) -> Option<Rational> {
        let prices = self.usable(prices)?;
        let mut total = self.limits(&prices);
        let of_granted = self.of_granted(&prices);
        let entries = self.entries(&prices);
        for a in 0..self.pieces.len() {
            let charge = (self.charge(&prices, a) - &of_granted) * &self.unit;
            total += &self.best(a, &charge, &entries, decided, with_value);
        }
        Some(total)
    }

    /// The prices with every wrong sign taken for zero; `None` when they are of another call.
    fn usable(&self, prices: &Prices) -> Option<Prices> {
        let fits = prices.funds.len() == self.call.draft().funds.len()
            && prices.cases.len() == self.call.cases().len()
            && prices.links.len() == self.call.links().len();
        let up = |price: &Rational| if price.is_negative() { Rational::ZERO } else { price.clone() };
        let down = |price: &Rational| if price.is_positive() { Rational::ZERO } else { price.clone() };
        fits.then(|| Prices {
            funds: prices.funds.iter().map(up).collect(),
            cases: prices
                .cases
                .iter()
                .zip(self.call.cases())
                .map(|(price, case)| if case.kind == Kind::AtMost { up(price) } else { down(price) })
                .collect(),
            links: prices.links.iter().map(up).collect(),
        })
    }

    /// `Σ price·limit` over all that is fixed beforehand.
    fn limits(&self, prices: &Prices) -> Rational {
        let call = self.call;
        let mut total = Rational::ZERO;
        for (price, fund) in prices.funds.iter().zip(&call.draft().funds) {
            // One fund alone pays only whole units.
            let amount = if prices.funds.len() == 1 {
                Rational::from(whole_units(&fund.amount.rational(), call.unit())) * &self.unit
            } else {
                fund.amount.rational()
            };
            total = total.plus_product(price, &amount);
        }
        for (price, case) in prices.cases.iter().zip(call.cases()) {
            let CaseLimit::Fixed(limit) = &case.limit else { continue };
            if price.is_zero() {
                continue;
            }
            // A sum of whole grants is a whole number of units.
            let reached = match (case.funds.is_some(), case.kind) {
                (true, _) => limit.clone(),
                (false, Kind::AtMost) => Rational::from(whole_units(limit, call.unit())) * &self.unit,
                (false, Kind::AtLeast) => Rational::from(covering_units(limit, call.unit())) * &self.unit,
            };
            total = total.plus_product(price, &reached);
        }
        for (price, link) in prices.links.iter().zip(call.links()) {
            if link.kind == LinkKind::Excludes {
                total += price;
            }
        }
        total
    }

    /// What every granted krona earns because some limits are parts of all that is granted.
    fn of_granted(&self, prices: &Prices) -> Rational {
        let mut earned = Rational::ZERO;
        for (price, case) in prices.cases.iter().zip(self.call.cases()) {
            if let CaseLimit::PartOfGranted(part) = &case.limit {
                earned = earned.plus_product(price, part);
            }
        }
        earned
    }

    /// What a krona to an activity is charged: by the cheapest fund that may pay, and the cases that
    /// count it.
    fn charge(&self, prices: &Prices, a: usize) -> Rational {
        let priced = self.cases[a].iter().filter(|&&c| !prices.cases[c].is_zero());
        let (some_funds, all_funds): (Vec<usize>, Vec<usize>) =
            priced.copied().partition(|&c| self.call.cases()[c].funds.is_some());
        let by_fund = self.call.claims()[a].payers().iter().map(|&f| {
            let counted = some_funds.iter().filter(|&&c| self.call.cases()[c].counts_fund(f));
            counted.fold(prices.funds[f].clone(), |sum, &c| sum + &prices.cases[c])
        });
        let cheapest = by_fund.min().unwrap_or(Rational::ZERO);
        all_funds.iter().fold(cheapest, |sum, &c| sum + &prices.cases[c])
    }

    /// What it costs, by the links, that a node is granted at all.
    fn entries(&self, prices: &Prices) -> BTreeMap<Node, Rational> {
        let mut entries: BTreeMap<Node, Rational> = BTreeMap::new();
        for (price, link) in prices.links.iter().zip(self.call.links()).filter(|(price, _)| !price.is_zero()) {
            *entries.entry(link.from).or_insert(Rational::ZERO) += price;
            let to = entries.entry(link.to).or_insert(Rational::ZERO);
            match link.kind {
                LinkKind::Requires => *to -= price,
                LinkKind::Excludes => *to += price,
            }
        }
        entries
    }

    /// The most that an activity can be worth after its charge a unit.
    fn best(
        &self,
        a: usize,
        charge: &Rational,
        entries: &BTreeMap<Node, Rational>,
        decided: &BTreeMap<Choice, bool>,
        with_value: bool,
    ) -> Rational {
        let entry = entries.get(&Node::Activity(a)).cloned().unwrap_or(Rational::ZERO);
        let chosen = decided.get(&Choice::Activity(a)).copied();
        let activity = &self.call.draft().activities[a];
        let net = |units: i128| self.net(a, units, charge, with_value) - &entry;
        let some = match activity.funding {
            Funding::Partial => {
                let least = self.call.threshold_units(a);
                let is_free = activity.min_share.is_none() && entry.is_zero() && chosen.is_none();
                if is_free {
                    return self.best_between(a, 0, self.most[a], charge, with_value);
                }
                (least <= self.most[a]).then(|| self.best_between(a, least, self.most[a], charge, with_value) - &entry)
            }
            Funding::Whole => {
                let ask = self.call.ask_units(a);
                (ask <= self.most[a] && ask > 0).then(|| net(ask))
            }
            Funding::Levels => (0..activity.levels.len())
                .filter(|&level| self.may_take_level(a, level, decided))
                .map(|level| net(self.call.level_units(a, level)))
                .max(),
            Funding::Lines => return self.best_lines(a, charge, entries, decided, with_value),
        };
        let must = chosen == Some(true)
            || (0..activity.levels.len()).any(|level| decided.get(&Choice::Level(a, level)) == Some(&true));
        match (some.filter(|_| chosen != Some(false)), must) {
            (Some(some), true) => some,
            (Some(some), false) => some.max(Rational::ZERO),
            // Where it must be granted and cannot be, nothing is left and anything is a bound.
            (None, _) => Rational::ZERO,
        }
    }

    fn may_take_level(&self, a: usize, level: usize, decided: &BTreeMap<Choice, bool>) -> bool {
        let other = |l: usize| l != level && decided.get(&Choice::Level(a, l)) == Some(&true);
        let levels = self.call.draft().activities[a].levels.len();
        self.call.level_units(a, level) <= self.most[a]
            && decided.get(&Choice::Level(a, level)) != Some(&false)
            && !(0..levels).any(other)
    }

    /// The value of some units after the charge for them.
    fn net(&self, a: usize, units: i128, charge: &Rational, with_value: bool) -> Rational {
        let charged = charge * &Rational::from(units);
        if with_value { self.call.value_of_units(a, units) - charged } else { -charged }
    }

    /// The best number of units between two: the value of a unit falls, so that stretches are taken
    /// while they are worth their charge.
    fn best_between(&self, a: usize, least: i128, most: i128, charge: &Rational, with_value: bool) -> Rational {
        let mut best = Rational::ZERO;
        let mut before = 0;
        for piece in &self.pieces[a] {
            let end = before + piece.width;
            let must = (least.min(end) - before).max(0);
            let may = (most.min(end) - before).max(must);
            let each = if with_value { &piece.value - charge } else { -charge };
            let taken = if each.is_positive() { may } else { must };
            best = best.plus_product(&each, &Rational::from(taken));
            before = end;
        }
        best
    }

    /// The best lines, where parts of lines are allowed: cheapest first while they are worth it.
    fn best_lines(
        &self,
        a: usize,
        charge: &Rational,
        entries: &BTreeMap<Node, Rational>,
        decided: &BTreeMap<Choice, bool>,
        with_value: bool,
    ) -> Rational {
        let mut fixed = Rational::ZERO;
        let mut taken = 0;
        let mut open: Vec<(Rational, i128)> = Vec::new();
        for line in 0..self.call.draft().activities[a].lines.len() {
            let units = self.call.line_units(a, line);
            let entry = entries.get(&Node::Line(a, line)).cloned().unwrap_or(Rational::ZERO);
            let cost = charge * &Rational::from(units) + &entry;
            match decided.get(&Choice::Line(a, line)) {
                Some(true) => {
                    fixed -= &cost;
                    taken += units;
                }
                Some(false) => {}
                None if units == 0 => fixed -= &cost.min(Rational::ZERO),
                None => open.push((cost / Rational::from(units), units)),
            }
        }
        open.sort_by(|one, other| one.0.cmp(&other.0));
        let worth = |units: i128| if with_value { self.call.value_of_units(a, units) } else { Rational::ZERO };
        // Money to any line is money to the activity; a bonus for that is counted whether it is had or not.
        let entry = entries.get(&Node::Activity(a)).cloned().unwrap_or(Rational::ZERO);
        let entered = match decided.get(&Choice::Activity(a)) {
            Some(true) => -entry,
            Some(false) => return Rational::ZERO.max(fixed + worth(taken)),
            None => -entry.min(Rational::ZERO),
        };
        fixed + entered + worth(taken) + self.worthwhile(a, taken, &open, with_value)
    }

    /// What open lines add: their price a unit rises, the value of a unit falls, until they meet.
    fn worthwhile(&self, a: usize, taken: i128, open: &[(Rational, i128)], with_value: bool) -> Rational {
        let mut added = Rational::ZERO;
        let mut at = taken;
        for (price, units) in open {
            let end = at + units;
            added += &self.between(a, at, end, price, with_value);
            at = end;
        }
        added
    }

    /// The best part of the units from one number to another, at a price a unit.
    fn between(&self, a: usize, from: i128, to: i128, price: &Rational, with_value: bool) -> Rational {
        let mut best = Rational::ZERO;
        let mut before = 0;
        for piece in &self.pieces[a] {
            let end = before + piece.width;
            let width = (to.min(end) - from.max(before)).max(0);
            let each = if with_value { &piece.value - price } else { -price };
            if each.is_positive() {
                best = best.plus_product(&each, &Rational::from(width));
            }
            before = end;
        }
        best
    }
}
