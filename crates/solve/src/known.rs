//! A call whose optimum is known, beside which calls that are like it are answered.
//!
//! What-ifs mostly change what funds hold, or how large limits are. The program is then the same but for the limits of its
//! rows, and the optimum is some exchanges away. What comes out is the same to the byte: grants are the only ones by their
//! rules, and where more than one set of prices is right, the call is solved from nothing.

use std::sync::{Arc, Mutex};

use fordela_lp::exact::{Effort, Raised, Simplex, Status};
use fordela_model::Call;
use fordela_model::call::Kind;
use fordela_num::Rational;
use fordela_verify::Checks;
use typed_index_collections::TiVec;

use crate::formulate::{Formulation, all, free, lone_caps_are_rows, rounding};
use crate::instance::Instance;
use crate::solve::EFFORT;

/// What it may take to get from one optimum to another; beyond that, it is as near from nothing.
const FAR: u64 = 2_000_000;

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
    instance: Instance,
    optimum: Option<Optimum>,
    checks: Checks,
}

/// The program of a call without choices, and where its optimum is.
#[derive(Debug)]
pub(crate) struct Optimum {
    pub(crate) formulation: Formulation,
    /// What is raised to the leximin.
    pub(crate) raised: Vec<Raised>,
    /// The program that rounds.
    pub(crate) rounding: Arc<Formulation>,
    /// Where it was found, for whichever thread begins there. Nothing begins where another answer ended, so that none depends on
    /// what was answered before.
    simplex: Mutex<Simplex>,
}

impl Known {
    /// Finds the optimum of a call, where that is of use for others: where nothing is chosen, and the most value is looked for.
    #[must_use]
    pub fn of(call: &Call) -> Self {
        Self::within(call, &Effort::new(EFFORT, &|| false))
    }

    /// The same, with another effort. Where it does not suffice, others are answered from nothing.
    #[must_use]
    pub fn within(call: &Call, effort: &Effort<'_>) -> Self {
        let instance = Instance::of(call);
        let optimum = Optimum::of(&instance, effort);
        Self { call: call.clone(), instance, optimum, checks: Checks::of(call) }
    }

    /// The instance of a call that is like this one; `None` where it is not.
    pub(crate) fn instance_of(&self, call: &Call) -> Option<Instance> {
        call.is_like(&self.call).then(|| self.instance.limited_as(call))
    }

    /// What checks have in common.
    pub(crate) fn checks(&self) -> &Checks {
        &self.checks
    }

    /// What is known of the optimum.
    pub(crate) fn optimum(&self) -> Option<&Optimum> {
        self.optimum.as_ref()
    }
}

impl Optimum {
    fn of(instance: &Instance, effort: &Effort<'_>) -> Option<Self> {
        if instance.has_choices() || instance.shares() || !lone_caps_are_rows(instance) {
            return None;
        }
        let formulation = free(instance);
        let mut simplex = Simplex::new(&formulation.program);
        let is_optimal = simplex.solve(effort) == Ok(Status::Optimal);
        let raised = formulation.key.raised(instance);
        let nothing = instance.activities.iter().map(|_| Rational::ZERO).collect::<TiVec<_, _>>();
        let rounding = Arc::new(rounding(instance, &all(instance), &nothing, true));
        is_optimal.then(|| Self { formulation, raised, rounding, simplex: Mutex::new(simplex) })
    }

    /// The optimum of an instance that differs in what funds hold and in limits alone; `None` where there is none, or more
    /// than one set of prices is right, or it is far.
    pub(crate) fn of_like(&self, instance: &Instance, effort: &Effort<'_>) -> Option<Simplex> {
        let mut simplex = self.simplex.lock().ok()?.clone();
        for (row, kind, limit) in self.formulation.limits_in(instance) {
            let (least, most) = simplex.limits(row);
            let (least, most): (Rational, Rational) = match kind {
                Kind::AtLeast if *least != limit => (limit, most.clone()),
                Kind::AtMost if *most != limit => (least.clone(), limit),
                Kind::AtLeast | Kind::AtMost => continue,
            };
            simplex.set_row(row, least, most);
        }
        let is_optimal = simplex.solve(&effort.share(FAR)) == Ok(Status::Optimal);
        (is_optimal && simplex.has_one_set_of_prices()).then_some(simplex)
    }
}
