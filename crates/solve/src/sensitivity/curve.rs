//! The value of every budget, for calls that can be divided at will: a concave curve of straight stretches.

use fordela_lp::exact::{Effort, Spent};
use fordela_model::Call;
use fordela_num::{Money, Rational};
use serde::Serialize;

use super::ray::{At, Ray};

/// More corners than this are not looked for.
const MOST_CORNERS: usize = 10_000;

/// Where the curve bends, or ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Corner {
    /// The budget.
    pub budget: Rational,
    /// The best value of the divisible call.
    pub value: Rational,
    /// The exact grants, as ties settle them, in the order of the call.
    pub grants: Vec<Rational>,
}

/// A straight stretch between two corners.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// What one unit of the currency more is worth: the shadow price of the budget.
    pub slope: Rational,
    /// The activities that get more or less at its end than at its start, in the order of the call.
    pub shifts: Vec<Shift>,
}

/// What becomes of a grant along a stretch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shift {
    /// The id of the activity.
    pub activity: String,
    /// By how much its grant rises; below zero where it falls.
    pub by: Rational,
    /// Whether it gets nothing at the start of the stretch.
    pub enters: bool,
}

/// The value of every budget from one to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Curve {
    /// Whether it ends where it was to end, or where no larger budget keeps all rules; else the effort was spent there.
    pub is_whole: bool,
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
/// let stage = &curve.stretches[1].shifts[0];
/// assert_eq!((&stage.activity[..], stage.enters), ("stage", true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Spent`] where the effort is spent before the curve begins.
pub fn curve(call: &Call, from: Money, to: Money, effort: &Effort<'_>) -> Result<Option<Curve>, Spent> {
    if !super::is_straight(call) || from > to {
        return Ok(None);
    }
    let Some(mut ray) = Ray::of_budget(call, effort) else { return Ok(None) };
    let unit = call.unit().rational();
    let along = |budget: Money| (budget.rational() - call.budget().rational()) / &unit;
    let Some((first, last)) = possible(&mut ray, &along(from), &along(to))? else { return Ok(None) };
    let mut walk = Walk { ray, corners: Vec::new() };
    let is_whole = walk.go(&first, &last).is_ok();
    let corners: Vec<Corner> = walk.corners.into_iter().map(|corner| corner.told(call)).collect();
    if corners.is_empty() {
        return Err(Spent);
    }
    let stretches = corners.windows(2).map(|pair| stretch(call, &pair[0], &pair[1])).collect();
    Ok(Some(Curve { is_whole, corners, stretches }))
}

type Point = (Rational, At);

/// A point of the curve by its distance from the call's budget and its value, with the grants there, all in units.
struct Passed {
    along: Rational,
    value: Rational,
    grants: Vec<Rational>,
}

impl Passed {
    fn told(self, call: &Call) -> Corner {
        let unit = call.unit().rational();
        let grants = self.grants.into_iter().map(|units| units * &unit).collect();
        Corner { budget: call.budget().rational() + self.along * &unit, value: self.value, grants }
    }

    fn slope_to(&self, other: &Passed) -> Rational {
        (&other.value - &self.value) / (&other.along - &self.along)
    }
}

/// What is still to be done, the last first.
enum Ahead {
    /// Between these points there may be corners.
    Open(Point, Point),
    /// The curve goes straight to this point.
    Straight(Point),
}

/// A walk along the curve, from the smallest budget on.
struct Walk<'c> {
    ray: Ray<'c>,
    corners: Vec<Passed>,
}

impl Walk<'_> {
    fn go(&mut self, first: &Point, last: &Point) -> Result<(), Spent> {
        self.pass(first)?;
        let mut ahead = vec![Ahead::Open(first.clone(), last.clone())];
        while let Some(next) = ahead.pop() {
            match next {
                Ahead::Straight(point) => self.pass(&point)?,
                Ahead::Open(one, other) => ahead.extend(self.between(one, other)?),
            }
        }
        Ok(())
    }

    /// What is to be done between two points, the last first.
    fn between(&mut self, one: Point, other: Point) -> Result<Vec<Ahead>, Spent> {
        let straight = |point| Ahead::Straight(point);
        if one.1.slope == other.1.slope || self.corners.len() > MOST_CORNERS {
            return Ok(vec![straight(other)]);
        }
        // The tangents `v + s·(x − x0)` meet where both are the same.
        let meet = (&other.1.value - &one.1.value + &one.1.slope * &one.0 - &other.1.slope * &other.0)
            / (&one.1.slope - &other.1.slope);
        if meet <= one.0 || meet >= other.0 {
            return Ok(vec![straight(other)]);
        }
        let Some(at) = self.ray.at(&meet)? else { return Ok(vec![straight(other)]) };
        let tangent = one.1.value.plus_product(&one.1.slope, &(&meet - &one.0));
        let point = (meet, at);
        Ok(if point.1.value == tangent {
            vec![straight(other), straight(point)]
        } else {
            vec![Ahead::Open(point.clone(), other), Ahead::Open(one, point)]
        })
    }

    /// Goes on to a point. What lies on a straight stretch, as is seen when its end is there, is no corner.
    fn pass(&mut self, point: &Point) -> Result<(), Spent> {
        if self.corners.last().is_some_and(|last| last.along >= point.0) {
            return Ok(());
        }
        let grants = self.ray.grants(&point.0)?.unwrap_or_default();
        let passed = Passed { along: point.0.clone(), value: point.1.value.clone(), grants };
        if let [.., before, last] = &self.corners[..]
            && before.slope_to(last) == last.slope_to(&passed)
        {
            self.corners.pop();
        }
        self.corners.push(passed);
        Ok(())
    }
}

fn stretch(call: &Call, one: &Corner, other: &Corner) -> Stretch {
    let grants = call.draft().activities.iter().zip(one.grants.iter().zip(&other.grants));
    let shifts = grants.filter(|(_, (before, after))| before != after).map(|(activity, (before, after))| Shift {
        activity: activity.id.clone(),
        by: after - before,
        enters: before.is_zero(),
    });
    let slope = (&other.value - &one.value) / (&other.budget - &one.budget);
    Stretch { slope, shifts: shifts.collect() }
}

/// The first and the last possible point between two.
fn possible(ray: &mut Ray<'_>, from: &Rational, to: &Rational) -> Result<Option<(Point, Point)>, Spent> {
    let Some((first, last)) = ray.ends(from, to)? else { return Ok(None) };
    let (Some(start), Some(end)) = (ray.at(&first)?, ray.at(&last)?) else { return Ok(None) };
    Ok(Some(((first, start), (last, end))))
}
