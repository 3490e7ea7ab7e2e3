//! Whether funds and their conditions are sound.

use super::{Check, Indices};
use crate::call::draft::{CallDraft, Fund};
use crate::call::fault::FaultKind;
use crate::call::place::Place;

impl Check {
    pub(super) fn funds(&mut self, draft: &CallDraft, indices: &Indices) {
        for (f, fund) in draft.funds.iter().enumerate() {
            let place = Place::root().key("fund").item(f);
            self.amount(|| place.key("amount"), fund.amount);
            let pays_for = place.key("pays_for");
            self.selection(&pays_for, &fund.pays_for, indices);
            if !fund.pays_for.fund.is_empty() {
                self.report(pays_for.key("fund"), FaultKind::FundInPaysFor);
            }
            self.parts(draft, indices, &place, fund);
            self.period(|| place.key("period"), fund.period.as_ref());
        }
    }

    /// What a fund may carry of an activity, and beside whom.
    fn parts(&mut self, draft: &CallDraft, indices: &Indices, place: &Place, fund: &Fund) {
        for (key, part) in [("min_part", fund.min_part), ("max_part", fund.max_part)] {
            if let Some(part) = part {
                self.percent(|| place.key(key), part);
            }
        }
        if let (Some(least), Some(most)) = (fund.min_part, fund.max_part)
            && least > most
        {
            self.report(place.key("min_part"), FaultKind::MinPartAboveMax { least, most });
        }
        self.repeated(|| place.key("not_with"), &fund.not_with);
        for (n, other) in fund.not_with.iter().enumerate() {
            let at = || place.key("not_with").item(n);
            let found = self.known(at, indices.funds.find(other));
            if found.is_some_and(|other| draft.funds[other].id == fund.id) {
                self.report(at(), FaultKind::LinkToItself { id: other.clone() });
            }
        }
    }
}
