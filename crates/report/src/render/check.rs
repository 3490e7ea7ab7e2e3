//! A check as a document.

use fordela::call::draft::{CallDraft, Each};
use fordela_words::Words;
use fordela_words::report::check as told;
use fordela_words::report::head::Head;

use super::impossible;
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::{CheckReport, Possible};

/// The report as a document; `shown` are the findings as they are shown in the call.
pub(super) fn document(report: &CheckReport, draft: &CallDraft, shown: &[String], words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone()), Block::Grid(holds(report, draft, words))];
    blocks.push(Block::Heading(told::found(report.findings.len(), words)));
    blocks.extend(shown.iter().map(|shown| Block::Verbatim(shown.clone())));
    match &report.possible {
        Possible::Possible { .. } => {
            blocks.push(Block::Heading(told::possible(words).to_owned()));
        }
        Possible::Infeasible(infeasible) => blocks.extend(impossible::blocks(infeasible, words)),
    }
    Document(blocks)
}

fn holds(report: &CheckReport, draft: &CallDraft, words: Words<'_>) -> Grid {
    let columns = vec![Column::words(told::head(words)), Column::numbers("")];
    let count = |n: usize| words.number(&n.to_string());
    let holds = &report.holds;
    let mut rows = vec![
        (told::asked(words), words.money(report.asked())),
        (words.head(Head::Budget), words.money(report.budget())),
    ];
    if let Some(pressure) = &report.pressure {
        rows.push((told::pressure(words), words.share(pressure)));
    }
    rows.extend([
        (words.head(Head::Funds), count(holds.funds)),
        (told::criteria(words), count(holds.criteria)),
        (words.head(Head::Applicants), count(holds.applicants)),
        (words.head(Head::Activities), count(holds.activities)),
        (told::lines(words), count(holds.lines)),
        (told::rules(words), count(holds.rules)),
        (cases(draft, words), count(holds.cases)),
        (told::links(words), count(holds.links)),
    ]);
    let rows = rows.into_iter().map(|(what, much)| Row::new(RowKind::Alone, [what.to_owned(), much])).collect();
    Grid { columns, rows }
}

/// What caps and floors are called when they are counted, one for each that a rule is repeated for.
fn cases(draft: &CallDraft, words: Words<'_>) -> &'static str {
    let each: Vec<Each> = draft.rules.iter().filter_map(|rule| rule.each).collect();
    if each.is_empty() {
        return told::cases(words);
    }
    match each.iter().all(|each| *each == Each::Applicant) {
        true => told::cases_by_applicant(words),
        false => told::cases_by_each(words),
    }
}
