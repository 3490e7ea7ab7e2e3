//! Small calls that reach the hard cases: ties, crossing caps, tight floors, several funds, choices.

use fordela::call::draft::{Activity, Applicant, Criterion, Each, Fund, Line, Rule};
use fordela::call::{Base, CallDraft, Limit, Percent, Selection};
use proptest::prelude::*;

/// What kinds of calls to make.
#[derive(Debug, Clone, Copy)]
pub struct Kinds {
    /// Activities that are granted whole, by levels, by lines or from a share, and links.
    pub choices: bool,
    /// More than one fund.
    pub funds: bool,
}

pub fn percent(number: i64) -> Percent {
    Percent::new(number.into())
}

fn limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (0_i64..14).prop_map(Limit::from),
        (0_i64..=100, prop_oneof![Just(Base::Asked), Just(Base::Budget), Just(Base::Granted)])
            .prop_map(|(part, base)| Limit::Percent(percent(part), base)),
    ]
}

fn selection() -> impl Strategy<Value = Selection> {
    prop_oneof![
        Just(Selection::all()),
        (0..3).prop_map(|n| Selection::applicant(format!("board-{n}"))),
        (0..3).prop_map(|n| Selection::area(format!("area-{n}"))),
        (0..2).prop_map(|n| Selection::tag(format!("tag-{n}"))),
    ]
}

fn rule(n: usize, funds: usize) -> impl Strategy<Value = Rule> {
    let each = prop_oneof![
        3 => Just(None),
        1 => Just(Some(Each::Applicant)),
        1 => Just(Some(Each::Area)),
        1 => Just(Some(Each::Activity)),
    ];
    (selection(), each, limit(), prop::bool::weighted(0.3), 0_usize..8).prop_map(
        move |(mut selection, each, limit, floor, fund)| {
            match each {
                Some(Each::Applicant) => selection.applicant.clear(),
                Some(Each::Area) => selection.area.clear(),
                _ => {}
            }
            if fund < funds && funds > 1 {
                selection.fund = vec![format!("fund-{fund}")];
            }
            let rule = Rule { each, ..Rule::new(format!("rule-{n}"), selection) };
            if floor { rule.at_least(limit) } else { rule.at_most(limit) }
        },
    )
}

fn activity(n: usize, kinds: Kinds) -> impl Strategy<Value = Activity> {
    let shape = if kinds.choices { 0_u8..7 } else { 0_u8..1 };
    (1_i64..6, 0_i64..3, 0_usize..3, 0_usize..3, 0_usize..3, shape, 1_i64..6).prop_map(
        move |(ask, score, board, area, tag, shape, part)| {
            let id = format!("activity-{n}");
            let board = format!("board-{board}");
            let activity = match shape {
                1 => Activity::new(id, board, ask).whole(),
                2 => Activity::new(id, board, ask).levels([part.min(ask).into()]),
                3 => Activity::new(id, board, ask).min_share(percent(part * 20)),
                4 => Activity::of_lines(id, board, [Line::new("one", ask), Line::new("two", part)]).line_by_line(),
                5 => Activity::of_lines(id, board, [Line::new("one", ask), Line::new("two", part).requires("one")])
                    .line_by_line(),
                6 if part < ask => Activity::new(id, board, ask).levels([part.into(), ask.into()]),
                _ => Activity::new(id, board, ask),
            };
            let activity = activity.score("need", score);
            let activity = if area < 2 { activity.area(format!("area-{area}")) } else { activity };
            if tag < 2 { activity.tag(format!("tag-{tag}")) } else { activity }
        },
    )
}

fn linked(mut activities: Vec<Activity>, links: Vec<(usize, usize, bool)>) -> Vec<Activity> {
    for (from, to, requires) in links {
        let (from, to) = (from % activities.len(), to % activities.len());
        let word = activities[to].id.clone();
        let activity = &mut activities[from];
        let list = if requires { &mut activity.requires } else { &mut activity.excludes };
        if from != to && !list.contains(&word) {
            list.push(word);
        }
    }
    activities
}

fn funds(kinds: Kinds) -> impl Strategy<Value = Vec<Fund>> {
    let count = if kinds.funds { 1..4_usize } else { 1..2 };
    prop::collection::vec((0_i64..12, prop_oneof![2 => Just(Selection::all()), 3 => selection()]), count).prop_map(
        move |funds| {
            let one = |(n, (amount, pays_for))| {
                let fund = Fund::new(format!("fund-{n}"), amount);
                if kinds.funds { fund.pays_for(pays_for) } else { fund }
            };
            funds.into_iter().enumerate().map(one).collect()
        },
    )
}

/// A small call with whole kronor, units of one or two, at most 5 activities of at most 10 kronor.
pub fn call(kinds: Kinds) -> impl Strategy<Value = CallDraft> {
    funds(kinds).prop_flat_map(move |funds| {
        let activities: Vec<_> = (0..5).map(|n| activity(n, kinds)).collect();
        let count = funds.len();
        let rules: Vec<_> = (0..3).map(|n| rule(n, count)).collect();
        let links =
            prop::collection::vec((0_usize..5, 0_usize..5, any::<bool>()), if kinds.choices { 0..2 } else { 0..1 });
        let tiers = prop_oneof![2 => Just(None), 1 => (1_i64..10).prop_map(Some)];
        (activities, 1_usize..6, rules, 0_usize..4, links, tiers).prop_map(
            move |(activities, most, rules, most_rules, links, tiers)| {
                let mut call = CallDraft::new("small").criterion(Criterion::new("need", 1, 2));
                call.funds = funds.clone();
                call.applicants = (0..3).map(|n| Applicant::new(format!("board-{n}"))).collect();
                call.activities = linked(activities.into_iter().take(most).collect(), links);
                call.rules = rules.into_iter().take(most_rules).collect();
                if let Some(tenths) = tiers {
                    call = call
                        .diminishing(percent(tenths * 10), 1.into())
                        .diminishing(percent(100), rust_decimal::Decimal::new(5, 1));
                }
                call
            },
        )
    })
}
