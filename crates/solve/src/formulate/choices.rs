//! The program of a call with choices: yes-or-no columns for what is granted or not.

use std::collections::BTreeSet;

use fordela_lp::{Column, ColumnId, Row};
use fordela_model::call::draft::Funding;
use fordela_num::Rational;

use crate::instance::{ActivityIx, Choice, Instance, Node};

use super::{Builder, Formulation, Limits, Meaning, Range, Terms, merged};

/// The program of a call in which something is a choice.
pub(crate) fn choices(instance: &Instance) -> Formulation {
    Builder::new(instance, Limits::Reached).choices()
}

impl Builder<'_> {
    /// The program of the whole call, with a column for every choice.
    pub(super) fn choices(mut self) -> Formulation {
        self.has_line_choices = true;
        let instance = self.instance;
        let linked: BTreeSet<Node> = instance.links.iter().flat_map(|link| [link.from, link.to]).collect();
        for (a, activity) in instance.activities.iter_enumerated() {
            let is_linked = linked.contains(&Node::Activity(a));
            let grant = match activity.funding {
                Funding::Partial if activity.has_threshold || is_linked => self.threshold(a),
                Funding::Partial => self.piece_terms(a, Range::up_to(activity.most)),
                Funding::Whole => self.whole(a),
                Funding::Levels => self.levels(a),
                Funding::Lines => self.lines(a, is_linked),
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
    fn whole(&mut self, activity: ActivityIx) -> Terms {
        let whole = &self.instance.activities[activity];
        let most = whole.most;
        let value = if most > 0 { whole.value_of_most.clone() } else { Rational::ZERO };
        let column = self.choice(Choice::Activity(activity), value, most > 0);
        self.nodes.insert(Node::Activity(activity), vec![(column, Rational::ONE)]);
        vec![(column, Rational::from(most))]
    }

    /// One of the levels or nothing.
    fn levels(&mut self, activity: ActivityIx) -> Terms {
        let own = &self.instance.activities[activity];
        let mut grant = Vec::new();
        let mut taken = Vec::new();
        for (l, level) in own.levels.iter_enumerated() {
            let column = self.choice(Choice::Level(activity, l), level.value.clone(), level.units <= own.most);
            grant.push((column, Rational::from(level.units)));
            taken.push((column, Rational::ONE));
        }
        let label = format!("one level {}", self.instance.id(activity));
        self.row(Meaning::Inner, Row::at_most(label, taken.clone(), Rational::ONE));
        self.nodes.insert(Node::Activity(activity), taken);
        grant
    }

    /// Nothing, or at least the threshold.
    fn threshold(&mut self, activity: ActivityIx) -> Terms {
        let own = &self.instance.activities[activity];
        let (id, least, most) = (self.instance.id(activity), own.threshold, own.most);
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
    fn lines(&mut self, activity: ActivityIx, is_linked: bool) -> Terms {
        let own = &self.instance.activities[activity];
        // With one value a unit, a line has its own value; else the lines fill the pieces together.
        let each = if let [all] = &own.pieces[..] { Some(all.value.clone()) } else { None };
        let mut grant = Vec::new();
        for (l, line) in own.lines.iter_enumerated() {
            let units = Rational::from(line.units);
            let value = each.as_ref().map_or(Rational::ZERO, |each| each * &units);
            let column = self.choice(Choice::Line(activity, l), value, own.may_be_paid(l));
            self.nodes.insert(Node::Line(activity, l), vec![(column, Rational::ONE)]);
            grant.push((column, units));
        }
        if is_linked {
            self.any_line(activity, &grant);
        }
        if each.is_none() && own.most > 0 {
            let pieces = self.piece_terms(activity, Range::up_to(own.most));
            let balance = pieces.iter().cloned().chain(grant.iter().map(|(column, a)| (*column, -a))).collect();
            let label = format!("lines {}", self.instance.id(activity));
            self.row(Meaning::Inner, Row::exactly(label, merged(balance), Rational::ZERO));
        }
        grant
    }

    /// A column that is 1 just when some line that costs anything is granted.
    fn any_line(&mut self, activity: ActivityIx, lines: &Terms) {
        let any = self.choice(Choice::Activity(activity), Rational::ZERO, true);
        let id = self.instance.id(activity);
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
