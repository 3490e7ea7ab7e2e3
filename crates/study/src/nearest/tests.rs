use fordela_model::Call;
use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
use fordela_num::Money;
use fordela_solve::{SolveError, allocate, best};
use rust_decimal::Decimal;

use super::{Nearest, nearest};
use crate::sweep::Structure;

/// Music asks for 500 and is worth `(2·need + together)/9` a krona, the stage for 300 and is worth `(need + 2·together)/9`:
/// 3 and 0 against 0 and 3, weighed 2 to 1.
fn call(budget: i64) -> Call {
    let draft = CallDraft::new("Summer")
        .unit(Money::new(1))
        .fund(Fund::new("city", budget))
        .criterion(Criterion::new("need", 2, 3))
        .criterion(Criterion::new("together", 1, 3))
        .applicant(Applicant::new("culture"))
        .activity(Activity::new("music", "culture", 500).score("need", 3))
        .activity(Activity::new("stage", "culture", 300).score("together", 3));
    draft.validate().expect("a call")
}

fn found(call: &Call) -> Vec<Nearest> {
    let answer = allocate(call).expect("an answer");
    nearest(call, &answer, &mut best).expect("turns")
}

fn first(nearest: &Nearest) -> [Option<Decimal>; 2] {
    [&nearest.lower, &nearest.higher].map(|turn| turn.as_ref().map(|turn| turn.breakpoint.first.normalize()))
}

fn decimals<const N: usize>(numbers: [i64; N], scale: u32) -> [Option<Decimal>; N] {
    numbers.map(|number| Some(Decimal::new(number, scale).normalize()))
}

/// With 520 music gets all of its 500 and the stage 20: at 500 it gets nothing, and at 520 + 10 · 5 still a part.
#[test]
fn the_budget_turns_where_an_activity_gets_all_or_nothing() {
    let found = found(&call(520));
    assert_eq!(first(&found[0]), [Some(Decimal::from(500)), None]);
    let turn = found[0].lower.as_ref().expect("a turn");
    assert_eq!(turn.breakpoint.last, Decimal::from(501));
    assert_eq!(turn.distance.to_string(), "1/26");
}

/// Weighed alike they tie and share; beyond that the stage is first. Need at 2 turns down at 1, together at 1 turns up at 2,
/// which is further than a half.
#[test]
fn a_weight_turns_where_the_order_does() {
    let found = found(&call(520));
    assert_eq!(found.len(), 3);
    let [need, together] = [&found[1], &found[2]].map(first);
    assert_eq!(need, [decimals([1], 0)[0], None]);
    assert_eq!(together, [None, None]);
}

/// What is said of a turn is so: the answer at `last` is that of the call, and at `first` it is not.
#[test]
fn what_is_told_of_a_turn_is_so() {
    for budget in [120, 310, 495, 520, 790] {
        let call = call(budget);
        let own = super::structure(&call, &allocate(&call).expect("an answer"));
        for one in found(&call) {
            for turn in [&one.lower, &one.higher].into_iter().flatten() {
                let at = |value: Decimal| -> Result<Structure, SolveError> {
                    let changed = fordela_model::Scenario::named("")
                        .set(one.vary.path().to_string(), one.vary.text(value))
                        .apply(&call)
                        .expect("a call");
                    Ok(super::structure(&changed, &allocate(&changed)?))
                };
                assert_eq!(at(turn.breakpoint.last).expect("an answer"), own, "{budget} {one:?}");
                assert_ne!(at(turn.breakpoint.first).expect("an answer"), own, "{budget} {one:?}");
            }
        }
    }
}

#[test]
fn a_call_without_a_budget_has_none_to_turn() {
    let found = found(&call(0));
    assert!(found.iter().all(|one| !one.vary.is_money()));
}
