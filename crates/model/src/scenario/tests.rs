use fordela_num::Money;

use super::*;
use crate::call::draft::{Activity, Applicant, Criterion, Each, Fund, Funding, Line};
use crate::call::{Base, Limit, Percent, Selection};
use crate::keys::Part;

fn percent(number: i64) -> Percent {
    Percent::new(number.into())
}

fn draft() -> CallDraft {
    let of_asked = |number| Limit::Percent(percent(number), Base::Asked);
    CallDraft::new("A call")
        .unit(100)
        .fund(Fund::new("state", 12_000_000).pays_for(Selection::tag("young")))
        .fund(Fund::new("city", 25_200_700))
        .criterion(Criterion::new("need", 3, 3))
        .criterion(Criterion::new("together", 1, 3))
        .applicant(Applicant::new("culture"))
        .activity(Activity::new("music", "culture", 500_050).score("need", 3).min_share(percent(50)))
        .activity(Activity::new("stage", "culture", 300_000).score("need", 2).whole())
        .activity(Activity::new("camp", "culture", 400_000).levels([Money::new(100_000), Money::new(250_000)]))
        .activity(
            Activity::of_lines(
                "tour",
                "culture",
                [Line::new("bus", 80_000), Line::new("leader", 250_000).requires("bus")],
            )
            .line_by_line()
            .requires("stage"),
        )
        .rule(Rule::new("no-board-gets-all", Selection::all()).each(Each::Applicant).at_most(of_asked(95)))
        .rule(Rule::new("culture-floor", Selection::applicant("culture")).at_least(200_000))
        .rule(Rule::new("camp-cap", Selection::activity("camp")).at_most(of_asked(60)))
}

fn call() -> Call {
    draft().validate().expect("a valid call")
}

fn changed(scenario: &Scenario) -> CallDraft {
    scenario.apply(&call()).expect("a scenario that can be").draft().clone()
}

fn set(path: &str, value: &str) -> Scenario {
    Scenario::named("one change").set(path, value)
}

fn refused(scenario: &Scenario) -> String {
    scenario.apply(&call()).expect_err("a scenario that cannot be").to_string()
}

#[test]
fn every_path_is_set_and_set_back() {
    for (path, to, back) in [
        ("budget", "30M", "37_200_700"),
        ("budget", "-2_000_000", "+2_000_000"),
        ("fund.city.amount", "+10%", "25_200_700"),
        ("criterion.need.weight", "+0.5", "-0.5"),
        ("criterion.need.weight", "90%", "3"),
        ("activity.music.ask", "-10%", "500050"),
        ("activity.music.ask", "550k", "500 050 kr"),
        ("activity.music.min_share", "+10%", "-10%"),
        ("activity.music.min_share", "none", "50%"),
        ("activity.music.spend_rate", "70–90 %", "none"),
        ("activity.music.score.need", "-1", "3"),
        ("activity.tour.line.bus.cost", "90_000", "-10_000"),
        ("activity.stage.funding", "partial", "whole"),
        ("rule.no-board-gets-all.at_most", "90%", "95 % of asked"),
        ("rule.no-board-gets-all.at_most", "-5%", "+5%"),
        ("rule.culture-floor.at_least", "+100k", "-100k"),
        ("rule.culture-floor.at_least", "+5%", "200_000"),
        ("rule.culture-floor.at_most", "1M", "none"),
        ("objective.kind", "priority", "priority"),
        ("unit", "1_000", "100"),
        ("bad_luck", "2,5", "none"),
    ] {
        if path != "objective.kind" {
            assert_ne!(changed(&set(path, to)), draft(), "{path}={to}");
        }
        assert_eq!(changed(&set(path, to).set(path, back)), draft(), "{path}={to}, then {back}");
    }
}

/// A key that says how its change is told has a path, which takes the key's own example.
#[test]
fn every_key_that_can_be_changed_is() {
    let id = str::to_owned;
    let holders = [
        Holder::Call,
        Holder::Objective,
        Holder::Fund(id("city")),
        Holder::Criterion(id("need")),
        Holder::Rule(id("camp-cap")),
        Holder::Activity(id("camp")),
        Holder::Line(id("tour"), id("bus")),
    ];
    for part in Part::ALL {
        for key in part.keys().iter().filter(|key| key.changed.is_some()) {
            let holder = holders.iter().find(|holder| holder.part() == part).expect("a path leads to it");
            let path = Path::Key(holder.clone(), key).to_string();
            let mut now = draft();
            let set = set::set(&mut now, &path, key.example.trim_matches('"'));
            assert_eq!(set, Ok(()), "{path}");
            assert_ne!(now, draft(), "{path}");
        }
    }
}

#[test]
fn changes_are_made_one_after_the_other() {
    let twice =
        set("activity.music.ask", "100_000").set("activity.music.ask", "+10%").set("activity.music.ask", "+10%");
    assert_eq!(changed(&twice).activities[0].ask, Some(Money::new(121_000)));
}

/// Funds that hold whole amounts hold whole amounts of a whole budget, where grants are whole as well.
#[test]
fn a_whole_budget_is_scaled_in_wholes() {
    let call = |unit: &str, amount: &str| {
        let fund = |id: &str, amount: &str| Fund::new(id, amount.parse::<Money>().expect("money"));
        let draft = CallDraft::new("three").fund(fund("c", amount)).fund(fund("b", "2")).fund(fund("a", "2"));
        let draft = draft.unit(unit.parse::<Money>().expect("money")).criterion(Criterion::new("need", 1, 1));
        draft.validate().expect("a valid call")
    };
    let amounts = |call: &Call, budget: &str| {
        let scaled = set("budget", budget).apply(call).expect("a scenario that can be");
        scaled.draft().funds.iter().map(|fund| fund.amount.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(amounts(&call("1", "3"), "10"), ["4", "3", "3"]);
    assert_eq!(amounts(&call("1", "3"), "10.01"), ["4.29", "2.86", "2.86"]);
    assert_eq!(amounts(&call("0.01", "3"), "10"), ["4.28", "2.86", "2.86"]);
    assert_eq!(amounts(&call("1", "3.50"), "75 %"), ["2.62", "1.50", "1.50"]);
    assert_eq!(amounts(&call("1", "3.50"), "100 %"), ["3.50", "2", "2"]);
}

#[test]
fn a_new_budget_scales_the_funds_to_the_hundredth() {
    let three = CallDraft::new("three")
        .fund(Fund::new("c", 1))
        .fund(Fund::new("b", 1))
        .fund(Fund::new("a", 1))
        .criterion(Criterion::new("need", 1, 1))
        .validate()
        .expect("a valid call");
    let scaled = set("budget", "1.01").apply(&three).expect("a scenario that can be");
    let amounts: Vec<String> = scaled.draft().funds.iter().map(|fund| fund.amount.to_string()).collect();
    assert_eq!(amounts, ["0.33", "0.34", "0.34"]);
    assert_eq!(
        changed(&set("budget", "-5%")).funds.iter().map(|fund| fund.amount).sum::<Money>().to_string(),
        "35340665"
    );
    let nothing = set("budget", "0").apply(&three).expect("a scenario that can be");
    assert!(set("budget", "0").apply(&nothing).is_ok());
    assert!(set("budget", "10").apply(&nothing).expect_err("nothing to scale").to_string().contains("fund.ID.amount"));
}

#[test]
fn a_name_stands_for_an_id() {
    let mut named = draft();
    named.activities[1].title = Some("Scen i parken".to_owned());
    named.criteria[1].name = Some("Samverkan".to_owned());
    let call = named.validate().expect("a valid call");
    let by_name = set("activity.scen i PARKEN.score.samverkan", "2").require("Scen i parken").forbid("music");
    let by_id = set("activity.stage.score.together", "2").require("stage").forbid("music");
    let drafts =
        [by_name, by_id].map(|scenario| scenario.apply(&call).expect("a scenario that can be").draft().clone());
    assert_eq!(drafts[0], drafts[1]);
    assert_eq!(drafts[0].rules[3].id, "require-stage");
}

#[test]
fn required_and_forbidden_activities_are_rules() {
    let held =
        changed(&Scenario::named("").require("music").require("camp").require("stage").forbid("tour").require("music"));
    let added: Vec<(&str, Option<Limit>)> =
        held.rules[3..].iter().map(|rule| (rule.id.as_str(), rule.at_least.or(rule.at_most))).collect();
    let limit = |amount: i64| Some(Limit::Money(Money::new(amount)));
    assert_eq!(
        added,
        [
            ("require-music", limit(500_000)),
            ("require-camp", limit(250_000)),
            ("require-stage", limit(300_000)),
            ("forbid-tour", limit(0)),
            ("require-music-2", limit(500_000)),
        ]
    );
    let part = changed(&Scenario::named("").require_at_least("music", "50%").require_at_least("camp", "100k"));
    assert_eq!(part.rules[3].at_least, Some(Limit::Percent(percent(50), Base::Asked)));
    assert_eq!(part.rules[4].at_least, limit(100_000));
}

#[test]
fn rules_and_activities_are_dropped_and_added() {
    let fewer = changed(
        &Scenario::named("").drop_rule("camp-cap").drop_activity("camp").drop_activity("tour").drop_activity("stage"),
    );
    assert_eq!(fewer.activities.len(), 1);
    assert_eq!(fewer.rules.len(), 2);
    let more = changed(&Scenario::named("").add_rule(Rule::new("new", Selection::all()).at_least(1)));
    assert_eq!(more.rules[3].id, "new");
    let funding = changed(&set("activity.camp.funding", "partial"));
    assert_eq!((funding.activities[2].funding, funding.activities[2].levels.len()), (Funding::Partial, 0));
}

#[test]
fn an_ask_that_is_written_beside_its_lines_stays_their_sum() {
    let mut written = draft();
    written.activities[3].ask = Some(Money::new(330_000));
    let call = written.validate().expect("a valid call");
    let changed = set("activity.tour.line.bus.cost", "+50%").apply(&call).expect("a scenario that can be");
    assert_eq!(changed.claims()[3].ask(), Money::new(370_000));
}

#[test]
fn says_what_is_wrong_and_what_to_do() {
    for (scenario, says) in [
        (set("badluck", "1"), "(did you mean `bad_luck`?)"),
        (set("activity.music.spendrate", "1"), "(did you mean `activity.music.spend_rate`?)"),
        (
            set("activity.music.spend_rate", "0.8"),
            "this is neither a percentage nor two, the lower first (write a percentage such as `85%`, two such as `70–90%`",
        ),
        (set("activity.music.spend_rate", "70–110 %"), "the changed call is not valid: activity.music.spend_rate"),
        (set("bad_luck", "much"), "this is not a number (write a number such as `2`"),
        (set("bugdet", "1"), "`bugdet` is no path to something that can be changed (did you mean `budget`?)"),
        (
            set("rule.no-board-gets-al.at_most", "1"),
            "`rule.no-board-gets-al.at_most`: there is no rule `no-board-gets-al` (did you mean `rule.no-board-gets-all.at_most`?)",
        ),
        (set("rule.no-board-gets-all.atmost", "1"), "(did you mean `rule.no-board-gets-all.at_most`?)"),
        (
            set("activity.music.score.ned", "1"),
            "there is no criterion `ned` (did you mean `activity.music.score.need`?)",
        ),
        (
            set("activity.tour.line.buss.cost", "1"),
            "there is no line `buss` (did you mean `activity.tour.line.bus.cost`?)",
        ),
        (set("activity.tour.ask", "1"), "(change `activity.tour.line.bus.cost` or `activity.tour.line.leader.cost`)"),
        (
            set("activity.music.ask", "much"),
            "`activity.music.ask` cannot be `much`: this is not an amount of money (write an amount such as `1_550_000`",
        ),
        (set("activity.music.ask", "-1M"), "`activity.music.ask` cannot be `-1M`: what comes out is below 0"),
        (set("activity.music.funding", "hole"), "there is no such word (did you mean `whole`?)"),
        (set("activity.music.min_share", "0.5"), "this is not a percentage (write a percentage such as `50%`"),
        (set("rule.culture-floor.at_least", "50%"), "write `50 % of asked`, `50 % of budget` or `50 % of granted`"),
        (
            set("rule.culture-floor.at_most", "+5%"),
            "there is nothing yet that could be changed (write it without a sign)",
        ),
        (set("criterion.need.weight", "heavy"), "this is not a number (write a number such as `2.5`"),
        (set("unit", "0"), "the changed call is not valid: unit: the unit must be above 0"),
        (set("activity.stage.ask", "300_050"), "not a multiple of the unit"),
        (Scenario::named("").require("musik"), "there is no activity `musik` (did you mean `music`?)"),
        (Scenario::named("").require_at_least("music", "+5"), "`music` cannot be required to get `+5`"),
        (Scenario::named("").drop_rule("no-board"), "there is no rule `no-board`"),
        (
            Scenario::named("").drop_activity("camp"),
            "the activity `camp` cannot be dropped: the rule `camp-cap` selects it (drop the rule `camp-cap` first",
        ),
        (Scenario::named("").drop_activity("stage"), "`tour` requires it"),
    ] {
        let said = refused(&scenario);
        assert!(said.contains(says), "{said}\n  does not say\n{says}");
    }
}

#[test]
fn tells_all_that_is_wrong_at_once() {
    let both = set("bugdet", "1").forbid("music").drop_rule("none");
    let Err(ScenarioError::Changes(faults)) = both.apply(&call()) else { panic!("the changes are wrong") };
    assert_eq!(faults.iter().map(|fault| fault.change).collect::<Vec<_>>(), [0, 2]);
}

#[test]
fn is_read_back_from_what_it_is_written_as() {
    let scenario =
        set("budget", "+5%").require("music").require_at_least("stage", "50%").forbid("camp").drop_rule("camp-cap");
    let scenario = scenario.drop_activity("tour").add_rule(Rule::new("new", Selection::all()).at_least(1));
    let written = serde_json::to_string(&scenario).expect("JSON");
    assert_eq!(serde_json::from_str::<Scenario>(&written).expect("a scenario"), scenario);
}

mod any_input {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

        #[test]
        fn no_text_is_too_strange(path in "\\PC{0,40}", value in "\\PC{0,20}") {
            let _ = set(&path, &value).require_at_least(path.as_str(), value.as_str()).drop_activity(path).apply(&call());
        }

        #[test]
        fn no_value_is_too_strange(
            path in prop_oneof![
                Just("budget"), Just("unit"), Just("fund.city.amount"), Just("criterion.need.weight"),
                Just("activity.music.ask"), Just("activity.music.min_share"), Just("activity.music.score.need"),
                Just("activity.music.spend_rate"), Just("bad_luck"),
                Just("activity.tour.line.bus.cost"), Just("rule.no-board-gets-all.at_most"),
                Just("rule.culture-floor.at_least"), Just("objective.kind"), Just("activity.camp.funding"),
            ],
            value in "[-+\u{2212}]?[0-9_,. ]{0,32}[kM%]?( of (asked|granted))?( kr)?",
        ) {
            let scenario = set(path, &value);
            if let Err(error) = scenario.apply(&call()) {
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }
}
