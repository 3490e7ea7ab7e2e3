//! What is found when the entries of a log are gone through again, as a report.

use fordela::Money;
use fordela::deviation::regranted;
use fordela::suggestion::FORM;
use fordela_file::fault::LogFault;
use fordela_file::log::{FileThen, ReadLog, Recorded};
use schemars::JsonSchema;
use serde::Serialize;

use super::super::VERSION;

/// What is found when the entries of a log are gone through again.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ReproduceReport {
    /// The file of the log.
    pub log: String,
    /// The version of this library.
    pub fordela: &'static str,
    /// Whether all is as it was, but perhaps for the number of the version.
    pub same: bool,
    /// The seal of the last entry of the log.
    pub seal: Option<String>,
    /// The entries that were gone through.
    pub entries: Vec<ReproducedEntry>,
}

/// What is found when an entry is gone through again.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct ReproducedEntry {
    /// Its number.
    pub entry: usize,
    /// The day of the decision, if it was said.
    pub date: Option<String>,
    /// Who decided.
    pub role: String,
    /// Whether all is as it was, but perhaps for the number of the version.
    pub same: bool,
    /// Whether what is suggested is the same: status, value, bound, grants and who pays.
    pub suggestion: Suggestion,
    /// Whether everybody is suggested what was suggested then.
    pub grants: Grants,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// Whether what is suggested is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Suggestion {
    /// All of it.
    Same,
    /// Not all of it.
    Other,
    /// There is none any more, or the entry holds it in a form that is not compared.
    Unknown,
}

/// Whether suggested grants are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grants {
    /// All are.
    Same,
    /// Some are others.
    Other,
    /// There is no suggestion any more.
    Unknown,
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Difference {
    /// The entry is not as it was written.
    Edited,
    /// The entry does not follow on the one before it.
    Gap,
    /// There is something after the entry that is none.
    After,
    /// The call is not where it was.
    CallMissing {
        /// Its path from the folder of the log.
        path: String,
    },
    /// The call cannot be read any more.
    CallUnreadable {
        /// Its path from the folder of the log.
        path: String,
        /// Why.
        message: String,
    },
    /// The call is another.
    CallChanged {
        /// Its path from the folder of the log.
        path: String,
        /// The SHA-256 it had.
        then: String,
        /// The SHA-256 it has.
        now: String,
    },
    /// The decision is not where it was.
    DecisionMissing {
        /// Its path from the folder of the log.
        path: String,
    },
    /// The decision cannot be read any more.
    DecisionUnreadable {
        /// Its path from the folder of the log.
        path: String,
        /// Why.
        message: String,
    },
    /// The decision is another.
    DecisionChanged {
        /// Its path from the folder of the log.
        path: String,
        /// The SHA-256 it had.
        then: String,
        /// The SHA-256 it has.
        now: String,
    },
    /// Another version writes the suggestion now.
    Version {
        /// The version that wrote the entry.
        then: String,
        /// This one.
        now: String,
    },
    /// What was suggested is held in another form, so that only status and grants are compared.
    Form {
        /// That of the entry, if it says.
        then: Option<usize>,
        /// That of this version.
        now: usize,
    },
    /// The call is answered otherwise.
    Status {
        /// How it was.
        then: String,
        /// How it is.
        now: String,
    },
    /// Some are suggested other sums.
    Grants {
        /// Those.
        activities: Vec<RegrantedReport>,
    },
    /// Everybody is suggested the same, but the value, the bound or who pays is another.
    Suggestion {
        /// The SHA-256 it had.
        then: String,
        /// The SHA-256 it has.
        now: String,
    },
}

/// A suggested grant then and now; `None` where there was none, or is none.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct RegrantedReport {
    /// The id of the activity.
    pub id: String,
    /// What was suggested.
    pub then: Option<Money>,
    /// What is suggested.
    pub now: Option<Money>,
}

/// What a call gives now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    /// The SHA-256 of the call.
    pub call_sha256: String,
    /// How it is answered.
    pub status: String,
    /// What is suggested for each activity.
    pub suggested: Vec<(String, Money)>,
    /// The SHA-256 of what is suggested.
    pub sha256: String,
}

/// Why a file is not there to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// There is none.
    Missing,
    /// It cannot be read, for this reason.
    Unreadable(String),
}

impl ReproduceReport {
    /// The report on the entries of a log that were gone through.
    #[must_use]
    pub fn new(name: &str, log: &ReadLog, entries: Vec<ReproducedEntry>) -> Self {
        Self {
            log: name.to_owned(),
            fordela: VERSION,
            same: entries.iter().all(|entry| entry.same),
            seal: log.seal().map(str::to_owned),
            entries,
        }
    }
}

impl ReproducedEntry {
    /// An entry beside what its call gives now and the SHA-256 that its decision has now.
    #[must_use]
    pub fn new(log: &ReadLog, entry: &Recorded, call: Result<&Now, Lost>, decision: Result<String, Lost>) -> Self {
        let mut differences: Vec<Difference> =
            log.broken().filter_map(|(_, fault)| broken(fault, entry.number)).collect();
        let mut suggested = Vec::new();
        let (mut suggestion, mut grants) = (Suggestion::Unknown, Grants::Unknown);
        match call {
            Ok(now) => {
                differences.extend(
                    changed(&entry.call, &now.call_sha256).map(|(path, then, now)| Difference::CallChanged {
                        path,
                        then,
                        now,
                    }),
                );
                suggestion = compared(entry, now);
                suggested = differing(entry, now, suggestion);
                let moved = suggested.iter().any(|one| matches!(one, Difference::Grants { .. }));
                grants = if moved { Grants::Other } else { Grants::Same };
            }
            Err(Lost::Missing) => differences.push(Difference::CallMissing { path: entry.call.path.clone() }),
            Err(Lost::Unreadable(message)) => {
                differences.push(Difference::CallUnreadable { path: entry.call.path.clone(), message });
            }
        }
        let path = entry.decision.path.clone();
        differences.extend(match decision {
            Ok(now) => {
                changed(&entry.decision, &now).map(|(path, then, now)| Difference::DecisionChanged { path, then, now })
            }
            Err(Lost::Missing) => Some(Difference::DecisionMissing { path }),
            Err(Lost::Unreadable(message)) => Some(Difference::DecisionUnreadable { path, message }),
        });
        differences.extend(suggested);
        let same = differences.iter().all(|difference| matches!(difference, Difference::Version { .. }));
        Self {
            entry: entry.number,
            date: entry.date.clone(),
            role: entry.role.clone(),
            same,
            suggestion,
            grants,
            differences,
        }
    }
}

fn broken(fault: &LogFault, number: usize) -> Option<Difference> {
    match fault {
        LogFault::Edited { entry } if *entry == number => Some(Difference::Edited),
        LogFault::Gap { entry } if *entry == number => Some(Difference::Gap),
        LogFault::After { entry } if *entry == number => Some(Difference::After),
        _ => None,
    }
}

/// The path and both hashes of a file that is another.
fn changed(file: &FileThen, now: &str) -> Option<(String, String, String)> {
    (file.sha256 != now).then(|| (file.path.clone(), file.sha256.clone(), now.to_owned()))
}

fn compared(entry: &Recorded, now: &Now) -> Suggestion {
    match entry.suggestion_form {
        Some(form) if form == FORM => match entry.suggestion_sha256 == now.sha256 {
            true => Suggestion::Same,
            false => Suggestion::Other,
        },
        _ => Suggestion::Unknown,
    }
}

/// What differs in the suggestion itself.
fn differing(entry: &Recorded, now: &Now, suggestion: Suggestion) -> Vec<Difference> {
    let mut differences = Vec::new();
    if entry.fordela != VERSION {
        differences.push(Difference::Version { then: entry.fordela.clone(), now: VERSION.to_owned() });
    }
    if entry.status != now.status {
        differences.push(Difference::Status { then: entry.status.clone(), now: now.status.clone() });
    }
    let moved = regranted(&entry.suggested, &now.suggested);
    let report = |(id, pair): (String, fordela::compare::Pair<Option<Money>>)| RegrantedReport {
        id,
        then: pair.old,
        now: pair.new,
    };
    let activities: Vec<RegrantedReport> = moved.into_iter().map(report).collect();
    let same_answer = activities.is_empty() && entry.status == now.status;
    if !activities.is_empty() {
        differences.push(Difference::Grants { activities });
    }
    match suggestion {
        Suggestion::Other if same_answer => {
            let (then, now) = (entry.suggestion_sha256.clone(), now.sha256.clone());
            differences.push(Difference::Suggestion { then, now });
        }
        Suggestion::Unknown => differences.push(Difference::Form { then: entry.suggestion_form, now: FORM }),
        Suggestion::Other | Suggestion::Same => {}
    }
    differences
}
