//! Caps and floors, with `each` written out.

use std::collections::BTreeSet;

use fordela_lp::Rational;

use super::activity::Claim;
use super::draft::{Activity, CallDraft, Each, Rule};
use super::limit::{Base, Limit};
use super::selection::Selection;
use crate::money::Money;

/// Whether a rule holds grants down or up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A cap.
    AtMost,
    /// A floor.
    AtLeast,
}

/// How large the sum of grants may or must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseLimit {
    /// A sum, known before anything is granted.
    Fixed(Rational),
    /// This part, 0..=1, of all that is granted in the call.
    PartOfGranted(Rational),
}

/// One cap or one floor: a rule with one subject of its `each`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCase {
    /// The rule, by its place in the draft.
    pub rule: usize,
    /// What the rule is repeated for here: the id of an applicant, fund or activity, or an area or tag.
    pub subject: Option<String>,
    /// Whether it is a cap or a floor.
    pub kind: Kind,
    /// The activities whose grants are summed, by their place in the draft, rising.
    pub activities: Vec<usize>,
    /// The funds whose money is summed, or `None` for all.
    pub funds: Option<Vec<usize>>,
    /// How large the sum may or must be.
    pub limit: CaseLimit,
}

impl RuleCase {
    /// Whether money from a fund counts.
    #[must_use]
    pub fn counts_fund(&self, fund: usize) -> bool {
        self.funds.as_ref().is_none_or(|funds| funds.contains(&fund))
    }

    /// The activity whose grant alone is held down to a fixed sum, if that is all the case says.
    pub(crate) fn lone_cap(&self) -> Option<(usize, &Rational)> {
        match (self.kind, &self.activities[..], &self.funds, &self.limit) {
            (Kind::AtMost, &[activity], None, CaseLimit::Fixed(limit)) => Some((activity, limit)),
            _ => None,
        }
    }

    /// The limit in money, when `granted` is granted in all.
    #[must_use]
    pub fn limit_at(&self, granted: Money) -> Rational {
        match &self.limit {
            CaseLimit::Fixed(limit) => limit.clone(),
            CaseLimit::PartOfGranted(part) => part * &granted.rational(),
        }
    }
}

/// All caps and floors of a draft whose ids are known to be right.
pub(super) fn cases(draft: &CallDraft, claims: &[Claim]) -> Vec<RuleCase> {
    let budget = draft.funds.iter().map(|fund| fund.amount).sum::<Money>().rational();
    let mut cases = Vec::new();
    for (place, rule) in draft.rules.iter().enumerate() {
        for subject in subjects(draft, rule) {
            let selection = narrowed(&rule.selection, rule.each, subject.as_deref());
            let funds = fund_places(draft, &selection);
            let activities: Vec<usize> = (0..claims.len())
                .filter(|&a| selection.selects(&draft.activities[a]))
                .filter(|&a| funds.as_ref().is_none_or(|f| claims[a].payers().iter().any(|p| f.contains(p))))
                .collect();
            let asked = activities.iter().map(|&a| claims[a].ask()).sum::<Money>().rational();
            let floor = rule.at_least.map(|limit| (Kind::AtLeast, limit));
            let cap = rule.at_most.map(|limit| (Kind::AtMost, limit));
            for (kind, limit) in floor.into_iter().chain(cap) {
                cases.push(RuleCase {
                    rule: place,
                    subject: subject.clone(),
                    kind,
                    activities: activities.clone(),
                    funds: funds.clone(),
                    limit: limit_of(limit, &asked, &budget),
                });
            }
        }
    }
    cases
}

fn limit_of(limit: Limit, asked: &Rational, budget: &Rational) -> CaseLimit {
    match limit {
        Limit::Money(money) => CaseLimit::Fixed(money.rational()),
        Limit::Percent(percent, Base::Asked) => CaseLimit::Fixed(percent.part() * asked),
        Limit::Percent(percent, Base::Budget) => CaseLimit::Fixed(percent.part() * budget),
        Limit::Percent(percent, Base::Granted) => CaseLimit::PartOfGranted(percent.part()),
    }
}

fn subjects(draft: &CallDraft, rule: &Rule) -> Vec<Option<String>> {
    let words = |of: fn(&Activity) -> &[String]| -> Vec<Option<String>> {
        let all: BTreeSet<&String> = draft.activities.iter().flat_map(of).collect();
        all.into_iter().cloned().map(Some).collect()
    };
    match rule.each {
        None => vec![None],
        Some(Each::Applicant) => draft.applicants.iter().map(|applicant| Some(applicant.id.clone())).collect(),
        Some(Each::Fund) => draft.funds.iter().map(|fund| Some(fund.id.clone())).collect(),
        Some(Each::Activity) => draft.activities.iter().map(|activity| Some(activity.id.clone())).collect(),
        Some(Each::Area) => words(|activity| &activity.areas),
        Some(Each::Tag) => words(|activity| &activity.tags),
    }
}

fn narrowed(selection: &Selection, each: Option<Each>, subject: Option<&str>) -> Selection {
    let mut selection = selection.clone();
    if let (Some(each), Some(subject)) = (each, subject) {
        let values = match each {
            Each::Applicant => &mut selection.applicant,
            Each::Area => &mut selection.area,
            Each::Tag => &mut selection.tag,
            Each::Fund => &mut selection.fund,
            Each::Activity => &mut selection.activity,
        };
        *values = vec![subject.to_owned()];
    }
    selection
}

fn fund_places(draft: &CallDraft, selection: &Selection) -> Option<Vec<usize>> {
    if selection.fund.is_empty() {
        return None;
    }
    Some((0..draft.funds.len()).filter(|&f| selection.fund.contains(&draft.funds[f].id)).collect())
}

impl Selection {
    /// Whether the activity is selected; funds are not looked at.
    #[must_use]
    pub fn selects(&self, activity: &Activity) -> bool {
        let one = |wanted: &[String], has: &String| wanted.is_empty() || wanted.contains(has);
        let any = |wanted: &[String], has: &[String]| wanted.is_empty() || has.iter().any(|h| wanted.contains(h));
        one(&self.applicant, &activity.applicant)
            && one(&self.activity, &activity.id)
            && any(&self.area, &activity.areas)
            && any(&self.tag, &activity.tags)
    }
}
