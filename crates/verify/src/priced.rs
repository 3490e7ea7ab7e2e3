//! What everything that is not decided is worth at most by some prices, and how that changes by what is.

use std::collections::{BTreeMap, HashMap};
use std::slice;
use std::sync::Arc;

use fordela_model::call::{CaseLimit, Kind, LinkKind, Node, RuleCase};
use fordela_model::prices::{Cut, Multipliers};
use fordela_model::{Call, Lists};
use fordela_num::{Rational, covering_units, whole_units};

use super::best::{Asked, Best, Way};
use super::charge::{Charger, Chargers};
use super::curve::{Curve, Slice};
use super::cuts::{Holding, Limits};
use super::decided::{Decided, Made};
use super::prices::Prices;

/// What grants are worth.
#[derive(Debug, Clone, Copy)]
pub(super) enum Worth<'w> {
    /// What the call says: the priority, falling along the ask.
    Value,
    /// Nothing.
    Nothing,
    /// So much, every unit of each activity.
    Each(&'w [Rational]),
}

impl Worth<'_> {
    /// What some units of an activity are worth.
    pub(super) fn of(self, activity: usize, units: &Rational, value: impl FnOnce() -> Rational) -> Rational {
        match self {
            Self::Value => value(),
            Self::Nothing => Rational::ZERO,
            Self::Each(each) => &each[activity] * units,
        }
    }
}

/// What all bounds of a call have in common.
pub(super) struct Bounds<'c> {
    call: &'c Call,
    unit: Rational,
    best: Best<'c>,
    by: Chargers<'c>,
    groups: Arc<Groups>,
    /// What the limits let through of the money in every fund and of every case, where that is fixed beforehand.
    funds: Vec<Rational>,
    limits: Vec<Rational>,
    /// The cuts that may be counted on, as far as they follow.
    cuts: Vec<Option<Holding>>,
}

/// What the bounds of calls that are alike have in common: what activities can get, and what charges them.
#[derive(Debug)]
pub(super) struct Shape {
    most: Arc<[i128]>,
    ways: Arc<[Way]>,
    counting: Arc<Lists>,
    owning: Arc<Lists>,
    groups: Arc<Groups>,
}

impl Shape {
    pub(super) fn of<'c>(call: &'c Call, cases: Vec<&'c RuleCase>) -> Self {
        let (best, by) = (Best::new(call), Chargers::new(call, cases));
        let groups = Arc::new(Groups::of(&best, &by, call.claims().len()));
        Self { most: best.most, ways: best.ways, counting: by.counting, owning: by.owning, groups }
    }

    /// Whether it is that of a call which is like the one that it was made of: caps on one activity alone may differ.
    pub(super) fn fits(&self, call: &Call) -> bool {
        call.capped_units()[..] == *self.most
    }
}

/// The groups of activities.
#[derive(Debug)]
struct Groups {
    all: Vec<Group>,
    /// The group of every activity, if it has one.
    of: Vec<Option<usize>>,
    /// Whether an activity is on the curve of its group.
    is_on_curve: Vec<bool>,
}

/// Activities that are charged the same, whatever the prices, as long as it is not decided who pays.
#[derive(Debug)]
struct Group {
    /// One of them.
    one: usize,
    /// What those of them are worth together of which any units may be taken, or all and none.
    curve: Curve,
}

impl<'c> Bounds<'c> {
    pub(super) fn new(call: &'c Call, cases: Vec<&'c RuleCase>, cuts: &[Cut]) -> Self {
        let shape = Shape::of(call, cases.clone());
        Self::shaped(call, cases, cuts, &shape)
    }

    /// The same, where the shape is known.
    pub(super) fn shaped(call: &'c Call, cases: Vec<&'c RuleCase>, cuts: &[Cut], shape: &Shape) -> Self {
        let best = Best { call, most: Arc::clone(&shape.most), ways: Arc::clone(&shape.ways) };
        let (counting, owning) = (Arc::clone(&shape.counting), Arc::clone(&shape.owning));
        let by = Chargers { call, cases, counting, owning };
        let unit = call.unit().rational();
        // One fund alone pays all grants.
        let grain = (call.draft().funds.len() == 1).then(|| call.grain(0..call.claims().len()));
        let funds = call.draft().funds.iter().map(|fund| match grain {
            Some(grain) => Rational::from(fund.amount.whole_units(grain)) * grain.rational(),
            None => fund.amount.rational(),
        });
        let funds: Vec<Rational> = funds.collect();
        let limits: Vec<Rational> = by.cases.iter().map(|case| reached(call, case)).collect();
        let of = Limits { call, best: &best, cases: &by.cases, funds: &funds, reached: &limits };
        let cuts = cuts.iter().map(|cut| of.holding(cut)).collect();
        Self { call, unit, best, by, groups: Arc::clone(&shape.groups), funds, limits, cuts }
    }

    /// A cut as far as it follows.
    #[cfg(test)]
    pub(super) fn holding(&self, cut: usize) -> Option<&Holding> {
        self.cuts[cut].as_ref()
    }

    /// Everything is free.
    pub(super) fn free(&self) -> Multipliers {
        Multipliers { cases: vec![Rational::ZERO; self.by.cases.len()], ..Multipliers::none(self.call) }
    }

    /// What these prices say of what the grants of the activities are worth; `None` when they are of another call.
    pub(super) fn priced<'p>(&'p self, prices: &'p Multipliers, worth: Worth<'p>) -> Option<Priced<'p>> {
        let prices = Prices::of(self.call, &self.by.cases, self.cuts.len(), prices)?;
        let mut priced = Priced {
            bounds: self,
            of_granted: prices.of_granted(&self.by.cases),
            entries: prices.entries(self.call, &self.cuts),
            prices,
            worth,
            charges: Vec::with_capacity(self.groups.all.len()),
            undecided: None,
        };
        for group in &self.groups.all {
            let charges = priced.charges(group.one, Made::NOTHING);
            priced.charges.push(charges.into_iter().flatten().flatten().min());
        }
        priced.undecided = priced.of_undecided();
        Some(priced)
    }
}

impl Groups {
    fn of(best: &Best, by: &Chargers, count: usize) -> Self {
        let mut places: HashMap<Charger, usize> = HashMap::new();
        let mut all: Vec<(usize, Vec<Slice>)> = Vec::new();
        let mut of = Vec::with_capacity(count);
        let mut is_on_curve = vec![false; count];
        for (a, is_on_curve) in is_on_curve.iter_mut().enumerate() {
            let place = by.of(a).map(|charger| *places.entry(charger).or_insert(all.len()));
            of.push(place);
            let Some(place) = place else { continue };
            if place == all.len() {
                all.push((a, Vec::new()));
            }
            *is_on_curve = best.slices(a, &mut all[place].1);
        }
        let all = all.into_iter().map(|(one, slices)| Group { one, curve: Curve::of(slices) }).collect();
        Self { all, of, is_on_curve }
    }
}

/// What a case lets through, where that is fixed beforehand.
fn reached(call: &Call, case: &RuleCase) -> Rational {
    let CaseLimit::Fixed(limit) = &case.limit else { return Rational::ZERO };
    if !case.counts_grants() {
        return limit.clone();
    }
    let grain = call.grain(case.activities.iter().copied());
    let grains = match case.kind {
        Kind::AtMost => whole_units(limit, grain),
        Kind::AtLeast => covering_units(limit, grain),
    };
    Rational::from(grains) * grain.rational()
}

/// What prices say of a call.
pub(super) struct Priced<'p> {
    bounds: &'p Bounds<'p>,
    prices: Prices<'p>,
    worth: Worth<'p>,
    of_granted: Rational,
    entries: BTreeMap<Node, Rational>,
    /// What a unit of every group is charged; `None` where nobody may pay for it.
    charges: Vec<Option<Rational>>,
    /// The bound where nothing is decided.
    undecided: Option<Rational>,
}

impl Priced<'_> {
    /// The bound where nothing is decided; `None` where there is nothing.
    pub(super) fn undecided(&self) -> Option<&Rational> {
        self.undecided.as_ref()
    }

    /// The bound for what is left when these choices are made; `None` where nothing is.
    pub(super) fn at(&self, decided: &Decided) -> Option<Rational> {
        let steps = decided.by_activity();
        steps.fold(self.undecided.clone(), |total, (a, made)| self.after(total?, a, Made::NOTHING, made))
    }

    /// The bound once these choices are made of an activity, from that with those before; `None` where nothing is left.
    pub(super) fn after(&self, bound: Rational, a: usize, before: Made, now: Made) -> Option<Rational> {
        if a >= self.bounds.groups.of.len() {
            return Some(bound);
        }
        Some(bound + self.best(a, now)? - self.best(a, before)?)
    }

    fn of_undecided(&self) -> Option<Rational> {
        let mut total = self.limits();
        let is_on_curve = |a: usize| self.bounds.groups.is_on_curve[a] && !matches!(self.worth, Worth::Each(_));
        for a in (0..self.bounds.groups.of.len()).filter(|&a| !is_on_curve(a)) {
            total += &self.best(a, Made::NOTHING)?;
        }
        for (group, charge) in self.bounds.groups.all.iter().zip(&self.charges) {
            match (charge, self.worth) {
                (Some(charge), Worth::Value) => total += &group.curve.net(charge),
                (Some(charge), Worth::Nothing) => total += &group.curve.earned(charge),
                (None, _) | (_, Worth::Each(_)) => {}
            }
        }
        // Curves know nothing of what it costs that an activity is granted at all.
        for node in self.entries.keys().filter(|node| is_on_curve(node.activity())) {
            let with = self.best(node.activity(), Made::NOTHING)?;
            total += &(with - self.best_by(node.activity(), Made::NOTHING, &BTreeMap::new())?);
        }
        Some(total)
    }

    /// `Σ price·limit` over all that is fixed beforehand.
    fn limits(&self) -> Rational {
        let (prices, bounds) = (&self.prices, self.bounds);
        let of_funds = prices.funds.iter().zip(&bounds.funds);
        let priced = of_funds.chain(prices.cases.iter().zip(&bounds.limits));
        let total = priced.fold(Rational::ZERO, |sum, (price, limit)| sum.plus_product(price, limit));
        let cuts = prices.priced_cuts(&bounds.cuts);
        let total = cuts.fold(total, |sum, (price, cut)| sum.plus_product(price, &cut.most));
        let links = prices.links.iter().zip(bounds.call.links());
        links.filter(|(_, link)| link.kind == LinkKind::Excludes).fold(total, |sum, (price, _)| sum + price)
    }

    /// The most that an activity can be worth when these choices are made; `None` when it cannot get what is decided.
    fn best(&self, a: usize, made: Made) -> Option<Rational> {
        self.best_by(a, made, &self.entries)
    }

    fn best_by(&self, a: usize, made: Made, entries: &BTreeMap<Node, Rational>) -> Option<Rational> {
        let best =
            |charges: &[Option<Rational>]| self.bounds.best.of(a, &Asked { charges, entries, made, worth: self.worth });
        match self.bounds.groups.of[a].filter(|_| !made.has_funds()) {
            Some(group) => best(slice::from_ref(&self.charges[group])),
            None => self.charges(a, made).iter().filter_map(|charges| best(charges)).max(),
        }
    }

    /// What a unit of every item is charged, one list for each set of funds that may pay.
    fn charges(&self, a: usize, made: Made) -> Vec<Vec<Option<Rational>>> {
        let mut charges = self.bounds.by.charges(&self.prices, a, made);
        for charge in charges.iter_mut().flatten().flatten() {
            *charge = (&*charge - &self.of_granted) * &self.bounds.unit;
        }
        charges
    }
}
