//! What everybody must get at least of what sharing gives, where the most value is looked for beside that.

use fordela_model::fairness::Sharing;
use fordela_model::{Call, Grant, Party};
use fordela_num::{Money, Rational};

/// The call with a floor for everybody who shares: the stated part of what sharing gives them, less what is no whole unit.
/// `None` where no part is stated, and sharing has the last word.
pub(super) fn with_fair_floors(call: &Call, sharing: &Sharing, fair: &[Grant]) -> Option<Call> {
    let part = call.draft().objective.at_least?.part();
    let unit = call.unit().rational();
    let draft = call.draft();
    let mut floors = Vec::with_capacity(sharing.members.len());
    for (sharer, members) in sharing.members.iter().enumerate() {
        let gets: Money = members.iter().filter_map(|&a| fair.get(a)).map(|grant| grant.amount).sum();
        let whole: Rational = (gets.rational() * &part / &unit).floor();
        let subject = match draft.objective.over {
            Party::Activity => &draft.activities[sharer].id,
            Party::Applicant => &draft.applicants[sharer].id,
        };
        floors.push((subject.clone(), members.clone(), whole * &unit));
    }
    Some(call.with_floors(floors.into_iter()))
}
