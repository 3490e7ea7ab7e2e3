//! Files of what was reported.

use fordela_fault::OutcomeFault;

use super::csv::{meant, no_column};
use super::decision::{no_ids, nothing};
use crate::both::{Both, both};

/// What is wrong.
pub(super) fn what(fault: &OutcomeFault) -> Both {
    match fault {
        OutcomeFault::NothingReported => nothing(),
        OutcomeFault::UnknownColumn { column, .. } => no_column(column),
        OutcomeFault::NoColumns { lacks_ids: true } => no_ids(),
        OutcomeFault::NoColumns { lacks_ids: false } => {
            both("det finns ingen kolumn med siffror", "there is no column of figures")
        }
    }
}

/// What to do.
pub(super) fn help(fault: &OutcomeFault) -> Both {
    match fault {
        OutcomeFault::UnknownColumn { nearest: Some(nearest), .. } => meant(nearest),
        OutcomeFault::UnknownColumn { nearest: None, .. } => both(
            "låt en kolumn med resultat heta `result.` och det som räknas, och en för människor `note`",
            "name a column of results `result.` and what is counted, and one for people `note`",
        ),
        OutcomeFault::NothingReported | OutcomeFault::NoColumns { .. } => both(
            "ange kolumnernas namn på första raden: `aktivitet` eller `sökande` för id eller namn, `utfall` för det \
             som har förbrukats",
            "name the columns in the first row: `activity` or `applicant` for ids of the call, `spent` for what was \
             spent",
        ),
    }
}
