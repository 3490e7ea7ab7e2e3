//! The other files: decisions, outcomes, scenarios and logs.

use std::sync::LazyLock;

use fordela::Lang;
use fordela::follow_up::{Decided, FollowUpError, follow_up};
use fordela::next::next_call;
use fordela::payers::PayersBy;
use fordela_file::log::read_log_bytes;
use fordela_file::{Style, read_decision_bytes, read_outcome_bytes, read_scenarios_bytes};
use fordela_report::follow_up::FollowUpReport;

use crate::call::is_read_again;
use crate::{CALL, told};

static DECIDED: LazyLock<Decided> = LazyLock::new(|| {
    let rows = include_bytes!("../seeds/decision/funds.csv").to_vec();
    read_decision_bytes("decision", rows, &CALL.call).expect("a valid decision").decided()
});

/// Decisions, as CSV and as JSON.
pub fn decision(bytes: &[u8]) {
    match read_decision_bytes("decision", bytes.to_vec(), &CALL.call) {
        Ok(decision) => drop(decision.decided()),
        Err(error) => told(&error),
    }
}

/// Outcomes, and the next call that is drafted from them.
pub fn outcome(bytes: &[u8]) {
    let read = match read_outcome_bytes("outcome", bytes.to_vec(), "SEK") {
        Ok(read) => read,
        Err(error) => return told(&error),
    };
    match follow_up(&CALL.call, &DECIDED, &read.outcome) {
        Ok(found) => {
            let report = FollowUpReport::new(
                &CALL.call,
                &found,
                ("decision", PayersBy::Decision),
                &read,
                &CALL.sha256,
                Lang::Sv,
            );
            for (finding, told) in found.findings.iter().zip(&report.findings) {
                drop(read.render(finding.at.as_ref(), &told.message, "", Style::default()));
            }
            is_read_again(&next_call(&CALL.call, &found, "pågående").draft);
        }
        Err(FollowUpError::Outcome(faults)) => told(&read.error(&faults)),
        Err(FollowUpError::Decision(faults)) => panic!("the decision fits its call: {faults:?}"),
    }
}

/// Files of scenarios.
pub fn scenarios(bytes: &[u8]) {
    let read = match read_scenarios_bytes("scenarios", bytes.to_vec(), None) {
        Ok(read) => read,
        Err(error) => return told(&error),
    };
    let tried = read.list().enumerate().take(50);
    let wrong: Vec<_> = tried.filter_map(|(n, one)| one.apply(&CALL.call).err().map(|error| (n, error))).collect();
    if !wrong.is_empty() {
        told(&read.error(&wrong));
    }
}

/// Logs.
pub fn log(bytes: &[u8]) {
    let log = match read_log_bytes("log", bytes.to_vec()) {
        Ok(log) => log,
        Err(error) => return told(&error),
    };
    let is_broken = log.broken().count() > 0;
    assert_eq!(log.seal(), log.entries().last().map(|entry| entry.seal.as_str()));
    match log.sound() {
        Ok(_) => assert!(!is_broken),
        Err(error) => told(&error),
    }
}
