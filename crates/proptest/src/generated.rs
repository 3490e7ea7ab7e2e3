//! A generated call, with what it exercises.

use std::collections::BTreeSet;
use std::fmt;

use fordela::{Call, CallDraft};

use crate::feature::Feature;
use crate::text;

/// A call that was generated, and what it exercises. [`Debug`](fmt::Debug) prints the call as people read it, so that
/// this is what proptest shows of the smallest call that fails.
#[derive(Clone, PartialEq, Eq)]
pub struct Generated {
    /// The call.
    pub call: Call,
    /// What there is in it that a rule may stumble on.
    pub exercises: BTreeSet<Feature>,
}

impl Generated {
    pub(crate) fn new(call: Call) -> Self {
        Self { exercises: Feature::of(&call), call }
    }

    /// The data that the call was made of. Change a clone of it to get another call.
    #[must_use]
    pub fn draft(&self) -> &CallDraft {
        self.call.draft()
    }
}

impl fmt::Debug for Generated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::call(f, &self.call)?;
        let words: Vec<&str> = self.exercises.iter().map(|feature| feature.words()).collect();
        write!(f, "  exercises: {}", if words.is_empty() { "nothing hard".to_owned() } else { words.join(", ") })
    }
}
