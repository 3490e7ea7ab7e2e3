//! What every budget is worth, as a report.

use fordela::sensitivity::{Curve, Step, Steps};
use fordela::{Answer, Call, Money, Rational};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    FindingReport, Infeasible, Names, Provenance,
    decimals::{As, Exact, OrNone, Value},
};

/// What every budget between two is worth.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct FrontierReport {
    /// What was found.
    #[serde(flatten)]
    pub found: FrontierFound,
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// What grants are whole multiples of.
    pub unit: Money,
    /// The budget of the call.
    pub budget: Money,
    /// The budgets that were asked for.
    #[serde(flatten)]
    pub range: Range,
    /// What is legal in the call but probably a mistake.
    pub findings: Vec<FindingReport>,
    /// What made the report, of what.
    pub provenance: Provenance,
}

/// The budgets from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Range {
    /// The smallest.
    pub from: Money,
    /// The largest; at least the smallest.
    pub to: Money,
}

/// What was found.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum FrontierFound {
    /// The curve of a call that can be divided at will.
    Curve(CurveReport),
    /// The steps of a call with choices.
    Steps(StepsReport),
    /// With none of the budgets can all rules be kept.
    Infeasible(Box<Unreached>),
}

/// A concave curve of straight stretches. Amounts are rounded to hundredths, a tie to the even one.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct CurveReport {
    /// Where the curve bends, and its ends, by rising budget.
    pub corners: Vec<CornerReport>,
    /// What lies between them.
    pub stretches: Vec<StretchReport>,
    /// The call's own budget, where it is on the curve.
    pub own: Option<Own>,
    /// Whether it ends where it was to end, or where no larger budget keeps all rules; else time or effort was spent there.
    pub whole: bool,
}

/// A point of the curve.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct CornerReport {
    /// The budget.
    pub budget: Money,
    /// What it is worth at best, divided at will. In JSON rounded down to two decimals.
    #[serde(with = "As::<Value>")]
    pub value: Rational,
}

/// A straight stretch of the curve.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct StretchReport {
    /// The budget at its start.
    pub from: Money,
    /// The budget at its end.
    pub to: Money,
    /// What a budget one unit of the currency larger is worth. In JSON exact, up to twelve decimals.
    #[serde(with = "As::<Exact>")]
    pub shadow_price: Rational,
    /// Whether the call's own budget lies in it: at its start or later, and before its end.
    pub own: bool,
    /// Who gets more or less at its end than at its start, in the order of the call.
    pub moved: Vec<Moved>,
}

/// The call's own budget on the curve.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct Own {
    /// What it is worth at best, divided at will. In JSON rounded down to two decimals.
    #[serde(with = "As::<Value>")]
    pub value: Rational,
    /// What is lost with one unit of the currency less; `null` at the start of the curve. In JSON exact.
    #[serde(with = "OrNone::<Exact>")]
    pub less: Option<Rational>,
    /// What is won with one unit of the currency more; `null` at the end of the curve. In JSON exact.
    #[serde(with = "OrNone::<Exact>")]
    pub more: Option<Rational>,
}

/// An activity that gets more or less.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Moved {
    /// The id of the applicant.
    pub applicant: String,
    /// Its name, or its id.
    pub applicant_name: String,
    /// The id of the activity.
    pub activity: String,
    /// Its title, or its id.
    pub title: String,
    /// How much more it gets; below zero for less.
    pub difference: Money,
    /// Whether it got nothing before.
    pub enters: bool,
}

/// The budgets at which the value moves.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct StepsReport {
    /// The steps, by rising budget.
    pub steps: Vec<StepReport>,
    /// The budgets, from one to another, with which nothing keeps all rules.
    pub impossible: Vec<Range>,
    /// Stretches in which not all budgets were tried or ruled out: there may be more steps in them.
    pub untried: Vec<Range>,
    /// How far apart the budgets are that were looked at.
    pub grain: Money,
    /// Whether that is as fine as budgets differ, so that these are all steps but for what was not tried.
    pub finest: bool,
    /// The last budget that was looked at; smaller than the largest where time or effort was spent before.
    pub reached: Money,
}

/// From this budget to another the best value is this.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct StepReport {
    /// The smallest of the budgets that were looked at with this value.
    pub budget: Money,
    /// The largest after it that was looked at and has this value, as have all between them.
    pub to: Money,
    /// The best value that was found. In JSON rounded down to two decimals.
    #[serde(with = "As::<Value>")]
    pub value: Rational,
    /// Whether it is proven that there is no better.
    pub optimal: bool,
    /// Whether the call's own budget has this value: it is at this budget or later, and before the next step.
    pub own: bool,
    /// Who gets more or less than in the step before, in the order of the call; in the first step, than nothing.
    pub moved: Vec<Moved>,
}

/// Why none of the budgets is enough.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub struct Unreached {
    /// Why the largest budget is not; `null` where it is not known.
    pub largest: Option<Infeasible>,
}

impl FrontierReport {
    /// The report on what was found between two budgets.
    #[must_use]
    pub fn new(
        call: &Call,
        found: FrontierFound,
        range: Range,
        findings: Vec<FindingReport>,
        provenance: Provenance,
    ) -> Self {
        let draft = call.draft();
        Self {
            found,
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            unit: call.unit(),
            budget: call.budget(),
            range,
            findings,
            provenance,
        }
    }

    /// Whether all rules can be kept with none of the budgets.
    #[must_use]
    pub fn is_infeasible(&self) -> bool {
        matches!(self.found, FrontierFound::Infeasible(_))
    }
}

impl CurveReport {
    /// The report on the curve of a call.
    pub(crate) fn new(call: &Call, curve: &Curve) -> Self {
        let corner = |corner: &fordela::sensitivity::Corner| CornerReport {
            budget: rounded(&corner.budget),
            value: corner.value.clone(),
        };
        let (names, own_budget) = (Names::of(call), call.budget().rational());
        let stretches = curve.stretches.iter().zip(curve.corners.windows(2)).map(|(stretch, ends)| {
            let shifts = stretch.shifts.iter().map(|one| (one.activity.as_str(), rounded(&one.by), one.enters));
            StretchReport {
                from: rounded(&ends[0].budget),
                to: rounded(&ends[1].budget),
                shadow_price: stretch.slope.clone(),
                own: ends[0].budget <= own_budget && own_budget < ends[1].budget,
                moved: moved(&names, shifts),
            }
        });
        Self {
            corners: curve.corners.iter().map(corner).collect(),
            stretches: stretches.collect(),
            own: own(&own_budget, curve),
            whole: curve.is_whole,
        }
    }
}

impl FrontierFound {
    /// The curve of a call.
    #[must_use]
    pub fn of_curve(call: &Call, curve: &Curve) -> Self {
        Self::Curve(CurveReport::new(call, curve))
    }

    /// The steps of a call; where there are none, why the largest budget is not enough.
    #[must_use]
    pub fn of_steps(call: &Call, range: Range, steps: &Steps) -> Self {
        let (names, nothing) = (Names::of(call), vec![Money::ZERO; call.claims().len()]);
        let step = |(n, step): (usize, &Step)| {
            let before = n.checked_sub(1).map_or(&nothing, |before| &steps.steps[before].grants);
            let pairs = call.draft().activities.iter().zip(before.iter().zip(&step.grants));
            let changes = pairs.filter(|(_, (before, after))| before != after);
            let changes = changes.map(|(one, (before, after))| (one.id.as_str(), *after - *before, before.is_zero()));
            let later =
                steps.steps.iter().map(|next| next.budget).chain(steps.impossible.iter().map(|(from, _)| *from));
            let next = later.filter(|next| *next > step.budget).min();
            let ends_later = next.map_or(call.budget() <= range.to, |next| call.budget() < next);
            StepReport {
                budget: step.budget,
                to: step.to,
                value: step.value.clone(),
                optimal: step.is_optimal,
                own: step.budget <= call.budget() && ends_later,
                moved: moved(&names, changes),
            }
        };
        let ranges = |all: &[(Money, Money)]| all.iter().map(|&(from, to)| Range { from, to }).collect();
        Self::Steps(StepsReport {
            steps: steps.steps.iter().enumerate().map(step).collect(),
            impossible: ranges(&steps.impossible),
            untried: ranges(&steps.untried),
            grain: steps.grain,
            finest: steps.is_finest,
            reached: steps.reached,
        })
    }

    /// That none of the budgets is enough; `largest` is the answer to the call with the largest.
    #[must_use]
    pub fn unreached(call: &Call, largest: &Answer) -> Self {
        let largest = match largest {
            Answer::Impossible(impossible) => Some(Infeasible::new(call, impossible)),
            Answer::Allocated(_) => None,
        };
        Self::Infeasible(Box::new(Unreached { largest }))
    }
}

fn rounded(amount: &Rational) -> Money {
    // Amounts between those of a call are as small as they are.
    Money::rounded_half_even(amount).unwrap_or_default()
}

fn own(budget: &Rational, curve: &Curve) -> Option<Own> {
    let at = curve.corners.iter().rposition(|corner| corner.budget <= *budget)?;
    let corner = &curve.corners[at];
    let more = curve.stretches.get(at).map(|stretch| stretch.slope.clone());
    let beyond = budget - &corner.budget;
    if beyond.is_zero() {
        let before = at.checked_sub(1).and_then(|before| curve.stretches.get(before));
        return Some(Own { value: corner.value.clone(), less: before.map(|before| before.slope.clone()), more });
    }
    let slope = more?;
    Some(Own { value: &corner.value + &(&slope * &beyond), less: Some(slope.clone()), more: Some(slope) })
}

fn moved<'a>(names: &Names<'_>, changes: impl Iterator<Item = (&'a str, Money, bool)>) -> Vec<Moved> {
    let one = |(activity, difference, enters): (&str, Money, bool)| {
        let applicant = names.applicant_of(activity);
        Moved {
            applicant: applicant.to_owned(),
            applicant_name: names.applicant(applicant).to_owned(),
            activity: activity.to_owned(),
            title: names.activity(activity).to_owned(),
            difference,
            enters,
        }
    };
    changes.map(one).collect()
}
