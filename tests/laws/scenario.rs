//! A scenario that changes nothing changes nothing, and one that is undone leaves no trace: to the byte of the report.

use fordela::call::draft::{CallDraft, Each, Fund, Rule, Tier};
use fordela::call::{Base, Limit, Percent, Selection};
use fordela::{Call, Known, Money, Options, Scenario, SolveError, allocate, allocate_with};
use fordela_oracle::generate::{ALL, Kinds, call};
use fordela_proptest::tries;
use fordela_report::{Provenance, Report};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// With units of other sizes than a krona.
const UNITS: Kinds = Kinds { units: true, ..ALL };

/// Where most is known of a call beside the one it was made of.
const DIVIDED: Kinds = Kinds { choices: false, ..UNITS };

/// The report as programs read it; `None` where no whole grants are found near the exact ones.
fn report(call: &Call) -> Result<Option<String>, TestCaseError> {
    let answer = match allocate(call) {
        Ok(answer) => answer,
        Err(SolveError::NotRounded) => return Ok(None),
        Err(error) => return Err(TestCaseError::fail(error.to_string())),
    };
    let report = Report::new(call, &answer, Vec::new(), Provenance::new("0", "exact"));
    serde_json::to_string_pretty(&report).map(Some).map_err(|error| TestCaseError::fail(error.to_string()))
}

fn valid(draft: &CallDraft) -> Result<Call, TestCaseError> {
    draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))
}

fn applied(scenario: &Scenario, call: &Call) -> Result<Call, TestCaseError> {
    scenario.apply(call).map_err(|error| TestCaseError::fail(error.to_string()))
}

/// Something that can be set in the call, a value for it, and the value it has.
fn settings(draft: &CallDraft) -> Vec<(String, &'static str, String)> {
    let mut all = vec![("budget".to_owned(), "+100%", "50%".to_owned())];
    all.extend(draft.funds.iter().map(|fund| (format!("fund.{}.amount", fund.id), "+7", fund.amount.to_string())));
    let weights = draft.criteria.iter();
    all.extend(weights.map(|one| (format!("criterion.{}.weight", one.id), "+0.5", one.weight.to_string())));
    for activity in &draft.activities {
        let path = |key: &str| format!("activity.{}.{key}", activity.id);
        all.extend(
            activity.ask.filter(|_| activity.lines.is_empty()).map(|ask| (path("ask"), "+300", ask.to_string())),
        );
        all.extend(activity.min_share.map(|share| (path("min_share"), "100%", share.to_string())));
        let scores = activity.scores.iter();
        all.extend(scores.map(|(criterion, score)| (path(&format!("score.{criterion}")), "0", score.to_string())));
        for line in &activity.lines {
            all.push((path(&format!("line.{}.cost", line.id)), "+300", line.cost.to_string()));
        }
    }
    for rule in &draft.rules {
        let limits = [("at_least", rule.at_least), ("at_most", rule.at_most)].into_iter();
        let limits =
            limits.filter_map(|(key, limit)| Some((format!("rule.{}.{key}", rule.id), "1", limit?.to_string())));
        all.extend(limits);
    }
    all
}

/// The scenarios of one change: everything that can be set, held or taken away.
fn changes(draft: &CallDraft) -> Vec<Scenario> {
    let one = || Scenario::named("one");
    let mut all: Vec<Scenario> = ["-1%", "-7.3%", "+3%", "+0.01"].map(|by| one().set("budget", by)).into();
    for (path, to, _) in settings(draft) {
        all.extend([to, "-50%", "-1000000000", "none"].map(|to| one().set(path.as_str(), to)));
    }
    for activity in &draft.activities {
        let id = activity.id.as_str();
        all.extend([one().require(id), one().require_at_least(id, "20%"), one().forbid(id), one().drop_activity(id)]);
    }
    for rule in &draft.rules {
        all.extend([one().drop_rule(rule.id.as_str()), one().add_rule(rule.clone())]);
        all.push(one().add_rule(Rule { id: "anew".to_owned(), ..rule.clone() }));
    }
    all
}

/// What may be done to a draft that a call was made of, sound or not.
const EDITS: [fn(&mut CallDraft); 29] = [
    |draft| draft.funds[0].amount = draft.funds[0].amount + Money::new(7),
    |draft| draft.funds.iter_mut().for_each(|fund| fund.amount = Money::ZERO),
    |draft| draft.funds[0].amount = Money::new(-1),
    |draft| draft.funds[0].max_part = Some(Percent::new(50.into())),
    |draft| draft.funds[0].max_part = Some(Percent::new(150.into())),
    |draft| draft.funds[0].id = "other".to_owned(),
    |draft| draft.funds[0].period = Some("2023-H1".to_owned()),
    |draft| draft.funds.push(Fund::new("more", 1_000)),
    |draft| draft.funds.extend_from_within(..1),
    |draft| draft.unit = Money::ZERO,
    |draft| draft.unit = Money::new(10),
    |draft| draft.bad_luck = Some((-1).into()),
    |draft| draft.criteria[0].weight = (-1).into(),
    |draft| draft.criteria[0].weight = 4.into(),
    |draft| draft.criteria.iter_mut().for_each(|criterion| criterion.weight = Decimal::ZERO),
    |draft| draft.criteria[0].max = 1_000.into(),
    |draft| draft.activities[0].scores.values_mut().for_each(|score| *score = Decimal::ONE),
    |draft| draft.activities[0].scores.values_mut().for_each(|score| *score = 5_000.into()),
    |draft| draft.activities[0].scores.extend([("unheard".to_owned(), Decimal::ONE)]),
    |draft| draft.objective.diminishing = vec![Tier { up_to: Percent::WHOLE, factor: Decimal::ONE }],
    |draft| draft.applicants.clear(),
    |draft| draft.activities.iter_mut().for_each(|activity| activity.ask = Some(Money::new(-500))),
    |draft| draft.activities.truncate(1),
    |draft| draft.rules.clear(),
    |draft| draft.rules.push(Rule::new("no limit", Selection::all())),
    |draft| draft.rules.push(Rule::new("cap", Selection::applicant("nobody")).at_most(1)),
    |draft| draft.rules.push(Rule::new("cap", Selection::all()).each(Each::Activity).at_most(1)),
    |draft| draft.rules.push(Rule::new("cap", Selection::kind("wages")).at_most(1)),
    |draft| {
        draft.rules.push(Rule::new("floor", Selection::all()).at_least(Limit::Percent(Percent::WHOLE, Base::Budget)))
    },
];

proptest! {
    #![proptest_config(tries(150))]

    #[test]
    fn a_changed_call_is_the_one_that_is_made_anew(draft in call(UNITS)) {
        let call = valid(&draft)?;
        for scenario in changes(&draft) {
            if let Ok(changed) = scenario.apply(&call) {
                prop_assert_eq!(&valid(changed.draft())?, &changed, "{:?}", scenario.changes);
            }
        }
    }

    #[test]
    fn what_is_answered_beside_a_call_is_what_is_answered_alone(
        draft in prop_oneof![call(DIVIDED), call(UNITS)],
        which in prop::collection::vec(any::<prop::sample::Index>(), 12),
    ) {
        let call = valid(&draft)?;
        let known = Known::of(&call);
        let changes = changes(&draft);
        // The budget comes first, and what is known moves with each.
        for scenario in changes[..4].iter().chain(which.iter().map(|which| which.get(&changes))) {
            if let Ok(changed) = scenario.apply(&call) {
                let beside = allocate_with(&changed, Options::default().beside(&known));
                prop_assert_eq!(beside, allocate(&changed), "{:?}", scenario.changes);
            }
        }
    }

    #[test]
    fn what_stood_the_check_beside_a_call_stands_it_alone(
        draft in call(UNITS),
        edits in prop::collection::vec(prop::sample::select(&EDITS[..]), 1..=3),
    ) {
        let call = valid(&draft)?;
        let mut edited = call.draft().clone();
        edits.iter().for_each(|edit| edit(&mut edited));
        prop_assert_eq!(edited.clone().validate_beside(&call), edited.validate());
    }

    #[test]
    fn an_empty_scenario_changes_nothing(draft in call(UNITS)) {
        let call = valid(&draft)?;
        let same = applied(&Scenario::named("nothing"), &call)?;
        prop_assert_eq!(&same, &call);
        prop_assert_eq!(report(&same)?, report(&call)?);
    }

    #[test]
    fn what_is_set_and_set_back_leaves_no_trace(draft in call(UNITS), which in any::<prop::sample::Index>()) {
        let call = valid(&draft)?;
        let settings = settings(&draft);
        let (path, to, back) = which.get(&settings);
        let there = Scenario::named("there").set(path.as_str(), *to);
        let at_once = applied(&there.clone().set(path.as_str(), back.as_str()), &call)?;
        prop_assert_eq!(report(&at_once)?, report(&call)?, "{}={}, then {}", path, to, back);
        // Not every change makes a valid call by itself.
        if let Ok(changed) = there.apply(&call) {
            let back = applied(&Scenario::named("back").set(path.as_str(), back.as_str()), &changed)?;
            prop_assert_eq!(report(&back)?, report(&call)?, "{}={}, and back", path, to);
        }
    }

    #[test]
    fn what_is_required_and_then_dropped_leaves_no_trace(draft in call(UNITS), which in any::<prop::sample::Index>()) {
        let call = valid(&draft)?;
        prop_assume!(!draft.activities.is_empty());
        let id = which.get(&draft.activities).id.as_str();
        let held = Scenario::named("held").require(id).forbid(id);
        let undone = held.drop_rule(format!("require-{id}")).drop_rule(format!("forbid-{id}"));
        prop_assert_eq!(report(&applied(&undone, &call)?)?, report(&call)?);
    }
}
