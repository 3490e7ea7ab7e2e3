//! A follow-up as CSV: rows of accounts, of their periods and of reported sums, told apart by their level.

use std::collections::HashMap;

use fordela::written;
use fordela_words::report::field::Field;

use super::super::rows::{Rows, guarded};
use crate::follow_up::{AccountReport, FollowUpReport, PartyAccountReport, PeriodReport, SumReport};

const FIELDS: [Field; 22] = [
    Field::Level,
    Field::Applicant,
    Field::Activity,
    Field::Name,
    Field::Fund,
    Field::Period,
    Field::Granted,
    Field::Outcome,
    Field::Spent,
    Field::Above,
    Field::Repaid,
    Field::CarriedOver,
    Field::Returned,
    Field::Unsettled,
    Field::Reported,
    Field::ReportBy,
    Field::Figure,
    Field::Line,
    Field::Column,
    Field::ReportedSum,
    Field::SumOfParts,
    Field::Difference,
];

/// So many columns are of accounts, and the rest of reported sums.
const OF_ACCOUNTS: usize = 16;

/// One row an account, one a period of it and one a reported sum.
pub(in super::super) fn csv(report: &FollowUpReport) -> Rows {
    let own = |one: &PartyAccountReport| (one.party.id.clone(), one.applicant.clone().unwrap_or_default());
    let applicants: HashMap<String, String> = report.activities.iter().map(own).collect();
    let mut rows = Vec::new();
    for account in &report.accounts {
        rows.push(of_account(&applicants, account));
        rows.extend(account.periods.iter().map(|period| of_period(&applicants, account, period)));
    }
    rows.extend(report.sums.iter().map(of_sum));
    Rows::under(FIELDS).with(rows)
}

/// The first cells of a row; `applicants` are those of the activities, and none where accounts are of applicants.
fn start(applicants: &HashMap<String, String>, account: &AccountReport, level: &str) -> Vec<String> {
    let id = &account.party.id;
    let (applicant, activity) = match applicants.get(id) {
        Some(applicant) => (applicant.clone(), id.clone()),
        None => (id.clone(), String::new()),
    };
    let fund = account.fund.clone().unwrap_or_default();
    vec![level.to_owned(), applicant, activity, guarded(&account.party.name), fund]
}

fn of_account(applicants: &HashMap<String, String>, account: &AccountReport) -> Vec<String> {
    let one = &account.settlement;
    let mut row = start(applicants, account, "account");
    row.push(String::new());
    let sums =
        [one.granted, one.outcome, one.spent, one.above, one.repaid, one.carried_over, one.returned, one.unsettled];
    row.extend(sums.map(|sum| sum.to_string()));
    row.extend([account.reported.to_string(), account.report_by.map(|day| day.to_string()).unwrap_or_default()]);
    row.resize(FIELDS.len(), String::new());
    row
}

fn of_period(applicants: &HashMap<String, String>, account: &AccountReport, period: &PeriodReport) -> Vec<String> {
    let mut row = start(applicants, account, "period");
    row.push(guarded(period.period.as_deref().unwrap_or_default()));
    let sums = [period.available, period.spent + period.above, period.spent, period.above];
    row.extend(sums.map(|sum| sum.to_string()));
    row.resize(FIELDS.len(), String::new());
    row
}

fn of_sum(sum: &SumReport) -> Vec<String> {
    let mut row = vec!["sum".to_owned()];
    row.resize(OF_ACCOUNTS, String::new());
    row.extend([guarded(&sum.figure), sum.line.to_string(), sum.column.to_string()]);
    row.extend([&sum.reported, &sum.sum, &sum.difference].map(written::exact));
    row
}
