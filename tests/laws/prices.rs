//! What limits are worth, in every place where it is told, against a program and a solver of its own.

use fordela::call::draft::{Activity, Applicant, Criterion, Fund, Rule};
use fordela::call::{Call, CallDraft, Kind, Selection};
use fordela::sensitivity::{Bound, EachWay, curve, moved, prices};
use fordela::{Answer, Rational, allocate};
use fordela_oracle::exact_program::{Moved, best};
use fordela_oracle::generate::{DIVISIBLE, FUNDS, Kinds, call, effort, money};
use fordela_oracle::oracle::hundredths;
use fordela_proptest::tries;
use fordela_report::Allocated;
use proptest::prelude::*;

/// The slope where a line starts, per hundredth: that of a move so small that half of it has the same.
fn slope(draft: &CallDraft, moved: Moved, up: bool) -> Option<Rational> {
    let here = best(draft, moved, &Rational::ZERO).expect("a possible call");
    let of = |by: Rational| best(draft, moved, &by).map(|there| (there - &here) / by);
    let step = Rational::new(if up { 1 } else { -1 }, 1_000_000).expect("a denominator");
    let slope = of(step.clone());
    assert_eq!(of(step / Rational::from(2_i64)), slope, "a stretch shorter than a millionth of a unit");
    slope.map(|slope| slope / (money(hundredths(draft.unit)).rational()))
}

fn each_way(draft: &CallDraft, moved: Moved) -> EachWay {
    EachWay { less: slope(draft, moved, false), more: slope(draft, moved, true) }
}

/// The slopes of the frontier where the budget stands.
fn on_frontier(call: &Call) -> Option<EachWay> {
    let unit = call.unit();
    let below = if call.budget() < unit { call.budget() } else { call.budget() - unit };
    let curve = curve(call, below, call.budget() + unit, &effort()).expect("effort")?;
    let here = call.budget().rational();
    let places = curve.corners.windows(2).zip(&curve.stretches);
    let slope = |is_it: &dyn Fn(&Rational, &Rational) -> bool| {
        let mut places = places.clone();
        places.find(|(pair, _)| is_it(&pair[0].budget, &pair[1].budget)).map(|(_, stretch)| stretch.slope.clone())
    };
    Some(EachWay {
        less: slope(&|from, to| *from < here && here <= *to),
        more: slope(&|from, to| *from <= here && here < *to),
    })
}

fn agree(draft: &CallDraft) -> Result<(), TestCaseError> {
    let call = draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    let Some(told) = prices(&call, &effort()).expect("effort") else {
        prop_assert_eq!(best(draft, Moved::Budget, &Rational::ZERO), None);
        return Ok(());
    };
    for (fund, each) in told.funds.iter().enumerate() {
        prop_assert_eq!(each, &each_way(draft, Moved::Fund(fund)), "fund {}", fund);
    }
    let Ok(Answer::Allocated(verified)) = allocate(&call) else { return Ok(()) };
    let rules = Allocated::new(&call, &verified).rules;
    for (c, each) in told.cases.iter().enumerate() {
        prop_assert_eq!(each, &each_way(draft, Moved::Case(c)), "case {}", c);
        let loosened = if rules[c].case.kind == Kind::AtMost { &each.more } else { &each.less };
        prop_assert_eq!(&rules[c].shadow_price, loosened, "case {}", c);
        let raised = moved(&call, &[Bound::Case(call.case_id(c))], call.unit(), &effort())
            .expect("effort")
            .and_then(|mut all| all.swap_remove(0));
        let here = best(draft, Moved::Budget, &Rational::ZERO).expect("a possible call");
        let there = best(draft, Moved::Case(c), &Rational::ONE);
        prop_assert_eq!(raised.map(|raised| raised.value), there.map(|there| there - here));
    }
    if let Some(budget) = &told.budget
        && !call.budget().is_zero()
    {
        prop_assert_eq!(budget, &each_way(draft, Moved::Budget));
        let frontier = on_frontier(&call).expect("a curve");
        prop_assert_eq!(frontier.more, budget.more.clone());
        // A budget below which nothing keeps all rules has no stretch before it, to the unit.
        prop_assert!(frontier.less.is_none() || frontier.less == budget.less);
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(150))]

    #[test]
    fn of_one_fund_agree_with_a_program_of_its_own(draft in call(Kinds { units: true, ..DIVISIBLE })) {
        agree(&draft)?;
    }

    #[test]
    fn of_several_funds_agree_with_a_program_of_its_own(draft in call(FUNDS)) {
        agree(&draft)?;
    }
}

/// One activity that asks for 9 of 9 kronor, and caps on it.
fn capped(caps: &[(&str, i64)]) -> CallDraft {
    let draft = CallDraft::new("capped")
        .fund(Fund::new("fund", 9))
        .criterion(Criterion::new("need", 1, 1))
        .applicant(Applicant::new("one"))
        .activity(Activity::new("all", "one", 9).score("need", 1));
    caps.iter().fold(draft, |draft, (id, cap)| draft.rule(Rule::new(*id, Selection::all()).at_most(money(*cap))))
}

fn shadow_prices(draft: &CallDraft) -> Vec<Option<Rational>> {
    let call = draft.clone().validate().expect("a call");
    let Ok(Answer::Allocated(verified)) = allocate(&call) else { panic!("an allocation") };
    Allocated::new(&call, &verified).rules.into_iter().map(|rule| rule.shadow_price).collect()
}

#[test]
fn a_cap_that_another_cap_holds_has_no_price() {
    let (nothing, all) = (Some(Rational::ZERO), Some(Rational::ONE));
    assert_eq!(shadow_prices(&capped(&[("r0", 180), ("r2", 150)])), [nothing.clone(), all]);
    // Where both hold the same, raising either by itself changes nothing; lowering either costs.
    let both = capped(&[("r0", 150), ("r2", 150)]);
    assert_eq!(shadow_prices(&both), [nothing.clone(), nothing]);
    let call = both.validate().expect("a call");
    let each = EachWay { less: Some(Rational::ONE), more: Some(Rational::ZERO) };
    assert_eq!(prices(&call, &effort()).expect("effort").expect("prices").cases, [each.clone(), each]);
}
