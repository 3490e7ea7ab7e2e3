//! How two allocations differ, as a report.

use std::collections::HashMap;

use fordela::compare::{CaseChange, CaseEntry, CaseMove, Comparison, Entry, ItemChange, Pair, Side, Standing};
use fordela::risk::RiskSums;
use fordela::{Call, Money, Rational};
use schemars::JsonSchema;
use serde::Serialize;

use super::Names;
use super::{
    CaseReport,
    decimals::{As, Exact, OrNone, Two, TwoUp, Value},
};

/// How two allocations differ. Money is `null` where a call has no such thing or it is not known, and a difference
/// where it is not known on one side.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct DifferenceReport {
    /// What each is worth by the priorities of its own call; without a difference where the calls do not value the same
    /// grants alike. In JSON rounded to two decimals, a tie to the even digit.
    pub value: ValueChange,
    /// Whether the calls value the same grants alike: they have the same priorities.
    pub valued_alike: bool,
    /// How far from the best each can be. Rounded up.
    pub gap: GapChange,
    /// The sums.
    pub totals: TotalsChange,
    /// Who asked.
    pub applicants: Vec<ApplicantChange>,
    /// What money was asked for.
    pub activities: Vec<ActivityChange>,
    /// Every cap and floor of either call.
    pub rules: Vec<RuleChange>,
    /// What stays unspent and is repaid, where that is anything on either side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskChange>,
}

/// An amount before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
pub struct AmountChange {
    /// In the unchanged call.
    pub old: Option<Money>,
    /// In the changed call.
    pub new: Option<Money>,
    /// The new less the old, where what a call does not have counts as nothing.
    pub difference: Option<Money>,
}

/// A value before and after.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct ValueChange {
    /// Of the unchanged call. In JSON rounded down to two decimals.
    #[serde(with = "OrNone::<Value>")]
    pub old: Option<Rational>,
    /// Of the changed call. In JSON rounded down to two decimals.
    #[serde(with = "OrNone::<Value>")]
    pub new: Option<Rational>,
    /// The new less the old. In JSON rounded to two decimals, a tie to the even digit.
    #[serde(with = "OrNone::<Two>")]
    pub difference: Option<Rational>,
}

/// An exact sum before and after. In JSON rounded to two decimals, a tie to the even digit.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct SumChange {
    /// Of the unchanged call.
    #[serde(with = "OrNone::<Two>")]
    pub old: Option<Rational>,
    /// Of the changed call.
    #[serde(with = "OrNone::<Two>")]
    pub new: Option<Rational>,
    /// The new less the old.
    #[serde(with = "OrNone::<Two>")]
    pub difference: Option<Rational>,
}

/// How far from the best the allocations can be.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct GapChange {
    /// Of the unchanged call.
    #[serde(with = "OrNone::<TwoUp>")]
    pub old: Option<Rational>,
    /// Of the changed call.
    #[serde(with = "OrNone::<TwoUp>")]
    pub new: Option<Rational>,
}

/// What stays unspent and is repaid, before and after; see [`RiskSumsReport`](super::RiskSumsReport).
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct RiskChange {
    /// What is expected to stay unspent of grants.
    pub expected_unspent: SumChange,
    /// What stays unspent of grants in the worst case.
    pub worst_unspent: SumChange,
    /// What is expected to be repaid.
    pub expected_repaid: SumChange,
    /// What is repaid in the worst case.
    pub worst_repaid: SumChange,
}

/// The sums before and after.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct TotalsChange {
    /// The sum of the funds.
    pub budget: AmountChange,
    /// All that is asked for.
    pub asked: AmountChange,
    /// All that is granted.
    pub granted: AmountChange,
    /// The budget less what is granted.
    pub unallocated: AmountChange,
}

/// An applicant before and after.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct ApplicantChange {
    /// Its id.
    pub id: String,
    /// Its name, or its id.
    pub name: String,
    /// What it asked for.
    pub asked: AmountChange,
    /// What it gets.
    pub granted: AmountChange,
}

/// An activity before and after.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct ActivityChange {
    /// Its id.
    pub id: String,
    /// Its title, or its id.
    pub title: String,
    /// The id of who asks.
    pub applicant: String,
    /// What is asked for.
    pub asked: AmountChange,
    /// What is granted.
    pub granted: AmountChange,
}

/// A cap or floor before and after.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RuleChange {
    /// The cap or floor, as the changed call has it; as the unchanged one has it, where it was dropped.
    #[serde(flatten)]
    pub case: CaseReport,
    /// What became of it.
    pub change: CaseMove,
    /// How it stands in the unchanged call.
    pub old: Option<StandingReport>,
    /// How it stands in the changed call.
    pub new: Option<StandingReport>,
}

/// How a cap or floor stands.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct StandingReport {
    /// The limit in money. In JSON exact, up to twelve decimals.
    #[serde(with = "As::<Exact>")]
    pub limit: Rational,
    /// The sum of grants that it limits.
    pub value: Money,
    /// Whether it is kept.
    pub holds: bool,
    /// Whether the sum cannot move one unit further towards the limit.
    pub binding: bool,
}

impl DifferenceReport {
    pub(super) fn new(old: &Side<'_>, new: &Side<'_>) -> Self {
        let Comparison { applicants, activities, cases, sums } = Comparison::new(old, new);
        Self {
            risk: risk_change(&sums.risk),
            value: ValueChange {
                difference: sums.value.difference().filter(|_| sums.valued_alike),
                old: sums.value.old,
                new: sums.value.new,
            },
            valued_alike: sums.valued_alike,
            gap: GapChange { old: sums.gap.old, new: sums.gap.new },
            totals: TotalsChange {
                budget: known(sums.budget),
                asked: known(sums.asked),
                granted: perhaps(sums.granted),
                unallocated: perhaps(sums.unallocated),
            },
            applicants: applicant_changes(old.call(), new.call(), applicants),
            activities: activity_changes(old.call(), new.call(), activities),
            rules: rule_changes(old.call(), new.call(), &cases),
        }
    }
}

/// `None` where nothing stays unspent or is repaid, as far as is known.
fn risk_change(pair: &Pair<Option<RiskSums>>) -> Option<RiskChange> {
    let nothing = RiskSums::default();
    if [&pair.old, &pair.new].into_iter().flatten().all(|sums| *sums == nothing) {
        return None;
    }
    let change = |of: fn(&RiskSums) -> &Rational| {
        let side = |sums: &Option<RiskSums>| sums.as_ref().map(of).cloned();
        let pair = Pair { old: side(&pair.old), new: side(&pair.new) };
        SumChange { difference: pair.difference(), old: pair.old, new: pair.new }
    };
    Some(RiskChange {
        expected_unspent: change(|sums| &sums.expected_unspent),
        worst_unspent: change(|sums| &sums.worst_unspent),
        expected_repaid: change(|sums| &sums.expected_repaid),
        worst_repaid: change(|sums| &sums.worst_repaid),
    })
}

fn known(pair: Pair<Money>) -> AmountChange {
    AmountChange { old: Some(pair.old), new: Some(pair.new), difference: Some(pair.difference()) }
}

fn perhaps(pair: Pair<Option<Money>>) -> AmountChange {
    AmountChange { old: pair.old, new: pair.new, difference: pair.difference() }
}

fn asked(item: &ItemChange) -> AmountChange {
    let asked = |entry: Option<Entry>| entry.map(|entry| entry.asked);
    AmountChange { old: asked(item.entry.old), new: asked(item.entry.new), difference: Some(item.asked().difference()) }
}

fn granted(item: &ItemChange) -> AmountChange {
    let granted = |entry: Option<Entry>| entry.and_then(|entry| entry.granted);
    AmountChange { old: granted(item.entry.old), new: granted(item.entry.new), difference: item.granted().difference() }
}

fn applicant_changes(old: &Call, new: &Call, items: Vec<ItemChange>) -> Vec<ApplicantChange> {
    let names = [new, old].into_iter().flat_map(|call| {
        call.draft().applicants.iter().map(|applicant| (applicant.id.as_str(), call.called(applicant)))
    });
    let names: HashMap<&str, &str> = names.collect();
    let change = |item: ItemChange| ApplicantChange {
        name: names.get(item.id.as_str()).copied().unwrap_or_default().to_owned(),
        asked: asked(&item),
        granted: granted(&item),
        id: item.id,
    };
    items.into_iter().map(change).collect()
}

fn activity_changes(old: &Call, new: &Call, items: Vec<ItemChange>) -> Vec<ActivityChange> {
    let known = [new, old].into_iter().flat_map(|call| {
        let all = call.draft().activities.iter();
        all.map(|activity| (activity.id.as_str(), (call.called(activity), &activity.applicant)))
    });
    let known: HashMap<&str, (&str, &String)> = known.collect();
    let change = |item: ItemChange| {
        let (title, applicant) = known.get(item.id.as_str())?;
        Some(ActivityChange {
            title: (*title).to_owned(),
            applicant: (*applicant).clone(),
            asked: asked(&item),
            granted: granted(&item),
            id: item.id,
        })
    };
    items.into_iter().filter_map(change).collect()
}

fn rule_changes(old: &Call, new: &Call, cases: &[CaseChange]) -> Vec<RuleChange> {
    let (old_names, new_names) = (Names::of(old), Names::of(new));
    let standing = |entry: &Option<CaseEntry>| entry.as_ref()?.standing.as_ref().map(StandingReport::new);
    let change = |case: &CaseChange| {
        let Pair { old, new } = &case.entry;
        let names = if new.is_some() { &new_names } else { &old_names };
        RuleChange { case: names.case(&case.case), change: case.what(), old: standing(old), new: standing(new) }
    };
    cases.iter().map(change).collect()
}

impl StandingReport {
    fn new(standing: &Standing) -> Self {
        Self { limit: standing.limit.clone(), value: standing.sum, holds: standing.holds, binding: standing.binding }
    }
}

impl ApplicantChange {
    /// Whether what it asked for or gets is another.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.asked.is_moved() || self.granted.is_moved()
    }
}

impl ActivityChange {
    /// Whether what is asked for or granted is another.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.asked.is_moved() || self.granted.is_moved()
    }
}

impl AmountChange {
    /// Whether the old and the new differ.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.old != self.new
    }
}
