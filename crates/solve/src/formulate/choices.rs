//! The program of a call with choices: yes-or-no columns for what is granted or not.

use std::collections::BTreeSet;

use fordela_lp::{Column, ColumnId, Row};
use fordela_model::Call;
use fordela_model::call::Node;
use fordela_model::call::draft::Funding;
use fordela_model::prices::Choice;
use fordela_num::Rational;

use super::{Builder, Formulation, Limits, Meaning, Range, Terms, merged};

/// The program of a call in which something is a choice.
pub(crate) fn choices(call: &Call) -> Formulation {
    Builder::new(call, Limits::InRows).choices()
}

impl Builder<'_> {
    /// The program of the whole call, with a column for every choice.
    pub(super) fn choices(mut self) -> Formulation {
        self.has_line_choices = true;
        let call = self.call;
        let linked: BTreeSet<Node> = call.links().iter().flat_map(|link| [link.from, link.to]).collect();
        let most = call.most_units();
        for a in 0..call.claims().len() {
            let most = most[a];
            let is_linked = linked.contains(&Node::Activity(a));
            let activity = &call.draft().activities[a];
            let grant = match activity.funding {
                Funding::Partial if activity.min_share.is_some() || is_linked => self.threshold(a, most),
                Funding::Partial => self.piece_terms(a, Range::up_to(most)),
                Funding::Whole => self.whole(a, most),
                Funding::Levels => self.levels(a, most),
                Funding::Lines => self.lines(a, most, is_linked),
            };
            self.key.grants.push(grant);
        }
        self.finish()
    }

    pub(super) fn choice(&mut self, choice: Choice, value: Rational, allowed: bool) -> ColumnId {
        let upper = if allowed { Rational::ONE } else { Rational::ZERO };
        let column = self.program.add_column(Column { upper, ..Column::choice(value) });
        self.key.choices.push((column, choice));
        column
    }

    /// The ask or nothing.
    fn whole(&mut self, activity: usize, most: i128) -> Terms {
        let value = self.call.value_of_units(activity, most);
        let column = self.choice(Choice::Activity(activity), value, most > 0);
        self.nodes.insert(Node::Activity(activity), vec![(column, Rational::ONE)]);
        vec![(column, Rational::from(most))]
    }

    /// One of the levels or nothing.
    fn levels(&mut self, activity: usize, most: i128) -> Terms {
        let mut grant = Vec::new();
        let mut taken = Vec::new();
        for level in 0..self.call.draft().activities[activity].levels.len() {
            let units = self.call.level_units(activity, level);
            let value = self.call.value_of_units(activity, units);
            let column = self.choice(Choice::Level(activity, level), value, units <= most);
            grant.push((column, Rational::from(units)));
            taken.push((column, Rational::ONE));
        }
        let label = format!("one level {}", self.call.draft().activities[activity].id);
        self.row(Meaning::Inner, Row::at_most(label, taken.clone(), Rational::ONE));
        self.nodes.insert(Node::Activity(activity), taken);
        grant
    }

    /// Nothing, or at least the threshold.
    fn threshold(&mut self, activity: usize, most: i128) -> Terms {
        let least = self.call.threshold_units(activity);
        let id = self.call.draft().activities[activity].id.clone();
        let choice = self.choice(Choice::Activity(activity), Rational::ZERO, least <= most);
        self.nodes.insert(Node::Activity(activity), vec![(choice, Rational::ONE)]);
        let grant = self.piece_terms(activity, Range::up_to(most));
        for (column, _) in &grant {
            let width = self.program.columns()[column.0].upper.clone();
            let terms = vec![(*column, Rational::ONE), (choice, -width)];
            self.row(Meaning::Inner, Row::at_most(format!("if granted {id}"), terms, Rational::ZERO));
        }
        let mut terms = grant.clone();
        terms.push((choice, Rational::from(-least)));
        self.row(Meaning::Inner, Row::at_least(format!("at least {id}"), terms, Rational::ZERO));
        grant
    }

    /// Each line whole or not.
    fn lines(&mut self, activity: usize, most: i128, is_linked: bool) -> Terms {
        let tiers = self.call.pieces(activity);
        // With one value a unit, a line has its own value; else the lines fill the pieces together.
        let each = if tiers.len() == 1 { Some(tiers[0].value.clone()) } else { None };
        let mut grant = Vec::new();
        for line in 0..self.call.draft().activities[activity].lines.len() {
            let units = Rational::from(self.call.line_units(activity, line));
            let value = each.as_ref().map_or(Rational::ZERO, |each| each * &units);
            let column = self.choice(Choice::Line(activity, line), value, self.call.may_pay_for(activity, line));
            self.nodes.insert(Node::Line(activity, line), vec![(column, Rational::ONE)]);
            grant.push((column, units));
        }
        if is_linked {
            self.any_line(activity, &grant);
        }
        if each.is_none() && most > 0 {
            let pieces = self.piece_terms(activity, Range::up_to(most));
            let balance = pieces.iter().cloned().chain(grant.iter().map(|(column, a)| (*column, -a))).collect();
            let label = format!("lines {}", self.call.draft().activities[activity].id);
            self.row(Meaning::Inner, Row::exactly(label, merged(balance), Rational::ZERO));
        }
        grant
    }

    /// A column that is 1 just when some line that costs anything is granted.
    fn any_line(&mut self, activity: usize, lines: &Terms) {
        let any = self.choice(Choice::Activity(activity), Rational::ZERO, true);
        let id = self.call.draft().activities[activity].id.clone();
        let mut all = Vec::new();
        for (line, _) in lines.iter().filter(|(_, units)| units.is_positive()) {
            let terms = vec![(*line, Rational::ONE), (any, Rational::from(-1_i64))];
            self.row(Meaning::Inner, Row::at_most(format!("any line {id}"), terms, Rational::ZERO));
            all.push((*line, Rational::ONE));
        }
        all.push((any, Rational::from(-1_i64)));
        self.row(Meaning::Inner, Row::at_least(format!("some line {id}"), all, Rational::ZERO));
        self.nodes.insert(Node::Activity(activity), vec![(any, Rational::ONE)]);
    }
}
