//! What small grants break of a call, each worked out by hand.

use fordela_model::CallDraft;
use fordela_model::call::draft::{Fund, Line, Rule};
use fordela_model::call::{Base, Limit, Selection};

use super::*;
use crate::small_calls::{asks, call, check_broken, grant, nothing, only, paid, percent};

fn city() -> CallDraft {
    call().fund(Fund::new("city", 20))
}

fn two() -> CallDraft {
    city().activity(asks("a", 8, 4)).activity(asks("b", 8, 2))
}

/// Lines of 3 and of 4, granted one by one.
fn of_lines() -> CallDraft {
    let lines = [Line::new("k", 3), Line::new("l", 4)];
    city().activity(Activity::of_lines("a", "one", lines).line_by_line())
}

/// These lines of that activity, which the first fund pays.
fn lines(amount: i64, granted: [(bool, i64); 2]) -> Grant {
    let by_line = granted.iter().enumerate().filter(|(_, (is_granted, _))| *is_granted);
    let by_line = by_line.map(|(line, (_, cost))| LinePayment { line, fund: 0, amount: Money::new(*cost) });
    Grant { by_line: by_line.collect(), lines: granted.map(|(granted, _)| granted).into(), ..paid(amount) }
}

#[test]
fn how_much_an_activity_may_get() {
    let one = |activity: Activity| city().activity(activity);
    let least = || one(asks("a", 8, 4).min_share(percent(50)));
    let levels = || one(asks("a", 8, 4).levels([2, 6].map(Money::new)));
    let not_allowed = "activity a gets 3, which its funding does not allow";
    check_broken([
        ("all of it", two(), vec![paid(8), paid(8)], &[]),
        ("a grant too few", two(), vec![paid(8)], &["there are 1 grants for 2 activities"]),
        ("more than its ask", two(), vec![paid(9), paid(8)], &["activity a gets 9, which is outside its ask"]),
        (
            "less than nothing",
            one(asks("a", 8, 4)),
            vec![grant(-1, &[])],
            &[
                "activity a gets -1, which is outside its ask",
                "the money of activity a from the funds does not add up to its grant",
            ],
        ),
        (
            "a part of a unit",
            one(asks("a", 8, 4)).unit(2),
            vec![paid(3)],
            &["activity a gets 3, which is no multiple of the unit"],
        ),
        // Half of 8 is 4.
        ("less than its least share", least(), vec![paid(3)], &[not_allowed]),
        ("its least share", least(), vec![paid(4)], &[]),
        ("nothing of its least share", least(), vec![nothing()], &[]),
        ("a part of what is whole", one(asks("a", 8, 4).whole()), vec![paid(3)], &[not_allowed]),
        ("between levels", levels(), vec![paid(3)], &[not_allowed]),
        ("a level", levels(), vec![paid(6)], &[]),
    ]);
}

#[test]
fn lines_add_up() {
    let amiss = "the granted lines of activity a do not add up to its grant";
    let unpaid = "the money for the lines of activity a does not add up";
    let line = Grant { lines: vec![true], ..paid(4) };
    check_broken([
        ("one of two", of_lines(), vec![lines(4, [(false, 3), (true, 4)])], &[]),
        ("both", of_lines(), vec![lines(7, [(true, 3), (true, 4)])], &[]),
        // Only the line of 4 is granted, but 3 are.
        ("another amount", of_lines(), vec![lines(3, [(false, 3), (true, 4)])], &[amiss, unpaid]),
        ("no line for a grant", of_lines(), vec![paid(4)], &[amiss]),
        ("lines where there are none", city().activity(asks("a", 8, 4)), vec![line], &[amiss]),
    ]);
}

#[test]
fn caps_and_floors() {
    let rule = |rule: Rule| two().rule(rule);
    let a = || only(&["a"]);
    check_broken([
        ("at a cap", rule(Rule::new("cap", a()).at_most(5)), vec![paid(5), paid(8)], &[]),
        (
            "above a cap",
            rule(Rule::new("cap", a()).at_most(5)),
            vec![paid(6), paid(8)],
            &["the sum 6 breaks the limit 5 of case cap at-most"],
        ),
        (
            "below a floor on both",
            rule(Rule::new("floor", only(&["a", "b"])).at_least(5)),
            vec![paid(1), paid(3)],
            &["the sum 4 breaks the limit 5 of case floor at-least"],
        ),
    ]);
}

#[test]
fn what_limits_are_parts_of_and_who_pays() {
    let rule = |rule: Rule| two().rule(rule);
    let part = |number, base| Limit::Percent(percent(number), base);
    let a = || only(&["a"]);
    let own = Fund::new("own", 20);
    let of_fund = Rule::new("own", Selection::fund("own")).at_least(2);
    check_broken([
        // Half of 5 + 4 is 4½.
        (
            "above a part of what is granted",
            rule(Rule::new("cap", a()).at_most(part(50, Base::Granted))),
            vec![paid(5), paid(4)],
            &["the sum 5 breaks the limit 9/2 of case cap at-most"],
        ),
        // 40 % of 8 is 3.2.
        (
            "below a part of what is asked for",
            rule(Rule::new("floor", a()).at_least(part(40, Base::Asked))),
            vec![paid(3), paid(8)],
            &["the sum 3 breaks the limit 16/5 of case floor at-least"],
        ),
        (
            // Of 3 + 4 the own fund pays only 1.
            "below what a fund must pay",
            two().fund(own).rule(of_fund),
            vec![grant(3, &[(0, 2), (1, 1)]), paid(4)],
            &["the sum 1 breaks the limit 2 of case own at-least"],
        ),
    ]);
}

#[test]
fn what_requires_and_excludes() {
    let linked = |a: Activity| city().activity(a).activity(asks("b", 8, 2));
    let requires = || linked(asks("a", 8, 4).requires("b"));
    let excludes = || linked(asks("a", 8, 4).excludes("b"));
    let of_line = || of_lines().activity(asks("b", 8, 2).requires("a/l"));
    check_broken([
        ("one without what it requires", requires(), vec![paid(1), nothing()], &["the link a requires b is broken"]),
        ("what is required alone", requires(), vec![nothing(), paid(1)], &[]),
        ("one with what it excludes", excludes(), vec![paid(1), paid(1)], &["the link a excludes b is broken"]),
        ("one without what it excludes", excludes(), vec![paid(1), nothing()], &[]),
        ("with a line that is required", of_line(), vec![lines(4, [(false, 3), (true, 4)]), paid(1)], &[]),
        (
            "with another line than is required",
            of_line(),
            vec![lines(3, [(true, 3), (false, 4)]), paid(1)],
            &["the link b requires a/l is broken"],
        ),
    ]);
}
