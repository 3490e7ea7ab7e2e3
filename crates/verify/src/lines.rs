//! The most that an activity can be worth of which lines are granted or not.

use fordela_model::call::Node;
use fordela_model::prices::Choice;
use fordela_num::Rational;

use super::best::{Asked, Best, Charged};

/// Up to this many undecided lines, all sets of them are tried; beyond it, parts of lines are allowed.
const MOST_LINES_TRIED: usize = 12;

impl Best<'_> {
    /// The most that an activity can be worth of which lines are granted or not.
    pub(super) fn of_lines(&self, a: usize, asked: &Asked) -> Option<Rational> {
        if self.most[a] == 0 {
            return Some(Rational::ZERO);
        }
        let mut fixed = Lines::default();
        let mut open = Vec::new();
        for line in 0..self.call.draft().activities[a].lines.len() {
            let units = self.call.line_units(a, line);
            // What costs nothing needs nobody to pay.
            let each = self.line_charge(a, line, asked).or((units == 0).then_some(Rational::ZERO));
            let charge = each.map(|each| each * &Rational::from(units));
            let entry = asked.entry(Node::Line(a, line));
            match (asked.made.is_taken(Choice::Line(a, line)), charge) {
                (Some(true), Some(charge)) => fixed.add(units, &(entry + charge)),
                (Some(true), None) => return None,
                (Some(false), _) | (None, None) => {}
                (None, Some(charge)) => open.push((units, entry + charge)),
            }
        }
        if open.len() <= MOST_LINES_TRIED {
            self.best_set(a, &fixed, &open, asked)
        } else {
            Some(self.best_parts(a, &fixed, open, asked))
        }
    }

    /// What a unit of a line is charged.
    fn line_charge(&self, a: usize, line: usize, asked: &Asked) -> Option<Rational> {
        let items = self.call.claims()[a].items().iter().zip(asked.charges);
        let mut of_line = items.filter(|(item, _)| item.line.is_none_or(|own| own == line));
        of_line.next().and_then(|(_, charge)| charge.clone())
    }

    /// The best set of lines.
    fn best_set(&self, a: usize, fixed: &Lines, open: &[(i128, Rational)], asked: &Asked) -> Option<Rational> {
        let mut best: Option<Rational> = None;
        for set in 0..1_u32 << open.len() {
            let mut lines = fixed.clone();
            for (_, (units, costs)) in open.iter().enumerate().filter(|(l, _)| set >> l & 1 == 1) {
                lines.add(*units, costs);
            }
            let is_granted = lines.units > 0;
            if asked.made.is_taken(Choice::Activity(a)).is_some_and(|taken| taken != is_granted) {
                continue;
            }
            let entry = if is_granted { asked.entry(Node::Activity(a)) } else { Rational::ZERO };
            let worth = self.worth_of(a, lines.units, asked) - &lines.costs - entry;
            best = best.into_iter().chain([worth]).max();
        }
        best
    }

    /// The best parts of lines: their price a unit rises, the value of a unit falls, until they meet. A
    /// bonus for money to any line is counted whether it is had or not.
    fn best_parts(&self, a: usize, fixed: &Lines, open: Vec<(i128, Rational)>, asked: &Asked) -> Rational {
        let mut best = self.worth_of(a, fixed.units, asked) - &fixed.costs;
        best -= &asked.entry(Node::Activity(a)).min(Rational::ZERO);
        let mut priced: Vec<Charged> = Vec::new();
        for (units, costs) in open {
            if units == 0 {
                best -= &costs.min(Rational::ZERO);
            } else {
                let units = Rational::from(units);
                priced.push(Charged { each: costs / &units, units });
            }
        }
        priced.sort();
        let most = self.call.ask_units(a);
        best + self.walk(a, fixed.units, fixed.units, most, priced, asked).unwrap_or(Rational::ZERO)
    }

    fn worth_of(&self, a: usize, units: i128, asked: &Asked) -> Rational {
        asked.worth.of(a, &Rational::from(units), || self.call.value_of_units(a, units))
    }
}

/// A set of lines.
#[derive(Clone, Default)]
struct Lines {
    units: i128,
    /// What they are charged, and what it costs that they are granted at all.
    costs: Rational,
}

impl Lines {
    fn add(&mut self, units: i128, costs: &Rational) {
        self.units += units;
        self.costs += costs;
    }
}
