//! No money is left that somebody could use.

use fordela_model::call::draft::Funding;
use fordela_num::{Money, Rational};

use super::definition::Definition;
use super::feasible::is_feasible;
use super::probe::Probe;
use super::{Concern, Trial};

/// No activity could get one more unit, with whole activities all of its ask, and everything else as it is, within what
/// [`Feasible`](super::Axiom::Feasible) demands. What is less than a unit does not count.
pub(super) const EXHAUSTIVE: Definition = Definition {
    name: "exhaustive",
    source: "Faliszewski & Talmon (2018) (exhaustiveness); Thomson (2019) (efficiency)",
    trial,
};

fn trial(probe: &Probe) -> Trial {
    if !is_feasible(probe.call, &probe.grants) {
        return Trial::Idle;
    }
    let could_get_more = |a: usize| {
        let fits = |more: &Rational| {
            let mut grants = probe.grants.clone();
            grants[a] = more.clone();
            is_feasible(probe.call, &grants)
        };
        let more = next_grants(probe, a).into_iter().find(fits)?;
        let gets = probe.grants[a].clone();
        Some(Concern { activity: probe.id(a).to_owned(), gets, instead_of: Some(more) })
    };
    let concerned = (0..probe.grants.len()).find_map(could_get_more).into_iter().collect();
    probe.as_it_is(!probe.grants.is_empty(), concerned)
}

/// The next larger grants that an activity could get by its funding.
fn next_grants(probe: &Probe, a: usize) -> Vec<Rational> {
    let activity = &probe.call.draft().activities[a];
    let (ask, grant, unit) = (probe.call.claims()[a].ask().rational(), &probe.grants[a], probe.call.unit().rational());
    let money = |amounts: &mut dyn Iterator<Item = Money>| amounts.map(Money::rational).collect::<Vec<_>>();
    let mut next = match activity.funding {
        Funding::Partial => {
            let least = activity.min_share.map_or(Rational::ZERO, |share| &ask * &share.part());
            // The smallest whole number of units that is enough.
            let least = &(&least / &unit).ceil() * &unit;
            vec![(grant + &unit).max(least)]
        }
        Funding::Whole => vec![ask],
        Funding::Levels => money(&mut activity.levels.iter().copied()),
        Funding::Lines => activity.lines.iter().map(|line| grant + &line.cost.rational()).collect(),
    };
    next.retain(|more| more > grant);
    next
}
