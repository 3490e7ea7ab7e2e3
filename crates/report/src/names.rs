//! What ids and places of a call stand for.

use std::cell::OnceCell;
use std::collections::HashMap;

use fordela::call::draft::{Activity, Applicant, Each, Fund, Objective, Rule};
use fordela::call::{CaseId, Limit, Part};
use fordela::{Call, Money, Party};

use super::{CaseReport, PartyReport};

/// What the parts of a call are called, by their ids.
pub(crate) struct Names<'c> {
    pub(crate) call: &'c Call,
    /// Found when first asked for, as there may be many.
    activities: OnceCell<HashMap<&'c str, &'c Activity>>,
    applicants: HashMap<&'c str, &'c Applicant>,
    funds: HashMap<&'c str, &'c Fund>,
    rules: HashMap<&'c str, &'c Rule>,
}

fn by_id<P: Part>(list: &[P]) -> HashMap<&str, &P> {
    list.iter().map(|one| (one.id(), one)).collect()
}

impl<'c> Names<'c> {
    pub(crate) fn of(call: &'c Call) -> Self {
        let draft = call.draft();
        Self {
            call,
            activities: OnceCell::new(),
            applicants: by_id(&draft.applicants),
            funds: by_id(&draft.funds),
            rules: by_id(&draft.rules),
        }
    }

    fn activities(&self) -> &HashMap<&'c str, &'c Activity> {
        self.activities.get_or_init(|| by_id(&self.call.draft().activities))
    }

    fn name<'s, P: Part>(&'s self, parts: &HashMap<&'c str, &'c P>, id: &'s str) -> &'s str {
        parts.get(id).map_or(id, |one| self.call.called(*one))
    }

    pub(crate) fn objective(&self) -> &Objective {
        &self.call.draft().objective
    }

    pub(crate) fn activity<'s>(&'s self, id: &'s str) -> &'s str {
        self.name(self.activities(), id)
    }

    pub(crate) fn applicant<'s>(&'s self, id: &'s str) -> &'s str {
        self.name(&self.applicants, id)
    }

    pub(crate) fn fund<'s>(&'s self, id: &'s str) -> &'s str {
        self.name(&self.funds, id)
    }

    pub(crate) fn rule<'s>(&'s self, id: &'s str) -> &'s str {
        self.name(&self.rules, id)
    }

    /// An activity or an applicant.
    pub(crate) fn named<'s>(&'s self, party: Party, id: &'s str) -> &'s str {
        match party {
            Party::Activity => self.activity(id),
            Party::Applicant => self.applicant(id),
        }
    }

    /// An activity or an applicant.
    pub(crate) fn party(&self, party: Party, id: &str) -> PartyReport {
        PartyReport { id: id.to_owned(), name: self.named(party, id).to_owned() }
    }

    /// The applicant of an activity, by its id.
    pub(crate) fn applicant_of(&self, activity: &str) -> &str {
        self.activities().get(activity).map_or("", |one| one.applicant.as_str())
    }

    /// A line of an activity.
    pub(crate) fn line<'s>(&'s self, activity: &str, line: &'s str) -> &'s str {
        let activity = self.activities().get(activity);
        let found = activity.and_then(|one| Some((one, one.lines.iter().find(|own| own.id == line)?)));
        found.map_or(line, |(activity, line)| self.call.line_called(activity, line))
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
        if self.applicants.contains_key(id) {
            self.applicant(id)
        } else if self.funds.contains_key(id) {
            self.fund(id)
        } else {
            self.activity(id)
        }
    }

    /// A cap or floor: what it is, and for whom.
    pub(crate) fn case(&self, case: &CaseId) -> CaseReport {
        let rule = self.rules.get(case.rule.as_str());
        let each = rule.and_then(|rule| rule.each);
        let written = rule.and_then(|rule| rule.limit(case.kind));
        CaseReport {
            id: case.rule.clone(),
            name: self.rule(&case.rule).to_owned(),
            subject: case.subject.clone(),
            subject_name: case.subject.as_deref().map(|subject| self.repeated_for(each, subject).to_owned()),
            kind: case.kind,
            // A case is made of a limit that its rule has.
            written: written.unwrap_or(Limit::Money(Money::ZERO)),
        }
    }

    fn repeated_for<'s>(&'s self, each: Option<Each>, subject: &'s str) -> &'s str {
        match each {
            Some(Each::Applicant) => self.applicant(subject),
            Some(Each::Fund) => self.fund(subject),
            Some(Each::Activity) => self.activity(subject),
            Some(Each::Area | Each::Tag) | None => subject,
        }
    }
}
