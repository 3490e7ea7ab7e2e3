//! What became of granted money.

pub mod accounts;
pub mod sums;

use fordela_num::Money;
use fordela_study::payers::PayersBy;

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

/// How it is known which fund pays what, where the decision does not say it.
#[must_use]
pub fn payers(payers: PayersBy, words: Words<'_>) -> Option<&'static str> {
    let told = match payers {
        PayersBy::Decision => return None,
        PayersBy::Rules => (
            "Beslutet anger inte vilken källa som betalar vad; det har fyllts i enligt utlysningens regler.",
            "The decision does not say which fund pays what; that was filled in by the rules of the call.",
        ),
        PayersBy::Applicants => (
            "Vilken källa som betalar är inte känt för alla, eftersom beslutet anger belopp för sökande och inte för deras \
             aktiviteter.",
            "Which fund pays is not known for all, as the decision gives sums of applicants and not of their activities.",
        ),
        PayersBy::OnlySome => (
            "Vilken källa som betalar är inte känt för alla, eftersom beslutet anger det bara för några. Utan kolumner för \
             källor fylls det i för alla enligt utlysningens regler.",
            "Which fund pays is not known for all, as the decision says it of some only. Without columns of funds it is \
             filled in for all by the rules of the call.",
        ),
        PayersBy::Outcome => (
            "Vilken källa som betalar är inte känt för alla: beslutet anger det inte, och utfallet anger andra källor än de som \
             skulle betala enligt utlysningens regler.",
            "Which fund pays is not known for all: the decision does not say it, and the outcome names other funds than \
             would pay by the rules of the call.",
        ),
        PayersBy::BrokenRules => (
            "Vilken källa som betalar är inte känt för alla, eftersom källorna inte kan betala beloppen så att utlysningens \
             regler följs.",
            "Which fund pays is not known for all, as the funds cannot pay these sums so that the rules of the call are kept.",
        ),
        PayersBy::Effort => (
            "Vilken källa som betalar är inte känt för alla: det hann inte räknas ut.",
            "Which fund pays is not known for all: there was no time to work it out.",
        ),
    };
    Some(words.pick(told.0, told.1))
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
