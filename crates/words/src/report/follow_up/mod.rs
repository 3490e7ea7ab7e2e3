//! What became of granted money.

pub mod accounts;
pub mod sums;

use fordela_num::Money;

use crate::{Lang, Words};

/// Which decision is followed up by which outcome, and its sums.
#[must_use]
pub fn headline(decision: &str, outcome: &str, granted: Money, spent: Money, words: Words<'_>) -> String {
    let (granted, spent) = (words.money(granted), words.money(spent));
    let name = words.currency_name();
    match words.lang {
        Lang::Sv => format!(
            "Uppföljning av beslutet i {decision} med utfallet i {outcome}: {granted} beviljades och {spent} har förbrukats. Belopp i {name}."
        ),
        Lang::En => format!(
            "Follow-up of the decision in {decision} by the outcome in {outcome}: {granted} was granted, and {spent} was spent. Amounts in {name}."
        ),
    }
}

/// How many things need to be looked at.
#[must_use]
pub fn found(findings: usize, words: Words<'_>) -> String {
    match (findings, words.lang) {
        (0, Lang::Sv) => "Inget behöver ses över.".to_owned(),
        (0, Lang::En) => "Nothing needs to be looked at.".to_owned(),
        (1, Lang::Sv) => "En uppgift behöver ses över:".to_owned(),
        (1, Lang::En) => "One thing needs to be looked at:".to_owned(),
        (n, Lang::Sv) => format!("{} uppgifter behöver ses över:", words.counted(n)),
        (n, Lang::En) => format!("{} things need to be looked at:", words.counted(n)),
    }
}

/// Spent.
#[must_use]
pub fn spent(words: Words<'_>) -> &'static str {
    words.pick("Utfall", "Spent")
}

/// Unspent.
#[must_use]
pub fn unspent(words: Words<'_>) -> &'static str {
    words.pick("Ej förbrukat", "Unspent")
}

/// Repaid.
#[must_use]
pub fn repaid(words: Words<'_>) -> &'static str {
    words.pick("Återbetalas", "Repaid")
}

/// Carried over.
#[must_use]
pub fn carried_over(words: Words<'_>) -> &'static str {
    words.pick("Överförs", "Carried over")
}

/// Returned.
#[must_use]
pub fn returned(words: Words<'_>) -> &'static str {
    words.pick("Återlämnas", "Returned")
}
