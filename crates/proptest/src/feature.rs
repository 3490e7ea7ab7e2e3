//! What there can be in a call that makes it hard.

use std::collections::BTreeSet;
use std::fmt;

use fordela::Money;
use fordela::call::draft::{Each, Funding, Rule};
use fordela::call::{Base, Call, Kind, Limit};

/// Something a call can have that a rule may stumble on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// More than one fund.
    SeveralFunds,
    /// A fund that may not pay for every activity.
    Eligibility,
    /// An activity that is granted whole or not at all.
    Whole,
    /// An activity that is granted one of some amounts.
    Levels,
    /// An activity that is granted line by line.
    Lines,
    /// An activity that is granted nothing or at least a share.
    MinShare,
    /// Activities or lines that require or exclude others.
    Links,
    /// A rule with an upper limit.
    Caps,
    /// A rule with a lower limit.
    Floors,
    /// Two caps that share some activities, but neither all of the other's.
    CrossingCaps,
    /// A limit that is a percentage of what is asked for, or of the budget.
    Percentages,
    /// A limit that is a percentage of all that is granted.
    PartsOfGranted,
    /// A rule on the money of single funds.
    FundRules,
    /// A krona that counts less further up in the ask.
    Diminishing,
    /// Two activities with the same ask and the same scores.
    Twins,
    /// Activities of one priority.
    Ties,
    /// A unit other than 1, or amounts between the units.
    Units,
    /// An activity that asks for nothing.
    NothingAsked,
    /// An activity whose priority is zero.
    NoPriority,
}

impl Feature {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::SeveralFunds,
        Self::Eligibility,
        Self::Whole,
        Self::Levels,
        Self::Lines,
        Self::MinShare,
        Self::Links,
        Self::Caps,
        Self::Floors,
        Self::CrossingCaps,
        Self::Percentages,
        Self::PartsOfGranted,
        Self::FundRules,
        Self::Diminishing,
        Self::Twins,
        Self::Ties,
        Self::Units,
        Self::NothingAsked,
        Self::NoPriority,
    ];

    /// What makes a grant a choice between amounts; without them, every call is divisible.
    pub const CHOICES: [Self; 5] = [Self::Whole, Self::Levels, Self::Lines, Self::MinShare, Self::Links];

    /// What comes of more than one fund.
    pub const FUNDS: [Self; 2] = [Self::SeveralFunds, Self::Eligibility];

    /// What comes of caps and floors.
    pub const RULES: [Self; 6] =
        [Self::Caps, Self::Floors, Self::CrossingCaps, Self::Percentages, Self::PartsOfGranted, Self::FundRules];

    /// What it is called in print.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::SeveralFunds => "several funds",
            Self::Eligibility => "eligibility",
            Self::Whole => "whole activities",
            Self::Levels => "levels",
            Self::Lines => "lines",
            Self::MinShare => "least shares",
            Self::Links => "links",
            Self::Caps => "caps",
            Self::Floors => "floors",
            Self::CrossingCaps => "crossing caps",
            Self::Percentages => "percentages",
            Self::PartsOfGranted => "parts of what is granted",
            Self::FundRules => "rules on funds",
            Self::Diminishing => "diminishing value",
            Self::Twins => "twins",
            Self::Ties => "ties",
            Self::Units => "units",
            Self::NothingAsked => "nothing asked",
            Self::NoPriority => "no priority",
        }
    }

    /// All that a call exercises.
    #[must_use]
    pub fn of(call: &Call) -> BTreeSet<Self> {
        Self::ALL.into_iter().filter(|feature| feature.is_in(call)).collect()
    }

    /// Whether a call exercises it.
    #[must_use]
    pub fn is_in(self, call: &Call) -> bool {
        let draft = call.draft();
        let (activities, rules) = (&draft.activities, &draft.rules);
        let funded = |funding: Funding| activities.iter().any(|activity| activity.funding == funding);
        let limit = |test: fn(Limit) -> bool| rules.iter().flat_map(limits).any(test);
        match self {
            Self::SeveralFunds => draft.funds.len() > 1,
            Self::Eligibility => call.claims().iter().any(|claim| claim.payers().len() < draft.funds.len()),
            Self::Whole => funded(Funding::Whole),
            Self::Levels => funded(Funding::Levels),
            Self::Lines => funded(Funding::Lines),
            Self::MinShare => activities.iter().any(|activity| activity.min_share.is_some()),
            Self::Links => !call.links().is_empty(),
            Self::Caps => rules.iter().any(|rule| rule.at_most.is_some()),
            Self::Floors => rules.iter().any(|rule| rule.at_least.is_some()),
            Self::CrossingCaps => crossing(call).is_some(),
            Self::Percentages => limit(|limit| matches!(limit, Limit::Percent(_, Base::Asked | Base::Budget))),
            Self::PartsOfGranted => limit(|limit| matches!(limit, Limit::Percent(_, Base::Granted))),
            Self::FundRules => {
                rules.iter().any(|rule| !rule.selection.fund.is_empty() || rule.each == Some(Each::Fund))
            }
            Self::Diminishing => !draft.objective.diminishing.is_empty(),
            Self::Twins => pairs(activities.len()).any(|(one, other)| are_twins(call, one, other)),
            Self::Ties => pairs(activities.len()).any(|(one, other)| are_tied(call, one, other)),
            Self::Units => {
                call.unit() != Money::new(1) || amounts(call).any(|amount| !amount.is_multiple_of(call.unit()))
            }
            Self::NothingAsked => call.claims().iter().any(|claim| claim.ask().is_zero()),
            Self::NoPriority => call.claims().iter().any(|claim| claim.priority().is_zero()),
        }
    }
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

fn limits(rule: &Rule) -> impl Iterator<Item = Limit> {
    rule.at_least.into_iter().chain(rule.at_most)
}

/// The amounts that need not be whole units.
fn amounts(call: &Call) -> impl Iterator<Item = Money> {
    let limits = call.draft().rules.iter().flat_map(limits).filter_map(|limit| match limit {
        Limit::Money(amount) => Some(amount),
        Limit::Percent(..) => None,
    });
    let funds = call.draft().funds.iter().map(|fund| fund.amount);
    call.claims().iter().map(fordela::call::Claim::ask).chain(funds).chain(limits)
}

/// Every two places below `count`.
fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |other| (0..other).map(move |one| (one, other)))
}

fn are_twins(call: &Call, one: usize, other: usize) -> bool {
    let (claims, activities) = (call.claims(), &call.draft().activities);
    claims[one].ask() == claims[other].ask() && activities[one].scores == activities[other].scores
}

fn are_tied(call: &Call, one: usize, other: usize) -> bool {
    call.claims()[one].priority() == call.claims()[other].priority()
}

/// The later rule of two caps that cross, by its place in the draft.
pub(crate) fn crossing(call: &Call) -> Option<usize> {
    let caps = || call.cases().iter().filter(|case| case.kind == Kind::AtMost);
    let cross = |one: &[usize], other: &[usize]| {
        let shared = one.iter().filter(|a| other.contains(a)).count();
        shared > 0 && shared < one.len() && shared < other.len()
    };
    caps()
        .find(|later| caps().any(|case| case.rule <= later.rule && cross(&case.activities, &later.activities)))
        .map(|later| later.rule)
}
