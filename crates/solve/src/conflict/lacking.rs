//! A call in which caps and floors may be missed, and by how much they are.

use fordela_lp::exact::{Effort, Precision, Search, Simplex};
use fordela_lp::{Column, ColumnId, Program};
use fordela_model::call::Kind;
use fordela_num::Rational;
use typed_index_collections::TiVec;

use crate::formulate::{Columns, Formulation, formulate, step, sum};
use crate::instance::in_currency;
use crate::instance::{ActivityIx, Case, CaseIx, Instance, Limit};

/// The program of a call in whole units with columns for what every cap and floor lacks. It is worth the less the more
/// money is lacking.
///
/// Limits stand at whole units there. What is lacking is counted from the limit as it is written: where that lies within a
/// unit, the first unit costs only the part of it that is on the wrong side. That part is at most a whole one, so that the
/// cheap column is filled first by itself.
pub(super) struct Lacking<'i> {
    pub(super) instance: &'i Instance,
    formulation: Formulation,
    pub(super) program: Program,
    /// For every cap and floor, the columns of what it lacks.
    columns: TiVec<CaseIx, Vec<ColumnId>>,
}

/// Whether some caps and floors can be kept together.
pub(super) enum Kept {
    /// They can; these others are not, at the grants that were found.
    Possible(Vec<CaseIx>),
    Impossible,
    Unknown,
}

impl<'i> Lacking<'i> {
    pub(super) fn new(instance: &'i Instance) -> Self {
        let formulation = formulate(instance, Columns::Whole);
        let mut program = Program::new();
        for column in formulation.program.columns() {
            program.add_column(Column { value: Rational::ZERO, ..column.clone() });
        }
        let most = Rational::from(instance.most_in_all());
        let mut rows = formulation.program.rows().to_vec();
        let mut columns = TiVec::with_capacity(instance.cases.len());
        for (c, case) in instance.cases.iter_enumerated() {
            let mut own = Vec::new();
            if let Some(row) = formulation.key.case_row(c) {
                let limit = rows[row].at_least.clone().or_else(|| rows[row].at_most.clone()).unwrap_or_default();
                let within = within_a_step(instance, case, &limit);
                let sign = if case.kind == Kind::AtMost { -Rational::ONE } else { Rational::ONE };
                for (width, cost) in within.into_iter().chain([(limit.abs() + &most, Rational::ONE)]) {
                    let column = program.add_column(Column::up_to(width, -cost));
                    rows[row].terms.push((column, sign.clone()));
                    own.push(column);
                }
            }
            columns.push(own);
        }
        for row in rows {
            program.add_row(row);
        }
        Self { instance, formulation, program, columns }
    }

    /// A search through all grants, of which those that miss these cases are left out.
    pub(super) fn simplex(&self, is_kept: impl Fn(CaseIx) -> bool) -> Simplex {
        self.simplex_of(&self.program, is_kept)
    }

    /// The same on a program that begins with the columns of this one.
    pub(super) fn simplex_of(&self, program: &Program, is_kept: impl Fn(CaseIx) -> bool) -> Simplex {
        let mut simplex = Simplex::new(program);
        for (_, columns) in self.columns.iter_enumerated().filter(|(case, _)| is_kept(*case)) {
            for column in columns {
                simplex.set_bounds(column.0, Rational::ZERO, Rational::ZERO);
            }
        }
        simplex
    }

    /// Whether these caps and floors, and no others, can be kept together.
    pub(super) fn keep(&self, kept: &[CaseIx], effort: &Effort<'_>) -> Kept {
        let simplex = self.simplex(|case| kept.contains(&case));
        let all = self.columns.iter().flatten().map(|column| &self.program.columns()[column.0].upper);
        // No two points are further apart, so that any grants will do.
        let any = Precision::Within(all.sum::<Rational>() + Rational::ONE);
        let found = Search::new(&self.program, simplex, any, effort).best(None);
        match found.point {
            Some(point) => Kept::Possible(self.columns.keys().filter(|&c| self.is_missed(c, &point)).collect()),
            None if found.closed => Kept::Impossible,
            None => Kept::Unknown,
        }
    }

    fn is_missed(&self, case: CaseIx, point: &[Rational]) -> bool {
        self.columns[case].iter().any(|column| point[column.0].is_positive())
    }

    /// What a case lacks at a point, as terms in units.
    pub(super) fn terms(&self, case: CaseIx) -> Vec<(ColumnId, Rational)> {
        let cost = |column: &ColumnId| -&self.program.columns()[column.0].value;
        self.columns[case].iter().map(|column| (*column, cost(column))).collect()
    }

    /// What a case lacks at a point, in money.
    pub(super) fn lack(&self, case: CaseIx, point: &[Rational]) -> Rational {
        sum(&self.terms(case), point) * self.instance.unit.rational()
    }

    /// What is granted to every activity at a point, in money.
    pub(super) fn grants(&self, point: &[Rational]) -> TiVec<ActivityIx, Rational> {
        in_currency(self.instance, &self.formulation.key.grants_at(point))
    }
}

/// Where the limit as it is written lies within the step to the limit of the row: the width of that step in units, and what
/// each unit of it costs.
fn within_a_step(instance: &Instance, case: &Case, row: &Rational) -> Option<(Rational, Rational)> {
    let Limit::Fixed(limit) = &case.limit else { return None };
    let step = step(instance, case);
    let beyond = (row - &(limit / &instance.unit.rational())).abs();
    beyond.is_positive().then(|| (step.clone(), (&step - &beyond) / &step))
}
