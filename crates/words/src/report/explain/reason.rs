//! Why a fund may not pay, as it is the wrong time. Where there are no lines, it is the activity that goes on then.

use fordela_model::Date;

use crate::{Lang, Words, listed};

/// What goes on after the last day on which the money may be used.
#[must_use]
pub fn after_use_by(fund: &str, lines: &[String], day: Date, use_by: Date, words: Words<'_>) -> String {
    let (what, goes_on) = (what(lines, words), verb(lines, "goes on", "go on"));
    match words.lang {
        Lang::Sv => {
            format!("{fund} får inte betala {what}, som pågår till {day}: medlen ska vara använda senast {use_by}.")
        }
        Lang::En => {
            format!("{fund} may not pay for {what}, which {goes_on} until {day}: the money is to be used by {use_by}.")
        }
    }
}

/// What begins before the first day that the money is meant for.
#[must_use]
pub fn before_period(fund: &str, lines: &[String], day: Date, first: Date, words: Words<'_>) -> String {
    let (what, begins) = (what(lines, words), verb(lines, "begins", "begin"));
    match words.lang {
        Lang::Sv => format!("{fund} får inte betala {what}, som börjar {day}: medlen gäller från {first}."),
        Lang::En => format!(
            "{fund} may not pay for {what}, which {begins} on {day}: the money is meant for the time from {first}."
        ),
    }
}

/// What goes on after the last day that the money is meant for, where what is unspent is not carried over.
#[must_use]
pub fn after_period(fund: &str, lines: &[String], day: Date, last: Date, words: Words<'_>) -> String {
    let (what, goes_on) = (what(lines, words), verb(lines, "goes on", "go on"));
    match words.lang {
        Lang::Sv => format!(
            "{fund} får inte betala {what}, som pågår till {day}: medlen gäller till {last} och förs inte över."
        ),
        Lang::En => format!(
            "{fund} may not pay for {what}, which {goes_on} until {day}: the money is meant for the time to {last}, and is \
             not carried over."
        ),
    }
}

/// `kostnadsposten Löner`, as the object of a sentence.
fn what(lines: &[String], words: Words<'_>) -> String {
    let all = listed(words, lines);
    match (lines.len(), words.lang) {
        (0, Lang::Sv) => "aktiviteten".to_owned(),
        (0, Lang::En) => "it".to_owned(),
        (1, Lang::Sv) => format!("kostnadsposten {all}"),
        (1, Lang::En) => format!("the line {all}"),
        (_, Lang::Sv) => format!("kostnadsposterna {all}"),
        (_, Lang::En) => format!("the lines {all}"),
    }
}

/// The verb of an English sentence, by how many it is of.
fn verb(lines: &[String], one: &'static str, many: &'static str) -> &'static str {
    if lines.len() > 1 { many } else { one }
}
