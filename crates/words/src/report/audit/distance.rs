//! How far a decision is from the suggestion.

use fordela_model::Party;
use fordela_num::{Money, Rational, written};

use crate::{Lang, Words};

/// Beside the suggestion.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Jämfört med förslaget", "Beside the suggestion")
}

/// What the suggestion is worth, and how much less the decision.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'n> {
    /// What the suggestion is worth.
    pub best: &'n Rational,
    /// How much less the decision is worth.
    pub loss: &'n Rational,
    /// The same as a share.
    pub share: &'n Rational,
}

/// What the decision is worth.
#[must_use]
pub fn worth(value: &Rational, beside: Beside<'_>, words: Words<'_>) -> String {
    let value = whole(value, words);
    let loss = loss(&words.number(&written::half_even(&beside.loss.abs(), 0)), beside, words);
    match words.lang {
        Lang::Sv => format!("Beslutet är värt {value} enligt prioriteringen, {loss}."),
        Lang::En => format!("The decision is worth {value} by the priorities, {loss}."),
    }
}

/// What the decision is worth at most, and what is lost at least, which is never told as more.
#[must_use]
pub fn worth_at_most(value: &Rational, beside: Beside<'_>, words: Words<'_>) -> String {
    let value = words.number(&written::rounded_up(value, 0));
    let loss = loss(&whole(&beside.loss.abs(), words), beside, words);
    match words.lang {
        Lang::Sv => format!(
            "Beslutet är värt högst {value} enligt prioriteringen, oavsett hur beloppen delas mellan aktiviteter: minst {loss}."
        ),
        Lang::En => format!(
            "The decision is worth at most {value} by the priorities, however the sums are split over activities: at least {loss}."
        ),
    }
}

/// What the suggestion is worth, where it is not known what the decision is.
#[must_use]
pub fn worth_unknown(best: &Rational, words: Words<'_>) -> String {
    let best = whole(best, words);
    match words.lang {
        Lang::Sv => format!("Vad beslutet är värt är inte känt; förslaget är värt {best} enligt prioriteringen."),
        Lang::En => {
            format!("What the decision is worth is not known; the suggestion is worth {best} by the priorities.")
        }
    }
}

/// `100 (5 %) mindre än förslaget, som är värt 2 000`.
fn loss(size: &str, beside: Beside<'_>, words: Words<'_>) -> String {
    let than = match beside.loss.is_negative() {
        false => words.pick("mindre än", "less than"),
        true => words.pick("mer än", "more than"),
    };
    let best = whole(beside.best, words);
    let best = match words.lang {
        Lang::Sv => format!("förslaget, som är värt {best}"),
        Lang::En => format!("the suggestion, which is worth {best}"),
    };
    format!("{size} ({}) {than} {best}", words.share(&beside.share.abs()))
}

fn whole(number: &Rational, words: Words<'_>) -> String {
    words.number(&written::rounded_down(number, 0))
}

/// How much more and less some get than by the suggestion.
#[must_use]
pub fn moved(above: Money, below: Money, among: Party, words: Words<'_>) -> String {
    let is_moved = above == below;
    let (above, below) = (words.money(above), words.money(below));
    let among = match among {
        Party::Applicant => words.pick("sökande", "applicants"),
        Party::Activity => words.pick("aktiviteter", "activities"),
    };
    match (is_moved, words.lang) {
        (true, Lang::Sv) => {
            format!("{above} hade behövt flyttas mellan {among} för att beslutet skulle bli som förslaget.")
        }
        (true, Lang::En) => {
            format!("{above} would have to be moved between {among} for the decision to be the suggestion.")
        }
        (false, Lang::Sv) => {
            format!("Några {among} får i beslutet sammanlagt {above} mer än i förslaget, andra {below} mindre.")
        }
        (false, Lang::En) => {
            format!("Some {among} get {above} more in all in the decision than in the suggestion, others {below} less.")
        }
    }
}
