//! What an applicant makes of its sum by its own call.

use fordela_num::Money;

use crate::{Lang, Words, quoted};

/// By which call the sum is split.
#[must_use]
pub fn split_by(title: &str, words: Words<'_>) -> String {
    let title = quoted(title, words.lang);
    match words.lang {
        Lang::Sv => format!("Fördelas enligt {title}."),
        Lang::En => format!("Split by {title}."),
    }
}

/// Where the money comes from: funds with what they pay.
#[must_use]
pub fn money_from(funds: &[String], words: Words<'_>) -> String {
    let funds = funds.join(", ");
    match words.lang {
        Lang::Sv => format!("Pengarna kommer från {funds}."),
        Lang::En => format!("The money comes from {funds}."),
    }
}

/// How much of the sum is not granted.
#[must_use]
pub fn left(left: Money, words: Words<'_>) -> String {
    let left = words.money(left);
    match words.lang {
        Lang::Sv => format!("{left} av summan fördelas inte."),
        Lang::En => format!("{left} of the sum is not granted."),
    }
}

/// How much of what is not granted has no fund.
#[must_use]
pub fn unplaced(unplaced: Money, words: Words<'_>) -> String {
    let unplaced = words.money(unplaced);
    match words.lang {
        Lang::Sv => format!("Av detta saknar {unplaced} finansieringskälla i utlysningen."),
        Lang::En => format!("Of that, {unplaced} has no fund in the call."),
    }
}

/// The head of what the level above would grant.
#[must_use]
pub fn by_the_level_above(words: Words<'_>) -> &'static str {
    words.pick("Enligt nivån över", "By the level above")
}
