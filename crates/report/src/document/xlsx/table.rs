//! A table in a sheet.

use std::collections::HashMap;

use fordela::Decimal;
use rust_xlsxwriter::{
    ConditionalFormatDataBar, ConditionalFormatType, Formula, Worksheet, XlsxError, row_col_to_cell,
};

use super::looks;
use super::sheet::{fitting, height};
use super::sums::{self, Worked};
use crate::document::width::{width, wrapped};
use crate::document::{Cell, ColumnKind, Grid, Number, Row, RowKind};

/// Words are wrapped at about so many characters.
const WIDEST: usize = 60;

const NARROWEST: usize = 8;

/// Beside the text of a cell, and for what makes it bold.
const BESIDE: usize = 3;

/// A table where it stands: the row of its head, and the columns that are shown. A drawing is shown in the column before it.
pub(super) struct Table<'g> {
    grid: &'g Grid,
    head: u32,
    columns: Vec<usize>,
    widths: Vec<usize>,
    /// With how many decimals the amounts of each column are shown: with as many as any of them has.
    places: Vec<u32>,
    worked: HashMap<(usize, usize), Worked>,
}

/// The columns of a table that are written.
fn shown(grid: &Grid) -> Vec<usize> {
    (0..grid.columns.len()).filter(|&n| grid.columns[n].kind != ColumnKind::Drawing).collect()
}

/// How wide the columns of a table are, in characters.
pub(super) fn widths(grid: &Grid) -> Vec<usize> {
    shown(grid).into_iter().map(|column| natural(grid, column).clamp(NARROWEST, WIDEST) + BESIDE).collect()
}

/// How wide a column is whose words stand on one line. Its head may take several.
fn natural(grid: &Grid, column: usize) -> usize {
    let head = grid.columns[column].head.full.split(' ').map(width).max().unwrap_or(0);
    let cells = grid.rows.iter().filter_map(|row| row.cells.get(column));
    cells.map(|cell| width(&cell.full)).max().unwrap_or(0).max(head)
}

/// The most decimals of an amount in a column.
fn places(grid: &Grid, column: usize) -> u32 {
    let numbers = grid.rows.iter().filter_map(|row| row.cells.get(column)?.number.as_ref());
    numbers.filter(|number| number.kind.adds_up()).map(|number| number.told.scale()).max().unwrap_or(0)
}

impl<'g> Table<'g> {
    pub(super) fn at(grid: &'g Grid, head: u32) -> Self {
        let places = (0..grid.columns.len()).map(|column| places(grid, column)).collect();
        Self { grid, head, columns: shown(grid), widths: widths(grid), places, worked: sums::of(grid) }
    }

    /// Writes the table, and gives the row after its last.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<u32, XlsxError> {
        for (place, &column) in (0..).zip(&self.columns) {
            let looks = looks::head(self.is_number(column), self.leads(column));
            let head = &self.grid.columns[column].head.full;
            sheet.write_string_with_format(self.head, place, fitting(head), &looks)?;
        }
        let heads = |column: usize| Some(&self.grid.columns[column].head);
        sheet.set_row_height(self.head, height(self.tall(heads)))?;
        for (n, row) in self.grid.rows.iter().enumerate() {
            let words = |column: usize| row.cells.get(column).filter(|_| !self.is_number(column));
            sheet.set_row_height(self.row(n)?, height(self.tall(words)))?;
            for (place, &column) in (0..).zip(&self.columns) {
                self.cell(sheet, (n, row), (place, column))?;
            }
        }
        let after = self.row(self.grid.rows.len())?;
        self.bars(sheet, after)?;
        Ok(after)
    }

    fn is_number(&self, column: usize) -> bool {
        self.grid.columns[column].kind == ColumnKind::Numbers
    }

    /// Whether rows begin with the words of a column.
    fn leads(&self, column: usize) -> bool {
        column == 0 && self.grid.lead() == Some(column)
    }

    /// How many lines the highest of some cells takes. Not every program makes room for words that it wraps.
    fn tall<'c>(&self, cell: impl Fn(usize) -> Option<&'c Cell>) -> usize {
        let lines = |(&column, width): (&usize, &usize)| {
            cell(column).map_or(1, |cell| wrapped(&cell.full, width - BESIDE, 0, 0).len())
        };
        self.columns.iter().zip(&self.widths).map(lines).max().unwrap_or(1)
    }

    /// Where a row of the table stands.
    fn row(&self, row: usize) -> Result<u32, XlsxError> {
        let row = u32::try_from(row).ok().and_then(|row| row.checked_add(self.head + 1));
        row.ok_or(XlsxError::RowColumnLimitError)
    }

    fn cell(
        &self,
        sheet: &mut Worksheet,
        (n, row): (usize, &Row),
        (place, column): (u16, usize),
    ) -> Result<(), XlsxError> {
        let at = self.row(n)?;
        let looks = looks::cell(row.kind, self.is_number(column), self.leads(column));
        let cell = row.cells.get(column);
        let Some(cell) = cell.filter(|cell| !cell.full.is_empty()) else {
            if matches!(row.kind, RowKind::Group | RowKind::Total) {
                sheet.write_blank(at, place, &looks)?;
            }
            return Ok(());
        };
        let number = cell.number.as_ref().and_then(|number| Some((number, number.float()?)));
        let Some((number, float)) = number else {
            sheet.write_string_with_format(at, place, fitting(&cell.full), &looks)?;
            return Ok(());
        };
        let places = if number.kind.adds_up() { self.places[column] } else { number.told.scale() };
        let looks = looks.set_num_format(looks::number(&number.kind, places));
        match self.worked.get(&(n, column)) {
            Some(worked) => {
                let formula = Formula::new(self.formula(worked, n, column)?).set_result(result(worked, number));
                sheet.write_formula_with_format(at, place, formula, &looks)?
            }
            None => sheet.write_number_with_format(at, place, float, &looks)?,
        };
        Ok(())
    }

    fn formula(&self, worked: &Worked, row: usize, column: usize) -> Result<String, XlsxError> {
        let at = |row: usize, column: usize| -> Result<String, XlsxError> {
            let place = self.columns.iter().position(|&shown| shown == column);
            let place = place.and_then(|place| u16::try_from(place).ok()).ok_or(XlsxError::RowColumnLimitError)?;
            Ok(row_col_to_cell(self.row(row)?, place))
        };
        Ok(match worked {
            Worked::Sum(runs) => {
                let run = |&(first, last): &(usize, usize)| -> Result<String, XlsxError> {
                    let from = at(first, column)?;
                    Ok(if first == last { from } else { format!("{from}:{}", at(last, column)?) })
                };
                format!("=SUM({})", runs.iter().map(run).collect::<Result<Vec<_>, _>>()?.join(","))
            }
            Worked::Quotient { over, under, .. } => format!("={}/{}", at(row, *over)?, at(row, *under)?),
        })
    }

    /// Drawings of shares, as bars in the column before them.
    fn bars(&self, sheet: &mut Worksheet, after: u32) -> Result<(), XlsxError> {
        for (column, drawn) in self.grid.columns.iter().enumerate() {
            let before = column.checked_sub(1).filter(|_| drawn.kind == ColumnKind::Drawing);
            let place = before.and_then(|before| self.columns.iter().position(|&shown| shown == before));
            let Some(place) = place.and_then(|place| u16::try_from(place).ok()) else { continue };
            let bar = ConditionalFormatDataBar::new()
                .set_minimum(ConditionalFormatType::Number, 0)
                .set_maximum(ConditionalFormatType::Number, 1)
                .set_fill_color("B9CDE0")
                .set_solid_fill(true)
                .set_border_off(true);
            if after > self.head + 1 {
                sheet.add_conditional_format(self.head + 1, place, after - 1, place, &bar)?;
            }
        }
        Ok(())
    }
}

/// What a formula comes to: the figure that is told, or the quotient that it rounds.
fn result(worked: &Worked, number: &Number) -> String {
    let plain = |number: Decimal| number.normalize().to_string();
    match worked {
        Worked::Sum(_) => plain(number.told),
        Worked::Quotient { is, .. } => is.parse().map_or_else(|_| is.clone(), plain),
    }
}
