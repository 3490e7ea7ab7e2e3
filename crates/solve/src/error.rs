//! Why there is no answer.

use std::fmt;

use fordela_lp::exact::Spent;
use fordela_model::Call;
use fordela_verify::{Verified, Violation};

/// Why there is no answer. None of these is the fault of the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SolveError {
    /// The effort was spent before an allocation was found.
    EffortSpent,
    /// What was found broke the call, from every start that was tried. A fault of the program.
    Unverified(Vec<Violation>),
    /// No whole grants were found near the exact ones.
    NotRounded,
}

impl fmt::Display for SolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EffortSpent => f.write_str("no allocation was found before the effort was spent"),
            Self::Unverified(violations) => {
                f.write_str("what was found did not stand the check")?;
                for violation in violations {
                    write!(f, "; {violation}")?;
                }
                Ok(())
            }
            Self::NotRounded => f.write_str("no grants in whole units were found near the exact ones"),
        }
    }
}

impl std::error::Error for SolveError {}

impl From<Spent> for SolveError {
    fn from(_: Spent) -> Self {
        Self::EffortSpent
    }
}

/// Finds the checked allocation of a call, `None` when it is impossible: what is asked of whoever solves many changed calls.
pub type Best<'s> = dyn FnMut(&Call) -> Result<Option<Box<Verified>>, SolveError> + 's;
