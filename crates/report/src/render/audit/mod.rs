//! How fair an allocation or a decision is, as a document.

mod axioms;
mod complaints;
mod csv;
mod decision;
mod distance;
mod groups;
mod manipulation;
mod shares;

use fordela::{Money, Party};
use fordela_words::Words;
use fordela_words::report::audit as told;

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
    blocks.extend(report.audit.iter().flat_map(|found| self::found(found, report.unit, words)));
    blocks.extend(report.axioms.as_ref().map(|axioms| axioms::blocks(axioms, words)).unwrap_or_default());
    let gains = report.manipulation.as_ref().map(|all| manipulation::blocks(all, report.unit, words));
    blocks.extend(gains.unwrap_or_default());
    Document(blocks)
}

/// What was found.
pub(super) fn found(found: &AuditFound, unit: Money, words: Words<'_>) -> Vec<Block> {
    let mut blocks = shares::blocks(found, words);
    blocks.extend(complaints::blocks(&found.complaints, unit, words));
    blocks.extend(groups::blocks(found, words));
    blocks.extend(found.breaches.as_ref().map(|breaches| decision::breaches(breaches, words)).unwrap_or_default());
    blocks.extend(found.distance.as_ref().map(|distance| distance::blocks(distance, words)).unwrap_or_default());
    blocks
}

fn headline(report: &AuditReport, found: &AuditFound, words: Words<'_>) -> String {
    let decision = match &report.audited.source {
        SideSource::File { .. } => Some(report.audited.name.as_str()),
        SideSource::Suggestion { .. } | SideSource::Scenario { .. } => None,
    };
    let totals = &found.totals;
    let sums = told::headline(decision, [totals.granted, totals.asked, totals.budget], words);
    let is_partly_known = matches!(report.audited.source, SideSource::File { matched_on: Party::Applicant })
        && found.shares.activities.is_none();
    if is_partly_known { format!("{sums} {}", told::by_applicant_alone(words)) } else { sums }
}
