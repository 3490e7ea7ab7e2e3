//! The ways in which an applicant can ask for its activities.

use fordela_model::Call;
use fordela_num::Money;

use crate::axiom::{Change, merges, splits, spread};

/// At most this many ways of one kind are tried for one applicant; of large calls fewer.
pub const MOST_WAYS: usize = 120;

/// About so many grants are worked out in all: as many as ways are tried times the activities of the call.
const MOST_GRANTS: usize = 200_000;

/// Fewer ways than this are not tried, however large the call is.
const LEAST_WAYS: usize = 5;

/// How much more is asked for, in per cent of the need.
const MORE: [i128; 4] = [10, 25, 50, 100];

/// The ways of one kind: how many there are, and those that are to be tried.
pub(super) struct Ways {
    pub(super) all: usize,
    pub(super) chosen: Vec<Vec<Change>>,
}

impl Ways {
    fn of(mut ways: Vec<Vec<Change>>, call: &Call) -> Self {
        let all = ways.len();
        spread(&mut ways, most(call));
        Self { all, chosen: ways }
    }

    /// To split one of these activities.
    pub(super) fn to_split(call: &Call, own: &[usize]) -> Self {
        Self::of(own.iter().flat_map(|&a| splits(call, a)).map(|change| vec![change]).collect(), call)
    }

    /// To merge two of these activities.
    pub(super) fn to_merge(call: &Call, own: &[usize]) -> Self {
        Self::of(merges(call, own).into_iter().map(|change| vec![change]).collect(), call)
    }

    /// To ask for more: for all of these activities, or for one. Lines and levels stay as they are.
    pub(super) fn to_inflate(call: &Call, own: &[usize]) -> Self {
        let free: Vec<usize> = own
            .iter()
            .copied()
            .filter(|&a| call.draft().activities[a].asks_freely())
            .filter(|&a| asks(call, a))
            .collect();
        let together = if free.len() > 1 { vec![free.clone()] } else { Vec::new() };
        let sets = together.into_iter().chain(free.into_iter().map(|a| vec![a]));
        let mut ways = Vec::new();
        for set in sets {
            for part in MORE {
                let way: Vec<Change> = set.iter().filter_map(|&a| inflated(call, a, part)).collect();
                // Where units are coarse, several sizes come to the same.
                if !way.is_empty() && ways.last() != Some(&way) {
                    ways.push(way);
                }
            }
        }
        Self::of(ways, call)
    }
}

fn asks(call: &Call, a: usize) -> bool {
    call.claims()[a].ask() > Money::ZERO
}

/// More by this many per cent, in whole units, and by at least one.
fn inflated(call: &Call, a: usize, part: i128) -> Option<Change> {
    let (unit, from) = (call.unit(), call.claims()[a].ask());
    let more = Money::of_units((from.whole_units(unit) * part / 100).max(1), unit)?;
    Some(Change::Ask { activity: call.draft().activities[a].id.clone(), from, to: from + more })
}

/// How many ways of one kind are tried for one applicant.
fn most(call: &Call) -> usize {
    let (kinds, applicants, activities) = (3, call.draft().applicants.len().max(1), call.claims().len().max(1));
    (MOST_GRANTS / (kinds * applicants * activities)).clamp(LEAST_WAYS, MOST_WAYS)
}
