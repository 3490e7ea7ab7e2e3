//! A checked call with other sums: in its funds, for its applicants, or in its rules.

use fordela_num::{Money, Rational, decimal};

use super::case::{self, CaseLimit, RuleCase};
use super::draft::{Fund, Rule};
use super::validate::are_funds_kept;
use super::{Call, Limit, Selection};

impl Call {
    /// Whether the call differs from another one in what funds hold and how large limits are alone, if at all. Only of calls
    /// one of which was made of the other by changes is it known: what they have in common, they share.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let (own, known) = (&*self.draft, &*other.draft);
        let is_shared = self.claims.is_shared_with(&other.claims)
            && own.activities.is_shared_with(&known.activities)
            && own.applicants.is_shared_with(&known.applicants);
        is_shared
            && (own.unit, &own.objective) == (known.unit, &known.objective)
            && are_funds_kept(&own.funds, &known.funds)
            && self.has_cases_like(other)
    }

    /// Whether caps and floors differ in how large they are alone, if at all.
    fn has_cases_like(&self, other: &Self) -> bool {
        let (rules, known) = (&self.draft.rules, &other.draft.rules);
        let is_like =
            |(one, other): (&RuleCase, &RuleCase)| rules[one.rule].id == known[other.rule].id && one.is_like(other);
        rules.is_shared_with(known) && self.cases.is_shared_with(&other.cases)
            || self.cases.len() == other.cases.len() && self.cases.iter().zip(&other.cases).all(is_like)
    }

    /// The call with other amounts in its funds, in their order.
    pub fn with_amounts(&self, amounts: &[Money]) -> Self {
        let mut call = self.clone();
        call.draft_mut().funds.iter_mut().zip(amounts).for_each(|(fund, amount)| fund.amount = *amount);
        call.cases = case::with_funds_of(&call.draft, &call.cases);
        call
    }

    /// The call with a rule more for every applicant, after its own; `limits` limits the rule to the applicant's sum.
    pub fn with_sums(&self, sums: &[Money], limits: impl Fn(Rule, Money) -> Rule) -> Self {
        let mut call = self.clone();
        let prefix = call.free_prefix("sum");
        for (applicant, &sum) in self.draft.applicants.iter().zip(sums) {
            let rule = Rule::new(format!("{prefix}-{}", applicant.id), Selection::applicant(applicant.id.as_str()));
            call.draft_mut().rules.push(limits(rule, sum));
        }
        call.cases = case::cases(&call.draft, &call.claims).into();
        call
    }

    /// The call with other floors in some rules, which have one.
    pub fn with_lowered(&self, floors: impl Iterator<Item = (usize, Limit)>) -> Self {
        let mut call = self.clone();
        floors.for_each(|(rule, limit)| call.draft_mut().rules[rule].at_least = Some(limit));
        call.cases = case::cases(&call.draft, &call.claims).into();
        call
    }

    /// The call with its floors alone.
    pub fn without_caps(&self) -> Self {
        let mut call = self.clone();
        call.draft_mut().rules.iter_mut().for_each(|rule| rule.at_most = None);
        call.cases = case::cases(&call.draft, &call.claims).into();
        call
    }

    /// The word, made longer until no rule starts with it.
    fn free_prefix(&self, word: &str) -> String {
        let mut prefix = word.to_owned();
        while self.draft.rules.iter().any(|rule| rule.id.starts_with(&prefix)) {
            prefix.push('-');
        }
        prefix
    }
}

impl RuleCase {
    /// Whether it counts the same as another one, and is as large a part of the same, if it is a part of what is granted.
    fn is_like(&self, other: &Self) -> bool {
        let is_fixed = |case: &Self| matches!(case.limit, CaseLimit::Fixed(_));
        (self.kind, &self.subject, &self.funds) == (other.kind, &other.subject, &other.funds)
            && (&self.activities, &self.lines) == (&other.activities, &other.lines)
            && (self.limit == other.limit || is_fixed(self) && is_fixed(other))
    }
}

/// By how much less or more than its part of a budget a fund may hold when budgets are parted in proportion; see
/// [`scaled`].
pub fn scaling_step(call: &Call) -> Rational {
    let amounts = call.draft().funds.iter().map(|fund| fund.amount);
    match amounts.chain([call.unit()]).all(|amount| amount.is_multiple_of(Money::new(1))) {
        true => Rational::ONE,
        false => Rational::ONE / Rational::from(100_i64),
    }
}

/// What funds hold when they hold `budget` in all: each in proportion, to the whole below, and one more for those with
/// the largest remainders, ties by id; in equal parts where they hold nothing. Where the unit of the call, the budget and
/// what the funds hold are whole, so are the parts, and else they are hundredths. `None` where an amount is larger than
/// an amount may be.
pub fn scaled(funds: &[&Fund], budget: Money, unit: Money) -> Option<Vec<Money>> {
    let mut amounts = funds.iter().map(|fund| fund.amount).chain([budget, unit]);
    let is_whole = amounts.all(|amount| amount.is_multiple_of(Money::new(1)));
    let parts = Rational::from(if is_whole { 1_i64 } else { 100 });
    let was: Money = funds.iter().map(|fund| fund.amount).sum();
    let weight = |fund: &Fund| if was.is_zero() { Rational::ONE } else { fund.amount.rational() };
    let all: Rational = funds.iter().map(|fund| weight(fund)).sum();
    if all.is_zero() {
        return Some(Vec::new());
    }
    let factor = &(&budget.rational() * &parts) / &all;
    let exact: Vec<Rational> = funds.iter().map(|fund| weight(fund) * &factor).collect();
    let mut counts: Vec<Rational> = exact.iter().map(Rational::floor).collect();
    let left = &(&budget.rational() * &parts) - &counts.iter().sum::<Rational>();
    let mut order: Vec<usize> = (0..funds.len()).collect();
    let remainder = |f: usize| &exact[f] - &exact[f].floor();
    order.sort_by(|&a, &b| remainder(b).cmp(&remainder(a)).then_with(|| funds[a].id.cmp(&funds[b].id)));
    let left = usize::try_from(left.to_i128()?).ok()?;
    for f in order.into_iter().take(left) {
        counts[f] += &Rational::ONE;
    }
    counts.iter().map(|count| decimal::exactly(&(count / &parts))?.try_into().ok()).collect()
}
