//! What is said in the appendix to a decision.

pub mod made;
pub mod nearest;
pub mod pictures;
pub mod source;
pub mod table;

use fordela_num::{Money, Rational};

use crate::{Lang, Words};

/// What the appendix is of: what was decided, or what is suggested.
#[must_use]
pub fn title(call: &str, is_decided: bool, words: Words<'_>) -> String {
    let of = if is_decided {
        words.pick("Beslutad fördelning av medel", "Decided allocation")
    } else {
        words.pick("Förslag till fördelning av medel", "Suggested allocation")
    };
    if call.is_empty() { of.to_owned() } else { format!("{of}: {call}") }
}

/// Who asked for how much, and what there is.
#[must_use]
pub fn asked([applicants, activities]: [usize; 2], asked: Money, budget: Money, words: Words<'_>) -> String {
    let (asked, budget) = (words.money(asked), words.money(budget));
    match words.lang {
        Lang::Sv => {
            let applicants = words.counted(applicants);
            let activities = match activities {
                1 => "en aktivitet".to_owned(),
                n => format!("{} aktiviteter", words.counted_within(n)),
            };
            format!("{applicants} sökande har sökt sammanlagt {asked} för {activities}. Budgeten är {budget}.")
        }
        Lang::En => {
            let applicants = match applicants {
                1 => "One applicant has".to_owned(),
                n => format!("{} applicants have", words.counted(n)),
            };
            let activities = match activities {
                1 => "one activity".to_owned(),
                n => format!("{} activities", words.counted_within(n)),
            };
            format!("{applicants} asked for {asked} in all, for {activities}. The budget is {budget}.")
        }
    }
}

/// How much is granted, as a part of what was asked for, and what is left of the budget.
#[must_use]
pub fn granted(granted: Money, share: Option<&Rational>, left: Money, is_decided: bool, words: Words<'_>) -> String {
    let granted = words.money(granted);
    let share = share.map(|share| words.share(share));
    let told = match (words.lang, is_decided) {
        (Lang::Sv, false) => format!("Förslaget fördelar {granted}"),
        (Lang::Sv, true) => format!("Beslutet fördelar {granted}"),
        (Lang::En, false) => format!("The suggestion grants {granted}"),
        (Lang::En, true) => format!("The decision grants {granted}"),
    };
    let of = match (share, words.lang) {
        (Some(share), Lang::Sv) => format!(", {share} av det sökta"),
        (Some(share), Lang::En) => format!(", {share} of what was asked for"),
        (None, _) => String::new(),
    };
    let rest = match (left.is_zero() || left.is_negative(), words.lang) {
        (true, _) => String::new(),
        (false, Lang::Sv) => format!(" {} fördelas inte.", words.money(left)),
        (false, Lang::En) => format!(" {} is not granted.", words.money(left)),
    };
    format!("{told}{of}.{rest}")
}

/// That a suggestion is no decision.
#[must_use]
pub fn is_a_basis(words: Words<'_>) -> &'static str {
    words.pick(
        "Förslaget är beräknat utifrån utlysningens kriterier och regler. Det är ett underlag och ersätter inte beslutet.",
        "The suggestion is calculated from the criteria and rules of the call. It is a basis for the decision, and does not \
         replace it.",
    )
}

/// That a decision says how much each applicant gets, and no more.
#[must_use]
pub fn by_applicant(words: Words<'_>) -> &'static str {
    words.pick(
        "Beslutet anger ett belopp för varje sökande. Hur det delas mellan den sökandes aktiviteter framgår inte.",
        "The decision has a sum for each applicant. How it is split between the activities of one is not said.",
    )
}
