//! What ids and places of a call stand for.

use std::collections::HashMap;

use fordela::call::draft::{Each, Objective};
use fordela::call::{Kind, Limit, Part};
use fordela::{Call, Money, Party};

use super::{CaseReport, PartyReport, RuleKind};

/// What the parts of a call are called, by their ids.
pub(crate) struct Names<'c> {
    /// The call.
    pub call: &'c Call,
    applicants: HashMap<&'c str, &'c str>,
    funds: HashMap<&'c str, &'c str>,
    activities: HashMap<&'c str, &'c str>,
}

impl<'c> Names<'c> {
    pub(crate) fn of(call: &'c Call) -> Self {
        fn all<'c, P: Part>(call: &'c Call, list: &'c [P]) -> HashMap<&'c str, &'c str> {
            list.iter().map(|one| (one.id(), call.called(one))).collect()
        }
        let draft = call.draft();
        Self {
            call,
            applicants: all(call, &draft.applicants),
            funds: all(call, &draft.funds),
            activities: all(call, &draft.activities),
        }
    }

    pub(crate) fn objective(&self) -> &Objective {
        &self.call.draft().objective
    }

    pub(crate) fn activity<'s>(&'s self, id: &'s str) -> &'s str {
        self.activities.get(id).copied().unwrap_or(id)
    }

    pub(crate) fn fund<'s>(&'s self, id: &'s str) -> &'s str {
        self.funds.get(id).copied().unwrap_or(id)
    }

    /// An activity or an applicant.
    pub(crate) fn named<'s>(&'s self, party: Party, id: &'s str) -> &'s str {
        let names = match party {
            Party::Activity => &self.activities,
            Party::Applicant => &self.applicants,
        };
        names.get(id).copied().unwrap_or(id)
    }

    /// An activity, or a line of one, by `activity/line`.
    pub(crate) fn node(&self, written: &str) -> String {
        match written.split_once('/') {
            Some((activity, line)) => format!("{}/{line}", self.activity(activity)),
            None => self.activity(written).to_owned(),
        }
    }

    /// What a rule is repeated for, where it is not known what that is; an area or a tag is its own name.
    pub(crate) fn subject<'s>(&'s self, id: &'s str) -> &'s str {
        let known = [&self.applicants, &self.funds, &self.activities];
        known.into_iter().find_map(|names| names.get(id).copied()).unwrap_or(id)
    }

    /// An activity or an applicant, by its place.
    pub(crate) fn party(&self, party: Party, place: usize) -> PartyReport {
        PartyReport::of(self.call, party, place)
    }

    /// A cap or floor: what it is, and for whom.
    pub(crate) fn case(&self, case: usize) -> CaseReport {
        let case = &self.call.cases()[case];
        let rule = &self.call.draft().rules[case.rule];
        let (kind, written) = match case.kind {
            Kind::AtMost => (RuleKind::AtMost, rule.at_most),
            Kind::AtLeast => (RuleKind::AtLeast, rule.at_least),
        };
        CaseReport {
            id: rule.id.clone(),
            name: self.call.called(rule).to_owned(),
            subject: case.subject.clone(),
            subject_name: case.subject.as_deref().map(|subject| self.repeated_for(rule.each, subject).to_owned()),
            kind,
            // A case is made of a limit that its rule has.
            written: written.unwrap_or(Limit::Money(Money::ZERO)),
        }
    }

    fn repeated_for<'s>(&'s self, each: Option<Each>, subject: &'s str) -> &'s str {
        let names = match each {
            Some(Each::Applicant) => &self.applicants,
            Some(Each::Fund) => &self.funds,
            Some(Each::Activity) => &self.activities,
            Some(Each::Area | Each::Tag) | None => return subject,
        };
        names.get(subject).copied().unwrap_or(subject)
    }
}
