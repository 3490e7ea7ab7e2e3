//! What ids stand for.

use std::collections::HashMap;

use fordela::Call;
use fordela::call::draft::Objective;

/// The titles of activities and the names of applicants and funds, by their ids; and what the call looks for.
pub(super) struct Names<'c> {
    objective: &'c Objective,
    activities: HashMap<&'c str, &'c str>,
    applicants: HashMap<&'c str, &'c str>,
    funds: HashMap<&'c str, &'c str>,
}

impl<'c> Names<'c> {
    pub(super) fn of(call: &'c Call) -> Self {
        fn known<'c>((id, name): (&'c String, &'c Option<String>)) -> (&'c str, &'c str) {
            (id, name.as_deref().unwrap_or(id))
        }
        let draft = call.draft();
        Self {
            objective: &draft.objective,
            activities: draft.activities.iter().map(|one| known((&one.id, &one.title))).collect(),
            applicants: draft.applicants.iter().map(|one| known((&one.id, &one.name))).collect(),
            funds: draft.funds.iter().map(|one| known((&one.id, &one.name))).collect(),
        }
    }

    pub(super) fn objective(&self) -> &Objective {
        self.objective
    }

    pub(super) fn activity<'s>(&'s self, id: &'s str) -> &'s str {
        self.activities.get(id).copied().unwrap_or(id)
    }

    /// An activity, or a line of one, by `activity/line`.
    pub(super) fn node(&self, written: &str) -> String {
        match written.split_once('/') {
            Some((activity, line)) => format!("{}/{line}", self.activity(activity)),
            None => self.activity(written).to_owned(),
        }
    }

    /// What a rule is repeated for; an area or a tag is its own name.
    pub(super) fn subject<'s>(&'s self, id: &'s str) -> &'s str {
        let known = [&self.applicants, &self.funds, &self.activities];
        known.into_iter().find_map(|names| names.get(id).copied()).unwrap_or(id)
    }

    pub(super) fn fund<'s>(&'s self, id: &'s str) -> &'s str {
        self.funds.get(id).copied().unwrap_or(id)
    }
}
