//! A follow-up as CSV: rows of accounts, of their periods and of reported sums, told apart by their level.

use fordela_io::report::decimals;
use fordela_io::report::follow_up::{AccountReport, FollowUpReport, PartyWord, PeriodReport, SumReport};

use super::super::csv::{guarded, written};

const HEADS: [&str; 22] = [
    "level",
    "applicant",
    "activity",
    "name",
    "fund",
    "period",
    "granted",
    "outcome",
    "spent",
    "above",
    "repaid",
    "carried_over",
    "returned",
    "unsettled",
    "reported",
    "report_by",
    "figure",
    "line",
    "column",
    "reported_sum",
    "sum_of_parts",
    "difference",
];

/// So many columns are of accounts, and the rest of reported sums.
const OF_ACCOUNTS: usize = 16;

/// One row an account, one a period of it and one a reported sum.
pub(in super::super) fn csv(report: &FollowUpReport) -> String {
    let mut rows = vec![HEADS.map(str::to_owned).to_vec()];
    for account in &report.accounts {
        rows.push(of_account(report, account));
        rows.extend(account.periods.iter().map(|period| of_period(report, account, period)));
    }
    rows.extend(report.sums.iter().map(of_sum));
    written(&rows)
}

fn start(report: &FollowUpReport, account: &AccountReport, level: &str) -> Vec<String> {
    let id = &account.party.id;
    let (applicant, activity) = match report.by {
        PartyWord::Applicants => (id.clone(), String::new()),
        PartyWord::Activities => {
            let own = report.activities.iter().find(|one| one.party.id == *id);
            (own.and_then(|one| one.applicant.clone()).unwrap_or_default(), id.clone())
        }
    };
    let fund = account.fund.clone().unwrap_or_default();
    vec![level.to_owned(), applicant, activity, guarded(&account.party.name), fund]
}

fn of_account(report: &FollowUpReport, account: &AccountReport) -> Vec<String> {
    let one = &account.settlement;
    let mut row = start(report, account, "account");
    row.push(String::new());
    let sums =
        [one.granted, one.outcome, one.spent, one.above, one.repaid, one.carried_over, one.returned, one.unsettled];
    row.extend(sums.map(|sum| sum.to_string()));
    row.extend([account.reported.to_string(), account.report_by.clone().unwrap_or_default()]);
    row.resize(HEADS.len(), String::new());
    row
}

fn of_period(report: &FollowUpReport, account: &AccountReport, period: &PeriodReport) -> Vec<String> {
    let mut row = start(report, account, "period");
    row.push(guarded(period.period.as_deref().unwrap_or_default()));
    let sums = [period.available, period.spent + period.above, period.spent, period.above];
    row.extend(sums.map(|sum| sum.to_string()));
    row.resize(HEADS.len(), String::new());
    row
}

fn of_sum(sum: &SumReport) -> Vec<String> {
    let mut row = vec!["sum".to_owned()];
    row.resize(OF_ACCOUNTS, String::new());
    row.extend([guarded(&sum.figure), sum.line.to_string(), sum.column.to_string()]);
    row.extend([&sum.reported, &sum.sum, &sum.difference].map(decimals::exact));
    row
}
