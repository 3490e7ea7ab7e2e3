//! How different two allocations are, and the rows that keep a point away from one.

use fordela_lp::{Column, ColumnId, Row};
use fordela_model::Grant;
use fordela_model::call::draft::Funding;
use fordela_num::Rational;
use fordela_solve::formulate::Formulation;
use fordela_solve::instance::{Activity, ActivityIx, Choice, Instance};

/// Whether two allocations are so far apart in money; where that is nothing, whether they differ at all.
pub(super) fn are_apart(one: &[Grant], other: &[Grant], apart: &Rational) -> bool {
    let pairs = || one.iter().zip(other);
    let differ = pairs().any(|(one, other)| (one.amount, &one.lines) != (other.amount, &other.lines));
    let distance: Rational = pairs().map(|(one, other)| (one.amount.rational() - other.amount.rational()).abs()).sum();
    differ && distance >= *apart
}

/// Adds rows that keep the points of a program so far from these grants; with `apart` zero, off them.
pub(super) fn keep_apart(formulation: &mut Formulation, instance: &Instance, grants: &[Grant], apart: &Rational) {
    let mut sum = Sum::default();
    // What is divided is looked at by its money.
    let is_chosen = |activity: &Activity| activity.funding != Funding::Partial;
    if apart.is_zero() {
        sum.other_choices(formulation, instance, grants, &is_chosen);
    }
    for (a, activity) in instance.activities.iter_enumerated() {
        if !apart.is_zero() || !is_chosen(activity) {
            sum.distance(formulation, instance, a, &grants[activity.place]);
        }
    }
    let least = if apart.is_zero() { Rational::ONE } else { apart / &instance.unit.rational() };
    formulation.program.add_row(Row::at_least("apart", sum.terms, least - sum.known));
}

/// Adds a row that forbids the choices that these grants make: at least one must be another.
pub(super) fn choose_otherwise(formulation: &mut Formulation, instance: &Instance, grants: &[Grant]) {
    let mut sum = Sum::default();
    sum.other_choices(formulation, instance, grants, &|_| true);
    formulation.program.add_row(Row::at_least("another choice", sum.terms, Rational::ONE - sum.known));
}

/// A difference as a sum of columns and a known number, in units.
#[derive(Default)]
struct Sum {
    terms: Vec<(ColumnId, Rational)>,
    known: Rational,
}

impl Sum {
    /// One for every choice that is another, among activities that count.
    fn other_choices(
        &mut self,
        formulation: &Formulation,
        instance: &Instance,
        grants: &[Grant],
        counts: &dyn Fn(&Activity) -> bool,
    ) {
        for (column, choice) in &formulation.key.choices {
            let activity = &instance.activities[choice.activity()];
            if !counts(activity) {
                continue;
            }
            let grant = &grants[activity.place];
            let is_taken = match *choice {
                Choice::Activity(_) => !grant.amount.is_zero(),
                Choice::Line(_, line) => grant.lines.get(activity.lines[line].place).copied().unwrap_or(false),
                Choice::Level(_, level) => grant.amount == activity.levels[level].amount,
                Choice::Fund(..) => continue,
            };
            if is_taken {
                self.known += &Rational::ONE;
                self.terms.push((*column, -Rational::ONE));
            } else {
                self.terms.push((*column, Rational::ONE));
            }
        }
    }

    /// How far a grant is from another. Where that can be both above and below, two columns say how far, and a
    /// yes-or-no column in which of the ways.
    fn distance(&mut self, formulation: &mut Formulation, instance: &Instance, a: ActivityIx, before: &Grant) {
        let (before, most) = (instance.in_units(before.amount), instance.in_units(instance.activities[a].ask));
        let granted = formulation.key.grants[a].to_vec();
        if before.is_zero() {
            self.terms.extend(granted);
            return;
        }
        if before >= most {
            self.known += &before;
            self.terms.extend(granted.into_iter().map(|(column, units)| (column, -units)));
            return;
        }
        let room = most - &before;
        let program = &mut formulation.program;
        let above = program.add_column(Column::up_to(room.clone(), Rational::ZERO));
        let below = program.add_column(Column::up_to(before.clone(), Rational::ZERO));
        let is_above = program.add_column(Column { integer: true, ..Column::up_to(Rational::ONE, Rational::ZERO) });
        let moved = granted.into_iter().chain([(above, -Rational::ONE), (below, Rational::ONE)]).collect();
        program.add_row(Row::exactly("moved", moved, before.clone()));
        program.add_row(Row::at_most("above", vec![(above, Rational::ONE), (is_above, -room)], Rational::ZERO));
        program.add_row(Row::at_most("below", vec![(below, Rational::ONE), (is_above, before.clone())], before));
        self.terms.extend([(above, Rational::ONE), (below, Rational::ONE)]);
    }
}
