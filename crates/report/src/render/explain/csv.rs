//! Explanations as CSV.

use std::collections::HashMap;

use fordela::explain::Wanted;
use fordela::{Call, Money, written};
use fordela_words::Words;
use fordela_words::report::field::Field;

use super::super::csv::{ACTIVITY, AWARD, conflict, scenarios};
use super::super::rows::{Rows, guarded};
use super::{Names, reason};
use crate::explain::{CallExplained, CauseReport, ExplainReport, Explained, NeededReport, OneExplained, RankedReport};
use crate::{ActivityReport, Range};

/// One row an activity; with an ID, one row a change that would be enough.
pub(in super::super) fn csv(report: &ExplainReport, call: &Call, words: Words<'_>) -> Rows {
    let names = Names::of(call);
    match &report.explained {
        None => report.answered.infeasible().map(conflict).unwrap_or_default(),
        Some(Explained::Call(explained)) => activities(explained, &names, words),
        Some(Explained::Activity(one) | Explained::Applicant(one)) => needs(one),
        Some(Explained::WhyNot(why_not)) => match why_not.changed.answered.infeasible() {
            Some(infeasible) => conflict(infeasible),
            None => scenarios(std::slice::from_ref(&why_not.changed)),
        },
    }
}

fn activities(explained: &CallExplained, names: &Names<'_>, words: Words<'_>) -> Rows {
    let cause = [Field::Explanation, Field::Rank, Field::ByHand, Field::Difference, Field::Cause, Field::CauseRule];
    let applicants: HashMap<&str, &str> =
        explained.applicants.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect();
    let ranked: HashMap<&str, &RankedReport> =
        explained.ranking.iter().map(|ranked| (ranked.activity.as_str(), ranked)).collect();
    let rows = explained.activities.iter().map(|activity| {
        let applicant = applicants.get(activity.applicant.as_str()).copied().unwrap_or_default();
        let mut row = activity_row(activity, applicant, &reason::sentence(activity, names, words));
        row.extend(ranked.get(activity.id.as_str()).into_iter().flat_map(|ranked| ranked_cells(ranked)));
        row
    });
    Rows::under([&ACTIVITY[..], &AWARD, &cause].concat()).with(rows)
}

fn activity_row(activity: &ActivityReport, applicant: &str, explanation: &str) -> Vec<String> {
    vec![
        activity.applicant.clone(),
        guarded(applicant),
        activity.id.clone(),
        guarded(&activity.title),
        activity.asked.to_string(),
        activity.granted.to_string(),
        activity.share.as_ref().map(|share| written::part(share, 4)).unwrap_or_default(),
        written::part(&activity.priority, 4),
        activity.outcome.word().to_owned(),
        activity.reason.word().to_owned(),
        activity.reason.concerns(),
        guarded(explanation),
    ]
}

fn ranked_cells(ranked: &RankedReport) -> [String; 5] {
    let rule = match &ranked.cause {
        Some(CauseReport::Rule { rule, .. }) => rule.clone(),
        _ => String::new(),
    };
    let cause = ranked.cause.as_ref().map(|cause| cause.word().to_owned()).unwrap_or_default();
    [ranked.rank.to_string(), ranked.by_hand.to_string(), ranked.difference.to_string(), cause, rule]
}

/// What a change that would be enough is told by.
const NEEDS: [Field; 13] = [
    Field::Activity,
    Field::Title,
    Field::Asked,
    Field::Granted,
    Field::Reason,
    Field::Concerns,
    Field::Wanted,
    Field::Change,
    Field::Criterion,
    Field::Now,
    Field::Needed,
    Field::UntriedFrom,
    Field::UntriedTo,
];

fn needs(one: &OneExplained) -> Rows {
    let mut rows = Vec::new();
    for needs in &one.activities {
        let activity = &needs.activity;
        let own = || {
            vec![
                activity.id.clone(),
                guarded(&activity.title),
                activity.asked.to_string(),
                activity.granted.to_string(),
                activity.reason.word().to_owned(),
                activity.reason.concerns(),
            ]
        };
        let changes = needs.needed.iter().flat_map(|needed| changes(activity, needed));
        rows.extend(changes.map(|change| own().into_iter().chain(change).collect()));
        if needs.needed.is_empty() {
            rows.push(own().into_iter().chain(std::iter::repeat_n(String::new(), 7)).collect());
        }
    }
    Rows::under(NEEDS).with(rows)
}

/// What is wanted, what is changed, the criterion, what it is now, and what would be enough, empty where nothing is; and
/// between what not all was tried, empty where all was.
fn changes(activity: &ActivityReport, needed: &NeededReport) -> Vec<[String; 7]> {
    let wanted = match needed.wanted {
        Wanted::All => "all",
        Wanted::More => "more",
    };
    let row = |change: &str, criterion: &str, now: String, needed: Option<String>, untried: Option<[String; 2]>| {
        let [from, to] = untried.unwrap_or_default();
        [wanted.to_owned(), change.to_owned(), criterion.to_owned(), now, needed.unwrap_or_default(), from, to]
    };
    let money = |money: Option<Money>| money.map(|money| money.to_string());
    let range = |range: &Option<Range>| range.map(|range| [range.from.to_string(), range.to.to_string()]);
    let scores = needed.scores.iter().map(|one| {
        let untried = one.untried.as_ref().map(|range| [range.from.clone(), range.to.clone()]);
        row("score", &one.criterion, one.now.clone(), one.needed.clone(), untried)
    });
    let ask = row("ask", "", activity.asked.to_string(), money(needed.ask), range(&needed.ask_untried));
    let budget_now = needed.budget_now.to_string();
    let budget = row("budget", "", budget_now, money(needed.budget), range(&needed.budget_untried));
    let ask = (needed.wanted == Wanted::All).then_some(ask);
    scores.chain(ask).chain([budget]).collect()
}
