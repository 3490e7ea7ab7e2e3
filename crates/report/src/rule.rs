//! Caps and floors as reports.

use fordela::call::{Kind, Limit};
use fordela::sensitivity::loosening;
use fordela::{Call, EFFORT, Effort, Money, Rational, Verified};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Names,
    decimals::{As, Exact, OrNone, Price},
};

/// A cap or floor: what it is, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
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
    pub kind: Kind,
    /// The limit as it is written in the call.
    pub written: Limit,
}

/// How a cap or floor stands in an allocation.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RuleReport {
    /// The cap or floor.
    #[serde(flatten)]
    pub case: CaseReport,
    /// The limit in money. In JSON exact, up to twelve decimals.
    #[serde(with = "As::<Exact>")]
    pub limit: Rational,
    /// The sum of grants that it limits.
    pub value: Money,
    /// Whether it is kept.
    pub holds: bool,
    /// Whether the sum cannot move one unit further towards the limit.
    pub binding: bool,
    /// What loosening the limit by itself is worth: the value per unit of the currency by which a cap is higher or a floor
    /// lower, told as that of a limit that is higher, so that it is at least zero for a cap and at most zero for a floor.
    /// Of the prices each way that `explain` tells it is the one nearer to zero. In JSON with four significant digits.
    /// `null` where the value moves in steps, as it does in a call with choices, and where money is shared.
    #[serde(with = "OrNone::<Price>")]
    pub shadow_price: Option<Rational>,
}

/// What the prices of all rules may compute: they are told beside an answer, however little time was left for it.
const PRICES: u64 = EFFORT / 8;

impl RuleReport {
    pub(super) fn all(call: &Call, verified: &Verified) -> Vec<Self> {
        let names = Names::of(call);
        let prices = loosening(call, &Effort::new(PRICES, &|| false)).ok().flatten();
        let report = |c: usize| {
            let (case, state) = (&call.cases()[c], &verified.cases()[c]);
            let sum = state.sum.rational();
            Self {
                case: names.case(&call.case_id(c)),
                limit: state.limit.clone(),
                value: state.sum,
                holds: match case.kind {
                    Kind::AtMost => sum <= state.limit,
                    Kind::AtLeast => sum >= state.limit,
                },
                binding: state.binding,
                shadow_price: prices.as_ref().map(|prices| prices[c].clone()),
            }
        };
        (0..call.cases().len()).map(report).collect()
    }
}
