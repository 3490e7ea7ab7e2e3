//! What a follow-up settles, against sums made apart from it in whole hundredths.

use std::collections::BTreeMap;

use fordela::call::CallDraft;
use fordela::call::draft::Unspent;
use fordela::follow_up::{Cell, Decided, FollowUp, Outcome, Row, Settlement, Sum, follow_up};
use fordela::{Call, Money, Party};
use fordela_oracle::generate::{ALL, DIVISIBLE, FUNDS, call, money};
use fordela_proptest::tries;
use proptest::prelude::*;

/// The periods, from the first.
const PERIODS: [&str; 3] = ["2023-H1", "2023-H2", "2024-02"];

/// Of an activity and a fund: what was granted, and what was spent in each period that was reported.
#[derive(Debug, Clone)]
struct Told {
    granted: i64,
    spent: Vec<Option<i64>>,
}

fn told() -> impl Strategy<Value = Told> {
    let amount = || prop_oneof![Just(0), 0..200_000_i64];
    let spent = proptest::collection::vec(proptest::option::weighted(0.7, amount()), PERIODS.len());
    (amount(), spent).prop_map(|(granted, spent)| Told { granted, spent })
}

/// A call whose funds say what becomes of unspent money, or not, and what is told of each activity and fund.
fn followed() -> impl Strategy<Value = (Call, Vec<Vec<Told>>)> {
    let unspent = proptest::option::weighted(0.8, prop::sample::select(WAYS.to_vec()));
    let kinds = prop_oneof![call(DIVISIBLE), call(FUNDS), call(ALL)];
    (kinds, proptest::collection::vec(unspent, 8)).prop_flat_map(|(mut draft, ways): (CallDraft, _)| {
        for (fund, way) in draft.funds.iter_mut().zip(ways.into_iter().cycle()) {
            fund.unspent = way;
        }
        let (activities, funds) = (draft.activities.len(), draft.funds.len());
        let told = proptest::collection::vec(proptest::collection::vec(told(), funds), activities);
        (Just(draft.validate().expect("generated calls are calls")), told)
    })
}

const WAYS: [Unspent; 3] = [Unspent::Repay, Unspent::CarryOver, Unspent::Return];

fn decided(call: &Call, told: &[Vec<Told>]) -> Decided {
    let ids = |n: usize| call.draft().activities[n].id.clone();
    let fund = |n: usize, told: &Told| (call.draft().funds[n].id.clone(), money(told.granted));
    let of = |told: &Vec<Told>| told.iter().enumerate().map(|(f, told)| fund(f, told)).collect();
    let funds = told.iter().enumerate().map(|(n, told)| (ids(n), of(told)));
    Decided { to: Party::Activity, grants: BTreeMap::new(), funds: funds.collect() }
}

fn outcome(call: &Call, told: &[Vec<Told>]) -> Outcome {
    let mut rows = Vec::new();
    for (activity, told) in call.draft().activities.iter().zip(told) {
        for (fund, told) in call.draft().funds.iter().zip(told) {
            for (period, spent) in PERIODS.iter().zip(&told.spent) {
                let Some(spent) = spent else { continue };
                rows.push(Row {
                    activity: Some(activity.id.clone()),
                    fund: Some(fund.id.clone()),
                    period: Some((*period).to_owned()),
                    sums: BTreeMap::from([(Sum::Spent, money(*spent))]),
                    ..Row::default()
                });
            }
        }
    }
    Outcome { rows }
}

fn followed_up(call: &Call, told: &[Vec<Told>]) -> FollowUp {
    follow_up(call, &decided(call, told), &outcome(call, told)).expect("ids of the call")
}

/// What must become of a grant, worked out by hand: granted, spent of it, above it, and what is left.
fn by_hand(told: &Told, unspent: Option<Unspent>) -> Settlement {
    let spent: i64 = told.spent.iter().flatten().sum();
    let of_grant = spent.min(told.granted);
    let left = money(told.granted - of_grant);
    let mut one = Settlement {
        granted: money(told.granted),
        spent: money(of_grant),
        above: money(spent - of_grant),
        ..Settlement::default()
    };
    match unspent.filter(|_| is_reported(told)) {
        Some(Unspent::Repay) => one.repaid = left,
        Some(Unspent::CarryOver) => one.carried_over = left,
        Some(Unspent::Return) => one.returned = left,
        None => one.unsettled = left,
    }
    one
}

fn is_reported(told: &Told) -> bool {
    told.spent.iter().any(Option::is_some)
}

/// Whether money was granted, or anything was reported.
fn has_account(told: &Told) -> bool {
    told.granted > 0 || is_reported(told)
}

/// Granted is spent, repaid, carried over, returned or not settled: nothing else, and nothing twice.
fn is_all_there(one: &Settlement) -> bool {
    one.granted == one.spent + one.repaid + one.carried_over + one.returned + one.unsettled
}

proptest! {
    #![proptest_config(tries(256))]

    #[test]
    fn every_account_is_what_is_worked_out_by_hand((call, told) in followed()) {
        let found = followed_up(&call, &told);
        for (activity, told) in call.draft().activities.iter().zip(&told) {
            let own = found.accounts_of(&activity.id);
            prop_assert_eq!(own.len(), told.iter().filter(|told| has_account(told)).count());
            prop_assert_eq!(found.is_reported(&activity.id), told.iter().any(is_reported));
            for (fund, told) in call.draft().funds.iter().zip(told) {
                let account = own.iter().find(|one| one.party == activity.id && one.fund.as_ref() == Some(&fund.id));
                prop_assert_eq!(account.map(|one| one.settlement).unwrap_or_default(), by_hand(told, fund.unspent));
            }
        }
        prop_assert!(found.accounts_of("nobody").is_empty() && !found.is_reported("nobody"));
    }

    #[test]
    fn grants_are_spent_repaid_carried_over_or_returned((call, told) in followed()) {
        let found = followed_up(&call, &told);
        let parts = found.accounts.iter().map(|one| one.settlement);
        prop_assert!(parts.chain([found.total()]).all(|one| is_all_there(&one)));
        for account in &found.accounts {
            let mut available = account.settlement.granted;
            for period in &account.periods {
                prop_assert_eq!(period.available, available);
                prop_assert_eq!(period.available, period.spent + period.left);
                available = period.left;
            }
        }
        let says_all = call.draft().funds.iter().all(|fund| fund.unspent.is_some());
        if says_all && found.accounts.iter().all(|one| one.is_reported) {
            prop_assert!(found.total().unsettled.is_zero());
        }
    }

    #[test]
    fn funds_and_activities_add_up_both_ways((call, told) in followed()) {
        let found = followed_up(&call, &told);
        let activities: Settlement = call.draft().activities.iter().map(|one| found.of_party(&one.id)).sum();
        let funds: Settlement = call.draft().funds.iter().map(|one| found.of_fund(Some(&one.id))).sum();
        prop_assert_eq!(activities, funds);
        prop_assert_eq!(activities, found.total());
        let all: i64 = told.iter().flatten().flat_map(|told| told.spent.iter().flatten()).sum();
        prop_assert_eq!(found.total().outcome(), money(all));
    }

    /// What is reported wrong by some amount is wrong by just that amount; where it is right, nothing is found.
    #[test]
    fn a_reported_sum_differs_by_what_it_is_off((call, told) in followed(), off in 0..500_i64) {
        let mut outcome = outcome(&call, &told);
        let total = followed_up(&call, &told).total();
        let known = |sum, amount: Money| (sum, amount + money(off));
        let sums = [
            known(Sum::Granted, total.granted),
            known(Sum::Spent, total.outcome()),
            known(Sum::Repaid, total.repaid),
            known(Sum::CarriedOver, total.carried_over),
            known(Sum::Returned, total.returned),
        ];
        let row = outcome.rows.len();
        outcome.rows.push(Row { is_sum: true, sums: sums.into(), ..Row::default() });
        let found = follow_up(&call, &decided(&call, &told), &outcome).expect("ids of the call");
        prop_assert_eq!(found.checks.len(), sums.len());
        for check in &found.checks {
            prop_assert!(check.at.row == row && matches!(check.at.cell, Cell::Sum(_)));
            prop_assert_eq!(check.difference(), money(off).rational());
        }
        let wrong = found.findings.iter().filter(|finding| finding.code() == "does-not-add-up").count();
        prop_assert_eq!(wrong, if off == 0 { 0 } else { sums.len() });
        prop_assert_eq!(found.total(), total);
    }

    /// Sums of applicants only, of which it is mostly not known which fund pays.
    #[test]
    fn applicants_add_up_too((call, told) in followed()) {
        let mut grants: BTreeMap<String, Money> = BTreeMap::new();
        let mut rows: BTreeMap<(String, usize), Money> = BTreeMap::new();
        for (activity, told) in call.draft().activities.iter().zip(&told) {
            for told in told {
                let sum = grants.entry(activity.applicant.clone()).or_insert(Money::ZERO);
                *sum = *sum + money(told.granted);
                for (period, spent) in told.spent.iter().enumerate() {
                    let Some(spent) = spent else { continue };
                    let sum = rows.entry((activity.applicant.clone(), period)).or_insert(Money::ZERO);
                    *sum = *sum + money(*spent);
                }
            }
        }
        let (granted, spent): (Money, Money) = (grants.values().copied().sum(), rows.values().copied().sum());
        let rows = rows.into_iter().map(|((applicant, period), spent)| Row {
            applicant: Some(applicant),
            period: Some(PERIODS[period].to_owned()),
            sums: BTreeMap::from([(Sum::Spent, spent)]),
            ..Row::default()
        });
        let decided = Decided { to: Party::Applicant, grants, funds: BTreeMap::new() };
        let found = follow_up(&call, &decided, &Outcome { rows: rows.collect() }).expect("ids of the call");
        let total = found.total();
        prop_assert_eq!((total.granted, total.outcome()), (granted, spent));
        prop_assert!(found.accounts.iter().all(|one| is_all_there(&one.settlement)));
        let funds = call.draft().funds.iter().map(|one| Some(one.id.as_str())).chain([None]);
        prop_assert_eq!(funds.map(|fund| found.of_fund(fund)).sum::<Settlement>(), total);
    }
}
