//! Who was granted what, and what became of it.

use std::collections::HashMap;

use fordela::{Date, Money, Party};
use fordela_words::report::follow_up::{self, accounts as told};
use fordela_words::report::head::Head;
use fordela_words::{Words, unspent};

use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::follow_up::{AccountReport, FollowUpReport, FundAccountReport, PartyAccountReport, SettlementReport};

/// A column of sums: its head, and the sum.
type Summed = (&'static str, fn(&SettlementReport) -> Money);

/// The columns that say something: what was granted and spent, and where what is left goes.
fn columns(report: &FollowUpReport, words: Words<'_>) -> Vec<Summed> {
    let always: [Summed; 2] =
        [(words.head(Head::Granted), |one| one.granted), (follow_up::spent(words), |one| one.outcome)];
    let maybe: [Summed; 5] = [
        (told::above(words), |one| one.above),
        (follow_up::repaid(words), |one| one.repaid),
        (follow_up::carried_over(words), |one| one.carried_over),
        (follow_up::returned(words), |one| one.returned),
        (told::unsettled_head(words), |one| one.unsettled),
    ];
    always.into_iter().chain(maybe.into_iter().filter(|(_, sum)| report.has(sum))).collect()
}

/// Applicants and their activities; below them what is parted by fund or period.
pub(super) fn grid(report: &FollowUpReport, words: Words<'_>) -> Grid {
    let sums = columns(report, words);
    let what = match report.by {
        Party::Activity => words.head(Head::ApplicantAndActivity),
        Party::Applicant => words.head(Head::Applicant),
    };
    let mut columns = vec![Column::words(what)];
    columns.extend(sums.iter().map(|(head, _)| Column::numbers(*head)));
    let row = |kind, name: &str, reported: bool, settlement: &SettlementReport| {
        let mut row = Row::new(kind, [name.to_owned()]);
        let cell = |(n, (_, sum)): (usize, &Summed)| match n {
            1 if !reported => Cell::dash(),
            _ => Cell::amount(sum(settlement), words),
        };
        row.cells.extend(sums.iter().enumerate().map(cell));
        row
    };
    let party = |kind, one: &PartyAccountReport| row(kind, &one.party.name, one.reported, &one.settlement);
    let mut accounts: HashMap<&str, Vec<&AccountReport>> = HashMap::new();
    for account in &report.accounts {
        accounts.entry(&account.party.id).or_default().push(account);
    }
    let mut rows = Vec::new();
    for applicant in &report.applicants {
        let own = report.activities.iter().filter(|one| one.applicant.as_ref() == Some(&applicant.party.id));
        let own: Vec<&PartyAccountReport> = own.collect();
        let kind = if own.is_empty() { RowKind::Alone } else { RowKind::Group };
        rows.push(party(kind, applicant));
        if own.is_empty() {
            rows.extend(parted(report, of(&accounts, applicant), &row, words));
        }
        for activity in own {
            rows.push(party(RowKind::Item, activity));
            rows.extend(parted(report, of(&accounts, activity), &row, words));
        }
    }
    rows.push(row(RowKind::Total, words.head(Head::Total), true, &report.totals));
    Grid { columns, rows }
}

fn of<'a, 'r>(
    accounts: &'a HashMap<&str, Vec<&'r AccountReport>>,
    one: &PartyAccountReport,
) -> &'a [&'r AccountReport] {
    accounts.get(one.party.id.as_str()).map(Vec::as_slice).unwrap_or_default()
}

/// The accounts of an activity or applicant by fund, where there are several; and by period.
fn parted(
    report: &FollowUpReport,
    own: &[&AccountReport],
    row: &impl Fn(RowKind, &str, bool, &SettlementReport) -> Row,
    words: Words<'_>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for account in own {
        if own.len() > 1 {
            let fund =
                account.fund.as_deref().map_or_else(|| told::unknown_fund(words).to_owned(), |fund| name(report, fund));
            rows.push(row(RowKind::Detail, &format!("  {fund}"), account.reported, &account.settlement));
        }
        if account.periods.len() > 1 {
            rows.extend(account.periods.iter().map(|one| {
                let name = one.period.as_deref().unwrap_or(told::no_period(words));
                let [available, spent] = [one.available, one.spent + one.above].map(|sum| Cell::amount(sum, words));
                let cells = [format!("  {name}").into(), available, spent];
                Row::new(RowKind::Detail, cells)
            }));
        }
    }
    rows
}

fn name(report: &FollowUpReport, fund: &str) -> String {
    let found = report.funds.iter().find(|one| one.id.as_deref() == Some(fund));
    found.and_then(|one| one.name.clone()).unwrap_or_else(|| fund.to_owned())
}

/// What the dash and the columns mean, where they occur.
pub(super) fn notes(report: &FollowUpReport, words: Words<'_>) -> Vec<Block> {
    let mut notes = Vec::new();
    if report.accounts.iter().any(|account| !account.reported) {
        notes.push(told::no_report(words));
    }
    if report.has(|one| one.above) {
        notes.push(told::not_set_off(words));
    }
    if report.accounts.iter().any(|account| account.periods.len() > 1) {
        notes.push(told::in_periods(words));
    }
    notes.into_iter().map(|note| Block::Paragraph(note.to_owned())).collect()
}

/// What each fund granted, what is left of it, and what is to be done by when.
pub(super) fn funds(report: &FollowUpReport, words: Words<'_>) -> Grid {
    let mut columns = vec![Column::words(words.head(Head::Fund))];
    let sums = [words.head(Head::Granted), follow_up::spent(words), follow_up::unspent(words)];
    columns.extend(sums.map(Column::numbers));
    columns.extend(told::fund_heads(words).map(Column::words));
    let day = |day: Option<Date>| Cell::or_dash(day.map(|day| day.to_string().into()));
    let row = |fund: &FundAccountReport| {
        let one = &fund.settlement;
        let cells = [
            fund.name.as_deref().unwrap_or(told::unknown_fund(words)).into(),
            Cell::amount(one.granted, words),
            Cell::amount(one.outcome, words),
            Cell::amount(one.unspent, words),
            becomes(fund, words).into(),
            day(fund.use_by),
            day(fund.report_by),
        ];
        Row::new(RowKind::Alone, cells)
    };
    Grid { columns, rows: report.funds.iter().map(row).collect() }
}

/// What becomes of what is left of a fund.
fn becomes(fund: &FundAccountReport, words: Words<'_>) -> &'static str {
    let one = &fund.settlement;
    if one.unspent.is_zero() {
        return "";
    }
    if !one.unsettled.is_zero() && one.unsettled != one.unspent {
        return told::partly_unsettled(words);
    }
    if !one.unsettled.is_zero() {
        return told::unsettled(words);
    }
    match fund.when_unspent {
        Some(when) => unspent::becomes(when, words),
        // Money of which it is not known which fund pays it may go several ways.
        None => told::see_above(words),
    }
}
