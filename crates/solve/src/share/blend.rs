//! The most value for which everybody gets at least a part of what sharing gives.

use fordela_model::fairness::Sharing;
use fordela_num::{Money, Rational, whole_units};
use typed_index_collections::TiSlice;

use crate::instance::{ActivityIx, Instance};

/// The instance in which everybody has a floor, the stated part of what sharing gives, to the unit below; the most value is
/// looked for. `None` where nothing is stated, and sharing has the last word.
pub(crate) fn blended(instance: &Instance, sharing: &Sharing, whole: &TiSlice<ActivityIx, Money>) -> Option<Instance> {
    let part = instance.fair_part()?;
    let floor = |members: &Vec<usize>| {
        let members: Vec<ActivityIx> = members.iter().copied().map(ActivityIx::from).collect();
        let fair = members.iter().map(|&a| whole[a]).sum::<Money>();
        let units = whole_units(&(fair.rational() * &part), instance.unit);
        (members, Rational::from(units) * instance.unit.rational())
    };
    Some(instance.with_floors(sharing.members.iter().map(floor)))
}
