//! Reports as text: pure functions.

mod allocation;
mod alternatives;
mod check;
mod compare;
mod csv;
mod differences;
mod explain;
mod frontier;
mod impossible;
mod limit;
mod money_by_fund;
mod rules;
mod sweep;
mod what_if;
mod why;

use fordela::Call;
use fordela_io::report::explain::ExplainReport;
use fordela_io::report::{
    AlternativesReport, CheckReport, CompareReport, FrontierReport, Report, SweepReport, WhatIfReport,
};
use serde::Serialize;

pub(crate) use csv::line as csv_row;

use crate::args::Format;
use crate::document::{Document, markdown, text};
use crate::failure::Failure;
use crate::lang::Words;
use crate::settings::Settings;

/// An allocation in the format that was asked for.
pub(crate) fn allocation(report: &Report, settings: &Settings) -> Result<String, Failure> {
    let words = Words { lang: settings.lang, currency: &report.currency };
    match settings.format {
        Format::Json => json(report),
        Format::Csv => Ok(csv::allocation(report)),
        Format::Table | Format::Md => Ok(written(&allocation::document(report, words), settings)),
    }
}

/// A check in the format that was asked for; `shown` are the findings as they are shown in the call.
pub(crate) fn check(report: &CheckReport, shown: &[String], settings: &Settings) -> Result<String, Failure> {
    let words = Words { lang: settings.lang, currency: &report.currency };
    match settings.format {
        Format::Json => json(report),
        Format::Csv => Ok(csv::check(report)),
        Format::Table | Format::Md => Ok(written(&check::document(report, shown, words), settings)),
    }
}

/// An explanation in the format that was asked for; what is referred to is named as the call does.
pub(crate) fn explanation(report: &ExplainReport, call: &Call, settings: &Settings) -> Result<String, Failure> {
    let words = Words { lang: settings.lang, currency: &report.currency };
    match settings.format {
        Format::Json => json(report),
        Format::Csv => Ok(explain::csv(report, call, words)),
        Format::Table | Format::Md => Ok(written(&explain::document(report, call, words), settings)),
    }
}

/// What the requirement that an activity is granted is called among the rules.
pub(crate) fn requirement(title: &str, settings: &Settings) -> String {
    explain::requirement(title, settings.lang)
}

/// What scenarios change, in the format that was asked for.
pub(crate) fn what_if(report: &WhatIfReport, settings: &Settings) -> Result<String, Failure> {
    let words = Words { lang: settings.lang, currency: &report.currency };
    match settings.format {
        Format::Json => json(report),
        Format::Csv => Ok(csv::what_if(report)),
        Format::Table | Format::Md => Ok(written(&what_if::document(report, words), settings)),
    }
}

/// A sweep in the format that was asked for: its rows in JSON only, elsewhere just where the answer changes.
pub(crate) fn sweep(report: &SweepReport, settings: &Settings) -> Result<String, Failure> {
    let words = Words { lang: settings.lang, currency: &report.currency };
    match settings.format {
        Format::Json => json(report),
        Format::Csv => Ok(csv::breakpoints(report)),
        Format::Table | Format::Md => Ok(written(&sweep::document(report, words), settings)),
    }
}

/// Where the answer changes, to be read beside rows that go to standard output.
pub(crate) fn breakpoints_as_text(report: &SweepReport, settings: &Settings) -> String {
    let words = Words { lang: settings.lang, currency: &report.currency };
    text(&sweep::document(report, words), settings.messages).trim_end().to_owned()
}

/// What every budget is worth, in the format that was asked for.
pub(crate) fn frontier(report: &FrontierReport, settings: &Settings) -> Result<String, Failure> {
    let words = Words { lang: settings.lang, currency: &report.currency };
    match settings.format {
        Format::Json => json(report),
        Format::Csv => Ok(csv::frontier(report)),
        Format::Table | Format::Md => Ok(written(&frontier::document(report, words), settings)),
    }
}

/// Other allocations, in the format that was asked for.
pub(crate) fn alternatives(report: &AlternativesReport, settings: &Settings) -> Result<String, Failure> {
    let words = Words { lang: settings.lang, currency: &report.currency };
    match settings.format {
        Format::Json => json(report),
        Format::Csv => Ok(csv::alternatives(report)),
        Format::Table | Format::Md => Ok(written(&alternatives::document(report, words), settings)),
    }
}

/// How two allocations or decisions differ, in the format that was asked for.
pub(crate) fn compare(report: &CompareReport, settings: &Settings) -> Result<String, Failure> {
    let words = Words { lang: settings.lang, currency: &report.currency };
    match settings.format {
        Format::Json => json(report),
        Format::Csv => Ok(csv::compare(report)),
        Format::Table | Format::Md => Ok(written(&compare::document(report, words), settings)),
    }
}

fn written(document: &Document, settings: &Settings) -> String {
    match settings.format {
        Format::Md => markdown(document),
        _ => text(document, settings.layout),
    }
}

fn json(report: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(report).map(|text| text + "\n").map_err(Failure::Json)
}
