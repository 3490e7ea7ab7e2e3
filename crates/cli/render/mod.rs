//! Reports as text: pure functions.

mod allocation;
mod alternatives;
mod audit;
mod changes;
mod check;
mod compare;
mod csv;
mod differences;
mod explain;
mod follow_up;
mod frontier;
mod impossible;
mod levels;
mod limit;
mod log;
mod money_by_fund;
mod risk;
mod rules;
mod sharing;
mod sweep;
mod way_out;
mod what_if;
mod why;

use fordela::Call;
use fordela::characters::hidden;
use fordela_report::audit::AuditReport;
use fordela_report::explain::ExplainReport;
use fordela_report::follow_up::FollowUpReport;
use fordela_report::levels::LevelsReport;
use fordela_report::log::{RecordReport, ReproduceReport};
use fordela_report::{
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
    let words = words(&report.currency, settings);
    in_format(report, settings, || csv::allocation(report), || allocation::document(report, words))
}

/// What is decided on several levels, in the format that was asked for.
pub(crate) fn levels(report: &LevelsReport, settings: &Settings) -> Result<String, Failure> {
    let words = words(&report.level.decision.currency, settings);
    in_format(report, settings, || levels::csv(report), || levels::document(report, words))
}

/// A check in the format that was asked for; `shown` are the findings as they are shown in the call.
pub(crate) fn check(
    report: &CheckReport,
    call: &Call,
    shown: &[String],
    settings: &Settings,
) -> Result<String, Failure> {
    let words = words(&report.currency, settings);
    in_format(report, settings, || csv::check(report), || check::document(report, call.draft(), shown, words))
}

/// An explanation in the format that was asked for; what is referred to is named as the call does.
pub(crate) fn explanation(report: &ExplainReport, call: &Call, settings: &Settings) -> Result<String, Failure> {
    let words = words(&report.currency, settings);
    in_format(report, settings, || explain::csv(report, call, words), || explain::document(report, call, words))
}

/// What scenarios change, in the format that was asked for.
pub(crate) fn what_if(report: &WhatIfReport, call: &Call, settings: &Settings) -> Result<String, Failure> {
    let words = words(&report.currency, settings);
    in_format(report, settings, || csv::what_if(report), || what_if::document(report, call.draft(), words))
}

/// A sweep in the format that was asked for: its rows in JSON only, elsewhere just where the answer changes.
pub(crate) fn sweep(report: &SweepReport, call: &Call, settings: &Settings) -> Result<String, Failure> {
    let words = words(&report.currency, settings);
    in_format(report, settings, || csv::breakpoints(report), || sweep::document(report, call.draft(), words))
}

/// Where the answer changes, to be read beside rows that go to standard output.
pub(crate) fn breakpoints_as_text(report: &SweepReport, call: &Call, settings: &Settings) -> String {
    let words = words(&report.currency, settings);
    text(&sweep::document(report, call.draft(), words), settings.messages).trim_end().to_owned()
}

/// What every budget is worth, in the format that was asked for.
pub(crate) fn frontier(report: &FrontierReport, settings: &Settings) -> Result<String, Failure> {
    let words = words(&report.currency, settings);
    in_format(report, settings, || csv::frontier(report), || frontier::document(report, words))
}

/// Other allocations, in the format that was asked for.
pub(crate) fn alternatives(report: &AlternativesReport, settings: &Settings) -> Result<String, Failure> {
    let words = words(&report.currency, settings);
    in_format(report, settings, || csv::alternatives(report), || alternatives::document(report, words))
}

/// How fair an allocation or a decision is, in the format that was asked for.
pub(crate) fn audit(report: &AuditReport, settings: &Settings) -> Result<String, Failure> {
    let words = words(&report.currency, settings);
    in_format(report, settings, || audit::csv(report), || audit::document(report, words))
}

/// What became of granted money, in the format that was asked for; `shown` are the findings as they are shown in what
/// was reported.
pub(crate) fn follow_up(report: &FollowUpReport, shown: &[String], settings: &Settings) -> Result<String, Failure> {
    let words = words(&report.currency, settings);
    in_format(report, settings, || follow_up::csv(report), || follow_up::document(report, shown, words))
}

/// A decision that was added to a log, in the format that was asked for.
pub(crate) fn recorded(report: &RecordReport, settings: &Settings) -> Result<String, Failure> {
    let words = words(&report.currency, settings);
    in_format(report, settings, || log::record::csv(report), || log::record::document(report, words))
}

/// What is found when a log is gone through again, in the format that was asked for.
pub(crate) fn reproduced(report: &ReproduceReport, settings: &Settings) -> Result<String, Failure> {
    // A log may be of calls in several currencies; sums are told plain.
    let words = words("", settings);
    in_format(report, settings, || log::reproduce::csv(report), || log::reproduce::document(report, words))
}

/// How two allocations or decisions differ, in the format that was asked for.
pub(crate) fn compare(report: &CompareReport, call: &Call, settings: &Settings) -> Result<String, Failure> {
    let words = words(&report.currency, settings);
    in_format(report, settings, || csv::compare(report), || compare::document(report, call.draft(), words))
}

fn words<'r>(currency: &'r str, settings: &Settings) -> Words<'r> {
    Words { lang: settings.lang, currency }
}

/// A report in the format that was asked for.
fn in_format(
    report: &impl Serialize,
    settings: &Settings,
    csv: impl FnOnce() -> String,
    document: impl FnOnce() -> Document,
) -> Result<String, Failure> {
    match settings.format {
        Format::Json => json(report),
        Format::Csv => Ok(csv()),
        Format::Table => Ok(text(&document(), settings.layout)),
        Format::Md => Ok(markdown(&document())),
    }
}

/// A report as JSON.
pub(crate) fn json(report: &impl Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(report).map_err(Failure::Json)?;
    Ok(escaped(&text) + "\n")
}

/// The JSON with hidden characters as JSON escapes them. They stand in its texts only, which stay the same.
fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        match hidden(character) {
            Some(_) if character != '\n' => {
                let units =
                    character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
                text.push_str(&units);
            }
            _ => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_hides_nothing_and_says_the_same() {
        let all: String = (0..=u32::from(char::MAX)).filter_map(char::from_u32).collect();
        let json = json(&all).expect("JSON");
        assert!(json.chars().all(|character| hidden(character).is_none() || character == '\n'));
        assert_eq!(serde_json::from_str::<String>(&json).expect("the same text"), all);
    }
}
