//! Faults of size.

/// A file holds more than a call may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitFault {
    /// The call file is too large.
    CallTooLarge,
    /// The file of scenarios is too large.
    ScenariosTooLarge,
    /// The log of decisions is too large.
    LogTooLarge,
    /// There are too many scenarios.
    TooManyScenarios,
    /// The CSV file is too large.
    CsvTooLarge,
    /// There are too many words and marks.
    TooManyTokens,
    /// Tables and lists lie too deep in each other.
    TooDeep,
    /// A dotted key has too many parts.
    KeyTooLong,
    /// There are too many columns.
    TooManyColumns,
    /// There are too many cells.
    TooManyCells,
}
