//! What is said of where the answer changes along a range.

use fordela_model::call::Kind;
use fordela_study::explain::Award;

use crate::{Lang, Words, quoted};

/// Where the answer changes, along a range that is told.
#[must_use]
pub fn heading(range: &str, words: Words<'_>) -> String {
    format!("{}: {range}", words.pick("Var svaret ändras", "Where the answer changes"))
}

/// That the answer changes nowhere.
#[must_use]
pub fn nowhere(words: Words<'_>) -> &'static str {
    words.pick(
        "Ingenstans: vid alla värden får samma aktiviteter hela beloppet, en del eller inget, och samma regler påverkar \
         svaret.",
        "Nowhere: at all values the same activities get all, a part or nothing, and the same rules bind.",
    )
}

/// Before: the head of the last value before a change.
#[must_use]
pub fn before(words: Words<'_>) -> &'static str {
    words.pick("Före", "Before")
}

/// After: the head of the first value after a change.
#[must_use]
pub fn after(words: Words<'_>) -> &'static str {
    words.pick("Efter", "After")
}

/// That the call is possible from here.
#[must_use]
pub fn possible(words: Words<'_>) -> &'static str {
    words.pick("reglerna kan följas", "the rules can be kept")
}

/// That the call is impossible from here.
#[must_use]
pub fn impossible(words: Words<'_>) -> &'static str {
    words.pick("ingen fördelning följer reglerna", "no allocation keeps the rules")
}

/// That there is no answer from here.
#[must_use]
pub fn unanswered(words: Words<'_>) -> &'static str {
    words.pick("inget svar hittades", "no answer was found")
}

/// That an activity gets all, a part or nothing instead of another of these.
#[must_use]
pub fn gets(title: &str, old: Award, new: Award, words: Words<'_>) -> String {
    let [old, new] = [old, new].map(|one| award(one, words));
    match words.lang {
        Lang::Sv => format!("{title} får {new} i stället för {old}"),
        Lang::En => format!("{title} gets {new} instead of {old}"),
    }
}

fn award(award: Award, words: Words<'_>) -> &'static str {
    match award {
        Award::Full => words.pick("hela beloppet", "all of it"),
        Award::Part => words.pick("en del", "a part"),
        Award::None => words.pick("inget", "nothing"),
    }
}

/// That a rule comes to bind; `whom` it is for as it stands after a rule, or nothing.
#[must_use]
pub fn comes_to_bind(kind: Kind, rule: &str, whom: &str, words: Words<'_>) -> String {
    format!("{} {}{whom}", named(kind, rule, words), words.pick("börjar påverka svaret", "comes to bind"))
}

/// That a rule ceases to bind; `whom` it is for as it stands after a rule, or nothing.
#[must_use]
pub fn ceases_to_bind(kind: Kind, rule: &str, whom: &str, words: Words<'_>) -> String {
    format!("{} {}{whom}", named(kind, rule, words), words.pick("slutar påverka svaret", "ceases to bind"))
}

/// `taket ”X”`.
fn named(kind: Kind, rule: &str, words: Words<'_>) -> String {
    let kind = match kind {
        Kind::AtMost => words.pick("taket", "the cap"),
        Kind::AtLeast => words.pick("golvet", "the floor"),
    };
    format!("{kind} {}", quoted(rule, words.lang))
}
