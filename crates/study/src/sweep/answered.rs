//! What a point of a sweep is answered with.

use fordela_solve::SolveError;
use fordela_verify::Verified;

/// What a point is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// A checked allocation.
    Allocated(Box<Verified>),
    /// No allocation keeps all rules.
    Infeasible,
    /// Nothing was found before the effort was spent.
    Unanswered,
}

impl Answered {
    /// What was found of a call. That nothing was found in time is an answer too.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unverified`], which is a fault of the program.
    pub fn of(found: Result<Option<Box<Verified>>, SolveError>) -> Result<Self, SolveError> {
        match found {
            Ok(Some(verified)) => Ok(Self::Allocated(verified)),
            Ok(None) => Ok(Self::Infeasible),
            Err(SolveError::EffortSpent | SolveError::NotRounded) => Ok(Self::Unanswered),
            Err(fault @ SolveError::Unverified(_)) => Err(fault),
        }
    }

    /// The allocation, where there is one.
    #[must_use]
    pub fn allocation(&self) -> Option<&Verified> {
        match self {
            Self::Allocated(verified) => Some(verified),
            Self::Infeasible | Self::Unanswered => None,
        }
    }
}
