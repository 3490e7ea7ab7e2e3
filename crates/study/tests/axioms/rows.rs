//! The rules that the table has a row for, and how a cell is found.

use fordela::Call;
use fordela::axiom::{Axiom, Counterexample, SmallCalls, Verdict, search};
use fordela::call::draft::ObjectiveKind;
use fordela::fairness::baseline::{Divisible, DivisibleByScore, Greedy, Whole, WholeByScore};
use fordela::fairness::{AllocationRule, ByObjective};

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
    let mut rows = vec![divisible(Box::new(Divisible))];
    rows.extend(SHARING.map(|kind| divisible(Box::new(ByObjective::plain(kind)))));
    rows.extend(SHARING.map(|kind| divisible(Box::new(ByObjective::weighted(kind)))));
    rows.push(divisible(Box::new(DivisibleByScore)));
    rows.push(whole(Box::new(Whole)));
    rows.push(whole(Box::new(WholeByScore)));
    rows.push(whole(Box::new(Greedy::Skip)));
    rows.push(whole(Box::new(Greedy::Stop)));
    rows
}

const SHARING: [ObjectiveKind; 6] = [
    ObjectiveKind::Proportional,
    ObjectiveKind::EqualAwards,
    ObjectiveKind::EqualLosses,
    ObjectiveKind::Talmud,
    ObjectiveKind::Leximin,
    ObjectiveKind::Nash,
];

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
