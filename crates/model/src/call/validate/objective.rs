//! Whether the objective is sound.

use fordela_num::Percent;
use rust_decimal::Decimal;

use super::Check;
use crate::Party;
use crate::call::draft::{Objective, Tier};
use crate::call::fault::FaultKind;
use crate::call::place::Place;

impl Check {
    pub(super) fn objective(&mut self, objective: &Objective) {
        let place = Place::root().key("objective");
        let own = [
            ("weighted", objective.weighted),
            ("over", objective.over != Party::default()),
            ("at_least", objective.at_least.is_some()),
        ];
        for (key, is_set) in own {
            if is_set && !objective.kind.shares() {
                self.report(place.key(key), FaultKind::NothingShared { key });
            }
        }
        if let Some(part) = objective.at_least {
            self.percent(|| place.key("at_least"), part);
        }
        self.tiers(&objective.diminishing);
    }

    fn tiers(&mut self, tiers: &[Tier]) {
        let list = Place::root().key("objective").key("diminishing");
        let mut end = Percent::new(Decimal::ZERO);
        let mut factor: Option<Decimal> = None;
        for (k, tier) in tiers.iter().enumerate() {
            let place = list.item(k);
            self.percent(|| place.key("up_to"), tier.up_to);
            self.range(|| place.key("factor"), tier.factor, Some(Decimal::ONE));
            if tier.up_to <= end {
                self.report(place.key("up_to"), FaultKind::TiersNotRising);
            }
            if factor.is_some_and(|before| tier.factor >= before) {
                self.report(place.key("factor"), FaultKind::FactorsNotFalling);
            }
            (end, factor) = (tier.up_to, Some(tier.factor));
        }
        if let Some(last) = tiers.len().checked_sub(1)
            && end < Percent::WHOLE
        {
            self.report(list.item(last).key("up_to"), FaultKind::TiersEndEarly);
        }
    }
}
