//! Builder methods of a call and its parts.

mod activity;
mod fund;

use fordela_num::Money;
use rust_decimal::Decimal;

use crate::call::draft::{
    Activity, Applicant, CallDraft, Criterion, Each, Fund, List, Objective, ObjectiveKind, Rule, Tier,
};
use crate::call::{Limit, Percent, Selection};

impl CallDraft {
    /// An empty call in Swedish kronor, with grants in whole kronor.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            currency: "SEK".to_owned(),
            unit: Money::new(1),
            objective: Objective::default(),
            funds: List::default(),
            criteria: List::default(),
            applicants: List::default(),
            activities: List::default(),
            rules: List::default(),
            bad_luck: None,
        }
    }

    /// Sets how many activities may have bad luck at once.
    #[must_use]
    pub fn bad_luck(mut self, number: impl Into<Decimal>) -> Self {
        self.bad_luck = Some(number.into());
        self
    }

    /// Sets what grants are whole multiples of.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<Money>) -> Self {
        self.unit = unit.into();
        self
    }

    /// Adds a tier after which a krona counts less; see [`Tier`].
    #[must_use]
    pub fn diminishing(mut self, up_to: Percent, factor: Decimal) -> Self {
        self.objective.diminishing.push(Tier { up_to, factor });
        self
    }

    /// Sets what is maximised, or how money is shared.
    #[must_use]
    pub fn objective(mut self, kind: ObjectiveKind) -> Self {
        self.objective.kind = kind;
        self
    }

    /// Adds a source of money.
    #[must_use]
    pub fn fund(mut self, fund: Fund) -> Self {
        self.funds.push(fund);
        self
    }

    /// Adds a criterion.
    #[must_use]
    pub fn criterion(mut self, criterion: Criterion) -> Self {
        self.criteria.push(criterion);
        self
    }

    /// Adds an applicant.
    #[must_use]
    pub fn applicant(mut self, applicant: Applicant) -> Self {
        self.applicants.push(applicant);
        self
    }

    /// Adds an activity.
    #[must_use]
    pub fn activity(mut self, activity: Activity) -> Self {
        self.activities.push(activity);
        self
    }

    /// Adds a rule.
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }
}

impl Criterion {
    /// A criterion with a weight, scored `0..=max`.
    #[must_use]
    pub fn new(id: impl Into<String>, weight: impl Into<Decimal>, max: impl Into<Decimal>) -> Self {
        Self { id: id.into(), name: None, weight: weight.into(), max: max.into() }
    }

    /// Sets the name in print.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl Applicant {
    /// An applicant.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), name: None, call: None, note: None }
    }

    /// Sets the name in print.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Says where its own call stands.
    #[must_use]
    pub fn call(mut self, path: impl Into<String>) -> Self {
        self.call = Some(path.into());
        self
    }

    /// Sets what is said of its application.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

impl Rule {
    /// A rule on the grants of a selection, with no cap or floor yet.
    #[must_use]
    pub fn new(id: impl Into<String>, selection: Selection) -> Self {
        Self { id: id.into(), name: None, each: None, selection, at_least: None, at_most: None }
    }

    /// Sets the name in print.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Repeats the rule for every one of these.
    #[must_use]
    pub fn each(mut self, each: Each) -> Self {
        self.each = Some(each);
        self
    }

    /// Sets the least sum of grants.
    #[must_use]
    pub fn at_least(mut self, limit: impl Into<Limit>) -> Self {
        self.at_least = Some(limit.into());
        self
    }

    /// Sets the largest sum of grants.
    #[must_use]
    pub fn at_most(mut self, limit: impl Into<Limit>) -> Self {
        self.at_most = Some(limit.into());
        self
    }
}
