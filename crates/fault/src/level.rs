//! Faults of calls that are named in others.

/// Why the call that is named as an applicant's own cannot be that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LevelFault {
    /// The path is not relative to the folder of the call, or not written with `/`.
    PathNotRelative {
        /// The path.
        path: String,
    },
    /// The path leads further up than to the folders beside that of the first call.
    PathTooFar {
        /// The path.
        path: String,
    },
    /// The name does not end as that of a call does.
    NoCallFile {
        /// The path.
        path: String,
    },
    /// The call is named in itself, or in a call under it.
    Cycle {
        /// The files from the call to itself.
        chain: Vec<String>,
    },
    /// The call is the own call of another applicant already.
    NamedTwice {
        /// The file of the call.
        path: String,
        /// Where it was named first: the file and the applicant.
        first: (String, String),
    },
    /// There are too many calls.
    TooMany {
        /// How many there may be.
        most: usize,
    },
    /// There would be too many levels.
    TooDeep {
        /// How many there may be.
        most: usize,
    },
    /// The calls are in different currencies.
    Currency {
        /// That of the call above.
        above: String,
        /// That of the applicant's call.
        own: String,
    },
}
