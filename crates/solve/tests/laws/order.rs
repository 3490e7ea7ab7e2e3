//! The answer is that of the call, not of how it is written: order, names, backends and scales.

use std::collections::BTreeMap;

use fordela::call::draft::Activity;
use fordela::call::{CallDraft, Selection};
use fordela::{Call, Money, Party, Rational, exact_grants};
use fordela_oracle::answers::allocated;
use fordela_oracle::generate::{ALL, CHOICES, DIVISIBLE, FUNDS, Kinds, call, fair};
use fordela_oracle::oracle::hundredths;
use fordela_oracle::rewritten::{in_another_order, renamed, turned};
use fordela_proptest::{map_money, tries};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// A grant with the words of the call: the amount, who pays, which lines.
type Said = (Money, BTreeMap<String, Money>, BTreeMap<String, bool>);

/// All that an allocation says, by id.
#[derive(Debug, PartialEq, Eq)]
enum Told {
    Allocated { value: Rational, bound: Rational, grants: BTreeMap<String, Said> },
    Impossible,
}

fn told(draft: &CallDraft) -> Result<Told, TestCaseError> {
    let Some(verified) = allocated(draft)? else { return Ok(Told::Impossible) };
    let said = |(activity, grant): (&Activity, &fordela::Grant)| {
        let funds = grant.by_fund.iter().map(|(f, paid)| (draft.funds[*f].id.clone(), *paid)).collect();
        let lines = activity.lines.iter().map(|line| line.id.clone()).zip(grant.lines.iter().copied()).collect();
        (activity.id.clone(), (grant.amount, funds, lines))
    };
    Ok(Told::Allocated {
        value: verified.value().clone(),
        bound: verified.bound().clone(),
        grants: draft.activities.iter().zip(verified.grants()).map(said).collect(),
    })
}

fn turned_names(draft: &CallDraft, most_apart: Option<i64>) -> Result<(), TestCaseError> {
    let (one, other) = (told(draft)?, told(&renamed(draft, &turned))?);
    let (Told::Allocated { value, grants, .. }, Told::Allocated { value: value2, grants: grants2, .. }) =
        (&one, &other)
    else {
        prop_assert_eq!(one, other);
        return Ok(());
    };
    prop_assert_eq!(value, value2);
    for (id, (amount, _, _)) in grants {
        let apart = (hundredths(*amount) - hundredths(grants2[&turned(id)].0)).abs();
        prop_assert!(most_apart.is_none_or(|most| apart <= most), "{} is {} apart", id, apart);
    }
    Ok(())
}

/// The grants and value of the other are those of the one, times a number.
fn times(one: &CallDraft, other: &CallDraft, grants: i64, value: i64) -> Result<(), TestCaseError> {
    let (one, other) = (allocated(one)?, allocated(other)?);
    prop_assert_eq!(one.is_some(), other.is_some());
    let Some((one, other)) = one.zip(other) else { return Ok(()) };
    prop_assert_eq!(&(one.value() * &Rational::from(value)), other.value());
    prop_assert_eq!(&(one.bound() * &Rational::from(value)), other.bound());
    for (grant, other) in one.grants().iter().zip(other.grants()) {
        prop_assert_eq!(hundredths(grant.amount) * grants, hundredths(other.amount));
        let funds = |grant: &fordela::Grant, by: i64| -> Vec<(usize, i64)> {
            grant.by_fund.iter().map(|(fund, paid)| (*fund, hundredths(*paid) * by)).collect()
        };
        prop_assert_eq!(funds(grant, grants), funds(other, 1));
        prop_assert_eq!(&grant.lines, &other.lines);
    }
    Ok(())
}

fn rescored(draft: &mut CallDraft, points: i64, weights: i64) {
    for criterion in &mut draft.criteria {
        criterion.max *= Decimal::from(points);
        criterion.weight *= Decimal::from(weights);
    }
    for score in draft.activities.iter_mut().flat_map(|activity| activity.scores.values_mut()) {
        *score *= Decimal::from(points);
    }
}

fn valid(draft: &CallDraft) -> Result<Call, TestCaseError> {
    draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))
}

proptest! {
    #![proptest_config(tries(700))]

    #[test]
    fn the_order_of_the_draft_does_not_matter(draft in call(ALL), seed in any::<u64>()) {
        prop_assert_eq!(told(&draft)?, told(&in_another_order(&draft, seed))?);
    }

    #[test]
    fn the_order_does_not_matter_where_money_is_shared(draft in fair(ALL), seed in any::<u64>()) {
        prop_assert_eq!(told(&draft)?, told(&in_another_order(&draft, seed))?);
    }

    #[test]
    fn shares_are_the_same_in_other_coins_and_points(draft in fair(ALL), points in 2_i64..9) {
        let mut other = draft.clone();
        let ten = |amount: Money| Money::of_units(10, amount).expect("a small amount");
        map_money(&mut other, &mut { ten }, &mut { ten });
        rescored(&mut other, points, points + 1);
        times(&draft, &other, 10, 10)?;
    }

    // Before rounding, which settles what is left of units by name.
    #[test]
    fn names_do_not_matter_where_money_is_shared(draft in fair(FUNDS)) {
        let exact = |draft: &CallDraft| Ok::<_, TestCaseError>(exact_grants(&valid(draft)?));
        prop_assert_eq!(exact(&draft)?, exact(&renamed(&draft, &turned))?);
    }

    // Same ask, scores, tags and areas, and the same rules.
    #[test]
    fn twins_get_the_same_where_money_is_shared(mut draft in fair(FUNDS)) {
        let twin = Activity { id: "twin".to_owned(), ..draft.activities[0].clone() };
        let first = draft.activities[0].id.clone();
        let also = |selection: &mut Selection| {
            if selection.activity.contains(&first) {
                selection.activity.push("twin".to_owned());
            }
        };
        draft.rules.iter_mut().for_each(|rule| also(&mut rule.selection));
        draft.funds.iter_mut().for_each(|fund| also(&mut fund.pays_for));
        draft.activities.push(twin);
        if draft.objective.over == Party::Activity && let Some(grants) = exact_grants(&valid(&draft)?) {
            prop_assert_eq!(grants.first(), grants.last());
        }
    }

    #[test]
    fn the_order_of_a_divisible_draft_does_not_matter(draft in call(Kinds { units: true, ..FUNDS }), seed in any::<u64>()) {
        prop_assert_eq!(told(&draft)?, told(&in_another_order(&draft, seed))?);
    }

    // A link from a line to a line names no activity, so it is renamed like everything else.
    #[test]
    fn names_do_not_matter_while_their_order_is_kept(draft in call(ALL)) {
        times(&draft, &renamed(&draft, &|id| format!("so-{id}-or-so")), 1, 1)?;
    }

    // Grants are those of one exact allocation, rounded to the unit below or above.
    #[test]
    fn names_move_a_divisible_grant_by_a_unit_at_most(draft in call(DIVISIBLE)) {
        turned_names(&draft, Some(hundredths(draft.unit)))?;
    }

    #[test]
    fn names_never_change_the_value_of_choices(draft in call(CHOICES)) {
        turned_names(&draft, None)?;
    }

    #[test]
    fn money_can_be_counted_in_other_coins(draft in call(ALL)) {
        let mut other = draft.clone();
        let ten = |amount: Money| Money::of_units(10, amount).expect("a small amount");
        map_money(&mut other, &mut { ten }, &mut { ten });
        times(&draft, &other, 10, 10)?;
    }

    #[test]
    fn scores_can_be_counted_in_other_points(draft in call(ALL), points in 2_i64..9, weights in 2_i64..9) {
        let mut other = draft.clone();
        rescored(&mut other, points, weights);
        times(&draft, &other, 1, 1)?;
    }
}
