//! The value of every budget, for calls that can be divided at will: a concave curve of straight stretches.

use fordela_lp::Rational;
use fordela_lp::exact::{Effort, Spent};

use super::ray::{At, Ray};
use crate::call::Call;
use crate::money::Money;

/// More corners than this are not looked for.
const MOST_CORNERS: usize = 10_000;

/// Where the curve bends, or ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corner {
    /// The budget.
    pub budget: Rational,
    /// The best value of the divisible call.
    pub value: Rational,
    /// The exact grants, as ties settle them, in the order of the call.
    pub grants: Vec<Rational>,
}

/// A straight stretch between two corners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What one unit of the currency more is worth: the shadow price of the budget.
    pub slope: Rational,
    /// The activities that get more at its end than at its start, with how much, in the order of the call.
    pub gain: Vec<(usize, Rational)>,
    /// The activities that get less.
    pub lose: Vec<(usize, Rational)>,
    /// The activities that get nothing at its start, and something at its end.
    pub enter: Vec<usize>,
}

/// The value of every budget from one to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// The corners, by rising budget.
    pub corners: Vec<Corner>,
    /// The stretch after every corner but the last.
    pub stretches: Vec<Stretch>,
}

/// The value of every budget between two that are possible, exactly; all funds grow in proportion.
///
/// `None` for a call with choices or whose money is shared, for one in which several funds hold nothing, where `from` is
/// above `to`, and where no budget between them keeps all rules; budgets at the ends for which nothing does are left out.
/// Limits and tiers are taken as they are written, not in whole units.
///
/// The corners are found as Eisner & Severance (1976) do: two tangents meet in a corner, or above another stretch.
///
/// ```
/// use fordela::{EFFORT, Effort, Money};
/// use fordela::sensitivity::curve;
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// let curve = curve(&call, Money::ZERO, Money::new(1_000_000), &Effort::new(EFFORT, &|| false))?.ok_or("no curve")?;
/// let bends: Vec<String> = curve.corners.iter().map(|corner| corner.budget.to_string()).collect();
/// assert_eq!(bends, ["0", "500000", "800000", "1000000"]);
/// assert_eq!(curve.stretches[1].enter, [1]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Spent`] where that takes more than the effort.
pub fn curve(call: &Call, from: Money, to: Money, effort: &Effort<'_>) -> Result<Option<Curve>, Spent> {
    if !super::is_straight(call) || from > to {
        return Ok(None);
    }
    let Some(mut ray) = Ray::of_budget(call, effort) else { return Ok(None) };
    let unit = call.unit().rational();
    let along = |budget: Money| (budget.rational() - call.budget().rational()) / &unit;
    let Some((first, last)) = possible(&mut ray, &along(from), &along(to))? else { return Ok(None) };
    let mut corners = vec![first.clone()];
    between(&mut ray, &first, &last, &mut corners)?;
    if last.0 > first.0 {
        corners.push(last);
    }
    let corner = |(at, value): (Rational, At)| {
        let grants = ray.grants(&at)?.unwrap_or_default().into_iter().map(|units| units * &unit).collect();
        Ok(Corner { budget: call.budget().rational() + at * &unit, value: value.value, grants })
    };
    let corners: Vec<Corner> = straightened(corners).into_iter().map(corner).collect::<Result<_, _>>()?;
    let stretches = corners.windows(2).map(|pair| stretch(&pair[0], &pair[1])).collect();
    Ok(Some(Curve { corners, stretches }))
}

type Point = (Rational, At);

/// Points strictly between two, all corners among them.
fn between(ray: &mut Ray<'_>, one: &Point, other: &Point, corners: &mut Vec<Point>) -> Result<(), Spent> {
    let mut open = vec![(one.clone(), other.clone())];
    while let Some((one, other)) = open.pop() {
        if one.1.slope == other.1.slope || corners.len() > MOST_CORNERS {
            continue;
        }
        // The tangents `v + s·(x − x0)` meet where both are the same.
        let meet = (&other.1.value - &one.1.value + &one.1.slope * &one.0 - &other.1.slope * &other.0)
            / (&one.1.slope - &other.1.slope);
        if meet <= one.0 || meet >= other.0 {
            continue;
        }
        let Some(at) = ray.at(&meet)? else { continue };
        let tangent = one.1.value.plus_product(&one.1.slope, &(&meet - &one.0));
        let point = (meet, at);
        // Whether it is a corner is seen when all points are there: its own tangent may be that of a neighbour.
        corners.push(point.clone());
        if point.1.value != tangent {
            open.push((one, point.clone()));
            open.push((point, other));
        }
    }
    Ok(())
}

/// In rising order, without points on a straight stretch.
fn straightened(mut corners: Vec<Point>) -> Vec<Point> {
    corners.sort_by(|one, other| one.0.cmp(&other.0));
    let mut kept: Vec<Point> = Vec::with_capacity(corners.len());
    for point in corners {
        while let [.., a, b] = &kept[..] {
            let rise = |p: &Point, q: &Point| (&q.1.value - &p.1.value) / (&q.0 - &p.0);
            if rise(a, b) != rise(b, &point) {
                break;
            }
            kept.pop();
        }
        kept.push(point);
    }
    kept
}

fn stretch(one: &Corner, other: &Corner) -> Stretch {
    let moved = |up: bool| {
        let all = one.grants.iter().zip(&other.grants).enumerate();
        all.map(|(a, (before, after))| (a, if up { after - before } else { before - after }))
            .filter(|(_, by)| by.is_positive())
            .collect::<Vec<_>>()
    };
    let gain = moved(true);
    let enter = gain.iter().map(|(a, _)| *a).filter(|&a| one.grants[a].is_zero()).collect();
    let slope = (&other.value - &one.value) / (&other.budget - &one.budget);
    Stretch { slope, enter, lose: moved(false), gain }
}

/// The first and the last possible point between two.
fn possible(ray: &mut Ray<'_>, from: &Rational, to: &Rational) -> Result<Option<(Point, Point)>, Spent> {
    let Some((first, last)) = ray.ends(from, to)? else { return Ok(None) };
    let (Some(start), Some(end)) = (ray.at(&first)?, ray.at(&last)?) else { return Ok(None) };
    Ok(Some(((first, start), (last, end))))
}
