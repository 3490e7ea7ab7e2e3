//! How the suggestion was made: criteria, scores, method and rules.

use fordela::call::Kind;
use fordela::call::draft::Rule;
use fordela::{Call, written};
use fordela_words::Words;
use fordela_words::report::appendix::made as told;
use fordela_words::report::head::Head;

use crate::appendix::{AppendixActivity, AppendixReport, CriterionReport};
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::render::{allocation, sharing};

/// With more criteria than this, a column for each is too wide.
const FEW: usize = 6;

pub(super) fn blocks(report: &AppendixReport, call: &Call, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(told::heading(words).to_owned())];
    if !report.criteria.is_empty() {
        blocks.extend([Block::Paragraph(told::priority(words).to_owned()), Block::Grid(criteria(report, words))]);
        blocks.extend([Block::Heading(told::scores_heading(words).to_owned()), Block::Grid(scores(report, words))]);
    }
    blocks.push(Block::Heading(told::method_heading(words).to_owned()));
    blocks.extend(method(report, call, words).into_iter().map(Block::Paragraph));
    let rules: Vec<String> = call.draft().rules.iter().map(|one| rule(call, one, words)).collect();
    if !rules.is_empty() {
        blocks.extend([Block::Heading(told::rules_heading(words).to_owned()), Block::Items(rules)]);
    }
    blocks
}

fn criteria(report: &AppendixReport, words: Words<'_>) -> Grid {
    let [name, numbers @ ..] = told::criterion_heads(words);
    let columns = std::iter::once(Column::words(name)).chain(numbers.map(Column::numbers)).collect();
    let row = |one: &CriterionReport| {
        let [weight, max] = [one.weight, one.max].map(|number| Cell::number(&number.to_string(), words));
        Row::new(RowKind::Alone, [one.name.as_str().into(), weight, allocation::share(one.share.as_ref(), words), max])
    };
    Grid { columns, rows: report.criteria.iter().map(row).collect() }
}

/// The scores of each activity, where there is room for them, and its priority.
fn scores(report: &AppendixReport, words: Words<'_>) -> Grid {
    let told = if report.criteria.len() <= FEW { report.criteria.len() } else { 0 };
    let mut columns = vec![Column::words(words.head(Head::ApplicantAndActivity))];
    columns.extend(report.criteria[..told].iter().map(|one| Column::numbers(one.name.as_str())));
    columns.push(Column::numbers(words.head(Head::Priority)));
    let row = |kind, activity: &AppendixActivity| {
        let mut cells = vec![Cell::new(activity.title.as_str())];
        cells.extend(activity.scores[..told].iter().map(|one| Cell::number(&one.normalize().to_string(), words)));
        cells.push(Cell::number(&written::half_even(&activity.priority, 2), words));
        Row { kind, cells }
    };
    let rows = report.applicants.iter().flat_map(|applicant| {
        let group = Row::new(RowKind::Group, [applicant.name.as_str()]);
        std::iter::once(group).chain(applicant.activities.iter().map(|activity| row(RowKind::Item, activity)))
    });
    Grid { columns, rows: rows.collect() }
}

/// What is looked for, how ties are settled, and what amounts are in.
fn method(report: &AppendixReport, call: &Call, words: Words<'_>) -> Vec<String> {
    let shared = report.suggestion.found.allocated().and_then(|allocated| allocated.sharing.as_ref());
    let objective = &call.draft().objective;
    let mut told = match shared {
        Some(how) => vec![sharing::headline(how, words)],
        None => {
            let tiers = (!objective.diminishing.is_empty()).then(|| told::tiers(&objective.diminishing, words));
            let mut told = vec![told::most_value(words).to_owned()];
            told.extend(tiers);
            told.push(told::ties(call.has_choices(), words).to_owned());
            told
        }
    };
    told.push(told::rounding(report.suggestion.unit, words));
    vec![told.join(" ")]
}

fn rule(call: &Call, rule: &Rule, words: Words<'_>) -> String {
    let limits = [(Kind::AtLeast, rule.at_least), (Kind::AtMost, rule.at_most)];
    let limits: Vec<_> = limits.into_iter().filter_map(|(kind, limit)| Some((kind, limit?))).collect();
    told::rule(call.called(rule), &limits, rule.each, words)
}
