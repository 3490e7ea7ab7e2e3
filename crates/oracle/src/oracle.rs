//! Every allocation of a small call, found by trying all grants in units.
//!
//! Reads the draft alone, and shares no code with the library but its types for data. Money is counted
//! in hundredths, whole; values are whole multiples of one small fraction.

use std::collections::BTreeSet;

use fordela::call::draft::{Activity, Each, Funding, Rule};
use fordela::call::{Base, CallDraft, Limit, Selection};
use fordela::{Money, Rational};
use rust_decimal::Decimal;

/// One possible grant of an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// In hundredths.
    pub amount: i64,
    pub lines: Vec<bool>,
    /// In the fraction that values are counted in.
    pub value: i128,
}

/// One cap or floor.
#[derive(Debug, Clone)]
pub struct Check {
    /// The rule, by its place in the draft.
    pub rule: usize,
    pub is_floor: bool,
    /// The activities and funds whose money is summed.
    pub members: Vec<(usize, Vec<usize>)>,
    /// The limit: a part, in `scale`ths, of what is granted, and a fixed sum in `scale`ths of hundredths.
    pub part: i128,
    pub fixed: i128,
    pub scale: i128,
}

/// What is said of two things that are granted or not.
#[derive(Debug, Clone)]
struct Link {
    from: (usize, Option<usize>),
    to: (usize, Option<usize>),
    requires: bool,
}

/// What is called with grants, and what every fund pays of every activity.
type See<'a> = dyn FnMut(&[&Choice], &[Vec<i64>]) + 'a;

/// A call, made ready for trying all its allocations.
pub struct Oracle {
    pub choices: Vec<Vec<Choice>>,
    pub checks: Vec<Check>,
    pub funds: Vec<i64>,
    /// What the funds pay is tried in multiples of this.
    pub step: i64,
    /// How many of the fractions that values are counted in make one.
    pub value_scale: i128,
    may_pay: Vec<Vec<bool>>,
    links: Vec<Link>,
}

/// Hundredths.
pub fn hundredths(money: Money) -> i64 {
    let whole = money.rational() * Rational::from(100_i64);
    assert!(whole.is_integer(), "{money} is no multiple of a hundredth");
    i64::try_from(whole.to_i128().expect("a small amount")).expect("a small amount")
}

pub fn exact(decimal: Decimal) -> Rational {
    let scale = (0..decimal.scale()).fold(1_i128, |scale, _| scale * 10);
    Rational::new(decimal.mantissa(), scale).expect("a scale is above zero")
}

pub fn ask(activity: &Activity) -> i64 {
    match activity.ask {
        Some(ask) => hundredths(ask),
        None => activity.lines.iter().map(|line| hundredths(line.cost)).sum(),
    }
}

pub fn priority(call: &CallDraft, activity: &Activity) -> Rational {
    let weights: Rational = call.criteria.iter().map(|c| exact(c.weight)).sum();
    let met = |c: &fordela::call::draft::Criterion| {
        activity.scores.get(&c.id).map(|score| exact(c.weight) * exact(*score) / exact(c.max))
    };
    call.criteria.iter().filter_map(met).sum::<Rational>() / weights
}

/// The value of a grant in hundredths: each of them in its tier.
pub fn value(call: &CallDraft, activity: &Activity, amount: i64) -> Rational {
    let (ask, grant) = (Rational::from(ask(activity)), Rational::from(amount));
    let mut counted = if call.objective.diminishing.is_empty() { grant.clone() } else { Rational::ZERO };
    let mut start = Rational::ZERO;
    for tier in &call.objective.diminishing {
        let end = &ask * &exact(tier.up_to.number()) / Rational::from(100_i64);
        let within = grant.clone().min(end.clone()).max(start.clone()) - &start;
        counted += &(within * exact(tier.factor));
        start = end;
    }
    priority(call, activity) * counted / Rational::from(100_i64)
}

/// The amounts and lines that an activity can get by itself.
pub fn amounts(unit: i64, activity: &Activity) -> Vec<(i64, Vec<bool>)> {
    let ask = ask(activity);
    let plain = |amount| (amount, Vec::new());
    match activity.funding {
        Funding::Partial => {
            let share = activity.min_share.map_or(Rational::ZERO, |share| exact(share.number()));
            let least = Rational::from(ask) * share / Rational::from(100_i64);
            let enough = |amount: &i64| *amount == 0 || Rational::from(*amount) >= least;
            (0..=ask / unit).map(|n| n * unit).filter(enough).map(plain).collect()
        }
        Funding::Whole => BTreeSet::from([0, ask]).into_iter().map(plain).collect(),
        Funding::Levels => {
            std::iter::once(0).chain(activity.levels.iter().map(|l| hundredths(*l))).map(plain).collect()
        }
        Funding::Lines => (0..1_u32 << activity.lines.len())
            .map(|set| {
                let lines: Vec<bool> = (0..activity.lines.len()).map(|l| set >> l & 1 == 1).collect();
                let costs = activity.lines.iter().zip(&lines).filter(|(_, granted)| **granted);
                (costs.map(|(line, _)| hundredths(line.cost)).sum(), lines)
            })
            .collect(),
    }
}

pub fn selects(selection: &Selection, activity: &Activity) -> bool {
    let hit = |wanted: &Vec<String>, has: &[&String]| wanted.is_empty() || has.iter().any(|h| wanted.contains(h));
    hit(&selection.applicant, &[&activity.applicant])
        && hit(&selection.activity, &[&activity.id])
        && hit(&selection.area, &activity.areas.iter().collect::<Vec<_>>())
        && hit(&selection.tag, &activity.tags.iter().collect::<Vec<_>>())
}

/// What a rule is repeated for, as selections.
pub fn variants(call: &CallDraft, rule: &Rule) -> Vec<Selection> {
    let all = |words: Vec<&String>, set: &dyn Fn(&mut Selection, String)| {
        let words: BTreeSet<&String> = words.into_iter().collect();
        let one = |word: &String| {
            let mut selection = rule.selection.clone();
            set(&mut selection, word.clone());
            selection
        };
        words.into_iter().map(one).collect::<Vec<_>>()
    };
    match rule.each {
        None => vec![rule.selection.clone()],
        Some(Each::Applicant) => all(call.applicants.iter().map(|a| &a.id).collect(), &|s, w| s.applicant = vec![w]),
        Some(Each::Area) => all(call.activities.iter().flat_map(|a| &a.areas).collect(), &|s, w| s.area = vec![w]),
        Some(Each::Tag) => all(call.activities.iter().flat_map(|a| &a.tags).collect(), &|s, w| s.tag = vec![w]),
        Some(Each::Activity) => all(call.activities.iter().map(|a| &a.id).collect(), &|s, w| s.activity = vec![w]),
        Some(Each::Fund) => all(call.funds.iter().map(|f| &f.id).collect(), &|s, w| s.fund = vec![w]),
    }
}

fn check(call: &CallDraft, rule: usize, selection: &Selection, is_floor: bool, limit: Limit) -> Check {
    let counted = |activity: &Activity| -> Vec<usize> {
        let counts = |f: &usize| selection.fund.is_empty() || selection.fund.contains(&call.funds[*f].id);
        (0..call.funds.len()).filter(counts).filter(|&f| selects(&call.funds[f].pays_for, activity)).collect()
    };
    let members: Vec<(usize, Vec<usize>)> = (0..call.activities.len())
        .filter(|&a| selects(selection, &call.activities[a]))
        .map(|a| (a, counted(&call.activities[a])))
        .filter(|(_, funds)| selection.fund.is_empty() || !funds.is_empty())
        .collect();
    let (mut part, mut fixed, mut scale) = (0, 0, 1);
    match limit {
        Limit::Money(money) => fixed = i128::from(hundredths(money)),
        Limit::Percent(percent, base) => {
            let number = percent.number();
            scale = (0..number.scale()).fold(100_i128, |scale, _| scale * 10);
            let asked: i64 = members.iter().map(|(a, _)| ask(&call.activities[*a])).sum();
            let budget: i64 = call.funds.iter().map(|f| hundredths(f.amount)).sum();
            match base {
                Base::Asked => fixed = number.mantissa() * i128::from(asked),
                Base::Budget => fixed = number.mantissa() * i128::from(budget),
                Base::Granted => part = number.mantissa(),
                Base::OwnGrant => unreachable!("calls on funds and lines have an oracle of their own"),
            }
        }
    }
    Check { rule, is_floor, members, part, fixed, scale }
}

fn checks(call: &CallDraft) -> Vec<Check> {
    let mut checks = Vec::new();
    for (r, rule) in call.rules.iter().enumerate() {
        for selection in variants(call, rule) {
            let floor = rule.at_least.map(|limit| (true, limit));
            for (is_floor, limit) in floor.into_iter().chain(rule.at_most.map(|limit| (false, limit))) {
                checks.push(check(call, r, &selection, is_floor, limit));
            }
        }
    }
    checks
}

impl Check {
    /// By how many `scale`ths of a hundredth the sum is on the wrong side of the limit.
    pub fn lacks(&self, cells: &[Vec<i64>], granted: i64) -> i128 {
        let paid = |(a, funds): &(usize, Vec<usize>)| funds.iter().map(|&f| cells[*a][f]).sum::<i64>();
        let sum: i64 = self.members.iter().map(paid).sum();
        let over = i128::from(sum) * self.scale - self.fixed - self.part * i128::from(granted);
        if self.is_floor { -over } else { over }
    }
}

fn links(call: &CallDraft) -> Vec<Link> {
    let place = |id: &str| call.activities.iter().position(|activity| activity.id == id).expect("a known activity");
    let line = |a: usize, id: &str| call.activities[a].lines.iter().position(|line| line.id == id);
    let mut links = Vec::new();
    let mut add = |from: (usize, Option<usize>), words: &[String], requires: bool| {
        for word in words {
            let to = match (word.split_once('/'), from.1.and_then(|_| line(from.0, word))) {
                (Some((other, word)), _) => (place(other), line(place(other), word)),
                (None, Some(l)) => (from.0, Some(l)),
                (None, None) => (place(word), None),
            };
            links.push(Link { from, to, requires });
        }
    };
    for (a, activity) in call.activities.iter().enumerate() {
        add((a, None), &activity.requires, true);
        add((a, None), &activity.excludes, false);
        for (l, line) in activity.lines.iter().enumerate() {
            add((a, Some(l)), &line.requires, true);
            add((a, Some(l)), &line.excludes, false);
        }
    }
    links
}

pub fn common_measure(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { common_measure(other, one % other) }
}

/// The smallest number that makes all these whole.
pub fn common_scale(values: &[Rational]) -> i128 {
    let mut scale = 1_i128;
    for value in values {
        // At most the product of a few small denominators, so it is soon found.
        let rest = value * &Rational::from(scale);
        scale *= (1..).find(|n: &i128| (&rest * &Rational::from(*n)).is_integer()).expect("a denominator");
    }
    scale
}

impl Oracle {
    pub fn new(call: &CallDraft) -> Self {
        let unit = hundredths(call.unit);
        let valued: Vec<Vec<(i64, Vec<bool>, Rational)>> = call
            .activities
            .iter()
            .map(|a| amounts(unit, a).into_iter().map(|(n, lines)| (n, lines, value(call, a, n))).collect())
            .collect();
        let values: Vec<Rational> = valued.iter().flatten().map(|(_, _, value)| value.clone()).collect();
        let value_scale = common_scale(&values);
        let scaled = |value: &Rational| (value * &Rational::from(value_scale)).to_i128().expect("a whole number");
        let choice = |(amount, lines, v): (i64, Vec<bool>, Rational)| Choice { amount, lines, value: scaled(&v) };
        let funds: Vec<i64> = call.funds.iter().map(|fund| hundredths(fund.amount)).collect();
        Self {
            choices: valued.into_iter().map(|all| all.into_iter().map(choice).collect()).collect(),
            checks: checks(call),
            step: funds.iter().copied().fold(unit, common_measure),
            funds,
            value_scale,
            may_pay: call
                .activities
                .iter()
                .map(|a| call.funds.iter().map(|f| selects(&f.pays_for, a)).collect())
                .collect(),
            links: links(call),
        }
    }

    pub fn is_payable(&self, a: usize, fund: usize) -> bool {
        self.may_pay[a][fund]
    }

    pub fn keeps_rules(&self, cells: &[Vec<i64>]) -> bool {
        let granted: i64 = cells.iter().flatten().sum();
        self.checks.iter().all(|check| check.lacks(cells, granted) <= 0)
    }

    pub fn keeps_links(&self, grants: &[&Choice]) -> bool {
        let is_granted = |(a, line): (usize, Option<usize>)| match line {
            None => grants[a].amount > 0,
            Some(l) => grants[a].lines[l],
        };
        self.links.iter().all(|link| !is_granted(link.from) || is_granted(link.to) == link.requires)
    }

    /// The value in its fraction, as a number.
    pub fn worth(&self, value: i128) -> Rational {
        Rational::from(value) / Rational::from(self.value_scale)
    }

    /// Calls `see` with every combination of grants, and then of payments, that keeps the call.
    pub fn every_allocation(&self, see: &mut See<'_>) {
        self.every_payable(&mut |grants, cells| {
            if self.keeps_rules(cells) {
                see(grants, cells);
            }
        });
    }

    /// The same with all rules dropped: asks, funds and links are kept.
    pub fn every_payable(&self, see: &mut See<'_>) {
        self.pay(&mut Vec::new(), &mut Vec::new(), &self.funds, see);
    }

    fn pay<'o>(&'o self, grants: &mut Vec<&'o Choice>, cells: &mut Vec<Vec<i64>>, left: &[i64], see: &mut See<'_>) {
        let a = grants.len();
        if a == self.choices.len() {
            if self.keeps_links(grants) {
                see(grants, cells);
            }
            return;
        }
        for choice in &self.choices[a] {
            for split in self.splits(a, choice.amount, left) {
                let rest: Vec<i64> = left.iter().zip(&split).map(|(left, paid)| left - paid).collect();
                grants.push(choice);
                cells.push(split);
                self.pay(grants, cells, &rest, see);
                grants.pop();
                cells.pop();
            }
        }
    }

    /// At most about so many grants and payments are there to try.
    pub fn count(&self) -> usize {
        let payers = |a: usize| self.may_pay[a].iter().filter(|may_pay| **may_pay).count();
        let ways = |a: usize, amount: i64| {
            let steps = usize::try_from(amount / self.step + 1).unwrap_or(usize::MAX);
            (1..payers(a)).fold(1, |ways: usize, _| ways.saturating_mul(steps))
        };
        let all =
            |a: usize| self.choices[a].iter().fold(0, |sum: usize, choice| sum.saturating_add(ways(a, choice.amount)));
        (0..self.choices.len()).map(all).fold(1, usize::saturating_mul)
    }

    /// Every way in which the funds can pay an amount, in steps.
    fn splits(&self, a: usize, amount: i64, left: &[i64]) -> Vec<Vec<i64>> {
        let mut ways: Vec<Vec<i64>> = vec![Vec::new()];
        for (f, left) in left.iter().enumerate() {
            let most = if self.may_pay[a][f] { *left } else { 0 };
            let is_last = f + 1 == self.funds.len();
            let mut next = Vec::new();
            for way in ways {
                let owed = amount - way.iter().sum::<i64>();
                let least = if is_last { owed } else { 0 };
                let mut paid = least;
                while paid <= most.min(owed) {
                    next.push([way.clone(), vec![paid]].concat());
                    paid += self.step;
                }
            }
            ways = next;
        }
        ways.retain(|way| way.iter().sum::<i64>() == amount);
        ways
    }

    /// The best value of all allocations.
    pub fn best(&self) -> Option<Rational> {
        let mut best: Option<i128> = None;
        self.every_allocation(&mut |grants, _| {
            best = best.max(Some(grants.iter().map(|grant| grant.value).sum()));
        });
        best.map(|best| self.worth(best))
    }
}
