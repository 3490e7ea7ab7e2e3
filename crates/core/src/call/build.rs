//! Builder methods of the parts of a call.

use rust_decimal::Decimal;

use super::draft::{
    Activity, Applicant, CallDraft, Criterion, Each, Fund, Funding, Line, Objective, ObjectiveKind, Rule, Tier, Unspent,
};
use super::limit::Limit;
use super::percent::Percent;
use super::selection::Selection;
use super::spend_rate::SpendRate;
use crate::money::Money;

impl CallDraft {
    /// An empty call in Swedish kronor, with grants in whole kronor.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            currency: "SEK".to_owned(),
            unit: Money::new(1),
            objective: Objective::default(),
            funds: Vec::new(),
            criteria: Vec::new(),
            applicants: Vec::new(),
            activities: Vec::new(),
            rules: Vec::new(),
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

impl Fund {
    /// A fund that pays for everything.
    #[must_use]
    pub fn new(id: impl Into<String>, amount: impl Into<Money>) -> Self {
        Self {
            id: id.into(),
            name: None,
            amount: amount.into(),
            pays_for: Selection::all(),
            min_part: None,
            max_part: None,
            not_with: Vec::new(),
            spend_first: false,
            period: None,
            use_by: None,
            unspent: None,
            report_by: None,
        }
    }

    /// Sets the name in print.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Limits what the fund may pay for.
    #[must_use]
    pub fn pays_for(mut self, selection: Selection) -> Self {
        self.pays_for = selection;
        self
    }

    /// Sets the least part of an activity that it carries, where it carries any.
    #[must_use]
    pub fn min_part(mut self, part: Percent) -> Self {
        self.min_part = Some(part);
        self
    }

    /// Sets the largest part of an activity that it may carry.
    #[must_use]
    pub fn max_part(mut self, part: Percent) -> Self {
        self.max_part = Some(part);
        self
    }

    /// Adds a fund that may not pay for the same activity.
    #[must_use]
    pub fn not_with(mut self, fund: impl Into<String>) -> Self {
        self.not_with.push(fund.into());
        self
    }

    /// Lets its money be used before that of other funds.
    #[must_use]
    pub fn spend_first(mut self) -> Self {
        self.spend_first = true;
        self
    }

    /// Sets when its money is meant for, such as `2023-H2`.
    #[must_use]
    pub fn period(mut self, period: impl Into<String>) -> Self {
        self.period = Some(period.into());
        self
    }

    /// Sets what becomes of money that is not used.
    #[must_use]
    pub fn unspent(mut self, unspent: Unspent) -> Self {
        self.unspent = Some(unspent);
        self
    }

    /// Sets the last day its money may be used, `YYYY-MM-DD`.
    #[must_use]
    pub fn use_by(mut self, day: impl Into<String>) -> Self {
        self.use_by = Some(day.into());
        self
    }

    /// Sets the last day to report how its money was used, `YYYY-MM-DD`.
    #[must_use]
    pub fn report_by(mut self, day: impl Into<String>) -> Self {
        self.report_by = Some(day.into());
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
        Self { id: id.into(), name: None, call: None }
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
}

impl Activity {
    /// An activity that asks for a sum, any part of which can be granted.
    #[must_use]
    pub fn new(id: impl Into<String>, applicant: impl Into<String>, ask: impl Into<Money>) -> Self {
        Self { ask: Some(ask.into()), ..Self::of_lines(id, applicant, []) }
    }

    /// An activity that asks for the sum of its lines, any part of which can be granted.
    #[must_use]
    pub fn of_lines(
        id: impl Into<String>,
        applicant: impl Into<String>,
        lines: impl IntoIterator<Item = Line>,
    ) -> Self {
        Self {
            id: id.into(),
            applicant: applicant.into(),
            title: None,
            ask: None,
            lines: lines.into_iter().collect(),
            funding: Funding::Partial,
            min_share: None,
            levels: Vec::new(),
            scores: std::collections::BTreeMap::new(),
            tags: Vec::new(),
            areas: Vec::new(),
            requires: Vec::new(),
            excludes: Vec::new(),
            period: None,
            spend_rate: None,
        }
    }

    /// Sets the title in print.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets how well it meets a criterion.
    #[must_use]
    pub fn score(mut self, criterion: impl Into<String>, score: impl Into<Decimal>) -> Self {
        self.scores.insert(criterion.into(), score.into());
        self
    }

    /// Adds a tag.
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tags.push(tag.into());
        self
    }

    /// Adds an area.
    #[must_use]
    pub fn area(mut self, area: impl Into<String>) -> Self {
        self.areas.push(area.into());
        self
    }

    /// Sets when it takes place, such as `2023-06/2023-12`.
    #[must_use]
    pub fn period(mut self, period: impl Into<String>) -> Self {
        self.period = Some(period.into());
        self
    }

    /// Sets how much of its grant it is expected to spend.
    #[must_use]
    pub fn spend_rate(mut self, rate: SpendRate) -> Self {
        self.spend_rate = Some(rate);
        self
    }

    /// Nothing, or at least this share of the ask.
    #[must_use]
    pub fn min_share(mut self, share: Percent) -> Self {
        self.funding = Funding::Partial;
        self.min_share = Some(share);
        self
    }

    /// The whole ask, or nothing.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.funding = Funding::Whole;
        self
    }

    /// One of these amounts, or nothing.
    #[must_use]
    pub fn levels(mut self, levels: impl IntoIterator<Item = Money>) -> Self {
        self.funding = Funding::Levels;
        self.levels = levels.into_iter().collect();
        self
    }

    /// Each line whole, or not at all.
    #[must_use]
    pub fn line_by_line(mut self) -> Self {
        self.funding = Funding::Lines;
        self
    }

    /// Money only if this activity or line gets money.
    #[must_use]
    pub fn requires(mut self, other: impl Into<String>) -> Self {
        self.requires.push(other.into());
        self
    }

    /// Money only if this activity or line gets none.
    #[must_use]
    pub fn excludes(mut self, other: impl Into<String>) -> Self {
        self.excludes.push(other.into());
        self
    }
}

impl Line {
    /// A cost item.
    #[must_use]
    pub fn new(id: impl Into<String>, cost: impl Into<Money>) -> Self {
        Self {
            id: id.into(),
            title: None,
            cost: cost.into(),
            kind: None,
            period: None,
            requires: Vec::new(),
            excludes: Vec::new(),
        }
    }

    /// Sets what kind of cost it is.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets when it is used.
    #[must_use]
    pub fn period(mut self, period: impl Into<String>) -> Self {
        self.period = Some(period.into());
        self
    }

    /// Granted only if this line is.
    #[must_use]
    pub fn requires(mut self, other: impl Into<String>) -> Self {
        self.requires.push(other.into());
        self
    }

    /// Granted only if this line is not.
    #[must_use]
    pub fn excludes(mut self, other: impl Into<String>) -> Self {
        self.excludes.push(other.into());
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
