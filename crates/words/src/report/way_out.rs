//! What is said of the ways out of a conflict.

use fordela_model::call::Limit;
use fordela_num::{Money, Rational};

use crate::impossible::up_to_hundredths;
use crate::{Lang, Words, limit, quoted};

/// The least change that is enough.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Minsta ändring som krävs", "The least change that is enough")
}

/// That no change was found.
#[must_use]
pub fn none_found(words: Words<'_>) -> &'static str {
    words.pick("Ingen hittades innan sökningen avbröts.", "None was found within the effort that is spent on looking.")
}

/// Other ways out.
#[must_use]
pub fn others(words: Words<'_>) -> &'static str {
    words.pick("Andra utvägar", "Other ways out")
}

/// Higher caps.
#[must_use]
pub fn higher_caps(words: Words<'_>) -> &'static str {
    words.pick("Höjda tak", "Higher caps")
}

/// That higher caps are not enough.
#[must_use]
pub fn higher_caps_not_enough(words: Words<'_>) -> &'static str {
    words.pick("Att bara höja taken räcker inte.", "Raising caps alone is not enough.")
}

/// The same cut of the floors.
#[must_use]
pub fn even_cut(words: Words<'_>) -> &'static str {
    words.pick("Samma procentuella sänkning av golven", "The same cut of the floors in per cent")
}

/// That lower floors are not enough.
#[must_use]
pub fn even_cut_not_enough(words: Words<'_>) -> &'static str {
    words.pick("Att sänka golven räcker inte.", "Lowering the floors is not enough.")
}

/// By what part some number of floors are cut; `all_floors` where those are all of the call.
#[must_use]
pub fn cut_by(part: &Rational, floors: usize, all_floors: bool, words: Words<'_>) -> String {
    let head = match floors {
        1 => words.pick("Sänkning av golvet", "A cut of the floor in per cent"),
        _ => even_cut(words),
    };
    let which = match all_floors {
        false => "",
        true => words.pick(
            " av alla golv i utlysningen, eftersom det inte räcker att sänka de oförenliga",
            " of all floors of the call, as those in conflict are not enough",
        ),
    };
    format!("{head}: {}{which}.", words.percent_up(part))
}

/// From what to what a floor is lowered, by its name.
#[must_use]
pub fn lowered(name: &str, from: Limit, to: Limit, words: Words<'_>) -> String {
    let (name, from, to) = (quoted(name, words.lang), limit::size(from, words), limit::size(to, words));
    match words.lang {
        Lang::Sv => format!("golvet {name} sänks från {from} till {to}"),
        Lang::En => format!("the floor {name} is lowered from {from} to {to}"),
    }
}

/// More money.
#[must_use]
pub fn more_money(words: Words<'_>) -> &'static str {
    words.pick("Mer pengar", "More money")
}

/// That more money is not enough.
#[must_use]
pub fn more_money_not_enough(words: Words<'_>) -> &'static str {
    words.pick(
        "Mer pengar hjälper inte, hur stor budgeten än blir.",
        "More money does not help, however large the budget.",
    )
}

/// A larger budget, and by how much it is larger.
#[must_use]
pub fn budget(budget: Money, by: Money, words: Words<'_>) -> String {
    let (budget, by) = (words.money(budget), words.money(by));
    match words.lang {
        Lang::Sv => format!("en budget på {budget}, {by} mer, fördelat på källorna i samma proportion som nu"),
        Lang::En => format!("a budget of {budget}, {by} more, with all funds in the same proportion as now"),
    }
}

/// Unchanged floors.
#[must_use]
pub fn kept_floors(words: Words<'_>) -> &'static str {
    words.pick("Oförändrade golv", "Unchanged floors")
}

/// That floors cannot be kept.
#[must_use]
pub fn kept_floors_not_enough(words: Words<'_>) -> &'static str {
    words.pick(
        "Golven kan inte behållas ens med både högre tak och mer pengar.",
        "The floors cannot be kept even with both higher caps and more money.",
    )
}

/// That it was not settled whether a way is enough.
#[must_use]
pub fn not_settled(words: Words<'_>) -> &'static str {
    words.pick("om det räcker hann inte utredas.", "whether it is enough was not settled within the effort.")
}

/// That less is not enough.
#[must_use]
pub fn is_least(words: Words<'_>) -> &'static str {
    words.pick("En mindre ändring räcker inte.", "Nothing less is enough.")
}

/// That it was not settled whether less is enough.
#[must_use]
pub fn least_not_settled(words: Words<'_>) -> &'static str {
    words.pick(
        "Om en mindre ändring räcker hann inte utredas.",
        "Whether less is enough was not settled within the effort.",
    )
}

/// What can be granted at most then, or at least.
#[must_use]
pub fn then_granted(granted: Money, is_most: bool, words: Words<'_>) -> String {
    let granted = words.money(granted);
    match (is_most, words.lang) {
        (true, Lang::Sv) => format!("Då kan högst {granted} beviljas."),
        (false, Lang::Sv) => format!("Då kan minst {granted} beviljas."),
        (true, Lang::En) => format!("Then at most {granted} can be granted."),
        (false, Lang::En) => format!("Then at least {granted} can be granted."),
    }
}

/// `Sammanlagt 3,00 kr.`
#[must_use]
pub fn in_all(by: &Rational, words: Words<'_>) -> String {
    format!("{} {}.", words.pick("Sammanlagt", "In all"), up_to_hundredths(by, words))
}
