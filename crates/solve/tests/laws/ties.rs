//! How money is divided between equals.

use std::collections::BTreeMap;

use fordela::call::Selection;
use fordela::call::draft::{Activity, CallDraft, Each, Rule};
use fordela::{Money, Rational};
use fordela_oracle::answers::allocated;
use fordela_oracle::generate::{CHOICES, DIVISIBLE, FUNDS, Kinds, call, money};
use fordela_oracle::oracle::{Oracle, ask, hundredths, value};
use fordela_proptest::tries;
use proptest::prelude::*;

/// A stretch of an activity's ask: the units before it, and the units it is long.
struct Stretch {
    activity: usize,
    before: i64,
    units: i64,
}

/// All stretches, by what a unit in them is worth.
fn stretches(draft: &CallDraft, most: &[i64]) -> BTreeMap<Rational, Vec<Stretch>> {
    let unit = hundredths(draft.unit);
    let mut classes: BTreeMap<Rational, Vec<Stretch>> = BTreeMap::new();
    for (a, activity) in draft.activities.iter().enumerate() {
        for n in 0..most[a] {
            let worth = value(draft, activity, (n + 1) * unit) - value(draft, activity, n * unit);
            let class = classes.entry(worth).or_default();
            match class.last_mut().filter(|last| last.activity == a && last.before + last.units == n) {
                Some(last) => last.units += 1,
                None => class.push(Stretch { activity: a, before: n, units: 1 }),
            }
        }
    }
    classes
}

/// What every stretch holds when all shares of the ask stand at a level.
fn held(draft: &CallDraft, class: &[Stretch], level: &Rational) -> Vec<Rational> {
    let unit = Rational::from(hundredths(draft.unit));
    let one = |stretch: &Stretch| {
        let at = level * &Rational::from(ask(&draft.activities[stretch.activity])) / &unit;
        (at - Rational::from(stretch.before)).max(Rational::ZERO).min(Rational::from(stretch.units))
    };
    class.iter().map(one).collect()
}

/// Water-filling by hand: the money, in units, goes to the most valuable stretches; where it does not
/// suffice for all of one value, their shares are raised together until it is used up. Between two
/// levels at which some stretch begins or ends, what they hold grows evenly.
fn filled(draft: &CallDraft, most: &[i64]) -> Vec<Rational> {
    let unit = hundredths(draft.unit);
    let mut left = Rational::from(draft.funds.iter().map(|fund| hundredths(fund.amount)).sum::<i64>() / unit);
    let mut grants = vec![Rational::ZERO; draft.activities.len()];
    for class in stretches(draft, most).into_values().rev() {
        let share = |stretch: &Stretch, n: i64| {
            Rational::from((stretch.before + n) * unit) / Rational::from(ask(&draft.activities[stretch.activity]))
        };
        let mut levels: Vec<Rational> = class.iter().flat_map(|s| [share(s, 0), share(s, s.units)]).collect();
        levels.sort();
        let sum = |level: &Rational| held(draft, &class, level).into_iter().sum::<Rational>();
        let above = levels.iter().position(|level| sum(level) > left);
        let level = match above {
            None => levels.last().cloned().unwrap_or(Rational::ZERO),
            Some(0) => Rational::ZERO,
            Some(n) => {
                let (low, high) = (&levels[n - 1], &levels[n]);
                let part = (&left - &sum(low)) / (sum(high) - sum(low));
                low + &(part * (high - low))
            }
        };
        for (stretch, held) in class.iter().zip(held(draft, &class, &level)) {
            grants[stretch.activity] += &held;
            left -= &held;
        }
    }
    grants
}

/// A call whose only rules are caps on single activities, and how many units each may get.
fn with_lone_caps(mut draft: CallDraft, caps: &[i64]) -> (CallDraft, Vec<i64>) {
    let unit = hundredths(draft.unit);
    draft.rules.clear();
    let mut most: Vec<i64> = draft.activities.iter().map(|activity| ask(activity) / unit).collect();
    for (a, cap) in caps.iter().enumerate().take(most.len()).filter(|(_, cap)| **cap < 5) {
        let rule = Rule::new(format!("cap-{a}"), Selection::activity(&draft.activities[a].id));
        draft.rules.push(rule.at_most(money(cap * unit)));
        most[a] = most[a].min(*cap);
    }
    (draft, most)
}

/// Rising shares.
fn shares(draft: &CallDraft, grants: impl Iterator<Item = i64>) -> Vec<Rational> {
    let asks = draft.activities.iter().map(ask);
    let share =
        |(grant, ask): (i64, i64)| if ask == 0 { Rational::ONE } else { Rational::from(grant) / Rational::from(ask) };
    let mut shares: Vec<Rational> = grants.zip(asks).map(share).collect();
    shares.sort();
    shares
}

/// A call with a twin of its first activity.
fn with_twin(mut draft: CallDraft) -> CallDraft {
    let mut first = draft.activities[0].clone();
    first.requires.clear();
    first.excludes.clear();
    let twin = Activity { id: "activity-9".to_owned(), ..first.clone() };
    for activity in &mut draft.activities {
        activity.requires.retain(|word| *word != first.id);
        activity.excludes.retain(|word| *word != first.id);
    }
    draft.activities[0] = first;
    draft.activities.push(twin);
    draft
}

fn twins(draft: CallDraft) -> Result<(), TestCaseError> {
    let draft = with_twin(draft);
    let Some(verified) = allocated(&draft)? else { return Ok(()) };
    let amount = |a: usize| hundredths(verified.grants()[a].amount);
    let apart = (amount(0) - amount(draft.activities.len() - 1)).abs();
    prop_assert!(apart <= hundredths(draft.unit), "the twins are {} hundredths apart", apart);
    Ok(())
}

/// The first activity can be divided at will.
fn first_divided(mut draft: CallDraft) -> CallDraft {
    let first = &draft.activities[0];
    draft.activities[0] = Activity {
        scores: first.scores.clone(),
        tags: first.tags.clone(),
        areas: first.areas.clone(),
        ..Activity::new(&first.id, &first.applicant, money(ask(first)))
    };
    draft
}

proptest! {
    #![proptest_config(tries(1000))]

    // Expected: water-filling by hand.
    #[test]
    fn one_fund_is_filled_like_water(draft in call(Kinds { units: true, ..DIVISIBLE }), caps in prop::collection::vec(0_i64..12, 5)) {
        let (draft, most) = with_lone_caps(draft, &caps);
        let exact = filled(&draft, &most);
        let verified = allocated(&draft)?.expect("caps alone never make a call impossible");
        for (grant, exact) in verified.grants().iter().zip(exact) {
            let units = Rational::from(hundredths(grant.amount)) / Rational::from(hundredths(draft.unit));
            prop_assert!((&units - &exact).abs() < Rational::ONE, "{} units instead of {}", units, exact);
        }
    }

    // Expected: all allocations in whole kronor, tried one by one. The answer is in hundredths, each grant less than
    // a hundredth from the exact leximin; so with a hundredth more to everybody, the answer is leximin above all of
    // the best in kronor.
    #[test]
    fn no_best_allocation_is_leximin_above(draft in call(DIVISIBLE)) {
        let fine = CallDraft { unit: money(1), ..draft.clone() };
        let Some(verified) = allocated(&fine)? else { return Ok(()) };
        let raised = shares(&draft, verified.grants().iter().map(|grant| hundredths(grant.amount) + 1));
        let oracle = Oracle::new(&draft);
        let mut above = None;
        oracle.every_allocation(&mut |grants, _| {
            let worth = oracle.worth(grants.iter().map(|grant| grant.value).sum());
            if worth == *verified.value() && shares(&draft, grants.iter().map(|grant| grant.amount)) > raised {
                above = Some(grants.iter().map(|grant| grant.amount).collect::<Vec<_>>());
            }
        });
        prop_assert_eq!(above, None);
    }

    #[test]
    fn twins_are_a_unit_apart_at_most(draft in call(Kinds { units: true, ..DIVISIBLE })) {
        twins(draft)?;
    }

    #[test]
    fn twins_with_several_funds_are_a_unit_apart_at_most(draft in call(FUNDS)) {
        twins(draft)?;
    }

    #[test]
    fn twins_among_choices_are_a_unit_apart_at_most(draft in call(CHOICES).prop_map(first_divided)) {
        twins(draft)?;
    }
}

/// 10 kronor between two that ask 10 each, of one board that may get 6 and one without a cap:
/// the shares are equal until the cap, 5 and 5, so that the cap is not reached; with a cap of 3, 3 and 7.
#[test]
fn a_cap_gives_its_rest_to_the_others() {
    for (cap, expected) in [(6, [5, 5]), (3, [3, 7]), (0, [0, 10])] {
        let draft = two(10, [10, 10]).rule(Rule::new("cap", Selection::applicant("one")).at_most(cap));
        assert_eq!(granted(&draft), expected);
    }
}

/// Shares are raised, not sums: 9 kronor between asks of 6 and 12 are 3 and 6.
#[test]
fn shares_are_equal_rather_than_sums() {
    assert_eq!(granted(&two(9, [6, 12])), [3, 6]);
}

/// A floor lifts one board to 6 of 8; the rest goes to the other, though its share is lower.
#[test]
fn a_floor_takes_from_the_others() {
    let draft = two(8, [10, 10]).rule(Rule::new("floor", Selection::applicant("one")).at_least(6));
    assert_eq!(granted(&draft), [6, 2]);
}

/// Every board at most 60 % of what is granted: 6 and 4 of 10 when one asks for only 4.
#[test]
fn a_part_of_what_is_granted_binds_both() {
    let limit = fordela::call::Limit::Percent(fordela_oracle::generate::percent(60), fordela::call::Base::Granted);
    let draft = two(20, [20, 4]).rule(Rule::new("part", Selection::all()).each(Each::Applicant).at_most(limit));
    assert_eq!(granted(&draft), [6, 4]);
}

/// A fund and two activities of one priority and two boards.
fn two(amount: i64, asks: [i64; 2]) -> CallDraft {
    let mut draft = CallDraft::new("two").criterion(fordela::call::draft::Criterion::new("need", 1, 1));
    draft = draft.fund(fordela::call::draft::Fund::new("fund", amount));
    for (id, ask) in ["one", "two"].into_iter().zip(asks) {
        draft = draft.applicant(fordela::call::draft::Applicant::new(id));
        draft = draft.activity(Activity::new(format!("of-{id}"), id, ask).score("need", 1));
    }
    draft
}

fn granted(draft: &CallDraft) -> Vec<i64> {
    let verified = allocated(draft).expect("an answer").expect("an allocation");
    let kronor = |amount: Money| hundredths(amount) / 100;
    verified.grants().iter().map(|grant| kronor(grant.amount)).collect()
}
