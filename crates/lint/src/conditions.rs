//! What funds may pay for, and when.

use fordela_model::call::draft::Fund;
use fordela_model::call::{Barred, Period, Place};
use fordela_model::{Call, Date};

use super::{FindingKind, Report};

/// What can be odd about the conditions of funds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConditionFinding {
    /// An activity or a line begins while the money of a fund may be used, and goes on after that.
    GoesOnAfter {
        /// The fund.
        fund: String,
        /// The activity, or `activity/line`.
        what: String,
        /// The last day of the money.
        last: Date,
    },
    /// The funds that may pay for an activity can together carry no more than a part of it, so that it can get nothing.
    PartsTooSmall {
        /// The activity.
        activity: String,
        /// The funds.
        funds: Vec<String>,
    },
    /// No fund may pay for a line, though some pay for other lines of the activity.
    LineUnpaid {
        /// The line, `activity/line`.
        line: String,
    },
}

impl ConditionFinding {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::GoesOnAfter { .. } => "goes-on-after-fund",
            Self::PartsTooSmall { .. } => "parts-below-whole",
            Self::LineUnpaid { .. } => "line-unpaid",
        }
    }
}

pub(super) fn check(call: &Call, report: &mut Report) {
    let timed: Vec<(usize, &Fund, Option<Period>)> = call
        .draft()
        .funds
        .iter()
        .enumerate()
        .filter(|(_, fund)| fund.use_by.is_some() || fund.period.is_some())
        .map(|(f, fund)| (f, fund, fund.period.as_ref().map(|name| Period::new(name))))
        .collect();
    for a in 0..call.claims().len() {
        for (f, fund, period) in &timed {
            goes_on(call, a, (*f, fund, period.as_ref()), report);
        }
        parts(call, a, report);
        lines(call, a, report);
    }
}

/// What begins while a fund may be used, and goes on after that.
fn goes_on(call: &Call, a: usize, (f, fund, period): (usize, &Fund, Option<&Period>), report: &mut Report) {
    let activity = &call.draft().activities[a];
    let place = Place::root().key("activity").item(a);
    let items: Vec<Option<usize>> = match activity.lines.len() {
        0 => vec![None],
        lines => (0..lines).map(Some).collect(),
    };
    for item in items {
        let (Some(Barred::AfterUseBy { use_by: last, .. }) | Some(Barred::AfterPeriod { to: last, .. })) =
            call.barred(f, a, item)
        else {
            continue;
        };
        let own = item.and_then(|line| activity.lines[line].period.as_ref());
        let Some((first, _)) = own.or(activity.period.as_ref()).and_then(|name| Period::new(name).days) else {
            continue;
        };
        let begins_before = period.and_then(|period| period.days).is_some_and(|(from, _)| first < from);
        if first > last || begins_before {
            continue;
        }
        let what = item.map_or(activity.id.clone(), |line| format!("{}/{}", activity.id, activity.lines[line].id));
        let place = match item.filter(|_| own.is_some()) {
            Some(line) => place.key("line").item(line).key("period"),
            None => place.key("period"),
        };
        let kind = ConditionFinding::GoesOnAfter { fund: fund.id.clone(), what, last };
        report.add(place, FindingKind::Condition(kind));
    }
}

/// Funds that can carry only a part, in whatever company they may pay.
fn parts(call: &Call, a: usize, report: &mut Report) {
    if !call.claims()[a].payers().is_empty() {
        return;
    }
    let funds: Vec<String> = call.eligible(a).into_iter().map(|f| call.draft().funds[f].id.clone()).collect();
    if !funds.is_empty() {
        let activity = call.draft().activities[a].id.clone();
        let kind = ConditionFinding::PartsTooSmall { activity, funds };
        report.add(Place::root().key("activity").item(a), FindingKind::Condition(kind));
    }
}

/// Lines that nobody may pay for, of an activity of which something may be paid.
fn lines(call: &Call, a: usize, report: &mut Report) {
    let (claim, activity) = (&call.claims()[a], &call.draft().activities[a]);
    if claim.payers().is_empty() {
        return;
    }
    for line in claim.items().iter().filter(|item| item.payers.is_empty()).filter_map(|item| item.line) {
        let place = Place::root().key("activity").item(a).key("line").item(line);
        let line = format!("{}/{}", activity.id, activity.lines[line].id);
        report.add(place, FindingKind::Condition(ConditionFinding::LineUnpaid { line }));
    }
}
