//! What everybody must get at least of what sharing gives, where the most value is looked for beside that.

use std::collections::BTreeMap;

use fordela_model::call::{CaseLimit, Kind, RuleCase};
use fordela_model::fairness::Sharing;
use fordela_model::{Call, Grant, Party};
use fordela_num::{Money, Rational};

/// A floor for everybody who shares: the stated part of what sharing gives them, less what is no whole unit. `None` where no
/// part is stated, and sharing has the last word. They belong to no rule, and stand where a rule more would.
pub(super) fn fair_floors(call: &Call, sharing: &Sharing, fair: &[Grant]) -> Option<Vec<RuleCase>> {
    let part = call.draft().objective.at_least?.part();
    let unit = call.unit().rational();
    let draft = call.draft();
    let floor = |(sharer, members): (usize, &Vec<usize>)| {
        let gets: Money = members.iter().filter_map(|&a| fair.get(a)).map(|grant| grant.amount).sum();
        let whole: Rational = (gets.rational() * &part / &unit).floor();
        let subject = match draft.objective.over {
            Party::Activity => &draft.activities[sharer].id,
            Party::Applicant => &draft.applicants[sharer].id,
        };
        RuleCase {
            rule: draft.rules.len(),
            subject: Some(subject.clone()),
            kind: Kind::AtLeast,
            activities: members.clone(),
            lines: BTreeMap::new(),
            funds: None,
            limit: CaseLimit::Fixed(whole * &unit),
        }
    };
    Some(sharing.members.iter().enumerate().map(floor).collect())
}
