//! Why a call is impossible: the smallest conflict, and the cheapest way out.

use fordela::call::draft::{CallDraft, Rule};
use fordela::call::{Kind, Limit, Selection};
use fordela::{Answer, Impossible};
use fordela_proptest::{calls, tries};
use proptest::prelude::*;

use crate::generate::{ALL, DIVISIBLE, Kinds, call, fixed_limits, money};
use crate::oracle::{Check, Oracle, hundredths};
use crate::value::answer;

/// The answer to a call without an allocation.
fn reasons(draft: &CallDraft) -> Result<Option<Box<Impossible>>, TestCaseError> {
    Ok(match answer(draft)? {
        Answer::Impossible(impossible) => Some(impossible),
        Answer::Allocated(_) => None,
    })
}

/// One rule for every cap and floor, in the order of the cases: the selection and limit that the oracle
/// sees, on the same activities and funds by name, so that every case can be dropped and moved by itself.
fn rule_of(draft: &CallDraft, n: usize, check: &Check) -> Rule {
    let of = &draft.rules[check.rule];
    let mut selection = Selection::all();
    selection.activity = check.members.iter().map(|(a, _)| draft.activities[*a].id.clone()).collect();
    if selection.activity.is_empty() {
        selection = Selection::area("nowhere");
    }
    let only_some = !of.selection.fund.is_empty() || of.each == Some(fordela::call::draft::Each::Fund);
    if only_some {
        let mut funds: Vec<usize> = check.members.iter().flat_map(|(_, funds)| funds.clone()).collect();
        funds.sort_unstable();
        funds.dedup();
        selection.fund = funds.into_iter().map(|f| draft.funds[f].id.clone()).collect();
    }
    let rule = Rule::new(format!("case-{n}"), selection);
    match (check.is_floor, of.at_least, of.at_most) {
        (true, Some(limit), _) => rule.at_least(limit),
        (false, _, Some(limit)) => rule.at_most(limit),
        _ => panic!("the oracle saw a limit that the draft does not have"),
    }
}

/// The call with these of its cases alone, each a rule of its own.
fn with_cases(draft: &CallDraft, cases: &[usize]) -> CallDraft {
    let checks = Oracle::new(draft).checks;
    let mut other = draft.clone();
    other.rules = cases.iter().map(|&c| rule_of(draft, c, &checks[c])).collect();
    other
}

fn is_possible(draft: &CallDraft) -> bool {
    Oracle::new(draft).best().is_some()
}

/// The listed cases are impossible by themselves, and no longer when any of them is dropped. Whether a
/// call is possible is found by trying all its allocations.
fn smallest_conflict(draft: &CallDraft) -> Result<(), TestCaseError> {
    let Some(reasons) = reasons(draft)? else { return Ok(()) };
    let conflict = &reasons.conflict;
    prop_assert!(!conflict.is_empty());
    prop_assert!(!is_possible(&with_cases(draft, conflict)), "{:?} do not conflict", conflict);
    for dropped in conflict {
        let rest: Vec<usize> = conflict.iter().copied().filter(|case| case != dropped).collect();
        prop_assert!(is_possible(&with_cases(draft, &rest)), "{} is not needed in {:?}", dropped, conflict);
    }
    Ok(())
}

/// The least that cases must give way in all, in hundredths and by whole units each: tried over all
/// grants that the asks, funds and links allow. Limits stand at whole units, as sums do; parts of what
/// is granted stand where they are, and give way by whole units.
fn least_relaxation(draft: &CallDraft) -> i64 {
    let oracle = Oracle::new(draft);
    let unit = i128::from(hundredths(draft.unit));
    let units = |check: &Check, lacks: i128| {
        let step = unit * check.scale;
        i64::try_from((lacks.max(0) + step - 1) / step * unit).expect("a small amount")
    };
    let mut least = i64::MAX;
    oracle.every_payable(&mut |_, cells| {
        let granted = cells.iter().flatten().sum();
        let sum = oracle.checks.iter().map(|check| units(check, check.lacks(cells, granted))).sum();
        least = least.min(sum);
    });
    least
}

/// The call with its cases moved by what is said, each a limit in money at the whole unit.
fn relaxed(draft: &CallDraft, reasons: &Impossible) -> CallDraft {
    let call = draft.clone().validate().expect("the call has been answered");
    let all: Vec<usize> = (0..call.cases().len()).collect();
    let mut other = with_cases(draft, &all);
    for rule in &mut other.rules {
        let case: usize = rule.id.trim_start_matches("case-").parse().expect("a number");
        let Some(relaxation) = reasons.cheapest_relaxation.iter().find(|r| r.case == case) else { continue };
        let check = &Oracle::new(draft).checks[case];
        let unit = hundredths(draft.unit);
        let limit = i64::try_from(check.fixed / check.scale).expect("a small amount");
        let by = hundredths(relaxation.by);
        match call.cases()[case].kind {
            Kind::AtMost => rule.at_most = Some(Limit::Money(money(limit / unit * unit + by))),
            Kind::AtLeast => {
                let whole = i64::try_from(-(-check.fixed).div_euclid(check.scale * i128::from(unit))).expect("small");
                rule.at_least = Some(Limit::Money(money((whole * unit - by).max(0))));
            }
        }
    }
    other
}

/// What is said to be the cheapest way out is a way out, and no other is cheaper.
fn cheapest_way_out(draft: &CallDraft) -> Result<(), TestCaseError> {
    let Some(reasons) = reasons(draft)? else { return Ok(()) };
    let sum: i64 = reasons.cheapest_relaxation.iter().map(|relaxation| hundredths(relaxation.by)).sum();
    let least = least_relaxation(draft);
    let relaxed_cases = i64::try_from(reasons.cheapest_relaxation.len()).expect("few");
    prop_assert!(sum > 0);
    prop_assert!(sum <= least + hundredths(draft.unit) * relaxed_cases, "{} is more than {}", sum, least);
    prop_assert!(is_possible(&relaxed(draft, &reasons)), "{:?} is no way out", reasons.cheapest_relaxation);
    Ok(())
}

/// A call with floors where it had caps and a cap or two where it had floors: often impossible.
fn with_floors(kinds: Kinds) -> impl Strategy<Value = CallDraft> {
    (call(kinds), prop::collection::vec((calls().limits(), any::<bool>()), 3)).prop_map(|(mut draft, limits)| {
        for (rule, (limit, is_both)) in draft.rules.iter_mut().zip(limits) {
            (rule.at_least, rule.at_most) = (rule.at_most, if is_both { Some(limit) } else { rule.at_least });
        }
        draft
    })
}

proptest! {
    #![proptest_config(tries(800))]

    #[test]
    fn nothing_can_be_left_out_of_a_conflict(draft in with_floors(DIVISIBLE)) {
        smallest_conflict(&draft)?;
    }

    #[test]
    fn nothing_can_be_left_out_of_a_conflict_with_choices(draft in with_floors(ALL)) {
        smallest_conflict(&draft)?;
    }

    #[test]
    fn the_cheapest_way_out_is_one(draft in with_floors(Kinds { units: true, ..DIVISIBLE }).prop_map(fixed_limits)) {
        cheapest_way_out(&draft)?;
    }

    #[test]
    fn the_cheapest_way_out_of_choices_is_one(draft in with_floors(ALL).prop_map(fixed_limits)) {
        cheapest_way_out(&draft)?;
    }
}
