//! By what rule money is shared, and among whom.

use fordela_model::Party;
use fordela_model::call::draft::ObjectiveKind;

use crate::Words;

/// What the objective is called.
#[must_use]
pub fn name(kind: ObjectiveKind, words: Words<'_>) -> &'static str {
    match kind {
        ObjectiveKind::Priority => words.pick("mest värde", "most value"),
        ObjectiveKind::Proportional => words.pick("proportionell delning", "the proportional rule"),
        ObjectiveKind::EqualAwards => words.pick("lika belopp", "equal awards"),
        ObjectiveKind::EqualLosses => words.pick("lika förluster", "equal losses"),
        ObjectiveKind::Talmud => words.pick("Talmuds regel", "the rule of the Talmud"),
        ObjectiveKind::Leximin => words.pick("lägsta andelen först (leximin)", "lowest share first (leximin)"),
        ObjectiveKind::Nash => words.pick("Nash (proportionell rättvisa)", "Nash (proportional fairness)"),
    }
}

/// Who share.
#[must_use]
pub fn among(over: Party, words: Words<'_>) -> &'static str {
    match over {
        Party::Activity => words.pick("aktiviteterna", "the activities"),
        Party::Applicant => words.pick("de sökande", "the applicants"),
    }
}
