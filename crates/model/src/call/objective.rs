//! A checked call with another objective.

use super::Call;
use super::draft::Objective;

impl Call {
    /// The call with another objective; how the value of a krona falls stays as it is.
    pub fn with_objective(&self, objective: &Objective) -> Self {
        let mut call = self.clone();
        let diminishing = std::mem::take(&mut call.draft_mut().objective.diminishing);
        call.draft_mut().objective = Objective { diminishing, ..objective.clone() };
        call
    }
}
