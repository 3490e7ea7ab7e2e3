//! The rules that the table has a row for, and how a cell is found.

use fordela::Call;
use fordela::axiom::{Axiom, Counterexample, SmallCalls, Verdict, search};
use fordela::fairness::AllocationRule;
use fordela::fairness::baseline::{Classical, Divisible, DivisibleByScore, Greedy, Whole, WholeByScore};

/// A rule of the table.
pub(crate) struct Row {
    pub(crate) rule: Box<dyn AllocationRule>,
    /// Whether it is tried on calls of whole activities.
    whole: bool,
}

/// All rules of the table. A new rule is added here.
pub(crate) fn rows() -> Vec<Row> {
    let divisible = |rule: Box<dyn AllocationRule>| Row { rule, whole: false };
    let whole = |rule: Box<dyn AllocationRule>| Row { rule, whole: true };
    vec![
        divisible(Box::new(Divisible)),
        divisible(Box::new(Classical::Proportional)),
        divisible(Box::new(Classical::EqualAwards)),
        divisible(Box::new(Classical::EqualLosses)),
        divisible(Box::new(Classical::Talmud)),
        divisible(Box::new(DivisibleByScore)),
        whole(Box::new(Whole)),
        whole(Box::new(WholeByScore)),
        whole(Box::new(Greedy::Skip)),
        whole(Box::new(Greedy::Stop)),
    ]
}

impl Row {
    pub(crate) fn of(name: &str) -> Self {
        rows().into_iter().find(|row| row.rule.name() == name).expect("a rule of the table")
    }

    fn calls(&self, seed: u64) -> impl Iterator<Item = Call> {
        let calls = SmallCalls::new(seed);
        if self.whole { calls.whole() } else { calls }
    }

    pub(crate) fn verdict(&self, axiom: Axiom, seed: u64, tries: usize) -> Verdict {
        search(self.rule.as_ref(), axiom, self.calls(seed), tries)
    }

    /// The smallest of the counterexamples of some seeds; among equals the first.
    pub(crate) fn smallest(&self, axiom: Axiom, tries: usize) -> Option<Counterexample> {
        let found = (1..=8).filter_map(|seed| match self.verdict(axiom, seed, tries) {
            Verdict::Broken(counterexample) => Some(*counterexample),
            Verdict::Held { .. } => None,
        });
        found.min_by_key(Counterexample::size)
    }
}
