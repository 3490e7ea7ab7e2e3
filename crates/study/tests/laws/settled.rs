//! What only ids settle, and what order does not.

use std::collections::{BTreeMap, BTreeSet};

use fordela::best;
use fordela::call::CallDraft;
use fordela::explain::{Reason, reasons, settled};
use fordela_oracle::answers::allocated;
use fordela_oracle::generate::{ALL, CHOICES, DIVISIBLE, FUNDS, Kinds, call};
use fordela_oracle::oracle::{hundredths, priority};
use fordela_oracle::rewritten::in_another_order;
use fordela_proptest::tries;
use proptest::prelude::*;

/// The call in which two activities have each other's ids, wherever these are named.
fn exchanged(draft: &CallDraft, one: usize, other: usize) -> CallDraft {
    let (a, b) = (draft.activities[one].id.clone(), draft.activities[other].id.clone());
    let name = |id: &str| {
        if id == a {
            b.clone()
        } else if id == b {
            a.clone()
        } else {
            id.to_owned()
        }
    };
    let word = |word: &mut String| {
        *word = match word.split_once('/') {
            Some((activity, line)) => format!("{}/{line}", name(activity)),
            None => name(word),
        };
    };
    let mut changed = draft.clone();
    for activity in &mut changed.activities {
        activity.id = name(&activity.id);
        activity.requires.iter_mut().chain(&mut activity.excludes).for_each(word);
        let lines = activity.lines.iter_mut().flat_map(|line| line.requires.iter_mut().chain(&mut line.excludes));
        lines.filter(|word| word.contains('/')).for_each(word);
    }
    let funds = changed.funds.iter_mut().map(|fund| &mut fund.pays_for);
    for selection in funds.chain(changed.rules.iter_mut().map(|rule| &mut rule.selection)) {
        selection.activity.iter_mut().for_each(|id| *id = name(id));
    }
    changed
}

/// Where two of one priority exchange their ids and get other grants of the same value and sum, something is told.
fn told(draft: &CallDraft) -> Result<(), TestCaseError> {
    let call = draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    let Some(verified) = allocated(draft)? else { return Ok(()) };
    let settled = settled(&call, &verified, &mut best).expect("answers");
    let count = draft.activities.len();
    for (a, b) in (0..count).flat_map(|a| (0..a).map(move |b| (b, a))) {
        if priority(draft, &draft.activities[a]) != priority(draft, &draft.activities[b]) {
            continue;
        }
        let Some(other) = allocated(&exchanged(draft, a, b))? else { continue };
        let amounts =
            |place: usize| hundredths(verified.grants()[place].amount) - hundredths(other.grants()[place].amount);
        let is_same = other.value() == verified.value() && other.granted() == verified.granted();
        if is_same && amounts(a) != 0 && amounts(b) != 0 {
            prop_assert!(!settled.is_empty(), "{} and {}", a, b);
            let is_odd_unit = amounts(a).abs() <= hundredths(draft.unit);
            prop_assert!(is_odd_unit || settled.iter().any(|one| !one.is_odd_unit), "{} and {}", a, b);
        }
    }
    for one in &settled {
        prop_assert!(!one.more.is_empty() && !one.less.is_empty(), "{:?}", one);
    }
    Ok(())
}

/// The rule that is the reason of every grant, and what it is repeated for, by the id of the activity.
fn why(draft: &CallDraft) -> Result<BTreeMap<String, String>, TestCaseError> {
    let call = draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    let Some(verified) = allocated(draft)? else { return Ok(BTreeMap::new()) };
    let set = |ids: &[String]| ids.iter().cloned().collect::<BTreeSet<String>>();
    let said = |reason: Reason| match reason {
        Reason::Parts { funds } => format!("parts {:?}", set(&funds)),
        Reason::Budget { funds } => format!("budget {:?}", set(&funds)),
        Reason::FundTooSmall { funds } => format!("fund too small {:?}", set(&funds)),
        Reason::Shared { funds } => format!("shared {:?}", set(&funds)),
        Reason::Tied { among } => format!("tied {:?}", set(&among)),
        plain => format!("{plain:?}"),
    };
    let told = reasons(&call, &verified).into_iter().map(said);
    Ok(draft.activities.iter().map(|activity| activity.id.clone()).zip(told).collect())
}

proptest! {
    #![proptest_config(tries(200))]

    #[test]
    fn an_odd_unit_that_an_id_settles_is_told(draft in call(Kinds { units: true, ..DIVISIBLE })) {
        told(&draft)?;
    }

    #[test]
    fn a_tie_that_an_id_settles_is_told(draft in call(CHOICES)) {
        told(&draft)?;
    }

    #[test]
    fn a_reason_does_not_depend_on_the_order_of_the_file(
        draft in prop_oneof![call(FUNDS), call(ALL)],
        seed in any::<u64>(),
    ) {
        prop_assert_eq!(why(&draft)?, why(&in_another_order(&draft, seed))?);
    }
}
