//! The appendix to a decision as a document.

mod comment;
mod csv;
mod made;
mod nearest;
mod payers;
mod pictures;
mod table;

use fordela::Call;
use fordela_words::Words;
use fordela_words::report::appendix as told;

use super::{allocation, audit, impossible, money_by_fund, rules, source};
use crate::appendix::AppendixReport;
use crate::document::{Block, Document};
use crate::names::Names;
use crate::{Allocated, Found, share};

pub(super) use csv::csv;

/// The report as a document.
pub(super) fn document(report: &AppendixReport, call: &Call, words: Words<'_>) -> Document {
    let names = Names::of(call);
    let mut blocks = vec![Block::Title(told::title(&report.suggestion.title, report.is_decided(), words))];
    blocks.extend(summary(report, words).into_iter().map(Block::Paragraph));
    if report.totals.granted.is_some() {
        blocks.extend(table::blocks(report, &names, words));
    }
    blocks.extend(report.payers.iter().flat_map(|by| payers::blocks(*by, report, call, words)));
    match &report.suggestion.found {
        Found::Infeasible(infeasible) => blocks.extend(impossible::blocks(infeasible, words)),
        Found::Optimal(allocated) | Found::WithinGap(allocated) => {
            if !report.is_decided() {
                blocks.extend(money_by_fund::blocks(allocated, words));
                blocks.extend(pictures::who_pays(report, call, words));
            }
            blocks.extend(made::blocks(report, call, words));
            blocks.extend(rules::blocks(allocated, words));
            blocks.extend(proof(allocated, words));
            blocks.extend(nearest::blocks(report.nearest.as_deref(), call, words));
            blocks.extend(pictures::budgets(report, words));
        }
    }
    blocks.extend(report.fairness.iter().flat_map(|found| audit::found(found, report.suggestion.unit, words)));
    blocks.extend(source::of_appendix(report, words));
    Document(blocks)
}

/// Who asked for how much, and how much is granted.
fn summary(report: &AppendixReport, words: Words<'_>) -> Vec<String> {
    let totals = &report.totals;
    let activities = report.applicants.iter().map(|one| one.activities.len()).sum();
    let mut told = vec![told::asked([report.applicants.len(), activities], totals.asked, totals.budget, words)];
    if let Some(granted) = totals.granted {
        let share = share(granted, totals.asked);
        told[0] += " ";
        told[0] += &told::granted(granted, share.as_ref(), totals.budget - granted, report.is_decided(), words);
        told.extend((!report.is_decided()).then(|| told::is_a_basis(words).to_owned()));
    }
    if report.is_decided() && !table::knows_activities(report) {
        told.push(told::by_applicant(words).to_owned());
    }
    told
}

fn proof(allocated: &Allocated, words: Words<'_>) -> [Block; 2] {
    let heading = fordela_words::report::allocation::proof(words).to_owned();
    [Block::Heading(heading), Block::Paragraph(allocation::proven(allocated, words))]
}
