//! The most that one activity can be worth after what it is charged.

use std::collections::BTreeMap;

use fordela_model::call::draft::Funding;
use fordela_model::call::{Item, Node};
use fordela_model::prices::Choice;
use fordela_model::{Call, Piece};
use fordela_num::{Money, Rational};

/// Up to this many undecided lines, all sets of them are tried; beyond it, parts of lines are allowed.
const MOST_LINES_TRIED: usize = 12;

/// What an activity is charged, and what has been decided of it.
pub(super) struct Asked<'a> {
    /// What every unit of every item is charged; `None` where nobody may pay for it.
    pub(super) charge: Vec<Option<Rational>>,
    /// What it costs that a node is granted at all.
    pub(super) entries: &'a BTreeMap<Node, Rational>,
    pub(super) decided: &'a BTreeMap<Choice, bool>,
    /// What grants are worth.
    pub(super) worth: &'a Worth,
}

/// What grants are worth.
#[derive(Debug, Clone)]
pub(in crate::bound) enum Worth {
    /// What the call says: the priority, falling along the ask.
    Value,
    /// This much, every unit of them.
    Each(Rational),
}

impl Asked<'_> {
    fn entry(&self, node: Node) -> Rational {
        self.entries.get(&node).cloned().unwrap_or(Rational::ZERO)
    }

    fn is_taken(&self, choice: Choice) -> Option<bool> {
        self.decided.get(&choice).copied()
    }
}

/// What the activities of a call can get.
pub(super) struct Best<'c> {
    call: &'c Call,
    pub(super) pieces: Vec<Vec<Piece>>,
    most: Vec<i128>,
}

impl<'c> Best<'c> {
    pub(super) fn new(call: &'c Call) -> Self {
        Self {
            call,
            pieces: (0..call.claims().len()).map(|a| call.pieces(a).to_vec()).collect(),
            most: call.capped_units(),
        }
    }

    /// The most an activity can be worth; `None` when it cannot get what is decided.
    pub(super) fn of(&self, a: usize, asked: &Asked) -> Option<Rational> {
        let activity = &self.call.draft().activities[a];
        if activity.funding == Funding::Lines {
            return self.of_lines(a, asked);
        }
        let chosen = asked.is_taken(Choice::Activity(a));
        let entry = asked.entry(Node::Activity(a));
        if activity.funding == Funding::Partial && activity.min_share.is_none() && entry.is_zero() && chosen.is_none() {
            return self.between(a, 0, self.most[a], asked);
        }
        let granted = match activity.funding {
            Funding::Partial => {
                let least = self.call.threshold_units(a);
                (least <= self.most[a]).then(|| self.between(a, least, self.most[a], asked)).flatten()
            }
            Funding::Whole => {
                let ask = self.call.ask_units(a);
                (ask <= self.most[a] && ask > 0).then(|| self.net(a, ask, asked)).flatten()
            }
            Funding::Levels => (0..activity.levels.len())
                .filter(|&level| self.may_take_level(a, level, asked))
                .filter_map(|level| self.net(a, self.call.level_units(a, level), asked))
                .max(),
            Funding::Lines => None,
        };
        let must = chosen == Some(true)
            || (0..activity.levels.len()).any(|level| asked.is_taken(Choice::Level(a, level)) == Some(true));
        let granted = granted.filter(|_| chosen != Some(false)).map(|worth| worth - &entry);
        if must { granted } else { Some(granted.map_or(Rational::ZERO, |worth| worth.max(Rational::ZERO))) }
    }

    fn may_take_level(&self, a: usize, level: usize, asked: &Asked) -> bool {
        let other = |l: usize| l != level && asked.is_taken(Choice::Level(a, l)) == Some(true);
        self.call.level_units(a, level) <= self.most[a]
            && asked.is_taken(Choice::Level(a, level)) != Some(false)
            && !(0..self.call.draft().activities[a].levels.len()).any(other)
    }

    fn worth(&self, a: usize, units: i128, asked: &Asked) -> Rational {
        match asked.worth {
            Worth::Value => self.call.value_of_units(a, units),
            Worth::Each(each) => each * &Rational::from(units),
        }
    }

    /// What an activity's units are charged: so many at most at each charge, the cheapest first.
    fn steps(&self, a: usize, asked: &Asked) -> Vec<Charged> {
        let items = self.call.claims()[a].items().iter().zip(&asked.charge);
        let in_units = |cost: Money| cost.rational() / self.call.unit().rational();
        let step = |(item, charge): (&Item, &Option<Rational>)| {
            Some(Charged { each: charge.clone()?, units: in_units(item.cost) })
        };
        let mut steps: Vec<Charged> = items.filter_map(step).collect();
        steps.sort();
        steps
    }

    /// The value of some units after the charge for them; `None` where nobody may pay for so many.
    fn net(&self, a: usize, units: i128, asked: &Asked) -> Option<Rational> {
        let mut left = Rational::from(units);
        let mut net = self.worth(a, units, asked);
        for step in self.steps(a, asked) {
            let taken = left.clone().min(step.units);
            net = net.plus_product(&taken, &-step.each);
            left -= &taken;
        }
        left.is_zero().then_some(net)
    }

    /// The best number of units between two; `None` where nobody may pay for the least.
    fn between(&self, a: usize, least: i128, most: i128, asked: &Asked) -> Option<Rational> {
        self.walk(a, 0, least, most, self.steps(a, asked), asked)
    }

    /// The most that units from one number on can be worth after their charge, up to at most another, where those up to
    /// the least must be taken. The value of a unit falls and its charge rises, so that units are taken until they meet.
    fn walk(
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
        for piece in &self.pieces[a] {
            end += &Rational::from(piece.width);
            let value = match asked.worth {
                Worth::Value => &piece.value,
                Worth::Each(each) => each,
            };
            while at < end && at < most {
                while step.units.is_zero() {
                    let Some(next) = steps.next() else { return (at >= least).then_some(sum) };
                    step = next;
                }
                let gain = value - &step.each;
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

    fn of_lines(&self, a: usize, asked: &Asked) -> Option<Rational> {
        if self.most[a] == 0 {
            return Some(Rational::ZERO);
        }
        let mut fixed = Lines::default();
        let mut open = Vec::new();
        for line in 0..self.call.draft().activities[a].lines.len() {
            let units = self.call.line_units(a, line);
            // What costs nothing needs nobody to pay.
            let each = self.line_charge(a, line, asked).or((units == 0).then_some(Rational::ZERO));
            let charge = each.map(|each| each * &Rational::from(units));
            let entry = asked.entry(Node::Line(a, line));
            match (asked.is_taken(Choice::Line(a, line)), charge) {
                (Some(true), Some(charge)) => fixed.add(units, &(entry + charge)),
                (Some(true), None) => return None,
                (Some(false), _) | (None, None) => {}
                (None, Some(charge)) => open.push((units, entry + charge)),
            }
        }
        if open.len() <= MOST_LINES_TRIED {
            self.best_set(a, &fixed, &open, asked)
        } else {
            Some(self.best_parts(a, &fixed, open, asked))
        }
    }

    /// What a unit of a line is charged.
    fn line_charge(&self, a: usize, line: usize, asked: &Asked) -> Option<Rational> {
        let items = self.call.claims()[a].items().iter().zip(&asked.charge);
        let mut of_line = items.filter(|(item, _)| item.line.is_none_or(|own| own == line));
        of_line.next().and_then(|(_, charge)| charge.clone())
    }

    /// The best set of lines.
    fn best_set(&self, a: usize, fixed: &Lines, open: &[(i128, Rational)], asked: &Asked) -> Option<Rational> {
        let mut best: Option<Rational> = None;
        for set in 0..1_u32 << open.len() {
            let mut lines = fixed.clone();
            for (_, (units, costs)) in open.iter().enumerate().filter(|(l, _)| set >> l & 1 == 1) {
                lines.add(*units, costs);
            }
            let is_granted = lines.units > 0;
            if asked.is_taken(Choice::Activity(a)).is_some_and(|taken| taken != is_granted) {
                continue;
            }
            let entry = if is_granted { asked.entry(Node::Activity(a)) } else { Rational::ZERO };
            let worth = self.worth(a, lines.units, asked) - &lines.costs - entry;
            best = best.into_iter().chain([worth]).max();
        }
        best
    }

    /// The best parts of lines: their price a unit rises, the value of a unit falls, until they meet. A
    /// bonus for money to any line is counted whether it is had or not.
    fn best_parts(&self, a: usize, fixed: &Lines, open: Vec<(i128, Rational)>, asked: &Asked) -> Rational {
        let mut best = self.worth(a, fixed.units, asked) - &fixed.costs;
        best -= &asked.entry(Node::Activity(a)).min(Rational::ZERO);
        let mut priced: Vec<Charged> = Vec::new();
        for (units, costs) in open {
            if units == 0 {
                best -= &costs.min(Rational::ZERO);
            } else {
                let units = Rational::from(units);
                priced.push(Charged { each: costs / &units, units });
            }
        }
        priced.sort();
        let most = self.call.ask_units(a);
        best + self.walk(a, fixed.units, fixed.units, most, priced, asked).unwrap_or(Rational::ZERO)
    }
}

/// Some units, and what each of them is charged.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Charged {
    each: Rational,
    units: Rational,
}

/// A set of lines.
#[derive(Clone, Default)]
struct Lines {
    units: i128,
    /// What they are charged, and what it costs that they are granted at all.
    costs: Rational,
}

impl Lines {
    fn add(&mut self, units: i128, costs: &Rational) {
        self.units += units;
        self.costs += costs;
    }
}
