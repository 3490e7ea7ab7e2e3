//! What the units of an activity are charged, by the funds that pay for them.

use std::collections::BTreeMap;

use fordela_model::Call;
use fordela_model::call::{CaseLimit, Item, RuleCase};
use fordela_model::prices::{Choice, Multipliers};
use fordela_num::Rational;

/// Up to this many funds of which it is a choice whether they pay, all sets of them are tried; beyond it, they may all
/// pay beside each other.
const MOST_FUNDS_TRIED: usize = 10;

/// What a unit of every item of an activity is charged when only some funds pay: by the cheapest of them; `None` where
/// they may not pay for it all.
pub(super) struct Charge {
    pub(super) items: Vec<Option<Rational>>,
}

/// The charges of an activity, which some of all cases count: one for each set of funds that may pay for it together.
pub(super) fn charges(
    call: &Call,
    all: &[RuleCase],
    prices: &Multipliers,
    cases: &[usize],
    a: usize,
    decided: &BTreeMap<Choice, bool>,
) -> Vec<Charge> {
    let asked = Charged { call, all, prices, a, cases };
    let base = asked.of_grant();
    let sets = sets(call, a, decided);
    sets.iter().map(|out| asked.by(&base, out)).collect()
}

/// The sets of funds of which it is a choice whether they pay, and that do not: with everybody else, keeping to what is
/// decided.
fn sets(call: &Call, a: usize, decided: &BTreeMap<Choice, bool>) -> Vec<Left> {
    let undecided = call.claims()[a].undecided();
    let is_taken = |f: usize| decided.get(&Choice::Fund(a, f)).copied();
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

struct Charged<'c> {
    call: &'c Call,
    all: &'c [RuleCase],
    prices: &'c Multipliers,
    a: usize,
    cases: &'c [usize],
}

impl Charged<'_> {
    /// What every unit of the grant is charged, whoever pays, less what it earns as limits are parts of grants.
    fn of_grant(&self) -> Rational {
        let mut charge = Rational::ZERO;
        for (price, case) in self.prices.cases.iter().zip(self.all).filter(|(price, _)| !price.is_zero()) {
            match &case.limit {
                CaseLimit::PartOfOwn { part, of } if of.binary_search(&self.a).is_ok() => {
                    charge = charge.plus_product(price, &-part);
                }
                _ => {}
            }
        }
        let counted = self.cases.iter().filter(|&&c| self.all[c].counts_grants());
        counted.fold(charge, |sum, &c| sum + &self.prices.cases[c])
    }

    fn by(&self, base: &Rational, left: &Left) -> Charge {
        let claim = &self.call.claims()[self.a];
        if let ([item], true) = (claim.items(), left.unsure.is_empty()) {
            let charge = self.shared(item, &left.out);
            return Charge { items: vec![charge.map(|charge| base + &charge)] };
        }
        let mut base = base.clone();
        let mut parts: BTreeMap<usize, &Rational> = BTreeMap::new();
        for (f, price) in claim.payers().iter().filter_map(|&f| Some((f, self.prices.parts.get(&(self.a, f))?))) {
            let fund = &self.call.draft().funds[f];
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
        Charge { items: claim.items().iter().map(item).collect() }
    }

    /// What the cheapest mix of payers charges for a unit: each its least part, and the rest from the cheapest on, each at
    /// most its largest part. `None` where they cannot carry it all, or not that little.
    fn shared(&self, item: &Item, out: &[usize]) -> Option<Rational> {
        let claim = &self.call.claims()[self.a];
        let mut left = Rational::ONE;
        let mut charge = Rational::ZERO;
        let mut room: Vec<(Rational, Rational)> = Vec::new();
        for &f in item.payers.iter().filter(|f| !out.contains(f)) {
            let (fund, each) = (&self.call.draft().funds[f], self.of_fund(item, f, None));
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
        if let Some(part) = part {
            charge += part;
        }
        for &c in self.cases {
            let case = &self.all[c];
            let is_line = item.line.is_none_or(|line| case.counts_line(self.a, line));
            if !case.counts_grants() && case.counts_fund(fund) && is_line {
                charge += &self.prices.cases[c];
            }
        }
        charge
    }
}
