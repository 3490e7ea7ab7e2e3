//! Float solvers, all behind one trait.
//!
//! Their answers are guesses from which the exact method starts: which solver is used may change how long an
//! answer takes, never what it is. They are asked for the relaxation only, with every column continuous.

mod clarabel;
#[cfg(feature = "highs")]
mod highs;
mod microlp;
mod model;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::FromStr;
use std::time::Duration;

use crate::scale::{Scaled, Scaling, nothing, scale};
use crate::{Program, Solution, Stop};

/// What solves the relaxation of a program, in floats.
pub trait Solver {
    /// The name by which the solver is asked for and told of.
    fn name(&self) -> &str;

    /// A guess at the optimum of the relaxation of `program`, in which every column is continuous.
    ///
    /// It never fails: what goes wrong is told by [`Solution::stop`]. The point is within the bounds of the
    /// columns, but rows may be broken by a rounding error, and duals may have a wrong sign by as little. A dual
    /// is what one more unit of the row's limits adds to the value of the program, so that it is zero or above
    /// for a row that has only `at_most`, and zero or below for one that has only `at_least`.
    ///
    /// `time_limit` is soft: solvers look at the clock now and then, and building the program for them is not
    /// counted. After it the solution is [`Stop::TimeLimit`], often with no point.
    fn solve(&self, program: &Program, time_limit: Option<Duration>) -> Solution;
}

/// The solvers of this build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Backend {
    /// The simplex method of microlp, in Rust alone. Gives no duals.
    Microlp,
    /// The interior-point method of Clarabel, in Rust alone. Among tied optima its point is in the middle.
    Clarabel,
    /// The simplex method of HiGHS, in C++.
    #[cfg(feature = "highs")]
    Highs,
    /// No float solver: start the exact method from nothing, which is the fastest. The solution is always
    /// [`Stop::Failed`] with no point and no duals.
    #[default]
    Exact,
}

impl Backend {
    /// All backends of this build.
    pub const ALL: &[Self] = &[
        Self::Microlp,
        Self::Clarabel,
        #[cfg(feature = "highs")]
        Self::Highs,
        Self::Exact,
    ];

    /// The name by which the backend is asked for.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Microlp => "microlp",
            Self::Clarabel => "clarabel",
            #[cfg(feature = "highs")]
            Self::Highs => HIGHS,
            Self::Exact => "exact",
        }
    }

    fn guess(self, scaled: &Scaled, time_limit: Option<f64>) -> Solution {
        match self {
            Self::Microlp => microlp::solve(scaled, time_limit),
            Self::Clarabel => clarabel::solve(scaled, time_limit),
            #[cfg(feature = "highs")]
            Self::Highs => highs::solve(scaled, time_limit),
            Self::Exact => nothing(Stop::Failed),
        }
    }
}

/// The name of the backend that not every build has.
const HIGHS: &str = "highs";

/// The longest time limit that solvers are given, in seconds: a year. Some add the limit to the clock, which
/// has no room for every [`Duration`].
const LONGEST: f64 = 365.0 * 24.0 * 3600.0;

impl Solver for Backend {
    fn name(&self) -> &str {
        (*self).name()
    }

    fn solve(&self, program: &Program, time_limit: Option<Duration>) -> Solution {
        if *self == Self::Exact {
            return nothing(Stop::Failed);
        }
        let scaled = match scale(program) {
            Scaling::Solve(scaled) => scaled,
            Scaling::Answer(solution) => return solution,
        };
        let seconds = time_limit.map(|limit| limit.as_secs_f64().min(LONGEST));
        guarded(|| self.guess(&scaled, seconds)).map_or_else(|| nothing(Stop::Failed), |solution| scaled.undo(solution))
    }
}

/// The solution, or `None` when the solver panics: a fault inside a solver costs its guess and no more. Nothing
/// that it may have left half-done is used again.
fn guarded(guess: impl FnOnce() -> Solution) -> Option<Solution> {
    catch_unwind(AssertUnwindSafe(guess)).ok()
}

impl fmt::Display for Backend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str((*self).name())
    }
}

impl FromStr for Backend {
    type Err = UnknownBackend;

    fn from_str(name: &str) -> Result<Self, UnknownBackend> {
        Self::ALL.iter().copied().find(|backend| backend.name() == name).ok_or_else(|| UnknownBackend {
            asked: name.to_owned(),
            known: Self::ALL.iter().map(|backend| backend.name()).collect(),
        })
    }
}

/// A backend was asked for that this build does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownBackend {
    /// The name that was asked for.
    pub asked: String,
    /// The names of the backends that this build has.
    pub known: Vec<&'static str>,
}

impl fmt::Display for UnknownBackend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.known.join(", ");
        if self.asked == HIGHS {
            write!(
                f,
                "this build lacks the backend \"{HIGHS}\": build it with `--features {HIGHS}`, or use one of {known}"
            )
        } else {
            write!(f, "no backend is called \"{}\": use one of {known}", self.asked)
        }
    }
}

impl std::error::Error for UnknownBackend {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_a_solver_is_caught() {
        assert_eq!(guarded(|| panic!("a solver may panic")), None);
        assert_eq!(guarded(|| nothing(Stop::TimeLimit)), Some(nothing(Stop::TimeLimit)));
    }

    #[test]
    fn every_name_is_read_back() {
        for backend in Backend::ALL {
            assert_eq!(backend.to_string().parse(), Ok(*backend));
        }
    }

    #[test]
    fn an_unknown_name_is_told_the_known_ones() {
        let error = "gurobi".parse::<Backend>().unwrap_err();
        assert_eq!(error.known, Backend::ALL.iter().map(|backend| backend.name()).collect::<Vec<_>>());
        let known = error.known.join(", ");
        assert_eq!(error.to_string(), format!("no backend is called \"gurobi\": use one of {known}"));
    }

    #[cfg(not(feature = "highs"))]
    #[test]
    fn a_build_without_highs_says_how_to_get_it() {
        let error = "highs".parse::<Backend>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "this build lacks the backend \"highs\": build it with `--features highs`, or use one of microlp, \
             clarabel, exact"
        );
    }
}
