//! From a call to a checked allocation, or to the reason why there is none.

use std::time::Duration;

use fordela_lp::exact::Effort;
use fordela_lp::{Backend, Program, Solver};
use fordela_model::{Allocation, Call};
use fordela_num::Rational;
use fordela_verify::{Verified, verify_beside};
use serde::Serialize;

use crate::conflict::{Impossible, impossible};
use crate::decide::{TO_FINISH, to_find};
use crate::error::SolveError;
use crate::formulate::{choices, free};
use crate::instance::{Instance, in_currency};
use crate::known::Known;
use crate::suggest::{attempt, exact_units, in_plain_sight};

/// What a call is answered with. Serialized with `status`, beside what the one or the other has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum Answer {
    /// A checked allocation.
    Allocated(Box<Verified>),
    /// No allocation keeps all rules.
    Impossible(Box<Impossible>),
}

/// Answers a call: what is asked of whoever solves many calls and tells why some are impossible.
pub type Solve<'s> = dyn FnMut(&Call) -> Result<Answer, SolveError> + 's;

/// How to solve: by default exactly, from nothing, with the effort that suits most.
///
/// ```
/// use fordela::{Backend, Effort, Options, allocate_with};
/// # use fordela::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .validate()?;
/// let little = Effort::new(1_000_000, &|| false);
/// let answer = allocate_with(&call, Options::default().solver(&Backend::Microlp).effort(&little))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Options<'a> {
    known: Option<&'a Known>,
    solver: &'a dyn Solver,
    effort: Option<&'a Effort<'a>>,
    time_limit: Option<Duration>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { known: None, solver: &Backend::Exact, effort: None, time_limit: None }
    }
}

impl<'a> Options<'a> {
    /// The solver that guesses first. The answer does not depend on it.
    #[must_use]
    pub fn solver(self, solver: &'a dyn Solver) -> Self {
        Self { solver, ..self }
    }

    /// A call of which this one was made by changes, so that it is answered sooner. The answer does not depend on it.
    #[must_use]
    pub fn beside(self, known: &'a Known) -> Self {
        Self { known: Some(known), ..self }
    }

    /// How much may be computed: to search through choices, to divide, to round, to find who pays, and to prove that
    /// there is nothing better. Where it ends, the best that was found is given with its bound. [`EFFORT`] when left out.
    #[must_use]
    pub fn effort(self, effort: &'a Effort<'a>) -> Self {
        Self { effort: Some(effort), ..self }
    }

    /// What the solver is told to take at most, if anything. It may take more.
    #[must_use]
    pub fn time_limit(self, time_limit: Option<Duration>) -> Self {
        Self { time_limit, ..self }
    }

    /// The instance of a call, and the options without a call beside it that it is not like.
    fn instance(self, call: &Call) -> (Instance, Self) {
        match self.known.and_then(|known| known.instance_of(call)) {
            Some(instance) => (instance, self),
            None => (Instance::of(call), Self { known: None, ..self }),
        }
    }

    /// Does work with the effort that was given, or one of its own.
    fn within<T>(self, work: impl FnOnce(Self, &Effort<'_>) -> T) -> T {
        match self.effort {
            Some(effort) => work(self, effort),
            None => work(self, &Effort::new(EFFORT, &|| false)),
        }
    }
}

/// The effort that a call gets when nothing else is asked for: some seconds.
pub const EFFORT: u64 = 160_000_000;

/// Allocates a call with the solver and effort that suit most.
///
/// ```
/// use fordela::{Answer, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// match allocate(&call)? {
///     Answer::Allocated(best) => {
///         let amounts: Vec<String> = best.grants().iter().map(|grant| grant.amount.to_string()).collect();
///         assert_eq!(amounts, ["500000", "200000"]);
///         assert!(best.is_optimal());
///     }
///     Answer::Impossible(why) => println!("{} caps and floors conflict", why.conflict.len()),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// See [`SolveError`].
pub fn allocate(call: &Call) -> Result<Answer, SolveError> {
    allocate_with(call, Options::default())
}

/// Allocates a call with the solver and effort that suit most, without asking why where it is impossible.
///
/// As [`allocate`], but `None` where nothing keeps all rules: why, and the ways out, take far longer to find than that
/// there is nothing.
///
/// # Errors
///
/// See [`SolveError`].
pub fn best(call: &Call) -> Result<Option<Box<Verified>>, SolveError> {
    best_with(call, Options::default())
}

/// Allocates a call.
///
/// ```
/// use fordela::{Backend, Options, allocate, allocate_with};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// let guessed = allocate_with(&call, Options::default().solver(&Backend::Microlp))?;
/// assert_eq!(guessed, allocate(&call)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// See [`SolveError`].
pub fn allocate_with(call: &Call, options: Options<'_>) -> Result<Answer, SolveError> {
    let (instance, options) = options.instance(call);
    options.within(|options, effort| {
        Ok(match best_of(call, &instance, options, effort)? {
            Some(verified) => Answer::Allocated(verified),
            None => Answer::Impossible(impossible(call, &instance, &effort.or(TO_FINISH))),
        })
    })
}

/// Allocates a call as [`allocate_with`], without asking why where it is impossible: then `None`.
///
/// # Errors
///
/// See [`SolveError`].
pub fn best_with(call: &Call, options: Options<'_>) -> Result<Option<Box<Verified>>, SolveError> {
    let (instance, options) = options.instance(call);
    options.within(|options, effort| best_of(call, &instance, options, effort))
}

fn best_of(
    call: &Call,
    instance: &Instance,
    options: Options<'_>,
    effort: &Effort<'_>,
) -> Result<Option<Box<Verified>>, SolveError> {
    let Options { known, solver, time_limit, .. } = options;
    let tried = |known: Option<&Known>, solver: &dyn Solver, time_limit| {
        let suggested = attempt(instance, known.and_then(Known::optimum), solver, effort, time_limit)?;
        let checked = suggested.map(|allocation| checked(call, known, allocation)).transpose();
        effort.settle();
        checked
    };
    let best = match tried(known, solver, time_limit) {
        // A start may have led astray; the exact method from nothing has the last word.
        Err(SolveError::Unverified(_)) if !effort.is_spent() => tried(None, &Backend::Exact, None),
        best => best,
    };
    match best {
        Err(SolveError::Unverified(violations)) if !effort.is_spent() => Err(SolveError::Unverified(violations)),
        // What was found before the effort was spent may lack what would prove it.
        Err(error) => match in_plain_sight(instance, &effort.or(to_find(instance))) {
            Some(allocation) => checked(call, known, allocation).map(Some),
            None if effort.is_spent() => Err(SolveError::EffortSpent),
            None => Err(error),
        },
        best => best,
    }
}

/// The allocation, if it stands the check.
fn checked(call: &Call, known: Option<&Known>, allocation: Allocation) -> Result<Box<Verified>, SolveError> {
    verify_beside(call, allocation, known.map(Known::checks)).map(Box::new).map_err(SolveError::Unverified)
}

/// The linear program that a call stands for, in whole units, to look at or to hand to another solver.
/// Where there are choices some columns are whole.
///
/// ```
/// use fordela::program;
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// let program = program(&call);
/// assert_eq!(program.columns().len(), 2);
/// assert_eq!(program.rows()[0].label, "fund city");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn program(call: &Call) -> Program {
    let instance = Instance::of(call);
    if instance.has_choices() { choices(&instance).program } else { free(&instance).program }
}

/// What a call's own settings grant to every activity before it is rounded to whole units, in the order of the call, in
/// its currency. `None` where nothing keeps all rules, or the effort was spent before anything was found.
///
/// To compare allocation rules and to test their axioms: what rounding does is left out. Nothing is verified.
#[must_use]
pub fn exact_grants(call: &Call) -> Option<Vec<Rational>> {
    exact_grants_within(call, &Effort::new(EFFORT, &|| false))
}

/// What a call's own settings grant, as [`exact_grants`], with another effort.
#[must_use]
pub fn exact_grants_within(call: &Call, effort: &Effort<'_>) -> Option<Vec<Rational>> {
    let instance = Instance::of(call);
    let units = exact_units(&instance, effort)?;
    Some(instance.as_written(&in_currency(&instance, &units)))
}
