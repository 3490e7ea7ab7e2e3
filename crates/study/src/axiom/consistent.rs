//! What is left is shared by the same rule.

use fordela_num::{Money, decimal};

use super::Trial;
use super::change::Change;
use super::definition::Definition;
use super::probe::Probe;

/// `x[N∖i](call) = x(call without i and x[i])`. One activity after the other can be taken away, so that what holds for
/// one holds for several.
pub(super) const CONSISTENT: Definition = Definition {
    name: "consistent",
    source: "Thomson (2019), section 5 (consistency); Aumann & Maschler (1985)",
    trial,
};

/// Every activity whose grant is a whole number of units is taken away with its money. It has to be clear whose money
/// and room it takes: all funds pay for everything, limits are sums, and there are no links.
fn trial(probe: &Probe) -> Trial {
    if probe.grants.len() < 2 {
        return Trial::Idle;
    }
    let settle = |a: usize| {
        let grant: Money = decimal::exactly(&probe.grants[a])?.try_into().ok()?;
        let settle = Change::Settle { activity: probe.id(a).to_owned(), grant };
        grant.is_multiple_of(probe.call.unit()).then_some(settle)
    };
    let changes = (0..probe.grants.len()).filter_map(settle).collect();
    probe.changes(changes, |after| probe.unless(after, |was, is| was == is))
}
