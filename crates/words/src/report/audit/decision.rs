//! What a decision breaks.

use fordela_num::{Money, Rational};

use crate::{Lang, Words};

/// Rules and conditions.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Regler och villkor", "Rules and conditions")
}

/// That it breaks nothing, as far as is known.
#[must_use]
pub fn breaks_none(words: Words<'_>) -> &'static str {
    words.pick(
        "Såvitt det är känt bryter beslutet inte mot någon regel eller något villkor.",
        "The decision breaks no rule and no condition, as far as is known.",
    )
}

/// What stands above all that it breaks.
#[must_use]
pub fn breaks(words: Words<'_>) -> &'static str {
    words.pick("Beslutet bryter mot:", "The decision breaks:")
}

/// Of which rules it is not known whether they are kept.
#[must_use]
pub fn unknown(rules: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Det är inte känt om dessa regler följs: {rules}."),
        Lang::En => format!("It is not known whether these rules are kept: {rules}."),
    }
}

/// That what it does not say can be settled so that all rules are kept.
#[must_use]
pub fn can_be_settled(words: Words<'_>) -> &'static str {
    words.pick(
        "Det som beslutet inte anger går att ordna så att alla regler följs; det har prövats.",
        "What the decision does not say can be settled so that all rules are kept; it has been tried.",
    )
}

/// That what it does not say cannot be settled.
#[must_use]
pub fn cannot_be_settled(words: Words<'_>) -> &'static str {
    words.pick(
        "Det som beslutet inte anger går inte att ordna så att alla regler och villkor följs.",
        "What the decision does not say cannot be settled so that all is kept.",
    )
}

/// Which rules cannot be kept, however what it does not say is settled.
#[must_use]
pub fn cannot_be_kept(rules: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Oavsett hur det som beslutet inte anger ordnas kan dessa regler inte följas: {rules}."),
        Lang::En => {
            format!("However what the decision does not say is settled, these rules cannot be kept: {rules}.")
        }
    }
}

/// That it took too much to try whether what it does not say can be settled.
#[must_use]
pub fn not_tried(words: Words<'_>) -> &'static str {
    words.pick(
        "Det hann inte prövas om det som beslutet inte anger går att ordna så att alla regler följs.",
        "Whether what the decision does not say can be settled so that all rules are kept took too much to try.",
    )
}

/// A rule that is broken, with its limit and what the sum is.
#[must_use]
pub fn rule(rule: &str, limit: &str, sum: Money, words: Words<'_>) -> String {
    format!("{rule}: {limit}, {} {}", words.pick("det blev", "it is"), words.amount(sum))
}

/// Who gets more than it asks for.
#[must_use]
pub fn above_ask(to: &str, amount: Money, words: Words<'_>) -> String {
    let gets = words.pick("får mer än vad som söks:", "gets more than it asks for:");
    format!("{to} {gets} {}", words.amount(amount))
}

/// Who gets what is no round amount.
#[must_use]
pub fn between_units(to: &str, amount: Money, words: Words<'_>) -> String {
    let amount = words.amount(amount);
    match words.lang {
        Lang::Sv => format!("{to} får {amount}, som inte är ett jämnt belopp"),
        Lang::En => format!("{to} gets {amount}, which is no round amount"),
    }
}

/// Who cannot be granted what it gets.
#[must_use]
pub fn not_grantable(to: &str, amount: Money, words: Words<'_>) -> String {
    format!("{to} {} {}", words.pick("kan inte beviljas", "cannot be granted"), words.amount(amount))
}

/// Whose cost items do not cost what it gets.
#[must_use]
pub fn no_such_lines(to: &str, words: Words<'_>) -> String {
    let none = words.pick(
        "inga kostnadsposter uppgår till just det belopp som beviljas",
        "no cost items cost just the amount that is granted",
    );
    format!("{to}: {none}")
}

/// How much the funds lack.
#[must_use]
pub fn funds_lack(lacking: &Rational, words: Words<'_>) -> String {
    let lacking = words.sum(lacking);
    match words.lang {
        Lang::Sv => format!("Finansieringen: {lacking} saknas"),
        Lang::En => format!("The funds: {lacking} is lacking"),
    }
}
