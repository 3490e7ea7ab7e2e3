//! A check as a document.

use fordela::Lang;
use fordela::call::draft::{CallDraft, Each};
use fordela_words::Words;

use super::impossible;
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::{CheckReport, Possible};

/// The report as a document; `shown` are the findings as they are shown in the call.
pub(super) fn document(report: &CheckReport, draft: &CallDraft, shown: &[String], words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone()), Block::Grid(holds(report, draft, words))];
    blocks.push(Block::Heading(found(report.findings.len(), words)));
    blocks.extend(shown.iter().map(|shown| Block::Verbatim(shown.clone())));
    match &report.possible {
        Possible::Possible { .. } => {
            blocks.push(Block::Heading(
                words
                    .pick(
                        "Utlysningen går att genomföra: minst en fördelning följer alla regler.",
                        "The call is possible: at least one allocation keeps all rules.",
                    )
                    .to_owned(),
            ));
        }
        Possible::Infeasible(infeasible) => blocks.extend(impossible::blocks(infeasible, words)),
    }
    Document(blocks)
}

fn holds(report: &CheckReport, draft: &CallDraft, words: Words<'_>) -> Grid {
    let columns = vec![Column::words(words.pick("Utlysningen", "The call")), Column::numbers("")];
    let count = |n: usize| words.number(&n.to_string());
    let holds = &report.holds;
    let mut rows = vec![
        (words.pick("Sökt belopp", "Asked for"), words.money(report.asked())),
        (words.pick("Budget", "Budget"), words.money(report.budget())),
    ];
    if let Some(pressure) = &report.pressure {
        rows.push((
            words.pick("Sökt belopp i förhållande till budgeten", "Asked for in relation to the budget"),
            words.share(pressure),
        ));
    }
    rows.extend([
        (words.pick("Finansieringskällor", "Funds"), count(holds.funds)),
        (words.pick("Kriterier", "Criteria"), count(holds.criteria)),
        (words.pick("Sökande", "Applicants"), count(holds.applicants)),
        (words.pick("Aktiviteter", "Activities"), count(holds.activities)),
        (words.pick("Kostnadsposter", "Lines"), count(holds.lines)),
        (words.pick("Regler", "Rules"), count(holds.rules)),
        (cases(draft, words), count(holds.cases)),
        (words.pick("Beroenden", "Links"), count(holds.links)),
    ]);
    let rows = rows.into_iter().map(|(what, much)| Row::new(RowKind::Alone, [what.to_owned(), much])).collect();
    Grid { columns, rows }
}

/// What caps and floors are called when they are counted, one for each that a rule is repeated for.
fn cases(draft: &CallDraft, words: Words<'_>) -> &'static str {
    let each: Vec<Each> = draft.rules.iter().filter_map(|rule| rule.each).collect();
    if each.is_empty() {
        return words.pick("Tak och golv", "Caps and floors");
    }
    match each.iter().all(|each| *each == Each::Applicant) {
        true => words.pick("Tak och golv, ett per sökande", "Caps and floors, one an applicant"),
        false => words.pick("Tak och golv, ett för var och en", "Caps and floors, one for each"),
    }
}

fn found(findings: usize, words: Words<'_>) -> String {
    match (findings, words.lang) {
        (0, Lang::Sv) => "Inga oklarheter hittades i utlysningen.".to_owned(),
        (0, Lang::En) => "Nothing in it looks like a mistake.".to_owned(),
        (1, Lang::Sv) => "En uppgift bör kontrolleras:".to_owned(),
        (1, Lang::En) => "One thing may be a mistake:".to_owned(),
        (n, Lang::Sv) => format!("{} uppgifter bör kontrolleras:", words.counted(n)),
        (n, Lang::En) => format!("{} things may be mistakes:", words.counted(n)),
    }
}
