//! What is suggested, and the hash by which it can be told years later whether it is still the same.

use fordela::suggestion::Suggested;
use fordela::{Answer, suggestion};
use fordela_file::{ReadCall, sha256};
use fordela_report::render::Unwritten;
use fordela_report::{Report, render};

use crate::calls;
use crate::failure::Failure;
use crate::findings::Findings;
use crate::settings::Settings;

/// What is suggested for a call.
pub(crate) struct Suggestion {
    pub(crate) answer: Answer,
    pub(crate) report: Report,
    /// The SHA-256 of what is suggested, as data.
    pub(crate) sha256: String,
    /// What `fordela allocate CALL --format json` writes in the same language, where the call is found by the same path.
    pub(crate) json: String,
}

impl Suggestion {
    /// Allocates the call with the options that `fordela allocate` has when none is given.
    pub(crate) fn of(read: &ReadCall, settings: &Settings) -> Result<Self, Failure> {
        let answer = calls::solve(&read.call, settings)?;
        let findings = Findings::of(read, settings.lang).reports();
        let report = Report::new(&read.call, &answer, findings, calls::provenance(read, settings));
        let json = render::json(&report).map_err(Unwritten::Json)?;
        let suggested = match &answer {
            Answer::Allocated(best) => {
                Some(Suggested { grants: best.grants(), value: best.value(), bound: best.bound() })
            }
            Answer::Impossible(_) => None,
        };
        let sha256 = sha256(suggestion::text(&read.call, report.status(), suggested).as_bytes());
        Ok(Self { answer, report, sha256, json })
    }
}
