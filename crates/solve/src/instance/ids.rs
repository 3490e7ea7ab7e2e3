//! The ids of activities.

use super::ActivityIx;

/// The ids of all activities, one after the other, as there may be many and rows are all that they label.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Ids {
    text: String,
    /// Where each id ends.
    ends: Vec<usize>,
}

impl Ids {
    /// The id of an activity.
    pub(super) fn of(&self, activity: ActivityIx) -> &str {
        let place = usize::from(activity);
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[place]]
    }
}

impl<'i> FromIterator<&'i str> for Ids {
    fn from_iter<I: IntoIterator<Item = &'i str>>(all: I) -> Self {
        let mut ids = Self::default();
        for id in all {
            ids.text.push_str(id);
            ids.ends.push(ids.text.len());
        }
        ids
    }
}
