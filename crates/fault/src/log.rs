//! Faults of logs of decisions.

/// Why the entries of a log do not hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogFault {
    /// An entry, or what stands between it and the one before, is not as it was written.
    Edited {
        /// The number of the entry.
        entry: usize,
    },
    /// An entry does not follow on the one before: something between them was removed, moved or put in.
    Gap {
        /// The number of the entry.
        entry: usize,
    },
    /// Something stands after the last entry.
    After {
        /// The number of the last entry.
        entry: usize,
    },
    /// An entry has no whole number.
    NotACount {
        /// What it has.
        text: String,
    },
}
