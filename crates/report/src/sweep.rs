//! A sweep as a report.

use std::collections::BTreeMap;

use fordela::compare::CaseMove;
use fordela::explain::Award;
use fordela::risk::has_rates;
use fordela::sweep::{Breakpoint, Granted, Grid, Row, RowStatus, Structure, Vary};
use fordela::{Call, Money, Party, written};
use fordela_words::report::field::Field;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use strum::IntoStaticStr;

use super::Names;
use super::{CaseReport, FindingReport, Provenance, RiskSumsReport};

/// A sweep: what the call is answered with at every point of a grid.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct SweepReport {
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// What grants of the unchanged call are whole multiples of.
    pub unit: Money,
    /// What is varied. The last varies fastest.
    pub vary: Vec<VaryReport>,
    /// Whose grants the rows tell: `applicant` or `activity`.
    #[schemars(with = "Party")]
    pub by: &'static str,
    /// A row for each point.
    pub rows: Vec<RowReport>,
    /// Where the answer becomes another one, when one thing is varied.
    pub breakpoints: Option<Vec<BreakpointReport>>,
    /// What is legal in the unchanged call but probably a mistake.
    pub findings: Vec<FindingReport>,
    /// What made the report, of what.
    pub provenance: Provenance,
}

/// A range.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct VaryReport {
    /// What is varied.
    pub path: String,
    /// The range, as `PATH=FROM..TO:STEP`.
    pub range: String,
    /// How many values it has.
    pub points: usize,
}

/// A point, with its values and other numbers as text.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct RowReport {
    /// What is varied, with its values as they are written in a call file.
    #[serde(serialize_with = "in_order")]
    #[schemars(with = "BTreeMap<String, String>")]
    pub values: Vec<(String, String)>,
    /// What became of it.
    pub status: RowStatus,
    /// What the allocation is worth, rounded to two decimals, a tie to the even digit; `null` when there is none.
    #[schemars(with = "Option<Money>")]
    pub value: Option<String>,
    /// Nothing is worth more than this. Rounded as the value.
    #[schemars(with = "Option<Money>")]
    pub bound: Option<String>,
    /// All that is granted.
    pub granted: Option<Money>,
    /// The budget less what is granted.
    pub unallocated: Option<Money>,
    /// What stays unspent and is repaid, where activities have spend rates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskSumsReport>,
    /// What everyone gets, by id, in the order of the call.
    #[serde(serialize_with = "in_order_or_none")]
    #[schemars(with = "Option<BTreeMap<String, Money>>")]
    pub grants: Option<Vec<(String, Money)>>,
}

/// What the rows of a sweep tell beside what is varied.
#[derive(Debug, Clone)]
pub struct Told<'c> {
    /// Whose grants.
    pub by: Party,
    ids: Vec<&'c str>,
    has_risk: bool,
}

/// Where the answer becomes another one.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct BreakpointReport {
    /// The last value with the old answer.
    pub last: String,
    /// The first value with the new answer.
    pub first: String,
    /// Whether there is an allocation before.
    pub old: Allocates,
    /// Whether there is an allocation after.
    pub new: Allocates,
    /// The activities that get all, a part or nothing and did not.
    pub activities: Vec<OutcomeReport>,
    /// The caps and floors that come to bind or cease to; what is written is so at the first point.
    pub rules: Vec<CaseMoveReport>,
}

/// Whether there is an allocation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Allocates {
    /// There is.
    Allocated,
    /// None keeps all rules.
    Infeasible,
    /// None was found.
    Unanswered,
}

/// An activity that gets another part of its ask.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct OutcomeReport {
    /// Its id.
    pub id: String,
    /// Its title, or its id.
    pub title: String,
    /// The id of who asks.
    pub applicant: String,
    /// What it got.
    pub old: Award,
    /// What it gets.
    pub new: Award,
}

/// A cap or floor that comes to bind or ceases to.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct CaseMoveReport {
    /// The cap or floor.
    #[serde(flatten)]
    pub case: CaseReport,
    /// What becomes of it.
    pub change: CaseMove,
}

fn in_order<T: Serialize, S: Serializer>(pairs: &[(String, T)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}

fn in_order_or_none<S: Serializer>(pairs: &Option<Vec<(String, Money)>>, serializer: S) -> Result<S::Ok, S::Error> {
    match pairs {
        Some(pairs) => in_order(pairs, serializer),
        None => serializer.serialize_none(),
    }
}

impl SweepReport {
    /// The report without its rows and breakpoints.
    #[must_use]
    pub fn new(call: &Call, grid: &Grid, by: Party, findings: Vec<FindingReport>, provenance: Provenance) -> Self {
        let draft = call.draft();
        Self {
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            unit: call.unit(),
            vary: grid.varies().iter().map(VaryReport::new).collect(),
            by: by.word(),
            rows: Vec::new(),
            breakpoints: None,
            findings,
            provenance,
        }
    }
}

impl VaryReport {
    fn new(vary: &Vary) -> Self {
        Self { path: vary.path().to_string(), range: vary.to_string(), points: vary.values().len() }
    }
}

impl<'c> Told<'c> {
    /// What the rows of a sweep of a call tell; `first` is the call at the first point.
    #[must_use]
    pub fn new(call: &'c Call, first: &Call, by: Party) -> Self {
        Self { by, ids: by.ids(call), has_risk: has_rates(first) }
    }

    /// What the cells of a row hold, in their order.
    #[must_use]
    pub fn fields(&self, grid: &Grid) -> Vec<Field> {
        let paths = grid.varies().iter().map(|vary| Field::Varied(vary.path().to_string()));
        let sums = [Field::Status, Field::Value, Field::Bound, Field::Granted, Field::Unallocated];
        let risk = RiskSumsReport::FIELDS.into_iter().take(self.risk_cells());
        let ids = self.ids.iter().map(|id| Field::Gets(self.by, (*id).to_owned()));
        paths.chain(sums).chain(risk).chain(ids).collect()
    }

    fn risk_cells(&self) -> usize {
        if self.has_risk { RiskSumsReport::FIELDS.len() } else { 0 }
    }
}

impl RowReport {
    /// The report on a row of a grid.
    #[must_use]
    pub fn new(grid: &Grid, row: Row, told: &Told<'_>) -> Self {
        let Row { values, status, granted } = row;
        let paths = grid.varies().iter().map(|vary| vary.path().to_string());
        let values = paths.zip(values).collect();
        let none = Self {
            values,
            status,
            value: None,
            bound: None,
            granted: None,
            unallocated: None,
            risk: None,
            grants: None,
        };
        let Some(Granted { value, bound, granted, unallocated, risk, grants }) = granted else { return none };
        Self {
            value: Some(written::value(&value)),
            bound: Some(written::bound(&bound)),
            granted: Some(granted),
            unallocated: Some(unallocated),
            risk: risk.map(RiskSumsReport::from),
            grants: Some(told.ids.iter().map(|id| (*id).to_owned()).zip(grants).collect()),
            ..none
        }
    }

    /// The cells, in the order of their fields; empty where there is no allocation.
    #[must_use]
    pub fn cells(&self, told: &Told<'_>) -> Vec<String> {
        let empty = |cells| std::iter::repeat_n(String::new(), cells);
        let money = |money: Option<Money>| money.map(|money| money.to_string()).unwrap_or_default();
        let mut cells: Vec<String> = self.values.iter().map(|(_, value)| value.clone()).collect();
        cells.push(self.status.word().to_owned());
        cells.extend([&self.value, &self.bound].map(|number| number.clone().unwrap_or_default()));
        cells.extend([self.granted, self.unallocated].map(money));
        match &self.risk {
            Some(risk) => cells.extend(risk.cells()),
            None => cells.extend(empty(told.risk_cells())),
        }
        match &self.grants {
            Some(grants) => cells.extend(grants.iter().map(|(_, grant)| grant.to_string())),
            None => cells.extend(empty(told.ids.len())),
        }
        cells
    }

    /// The row at a point whose cells these are; `None` when they are not.
    #[must_use]
    pub fn of_cells(grid: &Grid, point: usize, told: &Told<'_>, cells: &[&str]) -> Option<Self> {
        let texts = grid.texts(point);
        let (values, rest) = cells.split_at_checked(texts.len())?;
        let [status, value, bound, granted, unallocated, rest @ ..] = rest else { return None };
        let (risk, grants) = rest.split_at_checked(told.risk_cells())?;
        if values != texts || grants.len() != told.ids.len() {
            return None;
        }
        let text = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
        let paths = grid.varies().iter().map(|vary| vary.path().to_string());
        let grants: Option<Vec<(String, Money)>> =
            told.ids.iter().zip(grants).map(|(id, grant)| Some(((*id).to_owned(), grant.parse().ok()?))).collect();
        let row = Self {
            values: paths.zip(texts).collect(),
            status: status.parse().ok()?,
            value: text(value),
            bound: text(bound),
            granted: granted.parse().ok(),
            unallocated: unallocated.parse().ok(),
            risk: RiskSumsReport::of_cells(risk),
            grants,
        };
        let cells = cells.iter().map(|cell| (*cell).to_owned());
        cells.eq(row.cells(told)).then_some(row)
    }
}

impl BreakpointReport {
    /// The report on a breakpoint along a range; `call` is the call at some point of it.
    #[must_use]
    pub fn new(call: &Call, vary: &Vary, breakpoint: &Breakpoint) -> Self {
        let Breakpoint { last, first, before, after } = breakpoint;
        let names = Names::of(call);
        let activities = Structure::outcome_steps(call, before, after).into_iter().map(|step| OutcomeReport {
            title: names.activity(&step.activity).to_owned(),
            applicant: names.applicant_of(&step.activity).to_owned(),
            id: step.activity,
            old: step.outcome.old,
            new: step.outcome.new,
        });
        let rules = Structure::case_steps(call, before, after).into_iter();
        Self {
            last: vary.text(*last),
            first: vary.text(*first),
            old: Allocates::of(before),
            new: Allocates::of(after),
            activities: activities.collect(),
            rules: rules.map(|step| CaseMoveReport { case: names.case(&step.case), change: step.what }).collect(),
        }
    }
}

impl Allocates {
    fn of(structure: &Structure) -> Self {
        match structure {
            Structure::Allotted(_) => Self::Allocated,
            Structure::Infeasible => Self::Infeasible,
            Structure::Unanswered => Self::Unanswered,
        }
    }

    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.into()
    }
}
