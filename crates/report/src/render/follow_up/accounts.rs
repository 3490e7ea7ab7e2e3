//! Who was granted what, and what became of it.

use std::collections::HashMap;

use fordela::{Date, Money, Party};
use fordela_words::{Words, unspent};

use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::follow_up::{AccountReport, FollowUpReport, FundAccountReport, PartyAccountReport, SettlementReport};

/// A column of sums: its head, and the sum.
type Summed = (&'static str, fn(&SettlementReport) -> Money);

/// The columns that say something: what was granted and spent, and where what is left goes.
fn columns(report: &FollowUpReport, words: Words<'_>) -> Vec<Summed> {
    let always: [Summed; 2] =
        [(words.pick("Beviljat", "Granted"), |one| one.granted), (words.pick("Utfall", "Spent"), |one| one.outcome)];
    let maybe: [Summed; 5] = [
        (words.pick("Över beviljat", "Above"), |one| one.above),
        (words.pick("Återbetalas", "Repaid"), |one| one.repaid),
        (words.pick("Överförs", "Carried over"), |one| one.carried_over),
        (words.pick("Återlämnas", "Returned"), |one| one.returned),
        (words.pick("Ej avgjort", "Unsettled"), |one| one.unsettled),
    ];
    always.into_iter().chain(maybe.into_iter().filter(|(_, sum)| report.has(sum))).collect()
}

/// Applicants and their activities; below them what is parted by fund or period.
pub(super) fn grid(report: &FollowUpReport, words: Words<'_>) -> Grid {
    let sums = columns(report, words);
    let what = match report.by {
        Party::Activity => words.pick("Sökande och aktivitet", "Applicant and activity"),
        Party::Applicant => words.pick("Sökande", "Applicant"),
    };
    let mut columns = vec![Column::words(what)];
    columns.extend(sums.iter().map(|(head, _)| Column::numbers(*head)));
    let row = |kind, name: &str, reported: bool, settlement: &SettlementReport| {
        let mut row = Row::new(kind, [name.to_owned()]);
        let cell = |(n, (_, sum)): (usize, &Summed)| match n {
            1 if !reported => "–".to_owned(),
            _ => words.amount(sum(settlement)),
        };
        row.cells.extend(sums.iter().enumerate().map(cell).map(crate::document::Cell::new));
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
    rows.push(row(RowKind::Total, words.pick("Summa", "Total"), true, &report.totals));
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
            let fund = account.fund.as_deref().map_or_else(|| unknown(words).to_owned(), |fund| name(report, fund));
            rows.push(row(RowKind::Detail, &format!("  {fund}"), account.reported, &account.settlement));
        }
        if account.periods.len() > 1 {
            rows.extend(account.periods.iter().map(|one| {
                let name = one.period.as_deref().unwrap_or(words.pick("utan period", "no period"));
                let cells = [format!("  {name}"), words.amount(one.available), words.amount(one.spent + one.above)];
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

fn unknown(words: Words<'_>) -> &'static str {
    words.pick("okänd källa", "unknown fund")
}

/// What the dash and the columns mean, where they occur.
pub(super) fn notes(report: &FollowUpReport, words: Words<'_>) -> Vec<Block> {
    let mut notes = Vec::new();
    if report.accounts.iter().any(|account| !account.reported) {
        notes.push(words.pick(
            "–: redovisning saknas. Vad som händer med medlen är inte avgjort.",
            "–: no report. What becomes of that money is not settled.",
        ));
    }
    if report.has(|one| one.above) {
        notes.push(words.pick(
            "Det som överstiger det beviljade beloppet kvittas inte mot det som är kvar hos andra.",
            "What is above a grant is not set off against what others have left.",
        ));
    }
    if report.accounts.iter().any(|account| account.periods.len() > 1) {
        notes.push(words.pick(
            "Beviljat i en period är det som återstår från tidigare perioder.",
            "In a period, what is granted is what earlier periods have left.",
        ));
    }
    notes.into_iter().map(|note| Block::Paragraph(note.to_owned())).collect()
}

/// What each fund granted, what is left of it, and what is to be done by when.
pub(super) fn funds(report: &FollowUpReport, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Källa", "Fund")),
        Column::numbers(words.pick("Beviljat", "Granted")),
        Column::numbers(words.pick("Utfall", "Spent")),
        Column::numbers(words.pick("Ej förbrukat", "Unspent")),
        Column::words(words.pick("Hantering", "Becomes")),
        Column::words(words.pick("Används senast", "Use by")),
        Column::words(words.pick("Redovisas senast", "Report by")),
    ];
    let day = |day: Option<Date>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
    let row = |fund: &FundAccountReport| {
        let one = &fund.settlement;
        let cells = [
            fund.name.clone().unwrap_or_else(|| unknown(words).to_owned()),
            words.amount(one.granted),
            words.amount(one.outcome),
            words.amount(one.unspent),
            becomes(fund, words).to_owned(),
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
        return words.pick("delvis ej avgjort", "partly unsettled");
    }
    if !one.unsettled.is_zero() {
        return words.pick("ej avgjort", "unsettled");
    }
    match fund.when_unspent {
        Some(when) => unspent::becomes(when, words),
        // Money of which it is not known which fund pays it may go several ways.
        None => words.pick("se ovan", "see above"),
    }
}
