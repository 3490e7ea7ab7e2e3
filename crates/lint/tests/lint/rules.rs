//! Caps and floors.

use super::*;

#[test]
fn caps_that_cannot_add_up_to_the_whole() {
    let each = |part| {
        rule(Rule::new("spridning", Selection::all()).each(Each::Applicant).at_most(percent(part, Base::Granted)))
    };
    assert_eq!(found(each(49)), ["rule[2].at_most caps-below-whole"]);
    assert!(found(each(50)).is_empty());
    assert_eq!(message(&findings(each(45))[0], Lang::Sv).matches("90\u{a0}%").count(), 1);
    let apart = |part| {
        let cap = |id: &str, of, part| Rule::new(id, Selection::applicant(of)).at_most(percent(part, Base::Granted));
        found(good().rule(cap("a", "kultur", 60)).rule(cap("b", "fritid", part)))
    };
    assert_eq!(apart(39), ["rule[2].at_most caps-below-whole"]);
    assert!(apart(40).is_empty());
    // What is not held down may be all that is granted.
    let some = rule(Rule::new("a", Selection::applicant("kultur")).at_most(percent(10, Base::Granted)));
    assert!(found(some).is_empty());
}

#[test]
fn caps_that_leave_money() {
    // 600 000 is the budget. Two caps of 299 000 or less leave some of it, in kronor as in parts of the budget.
    let uncapped = || changed(|call| call.rules.truncate(1));
    let each = |cap: Limit| uncapped().rule(Rule::new("r", Selection::all()).each(Each::Applicant).at_most(cap));
    let below = ["rule[1].at_most caps-below-budget"];
    for low in [299_000.into(), percent(49, Base::Budget)] {
        assert_eq!(found(each(low)), below, "{low}");
    }
    for enough in [300_000.into(), percent(50, Base::Budget)] {
        none(each(enough));
    }
    assert!(message(&findings(each(percent(40, Base::Budget)))[0], Lang::Sv).contains("480\u{a0}000"));
    // 20 % for one and 59 % of 600 000 for the other, 120 000 + 354 000, and 60 % of what is asked for all, which is 600 000.
    let cap = |id: &str, of, part| Rule::new(id, Selection::applicant(of)).at_most(percent(part, Base::Budget));
    let all = Rule::new("all", Selection::all()).at_most(percent(60, Base::Asked));
    let apart = uncapped().rule(cap("a", "kultur", 59)).rule(cap("b", "fritid", 20)).rule(all.clone());
    assert_eq!(found(apart.clone()), below);
    assert!(message(&findings(apart)[0], Lang::En).contains("the caps of `a`, `b` at most 474,000\u{a0}kr"));
    // What is not held down may be granted in full: 700 000 of kultur are above the budget, 300 000 of fritid are not.
    none(uncapped().rule(cap("b", "fritid", 1)));
    // One cap on all is meant.
    none(uncapped().rule(all.at_most(percent(99, Base::Budget))));
    // Caps on what one fund pays say nothing of the rest.
    let mut of_fund = each(percent(49, Base::Budget)).fund(Fund::new("staten", 0));
    of_fund.rules[1].selection.fund = vec!["staden".to_owned()];
    assert!(!found(of_fund).contains(&below[0].to_owned()));
}

#[test]
fn a_rule_that_selects_nothing() {
    let of = |selection: Selection| rule(Rule::new("r", selection).at_most(500_000));
    assert_eq!(found(of(Selection::area("Rosengard"))), ["rule[2] rule-selects-nothing"]);
    assert_eq!(suggestion(of(Selection::area("Rosengard"))), "write `Rosengård` for `Rosengard`");
    none(of(Selection::area("Rosengård")));
    let both = Selection { area: vec!["Rosengård".into(), "Nydaal".into()], ..Selection::all() };
    assert_eq!(found(of(both)), ["rule[2].area[1] word-selects-nothing"]);
    let neither = Selection { area: vec!["Nydala".into()], applicant: vec!["fritid".into()], ..Selection::all() };
    assert_eq!(found(of(neither)), ["rule[2] rule-selects-nothing"]);
    let mut each = of(Selection::all());
    each.rules[2].each = Some(Each::Area);
    none(each.clone());
    each.activities.iter_mut().for_each(|activity| activity.areas.clear());
    assert_eq!(found(each), ["rule[2] rule-selects-nothing"]);
}

#[test]
fn a_floor_above_what_there_is() {
    let of = |area: &str, floor: i64| rule(Rule::new("r", Selection::area(area)).at_least(floor));
    assert_eq!(found(of("Nydala", 200_001)), ["rule[2].at_least floor-above-asked"]);
    assert_eq!(suggestion(of("Nydala", 200_001)), "lower the floor to at most 200,000\u{a0}kr");
    none(of("Nydala", 200_000));
    assert_eq!(found(of("Rosengård", 600_001)), ["rule[2].at_least floor-above-budget"]);
    none(of("Rosengård", 600_000));
    let each = |floor: i64| rule(Rule::new("r", Selection::all()).each(Each::Activity).at_least(floor));
    assert_eq!(found(each(200_001)), ["rule[2].at_least floor-above-asked", "rule[2].at_least floors-above-budget"]);
    assert!(message(&findings(each(200_001))[0], Lang::En).contains("for `dans`"));
    none(each(200_000));
}

#[test]
fn floors_together_above_the_budget() {
    let of = |one: i64, other: i64| {
        rule(Rule::new("one", Selection::activity("musik")).at_least(one))
            .rule(Rule::new("other", Selection::activity("sommar")).at_least(other))
    };
    assert_eq!(found(of(400_000, 200_001)), ["rule floors-above-budget"]);
    none(of(400_000, 200_000));
    // 40 % of 600 000 for each of two is below the budget, and 51 % for each above it.
    let floor = Rule::new("r", Selection::all()).each(Each::Applicant);
    let parts = |part| rule(floor.clone().at_least(percent(part, Base::Budget)));
    none(parts(40));
    assert!(found(parts(51)).contains(&"rule[2].at_least floors-above-budget".to_owned()));
    none(of(400_000, 200_000).rule(Rule::new("within", Selection::activity("musik")).at_least(300_000)));
}

#[test]
fn a_floor_above_a_cap() {
    let of = |floor: Selection, cap: Limit| {
        changed(|call| call.funds[0].amount = Money::new(300_000))
            .rule(Rule::new("floor", floor).at_least(100_000))
            .rule(Rule::new("cap", Selection::tag("barn-unga")).at_most(cap))
    };
    let above = ["rule[2].at_least floor-above-cap"];
    assert_eq!(found(of(Selection::tag("barn-unga"), 99_999.into())), above);
    assert_eq!(found(of(Selection::area("Nydala"), 99_999.into())), above);
    assert_eq!(found(of(Selection::area("Nydala"), percent(16, Base::Granted))), above);
    none(of(Selection::area("Nydala"), 100_000.into()));
    none(of(Selection::area("Rosengård"), 99_999.into()));
    let mut apart = of(Selection::area("Nydala"), 99_999.into()).fund(Fund::new("staten", 100_000));
    apart.rules[3].selection.fund = vec!["staten".to_owned()];
    none(apart);
}

#[test]
fn a_rule_that_never_binds() {
    let cap = |cap: Limit| rule(Rule::new("r", Selection::area("Nydala")).at_most(cap));
    for slack in [200_000.into(), percent(100, Base::Asked), percent(100, Base::Granted), percent(34, Base::Budget)] {
        assert_eq!(found(cap(slack)), ["rule[2].at_most rule-never-binds"], "{slack}");
        assert_eq!(suggestion(cap(slack)), "remove the rule `r`");
    }
    none(cap(199_999.into()));
    none(rule(Rule::new("r", Selection::all()).each(Each::Applicant).at_most(400_000)));
    let floor = |floor: Limit| rule(Rule::new("r", Selection::all()).at_least(floor).at_most(500_000));
    for slack in [0.into(), percent(0, Base::Asked), percent(40, Base::Granted)] {
        assert_eq!(found(floor(slack)), ["rule[2].at_least rule-never-binds"], "{slack}");
        assert_eq!(suggestion(floor(slack)), "remove `at_least` from the rule `r`");
    }
    none(floor(1_000.into()));
}

#[test]
fn a_rule_that_allows_nothing() {
    let cap = |base: Base| rule(Rule::new("r", Selection::all()).at_most(percent(99, base)));
    assert_eq!(found(cap(Base::Granted)), ["rule[2].at_most rule-allows-nothing"]);
    none(cap(Base::Budget));
    let floors = Rule::new("r", Selection::all()).each(Each::Activity);
    let each = |number: i64| rule(floors.clone().at_least(percent(number, Base::Granted)));
    assert_eq!(found(each(34)), ["rule[2].at_least rule-allows-nothing"]);
    none(each(33));
}
