//! How fair an allocation or a decision is, as a document.

mod axioms;
mod complaints;
mod csv;
mod decision;
mod groups;
mod manipulation;
mod shares;

use fordela::{Lang, Party};
use fordela_words::Words;

use super::impossible;
use crate::SideSource;
use crate::audit::{AuditFound, AuditReport};
use crate::document::{Block, Document};

pub(super) use csv::csv;
pub(super) use decision::breaches;

/// The report as a document.
pub(super) fn document(report: &AuditReport, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone())];
    if let Some(found) = &report.audit {
        blocks.push(Block::Paragraph(headline(report, found, words)));
    }
    if let Some(infeasible) = report.answered.infeasible() {
        blocks.extend(impossible::blocks(infeasible, words));
    }
    if let Some(found) = &report.audit {
        blocks.extend(shares::blocks(found, words));
        blocks.extend(complaints::blocks(&found.complaints, report.unit, words));
        blocks.extend(groups::blocks(found, words));
        blocks.extend(found.breaches.as_ref().map(|breaches| decision::breaches(breaches, words)).unwrap_or_default());
        blocks.extend(found.distance.as_ref().map(|distance| decision::distance(distance, words)).unwrap_or_default());
    }
    blocks.extend(report.axioms.as_ref().map(|axioms| axioms::blocks(axioms, words)).unwrap_or_default());
    let gains = report.manipulation.as_ref().map(|all| manipulation::blocks(all, report.unit, words));
    blocks.extend(gains.unwrap_or_default());
    Document(blocks)
}

fn headline(report: &AuditReport, found: &AuditFound, words: Words<'_>) -> String {
    let what = match (&report.audited.source, words.lang) {
        (SideSource::File { .. }, Lang::Sv) => format!("Granskning av beslutet i {}", report.audited.name),
        (SideSource::File { .. }, Lang::En) => format!("Audit of the decision in {}", report.audited.name),
        (_, Lang::Sv) => "Granskning av förslaget till fördelning".to_owned(),
        (_, Lang::En) => "Audit of the suggested allocation".to_owned(),
    };
    let totals = &found.totals;
    let (granted, asked) = (words.money(totals.granted), words.money(totals.asked));
    let (budget, name) = (words.money(totals.budget), words.currency_name());
    let sums = match words.lang {
        Lang::Sv => {
            format!("{what}: {granted} beviljas av {asked} som söks, och budgeten är {budget}. Belopp i {name}.")
        }
        Lang::En => {
            format!("{what}: {granted} is granted of {asked} asked for, and the budget is {budget}. Amounts in {name}.")
        }
    };
    let is_partly_known = matches!(report.audited.source, SideSource::File { matched_on: Party::Applicant })
        && found.shares.activities.is_none();
    if !is_partly_known {
        return sums;
    }
    let unknown = words.pick(
        "Beslutet anger belopp per sökande, inte hur de delas mellan aktiviteter. Bara det som följer av beloppen redovisas.",
        "The decision gives sums by applicant, not how they are split over activities. Only what follows from the sums is told.",
    );
    format!("{sums} {unknown}")
}
