//! Reports as CSV (RFC 4180): for programs, and for spreadsheets.

use std::collections::HashMap;

use fordela::call::Kind;
use fordela::characters::visible;
use fordela::compare::CaseMove;
use fordela::{Money, written};

use crate::{
    ActivityChange, ActivityReport, Allocated, AlternativeReport, AlternativesReport, AmountChange, CheckReport,
    CompareReport, DifferenceReport, Found, FrontierFound, FrontierReport, Infeasible, Moved, Report, RiskSumsReport,
    ScenarioReport, SweepReport, WhatIfReport,
};

/// One row an activity; of an impossible call, one row a rule of the conflict.
pub(super) fn allocation(report: &Report) -> String {
    match &report.found {
        Found::Optimal(allocated) | Found::WithinGap(allocated) => activities(allocated),
        Found::Infeasible(infeasible) => conflict(infeasible),
    }
}

/// One row an activity of each scenario.
pub(super) fn what_if(report: &WhatIfReport) -> String {
    scenarios(&report.scenarios)
}

/// One row an activity of each scenario.
pub(super) fn scenarios(scenarios: &[ScenarioReport]) -> String {
    let mut rows = vec![change_heads(&["scenario", "status"])];
    for scenario in scenarios {
        let head = [guarded(&scenario.name), scenario.answered.word().to_owned()];
        rows.extend(change_rows(&head, &scenario.difference));
    }
    written(&rows)
}

/// One row an activity of each alternative; of an impossible call, one row a rule of the conflict.
pub(super) fn alternatives(report: &AlternativesReport) -> String {
    if let Some(infeasible) = report.answered.infeasible() {
        return conflict(infeasible);
    }
    let mut rows = vec![change_heads(&["alternative", "way", "loss"])];
    for (n, one) in report.alternatives.iter().enumerate() {
        let way = AlternativeReport::word(one.way).to_owned();
        let head = [(n + 1).to_string(), way, written::half_even(&one.loss, 2)];
        rows.extend(change_rows(&head, &one.difference));
    }
    written(&rows)
}

/// One row an applicant and one an activity, told apart by their level; A is old, and B new.
pub(super) fn compare(report: &CompareReport) -> String {
    let mut rows = vec![change_heads(&["level"])];
    for applicant in &report.difference.applicants {
        let mut row = vec!["applicant".to_owned(), applicant.id.clone(), guarded(&applicant.name)];
        row.extend([String::new(), String::new()]);
        row.extend(amounts(&[applicant.asked, applicant.granted]));
        rows.push(row);
    }
    rows.extend(change_rows(&["activity".to_owned()], &report.difference));
    written(&rows)
}

fn change_heads(first: &[&str]) -> Vec<String> {
    let items = ["applicant", "applicant_name", "activity", "title"];
    let amounts = ["asked", "granted"].into_iter();
    let amounts = amounts.flat_map(|what| ["old", "new", "difference"].map(|side| format!("{what}_{side}")));
    first.iter().chain(&items).map(|head| (*head).to_owned()).chain(amounts).collect()
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
pub(super) fn frontier(report: &FrontierReport) -> String {
    let tail = ["applicant", "applicant_name", "activity", "title", "difference", "enters"];
    let mut rows = Vec::new();
    match &report.found {
        FrontierFound::Curve(curve) => {
            rows.push(["from", "to", "shadow_price", "own"].into_iter().chain(tail).map(str::to_owned).collect());
            for stretch in &curve.stretches {
                let price = written::exact(&stretch.shadow_price);
                let head = [stretch.from.to_string(), stretch.to.to_string(), price, stretch.own.to_string()];
                rows.extend(moved_rows(&head, &stretch.moved));
            }
        }
        FrontierFound::Steps(found) => {
            rows.push(["budget", "value", "own", "to"].into_iter().chain(tail).map(str::to_owned).collect());
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
            rows.extend(all.into_iter().flat_map(|((_, head), moved)| moved_rows(&head, moved)));
        }
        FrontierFound::Infeasible(unreached) => return unreached.largest.as_ref().map(conflict).unwrap_or_default(),
    }
    written(&rows)
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
pub(super) fn breakpoints(report: &SweepReport) -> String {
    let heads = ["last", "first", "kind", "id", "for", "limit", "old", "new"].map(str::to_owned);
    let mut rows = vec![heads.to_vec()];
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
    written(&rows)
}

/// One row a finding.
pub(super) fn check(report: &CheckReport) -> String {
    let heads = ["code", "file", "line", "column", "message", "suggestion"].map(str::to_owned);
    let mut rows = vec![heads.to_vec()];
    rows.extend(report.findings.iter().map(|finding| {
        vec![
            finding.code.clone(),
            guarded(&finding.file),
            finding.line.to_string(),
            finding.column.to_string(),
            guarded(&finding.message),
            guarded(finding.suggestion.as_deref().unwrap_or("")),
        ]
    }));
    written(&rows)
}

fn activities(allocated: &Allocated) -> String {
    let fixed = [
        "applicant",
        "applicant_name",
        "activity",
        "title",
        "asked",
        "granted",
        "share",
        "priority",
        "outcome",
        "reason",
        "concerns",
    ];
    let funds = allocated.funds.iter().map(|fund| format!("fund.{}", fund.id));
    let sums = allocated.risk.iter().flat_map(|_| RiskSumsReport::HEADS.map(str::to_owned));
    let mut rows = vec![fixed.into_iter().map(str::to_owned).chain(funds).chain(sums).collect()];
    let risks: HashMap<&str, &RiskSumsReport> =
        allocated.risk.iter().flat_map(|risk| &risk.activities).map(|one| (one.id.as_str(), &one.sums)).collect();
    let nothing = RiskSumsReport::default();
    let names: HashMap<&str, &str> =
        allocated.applicants.iter().map(|applicant| (applicant.id.as_str(), applicant.name.as_str())).collect();
    rows.extend(allocated.activities.iter().map(|activity| {
        let sums = risks.get(activity.id.as_str()).copied().unwrap_or(&nothing).cells();
        let sums = allocated.risk.iter().flat_map(|_| sums.clone());
        row(allocated, &names, activity).into_iter().chain(sums).collect()
    }));
    written(&rows)
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

pub(super) fn conflict(infeasible: &Infeasible) -> String {
    let heads = ["rule", "for", "kind", "name", "limit", "relax_by"].map(str::to_owned);
    let mut rows = vec![heads.to_vec()];
    let relaxed = |case| {
        let relaxed = infeasible.cheapest_relaxation.iter().find(|relaxed| &relaxed.case == case);
        relaxed.map_or("0".to_owned(), |relaxed| relaxed.by.to_string())
    };
    rows.extend(infeasible.conflict.iter().map(|conflicting| {
        let case = &conflicting.case;
        vec![
            case.id.clone(),
            guarded(case.subject.as_deref().unwrap_or("")),
            kind(case.kind).to_owned(),
            guarded(&case.name),
            conflicting.limit.as_ref().map(written::exact).unwrap_or_default(),
            relaxed(case),
        ]
    }));
    written(&rows)
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::AtMost => "at-most",
        Kind::AtLeast => "at-least",
    }
}

/// Free text with an apostrophe before it where a spreadsheet would take it for a formula: titles come from
/// applicants, and a formula can fetch and send. Ids hold letters, digits, `-` and `_` alone, and can do nothing.
pub(super) fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

pub(super) fn written(rows: &[Vec<String>]) -> String {
    rows.iter().map(|cells| self::line(cells)).collect()
}

/// A row of CSV, with the end of its line.
#[must_use]
pub fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

fn quoted(cell: &str) -> String {
    let cell = visible(cell);
    if cell.contains([',', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_must_be() {
        assert_eq!(quoted("a"), "a");
        assert_eq!(quoted("a, b"), "\"a, b\"");
        assert_eq!(quoted("a\u{202e}\r"), "a\\u{202e}\\u{d}");
        assert_eq!(quoted("a \"b\""), "\"a \"\"b\"\"\"");
        assert_eq!(written(&[vec!["a".to_owned(), "b".to_owned()]]), "a,b\r\n");
    }

    #[test]
    fn disarms_formulas() {
        assert_eq!(guarded("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(guarded("Lov 2023"), "Lov 2023");
    }
}
