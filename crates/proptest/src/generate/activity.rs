//! What is asked for, and which grants are possible.

use fordela::Money;
use fordela::call::draft::{Activity, Line};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::{activity, area, board, percent, tag};
use crate::calls::Calls;
use crate::feature::Feature;

/// Which grants an activity can get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Divisible,
    Whole,
    Level,
    TwoLevels,
    MinShare,
    Lines,
    LinkedLines,
}

/// One in thirteen.
const RAREST: u8 = 12;

/// An activity before it has an id.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    ask: i64,
    scores: (i64, i64),
    board: usize,
    /// From 1; at 0, none or two.
    area: usize,
    /// From 1; at 0, none.
    tag: usize,
    shape: Shape,
    /// A smaller amount: a level, or a second line.
    part: i64,
    /// Rare things happen at the highest number.
    rare: u8,
    /// Asks as much and scores as well as the one before.
    is_twin: bool,
}

fn shapes(calls: &Calls) -> Vec<Shape> {
    let shapes = [
        (Shape::Whole, Feature::Whole),
        (Shape::Level, Feature::Levels),
        (Shape::MinShare, Feature::MinShare),
        (Shape::Lines, Feature::Lines),
        (Shape::LinkedLines, Feature::Lines),
        (Shape::TwoLevels, Feature::Levels),
    ];
    let is_wanted = |(shape, feature): &(Shape, Feature)| {
        calls.has(*feature) && (*shape != Shape::LinkedLines || calls.has(Feature::Links))
    };
    let wanted = shapes.into_iter().filter(is_wanted).map(|(shape, _)| shape);
    std::iter::once(Shape::Divisible).chain(wanted).collect()
}

pub(super) fn plans(calls: &Calls) -> impl Strategy<Value = Vec<Plan>> + use<> {
    let amounts = 1..=calls.most_asked();
    let need = if calls.has(Feature::NoPriority) { 0_i64..3 } else { 1..3 };
    let rare = 0..if calls.has(Feature::NothingAsked) { RAREST + 1 } else { RAREST };
    let is_twin = prop::bool::weighted(if calls.has(Feature::Twins) { 0.25 } else { 0.0 });
    let places = (0..calls.applicant_count(), 0..=calls.area_count(), 0_usize..3);
    let one = (amounts.clone(), (need, 0_i64..4), places, select(shapes(calls)), amounts, rare, is_twin);
    let plan = one.prop_map(|(ask, scores, (board, area, tag), shape, part, rare, is_twin)| Plan {
        ask,
        scores,
        board,
        area,
        tag,
        shape,
        part,
        rare,
        is_twin,
    });
    prop::collection::vec(plan, calls.activity_count())
}

/// The activities of plans, with ids by their places.
pub(super) fn activities(calls: &Calls, mut plans: Vec<Plan>) -> Vec<Activity> {
    for n in 1..plans.len() {
        if plans[n].is_twin {
            (plans[n].ask, plans[n].scores) = (plans[n - 1].ask, plans[n - 1].scores);
        }
    }
    let one =
        |(n, plan): (usize, &Plan)| described(calls, plan, shaped(calls, plan, n)).score("need", need(calls, plan, n));
    let mut activities: Vec<Activity> = plans.iter().enumerate().map(one).collect();
    if !calls.has(Feature::Twins) {
        told_apart(&mut activities);
    }
    activities
}

fn shaped(calls: &Calls, plan: &Plan, n: usize) -> Activity {
    let &Plan { ask, part, .. } = plan;
    let plain = |ask: i64| Activity::new(activity(n), board(plan.board), ask);
    let lines = |two| Activity::of_lines(activity(n), board(plan.board), [Line::new("one", ask), two]).line_by_line();
    match plan.shape {
        Shape::Divisible if plan.rare == RAREST => plain(0),
        Shape::Whole => plain(ask).whole(),
        Shape::Level => plain(ask).levels([part.min(ask).into()]),
        Shape::TwoLevels if part < ask => plain(ask).levels([part.into(), ask.into()]),
        Shape::MinShare => plain(ask).min_share(percent((part * 100 / calls.most_asked()).max(1))),
        Shape::Lines => lines(Line::new("two", part)),
        Shape::LinkedLines => lines(Line::new("two", part).requires("one")),
        Shape::Divisible | Shape::TwoLevels => plain(ask),
    }
}

/// The best score for need.
pub(super) fn most_need(calls: &Calls) -> i64 {
    if calls.has(Feature::Ties) { 2 } else { 3 }
}

/// Where no priorities may be equal, later activities have some millionths more.
fn need(calls: &Calls, plan: &Plan, n: usize) -> Decimal {
    let more = if calls.has(Feature::Ties) { 0 } else { i64::try_from(n).unwrap_or_default() };
    (Decimal::from(plan.scores.0) + Decimal::new(more, 6)).normalize()
}

/// With areas and tags, and the score for reach.
fn described(calls: &Calls, plan: &Plan, activity: Activity) -> Activity {
    let activity = activity.score("reach", plan.scores.1);
    let activity = match (plan.area.checked_sub(1), plan.rare.is_multiple_of(2)) {
        (Some(n), _) => activity.area(area(n)),
        (None, true) => activity,
        // In the first two areas, as far as there are two.
        (None, false) => (0..calls.area_count().min(2)).fold(activity, |activity, n| activity.area(area(n))),
    };
    plan.tag.checked_sub(1).map(tag).into_iter().fold(activity, Activity::tag)
}

/// Raises asks until no two activities have the same ask and the same scores.
fn told_apart(activities: &mut [Activity]) {
    for n in 1..activities.len() {
        let (before, rest) = activities.split_at_mut(n);
        let one = &mut rest[0];
        while before.iter().any(|other| asked(other) == asked(one) && other.scores == one.scores) {
            let amount = one.lines.first_mut().map(|line| &mut line.cost).or(one.ask.as_mut());
            if let Some(amount) = amount {
                *amount = *amount + Money::new(1);
            }
        }
    }
}

fn asked(activity: &Activity) -> Money {
    activity.ask.unwrap_or_else(|| activity.lines.iter().map(|line| line.cost).sum())
}

/// The activities with links between them, each from a place to a place, and whether it requires.
pub(super) fn linked(mut activities: Vec<Activity>, links: &[(usize, usize, bool)]) -> Vec<Activity> {
    let count = activities.len();
    for &(from, to, requires) in links.iter().filter(|(from, to, _)| from % count != to % count) {
        let word = activities[to % count].id.clone();
        let activity = &mut activities[from % count];
        let list = if requires { &mut activity.requires } else { &mut activity.excludes };
        if !list.contains(&word) {
            list.push(word);
        }
    }
    activities
}
