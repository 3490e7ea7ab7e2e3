//! Caps and floors on both sides.

use fordela_model::Call;
use fordela_model::call::{CaseId, CaseLimit, Kind, RuleCase};
use fordela_num::{Money, Rational};
use fordela_verify::CaseState;
use serde::Serialize;

use super::{Pair, Side, matched};

/// How a cap or floor stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Standing {
    /// The sum of grants that it limits.
    pub sum: Money,
    /// The limit in money.
    pub limit: Rational,
    /// Whether it is kept.
    pub holds: bool,
    /// Whether the sum cannot move one unit further towards the limit.
    pub binding: bool,
}

/// A cap or floor of one of the calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CaseEntry {
    /// How it stands; `None` when the call is impossible, or when it is not known who pays.
    pub standing: Option<Standing>,
}

/// A cap or floor on both sides: the same rule, for the same subject. `None` on a side whose call does not have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CaseChange {
    /// The cap or floor.
    pub case: CaseId,
    /// The cap or floor on each side.
    pub entry: Pair<Option<CaseEntry>>,
}

/// What became of a cap or floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CaseMove {
    /// It binds, and did not.
    CameToBind,
    /// It does not bind, and did.
    CeasedToBind,
    /// Only the new call has it.
    New,
    /// Only the old call has it.
    Dropped,
    /// It binds or does not, as before; or it is not known on one side.
    Unmoved,
}

impl CaseChange {
    /// What became of it.
    #[must_use]
    pub fn what(&self) -> CaseMove {
        match (&self.entry.old, &self.entry.new) {
            (None, _) => CaseMove::New,
            (_, None) => CaseMove::Dropped,
            (Some(old), Some(new)) => match (&old.standing, &new.standing) {
                (Some(old), Some(new)) if new.binding && !old.binding => CaseMove::CameToBind,
                (Some(old), Some(new)) if old.binding && !new.binding => CaseMove::CeasedToBind,
                _ => CaseMove::Unmoved,
            },
        }
    }
}

impl Standing {
    pub(super) fn of(case: &RuleCase, state: &CaseState) -> Self {
        let holds = holds(case, state.sum, &state.limit);
        Self { sum: state.sum, limit: state.limit.clone(), holds, binding: state.binding }
    }

    /// How a case stands when its sum is known, but not who pays.
    pub(super) fn of_sum(call: &Call, case: &RuleCase, sum: Money, granted: Money) -> Option<Self> {
        // Money for some lines or from some funds is not known; parts of what is granted to some are only of such.
        if !case.counts_grants() || matches!(case.limit, CaseLimit::PartOfOwn { .. }) {
            return None;
        }
        let limit = case.limit_at(&granted.rational(), |_| Rational::ZERO);
        let binding = (sum.rational() - &limit).abs() < call.unit().rational();
        Some(Self { sum, holds: holds(case, sum, &limit), binding, limit })
    }
}

fn holds(case: &RuleCase, sum: Money, limit: &Rational) -> bool {
    match case.kind {
        Kind::AtMost => sum.rational() <= *limit,
        Kind::AtLeast => sum.rational() >= *limit,
    }
}

fn ids(call: &Call) -> Vec<CaseId> {
    (0..call.cases().len()).map(|case| call.case_id(case)).collect()
}

pub(super) fn changes(old: &Side<'_>, new: &Side<'_>) -> Vec<CaseChange> {
    let (old_ids, new_ids) = (ids(old.call()), ids(new.call()));
    let entry = |side: &Side<'_>, case: usize| CaseEntry { standing: side.standing(case).cloned() };
    let change = |(o, n): (Option<usize>, Option<usize>)| {
        let case = o.map(|o| &old_ids[o]).or_else(|| n.map(|n| &new_ids[n]))?.clone();
        let entry = Pair { old: o.map(|o| entry(old, o)), new: n.map(|n| entry(new, n)) };
        Some(CaseChange { case, entry })
    };
    matched(&old_ids, &new_ids).into_iter().filter_map(change).collect()
}
