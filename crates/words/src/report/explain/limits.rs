//! What is said of what limits are worth, and of who would get a little more.

use fordela_model::call::Kind;
use fordela_num::{Money, Rational, written};

use crate::{Lang, Words, capital, quoted};

/// What the budget and the rules are worth.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Vad budgeten och reglerna är värda", "What the budget and the rules are worth")
}

/// What the columns of one less and one more say.
#[must_use]
pub fn explained(words: Words<'_>) -> String {
    let (one, money) = (capital(&words.one()), words.one_currency());
    match words.lang {
        Lang::Sv => format!(
            "{one} mindre: så mycket värde går förlorat per {money} om gränsen sänks. {one} mer: så mycket värde vinns per \
             {money} om den höjs; är det under noll minskar värdet. Ett streck betyder att ingen fördelning då följer alla \
             regler."
        ),
        Lang::En => format!(
            "One less: the value lost per {money} if the limit is lowered. One more: the value gained if it is raised; \
             below zero it costs. A dash means that no allocation keeps all rules then."
        ),
    }
}

/// That the budget changes in all funds, as it follows after that.
#[must_use]
pub fn in_proportion(words: Words<'_>) -> &'static str {
    words.pick(" Budgeten ändras proportionellt i alla källor.", " The budget changes in all funds in proportion.")
}

/// If a limit were higher by an amount.
#[must_use]
pub fn if_higher(by: Money, words: Words<'_>) -> String {
    let by = words.money(by);
    match words.lang {
        Lang::Sv => format!("Om en gräns i taget vore {by} högre (exakt, före avrundning)"),
        Lang::En => format!("If the limit were {by} higher, one at a time (exact, before rounding)"),
    }
}

/// One less: the head of the value that is lost.
#[must_use]
pub fn one_less(words: Words<'_>) -> String {
    one(words.pick("mindre", "less"), words)
}

/// One more: the head of the value that is gained.
#[must_use]
pub fn one_more(words: Words<'_>) -> String {
    one(words.pick("mer", "more"), words)
}

fn one(change: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("{} {change}", capital(&words.one())),
        Lang::En => format!("One {change}"),
    }
}

/// The budget.
#[must_use]
pub fn budget(words: Words<'_>) -> &'static str {
    words.pick("Budgeten", "The budget")
}

/// A fund by its name.
#[must_use]
pub fn fund(name: &str, words: Words<'_>) -> String {
    format!("{} {name}", words.pick("Källan", "The fund"))
}

/// A cap or floor by its name; `whom` it is for as it stands after a rule, or nothing.
#[must_use]
pub fn rule(kind: Kind, name: &str, whom: &str, words: Words<'_>) -> String {
    let kind = match kind {
        Kind::AtMost => words.pick("Taket", "The cap"),
        Kind::AtLeast => words.pick("Golvet", "The floor"),
    };
    format!("{kind} {}{whom}", quoted(name, words.lang))
}

/// That the call is impossible with a higher limit.
#[must_use]
pub fn impossible(words: Words<'_>) -> &'static str {
    words.pick("då följer ingen fördelning alla regler.", "no allocation keeps all rules then.")
}

/// That a higher limit changes nothing.
#[must_use]
pub fn nothing_changes(words: Words<'_>) -> &'static str {
    words.pick("ingenting ändras.", "nothing changes.")
}

/// `Värdet stiger med 12,34.`
#[must_use]
pub fn value(by: &Rational, words: Words<'_>) -> String {
    let size = words.number(&written::half_even(&by.abs(), 2));
    match (by.is_zero(), by.is_positive(), words.lang) {
        (true, _, Lang::Sv) => "Värdet är detsamma.".to_owned(),
        (true, _, Lang::En) => "The value is the same.".to_owned(),
        (_, true, Lang::Sv) => format!("Värdet stiger med {size}."),
        (_, true, Lang::En) => format!("The value rises by {size}."),
        (_, false, Lang::Sv) => format!("Värdet sjunker med {size}."),
        (_, false, Lang::En) => format!("The value falls by {size}."),
    }
}
