//! Proofs with other prices.

use fordela::prices::{Multipliers, Step};
use fordela::{Allocation, Rational};

/// Every price of a proof moved by a number that changes from one to the next.
pub fn other_prices(mut allocation: Allocation, by: &[(i64, i64)]) -> Allocation {
    let mut by = by.iter().cycle().map(|(n, d)| Rational::from(*n) / Rational::from(*d));
    for step in &mut allocation.proof.steps {
        if let Step::Bounded(prices) | Step::Impossible(prices) = step {
            let Multipliers { funds, cases, links, parts, cuts } = prices;
            for price in funds.iter_mut().chain(cases).chain(links).chain(parts.values_mut()).chain(cuts) {
                *price += &by.next().expect("a cycle");
            }
        }
    }
    allocation
}
