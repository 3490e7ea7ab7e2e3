//! Equals are treated equally, and better ones no worse.

use std::cmp::Ordering;

use fordela_model::Call;
use fordela_model::call::{CaseLimit, Kind};
use fordela_num::{Money, Rational};
use rust_decimal::Decimal;

use super::definition::Definition;
use super::parts::same_words;
use super::probe::Probe;
use super::{Concern, Trial};

/// Equals get equal grants: `c[i] = c[j]`, `s[i] = s[j]` and all else alike `⟹ x[i] = x[j]`. Where only one of two equals
/// fits whole it is broken: no rule for whole activities keeps it together with exhaustiveness.
pub(super) const EQUAL_TREATMENT: Definition = Definition {
    name: "equal-treatment",
    source: "Thomson (2019), section 3 (equal treatment of equals)",
    trial: |probe| pairs(probe, |scores, one, other| scores == Some(Ordering::Equal) && one != other),
};

/// `c[i] = c[j]` and `s[i] > s[j]` in some criterion, `≥` in all, and all else alike `⟹ x[i] ≥ x[j]`.
pub(super) const SCORE_ORDER: Definition = Definition {
    name: "score-order",
    source: "Faliszewski & Talmon (2018); after Thomson (2019) (order preservation)",
    trial: |probe| {
        pairs(probe, |scores, one, other| match scores {
            Some(Ordering::Greater) => one < other,
            Some(Ordering::Less) => one > other,
            Some(Ordering::Equal) | None => false,
        })
    },
};

/// Looks for a pair that is wrong by its scores and grants, among all pairs that are alike otherwise. The axiom of equals
/// speaks of pairs with the same scores, that of order of the others.
fn pairs(probe: &Probe, wrong: impl Fn(Option<Ordering>, &Rational, &Rational) -> bool) -> Trial {
    let of_equals = probe.axiom == super::Axiom::EqualTreatment;
    let counting = probe.call.counting();
    let sides: Vec<Side> = counting.iter().enumerate().map(|(a, cases)| Side::of(probe.call, a, cases)).collect();
    let mut applies = false;
    for one in 0..sides.len() {
        for other in one + 1..sides.len() {
            if !sides[one].is_like(&sides[other]) {
                continue;
            }
            let scores = sides[one].compared(&sides[other]);
            applies |= scores.is_some_and(|scores| (scores == Ordering::Equal) == of_equals);
            if wrong(scores, &probe.grants[one], &probe.grants[other]) {
                let concern = |a: usize| Concern {
                    activity: probe.id(a).to_owned(),
                    gets: probe.grants[a].clone(),
                    instead_of: None,
                };
                let (better, worse) = if scores == Some(Ordering::Less) { (other, one) } else { (one, other) };
                return probe.as_it_is(true, vec![concern(better), concern(worse)]);
            }
        }
    }
    probe.as_it_is(applies, Vec::new())
}

/// One of two activities that are compared: what counts of it.
struct Side<'a> {
    call: &'a Call,
    activity: usize,
    lines: Vec<Money>,
    rules: Vec<Counted<'a>>,
}

/// A cap or floor that counts an activity: by its place, or, where it counts nothing else, by what it says.
#[derive(PartialEq)]
enum Counted<'a> {
    WithOthers(usize),
    Alone(usize, Kind, &'a CaseLimit, &'a Option<Vec<usize>>),
}

impl<'a> Side<'a> {
    fn of(call: &'a Call, activity: usize, counting: &[usize]) -> Self {
        let mut lines: Vec<Money> = call.draft().activities[activity].lines.iter().map(|line| line.cost).collect();
        lines.sort();
        let counted = |&c: &usize| match &call.cases()[c] {
            case if case.activities.len() == 1 => Counted::Alone(case.rule, case.kind, &case.limit, &case.funds),
            _ => Counted::WithOthers(c),
        };
        Self { call, activity, lines, rules: counting.iter().map(counted).collect() }
    }

    /// Whether both are alike in all that counts but scores: ask, funding, tags, areas, funds, rules; and have no links,
    /// and no lines that are paid for by themselves.
    fn is_like(&self, other: &Self) -> bool {
        let (mine, theirs) = (&self.call.claims()[self.activity], &self.call.claims()[other.activity]);
        let activities = &self.call.draft().activities;
        let (one, two) = (&activities[self.activity], &activities[other.activity]);
        mine.ask() == theirs.ask()
            && [mine, theirs].iter().all(|claim| claim.items().len() == 1)
            && mine.payers() == theirs.payers()
            && (one.funding, one.min_share, &one.levels) == (two.funding, two.min_share, &two.levels)
            && self.lines == other.lines
            && same_words(&one.tags, &two.tags)
            && same_words(&one.areas, &two.areas)
            && self.rules == other.rules
            && !self.is_linked()
            && !other.is_linked()
    }

    fn is_linked(&self) -> bool {
        let links = self.call.links().iter();
        links.flat_map(|link| [link.from, link.to]).any(|node| node.activity() == self.activity)
    }

    /// Whether the scores are the same, or no worse in any criterion and better in some.
    fn compared(&self, other: &Self) -> Option<Ordering> {
        let activities = &self.call.draft().activities;
        let score =
            |a: usize, criterion: &String| activities[a].scores.get(criterion).copied().unwrap_or(Decimal::ZERO);
        let mut compared = Ordering::Equal;
        for criterion in self.call.draft().criteria.iter().filter(|criterion| criterion.weight > Decimal::ZERO) {
            let order = score(self.activity, &criterion.id).cmp(&score(other.activity, &criterion.id));
            compared = match (compared, order) {
                (Ordering::Equal, order) => order,
                (compared, order) if order == Ordering::Equal || order == compared => compared,
                _ => return None,
            };
        }
        Some(compared)
    }
}
