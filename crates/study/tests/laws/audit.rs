//! What an audit says is so: complaints by looking at all pairs, mends by carrying them out.

mod measures;

use std::collections::{BTreeMap, BTreeSet};

use fordela::audit::{Audit, Breach, Complaint, Obstacle, Verdict, audit};
use fordela::call::{Call, CallDraft, Kind};
use fordela::compare::Side;
use fordela::{Money, Party, Rational, Verified, Violation};
use fordela_oracle::answers::allocated;
use fordela_oracle::generate::{ALL, CHOICES, DIVISIBLE, FUNDS, Kinds, call, effort, money};
use fordela_oracle::oracle::{Oracle, hundredths};
use fordela_oracle::rewritten::in_another_order;
use fordela_proptest::tries;
use proptest::prelude::*;

/// More complaints than a small call can have.
const MANY: usize = 100;

fn valid(draft: &CallDraft) -> Call {
    draft.clone().validate().expect("generated calls are calls")
}

fn audited(side: &Side<'_>, best: Option<&Verified>, most: usize) -> Result<Audit, TestCaseError> {
    let found = audit(side, best, most, &effort(), &mut fordela::allocate);
    let found = found.map_err(|error| TestCaseError::fail(error.to_string()))?;
    found.ok_or_else(|| TestCaseError::fail("grants are audited"))
}

/// Grants by id, in hundredths.
fn by_id<'d>(ids: impl Iterator<Item = &'d String>, amounts: &[i64]) -> BTreeMap<String, Money> {
    ids.cloned().zip(amounts.iter().map(|amount| money(*amount))).collect()
}

fn of_activities(draft: &CallDraft, amounts: &[i64]) -> BTreeMap<String, Money> {
    by_id(draft.activities.iter().map(|activity| &activity.id), amounts)
}

fn of_applicants(draft: &CallDraft, amounts: &[i64]) -> BTreeMap<String, Money> {
    by_id(draft.applicants.iter().map(|applicant| &applicant.id), amounts)
}

/// A party as the definition has it: id, priority, ask, grant.
type Plain = (String, Rational, Rational, Rational);

fn plain_activities(call: &Call, amounts: &[i64]) -> Vec<Plain> {
    let all = call.draft().activities.iter().zip(call.claims()).zip(amounts);
    let party = |((activity, claim), amount): ((&fordela::call::draft::Activity, &fordela::call::Claim), &i64)| {
        (activity.id.clone(), claim.priority().clone(), claim.ask().rational(), money(*amount).rational())
    };
    all.map(party).collect()
}

fn plain_applicants(call: &Call, amounts: &[i64]) -> Vec<Plain> {
    let party = |(n, amount): (usize, &i64)| {
        let own = || call.claims().iter().filter(move |claim| claim.applicant() == n);
        let asked: Rational = own().map(|claim| claim.ask().rational()).sum();
        let weighed: Rational = own().map(|claim| claim.ask().rational() * claim.priority()).sum();
        let priority = if asked.is_zero() { Rational::ZERO } else { weighed / &asked };
        (call.draft().applicants[n].id.clone(), priority, asked, money(*amount).rational())
    };
    amounts.iter().enumerate().map(party).collect()
}

/// All pairs, one by one: the most envy first, equal ones by their ids.
fn every_complaint(parties: &[Plain]) -> Vec<(String, String, Rational)> {
    let mut found = Vec::new();
    for (id, priority, ask, grant) in parties.iter().filter(|party| party.2.is_positive()) {
        for (other, lower, its_ask, its_grant) in parties.iter().filter(|party| party.2.is_positive()) {
            if priority > lower && grant / ask < its_grant / its_ask {
                found.push((id.clone(), other.clone(), ask * its_grant / its_ask - grant));
            }
        }
    }
    found.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| (&a.0, &a.1).cmp(&(&b.0, &b.1))));
    found
}

/// The activities of a complaint, by their places.
fn places(call: &Call, complaint: &Complaint) -> (usize, usize) {
    let place = |id: &str| Party::Activity.place(call, id).expect("an activity of the call");
    (place(&complaint.one), place(&complaint.other))
}

fn lists_all(found: &Audit, parties: &[Plain], most: usize) -> Result<(), TestCaseError> {
    let mut expected = every_complaint(parties);
    let complaints = &found.complaints;
    prop_assert_eq!(complaints.count, expected.len());
    let complaining: BTreeSet<&String> = expected.iter().map(|complaint| &complaint.0).collect();
    prop_assert_eq!(complaints.complaining, complaining.len());
    expected.truncate(most);
    let listed: Vec<_> =
        complaints.largest.iter().map(|one| (one.one.clone(), one.other.clone(), one.envy.clone())).collect();
    prop_assert_eq!(listed, expected);
    Ok(())
}

/// A call and what is decided, in hundredths, for each of at most five.
fn decided(kinds: Kinds) -> impl Strategy<Value = (CallDraft, Vec<i64>)> {
    (
        call(kinds),
        prop::collection::vec(prop_oneof![4 => (0_i64..7).prop_map(|kronor| kronor * 100), 1 => 0_i64..700], 5),
    )
}

/// Each activity with its amount and lines.
type Granted = Vec<(i64, Vec<bool>)>;

/// All allocations of a small call.
fn every_allocation(draft: &CallDraft) -> BTreeSet<Granted> {
    let mut all = BTreeSet::new();
    Oracle::new(draft).every_allocation(&mut |grants, _| {
        all.insert(grants.iter().map(|grant| (grant.amount, grant.lines.clone())).collect());
    });
    all
}

/// Every move from the other to the one, in units, after which the one has no lower share, and whether some allocation
/// is that of before but for these two.
fn moves(draft: &CallDraft, now: &Granted, complaint: &Complaint, all: &BTreeSet<Granted>) -> Vec<(i64, bool)> {
    let call = valid(draft);
    let unit = hundredths(draft.unit);
    let (one, other) = places(&call, complaint);
    let ask = |a: usize| hundredths(call.claims()[a].ask());
    let mended = |moved: i64| (now[one].0 + moved) * ask(other) >= (now[other].0 - moved) * ask(one);
    let is_there = |moved: i64| {
        all.iter().any(|grants| {
            grants.iter().zip(now).enumerate().all(|(a, (grant, before))| match a {
                _ if a == one => grant.0 == before.0 + moved,
                _ if a == other => grant.0 == before.0 - moved,
                _ => grant == before,
            })
        })
    };
    let units = (1..=now[other].0 / unit).map(|units| units * unit);
    units.filter(|moved| mended(*moved)).map(|moved| (moved, is_there(moved))).collect()
}

/// Each complaint is mended by the least move there is, or by none.
fn mends_as_the_oracle_says(draft: &CallDraft) -> Result<(), TestCaseError> {
    let Some(verified) = allocated(draft)? else { return Ok(()) };
    let call = valid(draft);
    let found = audited(&Side::allocated(&call, &verified), None, MANY)?;
    prop_assert_eq!(&found.breaches, &None);
    let now: Granted = verified.grants().iter().map(|grant| (hundredths(grant.amount), grant.lines.clone())).collect();
    let all = every_allocation(draft);
    for complaint in &found.complaints.largest {
        let least = moves(draft, &now, complaint, &all).into_iter().find(|(_, is_there)| *is_there);
        match &complaint.verdict {
            Verdict::Mendable { moved, value } => {
                prop_assert_eq!(Some(hundredths(*moved)), least.map(|(moved, _)| moved), "{:?}", complaint);
                let rise = |a: usize, to: Money| call.value(a, to) - call.value(a, verified.grants()[a].amount);
                let (one, other) = places(&call, complaint);
                let one = rise(one, verified.grants()[one].amount + *moved);
                let other = rise(other, verified.grants()[other].amount - *moved);
                prop_assert_eq!(value.as_ref(), Some(&(one + other)));
            }
            Verdict::Explained { by, .. } => {
                prop_assert_eq!(least, None, "{:?}", complaint);
                prop_assert!(!by.is_empty());
            }
            Verdict::Unknown(_) => prop_assert!(false, "all can be told of an allocation: {:?}", complaint),
        }
    }
    Ok(())
}

/// How far each cap and floor of a call is broken by amounts in hundredths; those on funds are left out.
fn excesses(call: &Call, amounts: &[i64]) -> Vec<Rational> {
    let granted: Money = amounts.iter().map(|amount| money(*amount)).sum();
    let excess = |case: &fordela::call::RuleCase| {
        let sum: Rational = case.activities.iter().map(|&a| money(amounts[a]).rational()).sum();
        let over = sum - case.limit_at(&granted.rational(), |a| money(amounts[a]).rational());
        let excess = if case.kind == Kind::AtMost { over } else { -over };
        if case.counts_grants() { excess.max(Rational::ZERO) } else { Rational::ZERO }
    };
    call.cases().iter().map(excess).collect()
}

proptest! {
    #![proptest_config(tries(200))]

    #[test]
    fn every_pair_is_looked_at((draft, amounts) in decided(ALL), most in 0_usize..8) {
        let call = valid(&draft);
        let amounts = &amounts[..draft.activities.len()];
        let side = Side::granted_by_id(&call, &of_activities(&draft, amounts)).expect("known ids");
        lists_all(&audited(&side, None, most)?, &plain_activities(&call, amounts), most)?;
    }

    #[test]
    fn mends_of_divided_calls(draft in call(Kinds { units: true, ..DIVISIBLE })) {
        mends_as_the_oracle_says(&draft)?;
    }

    #[test]
    fn mends_among_choices(draft in call(CHOICES)) {
        mends_as_the_oracle_says(&draft)?;
    }

    #[test]
    fn mends_with_several_funds(draft in call(FUNDS)) {
        mends_as_the_oracle_says(&draft)?;
    }

    #[test]
    fn mends_with_all_there_is(draft in call(ALL)) {
        mends_as_the_oracle_says(&draft)?;
    }

    // Money moved from lower to higher priority is worth more, so that nothing that is best leaves such a move open.
    #[test]
    fn what_is_best_explains_every_complaint(mut draft in call(ALL)) {
        draft.objective.diminishing.clear();
        let Some(verified) = allocated(&draft)? else { return Ok(()) };
        prop_assume!(verified.is_optimal());
        let call = valid(&draft);
        let found = audited(&Side::allocated(&call, &verified), Some(&verified), MANY)?;
        for complaint in &found.complaints.largest {
            prop_assert!(matches!(complaint.verdict, Verdict::Explained { .. }), "{:?}", complaint);
        }
        let distance = found.distance.expect("the best is known");
        prop_assert_eq!((distance.above, distance.below, distance.loss()), (Money::ZERO, Money::ZERO, Some(Rational::ZERO)));
    }

    // A decision may break the call already: no rule is broken, or broken further, by a mend; and each one that is
    // said to stand in the way would be.
    #[test]
    fn mends_of_decisions_break_no_more((draft, amounts) in decided(DIVISIBLE)) {
        let call = valid(&draft);
        let amounts = &amounts[..draft.activities.len()];
        let side = Side::granted_by_id(&call, &of_activities(&draft, amounts)).expect("known ids");
        let found = audited(&side, None, MANY)?;
        let before = excesses(&call, amounts);
        for complaint in &found.complaints.largest {
            let (one, other) = places(&call, complaint);
            let after = |moved: Money| {
                let mut amounts = amounts.to_vec();
                amounts[one] += hundredths(moved);
                amounts[other] -= hundredths(moved);
                excesses(&call, &amounts)
            };
            match &complaint.verdict {
                Verdict::Mendable { moved, .. } => {
                    prop_assert!(after(*moved).iter().zip(&before).all(|(after, before)| after <= before));
                }
                Verdict::Explained { moved: Some(moved), by } => for obstacle in by {
                    let Obstacle::Case(case) = obstacle else { continue };
                    let case = call.case_at(case).expect("a case of the call");
                    prop_assert!(after(*moved)[case] > before[case], "{:?}", complaint);
                },
                _ => {}
            }
        }
        // All that is broken is told, and nothing else.
        let broken = found.breaches.expect("a decision").broken.into_iter().filter_map(|breach| match breach {
            Breach::Call(Violation::CaseBroken { case, sum, limit }) => {
                Some((call.case_at(&case).expect("a case of the call"), (sum.rational() - limit).abs()))
            }
            _ => None,
        });
        let expected = before.into_iter().enumerate().filter(|(_, excess)| excess.is_positive());
        prop_assert_eq!(broken.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }

    // What is decided is broken in nothing and can be settled just where it is one of all allocations.
    #[test]
    fn a_decision_is_kept_where_it_is_an_allocation((draft, amounts) in decided(Kinds { funds: true, ..DIVISIBLE })) {
        let call = valid(&draft);
        let amounts = &amounts[..draft.activities.len()];
        let side = Side::granted_by_id(&call, &of_activities(&draft, amounts)).expect("known ids");
        let breaches = audited(&side, None, 0)?.breaches.expect("a decision");
        let is_kept = breaches.broken.is_empty()
            && matches!(breaches.settled, fordela::audit::Settled::Known | fordela::audit::Settled::Possible);
        let all = every_allocation(&draft);
        prop_assert_eq!(is_kept, all.iter().any(|grants| grants.iter().map(|grant| grant.0).eq(amounts.iter().copied())));
    }

    // The same for sums of applicants; and a mend is one where all allocations have one with these sums.
    #[test]
    fn sums_of_applicants((draft, amounts) in decided(CHOICES), pick in any::<prop::sample::Index>(), kept in prop::bool::weighted(0.8)) {
        let call = valid(&draft);
        let mut all: Vec<Vec<i64>> = Vec::new();
        for grants in every_allocation(&draft) {
            let mut sums = vec![0; draft.applicants.len()];
            grants.iter().zip(call.claims()).for_each(|(grant, claim)| sums[claim.applicant()] += grant.0);
            all.push(sums);
        }
        // Few sums that are drawn at random keep a call: mostly those of an allocation are decided.
        let picked = (kept && !all.is_empty()).then(|| pick.get(&all).clone());
        let sums = &picked.unwrap_or_else(|| amounts[..draft.applicants.len()].to_vec())[..];
        let side = Side::granted_by_applicant(&call, &of_applicants(&draft, sums)).expect("known ids");
        let found = audited(&side, None, MANY)?;
        prop_assume!(found.complaints.among == Party::Applicant);
        lists_all(&found, &plain_applicants(&call, sums), MANY)?;
        let is_kept = all.iter().any(|other| other == sums);
        let settled = found.breaches.expect("a decision").settled;
        prop_assert_eq!(is_kept, settled == fordela::audit::Settled::Possible);
        for complaint in &found.complaints.largest {
            let moved = |moved: Money| {
                let mut moving = sums.to_vec();
                let place = |id: &str| Party::Applicant.place(&call, id).expect("an applicant of the call");
                moving[place(&complaint.one)] += hundredths(moved);
                moving[place(&complaint.other)] -= hundredths(moved);
                all.contains(&moving)
            };
            match &complaint.verdict {
                Verdict::Mendable { moved: amount, .. } => prop_assert!(moved(*amount)),
                Verdict::Explained { moved: Some(amount), .. } => prop_assert!(!moved(*amount)),
                Verdict::Explained { moved: None, .. } => {}
                Verdict::Unknown(_) => prop_assert!(!is_kept),
            }
        }
    }

    #[test]
    fn the_order_of_the_file_changes_nothing((draft, amounts) in decided(ALL), seed in any::<u64>()) {
        let grants = of_activities(&draft, &amounts[..draft.activities.len()]);
        let told = |draft: &CallDraft| -> Result<_, TestCaseError> {
            let call = valid(draft);
            let found = audited(&Side::granted_by_id(&call, &grants).expect("known ids"), None, 4)?;
            let complaints: Vec<String> = found.complaints.largest.iter().map(|complaint| {
                let Complaint { one, other, envy, verdict } = complaint;
                format!("{one} {other} {envy} {}", words(verdict))
            }).collect();
            let spread = found.activities.expect("all is known");
            let mut groups: Vec<String> = found.groups.iter().map(|group| {
                let of = match &group.of {
                    fordela::audit::GroupOf::Applicant(id) => id.clone(),
                    other => format!("{other:?}"),
                };
                format!("{of} {} {:?} {:?}", group.asked, group.granted, group.due)
            }).collect();
            groups.sort();
            let mut broken: Vec<String> = found.breaches.expect("a decision").broken.iter().map(|breach| match breach {
                Breach::Call(Violation::CaseBroken { case, sum, .. }) => format!("{case} {sum}"),
                Breach::Call(Violation::LinkBroken { .. }) => "link".to_owned(),
                Breach::Unfunded { lacking } => format!("{lacking}"),
                other => format!("{:?}", std::mem::discriminant(other)),
            }).collect();
            broken.sort();
            Ok((complaints, spread.shares, spread.spread.map(|spread| spread.width()), groups, broken, found.complaints.count))
        };
        prop_assert_eq!(told(&draft)?, told(&in_another_order(&draft, seed))?);
    }
}

/// A verdict by ids.
fn words(verdict: &Verdict) -> String {
    let Verdict::Explained { moved, by } = verdict else { return format!("{verdict:?}") };
    let mut by: Vec<String> = by
        .iter()
        .map(|obstacle| match obstacle {
            Obstacle::Case(case) => case.to_string(),
            Obstacle::Funding(id) => id.clone(),
            Obstacle::Link(link) => link.to_string(),
            other => format!("{other:?}"),
        })
        .collect();
    by.sort();
    format!("{moved:?} {by:?}")
}
