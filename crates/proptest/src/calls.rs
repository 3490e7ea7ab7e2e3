//! What calls to generate.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use fordela::call::{Call, CallDraft, Limit};
use proptest::prelude::*;
use proptest::strategy::{BoxedStrategy, NewTree, ValueTree};
use proptest::test_runner::TestRunner;

use crate::feature::{Feature, crossing};
use crate::generate;
use crate::generated::Generated;

/// Calls of every kind, with 1 to 5 activities that ask for 1 to 5 units each, a few with a second line for as much.
///
/// ```
/// use fordela_proptest::{Feature, calls};
/// use proptest::prelude::*;
///
/// proptest! {
///     // In a file of tests, `#[test]` stands here.
///     fn small_calls_can_be_divided(generated in calls().activities(1..=3).without(Feature::CHOICES)) {
///         prop_assert!(generated.call.claims().len() <= 3);
///         prop_assert!(!generated.call.has_choices());
///     }
/// }
/// small_calls_can_be_divided();
/// ```
#[must_use]
pub fn calls() -> Calls {
    Calls { features: Feature::ALL.into(), activities: 1..=5, applicants: 3, areas: 3, most_asked: 5 }
}

/// What calls to generate; a strategy for [`Generated`] calls. Made by [`calls`].
///
/// Every call is valid. Amounts are small and coarse, so that asks and scores are often equal, limits often bind and all
/// allocations can be tried one by one. A failing call is made smaller by leaving out activities, rules, funds, links
/// and all that makes a call hard, and by smaller amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calls {
    features: BTreeSet<Feature>,
    activities: RangeInclusive<usize>,
    applicants: usize,
    areas: usize,
    most_asked: i64,
}

impl Calls {
    /// How many activities ask for money: at least one, whatever is said here.
    #[must_use]
    pub fn activities(self, count: RangeInclusive<usize>) -> Self {
        let least = (*count.start()).max(1);
        Self { activities: least..=(*count.end()).max(least), ..self }
    }

    /// How many applicants there are, some of whom may ask for nothing: at least one, whatever is said here.
    #[must_use]
    pub fn applicants(self, count: usize) -> Self {
        Self { applicants: count.max(1), ..self }
    }

    /// How many areas activities can be in: at least one, whatever is said here.
    #[must_use]
    pub fn areas(self, count: usize) -> Self {
        Self { areas: count.max(1), ..self }
    }

    /// The largest ask and the largest cost of a line, in units, 1 to a million; funds and limits follow.
    #[must_use]
    pub fn asks_up_to(self, units: u32) -> Self {
        Self { most_asked: i64::from(units).clamp(1, 1_000_000), ..self }
    }

    /// No call has any of these.
    #[must_use]
    pub fn without(mut self, features: impl IntoIterator<Item = Feature>) -> Self {
        for feature in features {
            self.features.remove(&feature);
        }
        self
    }

    /// Calls have nothing else than these.
    #[must_use]
    pub fn only(self, features: impl IntoIterator<Item = Feature>) -> Self {
        let wanted: BTreeSet<Feature> = features.into_iter().collect();
        self.without(Feature::ALL.into_iter().filter(|feature| !wanted.contains(feature)))
    }

    /// One budget that can be divided at will, in kronor, and no rules: a problem of claims with priorities.
    #[must_use]
    pub fn only_one_budget(self) -> Self {
        let more = [Feature::Diminishing, Feature::Units];
        self.without([&Feature::CHOICES[..], &Feature::FUNDS, &Feature::RULES, &more].concat())
    }

    /// Amounts and percentages such as the caps and floors of these calls are.
    pub fn limits(&self) -> BoxedStrategy<Limit> {
        generate::limit(self)
    }

    /// Whether some calls have this.
    #[must_use]
    pub fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }

    pub(crate) fn activity_count(&self) -> RangeInclusive<usize> {
        self.activities.clone()
    }

    pub(crate) fn applicant_count(&self) -> usize {
        self.applicants
    }

    pub(crate) fn area_count(&self) -> usize {
        self.areas
    }

    pub(crate) fn most_asked(&self) -> i64 {
        self.most_asked
    }

    /// What many activities ask for in all, more often less.
    pub(crate) fn likely_asked(&self) -> i64 {
        let most = i64::try_from(*self.activities.end()).unwrap_or(i64::MAX);
        most.saturating_mul(self.most_asked) / 2
    }
}

/// A valid call, without what is not wanted but came about.
fn valid(calls: &Calls, draft: CallDraft) -> Option<Generated> {
    let mut call = draft.validate().ok()?;
    if !calls.has(Feature::CrossingCaps) {
        call = uncrossed(call)?;
    }
    Some(Generated::new(call))
}

/// The call without the later one of rules that cross.
fn uncrossed(mut call: Call) -> Option<Call> {
    while let Some(rule) = crossing(&call) {
        let mut draft = call.draft().clone();
        draft.rules.remove(rule);
        call = draft.validate().ok()?;
    }
    Some(call)
}

impl Strategy for Calls {
    type Tree = Box<dyn ValueTree<Value = Generated>>;
    type Value = Generated;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let calls = self.clone();
        let generated = generate::drafts(self).prop_filter_map("no call", move |draft| valid(&calls, draft));
        generated.boxed().new_tree(runner)
    }
}
