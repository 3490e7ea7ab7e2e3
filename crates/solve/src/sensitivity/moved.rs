//! Who gets more and who gets less when a limit moves by a sum.

use fordela_lp::exact::{Effort, Spent};
use fordela_model::Call;
use fordela_num::{Money, Rational};
use serde::Serialize;

use super::bound::Bound;
use super::ray::Ray;

/// What becomes of the divisible optimum when a limit moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// By how much the value rises.
    pub value: Rational,
    /// The ids of the activities whose exact grants change, with how much, in the currency, in the order of the call.
    pub grants: Vec<(String, Rational)>,
}

/// The exact change of the grants when each of some limits by itself is moved by a sum; in place of a limit with
/// which nothing keeps all rules any more, `None`.
///
/// The grants are those of the divisible optimum, as ties settle them, before they are rounded to whole units. `None`
/// for a call with choices or whose money is shared, for an impossible one, and for the budget where several funds hold nothing.
///
/// # Errors
///
/// [`Spent`] where that takes more than the effort.
pub fn moved(
    call: &Call,
    bounds: &[Bound],
    by: Money,
    effort: &Effort<'_>,
) -> Result<Option<Vec<Option<Moved>>>, Spent> {
    if !super::is_straight(call) {
        return Ok(None);
    }
    let mut ray = Ray::still(call, effort);
    let Some(here) = ray.grants(&Rational::ZERO)? else { return Ok(None) };
    let mut all = Vec::with_capacity(bounds.len());
    for bound in bounds {
        if !ray.turn(bound) {
            return Ok(None);
        }
        all.push(along(call, &mut ray, &here, by)?);
    }
    Ok(Some(all))
}

fn along(call: &Call, ray: &mut Ray<'_>, here: &[Rational], by: Money) -> Result<Option<Moved>, Spent> {
    let unit = ray.unit();
    let units = by.rational() / &unit;
    let (Some(there), Some(before)) = (ray.at(&units)?, ray.at(&Rational::ZERO)?) else { return Ok(None) };
    let value = there.value - before.value;
    let Some(there) = ray.grants(&units)? else { return Ok(None) };
    let changes = here.iter().zip(&there).map(|(here, there)| (there - here) * &unit);
    let ids = call.draft().activities.iter().map(|activity| activity.id.clone());
    Ok(Some(Moved { value, grants: ids.zip(changes).filter(|(_, change)| !change.is_zero()).collect() }))
}
