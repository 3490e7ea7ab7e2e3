//! An instance in which something more is known, or something is left out. Nothing of it is written anywhere.

use std::sync::Arc;

use fordela_model::call::Kind;
use fordela_num::Rational;
use typed_index_collections::{TiSlice, TiVec};

use super::{ActivityIx, Case, CaseIx, FundIx, Instance, Item, Limit, LineIx};

impl Instance {
    /// Where it is decided who pays for what: of the undecided payers of an activity only those that are taken, and of its
    /// lines only those that are granted, where lines are granted one by one and that is known.
    pub(crate) fn paid_by(
        &self,
        taken: &TiSlice<ActivityIx, Vec<FundIx>>,
        lines: Option<&TiSlice<ActivityIx, TiVec<LineIx, bool>>>,
    ) -> Self {
        let mut narrowed = self.clone();
        for ((a, activity), taken) in Arc::make_mut(&mut narrowed.activities).iter_mut_enumerated().zip(taken) {
            let may_pay = |f: &FundIx| !activity.undecided.contains(f) || taken.contains(f);
            let is_left = |item: &&Item| {
                item.line.is_none_or(|line| lines.is_none_or(|lines| lines[a].get(line) != Some(&false)))
            };
            let left = activity.items.iter().filter(is_left).map(|item| {
                let payers = item.payers.iter().copied().filter(may_pay).collect();
                Item { payers, ..item.clone() }
            });
            let items: Vec<Item> = left.collect();
            activity.take_items(items, self.unit);
        }
        narrowed
    }

    /// With more floors, after its own cases, where the most value is looked for. Each has the activities it counts, and the
    /// least that they must get together.
    pub(crate) fn with_floors(&self, floors: impl Iterator<Item = (Vec<ActivityIx>, Rational)>) -> Self {
        let mut narrowed = self.clone();
        narrowed.objective = Arc::default();
        let places = self.sharer_places();
        let own = self.cases.len();
        let case = |((activities, least), sharer): ((Vec<ActivityIx>, Rational), usize)| Case {
            place: own + sharer,
            label: format!("fair part {sharer}").into(),
            kind: Kind::AtLeast,
            activities: activities.into(),
            lines: Default::default(),
            funds: None,
            limit: Limit::Fixed(least),
            part_of_budget: Rational::ZERO,
        };
        narrowed.cases.extend(floors.zip(places).map(case));
        narrowed
    }

    /// With other limits of some caps and floors.
    pub(crate) fn with_limits(&self, limits: impl Iterator<Item = (CaseIx, Limit)>) -> Self {
        let mut narrowed = self.clone();
        limits.for_each(|(case, limit)| narrowed.cases[case].limit = limit);
        narrowed
    }

    /// With some of its caps and floors alone, at the limits that they have in another instance with the same ones.
    pub(crate) fn with_cases_of(mut self, other: &Self, cases: &[CaseIx]) -> Self {
        let own = |&c: &CaseIx| Some(Case { limit: other.cases[c].limit.clone(), ..self.cases.get(c)?.clone() });
        self.cases = cases.iter().filter_map(own).collect();
        self
    }
}
