//! Why every activity got what it got, what would have been needed, and what limits are worth, as a report.

mod limits;
mod moves;
mod needed;
mod ranking;
mod settled;
mod steps;
mod why_not;

use fordela::{Answer, Call, Money};
use schemars::JsonSchema;
use serde::Serialize;

use super::schema::null_if_infeasible;
use super::{ActivityReport, Allocated, Answered, ApplicantReport, FindingReport, Provenance, Totals};

pub use limits::{LimitOf, LimitReport, MORE, MoreReport, bounds};
pub use moves::MoveReport;
pub use needed::{NeededReport, ScoreNeeded, ScoreRange};
pub use ranking::{CauseReport, RankedReport};
pub use settled::SettledReport;
pub use steps::{StepReport, StepsReport};
pub use why_not::WhyNotReport;

/// An explanation of an allocation.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(transform = null_if_infeasible("explained"))]
pub struct ExplainReport {
    /// How the call was answered.
    #[serde(flatten)]
    pub answered: Answered,
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// What grants are whole multiples of.
    pub unit: Money,
    /// The explanation; `null` for an impossible call.
    pub explained: Option<Explained>,
    /// What is legal in the call but probably a mistake.
    pub findings: Vec<FindingReport>,
    /// What made the report, of what.
    pub provenance: Provenance,
}

/// What is explained.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Explained {
    /// The whole call.
    Call(Box<CallExplained>),
    /// One activity.
    Activity(Box<OneExplained>),
    /// One applicant.
    Applicant(Box<OneExplained>),
    /// What it would take to grant an activity.
    WhyNot(Box<WhyNotReport>),
}

/// Why everybody got what they got.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct CallExplained {
    /// The sums of the call.
    pub totals: Totals,
    /// Who asked.
    pub applicants: Vec<ApplicantReport>,
    /// What money was asked for, and why it got what it got.
    pub activities: Vec<ActivityReport>,
    /// What limits are worth: the budget, every fund where there are several, and every cap and floor that binds.
    /// Empty for a call with choices, whose value moves in steps; `null` where the effort was spent before they were found.
    pub limits: Option<Vec<LimitReport>>,
    /// The steps of the budget nearest to it, for a call with choices; `null` for others.
    pub steps: Option<StepsReport>,
    /// The activities by falling priority, beside what they would get by hand.
    pub ranking: Vec<RankedReport>,
    /// What only ids settled: ties, and where odd units go; `null` where the effort was spent before that was found.
    pub settled_by_id: Option<Vec<SettledReport>>,
}

/// Why an activity, or each activity of an applicant, got what it got, and what would have been needed.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct OneExplained {
    /// Who asked, with the sums of all its activities.
    pub applicant: ApplicantReport,
    /// The activities, in the order of the call.
    pub activities: Vec<ActivityNeeds>,
    /// What only ids settled for them: ties, and where odd units go; `null` where the effort was spent before that was
    /// found.
    pub settled_by_id: Option<Vec<SettledReport>>,
}

/// An activity, and what would have been needed for it to get more.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct ActivityNeeds {
    /// The activity, and why it got what it got.
    #[serde(flatten)]
    pub activity: ActivityReport,
    /// What would have been needed for more than now, and for all; empty where it got all.
    pub needed: Vec<NeededReport>,
}

impl ExplainReport {
    /// The report of an explanation of an answer to a call; `explained` is left out when the answer is that the call
    /// is impossible.
    #[must_use]
    pub fn new(
        call: &Call,
        answer: &Answer,
        explained: Option<Explained>,
        findings: Vec<FindingReport>,
        provenance: Provenance,
    ) -> Self {
        let draft = call.draft();
        Self {
            answered: Answered::new(call, answer),
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            unit: call.unit(),
            explained,
            findings,
            provenance,
        }
    }

    /// Whether the call is impossible, or made so by what was asked of it.
    #[must_use]
    pub fn is_infeasible(&self) -> bool {
        match &self.explained {
            None => true,
            Some(Explained::WhyNot(why_not)) => why_not.changed.answered.infeasible().is_some(),
            Some(_) => false,
        }
    }
}

impl CallExplained {
    /// Why everybody got what they got, with what was found of limits, steps, the ranking and ties.
    #[must_use]
    pub fn new(
        allocated: Allocated,
        limits: Option<Vec<LimitReport>>,
        steps: Option<StepsReport>,
        ranking: Vec<RankedReport>,
        settled_by_id: Option<Vec<SettledReport>>,
    ) -> Self {
        let Allocated { totals, applicants, activities, .. } = allocated;
        Self { totals, applicants, activities, limits, steps, ranking, settled_by_id }
    }
}

impl OneExplained {
    /// Why an applicant's activities got what they got, with what was found to be needed for each of those that are
    /// told of, by their places in the call.
    #[must_use]
    pub fn new(
        allocated: &Allocated,
        needed: Vec<(usize, Vec<NeededReport>)>,
        applicant: usize,
        settled_by_id: Option<Vec<SettledReport>>,
    ) -> Self {
        let told = |(a, needed): (usize, Vec<NeededReport>)| ActivityNeeds {
            activity: allocated.activities[a].clone(),
            needed,
        };
        Self {
            applicant: allocated.applicants[applicant].clone(),
            activities: needed.into_iter().map(told).collect(),
            settled_by_id,
        }
    }
}
