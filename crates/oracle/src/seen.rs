//! What generated calls are like, counted.

use std::collections::BTreeMap;

use fordela::call::{Call, CallDraft};
use fordela_proptest::tries;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use crate::generate::{Kinds, call};

/// How many of some calls show what.
pub struct Seen {
    calls: usize,
    counts: BTreeMap<&'static str, usize>,
}

impl Seen {
    pub fn count(&mut self, what: &'static str, is_so: bool) {
        *self.counts.entry(what).or_default() += usize::from(is_so);
    }

    pub fn has_seen(&self, what: &str) -> bool {
        self.counts.contains_key(what)
    }

    pub fn at_least(&self, what: &str, percent: usize) {
        let count = self.counts.get(what).copied().unwrap_or(0);
        assert!(count * 100 >= self.calls * percent, "{what}: only {count} of {} calls", self.calls);
    }

    pub fn at_most(&self, what: &str, percent: usize) {
        let count = self.counts.get(what).copied().unwrap_or(0);
        assert!(count * 100 <= self.calls * percent, "{what}: {count} of {} calls", self.calls);
    }
}

/// Calls that are the same every time.
pub fn seen(kinds: Kinds, calls: usize, look: impl Fn(&mut Seen, &CallDraft, &Call)) -> Seen {
    let mut runner = TestRunner::new_with_rng(tries(1), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut seen = Seen { calls, counts: BTreeMap::new() };
    for _ in 0..calls {
        let draft = call(kinds).new_tree(&mut runner).expect("a call").current();
        let call = draft.clone().validate().expect("generated calls are calls");
        look(&mut seen, &draft, &call);
    }
    seen
}
