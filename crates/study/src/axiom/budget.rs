//! More money harms nobody.

use fordela_num::Money;

use super::Trial;
use super::change::Change;
use super::definition::Definition;
use super::probe::Probe;

/// `B' ≥ B ⟹ x(B') ≥ x(B)` for everybody.
pub(super) const BUDGET_MONOTONE: Definition =
    Definition { name: "budget-monotone", source: "Thomson (2019), section 3 (resource monotonicity)", trial };

/// Every fund is raised by one unit, by a tenth and by half.
fn trial(probe: &Probe) -> Trial {
    let unit = probe.call.unit();
    let mut changes = Vec::new();
    for fund in &probe.call.draft().funds {
        changes.push(Change::Fund { fund: fund.id.clone(), from: fund.amount, to: fund.amount + unit });
        for part in [10, 2] {
            if let Some(more) = Money::of_units(fund.amount.whole_units(unit) / part, unit).filter(|more| *more > unit)
            {
                let (fund, from, to) = (fund.id.clone(), fund.amount, fund.amount + more);
                changes.push(Change::Fund { fund, from, to });
            }
        }
    }
    probe.changes(changes, |after| probe.unless(after, |was, is| is >= was))
}
