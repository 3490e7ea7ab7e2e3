//! What it costs that applicants decide themselves.

use fordela_num::{Rational, written};

use crate::{Lang, Words};

/// The price of delegation; `of` is whose call it is in the value of, where that is not the first.
#[must_use]
pub fn heading(of: Option<&str>, words: Words<'_>) -> String {
    let heading = words.pick("Vad delegeringen kostar", "The price of delegation");
    of.map_or_else(|| heading.to_owned(), |of| format!("{heading}: {of}"))
}

/// That it is not known what delegation costs.
#[must_use]
pub fn unknown(words: Words<'_>) -> &'static str {
    words.pick(
        "Vad delegeringen kostar är inte känt, eftersom det inte är känt vad alla får.",
        "What delegation costs is not known, as it is not known what all get.",
    )
}

/// What is decided is worth, what it would be if all were split from one level, and what delegation costs.
#[must_use]
pub fn price([centre, value, price]: [&Rational; 3], share: Option<&Rational>, words: Words<'_>) -> String {
    let part = share.map(|share| format!(" ({})", words.share(&share.abs()))).unwrap_or_default();
    let [centre, value] = [centre, value].map(|number| words.number(&written::value(number)));
    let cost = words.number(&written::half_even(&price.abs(), 2));
    match (price.is_negative(), words.lang) {
        (false, Lang::Sv) => format!(
            "Enligt prioriteringen på denna nivå är det som beslutas värt {value}. Om allt fördelades härifrån \
             vore det värt {centre}: delegeringen kostar {cost}{part}."
        ),
        (false, Lang::En) => format!(
            "By the priorities of this level, what is decided is worth {value}. If all were split from here it would \
             be worth {centre}: delegation costs {cost}{part}."
        ),
        (true, Lang::Sv) => format!(
            "Enligt prioriteringen på denna nivå är det som beslutas värt {value}, och det som föreslås härifrån \
             {centre}: {cost}{part} mer. Så kan det vara bara om förslaget inte är bevisat bäst, eller om besluten \
             bryter mot en regel."
        ),
        (true, Lang::En) => format!(
            "By the priorities of this level, what is decided is worth {value}, and what is suggested from here \
             {centre}: {cost}{part} more. That can be only where the suggestion is not proven to be worth most, or \
             where the decisions break a rule."
        ),
    }
}

/// The heads of values at this level: whose, split from here, as decided, and the price.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 4] {
    words.pick_each([
        ("Värde på denna nivå", "Value at this level"),
        ("Fördelat härifrån", "Split from here"),
        ("Som beslutat", "As decided"),
        ("Pris", "Price"),
    ])
}

/// All applicants.
#[must_use]
pub fn all(words: Words<'_>) -> &'static str {
    words.pick("Alla sökande", "All applicants")
}

/// Which activities of an applicant the level does not know.
#[must_use]
pub fn unlisted(applicant: &str, activities: &[String], words: Words<'_>) -> String {
    let activities = activities.join("; ");
    match words.lang {
        Lang::Sv => format!(
            "{applicant} har aktiviteter som denna nivå inte känner till, och som inte värderas här: {activities}."
        ),
        Lang::En => {
            format!(
                "{applicant} has activities that this level does not know, and that are not valued here: {activities}."
            )
        }
    }
}

/// Which activities are not in the applicants' own calls.
#[must_use]
pub fn left_out(activities: &[&str], words: Words<'_>) -> String {
    let activities = activities.join("; ");
    match words.lang {
        Lang::Sv => format!("Finns inte i de sökandes egna utlysningar, och får inget: {activities}."),
        Lang::En => format!("Not in the applicants' own calls, and gets nothing: {activities}."),
    }
}
