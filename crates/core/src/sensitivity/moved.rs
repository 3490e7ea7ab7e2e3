//! Who gets more and who gets less when a limit moves by a sum.

use fordela_lp::Rational;

use super::price::Bound;
use super::ray::Ray;
use crate::call::Call;
use crate::money::Money;

/// What becomes of the divisible optimum when a limit moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The limit.
    pub bound: Bound,
    /// By how much the value rises.
    pub value: Rational,
    /// The activities whose exact grants change, with how much, in the currency, in the order of the call.
    pub grants: Vec<(usize, Rational)>,
}

/// The exact change of the grants when each of some limits by itself is moved by a sum; in place of a limit with
/// which nothing keeps all rules any more, `None`.
///
/// The grants are those of the divisible optimum, as ties settle them, before they are rounded to whole units. `None`
/// for a call with choices or whose money is shared, for an impossible one, and for the budget where several funds hold nothing.
#[must_use]
pub fn moved(call: &Call, bounds: &[Bound], by: Money) -> Option<Vec<Option<Moved>>> {
    if !super::is_straight(call) {
        return None;
    }
    let mut here: Option<Vec<Rational>> = None;
    let mut all = Vec::with_capacity(bounds.len());
    for &bound in bounds {
        let mut ray = Ray::of(call, bound)?;
        if here.is_none() {
            here = Some(ray.grants(&Rational::ZERO)?);
        }
        all.push(along(&mut ray, bound, here.as_deref().unwrap_or_default(), by));
    }
    Some(all)
}

fn along(ray: &mut Ray<'_>, bound: Bound, here: &[Rational], by: Money) -> Option<Moved> {
    let unit = ray.unit();
    let units = by.rational() / &unit;
    let value = ray.at(&units)?.value - ray.at(&Rational::ZERO)?.value;
    let there = ray.grants(&units)?;
    let changes = here.iter().zip(&there).map(|(here, there)| (there - here) * &unit).enumerate();
    Some(Moved { bound, value, grants: changes.filter(|(_, change)| !change.is_zero()).collect() })
}
