//! Tries the least move of money that mends a complaint between activities.

use std::collections::BTreeSet;

use fordela_model::call::{Kind, Node};
use fordela_model::{Call, Lists};
use fordela_num::{Money, Rational, covering_units};

use super::complaint::{Obstacle, Unknown, Verdict};
use super::pairs::Pair;
use super::payable::Payable;
use super::possible::{Lines, Possible, keeps, lines_of, possible};

/// With more pairs of grants than this, not all are tried.
const MOST_WAYS: usize = 100_000;

/// Grants of activities, among which money is moved.
pub(super) struct Mending<'m> {
    call: &'m Call,
    amounts: &'m [Money],
    lines: Vec<Lines>,
    counting: Lists,
    /// How far each case is broken, below zero where it is not; `None` where it counts the money of some funds.
    excess: Vec<Option<Rational>>,
    payable: &'m Payable<'m>,
}

/// Money moved from one activity to another, and the lines that they have then.
struct Move {
    units: i128,
    one: Vec<bool>,
    other: Vec<bool>,
}

/// What was found in the way of a move.
struct Tried {
    obstacles: Vec<Obstacle>,
    unknown: Option<Unknown>,
}

impl<'m> Mending<'m> {
    /// `lines` are those of an allocation, which are known.
    pub(super) fn new(
        call: &'m Call,
        amounts: &'m [Money],
        lines: Option<&[Vec<bool>]>,
        payable: &'m Payable<'m>,
    ) -> Self {
        let granted = amounts.iter().copied().sum::<Money>().rational();
        let excess = |case: &fordela_model::call::RuleCase| {
            let sum = case.activities.iter().map(|&a| amounts[a]).sum::<Money>().rational();
            let over = sum - case.limit_at(&granted, |a| amounts[a].rational());
            case.counts_grants().then(|| if case.kind == Kind::AtMost { over } else { -over })
        };
        let lines = match lines {
            Some(lines) => lines.iter().cloned().map(Lines::Known).collect(),
            None => amounts.iter().enumerate().map(|(a, &amount)| lines_of(call, a, amount)).collect(),
        };
        let excess = call.cases().iter().map(excess).collect();
        Self { call, amounts, lines, counting: call.counting(), excess, payable }
    }

    /// What becomes of the least move that mends a complaint.
    pub(super) fn verdict(&self, pair: &Pair) -> Verdict {
        let (one, other) = (pair.one, pair.other);
        let (Some(ones), Some(others)) = (possible(self.call, one), possible(self.call, other)) else {
            return Verdict::Unknown(Unknown::ManyLines);
        };
        if ones.len() * others.len() > MOST_WAYS {
            return Verdict::Unknown(Unknown::ManyLines);
        }
        let least = covering_units(&self.least(one, other), self.call.unit());
        let moves = self.moves(pair, least, &ones, &others);
        let Some(first) = moves.first() else {
            return Verdict::Explained { moved: None, by: self.unfunded(pair, least, &ones, &others) };
        };
        let moved = self.money(first.units);
        let mut in_the_way = None;
        for tried in &moves {
            let Tried { obstacles, unknown } = self.tried(pair, tried);
            match unknown {
                None if obstacles.is_empty() => return self.mendable(pair, tried),
                Some(unknown) if obstacles.is_empty() => return Verdict::Unknown(unknown),
                _ => in_the_way = in_the_way.or(Some(obstacles)),
            }
        }
        Verdict::Explained { moved: Some(moved), by: in_the_way.unwrap_or_default() }
    }

    fn mendable(&self, pair: &Pair, made: &Move) -> Verdict {
        let moved = self.money(made.units);
        let rise = |a: usize, new: Money| self.call.value(a, new) - self.call.value(a, self.amounts[a]);
        let one = rise(pair.one, self.amounts[pair.one] + moved);
        let other = rise(pair.other, self.amounts[pair.other] - moved);
        Verdict::Mendable { moved, value: Some(one + other) }
    }

    /// The money that makes the shares of two equal.
    fn least(&self, one: usize, other: usize) -> Rational {
        let party = |a: usize| (self.amounts[a].rational(), self.call.claims()[a].ask().rational());
        equalising(party(one), party(other))
    }

    fn money(&self, units: i128) -> Money {
        Money::of_units(units, self.call.unit()).unwrap_or_default()
    }

    /// The least of each kind of moves that both may get, the least first. Along a kind, lines and whether the other
    /// gets any money stay the same, and what stands in the way of a move stands in the way of a larger one.
    fn moves(&self, pair: &Pair, least: i128, ones: &[Possible], others: &[Possible]) -> Vec<Move> {
        let unit = self.call.unit();
        let (has_one, has_other) = (self.amounts[pair.one].rational(), self.amounts[pair.other].rational());
        let mut moves = Vec::new();
        for one in ones {
            let (from, to) = (&one.least - &has_one, &one.most - &has_one);
            for other in others {
                let from = from.clone().max(&has_other - &other.most);
                let to = to.clone().min(&has_other - &other.least);
                let units = covering_units(&from, unit).max(least);
                if Rational::from(units) * unit.rational() <= to {
                    moves.push(Move { units, one: one.lines.clone(), other: other.lines.clone() });
                }
            }
        }
        moves.sort_by_key(|made| made.units);
        moves
    }

    /// Whose funding stands in the way, where no move is possible: of whoever allows none by itself, or of both.
    fn unfunded(&self, pair: &Pair, least: i128, ones: &[Possible], others: &[Possible]) -> Vec<Obstacle> {
        let any = |a: usize| {
            [Possible {
                least: Rational::ZERO,
                most: self.amounts[a].rational().max(self.call.claims()[a].ask().rational()),
                lines: Vec::new(),
            }]
        };
        let alone_one = self.moves(pair, least, ones, &any(pair.other)).is_empty();
        let alone_other = self.moves(pair, least, &any(pair.one), others).is_empty();
        let both = alone_one == alone_other;
        let named = [(alone_one || both, pair.one), (alone_other || both, pair.other)];
        named
            .into_iter()
            .filter(|(is_named, _)| *is_named)
            .map(|(_, a)| Obstacle::Funding(self.call.draft().activities[a].id.clone()))
            .collect()
    }

    fn tried(&self, pair: &Pair, made: &Move) -> Tried {
        let moved = self.money(made.units);
        let mut obstacles = self.broken_cases(pair, moved);
        let (links, mut unknown) = self.broken_links(pair, made);
        obstacles.extend(links);
        match self.payable.allows(pair.one, pair.other, moved) {
            Some(true) => {}
            Some(false) => obstacles.push(Obstacle::Funds),
            None => unknown = Some(Unknown::Funds),
        }
        Tried { obstacles, unknown }
    }

    /// The cases that the move breaks, or breaks further.
    fn broken_cases(&self, pair: &Pair, moved: Money) -> Vec<Obstacle> {
        let worse = |a: usize, kind: Kind, not: usize| {
            let counted = self.counting[a].iter().copied();
            counted.filter(move |&c| self.call.cases()[c].kind == kind && self.counting[not].binary_search(&c).is_err())
        };
        let caps = worse(pair.one, Kind::AtMost, pair.other);
        let floors = worse(pair.other, Kind::AtLeast, pair.one);
        let is_broken =
            |&c: &usize| self.excess[c].as_ref().is_some_and(|excess| (excess + &moved.rational()).is_positive());
        let broken: BTreeSet<usize> = caps.chain(floors).filter(is_broken).collect();
        broken.into_iter().map(|case| Obstacle::Case(self.call.case_id(case))).collect()
    }

    /// The links that are kept before the move, and not after it.
    fn broken_links(&self, pair: &Pair, made: &Move) -> (Vec<Obstacle>, Option<Unknown>) {
        let (mut broken, mut unknown) = (Vec::new(), None);
        for (l, link) in self.call.links().iter().enumerate() {
            let touches = |node: Node| [pair.one, pair.other].contains(&node.activity());
            if !touches(link.from) && !touches(link.to) {
                continue;
            }
            let before = (self.is_granted(link.from), self.is_granted(link.to));
            let after = (self.is_granted_after(pair, made, link.from), self.is_granted_after(pair, made, link.to));
            let kept = |(from, to): (Option<bool>, Option<bool>)| Some(keeps(link.kind, from?, to?));
            match (kept(before), kept(after)) {
                (_, Some(true)) | (Some(false), _) => {}
                (Some(true), Some(false)) => broken.push(Obstacle::Link(self.call.link_id(l))),
                _ => unknown = Some(Unknown::Lines),
            }
        }
        (broken, unknown)
    }

    fn is_granted(&self, node: Node) -> Option<bool> {
        match node {
            Node::Activity(a) => Some(!self.amounts[a].is_zero()),
            Node::Line(a, line) => match &self.lines[a] {
                Lines::Known(lines) => Some(lines.get(line).copied().unwrap_or_default()),
                Lines::None | Lines::Unknown => None,
            },
        }
    }

    fn is_granted_after(&self, pair: &Pair, made: &Move, node: Node) -> Option<bool> {
        let lines = match node.activity() {
            a if a == pair.one => &made.one,
            a if a == pair.other => &made.other,
            _ => return self.is_granted(node),
        };
        Some(match node {
            Node::Line(_, line) => lines.get(line).copied().unwrap_or_default(),
            Node::Activity(a) if a == pair.one => true,
            Node::Activity(a) => self.amounts[a] > self.money(made.units),
        })
    }
}

/// The money that makes two shares equal when it is moved from the other to the one, each with its grant and its ask:
/// `(g_other·c_one − g_one·c_other) / (c_one + c_other)`.
pub(super) fn equalising(one: (Rational, Rational), other: (Rational, Rational)) -> Rational {
    (&other.0 * &one.1 - &one.0 * &other.1) / (&one.1 + &other.1)
}
