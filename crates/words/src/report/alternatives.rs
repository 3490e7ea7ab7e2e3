//! What is said of other allocations that are nearly as good.

use fordela_num::{Percent, Rational, written};
use fordela_study::alternatives::Way;

use crate::{Lang, Words};

/// What alternatives are beside a suggestion of this value, and how different they are where that was asked for.
#[must_use]
pub fn headline(value: &Rational, within: Percent, apart: Percent, words: Words<'_>) -> String {
    let (value, currency) = (words.number(&written::value(value)), words.currency_name());
    let within = words.with_sign(&within.number().to_string());
    let apart = if apart.part().is_zero() { String::new() } else { self::apart(apart, words) };
    match words.lang {
        Lang::Sv => format!(
            "Andra fördelningar som följer alla regler och är värda högst {within} mindre än förslaget, som är värt \
             {value}.{apart} Kolumnerna visar skillnaden mot förslaget. Belopp i {currency}."
        ),
        Lang::En => format!(
            "Other allocations that keep all rules and are worth at most {within} less than the suggestion, which is \
             worth {value}.{apart} The columns show the difference from the suggestion. Amounts in {currency}."
        ),
    }
}

/// How different any two of them are.
fn apart(apart: Percent, words: Words<'_>) -> String {
    let apart = words.with_sign(&apart.number().to_string());
    match words.lang {
        Lang::Sv => format!(
            " Mellan två av dem, förslaget inräknat, är skillnaderna i belopp tillsammans minst {apart} av allt som \
             förslaget beviljar."
        ),
        Lang::En => format!(
            " Between any two of them, and the suggestion, the differences in amounts are together at least {apart} of \
             all that the suggestion grants."
        ),
    }
}

/// That there is no alternative.
#[must_use]
pub fn none(words: Words<'_>) -> &'static str {
    words.pick(
        "Det finns inget alternativ inom de gränserna. Med ett större värde på --within kan det finnas några.",
        "There is no alternative within these limits. There may be some with a larger --within.",
    )
}

/// That there are no more than were found, of those that were asked for.
#[must_use]
pub fn no_more(found: usize, most: usize, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => {
            let (found, most) = (words.counted_neuter(found), words.counted_within(most));
            format!("Fler än {found} finns inte inom de gränserna; {most} efterfrågades.")
        }
        Lang::En => format!("No more than {found} exist, of the {most} that were asked for."),
    }
}

/// That no alternative was found, though there may be some.
#[must_use]
pub fn none_found(words: Words<'_>) -> &'static str {
    words.pick(
        "Inget alternativ hittades innan sökningen avbröts; det kan ändå finnas några.",
        "No alternative was found before the search was ended; there may be some all the same.",
    )
}

/// That fewer were found than were asked for, though there may be more.
#[must_use]
pub fn fewer_found(found: usize, most: usize, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!(
            "{found} av de {most} alternativ som efterfrågades hittades innan sökningen avbröts; det kan finnas fler."
        ),
        Lang::En => format!(
            "{found} of the {most} alternatives that were asked for were found before the search was ended; there may be \
             more."
        ),
    }
}

/// Suggestion.
#[must_use]
pub fn suggestion(words: Words<'_>) -> &'static str {
    words.pick("Förslag", "Suggestion")
}

/// Alternative.
#[must_use]
pub fn alternative(words: Words<'_>) -> &'static str {
    words.pick("Alternativ", "Alternative")
}

/// Loses: the head of how much less an alternative is worth.
#[must_use]
pub fn loses(words: Words<'_>) -> &'static str {
    words.pick("Förlorar", "Loses")
}

/// Part of value: the head of what part that is.
#[must_use]
pub fn part_of_value(words: Words<'_>) -> &'static str {
    words.pick("Andel av värdet", "Part of value")
}

/// What an alternative is.
#[must_use]
pub fn way(way: Way, words: Words<'_>) -> &'static str {
    match way {
        Way::NextBest => words.pick("Näst bäst", "Next best"),
        Way::MostDifferent => words.pick("Så olikt som möjligt", "As different as can be"),
    }
}
