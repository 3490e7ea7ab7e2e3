//! Where the answer becomes another one.

use fordela_model::scenario::{Holder, Path};
use fordela_model::{Call, Scenario};
use fordela_num::{Rational, decimal};
use rust_decimal::Decimal;

use super::grid::scenario;
use super::structure::Structure;
use super::vary::Vary;

/// The smallest step of weights, scores and percentages, and of the unit itself. The smallest step of other money is
/// the unit of the call.
pub const HUNDREDTH: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// How many points are asked for between two neighbours at most. What is then still apart is told as it is.
pub const EVALUATIONS: usize = 256;

/// A place at which the answer becomes another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakpoint {
    /// The last value with the old answer.
    pub last: Decimal,
    /// The first value with the new answer; one smallest step, or less, above the last, unless there were too many
    /// changes to narrow them all down.
    pub first: Decimal,
    /// The structure of the old answer.
    pub before: Structure,
    /// The structure of the new answer.
    pub after: Structure,
}

/// A search for breakpoints along one range.
#[derive(Debug, Clone)]
pub struct Search<'v> {
    vary: &'v Vary,
    smallest: Decimal,
}

impl<'v> Search<'v> {
    /// A search along this range in this call.
    #[must_use]
    pub fn new(vary: &'v Vary, call: &Call) -> Self {
        let smallest = match vary.path() {
            // The unit itself is no multiple of itself.
            Path::Key(Holder::Call, _) => HUNDREDTH,
            _ if vary.is_money() => call.unit().decimal(),
            _ => HUNDREDTH,
        };
        Self { vary, smallest }
    }

    /// The range.
    #[must_use]
    pub fn vary(&self) -> &'v Vary {
        self.vary
    }

    /// Values are told apart down to this.
    #[must_use]
    pub fn smallest(&self) -> Decimal {
        self.smallest
    }

    /// The changes of a value.
    #[must_use]
    pub fn scenario(&self, value: Decimal) -> Scenario {
        scenario(std::iter::once((self.vary, value)))
    }

    /// All breakpoints that halving finds between a value of the range and the next one, rising: the middle is asked
    /// for, and each half whose ends differ is halved again, down to the smallest step. A change that is undone within
    /// a half is not seen.
    ///
    /// `point` is the place of the value in the range; `ends` are the structures at both values; `ask` gives the
    /// structure at a value between.
    ///
    /// # Errors
    ///
    /// The first error of `ask`.
    pub fn between<E>(
        &self,
        point: usize,
        ends: (&Structure, &Structure),
        mut ask: impl FnMut(Decimal) -> Result<Structure, E>,
    ) -> Result<Vec<Breakpoint>, E> {
        let values = self.vary.values();
        let (Some(&low), Some(&high)) = (values.get(point), values.get(point + 1)) else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        let mut left = EVALUATIONS;
        // The stretch to look at next is last.
        let mut stretches = vec![Stretch { low, high, before: ends.0.clone(), after: ends.1.clone() }];
        while let Some(stretch) = stretches.pop() {
            let Stretch { low, high, before, after } = stretch;
            if before == after {
                continue;
            }
            match self.middle(low, high).filter(|_| left > 0) {
                Some(middle) => {
                    left -= 1;
                    let at = ask(middle)?;
                    stretches.push(Stretch { low: middle, high, before: at.clone(), after });
                    stretches.push(Stretch { low, high: middle, before, after: at });
                }
                None => found.push(Breakpoint { last: low, first: high, before, after }),
            }
        }
        Ok(found)
    }

    /// The value a whole number of smallest steps above `low` that is nearest the middle, if there is any between.
    fn middle(&self, low: Decimal, high: Decimal) -> Option<Decimal> {
        let (low, smallest) = (decimal::rational(low), decimal::rational(self.smallest));
        let steps = &(&decimal::rational(high) - &low) / &smallest;
        let half = (&steps.ceil() / &Rational::from(2_i64)).floor();
        let is_between = half.is_positive() && half < steps;
        is_between.then(|| decimal::exactly(&(&low + &(&half * &smallest))).map(|value| value.normalize()))?
    }
}

/// Two values with their structures.
struct Stretch {
    low: Decimal,
    high: Decimal,
    before: Structure,
    after: Structure,
}
