//! Carries out changes of a call.

use std::collections::{BTreeSet, HashMap};

use fordela_model::Call;
use fordela_model::call::draft::{Activity, CallDraft, Fund, Rule};
use fordela_model::call::{CaseLimit, Kind, Limit, Selection};
use fordela_num::{Money, Rational, decimal};
use rust_decimal::Decimal;

use super::change::{Change, Order};

impl Change {
    /// The data of the changed call; `None` where the change cannot be made. It may still have faults.
    pub(crate) fn applied_to(&self, call: &Call) -> Option<CallDraft> {
        let mut draft = call.draft().clone();
        match self {
            Self::Reorder(order) => reorder(&mut draft, *order),
            Self::RenameActivities(names) => rename_activities(&mut draft, names),
            Self::RenameApplicants(names) => rename_applicants(&mut draft, names),
            Self::Fund { fund, to, .. } => draft.funds.iter_mut().find(|f| f.id == *fund)?.amount = *to,
            Self::Score { activity, criterion, to, .. } => {
                find(&mut draft, activity)?.scores.insert(criterion.clone(), *to);
            }
            Self::Ask { activity, to, .. } => find(&mut draft, activity)?.ask = Some(*to),
            Self::MoneyTimes(factor) => {
                return money_mapped(draft, |amount| amount.decimal().checked_mul(*factor)?.try_into().ok());
            }
            Self::ScoresTimes(factor) => {
                let scores = draft.activities.iter_mut().flat_map(|activity| activity.scores.values_mut());
                for number in scores.chain(draft.criteria.iter_mut().map(|criterion| &mut criterion.max)) {
                    *number = number.checked_mul(*factor)?;
                }
            }
            Self::WeightsTimes(factor) => {
                for criterion in &mut draft.criteria {
                    criterion.weight = criterion.weight.checked_mul(*factor)?;
                }
            }
            Self::LeaveOut(ids) => return without(draft, ids),
            Self::Settle { activity, grant } => return settled(call, activity, *grant),
            Self::Split { activity, parts } => split(&mut draft, activity, parts)?,
            Self::Merge { activities, ask } => return merged(draft, activities, *ask),
        }
        Some(draft)
    }
}

fn find<'a>(draft: &'a mut CallDraft, id: &str) -> Option<&'a mut Activity> {
    draft.activities.iter_mut().find(|activity| activity.id == id)
}

fn reorder(draft: &mut CallDraft, order: Order) {
    fn moved<T>(list: &mut [T], order: Order) {
        match order {
            Order::Reversed => list.reverse(),
            Order::Rotated if list.is_empty() => {}
            Order::Rotated => list.rotate_left(1),
        }
    }
    moved(&mut draft.funds, order);
    moved(&mut draft.criteria, order);
    moved(&mut draft.applicants, order);
    moved(&mut draft.activities, order);
    moved(&mut draft.rules, order);
    for activity in &mut draft.activities {
        moved(&mut activity.lines, order);
        moved(&mut activity.tags, order);
        moved(&mut activity.areas, order);
    }
}

/// New names by the old ones.
type NewNames<'n> = HashMap<&'n str, &'n str>;

fn new_names(names: &[(String, String)]) -> NewNames<'_> {
    names.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect()
}

/// What is paired with a name, or the name itself.
fn renamed(names: &NewNames<'_>, name: &str) -> String {
    names.get(name).copied().unwrap_or(name).to_owned()
}

fn rename_activities(draft: &mut CallDraft, names: &[(String, String)]) {
    let names = &new_names(names);
    let titles: HashMap<String, Option<String>> =
        draft.activities.iter().map(|activity| (activity.id.clone(), activity.title.clone())).collect();
    for activity in &mut draft.activities {
        activity.id = renamed(names, &activity.id);
        activity.title = titles.get(&activity.id).cloned().flatten();
    }
    for selection in selections(draft) {
        selection.activity.iter_mut().for_each(|id| *id = renamed(names, id));
    }
    for word in draft.activities.iter_mut().flat_map(words_of_links) {
        // A line of the same activity is named without it, and stays.
        *word = match word.split_once('/') {
            Some((activity, line)) => format!("{}/{line}", renamed(names, activity)),
            None => renamed(names, word),
        };
    }
}

fn words_of_links(activity: &mut Activity) -> impl Iterator<Item = &mut String> {
    let lines = activity.lines.iter_mut().flat_map(|line| line.requires.iter_mut().chain(&mut line.excludes));
    activity.requires.iter_mut().chain(&mut activity.excludes).chain(lines)
}

fn rename_applicants(draft: &mut CallDraft, names: &[(String, String)]) {
    let names = &new_names(names);
    let printed: HashMap<String, Option<String>> =
        draft.applicants.iter().map(|applicant| (applicant.id.clone(), applicant.name.clone())).collect();
    for applicant in &mut draft.applicants {
        applicant.id = renamed(names, &applicant.id);
        applicant.name = printed.get(&applicant.id).cloned().flatten();
    }
    for activity in &mut draft.activities {
        activity.applicant = renamed(names, &activity.applicant);
    }
    for selection in selections(draft) {
        selection.applicant.iter_mut().for_each(|id| *id = renamed(names, id));
    }
}

fn selections(draft: &mut CallDraft) -> impl Iterator<Item = &mut Selection> {
    let funds = draft.funds.iter_mut().map(|fund| &mut fund.pays_for);
    funds.chain(draft.rules.iter_mut().map(|rule| &mut rule.selection))
}

/// The draft with every amount changed; `None` where one cannot be.
pub(super) fn money_mapped(mut draft: CallDraft, new: impl Fn(Money) -> Option<Money>) -> Option<CallDraft> {
    let lines_and_levels = |activity: &mut Activity| -> Option<()> {
        for amount in activity.levels.iter_mut().chain(activity.lines.iter_mut().map(|line| &mut line.cost)) {
            *amount = new(*amount)?;
        }
        if let Some(ask) = &mut activity.ask {
            *ask = new(*ask)?;
        }
        Some(())
    };
    draft.unit = new(draft.unit)?;
    draft.activities.iter_mut().try_for_each(lines_and_levels)?;
    for fund in &mut draft.funds {
        fund.amount = new(fund.amount)?;
    }
    for limit in draft.rules.iter_mut().flat_map(|rule| [&mut rule.at_least, &mut rule.at_most]) {
        if let Some(Limit::Money(amount)) = limit {
            *amount = new(*amount)?;
        }
    }
    Some(draft)
}

/// The draft without these activities, and without rules and funds that name only them; `None` where another activity
/// requires one of them.
pub(super) fn without(mut draft: CallDraft, ids: &[String]) -> Option<CallDraft> {
    let ids: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
    let gone = |word: &str| ids.contains(word.split_once('/').map_or(word, |(activity, _)| activity));
    draft.activities.retain(|activity| !gone(&activity.id));
    for activity in &mut draft.activities {
        let mut required = activity.requires.iter().chain(activity.lines.iter().flat_map(|line| &line.requires));
        if required.any(|word| gone(word)) {
            return None;
        }
        activity.excludes.retain(|word| !gone(word));
        activity.lines.iter_mut().for_each(|line| line.excludes.retain(|word| !gone(word)));
    }
    // A selection that names none selects all: what named only those that are gone goes with them.
    let named_only_them = |selection: &mut Selection| {
        let named = !selection.activity.is_empty();
        selection.activity.retain(|id| !gone(id));
        named && selection.activity.is_empty()
    };
    draft.rules.retain_mut(|rule| !named_only_them(&mut rule.selection));
    draft.funds.retain_mut(|fund| !named_only_them(&mut fund.pays_for));
    Some(draft)
}

/// The call without an activity and its grant. `None` where it cannot be told whose money it is, or what is left of a
/// limit.
fn settled(call: &Call, activity: &str, grant: Money) -> Option<CallDraft> {
    let settled = call.draft().activities.iter().position(|a| a.id == activity)?;
    let pays_for_all = |fund: &Fund| fund.pays_for.is_all() && fund.period.is_none() && fund.use_by.is_none();
    if !call.links().is_empty() || call.pays_by_parts() || !call.draft().funds.iter().all(pays_for_all) {
        return None;
    }
    let mut rules = Vec::new();
    for (n, case) in call.cases().iter().enumerate() {
        let CaseLimit::Fixed(limit) = &case.limit else { return None };
        if case.funds.is_some() {
            return None;
        }
        let taken = if case.activities.contains(&settled) { grant.rational() } else { Rational::ZERO };
        let left: Money = decimal::exactly(&(limit - &taken).max(Rational::ZERO))?.try_into().ok()?;
        let others = case.activities.iter().filter(|a| **a != settled);
        let named: Vec<String> = others.map(|a| call.draft().activities[*a].id.clone()).collect();
        if !named.is_empty() {
            let id = format!("{}-{n}", call.draft().rules[case.rule].id);
            let rule = Rule::new(id, Selection { activity: named, ..Selection::all() });
            rules.push(match case.kind {
                Kind::AtLeast => rule.at_least(left),
                Kind::AtMost => rule.at_most(left),
            });
        }
    }
    let mut draft = call.draft().clone();
    draft.activities.remove(settled);
    draft.rules = rules.into();
    take(&mut draft.funds, grant).then_some(draft)
}

/// Takes money out of the funds, from the first on; whether there was enough.
fn take(funds: &mut [Fund], mut money: Money) -> bool {
    for fund in funds {
        let taken = money.min(fund.amount);
        fund.amount = fund.amount - taken;
        money = money - taken;
    }
    money.is_zero()
}

fn split(draft: &mut CallDraft, activity: &str, parts: &[(String, Money); 2]) -> Option<()> {
    let place = draft.activities.iter().position(|a| a.id == activity)?;
    let [(_, first), (id, second)] = parts;
    let part = Activity { id: id.clone(), ask: Some(*second), ..draft.activities[place].clone() };
    draft.activities[place].ask = Some(*first);
    draft.activities.insert(place + 1, part);
    // What names the activity names both of its parts.
    for selection in selections(draft) {
        if selection.activity.iter().any(|named| named == activity) {
            selection.activity.push(id.clone());
        }
    }
    Some(())
}

fn merged(mut draft: CallDraft, activities: &[String; 2], ask: Money) -> Option<CallDraft> {
    let [first, second] = activities;
    let other = draft.activities.iter().find(|activity| activity.id == *second)?.clone();
    let one = find(&mut draft, first)?;
    let (weight, other_weight) = (one.asked()?.rational(), other.asked()?.rational());
    for criterion in other.scores.keys() {
        one.scores.or_insert(criterion.clone(), Decimal::ZERO);
    }
    for (criterion, score) in one.scores.iter_mut() {
        let other_score = other.scores.get(criterion).copied().unwrap_or(Decimal::ZERO);
        if *score != other_score {
            let sum = &decimal::rational(*score) * &weight + &decimal::rational(other_score) * &other_weight;
            *score = decimal::exactly(&(sum / ask.rational()))?;
        }
    }
    one.ask = Some(ask);
    without(draft, std::slice::from_ref(second))
}
