//! Who has a higher priority and a lower share than somebody else.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use fordela_num::Rational;

use super::party::Member;

/// The pairs of which one has the higher priority and the lower share.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Pairs {
    /// How many there are.
    pub(super) count: usize,
    /// How many have a higher priority and a lower share than somebody.
    pub(super) complaining: usize,
    /// Those with the most envy, the largest first; equal ones by their ids.
    pub(super) largest: Vec<Pair>,
}

/// One who has the higher priority and the lower share, and the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) one: usize,
    pub(super) other: usize,
    /// How much more the one would have with the share of the other: `ask·share_other − grant`.
    pub(super) envy: Rational,
}

/// Parties with their ranks, which are compared faster than fractions.
struct Ranked<'p> {
    parties: &'p [Member<'p>],
    shares: Vec<Option<Rational>>,
    share: Vec<usize>,
    priority: Vec<usize>,
    id: Vec<usize>,
}

/// The pairs of some parties, of which the `most` largest are listed. Takes memory in proportion to the parties.
pub(super) fn pairs(parties: &[Member<'_>], most: usize) -> Pairs {
    let shares: Vec<Option<Rational>> = parties.iter().map(Member::share).collect();
    let ranked = Ranked {
        share: ranks(&shares.iter().collect::<Vec<_>>()),
        priority: ranks(&parties.iter().map(|party| &party.priority).collect::<Vec<_>>()),
        id: ranks(&parties.iter().map(|party| party.id).collect::<Vec<_>>()),
        parties,
        shares,
    };
    let counts = ranked.counts();
    Pairs {
        count: counts.iter().sum(),
        complaining: counts.iter().filter(|count| **count > 0).count(),
        largest: ranked.largest(most),
    }
}

/// A pair among the largest, the least first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kept {
    envy: Rational,
    by_id: Reverse<(usize, usize)>,
    one: usize,
    other: usize,
}

/// For each the number of different ones below it.
fn ranks<T: Ord + Copy>(all: &[T]) -> Vec<usize> {
    let mut rising = all.to_vec();
    rising.sort_unstable();
    rising.dedup();
    all.iter().map(|one| rising.binary_search(one).unwrap_or_default()).collect()
}

impl Ranked<'_> {
    fn asking(&self) -> Vec<usize> {
        (0..self.parties.len()).filter(|&n| self.shares[n].is_some()).collect()
    }

    /// Against how many each has a complaint. Those of lower priority are added to a tree of counts by share.
    fn counts(&self) -> Vec<usize> {
        let mut rising = self.asking();
        rising.sort_by_key(|&n| self.priority[n]);
        let mut tree = Counts::new(self.parties.len());
        let mut counts = vec![0; self.parties.len()];
        for equals in rising.chunk_by(|&a, &b| self.priority[a] == self.priority[b]) {
            for &n in equals {
                counts[n] = tree.all - tree.up_to(self.share[n]);
            }
            equals.iter().for_each(|&n| tree.add(self.share[n]));
        }
        counts
    }

    /// Each complains most of the largest share below its priority, so that the others are looked at in that order, and
    /// only as long as the envy is large enough to be listed.
    fn largest(&self, most: usize) -> Vec<Pair> {
        let mut falling = self.asking();
        falling.sort_by_key(|&n| (Reverse(self.share[n]), self.id[n]));
        let mut kept: BTreeSet<Kept> = BTreeSet::new();
        for &one in &falling {
            let larger = falling.iter().take_while(|&&other| self.share[other] > self.share[one]);
            for &other in larger.filter(|&&other| self.priority[other] < self.priority[one]) {
                let by_id = Reverse((self.id[one], self.id[other]));
                kept.insert(Kept { envy: self.envy(one, other), by_id, one, other });
                if kept.len() > most && kept.pop_first().is_some_and(|out| out.by_id == by_id) {
                    break;
                }
            }
        }
        kept.into_iter().rev().map(|Kept { envy, one, other, .. }| Pair { one, other, envy }).collect()
    }

    fn envy(&self, one: usize, other: usize) -> Rational {
        let share = self.shares[other].as_ref().unwrap_or(&Rational::ZERO);
        self.parties[one].asked.rational() * share - self.parties[one].granted.rational()
    }
}

/// How many have each rank, summed as in a Fenwick tree (1994).
struct Counts {
    tree: Vec<usize>,
    all: usize,
}

impl Counts {
    fn new(ranks: usize) -> Self {
        Self { tree: vec![0; ranks + 1], all: 0 }
    }

    fn add(&mut self, rank: usize) {
        self.all += 1;
        let mut at = rank + 1;
        while at < self.tree.len() {
            self.tree[at] += 1;
            at += at & at.wrapping_neg();
        }
    }

    /// How many have this rank or a lower one.
    fn up_to(&self, rank: usize) -> usize {
        let (mut at, mut sum) = (rank + 1, 0);
        while at > 0 {
            sum += self.tree[at];
            at &= at - 1;
        }
        sum
    }
}
