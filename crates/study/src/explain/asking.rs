//! Which smaller asks of an activity that is granted whole need not be tried.

use fordela_lp::exact::{Effort, Precision, Search, Simplex};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_model::Call;
use fordela_model::call::draft::Funding;
use fordela_num::{Money, Rational};
use fordela_solve::budget::answers_are_best;
use fordela_solve::formulate::{Formulation, as_written};
use fordela_solve::instance::Instance;

/// What one search for an ask may compute; then the bound of the divisible program is taken, which is no sharper.
const EFFORT: u64 = 300_000;

/// The program of a call in which an activity is granted whole, and what it asks for is a column, in units.
///
/// As long as the activity gets nothing, the others can go on getting what they got, whatever it asks for. So an ask
/// with which nothing that has it is worth as much is not granted.
pub(super) struct Asking {
    program: Program,
    ask: ColumnId,
}

impl Asking {
    /// `None` where the answers to a call need not be the best, and where limits follow from what is asked for.
    pub(super) fn of(call: &Call, activity: usize) -> Option<Self> {
        if call.draft().activities[activity].funding != Funding::Whole || !answers_are_best(call) {
            return None;
        }
        let (one, two) = (asking(call, activity, 1)?, asking(call, activity, 2)?);
        let instance = Instance::of(call);
        let &[(granted, _)] = &one.key.grants[instance.activity_at(activity)?][..] else { return None };
        let most = Rational::from(call.ask_units(activity));
        let mut program = Program::new();
        for (j, column) in as_written(&instance).program.columns().iter().enumerate() {
            program.add_column(if j == granted.0 {
                Column { lower: Rational::ONE, upper: Rational::ONE, value: Rational::ZERO, integer: true }
            } else {
                column.clone()
            });
        }
        // The whole of an ask of two is worth more than that of one by what a unit of the ask is worth.
        let each = |of: &Formulation| of.program.columns()[granted.0].value.clone();
        let value = each(&two) - each(&one);
        let ask = program.add_column(Column { integer: true, ..Column::up_to(most, value) });
        for (first, second) in one.program.rows().iter().zip(two.program.rows()) {
            if first.at_least != second.at_least || first.at_most != second.at_most {
                return None;
            }
            program.add_row(in_terms_of(ask, granted, first, second));
        }
        Some(Self { program, ask })
    }

    /// The largest ask up to one, in units, with which an allocation that grants it can be worth this.
    pub(super) fn largest(&self, most: i128, worth: &Rational, effort: &Effort<'_>) -> Option<i128> {
        let mut program = Program::new();
        for (j, column) in self.program.columns().iter().enumerate() {
            program.add_column(if j == self.ask.0 {
                Column { upper: Rational::from(most), value: Rational::ONE, ..column.clone() }
            } else {
                Column { value: Rational::ZERO, ..column.clone() }
            });
        }
        self.program.rows().iter().for_each(|row| {
            program.add_row(row.clone());
        });
        let columns = self.program.columns().iter().enumerate();
        let terms = columns.map(|(j, column)| (ColumnId(j), column.value.clone())).collect();
        program.add_row(Row::at_least("worth", terms, worth.clone()));
        let effort = effort.share(EFFORT);
        let found = Search::new(&program, Simplex::new(&program), Precision::Exact, &effort).best(None);
        match found.point {
            Some(point) if found.closed => point[self.ask.0].to_i128(),
            None if found.closed => None,
            _ => Some(most),
        }
    }
}

/// The program of the call in which the activity asks for so many units.
fn asking(call: &Call, activity: usize, units: i64) -> Option<Formulation> {
    let mut draft = call.draft().clone();
    draft.activities[activity].ask = Money::of_units(units.into(), call.unit());
    draft.validate().ok().map(|call| as_written(&Instance::of(&call)))
}

/// A row in which the ask is a column: what an ask of two adds to that of one, each unit adds.
fn in_terms_of(ask: ColumnId, granted: ColumnId, one: &Row, two: &Row) -> Row {
    let of = |row: &Row| {
        let term = row.terms.iter().find(|(column, _)| *column == granted);
        term.map_or(Rational::ZERO, |(_, a)| a.clone())
    };
    let each = of(two) - of(one);
    let mut row = one.clone();
    for (column, a) in &mut row.terms {
        if *column == granted {
            *a -= &each;
        }
    }
    row.terms.push((ask, each));
    row
}
