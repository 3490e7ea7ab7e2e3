//! What everybody must get at least of what sharing gives, where the most value is looked for beside that.

use std::collections::BTreeMap;

use fordela_model::call::{CaseLimit, Kind, RuleCase};
use fordela_model::fairness::Sharing;
use fordela_model::{Call, Grant, Party};
use fordela_num::{Money, Rational};

/// A floor for somebody who shares.
pub(super) struct FairFloor {
    /// The id of the activity or applicant.
    pub(super) party: String,
    /// The floor. It belongs to no rule, and stands where a rule more would.
    pub(super) case: RuleCase,
}

/// A floor for everybody who shares: the stated part of what sharing gives them, less what is no whole unit. `None` where no
/// part is stated, and sharing has the last word.
pub(super) fn fair_floors(call: &Call, sharing: &Sharing, fair: &[Grant]) -> Option<Vec<FairFloor>> {
    let part = call.draft().objective.at_least?.part();
    let unit = call.unit().rational();
    let draft = call.draft();
    let floor = |(sharer, members): (usize, &Vec<usize>)| {
        let gets: Money = members.iter().filter_map(|&a| fair.get(a)).map(|grant| grant.amount).sum();
        let whole: Rational = (gets.rational() * &part / &unit).floor();
        let party = match draft.objective.over {
            Party::Activity => &draft.activities[sharer].id,
            Party::Applicant => &draft.applicants[sharer].id,
        };
        let case = RuleCase {
            rule: draft.rules.len(),
            subject: None,
            kind: Kind::AtLeast,
            activities: members.clone(),
            lines: BTreeMap::new(),
            funds: None,
            limit: CaseLimit::Fixed(whole * &unit),
        };
        FairFloor { party: party.clone(), case }
    };
    Some(sharing.members.iter().enumerate().map(floor).collect())
}
