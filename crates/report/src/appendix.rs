//! The appendix to a decision: who asked for what, who gets how much and why, and how that came about.

use std::collections::{BTreeMap, BTreeSet};

use fordela::audit::Audit;
use fordela::call::draft::{Activity, Criterion};
use fordela::follow_up::Decided;
use fordela::nearest::{Nearest, Turn};
use fordela::payers::PayersBy;
use fordela::sensitivity::Curve;
use fordela::sweep::Vary;
use fordela::{Answer, Call, Decimal, Money, Party, Rational, Verified};
use schemars::JsonSchema;
use serde::Serialize;

use super::audit::AuditFound;
use super::decimals::{As, Exact, Four, OrNone};
use super::{BreakpointReport, CurveReport, FindingReport, Provenance, Report, SideReport};

/// The appendix to a decision, or to what is suggested.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct AppendixReport {
    /// What is granted by: the suggestion, or a file.
    pub granted_by: SideReport,
    /// The SHA-256 of that file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_sha256: Option<String>,
    /// How it is known who pays what was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payers: Option<PayersBy>,
    /// The sums.
    pub totals: AppendixTotals,
    /// Who asked, for what, and what they get.
    pub applicants: Vec<AppendixApplicant>,
    /// What activities are scored on.
    pub criteria: Vec<CriterionReport>,
    /// What the call is answered with by itself, and of what.
    pub suggestion: Report,
    /// The nearest changes that turn the answer; `null` where time or effort was spent before they were found.
    pub nearest: Option<Vec<NearestReport>>,
    /// How fair it is; `null` where the call is impossible and nothing was decided, and where time or effort was spent.
    pub fairness: Option<AuditFound>,
    /// What every budget is worth; `null` where that is no curve, and where time or effort was spent.
    pub curve: Option<CurveReport>,
}

/// The sums of an appendix.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct AppendixTotals {
    /// The sum of the funds.
    pub budget: Money,
    /// All that is asked for.
    pub asked: Money,
    /// All that is granted; `null` where nothing is.
    pub granted: Option<Money>,
}

/// What an applicant asked for and gets.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct AppendixApplicant {
    /// Its id.
    pub id: String,
    /// Its name, or its id.
    pub name: String,
    /// What is said of its application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What it asked for.
    pub asked: Money,
    /// What it gets; `null` where nothing is granted at all.
    pub granted: Option<Money>,
    /// What it gets by the suggestion; `null` where there is none.
    pub suggested: Option<Money>,
    /// What each fund pays of what it gets, by its id, as far as that is known.
    pub funds: BTreeMap<String, Money>,
    /// What it asked for money for.
    pub activities: Vec<AppendixActivity>,
}

/// What an activity asked for and gets.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct AppendixActivity {
    /// Its id.
    pub id: String,
    /// Its title, or its id.
    pub title: String,
    /// What is said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How well it meets each criterion, in the order of the criteria.
    #[schemars(with = "Vec<String>")]
    pub scores: Vec<Decimal>,
    /// The weighted score. In JSON with four decimals.
    #[serde(with = "As::<Four>")]
    pub priority: Rational,
    /// What is asked for.
    pub asked: Money,
    /// What it gets; `null` where that is not known, and where nothing is granted at all.
    pub granted: Option<Money>,
    /// What it gets by the suggestion; `null` where there is none.
    pub suggested: Option<Money>,
}

/// What activities are scored on.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct CriterionReport {
    /// Its id.
    pub id: String,
    /// Its name, or its id.
    pub name: String,
    /// How much it counts, as it is written.
    #[schemars(with = "String")]
    pub weight: Decimal,
    /// That as a part of all weights, `null` where they are nothing. In JSON with four decimals.
    #[serde(with = "OrNone::<Four>")]
    pub share: Option<Rational>,
    /// The best score.
    #[schemars(with = "String")]
    pub max: Decimal,
}

/// The budget, or a weight, with the nearest values that turn the answer.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct NearestReport {
    /// What is varied.
    pub path: String,
    /// The values that were tried, as `PATH=FROM..TO:STEP`.
    pub range: String,
    /// What the call has.
    pub now: String,
    /// The nearest lower value with another answer; `null` where none was found.
    pub lower: Option<TurnReport>,
    /// The nearest higher one.
    pub higher: Option<TurnReport>,
}

/// Where the answer becomes another one.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct TurnReport {
    /// How far that is from what the call has, as a part of it. In JSON exact, up to twelve decimals.
    #[serde(with = "As::<Exact>")]
    pub distance: Rational,
    /// The value, and what becomes of the answer.
    #[serde(flatten)]
    pub at: BreakpointReport,
}

/// What an appendix is told of.
#[derive(Debug)]
pub struct AppendixOf<'a> {
    /// The call.
    pub call: &'a Call,
    /// What it is answered with.
    pub answer: &'a Answer,
    /// What was decided, where it was.
    pub decision: Option<DecisionOf<'a>>,
    /// What turns the answer.
    pub nearest: Option<&'a [Nearest]>,
    /// How fair what is granted is.
    pub audit: Option<&'a Audit>,
    /// What every budget is worth.
    pub curve: Option<&'a Curve>,
}

/// What was decided.
#[derive(Debug, Clone, Copy)]
pub struct DecisionOf<'a> {
    /// The file.
    pub name: &'a str,
    /// The SHA-256 of it.
    pub sha256: &'a str,
    /// Who gets how much, everybody of the call once, and who pays, as far as that is known.
    pub decided: &'a Decided,
    /// How that is known.
    pub payers: PayersBy,
}

impl AppendixReport {
    /// The appendix; `suggestion` is the word for what is not a file.
    #[must_use]
    pub fn new(of: &AppendixOf<'_>, suggestion: &str, findings: Vec<FindingReport>, provenance: Provenance) -> Self {
        let AppendixOf { call, answer, .. } = *of;
        let granted = Granted::of(of);
        let applicants = granted.applicants();
        let sum: Option<Money> = applicants.iter().map(|one| one.granted).sum();
        Self {
            granted_by: match &of.decision {
                Some(decision) => SideReport::file(decision.name, decision.decided.to),
                None => SideReport::suggestion(suggestion, call, answer),
            },
            decision_sha256: of.decision.map(|decision| decision.sha256.to_owned()),
            payers: of.decision.map(|decision| decision.payers),
            totals: AppendixTotals { budget: call.budget(), asked: call.asked(), granted: sum },
            applicants,
            criteria: criteria(call),
            suggestion: Report::new(call, answer, findings, provenance),
            nearest: of.nearest.map(|all| all.iter().map(|one| NearestReport::new(call, one)).collect()),
            fairness: of.audit.map(|audit| AuditFound::new(call, audit)),
            curve: of.curve.map(|curve| CurveReport::new(call, curve)),
        }
    }

    /// Whether something was decided, and not only suggested.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.decision_sha256.is_some()
    }
}

/// What is granted, and what is suggested.
struct Granted<'a> {
    call: &'a Call,
    suggested: Option<&'a Verified>,
    decision: Option<DecisionOf<'a>>,
}

impl<'a> Granted<'a> {
    fn of(of: &AppendixOf<'a>) -> Self {
        let suggested = match of.answer {
            Answer::Allocated(verified) => Some(&**verified),
            Answer::Impossible(_) => None,
        };
        Self { call: of.call, suggested, decision: of.decision }
    }

    fn applicants(&self) -> Vec<AppendixApplicant> {
        let draft = self.call.draft();
        let mut own: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, activity) in draft.activities.iter().enumerate() {
            own.entry(&activity.applicant).or_default().push(place);
        }
        let one = |applicant: &fordela::Applicant| {
            let own = own.remove(applicant.id.as_str()).unwrap_or_default();
            let activities: Vec<AppendixActivity> =
                own.iter().map(|&place| self.activity(place, &draft.activities[place])).collect();
            let sum = |of: fn(&AppendixActivity) -> Option<Money>| activities.iter().map(of).sum::<Option<Money>>();
            let suggested = sum(|activity| activity.suggested);
            let granted = match self.decision.map(|decision| decision.decided) {
                Some(Decided { to: Party::Applicant, grants, .. }) => grants.get(&applicant.id).copied(),
                Some(_) | None => sum(|activity| activity.granted),
            };
            AppendixApplicant {
                id: applicant.id.clone(),
                name: self.call.called(applicant).to_owned(),
                note: applicant.note.clone(),
                asked: activities.iter().map(|activity| activity.asked).sum(),
                granted,
                suggested: self.suggested.and(suggested),
                funds: self.paid(&applicant.id, &own, granted),
                activities,
            }
        };
        draft.applicants.iter().map(one).collect()
    }

    /// Who pays an applicant, whose activities are at these places, as far as that is known.
    fn paid(&self, applicant: &str, own: &[usize], granted: Option<Money>) -> BTreeMap<String, Money> {
        let draft = self.call.draft();
        let own = || own.iter().copied();
        let mut paid: BTreeMap<String, Money> = BTreeMap::new();
        let mut add = |fund: usize, amount: Money| {
            let sum = paid.entry(draft.funds[fund].id.clone()).or_default();
            *sum = *sum + amount;
        };
        let Some(decision) = self.decision.map(|decision| decision.decided) else {
            let grants = self.suggested.map(Verified::grants).unwrap_or_default();
            own()
                .filter_map(|place| grants.get(place))
                .flat_map(|grant| &grant.by_fund)
                .for_each(|(fund, amount)| add(*fund, *amount));
            return paid;
        };
        let mut said = |id: &str, amount: Money, may_pay: &BTreeSet<usize>| match decision.funds.get(id) {
            Some(funds) => {
                let place = |id: &String| draft.funds.iter().position(|fund| fund.id == *id);
                funds.iter().filter_map(|(id, sum)| Some((place(id)?, *sum))).for_each(|(fund, sum)| add(fund, sum));
            }
            // What only one fund may pay for is paid by it, though nobody says so.
            None if may_pay.len() == 1 => may_pay.iter().for_each(|fund| add(*fund, amount)),
            None => {}
        };
        let payers = |place: usize| self.call.claims()[place].payers().iter().copied();
        match decision.to {
            Party::Applicant => said(applicant, granted.unwrap_or_default(), &own().flat_map(payers).collect()),
            Party::Activity => own().for_each(|place| {
                let id = &draft.activities[place].id;
                let amount = decision.grants.get(id).copied().unwrap_or_default();
                said(id, amount, &payers(place).collect());
            }),
        }
        paid.retain(|_, sum| !sum.is_zero());
        paid
    }

    fn activity(&self, place: usize, activity: &Activity) -> AppendixActivity {
        let suggested = self.suggested.map(|verified| verified.grants()[place].amount);
        let granted = match self.decision.map(|decision| decision.decided) {
            Some(Decided { to: Party::Activity, grants, .. }) => grants.get(&activity.id).copied(),
            Some(_) => None,
            None => suggested,
        };
        let score = |criterion: &Criterion| activity.scores.get(&criterion.id).copied().unwrap_or_default();
        AppendixActivity {
            id: activity.id.clone(),
            title: self.call.called(activity).to_owned(),
            note: activity.note.clone(),
            scores: self.call.draft().criteria.iter().map(score).collect(),
            priority: self.call.claims()[place].priority().clone(),
            asked: self.call.claims()[place].ask(),
            granted,
            suggested,
        }
    }
}

fn criteria(call: &Call) -> Vec<CriterionReport> {
    let criteria = &call.draft().criteria;
    let all: Rational = criteria.iter().map(|one| Vary::exact(one.weight)).fold(Rational::ZERO, |sum, one| &sum + &one);
    let one = |criterion: &Criterion| CriterionReport {
        id: criterion.id.clone(),
        name: call.called(criterion).to_owned(),
        weight: criterion.weight.normalize(),
        share: (!all.is_zero()).then(|| &Vary::exact(criterion.weight) / &all),
        max: criterion.max.normalize(),
    };
    criteria.iter().map(one).collect()
}

impl NearestReport {
    fn new(call: &Call, nearest: &Nearest) -> Self {
        let vary = &nearest.vary;
        let turn = |turn: &Turn| TurnReport {
            distance: turn.distance.clone(),
            at: BreakpointReport::new(call, vary, &turn.breakpoint),
        };
        Self {
            path: vary.path().to_string(),
            range: vary.to_string(),
            now: vary.text(nearest.now),
            lower: nearest.lower.as_ref().map(turn),
            higher: nearest.higher.as_ref().map(turn),
        }
    }
}
