//! Boards that split what a city grants them: what the city would have made of it is known from the city's call alone, and
//! what it values from the oracle's reading of the draft.

use std::collections::BTreeMap;

use fordela::audit::Settled;
use fordela::call::Selection;
use fordela::call::draft::CallDraft;
use fordela::levels::{Level, Levels, decide};
use fordela::{Answer, Call, Money, Party, Rational, allocate};
use fordela_oracle::generate::{ALL, CHOICES, DIVISIBLE, FUNDS, call, fair, fixed_limits};
use fordela_oracle::oracle::{hundredths, value};
use fordela_oracle::rewritten::in_another_order;
use fordela_proptest::tries;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn checked(draft: &CallDraft) -> Result<Call, TestCaseError> {
    draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))
}

/// The ids of a list that the board's call has as well; what never is instead of nothing, which would be everything.
fn known(selection: &Selection, ids: &[String]) -> Selection {
    let mut known = selection.clone();
    known.activity.retain(|id| ids.contains(id));
    if known.activity.is_empty() && !selection.activity.is_empty() {
        known.area = vec!["nowhere".to_owned()];
    }
    known
}

/// The part of the city's call that is about one applicant, without rules and links; scored the other way round where
/// the board thinks otherwise.
fn board(city: &CallDraft, applicant: &str, otherwise: bool) -> CallDraft {
    let mut board = city.clone();
    board.rules.clear();
    board.activities.retain(|activity| activity.applicant == applicant);
    let ids: Vec<String> = board.activities.iter().map(|activity| activity.id.clone()).collect();
    for fund in &mut board.funds {
        fund.pays_for = known(&fund.pays_for, &ids);
    }
    for activity in &mut board.activities {
        activity.requires.clear();
        activity.excludes.clear();
        for line in &mut activity.lines {
            line.requires.clear();
            line.excludes.clear();
        }
        for criterion in board.criteria.iter().filter(|_| otherwise) {
            let score = activity.scores.or_insert(criterion.id.clone(), Decimal::ZERO);
            *score = criterion.max - *score;
        }
    }
    board
}

fn levels(city: &CallDraft, otherwise: bool) -> Result<Levels, TestCaseError> {
    let mut levels = Levels::new(checked(city)?);
    for applicant in &city.applicants {
        let own = Levels::new(checked(&board(city, &applicant.id, otherwise))?);
        levels = levels.own(&applicant.id, own).map_err(|misfit| TestCaseError::fail(misfit.to_string()))?;
    }
    Ok(levels)
}

fn decided(levels: &Levels, sums: Option<&[Money]>) -> Result<Level, TestCaseError> {
    decide(levels, sums, &mut allocate).map_err(|error| TestCaseError::fail(error.to_string()))
}

/// What is decided in the end, in hundredths, by id.
fn by_id(city: &CallDraft, level: &Level) -> BTreeMap<String, Option<i64>> {
    let ids = city.activities.iter().map(|activity| activity.id.clone());
    ids.zip(level.grants.iter().map(|grant| grant.map(hundredths))).collect()
}

/// Nobody spends more than it was granted, and what is decided is valued as the oracle does.
fn adds_up(city: &CallDraft, level: &Level) -> Result<(), TestCaseError> {
    for own in &level.own {
        prop_assert_eq!(own.level.call.budget() + own.unplaced, own.granted);
        prop_assert!(own.level.granted() <= own.granted);
    }
    let Some(delegation) = &level.delegation else { return Ok(()) };
    let worth = city.activities.iter().zip(&level.grants);
    let worth: Option<Rational> =
        worth.map(|(activity, grant)| Some(value(city, activity, hundredths((*grant)?)))).sum();
    prop_assert_eq!(&delegation.value, &worth);
    let boards: Option<Rational> = delegation.boards.iter().map(|board| board.value.clone()).sum();
    prop_assert_eq!(boards, worth, "all applicants decide themselves");
    Ok(())
}

/// The price is at least nothing where the centre has the most value and its rules are kept.
fn costs_something(level: &Level) -> Result<(), TestCaseError> {
    let (Some(delegation), Answer::Allocated(centre)) = (&level.delegation, &level.answer) else { return Ok(()) };
    let Some(breaches) = &delegation.breaches else { return Ok(()) };
    let keeps = breaches.broken.is_empty() && matches!(breaches.settled, Settled::Known | Settled::Possible);
    if keeps && centre.gap().is_zero() {
        let price = delegation.price().expect("all is known");
        prop_assert!(!price.is_negative(), "delegation gains {}", -price.to_f64());
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(300))]

    #[test]
    fn one_level_is_the_call_itself(draft in prop_oneof![call(ALL), fair(DIVISIBLE)]) {
        let call = checked(&draft)?;
        let level = decided(&Levels::new(call.clone()), None)?;
        let answer = allocate(&call).map_err(|error| TestCaseError::fail(error.to_string()))?;
        if let Answer::Allocated(verified) = &answer {
            let grants: Vec<Option<Money>> = verified.grants().iter().map(|grant| Some(grant.amount)).collect();
            prop_assert_eq!(&level.grants, &grants);
        }
        prop_assert_eq!(level.is_impossible(), matches!(answer, Answer::Impossible(_)));
        prop_assert_eq!((level.call, level.answer, level.delegation), (call, answer, None));
    }

    #[test]
    fn boards_that_think_as_the_city_cost_nothing(draft in prop_oneof![call(FUNDS), call(CHOICES)]) {
        let mut city = draft;
        city.rules.clear();
        for activity in &mut city.activities {
            activity.requires.clear();
            activity.excludes.clear();
            for line in &mut activity.lines {
                line.requires.clear();
                line.excludes.clear();
            }
        }
        let level = decided(&levels(&city, false)?, None)?;
        adds_up(&city, &level)?;
        let is_best = |level: &Level| matches!(&level.answer, Answer::Allocated(best) if best.gap().is_zero());
        if is_best(&level) && level.own.iter().all(|own| is_best(&own.level)) {
            let price = level.delegation.and_then(|delegation| delegation.price());
            prop_assert_eq!(price, (!level.own.is_empty()).then_some(Rational::ZERO));
        }
    }

    #[test]
    fn delegation_gains_nothing(draft in prop_oneof![call(ALL), call(DIVISIBLE)]) {
        let level = decided(&levels(&draft, true)?, None)?;
        adds_up(&draft, &level)?;
        costs_something(&level)?;
    }

    #[test]
    fn delegation_gains_nothing_within_decided_sums(
        draft in prop_oneof![call(ALL), call(DIVISIBLE)].prop_map(fixed_limits),
        sums in prop::collection::vec(0..6_i64, 8),
    ) {
        let sums: Vec<Money> = sums.into_iter().map(Money::new).collect();
        let level = decided(&levels(&draft, true)?, Some(&sums))?;
        for own in &level.own {
            prop_assert_eq!(own.granted, sums[Party::Applicant.place(&level.call, &own.applicant).expect("an applicant")]);
        }
        prop_assert_eq!(level.own.len(), draft.applicants.len());
        adds_up(&draft, &level)?;
        costs_something(&level)?;
    }

    #[test]
    fn the_order_of_the_files_does_not_matter(draft in call(ALL), seed in any::<u64>()) {
        let other = in_another_order(&draft, seed);
        let (one, two) = (decided(&levels(&draft, true)?, None)?, decided(&levels(&other, true)?, None)?);
        prop_assert_eq!(by_id(&draft, &one), by_id(&other, &two));
        let price = |level: Level| level.delegation.and_then(|delegation| delegation.price());
        prop_assert_eq!(price(one), price(two));
    }
}
