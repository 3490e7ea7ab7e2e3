//! A rule of one's own is tested against all axioms, and its axiom card is printed.
#![allow(clippy::print_stdout, reason = "an example prints")]

use fordela::fairness::{AllocationRule, Claims, equal_awards};
use fordela::{Call, Rational};
use fordela_proptest::{AxiomCard, axiom_card, calls};

/// Half of the budget in equal sums, and the rest in sums by priority; nobody gets more than the ask.
struct HalfAndHalf;

impl AllocationRule for HalfAndHalf {
    fn name(&self) -> &str {
        "half equally, half by priority"
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        let budget = call.budget().rational();
        let asks: Vec<Rational> = call.claims().iter().map(|claim| claim.ask().rational()).collect();
        let first = equal_awards(&Claims::plain(asks.clone()), &(&budget / &Rational::from(2_i64)));
        let open = asks.iter().zip(&first).map(|(ask, first)| ask - first).collect();
        let priorities = call.claims().iter().map(|claim| claim.priority().clone()).collect();
        let left = budget - first.iter().sum::<Rational>();
        let then = equal_awards(&Claims::weighted(open, priorities), &left);
        Some(first.iter().zip(&then).map(|(first, then)| first + then).collect())
    }
}

fn card() -> AxiomCard {
    axiom_card(&HalfAndHalf, &calls().only_one_budget(), 300)
}

fn main() {
    println!("{}", card());
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordela::axiom::Axiom;
    use fordela_proptest::{assert_axiom, tries};
    use proptest::prelude::*;

    #[test]
    fn all_axioms_but_these_are_kept() {
        assert_eq!(card().broken(), [Axiom::Consistent, Axiom::SplitProof, Axiom::MergeProof]);
    }

    proptest! {
        #![proptest_config(tries(200))]

        #[test]
        fn more_money_harms_nobody(generated in calls().only_one_budget().activities(1..=8)) {
            assert_axiom(Axiom::BudgetMonotone, &HalfAndHalf, &generated.call)?;
        }
    }

    #[test]
    fn the_guide_shows_the_card() {
        let card = card().to_string();
        assert!(include_str!("../docs/guide/own-rule.md").contains(&card), "{card}");
    }
}
