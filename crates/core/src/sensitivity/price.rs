//! Shadow prices, to the left and to the right.

use fordela_lp::Rational;
use fordela_lp::exact::{Effort, Spent};

use super::is_straight;
use super::ray::{At, Ray};
use crate::call::Call;

/// Halvings of a move after which a limit counts as one that cannot move at all.
const MOST_HALVINGS: usize = 40;

/// What one unit of the currency is worth at a limit: `None` where nothing keeps all rules any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EachWay {
    /// The value per unit of the currency by which the limit is lower: what is lost, as the value of the limit.
    pub less: Option<Rational>,
    /// The value per unit of the currency by which the limit is higher.
    pub more: Option<Rational>,
}

/// The prices of a divisible call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prices {
    /// Of the budget, all funds growing in proportion; `None` where several funds hold nothing.
    pub budget: Option<EachWay>,
    /// Of every fund, in the order of the call.
    pub funds: Vec<EachWay>,
    /// Of every cap and floor, in the order of the call's cases: at least zero for a cap, at most zero for a floor.
    pub cases: Vec<EachWay>,
}

/// A limit that money comes up against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// All funds, growing in proportion.
    Budget,
    /// A fund, by its place in the call.
    Fund(usize),
    /// A cap or floor, by its place in the cases of the call.
    Case(usize),
}

/// The price of one limit each way; `None` for a call with choices or whose money is shared, for an impossible one, and
/// for the budget where several funds hold nothing. See [`prices`].
///
/// # Errors
///
/// [`Spent`] where that takes more than the effort.
pub fn price(call: &Call, bound: Bound, effort: &Effort<'_>) -> Result<Option<EachWay>, Spent> {
    match Ray::of(call, bound, effort) {
        Some(ray) if is_straight(call) => each_way(ray),
        _ => Ok(None),
    }
}

/// The prices of all limits of a call, each way; `None` for a call with choices, whose value moves in steps, for one
/// whose money is shared, and for an impossible one.
///
/// They are the slopes of the best value of the divisible call, `(V(b + t) − V(b)) / t` for small `t`, exactly; limits
/// are taken as they are written, not in whole units.
///
/// ```
/// use fordela::sensitivity::prices;
/// use fordela::{EFFORT, Effort};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// let prices = prices(&call, &Effort::new(EFFORT, &|| false))?.ok_or("no prices")?;
/// let budget = prices.budget.ok_or("no money")?;
/// assert_eq!(budget.more.map(|price| price.to_string()).as_deref(), Some("2/3"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Spent`] where that takes more than the effort.
pub fn prices(call: &Call, effort: &Effort<'_>) -> Result<Option<Prices>, Spent> {
    if !is_straight(call) {
        return Ok(None);
    }
    let all = |bounds: Vec<Bound>| -> Result<Option<Vec<EachWay>>, Spent> {
        bounds.into_iter().filter_map(|bound| Ray::of(call, bound, effort)).map(each_way).collect()
    };
    let budget = all(vec![Bound::Budget])?;
    let funds = all((0..call.draft().funds.len()).map(Bound::Fund).collect())?;
    let cases = all((0..call.cases().len()).map(Bound::Case).collect())?;
    let (Some(mut budget), Some(funds), Some(cases)) = (budget, funds, cases) else { return Ok(None) };
    Ok(Some(Prices { budget: budget.pop(), funds, cases }))
}

impl<'c> Ray<'c> {
    /// The line of a limit; `None` for the budget where there is no money to be in proportion to.
    pub(super) fn of(call: &'c Call, bound: Bound, effort: &'c Effort<'c>) -> Option<Self> {
        match bound {
            Bound::Budget => Self::of_budget(call, effort),
            Bound::Fund(fund) => Some(Self::of_fund(call, fund, effort)),
            Bound::Case(case) => Some(Self::of_case(call, case, effort)),
        }
    }
}

/// Both slopes at the start of a line; `None` where nothing keeps all rules even there.
fn each_way(mut ray: Ray<'_>) -> Result<Option<EachWay>, Spent> {
    let Some(At { value: here, .. }) = ray.at(&Rational::ZERO)? else { return Ok(None) };
    let unit = ray.unit();
    let mut slope = |step: &Rational| Ok(first_slope(&mut ray, &here, step)?.map(|slope| slope / &unit));
    Ok(Some(EachWay { less: slope(&-Rational::ONE)?, more: slope(&Rational::ONE)? }))
}

/// The slope of the first stretch of a concave line: it is straight where half the way has the same slope.
fn first_slope(ray: &mut Ray<'_>, here: &Rational, step: &Rational) -> Result<Option<Rational>, Spent> {
    let half = Rational::new(1, 2).unwrap_or_default();
    let mut step = step.clone();
    let mut before: Option<Rational> = None;
    for _ in 0..MOST_HALVINGS {
        let slope = ray.at(&step)?.map(|at| (&at.value - here) / &step);
        if slope.is_some() && slope == before {
            return Ok(slope);
        }
        before = slope;
        step = &step * &half;
    }
    Ok(None)
}
