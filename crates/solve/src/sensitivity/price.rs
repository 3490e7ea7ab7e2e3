//! Shadow prices, to the left and to the right.

use std::iter;

use fordela_lp::exact::{Effort, Spent};
use fordela_model::Call;
use fordela_model::call::Kind;
use fordela_num::Rational;
use serde::Serialize;

use super::bound::Bound;
use super::is_straight;
use super::ray::{At, Ray};

/// Halvings of a move after which a limit counts as one that cannot move at all.
const MOST_HALVINGS: usize = 60;

/// What one unit of the currency is worth at a limit: `None` where nothing keeps all rules any more, and where a fund that
/// holds nothing would hold less.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EachWay {
    /// The value per unit of the currency by which the limit is lower: what is lost, as the value of the limit.
    pub less: Option<Rational>,
    /// The value per unit of the currency by which the limit is higher.
    pub more: Option<Rational>,
}

/// The prices of a divisible call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Prices {
    /// Of the budget, all funds growing in proportion; `None` where several funds hold nothing.
    pub budget: Option<EachWay>,
    /// Of every fund, in the order of the call.
    pub funds: Vec<EachWay>,
    /// Of every cap and floor, in the order of the call's cases: at least zero for a cap, at most zero for a floor.
    pub cases: Vec<EachWay>,
}

/// The price of one limit each way; `None` for a call with choices or whose money is shared, for an impossible one, and
/// for the budget where several funds hold nothing. See [`prices`].
///
/// # Errors
///
/// [`Spent`] where that takes more than the effort.
pub fn price(call: &Call, bound: &Bound, effort: &Effort<'_>) -> Result<Option<EachWay>, Spent> {
    Ok(prices_of(call, std::slice::from_ref(bound), effort)?.and_then(|mut prices| prices.pop()).flatten())
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
    let funds = call.draft().funds.iter().map(|fund| Bound::Fund(fund.id.clone()));
    let cases = (0..call.cases().len()).map(|case| Bound::Case(call.case_id(case)));
    let bounds: Vec<Bound> = iter::once(Bound::Budget).chain(funds).chain(cases).collect();
    let funds = call.draft().funds.len();
    let Some(mut prices) = prices_of(call, &bounds, effort)? else { return Ok(None) };
    let cases = prices.split_off(1 + funds).into_iter().flatten().collect();
    let funds = prices.split_off(1).into_iter().flatten().collect();
    Ok(Some(Prices { budget: prices.pop().flatten(), funds, cases }))
}

/// The prices of some limits each way, `None` in place of the budget where several funds hold nothing. `None` as for
/// [`prices`].
///
/// # Errors
///
/// [`Spent`] where that takes more than the effort.
pub fn prices_of(call: &Call, bounds: &[Bound], effort: &Effort<'_>) -> Result<Option<Vec<Option<EachWay>>>, Spent> {
    if !is_straight(call) {
        return Ok(None);
    }
    let mut ray = Ray::still(call, effort);
    let mut prices = Vec::with_capacity(bounds.len());
    for bound in bounds {
        if !ray.turn(bound) {
            prices.push(None);
            continue;
        }
        let Some(mut price) = each_way(&mut ray)? else { return Ok(None) };
        if holds_nothing(call, bound) {
            price.less = None;
        }
        prices.push(Some(price));
    }
    Ok(Some(prices))
}

/// Whether a limit is money that there is none of, and can be no less.
fn holds_nothing(call: &Call, bound: &Bound) -> bool {
    match bound {
        Bound::Budget => call.budget().is_zero(),
        Bound::Fund(id) => call.draft().funds.iter().any(|fund| fund.id == *id && fund.amount.is_zero()),
        Bound::Case(_) => false,
    }
}

/// What loosening every cap and floor by itself is worth, in the order of the call's cases: the value per unit of the
/// currency by which a cap is higher or a floor lower, told as that of a limit that is higher, so that it is at least zero
/// for a cap and at most zero for a floor. `None` as for [`prices`].
///
/// There is one such price, also where the optimum has many duals. It is the one of the prices each way that is nearer
/// to zero: a cap that another limit holds too has none, as nothing comes of raising it alone.
///
/// # Errors
///
/// [`Spent`] where that takes more than the effort.
pub fn loosening(call: &Call, effort: &Effort<'_>) -> Result<Option<Vec<Rational>>, Spent> {
    if !is_straight(call) {
        return Ok(None);
    }
    if call.cases().is_empty() {
        return Ok(Some(Vec::new()));
    }
    let mut ray = Ray::still(call, effort);
    // All lines start here.
    let Some(At { value, .. }) = ray.at(&Rational::ZERO)? else { return Ok(None) };
    let mut prices = Vec::with_capacity(call.cases().len());
    for (c, dual) in ray.prices_of_cases().into_iter().enumerate() {
        // What a dual says is worth nothing is worth nothing when it is loosened.
        if dual.is_zero() {
            prices.push(Rational::ZERO);
            continue;
        }
        ray.turn_to_case(c);
        let here = At { value: value.clone(), slope: dual };
        let up = call.cases()[c].kind == Kind::AtMost;
        let Some(slope) = first_slope(&mut ray, &here, up)? else { return Ok(None) };
        prices.push(slope / ray.unit());
    }
    Ok(Some(prices))
}

/// Both slopes where a line starts; `None` where nothing keeps all rules even there.
fn each_way(ray: &mut Ray<'_>) -> Result<Option<EachWay>, Spent> {
    let Some(here) = ray.at(&Rational::ZERO)? else { return Ok(None) };
    let unit = ray.unit();
    let mut slope = |up: bool| Ok(first_slope(ray, &here, up)?.map(|slope| slope / &unit));
    Ok(Some(EachWay { less: slope(false)?, more: slope(true)? }))
}

/// The slope of the first stretch of a concave line, up or down from where it starts; `None` where nothing keeps all
/// rules that way.
///
/// The tangent some way along touches the line already where it starts, or else the line meets the tangent of the start
/// where the two tangents cross, or else there is a nearer stretch, of which the same is asked.
fn first_slope(ray: &mut Ray<'_>, here: &At, up: bool) -> Result<Option<Rational>, Spent> {
    let half = Rational::new(1, 2).unwrap_or_default();
    let mut halvings = 0;
    let mut step = if up { Rational::ONE } else { -Rational::ONE };
    while halvings <= MOST_HALVINGS {
        let Some(there) = ray.at(&step)? else {
            halvings += 1;
            step = &step * &half;
            continue;
        };
        let above = &there.value - &(&there.slope * &step) - &here.value;
        if above.is_zero() {
            return Ok(Some(there.slope));
        }
        if there.value == here.value.plus_product(&here.slope, &step) {
            return Ok(Some(here.slope.clone()));
        }
        step = above / (&here.slope - &there.slope);
    }
    Ok(None)
}
