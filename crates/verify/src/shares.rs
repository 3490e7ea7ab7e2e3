//! Checks that grants are what an objective that shares asks for.
//!
//! A weighted sum of what people get is bounded by prices as the value is. Where who stands lowest counts, everybody who
//! could take more must weigh something in a sum that what they get reaches and in which only those weigh who stand no
//! higher: more for one is then less for one of these. Where a sum over all counts, the sum weighed by what one more
//! counts for each must be reached, since its curve bends down.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use fordela_model::call::Node;
use fordela_model::call::draft::Funding;
use fordela_model::fairness::{Level, Sharing};
use fordela_model::prices::Choice;
use fordela_model::{Call, Grant, Optimum, Shares};
use fordela_num::{Money, Rational};

use super::decided::Decided;
use super::grants::violations;
use super::priced::{Bounds, Worth};

/// How close grants are to what an objective that shares asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fairness {
    /// What every activity would get if units could be broken, in the currency.
    pub exact: Vec<Rational>,
    /// How far a grant in whole units is from that, at most, in the currency.
    pub off: Rational,
    /// By what part some sum that proves it could at most be exceeded; zero when it is proven that nothing is fairer.
    /// `None` where the effort was spent before anything proved it.
    pub gap: Option<Rational>,
    /// Whether something was chosen before it was shared: then nothing is fairer among what has the same choices.
    pub has_choices: bool,
}

/// A gap up to this counts as none: what is cut finer and finer comes near the best without reaching it.
const NEGLIGIBLE: i64 = 1_000_000;

impl Fairness {
    /// Whether it is proven that the grants are what the objective of the call asks for, to the unit: that nothing is
    /// fairer.
    #[must_use]
    pub fn is_proven(&self, call: &Call) -> bool {
        let is_small = |gap: &Rational| gap * &Rational::from(NEGLIGIBLE) <= Rational::ONE;
        self.gap.as_ref().is_some_and(is_small) && self.off < call.unit().rational() && !self.has_choices
    }
}

/// How fair shares are; they are `grants` where sharing has the last word. `None` when they do not keep to the call, or
/// what is to prove that they are fair does not.
pub(super) fn fairness(call: &Call, sharing: &Sharing, shares: &Shares, grants: Option<&[Grant]>) -> Option<Fairness> {
    let is_other = grants.is_some_and(|grants| grants != shares.whole);
    if is_other || shares.exact.len() != call.claims().len() || !violations(call, &shares.whole).is_empty() {
        return None;
    }
    let unit = call.unit().rational();
    let units: Vec<Rational> = shares.exact.iter().map(|exact| exact / &unit).collect();
    let check = Check {
        call,
        sharing,
        bounds: Bounds::new(call, call.cases().iter().collect(), &[]),
        decided: decided(call, &shares.whole),
    };
    let (gets, most) = (check.sharing.sums(&units), check.most(&shares.whole));
    let gap = if check.sharing.is_sum() {
        check.gap_of_sums(&gets, &most, &shares.optima)
    } else {
        check.gap_of_levels(&gets, &most, &shares.optima)
    };
    if gap.is_none() && !shares.optima.is_empty() {
        return None;
    }
    let off = shares.exact.iter().zip(&shares.whole).map(|(exact, whole)| (exact - &whole.amount.rational()).abs());
    Some(Fairness {
        exact: shares.exact.clone(),
        off: off.max().unwrap_or_default(),
        gap,
        has_choices: call.has_choices(),
    })
}

struct Check<'c> {
    call: &'c Call,
    sharing: &'c Sharing,
    bounds: Bounds<'c>,
    decided: Decided,
}

impl Check<'_> {
    /// The most that everybody can get by themselves, when these choices are made, in units.
    fn most(&self, grants: &[Grant]) -> Vec<Rational> {
        let (capped, draft) = (self.call.capped_units(), self.call.draft());
        let most = |a: usize| match (draft.activities[a].funding, self.decided.of(a).is_taken(Choice::Activity(a))) {
            (Funding::Partial, Some(true) | None) => capped[a],
            _ => grants[a].amount.whole_units(self.call.unit()),
        };
        self.sharing.sums(&(0..capped.len()).map(|a| Rational::from(most(a))).collect::<Vec<_>>())
    }

    /// By what part a sum could be exceeded; `None` when the prices are of another call.
    fn gap(&self, optimum: &Optimum, gets: &[Rational]) -> Option<Rational> {
        let weights = &optimum.weights;
        if weights.len() != gets.len() || weights.iter().any(Rational::is_negative) {
            return None;
        }
        let mut each = vec![Rational::ZERO; self.call.claims().len()];
        for (members, weight) in self.sharing.members.iter().zip(weights) {
            for &a in members {
                each[a] = weight.clone();
            }
        }
        let bound = self.bounds.priced(&optimum.prices, Worth::Each(&each))?.at(&self.decided)?;
        let sum: Rational = weights.iter().zip(gets).map(|(weight, gets)| weight * gets).sum();
        let over = &bound - &sum;
        Some(match (over.is_positive(), bound.is_positive()) {
            (false, _) => Rational::ZERO,
            (true, true) => over / bound,
            (true, false) => Rational::ONE,
        })
    }

    fn gap_of_levels(&self, gets: &[Rational], most: &[Rational], optima: &[Optimum]) -> Option<Rational> {
        let below: Vec<Level> = gets.iter().enumerate().map(|(b, gets)| self.sharing.level_below(b, gets)).collect();
        let mut shown: Vec<bool> = gets.iter().zip(most).map(|(gets, most)| gets >= most).collect();
        let mut widest = Rational::ZERO;
        for optimum in optima {
            widest = widest.max(self.gap(optimum, gets)?);
            let counted = || (0..gets.len()).filter(|&b| optimum.weights[b].is_positive());
            let Some(highest) = counted().map(|b| &below[b]).max() else { continue };
            counted().filter(|&b| self.sharing.level(b, &gets[b]) >= *highest).for_each(|b| shown[b] = true);
        }
        shown.iter().all(|shown| *shown).then_some(widest)
    }

    /// One sum a stage: those in it weigh what one more counts, those of later stages nothing. For those who get nothing
    /// though more would count without bound, a sum of theirs alone, beside those of earlier stages.
    fn gap_of_sums(&self, gets: &[Rational], most: &[Rational], optima: &[Optimum]) -> Option<Rational> {
        let stages = self.sharing.stages.len();
        let mut widest = Rational::ZERO;
        for optimum in optima {
            widest = widest.max(self.gap(optimum, gets)?);
        }
        for (stage, optimum) in optima.iter().enumerate().take(stages) {
            let is_later = |b: usize| (stage + 1..stages).any(|later| self.sharing.is_in(later, b));
            for (b, gets) in gets.iter().enumerate() {
                let slope = self.sharing.slope(b, gets).unwrap_or_default();
                let wanted = if self.sharing.is_in(stage, b) { slope } else { Rational::ZERO };
                if optimum.weights[b] != wanted && (self.sharing.is_in(stage, b) || is_later(b)) {
                    return None;
                }
            }
        }
        let is_empty = |b: usize| most[b].is_positive() && self.sharing.slope(b, &gets[b]).is_none();
        let mut shown: Vec<bool> = (0..gets.len()).map(|b| !is_empty(b)).collect();
        for optimum in optima.iter().skip(stages) {
            let counted = || (0..gets.len()).filter(|&b| optimum.weights[b].is_positive());
            let last = (0..stages).rev().find(|&stage| counted().any(|b| self.sharing.is_in(stage, b)))?;
            let own = || counted().filter(|&b| self.sharing.is_in(last, b));
            if own().all(is_empty) {
                own().for_each(|b| shown[b] = true);
            }
        }
        let shown = optima.len() >= stages && shown.into_iter().all(|shown| shown);
        shown.then_some(widest)
    }
}

/// The choices that grants show.
fn decided(call: &Call, grants: &[Grant]) -> Decided {
    let mut decided = Vec::new();
    let linked: BTreeSet<Node> = call.links().iter().flat_map(|link| [link.from, link.to]).collect();
    for (a, (activity, grant)) in call.draft().activities.iter().zip(grants).enumerate() {
        let is_granted = !grant.amount.is_zero();
        match activity.funding {
            Funding::Partial if activity.min_share.is_none() && !linked.contains(&Node::Activity(a)) => {}
            Funding::Partial | Funding::Whole => decided.push((Choice::Activity(a), is_granted)),
            Funding::Levels => {
                let level = |(l, level): (usize, &Money)| (Choice::Level(a, l), is_granted && *level == grant.amount);
                decided.extend(activity.levels.iter().enumerate().map(level));
            }
            Funding::Lines => {
                let line = |(l, granted): (usize, &bool)| (Choice::Line(a, l), *granted);
                decided.extend(grant.lines.iter().enumerate().map(line));
            }
        }
    }
    Decided::new(decided)
}
