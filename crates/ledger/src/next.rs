//! The next year's call, as a draft from what became of this year's money.

use std::collections::{BTreeSet, HashMap};

use fordela_model::call::draft::{Activity, CallDraft};
use fordela_model::call::{Percent, SpendRate};
use fordela_model::{Call, Party};
use fordela_num::decimal::exactly;
use fordela_num::{Money, Rational};

use crate::follow_up::{Account, FollowUp, Settlement};

/// The ids of criteria that score what already goes on.
const ONGOING: [&str; 4] = ["pagaende", "pågående", "ongoing", "fortsattning"];

/// A draft of the next call, and what people have to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NextCall {
    /// The draft: the same funds with what is carried over added, and without their days; the same criteria,
    /// applicants, activities and rules. Activities that got money have a tag and what part of it they spent.
    pub draft: CallDraft,
    /// What was added to each fund, in the order of the call.
    pub carried_over: Vec<Money>,
    /// What is carried over though it is not known in which fund; it is in none.
    pub unplaced: Money,
    /// The ids of the activities that got money.
    pub ongoing: Vec<String>,
    /// The criterion that scores what already goes on, if there is one. These activities have no score on it, so that
    /// people set it.
    pub to_score: Option<String>,
}

/// Drafts the next call from what became of this one's money.
///
/// Where only applicants were followed up, that is known of an activity which is the only one of its applicant.
#[must_use]
pub fn next_call(call: &Call, found: &FollowUp, tag: &str) -> NextCall {
    let mut draft = call.draft().clone();
    let mut carried_over = Vec::with_capacity(draft.funds.len());
    for fund in &mut draft.funds {
        let carried = found.of_fund(Some(&fund.id)).carried_over;
        fund.amount = fund.amount + carried;
        (fund.period, fund.use_by, fund.report_by) = (None, None, None);
        carried_over.push(carried);
    }
    let to_score = draft.criteria.iter().map(|one| &one.id).find(|id| ONGOING.contains(&id.as_str())).cloned();
    let told = told(call, found);
    let mut ongoing = Vec::new();
    for activity in &mut draft.activities {
        activity.period = None;
        activity.lines.iter_mut().for_each(|line| line.period = None);
        let Some(accounts) = told.get(activity.id.as_str()) else { continue };
        let settlement: Settlement = accounts.iter().map(|account| account.settlement).sum();
        if settlement.granted.is_zero() {
            continue;
        }
        ongoing.push(activity.id.clone());
        mark(activity, tag, to_score.as_ref());
        let is_reported = accounts.iter().any(|account| account.is_reported);
        activity.spend_rate = is_reported.then(|| spend_rate(&settlement)).flatten().map(SpendRate::exactly);
    }
    NextCall { draft, carried_over, unplaced: found.of_fund(None).carried_over, ongoing, to_score }
}

/// The accounts that tell of an activity, by its id.
fn told<'a>(call: &'a Call, found: &'a FollowUp) -> HashMap<&'a str, &'a [Account]> {
    let all = found.accounts.chunk_by(|one, other| one.party == other.party);
    let of: HashMap<&str, &[Account]> = all.filter_map(|own| Some((own.first()?.party.as_str(), own))).collect();
    if found.by == Party::Activity {
        return of;
    }
    let activities = &call.draft().activities;
    let mut asks: HashMap<&str, usize> = HashMap::new();
    activities.iter().for_each(|activity| *asks.entry(activity.applicant.as_str()).or_default() += 1);
    let only = activities.iter().filter(|activity| asks.get(activity.applicant.as_str()) == Some(&1));
    only.filter_map(|activity| Some((activity.id.as_str(), *of.get(activity.applicant.as_str())?))).collect()
}

fn mark(activity: &mut Activity, tag: &str, to_score: Option<&String>) {
    let tags: BTreeSet<&str> = activity.tags.iter().map(String::as_str).collect();
    if !tags.contains(tag) {
        activity.tags.push(tag.to_owned());
    }
    if let Some(criterion) = to_score {
        activity.scores.remove(criterion);
    }
}

/// What part of a grant was spent, to a tenth of a per cent, half to even; all and nothing are only told of all and
/// nothing.
fn spend_rate(settlement: &Settlement) -> Option<Percent> {
    let thousand = Rational::from(1_000_i64);
    let part = settlement.spent.rational() / settlement.granted.rational();
    if part.is_zero() || part == Rational::ONE {
        return exactly(&(part * Rational::from(100_i64))).map(Percent::new);
    }
    let scaled = &part * &thousand;
    let below = scaled.floor();
    let half = Rational::new(1, 2)?;
    let rest = &scaled - &below;
    let is_odd = !(&below * &half).is_integer();
    let up = rest > half || (rest == half && is_odd);
    let rounded = if up { below + Rational::ONE } else { below };
    let rounded = rounded.clamp(Rational::ONE, Rational::from(999_i64));
    exactly(&(rounded / Rational::from(10_i64))).map(Percent::new)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fordela_model::call::draft::{Applicant, Criterion, Fund, Unspent};

    use super::*;
    use crate::follow_up::{Decided, Outcome, Row, Sum, follow_up};

    /// A call of two applicants, of whom the one asks with two activities; what they got, and what they spent.
    fn next_of(decided: &[(&str, i64)], spent: &[(&str, i64)]) -> NextCall {
        let activity = |id: &str, applicant: &str| Activity::new(id, applicant, 300).score("need", 2);
        let call = CallDraft::new("Summer")
            .fund(Fund::new("state", 500).unspent(Unspent::Repay))
            .fund(Fund::new("city", 1_000).unspent(Unspent::CarryOver))
            .criterion(Criterion::new("need", 1, 3))
            .applicant(Applicant::new("culture"))
            .applicant(Applicant::new("leisure"))
            .activity(activity("music", "culture"))
            .activity(activity("stage", "culture"))
            .activity(activity("camp", "leisure"))
            .validate()
            .expect("a call");
        let city = |amount: i64| BTreeMap::from([("city".to_owned(), Money::new(amount))]);
        let funds = decided.iter().map(|&(id, amount)| (id.to_owned(), city(amount))).collect();
        let decided = Decided { to: Party::Applicant, grants: BTreeMap::new(), funds };
        let row = |&(id, amount): &(&str, i64)| Row {
            applicant: Some(id.to_owned()),
            sums: BTreeMap::from([(Sum::Spent, Money::new(amount))]),
            ..Row::default()
        };
        let outcome = Outcome { rows: spent.iter().map(row).collect() };
        next_call(&call, &follow_up(&call, &decided, &outcome).expect("ids of the call"), "ongoing")
    }

    #[test]
    fn the_only_activity_of_an_applicant_is_told_by_what_that_spent() {
        let next = next_of(&[("culture", 400), ("leisure", 200)], &[("culture", 400), ("leisure", 150)]);
        assert_eq!(next.ongoing, ["camp"]);
        let rates: Vec<_> = next.draft.activities.iter().map(|one| one.spend_rate).collect();
        assert_eq!(rates, [None, None, Some(SpendRate::exactly(Percent::new(75.into())))]);
        assert_eq!(next.carried_over, [0, 50].map(Money::new));
        assert_eq!(next.draft.funds[1].amount, Money::new(1_050));
    }

    #[test]
    fn what_nothing_is_reported_of_has_no_spend_rate() {
        let next = next_of(&[("leisure", 200)], &[]);
        assert_eq!((next.ongoing, next.draft.activities[2].spend_rate), (vec!["camp".to_owned()], None));
        assert_eq!(next.carried_over, [0, 0].map(Money::new));
    }
}
