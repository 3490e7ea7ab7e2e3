//! Whether rules and selections are sound.

use super::{Check, Indices, line_of};
use crate::call::draft::{CallDraft, Each};
use crate::call::fault::FaultKind;
use crate::call::limit::Limit;
use crate::call::place::Place;
use crate::call::selection::Selection;

impl Check {
    pub(super) fn rules(&mut self, draft: &CallDraft, indices: &Indices) {
        for (r, rule) in draft.rules.iter().enumerate() {
            let place = Place::root().key("rule").item(r);
            self.selection(&place, &rule.selection, indices);
            for (f, fund) in rule.selection.fund.iter().enumerate() {
                self.known(|| place.key("fund").item(f), indices.funds.find(fund));
            }
            if rule.at_least.is_none() && rule.at_most.is_none() {
                self.report(place.clone(), FaultKind::NoLimit { rule: rule.id.clone() });
            }
            for (key, limit) in [("at_least", rule.at_least), ("at_most", rule.at_most)] {
                match limit {
                    Some(Limit::Money(amount)) => self.amount(|| place.key(key), amount),
                    Some(Limit::Percent(percent, _)) => self.percent(|| place.key(key), percent),
                    None => {}
                }
            }
            if let Some(each) = rule.each.and_then(|each| fixed(each, &rule.selection)) {
                self.report(place.key("each"), FaultKind::EachFixed { each });
            }
        }
    }

    pub(super) fn selection(&mut self, place: &Place, selection: &Selection, indices: &Indices) {
        for (n, applicant) in selection.applicant.iter().enumerate() {
            self.known(|| place.key("applicant").item(n), indices.applicants.find(applicant));
        }
        for (n, activity) in selection.activity.iter().enumerate() {
            self.known(|| place.key("activity").item(n), indices.activities.find(activity));
        }
        for (n, line) in selection.line.iter().enumerate() {
            self.known(|| place.key("line").item(n), line_of(indices, line));
        }
        for (n, period) in selection.period.iter().enumerate() {
            self.period(|| place.key("period").item(n), Some(period));
        }
    }
}

fn fixed(each: Each, selection: &Selection) -> Option<&'static str> {
    let (name, values) = match each {
        Each::Applicant => ("applicant", &selection.applicant),
        Each::Area => ("area", &selection.area),
        Each::Tag => ("tag", &selection.tag),
        Each::Fund => ("fund", &selection.fund),
        Each::Activity => ("activity", &selection.activity),
    };
    (!values.is_empty()).then_some(name)
}
