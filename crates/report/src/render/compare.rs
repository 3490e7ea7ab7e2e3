//! How two allocations or decisions differ, as a document.

use fordela::{Call, Money, Party};
use fordela_words::report::compare as told;
use fordela_words::report::head::Head;
use fordela_words::{Words, scenario};

use super::differences::{self, Heads};
use super::{impossible, limit, rules};
use crate::document::{Block, Cell, Column, Document, Grid, Row, RowKind};
use crate::{AmountChange, CompareReport, DifferenceReport, RuleChange, SideReport, SideSource, StandingReport};

/// The report as a document.
pub(super) fn document(report: &CompareReport, call: &Call, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone()), Block::Paragraph(told::headline(words))];
    let sides = [("A", &report.a), ("B", &report.b)];
    blocks.push(Block::Items(sides.iter().map(|(letter, side)| legend(letter, side, call, words)).collect()));
    blocks.extend(notes(report, words).into_iter().map(Block::Paragraph));
    for (letter, side) in sides {
        if let Some(infeasible) = side.answered().and_then(|answered| answered.infeasible()) {
            blocks.push(Block::Heading(format!("{letter}. {}", side.name)));
            blocks.extend(impossible::blocks(infeasible, words));
        }
    }
    blocks.extend(differences::blocks(&[&report.difference], Heads { old: "A", new: "B" }, words));
    blocks.extend(of_rules(report, words));
    Document(blocks)
}

/// What a side is, and what it was matched on.
fn legend(letter: &str, side: &SideReport, call: &Call, words: Words<'_>) -> String {
    let what = match &side.source {
        SideSource::Suggestion { .. } => told::suggestion(words).to_owned(),
        SideSource::Scenario { changes, .. } => {
            told::scenario(&side.name, &scenario::changes(changes, call, words), words)
        }
        SideSource::File { matched_on } => told::file(&side.name, *matched_on, words),
    };
    format!("{letter}: {what}")
}

/// What is not known, and what is more than there is.
fn notes(report: &CompareReport, words: Words<'_>) -> Vec<String> {
    let by_applicant = |side: &SideReport| matches!(side.source, SideSource::File { matched_on: Party::Applicant });
    let mut notes = Vec::new();
    if by_applicant(&report.a) || by_applicant(&report.b) {
        notes.push(told::unknown(words).to_owned());
    }
    let sides: [(&str, Of); 2] = [("A", |change| change.old), ("B", |change| change.new)];
    for (letter, of) in sides {
        if of(&report.difference.totals.unallocated).is_some_and(Money::is_negative) {
            notes.push(told::above_budget(letter, words));
        }
        let above = above(&report.difference, of).join(", ");
        if !above.is_empty() {
            notes.push(told::above_asked(letter, &above, words));
        }
    }
    notes
}

/// The amount of one side.
type Of = fn(&AmountChange) -> Option<Money>;

/// What gets more than it asked for, by name: activities, and applicants whose activities are not known.
fn above(difference: &DifferenceReport, of: Of) -> Vec<&str> {
    let is_above = |asked, granted| of(granted).zip(of(asked)).is_some_and(|(granted, asked)| granted > asked);
    let activities = difference.activities.iter().filter(|one| is_above(&one.asked, &one.granted));
    let hidden = |id: &str| difference.activities.iter().any(|one| one.applicant == id && of(&one.granted).is_none());
    let applicants = difference.applicants.iter().filter(|one| is_above(&one.asked, &one.granted) && hidden(&one.id));
    activities.map(|one| one.title.as_str()).chain(applicants.map(|one| one.name.as_str())).collect()
}

/// The rules that a side breaks, or that bind on one side only.
fn of_rules(report: &CompareReport, words: Words<'_>) -> Vec<Block> {
    let all = &report.difference.rules;
    let shown: Vec<&RuleChange> = all.iter().filter(|rule| is_shown(rule)).collect();
    let mut blocks = Vec::new();
    if !shown.is_empty() {
        blocks.push(Block::Heading(told::rules(words).to_owned()));
        blocks.push(Block::Grid(grid(&shown, words)));
    } else if !all.is_empty() {
        blocks.push(Block::Paragraph(told::same_rules(words).to_owned()));
    }
    blocks
}

fn is_shown(rule: &RuleChange) -> bool {
    let binds =
        |standing: &Option<StandingReport>| standing.as_ref().map(|standing| standing.holds && standing.binding);
    let is_broken = |standing: &Option<StandingReport>| standing.as_ref().is_some_and(|standing| !standing.holds);
    is_broken(&rule.old) || is_broken(&rule.new) || (binds(&rule.old) != binds(&rule.new) && knows_both(rule))
}

/// A side on which it is not known how a rule stands says nothing of it.
fn knows_both(rule: &RuleChange) -> bool {
    rule.old.is_some() && rule.new.is_some()
}

fn grid(shown: &[&RuleChange], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.head(Head::RuleAndForWhom)),
        Column::numbers(words.head(Head::Limit)),
        Column::numbers("A"),
        Column::words(""),
        Column::numbers("B"),
        Column::words(""),
    ];
    let mut rows = Vec::new();
    let mut last = None;
    for rule in shown {
        if last != Some(&rule.case.id) {
            rows.push(Row::new(RowKind::Group, [rules::rule_name(&rule.case)]));
        }
        last = Some(&rule.case.id);
        let subject = limit::subject(&rule.case, words);
        let (a, b) = (standing(rule.old.as_ref(), words), standing(rule.new.as_ref(), words));
        rows.push(Row::new(RowKind::Item, [subject.into(), limits(rule, words).into(), a.0, a.1, b.0, b.1]));
    }
    Grid { columns, rows }
}

/// The limit in money; as it is written where it is another on each side.
fn limits(rule: &RuleChange, words: Words<'_>) -> String {
    match (&rule.old, &rule.new) {
        (Some(old), Some(new)) if old.limit != new.limit => limit::written(&rule.case, words),
        (Some(one), _) | (None, Some(one)) => limit::in_money(rule.case.kind, &one.limit, words),
        (None, None) => limit::written(&rule.case, words),
    }
}

/// The sum that is limited, and how the rule stands.
fn standing(standing: Option<&StandingReport>, words: Words<'_>) -> (Cell, Cell) {
    let Some(standing) = standing else { return (Cell::dash(), Cell::default()) };
    let how = told::standing(standing.holds, standing.binding, words);
    (Cell::amount(standing.value, words), how.into())
}
