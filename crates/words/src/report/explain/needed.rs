//! What is said of what one activity, or those of one applicant, got and would have needed.
//!
//! `open` says what was not tried, where not all was.

use fordela_num::{Money, Rational, written};
use fordela_study::explain::Wanted;

use crate::{Lang, Words, listed};

/// What the applicant gets in all, as [`super::call::of`] has it.
#[must_use]
pub fn applicant_gets(granted: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Sökanden får sammanlagt {granted}."),
        Lang::En => format!("The applicant gets {granted} in all."),
    }
}

/// What an activity gets, as [`super::call::of`] has it, and its priority.
#[must_use]
pub fn gets(granted: &str, priority: &Rational, words: Words<'_>) -> String {
    let priority = words.number(&written::half_even(priority, 2));
    match words.lang {
        Lang::Sv => format!("Föreslås få {granted}; prioriteten är {priority}."),
        Lang::En => format!("Granted {granted}; its priority is {priority}."),
    }
}

/// Which funds pay.
#[must_use]
pub fn paid_by(funds: &[String], words: Words<'_>) -> String {
    format!("{} {}.", words.pick("Betalas av", "Paid by"), listed(words, funds))
}

/// `Buss: 80 000 kr, föreslås inte.`
#[must_use]
pub fn line(title: &str, cost: Money, is_granted: bool, words: Words<'_>) -> String {
    let granted = match is_granted {
        true => words.pick("föreslås", "granted"),
        false => words.pick("föreslås inte", "not granted"),
    };
    format!("{title}: {}, {granted}.", words.money(cost))
}

/// That one of these would have been needed.
#[must_use]
pub fn wanted(wanted: Wanted, words: Words<'_>) -> &'static str {
    match wanted {
        Wanted::All => words.pick(
            "För att få hela beloppet hade något av följande behövts, allt annat lika:",
            "To get all of it, one of these would have been needed, all else equal:",
        ),
        Wanted::More => words.pick(
            "För att få mer än nu hade något av följande behövts, allt annat lika:",
            "To get anything more than now, one of these would have been needed, all else equal:",
        ),
    }
}

/// The score by a criterion that would have been enough: `Samverkan: 2,34 i stället för 1.`
#[must_use]
pub fn score(criterion: &str, needed: &str, now: &str, open: Option<&str>, words: Words<'_>) -> String {
    let (needed, now) = (words.number(needed), words.number(now));
    match (open, words.lang) {
        (None, Lang::Sv) => format!("{criterion}: {needed} i stället för {now}."),
        (None, Lang::En) => format!("{criterion}: {needed} instead of {now}."),
        (Some(open), Lang::Sv) => {
            format!("{criterion}: {needed} i stället för {now} är det lägsta som hittats; {open}.")
        }
        (Some(open), Lang::En) => format!("{criterion}: {needed} instead of {now} is the lowest found; {open}."),
    }
}

/// That no score by a criterion was found that is enough.
#[must_use]
pub fn no_score_found(criterion: &str, open: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("{criterion}: ingen poäng som räcker har hittats; {open}."),
        Lang::En => format!("{criterion}: no score that is enough was found; {open}."),
    }
}

/// That the score by a criterion is the highest.
#[must_use]
pub fn has_highest_score(criterion: &str, max: &str, words: Words<'_>) -> String {
    let max = words.number(max);
    match words.lang {
        Lang::Sv => format!("{criterion}: har redan högsta poäng ({max})."),
        Lang::En => format!("{criterion}: already has the highest score ({max})."),
    }
}

/// That no score by a criterion is enough.
#[must_use]
pub fn no_score(criterion: &str, max: &str, now: &str, words: Words<'_>) -> String {
    let (max, now) = (words.number(max), words.number(now));
    match words.lang {
        Lang::Sv => format!("{criterion}: räcker inte ensamt, inte ens med högsta poäng ({max}; nu {now})."),
        Lang::En => format!("{criterion}: not enough alone, not even at the highest score ({max}; now {now})."),
    }
}

/// The largest ask that would have been granted in full.
#[must_use]
pub fn ask(ask: Money, open: Option<&str>, words: Words<'_>) -> String {
    let ask = words.money(ask);
    match (open, words.lang) {
        (None, Lang::Sv) => format!("Sökt belopp: högst {ask} hade beviljats fullt ut."),
        (None, Lang::En) => format!("Ask: at most {ask} would have been granted in full."),
        (Some(open), Lang::Sv) => {
            format!("Sökt belopp: {ask} hade beviljats fullt ut och är det högsta som hittats; {open}.")
        }
        (Some(open), Lang::En) => {
            format!("Ask: {ask} would have been granted in full, and is the largest found; {open}.")
        }
    }
}

/// That no smaller ask would have been granted in full, or that none was found.
#[must_use]
pub fn no_ask(open: Option<&str>, words: Words<'_>) -> String {
    match (open, words.lang) {
        (None, Lang::Sv) => "Sökt belopp: inget mindre belopp hade beviljats fullt ut.".to_owned(),
        (None, Lang::En) => "Ask: no smaller ask would have been granted in full.".to_owned(),
        (Some(open), Lang::Sv) => {
            format!("Sökt belopp: inget mindre som hade beviljats fullt ut har hittats; {open}.")
        }
        (Some(open), Lang::En) => {
            format!("Ask: no smaller one that would have been granted in full was found; {open}.")
        }
    }
}

/// The budget that would have been enough, and how much that is above the present one.
#[must_use]
pub fn budget(budget: Money, extra: Money, open: Option<&str>, words: Words<'_>) -> String {
    let (budget, extra) = (words.money(budget), words.money(extra));
    match (open, words.lang) {
        (None, Lang::Sv) => format!("Budgeten: {budget}, alltså {extra} mer."),
        (None, Lang::En) => format!("Budget: {budget}, which is {extra} more."),
        (Some(open), Lang::Sv) => {
            format!("Budgeten: {budget}, alltså {extra} mer, är den minsta som hittats; {open}.")
        }
        (Some(open), Lang::En) => format!("Budget: {budget}, which is {extra} more, is the smallest found; {open}."),
    }
}

/// That no budget is enough, or that none was found.
#[must_use]
pub fn no_budget(open: Option<&str>, words: Words<'_>) -> String {
    match (open, words.lang) {
        (None, Lang::Sv) => "Budgeten: räcker inte ensam, hur stor den än är.".to_owned(),
        (None, Lang::En) => "Budget: not enough alone, however large.".to_owned(),
        (Some(open), Lang::Sv) => format!("Budgeten: ingen som räcker har hittats; {open}."),
        (Some(open), Lang::En) => format!("Budget: none that is enough was found; {open}."),
    }
}
