//! The most value for which everybody gets at least a part of what sharing gives.

use fordela_model::Call;
use fordela_model::call::draft::Over;
use fordela_model::fairness::Sharing;
use fordela_num::{Money, Rational, whole_units};

/// The call in which everybody has a floor, the stated part of what sharing gives, to the unit below; the most value is
/// looked for. `None` where nothing is stated, and sharing has the last word.
pub(crate) fn blended(call: &Call, sharing: &Sharing, whole: &[Money]) -> Option<Call> {
    let objective = &call.draft().objective;
    let part = objective.at_least?.part();
    let id = |b: usize| match objective.over {
        Over::Activity => call.draft().activities[b].id.clone(),
        Over::Applicant => call.draft().applicants[b].id.clone(),
    };
    let floor = |(b, members): (usize, &Vec<usize>)| {
        let fair = members.iter().map(|&a| whole.get(a).copied().unwrap_or_default()).sum::<Money>();
        let units = whole_units(&(fair.rational() * &part), call.unit());
        (id(b), members.clone(), Rational::from(units) * call.unit().rational())
    };
    Some(call.with_floors(sharing.members.iter().enumerate().map(floor)))
}
