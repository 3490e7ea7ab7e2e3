//! A point of a sweep is the what-if of the same changes, and breakpoints are where the structure changes.

use fordela::sweep::{Answered, Grid, Row, Search, Structure, Vary};
use fordela::{Answer, Call, Party, Scenario, SolveError, allocate, best};
use fordela_oracle::generate::{CHOICES, DIVISIBLE, call};
use fordela_proptest::tries;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn answered(call: &Call) -> Result<Answered, TestCaseError> {
    Answered::of(best(call)).map_err(|error| TestCaseError::fail(error.to_string()))
}

fn applied(scenario: &Scenario, call: &Call) -> Result<Call, TestCaseError> {
    scenario.apply(call).map_err(|error| TestCaseError::fail(error.to_string()))
}

fn vary(text: &str) -> Vary {
    text.parse().expect("a range")
}

proptest! {
    #![proptest_config(tries(60))]

    #[test]
    fn a_point_is_the_what_if_of_its_changes(draft in call(CHOICES)) {
        let call = draft.validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
        let grid = Grid::new(vec![vary("budget=2..8:3"), vary("criterion.need.weight=0.5..2.5:1")]).expect("a grid");
        let mut point = 0;
        for budget in ["2", "5", "8"] {
            for weight in ["0.5", "1.5", "2.5"] {
                let what_if = Scenario::named("").set("budget", budget).set("criterion.need.weight", weight);
                let (what_if, swept) = (applied(&what_if, &call)?, applied(&grid.scenario(point), &call)?);
                prop_assert_eq!(grid.texts(point), vec![budget.to_owned(), weight.to_owned()]);
                let row = Row::new(grid.texts(point), &swept, &answered(&swept)?, Party::Activity);
                let grants = match allocate(&what_if) {
                    Ok(Answer::Allocated(verified)) => {
                        Some(verified.grants().iter().map(|grant| grant.amount).collect())
                    }
                    Ok(Answer::Impossible(_)) | Err(SolveError::NotRounded) => None,
                    Err(error) => return Err(TestCaseError::fail(error.to_string())),
                };
                prop_assert_eq!(row.granted.map(|granted| granted.grants), grants);
                point += 1;
            }
        }
        prop_assert_eq!(point, grid.points());
    }

    #[test]
    fn the_structure_changes_at_every_breakpoint(
        draft in prop_oneof![call(DIVISIBLE), call(CHOICES)],
        range in prop_oneof![Just("budget=0..40:20"), Just("criterion.need.weight=0.25..2.25:1")],
    ) {
        let call = draft.validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
        let vary = vary(range);
        let search = Search::new(&vary, &call);
        let at = |value: Decimal| {
            let changed = applied(&search.scenario(value), &call)?;
            Ok::<_, TestCaseError>(Structure::of(&changed, &answered(&changed)?))
        };
        for point in 0..vary.values().len() - 1 {
            let (low, high) = (vary.values()[point], vary.values()[point + 1]);
            let ends = (at(low)?, at(high)?);
            let found = search.between(point, (&ends.0, &ends.1), at)?;
            prop_assert_eq!(ends.0 == ends.1, found.is_empty());
            for one in &found {
                prop_assert!(low <= one.last && one.last < one.first && one.first <= high);
                prop_assert!(one.first - one.last <= search.smallest());
                prop_assert_eq!(&at(one.last)?, &one.before);
                prop_assert_eq!(&at(one.first)?, &one.after);
                prop_assert_ne!(&one.before, &one.after);
            }
            prop_assert!(found.first().is_none_or(|one| one.before == ends.0));
            prop_assert!(found.last().is_none_or(|one| one.after == ends.1));
        }
    }
}
