//! What is generated is valid, the same for a seed, hard, and made small.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use std::collections::{BTreeMap, BTreeSet};

use fordela_proptest::{Calls, Feature, Generated, calls, tries};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestError, TestRng, TestRunner};

/// A source of calls that is the same every time.
fn runner(seed: u8) -> TestRunner {
    TestRunner::new_with_rng(tries(1), TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
}

fn some(calls: &Calls, count: usize, seed: u8) -> Vec<Generated> {
    let mut runner = runner(seed);
    (0..count).map(|_| calls.new_tree(&mut runner).expect("a call").current()).collect()
}

/// The smallest call that fails.
fn smallest(calls: &Calls, fails: impl Fn(&Generated) -> bool) -> Generated {
    let failed = TestRunner::new(tries(2000)).run(calls, |generated| {
        prop_assert!(!fails(&generated));
        Ok(())
    });
    match failed {
        Err(TestError::Fail(_, generated)) => generated,
        other => panic!("nothing failed: {other:?}"),
    }
}

#[test]
fn a_seed_says_what_is_generated() {
    assert_eq!(some(&calls(), 50, 1), some(&calls(), 50, 1));
    assert_ne!(some(&calls(), 50, 1), some(&calls(), 50, 2));
}

/// A draft that is no call would be left out silently; none is, for all kinds of calls.
#[test]
fn every_draft_is_a_call() {
    let kinds =
        [calls(), calls().only_one_budget(), calls().activities(9..=12).asks_up_to(1000).areas(1).applicants(1)];
    for calls in kinds.into_iter().chain(Feature::ALL.map(|feature| calls().without([feature]))) {
        let config = ProptestConfig { max_local_rejects: 0, ..tries(300) };
        let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
        for _ in 0..300 {
            let tree = calls.new_tree(&mut runner);
            assert!(tree.is_ok(), "{:?}", tree.err());
        }
    }
}

/// So many of a thousand calls have each of these.
#[test]
fn every_feature_is_reached() {
    let mut counts: BTreeMap<Feature, usize> = BTreeMap::new();
    for generated in some(&calls(), 1000, 3) {
        for feature in generated.exercises {
            *counts.entry(feature).or_default() += 1;
        }
    }
    for feature in Feature::ALL {
        let count = counts.get(&feature).copied().unwrap_or(0);
        println!("{feature}: {count} of 1000");
        let least = match feature {
            Feature::Ties | Feature::Twins | Feature::Caps | Feature::Floors => 150,
            Feature::NothingAsked => 10,
            _ => 80,
        };
        assert!(count >= least, "{feature}: {count} of 1000");
    }
}

#[test]
fn what_is_left_out_is_nowhere() {
    for feature in Feature::ALL {
        for generated in some(&calls().activities(1..=7).without([feature]), 300, 4) {
            assert!(!generated.exercises.contains(&feature), "{generated:?}");
        }
    }
}

#[test]
fn only_what_is_asked_for_is_there() {
    for feature in Feature::ALL {
        // There are no crossing caps and no limits of some kind without limits, and no twins without ties.
        let with = match feature {
            Feature::CrossingCaps | Feature::Percentages | Feature::PartsOfGranted | Feature::FundRules => {
                Feature::Caps
            }
            Feature::Twins => Feature::Ties,
            _ => feature,
        };
        let wanted = BTreeSet::from([feature, with]);
        let all = some(&calls().only(wanted.clone()), 300, 5);
        assert!(all.iter().all(|generated| generated.exercises.is_subset(&wanted)), "{feature}");
        assert!(all.iter().any(|generated| generated.exercises.contains(&feature)), "{feature}");
    }
}

#[test]
fn sizes_are_kept() {
    let calls = calls().activities(2..=8).applicants(2).areas(5).asks_up_to(3);
    let all = some(&calls, 300, 6);
    let counts: BTreeSet<usize> = all.iter().map(|generated| generated.call.claims().len()).collect();
    assert_eq!(counts, (2..=8).collect());
    let is_small = |claim: &fordela::call::Claim| claim.ask() <= fordela::Money::new(6 * 3 + 6);
    assert!(all.iter().all(|generated| generated.call.claims().iter().all(is_small)));
    let areas: BTreeSet<&String> = all.iter().flat_map(|g| &g.draft().activities).flat_map(|a| &a.areas).collect();
    assert_eq!(areas.len(), 5);
}

/// Two caps cross only when they share an activity and each has one of its own.
#[test]
fn the_smallest_call_with_crossing_caps_has_three_activities() {
    let found = smallest(&calls(), |generated| generated.exercises.contains(&Feature::CrossingCaps));
    assert_eq!(found.call.claims().len(), 3, "{found:?}");
    assert!(found.draft().rules.len() <= 2, "{found:?}");
    assert_eq!(found.exercises.iter().filter(|f| Feature::CHOICES.contains(f)).count(), 0, "{found:?}");
}

/// Each feature alone is found in a call of few activities and rules.
#[test]
fn the_smallest_call_with_a_feature_has_little_else() {
    for feature in Feature::ALL {
        let found = smallest(&calls(), |generated| generated.exercises.contains(&feature));
        let most = match feature {
            Feature::CrossingCaps => 3,
            // A twin is written like the one before, which may then stay.
            Feature::Twins => 3,
            Feature::Links | Feature::Ties => 2,
            _ => 1,
        };
        assert!(found.call.claims().len() <= most, "{feature}: {found:?}");
        assert!(
            found.draft().rules.len() <= if feature == Feature::CrossingCaps { 2 } else { 1 },
            "{feature}: {found:?}"
        );
    }
}

/// More than nine kronor asked for in two activities: the smallest has nothing but that.
#[test]
fn amounts_are_made_small() {
    let calls = calls().without([Feature::Units]);
    let found = smallest(&calls, |g| g.call.claims().len() > 1 && g.call.asked() > fordela::Money::new(9));
    assert_eq!((found.call.claims().len(), found.call.asked()), (2, fordela::Money::new(10)), "{found:?}");
    assert!(found.draft().rules.is_empty() && found.call.budget().is_zero(), "{found:?}");
}

#[test]
fn calls_are_printed_for_people() {
    let shown: Vec<String> = some(&calls(), 400, 8).iter().map(|generated| format!("{generated:?}")).collect();
    let all = shown.join("\n");
    let words = ["line by line", "nothing or", "whole or not at all", "requires", "excludes", "at least", "at most"];
    for word in words.into_iter().chain(["a krona counts", "for each area", "exercises: ", "of granted"]) {
        assert!(all.contains(word), "{word}");
    }
    println!("{}", shown[..5].join("\n"));
}
