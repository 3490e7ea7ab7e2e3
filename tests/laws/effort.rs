//! Every call ends: what is computed is counted, and is at most a few times the effort.

use fordela::alternatives::alternatives;
use fordela::audit::audit;
use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, Objective, ObjectiveKind, Rule};
use fordela::call::{Base, Limit, Percent, Selection};
use fordela::compare::Side;
use fordela::explain::{Wanted, needed, ranking};
use fordela::sensitivity::{curve, nearby, prices};
use fordela::{Answer, Call, Effort, Money, Options, SolveError, allocate_with, alternatives, best_with};
use fordela_oracle::generate::percent;
use fordela_proptest::tries;
use proptest::prelude::*;

/// Small, so that many calls do not end within it.
const EFFORT: u64 = 200_000;

/// What is worth computing to tell of what was found comes on top, for every solve.
const MOST: u64 = 12_000_000;

#[derive(Debug, Clone)]
struct Drawn {
    unit: i64,
    funds: Vec<(i64, Option<i64>, Option<i64>, bool)>,
    activities: Vec<(i64, u32, u8)>,
    rules: Vec<(usize, bool, i64)>,
    sharing: Option<(ObjectiveKind, bool, Option<i64>)>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let part = || prop_oneof![Just(None), (1_i64..100).prop_map(Some)];
    let fund = (0_i64..10_000_000, part(), part(), any::<bool>());
    let activity = (1_i64..10_000_000, 0_u32..4, 0_u8..5);
    let rule = (0_usize..3, prop::bool::weighted(0.8), 1_i64..60);
    (
        prop_oneof![Just(1_i64), 1_i64..4, Just(100)],
        prop::collection::vec(fund, 1..4),
        prop::collection::vec(activity, 2..8),
        prop::collection::vec(rule, 0..3),
        sharing(),
    )
        .prop_map(|(unit, funds, activities, rules, sharing)| Drawn { unit, funds, activities, rules, sharing })
}

/// Most calls look for the most value; others share, some with the most value beyond a part of that.
fn sharing() -> impl Strategy<Value = Option<(ObjectiveKind, bool, Option<i64>)>> {
    use ObjectiveKind::{EqualAwards, EqualLosses, Leximin, Nash, Proportional, Talmud};
    let kind = prop::sample::select(vec![Proportional, EqualAwards, EqualLosses, Talmud, Leximin, Nash]);
    let at_least = prop::option::weighted(0.3, 1_i64..100);
    prop::option::weighted(0.4, (kind, any::<bool>(), at_least))
}

/// A call with large amounts, parts, funds that may not pay beside each other, and rules on single funds in per cent of
/// all that is granted.
fn call(drawn: &Drawn) -> Option<Call> {
    let mut draft = CallDraft::new("large").criterion(Criterion::new("need", 1, 3)).applicant(Applicant::new("board"));
    draft.unit = Money::new(drawn.unit);
    if let Some((kind, weighted, at_least)) = drawn.sharing {
        draft.objective = Objective { kind, weighted, at_least: at_least.map(percent), ..Objective::default() };
    }
    for (n, (amount, least, most, is_apart)) in drawn.funds.iter().enumerate() {
        let mut fund = Fund::new(format!("f{n}"), *amount);
        fund.max_part = most.map(percent);
        fund.min_part = least.map(|least| percent(least.min(most.unwrap_or(100))));
        if *is_apart && n > 0 {
            fund.not_with = vec!["f0".to_owned()];
        }
        draft = draft.fund(fund);
    }
    for (n, (ask, score, kind)) in drawn.activities.iter().enumerate() {
        let activity = Activity::new(format!("a{n}"), "board", *ask).score("need", *score);
        let whole = ask - ask % drawn.unit;
        draft = draft.activity(match kind {
            0 if whole > 0 => Activity { ask: Some(Money::new(whole)), ..activity }.whole(),
            1 => activity.min_share(percent(50)),
            2 if whole > 0 && whole / 2 % drawn.unit == 0 => {
                Activity { ask: Some(Money::new(whole)), ..activity }.levels([Money::new(whole / 2), Money::new(whole)])
            }
            _ => activity,
        });
    }
    for (n, (fund, is_cap, part)) in drawn.rules.iter().enumerate() {
        let of = Selection { fund: vec![format!("f{}", fund % drawn.funds.len())], ..Selection::default() };
        let mut rule = Rule::new(format!("r{n}"), of);
        let limit = Some(Limit::Percent(Percent::new((*part).into()), Base::Granted));
        if *is_cap {
            rule.at_most = limit
        } else {
            rule.at_least = limit
        }
        draft = draft.rule(rule);
    }
    draft.validate().ok()
}

/// What was computed of everything that is asked of a call.
fn asked(call: &Call) -> Result<Vec<(&'static str, u64, usize)>, TestCaseError> {
    let mut counts = Vec::new();
    let mut counted = |name, work: &mut dyn FnMut(&Effort<'_>, &mut usize)| {
        let (effort, mut solves) = (Effort::new(EFFORT, &|| false), 0);
        work(&effort, &mut solves);
        counts.push((name, effort.spent(), solves));
    };
    let mut best = None;
    counted("allocate", &mut |effort, solves| {
        *solves += 1;
        best = Some(answer(call, effort));
    });
    let best = match best {
        Some(Ok(Answer::Allocated(best))) => best,
        Some(Err(SolveError::Unverified(broken))) => return Err(TestCaseError::fail(format!("{broken:?}"))),
        _ => return Ok(counts),
    };
    counted("explain", &mut |effort, solves| {
        let mut solve = |call: &Call| {
            *solves += 1;
            best_with(call, options(effort))
        };
        let _ = needed(call, &best, 0, Wanted::More, &mut solve, effort);
        let _ = ranking(call, &best, &mut solve);
        let _ = nearby(call, &best, call.asked(), &mut solve, effort);
        let _ = prices(call, effort);
    });
    counted("frontier", &mut |effort, _| {
        let _ = curve(call, Money::ZERO, call.asked(), effort);
    });
    counted("alternatives", &mut |effort, solves| {
        *solves += 1;
        let wanted = alternatives::Wanted { most: 4, within: percent(20), apart: percent(0) };
        let _ = alternatives(call, &best, wanted, effort);
    });
    counted("audit", &mut |effort, solves| {
        let side = Side::allocated(call, &best);
        let mut solve = |call: &Call| {
            *solves += 1;
            answer(call, effort)
        };
        let _ = audit(&side, Some(&best), 10, effort, &mut solve);
    });
    Ok(counts)
}

fn answer(call: &Call, effort: &Effort<'_>) -> Result<Answer, SolveError> {
    allocate_with(call, options(effort))
}

fn options<'a>(effort: &'a Effort<'a>) -> Options<'a> {
    Options::default().effort(effort)
}

proptest! {
    #![proptest_config(tries(30))]

    #[test]
    fn all_work_ends_within_the_effort(drawn in drawn()) {
        let Some(call) = call(&drawn) else { return Ok(()) };
        for (name, spent, solves) in asked(&call)? {
            let most = 2 * EFFORT + MOST * u64::try_from(solves + 1).expect("not so many");
            prop_assert!(spent <= most, "{name}: {spent} for {solves} answers");
        }
    }

    /// Where nothing must be granted, granting nothing is always an answer.
    #[test]
    fn what_is_in_plain_sight_is_found(drawn in drawn()) {
        let without_floors = Drawn { rules: drawn.rules.into_iter().filter(|rule| rule.1).collect(), ..drawn };
        let Some(call) = call(&without_floors) else { return Ok(()) };
        let is_allocated = |effort: u64| {
            let effort = Effort::new(effort, &|| false);
            matches!(answer(&call, &effort), Ok(Answer::Allocated(_)))
        };
        prop_assert!(is_allocated(0) && is_allocated(EFFORT));
    }
}
