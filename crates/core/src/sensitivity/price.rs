//! Shadow prices, to the left and to the right.

use fordela_lp::Rational;

use super::ray::Ray;
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

/// The prices of all limits of a call, each way; `None` for a call with choices, whose value moves in steps, and for
/// an impossible one.
///
/// They are the slopes of the best value of the divisible call, `(V(b + t) − V(b)) / t` for small `t`, exactly; limits
/// are taken as they are written, not in whole units.
#[must_use]
pub fn prices(call: &Call) -> Option<Prices> {
    if call.has_choices() {
        return None;
    }
    Some(Prices {
        budget: match Ray::of_budget(call) {
            Some(ray) => Some(each_way(ray)?),
            None => None,
        },
        funds: (0..call.draft().funds.len()).map(|f| each_way(Ray::of_fund(call, f))).collect::<Option<_>>()?,
        cases: (0..call.cases().len()).map(|c| each_way(Ray::of_case(call, c))).collect::<Option<_>>()?,
    })
}

/// Both slopes at the start of a line; `None` where nothing keeps all rules even there.
fn each_way(mut ray: Ray<'_>) -> Option<EachWay> {
    let here = ray.at(&Rational::ZERO)?.value;
    let unit = ray.unit();
    let mut slope = |step: &Rational| first_slope(&mut ray, &here, step).map(|slope| slope / &unit);
    Some(EachWay { less: slope(&-Rational::ONE), more: slope(&Rational::ONE) })
}

/// The slope of the first stretch of a concave line: it is straight where half the way has the same slope.
fn first_slope(ray: &mut Ray<'_>, here: &Rational, step: &Rational) -> Option<Rational> {
    let half = Rational::new(1, 2)?;
    let mut step = step.clone();
    let mut before: Option<Rational> = None;
    for _ in 0..MOST_HALVINGS {
        let slope = ray.at(&step).map(|at| (&at.value - here) / &step);
        if slope.is_some() && slope == before {
            return slope;
        }
        before = slope;
        step = &step * &half;
    }
    None
}
