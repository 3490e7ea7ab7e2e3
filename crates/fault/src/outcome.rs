//! Faults of files of what was reported.

/// What is wrong with a file of what was reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeFault {
    /// There is nothing in the file.
    NothingReported,
    /// A column that means nothing to a follow-up.
    UnknownColumn {
        /// The name.
        column: String,
        /// The column that was probably meant.
        nearest: Option<&'static str>,
    },
    /// There is no column of ids, or none of figures.
    NoColumns {
        /// Whether it is that of ids.
        lacks_ids: bool,
    },
}
