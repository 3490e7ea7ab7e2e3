//! What is wrong with a scenario.

use fordela_model::call::Fault;
use fordela_model::scenario::ScenarioError;

use super::{Problem, change};
use crate::Lang;
use crate::fault::call_at;

/// Each change that does not fit, or all that is wrong with the call that comes out.
#[must_use]
pub fn scenario(error: &ScenarioError, lang: Lang) -> Vec<Problem> {
    match error {
        ScenarioError::Changes(faults) => faults.iter().map(|fault| change(&fault.cause, lang)).collect(),
        ScenarioError::Faults(faults) => {
            let at = match lang {
                Lang::Sv => "i den ändrade utlysningen",
                Lang::En => "in the changed call",
            };
            let told = |fault: &Fault| {
                let Problem { what, help } = call_at(fault, lang);
                Problem { what: format!("{at}, {what}"), help }
            };
            faults.list().iter().map(told).collect()
        }
    }
}
