//! Allocation rules: functions from calls to grants.

use fordela_lp::exact::Effort;
use fordela_model::call::draft::{Objective, ObjectiveKind};
use fordela_model::{Call, Party};
use fordela_num::Rational;
use fordela_solve::{exact_grants, exact_grants_within};

/// An allocation rule: a function from calls to grants. Implement it to test a rule of your own against axioms.
///
/// Grants are exact numbers, in the call's currency, so that what rounding to whole units does is not mistaken for what
/// the rule does; a rule that rounds may do so itself.
///
/// ```
/// use fordela::fairness::AllocationRule;
/// use fordela::{Call, Rational};
///
/// /// Everybody gets half of the ask, whatever there is.
/// struct Half;
///
/// impl AllocationRule for Half {
///     fn name(&self) -> &str {
///         "half"
///     }
///
///     fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
///         Some(call.claims().iter().map(|claim| claim.ask().rational() / Rational::from(2_i64)).collect())
///     }
/// }
/// ```
pub trait AllocationRule {
    /// What it is called in cards and tables.
    fn name(&self) -> &str;

    /// What every activity gets, in the order of the call; `None` where the rule has no answer, as in an impossible
    /// call.
    fn grants(&self, call: &Call) -> Option<Vec<Rational>>;

    /// Whether it has no answer to any call any more, so that nothing needs to be tried.
    fn is_spent(&self) -> bool {
        false
    }
}

/// The rule of a call's own settings, before anything is rounded.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnSettings;

impl OwnSettings {
    /// The same rule, which has no answer any more when the effort is spent, nor to a call that takes more than `each`.
    #[must_use]
    pub fn within<'e>(self, effort: &'e Effort<'e>, each: u64) -> OwnSettingsWithin<'e> {
        OwnSettingsWithin { effort, each }
    }
}

/// [`OwnSettings`] within an effort.
#[derive(Debug, Clone, Copy)]
pub struct OwnSettingsWithin<'e> {
    effort: &'e Effort<'e>,
    each: u64,
}

impl AllocationRule for OwnSettingsWithin<'_> {
    fn name(&self) -> &str {
        OwnSettings.name()
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        exact_grants_within(call, &self.effort.share(self.each))
    }

    fn is_spent(&self) -> bool {
        // To draw a call and to make it small takes longer than to answer it.
        self.effort.is_spent_now()
    }
}

impl AllocationRule for OwnSettings {
    fn name(&self) -> &str {
        "own settings"
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        exact_grants(call)
    }
}

/// The rule that an objective is, whatever the call's own objective, before anything is rounded. How the value of a krona
/// falls is as the call says.
///
/// ```
/// use fordela::call::draft::ObjectiveKind;
/// use fordela::fairness::{AllocationRule, ByObjective};
///
/// assert_eq!(ByObjective::plain(ObjectiveKind::Leximin).name(), "leximin");
/// assert_eq!(ByObjective::weighted(ObjectiveKind::Leximin).name(), "leximin, weighted");
/// ```
#[derive(Debug, Clone)]
pub struct ByObjective {
    objective: Objective,
    name: String,
}

impl ByObjective {
    /// The rule of this kind; claims count alike, among activities.
    #[must_use]
    pub fn plain(kind: ObjectiveKind) -> Self {
        Self::new(Objective { kind, ..Objective::default() })
    }

    /// The rule of this kind; claims count by their priority, among activities.
    #[must_use]
    pub fn weighted(kind: ObjectiveKind) -> Self {
        Self::new(Objective { kind, weighted: true, ..Objective::default() })
    }

    /// The rule that an objective is.
    #[must_use]
    pub fn new(objective: Objective) -> Self {
        let mut name = kind_name(objective.kind).to_owned();
        if objective.weighted {
            name.push_str(", weighted");
        }
        if objective.over == Party::Applicant {
            name.push_str(", over applicants");
        }
        if let Some(part) = objective.at_least {
            name.push_str(&format!(", at least {part}"));
        }
        Self { objective, name }
    }
}

fn kind_name(kind: ObjectiveKind) -> &'static str {
    match kind {
        ObjectiveKind::Priority => "priority",
        ObjectiveKind::Proportional => "proportional",
        ObjectiveKind::EqualAwards => "equal awards",
        ObjectiveKind::EqualLosses => "equal losses",
        ObjectiveKind::Talmud => "Talmud",
        ObjectiveKind::Leximin => "leximin",
        ObjectiveKind::Nash => "Nash",
    }
}

impl AllocationRule for ByObjective {
    fn name(&self) -> &str {
        &self.name
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        exact_grants(&call.with_objective(&self.objective))
    }
}
