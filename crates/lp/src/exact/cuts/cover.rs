//! What follows from one limit on yes-or-no columns for whole points.

use fordela_num::Rational;

use super::Knapsack;
use crate::{ColumnId, Row};

/// Coefficients that follow from a knapsack: those of the columns that count come to at most a number.
///
/// Some columns that weigh more than the capacity together, a *cover*, do not all count. From this, coefficients are worked
/// out one by one for the other columns (sequential lifting: Balas 1975; Zemel 1978; Kaparis & Letchford 2010).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Which of the limits it follows from.
    pub knapsack: usize,
    /// The columns with their coefficients above zero, in their order.
    pub terms: Vec<(ColumnId, usize)>,
    /// The most that the coefficients of what counts come to.
    pub most: usize,
}

impl Cover {
    pub(super) fn row(&self, knapsack: &Knapsack) -> Row {
        let number = |n: usize| Rational::from(i128::try_from(n).unwrap_or(i128::MAX));
        let all: Rational = self.terms.iter().map(|(_, a)| number(*a)).sum();
        let sign = |a: usize| if knapsack.counts { number(a) } else { -number(a) };
        let terms = self.terms.iter().map(|(column, a)| (*column, sign(*a))).collect();
        let most = if knapsack.counts { number(self.most) } else { number(self.most) - all };
        Row::at_most("cut", terms, most)
    }
}

/// An item of a knapsack at a point.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) column: ColumnId,
    pub(super) weight: i128,
    /// How much of it counts, from 0 to 1.
    pub(super) part: f64,
}

/// Which columns a cover is made of first.
#[derive(Debug, Clone, Copy)]
pub(super) enum First {
    /// Those that lack least for their weight.
    Heavy,
    /// Those that lack least.
    Full,
}

/// Nearer to 0 or 1 than this is not broken.
const WHOLE: f64 = 1e-7;

/// A cut that a point breaks by less is not worth its row.
const BROKEN: f64 = 1e-3;

/// A cut of this knapsack that the items break as they are, if one is found.
pub(super) fn broken(knapsack: &Knapsack, at: usize, items: &[Item], first: First) -> Option<Cover> {
    let cover = cover(items, knapsack.capacity, first)?;
    let is_in_cover = |item: &Item| cover.iter().any(|one| one.column == item.column);
    let (mut full, free): (Vec<Item>, Vec<Item>) = cover.iter().partition(|item| item.part > 1.0 - WHOLE);
    let mut lifted = Lifted::new(&free, knapsack.capacity - full.iter().map(|item| item.weight).sum::<i128>())?;
    let (mut some, mut none): (Vec<Item>, Vec<Item>) =
        items.iter().filter(|item| !is_in_cover(item)).partition(|item| item.part > WHOLE);
    some.sort_by(|one, other| other.part.total_cmp(&one.part));
    some.iter().for_each(|item| lifted.take_in(item));
    full.sort_by_key(|item| -item.weight);
    full.iter().for_each(|item| lifted.take_out(item));
    none.sort_by_key(|item| -item.weight);
    none.iter().for_each(|item| lifted.take_in(item));
    lifted.cut(at)
}

/// Items that weigh more than the capacity together, and without any of them no more.
fn cover(items: &[Item], capacity: i128, first: First) -> Option<Vec<Item>> {
    #[expect(clippy::cast_precision_loss, reason = "which cover is chosen is no matter of exactness")]
    let lacks = |item: &Item| match first {
        First::Heavy => (1.0 - item.part) / item.weight as f64,
        First::Full => 1.0 - item.part,
    };
    let mut order: Vec<Item> = items.iter().copied().filter(|item| item.weight <= capacity).collect();
    order.sort_by(|one, other| lacks(one).total_cmp(&lacks(other)).then(other.weight.cmp(&one.weight)));
    let mut weight = 0;
    let mut cover: Vec<Item> = Vec::new();
    for item in order {
        if weight > capacity {
            break;
        }
        weight += item.weight;
        cover.push(item);
    }
    if weight <= capacity {
        return None;
    }
    // What lacks most goes first, so that more is broken.
    cover.sort_by(|one, other| one.part.total_cmp(&other.part).then(one.weight.cmp(&other.weight)));
    cover.retain(|item| {
        let is_needed = weight - item.weight <= capacity;
        weight -= if is_needed { 0 } else { item.weight };
        is_needed
    });
    Some(cover)
}

/// A cut under construction, for what is left of the capacity when the items that are not in it yet are all or none.
struct Lifted {
    terms: Vec<(Item, usize)>,
    most: usize,
    capacity: i128,
    /// The least that items in the cut weigh whose coefficients come to a number or more, by that number.
    lightest: Vec<i128>,
}

impl Lifted {
    /// That not all of some items count.
    fn new(cover: &[Item], capacity: i128) -> Option<Self> {
        let most = cover.len().checked_sub(1)?;
        let mut lifted = Self { terms: Vec::new(), most, capacity, lightest: vec![0] };
        cover.iter().for_each(|item| lifted.add(item, 1));
        Some(lifted)
    }

    /// The most that coefficients come to within a capacity; `None` where that is below zero.
    fn most_within(&self, capacity: i128) -> Option<usize> {
        self.lightest.partition_point(|weight| *weight <= capacity).checked_sub(1)
    }

    /// An item that has not counted may.
    fn take_in(&mut self, item: &Item) {
        let Some(beside) = self.most_within(self.capacity - item.weight) else { return };
        self.add(item, self.most.saturating_sub(beside));
    }

    /// An item that has counted need not.
    fn take_out(&mut self, item: &Item) {
        self.capacity += item.weight;
        let without = self.most_within(self.capacity).unwrap_or(0);
        let coefficient = without.saturating_sub(self.most);
        self.most += coefficient;
        self.add(item, coefficient);
    }

    fn add(&mut self, item: &Item, coefficient: usize) {
        if coefficient == 0 {
            return;
        }
        self.terms.push((*item, coefficient));
        let before = self.lightest.len();
        self.lightest.resize(before + coefficient, i128::MAX);
        for sum in (1..self.lightest.len()).rev() {
            let with = self.lightest[sum.saturating_sub(coefficient)].saturating_add(item.weight);
            self.lightest[sum] = self.lightest[sum].min(with);
        }
    }

    /// The cut, where the items as they are break it.
    fn cut(mut self, knapsack: usize) -> Option<Cover> {
        self.terms.sort_by_key(|(item, _)| item.column);
        #[expect(clippy::cast_precision_loss, reason = "coefficients are small")]
        let (sum, most) = (self.terms.iter().map(|(item, a)| *a as f64 * item.part).sum::<f64>(), self.most as f64);
        let terms = self.terms.into_iter().map(|(item, a)| (item.column, a)).collect();
        (sum > most + BROKEN).then_some(Cover { knapsack, terms, most: self.most })
    }
}
