//! The smallest choice that has a member of every one of some sets.

use std::collections::BTreeSet;

use fordela_lp::exact::{Effort, Spent};

/// Finds the smallest choice, and of equally small ones the one that comes first; sets are added between.
///
/// A set more can only make the answer larger, or later, so that the hunt goes on from where it was.
pub(super) struct Hunt {
    /// Each rising.
    sets: Vec<Vec<usize>>,
    size: usize,
    last: Vec<usize>,
}

impl Hunt {
    pub(super) fn new() -> Self {
        Self { sets: Vec::new(), size: 0, last: Vec::new() }
    }

    /// Adds a set, which is not empty.
    pub(super) fn add(&mut self, mut set: Vec<usize>) {
        set.sort_unstable();
        self.sets.push(set);
    }

    /// The smallest choice has at least this many members.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// The first of the smallest choices.
    pub(super) fn next(&mut self, effort: &Effort<'_>) -> Result<Vec<usize>, Spent> {
        loop {
            let mut chosen = Vec::with_capacity(self.size);
            if self.complete(&mut chosen, 0, true, effort)? {
                self.last.clone_from(&chosen);
                return Ok(chosen);
            }
            self.size += 1;
            self.last.clear();
        }
    }

    /// Adds members from `from` on until every set has one; where `resumed`, none before those of the last answer.
    fn complete(
        &self,
        chosen: &mut Vec<usize>,
        from: usize,
        resumed: bool,
        effort: &Effort<'_>,
    ) -> Result<bool, Spent> {
        let open: Vec<&Vec<usize>> =
            self.sets.iter().filter(|set| !set.iter().any(|member| chosen.contains(member))).collect();
        effort.spend(u64::try_from(self.sets.iter().map(Vec::len).sum::<usize>() + 1).unwrap_or(u64::MAX))?;
        let Some(latest) = open.iter().filter_map(|set| set.last()).min() else { return Ok(true) };
        if !can_be_met(&open, from, self.size - chosen.len()) {
            return Ok(false);
        }
        let last = self.last.get(chosen.len()).copied().filter(|_| resumed);
        let start = from.max(last.unwrap_or(0));
        let candidates: BTreeSet<usize> = open.iter().flat_map(|set| set.iter().copied()).collect();
        for member in candidates.range(start..).take_while(|member| *member <= latest) {
            chosen.push(*member);
            if self.complete(chosen, member + 1, last == Some(*member), effort)? {
                return Ok(true);
            }
            chosen.pop();
        }
        Ok(false)
    }
}

/// Whether so many members may be enough: no more of the sets have nothing in common, from there on.
fn can_be_met(open: &[&Vec<usize>], from: usize, members: usize) -> bool {
    let mut apart: BTreeSet<usize> = BTreeSet::new();
    let mut needed = 0;
    for set in open {
        let later = &set[set.partition_point(|member| *member < from)..];
        if later.is_empty() {
            return false;
        }
        if later.iter().all(|member| !apart.contains(member)) {
            apart.extend(later);
            needed += 1;
        }
    }
    needed <= members
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_of_the_smallest() {
        let effort = Effort::new(1_000_000, &|| false);
        let mut hunt = Hunt::new();
        assert_eq!(hunt.next(&effort), Ok(vec![]));
        for (set, wanted) in [
            (vec![3, 1], vec![1]),
            (vec![2, 3], vec![3]),
            (vec![0, 2], vec![0, 3]),
            (vec![1, 2], vec![1, 2]),
            (vec![3], vec![2, 3]),
        ] {
            hunt.add(set);
            assert_eq!(hunt.next(&effort), Ok(wanted));
        }
        assert_eq!(hunt.size(), 2);
    }

    #[test]
    fn ends_with_its_effort() {
        let effort = Effort::new(10_000, &|| false);
        let mut hunt = Hunt::new();
        // All halves of thirty: no small choice meets them all.
        (0..30_usize).for_each(|n| hunt.add((0..15).map(|k| (n * 7 + k * k) % 30).collect()));
        while hunt.next(&effort).is_ok() {
            hunt.add((0..15).map(|k| (k * 2) % 30).collect());
            hunt.size += 1;
        }
        assert!(effort.is_spent());
    }
}
