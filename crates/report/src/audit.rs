//! How fair an allocation or a decision is, as a report.

mod axioms;
mod complaints;
mod decision;
mod groups;
mod manipulation;
mod shares;

use fordela::audit::Audit;
use fordela::{Answer, Call, Money, Party};
use schemars::JsonSchema;
use serde::Serialize;

pub use axioms::{AxiomReport, AxiomVerdict};
pub use complaints::{ComplaintReport, ComplaintsReport, NodeReport, ObstacleReport, UnknownWord, VerdictReport};
pub use decision::{BreachReport, BreachesReport, DistanceReport, SettledReport, WorthReport};
pub use groups::{GroupReport, GroupWord};
pub use manipulation::{ChangeReport, GainReport, ManipulationReport, TriedReport};
pub use shares::{EndReport, InequalityReport, SharesReport, SpreadReport, TheilReport, TheilSplitReport};

use super::{Answered, FindingReport, Names, Provenance, SideReport};

/// How fair an allocation or a decision is.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct AuditReport {
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// What grants are whole multiples of.
    pub unit: Money,
    /// What is audited.
    pub audited: SideReport,
    /// How the call was answered.
    pub answered: Answered,
    /// What was found; `null` where the call is impossible and no decision is audited.
    pub audit: Option<AuditFound>,
    /// Which axioms the settings of the call keep, whatever was decided; only where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub axioms: Option<Vec<AxiomReport>>,
    /// What applicants could gain under the settings of the call, whatever was decided; only where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manipulation: Option<Vec<ManipulationReport>>,
    /// What is legal in the call but probably a mistake.
    pub findings: Vec<FindingReport>,
    /// What made the report, of what.
    pub provenance: Provenance,
}

/// What an audit found.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct AuditFound {
    /// The sums.
    pub totals: AuditTotals,
    /// How far apart shares are, and how unequal.
    pub shares: LevelsReport,
    /// Theil's index of the shares of activities, and its parts; `null` where it is not known what each of them gets,
    /// and where nothing is granted.
    pub theil: Option<TheilReport>,
    /// Who has a higher priority and a lower share than somebody else.
    pub complaints: ComplaintsReport,
    /// What applicants, areas and tags get beside their proportional part.
    pub groups: Vec<GroupReport>,
    /// In what the decision breaks the call; `null` for an allocation, which has been verified.
    pub breaches: Option<BreachesReport>,
    /// How far the decision is from the allocation of the call; `null` where there is none to compare with.
    pub distance: Option<DistanceReport>,
}

/// The sums of what is audited.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct AuditTotals {
    /// The sum of the funds.
    pub budget: Money,
    /// All that is asked for.
    pub asked: Money,
    /// All that is granted.
    pub granted: Money,
}

/// Shares of applicants and of activities.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct LevelsReport {
    /// Of applicants.
    pub applicants: SharesReport,
    /// Of activities; `null` where it is not known what each of them gets.
    pub activities: Option<SharesReport>,
}

impl AuditReport {
    /// The report on what was audited, with how the call was answered.
    #[must_use]
    pub fn new(
        call: &Call,
        answer: &Answer,
        audited: SideReport,
        audit: Option<&Audit>,
        findings: Vec<FindingReport>,
        provenance: Provenance,
    ) -> Self {
        let draft = call.draft();
        Self {
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            unit: call.unit(),
            audited,
            answered: Answered::new(call, answer),
            audit: audit.map(|audit| AuditFound::new(call, audit)),
            axioms: None,
            manipulation: None,
            findings,
            provenance,
        }
    }

    /// Whether no allocation keeps all rules.
    #[must_use]
    pub fn is_infeasible(&self) -> bool {
        self.answered.infeasible().is_some()
    }
}

impl AuditFound {
    pub(crate) fn new(call: &Call, audit: &Audit) -> Self {
        let names = Names::of(call);
        let shares = LevelsReport {
            applicants: SharesReport::new(&audit.applicants, &names, Party::Applicant),
            activities: audit.activities.as_ref().map(|all| SharesReport::new(all, &names, Party::Activity)),
        };
        Self {
            totals: AuditTotals { budget: call.budget(), asked: call.asked(), granted: audit.granted },
            shares,
            theil: audit.theil.as_ref().map(TheilReport::new),
            complaints: ComplaintsReport::new(&audit.complaints, &names),
            groups: audit.groups.iter().map(|group| GroupReport::new(group, &names)).collect(),
            breaches: audit.breaches.as_ref().map(|breaches| BreachesReport::new(breaches, &names)),
            distance: audit.distance.as_ref().map(DistanceReport::new),
        }
    }
}
