//! Other allocations, against all there are.

use std::collections::BTreeMap;

use fordela::alternatives::{Alternative, End, Found, Wanted, Way, alternatives};
use fordela::call::CallDraft;
use fordela::call::draft::{Each, Funding, Rule};
use fordela::{Rational, Verified};
use fordela_oracle::answers::allocated;
use fordela_oracle::generate::{ALL, CHOICES, DIVISIBLE, FUNDS, Kinds, all_choices, call, effort, percent};
use fordela_oracle::oracle::{Oracle, hundredths};
use fordela_proptest::tries;
use proptest::prelude::*;

/// Grants in hundredths, with the lines of each.
type Grants = Vec<(i64, Vec<bool>)>;

fn grants(verified: &Verified) -> Grants {
    verified.grants().iter().map(|grant| (hundredths(grant.amount), grant.lines.clone())).collect()
}

fn distance(one: &Grants, other: &Grants) -> i64 {
    one.iter().zip(other).map(|(one, other)| (one.0 - other.0).abs()).sum()
}

/// All grants within the tolerance, each once, with their values.
fn within(draft: &CallDraft, least: &Rational) -> BTreeMap<Grants, Rational> {
    let oracle = Oracle::new(draft);
    let mut all = BTreeMap::new();
    oracle.every_allocation(&mut |grants, _| {
        let worth = oracle.worth(grants.iter().map(|grant| grant.value).sum());
        if worth >= *least {
            all.insert(grants.iter().map(|grant| (grant.amount, grant.lines.clone())).collect(), worth);
        }
    });
    all
}

/// Whether nothing can be divided.
fn is_all_chosen(draft: &CallDraft) -> bool {
    draft.activities.iter().all(|one| one.funding != Funding::Partial)
}

fn law(draft: &CallDraft, wanted: Wanted) -> Result<(), TestCaseError> {
    let call = draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    let Some(best) = allocated(draft)? else { return Ok(()) };
    let least = best.value() * &(Rational::ONE - wanted.within.part());
    let Found { alternatives: found, end } = alternatives(&call, &best, wanted, &effort()).expect("no fault");
    let all = within(draft, &least);
    let least_apart = Rational::from(hundredths(best.granted())) * wanted.apart.part();
    let are_apart = |one: &Grants, other: &Grants| one != other && Rational::from(distance(one, other)) >= least_apart;
    let mut seen = vec![grants(&best)];
    for one in &found {
        let own = grants(&one.verified);
        prop_assert_eq!(all.get(&own), Some(one.verified.value()));
        prop_assert!(seen.iter().all(|known| are_apart(known, &own)), "{:?} beside {:?}", own, seen);
        seen.push(own);
    }
    let is_left = |grants: &&Grants| seen.iter().all(|known| are_apart(known, grants));
    match end {
        End::Enough => prop_assert_eq!(found.len(), wanted.most),
        End::NoMore => prop_assert_eq!(all.keys().find(is_left), None),
        // What can be divided may take more effort than there is; rules on single funds take them to pay whole units.
        End::Unknown => {
            let of_funds = |rule: &Rule| !rule.selection.fund.is_empty() || rule.each == Some(Each::Fund);
            prop_assert!(!is_all_chosen(draft) || draft.rules.iter().any(of_funds));
        }
    }
    if is_all_chosen(draft) {
        let (half, next) = (wanted.most.div_ceil(2), found.iter().filter(|one| one.way == Way::NextBest).count());
        let is_open = |grants: &&Grants| seen[..=next].iter().all(|known| are_apart(known, grants));
        let open = all.keys().find(is_open).filter(|_| next < half && end != End::Unknown);
        prop_assert_eq!(open, None, "after {} of {} next best", next, half);
    }
    if wanted.apart.part().is_zero() { next_best(draft, &found, all, &grants(&best)) } else { Ok(()) }
}

/// Where everything is a choice, the next best are the most valuable there are.
fn next_best(
    draft: &CallDraft,
    found: &[Alternative],
    mut all: BTreeMap<Grants, Rational>,
    best: &Grants,
) -> Result<(), TestCaseError> {
    if !is_all_chosen(draft) {
        return Ok(());
    }
    all.remove(best);
    let mut values: Vec<Rational> = all.into_values().collect();
    values.sort();
    let next = found.iter().filter(|one| one.way == Way::NextBest);
    for (one, worth) in next.zip(values.into_iter().rev()) {
        prop_assert_eq!(one.verified.value(), &worth);
    }
    Ok(())
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let apart = prop_oneof![3 => Just(0_i64), 1 => 1_i64..120];
    (1_usize..50, 0_i64..60, apart).prop_map(|(most, within, apart)| Wanted {
        most,
        within: percent(within),
        apart: percent(apart),
    })
}

proptest! {
    #![proptest_config(tries(120))]

    #[test]
    fn among_choices_are_all_there_are(draft in call(CHOICES), wanted in wanted()) {
        law(&draft, Wanted { apart: percent(0), ..wanted })?;
    }

    #[test]
    fn among_choices_and_funds_are_all_there_are(draft in call(ALL), wanted in wanted()) {
        law(&draft, Wanted { apart: percent(0), ..wanted })?;
    }

    #[test]
    fn of_calls_that_can_be_divided_are_all_there_are(draft in call(Kinds { units: true, ..DIVISIBLE }), wanted in wanted()) {
        law(&draft, Wanted { apart: percent(0), most: wanted.most.min(12), ..wanted })?;
    }

    #[test]
    fn of_whole_activities_are_as_far_apart_too(
        draft in call(CHOICES).prop_map(all_choices), wanted in wanted(), apart in 1_i64..120
    ) {
        law(&draft, Wanted { most: wanted.most.min(8), apart: percent(apart), ..wanted })?;
    }

    #[test]
    fn are_as_far_apart_as_was_asked_for(draft in prop_oneof![call(CHOICES), call(FUNDS)], wanted in wanted()) {
        law(&draft, Wanted { most: wanted.most.min(8), ..wanted })?;
    }
}
