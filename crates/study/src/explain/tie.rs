//! Activities that are worth as much as each other at the margin, so that equal shares settle their grants.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fordela_model::call::Kind;
use fordela_model::prices::Multipliers;
use fordela_model::{Call, Lists};
use fordela_num::Rational;
use fordela_verify::Verified;

/// The activities that get some money, by what they are worth and what they are charged: equals.
#[derive(Debug, Default)]
pub(super) struct Ties {
    /// What is known of every activity, if it has equals.
    standing: Vec<Option<Standing>>,
    /// The highest share outside a binding cap, less its rounding, by the number of the equals and the cap.
    outside: BTreeMap<(usize, usize), Rational>,
}

/// An activity among its equals.
#[derive(Debug)]
struct Standing {
    equals: usize,
    span: Span,
    sharing: Option<Arc<[String]>>,
}

/// What a share would be without rounding, at least and at most: it is told from another only where the two do not meet.
#[derive(Debug, Clone)]
struct Span {
    least: Rational,
    most: Rational,
}

impl Ties {
    /// None for a call with choices: there, a stated order settles ties.
    pub(super) fn of(call: &Call, verified: &Verified, counting: &Lists) -> Self {
        let Some(prices) = verified.prices().filter(|_| !call.has_choices()) else { return Self::default() };
        let mut equals: BTreeMap<(&Rational, Rational), Vec<usize>> = BTreeMap::new();
        for (a, claim) in call.claims().iter().enumerate() {
            let granted = verified.grants()[a].amount;
            if granted.is_zero() || claim.payers().is_empty() {
                continue;
            }
            equals.entry((claim.priority(), charge(call, prices, &counting[a], a))).or_default().push(a);
        }
        let standing = call.claims().iter().map(|_| None).collect();
        let mut ties = Self { standing, ..Self::default() };
        for (n, equals) in equals.into_values().filter(|equals| equals.len() > 1).enumerate() {
            let spans: Vec<(usize, Span)> = equals.iter().map(|&a| (a, Span::of(call, verified, a))).collect();
            ties.add_outside(call, verified, counting, n, &spans);
            let sharing = sharing(call, verified, &spans);
            for (a, span) in spans {
                ties.standing[a] = Some(Standing { equals: n, span, sharing: None });
            }
            for (group, ids) in sharing {
                for a in group {
                    if let Some(own) = &mut ties.standing[a] {
                        own.sharing = Some(Arc::clone(&ids));
                    }
                }
            }
        }
        ties
    }

    /// Those that share equally with an activity, it among them, in the order of the call: its equals that get, like it,
    /// some of what they ask for, and as large a share of it, to a unit. None where the grant ends where a tier does: the
    /// money then ran out for the next tier, not among equals.
    pub(super) fn sharing(&self, a: usize) -> Option<Arc<[String]>> {
        self.standing.get(a)?.as_ref()?.sharing.clone()
    }

    /// Whether an equal outside a binding cap on an activity gets a larger share than it, by more than rounding.
    pub(super) fn is_held_back(&self, a: usize, cap: usize) -> bool {
        self.standing.get(a).and_then(Option::as_ref).is_some_and(|standing| {
            self.outside.get(&(standing.equals, cap)).is_some_and(|highest| *highest > standing.span.most)
        })
    }

    /// From the highest share on, the equals of a cap are passed by only once for that cap.
    fn add_outside(&mut self, call: &Call, verified: &Verified, counting: &Lists, n: usize, spans: &[(usize, Span)]) {
        let mut falling: Vec<&(usize, Span)> = spans.iter().collect();
        falling.sort_by(|(_, one), (_, other)| other.least.cmp(&one.least));
        let is_full = |&c: &usize| call.cases()[c].kind == Kind::AtMost && verified.cases()[c].binding;
        let caps: BTreeSet<usize> =
            spans.iter().flat_map(|(a, _)| counting[*a].iter().copied()).filter(is_full).collect();
        for cap in caps {
            let inside = &call.cases()[cap].activities;
            if let Some((_, highest)) = falling.iter().find(|(a, _)| inside.binary_search(a).is_err()) {
                self.outside.insert((n, cap), highest.least.clone());
            }
        }
    }
}

impl Span {
    fn of(call: &Call, verified: &Verified, a: usize) -> Self {
        let ask = call.claims()[a].ask().rational();
        let share = verified.grants()[a].amount.rational() / ask.clone();
        let unit = call.unit().rational() / ask;
        Self { least: &share - &unit, most: share + unit }
    }
}

/// Who share equally, with their ids: sets of equals whose spans all meet in one point, each activity in one set, and as few
/// sets as can be.
fn sharing(call: &Call, verified: &Verified, spans: &[(usize, Span)]) -> Vec<(Vec<usize>, Arc<[String]>)> {
    let mut rising: Vec<&(usize, Span)> = spans.iter().filter(|(a, _)| is_within_tier(call, verified, *a)).collect();
    rising.sort_by(|(_, one), (_, other)| one.least.cmp(&other.least));
    let mut groups: Vec<(&Rational, Vec<usize>)> = Vec::new();
    for (a, span) in rising {
        match groups.last_mut() {
            Some((end, group)) if span.least <= **end => {
                group.push(*a);
                *end = (*end).min(&span.most);
            }
            _ => groups.push((&span.most, vec![*a])),
        }
    }
    let together = groups.into_iter().map(|(_, group)| group).filter(|group| group.len() > 1);
    let named = together.map(|mut group| {
        group.sort_unstable();
        let ids: Arc<[String]> = group.iter().map(|&a| call.draft().activities[a].id.clone()).collect();
        (group, ids)
    });
    named.collect()
}

/// What the next krona to an activity is charged: the prices of what counts it, and the cheapest fund.
fn charge(call: &Call, prices: &Multipliers, counting: &[usize], a: usize) -> Rational {
    let cases: Rational = counting.iter().map(|&c| prices.cases[c].clone()).sum();
    let fund = call.claims()[a].payers().iter().map(|&f| prices.funds[f].clone()).min().unwrap_or(Rational::ZERO);
    cases + fund
}

/// Whether more of the ask would be worth as much as the last that is granted.
fn is_within_tier(call: &Call, verified: &Verified, a: usize) -> bool {
    let granted = verified.grants()[a].amount.whole_units(call.unit());
    let mut end = 0;
    call.pieces(a).iter().any(|piece| {
        let start = end;
        end += piece.width;
        start < granted && granted < end
    })
}
