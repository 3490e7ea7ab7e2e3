//! Every allocation keeps the call exactly, checked by the oracle's reading of the draft.

use fordela::Verified;
use fordela::call::CallDraft;
use fordela::call::draft::Funding;
use fordela_oracle::answers::allocated;
use fordela_oracle::generate::{ALL, Kinds, call};
use fordela_oracle::oracle::{Choice, Oracle, ask, hundredths};
use fordela_proptest::tries;
use proptest::prelude::*;

/// What every fund pays of every activity, in hundredths.
pub(crate) fn cells(draft: &CallDraft, verified: &Verified) -> Vec<Vec<i64>> {
    let row = |grant: &fordela::Grant| {
        let mut row = vec![0; draft.funds.len()];
        for (fund, amount) in &grant.by_fund {
            row[*fund] += hundredths(*amount);
        }
        row
    };
    verified.grants().iter().map(row).collect()
}

/// The oracle's choices that make up an allocation; fails where one is none of its choices.
pub(crate) fn chosen<'o>(oracle: &'o Oracle, verified: &Verified) -> Result<Vec<&'o Choice>, TestCaseError> {
    let of = |(choices, grant): (&'o Vec<Choice>, &fordela::Grant)| {
        let amount = hundredths(grant.amount);
        let found = choices.iter().find(|choice| choice.amount == amount && choice.lines == grant.lines);
        found.ok_or_else(|| TestCaseError::fail(format!("no activity can get {grant:?}")))
    };
    oracle.choices.iter().zip(verified.grants()).map(of).collect()
}

fn check(draft: &CallDraft) -> Result<(), TestCaseError> {
    let Some(verified) = allocated(draft)? else { return Ok(()) };
    let oracle = Oracle::new(draft);
    let (grants, cells) = (chosen(&oracle, &verified)?, cells(draft, &verified));
    prop_assert_eq!(grants.len(), draft.activities.len());
    for (a, (grant, row)) in grants.iter().zip(&cells).enumerate() {
        let activity = &draft.activities[a];
        prop_assert!((0..=ask(activity)).contains(&grant.amount));
        prop_assert_eq!(grant.amount % hundredths(draft.unit), 0);
        prop_assert_eq!(row.iter().sum::<i64>(), grant.amount);
        prop_assert!(row.iter().enumerate().all(|(f, paid)| *paid == 0 || *paid > 0 && oracle.is_payable(a, f)));
        prop_assert_eq!(grant.lines.is_empty(), activity.funding != Funding::Lines);
    }
    for (f, held) in oracle.funds.iter().enumerate() {
        prop_assert!(cells.iter().map(|row| row[f]).sum::<i64>() <= *held);
    }
    prop_assert!(oracle.keeps_rules(&cells));
    prop_assert!(oracle.keeps_links(&grants));
    let value = oracle.worth(grants.iter().map(|grant| grant.value).sum());
    prop_assert_eq!(verified.value(), &value);
    prop_assert_eq!(hundredths(verified.granted()), grants.iter().map(|grant| grant.amount).sum::<i64>());
    Ok(())
}

proptest! {
    #![proptest_config(tries(1500))]

    #[test]
    fn grants_keep_the_call(draft in call(ALL)) {
        check(&draft)?;
    }

    #[test]
    fn grants_in_units_keep_the_call(draft in call(Kinds { units: true, ..ALL })) {
        check(&draft)?;
    }
}
