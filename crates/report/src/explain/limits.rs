//! What limits are worth, and who would get a little more.

use fordela::sensitivity::{Bound, EachWay, Moved};
use fordela::{Call, Money, Rational, Verified};
use schemars::JsonSchema;
use serde::Serialize;

use super::super::Names;
use super::super::{
    CaseReport,
    decimals::{As, Exact, OrNone, Price, Two},
};
use super::MoveReport;

/// By how much limits are raised to see who gets it, in the currency.
pub const MORE: i64 = 1_000;

/// What a limit is worth.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct LimitReport {
    /// What limits.
    #[serde(flatten)]
    pub of: LimitOf,
    /// The value per unit of the currency by which the limit is lower; `null` where nothing keeps all rules then. In
    /// JSON with four significant digits.
    #[serde(with = "OrNone::<Price>")]
    pub price_less: Option<Rational>,
    /// The value per unit of the currency by which the limit is higher, likewise.
    #[serde(with = "OrNone::<Price>")]
    pub price_more: Option<Rational>,
    /// What happens when the limit is a little higher; `null` where nothing keeps all rules then.
    pub more: Option<MoreReport>,
}

/// What limits.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(tag = "limit", rename_all = "kebab-case")]
pub enum LimitOf {
    /// All funds, growing in proportion.
    Budget {
        /// Their sum.
        amount: Money,
    },
    /// One fund.
    Fund {
        /// Its id.
        id: String,
        /// Its name, or its id.
        name: String,
        /// What it holds.
        amount: Money,
    },
    /// A cap or floor that binds.
    Rule {
        /// The cap or floor.
        #[serde(flatten)]
        case: CaseReport,
        /// The limit in money. In JSON exact, up to twelve decimals.
        #[serde(with = "As::<Exact>")]
        amount: Rational,
    },
}

/// What happens when a limit is a little higher.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct MoreReport {
    /// How much higher it is.
    pub by: Money,
    /// By how much the value rises. In JSON with two decimals.
    #[serde(with = "As::<Two>")]
    pub value: Rational,
    /// The exact grants that change, before they are rounded to whole units.
    pub moves: Vec<MoveReport>,
}

/// The limits that are told of: the budget, every fund where there are several, and every cap and floor that binds.
#[must_use]
pub fn bounds(call: &Call, verified: &Verified) -> Vec<Bound> {
    let funds = &call.draft().funds;
    let funds = funds.iter().filter(|_| funds.len() > 1).map(|fund| Bound::Fund(fund.id.clone()));
    let binding = verified.cases().iter().enumerate().filter(|(_, case)| case.binding);
    let counts = |c: &usize| !call.cases()[*c].activities.is_empty();
    let cases = binding.map(|(c, _)| c).filter(counts).map(|c| Bound::Case(call.case_id(c)));
    let budget = (!call.budget().is_zero()).then_some(Bound::Budget);
    budget.into_iter().chain(funds).chain(cases).collect()
}

impl LimitReport {
    /// The reports on limits with their prices each way, and what happens when each is [`MORE`] higher.
    #[must_use]
    pub fn all(
        call: &Call,
        verified: &Verified,
        told: impl Iterator<Item = (Bound, EachWay, Option<Moved>)>,
    ) -> Vec<Self> {
        let names = Names::of(call);
        told.map(|(bound, prices, more)| Self::new(&names, verified, &bound, prices, more)).collect()
    }

    fn new(names: &Names<'_>, verified: &Verified, bound: &Bound, prices: EachWay, more: Option<Moved>) -> Self {
        let call = names.call;
        let more = more.map(|moved| MoreReport {
            by: Money::new(MORE),
            value: moved.value,
            moves: moved.grants.into_iter().map(|(id, by)| MoveReport::new(names, &id, by)).collect(),
        });
        let of = match bound {
            Bound::Budget => LimitOf::Budget { amount: call.budget() },
            Bound::Fund(id) => {
                let fund = call.draft().funds.iter().find(|fund| fund.id == *id);
                let amount = fund.map_or(Money::ZERO, |fund| fund.amount);
                LimitOf::Fund { id: id.clone(), name: names.fund(id).to_owned(), amount }
            }
            Bound::Case(id) => {
                let state = call.case_at(id).map(|case| &verified.cases()[case]);
                LimitOf::Rule {
                    case: names.case(id),
                    amount: state.map(|state| state.limit.clone()).unwrap_or_default(),
                }
            }
        };
        Self { of, price_less: prices.less, price_more: prices.more, more }
    }
}
