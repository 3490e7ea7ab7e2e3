//! Where the answer changes along a range.

use fordela::call::Kind;
use fordela::compare::CaseMove;
use fordela::explain::Award;
use fordela::{Call, Lang};
use fordela_words::{Words, quoted, range};

use super::impossible;
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::{Allocates, BreakpointReport, CaseMoveReport, OutcomeReport, SweepReport};

pub(super) fn document(report: &SweepReport, call: &Call, words: Words<'_>) -> Document {
    let range = report.vary.first().map(|vary| range::told(&vary.range, call, words)).unwrap_or_default();
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
            let value = |text: &str| if n == 0 { range::value(text, words) } else { String::new() };
            rows.push(Row::new(RowKind::Alone, [value(&breakpoint.last), value(&breakpoint.first), change]));
        }
    }
    Grid { columns, rows }
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
    let outcome = |outcome: Award| match outcome {
        Award::Full => words.pick("hela beloppet", "all of it"),
        Award::Part => words.pick("en del", "a part"),
        Award::None => words.pick("inget", "nothing"),
    };
    let (old, new, title) = (outcome(activity.old), outcome(activity.new), &activity.title);
    match words.lang {
        Lang::Sv => format!("{title} får {new} i stället för {old}"),
        Lang::En => format!("{title} gets {new} instead of {old}"),
    }
}

fn rule_change(rule: &CaseMoveReport, words: Words<'_>) -> String {
    let change = match rule.change {
        CaseMove::CeasedToBind | CaseMove::Dropped => words.pick("slutar påverka svaret", "ceases to bind"),
        CaseMove::CameToBind | CaseMove::New | CaseMove::Unmoved => {
            words.pick("börjar påverka svaret", "comes to bind")
        }
    };
    let kind = match (rule.case.kind, words.lang) {
        (Kind::AtMost, Lang::Sv) => "taket",
        (Kind::AtMost, Lang::En) => "the cap",
        (Kind::AtLeast, Lang::Sv) => "golvet",
        (Kind::AtLeast, Lang::En) => "the floor",
    };
    format!("{kind} {} {change}{}", quoted(&rule.case.name, words.lang), impossible::whom(&rule.case, words))
}
