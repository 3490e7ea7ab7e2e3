//! What was reported, where it does not fit the call or contradicts itself.

use fordela_ledger::follow_up::OutcomeCause;
use fordela_model::call::Named;
use fordela_model::characters::short;

use super::csv::heading;
use super::decision::meant;
use crate::both::{Both, both};
use crate::problem::named::{no, some};
use crate::said::listed;
use crate::{Lang, Problem, numerals};

/// What is wrong with an outcome, in one sentence without a full stop, and what to do about it.
///
/// ```
/// use fordela::{Lang, follow_up::OutcomeCause, words::fault};
///
/// assert_eq!(fault::follow_up(&OutcomeCause::Negative, Lang::Sv).what, "siffran är mindre än noll");
/// ```
#[must_use]
pub fn follow_up(cause: &OutcomeCause, lang: Lang) -> Problem {
    Problem { what: what(cause).in_lang(lang), help: Some(help(cause).in_lang(lang)) }
}

fn what(cause: &OutcomeCause) -> Both {
    match cause {
        OutcomeCause::UnknownId { named, id, .. } => both(
            format!("utlysningen har {} `{}`", no(*named), short(id)),
            format!("the call has no {named} `{}`", short(id)),
        ),
        OutcomeCause::OfAnother { activity, applicant } => both(
            format!("aktiviteten `{}` tillhör `{}`", short(activity), short(applicant)),
            format!("the activity `{}` is one of `{}`", short(activity), short(applicant)),
        ),
        OutcomeCause::Nobody => both(
            "raden anger varken en aktivitet eller en sökande",
            "the row names neither an activity nor an applicant",
        ),
        OutcomeCause::Negative => both("siffran är mindre än noll", "the figure is below zero"),
        OutcomeCause::RefundAbove { spent } => both(
            format!("mer har återfåtts än vad som har förbrukats, {}", numerals::grouped(&spent.to_string(), Lang::Sv)),
            format!("more was refunded than was spent, {spent}"),
        ),
        OutcomeCause::Twice { .. } => both(
            "en tidigare rad gäller samma pengar, period och kostnadsslag",
            "an earlier row is about the same money, period and kind of cost",
        ),
        OutcomeCause::NoFund { .. } => both(
            "raden anger inte vilken källa som har betalat, och det kan vara flera",
            "the row does not say which fund paid, and several may have",
        ),
        OutcomeCause::MixedKinds => both(
            "raden har inget kostnadsslag, men andra rader om samma pengar har det",
            "the row has no kind of cost, but others about the same money have one",
        ),
        OutcomeCause::OfKind { sum } => {
            let sum = sum.word();
            both(
                format!("`{}` anges inte per kostnadsslag", heading(sum)),
                format!("`{sum}` is not told by kind of cost"),
            )
        }
        OutcomeCause::TooManySums { most } => both(
            format!("det finns fler än {} rader med summor", numerals::grouped(&most.to_string(), Lang::Sv)),
            format!("there are more than {most} rows of sums"),
        ),
    }
}

fn help(cause: &OutcomeCause) -> Both {
    match cause {
        OutcomeCause::UnknownId { id, nearest: Some(nearest), .. } => meant(id, nearest),
        OutcomeCause::UnknownId { named, nearest: None, .. } => both(
            format!("skriv id eller namn på {} i utlysningen; skriv `summa` på en rad med summor", some(*named)),
            format!("write the id of {} {named} of the call; in a row of sums, write `total`", article(*named)),
        ),
        OutcomeCause::OfAnother { applicant, .. } => both(
            format!("skriv `{}`, eller utelämna sökanden", short(applicant)),
            format!("write `{}`, or leave the applicant out", short(applicant)),
        ),
        OutcomeCause::Nobody => both(
            "skriv id eller namn på en aktivitet eller en sökande, eller `summa` på en rad med summor",
            "write the id of an activity or an applicant, or `total` in a row of sums",
        ),
        OutcomeCause::Negative => both(
            "skriv minst 0; bara det som har återfåtts skrivs med minus, som utfall på en egen rad",
            "write at least 0; only what was refunded is below zero, as what was spent in a row of its own",
        ),
        OutcomeCause::RefundAbove { .. } => both(
            "rätta ett av beloppen, eller lägg till den rad där pengarna förbrukades",
            "correct one of the sums, or add the row in which the money was spent",
        ),
        OutcomeCause::Twice { .. } => both(
            "ta bort en av dem, lägg ihop dem, eller ge var och en sitt kostnadsslag",
            "remove one of the two, add them up, or give each its kind of cost",
        ),
        OutcomeCause::NoFund { funds } => {
            let funds = listed(funds);
            both(format!("ange en av källorna {funds}"), format!("write one of {funds} as the fund"))
        }
        OutcomeCause::MixedKinds => both(
            "ange kostnadsslag på varje rad; skriv `summa` som kostnadsslag för deras summa",
            "write the kind of cost in every row; write `total` as the kind of their sum",
        ),
        OutcomeCause::OfKind { .. } => both(
            "flytta siffran till en rad utan kostnadsslag, eller med kostnadsslaget `summa`",
            "move the figure to a row with no kind of cost, or with the kind `total`",
        ),
        OutcomeCause::TooManySums { .. } => both("utelämna rader med summor", "leave out rows of sums"),
    }
}

fn article(named: Named) -> &'static str {
    match named {
        Named::Applicant | Named::Activity => "an",
        Named::Fund | Named::Criterion | Named::Line | Named::Rule => "a",
    }
}
