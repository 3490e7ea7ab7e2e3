//! Rows to grants.

use fordela::Party;
use fordela::keys::Part;

use super::TableText;
use super::cells::trimmed;
use super::heading::in_many;
use super::sheet::{Head, Line, each_row, has_head};
use super::sum::is_sum;
use crate::decision::{Written, WrittenAmount, WrittenGrant};
use crate::fault::{CsvFault, DecisionFault, ReadFault};
use crate::problems::Problems;
use crate::span::{FileId, Span};
use crate::tree::Word;

/// What columns with ids of activities are called, the first that is there.
pub(super) const ACTIVITY: [&str; 5] = ["activity", "aktivitets-id", "id", "aktivitet", "insats"];

/// What people write above a column of activities that holds this key; the key's own column is called so too.
fn headings(key: &str) -> Vec<&'static str> {
    let key = Part::Activity.key(key);
    key.map(|key| key.column.into_iter().chain(key.headings.iter().copied()).collect()).unwrap_or_default()
}

/// What columns with ids of applicants are called, the first that is there.
pub(super) const APPLICANT: [&str; 7] =
    ["applicant", "sökande-id", "sökande", "nämnd", "förvaltning", "organisation", "förening"];

/// What columns with granted sums are called, the first that is there.
pub(super) const GRANTED: [&str; 7] =
    ["granted", "grant", "beviljat", "beviljas", "beslutat", "beviljat belopp", "beslutat belopp"];

/// What the name of a column starts with that says what a fund pays.
const FUND: [&str; 2] = ["fund.", "källa."];

/// The id of the fund that the column of this name says the part of.
fn fund_of(name: &str) -> Option<&str> {
    let rest = |start: &str| {
        let (own, rest) = name.split_at_checked(start.len())?;
        (own.to_lowercase() == start).then_some(rest)
    };
    FUND.into_iter().find_map(rest)
}

/// Which columns hold what.
struct Columns {
    to: Party,
    head: Span,
    id: usize,
    granted: usize,
    /// What amounts in each column are in, where its name says thousands or millions.
    many: Vec<Option<&'static str>>,
    /// What each fund pays: the column, and where the id of the fund stands.
    funds: Vec<(usize, Word, Span)>,
    grants: Vec<WrittenGrant>,
}

/// The grants of a CSV file. Faults are added to `problems`.
pub(crate) fn parse(table: TableText<'_>, problems: &mut Problems) -> Option<Written> {
    let text = table.text;
    let empty = DecisionFault::NothingGranted.into();
    let found = each_row(
        table,
        problems,
        is_known,
        empty,
        |head, problems| columns(text, head, problems),
        |columns, line, problems| match grant(text, line, columns) {
            _ if is_of_sums(text, line, columns) => {}
            Ok(grant) => columns.grants.push(grant),
            Err((span, fault)) => problems.add(FileId::Table, span, fault),
        },
    )?;
    Some(Written { to: found.to, head: found.head, grants: found.grants })
}

/// Whether the text of a sheet is a table of grants, as far as the names of its columns tell.
pub(crate) fn holds_grants(text: &str) -> bool {
    has_head(text, is_known)
}

fn is_known(name: &str) -> bool {
    let has = |known: &[&str]| known.contains(&name);
    let headed = ["title", "id", "applicant"].into_iter().any(|key| has(&headings(key)));
    has(&ACTIVITY) || has(&APPLICANT) || has(&GRANTED) || headed || fund_of(name).is_some()
}

fn columns(text: &str, head: &Head, problems: &mut Problems) -> Option<Columns> {
    let mut fault = |span: Span, fault: ReadFault| {
        problems.add(FileId::Table, span, fault);
        None
    };
    let names = &head.names;
    let twice = |known: &str| {
        let mut places = (0..names.len()).filter(|&place| names[place] == known);
        (places.next(), places.next())
    };
    let find = |known: &[&str]| known.iter().map(|known| twice(known)).find(|(first, _)| first.is_some());
    // A list of applications with a column of grants has both.
    let activity = || find(&ACTIVITY).or_else(|| find(&headings("title"))).or_else(|| find(&headings("id")));
    let applicant = || find(&APPLICANT).or_else(|| find(&headings("applicant")));
    let id = activity().map(|found| (Party::Activity, found));
    let id = id.or_else(|| applicant().map(|found| (Party::Applicant, found)));
    let (Some((to, (Some(id), more_ids))), Some((Some(granted), more_granted))) = (id, find(&GRANTED)) else {
        return match id {
            None => fault(head.span(), DecisionFault::NoIds.into()),
            Some(_) => fault(head.span(), CsvFault::MissingColumn { column: "granted" }.into()),
        };
    };
    let mut grants = (0..names.len()).filter(|&place| GRANTED.contains(&names[place].as_str()));
    if let (Some(first), Some(second)) = (grants.next(), grants.next()) {
        let [other, column] = [first, second].map(|place| trimmed(text, head.cells[place]).of(text).to_owned());
        if other.to_lowercase() != column.to_lowercase() {
            return fault(
                head.cells[second],
                CsvFault::SameColumn { column, other, holds: "granted".to_owned() }.into(),
            );
        }
    }
    let funds: Vec<usize> = (0..names.len()).filter(|&place| fund_of(&names[place]).is_some()).collect();
    let more_funds = funds.iter().find_map(|&place| twice(&names[place]).1);
    if let Some(place) = more_ids.or(more_granted).or(more_funds) {
        return fault(head.cells[place], CsvFault::DuplicateColumn { column: names[place].clone() }.into());
    }
    let fund = |place: usize| {
        let whole = trimmed(text, head.cells[place]);
        let id = fund_of(whole.of(text).trim_start_matches('"')).unwrap_or_default().trim_end_matches('"');
        (place, Word::Decoded(id.trim().into()), whole)
    };
    let funds = funds.into_iter().map(fund).collect();
    Some(Columns { to, head: head.span(), id, granted, many: head.many.clone(), funds, grants: Vec::new() })
}

/// Whether a row holds sums: that is said in its first cell, and it names nobody else.
fn is_of_sums(text: &str, line: &Line<'_>, columns: &Columns) -> bool {
    let first = line.words.iter().map(|word| word.text(text)).find(|said| !said.is_empty()).unwrap_or_default();
    let id = line.words[columns.id].text(text);
    is_sum(first) && (id.is_empty() || id == first)
}

fn grant(text: &str, line: &Line<'_>, columns: &Columns) -> Result<WrittenGrant, (Span, ReadFault)> {
    let cell = |place: usize, column: &'static str| -> Result<(Word, Span), (Span, ReadFault)> {
        let (word, span) = (line.words[place].clone(), trimmed(text, line.cells[place]));
        let is_empty = word.text(text).is_empty();
        match line.unread(span) {
            Some(fault) => Err((span, fault)),
            None if is_empty => Err((line.cells[place], CsvFault::EmptyCell { column }.into())),
            None => Ok((word, span)),
        }
    };
    let (id, at) = cell(columns.id, columns.to.word())?;
    let (amount, amount_at) = cell(columns.granted, "granted")?;
    let in_many = |word: Word, place: usize| in_many(word, columns.many.get(place).copied().flatten(), text);
    let amount = in_many(amount, columns.granted);
    let paid = columns.funds.iter().filter(|(place, ..)| !line.words[*place].text(text).is_empty());
    let funds = paid.map(|(place, fund, fund_at)| WrittenAmount {
        fund: fund.clone(),
        fund_at: *fund_at,
        amount: in_many(line.words[*place].clone(), *place),
        at: trimmed(text, line.cells[*place]),
    });
    Ok(WrittenGrant { id, at, amount, amount_at, funds: funds.collect() })
}
