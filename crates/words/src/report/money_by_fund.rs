//! What is said of what each fund pays.

use fordela_num::Money;

use crate::{Lang, Words};

/// Funds.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Finansiering", "Funds")
}

/// Left: the head of what funds have left.
#[must_use]
pub fn left(words: Words<'_>) -> &'static str {
    words.pick("Kvar", "Left")
}

/// Of which for later periods.
#[must_use]
pub fn for_later(words: Words<'_>) -> &'static str {
    words.pick("varav till senare perioder", "of which for later periods")
}

/// That money is left over.
#[must_use]
pub fn left_over(left: Money, words: Words<'_>) -> String {
    let left = words.money(left);
    match words.lang {
        Lang::Sv => format!("{left} blir över och fördelas inte."),
        Lang::En => format!("{left} is left over and not allocated."),
    }
}

/// Which fund pays what.
#[must_use]
pub fn who_pays(words: Words<'_>) -> &'static str {
    words.pick("Vilken källa betalar vad", "Which fund pays what")
}

/// Activity and fund: the head of names.
#[must_use]
pub fn activity_and_fund(words: Words<'_>) -> &'static str {
    words.pick("Aktivitet och källa", "Activity and fund")
}

/// That money is used first that is to be spent first.
#[must_use]
pub fn spend_first(words: Words<'_>) -> &'static str {
    words.pick(
        "Där flera källor kan betala används först de medel som ska förbrukas först.",
        "Where several funds can pay, money that is to be spent first is used first.",
    )
}

/// That as little as can be is at risk of repayment.
#[must_use]
pub fn least_at_risk(words: Words<'_>) -> &'static str {
    words.pick(
        "Där flera källor kan betala är det ordnat så att så lite som möjligt riskerar att behöva betalas tillbaka.",
        "Where several funds can pay, as little as can be is left at risk of repayment.",
    )
}

/// That money is used first that is to be spent first, and that then as little as can be is at risk of repayment.
#[must_use]
pub fn spend_first_then_least_at_risk(words: Words<'_>) -> &'static str {
    words.pick(
        "Där flera källor kan betala används först de medel som ska förbrukas först; därefter är det ordnat så att så \
         lite som möjligt riskerar att behöva betalas tillbaka.",
        "Where several funds can pay, money that is to be spent first is used first; then as little as can be is left at \
         risk of repayment.",
    )
}
