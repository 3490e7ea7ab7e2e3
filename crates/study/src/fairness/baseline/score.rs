//! The score counts once, however much is asked for.

use std::cmp::Ordering;

use fordela_model::Call;
use fordela_num::{Money, Rational};

use super::is_plain;
use crate::fairness::{AllocationRule, Claims, proportional};

/// The most points, every activity whole or not at all: an activity is worth its priority, whatever it costs, as
/// projects in participatory budgeting are worth their votes. Among equals the least money, then the stated order. No
/// answer with more than [`MOST`](Self::MOST) activities: all sets are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WholeByScore;

/// The most points, where a part of an activity is worth that part of its priority: who has most points for the krona
/// comes first, those with as many get the same share, and those without points get nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DivisibleByScore;

impl WholeByScore {
    /// The most activities that it has an answer for.
    pub const MOST: usize = 16;
}

impl AllocationRule for WholeByScore {
    fn name(&self) -> &str {
        "points, whole activities"
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        if !is_plain(call) || call.claims().len() > Self::MOST {
            return None;
        }
        let (budget, order) = (call.budget(), call.stated_order());
        let mut best: Option<(Rational, Money, u32)> = None;
        // Sets with the first of the stated order come first, and only better ones replace them.
        for set in (0..1_u32 << order.len()).rev() {
            let chosen = || order.iter().rev().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, a)| *a);
            let cost: Money = chosen().map(|a| call.claims()[a].ask()).sum();
            if cost > budget {
                continue;
            }
            let points: Rational = chosen().map(|a| call.claims()[a].priority()).sum();
            let is_better = best.as_ref().is_none_or(|(most, least, _)| match points.cmp(most) {
                Ordering::Greater => true,
                Ordering::Equal => cost < *least,
                Ordering::Less => false,
            });
            if is_better {
                best = Some((points, cost, set));
            }
        }
        let (.., set) = best?;
        let mut grants = vec![Rational::ZERO; order.len()];
        for (bit, &a) in order.iter().rev().enumerate() {
            if set >> bit & 1 == 1 {
                grants[a] = call.claims()[a].ask().rational();
            }
        }
        Some(grants)
    }
}

impl AllocationRule for DivisibleByScore {
    fn name(&self) -> &str {
        "points, divisible"
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        let mut grants = vec![Rational::ZERO; call.claims().len()];
        let mut worth: Vec<(Rational, usize)> = Vec::new();
        for (a, claim) in call.claims().iter().enumerate() {
            if claim.priority().is_positive() && !claim.ask().is_zero() {
                worth.push((claim.priority() / &claim.ask().rational(), a));
            }
        }
        worth.sort_by(|(one, _), (other, _)| other.cmp(one));
        let mut left = call.budget().rational();
        for equals in worth.chunk_by(|(one, _), (other, _)| one == other) {
            let asks = equals.iter().map(|(_, a)| call.claims()[*a].ask().rational()).collect();
            for ((_, a), grant) in equals.iter().zip(proportional(&Claims::plain(asks), &left)) {
                left -= &grant;
                grants[*a] = grant;
            }
        }
        is_plain(call).then_some(grants)
    }
}
