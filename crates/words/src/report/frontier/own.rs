//! What the call's own budget is worth.

use fordela_num::{Money, Rational, written};

use crate::{Lang, Words};

/// The mark of the call's own budget.
#[must_use]
pub fn mark(words: Words<'_>) -> &'static str {
    words.pick("utlysningens budget", "the call's budget")
}

/// That it is outside the budgets that are told of.
#[must_use]
pub fn outside(budget: Money, words: Words<'_>) -> String {
    let budget = words.money(budget);
    match words.lang {
        Lang::Sv => format!("Utlysningens budget, {budget}, ligger utanför dessa budgetar."),
        Lang::En => format!("The budget of the call, {budget}, is outside these budgets."),
    }
}

/// What it is worth, and what one less and one more would be, where that is known.
#[must_use]
pub fn worth(budget: Money, value: &Rational, [less, more]: [Option<&Rational>; 2], words: Words<'_>) -> String {
    let (budget, value) = (words.money(budget), words.number(&written::value(value)));
    let start = match words.lang {
        Lang::Sv => format!("Utlysningens budget, {budget}, är värd {value}"),
        Lang::En => format!("The budget of the call, {budget}, is worth {value}"),
    };
    let [less, more] = [less, more].map(|price| price.map(|price| self::price(price, words)));
    let one = words.one();
    let rest = match (less, more, words.lang) {
        (Some(less), Some(more), Lang::Sv) => {
            format!("; {one} till skulle vara värd {more}, och {one} mindre skulle kosta {less}")
        }
        (Some(less), Some(more), Lang::En) => {
            format!("; one more would be worth {more}, and one less would cost {less}")
        }
        (None, Some(more), Lang::Sv) => format!("; {one} till skulle vara värd {more}"),
        (None, Some(more), Lang::En) => format!("; one more would be worth {more}"),
        (Some(less), None, Lang::Sv) => format!("; {one} mindre skulle kosta {less}"),
        (Some(less), None, Lang::En) => format!("; one less would cost {less}"),
        (None, None, _) => String::new(),
    };
    format!("{start}{rest}.")
}

/// What one more is worth: a part of one, so that as many decimals do for all.
#[must_use]
pub fn price(price: &Rational, words: Words<'_>) -> String {
    words.number(&written::half_even(price, 4))
}
