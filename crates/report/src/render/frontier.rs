//! What every budget is worth, as a document.

use std::collections::HashSet;

use fordela::{Money, written};
use fordela_words::Words;
use fordela_words::report::frontier as told;
use fordela_words::report::frontier::{own, tried};
use fordela_words::report::head::Head;

use super::impossible;
use crate::document::{Block, Cell, Column, Document, Grid, Row, RowKind};
use crate::{CurveReport, FrontierFound, FrontierReport, Moved, Own, Range, StepReport, StepsReport, Unreached};

/// More steps in a row that are alike are not all told.
const MOST_ALIKE: usize = 3;

/// The report as a document.
pub(super) fn document(report: &FrontierReport, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone())];
    match &report.found {
        FrontierFound::Curve(curve) => blocks.extend(of_curve(report, curve, words)),
        FrontierFound::Steps(steps) => blocks.extend(of_steps(report, steps, words)),
        FrontierFound::Infeasible(unreached) => blocks.extend(of_nothing(report, unreached, words)),
    }
    Document(blocks)
}

fn of_curve(report: &FrontierReport, curve: &CurveReport, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(told::headline(report.range.from, report.range.to, words))];
    blocks.extend(start(report, curve.corners.first().map(|corner| corner.budget), true, words));
    let last = curve.corners.last().map(|corner| corner.budget);
    blocks.extend(end(report, last.filter(|_| curve.whole), true, words));
    blocks.push(Block::Paragraph(own_budget(report, curve.own.as_ref(), words)));
    let is_one = is_one(curve.stretches.iter().flat_map(|stretch| &stretch.moved));
    let mut rows = Vec::new();
    for stretch in &curve.stretches {
        let range = format!("{}–{}", words.amount(stretch.from), words.amount(stretch.to));
        let price = own::price(&stretch.shadow_price, words).into();
        rows.push(group(marked(range, stretch.own, words), price));
        rows.extend(moves(&stretch.moved, is_one, words));
    }
    if rows.is_empty() {
        rows.extend(curve.corners.iter().map(|corner| group(words.amount(corner.budget), Cell::dash())));
    }
    blocks.push(Block::Grid(Grid { columns: columns(&told::one_more(words), words), rows }));
    blocks.push(Block::Paragraph(told::without_rounding(words).to_owned()));
    blocks.extend(last.filter(|_| !curve.whole).map(|last| Block::Paragraph(tried::spent(last, words))));
    blocks
}

/// That smaller budgets than the first do not do; where not all were tried, that it is the smallest that was.
fn start(report: &FrontierReport, first: Option<Money>, are_all_tried: bool, words: Words<'_>) -> Option<Block> {
    let first = first.filter(|first| *first > report.range.from)?;
    Some(Block::Paragraph(if are_all_tried { tried::too_small(first, words) } else { tried::smallest(first, words) }))
}

/// That larger budgets than the last do not do; where not all were tried, that it is the largest that was.
fn end(report: &FrontierReport, last: Option<Money>, are_all_tried: bool, words: Words<'_>) -> Option<Block> {
    let last = last.filter(|last| *last < report.range.to)?;
    Some(Block::Paragraph(if are_all_tried { tried::too_large(last, words) } else { tried::largest(last, words) }))
}

/// What the call's own budget is worth, or that it is outside the range.
fn own_budget(report: &FrontierReport, own: Option<&Own>, words: Words<'_>) -> String {
    match own {
        Some(own) => own::worth(report.budget, &own.value, [own.less.as_ref(), own.more.as_ref()], words),
        None => own::outside(report.budget, words),
    }
}

fn of_steps(report: &FrontierReport, found: &StepsReport, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(told::headline(report.range.from, report.range.to, words))];
    if found.steps.is_empty() {
        blocks.push(Block::Paragraph(tried::none_found(words).to_owned()));
        blocks.extend(not_tried(report, found, words).into_iter().map(Block::Paragraph));
        return blocks;
    }
    blocks.push(Block::Paragraph(told::in_steps(words).to_owned()));
    let first = found.steps.first().map(|step| step.budget);
    let are_tried = |is_there: &dyn Fn(&Range) -> bool| found.finest && !found.untried.iter().any(is_there);
    let before = |stretch: &Range| first.is_some_and(|first| stretch.from < first);
    blocks.extend(start(report, first, are_tried(&before), words));
    let last = last_possible(found);
    let after = |stretch: &Range| last.is_some_and(|last| stretch.to > last);
    blocks.extend(end(report, last, are_tried(&after), words));
    blocks.extend(unmarked(report, found, words).map(Block::Paragraph));
    let rows = step_rows(found, words);
    blocks.push(Block::Grid(Grid { columns: columns(words.head(Head::Value), words), rows }));
    blocks.extend(unproven(found, words).map(Block::Paragraph));
    blocks.extend(not_tried(report, found, words).into_iter().map(Block::Paragraph));
    blocks
}

/// How many values are not proven to be the best.
fn unproven(found: &StepsReport, words: Words<'_>) -> Option<String> {
    let (all, open) = (found.steps.len(), found.steps.iter().filter(|step| !step.optimal).count());
    (open > 0).then(|| tried::unproven(open, all, words))
}

/// The last budget with which all rules can be kept, where there are larger ones with which they cannot.
fn last_possible(found: &StepsReport) -> Option<Money> {
    let last = found.steps.last()?;
    found.impossible.iter().any(|hole| hole.from > last.budget).then_some(last.to)
}

/// What was not looked at.
fn not_tried(report: &FrontierReport, found: &StepsReport, words: Words<'_>) -> Vec<String> {
    let mut not_tried = Vec::new();
    if !found.finest && !found.steps.is_empty() {
        not_tried.push(tried::grain(found.grain, words));
    }
    if let (Some(first), Some(last)) = (found.untried.first(), found.untried.last()) {
        not_tried.push(tried::untried(first.from, last.to, words));
    }
    if found.reached < report.range.to {
        not_tried.push(tried::spent(found.reached, words));
    }
    not_tried
}

/// Each step with who gets more and less. Many steps in a row that move the same are told by the first and the last.
fn step_rows(found: &StepsReport, words: Words<'_>) -> Vec<Row> {
    let is_one = is_one(found.steps.iter().flat_map(|step| &step.moved));
    let head = |step: &StepReport| group(marked(told::from(step.budget, words), step.own, words), value(step, words));
    let hole_before = |step: &StepReport| {
        let is_between = |hole: &&Range| found.steps[0].budget < hole.from && hole.to < step.budget;
        let hole = found.impossible.iter().rfind(is_between)?;
        (!found.steps.iter().any(|other| hole.to < other.budget && other.budget < step.budget)).then_some(hole)
    };
    let mut rows = Vec::new();
    let alike = |one: &StepReport, next: &StepReport| {
        one.moved == next.moved && one.own == next.own && hole_before(next).is_none()
    };
    for alike in found.steps.chunk_by(alike) {
        let shown = if alike.len() > MOST_ALIKE { 1 } else { alike.len() };
        for step in &alike[..shown] {
            rows.extend(hole_before(step).map(|hole| hole_row(hole, words)));
            rows.push(head(step));
            rows.extend(moves(&step.moved, is_one, words));
        }
        let (untold, last) = (alike.len() - shown, alike.last());
        if let Some(last) = last.filter(|_| untold > 0) {
            let text = told::more_alike(untold, last.budget, words);
            rows.push(Row::new(RowKind::Item, [text.into(), value(last, words)]));
        }
    }
    rows
}

/// Budgets between steps with which nothing keeps all rules.
fn hole_row(hole: &Range, words: Words<'_>) -> Row {
    group(told::hole(hole.from, hole.to, words), Cell::dash())
}

/// Where the call's own budget is, when no step is marked by it.
fn unmarked(report: &FrontierReport, found: &StepsReport, words: Words<'_>) -> Option<String> {
    let is_marked = found.steps.iter().any(|step| step.own);
    (!is_marked).then(|| own_budget(report, None, words))
}

fn of_nothing(report: &FrontierReport, unreached: &Unreached, words: Words<'_>) -> Vec<Block> {
    let Range { from, to } = report.range;
    let mut text = told::none(from, to, words);
    if unreached.largest.is_some() && from != to {
        text = format!("{text} {}", told::hinders(to, words));
    }
    let mut blocks = vec![Block::Paragraph(text)];
    blocks.extend(unreached.largest.iter().flat_map(|infeasible| impossible::blocks(infeasible, words)));
    blocks
}

fn columns(number: &str, words: Words<'_>) -> Vec<Column> {
    vec![
        Column::words(told::head(words)),
        Column::numbers(number),
        Column::numbers(words.head(Head::Change)),
        Column::words(""),
    ]
}

fn group(name: String, number: Cell) -> Row {
    Row::new(RowKind::Group, [name.into(), number])
}

fn value(step: &StepReport, words: Words<'_>) -> Cell {
    Cell::number(&written::value(&step.value), words)
}

/// With a mark where the call's own budget lies.
fn marked(name: String, own: bool, words: Words<'_>) -> String {
    if own { format!("{name}  ◄ {}", own::mark(words)) } else { name }
}

/// Whether all belongs to one applicant, so that its name needs not be said each time.
fn is_one<'m>(moved: impl Iterator<Item = &'m Moved>) -> bool {
    moved.map(|one| one.applicant.as_str()).collect::<HashSet<_>>().len() == 1
}

fn moves<'m>(moved: &'m [Moved], is_one: bool, words: Words<'m>) -> impl Iterator<Item = Row> + 'm {
    moved.iter().map(move |one| {
        let name = if is_one || one.title == one.applicant_name {
            Cell::new(one.title.as_str())
        } else {
            Cell::new(format!("{}: {}", one.applicant_name, one.title))
        };
        let note = match (one.difference.is_negative(), one.enters) {
            (true, _) => told::loses(words),
            (false, true) => told::enters(words),
            (false, false) => "",
        };
        let difference = Cell::difference(&one.difference.to_string(), words);
        let cells = vec![name, Cell::default(), difference, Cell::new(note)];
        Row { kind: RowKind::Item, cells }
    })
}
