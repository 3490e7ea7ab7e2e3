//! What every budget is worth, as a document.

use std::collections::HashSet;

use fordela::{Lang, Money, Rational, written};
use fordela_words::{Words, capital};

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
    let mut blocks = vec![Block::Paragraph(headline(report, words))];
    blocks.extend(start(report, curve.corners.first().map(|corner| corner.budget), true, words));
    let last = curve.corners.last().map(|corner| corner.budget);
    blocks.extend(end(report, last.filter(|_| curve.whole), true, words));
    blocks.push(Block::Paragraph(own(report, curve.own.as_ref(), words)));
    let is_one = is_one(curve.stretches.iter().flat_map(|stretch| &stretch.moved));
    let mut rows = Vec::new();
    for stretch in &curve.stretches {
        let range = format!("{}–{}", words.amount(stretch.from), words.amount(stretch.to));
        let price = words.number(&price(&stretch.shadow_price));
        rows.push(group(marked(range, stretch.own, words), price));
        rows.extend(moves(&stretch.moved, is_one, words));
    }
    if rows.is_empty() {
        rows.extend(curve.corners.iter().map(|corner| group(words.amount(corner.budget), "–".to_owned())));
    }
    let price = match words.lang {
        Lang::Sv => format!("{}\u{a0}till är\u{a0}värd", capital(&words.one())),
        Lang::En => "One more is worth".to_owned(),
    };
    blocks.push(Block::Grid(Grid { columns: columns(&price, words), rows }));
    blocks.push(Block::Paragraph(
        words
            .pick(
                "Värdet är här beräknat på belopp som kan delas fritt, utan avrundning till hela enheter.",
                "Value is counted here on amounts that can be divided at will, without rounding to whole units.",
            )
            .to_owned(),
    ));
    blocks.extend(last.filter(|_| !curve.whole).map(|last| Block::Paragraph(spent(last, words))));
    blocks
}

fn headline(report: &FrontierReport, words: Words<'_>) -> String {
    let (from, to, name) = (words.amount(report.range.from), words.amount(report.range.to), words.currency_name());
    match words.lang {
        Lang::Sv => format!(
            "Vad varje budget från {from} till {to} är värd, och vilka som får pengarna på vägen. Belopp i {name}."
        ),
        Lang::En => {
            format!(
                "What each budget from {from} to {to} is worth, and who gets the money on the way. Amounts in {name}."
            )
        }
    }
}

/// That smaller budgets than the first do not do; where not all were tried, that it is the smallest that was.
fn start(report: &FrontierReport, first: Option<Money>, are_all_tried: bool, words: Words<'_>) -> Option<Block> {
    let first = words.money(first.filter(|first| *first > report.range.from)?);
    Some(Block::Paragraph(match (are_all_tried, words.lang) {
        (true, Lang::Sv) => format!("Med en budget under {first} kan inte alla regler följas."),
        (true, Lang::En) => format!("With less than {first} not all rules can be kept."),
        (false, Lang::Sv) => format!("{first} är den minsta budget som prövades där alla regler kan följas."),
        (false, Lang::En) => format!("{first} is the smallest budget that was tried with which all rules can be kept."),
    }))
}

/// That larger budgets than the last do not do; where not all were tried, that it is the largest that was.
fn end(report: &FrontierReport, last: Option<Money>, are_all_tried: bool, words: Words<'_>) -> Option<Block> {
    let last = words.money(last.filter(|last| *last < report.range.to)?);
    Some(Block::Paragraph(match (are_all_tried, words.lang) {
        (true, Lang::Sv) => format!("Med en budget över {last} kan inte alla regler följas."),
        (true, Lang::En) => format!("With more than {last} not all rules can be kept."),
        (false, Lang::Sv) => format!("{last} är den största budget som prövades där alla regler kan följas."),
        (false, Lang::En) => format!("{last} is the largest budget that was tried with which all rules can be kept."),
    }))
}

fn own(report: &FrontierReport, own: Option<&Own>, words: Words<'_>) -> String {
    let budget = words.money(report.budget);
    let Some(own) = own else {
        return match words.lang {
            Lang::Sv => format!("Utlysningens budget, {budget}, ligger utanför dessa budgetar."),
            Lang::En => format!("The budget of the call, {budget}, is outside these budgets."),
        };
    };
    let value = words.number(&written::value(&own.value));
    let price = |price: &Option<_>| price.as_ref().map(|price| words.number(&self::price(price)));
    let start = match words.lang {
        Lang::Sv => format!("Utlysningens budget, {budget}, är värd {value}"),
        Lang::En => format!("The budget of the call, {budget}, is worth {value}"),
    };
    let one = words.one();
    let rest = match (price(&own.less), price(&own.more), words.lang) {
        (Some(less), Some(more), Lang::Sv) => {
            format!("; {one} till skulle vara värd {more}, och {one} mindre skulle kosta {less}")
        }
        (Some(less), Some(more), Lang::En) => {
            format!("; one more would be worth {more}, and one less would cost {less}")
        }
        (None, Some(more), Lang::Sv) => format!("; {one} till skulle vara värd {more}"),
        (None, Some(more), Lang::En) => format!("; one more would be worth {more}"),
        (Some(less), None, Lang::Sv) => format!("; {one} mindre skulle kosta {less}"),
        (Some(less), None, Lang::En) => format!("; one less would cost {less}"),
        (None, None, _) => String::new(),
    };
    format!("{start}{rest}.")
}

fn of_steps(report: &FrontierReport, found: &StepsReport, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(headline(report, words))];
    if found.steps.is_empty() {
        blocks.push(Block::Paragraph(none_found(words).to_owned()));
        blocks.extend(not_tried(report, found, words).into_iter().map(Block::Paragraph));
        return blocks;
    }
    let moves = words.pick(
        "Vissa aktiviteter beviljas helt eller inte alls, och därför ändras värdet i steg. För varje steg visas skillnaden mot steget före.",
        "The call has choices that are made in whole or not at all, so that the value moves in steps. Each step shows the difference from the step before.",
    );
    blocks.push(Block::Paragraph(moves.to_owned()));
    let first = found.steps.first().map(|step| step.budget);
    let are_tried = |is_there: &dyn Fn(&Range) -> bool| found.finest && !found.untried.iter().any(is_there);
    let before = |stretch: &Range| first.is_some_and(|first| stretch.from < first);
    blocks.extend(start(report, first, are_tried(&before), words));
    let last = last_possible(found);
    let after = |stretch: &Range| last.is_some_and(|last| stretch.to > last);
    blocks.extend(end(report, last, are_tried(&after), words));
    blocks.extend(unmarked(report, found, words).map(Block::Paragraph));
    let rows = step_rows(found, words);
    blocks.push(Block::Grid(Grid { columns: columns(words.pick("Värde", "Value"), words), rows }));
    blocks.extend(unproven(found, words).map(Block::Paragraph));
    blocks.extend(not_tried(report, found, words).into_iter().map(Block::Paragraph));
    blocks
}

fn none_found(words: Words<'_>) -> &'static str {
    words.pick(
        "Ingen av de budgetar som prövades räcker för att följa alla regler. Att ingen annan gör det är inte visat.",
        "None of the budgets that were tried is enough to keep all rules. That no other is has not been shown.",
    )
}

/// How many values are not proven to be the best.
fn unproven(found: &StepsReport, words: Words<'_>) -> Option<String> {
    let (all, open) = (found.steps.len(), found.steps.iter().filter(|step| !step.optimal).count());
    (open > 0).then(|| match words.lang {
        Lang::Sv => format!(
            "Värdena är de bästa som hittades. För {open} av {all} är det inte visat att inget bättre finns, eftersom tiden eller beräkningarna tog slut."
        ),
        Lang::En => format!(
            "The values are the best that were found. Of {open} in {all} it is not proven that there is no better, as time or effort was spent."
        ),
    })
}

/// The last budget with which all rules can be kept, where there are larger ones with which they cannot.
fn last_possible(found: &StepsReport) -> Option<Money> {
    let last = found.steps.last()?;
    found.impossible.iter().any(|hole| hole.from > last.budget).then_some(last.to)
}

/// What was not looked at.
fn not_tried(report: &FrontierReport, found: &StepsReport, words: Words<'_>) -> Vec<String> {
    let mut told = Vec::new();
    if !found.finest && !found.steps.is_empty() {
        let grain = words.money(found.grain);
        told.push(match words.lang {
            Lang::Sv => format!(
                "Det finns fler steg än dessa: budgetarna har prövats med {grain} mellanrum. Ett kortare intervall (--from, --to) eller fler steg (--most) visar finare steg."
            ),
            Lang::En => format!(
                "There are more steps than these: budgets were tried {grain} apart. A shorter range (--from, --to) or more steps (--most) shows finer ones."
            ),
        });
    }
    if let (Some(first), Some(last)) = (found.untried.first(), found.untried.last()) {
        let (from, to) = (words.money(first.from), words.money(last.to));
        told.push(match (first.from == last.to, words.lang) {
            (true, Lang::Sv) => format!("För budgeten {to} hittades inget svar i tid."),
            (true, Lang::En) => format!("No answer was found in time for the budget {to}."),
            (false, Lang::Sv) => {
                format!("Mellan {from} och {to} prövades inte alla budgetar; där kan det finnas fler steg.")
            }
            (false, Lang::En) => {
                format!("Between {from} and {to} not all budgets were tried; there may be more steps.")
            }
        });
    }
    if found.reached < report.range.to {
        told.push(spent(found.reached, words));
    }
    told
}

fn spent(reached: Money, words: Words<'_>) -> String {
    let reached = words.money(reached);
    match words.lang {
        Lang::Sv => format!("Tiden eller beräkningarna tog slut: större budgetar än {reached} prövades inte."),
        Lang::En => format!("Time or effort was spent: budgets above {reached} were not tried."),
    }
}

/// Each step with who gets more and less. Many steps in a row that move the same are told by the first and the last.
fn step_rows(found: &StepsReport, words: Words<'_>) -> Vec<Row> {
    let is_one = is_one(found.steps.iter().flat_map(|step| &step.moved));
    let head = |step: &StepReport| {
        let from = format!("{} {}", words.pick("från", "from"), words.amount(step.budget));
        group(marked(from, step.own, words), words.number(&written::value(&step.value)))
    };
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
        let told = if alike.len() > MOST_ALIKE { 1 } else { alike.len() };
        for step in &alike[..told] {
            rows.extend(hole_before(step).map(|hole| hole_row(hole, words)));
            rows.push(head(step));
            rows.extend(moves(&step.moved, is_one, words));
        }
        let (untold, last) = (alike.len() - told, alike.last());
        if let Some(last) = last.filter(|_| untold > 0) {
            let text = match words.lang {
                Lang::Sv => format!("… {untold} likadana steg till, det sista från {}", words.amount(last.budget)),
                Lang::En => format!("… {untold} more steps alike, the last from {}", words.amount(last.budget)),
            };
            rows.push(Row::new(RowKind::Item, [text, words.number(&written::value(&last.value))]));
        }
    }
    rows
}

/// Budgets between steps with which nothing keeps all rules.
fn hole_row(hole: &Range, words: Words<'_>) -> Row {
    let (from, to) = (words.amount(hole.from), words.amount(hole.to));
    let budgets = if from == to { from } else { format!("{from}–{to}") };
    let cannot = words.pick("alla regler kan inte följas", "not all rules can be kept");
    group(format!("{budgets}: {cannot}"), "–".to_owned())
}

/// Where the call's own budget is, when no step is marked by it.
fn unmarked(report: &FrontierReport, found: &StepsReport, words: Words<'_>) -> Option<String> {
    let is_marked = found.steps.iter().any(|step| step.own);
    (!is_marked).then(|| own(report, None, words))
}

fn of_nothing(report: &FrontierReport, unreached: &Unreached, words: Words<'_>) -> Vec<Block> {
    let (from, to) = (words.money(report.range.from), words.money(report.range.to));
    let is_one = report.range.from == report.range.to;
    let mut text = match (is_one, words.lang) {
        (true, Lang::Sv) => format!("Med budgeten {to} kan inte alla regler följas."),
        (true, Lang::En) => format!("With the budget {to} not all rules can be kept."),
        (false, Lang::Sv) => format!("Med ingen budget från {from} till {to} kan alla regler följas."),
        (false, Lang::En) => format!("With no budget from {from} to {to} can all rules be kept."),
    };
    if unreached.largest.is_some() && !is_one {
        text += &match words.lang {
            Lang::Sv => format!(" Det här hindrar med {to}:"),
            Lang::En => format!(" This is what hinders with {to}:"),
        };
    }
    let mut blocks = vec![Block::Paragraph(text)];
    blocks.extend(unreached.largest.iter().flat_map(|infeasible| impossible::blocks(infeasible, words)));
    blocks
}

fn columns(number: &str, words: Words<'_>) -> Vec<Column> {
    vec![
        Column::words(words.pick("Budget, och vem som får pengarna", "Budget, and who gets the money")),
        Column::numbers(number),
        Column::numbers(words.pick("Ändring", "Change")),
        Column::words(""),
    ]
}

/// Prices are parts of one, so that as many decimals do for all.
fn price(price: &Rational) -> String {
    written::half_even(price, 4)
}

fn group(name: String, number: String) -> Row {
    Row::new(RowKind::Group, [name, number])
}

/// With a mark where the call's own budget lies.
fn marked(name: String, own: bool, words: Words<'_>) -> String {
    if own { format!("{name}  ◄ {}", words.pick("utlysningens budget", "the call's budget")) } else { name }
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
            (true, _) => words.pick("får mindre", "loses"),
            (false, true) => words.pick("får medel", "enters"),
            (false, false) => "",
        };
        let difference = words.signed(&one.difference.to_string());
        let cells = vec![name, Cell::default(), Cell::new(difference), Cell::new(note)];
        Row { kind: RowKind::Item, cells }
    })
}
