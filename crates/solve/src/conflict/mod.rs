//! Why a call is impossible, and the ways out: an irreducible infeasible subsystem (IIS), and what relaxes it.

mod budget;
mod condition;
mod even_cut;
mod hitting;
mod lacking;
mod moved;
mod smallest;
#[cfg(test)]
mod tests;
mod way;

pub use budget::{KeptFloors, MoreMoney};
pub use condition::Condition;
pub use even_cut::{EvenCut, Lowered};
pub use moved::Relaxation;
pub use smallest::Proven;
pub use way::{Found, Granted, Way};

use fordela_lp::exact::Effort;
use fordela_model::Call;
use fordela_model::call::{CaseId, Kind};
use lacking::Lacking;
use serde::Serialize;

use crate::instance::{CaseIx, Instance};

/// What the conflict, and each way out, may compute at most. Most calls need a thousandth of it.
const EFFORT: u64 = 4_000_000;

/// Why a call is impossible, and what could be changed for it to be possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Impossible {
    /// Caps and floors that cannot hold together with the asks, the funds and the other conditions, in the order of the call:
    /// an irreducible infeasible subsystem (IIS) as far as [`proven`](Self::proven) says that none can be left out.
    pub conflict: Vec<CaseId>,
    /// What is proven of the conflict.
    pub proven: Proven,
    /// The other conditions of the call without any sort of which these caps and floors could be kept.
    pub conditions: Vec<Condition>,
    /// The least money, in all, by which caps must be raised and floors lowered.
    pub cheapest: Way<Vec<Relaxation>>,
    /// The least money, in all, by which caps alone must be raised, where the conflict has a cap.
    pub raised_caps: Way<Vec<Relaxation>>,
    /// The least part by which floors must be lowered, all of them by the same part.
    pub even_cut: Way<EvenCut>,
    /// The smallest budget above the present one, all funds in proportion.
    pub more_money: Way<MoreMoney>,
    /// The smallest budget with which no floor need be lowered if caps are raised, and the least that these must be raised
    /// then; where neither is enough by itself.
    pub kept_floors: Way<KeptFloors>,
}

/// The conflict of a call that is known to be impossible in whole units, and the ways out of it.
pub(crate) fn impossible(call: &Call, instance: &Instance, effort: &Effort<'_>) -> Box<Impossible> {
    let lacking = Lacking::new(instance);
    let (conflict, proven) = smallest::conflict(&lacking, &effort.share(EFFORT));
    let conditions = condition::conditions(call, instance, &conflict, &effort.share(EFFORT));
    let cheapest = moved::cheapest(call, &lacking, |_| true, &effort.share(EFFORT));
    let is_cap = |case: CaseIx| instance.cases[case].kind == Kind::AtMost;
    let raised_caps = if conflict.iter().copied().any(is_cap) {
        moved::cheapest(call, &lacking, is_cap, &effort.share(EFFORT))
    } else {
        Way::Pointless
    };
    let mut conflict: Vec<usize> = conflict.into_iter().map(|case| instance.cases[case].place).collect();
    conflict.sort_unstable();
    let even_cut = even_cut::even_cut(call, &conflict, &effort.share(2 * EFFORT));
    let more_money = budget::more_money(call, &effort.share(EFFORT));
    let has_caps = instance.cases.keys().any(is_cap);
    let kept_floors = match (&raised_caps, &more_money) {
        (Way::Closed | Way::Pointless, Way::Closed) if has_caps => budget::kept_floors(call, &effort.share(EFFORT)),
        _ => Way::Pointless,
    };
    let conflict = conflict.into_iter().map(|case| call.case_id(case)).collect();
    Box::new(Impossible { conflict, proven, conditions, cheapest, raised_caps, even_cut, more_money, kept_floors })
}
