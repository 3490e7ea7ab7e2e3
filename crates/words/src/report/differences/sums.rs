//! What is said of what the budget, the grants and the value become.

use crate::{Lang, Words};

/// In all: the head of names of sums.
#[must_use]
pub fn in_all(words: Words<'_>) -> &'static str {
    words.pick("Totalt", "In all")
}

/// Asked for: a sum.
#[must_use]
pub fn asked_for(words: Words<'_>) -> &'static str {
    words.pick("Sökt belopp", "Asked for")
}

/// Granted: a sum.
#[must_use]
pub fn granted(words: Words<'_>) -> &'static str {
    words.pick("Beviljas", "Granted")
}

/// Left over: a sum.
#[must_use]
pub fn left_over(words: Words<'_>) -> &'static str {
    words.pick("Blir över", "Left over")
}

/// Expected to be repaid: a sum.
#[must_use]
pub fn expected_repaid(words: Words<'_>) -> &'static str {
    words.pick("Väntas återbetalas", "Expected to be repaid")
}

/// Repaid at worst: a sum.
#[must_use]
pub fn repaid_at_worst(words: Words<'_>) -> &'static str {
    words.pick("Återbetalas i värsta fall", "Repaid at worst")
}

/// That values are not compared; of these scenarios alone where there are any.
#[must_use]
pub fn values_not_compared(of: &[String], words: Words<'_>) -> String {
    let of = if of.is_empty() { String::new() } else { format!(" {} {}", words.pick("för", "for"), of.join(", ")) };
    match words.lang {
        Lang::Sv => format!(
            "Värdet jämförs inte{of}: prioriteterna är ändrade, så att samma belopp är värda olika mycket före och efter."
        ),
        Lang::En => {
            format!("Values are not compared{of}: priorities differ, so that the same grants are worth more or less.")
        }
    }
}
