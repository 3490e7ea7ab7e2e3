//! A decision that was added to a log.

use fordela_num::{Money, Rational, written};

use crate::{Lang, Words};

/// Which entry was added to which log, and who decided when.
#[must_use]
pub fn headline(entry: usize, log: &str, role: &str, date: Option<&str>, words: Words<'_>) -> String {
    let date = date.map(|date| format!(", {date}")).unwrap_or_default();
    let name = words.currency_name();
    match words.lang {
        Lang::Sv => format!("Post {entry} har lagts till i {log}. Beslut av {role}{date}. Belopp i {name}."),
        Lang::En => format!("Entry {entry} was added to {log}. Decided by {role}{date}. Amounts in {name}."),
    }
}

/// Reason.
#[must_use]
pub fn reason(words: Words<'_>) -> &'static str {
    words.pick("Skäl", "Reason")
}

/// The reason of the decision.
#[must_use]
pub fn for_reason(reason: &str, words: Words<'_>) -> String {
    format!("{}: {reason}", self::reason(words))
}

/// That there is nothing to deviate from.
#[must_use]
pub fn impossible(words: Words<'_>) -> &'static str {
    words.pick(
        "Utlysningen går inte att genomföra, så det finns inget förslag att avvika från.",
        "The call is impossible, so that there is no suggestion to deviate from.",
    )
}

/// That the decision is as suggested.
#[must_use]
pub fn as_suggested(words: Words<'_>) -> &'static str {
    words.pick("Beslutet följer förslaget.", "The decision is as suggested.")
}

/// The heads of what was suggested and what was decided.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 2] {
    words.pick_each([("Förslag", "Suggested"), ("Beslut", "Decided")])
}

/// What stands beside the sums of all.
#[must_use]
pub fn all(words: Words<'_>) -> &'static str {
    words.pick("Totalt, inklusive dem utan avvikelse", "Total, also without deviation")
}

/// How much was added and taken away.
#[must_use]
pub fn moved(raised: Money, lowered: Money, words: Words<'_>) -> String {
    let (raised, lowered) = (words.money(raised), words.money(lowered));
    match words.lang {
        Lang::Sv => format!("Jämfört med förslaget har sammanlagt {raised} lagts till och {lowered} dragits av."),
        Lang::En => format!("Compared with the suggestion, {raised} was added in all and {lowered} taken away."),
    }
}

/// What the decision costs in value, or how much more it is worth.
#[must_use]
pub fn lost(lost: &Rational, suggested: &Rational, decided: &Rational, words: Words<'_>) -> String {
    let [suggested, decided] = [suggested, decided].map(|value| words.number(&written::value(value)));
    let by = words.number(&written::half_even(&lost.abs(), 2));
    match (lost.is_negative(), words.lang) {
        (false, Lang::Sv) => format!(
            "Det kostar {by} i värde: enligt prioriteringarna är förslaget värt {suggested} och beslutet {decided}."
        ),
        (false, Lang::En) => format!(
            "That costs {by} in value: by the priorities the suggestion is worth {suggested}, and the decision {decided}."
        ),
        (true, Lang::Sv) => format!(
            "Enligt prioriteringarna är beslutet värt {decided}, {by} mer än förslaget, {suggested}: det bryter mot en \
             regel, går utöver budgeten eller delar lika mindre än utlysningen anger."
        ),
        (true, Lang::En) => format!(
            "By the priorities the decision is worth {decided}, {by} more than the suggestion, {suggested}: it breaks a \
             rule, goes beyond the budget, or shares less equally than the call says."
        ),
    }
}

/// What the decision costs in value at least, where it does not say what every activity gets.
#[must_use]
pub fn lost_at_least(lost: &Rational, suggested: &Rational, decided_at_most: &Rational, words: Words<'_>) -> String {
    let [suggested, lost] = [suggested, lost].map(|value| words.number(&written::value(value)));
    let most = words.number(&written::bound(decided_at_most));
    match words.lang {
        Lang::Sv => format!(
            "Det kostar minst {lost} i värde: enligt prioriteringarna är förslaget värt {suggested} och beslutet högst \
             {most}, oavsett hur summorna delas upp på aktiviteter."
        ),
        Lang::En => format!(
            "That costs at least {lost} in value: by the priorities the suggestion is worth {suggested}, and the decision \
             at most {most}, however the sums are parted over activities."
        ),
    }
}

/// That it is not known what the decision costs in value.
#[must_use]
pub fn lost_unknown(words: Words<'_>) -> &'static str {
    words.pick(
        "Vad det kostar i värde är inte känt, eftersom beslutet inte anger vad varje aktivitet får.",
        "What that costs in value is not known, as the decision does not say what every activity gets.",
    )
}

/// The seal of the log, and what it is good for.
#[must_use]
pub fn sealed(seal: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => {
            format!("Loggens sigill är nu {seal}. Om sigillet antecknas i protokollet syns senare ändringar i loggen.")
        }
        Lang::En => {
            format!("The seal of the log is now {seal}. If the minutes hold it, it shows if the log is written anew.")
        }
    }
}
