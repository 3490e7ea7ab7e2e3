//! A call whose optimum is known, beside which calls that are like it are answered.
//!
//! What-ifs mostly change what funds hold, or how large limits are. The program is then the same but for the limits of its
//! rows, and the optimum is some exchanges away. What comes out is the same to the byte: grants are the only ones by their
//! rules, and where more than one set of prices is right, the call is solved from nothing.

use std::sync::Mutex;

use fordela_lp::exact::{Effort, Simplex, Spent, Status};
use fordela_model::Call;
use fordela_model::call::Kind;
use fordela_num::Rational;

use crate::formulate::{Formulation, free, lone_caps_are_rows};
use crate::instance::Instance;
use crate::solve::EFFORT;

/// A call whose optimum is known, to answer sooner what is made of it by changes. The answers do not depend on it.
///
/// ```
/// use fordela::{Known, Options, Scenario, allocate, allocate_with};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// let known = Known::of(&call);
/// let less = Scenario::named("less").set("budget", "-10%").apply(&call)?;
/// assert_eq!(allocate_with(&less, Options::default().beside(&known))?, allocate(&less)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Known {
    call: Call,
    pub(crate) instance: Instance,
    optimum: Option<Optimum>,
}

/// The program of a call without choices, and where its optimum is.
#[derive(Debug)]
pub(crate) struct Optimum {
    pub(crate) formulation: Formulation,
    /// Threads copy it one after the other.
    simplex: Mutex<Simplex>,
}

impl Known {
    /// Finds the optimum of a call, where that is soon found and of use for others.
    #[must_use]
    pub fn of(call: &Call) -> Self {
        let instance = Instance::of(call);
        let optimum = Optimum::of(&instance);
        Self { call: call.clone(), instance, optimum }
    }

    /// The instance of a call that is like this one; `None` where it is not.
    pub(crate) fn instance_of(&self, call: &Call) -> Option<Instance> {
        call.is_like(&self.call).then(|| self.instance.limited_as(call))
    }

    /// What is known of the optimum.
    pub(crate) fn optimum(&self) -> Option<&Optimum> {
        self.optimum.as_ref()
    }
}

impl Optimum {
    fn of(instance: &Instance) -> Option<Self> {
        if instance.has_choices() || instance.shares() || !lone_caps_are_rows(instance) {
            return None;
        }
        let formulation = free(instance);
        let mut simplex = Simplex::new(&formulation.program);
        let is_optimal = simplex.solve(&Effort::new(EFFORT, &|| false)) == Ok(Status::Optimal);
        is_optimal.then(|| Self { formulation, simplex: Mutex::new(simplex) })
    }

    /// The optimum of an instance that differs in what funds hold and in limits alone; `None` where there is none, or more
    /// than one set of prices is right.
    pub(crate) fn of_like(&self, instance: &Instance, effort: &Effort<'_>) -> Result<Option<Simplex>, Spent> {
        let Ok(mut simplex) = self.simplex.lock().map(|simplex| simplex.clone()) else { return Ok(None) };
        for (row, kind, limit) in self.formulation.limits_in(instance) {
            let (least, most) = simplex.limits(row);
            let (least, most): (Rational, Rational) = match kind {
                Kind::AtLeast if *least != limit => (limit, most.clone()),
                Kind::AtMost if *most != limit => (least.clone(), limit),
                Kind::AtLeast | Kind::AtMost => continue,
            };
            simplex.set_row(row, least, most);
        }
        let is_optimal = simplex.solve(effort)? == Status::Optimal;
        Ok(Some(simplex).filter(|simplex| is_optimal && simplex.has_one_set_of_prices()))
    }
}
