//! The parts of files.

use fordela_fault::Part;
use fordela_model::keys;

/// A part in Swedish and in English, as in the middle of a sentence.
pub(super) fn part(part: Part) -> (&'static str, &'static str) {
    match part {
        Part::Call(part) => of_call(part),
        Part::Scores => ("`scores`", "`scores`"),
        Part::Scenarios => ("en fil med scenarier", "a file of scenarios"),
        Part::Scenario => ("ett scenario", "a scenario"),
        Part::Log => ("en logg över beslut", "a log of decisions"),
        Part::Entry => ("en post", "an entry"),
        Part::Suggested => ("`suggested`", "`suggested`"),
    }
}

fn of_call(part: keys::Part) -> (&'static str, &'static str) {
    match part {
        keys::Part::Call => ("utlysningen", "the call"),
        keys::Part::Objective => ("målet", "the objective"),
        keys::Part::Tier => ("ett steg i `diminishing`", "a tier of `diminishing`"),
        keys::Part::Fund => ("en källa", "a fund"),
        keys::Part::Selection => ("`pays_for`", "`pays_for`"),
        keys::Part::Criterion => ("ett kriterium", "a criterion"),
        keys::Part::Applicant => ("en sökande", "an applicant"),
        keys::Part::Activity => ("en aktivitet", "an activity"),
        keys::Part::Line => ("en aktivitets kostnadspost", "a line of an activity"),
        keys::Part::Rule => ("en regel", "a rule"),
    }
}

/// A file as a whole: one of its kind.
pub(super) fn whole(whole: Part) -> (&'static str, &'static str) {
    match whole {
        Part::Call(keys::Part::Call) => ("en utlysning", "a call"),
        Part::Call(_) | Part::Scores | Part::Scenarios | Part::Scenario | Part::Log | Part::Entry | Part::Suggested => {
            part(whole)
        }
    }
}
