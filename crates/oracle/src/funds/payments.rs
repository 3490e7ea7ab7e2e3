//! What funds with conditions can pay, found by trying all payments on a grid.
//!
//! Reads the draft alone, and shares no code with the library but its types for data. Money is counted in hundredths. What
//! is found on the grid can be done; finer payments could do more, so that the best on the grid is never too much.

use std::collections::HashMap;

use fordela::call::draft::{Activity, Fund, Funding, Unspent};
use fordela::call::{CallDraft, Limit};
use fordela::{Grant, Rational};

use crate::funds::reading::{Limited, Thing, limits, things, whole};
use crate::oracle::{amounts, common_measure, common_scale, hundredths, value};

/// What every fund pays of every line, or of the activity as a whole where it has no lines.
pub type Cells = Vec<Vec<i64>>;

/// What an activity is granted and who pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    pub amount: i64,
    pub lines: Vec<bool>,
    pub cells: Cells,
}

/// A condition that is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Breach {
    /// The activity cannot get this amount.
    Amount(usize),
    /// The funds do not pay what is granted, or less than nothing.
    Sum(usize),
    /// A line gets more than it costs, or what is granted whole is not paid whole.
    Line(usize),
    /// A fund pays for what it may not pay for.
    Barred(usize, usize),
    /// A fund carries less or more of an activity than it may.
    Part(usize, usize),
    /// Two funds pay for an activity together that may not.
    Together(usize, usize, usize),
    /// A fund pays more than it holds.
    Overspent(usize),
    /// A cap or floor is not kept.
    Limit(usize),
}

/// What is counted first, then what is counted second; more is better.
pub type Aim = (i128, i128);

/// Sums by fund and by limit, and the best aim with them.
type States = HashMap<Vec<i64>, Aim>;

/// A call, made ready for trying all payments.
pub struct Payments<'d> {
    draft: &'d CallDraft,
    funds: Vec<i64>,
    things: Vec<Vec<Thing>>,
    limits: Vec<Limited>,
    step: i64,
}

/// The grid: everything that is written is on it, and half kronor where parts may ask for them.
fn step(draft: &CallDraft) -> i64 {
    let fixed = |limit: Option<Limit>| match limit {
        Some(Limit::Money(money)) => hundredths(money),
        Some(Limit::Percent(..)) => 50,
        None => 0,
    };
    let of_fund = |fund: &Fund| {
        let half = if fund.min_part.is_some() || fund.max_part.is_some() { 50 } else { 0 };
        [hundredths(fund.amount), half]
    };
    let rules = draft.rules.iter().flat_map(|rule| [fixed(rule.at_least), fixed(rule.at_most)]);
    let lines = draft.activities.iter().flat_map(|activity| &activity.lines).map(|line| hundredths(line.cost));
    let all = draft.funds.iter().flat_map(of_fund).chain(rules).chain(lines);
    all.fold(hundredths(draft.unit), common_measure)
}

impl<'d> Payments<'d> {
    pub fn new(draft: &'d CallDraft) -> Self {
        let things: Vec<Vec<Thing>> = draft.activities.iter().map(|activity| things(draft, activity)).collect();
        let limits = limits(draft, &things);
        let funds = draft.funds.iter().map(|fund| hundredths(fund.amount)).collect();
        Self { draft, funds, things, limits, step: step(draft) }
    }

    /// A grant as it is told. Where it is not told by line, all lines have the same payers, and take their money in turn.
    pub fn granted(&self, a: usize, grant: &Grant) -> Granted {
        let mut cells = vec![vec![0; self.funds.len()]; self.things[a].len()];
        if grant.by_line.is_empty() {
            let mut room: Vec<i64> = self.things[a].iter().map(|thing| thing.cost).collect();
            for (fund, amount) in &grant.by_fund {
                let mut left = hundredths(*amount);
                for (cells, room) in cells.iter_mut().zip(&mut room) {
                    let paid = left.min(*room);
                    cells[*fund] += paid;
                    (left, *room) = (left - paid, *room - paid);
                }
                cells[0][*fund] += left;
            }
        }
        for paid in &grant.by_line {
            cells[paid.line][paid.fund] += hundredths(paid.amount);
        }
        Granted { amount: hundredths(grant.amount), lines: grant.lines.clone(), cells }
    }

    /// All that is broken.
    pub fn breaches(&self, grants: &[Granted]) -> Vec<Breach> {
        let mut found = Vec::new();
        let mut sums = vec![0; self.funds.len() + self.limits.len()];
        for (a, granted) in grants.iter().enumerate() {
            self.of_activity(a, granted, &mut found);
            add(&mut sums, &self.sums(a, granted.amount, &granted.cells));
        }
        found.extend((0..self.funds.len()).filter(|&f| sums[f] > self.funds[f]).map(Breach::Overspent));
        let (_, limits) = sums.split_at(self.funds.len());
        found.extend((0..limits.len()).filter(|&l| !self.keeps(l, limits[l])).map(Breach::Limit));
        found
    }

    fn of_activity(&self, a: usize, granted: &Granted, found: &mut Vec<Breach>) {
        let activity = &self.draft.activities[a];
        if !amounts(hundredths(self.draft.unit), activity).contains(&(granted.amount, granted.lines.clone())) {
            found.push(Breach::Amount(a));
        }
        let all = || granted.cells.iter().flatten();
        if all().sum::<i64>() != granted.amount || all().any(|paid| *paid < 0) {
            found.push(Breach::Sum(a));
        }
        for (l, (thing, paid)) in self.things[a].iter().zip(&granted.cells).enumerate() {
            let sum = paid.iter().sum::<i64>();
            if !may_sum_to(activity, &granted.lines, l, thing.cost, sum) {
                found.push(Breach::Line(a));
            }
            let barred = (0..paid.len()).filter(|&f| paid[f] != 0 && !thing.may_pay[f]);
            found.extend(barred.map(|f| Breach::Barred(a, f)));
        }
        found.extend(self.of_parts(a, granted.amount, &by_fund(&granted.cells, self.funds.len())));
    }

    /// What is broken of parts, and of who may not pay beside whom.
    fn of_parts(&self, a: usize, amount: i64, paid: &[i64]) -> Vec<Breach> {
        let mut found = Vec::new();
        for (f, fund) in self.draft.funds.iter().enumerate().filter(|(f, _)| paid[*f] > 0) {
            let too_little = fund.min_part.is_some_and(|part| paid[f] * 100 < whole(part) * amount);
            let too_much = fund.max_part.is_some_and(|part| paid[f] * 100 > whole(part) * amount);
            if too_little || too_much {
                found.push(Breach::Part(a, f));
            }
            let beside = |g: &usize| paid[*g] > 0 && fund.not_with.contains(&self.draft.funds[*g].id);
            found.extend((0..paid.len()).filter(beside).map(|g| Breach::Together(a, f, g)));
        }
        found
    }

    fn keeps(&self, limit: usize, sum: i64) -> bool {
        let limit = &self.limits[limit];
        if limit.is_floor { sum >= limit.fixed } else { sum <= limit.fixed }
    }

    /// What payments add to the sums by fund, and to those of the limits.
    fn sums(&self, a: usize, amount: i64, cells: &Cells) -> Vec<i64> {
        let mut sums = by_fund(cells, self.funds.len());
        for limit in &self.limits {
            let each = cells.iter().zip(&limit.counted[a]).flat_map(|(paid, counted)| paid.iter().zip(counted));
            let counted: i64 = each.filter(|(_, counts)| **counts).map(|(paid, _)| *paid).sum();
            sums.push(limit.scale * counted - limit.part[a] * amount);
        }
        sums
    }

    /// The most value of all grants and payments on the grid.
    pub fn best(&self) -> Option<Rational> {
        let unit = hundredths(self.draft.unit);
        let grants = self.draft.activities.iter().map(|activity| amounts(unit, activity));
        let grants: Vec<Vec<(i64, Vec<bool>)>> = grants.collect();
        let worth = |a: usize, amount: i64| value(self.draft, &self.draft.activities[a], amount);
        let values = grants.iter().enumerate().flat_map(|(a, all)| all.iter().map(move |(n, _)| worth(a, *n)));
        let scale = Rational::from(common_scale(&values.collect::<Vec<_>>()));
        let aim =
            |a: usize, amount: i64, _: &Cells| ((worth(a, amount) * &scale).to_i128().expect("a whole number"), 0);
        let (best, _) = self.best_of(&grants, &aim)?;
        Some(Rational::from(best) / scale)
    }

    /// Of all payments of the same grants on the grid: the most money that is to be spent first, then the most that is
    /// expected to be spent of what would be repaid. The least of both where `least` is asked for.
    pub fn most_preferred(&self, grants: &[Granted], least: bool) -> Option<Aim> {
        let grants: Vec<_> = grants.iter().map(|granted| vec![(granted.amount, granted.lines.clone())]).collect();
        let sign = if least { -1 } else { 1 };
        let aim = |a: usize, _: i64, cells: &Cells| {
            let (first, spent) = self.preference(a, cells);
            (sign * first, sign * spent)
        };
        self.best_of(&grants, &aim).map(|(first, spent)| (sign * first, sign * spent))
    }

    /// What is counted of the payments of an activity; what is expected to be spent in half percents.
    pub fn preference(&self, a: usize, cells: &Cells) -> Aim {
        let rate = self.draft.activities[a].spend_rate.map_or(200, |rate| whole(rate.least()) + whole(rate.most()));
        let paid = by_fund(cells, self.funds.len());
        let of = |is_counted: &dyn Fn(&Fund) -> bool| -> i128 {
            let counted = self.draft.funds.iter().zip(&paid).filter(|(fund, _)| is_counted(fund));
            counted.map(|(_, paid)| i128::from(*paid)).sum()
        };
        (of(&|fund| fund.spend_first), of(&|fund| fund.unspent == Some(Unspent::Repay)) * i128::from(rate))
    }

    /// Whether all payments are on the grid.
    pub fn is_on_grid(&self, grants: &[Granted]) -> bool {
        grants.iter().flat_map(|granted| granted.cells.iter().flatten()).all(|paid| paid % self.step == 0)
    }

    /// The least that all payments on the grid of all grants lack of caps and floors in all, in hundredths.
    pub fn least_lacking(&self) -> Rational {
        let unit = hundredths(self.draft.unit);
        let grants: Vec<_> = self.draft.activities.iter().map(|activity| amounts(unit, activity)).collect();
        let lack = |l: usize, sum: i64| {
            let limit = &self.limits[l];
            let over = if limit.is_floor { limit.fixed - sum } else { sum - limit.fixed };
            Rational::new(i128::from(over.max(0)), i128::from(limit.scale)).expect("a scale")
        };
        let all = |sums: &Vec<i64>| (0..self.limits.len()).map(|l| lack(l, sums[self.funds.len() + l])).sum();
        self.states_of(&grants, &|_, _, _| (0, 0)).keys().map(all).min().expect("nothing can be granted to all")
    }

    /// The best aim of all payments on the grid of one of these grants for every activity.
    fn best_of(&self, grants: &[Vec<(i64, Vec<bool>)>], aim: &dyn Fn(usize, i64, &Cells) -> Aim) -> Option<Aim> {
        let keeps = |sums: &[i64]| (0..self.limits.len()).all(|l| self.keeps(l, sums[self.funds.len() + l]));
        self.states_of(grants, aim).into_iter().filter(|(sums, _)| keeps(sums)).map(|(_, aim)| aim).max()
    }

    /// The sums by fund and by limit of all payments on the grid that the funds hold, with the best aim of each.
    fn states_of(&self, grants: &[Vec<(i64, Vec<bool>)>], aim: &dyn Fn(usize, i64, &Cells) -> Aim) -> States {
        let mut states = States::from([(vec![0; self.funds.len() + self.limits.len()], (0, 0))]);
        for (a, grants) in grants.iter().enumerate() {
            let mut own = States::new();
            for (amount, lines) in grants {
                self.every_payment(a, *amount, lines, &mut |cells| {
                    keep(&mut own, self.sums(a, *amount, cells), aim(a, *amount, cells));
                });
            }
            let mut next = States::new();
            for (state, (first, second)) in &states {
                for (more, (first_more, second_more)) in &own {
                    let mut sums = state.clone();
                    add(&mut sums, more);
                    if sums.iter().zip(&self.funds).all(|(paid, held)| paid <= held) {
                        keep(&mut next, sums, (first + first_more, second + second_more));
                    }
                }
            }
            states = next;
        }
        states
    }

    /// Calls `see` with all payments on the grid of a grant that keep the conditions of its funds.
    fn every_payment(&self, a: usize, amount: i64, lines: &[bool], see: &mut dyn FnMut(&Cells)) {
        let mut ways: Vec<(i64, Cells)> = vec![(0, Vec::new())];
        for (l, thing) in self.things[a].iter().enumerate() {
            let fits = |sum: &i64| may_sum_to(&self.draft.activities[a], lines, l, thing.cost, *sum);
            let sums = (0..=thing.cost / self.step).map(|n| n * self.step).filter(fits);
            let splits: Vec<(i64, Vec<i64>)> =
                sums.flat_map(|sum| self.splits(thing, sum).into_iter().map(move |split| (sum, split))).collect();
            let mut next = Vec::new();
            for (paid, cells) in &ways {
                for (sum, split) in splits.iter().filter(|(sum, _)| paid + sum <= amount) {
                    next.push((paid + sum, [cells.clone(), vec![split.clone()]].concat()));
                }
            }
            ways = next;
        }
        for (_, cells) in ways.iter().filter(|(paid, _)| *paid == amount) {
            if self.of_parts(a, amount, &by_fund(cells, self.funds.len())).is_empty() {
                see(cells);
            }
        }
    }

    /// Every way in which the funds that may pay can pay a sum.
    fn splits(&self, thing: &Thing, sum: i64) -> Vec<Vec<i64>> {
        let mut ways: Vec<Vec<i64>> = vec![Vec::new()];
        for (held, may_pay) in self.funds.iter().zip(&thing.may_pay) {
            let most = if *may_pay { *held } else { 0 };
            let longer = |way: Vec<i64>| {
                let left = sum - way.iter().sum::<i64>();
                (0..=left.min(most) / self.step).map(move |n| [way.clone(), vec![n * self.step]].concat())
            };
            ways = ways.into_iter().flat_map(longer).collect();
        }
        ways.retain(|way| way.iter().sum::<i64>() == sum);
        ways
    }
}

/// Whether a line, or an activity as a whole, can be paid this much.
fn may_sum_to(activity: &Activity, lines: &[bool], line: usize, cost: i64, sum: i64) -> bool {
    if activity.funding == Funding::Lines {
        return sum == if lines.get(line) == Some(&true) { cost } else { 0 };
    }
    (0..=cost).contains(&sum)
}

pub fn by_fund(cells: &Cells, funds: usize) -> Vec<i64> {
    let mut paid = vec![0; funds];
    cells.iter().for_each(|cells| add(&mut paid, cells));
    paid
}

fn add(sums: &mut [i64], more: &[i64]) {
    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}

fn keep(states: &mut States, sums: Vec<i64>, aim: Aim) {
    let best = states.entry(sums).or_insert(aim);
    *best = aim.max(*best);
}
