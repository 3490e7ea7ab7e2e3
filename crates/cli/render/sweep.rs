//! Where the answer changes along a range.

use fordela::Lang;
use fordela::call::Limit;
use fordela::compare::CaseMove;
use fordela::explain::Outcome;
use fordela_io::report::{Allocates, BreakpointReport, CaseMoveReport, OutcomeReport, SweepReport};

use super::{impossible, limit};
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::lang::Words;

pub(super) fn document(report: &SweepReport, words: Words<'_>) -> Document {
    let range = report.vary.first().map(|vary| vary.range.clone()).unwrap_or_default();
    let heading = words.pick("Var svaret ändras", "Where the answer changes");
    let mut blocks = vec![Block::Heading(format!("{heading}: {range}"))];
    let breakpoints = report.breakpoints.as_deref().unwrap_or_default();
    if breakpoints.is_empty() {
        let same = match words.lang {
            Lang::Sv => {
                "Ingenstans: vid alla värden får samma aktiviteter hela beloppet, en del eller inget, och samma regler \
                 påverkar svaret."
            }
            Lang::En => {
                "Nowhere: at all values the same activities get all, a part or nothing, and the same rules bind."
            }
        };
        blocks.push(Block::Paragraph(same.to_owned()));
    } else {
        blocks.push(Block::Grid(grid(breakpoints, words)));
    }
    Document(blocks)
}

/// A row for each change, with the values before the first of those at one place.
fn grid(breakpoints: &[BreakpointReport], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::numbers(words.pick("Före", "Before")),
        Column::numbers(words.pick("Efter", "After")),
        Column::words(words.pick("Ändring", "Change")),
    ];
    let mut rows = Vec::new();
    for breakpoint in breakpoints {
        for (n, change) in changes(breakpoint, words).into_iter().enumerate() {
            let value = |text: &str| if n == 0 { value(text, words) } else { String::new() };
            rows.push(Row::new(RowKind::Alone, [value(&breakpoint.last), value(&breakpoint.first), change]));
        }
    }
    Grid { columns, rows }
}

/// A value as the language writes it.
fn value(text: &str, words: Words<'_>) -> String {
    match text.parse() {
        Ok(Limit::Percent(percent, base)) => limit::percent(&percent.number().to_string(), base, words),
        _ => text.strip_suffix('%').map_or_else(|| words.number(text), |number| words.with_sign(number.trim_end())),
    }
}

fn changes(breakpoint: &BreakpointReport, words: Words<'_>) -> Vec<String> {
    let mut changes = Vec::new();
    if breakpoint.old != breakpoint.new {
        changes.push(
            match breakpoint.new {
                Allocates::Allocated => words.pick("reglerna kan följas", "the rules can be kept"),
                Allocates::Infeasible => {
                    words.pick("ingen fördelning följer reglerna", "no allocation keeps the rules")
                }
                Allocates::Unanswered => words.pick("inget svar hittades", "no answer was found"),
            }
            .to_owned(),
        );
    }
    changes.extend(breakpoint.activities.iter().map(|activity| outcome_change(activity, words)));
    changes.extend(breakpoint.rules.iter().map(|rule| rule_change(rule, words)));
    changes
}

fn outcome_change(activity: &OutcomeReport, words: Words<'_>) -> String {
    let outcome = |outcome: Outcome| match outcome {
        Outcome::Full => words.pick("hela beloppet", "all of it"),
        Outcome::Part => words.pick("en del", "a part"),
        Outcome::None => words.pick("inget", "nothing"),
    };
    let (old, new, title) = (outcome(activity.old), outcome(activity.new), &activity.title);
    match words.lang {
        Lang::Sv => format!("{title} får {new} i stället för {old}"),
        Lang::En => format!("{title} gets {new} instead of {old}"),
    }
}

fn rule_change(rule: &CaseMoveReport, words: Words<'_>) -> String {
    let change = match rule.change {
        CaseMove::CeasedToBind => words.pick("slutar påverka svaret", "ceases to bind"),
        _ => words.pick("börjar påverka svaret", "comes to bind"),
    };
    format!("{} {change}{}", limit::quoted(&rule.case.name, words), impossible::whom(&rule.case, words))
}
