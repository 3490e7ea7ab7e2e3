//! What the library answers to a draft.

use fordela::call::CallDraft;
use fordela::{Answer, Verified, allocate};
use proptest::prelude::TestCaseError;

/// The answer to a draft that is known to be a call.
pub fn answer(draft: &CallDraft) -> Result<Answer, TestCaseError> {
    let call = draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))?;
    allocate(&call).map_err(|error| TestCaseError::fail(error.to_string()))
}

/// The allocation, where there is one.
pub fn allocated(draft: &CallDraft) -> Result<Option<Box<Verified>>, TestCaseError> {
    Ok(match answer(draft)? {
        Answer::Allocated(verified) => Some(verified),
        Answer::Impossible(_) => None,
    })
}
