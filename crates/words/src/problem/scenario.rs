//! What is wrong with a scenario.

use fordela_model::call::Fault;
use fordela_model::scenario::ScenarioError;

use super::{Problem, change};
use crate::Lang;

/// Each change that does not fit. What a changed call is then at fault is told as faults of a call are, in English.
#[must_use]
pub fn scenario(error: &ScenarioError, lang: Lang) -> Vec<Problem> {
    match error {
        ScenarioError::Changes(faults) => faults.iter().map(|fault| change(&fault.cause, lang)).collect(),
        ScenarioError::Faults(faults) => {
            let at = match lang {
                Lang::Sv => "i den ändrade utlysningen",
                Lang::En => "in the changed call",
            };
            let told = |fault: &Fault| Problem { what: format!("{at}, {fault}"), help: fault.help() };
            faults.list().iter().map(told).collect()
        }
    }
}
