//! A checked call with another objective, or with more floors.

use std::collections::BTreeMap;

use fordela_num::Rational;

use super::Call;
use super::case::{CaseLimit, Kind, RuleCase};
use super::draft::{Objective, Rule};
use super::selection::Selection;

impl Call {
    /// The call with more floors, after its own cases, in which the most value is looked for. Every floor has the id of
    /// whom it is for, the activities it counts, and the least that they must get together.
    pub fn with_floors(&self, floors: impl Iterator<Item = (String, Vec<usize>, Rational)>) -> Self {
        let mut call = self.with_objective(&Objective::default());
        let rule = call.draft.rules.len();
        call.draft_mut().rules.push(Rule::new("fair-part", Selection::all()));
        let case = |(id, activities, least)| RuleCase {
            rule,
            subject: Some(id),
            kind: Kind::AtLeast,
            activities,
            lines: BTreeMap::new(),
            funds: None,
            limit: CaseLimit::Fixed(least),
        };
        call.cases.extend(floors.map(case));
        call
    }

    /// The call with another objective; how the value of a krona falls stays as it is.
    pub fn with_objective(&self, objective: &Objective) -> Self {
        let mut call = self.clone();
        let diminishing = std::mem::take(&mut call.draft_mut().objective.diminishing);
        call.draft_mut().objective = Objective { diminishing, ..objective.clone() };
        call
    }
}
