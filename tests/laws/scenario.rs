//! A scenario that changes nothing changes nothing, and one that is undone leaves no trace: to the byte of the report.

use fordela::call::draft::CallDraft;
use fordela::{Call, Scenario, SolveError, allocate};
use fordela_oracle::generate::{ALL, Kinds, call};
use fordela_proptest::tries;
use fordela_report::{Provenance, Report};
use proptest::prelude::*;

/// With units of other sizes than a krona.
const UNITS: Kinds = Kinds { units: true, ..ALL };

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

proptest! {
    #![proptest_config(tries(150))]

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
