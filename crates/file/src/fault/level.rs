//! Faults of calls that are named in others.

use std::fmt;

use fordela::levels::Misfit;

use super::short;

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
    /// The calls do not fit together.
    Misfit(Misfit),
}

impl LevelFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::PathNotRelative { .. } => {
                "write the path from the folder of this file, with `/`, as in `call = \"../board/call.toml\"`"
                    .to_owned()
            }
            Self::PathTooFar { .. } => {
                "put the calls in one folder, or in folders beside each other; calls elsewhere are not read".to_owned()
            }
            Self::NoCallFile { .. } => "name a call file, which ends in `.toml` or `.json`".to_owned(),
            Self::Cycle { .. } => "take `call` away from one of the applicants".to_owned(),
            Self::NamedTwice { .. } => "give each applicant a call of its own, or none".to_owned(),
            Self::TooMany { .. } => "decide the calls further down by themselves".to_owned(),
            Self::Misfit(Misfit::Currency { .. }) => "write all calls in one currency".to_owned(),
            Self::Misfit(Misfit::TooDeep) => "decide the calls further down by themselves".to_owned(),
            Self::Misfit(Misfit::Second { .. } | Misfit::UnknownApplicant { .. }) => {
                "give each applicant one call".to_owned()
            }
        }
    }
}

impl fmt::Display for LevelFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PathNotRelative { path } => write!(f, "`{}` is not a path from the folder of this call", short(path)),
            Self::PathTooFar { path } => write!(f, "`{}` leads too far away from the first call", short(path)),
            Self::NoCallFile { path } => write!(f, "`{}` is not the name of a call file", short(path)),
            Self::Cycle { chain } if chain.len() <= 2 => f.write_str("the call names itself"),
            Self::Cycle { chain } => write!(f, "the calls name each other in a circle: {}", chain.join(" → ")),
            Self::NamedTwice { path, first: (file, applicant) } => {
                write!(f, "`{path}` is the call of `{applicant}` in {file} already")
            }
            Self::TooMany { most } => write!(f, "there are more than {most} calls"),
            Self::Misfit(misfit) => misfit.fmt(f),
        }
    }
}
