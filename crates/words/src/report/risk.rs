//! What may stay unspent and be repaid.

use fordela_num::{Money, Rational, written};

use crate::{Lang, Words};

/// Risk of repayment.
#[must_use]
pub fn of_repayment(words: Words<'_>) -> &'static str {
    words.pick("Risk för återbetalning", "Risk of repayment")
}

/// Unspent money.
#[must_use]
pub fn unspent_money(words: Words<'_>) -> &'static str {
    words.pick("Oförbrukade medel", "Unspent money")
}

/// The heads of what is not granted, of what is expected to be spent, and of what becomes of what is unspent.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 3] {
    words.pick_each([
        ("Ej fördelat", "Not granted"),
        ("Väntas förbrukas", "Expected spent"),
        ("Överskott", "Unspent is"),
    ])
}

/// In short, the heads of what is expected to be spent and to be unspent, and of what is unspent at worst.
#[must_use]
pub fn short_heads(words: Words<'_>) -> [&'static str; 3] {
    words.pick_each([("Förbrukas", "Spent"), ("Oförbrukat", "Unspent"), ("I värsta fall", "At worst")])
}

/// That a call does not state what becomes of what is unspent.
#[must_use]
pub fn not_stated(words: Words<'_>) -> &'static str {
    words.pick("ej angivet", "not stated")
}

/// What is expected to be repaid, how much of that is granted to nobody, and what is repaid at worst.
#[must_use]
pub fn repaid(expected: &Rational, not_granted: Money, worst: &Rational, words: Words<'_>) -> String {
    let is_worst = worst == expected;
    let [expected, worst] = [expected, worst].map(|sum| money(sum, words));
    let of_which = match (not_granted.is_zero(), words.lang) {
        (true, _) => String::new(),
        (false, Lang::Sv) => format!(", varav {} inte fördelas", words.money(not_granted)),
        (false, Lang::En) => format!(", of which {} is granted to nobody", words.money(not_granted)),
    };
    match (is_worst, words.lang) {
        (true, Lang::Sv) => format!("{expected} väntas återbetalas{of_which}."),
        (true, Lang::En) => format!("{expected} is expected to be repaid{of_which}."),
        (false, Lang::Sv) => format!("{expected} väntas återbetalas{of_which}, och i värsta fall {worst}."),
        (false, Lang::En) => format!("{expected} is expected to be repaid{of_which}, and {worst} at worst."),
    }
}

/// What the worst case is, where at most so many have bad luck, or all. Those who have bad luck in it follow.
#[must_use]
pub fn worst(bad_luck: Option<&Rational>, words: Words<'_>) -> String {
    let Some(bad_luck) = bad_luck else {
        return words
            .pick(
                "I värsta fall förbrukar alla aktiviteter bara sin lägsta andel:",
                "At worst all activities have bad luck and spend no more than their lowest rate:",
            )
            .to_owned();
    };
    let number = words.number(&written::exact(bad_luck));
    match (*bad_luck == Rational::ONE, words.lang) {
        (true, Lang::Sv) => {
            "I värsta fall (högst en aktivitet med lägre förbrukning än väntat) förbrukar denna bara sin \
                             lägsta andel, och övriga förbrukar som väntat:"
                .to_owned()
        }
        (true, Lang::En) => {
            "At worst (at most 1 activity with bad luck) it spends no more than its lowest rate, and the \
                             others spend as expected:"
                .to_owned()
        }
        (false, Lang::Sv) => format!(
            "I värsta fall (högst {number} aktiviteter med lägre förbrukning än väntat) förbrukar dessa bara sin lägsta \
             andel, och övriga förbrukar som väntat:"
        ),
        (false, Lang::En) => format!(
            "At worst (at most {number} activities with bad luck) these spend no more than their lowest rate, and the \
             others spend as expected:"
        ),
    }
}

/// How much less than expected an activity spends, where it may be so in part.
#[must_use]
pub fn unlucky(title: &str, part: &Rational, more: &Rational, words: Words<'_>) -> String {
    let more = money(more, words);
    let in_part = match (*part == Rational::ONE, words.lang) {
        (true, _) => String::new(),
        (false, Lang::Sv) => format!(" (till {})", words.share(part)),
        (false, Lang::En) => format!(" (by {})", words.share(part)),
    };
    match words.lang {
        Lang::Sv => format!("{title}{in_part}: {more} mindre än väntat"),
        Lang::En => format!("{title}{in_part}: {more} less than expected"),
    }
}

/// How much less than expected so many more spend.
#[must_use]
pub fn others(count: usize, more: &Rational, words: Words<'_>) -> String {
    let more = money(more, words);
    match words.lang {
        Lang::Sv => format!("{count} till: {more} mindre än väntat"),
        Lang::En => format!("{count} more: {more} less than expected"),
    }
}

/// What is repaid with the worst case of each fund by itself.
#[must_use]
pub fn apart(worst: &Rational, words: Words<'_>) -> String {
    let worst = money(worst, words);
    match words.lang {
        Lang::Sv => format!(
            "Med det värsta fallet för varje källa för sig blir återbetalningen {worst}, men det är då inte samma \
             aktiviteter som förbrukar mindre än väntat."
        ),
        Lang::En => format!(
            "With the worst case of each fund by itself {worst} is repaid, but it is not the same activities that have bad \
             luck then."
        ),
    }
}

fn money(sum: &Rational, words: Words<'_>) -> String {
    format!("{}\u{a0}{}", words.number(&written::amount(sum)), words.mark())
}
