//! How the columns of a program make up grants.

use std::ops::Index;

use super::Terms;
use crate::instance::ActivityIx;
use fordela_lp::ColumnId;
use fordela_num::Rational;

/// The columns of the grant of every activity, one after the other, as there may be many.
#[derive(Debug, Clone, Default)]
pub struct Grants {
    terms: Terms,
    /// Where the terms of every activity end.
    ends: Vec<usize>,
}

impl Grants {
    /// Adds the terms of the next activity.
    pub(super) fn push(&mut self, terms: impl IntoIterator<Item = (ColumnId, Rational)>) {
        self.terms.extend(terms);
        self.ends.push(self.terms.len());
    }

    /// The terms of each activity.
    pub fn iter(&self) -> impl Iterator<Item = &[(ColumnId, Rational)]> {
        (0..self.ends.len()).map(|a| &self[ActivityIx::from(a)])
    }

    /// The terms of all activities.
    pub(super) fn terms(&self) -> &[(ColumnId, Rational)] {
        &self.terms
    }
}

impl Index<ActivityIx> for Grants {
    type Output = [(ColumnId, Rational)];

    fn index(&self, activity: ActivityIx) -> &Self::Output {
        let activity = usize::from(activity);
        let start = activity.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.terms[start..self.ends[activity]]
    }
}
