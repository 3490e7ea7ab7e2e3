//! Decisions on several levels as a report.

use std::collections::BTreeMap;

use fordela::levels::{BoardValue, Delegation, Level, Own, Unlisted};
use fordela::{Call, Money, Party, Rational};
use fordela_file::{ReadLevels, ReadOwn};
use schemars::JsonSchema;
use serde::Serialize;

use super::audit::BreachesReport;
use super::{
    FindingReport, Names, PartyReport, Provenance, Report,
    decimals::{Four, OrNone, Two, Value},
};

/// What is decided by a call, and by the calls of its applicants.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct LevelsReport {
    /// The file of the sums that people decided; `null` where the sums are those of the allocation.
    pub sums: Option<String>,
    /// The first call and, under it, the others.
    pub level: LevelReport,
}

/// What is decided by one call.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct LevelReport {
    /// The file of the call.
    pub file: String,
    /// What the call was answered with: with the funds that hold what was granted, and one more rule for every applicant
    /// where people decided the sums.
    pub decision: Report,
    /// What became of the sums of the applicants that have a call of their own.
    pub own: Vec<OwnReport>,
    /// What it costs that they decide themselves; `null` where none does.
    pub delegation: Option<DelegationReport>,
}

/// An applicant with a call of its own.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct OwnReport {
    /// The applicant.
    pub applicant: PartyReport,
    /// The sum that it gets.
    pub granted: Money,
    /// What each fund above pays of it, by its id; `null` where that is not known.
    pub from: Option<BTreeMap<String, Money>>,
    /// What of it no fund of its call may hold.
    pub unplaced: Money,
    /// What of it is not granted to anything.
    pub left: Money,
    /// What is decided by its call.
    pub level: LevelReport,
}

/// What it costs that applicants decide themselves, by the priorities of the call above.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct DelegationReport {
    /// What the allocation of the call is worth. In JSON rounded down to two decimals, as all values; `null` where the call is
    /// impossible.
    #[serde(with = "OrNone::<Value>")]
    pub centre: Option<Rational>,
    /// What is decided in the end is worth; `null` where it is not known.
    #[serde(with = "OrNone::<Value>")]
    pub value: Option<Rational>,
    /// How much less that is.
    #[serde(with = "OrNone::<Two>")]
    pub price: Option<Rational>,
    /// The price as a part of what the allocation is worth. In JSON with four decimals.
    #[serde(with = "OrNone::<Four>")]
    pub price_share: Option<Rational>,
    /// The same for each applicant that decides itself.
    pub boards: Vec<BoardReport>,
    /// The activities of the call: what they would get, and what they get in the end.
    pub activities: Vec<DelegatedReport>,
    /// What applicants have in their own calls and this call does not, and which is therefore not valued.
    pub unlisted: Vec<UnlistedReport>,
    /// The activities of the call that are not in the call of their applicant.
    pub left_out: Vec<PartyReport>,
    /// In what the decisions together break this call; `null` where it is not known what all get.
    pub breaches: Option<BreachesReport>,
}

/// What the activities of one applicant are worth to the call above.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct BoardReport {
    /// The applicant.
    pub applicant: PartyReport,
    /// As the call above would split its sum.
    #[serde(with = "OrNone::<Value>")]
    pub centre: Option<Rational>,
    /// As it was split.
    #[serde(with = "OrNone::<Value>")]
    pub value: Option<Rational>,
    /// How much less that is.
    #[serde(with = "OrNone::<Two>")]
    pub price: Option<Rational>,
}

/// What an activity would get, and gets.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct DelegatedReport {
    /// Its id.
    pub id: String,
    /// Its title, or its id.
    pub title: String,
    /// The id of who asks.
    pub applicant: String,
    /// What is asked for.
    pub asked: Money,
    /// What the allocation of the call gives it; `null` where the call is impossible.
    pub centre: Option<Money>,
    /// What it gets in the end; `null` where that is not known.
    pub decided: Option<Money>,
}

/// An activity that only its applicant's call has.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct UnlistedReport {
    /// The applicant.
    pub applicant: PartyReport,
    /// The activity.
    pub activity: PartyReport,
    /// What it gets; `null` where that is not known.
    pub granted: Option<Money>,
}

impl LevelsReport {
    /// The report on what was decided by calls that were read. `findings` are those of each call, as
    /// [`ReadLevels::all`] lists them; `sums` is the file of sums that people decided.
    #[must_use]
    pub fn new(
        read: &ReadLevels,
        level: &Level,
        findings: Vec<Vec<FindingReport>>,
        sums: Option<String>,
        backend: &str,
    ) -> Self {
        let mut findings = findings.into_iter();
        Self { sums, level: LevelReport::new(read, level, &mut findings, backend) }
    }

    /// Whether one of the calls is impossible.
    #[must_use]
    pub fn is_infeasible(&self) -> bool {
        self.level.is_infeasible()
    }
}

impl LevelReport {
    fn new(
        read: &ReadLevels,
        level: &Level,
        findings: &mut impl Iterator<Item = Vec<FindingReport>>,
        backend: &str,
    ) -> Self {
        let provenance = Provenance::new(read.read.sha256.as_str(), backend);
        let decision = Report::new(&level.call, &level.answer, findings.next().unwrap_or_default(), provenance);
        let mut own = Vec::new();
        for ReadOwn { applicant, levels } in &read.own {
            let Some(one) = level.own.iter().find(|one| one.applicant == *applicant) else {
                // Nothing came to it, but its findings stand before those of the next.
                findings.by_ref().take(levels.all().len()).for_each(drop);
                continue;
            };
            let below = Self::new(levels, &one.level, findings, backend);
            own.push(OwnReport::new(&level.call, one, below));
        }
        let delegation = level.delegation.as_ref().map(|delegation| DelegationReport::new(level, delegation));
        Self { file: read.name.clone(), decision, own, delegation }
    }

    /// Whether this call is impossible, or one under it.
    #[must_use]
    pub fn is_infeasible(&self) -> bool {
        self.decision.is_infeasible() || self.own.iter().any(|own| own.level.is_infeasible())
    }
}

impl OwnReport {
    fn new(call: &Call, own: &Own, level: LevelReport) -> Self {
        Self {
            applicant: PartyReport::applicant(call, &own.applicant),
            granted: own.granted,
            from: own.from.as_ref().map(|from| from.iter().cloned().collect()),
            unplaced: own.unplaced,
            left: own.granted - own.level.granted(),
            level,
        }
    }
}

impl DelegationReport {
    fn new(level: &Level, delegation: &Delegation) -> Self {
        let (call, names) = (&level.call, Names::of(&level.call));
        let delegated = |a: usize| {
            let (activity, allocated) = (&call.draft().activities[a], delegation.allocated.as_ref());
            DelegatedReport {
                id: activity.id.clone(),
                title: call.called(activity).to_owned(),
                applicant: activity.applicant.clone(),
                asked: call.claims()[a].ask(),
                centre: allocated.map(|allocated| allocated[a]),
                decided: level.grants[a],
            }
        };
        Self {
            centre: delegation.centre.clone(),
            value: delegation.value.clone(),
            price: delegation.price(),
            price_share: delegation.price_share(),
            boards: delegation.boards.iter().map(|board| BoardReport::new(call, board)).collect(),
            activities: (0..call.claims().len()).map(delegated).collect(),
            unlisted: delegation.unlisted.iter().filter_map(|one| UnlistedReport::new(level, one)).collect(),
            left_out: delegation.left_out.iter().map(|id| names.party(Party::Activity, id)).collect(),
            breaches: delegation.breaches.as_ref().map(|breaches| BreachesReport::of(call, breaches)),
        }
    }
}

impl BoardReport {
    fn new(call: &Call, board: &BoardValue) -> Self {
        Self {
            applicant: PartyReport::applicant(call, &board.applicant),
            centre: board.centre.clone(),
            value: board.value.clone(),
            price: board.price(),
        }
    }
}

impl UnlistedReport {
    fn new(level: &Level, one: &Unlisted) -> Option<Self> {
        let own = level.own.iter().find(|own| own.applicant == one.applicant)?;
        Some(Self {
            applicant: PartyReport::applicant(&level.call, &one.applicant),
            activity: PartyReport::activity(&own.level.call, &one.activity),
            granted: one.granted,
        })
    }
}
