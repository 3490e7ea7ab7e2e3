//! What is said of an allocation.

use fordela_num::{Money, Rational, written};

use crate::{Lang, Words};

/// The budget and what is asked for, and what amounts are in.
#[must_use]
pub fn headline(budget: Money, asked: Money, unit: Money, words: Words<'_>) -> String {
    let (budget, asked, units) = (words.money(budget), words.money(asked), units(unit, words));
    match words.lang {
        Lang::Sv => {
            format!(
                "Förslag till fördelning: budgeten är {budget} och sökta belopp uppgår till {asked}. Belopp i {units}."
            )
        }
        Lang::En => {
            format!("Suggested allocation: the budget is {budget} and {asked} is asked for. Amounts in {units}.")
        }
    }
}

/// What amounts are in: `hela kronor`, `jämna tusental kronor`.
pub(super) fn units(unit: Money, words: Words<'_>) -> String {
    const ROUND: [(i64, &str); 5] =
        [(10, "tiotal"), (100, "hundratal"), (1_000, "tusental"), (10_000, "tiotusental"), (100_000, "hundratusental")];
    let (each, currency) = (words.money(unit), words.currency_name());
    let round = ROUND.into_iter().find(|(size, _)| unit == Money::new(*size));
    match (words.lang, round) {
        (Lang::Sv, _) if unit == Money::new(1) => format!("hela {currency}"),
        (Lang::Sv, Some((_, word))) => format!("jämna {word} {currency}"),
        (Lang::Sv, None) => format!("{currency}, i steg om {each}"),
        (Lang::En, _) if unit == Money::new(1) => format!("whole {currency}"),
        (Lang::En, _) => format!("{currency}, multiples of {each}"),
    }
}

/// Why: the head of the column of reasons.
#[must_use]
pub fn why(words: Words<'_>) -> &'static str {
    words.pick("Varför", "Why")
}

/// The name of the table that can be read as a decision.
#[must_use]
pub fn decision(words: Words<'_>) -> &'static str {
    words.pick("Beslut", "Decision")
}

/// Proof.
#[must_use]
pub fn proof(words: Words<'_>) -> &'static str {
    words.pick("Bevis", "Proof")
}

/// That nothing is better than an allocation of this value.
#[must_use]
pub fn best(value: &Rational, words: Words<'_>) -> String {
    let value = words.number(&written::value(value));
    match words.lang {
        Lang::Sv => format!(
            "Bevisat bäst: fördelningen har värdet {value} enligt prioriteringen, och ingen fördelning som följer \
             reglerna har ett högre värde."
        ),
        Lang::En => format!(
            "Proven best: the allocation is worth {value} by the priorities, and none that keeps the rules is worth \
             more."
        ),
    }
}

/// How much better than an allocation of this value another could be, at most; `gap` is a part of the bound.
#[must_use]
pub fn nearly_best(value: &Rational, bound: &Rational, gap: &Rational, words: Words<'_>) -> String {
    let (value, bound) = (words.number(&written::value(value)), words.number(&written::bound(bound)));
    let gap = words.percent_up(gap);
    match words.lang {
        Lang::Sv => format!(
            "Högst {gap} från det bästa: fördelningen har värdet {value} enligt prioriteringen, och ingen fördelning \
             som följer reglerna har ett högre värde än {bound}."
        ),
        Lang::En => format!(
            "At most {gap} from the best: the allocation is worth {value} by the priorities, and none that keeps the \
             rules is worth more than {bound}."
        ),
    }
}
