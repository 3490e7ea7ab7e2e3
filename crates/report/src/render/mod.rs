//! Reports in the format and language that is asked for: pure functions.
//!
//! JSON is a report as it is; text, Markdown, HTML, DOCX, XLSX and the markup of a PDF are made of one document, and CSV has its own rows. What is told
//! beside a report, such as names, is taken from its call.

mod allocation;
mod alternatives;
mod appendix;
mod audit;
mod check;
mod compare;
mod csv;
mod differences;
mod explain;
mod follow_up;
mod frontier;
mod impossible;
mod json;
mod levels;
mod limit;
mod log;
mod money_by_fund;
mod risk;
mod rows;
mod rules;
mod sharing;
mod source;
mod sweep;
mod way_out;
mod what_if;
mod why;

use std::fmt;
use std::io;

use fordela::{Call, Lang};
use fordela_words::Words;
use rust_xlsxwriter::XlsxError;
use serde::Serialize;

use crate::appendix::AppendixReport;
use crate::audit::AuditReport;
use crate::document::{Document, docx, docx_in, html, markdown, text, typst, xlsx};
use crate::explain::ExplainReport;
use crate::follow_up::FollowUpReport;
use crate::levels::LevelsReport;
use crate::log::{RecordReport, ReproduceReport};
use crate::{AlternativesReport, CheckReport, CompareReport, FrontierReport, Report, SweepReport, WhatIfReport};

use rows::Rows;

pub use crate::document::{Layout, Template, bar};
pub use json::json;
pub use rows::Heads;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text for a terminal, with tables.
    Table,
    /// JSON.
    Json,
    /// CSV (RFC 4180): in English for programs, in Swedish for spreadsheets.
    Csv,
    /// Markdown with tables.
    Md,
    /// One HTML file, without scripts and with nothing from elsewhere.
    Html,
    /// A document for word processors; bytes, not text.
    Docx,
    /// A workbook; bytes, not text.
    Xlsx,
    /// Markup of Typst, which a PDF is made of.
    Typst,
}

/// In which format and language a report is told, and how text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The format.
    pub format: Format,
    /// The language of what people read.
    pub lang: Lang,
    /// How text is laid out.
    pub layout: Layout,
}

/// A report that was told, as UTF-8 unless it is DOCX or XLSX; or why it was not.
type Rendered = Result<Vec<u8>, Unwritten>;

/// Why a report cannot be written, which is a fault of the program.
#[derive(Debug)]
pub enum Unwritten {
    /// As JSON.
    Json(serde_json::Error),
    /// As DOCX.
    Docx(io::Error),
    /// As XLSX, of which there may also be more than there is room for.
    Xlsx(XlsxError),
}

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the report cannot be written as JSON: {error}"),
            Self::Docx(error) => write!(f, "the report cannot be written as DOCX: {error}"),
            Self::Xlsx(error) => write!(f, "the report cannot be written as XLSX: {error}"),
        }
    }
}

impl std::error::Error for Unwritten {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Json(error) => Some(error),
            Self::Docx(error) => Some(error),
            Self::Xlsx(error) => Some(error),
        }
    }
}

/// An allocation in the format that was asked for. A workbook also has a plain table of who gets what, which can be read as a
/// decision.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn allocation(report: &Report, shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    let document = || match shape.format {
        Format::Xlsx => allocation::workbook(report, words),
        Format::Table | Format::Json | Format::Csv | Format::Md | Format::Html | Format::Docx | Format::Typst => {
            allocation::document(report, words)
        }
    };
    in_format(report, shape, || csv::allocation(report), document)
}

/// What is decided on several levels, in the format that was asked for.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn levels(report: &LevelsReport, shape: &Shape) -> Rendered {
    let words = words(&report.level.decision.currency, shape);
    in_format(report, shape, || levels::csv(report), || levels::document(report, words))
}

/// A check in the format that was asked for; `shown` are the findings as they are shown in the call.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn check(report: &CheckReport, call: &Call, shown: &[String], shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    in_format(report, shape, || csv::check(report), || check::document(report, call.draft(), shown, words))
}

/// An explanation in the format that was asked for; what is referred to is named as the call does.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn explanation(report: &ExplainReport, call: &Call, shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    in_format(report, shape, || explain::csv(report, call, words), || explain::document(report, call, words))
}

/// What scenarios change, in the format that was asked for.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn what_if(report: &WhatIfReport, call: &Call, shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    in_format(report, shape, || csv::what_if(report), || what_if::document(report, call, words))
}

/// A sweep in the format that was asked for: its rows in JSON only, elsewhere just where the answer changes.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn sweep(report: &SweepReport, call: &Call, shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    in_format(report, shape, || csv::breakpoints(report), || sweep::document(report, call, words))
}

/// Where the answer changes, as text, to be read beside rows that are told elsewhere.
#[must_use]
pub fn breakpoints_as_text(report: &SweepReport, call: &Call, lang: Lang, layout: Layout) -> String {
    let words = Words { lang, currency: &report.currency };
    text(&sweep::document(report, call, words), layout).trim_end().to_owned()
}

/// What every budget is worth, in the format that was asked for.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn frontier(report: &FrontierReport, shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    in_format(report, shape, || csv::frontier(report), || frontier::document(report, words))
}

/// Other allocations, in the format that was asked for.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn alternatives(report: &AlternativesReport, shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    in_format(report, shape, || csv::alternatives(report), || alternatives::document(report, words))
}

/// How fair an allocation or a decision is, in the format that was asked for.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn audit(report: &AuditReport, shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    in_format(report, shape, || audit::csv(report), || audit::document(report, words))
}

/// The appendix to a decision, in the format that was asked for; as DOCX in the looks of a template, where there is one.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn appendix(report: &AppendixReport, call: &Call, shape: &Shape, template: Option<&Template>) -> Rendered {
    let words = words(&report.suggestion.currency, shape);
    if let (Format::Docx, Some(template)) = (shape.format, template) {
        return docx_in(&appendix::document(report, call, words), shape.lang, template).map_err(Unwritten::Docx);
    }
    in_format(report, shape, || appendix::csv(report), || appendix::document(report, call, words))
}

/// What became of granted money, in the format that was asked for; `shown` are the findings as they are shown in what
/// was reported.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn follow_up(report: &FollowUpReport, shown: &[String], shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    in_format(report, shape, || follow_up::csv(report), || follow_up::document(report, shown, words))
}

/// A decision that was added to a log, in the format that was asked for.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn recorded(report: &RecordReport, shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    in_format(report, shape, || log::record::csv(report), || log::record::document(report, words))
}

/// What is found when a log is gone through again, in the format that was asked for.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn reproduced(report: &ReproduceReport, shape: &Shape) -> Rendered {
    // A log may be of calls in several currencies; sums are told plain.
    let words = words("", shape);
    in_format(report, shape, || log::reproduce::csv(report), || log::reproduce::document(report, words))
}

/// How two allocations or decisions differ, in the format that was asked for.
///
/// # Errors
///
/// When it cannot be written as JSON, DOCX or XLSX, which is a fault of the program.
pub fn compare(report: &CompareReport, call: &Call, shape: &Shape) -> Rendered {
    let words = words(&report.currency, shape);
    in_format(report, shape, || csv::compare(report), || compare::document(report, call, words))
}

fn words<'r>(currency: &'r str, shape: &Shape) -> Words<'r> {
    Words { lang: shape.lang, currency }
}

/// A report in the format that was asked for.
fn in_format(
    report: &impl Serialize,
    shape: &Shape,
    csv: impl FnOnce() -> Rows,
    document: impl FnOnce() -> Document,
) -> Rendered {
    match shape.format {
        Format::Json => json::bytes(report).map_err(Unwritten::Json),
        Format::Csv => Ok(csv().written(shape.lang).into_bytes()),
        Format::Table => Ok(text(&document(), shape.layout).into_bytes()),
        Format::Md => Ok(markdown(&document()).into_bytes()),
        Format::Html => Ok(html(&document(), shape.lang).into_bytes()),
        Format::Docx => docx(&document(), shape.lang).map_err(Unwritten::Docx),
        Format::Xlsx => xlsx(&document()).map_err(Unwritten::Xlsx),
        Format::Typst => Ok(typst(&document(), shape.lang).into_bytes()),
    }
}
