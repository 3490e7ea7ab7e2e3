//! An instance is the same however its call is written, and knows where everything was.

use std::sync::Arc;

use fordela_model::call::draft::{Activity, Applicant, Criterion, Each, Fund, Line, Rule};
use fordela_model::call::{Base, Limit, Percent, Selection};
use fordela_model::{CallDraft, prices};
use fordela_num::{Money, Rational};
use proptest::prelude::*;
use rust_decimal::Decimal;
use typed_index_collections::TiVec;

use super::*;

/// A call with one of everything that has an order, in the order of its ids.
fn sorted() -> CallDraft {
    let half = |base| Limit::Percent(Percent::new(50.into()), base);
    let lines = [Line::new("k", 300).requires("l").requires("c/z"), Line::new("l", 200), Line::new("m", 100)];
    let more = [Line::new("y", 500).excludes("z").requires("b"), Line::new("z", 400)];
    let mut call = CallDraft::new("order")
        .diminishing(Percent::new(50.into()), Decimal::ONE)
        .diminishing(Percent::WHOLE, Decimal::new(5, 1))
        .fund(Fund::new("f", 900).pays_for(Selection::area("south")))
        .fund(Fund::new("g", 1_000))
        .fund(Fund::new("h", 800).pays_for(Selection::applicant("two")))
        .criterion(Criterion::new("need", 1, 3))
        .criterion(Criterion::new("reach", 2, 5))
        .applicant(Applicant::new("one"))
        .applicant(Applicant::new("three"))
        .applicant(Applicant::new("two"))
        .activity(Activity::of_lines("a", "two", lines).line_by_line().score("need", 2).area("south"))
        .activity(Activity::new("b", "one", 700).score("reach", 4).tag("young").excludes("a").excludes("d"))
        .activity(Activity::of_lines("c", "two", more).line_by_line().score("reach", 1).area("north"))
        .activity(Activity::new("d", "three", 600).score("need", 3).requires("a/m").requires("c").tag("old"));
    let each = [Each::Activity, Each::Applicant, Each::Area, Each::Fund, Each::Tag];
    for (each, id) in each.into_iter().zip(["r1", "r2", "r3", "r4", "r5"]) {
        call = call.rule(Rule::new(id, Selection::all()).each(each).at_least(0).at_most(half(Base::Asked)));
    }
    let of_funds = Selection { fund: vec!["h".to_owned(), "f".to_owned()], ..Selection::all() };
    call.rule(Rule::new("r6", of_funds).at_most(half(Base::Granted)))
        .rule(Rule::new("r7", Selection::area("south")).at_most(half(Base::Budget)))
}

fn shuffled() -> impl Strategy<Value = CallDraft> {
    let draft = sorted();
    let orders = (
        Just(draft.funds.to_vec()).prop_shuffle(),
        Just(draft.criteria.to_vec()).prop_shuffle(),
        Just(draft.applicants.to_vec()).prop_shuffle(),
        Just(draft.activities.to_vec()).prop_shuffle(),
        Just(draft.rules.to_vec()).prop_shuffle(),
        any::<bool>(),
    );
    orders.prop_map(move |(funds, criteria, applicants, mut activities, rules, turned)| {
        for activity in activities.iter_mut().filter(|_| turned) {
            activity.lines.reverse();
            activity.requires.reverse();
            activity.excludes.reverse();
            activity.lines.iter_mut().for_each(|line| line.requires.reverse());
        }
        let (funds, criteria, applicants) = (funds.into(), criteria.into(), applicants.into());
        CallDraft { funds, criteria, applicants, activities: activities.into(), rules: rules.into(), ..draft.clone() }
    })
}

fn instance(draft: CallDraft) -> Instance {
    Instance::of(&draft.validate().unwrap_or_else(|faults| unreachable!("{faults}")))
}

/// Without the way back, which is all that may differ.
fn placeless(mut instance: Instance) -> String {
    instance.funds.iter_mut().for_each(|fund| fund.place = 0);
    Arc::make_mut(&mut instance.applicants).iter_mut().for_each(|place| *place = 0);
    instance.cases.iter_mut().for_each(|case| case.place = 0);
    instance.links.iter_mut().for_each(|link| link.place = 0);
    for activity in Arc::make_mut(&mut instance.activities) {
        activity.place = 0;
        activity.lines.iter_mut().for_each(|line| line.place = 0);
    }
    format!("{instance:#?}")
}

proptest! {
    #[test]
    fn an_instance_is_the_same_however_its_call_is_written(draft in shuffled()) {
        prop_assert_eq!(placeless(instance(draft)), placeless(instance(sorted())));
    }

    #[test]
    fn everything_knows_where_it_was(draft in shuffled()) {
        let call = draft.clone().validate().unwrap_or_else(|faults| unreachable!("{faults}"));
        let instance = Instance::of(&call);
        for fund in &instance.funds {
            prop_assert_eq!(&fund.id, &draft.funds[fund.place].id);
        }
        for (a, activity) in instance.activities.iter_enumerated() {
            prop_assert_eq!(instance.id(a), &draft.activities[activity.place].id);
            for line in &activity.lines {
                prop_assert_eq!(line.cost, draft.activities[activity.place].lines[line.place].cost);
            }
            let applicant = instance.applicants[activity.applicant];
            prop_assert_eq!(&draft.activities[activity.place].applicant, &draft.applicants[applicant].id);
        }
        for case in &instance.cases {
            prop_assert_eq!(&*case.label, call.case_label(case.place));
        }
        for link in &instance.links {
            prop_assert_eq!(link.kind, call.links()[link.place].kind);
        }
        // There and back again.
        let written: Vec<usize> = (0..draft.activities.len()).collect();
        prop_assert_eq!(instance.as_written(&instance.in_order(&written)), written);
    }
}

/// By hand: written as `late, early`, which is the other way round in the order of ids.
#[test]
fn what_was_found_is_told_as_it_is_written() {
    let lines = [Line::new("y", 300), Line::new("x", 200)];
    let draft = CallDraft::new("back")
        .fund(Fund::new("second", 900))
        .fund(Fund::new("first", 100))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("one"))
        .activity(Activity::of_lines("late", "one", lines).line_by_line().score("need", 2))
        .activity(Activity::new("early", "one", 400).whole().score("need", 1));
    let instance = instance(draft);
    let (early, late) = (ActivityIx::from(0), ActivityIx::from(1));
    let (first, x) = (FundIx::from(0), LineIx::from(0));
    assert_eq!(instance.written(Choice::Activity(early)), prices::Choice::Activity(1));
    assert_eq!(instance.written(Choice::Line(late, x)), prices::Choice::Line(0, 1));
    assert_eq!(instance.written(Choice::Fund(late, first)), prices::Choice::Fund(0, 1));
    let granted = Granted {
        amount: Money::new(200),
        by_fund: vec![(first, Money::new(100)), (FundIx::from(1), Money::new(100))],
        by_line: vec![(x, first, Money::new(100)), (x, FundIx::from(1), Money::new(100))],
        lines: TiVec::from(vec![true, false]),
    };
    let grants = instance.grants(&TiVec::<ActivityIx, Granted>::from(vec![Granted::default(), granted]));
    assert_eq!(grants[1].amount, Money::ZERO);
    assert_eq!(grants[0].lines, [false, true]);
    assert_eq!(grants[0].by_fund, [(0, Money::new(100)), (1, Money::new(100))]);
    let paid: Vec<(usize, usize)> = grants[0].by_line.iter().map(|paid| (paid.line, paid.fund)).collect();
    assert_eq!(paid, [(1, 0), (1, 1)]);
    let weights = [Rational::from(1_i64), Rational::from(2_i64)];
    assert_eq!(instance.written_weights(&weights), [Rational::from(2_i64), Rational::from(1_i64)]);
}

/// By hand: of 400 only 300 may be paid when the fund of the line `y` does not pay; whole grants are then nothing.
#[test]
fn what_is_decided_narrows_what_may_be_paid() {
    let lines = [Line::new("x", 300).kind("staff"), Line::new("y", 100).kind("rent")];
    let draft = CallDraft::new("narrow")
        .fund(Fund::new("all", 900).not_with("staff"))
        .fund(Fund::new("staff", 900).pays_for(Selection::kind("staff")))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("one"))
        .activity(Activity::of_lines("a", "one", lines).whole().score("need", 2));
    let whole = instance(draft);
    let [all, staff] = [FundIx::from(0), FundIx::from(1)];
    assert_eq!((whole.activities.raw[0].most, &whole.activities.raw[0].undecided[..]), (400, &[all, staff][..]));
    let lines = TiVec::from(vec![TiVec::new()]);
    let by_staff = whole.paid_by(&TiVec::from(vec![vec![staff]]), Some(&lines));
    assert_eq!((by_staff.activities.raw[0].most, &by_staff.activities.raw[0].payers[..]), (0, &[staff][..]));
    assert!(!by_staff.activities.raw[0].items.is_empty() && by_staff.activities.raw[0].undecided.is_empty());
    let by_all = whole.paid_by(&TiVec::from(vec![vec![all]]), Some(&lines));
    assert_eq!((by_all.activities.raw[0].most, &by_all.activities.raw[0].payers[..]), (400, &[all][..]));
}
