//! Every allocation of a small call, found by trying all grants in units.
//!
//! Reads the draft alone, and shares no code with the library but its numbers.

use std::collections::BTreeSet;

use fordela::call::draft::{Activity, Each, Funding, Rule};
use fordela::call::{Base, CallDraft, Limit, Selection};
use fordela::{Money, Rational};

/// One possible grant of an activity, in whole units, with its granted lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Option1 {
    pub amount: i64,
    pub lines: Vec<bool>,
}

fn number(money: Money) -> Rational {
    money.rational()
}

fn exact(decimal: rust_decimal::Decimal) -> Rational {
    let scale = (0..decimal.scale()).fold(1_i128, |scale, _| scale * 10);
    Rational::new(decimal.mantissa(), scale).expect("a scale is above zero")
}

fn ask(activity: &Activity) -> i64 {
    let ask = activity.ask.unwrap_or_else(|| activity.lines.iter().map(|line| line.cost).sum());
    i64::try_from(number(ask).to_i128().expect("whole kronor")).expect("small")
}

fn kronor(money: Money) -> i64 {
    i64::try_from(number(money).to_i128().expect("whole kronor")).expect("small")
}

/// Every grant that an activity can get by itself.
pub fn options(call: &CallDraft, activity: &Activity) -> Vec<Option1> {
    let unit = kronor(call.unit);
    let plain = |amount| Option1 { amount, lines: Vec::new() };
    match activity.funding {
        Funding::Partial => (0..=ask(activity) / unit)
            .map(|n| n * unit)
            .filter(|&amount| {
                amount == 0
                    || activity
                        .min_share
                        .is_none_or(|share| Rational::from(amount) >= Rational::from(ask(activity)) * share.part())
            })
            .map(plain)
            .collect(),
        Funding::Whole => BTreeSet::from([0, ask(activity)]).into_iter().map(plain).collect(),
        Funding::Levels => std::iter::once(0).chain(activity.levels.iter().map(|l| kronor(*l))).map(plain).collect(),
        Funding::Lines => (0..1_u32 << activity.lines.len())
            .map(|set| {
                let lines: Vec<bool> = (0..activity.lines.len()).map(|l| set >> l & 1 == 1).collect();
                let costs = activity.lines.iter().zip(&lines).filter(|(_, granted)| **granted);
                Option1 { amount: costs.map(|(line, _)| kronor(line.cost)).sum(), lines }
            })
            .collect(),
    }
}

/// The value of a grant: krona by krona, each in its tier.
pub fn value(call: &CallDraft, activity: &Activity, amount: i64) -> Rational {
    let weights: Rational = call.criteria.iter().map(|c| exact(c.weight)).sum();
    let met: Rational = call
        .criteria
        .iter()
        .filter_map(|c| Some(exact(c.weight) * exact(*activity.scores.get(&c.id)?) / exact(c.max)))
        .sum();
    let priority = met / weights;
    let (ask, grant) = (Rational::from(ask(activity)), Rational::from(amount));
    let mut counted = Rational::ZERO;
    let mut start = Rational::ZERO;
    if call.objective.diminishing.is_empty() {
        counted = grant;
    } else {
        for tier in &call.objective.diminishing {
            let end = &ask * &tier.up_to.part();
            let within = grant.clone().min(end.clone()).max(start.clone()) - &start;
            counted += &(within * exact(tier.factor));
            start = end;
        }
    }
    priority * counted
}

fn selects(selection: &Selection, activity: &Activity) -> bool {
    let hit = |wanted: &Vec<String>, has: &[&String]| wanted.is_empty() || has.iter().any(|h| wanted.contains(h));
    hit(&selection.applicant, &[&activity.applicant])
        && hit(&selection.activity, &[&activity.id])
        && hit(&selection.area, &activity.areas.iter().collect::<Vec<_>>())
        && hit(&selection.tag, &activity.tags.iter().collect::<Vec<_>>())
}

fn variants(call: &CallDraft, rule: &Rule) -> Vec<Selection> {
    let mut base = rule.selection.clone();
    let all = |words: Vec<&String>, set: &dyn Fn(&mut Selection, String)| {
        let words: BTreeSet<&String> = words.into_iter().collect();
        words
            .into_iter()
            .map(|word| {
                let mut selection = rule.selection.clone();
                set(&mut selection, word.clone());
                selection
            })
            .collect::<Vec<_>>()
    };
    match rule.each {
        None => vec![std::mem::take(&mut base)],
        Some(Each::Applicant) => all(call.applicants.iter().map(|a| &a.id).collect(), &|s, w| s.applicant = vec![w]),
        Some(Each::Area) => all(call.activities.iter().flat_map(|a| &a.areas).collect(), &|s, w| s.area = vec![w]),
        Some(Each::Tag) => all(call.activities.iter().flat_map(|a| &a.tags).collect(), &|s, w| s.tag = vec![w]),
        Some(Each::Activity) => all(call.activities.iter().map(|a| &a.id).collect(), &|s, w| s.activity = vec![w]),
        Some(Each::Fund) => all(call.funds.iter().map(|f| &f.id).collect(), &|s, w| s.fund = vec![w]),
    }
}

/// Whether grants, as money of every activity from every fund, keep all rules.
fn keeps_rules(call: &CallDraft, cells: &[Vec<i64>]) -> bool {
    let granted: i64 = cells.iter().flatten().sum();
    let budget: i64 = call.funds.iter().map(|f| kronor(f.amount)).sum();
    call.rules.iter().all(|rule| {
        variants(call, rule).iter().all(|selection| {
            let counts = |f: usize| selection.fund.is_empty() || selection.fund.contains(&call.funds[f].id);
            let may_count = |activity: &Activity| {
                selection.fund.is_empty()
                    || (0..call.funds.len()).any(|f| counts(f) && selects(&call.funds[f].pays_for, activity))
            };
            let members: Vec<usize> = (0..call.activities.len())
                .filter(|&a| selects(selection, &call.activities[a]) && may_count(&call.activities[a]))
                .collect();
            let sum: i64 = members
                .iter()
                .map(|&a| (0..call.funds.len()).filter(|&f| counts(f)).map(|f| cells[a][f]).sum::<i64>())
                .sum();
            let asked: i64 = members.iter().map(|&a| ask(&call.activities[a])).sum();
            let size = |limit: Limit| match limit {
                Limit::Money(money) => number(money),
                Limit::Percent(percent, base) => {
                    percent.part()
                        * Rational::from(match base {
                            Base::Asked => asked,
                            Base::Budget => budget,
                            Base::Granted => granted,
                        })
                }
            };
            rule.at_least.is_none_or(|limit| Rational::from(sum) >= size(limit))
                && rule.at_most.is_none_or(|limit| Rational::from(sum) <= size(limit))
        })
    })
}

fn keeps_links(call: &CallDraft, grants: &[Option1]) -> bool {
    let is_granted = |a: usize, word: &str, from_line: bool| -> bool {
        if from_line && let Some(l) = call.activities[a].lines.iter().position(|line| line.id == word) {
            return grants[a].lines[l];
        }
        let other = call.activities.iter().position(|activity| activity.id == word).expect("a known id");
        grants[other].amount > 0
    };
    call.activities.iter().enumerate().all(|(a, activity)| {
        let whole = grants[a].amount == 0
            || activity.requires.iter().all(|word| is_granted(a, word, false))
                && !activity.excludes.iter().any(|word| is_granted(a, word, false));
        let lines = activity.lines.iter().enumerate().all(|(l, line)| {
            !grants[a].lines.get(l).copied().unwrap_or(false)
                || line.requires.iter().all(|word| is_granted(a, word, true))
        });
        whole && lines
    })
}

/// Calls `see` with every combination of grants, and then of payments, that keeps the call.
pub fn every_allocation(call: &CallDraft, see: &mut dyn FnMut(&[Option1], &[Vec<i64>])) {
    let all: Vec<Vec<Option1>> = call.activities.iter().map(|activity| options(call, activity)).collect();
    let left: Vec<i64> = call.funds.iter().map(|fund| kronor(fund.amount)).collect();
    pay(call, &all, &mut Vec::new(), &mut Vec::new(), &left, see);
}

fn pay(
    call: &CallDraft,
    all: &[Vec<Option1>],
    grants: &mut Vec<Option1>,
    cells: &mut Vec<Vec<i64>>,
    left: &[i64],
    see: &mut dyn FnMut(&[Option1], &[Vec<i64>]),
) {
    let a = grants.len();
    if a == all.len() {
        if keeps_rules(call, cells) && keeps_links(call, grants) {
            see(grants, cells);
        }
        return;
    }
    for option in &all[a] {
        for split in splits(call, a, option.amount, left) {
            let rest: Vec<i64> = left.iter().zip(&split).map(|(left, paid)| left - paid).collect();
            grants.push(option.clone());
            cells.push(split);
            pay(call, all, grants, cells, &rest, see);
            grants.pop();
            cells.pop();
        }
    }
}

/// Every way in which the funds can pay an amount.
fn splits(call: &CallDraft, a: usize, amount: i64, left: &[i64]) -> Vec<Vec<i64>> {
    let mut ways: Vec<Vec<i64>> = vec![Vec::new()];
    for (f, fund) in call.funds.iter().enumerate() {
        let most = if selects(&fund.pays_for, &call.activities[a]) { left[f] } else { 0 };
        ways = ways
            .into_iter()
            .flat_map(|way| {
                let paid: i64 = way.iter().sum();
                (0..=most.min(amount - paid)).map(move |more| [way.clone(), vec![more]].concat())
            })
            .collect();
    }
    ways.retain(|way| way.iter().sum::<i64>() == amount);
    ways
}
