//! What follows of a cut: covers by trying all sets of activities, roundings in the currency.

use std::collections::BTreeMap;

use fordela_model::call::draft::Funding;
use fordela_model::call::{CaseLimit, Kind};
use fordela_model::prices::{Cut, Limit};
use fordela_num::Rational;

use super::Bounds;

/// A limit: its kind, the activities that count, and the amount.
type Limited = (Kind, Vec<usize>, Rational);

pub(super) fn of(bounds: &Bounds, cut: &Cut) -> Option<(BTreeMap<usize, Rational>, Rational)> {
    match cut {
        Cut::Cover { of, weights, most } => {
            let limited = limited(bounds, of)?;
            for set in 0..1_u32 << weights.len() {
                let counts: Vec<&(usize, usize)> =
                    weights.iter().enumerate().filter(|(n, _)| set >> n & 1 == 1).map(|(_, one)| one).collect();
                let weight: usize = counts.iter().map(|(_, weight)| weight).sum();
                if weight > *most && fits(bounds, &limited, counts.iter().map(|(a, _)| *a)) {
                    return None;
                }
            }
            let number = |n: usize| Rational::from(i64::try_from(n).unwrap_or_default());
            let all: Rational = weights.iter().map(|(_, weight)| number(*weight)).sum();
            let (sign, most) = match limited.0 {
                Kind::AtMost => (Rational::ONE, number(*most)),
                Kind::AtLeast => (-Rational::ONE, number(*most) - all),
            };
            Some((weights.iter().map(|&(a, weight)| (a, &sign * &number(weight))).collect(), most))
        }
        Cut::Rounding { of, flipped } => rounding(bounds, of, flipped),
    }
}

/// Whether some activities can be granted together under a cap, or be left together above a floor.
fn fits(bounds: &Bounds, (kind, counted, amount): &Limited, set: impl Iterator<Item = usize>) -> bool {
    let most = bounds.call.capped_units();
    let units = |units: i128| Rational::from(units) * &bounds.unit;
    let mut taken = Rational::ZERO;
    for a in set {
        let activity = &bounds.call.draft().activities[a];
        let least = match activity.funding {
            Funding::Partial if activity.min_share.is_some() => bounds.call.threshold_units(a),
            Funding::Whole if bounds.call.ask_units(a) > most[a] || bounds.call.ask_units(a) == 0 => {
                match (kind, counted.contains(&a)) {
                    (Kind::AtMost, true) => return false,
                    _ => 0,
                }
            }
            Funding::Whole => bounds.call.ask_units(a),
            _ => 0,
        };
        if counted.contains(&a) {
            taken += &units(if *kind == Kind::AtMost { least } else { most[a] });
        }
    }
    match kind {
        Kind::AtMost => taken <= *amount,
        Kind::AtLeast => counted.iter().map(|&a| units(most[a])).sum::<Rational>() - taken >= *amount,
    }
}

fn limited(bounds: &Bounds, limit: &Limit) -> Option<Limited> {
    let call = bounds.call;
    match limit {
        Limit::Funds(funds) => {
            let held: Rational = funds
                .iter()
                .map(|&f| call.draft().funds.get(f).map(|fund| fund.amount.rational()))
                .sum::<Option<_>>()?;
            let is_paid = |a: &usize| call.claims()[*a].payers().iter().all(|f| funds.contains(f));
            let all: Vec<usize> = (0..call.claims().len()).collect();
            let amount = if call.draft().funds.len() == 1 {
                bounds.reached(&held, &all, Kind::AtMost)
            } else {
                (held / &bounds.unit).floor() * &bounds.unit
            };
            Some((Kind::AtMost, all.into_iter().filter(is_paid).collect(), amount))
        }
        Limit::Case(case) => {
            let case = bounds.cases.get(*case)?;
            let CaseLimit::Fixed(limit) = &case.limit else { return None };
            let amount = bounds.reached(limit, &case.activities, case.kind);
            case.counts_grants().then(|| (case.kind, case.activities.clone(), amount))
        }
    }
}

fn rounding(
    bounds: &Bounds,
    of: &[(Limit, Rational)],
    flipped: &[usize],
) -> Option<(BTreeMap<usize, Rational>, Rational)> {
    let limits: Vec<(Limited, &Rational)> =
        of.iter().map(|(limit, weight)| Some((limited(bounds, limit)?, weight))).collect::<Option<_>>()?;
    let ask = |a: usize| {
        let is_whole = bounds.call.draft().activities[a].funding == Funding::Whole;
        is_whole.then(|| Rational::from(bounds.call.ask_units(a)) * &bounds.unit)
    };
    let mut c: BTreeMap<usize, Rational> = BTreeMap::new();
    let mut b = Rational::ZERO;
    for ((_, counted, amount), weight) in &limits {
        for &a in counted {
            *c.entry(a).or_insert(Rational::ZERO) += &(ask(a)? * *weight);
        }
        b += &(amount * *weight);
    }
    for a in flipped {
        b -= c.get(a)?;
    }
    let f = &b - &b.floor();
    if f.is_zero() {
        return None;
    }
    let rounded = |c: &Rational| {
        let part = c - &c.floor();
        c.floor() + if part > f { (part - &f) / (Rational::ONE - &f) } else { Rational::ZERO }
    };
    let mut most = b.floor();
    let mut weights: BTreeMap<usize, Rational> = BTreeMap::new();
    for (&a, c) in &c {
        if flipped.contains(&a) {
            // F(−c)·(1 − x).
            let flipped = rounded(&-c);
            most -= &flipped;
            weights.insert(a, -flipped);
        } else {
            weights.insert(a, rounded(c));
        }
    }
    for ((kind, counted, amount), weight) in &limits {
        // n·s/(1 − f) with s = amount − Σ ask·x under a cap, and the other way above a floor.
        let n = if *kind == Kind::AtMost { (*weight).clone() } else { -*weight };
        if !n.is_negative() {
            continue;
        }
        let by = n / (Rational::ONE - &f);
        let sign = if *kind == Kind::AtMost { Rational::ONE } else { -Rational::ONE };
        most -= &(&by * &sign * amount);
        for &a in counted {
            *weights.entry(a).or_insert(Rational::ZERO) -= &(&by * &sign * ask(a)?);
        }
    }
    Some((weights, most))
}
