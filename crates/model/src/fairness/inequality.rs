//! How unequal amounts are.

use fordela_num::Rational;
use serde::Serialize;

/// The Gini coefficient of amounts that are at least zero: `2·Σ i·x[i] / (n·Σx) − (n + 1)/n` with the amounts rising and
/// `i` from 1; 0 when all are equal, near 1 when one has all. `None` when there is nothing to share.
#[must_use]
pub fn gini(amounts: &[Rational]) -> Option<Rational> {
    let sum: Rational = amounts.iter().sum();
    let n = count(amounts)?;
    if !sum.is_positive() {
        return None;
    }
    let mut rising = amounts.to_vec();
    rising.sort();
    let ranks = (1_i64..).map(Rational::from);
    let ranked = rising.iter().zip(ranks).fold(Rational::ZERO, |all, (amount, rank)| all.plus_product(amount, &rank));
    Some(Rational::from(2_i64) * ranked / (&n * &sum) - (&n + &Rational::ONE) / n)
}

/// Jain's index of amounts: `(Σx)² / (n·Σx²)`; 1 when all are equal, `1/n` when one has all. `None` when there is nothing
/// to share. Source: Jain, Chiu & Hawe (1984).
#[must_use]
pub fn jain(amounts: &[Rational]) -> Option<Rational> {
    let sum: Rational = amounts.iter().sum();
    let squares = amounts.iter().fold(Rational::ZERO, |all, amount| all.plus_product(amount, amount));
    squares.is_positive().then(|| &sum * &sum / (count(amounts).unwrap_or_default() * squares))
}

/// Theil's index, and its parts: inequality between the means of groups, and within groups.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Theil {
    /// All inequality: `mean((x/μ)·ln(x/μ))`, 0 when all are equal.
    pub total: f64,
    /// What would be left if everybody had the mean of their group.
    pub between: f64,
    /// The rest: the inequality within each group, weighed by the group's part of the sum.
    pub within: f64,
}

/// Theil's index `T` of amounts that are at least zero, split exactly into within and between groups; `groups` has the
/// group of every amount. As it has logarithms, it is a float. `None` when there is nothing to share, or no group for
/// some amount. Source: Theil (1967).
#[must_use]
pub fn theil(amounts: &[Rational], groups: &[usize]) -> Option<Theil> {
    let sum: Rational = amounts.iter().sum();
    let n = count(amounts)?;
    if !sum.is_positive() || groups.len() != amounts.len() {
        return None;
    }
    let mean = sum / &n;
    let mut members: std::collections::BTreeMap<usize, Vec<&Rational>> = std::collections::BTreeMap::new();
    for (amount, group) in amounts.iter().zip(groups) {
        members.entry(*group).or_default().push(amount);
    }
    let total = mean_surprise(amounts.iter(), &mean, &n);
    let mut between = 0.0;
    for amounts in members.values() {
        let sum: Rational = amounts.iter().copied().sum();
        let part = Rational::from(i64::try_from(amounts.len()).ok()?) / &n;
        between += part.to_f64() * surprise(&(&sum / &(&part * &n)), &mean);
    }
    Some(Theil { total, between, within: total - between })
}

fn mean_surprise<'a>(amounts: impl Iterator<Item = &'a Rational>, mean: &Rational, n: &Rational) -> f64 {
    amounts.map(|amount| surprise(amount, mean)).sum::<f64>() / n.to_f64()
}

/// `(x/μ)·ln(x/μ)`, which is 0 for 0.
fn surprise(amount: &Rational, mean: &Rational) -> f64 {
    let ratio = (amount / mean).to_f64();
    if ratio > 0.0 { ratio * ratio.ln() } else { 0.0 }
}

/// How many there are, if any.
fn count(amounts: &[Rational]) -> Option<Rational> {
    i64::try_from(amounts.len()).ok().filter(|n| *n > 0).map(Rational::from)
}
