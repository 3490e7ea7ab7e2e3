//! The most that one activity can be worth after what it is charged.

use std::collections::BTreeMap;

use fordela_lp::Rational;

use crate::call::draft::Funding;
use crate::call::{Call, Node};
use crate::pieces::Piece;
use crate::prices::Choice;

/// Up to this many undecided lines, all sets of them are tried; beyond it, parts of lines are allowed.
const MOST_LINES_TRIED: usize = 12;

/// What an activity is charged, and what has been decided of it.
pub(super) struct Asked<'a> {
    /// What every unit is charged.
    pub(super) charge: Rational,
    /// What it costs that a node is granted at all.
    pub(super) entries: &'a BTreeMap<Node, Rational>,
    pub(super) decided: &'a BTreeMap<Choice, bool>,
    /// What grants are worth.
    pub(super) worth: Worth,
}

/// What grants are worth.
#[derive(Debug, Clone)]
pub(super) enum Worth {
    /// What the call says: the priority, falling along the ask.
    Value,
    /// This much, every unit of them.
    Each(Rational),
}

impl Asked<'_> {
    fn entry(&self, node: Node) -> Rational {
        self.entries.get(&node).cloned().unwrap_or(Rational::ZERO)
    }

    fn is_taken(&self, choice: Choice) -> Option<bool> {
        self.decided.get(&choice).copied()
    }
}

/// What the activities of a call can get.
pub(super) struct Best<'c> {
    call: &'c Call,
    pub(super) pieces: Vec<Vec<Piece>>,
    most: Vec<i128>,
}

impl<'c> Best<'c> {
    pub(super) fn new(call: &'c Call) -> Self {
        Self { call, pieces: call.all_pieces(), most: call.capped_units() }
    }

    /// The most an activity can be worth; `None` when it cannot get what is decided.
    pub(super) fn of(&self, a: usize, asked: &Asked) -> Option<Rational> {
        let activity = &self.call.draft().activities[a];
        if activity.funding == Funding::Lines {
            return self.of_lines(a, asked);
        }
        let chosen = asked.is_taken(Choice::Activity(a));
        let entry = asked.entry(Node::Activity(a));
        if activity.funding == Funding::Partial && activity.min_share.is_none() && entry.is_zero() && chosen.is_none() {
            return Some(self.between(a, 0, self.most[a], asked));
        }
        let granted = match activity.funding {
            Funding::Partial => {
                let least = self.call.threshold_units(a);
                (least <= self.most[a]).then(|| self.between(a, least, self.most[a], asked))
            }
            Funding::Whole => {
                let ask = self.call.ask_units(a);
                (ask <= self.most[a] && ask > 0).then(|| self.net(a, ask, asked))
            }
            Funding::Levels => (0..activity.levels.len())
                .filter(|&level| self.may_take_level(a, level, asked))
                .map(|level| self.net(a, self.call.level_units(a, level), asked))
                .max(),
            Funding::Lines => None,
        };
        let must = chosen == Some(true)
            || (0..activity.levels.len()).any(|level| asked.is_taken(Choice::Level(a, level)) == Some(true));
        let granted = granted.filter(|_| chosen != Some(false)).map(|worth| worth - &entry);
        if must { granted } else { Some(granted.map_or(Rational::ZERO, |worth| worth.max(Rational::ZERO))) }
    }

    fn may_take_level(&self, a: usize, level: usize, asked: &Asked) -> bool {
        let other = |l: usize| l != level && asked.is_taken(Choice::Level(a, l)) == Some(true);
        self.call.level_units(a, level) <= self.most[a]
            && asked.is_taken(Choice::Level(a, level)) != Some(false)
            && !(0..self.call.draft().activities[a].levels.len()).any(other)
    }

    fn worth(&self, a: usize, units: i128, asked: &Asked) -> Rational {
        match &asked.worth {
            Worth::Value => self.call.value_of_units(a, units),
            Worth::Each(each) => each * &Rational::from(units),
        }
    }

    /// The value of some units after the charge for them.
    fn net(&self, a: usize, units: i128, asked: &Asked) -> Rational {
        self.worth(a, units, asked) - &asked.charge * &Rational::from(units)
    }

    /// The best number of units between two: the value of a unit falls, so that stretches are taken
    /// while they are worth their charge.
    fn between(&self, a: usize, least: i128, most: i128, asked: &Asked) -> Rational {
        let may = self.stretch(a, least, most, Rational::is_positive, &asked.charge, asked);
        if least == 0 { may } else { may + self.stretch(a, 0, least, |_| true, &asked.charge, asked) }
    }

    /// The sum, over the units from one number to another, of what is wanted of their value less a price.
    fn stretch(
        &self,
        a: usize,
        from: i128,
        to: i128,
        wanted: impl Fn(&Rational) -> bool,
        price: &Rational,
        asked: &Asked,
    ) -> Rational {
        let mut sum = Rational::ZERO;
        let mut before = 0;
        for piece in &self.pieces[a] {
            let end = before + piece.width;
            let width = to.min(end) - from.max(before);
            if width > 0 {
                let each = match &asked.worth {
                    Worth::Value => &piece.value - price,
                    Worth::Each(each) => each - price,
                };
                // Units later on are worth no more.
                if !wanted(&each) {
                    break;
                }
                sum = sum.plus_product(&each, &Rational::from(width));
            }
            before = end;
        }
        sum
    }

    fn of_lines(&self, a: usize, asked: &Asked) -> Option<Rational> {
        if self.most[a] == 0 {
            return Some(Rational::ZERO);
        }
        let mut fixed = Lines::default();
        let mut open = Vec::new();
        for line in 0..self.call.draft().activities[a].lines.len() {
            let units = self.call.line_units(a, line);
            let entry = asked.entry(Node::Line(a, line));
            match asked.is_taken(Choice::Line(a, line)) {
                Some(true) => fixed.add(units, &entry),
                Some(false) => {}
                None => open.push((units, entry)),
            }
        }
        if open.len() <= MOST_LINES_TRIED {
            self.best_set(a, &fixed, &open, asked)
        } else {
            Some(self.best_parts(a, &fixed, open, asked))
        }
    }

    /// The best set of lines.
    fn best_set(&self, a: usize, fixed: &Lines, open: &[(i128, Rational)], asked: &Asked) -> Option<Rational> {
        let mut best: Option<Rational> = None;
        for set in 0..1_u32 << open.len() {
            let mut lines = fixed.clone();
            for (_, (units, entry)) in open.iter().enumerate().filter(|(l, _)| set >> l & 1 == 1) {
                lines.add(*units, entry);
            }
            let is_granted = lines.units > 0;
            if asked.is_taken(Choice::Activity(a)).is_some_and(|taken| taken != is_granted) {
                continue;
            }
            let entry = if is_granted { asked.entry(Node::Activity(a)) } else { Rational::ZERO };
            let worth = self.net(a, lines.units, asked) - &lines.entries - entry;
            best = best.into_iter().chain([worth]).max();
        }
        best
    }

    /// The best parts of lines: their price a unit rises, the value of a unit falls, until they meet. A
    /// bonus for money to any line is counted whether it is had or not.
    fn best_parts(&self, a: usize, fixed: &Lines, open: Vec<(i128, Rational)>, asked: &Asked) -> Rational {
        let mut best = self.net(a, fixed.units, asked) - &fixed.entries;
        best -= &asked.entry(Node::Activity(a)).min(Rational::ZERO);
        let mut priced: Vec<(Rational, i128)> = Vec::new();
        for (units, entry) in open {
            if units == 0 {
                best -= &entry.min(Rational::ZERO);
            } else {
                priced.push((&asked.charge + &(entry / Rational::from(units)), units));
            }
        }
        priced.sort();
        let mut at = fixed.units;
        for (price, units) in priced {
            best += &self.stretch(a, at, at + units, Rational::is_positive, &price, asked);
            at += units;
        }
        best
    }
}

/// A set of lines.
#[derive(Clone, Default)]
struct Lines {
    units: i128,
    /// What it costs that they are granted at all.
    entries: Rational,
}

impl Lines {
    fn add(&mut self, units: i128, entry: &Rational) {
        self.units += units;
        self.entries += entry;
    }
}
