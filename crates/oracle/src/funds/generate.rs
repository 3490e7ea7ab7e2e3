//! Small calls with conditions on their funds.

use fordela::call::draft::{Activity, Applicant, Criterion, Each, Fund, Funding, Line, Rule, Unspent};
use fordela::call::{Base, CallDraft, Limit, Selection, SpendRate, parse_date};
use fordela_proptest::map_money;
use proptest::option::weighted;
use proptest::prelude::*;

use crate::funds::reading::PERIODS;
use crate::generate::{money, percent};
use crate::oracle::hundredths;

const KINDS: [&str; 2] = ["wages", "overheads"];
const PARTS: [i64; 6] = [25, 50, 50, 50, 75, 100];
const DAYS: [&str; 3] = ["2023-06-30", "2023-08-15", "2024-03-31"];

/// A place in a list, whatever its length.
type Place = prop::sample::Index;

fn one_of<const N: usize>(all: [&'static str; N]) -> impl Strategy<Value = String> {
    prop::sample::select(all.to_vec()).prop_map(str::to_owned)
}

fn period() -> impl Strategy<Value = String> {
    one_of(PERIODS.map(|(name, ..)| name))
}

/// What is paid for or counted; a line stands for any that the call has.
#[derive(Debug, Clone)]
enum What {
    All,
    Applicant(String),
    Kind(String),
    Period(String),
    Line(Place, Place),
}

fn what() -> impl Strategy<Value = What> {
    prop_oneof![
        5 => Just(What::All),
        1 => one_of(["one", "two"]).prop_map(What::Applicant),
        3 => one_of(KINDS).prop_map(What::Kind),
        2 => period().prop_map(What::Period),
        1 => any::<(Place, Place)>().prop_map(|(a, line)| What::Line(a, line)),
    ]
}

/// A selection; of everything where the call has no such line.
fn selection(what: &What, activities: &[Activity]) -> Selection {
    match what {
        What::All => Selection::all(),
        What::Applicant(id) => Selection::applicant(id),
        What::Kind(word) => Selection::kind(word),
        What::Period(name) => Selection::period(name),
        What::Line(a, line) => {
            let activity = a.get(activities);
            if activity.lines.is_empty() {
                return Selection::all();
            }
            Selection { line: vec![format!("{}/{}", activity.id, line.get(&activity.lines).id)], ..Selection::all() }
        }
    }
}

/// A fund, what it pays for, and beside which it may not pay.
fn fund() -> impl Strategy<Value = (Fund, What, Option<Place>)> {
    let unspent = prop::sample::select(vec![Unspent::Repay, Unspent::CarryOver, Unspent::Return]);
    let part = || prop::sample::select(PARTS.to_vec()).prop_map(percent);
    let time = (weighted(0.2, one_of(DAYS)), weighted(0.3, period()), weighted(0.7, unspent));
    let parts = (weighted(0.3, part()), weighted(0.25, part()), weighted(0.3, any::<Place>()));
    (0_i64..10, what(), time, parts, any::<bool>()).prop_map(|(halves, what, time, parts, spend_first)| {
        let ((use_by, period, unspent), (least, most, apart)) = (time, parts);
        let use_by = use_by.map(|day| parse_date(&day).expect("a day"));
        let fund = Fund { use_by, period, unspent, spend_first, ..Fund::new("", money(halves * 50)) };
        let min_part = if least > most && most.is_some() { most } else { least };
        (Fund { min_part, max_part: most, ..fund }, what, apart)
    })
}

fn line() -> impl Strategy<Value = Line> {
    let cost = prop_oneof![3 => 1_i64..3, 1 => Just(0_i64)];
    (cost, weighted(0.7, one_of(KINDS)), weighted(0.3, period())).prop_map(|(cost, kind, period)| Line {
        kind,
        period,
        ..Line::new("", cost)
    })
}

/// An activity, whose lines and asks are multiples of the unit only where they must be.
fn activity() -> impl Strategy<Value = (Activity, u8)> {
    let lines = prop::collection::vec(line(), 0..3);
    let rate = (0_i64..5, 0_i64..3)
        .prop_map(|(least, more)| SpendRate::between(percent(least * 20), percent((least * 20 + more * 20).min(100))));
    let time = (weighted(0.6, period()), weighted(0.7, rate));
    (lines, 1_i64..4, 0_u8..8, time, one_of(["one", "two"]), 0_i64..5).prop_map(
        |(lines, ask, funding, (period, spend_rate), applicant, score)| {
            let plain = match lines.is_empty() {
                true => Activity::new("", applicant, ask),
                false => Activity::of_lines("", applicant, lines),
            };
            (Activity { period, spend_rate, ..plain.score("need", score) }, funding)
        },
    )
}

/// The same activity, funded in some way: any amount, the whole, lines, or at least a share.
fn funded((mut activity, funding): (Activity, u8), unit: i64) -> Activity {
    let in_units = |amount: i64| money((amount + unit - 1) / unit * unit);
    activity.funding = match funding {
        0 => Funding::Whole,
        1 | 2 if !activity.lines.is_empty() => Funding::Lines,
        3 => return activity.min_share(percent(50)),
        _ => return activity,
    };
    activity.ask = activity.ask.map(|ask| in_units(hundredths(ask)));
    for line in &mut activity.lines {
        line.cost = in_units(hundredths(line.cost));
    }
    activity
}

/// A rule, what it counts, and the fund whose money alone it counts.
fn rule() -> impl Strategy<Value = (Rule, What, Option<Place>)> {
    let each = prop::sample::select(vec![Each::Applicant, Each::Activity, Each::Fund]);
    let part = prop::sample::select(vec![10_i64, 25, 50, 50, 75]);
    let base = prop::sample::select(vec![Base::OwnGrant, Base::OwnGrant, Base::Asked, Base::Budget, Base::Granted]);
    let limit = prop_oneof![
        (0_i64..6).prop_map(|halves| Limit::Money(money(halves * 50))),
        (part, base).prop_map(|(part, base)| Limit::Percent(percent(part), base)),
    ];
    (what(), weighted(0.3, each), weighted(0.3, any::<Place>()), limit, prop::bool::weighted(0.2)).prop_map(
        |(what, each, fund, limit, is_floor)| {
            let rule = Rule { each, ..Rule::new("", Selection::all()) };
            (if is_floor { rule.at_least(limit) } else { rule.at_most(limit) }, what, fund)
        },
    )
}

/// The rule on what it counts. Single funds are limited to sums, or to parts of own grants.
fn selecting((rule, what, fund): (Rule, What, Option<Place>), draft: &CallDraft) -> Rule {
    let mut selection = selection(&what, &draft.activities);
    let may_be_of_fund =
        |limit: Option<Limit>| !matches!(limit, Some(Limit::Percent(_, base)) if base != Base::OwnGrant);
    let may_be_of_fund = may_be_of_fund(rule.at_least) && may_be_of_fund(rule.at_most);
    let fund = fund.filter(|_| may_be_of_fund).map(|place| place.get(&draft.funds).id.clone());
    selection.fund = fund.into_iter().collect();
    let each = rule.each.filter(|each| match each {
        Each::Applicant => selection.applicant.is_empty(),
        Each::Fund => selection.fund.is_empty() && may_be_of_fund,
        _ => true,
    });
    Rule { selection, each, ..rule }
}

/// With sums in whole units where a rule speaks of single funds: these then pay whole units, as the known limits say.
fn in_units_by_fund(mut draft: CallDraft) -> CallDraft {
    if draft.rules.iter().any(|rule| !rule.selection.fund.is_empty() || rule.each == Some(Each::Fund)) {
        let unit = hundredths(draft.unit);
        map_money(&mut draft, &mut |amount| amount, &mut |amount| money(hundredths(amount) / unit * unit));
    }
    draft
}

/// Calls small enough for all payments of all grants to be tried in half kronor.
pub fn funded_call() -> impl Strategy<Value = CallDraft> {
    let unit = prop_oneof![3 => Just(100_i64), 1 => Just(200)];
    let funds = prop::collection::vec(fund(), 1..4);
    let activities = prop::collection::vec(activity(), 1..4);
    let rules = prop::collection::vec(rule(), 0..3);
    (unit, funds, activities, rules).prop_map(|(unit, funds, activities, rules)| {
        let mut draft = CallDraft::new("funds").criterion(Criterion::new("need", 1, 4));
        draft = draft.applicant(Applicant::new("one")).applicant(Applicant::new("two"));
        draft.unit = money(unit);
        draft.activities = activities.into_iter().map(|raw| funded(raw, unit)).collect();
        for (a, activity) in draft.activities.iter_mut().enumerate() {
            activity.id = format!("activity-{a}");
            activity.lines.iter_mut().enumerate().for_each(|(l, line)| line.id = format!("line-{l}"));
        }
        let ids: Vec<String> = (0..funds.len()).map(|f| format!("fund-{f}")).collect();
        for ((fund, what, apart), id) in funds.into_iter().zip(&ids) {
            let not_with = apart.map(|place| place.get(&ids).clone()).filter(|other| other != id);
            let pays_for = selection(&what, &draft.activities);
            draft.funds.push(Fund { id: id.clone(), pays_for, not_with: not_with.into_iter().collect(), ..fund });
        }
        for (r, raw) in rules.into_iter().enumerate() {
            let rule = selecting(raw, &draft);
            draft.rules.push(Rule { id: format!("rule-{r}"), ..rule });
        }
        in_units_by_fund(draft)
    })
}
