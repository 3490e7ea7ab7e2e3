//! Caps and floors as reports.

use fordela::call::draft::Each;
use fordela::call::{Kind, Limit, RuleCase};
use fordela::{Call, Rational, Verified};
use serde::Serialize;

use super::{decimals, named};

/// Whether a rule holds grants down or up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleKind {
    /// A cap.
    AtMost,
    /// A floor.
    AtLeast,
}

/// A cap or floor: what it is, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseReport {
    /// The id of its rule.
    pub id: String,
    /// The name of its rule, or the id.
    pub name: String,
    /// What the rule is repeated for here: the id of an applicant, fund or activity, or an area or tag.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What that is called.
    #[serde(rename = "for_name", skip_serializing_if = "Option::is_none")]
    pub subject_name: Option<String>,
    /// Whether it is a cap or a floor.
    pub kind: RuleKind,
    /// The limit as it is written in the call.
    pub written: Limit,
}

/// How a cap or floor stands in an allocation.
#[derive(Debug, Clone, Serialize)]
pub struct RuleReport {
    /// The cap or floor.
    #[serde(flatten)]
    pub case: CaseReport,
    /// The limit in money. In JSON exact, up to twelve decimals.
    #[serde(serialize_with = "decimals::as_it_is")]
    pub limit: Rational,
    /// The sum of grants that it limits.
    pub value: fordela::Money,
    /// Whether it is kept.
    pub holds: bool,
    /// Whether the sum cannot move one unit further towards the limit.
    pub binding: bool,
    /// What a limit one unit of the currency higher is worth: at least zero for a cap, at most zero for a floor.
    /// In JSON with four significant digits. `null` where the value moves in steps, as it does in a call with
    /// choices, and for a binding cap on one activity alone.
    #[serde(serialize_with = "decimals::price")]
    pub shadow_price: Option<Rational>,
}

impl CaseReport {
    pub(super) fn new(call: &Call, case: &RuleCase) -> Self {
        let rule = &call.draft().rules[case.rule];
        let (kind, written) = match case.kind {
            Kind::AtMost => (RuleKind::AtMost, rule.at_most),
            Kind::AtLeast => (RuleKind::AtLeast, rule.at_least),
        };
        Self {
            id: rule.id.clone(),
            name: named(rule.name.as_ref(), &rule.id),
            subject: case.subject.clone(),
            subject_name: case.subject.as_deref().map(|subject| subject_name(call, rule.each, subject)),
            kind,
            written: written.unwrap_or(Limit::Money(fordela::Money::ZERO)),
        }
    }
}

fn subject_name(call: &Call, each: Option<Each>, subject: &str) -> String {
    let draft = call.draft();
    let name = match each {
        Some(Each::Applicant) => draft.applicants.iter().find(|one| one.id == subject).map(|one| &one.name),
        Some(Each::Fund) => draft.funds.iter().find(|one| one.id == subject).map(|one| &one.name),
        Some(Each::Activity) => draft.activities.iter().find(|one| one.id == subject).map(|one| &one.title),
        Some(Each::Area | Each::Tag) | None => None,
    };
    named(name.and_then(Option::as_ref), subject)
}

impl RuleReport {
    pub(super) fn all(call: &Call, verified: &Verified) -> Vec<Self> {
        let report = |c: usize| {
            let (case, state) = (&call.cases()[c], &verified.cases()[c]);
            let sum = state.sum.rational();
            Self {
                case: CaseReport::new(call, case),
                limit: state.limit.clone(),
                value: state.sum,
                holds: match case.kind {
                    Kind::AtMost => sum <= state.limit,
                    Kind::AtLeast => sum >= state.limit,
                },
                binding: state.binding,
                shadow_price: shadow_price(call, verified, c),
            }
        };
        (0..call.cases().len()).map(report).collect()
    }
}

/// The price, where it is known: a cap on one activity alone narrows what the activity may get and has none.
fn shadow_price(call: &Call, verified: &Verified, case: usize) -> Option<Rational> {
    let price = &verified.prices()?.cases[case];
    let unknown = price.is_zero() && verified.cases()[case].binding && call.cases()[case].activities.len() == 1;
    (!unknown).then(|| price.clone())
}
