//! How two allocations of calls differ: who gets more and less, which rules came to bind, what the value does.
//!
//! Either side may be an allocation that was computed, grants that people decided, or a call that is impossible and
//! has none. The calls need not be the same: what is compared is found by id.

mod amounts;
mod cases;
mod side;

use std::collections::HashMap;

use fordela_model::Call;
use fordela_num::{Money, Rational};
use serde::Serialize;

pub(crate) use amounts::Amounts;
pub use cases::{CaseChange, CaseEntry, CaseMove, Standing};
pub use side::{Side, Unmatched};

use crate::risk::RiskSums;

/// Something before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Pair<T> {
    /// Before.
    pub old: T,
    /// After.
    pub new: T,
}

/// What was asked and granted. No grant is known of an impossible call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The money asked for.
    pub asked: Money,
    /// The money granted.
    pub granted: Option<Money>,
}

/// An applicant or an activity on both sides; `None` on a side whose call does not have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ItemChange {
    /// Its id.
    pub id: String,
    /// What it asked for and got.
    pub entry: Pair<Option<Entry>>,
}

/// The sums of two calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Sums {
    /// The sums of the funds.
    pub budget: Pair<Money>,
    /// All that is asked for.
    pub asked: Pair<Money>,
    /// All that is granted.
    pub granted: Pair<Option<Money>>,
    /// The budget less what is granted.
    pub unallocated: Pair<Option<Money>>,
    /// What it is worth, each by the priorities of its own call.
    pub value: Pair<Option<Rational>>,
    /// Whether both calls value the same grants alike; where they do not, values are not to be compared.
    pub valued_alike: bool,
    /// How far from the best it can be; `None` also where no bound is known, or the most value is not looked for.
    pub gap: Pair<Option<Rational>>,
    /// What stays unspent and is repaid, as expected and with bad luck; `None` also where it is not known which fund pays.
    pub risk: Pair<Option<RiskSums>>,
}

/// The differences between two sides. Everything stands in the order of the old call; what only the new one has comes
/// last, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Who asked.
    pub applicants: Vec<ItemChange>,
    /// What money was asked for.
    pub activities: Vec<ItemChange>,
    /// Every cap and floor of either call.
    pub cases: Vec<CaseChange>,
    /// The sums.
    pub sums: Sums,
}

impl Comparison {
    /// Compares two sides.
    ///
    /// ```
    /// use fordela::compare::{Comparison, Side};
    /// use fordela::{Answer, Money, Scenario, allocate};
    /// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
    /// # let call = CallDraft::new("Summer")
    /// #     .fund(Fund::new("city", 700_000))
    /// #     .criterion(Criterion::new("need", 1, 3))
    /// #     .applicant(Applicant::new("culture"))
    /// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
    /// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
    /// #     .validate()?;
    /// let less = Scenario::named("less").set("budget", "-100k").apply(&call)?;
    /// let (old, new) = (allocate(&call)?, allocate(&less)?);
    /// let comparison = Comparison::new(&Side::answered(&call, &old), &Side::answered(&less, &new));
    /// let stage = &comparison.activities[1].entry;
    /// let granted = |entry: Option<fordela::compare::Entry>| entry.and_then(|entry| entry.granted);
    /// assert_eq!(granted(stage.old), Some(Money::new(200_000)));
    /// assert_eq!(granted(stage.new), Some(Money::new(100_000)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(old: &Side<'_>, new: &Side<'_>) -> Self {
        let activity_ids = |call: &Call| call.draft().activities.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        let applicant_ids = |call: &Call| call.draft().applicants.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        let activities = Pair {
            old: (activity_ids(old.call()), old.activities()),
            new: (activity_ids(new.call()), new.activities()),
        };
        let applicants = Pair {
            old: (applicant_ids(old.call()), old.applicants()),
            new: (applicant_ids(new.call()), new.applicants()),
        };
        Self {
            applicants: items(applicants),
            activities: items(activities),
            cases: cases::changes(old, new),
            sums: sums(old, new),
        }
    }
}

fn items(sides: Pair<(Vec<String>, Vec<Entry>)>) -> Vec<ItemChange> {
    let Pair { old: (old_ids, old), new: (new_ids, new) } = sides;
    let matched = matched(&old_ids, &new_ids);
    let item = |(o, n): (Option<usize>, Option<usize>)| {
        let id = o.map(|o| &old_ids[o]).or_else(|| n.map(|n| &new_ids[n]))?.clone();
        Some(ItemChange { id, entry: Pair { old: o.map(|o| old[o]), new: n.map(|n| new[n]) } })
    };
    matched.into_iter().filter_map(item).collect()
}

/// The places of equal keys on both sides, in the old order; what only the new side has comes last.
fn matched<K: Eq + std::hash::Hash>(old: &[K], new: &[K]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut places: HashMap<&K, usize> = new.iter().enumerate().map(|(n, key)| (key, n)).collect();
    let mut all: Vec<_> = old.iter().enumerate().map(|(o, key)| (Some(o), places.remove(key))).collect();
    let mut rest: Vec<usize> = places.into_values().collect();
    rest.sort_unstable();
    all.extend(rest.into_iter().map(|n| (None, Some(n))));
    all
}

fn sums(old: &Side<'_>, new: &Side<'_>) -> Sums {
    fn pair<'s, T>(old: &'s Side<'s>, new: &'s Side<'s>, of: impl Fn(&'s Side<'s>) -> T) -> Pair<T> {
        Pair { old: of(old), new: of(new) }
    }
    Sums {
        budget: pair(old, new, |side| side.call().budget()),
        asked: pair(old, new, |side| side.call().asked()),
        granted: pair(old, new, Side::granted),
        unallocated: pair(old, new, |side| side.granted().map(|granted| side.call().budget() - granted)),
        value: pair(old, new, |side| side.value().cloned()),
        valued_alike: valued_alike(old.call(), new.call()),
        gap: pair(old, new, |side| side.gap().cloned()),
        risk: pair(old, new, |side| side.risk().cloned()),
    }
}

/// Whether the activities of both calls have the same priority, and the same tiers of the same ask where value falls along
/// it.
fn valued_alike(old: &Call, new: &Call) -> bool {
    let tiers = |call: &Call| call.draft().objective.diminishing.clone();
    let falls = !tiers(old).is_empty();
    let claims = |call: &Call| {
        let ids = call.draft().activities.iter().map(|one| one.id.clone());
        ids.zip(call.claims().iter().map(|claim| (claim.priority().clone(), claim.ask()))).collect::<HashMap<_, _>>()
    };
    let (was, is) = (claims(old), claims(new));
    let alike = |(id, (priority, ask)): (&String, &(Rational, Money))| {
        is.get(id).is_none_or(|(now, asks)| now == priority && (!falls || asks == ask))
    };
    tiers(old) == tiers(new) && was.iter().all(alike)
}

impl Pair<Money> {
    /// The new less the old.
    #[must_use]
    pub fn difference(&self) -> Money {
        self.new - self.old
    }
}

impl Pair<Option<Money>> {
    /// The new less the old, where both are known.
    #[must_use]
    pub fn difference(&self) -> Option<Money> {
        Some(self.new? - self.old?)
    }
}

impl Pair<Option<Rational>> {
    /// The new less the old, where both are known.
    #[must_use]
    pub fn difference(&self) -> Option<Rational> {
        Some(self.new.as_ref()? - self.old.as_ref()?)
    }
}

impl ItemChange {
    /// What was asked for; nothing where the call does not have it.
    #[must_use]
    pub fn asked(&self) -> Pair<Money> {
        let asked = |entry: Option<Entry>| entry.map_or(Money::ZERO, |entry| entry.asked);
        Pair { old: asked(self.entry.old), new: asked(self.entry.new) }
    }

    /// What was granted: nothing where the call does not have it, and unknown where the call is impossible.
    #[must_use]
    pub fn granted(&self) -> Pair<Option<Money>> {
        let granted = |entry: Option<Entry>| entry.map_or(Some(Money::ZERO), |entry| entry.granted);
        Pair { old: granted(self.entry.old), new: granted(self.entry.new) }
    }

    /// Whether anything differs between the sides.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.entry.old != self.entry.new
    }
}

#[cfg(test)]
mod tests;
