//! Where the answer changes along a range.

use fordela::Call;
use fordela::compare::CaseMove;
use fordela_words::report::head::Head;
use fordela_words::report::sweep as told;
use fordela_words::{Words, range};

use super::impossible;
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::{Allocates, BreakpointReport, CaseMoveReport, OutcomeReport, SweepReport};

pub(super) fn document(report: &SweepReport, call: &Call, words: Words<'_>) -> Document {
    let range = report.vary.first().map(|vary| range::told(&vary.range, call, words)).unwrap_or_default();
    let mut blocks = vec![Block::Heading(told::heading(&range, words))];
    let breakpoints = report.breakpoints.as_deref().unwrap_or_default();
    if breakpoints.is_empty() {
        blocks.push(Block::Paragraph(told::nowhere(words).to_owned()));
    } else {
        blocks.push(Block::Grid(grid(breakpoints, words)));
    }
    Document(blocks)
}

/// A row for each change, with the values before the first of those at one place.
fn grid(breakpoints: &[BreakpointReport], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::numbers(told::before(words)),
        Column::numbers(told::after(words)),
        Column::words(words.head(Head::Change)),
    ];
    let mut rows = Vec::new();
    for breakpoint in breakpoints {
        for (n, change) in changes(breakpoint, words).into_iter().enumerate() {
            let value = |text: &str| if n == 0 { range::value(text, words) } else { String::new() };
            rows.push(Row::new(RowKind::Alone, [value(&breakpoint.last), value(&breakpoint.first), change]));
        }
    }
    Grid { columns, rows }
}

/// What becomes of the answer.
pub(super) fn changes(breakpoint: &BreakpointReport, words: Words<'_>) -> Vec<String> {
    let mut changes = Vec::new();
    if breakpoint.old != breakpoint.new {
        let answer = match breakpoint.new {
            Allocates::Allocated => told::possible(words),
            Allocates::Infeasible => told::impossible(words),
            Allocates::Unanswered => told::unanswered(words),
        };
        changes.push(answer.to_owned());
    }
    let gets = |one: &OutcomeReport| told::gets(&one.title, one.old, one.new, words);
    changes.extend(breakpoint.activities.iter().map(gets));
    changes.extend(breakpoint.rules.iter().map(|rule| rule_change(rule, words)));
    changes
}

fn rule_change(rule: &CaseMoveReport, words: Words<'_>) -> String {
    let (kind, name, whom) = (rule.case.kind, &rule.case.name, impossible::whom(&rule.case, words));
    match rule.change {
        CaseMove::CeasedToBind | CaseMove::Dropped => told::ceases_to_bind(kind, name, &whom, words),
        CaseMove::CameToBind | CaseMove::New | CaseMove::Unmoved => told::comes_to_bind(kind, name, &whom, words),
    }
}
