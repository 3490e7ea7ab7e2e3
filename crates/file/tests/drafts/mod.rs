//! Calls of every shape, and the same with plain texts.

use std::collections::BTreeMap;

use fordela::call::draft::{Activity, Applicant, Criterion, Each, Fund, Funding, Line, Objective, Rule, Tier, Unspent};
use fordela::call::{Base, Limit, Percent, Selection, SpendRate};
use fordela::{CallDraft, Money, date};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

fn money() -> impl Strategy<Value = Money> {
    (0..10_i64.pow(13)).prop_map(|ore| Money::try_from(Decimal::new(ore, 2)).expect("an amount"))
}

fn number() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0..10_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn percent() -> impl Strategy<Value = Percent> {
    (0..=100_000_i64).prop_map(|thousandths| Percent::new(Decimal::new(thousandths, 3)))
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z-]{1,8}", "[ -~åäöÅÄÖ\"\\\\–]{0,12}"]
}

fn words() -> impl Strategy<Value = Vec<String>> {
    vec(word(), 0..3)
}

fn limit() -> impl Strategy<Value = Limit> {
    let base = prop::sample::select(vec![Base::Asked, Base::Budget, Base::Granted, Base::OwnGrant]);
    prop_oneof![money().prop_map(Limit::Money), (percent(), base).prop_map(|(part, base)| Limit::Percent(part, base))]
}

fn selection() -> impl Strategy<Value = Selection> {
    let lines = (words(), words(), words());
    (words(), words(), words(), words(), words(), lines).prop_map(
        |(applicant, area, tag, activity, fund, (kind, line, period))| Selection {
            applicant,
            area,
            tag,
            activity,
            kind,
            line,
            period,
            fund,
        },
    )
}

fn fund() -> impl Strategy<Value = Fund> {
    let unspent = prop::sample::select(vec![Unspent::Repay, Unspent::CarryOver, Unspent::Return]);
    let day = || (0_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day));
    let days = (option::of(word()), option::of(day()), option::of(day()));
    let parts = (option::of(percent()), option::of(percent()), words(), any::<bool>());
    (word(), option::of(word()), money(), selection(), days, option::of(unspent), parts).prop_map(
        |(id, name, amount, pays_for, (period, use_by, report_by), unspent, parts)| Fund {
            id,
            name,
            amount,
            pays_for,
            min_part: parts.0,
            max_part: parts.1,
            not_with: parts.2,
            spend_first: parts.3,
            period,
            use_by,
            unspent,
            report_by,
        },
    )
}

fn line() -> impl Strategy<Value = Line> {
    let words = (option::of(word()), option::of(word()), words(), words());
    (word(), option::of(word()), money(), words).prop_map(|(id, title, cost, (kind, period, requires, excludes))| {
        Line { id, title, cost, kind, period, requires, excludes }
    })
}

fn activity() -> impl Strategy<Value = Activity> {
    let funding = prop::sample::select(vec![Funding::Partial, Funding::Whole, Funding::Levels, Funding::Lines]);
    let first = (word(), word(), option::of(word()), option::of(money()), vec(line(), 0..3), funding);
    let second = (option::of(percent()), vec(money(), 0..3), btree_map(word(), number(), 0..3));
    let rate = (percent(), percent()).prop_map(|(one, other)| SpendRate::between(one, other));
    let third = (words(), words(), words(), words(), option::of(word()), option::of(rate), option::of(word()));
    (first, second, third).prop_map(|(first, second, third)| {
        let (id, applicant, title, ask, lines, funding) = first;
        let (min_share, levels, scores): (_, _, BTreeMap<String, Decimal>) = second;
        let (tags, areas, requires, excludes, period, spend_rate, note) = third;
        Activity {
            id,
            applicant,
            title,
            ask,
            lines,
            funding,
            min_share,
            levels,
            scores: scores.into_iter().collect(),
            tags,
            areas,
            requires,
            excludes,
            period,
            spend_rate,
            note,
        }
    })
}

fn rule() -> impl Strategy<Value = Rule> {
    let each = prop::sample::select(vec![Each::Applicant, Each::Area, Each::Tag, Each::Fund, Each::Activity]);
    (word(), option::of(word()), option::of(each), selection(), option::of(limit()), option::of(limit())).prop_map(
        |(id, name, each, selection, at_least, at_most)| Rule { id, name, each, selection, at_least, at_most },
    )
}

/// Any call.
pub(crate) fn draft() -> impl Strategy<Value = CallDraft> {
    let tier = (percent(), number()).prop_map(|(up_to, factor)| Tier { up_to, factor });
    let objective = vec(tier, 0..3).prop_map(|diminishing| Objective { diminishing, ..Objective::default() });
    let criterion = (word(), option::of(word()), number(), number()).prop_map(|(id, name, weight, max)| Criterion {
        id,
        name,
        weight,
        max,
    });
    let applicant = (word(), option::of(word()), option::of(word()), option::of(word()));
    let applicant = applicant.prop_map(|(id, name, call, note)| Applicant { id, name, call, note });
    let head = (word(), word(), money(), objective, option::of(number()));
    let lists =
        (vec(fund(), 0..3), vec(criterion, 0..3), vec(applicant, 0..3), vec(activity(), 0..4), vec(rule(), 0..4));
    (head, lists).prop_map(
        |((title, currency, unit, objective, bad_luck), (funds, criteria, applicants, activities, rules))| CallDraft {
            title,
            currency,
            unit,
            objective,
            funds: funds.into(),
            criteria: criteria.into(),
            applicants: applicants.into(),
            activities: activities.into(),
            rules: rules.into(),
            bad_luck,
        },
    )
}

/// A call with the same shape and numbers, in whose texts stand only words, and whose ids are each one's own.
pub(crate) fn plain(mut draft: CallDraft) -> CallDraft {
    if draft.applicants.is_empty() {
        // Where a call has none, its table of activities names them.
        draft.applicants.push(Applicant::new("a"));
    }
    let mut value = serde_json::to_value(draft).expect("data");
    tamed(&mut value);
    serde_json::from_value(value).expect("of the same shape")
}

/// Gives texts of any kind letters at their ends, and parts an id of their own.
fn tamed(value: &mut Value) {
    match value {
        Value::Array(all) => {
            for (n, one) in all.iter_mut().enumerate() {
                tamed(one);
                if let Some(id) = one.get_mut("id") {
                    *id = format!("id-{n}").into();
                }
            }
        }
        Value::Object(all) => {
            for (key, one) in all.iter_mut() {
                let is_text = TEXTS.contains(&key.as_str()) && *one != "priority";
                match one {
                    Value::String(text) if is_text => *text = worded(text),
                    Value::Array(list) if key != "levels" && list.iter().all(Value::is_string) => {
                        list.iter_mut().for_each(|one| *one = worded(one.as_str().unwrap_or_default()).into());
                    }
                    Value::Object(scores) if key == "scores" => {
                        *scores = scores.iter().map(|(id, score)| (worded(id), score.clone())).collect();
                    }
                    other => tamed(other),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The keys that hold a text of any kind.
const TEXTS: [&str; 14] = [
    "title",
    "note",
    "name",
    "call",
    "applicant",
    "period",
    "currency",
    "line",
    "kind",
    "area",
    "tag",
    "activity",
    "fund",
    "not_with",
];

fn worded(text: &str) -> String {
    format!("t{}t", text.replace('|', " "))
}
