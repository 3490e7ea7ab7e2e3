//! The program of a call whose money is shared: what everybody who shares gets is cut into stretches, of these widths,
//! each of which is a column.

use fordela_lp::{Column, ColumnId, Row};
use fordela_num::Rational;
use typed_index_collections::TiSlice;

use crate::instance::{ActivityIx, Instance};

use super::{Builder, Formulation, Limits, Range, Terms, choices, divisible};

/// A program, and the columns that everybody's stretches are. These are worth nothing yet.
pub(crate) struct Shared {
    pub(crate) formulation: Formulation,
    pub(crate) columns: Vec<Vec<ColumnId>>,
}

impl Shared {
    /// Every activity by itself, within its range; the least that it must get is the least of its first stretches.
    pub(crate) fn alone(instance: &Instance, ranges: &TiSlice<ActivityIx, Range>, widths: &[Vec<Rational>]) -> Self {
        let mut builder = Builder::new(instance, Limits::Narrowing);
        let mut columns = Vec::with_capacity(widths.len());
        for (range, widths) in ranges.iter().zip(widths) {
            let (least, most) = (Rational::from(range.least), Rational::from(range.most));
            let mut before = Rational::ZERO;
            let mut own = Vec::with_capacity(widths.len());
            for width in widths {
                let end = &before + width;
                let within = |at: &Rational| at.clone().max(before.clone()).min(end.clone()) - &before;
                let (lower, upper) = (within(&least), within(&most));
                let column = Column { lower, upper, value: Rational::ZERO, integer: false };
                own.push(builder.program.add_column(column));
                before = end;
            }
            builder.key.grants.push(own.iter().map(|column| (*column, Rational::ONE)));
            columns.push(own);
        }
        Self { formulation: builder.finish(), columns }
    }

    /// Some activities together, each within its range.
    pub(crate) fn together(
        instance: &Instance,
        ranges: &TiSlice<ActivityIx, Range>,
        members: &[Vec<usize>],
        widths: &[Vec<Rational>],
    ) -> Self {
        Self::summed(divisible(instance, ranges, Limits::Narrowing), members, widths)
    }

    /// Some activities together, with their choices.
    pub(crate) fn choosing(instance: &Instance, members: &[Vec<usize>], widths: &[Vec<Rational>]) -> Self {
        Self::summed(choices(instance), members, widths)
    }

    /// What some get together is the sum of their stretches.
    fn summed(mut formulation: Formulation, members: &[Vec<usize>], widths: &[Vec<Rational>]) -> Self {
        let mut columns = Vec::with_capacity(widths.len());
        for (members, widths) in members.iter().zip(widths) {
            let program = &mut formulation.program;
            let stretch = |width: &Rational| program.add_column(Column::up_to(width.clone(), Rational::ZERO));
            let own: Vec<ColumnId> = widths.iter().map(stretch).collect();
            let mut terms: Terms =
                members.iter().flat_map(|&a| formulation.key.grants[ActivityIx::from(a)].iter().cloned()).collect();
            terms.extend(own.iter().map(|column| (*column, Rational::from(-1_i64))));
            formulation.program.add_row(Row::exactly("shared", terms, Rational::ZERO));
            columns.push(own);
        }
        Self { formulation, columns }
    }
}
