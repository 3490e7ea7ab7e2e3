//! Whether grants can be paid and lines made up, against oracles that look at everything.

use fordela::axiom::{Axiom, Breach};
use fordela::call::Selection;
use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, Line, Rule};
use fordela::fairness::AllocationRule;
use fordela::{Call, Rational};
use proptest::prelude::*;

/// Grants whatever the call is.
struct Fixed(Vec<Rational>);

impl AllocationRule for Fixed {
    fn name(&self) -> &str {
        "fixed"
    }

    fn grants(&self, _: &Call) -> Option<Vec<Rational>> {
        Some(self.0.clone())
    }
}

fn breaches(call: &Call, grants: &[i64]) -> Vec<Breach> {
    let fixed = Fixed(grants.iter().map(|grant| Rational::from(*grant)).collect());
    Axiom::Feasible.check(&fixed, call).map_or_else(Vec::new, |found| found.breaches)
}

fn base() -> CallDraft {
    CallDraft::new("small").criterion(Criterion::new("need", 1, 3)).applicant(Applicant::new("x"))
}

/// The money that each fund gives to each activity, in whole kronor, tried in all ways. Where only sums are limited,
/// whole kronor are enough (the program is a flow).
fn can_be_paid(pays: &[Vec<bool>], funds: &mut [i64], grants: &[i64], a: usize, f: usize) -> bool {
    let Some(&grant) = grants.get(a) else { return true };
    if f == funds.len() {
        return grant == 0 && can_be_paid(pays, funds, grants, a + 1, 0);
    }
    (0..=grant.min(funds[f])).filter(|paid| *paid == 0 || pays[f][a]).any(|paid| {
        let mut rest = grants.to_vec();
        rest[a] -= paid;
        funds[f] -= paid;
        let can = can_be_paid(pays, funds, &rest, a, f + 1);
        funds[f] += paid;
        can
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn money_is_found_where_trying_all_ways_finds_it(
        funds in prop::collection::vec((0_i64..6, prop::collection::vec(any::<bool>(), 3)), 1..4),
        grants in prop::collection::vec(0_i64..5, 3),
    ) {
        let mut draft = base();
        for (f, (amount, pays)) in funds.iter().enumerate() {
            let tags: Vec<String> = (0..3).filter(|a| pays[*a]).map(|a| format!("tag-{a}")).collect();
            // A selection that names nothing selects all.
            let tag = if tags.is_empty() { vec!["none".to_owned()] } else { tags };
            draft = draft.fund(Fund::new(format!("fund-{f}"), *amount).pays_for(Selection { tag, ..Selection::all() }));
        }
        for a in 0..3 {
            draft = draft.activity(Activity::new(format!("activity-{a}"), "x", 9).tag(format!("tag-{a}")));
        }
        let call = draft.validate().expect("a call");
        let (mut amounts, pays): (Vec<i64>, Vec<Vec<bool>>) = funds.into_iter().unzip();
        let can = can_be_paid(&pays, &mut amounts, &grants, 0, 0);
        prop_assert_eq!(breaches(&call, &grants).is_empty(), can);
    }
}

/// By hand: the second fund may give at most 1 and must give at least 1.
#[test]
fn rules_on_the_money_of_a_fund_count() {
    let call = |rule: Rule| {
        let draft = base().fund(Fund::new("one", 2)).fund(Fund::new("two", 2)).activity(Activity::new("a", "x", 4));
        draft.rule(rule).validate().expect("a call")
    };
    let cap = call(Rule::new("cap", Selection::fund("two")).at_most(1));
    assert_eq!(breaches(&cap, &[3]), []);
    assert_eq!(breaches(&cap, &[4]), [Breach::NotPaidFor]);
    let floor = call(Rule::new("floor", Selection::fund("two")).at_least(1));
    assert_eq!(breaches(&floor, &[1]), []);
    assert_eq!(breaches(&floor, &[0]), [Breach::NotPaidFor]);
}

/// By hand: lines of 1, 2 and 4, of which the last requires the first.
#[test]
fn grants_line_by_line_are_sums_of_lines_whose_links_hold() {
    let lines = [Line::new("one", 1), Line::new("two", 2), Line::new("four", 4).requires("one")];
    let draft = base().fund(Fund::new("city", 9)).activity(Activity::of_lines("a", "x", lines).line_by_line());
    let draft = draft.activity(Activity::new("b", "x", 1).requires("a/two"));
    let call = draft.validate().expect("a call");
    for (grants, holds) in [
        ([0, 0], true),
        ([1, 0], true),
        ([2, 1], true),
        ([3, 1], true),
        ([4, 0], false),
        ([5, 0], true),
        ([5, 1], false),
        ([7, 1], true),
    ] {
        assert_eq!(breaches(&call, &grants).is_empty(), holds, "{grants:?}: {:?}", breaches(&call, &grants));
    }
}

/// By hand: whole, levels, a least share, a cap in per cent of all that is granted, a floor.
#[test]
fn fundings_caps_and_floors_count() {
    let draft = base()
        .fund(Fund::new("city", 20))
        .activity(Activity::new("whole", "x", 4).whole())
        .activity(Activity::new("levels", "x", 6).levels([2.into(), 5.into()]))
        .activity(Activity::new("share", "x", 8).min_share("50 %".parse().expect("a share")))
        .rule(
            Rule::new("part", Selection::activity("share"))
                .at_most("50 % of granted".parse::<fordela::call::Limit>().expect("a limit")),
        )
        .rule(Rule::new("floor", Selection::activity("whole")).at_least(1));
    let call = draft.validate().expect("a call");
    for (grants, holds) in [
        ([4, 2, 4], true),
        ([4, 5, 8], true),
        ([4, 3, 4], false),
        ([4, 2, 3], false),
        ([4, 0, 5], false),
        ([4, 0, 4], true),
        ([0, 5, 4], false),
        ([3, 5, 4], false),
    ] {
        assert_eq!(breaches(&call, &grants).is_empty(), holds, "{grants:?}: {:?}", breaches(&call, &grants));
    }
}
