//! Why a call is impossible, beside what [`crate::impossible`] says.

use fordela_num::{Money, Rational};
use fordela_solve::Proven;

use crate::{Lang, Words};

/// That a floor is above what it is for asks for.
#[must_use]
pub fn floor_above_asked(floor: &Rational, asked: Money, words: Words<'_>) -> String {
    let (floor, asked) = (words.sum(floor), words.money(asked));
    match words.lang {
        Lang::Sv => format!("Golvet kräver {floor}, men det som golvet gäller söker bara {asked}."),
        Lang::En => format!("The floor requires {floor}, but what it is for asks for only {asked}."),
    }
}

/// That a floor is above what funds hold.
#[must_use]
pub fn floor_above_funds(floor: &Rational, funds: Money, words: Words<'_>) -> String {
    let (floor, funds) = (words.sum(floor), words.money(funds));
    match words.lang {
        Lang::Sv => format!("Golvet kräver {floor}, men de källor som får betala har bara {funds}."),
        Lang::En => format!("The floor requires {floor}, but the funds that may pay hold only {funds}."),
    }
}

/// That floors are together above what funds hold.
#[must_use]
pub fn floors_above_funds(floors: &Rational, funds: Money, words: Words<'_>) -> String {
    let (floors, funds) = (words.sum(floors), words.money(funds));
    match words.lang {
        Lang::Sv => format!("Golven kräver tillsammans {floors}, men de källor som får betala har bara {funds}."),
        Lang::En => format!("Together the floors require {floors}, but the funds that may pay hold only {funds}."),
    }
}

/// That floors are together above the budget.
#[must_use]
pub fn floors_above_budget(floors: &Rational, budget: Money, words: Words<'_>) -> String {
    let (floors, budget) = (words.sum(floors), words.money(budget));
    match words.lang {
        Lang::Sv => format!("Golven kräver tillsammans {floors}, men budgeten är bara {budget}."),
        Lang::En => format!("Together the floors require {floors}, but the budget is only {budget}."),
    }
}

/// That floors are above a cap.
#[must_use]
pub fn floors_above_cap(floors: &Rational, cap: &Rational, words: Words<'_>) -> String {
    let (floors, cap) = (words.sum(floors), words.sum(cap));
    match words.lang {
        Lang::Sv => format!("Golvet kräver {floors} av det som taket begränsar till högst {cap}."),
        Lang::En => format!("The floor requires {floors} of what the cap holds to at most {cap}."),
    }
}

/// What is proven of rules that cannot be kept together, as it follows after what they clash with.
#[must_use]
pub fn proven(proven: Proven, words: Words<'_>) -> String {
    let any = words
        .pick(" Om någon av dem stryks kan övriga följas.", " If any one of them is dropped, the others can be kept.");
    match proven {
        Proven::Smallest => {
            let smaller =
                words.pick(" Ingen mindre grupp av regler är oförenlig.", " No smaller set of rules conflicts.");
            format!("{any}{smaller}")
        }
        Proven::NoneToSpare => {
            let fewer = words.pick(
                " Om färre regler är oförenliga hann inte utredas.",
                " Whether fewer rules conflict was not settled within the effort.",
            );
            format!("{any}{fewer}")
        }
        Proven::Clash => words
            .pick(
                " Om färre av dem är oförenliga hann inte utredas.",
                " Whether fewer of them conflict was not settled within the effort.",
            )
            .to_owned(),
    }
}
