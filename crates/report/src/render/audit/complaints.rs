//! Who has a higher priority and a lower share than somebody else.

use fordela::{Money, Party, written};
use fordela_words::report::audit::complaints as told;
use fordela_words::report::head::Head;
use fordela_words::{Words, link};

use crate::CaseReport;
use crate::audit::{ComplaintReport, ComplaintsReport, NodeReport, ObstacleReport, UnknownWord, VerdictReport};
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};

pub(super) fn blocks(complaints: &ComplaintsReport, unit: Money, words: Words<'_>) -> Vec<Block> {
    let heading = Block::Heading(told::heading(words).to_owned());
    let mut blocks = vec![heading, Block::Paragraph(lead(complaints, words))];
    if !complaints.largest.is_empty() {
        blocks.push(Block::Grid(grid(complaints, words)));
        blocks.push(Block::Paragraph(explained(complaints, unit, words)));
    }
    blocks
}

fn lead(complaints: &ComplaintsReport, words: Words<'_>) -> String {
    let (count, listed) = (complaints.count, complaints.largest.len());
    let among = if complaints.among == "applicants" { Party::Applicant } else { Party::Activity };
    let counted = told::lead(count, among, words);
    if listed == 0 {
        return counted;
    }
    let verdicts = |word: &str| complaints.largest.iter().filter(|one| one.verdict.word() == word).count();
    let shown = (listed < count).then_some(listed);
    format!("{counted} {}", told::tried(shown, verdicts("justified"), verdicts("explained"), words))
}

fn explained(complaints: &ComplaintsReport, unit: Money, words: Words<'_>) -> String {
    let mut sentences = vec![told::difference_explained(words).to_owned()];
    if complaints.largest.iter().any(|one| matches!(one.verdict, VerdictReport::Justified { .. })) {
        sentences.push(told::move_explained(words).to_owned());
    }
    if has_values(complaints) {
        sentences.push(told::value_explained(words).to_owned());
    }
    if complaints.largest.iter().any(|one| one.envy < unit.rational()) {
        sentences.push(told::rounding_explained(unit, words));
    }
    sentences.join(" ")
}

fn has_values(complaints: &ComplaintsReport) -> bool {
    complaints.largest.iter().any(|one| matches!(one.verdict, VerdictReport::Justified { value: Some(_), .. }))
}

fn grid(complaints: &ComplaintsReport, words: Words<'_>) -> Grid {
    let [higher, lower, is_right] = told::heads(words);
    let mut columns = vec![Column::words(higher), Column::words(lower), Column::numbers(words.head(Head::Difference))];
    let has_values = has_values(complaints);
    if has_values {
        columns.push(Column::numbers(words.head(Head::Value)));
    }
    columns.push(Column::words(is_right));
    let row = |one: &ComplaintReport| {
        let mut row = Row::new(
            RowKind::Alone,
            [
                one.one.name.as_str().into(),
                one.other.name.as_str().into(),
                Cell::amount_of(&written::half_even(&one.envy, 0), words),
            ],
        );
        if has_values {
            row.cells.push(value(&one.verdict, words));
        }
        row.cells.push(verdict(&one.verdict, words));
        row
    };
    Grid { columns, rows: complaints.largest.iter().map(row).collect() }
}

fn value(verdict: &VerdictReport, words: Words<'_>) -> Cell {
    match verdict {
        VerdictReport::Justified { value: Some(value), .. } => Cell::signed(&written::half_even(value, 0), words),
        _ => Cell::default(),
    }
}

fn verdict(verdict: &VerdictReport, words: Words<'_>) -> Cell {
    match verdict {
        VerdictReport::Justified { moved, .. } => Cell::new(told::can_move(*moved, words)),
        VerdictReport::Explained { by, .. } => {
            let all = |of: fn(&CaseReport) -> &str| {
                let all: Vec<String> = by.iter().map(|obstacle| said(obstacle, of, words)).collect();
                told::cannot(&all, words)
            };
            Cell::or(all(|case| &case.name), all(|case| &case.id))
        }
        VerdictReport::Unknown { why } => Cell::new(unknown(*why, words)),
    }
}

fn said(obstacle: &ObstacleReport, of: fn(&CaseReport) -> &str, words: Words<'_>) -> String {
    match obstacle {
        ObstacleReport::Rule(case) => told::limit(case.kind, of(case), words),
        ObstacleReport::Link { kind, from, to } => link::told(&node(from), *kind, &node(to), words),
        ObstacleReport::Funding(_) => told::no_such_amount(words).to_owned(),
        ObstacleReport::Funds => told::funds_run_out(words).to_owned(),
        ObstacleReport::Parting => told::cannot_be_split(words).to_owned(),
    }
}

pub(super) fn node(node: &NodeReport) -> String {
    match &node.line {
        Some(line) => format!("{}/{line}", node.activity.name),
        None => node.activity.name.clone(),
    }
}

fn unknown(why: UnknownWord, words: Words<'_>) -> &'static str {
    match why {
        UnknownWord::Lines => told::depends_on_lines(words),
        UnknownWord::ManyLines => told::too_many_choices(words),
        UnknownWord::Effort => told::out_of_time(words),
        UnknownWord::Funds => told::depends_on_funds(words),
        UnknownWord::Decision => told::decision_breaks_rules(words),
    }
}
