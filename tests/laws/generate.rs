//! Small calls that reach the hard cases: ties, crossing caps, tight floors, several funds, choices.

use fordela::Money;
use fordela::call::draft::{Activity, Applicant, Criterion, Each, Fund, Funding, Line, Rule};
use fordela::call::{Base, CallDraft, Limit, Percent, Selection};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rust_decimal::Decimal;

use crate::oracle::hundredths;

/// What kinds of calls to make.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kinds {
    /// Activities that are granted whole, by levels, by lines or from a share, and links.
    pub(crate) choices: bool,
    /// More than one fund.
    pub(crate) funds: bool,
    /// Units of other sizes than a krona, with asks, funds and limits between the units.
    pub(crate) units: bool,
}

pub(crate) const DIVISIBLE: Kinds = Kinds { choices: false, funds: false, units: false };
pub(crate) const FUNDS: Kinds = Kinds { funds: true, ..DIVISIBLE };
pub(crate) const CHOICES: Kinds = Kinds { choices: true, ..DIVISIBLE };
pub(crate) const ALL: Kinds = Kinds { choices: true, funds: true, units: false };

pub(crate) fn percent(number: i64) -> Percent {
    Percent::new(number.into())
}

/// Money of some hundredths.
pub(crate) fn money(hundredths: i64) -> Money {
    Decimal::new(hundredths, 2).try_into().expect("a small amount")
}

/// This many tries, the same every time unless `PROPTEST_RNG_SEED` asks for others; without a file of failures.
pub(crate) fn tries(cases: u32) -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) };
    let rng_seed = match config.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        asked @ RngSeed::Fixed(_) => asked,
    };
    ProptestConfig { rng_seed, ..config }
}

pub(crate) fn limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (0_i64..14).prop_map(Limit::from),
        (0_i64..=100, prop_oneof![Just(Base::Asked), Just(Base::Budget), Just(Base::Granted)])
            .prop_map(|(part, base)| Limit::Percent(percent(part), base)),
    ]
}

/// Mostly a floor that can be kept.
fn low_limit() -> impl Strategy<Value = Limit> {
    let part = prop_oneof![Just(Base::Asked), Just(Base::Budget), Just(Base::Granted)];
    prop_oneof![
        3 => (1_i64..5).prop_map(Limit::from),
        2 => (5_i64..50, part).prop_map(|(part, base)| Limit::Percent(percent(part), base)),
        1 => limit(),
    ]
}

/// Caps on two families of selections that cross each other, low enough to bind.
fn crossing() -> impl Strategy<Value = Vec<Rule>> {
    let cap = || prop_oneof![3 => (1_i64..6).prop_map(Limit::from), 1 => (20_i64..70).prop_map(|part| Limit::Percent(percent(part), Base::Asked))];
    (cap(), cap(), low_limit(), any::<[bool; 2]>()).prop_map(|(one, other, floor, [by_tag, with_floor])| {
        let each = |id: &str, each: Each| Rule { each: Some(each), ..Rule::new(id, Selection::all()) };
        let second = if by_tag { Each::Tag } else { Each::Applicant };
        let mut rules = vec![each("rule-0", Each::Area).at_most(one), each("rule-1", second).at_most(other)];
        if with_floor {
            rules.push(Rule::new("rule-2", Selection::tag("tag-0")).at_least(floor));
        }
        rules
    })
}

fn selection() -> impl Strategy<Value = Selection> {
    let name = |kind: &str, n: i32| format!("{kind}-{n}");
    prop_oneof![
        2 => Just(Selection::all()),
        2 => (0..3).prop_map(move |n| Selection::applicant(name("board", n))),
        2 => (0..3).prop_map(move |n| Selection::area(name("area", n))),
        2 => (0..2).prop_map(move |n| Selection::tag(name("tag", n))),
        1 => (0..3, 0..2).prop_map(move |(board, area)| Selection {
            area: vec![name("area", area)],
            ..Selection::applicant(name("board", board))
        }),
        1 => Just(Selection { tag: vec!["tag-0".to_owned(), "tag-1".to_owned()], ..Selection::all() }),
    ]
}

fn each() -> impl Strategy<Value = Option<Each>> {
    prop_oneof![
        4 => Just(None),
        1 => Just(Some(Each::Applicant)),
        1 => Just(Some(Each::Area)),
        1 => Just(Some(Each::Tag)),
        1 => Just(Some(Each::Activity)),
        1 => Just(Some(Each::Fund)),
    ]
}

fn rule(n: usize, funds: usize) -> impl Strategy<Value = Rule> {
    (selection(), each(), limit(), low_limit(), prop::bool::weighted(0.3), 0_usize..8).prop_map(
        move |(mut selection, each, limit, low, floor, fund)| {
            if fund < funds && funds > 1 {
                selection.fund = vec![format!("fund-{fund}")];
            }
            match each {
                Some(Each::Applicant) => selection.applicant.clear(),
                Some(Each::Area) => selection.area.clear(),
                Some(Each::Tag) => selection.tag.clear(),
                Some(Each::Fund) => selection.fund.clear(),
                Some(Each::Activity) | None => {}
            }
            let rule = Rule { each, ..Rule::new(format!("rule-{n}"), selection) };
            if floor { rule.at_least(low) } else { rule.at_most(limit) }
        },
    )
}

/// An activity of a shape: all can be divided, or one of the ways to choose.
fn shaped(shape: u8, id: String, board: String, ask: i64, part: i64) -> Activity {
    let lines = |two: Line| [Line::new("one", ask), two];
    match shape {
        1 => Activity::new(id, board, ask).whole(),
        2 => Activity::new(id, board, ask).levels([part.min(ask).into()]),
        3 => Activity::new(id, board, ask).min_share(percent(part * 20)),
        4 => Activity::of_lines(id, board, lines(Line::new("two", part))).line_by_line(),
        5 => Activity::of_lines(id, board, lines(Line::new("two", part).requires("one"))).line_by_line(),
        6 if part < ask => Activity::new(id, board, ask).levels([part.into(), ask.into()]),
        _ => Activity::new(id, board, ask),
    }
}

fn activity(n: usize, kinds: Kinds) -> impl Strategy<Value = Activity> {
    let shape = if kinds.choices { 0_u8..7 } else { 0_u8..1 };
    let scores = (0_i64..3, 0_i64..4);
    (1_i64..6, scores, 0_usize..3, 0_usize..3, 0_usize..3, shape, 1_i64..6, 0_u8..25).prop_map(
        move |(ask, (need, reach), board, area, tag, shape, part, rare)| {
            let board = format!("board-{board}");
            let mut activity = shaped(shape, format!("activity-{n}"), board, ask, part);
            if rare == 0 && activity.funding == Funding::Partial && activity.lines.is_empty() {
                activity.ask = Some(Money::ZERO);
            }
            let activity = activity.score("need", need).score("reach", reach);
            let activity = match area {
                2 if rare % 2 == 0 => activity,
                2 => activity.area("area-0").area("area-1"),
                _ => activity.area(format!("area-{area}")),
            };
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
    let most = if kinds.funds { 12 } else { 25 };
    let count = if kinds.funds { 1..4_usize } else { 1..2 };
    prop::collection::vec(
        (prop_oneof![3 => 0_i64..12, 1 => 8_i64..most], prop_oneof![2 => Just(Selection::all()), 3 => selection()]),
        count,
    )
    .prop_map(move |funds| {
        let one = |(n, (amount, pays_for))| {
            let fund = Fund::new(format!("fund-{n}"), amount);
            if kinds.funds { fund.pays_for(pays_for) } else { fund }
        };
        funds.into_iter().enumerate().map(one).collect()
    })
}

/// A small call in whole kronor, at most 5 activities of at most 10 kronor.
fn in_kronor(kinds: Kinds) -> impl Strategy<Value = CallDraft> {
    funds(kinds).prop_flat_map(move |funds| {
        let activities: Vec<_> = (0..5).map(|n| activity(n, kinds)).collect();
        let count = funds.len();
        let mixed: Vec<_> = (0..3).map(|n| rule(n, count)).collect();
        let mixed = (mixed, 0_usize..4).prop_map(|(rules, most)| rules.into_iter().take(most).collect());
        let rules = prop_oneof![3 => mixed, 1 => crossing()];
        let links =
            prop::collection::vec((0_usize..5, 0_usize..5, any::<bool>()), if kinds.choices { 0..2 } else { 0..1 });
        let tiers = prop_oneof![2 => Just(None), 1 => (1_i64..10).prop_map(Some)];
        let reach = prop_oneof![2 => Just(0_i64), 1 => 1_i64..3];
        (activities, 1_usize..6, rules, links, tiers, reach).prop_map(
            move |(activities, most, rules, links, tiers, reach)| {
                let mut call = CallDraft::new("small")
                    .criterion(Criterion::new("need", 1, 2))
                    .criterion(Criterion::new("reach", reach, 3));
                call.funds = funds.clone();
                call.applicants = (0..3).map(|n| Applicant::new(format!("board-{n}"))).collect();
                call.activities = linked(activities.into_iter().take(most).collect(), links);
                call.rules = rules;
                match tiers {
                    Some(tenths) => {
                        call.diminishing(percent(tenths * 10), 1.into()).diminishing(percent(100), Decimal::new(5, 1))
                    }
                    None => call,
                }
            },
        )
    })
}

/// Changes every amount of a call: those that must be whole units with `whole`, the others with `loose`.
pub(crate) fn map_money(
    call: &mut CallDraft,
    whole: &mut dyn FnMut(Money) -> Money,
    loose: &mut dyn FnMut(Money) -> Money,
) {
    call.unit = whole(call.unit);
    for fund in &mut call.funds {
        fund.amount = loose(fund.amount);
    }
    for activity in &mut call.activities {
        let is_loose = activity.funding == Funding::Partial && activity.lines.is_empty();
        activity.ask = activity.ask.map(|ask| if is_loose { loose(ask) } else { whole(ask) });
        for amount in activity.levels.iter_mut().chain(activity.lines.iter_mut().map(|line| &mut line.cost)) {
            *amount = whole(*amount);
        }
    }
    for limit in call.rules.iter_mut().flat_map(|rule| [&mut rule.at_least, &mut rule.at_most]) {
        if let Some(Limit::Money(money)) = limit {
            *money = loose(*money);
        }
    }
}

/// The same call in units of this many hundredths, with this many hundredths over here and there.
fn in_units(mut call: CallDraft, unit: i64, over: &[i64]) -> CallDraft {
    let mut over = over.iter().cycle();
    let units = |amount: Money| hundredths(amount) / 100 * unit;
    map_money(&mut call, &mut |amount| money(units(amount)), &mut |amount| {
        money(units(amount) + over.next().expect("a cycle") % unit)
    });
    call
}

/// A small call with at most 5 activities of at most 10 units.
pub(crate) fn call(kinds: Kinds) -> BoxedStrategy<CallDraft> {
    if !kinds.units {
        return in_kronor(kinds).boxed();
    }
    let units = prop_oneof![Just(50_i64), Just(100), Just(200), Just(300)];
    // With several funds, half units: there are too many ways to pay in finer ones.
    let over = prop_oneof![3 => Just(0_i64), 1 => Just(-1), 1 => Just(1), 1 => Just(2), 1 => Just(100)];
    (in_kronor(kinds), units, prop::collection::vec(over, 4..12))
        .prop_map(move |(call, unit, over)| {
            let fine = |over: &i64| match over {
                -1 => unit / 2,
                over if kinds.funds => over % 2 * unit / 2,
                over => *over,
            };
            in_units(call, unit, &over.iter().map(fine).collect::<Vec<_>>())
        })
        .boxed()
}

fn is_part_of_granted(limit: Option<Limit>) -> bool {
    matches!(limit, Some(Limit::Percent(_, Base::Granted)))
}

/// Without rules on parts of what is granted.
pub(crate) fn fixed_limits(mut draft: CallDraft) -> CallDraft {
    draft.rules.retain(|rule| !is_part_of_granted(rule.at_least) && !is_part_of_granted(rule.at_most));
    draft
}
