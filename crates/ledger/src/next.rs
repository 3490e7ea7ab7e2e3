//! The next year's call, as a draft from what became of this year's money.

use std::collections::BTreeSet;

use fordela_model::call::draft::{Activity, CallDraft};
use fordela_model::call::{Percent, SpendRate};
use fordela_model::{Call, Party};
use fordela_num::decimal::exactly;
use fordela_num::{Money, Rational};

use crate::follow_up::{FollowUp, Settlement};

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
    for (f, fund) in draft.funds.iter_mut().enumerate() {
        let carried = found.of_fund(Some(f)).carried_over;
        fund.amount = fund.amount + carried;
        (fund.period, fund.use_by, fund.report_by) = (None, None, None);
        carried_over.push(carried);
    }
    let to_score = draft.criteria.iter().map(|one| &one.id).find(|id| ONGOING.contains(&id.as_str())).cloned();
    let mut ongoing = Vec::new();
    for (a, activity) in draft.activities.iter_mut().enumerate() {
        activity.period = None;
        activity.lines.iter_mut().for_each(|line| line.period = None);
        let Some(place) = place(call, found, a) else { continue };
        let settlement = found.of_party(place);
        if settlement.granted.is_zero() {
            continue;
        }
        ongoing.push(activity.id.clone());
        mark(activity, tag, to_score.as_ref());
        activity.spend_rate =
            found.is_reported(place).then(|| spend_rate(&settlement)).flatten().map(SpendRate::exactly);
    }
    NextCall { draft, carried_over, unplaced: found.of_fund(None).carried_over, ongoing, to_score }
}

/// Whose accounts tell of an activity.
fn place(call: &Call, found: &FollowUp, activity: usize) -> Option<usize> {
    if found.by == Party::Activity {
        return Some(activity);
    }
    let applicant = call.claims()[activity].applicant();
    let is_only = call.claims().iter().filter(|claim| claim.applicant() == applicant).count() == 1;
    is_only.then_some(applicant)
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
