//! Reports as rows of CSV.

use std::collections::HashMap;

use fordela::call::Kind;
use fordela::compare::CaseMove;
use fordela::{Money, written};
use fordela_words::report::field::Field;

use super::rows::{Rows, guarded};
use crate::{
    ActivityChange, ActivityReport, Allocated, AlternativeReport, AlternativesReport, AmountChange, CheckReport,
    CompareReport, DifferenceReport, Found, FrontierFound, FrontierReport, Infeasible, Moved, Report, RiskSumsReport,
    ScenarioReport, SweepReport, WhatIfReport,
};

/// What an activity is told by.
pub(super) const ACTIVITY: [Field; 4] = [Field::Applicant, Field::ApplicantName, Field::Activity, Field::Title];

/// What every activity is told to get, and why.
pub(super) const AWARD: [Field; 7] =
    [Field::Asked, Field::Granted, Field::Share, Field::Priority, Field::Award, Field::Reason, Field::Concerns];

/// One row an activity; of an impossible call, one row a rule of the conflict.
pub(super) fn allocation(report: &Report) -> Rows {
    match &report.found {
        Found::Optimal(allocated) | Found::WithinGap(allocated) => activities(allocated),
        Found::Infeasible(infeasible) => conflict(infeasible),
    }
}

/// One row an activity of each scenario.
pub(super) fn what_if(report: &WhatIfReport) -> Rows {
    scenarios(&report.scenarios)
}

/// One row an activity of each scenario.
pub(super) fn scenarios(scenarios: &[ScenarioReport]) -> Rows {
    let rows = scenarios.iter().flat_map(|scenario| {
        let head = [guarded(&scenario.name), scenario.answered.word().to_owned()];
        change_rows(&head, &scenario.difference)
    });
    changes(&[Field::Scenario, Field::Status]).with(rows)
}

/// One row an activity of each alternative; of an impossible call, one row a rule of the conflict.
pub(super) fn alternatives(report: &AlternativesReport) -> Rows {
    if let Some(infeasible) = report.answered.infeasible() {
        return conflict(infeasible);
    }
    let rows = report.alternatives.iter().enumerate().flat_map(|(n, one)| {
        let way = AlternativeReport::word(one.way).to_owned();
        let head = [(n + 1).to_string(), way, written::half_even(&one.loss, 2)];
        change_rows(&head, &one.difference)
    });
    changes(&[Field::Alternative, Field::Way, Field::Loss]).with(rows)
}

/// One row an applicant and one an activity, told apart by their level; A is old, and B new.
pub(super) fn compare(report: &CompareReport) -> Rows {
    let applicants = report.difference.applicants.iter().map(|applicant| {
        let mut row = vec!["applicant".to_owned(), applicant.id.clone(), guarded(&applicant.name)];
        row.extend([String::new(), String::new()]);
        row.extend(amounts(&[applicant.asked, applicant.granted]));
        row
    });
    let activities = change_rows(&["activity".to_owned()], &report.difference);
    changes(&[Field::Level]).with(applicants.chain(activities))
}

/// Rows of who gets more or less, under what comes first and the rest.
fn changes(first: &[Field]) -> Rows {
    let amounts = [
        Field::AskedOld,
        Field::AskedNew,
        Field::AskedDifference,
        Field::GrantedOld,
        Field::GrantedNew,
        Field::GrantedDifference,
    ];
    Rows::under([first, &ACTIVITY, &amounts].concat())
}

fn change_rows(head: &[String], difference: &DifferenceReport) -> Vec<Vec<String>> {
    let applicants = difference.applicants.iter();
    let names: HashMap<&str, &str> = applicants.map(|one| (one.id.as_str(), one.name.as_str())).collect();
    let row = |activity: &ActivityChange| {
        let mut row = head.to_vec();
        row.extend([
            activity.applicant.clone(),
            guarded(names.get(activity.applicant.as_str()).copied().unwrap_or_default()),
            activity.id.clone(),
            guarded(&activity.title),
        ]);
        row.extend(amounts(&[activity.asked, activity.granted]));
        row
    };
    difference.activities.iter().map(row).collect()
}

fn amounts(changes: &[AmountChange]) -> impl Iterator<Item = String> {
    let sides = changes.iter().flat_map(|change| [change.old, change.new, change.difference]);
    sides.map(|money| money.map(|money| money.to_string()).unwrap_or_default())
}

/// One row an activity that gets more or less in a stretch or step; one without an activity where none does.
pub(super) fn frontier(report: &FrontierReport) -> Rows {
    let under = |first: [Field; 4]| Rows::under([&first[..], &ACTIVITY, &[Field::Difference, Field::Enters]].concat());
    match &report.found {
        FrontierFound::Curve(curve) => {
            let rows = curve.stretches.iter().flat_map(|stretch| {
                let price = written::exact(&stretch.shadow_price);
                let head = [stretch.from.to_string(), stretch.to.to_string(), price, stretch.own.to_string()];
                moved_rows(&head, &stretch.moved)
            });
            under([Field::From, Field::To, Field::ShadowPrice, Field::Own]).with(rows)
        }
        FrontierFound::Steps(found) => {
            let head = |budget: Money, value: String, own: bool, to: Money| {
                (budget, [budget.to_string(), value, own.to_string(), to.to_string()])
            };
            let steps = found.steps.iter().map(|step| {
                let value = written::value(&step.value);
                (head(step.budget, value, step.own, step.to), &step.moved[..])
            });
            // Budgets with which nothing keeps all rules have no value.
            let holes = found.impossible.iter().map(|hole| (head(hole.from, String::new(), false, hole.to), &[][..]));
            let mut all: Vec<_> = steps.chain(holes).collect();
            all.sort_by_key(|((budget, _), _)| *budget);
            let rows = all.into_iter().flat_map(|((_, head), moved)| moved_rows(&head, moved));
            under([Field::Budget, Field::Value, Field::Own, Field::To]).with(rows)
        }
        FrontierFound::Infeasible(unreached) => unreached.largest.as_ref().map(conflict).unwrap_or_default(),
    }
}

fn moved_rows(head: &[String], moved: &[Moved]) -> Vec<Vec<String>> {
    let row = |one: &Moved| {
        let tail = [
            one.applicant.clone(),
            guarded(&one.applicant_name),
            one.activity.clone(),
            guarded(&one.title),
            one.difference.to_string(),
            one.enters.to_string(),
        ];
        head.iter().cloned().chain(tail).collect()
    };
    if moved.is_empty() {
        let empty = std::iter::repeat_n(String::new(), 6);
        return vec![head.iter().cloned().chain(empty).collect()];
    }
    moved.iter().map(row).collect()
}

/// One row a change, at the values between which it happens.
pub(super) fn breakpoints(report: &SweepReport) -> Rows {
    let mut rows = Vec::new();
    for breakpoint in report.breakpoints.iter().flatten() {
        let mut add = |cells: [&str; 6]| {
            let values = [&breakpoint.last, &breakpoint.first].map(Clone::clone);
            rows.push(values.into_iter().chain(cells.map(str::to_owned)).collect());
        };
        if breakpoint.old != breakpoint.new {
            add(["call", "", "", "", breakpoint.old.word(), breakpoint.new.word()]);
        }
        for activity in &breakpoint.activities {
            add(["activity", &activity.id, "", "", activity.old.word(), activity.new.word()]);
        }
        for rule in &breakpoint.rules {
            let subject = guarded(rule.case.subject.as_deref().unwrap_or(""));
            let limit = kind(rule.case.kind);
            let (old, new) = if rule.change == CaseMove::CameToBind { ("free", "binds") } else { ("binds", "free") };
            add(["rule", &rule.case.id, &subject, limit, old, new]);
        }
    }
    let first = [Field::Last, Field::First, Field::Kind, Field::Id];
    Rows::under([first, [Field::For, Field::Limit, Field::Old, Field::New]].concat()).with(rows)
}

/// One row a finding.
pub(super) fn check(report: &CheckReport) -> Rows {
    let rows = report.findings.iter().map(|finding| {
        vec![
            finding.code.clone(),
            guarded(&finding.file),
            finding.line.to_string(),
            finding.column.to_string(),
            guarded(&finding.message),
            guarded(finding.suggestion.as_deref().unwrap_or("")),
        ]
    });
    let fields = [Field::Code, Field::File, Field::Line, Field::Column, Field::Message, Field::Suggestion];
    Rows::under(fields).with(rows)
}

fn activities(allocated: &Allocated) -> Rows {
    let funds: Vec<Field> = allocated.funds.iter().map(|fund| Field::Paid(fund.id.clone())).collect();
    let sums: &[Field] = if allocated.risk.is_some() { &RiskSumsReport::FIELDS } else { &[] };
    let risks: HashMap<&str, &RiskSumsReport> =
        allocated.risk.iter().flat_map(|risk| &risk.activities).map(|one| (one.id.as_str(), &one.sums)).collect();
    let nothing = RiskSumsReport::default();
    let names: HashMap<&str, &str> =
        allocated.applicants.iter().map(|applicant| (applicant.id.as_str(), applicant.name.as_str())).collect();
    let rows = allocated.activities.iter().map(|activity| {
        let own = || risks.get(activity.id.as_str()).copied().unwrap_or(&nothing);
        let sums = allocated.risk.iter().flat_map(|_| own().cells());
        row(allocated, &names, activity).into_iter().chain(sums).collect()
    });
    Rows::under([&ACTIVITY[..], &AWARD, &funds, sums].concat()).with(rows)
}

fn row(allocated: &Allocated, names: &HashMap<&str, &str>, activity: &ActivityReport) -> Vec<String> {
    let share = activity.share.as_ref().map(|share| written::part(share, 4));
    let mut row = vec![
        activity.applicant.clone(),
        guarded(names.get(activity.applicant.as_str()).copied().unwrap_or_default()),
        activity.id.clone(),
        guarded(&activity.title),
        activity.asked.to_string(),
        activity.granted.to_string(),
        share.unwrap_or_default(),
        written::part(&activity.priority, 4),
        activity.outcome.word().to_owned(),
        activity.reason.word().to_owned(),
        activity.reason.concerns(),
    ];
    row.extend(
        allocated.funds.iter().map(|fund| activity.funds.get(&fund.id).map_or("0".to_owned(), ToString::to_string)),
    );
    row
}

pub(super) fn conflict(infeasible: &Infeasible) -> Rows {
    let relaxed = |case| {
        let relaxed = infeasible.cheapest_relaxation.iter().find(|relaxed| &relaxed.case == case);
        relaxed.map_or("0".to_owned(), |relaxed| relaxed.by.to_string())
    };
    let rows = infeasible.conflict.iter().map(|conflicting| {
        let case = &conflicting.case;
        vec![
            case.id.clone(),
            guarded(case.subject.as_deref().unwrap_or("")),
            kind(case.kind).to_owned(),
            guarded(&case.name),
            conflicting.limit.as_ref().map(written::exact).unwrap_or_default(),
            relaxed(case),
        ]
    });
    Rows::under([Field::Rule, Field::For, Field::Kind, Field::Name, Field::Limit, Field::RelaxBy]).with(rows)
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::AtMost => "at-most",
        Kind::AtLeast => "at-least",
    }
}
