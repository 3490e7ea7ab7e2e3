//! Files of scenarios.

use std::path::Path;

use fordela::Scenario;
use fordela::scenario::{ChangeFault, ScenarioError};

use crate::error::ReadError;
use crate::fault::{FileFault, Format, LimitFault, ReadFault};
use crate::files::{Disk, Files, unread};
use crate::limits::SCENARIOS_BYTES;
use crate::note::{Note, in_table};
use crate::problems::Problems;
use crate::reader::{Reader, error_of};
use crate::source::Source;
use crate::span::{FileId, Span};
use crate::text::Sources;
use crate::walk::{self, Placed, Walk};

/// Scenarios as they are written, and the text they were read from.
#[derive(Debug, Clone)]
pub struct ReadScenarios {
    sources: Sources,
    placed: Vec<Placed>,
}

/// Reads a file of scenarios: TOML with a `[[scenario]]` table for each, or JSON of the same shape.
///
/// # Errors
///
/// All that is wrong with the file, with line and column.
pub fn read_scenarios(path: &Path) -> Result<ReadScenarios, ReadError> {
    let name = path.display().to_string();
    match Disk.read(path, SCENARIOS_BYTES + 1) {
        Ok(bytes) => read_scenarios_bytes(&name, bytes, Format::of_path(path)),
        Err(error) => Err(ReadError::unread(name, unread(path, &error))),
    }
}

/// Reads scenarios from memory; `name` is what the file is called in messages.
///
/// # Errors
///
/// As for [`read_scenarios`].
pub fn read_scenarios_bytes(name: &str, bytes: Vec<u8>, format: Option<Format>) -> Result<ReadScenarios, ReadError> {
    let mut reader = Reader::default();
    let too_large = (bytes.len() > SCENARIOS_BYTES).then_some(LimitFault::ScenariosTooLarge);
    let Some((root, format)) = reader.tree(name.to_owned(), bytes, format, too_large) else {
        return Err(reader.error());
    };
    let Reader { sources, mut problems, .. } = reader;
    let mut walk = Walk::new(FileId::Call, format, sources.call.text(), &mut problems);
    let placed = walk::scenarios(&mut walk, &root);
    if problems.is_empty() { Ok(ReadScenarios { sources, placed }) } else { Err(error_of(sources, problems)) }
}

impl ReadScenarios {
    /// Where the file seems to hold personal data, in names of scenarios too.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        in_table(&self.sources.call)
    }

    /// The scenarios, in the order of the file.
    pub fn list(&self) -> impl Iterator<Item = &Scenario> {
        self.placed.iter().map(|placed| &placed.scenario)
    }

    /// What is wrong with scenarios for a call, shown in the file; each with the place of its scenario.
    #[must_use]
    pub fn error(&self, errors: &[(usize, ScenarioError)]) -> ReadError {
        let mut problems = Problems::default();
        for (place, error) in errors {
            let Some(placed) = self.placed.get(*place) else { continue };
            match error {
                ScenarioError::Changes(faults) => {
                    for ChangeFault { change, cause } in faults {
                        let span = placed.changes.get(*change).copied().unwrap_or(placed.name);
                        problems.add(FileId::Call, span, ReadFault::Change(Box::new(cause.clone())));
                    }
                }
                ScenarioError::Faults(faults) => {
                    for fault in faults.list() {
                        problems.add(FileId::Call, placed.name, ReadFault::Changed(fault.clone()));
                    }
                }
            }
        }
        error_of(self.sources.clone(), problems)
    }
}

impl ReadError {
    /// A file that cannot be opened.
    pub(crate) fn unread(name: String, fault: FileFault) -> Self {
        let mut problems = Problems::default();
        problems.add(FileId::Call, Span::default(), fault);
        error_of(Sources { call: Source::new(name, String::new()), table: Source::default() }, problems)
    }
}
