//! What applicants could gain: that a told gain is true is seen by making the change by hand.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

use fordela::axiom::{Change, SmallCalls};
use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Each, Fund, ObjectiveKind, Rule};
use fordela::call::{Limit, Selection};
use fordela::fairness::OwnSettings;
use fordela::manipulation::{Gain, MOST_WAYS, Manipulation, Tried, manipulations};
use fordela::words::manipulation::gain;
use fordela::{Answer, Call, Lang, Money, Rational, allocate};

const KINDS: [ObjectiveKind; 6] = [
    ObjectiveKind::Priority,
    ObjectiveKind::Proportional,
    ObjectiveKind::EqualAwards,
    ObjectiveKind::EqualLosses,
    ObjectiveKind::Talmud,
    ObjectiveKind::Leximin,
];

/// Asks of one applicant each, shared by a rule.
fn shared(kind: ObjectiveKind, asks: &[i64], budget: i64) -> Call {
    let mut draft = CallDraft::new("shared").fund(Fund::new("city", budget)).criterion(Criterion::new("need", 1, 3));
    for (n, ask) in asks.iter().enumerate() {
        draft = draft.applicant(Applicant::new(format!("x{n}"))).activity(Activity::new(
            format!("a{n}"),
            format!("x{n}"),
            *ask,
        ));
    }
    draft.objective.kind = kind;
    draft.validate().expect("a call")
}

fn found(call: &Call) -> Vec<Manipulation> {
    manipulations(&OwnSettings, call).expect("an answer")
}

fn gained(tried: &Tried) -> Option<&Rational> {
    tried.best.as_ref().map(|gain| &gain.gained)
}

fn fraction(numerator: i128, denominator: i128) -> Rational {
    Rational::new(numerator, denominator).expect("a denominator")
}

/// The smallest examples of the literature's table of rules, worked out by hand.
#[test]
fn rules_for_claims_reward_what_they_are_known_to() {
    // Proportional, asks 6 and 1, budget 1: with an ask of 12, 12/13 instead of 6/7; with 2, 2/8 instead of 1/7.
    let proportional = found(&shared(ObjectiveKind::Proportional, &[6, 1], 1));
    assert_eq!(gained(&proportional[0].inflation), Some(&(fraction(12, 13) - fraction(6, 7))));
    assert_eq!(gained(&proportional[1].inflation), Some(&(fraction(2, 8) - fraction(1, 7))));
    assert!(proportional.iter().all(|one| one.split.best.is_none() && one.split.tried == one.split.ways));
    // Equal awards, asks 2 and 2, budget 2: in two parts, 4/3 instead of 1.
    let awards = found(&shared(ObjectiveKind::EqualAwards, &[2, 2], 2));
    assert_eq!(gained(&awards[0].split), Some(&fraction(1, 3)));
    assert!(awards.iter().all(|one| one.inflation.best.is_none() && one.excess.best.is_none()));
    // Equal losses, asks 1 and 1, budget 1: with an ask of 2, all of 1 instead of a half.
    let losses = found(&shared(ObjectiveKind::EqualLosses, &[1, 1], 1));
    assert_eq!(gained(&losses[0].inflation), Some(&fraction(1, 2)));
    assert!(losses.iter().all(|one| one.split.best.is_none()));
}

/// Equal losses, asks 2, 3 and 1, budget 4: each loses 2/3. When the first two are one of 5, both lose 1.
#[test]
fn equal_losses_reward_merging() {
    let mut draft = shared(ObjectiveKind::EqualLosses, &[2, 3, 1], 4).draft().clone();
    draft.activities[1].applicant = "x0".to_owned();
    let found = found(&draft.validate().expect("a call"));
    assert_eq!(gained(&found[0].merge), Some(&fraction(1, 3)));
    assert_eq!((found[0].merge.ways, found[2].merge.ways), (1, 0));
}

/// Who gets all it asks for gets what it asks for beyond its need as well; that is no gain in what it needs.
#[test]
fn money_beyond_the_need_is_told_apart() {
    let found = found(&shared(ObjectiveKind::EqualAwards, &[20, 100], 100));
    assert!(found[0].inflation.best.is_none());
    let excess = found[0].excess.best.as_ref().expect("more");
    assert_eq!((excess.gained.clone(), excess.beyond.clone()), (Rational::ZERO, Rational::from(20_i64)));
    assert_eq!(
        gain(excess, &shared(ObjectiveKind::EqualAwards, &[20, 100], 100), Lang::Sv),
        "Om ”a0” söker 40\u{a0}kr i stället för 20\u{a0}kr."
    );
}

/// Small calls, past the smallest, with amounts so large that units do not matter, some with a cap on every applicant.
fn calls() -> impl Iterator<Item = Call> {
    let large = |amount: Money| Money::try_from(amount.decimal() * rust_decimal::Decimal::from(10_000)).expect("money");
    SmallCalls::new(7).skip(200).take(300).enumerate().map(move |(n, call)| {
        let mut draft = call.draft().clone();
        draft.objective.kind = KINDS[n % KINDS.len()];
        draft.activities.iter_mut().for_each(|activity| activity.ask = activity.ask.map(large));
        draft.funds.iter_mut().for_each(|fund| fund.amount = large(fund.amount));
        if n % 4 == 0 {
            let half: Limit = "50 % of budget".parse().expect("a limit");
            draft =
                draft.rule(Rule { each: Some(Each::Applicant), ..Rule::new("half", Selection::all()) }.at_most(half));
        }
        draft.validate().expect("a call")
    })
}

/// The call with the changes made, written apart from the library.
fn by_hand(call: &Call, gain: &Gain) -> Call {
    let mut draft = call.draft().clone();
    let at = |draft: &CallDraft, id: &str| draft.activities.iter().position(|a| a.id == *id).expect("an activity");
    for change in &gain.changes {
        match change {
            Change::Ask { activity, to, .. } => {
                let at = at(&draft, activity);
                draft.activities[at].ask = Some(*to);
            }
            Change::Split { activity, parts: [(_, one), (_, other)] } => {
                let at = at(&draft, activity);
                draft.activities[at].ask = Some(*one);
                let part = Activity { id: "part".to_owned(), ask: Some(*other), ..draft.activities[at].clone() };
                draft.activities.push(part);
            }
            Change::Merge { activities: [first, second], .. } => {
                let gone = at(&draft, second);
                let gone = draft.activities.remove(gone);
                let at = at(&draft, first);
                let one = &mut draft.activities[at];
                let (a, b) = (one.ask.expect("an ask").decimal(), gone.ask.expect("an ask").decimal());
                let need = (one.scores["need"] * a + gone.scores["need"] * b) / (a + b);
                one.scores.insert("need".to_owned(), need);
                one.ask = Some(Money::try_from(a + b).expect("money"));
            }
            other => panic!("no applicant does {other:?}"),
        }
    }
    draft.validate().expect("a call")
}

/// What the real allocation grants to the activities of an applicant.
fn allocated(call: &Call, applicant: &str) -> Rational {
    let Answer::Allocated(allocation) = allocate(call).expect("an answer") else { panic!("possible") };
    let grants = call.draft().activities.iter().zip(allocation.grants());
    grants.filter(|(one, _)| one.applicant == applicant).map(|(_, grant)| grant.amount.rational()).sum()
}

/// A gain that is told is there when the change is made by hand and the call allocated in whole kronor, but for a krona
/// for each activity before and after.
#[test]
fn told_gains_are_true() {
    let mut seen = [0; 3];
    for call in calls() {
        for one in found(&call) {
            for (kind, tried) in [&one.split, &one.merge, &one.inflation].into_iter().enumerate() {
                assert!(tried.tried <= tried.ways && tried.tried <= MOST_WAYS);
                let Some(gain) = &tried.best else { continue };
                seen[kind] += 1;
                assert!(gain.gained.is_positive() && !gain.beyond.is_negative());
                let more = allocated(&by_hand(&call, gain), &one.applicant) - allocated(&call, &one.applicant);
                let off = (more - &gain.gained - &gain.beyond).abs();
                assert!(off <= Rational::from(10_i64), "{:?}: off by {off} in {:?}", gain.changes, call.draft());
            }
        }
    }
    assert!(seen.iter().all(|seen| *seen > 5), "{seen:?}");
}

/// No way that raises an ask by one size, made by hand and allocated, gives more than the best that is told.
#[test]
fn nothing_that_is_tried_gives_more_than_what_is_told() {
    for call in calls() {
        for one in found(&call) {
            let best = gained(&one.inflation).cloned().unwrap_or(Rational::ZERO);
            for (a, activity) in call.draft().activities.iter().enumerate() {
                let need = call.claims()[a].ask();
                if activity.applicant != one.applicant {
                    continue;
                }
                let double = Change::Ask { activity: activity.id.clone(), from: need, to: need + need };
                let double = Gain { changes: vec![double], gained: Rational::ZERO, beyond: Rational::ZERO };
                let after = by_hand(&call, &double);
                let Answer::Allocated(granted) = allocate(&after).expect("an answer") else { panic!("possible") };
                let beyond = (granted.grants()[a].amount.rational() - need.rational()).max(Rational::ZERO);
                let more = allocated(&after, &one.applicant) - allocated(&call, &one.applicant) - beyond;
                assert!(more <= &best + &Rational::from(10_i64), "{more} is more than {best} in {:?}", call.draft());
            }
        }
    }
}

/// On one budget: what the literature proves for all calls.
#[test]
fn some_gains_are_never_found() {
    for call in calls().filter(|call| call.cases().is_empty()) {
        for one in found(&call) {
            match call.draft().objective.kind {
                ObjectiveKind::Proportional => assert!(one.split.best.is_none() && one.merge.best.is_none()),
                ObjectiveKind::EqualAwards => assert!(one.inflation.best.is_none() && one.merge.best.is_none()),
                ObjectiveKind::EqualLosses => assert!(one.split.best.is_none()),
                _ => {}
            }
        }
    }
}

#[test]
fn the_order_of_the_call_does_not_count() {
    for call in calls() {
        let mut draft = call.draft().clone();
        draft.activities.reverse();
        draft.applicants.reverse();
        let mut turned = found(&draft.validate().expect("a call"));
        turned.reverse();
        assert_eq!(found(&call), turned);
    }
}

/// With many applicants and activities fewer ways are tried, and how many there are is told.
#[test]
fn work_is_bounded_and_what_is_left_out_is_told() {
    let mut draft = shared(ObjectiveKind::EqualAwards, &[100; 40], 500).draft().clone();
    draft.activities.iter_mut().for_each(|activity| activity.applicant = "x0".to_owned());
    let found = found(&draft.validate().expect("a call"));
    let merge = &found[0].merge;
    assert_eq!((merge.ways, merge.tried), (40 * 39 / 2, 200_000 / (3 * 40 * 40)));
    assert_eq!((found[1].split.ways, found[1].inflation.ways), (0, 0));
}
