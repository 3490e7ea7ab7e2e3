//! Simpler calls than a call, by one step each.

use fordela_model::Call;
use fordela_model::call::draft::{Activity, CallDraft, Criterion, Fund, Funding, Objective};
use fordela_model::call::{Limit, Selection};
use fordela_num::Money;
use rust_decimal::Decimal;

use super::apply::{money_mapped, without};

/// Everything that is simpler by one step, the largest steps first. Every step makes the call smaller, so that taking
/// one after the other ends. They may have faults.
pub(super) fn simpler(call: &Call) -> impl Iterator<Item = CallDraft> + '_ {
    let draft = call.draft();
    fewer_activities(draft)
        .chain(fewer_rules(draft))
        .chain(fewer_funds(draft))
        .chain(fewer_criteria(draft))
        .chain(fewer_applicants(draft))
        .chain(in_units_of_one(draft))
        .chain(plainer(draft))
        .chain(lower(draft))
}

/// The draft without the thing at a place of one of its lists.
fn fewer<'a, T: 'a>(
    draft: &'a CallDraft,
    list: fn(&mut CallDraft) -> &mut Vec<T>,
    count: usize,
) -> impl Iterator<Item = CallDraft> + 'a {
    (0..count).map(move |place| {
        let mut draft = draft.clone();
        list(&mut draft).remove(place);
        draft
    })
}

/// Half of the activities less, a quarter, …, one; a call keeps at least one, since a rule need not have thought of calls
/// without any.
fn fewer_activities(draft: &CallDraft) -> impl Iterator<Item = CallDraft> + '_ {
    let ids: Vec<String> = draft.activities.iter().map(|activity| activity.id.clone()).collect();
    let sizes = std::iter::successors(Some(ids.len() / 2), |size| Some(size / 2)).take_while(|size| *size > 0);
    let dropped: Vec<Vec<String>> = sizes.flat_map(|size| ids.chunks(size).map(<[String]>::to_vec)).collect();
    dropped.into_iter().filter_map(|dropped| without(draft.clone(), &dropped))
}

fn fewer_rules(draft: &CallDraft) -> impl Iterator<Item = CallDraft> + '_ {
    let halves = draft.rules.iter().enumerate().filter(|(_, rule)| rule.at_least.is_some() && rule.at_most.is_some());
    let no_cap = halves.map(|(r, _)| {
        let mut draft = draft.clone();
        draft.rules[r].at_most = None;
        draft
    });
    fewer(draft, |draft| &mut draft.rules, draft.rules.len()).chain(no_cap)
}

/// One fund less, and the rules on it alone.
fn fewer_funds(draft: &CallDraft) -> impl Iterator<Item = CallDraft> + '_ {
    (0..draft.funds.len()).filter(|_| draft.funds.len() > 1).map(|place| {
        let mut draft = draft.clone();
        let gone = draft.funds.remove(place).id;
        draft.rules.retain_mut(|rule| {
            let named = !rule.selection.fund.is_empty();
            rule.selection.fund.retain(|id| *id != gone);
            !(named && rule.selection.fund.is_empty())
        });
        draft
    })
}

fn fewer_criteria(draft: &CallDraft) -> impl Iterator<Item = CallDraft> + '_ {
    fewer(draft, |draft| &mut draft.criteria, draft.criteria.len()).filter(|draft| !draft.criteria.is_empty()).map(
        |mut draft| {
            let CallDraft { criteria, activities, .. } = &mut draft;
            for activity in activities {
                activity.scores.retain(|criterion, _| criteria.iter().any(|c| c.id == *criterion));
            }
            draft
        },
    )
}

fn fewer_applicants(draft: &CallDraft) -> impl Iterator<Item = CallDraft> + '_ {
    fewer(draft, |draft| &mut draft.applicants, draft.applicants.len())
}

/// All amounts as numbers of units, where the unit is more than one.
fn in_units_of_one(draft: &CallDraft) -> Option<CallDraft> {
    let unit = draft.unit;
    let counted = |amount: Money| Money::of_units(amount.whole_units(unit), Money::new(1));
    if unit > Money::new(1) { money_mapped(draft.clone(), counted) } else { None }
}

/// Changes of an activity, a fund or a criterion, each of which takes something away if it is there. Titles stay: people
/// know an activity by its title.
const TAKEN_FROM_ACTIVITIES: [fn(&mut Activity); 11] = [
    |activity| {
        activity.requires.pop();
    },
    |activity| {
        activity.excludes.pop();
    },
    |activity| {
        activity.tags.pop();
    },
    |activity| {
        activity.areas.pop();
    },
    |activity| activity.min_share = None,
    |activity| activity.spend_rate = None,
    |activity| activity.period = None,
    |activity| activity.lines.iter_mut().for_each(|line| (line.kind, line.period) = (None, None)),
    |activity| {
        activity.levels.pop();
    },
    |activity| {
        activity.lines.pop();
        activity.ask = None;
    },
    |activity| {
        activity.ask = activity.asked();
        activity.lines.clear();
        activity.levels.clear();
        activity.funding = Funding::Partial;
    },
];

const TAKEN_FROM_FUNDS: [fn(&mut Fund); 9] = [
    |fund| fund.pays_for = Selection::all(),
    |fund| fund.min_part = None,
    |fund| fund.max_part = None,
    |fund| {
        fund.not_with.pop();
    },
    |fund| fund.spend_first = false,
    |fund| fund.period = None,
    |fund| fund.use_by = None,
    |fund| fund.unspent = None,
    |fund| fund.report_by = None,
];

/// Less said of funds, activities and the objective.
fn plainer(draft: &CallDraft) -> impl Iterator<Item = CallDraft> + '_ {
    let no_tiers = (!draft.objective.diminishing.is_empty()).then(|| {
        let objective = Objective { diminishing: Vec::new(), ..draft.objective.clone() };
        CallDraft { objective, ..draft.clone() }
    });
    let funds = changed(draft, draft.funds.len(), |draft, f| &mut draft.funds[f], &TAKEN_FROM_FUNDS);
    let activities =
        changed(draft, draft.activities.len(), |draft, a| &mut draft.activities[a], &TAKEN_FROM_ACTIVITIES);
    no_tiers.into_iter().chain(funds).chain(activities)
}

/// The draft with each of the changes made to each part, where it changes anything.
fn changed<'a, T: Clone + PartialEq + 'a>(
    draft: &'a CallDraft,
    parts: usize,
    part: fn(&mut CallDraft, usize) -> &mut T,
    changes: &'a [fn(&mut T)],
) -> impl Iterator<Item = CallDraft> + 'a {
    (0..parts).flat_map(move |place| {
        changes.iter().filter_map(move |change| {
            let mut draft = draft.clone();
            let part = part(&mut draft, place);
            let was = part.clone();
            change(part);
            (*part != was).then_some(draft)
        })
    })
}

/// How a number is lowered.
#[derive(Clone, Copy, PartialEq)]
enum Lower {
    ToHalf,
    /// To a whole multiple of so many steps.
    ToMultiple(i64),
}

impl Lower {
    /// Round numbers are easier to follow, and are reached in fewer steps.
    const ALL: [Self; 6] = [
        Self::ToHalf,
        Self::ToMultiple(10_000),
        Self::ToMultiple(1_000),
        Self::ToMultiple(100),
        Self::ToMultiple(10),
        Self::ToMultiple(1),
    ];

    /// A number of whole steps that is lower, if there is one that is at least zero.
    fn number(self, number: Decimal, step: Decimal) -> Option<Decimal> {
        let lower = match self {
            Self::ToHalf => (number / step / Decimal::TWO).floor() * step,
            Self::ToMultiple(of) => {
                let size = step * Decimal::from(of);
                let below = (number / size).ceil() - Decimal::ONE;
                // To nothing one goes by halves, or by one step.
                if of > 1 && below < Decimal::ONE {
                    return None;
                }
                below * size
            }
        };
        (lower >= Decimal::ZERO && lower < number).then_some(lower)
    }

    fn money(self, amount: &mut Money, unit: Money) -> bool {
        let lower = self.number(amount.decimal(), unit.decimal()).and_then(|lower| lower.try_into().ok());
        lower.map(|lower| *amount = lower).is_some()
    }
}

/// Lower amounts, scores, maxima and weights: one at a time, and two amounts together.
fn lower(draft: &CallDraft) -> impl Iterator<Item = CallDraft> + '_ {
    let amounts = amounts_of(&mut draft.clone()).len();
    let one = (0..amounts).map(|n| vec![n]);
    let two = (0..amounts).flat_map(move |n| (n + 1..amounts).map(move |m| vec![n, m]));
    // Of many amounts, pairs are too many to try.
    let pairs = two.filter(move |_| amounts <= MOST_IN_PAIRS);
    let together = one.chain(pairs).flat_map(|places| Lower::ALL.map(|lower| (places.clone(), lower)));
    let money = together.filter_map(|(places, lower)| {
        let mut draft = draft.clone();
        let unit = draft.unit;
        let mut all = amounts_of(&mut draft);
        places.iter().all(|place| all.get_mut(*place).is_some_and(|amount| lower.money(amount, unit))).then_some(())?;
        Some(draft)
    });
    money.chain(lower_numbers(draft))
}

const MOST_IN_PAIRS: usize = 12;

/// Every amount but the unit. An ask that is the sum of lines is left out.
fn amounts_of(draft: &mut CallDraft) -> Vec<&mut Money> {
    let mut all: Vec<&mut Money> = draft.funds.iter_mut().map(|fund| &mut fund.amount).collect();
    for activity in &mut draft.activities {
        let Activity { ask, lines, levels, .. } = activity;
        if lines.is_empty() {
            all.extend(ask);
        } else {
            *ask = None;
        }
        all.extend(levels);
        all.extend(lines.iter_mut().map(|line| &mut line.cost));
    }
    for limit in draft.rules.iter_mut().flat_map(|rule| [&mut rule.at_least, &mut rule.at_most]) {
        if let Some(Limit::Money(amount)) = limit {
            all.push(amount);
        }
    }
    all
}

/// Lower scores, maxima and weights.
fn lower_numbers(draft: &CallDraft) -> impl Iterator<Item = CallDraft> + '_ {
    let count = numbers(&mut draft.clone()).len();
    (0..count).flat_map(|n| Lower::ALL.map(|lower| (n, lower))).filter_map(|(n, lower)| {
        let mut draft = draft.clone();
        let mut all = numbers(&mut draft);
        let number = all.get_mut(n)?;
        **number = lower.number(**number, Decimal::ONE)?;
        Some(draft)
    })
}

fn numbers<'a>(draft: &'a mut CallDraft) -> Vec<&'a mut Decimal> {
    let scores = draft.activities.iter_mut().flat_map(|activity| activity.scores.values_mut());
    let of_criterion = |criterion: &'a mut Criterion| [&mut criterion.weight, &mut criterion.max];
    scores.chain(draft.criteria.iter_mut().flat_map(of_criterion)).collect()
}
