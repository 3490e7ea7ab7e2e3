//! Where the answer changes along a range.

use fordela::Lang;
use fordela::compare::CaseMove;
use fordela::explain::Outcome;
use fordela_io::report::{Allocates, BreakpointReport, CaseMoveReport, OutcomeReport, SweepReport};

use super::{limit, rules};
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
                "Ingenstans: samma aktiviteter får allt, en del eller inget vid alla värden, och samma regler styr."
            }
            Lang::En => {
                "Nowhere: the same activities get all, a part or nothing at all values, and the same rules bind."
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
        Column::numbers(words.pick("Till och med", "Up to")),
        Column::numbers(words.pick("Från och med", "From")),
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

/// A value as the language writes it, where it is a plain number.
fn value(text: &str, words: Words<'_>) -> String {
    let is_plain = text.chars().all(|c| c.is_ascii_digit() || c == '.');
    if is_plain { words.number(text) } else { text.to_owned() }
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
        Outcome::Full => words.pick("allt", "all"),
        Outcome::Part => words.pick("en del", "a part"),
        Outcome::None => words.pick("inget", "nothing"),
    };
    let (old, new) = (outcome(activity.old), outcome(activity.new));
    match words.lang {
        Lang::Sv => format!("från {old} till {new}: {}", activity.title),
        Lang::En => format!("from {old} to {new}: {}", activity.title),
    }
}

fn rule_change(rule: &CaseMoveReport, words: Words<'_>) -> String {
    let change = match rule.change {
        CaseMove::CeasedToBind => words.pick("slutar styra", "ceases to bind"),
        _ => words.pick("börjar styra", "comes to bind"),
    };
    let name = rules::rule_name(&rule.case);
    match &rule.case.subject {
        // What tells repetitions of a rule apart comes first, where no room is too narrow for it.
        Some(_) => {
            let whom = limit::subject(&rule.case, words);
            format!("{change} {} {whom}: {name}", words.pick("för", "for"))
        }
        None => format!("{change}: {name}"),
    }
}
