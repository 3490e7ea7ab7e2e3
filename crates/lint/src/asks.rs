//! What is asked, and the unit it is granted in.

use std::iter;

use fordela_model::Call;
use fordela_model::call::Place;
use fordela_model::call::draft::{Activity, Funding};
use fordela_num::Money;

use super::{FindingKind, Report};

/// An ask this many times another is taken for one written in kronor beside one in thousands.
pub(super) const FAR_APART: i128 = 10_000;

/// What can be odd about what is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskFinding {
    /// Nobody asks for anything.
    NoActivities,
    /// An activity asks for no money.
    Zero {
        /// The activity.
        activity: String,
    },
    /// An ask is no whole multiple of the unit, so that it cannot be granted in full.
    NotWholeUnits {
        /// The activity.
        activity: String,
        /// The ask.
        ask: Money,
        /// The unit.
        unit: Money,
        /// The most that can be granted.
        most: Money,
    },
    /// Some asks are below the unit, so that they can get nothing.
    UnitAbove {
        /// The unit.
        unit: Money,
        /// The activity that asks for least.
        activity: String,
        /// What it asks for.
        ask: Money,
        /// How many asks are below the unit.
        count: usize,
        /// A unit that all asks reach.
        fitting: Money,
    },
    /// The largest ask is wildly larger than the smallest.
    FarApart {
        /// The activity that asks for least, yet something.
        smallest: String,
        /// What it asks for.
        least: Money,
        /// The activity that asks for most.
        largest: String,
        /// What it asks for.
        most: Money,
    },
}

impl AskFinding {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NoActivities => "no-activities",
            Self::Zero { .. } => "ask-zero",
            Self::NotWholeUnits { .. } => "ask-not-whole-units",
            Self::UnitAbove { .. } => "unit-above-ask",
            Self::FarApart { .. } => "asks-far-apart",
        }
    }
}

pub(super) fn check(call: &Call, report: &mut Report) {
    let activities = &call.draft().activities;
    if activities.is_empty() {
        report.add(Place::root().key("activity"), FindingKind::Ask(AskFinding::NoActivities));
    }
    for (a, (activity, claim)) in activities.iter().zip(call.claims()).enumerate() {
        if let Some(kind) = each(call.unit(), activity, claim.ask()) {
            report.add(place(a, activity), FindingKind::Ask(kind));
        }
    }
    unit(call, report);
    far_apart(call, report);
}

/// Where the ask of an activity is written.
fn place(a: usize, activity: &Activity) -> Place {
    let place = Place::root().key("activity").item(a);
    if activity.ask.is_some() { place.key("ask") } else { place }
}

fn each(unit: Money, activity: &Activity, ask: Money) -> Option<AskFinding> {
    if ask.is_zero() {
        return Some(AskFinding::Zero { activity: activity.id.clone() });
    }
    // An ask below the unit is reported with the unit; levels say themselves what can be granted.
    if ask < unit || activity.funding == Funding::Levels || ask.is_multiple_of(unit) {
        return None;
    }
    let most = Money::of_units(ask.whole_units(unit), unit).unwrap_or(ask);
    Some(AskFinding::NotWholeUnits { activity: activity.id.clone(), ask, unit, most })
}

/// The activities that ask for something, with their asks, from the first.
fn asks(call: &Call) -> impl Iterator<Item = (usize, Money)> {
    call.claims().iter().map(|claim| claim.ask()).enumerate().filter(|(_, ask)| !ask.is_zero())
}

fn unit(call: &Call, report: &mut Report) {
    let unit = call.unit();
    let Some((a, ask)) = asks(call).min_by_key(|(_, ask)| *ask).filter(|(_, ask)| *ask < unit) else { return };
    let kind = AskFinding::UnitAbove {
        unit,
        activity: call.draft().activities[a].id.clone(),
        ask,
        count: asks(call).filter(|(_, ask)| *ask < unit).count(),
        fitting: fitting(unit, ask),
    };
    report.add(Place::root().key("unit"), FindingKind::Ask(kind));
}

/// The largest power of ten, from a hundredth, that an ask reaches and the old unit is a multiple of:
/// what could be granted whole in the old unit still can be.
fn fitting(unit: Money, ask: Money) -> Money {
    let times_ten = |amount: &Money| Money::of_units(10, *amount);
    let fits = |amount: &Money| *amount <= ask && unit.is_multiple_of(*amount);
    let larger = iter::successors(times_ten(&Money::HUNDREDTH), times_ten).take_while(fits);
    larger.last().unwrap_or(Money::HUNDREDTH)
}

fn far_apart(call: &Call, report: &mut Report) {
    let smallest = asks(call).min_by_key(|(_, ask)| *ask);
    let largest = asks(call).max_by_key(|(a, ask)| (*ask, std::cmp::Reverse(*a)));
    let (Some((s, least)), Some((l, most))) = (smallest, largest) else { return };
    if Money::of_units(FAR_APART, least).is_some_and(|far| most > far) {
        let activities = &call.draft().activities;
        let (smallest, largest) = (activities[s].id.clone(), activities[l].id.clone());
        let kind = AskFinding::FarApart { smallest, least, largest, most };
        report.add(place(s, &activities[s]), FindingKind::Ask(kind));
    }
}
