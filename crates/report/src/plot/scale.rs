//! From values to places, and the round values that are named along an axis.

use fordela::Rational;

/// A stretch of values laid over a stretch of the picture.
pub(super) struct Scale {
    low: Rational,
    high: Rational,
    start: Rational,
    end: Rational,
}

impl Scale {
    /// `low` stands at `start`, and `high` at `end`. A single value stands in the middle.
    pub(super) fn new(low: Rational, high: Rational, start: i64, end: i64) -> Self {
        let (low, high) = if low == high { (&low - &Rational::ONE, &high + &Rational::ONE) } else { (low, high) };
        Self { low, high, start: Rational::from(start), end: Rational::from(end) }
    }

    pub(super) fn place(&self, value: &Rational) -> Rational {
        let part = &(value - &self.low) / &(&self.high - &self.low);
        &self.start + &(&part * &(&self.end - &self.start))
    }
}

/// Round values from `low` to `high`, about as many as asked for: multiples of 1, 2 or 5 of some power of ten.
pub(super) fn ticks(low: &Rational, high: &Rational, about: i64) -> Vec<Rational> {
    let step = round_step(&(&(high - low) / &Rational::from(about)));
    let first = &(low / &step).ceil() * &step;
    std::iter::successors(Some(first), |tick| Some(tick + &step)).take_while(|tick| tick <= high).collect()
}

/// The smallest round number that is at least this large.
pub(super) fn round_step(least: &Rational) -> Rational {
    let ten = Rational::from(10_i64);
    let mut power = Rational::ONE;
    if !least.is_positive() {
        return power;
    }
    while &power * &ten <= *least {
        power = &power * &ten;
    }
    while power > *least {
        power = &power / &ten;
    }
    let steps = [1_i64, 2, 5].map(|times| &power * &Rational::from(times));
    steps.into_iter().find(|step| step >= least).unwrap_or(&power * &ten)
}
