//! An audit as CSV: one row a number, told apart by section and measure.

use fordela::{Rational, written};
use fordela_words::report::field::Field;

use super::super::csv::conflict;
use super::super::rows::{Rows, guarded};
use crate::audit::{
    AuditFound, AuditReport, AxiomReport, AxiomVerdict, BreachReport, ComplaintReport, GroupWord, ManipulationReport,
    ObstacleReport, SharesReport, TriedReport, VerdictReport, WorthReport,
};

const FIELDS: [Field; 9] = [
    Field::Section,
    Field::Measure,
    Field::Id,
    Field::Name,
    Field::Other,
    Field::OtherName,
    Field::Value,
    Field::Verdict,
    Field::Concerns,
];

/// One row a number; of an impossible call, one row a rule of the conflict.
pub(in super::super) fn csv(report: &AuditReport) -> Rows {
    let Some(found) = &report.audit else {
        return report.answered.infeasible().map(conflict).unwrap_or_default();
    };
    let mut rows = Vec::new();
    rows.extend(shares("applicants", &found.shares.applicants));
    rows.extend(found.shares.activities.iter().flat_map(|level| shares("activities", level)));
    rows.extend(theil(found));
    rows.extend(found.complaints.largest.iter().map(complaint));
    rows.extend(groups(found));
    rows.extend(found.breaches.iter().flat_map(|breaches| &breaches.broken).map(breach));
    rows.extend(distance(found));
    rows.extend(report.axioms.iter().flatten().map(axiom));
    rows.extend(report.manipulation.iter().flatten().flat_map(manipulation));
    Rows::under(FIELDS).with(rows)
}

fn row(section: &str, measure: &str, party: [&str; 4], value: String, rest: [String; 2]) -> Vec<String> {
    let [id, name, other, other_name] = party;
    let mut row = vec![section.to_owned(), measure.to_owned(), guarded(id), guarded(name), guarded(other)];
    row.extend([guarded(other_name), value]);
    row.extend(rest);
    row
}

fn number(section: &str, measure: &str, value: String) -> Vec<String> {
    row(section, measure, [""; 4], value, [String::new(), String::new()])
}

fn shares(section: &str, level: &SharesReport) -> Vec<Vec<String>> {
    let four = |number: &Option<Rational>| number.as_ref().map(|number| written::part(number, 4)).unwrap_or_default();
    let mut rows = Vec::new();
    for (measure, end) in
        level.spread.iter().flat_map(|spread| [("least", &spread.least), ("largest", &spread.largest)])
    {
        for party in &end.whose {
            let share = written::part(&end.share, 4);
            rows.push(row(section, measure, [&party.id, &party.name, "", ""], share, [String::new(), String::new()]));
        }
    }
    let spread = level.spread.as_ref().map(|spread| written::part(&spread.width, 4));
    rows.push(number(section, "spread", spread.unwrap_or_default()));
    for (what, inequality) in [("shares", &level.shares), ("grants", &level.grants), ("asks", &level.asks)] {
        rows.push(number(section, &format!("gini-{what}"), four(&inequality.gini)));
        rows.push(number(section, &format!("jain-{what}"), four(&inequality.jain)));
    }
    rows
}

fn theil(found: &AuditFound) -> Vec<Vec<String>> {
    let Some(theil) = &found.theil else { return Vec::new() };
    let parts = [("applicants", theil.applicants), ("areas", theil.areas)].into_iter().flat_map(|(by, split)| {
        let numbers = [("total", split.total), ("between", split.between), ("within", split.within)];
        numbers.map(|(part, value)| number("theil", &format!("{by}-{part}"), format!("{value:.4}")))
    });
    parts.collect()
}

fn complaint(one: &ComplaintReport) -> Vec<String> {
    let party = [one.one.id.as_str(), &one.one.name, &one.other.id, &one.other.name];
    let concerns = match &one.verdict {
        VerdictReport::Justified { moved, .. } => moved.to_string(),
        VerdictReport::Explained { by, .. } => by.iter().map(concern).collect::<Vec<_>>().join(" "),
        VerdictReport::Unknown { .. } => String::new(),
    };
    let envy = written::half_even(&one.envy, 2);
    row("complaint", "envy", party, envy, [one.verdict.word().to_owned(), concerns])
}

fn concern(obstacle: &ObstacleReport) -> String {
    match obstacle {
        ObstacleReport::Rule(case) => case.id.clone(),
        ObstacleReport::Link { from, to, .. } => format!("{}-{}", from.activity.id, to.activity.id),
        ObstacleReport::Funding(party) => party.id.clone(),
        ObstacleReport::Funds => "funds".to_owned(),
        ObstacleReport::Parting => "parting".to_owned(),
    }
}

fn groups(found: &AuditFound) -> Vec<Vec<String>> {
    let group = |group: &crate::audit::GroupReport| {
        let kind = match group.kind {
            GroupWord::Applicant => "applicant",
            GroupWord::Area => "area",
            GroupWord::Tag => "tag",
        };
        let lacks = group.lacks.as_ref().map(|lacks| written::half_even(lacks, 2)).unwrap_or_default();
        row("lacks", kind, [&group.id, &group.name, "", ""], lacks, [String::new(), String::new()])
    };
    found.groups.iter().filter(|one| one.lacks.is_some()).map(group).collect()
}

fn breach(breach: &BreachReport) -> Vec<String> {
    let told = |measure: &str, id: &str, name: &str, value: String, concerns: String| {
        row("broken", measure, [id, name, "", ""], value, [String::new(), concerns])
    };
    match breach {
        BreachReport::Rule { case, sum, limit } => {
            let subject = case.subject.clone().unwrap_or_default();
            told("rule", &case.id, &case.name, written::exact(&(sum.rational() - limit)), guarded(&subject))
        }
        BreachReport::AboveAsk { to, amount } => told("above-ask", &to.id, &to.name, amount.to_string(), String::new()),
        BreachReport::BetweenUnits { to, amount } => {
            told("between-units", &to.id, &to.name, amount.to_string(), String::new())
        }
        BreachReport::Funding { to, amount } => {
            let amount = amount.map(|amount| amount.to_string()).unwrap_or_default();
            told("funding", &to.id, &to.name, amount, String::new())
        }
        BreachReport::Link { from, to, .. } => {
            told("link", &from.activity.id, &from.activity.name, String::new(), to.activity.id.clone())
        }
        BreachReport::Funds { lacking } => told("funds", "", "", written::exact(lacking), String::new()),
    }
}

fn distance(found: &AuditFound) -> Vec<Vec<String>> {
    let Some(distance) = &found.distance else { return Vec::new() };
    let two = |number: &Rational| written::half_even(number, 2);
    let worth = match &distance.worth {
        WorthReport::Exactly { value } => [number("distance", "worth", written::value(value))].to_vec(),
        WorthReport::AtMost { value } => [number("distance", "worth-at-most", written::bound(value))].to_vec(),
        WorthReport::Unknown => Vec::new(),
    };
    let loss = distance.loss.iter().map(|loss| number("distance", "loss", two(loss)));
    let sums = [
        ("best", written::value(&distance.best)),
        ("above", distance.above.to_string()),
        ("below", distance.below.to_string()),
    ];
    worth.into_iter().chain(loss).chain(sums.map(|(measure, value)| number("distance", measure, value))).collect()
}

fn axiom(axiom: &AxiomReport) -> Vec<String> {
    let (tries, concerns) = match &axiom.verdict {
        AxiomVerdict::Held { tries } => (tries.to_string(), String::new()),
        AxiomVerdict::Broken { call, sentence } => (String::new(), format!("{call} {sentence}")),
        AxiomVerdict::Untried => ("0".to_owned(), String::new()),
    };
    row("axiom", axiom.axiom, [""; 4], tries, [axiom.verdict.word().to_owned(), concerns])
}

/// A row a kind of ways.
fn manipulation(one: &ManipulationReport) -> Vec<Vec<String>> {
    let party = [one.applicant.id.as_str(), &one.applicant.name, "", ""];
    let row = |(kind, tried): (&'static str, &TriedReport)| {
        let verdict = match (&tried.best, tried.tried) {
            (Some(_), _) => "gain",
            (None, 0) => "untried",
            (None, _) => "none",
        };
        let how = tried.best.as_ref().map(|gain| gain.how.clone()).unwrap_or_default();
        row("manipulation", kind, party, written::half_even(&tried.most(kind), 2), [verdict.to_owned(), how])
    };
    one.kinds().map(row).to_vec()
}
