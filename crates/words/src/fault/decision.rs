//! Files of grants.

use fordela_fault::DecisionFault;
use fordela_model::Party;
use fordela_model::alike::did_you_mean;
use fordela_model::characters::short;

use crate::both::{Both, both};
use crate::{Lang, numerals, problem};

/// What is wrong.
pub(super) fn what(fault: &DecisionFault) -> Both {
    match fault {
        DecisionFault::NothingGranted => nothing(),
        DecisionFault::NoIds => no_ids(),
        DecisionFault::NoAllocation => both(
            "denna JSON har ingen lista `activities` och är därför ingen fördelning",
            "this JSON holds no list `activities`, so it is no allocation",
        ),
        DecisionFault::NoKey { key } => {
            both(format!("aktiviteten saknar `{key}`"), format!("this activity has no `{key}`"))
        }
        DecisionFault::UnknownId { to, id, .. } => both(
            match to {
                Party::Activity => format!("utlysningen har ingen aktivitet `{}`", short(id)),
                Party::Applicant => format!("utlysningen har ingen sökande `{}`", short(id)),
            },
            format!("the call has no {} `{}`", to.word(), short(id)),
        ),
        DecisionFault::Twice { to, id } => both(
            format!("{} `{}` förekommer två gånger", the(*to), short(id)),
            format!("the {} `{}` stands twice", to.word(), short(id)),
        ),
        DecisionFault::Missing { to, id } => both(
            format!("{} `{}` i utlysningen saknas", the(*to), short(id)),
            format!("the {} `{}` of the call is missing", to.word(), short(id)),
        ),
        DecisionFault::Negative => both("det beviljade beloppet är mindre än noll", "the granted sum is below zero"),
        DecisionFault::UnknownFund { id, .. } => both(
            format!("utlysningen har ingen källa `{}`", short(id)),
            format!("the call has no fund `{}`", short(id)),
        ),
        DecisionFault::NotSumOfFunds { granted, sum } => {
            let plain = |sum: &fordela_num::Money| numerals::grouped(&sum.to_string(), Lang::Sv);
            both(
                format!("{} är beviljat, men källorna betalar {} av det", plain(granted), plain(sum)),
                format!("{granted} is granted, but the funds pay {sum} of it"),
            )
        }
    }
}

/// That a file is empty.
pub(super) fn nothing() -> Both {
    both("filen är tom", "there is nothing in the file")
}

/// That a file has no column of ids.
pub(super) fn no_ids() -> Both {
    both("det finns ingen kolumn för aktiviteter eller sökande", "there is no column of activities or applicants")
}

fn the(party: Party) -> &'static str {
    match party {
        Party::Activity => "aktiviteten",
        Party::Applicant => "sökanden",
    }
}

/// What to do.
pub(super) fn help(fault: &DecisionFault) -> Both {
    match fault {
        DecisionFault::NothingGranted | DecisionFault::NoIds => both(
            "ange kolumnernas namn på första raden: `aktivitet` (eller `sökande`) för id eller namn och `beviljat` för \
             belopp",
            "name the columns in the first row: `activity` (or `applicant`) for ids of the call, and `granted` for sums",
        ),
        DecisionFault::NoAllocation => both(
            "ange det som `fordela allocate --format json` skriver för en utlysning som går att genomföra, eller en \
             CSV-fil",
            "give what `fordela allocate --format json` prints for a possible call, or a CSV file",
        ),
        DecisionFault::NoKey { key } => both(
            format!("ge varje aktivitet i listan en text `{key}`"),
            format!("give every activity of the list a text `{key}`"),
        ),
        DecisionFault::UnknownId { id, nearest: Some(nearest), .. }
        | DecisionFault::UnknownFund { id, nearest: Some(nearest) } => meant(id, nearest),
        DecisionFault::UnknownId { to, nearest: None, .. } => both(
            match to {
                Party::Activity => "skriv id för en aktivitet i utlysningen; utelämna rader med summor",
                Party::Applicant => "skriv id för en sökande i utlysningen; utelämna rader med summor",
            },
            format!("write the id of an {} of the call; leave out rows of sums", to.word()),
        ),
        DecisionFault::Twice { .. } => {
            both("ta bort en av dem, eller lägg ihop beloppen", "remove one of the two, or add them up")
        }
        DecisionFault::Missing { to: Party::Activity, .. } => both(
            "lägg till den, med beloppet 0 om den inte får något; kalla kolumnen `applicant` om beloppen beviljas sökande",
            "add it, with the sum 0 if it gets nothing; to grant sums to applicants, name the column of ids `applicant`",
        ),
        DecisionFault::Missing { to: Party::Applicant, .. } => {
            both("lägg till den, med beloppet 0 om den inte får något", "add it, with the sum 0 if it gets nothing")
        }
        DecisionFault::Negative => {
            both("skriv det belopp som beviljas, minst 0", "write the sum that is granted, at least 0")
        }
        DecisionFault::UnknownFund { nearest: None, .. } => both(
            "skriv id för en källa i utlysningen efter `fund.`",
            "write the id of a fund of the call after `fund.`",
        ),
        DecisionFault::NotSumOfFunds { .. } => both(
            "rätta ett av beloppen, eller ta bort kolumnerna för källor: då fylls de i enligt utlysningens regler",
            "correct one of the sums, or remove the columns of funds: then they are filled in by the rules of the call",
        ),
    }
}

/// The id that was probably meant.
pub(super) fn meant(written: &str, nearest: &str) -> Both {
    both(problem::meant(written, nearest), did_you_mean(written, nearest))
}
