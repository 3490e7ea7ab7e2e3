//! What is said in the pictures of an appendix.

use fordela_num::{Money, Rational, written};

use crate::plot::{Axis, unit_of};
use crate::{Lang, Words};

/// What was asked for, and what is granted.
#[must_use]
pub fn asked_and_granted(is_decided: bool, words: Words<'_>) -> &'static str {
    if is_decided {
        words.pick("Sökt och beslutat", "Asked for and decided")
    } else {
        words.pick("Sökt och föreslaget", "Asked for and suggested")
    }
}

/// What the bars are of: a name in the legend.
#[must_use]
pub fn granted(is_decided: bool, words: Words<'_>) -> &'static str {
    if is_decided { words.pick("Beslutat", "Decided") } else { words.pick("Föreslaget", "Suggested") }
}

/// Amounts of which the first is a part of the second.
#[must_use]
pub fn of(part: Money, all: Money, words: Words<'_>) -> String {
    format!("{} {} {}", words.amount(part), words.pick("av", "of"), words.amount(all))
}

/// What applicants asked for and get, in words.
#[must_use]
pub fn asked_and_granted_of(name: &str, granted: Money, asked: Money, words: Words<'_>) -> String {
    let (granted, asked) = (words.money(granted), words.money(asked));
    match words.lang {
        Lang::Sv => format!("{name}: {granted} av {asked} sökta."),
        Lang::En => format!("{name}: {granted} of {asked} asked for."),
    }
}

/// Which fund pays whom.
#[must_use]
pub fn who_pays(words: Words<'_>) -> &'static str {
    words.pick("Vem som betalar", "Who pays")
}

/// What each bar is of.
#[must_use]
pub fn by_applicant(words: Words<'_>) -> String {
    let currency = words.currency_name();
    match words.lang {
        Lang::Sv => format!("Per sökande, {currency}"),
        Lang::En => format!("By applicant, {currency}"),
    }
}

/// What a fund pays somebody, in words.
#[must_use]
pub fn paid_to(name: &str, paid: &[(&str, Money)], words: Words<'_>) -> String {
    let paid: Vec<String> = paid.iter().map(|(fund, sum)| format!("{fund} {}", words.money(*sum))).collect();
    format!("{name}: {}.", paid.join(", "))
}

/// The name of those for whom there is no room.
#[must_use]
pub fn others(count: usize, words: Words<'_>) -> String {
    format!("{} ({count})", words.pick("Övriga", "Others"))
}

/// What every budget is worth.
#[must_use]
pub fn curve_title(words: Words<'_>) -> &'static str {
    words.pick("Vad varje budget är värd", "What each budget is worth")
}

/// How the curve is read.
#[must_use]
pub fn curve_subtitle(words: Words<'_>) -> &'static str {
    words.pick(
        "Värdet enligt prioriteringen; där kurvan planar ut gör mer pengar mindre nytta",
        "The value by the priorities; where the curve flattens more money is worth less",
    )
}

/// The value: the name of the curve.
#[must_use]
pub fn value(words: Words<'_>) -> &'static str {
    words.pick("värde", "value")
}

/// The budget of the call.
#[must_use]
pub fn own_budget(budget: Money, words: Words<'_>) -> String {
    format!("{} {}", words.pick("budgeten", "the budget"), words.amount(budget))
}

/// What to the right is.
#[must_use]
pub fn budget_axis(farthest: &Rational, words: Words<'_>) -> Axis {
    let (unit, divisor) = unit_of(words.currency, farthest, words.lang);
    Axis { title: format!("Budget, {unit}"), divisor }
}

/// What upwards is.
#[must_use]
pub fn value_axis(highest: &Rational, words: Words<'_>) -> Axis {
    let (unit, divisor) = unit_of(words.currency, highest, words.lang);
    let value = words.pick("Värde, prioriterade", "Value, weighed");
    Axis { title: format!("{value} {unit}"), divisor }
}

/// The curve in words: what the budget is, what one more would be worth, and from where rules can be kept.
#[must_use]
pub fn curve_description(budget: Money, more: Option<&Rational>, from: Option<Money>, words: Words<'_>) -> String {
    let own = words.money(budget);
    let one = words.one();
    let more = more.map(|price| words.number(&written::significant(price)));
    let from = from.filter(|from| !from.is_zero()).map(|from| words.money(from));
    let mut told = match words.lang {
        Lang::Sv => format!("Utlysningens budget är {own}."),
        Lang::En => format!("The budget of the call is {own}."),
    };
    match (more, words.lang) {
        (Some(price), Lang::Sv) => told += &format!(" {} till är värd {price}.", crate::capital(&one)),
        (Some(price), Lang::En) => told += &format!(" One more is worth {price}."),
        (None, _) => {}
    }
    match (from, words.lang) {
        (Some(from), Lang::Sv) => told += &format!(" Under {from} kan inte alla regler följas."),
        (Some(from), Lang::En) => told += &format!(" Below {from} not all rules can be kept."),
        (None, _) => {}
    }
    told
}
