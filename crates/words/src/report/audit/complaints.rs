//! Who has a higher priority and a lower share than somebody else.

use fordela_model::Party;
use fordela_model::call::Kind;
use fordela_num::Money;

use crate::{Lang, Words};

/// Higher priority but lower share.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Högre prioritet men lägre andel", "Higher priority but lower share")
}

/// In how many cases it is so.
#[must_use]
pub fn lead(count: usize, among: Party, words: Words<'_>) -> String {
    let number = match words.lang {
        Lang::Sv => words.counted_neuter(count),
        Lang::En => words.number(&count.to_string()),
    };
    match (count, among, words.lang) {
        (0, Party::Applicant, Lang::Sv) => {
            "Ingen sökande har högre prioritet men lägre andel än någon annan.".to_owned()
        }
        (0, Party::Activity, Lang::Sv) => {
            "Ingen aktivitet har högre prioritet men lägre andel än någon annan.".to_owned()
        }
        (0, Party::Applicant, Lang::En) => {
            "No applicant has a higher priority but a lower share than another.".to_owned()
        }
        (0, Party::Activity, Lang::En) => {
            "No activity has a higher priority but a lower share than another.".to_owned()
        }
        (_, Party::Applicant, Lang::Sv) => format!(
            "I {number} fall har en sökande högre prioritet men lägre andel än en annan. En sökandes prioritet är \
             aktiviteternas medelvärde, vägt efter sökt belopp."
        ),
        (_, Party::Applicant, Lang::En) => format!(
            "Cases in which an applicant has a higher priority but a lower share than another: {number}. The priority of \
             an applicant is the mean of its activities, weighed by what they ask for."
        ),
        (_, Party::Activity, Lang::Sv) => {
            format!("I {number} fall har en aktivitet högre prioritet men lägre andel än en annan.")
        }
        (_, Party::Activity, Lang::En) => {
            format!("Cases in which an activity has a higher priority but a lower share than another: {number}.")
        }
    }
}

/// How many can be put right and how many are explained, of those that are shown; `shown` where they are not all.
#[must_use]
pub fn tried(shown: Option<usize>, justified: usize, explained: usize, words: Words<'_>) -> String {
    let [justified, by_rule] = [justified, explained].map(|count| words.counted_neuter(count));
    let shown = match (shown, words.lang) {
        (Some(shown), Lang::Sv) => format!("De {shown} största visas:"),
        (None, Lang::Sv) => "Av dem:".to_owned(),
        (Some(shown), Lang::En) => format!("The {shown} largest are shown:"),
        (None, Lang::En) => "Of these:".to_owned(),
    };
    match words.lang {
        Lang::Sv => {
            format!(
                "{shown} {justified} kan rättas inom reglerna och {by_rule} förklaras av en regel eller ett villkor."
            )
        }
        Lang::En => format!(
            "{shown} {justified} can be put right within the rules, {by_rule} are explained by a rule or a condition."
        ),
    }
}

/// What the difference is.
#[must_use]
pub fn difference_explained(words: Words<'_>) -> &'static str {
    words.pick(
        "Skillnad: så mycket mer den första hade fått med den andras andel.",
        "Difference: how much more the first would get with the share of the other.",
    )
}

/// What is to be moved.
#[must_use]
pub fn move_explained(words: Words<'_>) -> &'static str {
    words.pick(
        "Flytta: det minsta belopp som behöver flyttas från den andra för att den första inte ska ha lägre andel; det \
         har prövats mot alla regler, finansieringen och vad som kan beviljas.",
        "Move: the least money that has to be moved from the other for the first to have no lower share; it has been \
         tried against all rules, the funds and what can be granted.",
    )
}

/// What the value is.
#[must_use]
pub fn value_explained(words: Words<'_>) -> &'static str {
    words.pick(
        "Värde: så ändras fördelningens värde av flytten.",
        "Value: how the value of the allocation changes by the move.",
    )
}

/// That less than a unit is of rounding.
#[must_use]
pub fn rounding_explained(unit: Money, words: Words<'_>) -> String {
    let unit = words.money(unit);
    match words.lang {
        Lang::Sv => format!("En skillnad under {unit} beror på avrundningen till jämna belopp."),
        Lang::En => format!("A difference below {unit} is within the rounding to round amounts."),
    }
}

/// The heads of who has the higher and who the lower priority, and of whether it can be put right.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 3] {
    words.pick_each([
        ("Högre prioritet", "Higher priority"),
        ("Lägre prioritet, högre andel", "Lower priority, higher share"),
        ("Kan det rättas?", "Can it be put right?"),
    ])
}

/// That it can be put right by moving so much.
#[must_use]
pub fn can_move(moved: Money, words: Words<'_>) -> String {
    format!("{} {}", words.pick("ja, flytta", "yes, move"), words.amount(moved))
}

/// That it cannot be put right, and what is in the way.
#[must_use]
pub fn cannot(obstacles: &[String], words: Words<'_>) -> String {
    format!("{}: {}", words.pick("nej", "no"), obstacles.join(", "))
}

/// A cap or floor that is in the way: `tak X`. It may be called just what it is.
#[must_use]
pub fn limit(kind: Kind, name: &str, words: Words<'_>) -> String {
    let kind = match kind {
        Kind::AtMost => words.pick("tak", "cap"),
        Kind::AtLeast => words.pick("golv", "floor"),
    };
    if name == kind { kind.to_owned() } else { format!("{kind} {name}") }
}

/// That no such amount can be granted.
#[must_use]
pub fn no_such_amount(words: Words<'_>) -> &'static str {
    words.pick("beloppet kan inte beviljas", "no such amount can be granted")
}

/// That the funds run out.
#[must_use]
pub fn funds_run_out(words: Words<'_>) -> &'static str {
    words.pick("finansieringen räcker inte", "the funds run out")
}

/// That it cannot be split over activities.
#[must_use]
pub fn cannot_be_split(words: Words<'_>) -> &'static str {
    words.pick("går inte att dela på aktiviteterna", "cannot be split over activities")
}

/// That it is unknown, as it depends on cost items.
#[must_use]
pub fn depends_on_lines(words: Words<'_>) -> &'static str {
    words.pick("okänt: beror på kostnadsposter", "unknown: depends on cost items")
}

/// That it is unknown, as there are too many choices.
#[must_use]
pub fn too_many_choices(words: Words<'_>) -> &'static str {
    words.pick("okänt: för många val", "unknown: too many choices")
}

/// That it is unknown, as time ran out.
#[must_use]
pub fn out_of_time(words: Words<'_>) -> &'static str {
    words.pick("okänt: tiden tog slut", "unknown: time ran out")
}

/// That it is unknown, as it depends on the funds.
#[must_use]
pub fn depends_on_funds(words: Words<'_>) -> &'static str {
    words.pick("okänt: beror på finansieringen", "unknown: the funds")
}

/// That it is unknown, as the decision breaks rules.
#[must_use]
pub fn decision_breaks_rules(words: Words<'_>) -> &'static str {
    words.pick("okänt: beslutet bryter regler", "unknown: the decision breaks rules")
}
