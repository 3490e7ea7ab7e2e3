//! The most that one activity can be worth after what it is charged.

use std::collections::BTreeMap;
use std::sync::Arc;

use fordela_model::Call;
use fordela_model::call::draft::{Activity, Funding};
use fordela_model::call::{Item, Node};
use fordela_model::prices::Choice;
use fordela_num::Rational;

use super::curve::Slice;
use super::decided::Made;
use super::priced::Worth;

/// What an activity is charged, and what has been decided of it.
pub(super) struct Asked<'a> {
    /// What every unit of every item is charged; `None` where nobody may pay for it.
    pub(super) charges: &'a [Option<Rational>],
    /// What it costs that a node is granted at all.
    pub(super) entries: &'a BTreeMap<Node, Rational>,
    pub(super) made: Made<'a>,
    /// What grants are worth.
    pub(super) worth: Worth<'a>,
}

impl Asked<'_> {
    pub(super) fn entry(&self, node: Node) -> Rational {
        self.entries.get(&node).cloned().unwrap_or(Rational::ZERO)
    }
}

/// What the activities of a call can get.
pub(super) struct Best<'c> {
    pub(super) call: &'c Call,
    pub(super) most: Arc<[i128]>,
    pub(super) ways: Arc<[Way]>,
}

/// What an activity can get, of what its funds may pay for.
#[derive(Debug)]
pub(super) enum Way {
    /// Nothing, or any units from so many on.
    Units { least: i128 },
    /// Nothing or this; `None` where that is nothing, or too much.
    Whole(Option<Amount>),
    /// Nothing or one of these; `None` where one is too much.
    Levels(Vec<Option<Amount>>),
    /// Some lines.
    Lines,
}

/// So many units, and what they are worth.
#[derive(Debug)]
pub(super) struct Amount {
    units: i128,
    value: Rational,
}

impl<'c> Best<'c> {
    pub(super) fn new(call: &'c Call) -> Self {
        let most = call.capped_units();
        let activities = call.draft().activities.iter().zip(&most).enumerate();
        let ways = activities.map(|(a, (activity, most))| Way::of(call, a, activity, *most)).collect();
        Self { call, ways, most: most.into() }
    }

    /// The units that an activity gets at least if it gets any; the largest number there is where it can get none.
    pub(super) fn least(&self, a: usize) -> i128 {
        match &self.ways[a] {
            Way::Units { least } => *least,
            Way::Whole(amount) => amount.as_ref().map_or(i128::MAX, |amount| amount.units),
            Way::Levels(_) | Way::Lines => 0,
        }
    }

    /// The units of an activity that gets all of its ask or nothing.
    pub(super) fn whole(&self, a: usize) -> Option<i128> {
        matches!(self.ways[a], Way::Whole(_)).then(|| self.call.ask_units(a))
    }

    /// Adds what an activity can get that is charged the same for every unit, where it may take any of it, or it is one
    /// amount: those slices of it are taken that are worth more than their charge. False where there is more to it.
    pub(super) fn slices(&self, a: usize, to: &mut Vec<Slice>) -> bool {
        match &self.ways[a] {
            Way::Units { least: 0 } => {
                let mut left = self.most[a];
                for piece in self.call.pieces(a) {
                    let width = piece.width.min(left);
                    left -= width;
                    let units = Rational::from(width);
                    to.push(Slice { each: piece.value.clone(), value: &piece.value * &units, units });
                }
            }
            Way::Whole(amount) => to.extend(amount.as_ref().map(|amount| {
                let (units, value) = (Rational::from(amount.units), amount.value.clone());
                Slice { each: &value / &units, units, value }
            })),
            _ => return false,
        }
        true
    }

    /// The most an activity can be worth; `None` when it cannot get what is decided.
    pub(super) fn of(&self, a: usize, asked: &Asked) -> Option<Rational> {
        let chosen = asked.made.is_taken(Choice::Activity(a));
        let entry = asked.entry(Node::Activity(a));
        let mut must = chosen == Some(true);
        let granted = match &self.ways[a] {
            Way::Lines => return self.of_lines(a, asked),
            Way::Units { least: 0 } if entry.is_zero() && chosen.is_none() => return self.between(a, 0, asked),
            Way::Units { least } => self.between(a, (*least).max(1), asked),
            Way::Whole(amount) => amount.as_ref().and_then(|amount| self.net(a, amount, asked)),
            Way::Levels(levels) => {
                let is_taken = |level: usize| asked.made.is_taken(Choice::Level(a, level));
                let taken = (0..levels.len()).filter(|&level| is_taken(level) == Some(true)).count();
                must |= taken > 0;
                let may = |level: usize| match is_taken(level) {
                    Some(is_taken) => is_taken && taken == 1,
                    None => taken == 0,
                };
                let levels = levels.iter().enumerate().filter(|(level, _)| may(*level));
                levels.filter_map(|(_, amount)| self.net(a, amount.as_ref()?, asked)).max()
            }
        };
        let granted = granted.filter(|_| chosen != Some(false)).map(|worth| worth - &entry);
        if must { granted } else { Some(granted.map_or(Rational::ZERO, |worth| worth.max(Rational::ZERO))) }
    }

    /// The value of an amount after the charge for it; `None` where nobody may pay for so much.
    fn net(&self, a: usize, amount: &Amount, asked: &Asked) -> Option<Rational> {
        let units = Rational::from(amount.units);
        let worth = asked.worth.of(a, &units, || amount.value.clone());
        if amount.units == 0 {
            return Some(worth);
        }
        if let [charge] = asked.charges {
            return charge.as_ref().map(|charge| worth.plus_product(&units, &-charge));
        }
        let (mut net, mut left) = (worth, units);
        for step in self.steps(a, asked) {
            let taken = left.clone().min(step.units);
            net = net.plus_product(&taken, &-step.each);
            left -= &taken;
        }
        left.is_zero().then_some(net)
    }

    /// What an activity's units are charged: so many at most at each charge, the cheapest first.
    fn steps(&self, a: usize, asked: &Asked) -> Vec<Charged> {
        let unit = self.call.unit().rational();
        let items = self.call.claims()[a].items().iter().zip(asked.charges);
        let step = |(item, charge): (&Item, &Option<Rational>)| {
            Some(Charged { each: charge.clone()?, units: item.cost.rational() / &unit })
        };
        let mut steps: Vec<Charged> = items.filter_map(step).collect();
        steps.sort();
        steps
    }

    /// The best number of units from the least on; `None` where nobody may pay for so many.
    fn between(&self, a: usize, least: i128, asked: &Asked) -> Option<Rational> {
        (least <= self.most[a]).then(|| self.walk(a, 0, least, self.most[a], self.steps(a, asked), asked)).flatten()
    }

    /// The most that units from one number on can be worth after their charge, up to at most another, where those up to
    /// the least between them must be taken. The value of a unit falls and its charge rises, so that units are taken until
    /// they meet.
    pub(super) fn walk(
        &self,
        a: usize,
        from: i128,
        least: i128,
        most: i128,
        steps: Vec<Charged>,
        asked: &Asked,
    ) -> Option<Rational> {
        let (mut at, least, most) = (Rational::from(from), Rational::from(least), Rational::from(most));
        let mut steps = steps.into_iter();
        let Some(mut step) = steps.next() else { return (at >= least).then_some(Rational::ZERO) };
        let mut sum = Rational::ZERO;
        let mut end = Rational::ZERO;
        for piece in self.call.pieces(a) {
            end += &Rational::from(piece.width);
            let value = asked.worth.of(a, &Rational::ONE, || piece.value.clone());
            while at < end && at < most {
                while step.units.is_zero() {
                    let Some(next) = steps.next() else { return (at >= least).then_some(sum) };
                    step = next;
                }
                let gain = &value - &step.each;
                let is_wanted = gain.is_positive();
                if !is_wanted && at >= least {
                    return Some(sum);
                }
                let to = if is_wanted { &most } else { &least };
                let width = (to.min(&end) - &at).min(step.units.clone());
                sum = sum.plus_product(&gain, &width);
                step.units -= &width;
                at += &width;
            }
        }
        (at >= least).then_some(sum)
    }
}

impl Way {
    fn of(call: &Call, a: usize, activity: &Activity, most: i128) -> Self {
        let amount = |units: i128| (units <= most).then(|| Amount { units, value: call.value_of_units(a, units) });
        match activity.funding {
            Funding::Partial if activity.min_share.is_none() => Self::Units { least: 0 },
            Funding::Partial => Self::Units { least: call.threshold_units(a) },
            Funding::Whole => Self::Whole(amount(call.ask_units(a)).filter(|amount| amount.units > 0)),
            Funding::Levels => {
                Self::Levels((0..activity.levels.len()).map(|level| amount(call.level_units(a, level))).collect())
            }
            Funding::Lines => Self::Lines,
        }
    }
}

/// Some units, and what each of them is charged.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Charged {
    pub(super) each: Rational,
    pub(super) units: Rational,
}
