//! Whether activities and their lines are sound.

use fordela_num::Money;

use super::{Check, Indices};
use crate::call::draft::{Activity, CallDraft, Funding};
use crate::call::fault::FaultKind;
use crate::call::place::Place;

impl Check {
    pub(super) fn activity(
        &mut self,
        draft: &CallDraft,
        indices: &Indices,
        place: &dyn Fn() -> Place,
        activity: &Activity,
    ) {
        self.known(|| place().key("applicant"), indices.applicants.find(&activity.applicant));
        if let Some(ask) = activity.ask {
            self.amount(|| place().key("ask"), ask);
        }
        for (l, line) in activity.lines.iter().enumerate() {
            let place = || place().key("line").item(l);
            self.amount(|| place().key("cost"), line.cost);
            self.period(|| place().key("period"), line.period.as_ref());
        }
        let sum = activity.lines.iter().map(|line| line.cost).sum::<Money>();
        match activity.ask {
            None if activity.lines.is_empty() => {
                self.report(place(), FaultKind::NoAsk { activity: activity.id.clone() });
            }
            Some(ask) if !activity.lines.is_empty() && ask != sum => {
                self.report(place().key("ask"), FaultKind::AskNotSumOfLines { ask, sum });
            }
            _ => {}
        }
        self.period(|| place().key("period"), activity.period.as_ref());
        if let Some(rate) = activity.spend_rate {
            self.percent(|| place().key("spend_rate"), rate.least());
            self.percent(|| place().key("spend_rate"), rate.most());
        }
        self.scores(draft, indices, place, activity);
        self.funding(draft.unit, place, activity);
        for (key, words) in [("tags", &activity.tags), ("areas", &activity.areas)] {
            self.repeated(|| place().key(key), words);
        }
    }

    fn scores(&mut self, draft: &CallDraft, indices: &Indices, place: &dyn Fn() -> Place, activity: &Activity) {
        for (criterion, score) in activity.scores.iter() {
            let place = || place().key("scores").key(criterion);
            if let Some(c) = self.known(place, indices.criteria.find(criterion)) {
                self.range(place, *score, Some(draft.criteria[c].max));
            }
        }
    }

    fn funding(&mut self, unit: Money, place: &dyn Fn() -> Place, activity: &Activity) {
        let name = || activity.id.clone();
        if let Some(share) = activity.min_share {
            self.percent(|| place().key("min_share"), share);
            if activity.funding != Funding::Partial {
                let kind = FaultKind::OtherFunding { key: "min_share", belongs_to: "partial" };
                self.report(place().key("min_share"), kind);
            }
        }
        if !activity.levels.is_empty() && activity.funding != Funding::Levels {
            self.report(place().key("levels"), FaultKind::OtherFunding { key: "levels", belongs_to: "levels" });
        }
        match activity.funding {
            Funding::Partial => {}
            Funding::Whole => {
                if let Some(ask) = activity.asked() {
                    self.multiple(|| place().key("ask"), ask, unit);
                }
            }
            Funding::Levels if activity.levels.is_empty() => {
                self.report(place(), FaultKind::NoLevels { activity: name() });
            }
            Funding::Levels => self.levels(unit, place, activity),
            Funding::Lines if activity.lines.is_empty() => {
                self.report(place(), FaultKind::NoLines { activity: name() });
            }
            Funding::Lines => {
                for (l, line) in activity.lines.iter().enumerate() {
                    self.multiple(|| place().key("line").item(l).key("cost"), line.cost, unit);
                }
            }
        }
    }

    fn levels(&mut self, unit: Money, place: &dyn Fn() -> Place, activity: &Activity) {
        let ask = activity.asked().unwrap_or(Money::LARGEST);
        let mut before = Money::ZERO;
        for (n, &level) in activity.levels.iter().enumerate() {
            let place = || place().key("levels").item(n);
            if level <= before || level > ask {
                self.report(place(), FaultKind::LevelsNotRising { level });
            }
            self.multiple(place, level, unit);
            before = level;
        }
    }
}
