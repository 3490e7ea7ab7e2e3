//! The choices that are made on the way to a part of a proof.

use fordela_model::prices::Choice;

/// Choices that are made, the activities one after the other.
#[derive(Debug, Default)]
pub(super) struct Decided(Vec<(Choice, bool)>);

impl Decided {
    /// Of a choice that is made twice, the first counts.
    pub(super) fn new(mut choices: Vec<(Choice, bool)>) -> Self {
        choices.sort_by_key(|(choice, _)| (choice.activity(), *choice));
        choices.dedup_by_key(|(choice, _)| *choice);
        Self(choices)
    }

    /// What is decided of an activity.
    pub(super) fn of(&self, activity: usize) -> Made<'_> {
        let start = self.0.partition_point(|(choice, _)| choice.activity() < activity);
        let rest = &self.0[start..];
        Made(&rest[..rest.partition_point(|(choice, _)| choice.activity() == activity)])
    }

    /// The activities of which something is decided, each with what it is.
    pub(super) fn by_activity(&self) -> impl Iterator<Item = (usize, Made<'_>)> {
        let same = |one: &(Choice, bool), other: &(Choice, bool)| one.0.activity() == other.0.activity();
        self.0.chunk_by(same).map(|made| (made[0].0.activity(), Made(made)))
    }
}

/// The choices that are made of one activity.
#[derive(Debug, Clone, Copy)]
pub(super) struct Made<'d>(&'d [(Choice, bool)]);

impl Made<'_> {
    /// Nothing is decided.
    pub(super) const NOTHING: Self = Self(&[]);

    pub(super) fn is_taken(self, choice: Choice) -> Option<bool> {
        let place = self.0.binary_search_by_key(&choice, |(made, _)| *made).ok()?;
        Some(self.0[place].1)
    }

    /// These choices and one more, which does not count where it is made already.
    pub(super) fn with(self, choice: Choice, is_taken: bool) -> Decided {
        Decided::new([self.0, &[(choice, is_taken)]].concat())
    }

    /// Whether it is decided of some fund that it pays or does not.
    pub(super) fn has_funds(self) -> bool {
        self.0.iter().any(|(choice, _)| matches!(choice, Choice::Fund(..)))
    }
}
