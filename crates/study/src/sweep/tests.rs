use std::convert::Infallible;

use fordela_model::call::Selection;
use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, Rule};
use fordela_model::{Call, Party};
use fordela_num::Money;
use fordela_solve::best;
use rust_decimal::Decimal;

use super::*;
use crate::explain::Award;

fn vary(text: &str) -> Vary {
    text.parse().expect("a range")
}

fn texts(text: &str) -> Vec<String> {
    let vary = vary(text);
    vary.values().iter().map(|value| vary.text(*value)).collect()
}

fn help(text: &str) -> String {
    let error = text.parse::<Vary>().expect_err("no range");
    format!("{error} ({})", error.help())
}

fn call() -> Call {
    CallDraft::new("Summer")
        .fund(Fund::new("city", 700))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("culture"))
        .applicant(Applicant::new("sport"))
        .activity(Activity::new("music", "culture", 500).score("need", 3))
        .activity(Activity::new("stage", "sport", 300).score("need", 2))
        .rule(Rule::new("cap", Selection::activity("stage")).at_most(150))
        .validate()
        .expect("a call")
}

#[test]
fn ranges_hold_their_values_exactly() {
    assert_eq!(texts("budget=30M..31M:500k"), ["30000000", "30500000", "31000000"]);
    assert_eq!(texts("criterion.samverkan.weight=0..1,2:0.5"), ["0", "0.5", "1"]);
    assert_eq!(texts("activity.a.min_share=10..20:5"), ["10 %", "15 %", "20 %"]);
    assert_eq!(texts("activity.a.spend_rate=80%..90%:10%"), ["80 %", "90 %"]);
    assert_eq!(texts("bad_luck=0..1:0.5"), ["0", "0.5", "1"]);
    assert_eq!(texts("fund.a.amount=7..7:1"), ["7"]);
    assert_eq!(texts("rule.x.at_least=1k..2k:1k"), ["1000", "2000"]);
    for of in ["10 % of asked..20 % of asked:5 %", "10..20 % of asked:5", "10% of asked..20:5%", "10..20:5 % of asked"]
    {
        assert_eq!(texts(&format!("rule.x.at_most={of}")), ["10 % of asked", "15 % of asked", "20 % of asked"]);
    }
    assert_eq!(texts("rule.x.at_most=10..20%:10"), ["10 %", "20 %"]);
    // In decimals, a third of three thirds is not quite one.
    assert_eq!(texts("criterion.a.weight=0..0.9:0.3").len(), 4);
}

#[test]
fn ranges_are_written_as_they_are_read() {
    for (text, written) in [
        ("budget = 30M .. 45M : 500k", "budget=30000000..45000000:500000"),
        ("rule.x.at_most=10 % of asked..50 % of asked:5 %", "rule.x.at_most=10..50 % of asked:5"),
        ("activity.a.min_share=10%..50%:5%", "activity.a.min_share=10..50 %:5"),
        ("criterion.a.weight=0..5:0,50", "criterion.a.weight=0..5:0.5"),
    ] {
        assert_eq!(vary(text).to_string(), written);
        assert_eq!(vary(written), vary(text));
    }
}

#[test]
fn says_what_is_wrong_and_what_to_do() {
    for (text, part) in [
        ("budget", "no range"),
        ("budget=1..2", "no range"),
        ("budget=1:2", "no range"),
        ("budget=..2:1", "no range"),
        ("budgt=1..2:1", "`budgt` is no path"),
        ("objective.kind=a..b:c", "takes words"),
        ("budget=1..2:0", "a step above 0"),
        ("budget=2..1:1", "smaller value first"),
        ("budget=1..x:1", "TO cannot be `x`"),
        ("budget=-1..2:1", "FROM cannot be `-1`"),
        ("budget=+1..2:1%", "STEP cannot be `1%`"),
        ("budget=0..1M:0.5", "more than 1000000 points"),
        ("criterion.a.weight=0..1e3:1", "not a number"),
        ("criterion.a.weight=1000..2000:0.0000000000000000000000000001", "more than 1000000 points"),
        ("rule.x.at_most=10 % of asked..50 % of budget:5 %", "`10..50 % of asked:5`"),
        ("activity.a.min_share=10 % of asked..50%:5", "not a percentage"),
    ] {
        assert!(help(text).contains(part), "{text}: {}", help(text));
    }
}

#[test]
fn a_grid_has_all_combinations_and_the_last_varies_fastest() {
    let grid = Grid::new(vec![vary("budget=1..2:1"), vary("criterion.need.weight=0..2:1")]).expect("a grid");
    let points: Vec<String> = (0..grid.points()).map(|point| grid.texts(point).join(" ")).collect();
    assert_eq!(points, ["1 0", "1 1", "1 2", "2 0", "2 1", "2 2"]);
    assert_eq!(grid.scenario(3).name, "budget=2, criterion.need.weight=0");
    assert_eq!(grid.single(), None);
    assert_eq!(Grid::new(Vec::new()), Err(GridError::Empty));
    let twice = Grid::new(vec![vary("budget=1..2:1"), vary("budget=5..6:1")]).expect_err("the same");
    assert_eq!(twice.to_string(), "`budget` is varied more than once");
    let large = Grid::new(vec![vary("budget=1..1001:1"), vary("unit=1..1000:1")]);
    assert_eq!(large, Err(GridError::TooManyPoints));
}

#[test]
fn a_row_tells_the_grants_of_a_point() {
    let call = call();
    let grid = Grid::new(vec![vary("budget=600..600:1")]).expect("a grid");
    let changed = grid.scenario(0).apply(&call).expect("a call");
    let row = Row::new(grid.texts(0), &changed, &answered(&changed), Party::Applicant);
    let granted = row.granted.expect("an allocation");
    assert_eq!((row.status, granted.granted, granted.unallocated), (RowStatus::Optimal, Money::new(600), Money::ZERO));
    assert_eq!(granted.grants, [Money::new(500), Money::new(100)]);
    assert_eq!(Row::new(grid.texts(0), &changed, &Answered::Unanswered, Party::Activity).status.word(), "unanswered");
}

fn answered(call: &Call) -> Answered {
    Answered::of(best(call)).expect("no fault")
}

fn structure(call: &Call, search: &Search<'_>, value: Decimal) -> Structure {
    let changed = search.scenario(value).apply(call).expect("a call");
    Structure::of(&changed, &answered(&changed))
}

#[test]
fn finds_every_change_between_two_points() {
    let call = call();
    let vary = vary("budget=450..700:250");
    let search = Search::new(&vary, &call);
    let ask = |value| Ok::<_, Infallible>(structure(&call, &search, value));
    let ends = (structure(&call, &search, 450.into()), structure(&call, &search, 700.into()));
    let Ok(found) = search.between(0, (&ends.0, &ends.1), ask);
    let places: Vec<(Decimal, Decimal)> = found.iter().map(|one| (one.last, one.first)).collect();
    // Music is full from 500, stage gets something from 501, and its cap is reached at 650.
    assert_eq!(places, [(499, 500), (500, 501), (649, 650)].map(|(last, first)| (last.into(), first.into())));
    let steps = Structure::outcome_steps(&call, &found[0].before, &found[0].after);
    assert_eq!((steps.len(), &steps[0].activity[..], steps[0].outcome.new), (1, "music", Award::Full));
    assert_eq!(Structure::case_steps(&call, &found[2].before, &found[2].after).len(), 1);
    for (one, next) in found.iter().zip(&found[1..]) {
        assert_eq!(one.after, next.before);
    }
}

#[test]
fn a_search_ends_where_changes_do_not() {
    let call = call();
    let vary = vary("budget=0..1M:1M");
    let search = Search::new(&vary, &call);
    let mut asked = 0;
    let flicker = |value: Decimal| {
        asked += 1;
        let odd = !(value % Decimal::TWO).is_zero();
        Ok::<_, Infallible>(if odd { Structure::Infeasible } else { Structure::Unanswered })
    };
    let Ok(found) = search.between(0, (&Structure::Unanswered, &Structure::Infeasible), flicker);
    assert!(asked <= EVALUATIONS && !found.is_empty());
}

#[test]
fn a_structure_is_read_as_it_is_written() {
    let call = call();
    let structure = Structure::of(&call, &answered(&call));
    assert_eq!(structure.to_string(), "fp.1");
    for structure in [structure, Structure::Infeasible, Structure::Unanswered] {
        assert_eq!(structure.to_string().parse(), Ok(structure));
    }
    assert!("fx.1".parse::<Structure>().is_err());
}
