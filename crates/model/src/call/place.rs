//! Where in a call something stands, by the keys of the call file.

use std::fmt;

use super::draft::CallDraft;
use super::id::is_id;

/// One step from the root of a call towards a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A key of a table, such as `ask`.
    Key(String),
    /// An element of a list, from 0.
    Item(usize),
}

/// Where in a call a value stands, such as `activity[3].scores.samverkan`.
///
/// A reader of files keeps a place for every value it reads, so that a fault found later can be shown
/// in the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place(Vec<Step>);

impl Place {
    /// The call as a whole.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The value under a key of this one.
    #[must_use]
    pub fn key(&self, key: impl Into<String>) -> Self {
        self.with(Step::Key(key.into()))
    }

    /// An element of this list, from 0.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.with(Step::Item(index))
    }

    /// The steps from the root.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The value that holds this one, or `None` for the root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.0.split_last()?;
        Some(Self(rest.to_vec()))
    }

    /// The place by ids rather than numbers, as in `activity.music.line.bus.cost`, as far as they can be ids.
    pub fn by_ids(&self, draft: &CallDraft) -> String {
        let (mut path, mut at) = (String::new(), Self::root());
        for step in &self.0 {
            let dot = if path.is_empty() { "" } else { "." };
            match step {
                Step::Key(key) => path.push_str(&format!("{dot}{key}")),
                Step::Item(index) => match at.id_of_item(*index, draft).filter(|id| is_id(id)) {
                    Some(id) => path.push_str(&format!("{dot}{id}")),
                    None => path.push_str(&format!("[{index}]")),
                },
            }
            at = at.with(step.clone());
        }
        if path.is_empty() { self.to_string() } else { path }
    }

    /// The id of an element of this list, if its elements have ids.
    fn id_of_item<'d>(&self, index: usize, draft: &'d CallDraft) -> Option<&'d str> {
        match &self.0[..] {
            [Step::Key(list)] => match list.as_str() {
                "fund" => draft.funds.get(index).map(|one| one.id.as_str()),
                "criterion" => draft.criteria.get(index).map(|one| one.id.as_str()),
                "applicant" => draft.applicants.get(index).map(|one| one.id.as_str()),
                "activity" => draft.activities.get(index).map(|one| one.id.as_str()),
                "rule" => draft.rules.get(index).map(|one| one.id.as_str()),
                _ => None,
            },
            [Step::Key(list), Step::Item(activity), Step::Key(key)] if list == "activity" && key == "line" => {
                draft.activities.get(*activity)?.lines.get(index).map(|line| line.id.as_str())
            }
            _ => None,
        }
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("the call");
        }
        for (n, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if n == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
