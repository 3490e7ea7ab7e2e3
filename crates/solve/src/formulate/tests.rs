//! What the programs of small calls say, row by row, each worked out by hand: `x0`, `x1` … are the columns, in units.

use fordela_model::CallDraft;
use fordela_model::call::draft::{Activity, Applicant, Criterion, Fund, Line, Rule};
use fordela_model::call::{Base, Limit as Written, Percent, Selection};
use rust_decimal::Decimal;
use typed_index_collections::TiVec;

use super::*;

fn percent(number: i64) -> Percent {
    Percent::new(number.into())
}

fn call() -> CallDraft {
    CallDraft::new("rows")
        .unit(fordela_num::Money::new(100))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("one"))
}

fn asks(id: &str, ask: i64, score: i64) -> Activity {
    Activity::new(id, "one", ask).score("need", score)
}

fn instance(draft: CallDraft) -> Instance {
    Instance::of(&draft.validate().unwrap_or_else(|faults| unreachable!("{faults}")))
}

/// Every row as a line: its label, its terms and its limits.
fn rows(of: &Formulation) -> Vec<String> {
    let term = |(column, a): &(ColumnId, Rational)| match a {
        a if *a == Rational::ONE => format!("x{}", column.0),
        a => format!("{a} x{}", column.0),
    };
    let row = |row: &Row| {
        let terms: Vec<String> = row.terms.iter().map(term).collect();
        let limits = match (&row.at_least, &row.at_most) {
            (Some(least), Some(most)) if least == most => format!("= {least}"),
            (Some(least), None) => format!(">= {least}"),
            (None, Some(most)) => format!("<= {most}"),
            limits => format!("{limits:?}"),
        };
        format!("{}: {} {limits}", row.label, terms.join(" + "))
    };
    of.program.rows().iter().map(row).collect()
}

/// Every column as its bounds and its value; `!` where it is whole.
fn columns(of: &Formulation) -> Vec<String> {
    let column = |column: &Column| {
        let whole = if column.integer { "!" } else { "" };
        format!("{}..{}{whole} at {}", column.lower, column.upper, column.value)
    };
    of.program.columns().iter().map(column).collect()
}

#[test]
fn asks_are_columns_in_whole_units() {
    // 1 050 is ten hundreds; the other may get seven of the nine that it asks for, as that is all its fund holds.
    let draft = call()
        .fund(Fund::new("city", 1_250))
        .fund(Fund::new("own", 700).pays_for(Selection::activity("b")))
        .activity(asks("a", 1_050, 3))
        .activity(asks("b", 900, 1));
    let program = free(&instance(draft));
    assert_eq!(columns(&program), ["0..10 at 100", "0..9 at 100/3"]);
    // What only the city may pay for is no more than it holds; both together hold nineteen whole hundreds.
    assert_eq!(rows(&program), ["fund city: x0 <= 12", "fund city+own: x0 + x1 <= 19"]);
}

#[test]
fn a_unit_in_which_the_value_changes_is_a_column_of_its_own() {
    // The first half of 500 counts whole, the second half a half: of the third hundred a half counts each.
    let draft = call()
        .diminishing(percent(50), Decimal::ONE)
        .diminishing(Percent::WHOLE, Decimal::new(5, 1))
        .fund(Fund::new("city", 1_000))
        .activity(asks("a", 500, 3));
    let program = free(&instance(draft));
    assert_eq!(columns(&program), ["0..2 at 100", "0..1 at 75", "0..2 at 50"]);
    assert_eq!(rows(&program), ["fund city: x0 + x1 + x2 <= 10"]);
}

#[test]
fn caps_are_rounded_down_and_floors_up() {
    let cap = Written::Percent(percent(25), Base::Budget);
    let draft = call()
        .fund(Fund::new("city", 1_000))
        .activity(asks("a", 600, 3))
        .activity(asks("b", 600, 2))
        .rule(Rule::new("few", Selection::activity("a")).at_most(cap))
        .rule(Rule::new("some", Selection::all()).at_least(110))
        .rule(Rule::new("part", Selection::activity("b")).at_most(Written::Percent(percent(40), Base::Granted)));
    let instance = instance(draft);
    // All that is granted has a column, whose bounds are never reached.
    let granted = "granted: x0 + x1 + -1 x2 = 0";
    let part = "part at-most: x1 + -2/5 x2 <= 0";
    let whole = ["fund city: x0 + x1 <= 10", granted, "few at-most: x0 <= 2", part, "some at-least: x0 + x1 >= 2"];
    assert_eq!(rows(&formulate(&instance, Columns::AsTheyAre)), whole);
    let written =
        ["fund city: x0 + x1 <= 10", granted, "few at-most: x0 <= 5/2", part, "some at-least: x0 + x1 >= 11/10"];
    assert_eq!(rows(&as_written(&instance)), written);
    // Where a cap narrows the range of what it caps alone, it needs no row.
    let capped: TiVec<ActivityIx, Range> = instance.capped_units().into_iter().map(Range::up_to).collect();
    let narrow = divisible(&instance, &capped, Limits::Narrowing);
    assert_eq!(rows(&narrow), ["fund city: x0 + x1 <= 10", granted, part, "some at-least: x0 + x1 >= 2"]);
    assert_eq!(columns(&narrow)[..2], ["0..2 at 100", "0..6 at 200/3"]);
}

#[test]
fn choices_are_yes_or_no() {
    let lines = [Line::new("k", 300), Line::new("l", 200)];
    let draft = call()
        .fund(Fund::new("city", 1_000))
        .activity(asks("a", 400, 3).whole())
        .activity(asks("b", 600, 3).levels([fordela_num::Money::new(300), fordela_num::Money::new(600)]))
        .activity(asks("c", 500, 3).min_share(percent(50)))
        .activity(Activity::of_lines("d", "one", lines).line_by_line().score("need", 3).requires("a"))
        .activity(asks("e", 200, 3).whole().excludes("d/l"));
    let program = choices(&instance(draft));
    assert_eq!(
        columns(&program),
        [
            // The whole of a; one of the levels of b; whether c gets any, and how much.
            "0..1! at 400",
            "0..1! at 300",
            "0..1! at 600",
            "0..1! at 0",
            "0..5 at 100",
            // The lines of d; whether there is one; the whole of e.
            "0..1! at 300",
            "0..1! at 200",
            "0..1! at 0",
            "0..1! at 200",
        ]
    );
    assert_eq!(
        rows(&program),
        [
            "one level b: x1 + x2 <= 1",
            // c gets nothing, or at least three of its five.
            "if granted c: x4 + -5 x3 <= 0",
            "at least c: x4 + -3 x3 >= 0",
            "any line d: x5 + -1 x7 <= 0",
            "any line d: x6 + -1 x7 <= 0",
            "some line d: x5 + x6 + -1 x7 >= 0",
            "fund city: 4 x0 + 3 x1 + 6 x2 + x4 + 3 x5 + 2 x6 + 2 x8 <= 10",
            "requires 0: -1 x0 + x7 <= 0",
            "excludes 1: x6 + x8 <= 1",
        ]
    );
}

#[test]
fn parts_of_an_activity_have_columns_by_fund() {
    let draft = call()
        .fund(Fund::new("city", 1_000))
        .fund(Fund::new("state", 900).max_part(percent(60)))
        .activity(asks("a", 500, 3))
        .rule(Rule::new("state", Selection::fund("state")).at_most(250));
    let program = formulate(&instance(draft), Columns::AsTheyAre);
    // Money of a fund is counted in hundredths of the currency: ten thousandths of a unit.
    assert_eq!(columns(&program), ["0..5 at 100", "0..50000 at 0", "0..50000 at 0"]);
    assert_eq!(
        rows(&program),
        [
            "paid a: -1 x0 + 1/10000 x1 + 1/10000 x2 = 0",
            "most state: -3/5 x0 + 1/10000 x2 <= 0",
            "fund city: 1/10000 x1 <= 10",
            "fund state: 1/10000 x2 <= 9",
            "state at-most: 1/10000 x2 <= 5/2",
        ]
    );
}

#[test]
fn whether_a_fund_pays_is_a_choice_where_it_carries_a_least_part() {
    let draft = call()
        .fund(Fund::new("city", 1_000))
        .fund(Fund::new("state", 900).min_part(percent(20)).max_part(percent(50)))
        .activity(asks("a", 500, 3));
    let program = formulate(&instance(draft), Columns::Whole);
    assert_eq!(columns(&program), ["0..5! at 100", "0..50000! at 0", "0..50000! at 0", "0..1! at 0"]);
    assert_eq!(
        rows(&program),
        [
            "paid a: -1 x0 + 1/10000 x1 + 1/10000 x2 = 0",
            "most state: -1/2 x0 + 1/10000 x2 <= 0",
            // At most half of five where it pays, and at least a fifth of the grant.
            "if taken state: 1/10000 x2 + -5/2 x3 <= 0",
            "least state: -1/5 x0 + 1/10000 x2 + -1 x3 >= -1",
            "fund city: 1/10000 x1 <= 10",
            "fund state: 1/10000 x2 <= 9",
        ]
    );
}
