//! What the units of an activity are charged, by the funds that pay for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use fordela_model::call::{CaseLimit, Item, RuleCase};
use fordela_model::prices::Choice;
use fordela_model::{Call, Lists};
use fordela_num::Rational;

use super::decided::Made;
use super::prices::Prices;

/// Up to this many funds of which it is a choice whether they pay, all sets of them are tried; beyond it, they may all
/// pay beside each other.
pub(super) const MOST_FUNDS_TRIED: usize = 10;

/// What charges the activities of a call.
pub(super) struct Chargers<'c> {
    pub(super) call: &'c Call,
    pub(super) cases: Vec<&'c RuleCase>,
    /// The cases that count the grant of every activity.
    pub(super) counting: Arc<Lists>,
    /// The cases whose limit is a part of the grant of every activity, beside others.
    pub(super) owning: Arc<Lists>,
}

/// What activities are charged by: those with the same are charged the same.
pub(super) type Charger<'c> = (&'c [usize], &'c [usize], &'c [usize]);

impl<'c> Chargers<'c> {
    pub(super) fn new(call: &'c Call, cases: Vec<&'c RuleCase>) -> Self {
        let own = |case: &'c RuleCase| match &case.limit {
            CaseLimit::PartOfOwn { of, .. } => &of[..],
            CaseLimit::Fixed(_) | CaseLimit::PartOfGranted(_) => &[],
        };
        let lists = |of: &dyn Fn(&'c RuleCase) -> &'c [usize]| {
            let pairs = || cases.iter().enumerate().flat_map(|(c, case)| of(case).iter().map(move |&a| (a, c)));
            Arc::new(Lists::of(call.claims().len(), pairs))
        };
        let (counting, owning) = (lists(&|case| &case.activities), lists(&own));
        Self { call, cases, counting, owning }
    }

    /// By what an activity is charged, where it is that alone: where it is paid for as a whole, and its funds are tried
    /// in all sets.
    pub(super) fn of(&self, a: usize) -> Option<Charger<'_>> {
        let claim = &self.call.claims()[a];
        let [Item { line: None, payers, .. }] = claim.items() else { return None };
        let is_tried = claim.undecided().len() <= MOST_FUNDS_TRIED;
        is_tried.then_some((&self.counting[a], &self.owning[a], &payers[..]))
    }

    /// What a unit of every item of an activity is charged when only some funds pay, by the cheapest of them; `None` where
    /// they may not pay for it all. One list for each set of funds that may pay for the activity together.
    pub(super) fn charges(&self, prices: &Prices, a: usize, made: Made) -> Vec<Vec<Option<Rational>>> {
        let charged = Charged { by: self, prices, a };
        let base = charged.of_grant();
        sets(self.call, a, made).iter().map(|left| charged.items(&base, left)).collect()
    }
}

/// The sets of funds of which it is a choice whether they pay, and that do not: with everybody else, keeping to what is
/// decided.
fn sets(call: &Call, a: usize, made: Made) -> Vec<Left> {
    let undecided = call.claims()[a].undecided();
    let is_taken = |f: usize| made.is_taken(Choice::Fund(a, f));
    if undecided.len() > MOST_FUNDS_TRIED {
        let out = undecided.iter().copied().filter(|&f| is_taken(f) == Some(false)).collect();
        let unsure = undecided.iter().copied().filter(|&f| is_taken(f).is_none()).collect();
        return vec![Left { out, unsure }];
    }
    let set = |set: u32| {
        let (mut taken, mut out) = (Vec::new(), Vec::new());
        for (n, &f) in undecided.iter().enumerate() {
            if set >> n & 1 == 1 { taken.push(f) } else { out.push(f) }
        }
        let keeps = taken.iter().all(|&f| is_taken(f) != Some(false)) && out.iter().all(|&f| is_taken(f) != Some(true));
        let apart = taken.iter().any(|&one| taken.iter().any(|&other| call.draft().are_apart(one, other)));
        (keeps && !apart).then_some(Left { out, unsure: Vec::new() })
    };
    (0..1_u32 << undecided.len()).filter_map(set).collect()
}

/// The funds that do not pay, and those of which it is not known.
struct Left {
    out: Vec<usize>,
    unsure: Vec<usize>,
}

struct Charged<'p> {
    by: &'p Chargers<'p>,
    prices: &'p Prices<'p>,
    a: usize,
}

impl Charged<'_> {
    /// What every unit of the grant is charged, whoever pays, less what it earns as limits are parts of grants.
    fn of_grant(&self) -> Rational {
        let mut charge = Rational::ZERO;
        for &c in &self.by.owning[self.a] {
            if let CaseLimit::PartOfOwn { part, .. } = &self.by.cases[c].limit {
                charge = charge.plus_product(&self.prices.cases[c], &-part);
            }
        }
        let counted = self.by.counting[self.a].iter().filter(|&&c| self.by.cases[c].counts_grants());
        counted.for_each(|&c| add(&mut charge, &self.prices.cases[c]));
        charge
    }

    fn items(&self, base: &Rational, left: &Left) -> Vec<Option<Rational>> {
        let claim = &self.by.call.claims()[self.a];
        if let ([item], true) = (claim.items(), left.unsure.is_empty()) {
            return vec![self.shared(item, &left.out).map(|charge| base + &charge)];
        }
        let mut base = base.clone();
        let mut parts: BTreeMap<usize, &Rational> = BTreeMap::new();
        for (f, price) in claim.payers().iter().filter_map(|&f| Some((f, self.prices.parts.get(&(self.a, f))?))) {
            let fund = &self.by.call.draft().funds[f];
            let is_least = price.is_negative();
            let part = if is_least { fund.min_part } else { fund.max_part };
            // Who does not pay, or perhaps not, need not carry the least part.
            let is_asked = !is_least || !(left.out.contains(&f) || left.unsure.contains(&f));
            if let Some(part) = part.filter(|_| is_asked) {
                base = base.plus_product(price, &-part.part());
                parts.insert(f, price);
            }
        }
        let item = |item: &Item| {
            let pays = item.payers.iter().filter(|f| !left.out.contains(f));
            pays.map(|&f| &base + &self.of_fund(item, f, parts.get(&f).copied())).min()
        };
        claim.items().iter().map(item).collect()
    }

    /// What the cheapest mix of payers charges for a unit: each its least part, and the rest from the cheapest on, each at
    /// most its largest part. `None` where they cannot carry it all, or not that little.
    fn shared(&self, item: &Item, out: &[usize]) -> Option<Rational> {
        let (claim, funds) = (&self.by.call.claims()[self.a], &self.by.call.draft().funds);
        if let [f] = item.payers[..]
            && out.is_empty()
            && !funds[f].limits_parts()
        {
            return Some(self.of_fund(item, f, None));
        }
        let mut left = Rational::ONE;
        let mut charge = Rational::ZERO;
        let mut room: Vec<(Rational, Rational)> = Vec::new();
        for &f in item.payers.iter().filter(|f| !out.contains(f)) {
            let (fund, each) = (&funds[f], self.of_fund(item, f, None));
            let least = fund.min_part.filter(|_| claim.undecided().contains(&f));
            let least = least.map_or(Rational::ZERO, |part| part.part());
            let most = fund.max_part.map_or(Rational::ONE, |part| part.part());
            if most < least {
                return None;
            }
            left -= &least;
            charge = charge.plus_product(&each, &least);
            room.push((each, most - least));
        }
        if left.is_negative() {
            return None;
        }
        room.sort();
        for (each, room) in room {
            let taken = left.clone().min(room);
            charge = charge.plus_product(&each, &taken);
            left -= &taken;
        }
        left.is_zero().then_some(charge)
    }

    /// What a fund charges for an item.
    fn of_fund(&self, item: &Item, fund: usize, part: Option<&Rational>) -> Rational {
        let mut charge = self.prices.funds[fund].clone();
        part.into_iter().for_each(|part| add(&mut charge, part));
        for &c in self.by.counting[self.a].iter().filter(|&&c| !self.prices.cases[c].is_zero()) {
            let case = self.by.cases[c];
            let is_line = item.line.is_none_or(|line| case.counts_line(self.a, line));
            if !case.counts_grants() && case.counts_fund(fund) && is_line {
                charge += &self.prices.cases[c];
            }
        }
        charge
    }
}

/// Most prices are zero.
fn add(charge: &mut Rational, price: &Rational) {
    if !price.is_zero() {
        *charge += price;
    }
}
