//! What the conditions of a call say: who may pay for what, and what caps and floors count.
//!
//! Reads the draft alone, and shares no code with the library but its types for data. Money is counted in hundredths.

use fordela::call::draft::{Activity, Fund, Line, Unspent};
use fordela::call::{Base, CallDraft, Limit, Percent, Selection};

use crate::oracle::{ask, hundredths, selects, variants};

/// Periods with their first and last day, as numbers of eight digits.
pub const PERIODS: [(&str, i64, i64); 8] = [
    ("2023", 20230101, 20231231),
    ("2023-H1", 20230101, 20230630),
    ("2023-H2", 20230701, 20231231),
    ("2023-Q2", 20230401, 20230630),
    ("2023-08", 20230801, 20230831),
    ("2023-06-30", 20230630, 20230630),
    ("2023-06/2023-07", 20230601, 20230731),
    ("2024-Q1", 20240101, 20240331),
];

/// A line, or the activity as a whole.
pub struct Thing {
    pub cost: i64,
    pub may_pay: Vec<bool>,
}

/// A cap or floor: `scale·Σ counted − Σ part·grant` is at most, or at least, `fixed`.
pub struct Limited {
    pub is_floor: bool,
    /// For every activity, thing and fund.
    pub counted: Vec<Vec<Vec<bool>>>,
    /// For every activity.
    pub part: Vec<i64>,
    pub scale: i64,
    pub fixed: i64,
}

fn days(name: &str) -> (i64, i64) {
    let known = PERIODS.iter().find(|(known, ..)| *known == name);
    known.map(|(_, first, last)| (*first, *last)).expect("one of the known periods")
}

fn own_period(activity: &Activity, line: Option<&Line>) -> Option<(i64, i64)> {
    line.and_then(|line| line.period.as_ref()).or(activity.period.as_ref()).map(|name| days(name))
}

/// Whether what a selection says of activities, kinds of cost, lines and periods is so.
fn counts(selection: &Selection, activity: &Activity, line: Option<&Line>) -> bool {
    let is_one_of =
        |wanted: &Vec<String>, has: Option<String>| wanted.is_empty() || has.is_some_and(|has| wanted.contains(&has));
    let is_within = |wide: &String| {
        let (from, to) = days(wide);
        own_period(activity, line).is_some_and(|(first, last)| from <= first && last <= to)
    };
    selects(selection, activity)
        && is_one_of(&selection.kind, line.and_then(|line| line.kind.clone()))
        && is_one_of(&selection.line, line.map(|line| format!("{}/{}", activity.id, line.id)))
        && (selection.period.is_empty() || selection.period.iter().any(is_within))
}

/// Whether the money of a fund may be used when something takes place; always where that is not known.
fn is_in_time(fund: &Fund, own: Option<(i64, i64)>) -> bool {
    let Some((first, last)) = own else { return true };
    let is_used_in_time =
        fund.use_by.is_none_or(|day| last <= day.strftime("%Y%m%d").to_string().parse().expect("a date"));
    let is_meant_for = fund.period.as_ref().is_none_or(|name| {
        let (from, to) = days(name);
        from <= first && (last <= to || fund.unspent == Some(Unspent::CarryOver))
    });
    is_used_in_time && is_meant_for
}

fn lines_of(activity: &Activity) -> Vec<Option<&Line>> {
    if activity.lines.is_empty() { vec![None] } else { activity.lines.iter().map(Some).collect() }
}

pub fn things(draft: &CallDraft, activity: &Activity) -> Vec<Thing> {
    let thing = |line: Option<&Line>| Thing {
        cost: line.map_or_else(|| ask(activity), |line| hundredths(line.cost)),
        may_pay: draft
            .funds
            .iter()
            .map(|fund| counts(&fund.pays_for, activity, line) && is_in_time(fund, own_period(activity, line)))
            .collect(),
    };
    lines_of(activity).into_iter().map(thing).collect()
}

/// A whole percentage.
pub fn whole(percent: Percent) -> i64 {
    i64::try_from(percent.number()).expect("a whole percentage")
}

fn limited(draft: &CallDraft, things: &[Vec<Thing>], selection: &Selection, is_floor: bool, limit: Limit) -> Limited {
    let is_paid_by = |f: usize| selection.fund.is_empty() || selection.fund.contains(&draft.funds[f].id);
    let of_activity = |activity: &Activity| -> Vec<Vec<bool>> {
        let of_line =
            |line| (0..draft.funds.len()).map(|f| counts(selection, activity, line) && is_paid_by(f)).collect();
        lines_of(activity).into_iter().map(of_line).collect()
    };
    let counted: Vec<Vec<Vec<bool>>> = draft.activities.iter().map(of_activity).collect();
    let mut limited = Limited { is_floor, counted, part: vec![0; things.len()], scale: 1, fixed: 0 };
    let (percent, base) = match limit {
        Limit::Money(money) => return Limited { fixed: hundredths(money), ..limited },
        Limit::Percent(percent, base) => (whole(percent), base),
    };
    limited.scale = 100;
    match base {
        Base::Budget => limited.fixed = percent * draft.funds.iter().map(|fund| hundredths(fund.amount)).sum::<i64>(),
        Base::Asked => {
            assert!(selection.fund.is_empty(), "what is asked of single funds is not tried here");
            let costs = things.iter().zip(&limited.counted).flat_map(|(things, counted)| things.iter().zip(counted));
            limited.fixed =
                percent * costs.filter(|(_, by)| by.contains(&true)).map(|(thing, _)| thing.cost).sum::<i64>();
        }
        Base::Granted => limited.part = vec![percent; things.len()],
        Base::OwnGrant => {
            let own = draft.activities.iter().map(|activity| selects(selection, activity));
            limited.part = own.map(|is_own| if is_own { percent } else { 0 }).collect();
        }
    }
    limited
}

/// Every cap and floor of the call.
pub fn limits(draft: &CallDraft, things: &[Vec<Thing>]) -> Vec<Limited> {
    let mut limits = Vec::new();
    for rule in &draft.rules {
        for selection in variants(draft, rule) {
            let both = [(true, rule.at_least), (false, rule.at_most)];
            for (is_floor, limit) in both.into_iter().filter_map(|(floor, limit)| Some((floor, limit?))) {
                limits.push(limited(draft, things, &selection, is_floor, limit));
            }
        }
    }
    limits
}
