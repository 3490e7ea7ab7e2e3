//! How much room there is on paper, and how tables share it. All lengths are in twentieths of a point, as in the file.

use crate::document::width::width;
use crate::document::{Block, Cell, Column, ColumnKind, Document, Grid, Row, RowKind};

/// A page of A4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    Portrait,
    Landscape,
}

/// With more columns of numbers than these in a table, the page is turned.
const NUMBERS: usize = 5;

/// How wide a character of a table is, if not much wider than most.
const CHARACTER: usize = 104;

/// Beside the text of a cell.
const BESIDE: usize = 180;

/// Words are given at least this, as long as there is room.
const NARROWEST: usize = 1_000;

impl Page {
    pub(super) const MARGIN: usize = 1_134;

    pub(super) fn of(document: &Document) -> Self {
        let numbers = |grid: &Grid| grid.columns.iter().filter(|column| column.kind == ColumnKind::Numbers).count();
        let is_wide = |block: &Block| matches!(block, Block::Grid(grid) if numbers(grid) > NUMBERS);
        if document.0.iter().any(is_wide) { Self::Landscape } else { Self::Portrait }
    }

    /// How wide and how high the paper is.
    pub(super) fn paper(self) -> (usize, usize) {
        match self {
            Self::Portrait => (11_906, 16_838),
            Self::Landscape => (16_838, 11_906),
        }
    }

    fn room(self) -> usize {
        self.paper().0 - 2 * Self::MARGIN
    }
}

/// The columns of a table that are written: a drawing is for the eye, and the number beside it says the same.
pub(super) fn written<'g>(
    cells: impl Iterator<Item = (&'g Column, &'g Cell)>,
) -> impl Iterator<Item = (&'g Column, &'g Cell)> {
    cells.filter(|(column, _)| column.kind != ColumnKind::Drawing)
}

/// How far the first words of a row stand to the right.
pub(super) fn indent(kind: RowKind) -> usize {
    match kind {
        RowKind::Group | RowKind::Alone | RowKind::Total => 0,
        RowKind::Item => 200,
        RowKind::Detail => 400,
    }
}

/// How wide each written column is. Numbers are as wide as they are; words share what they leave, where that is too little.
pub(super) fn widths(grid: &Grid, page: Page) -> Vec<usize> {
    let columns = || (0..grid.columns.len()).filter(|&n| grid.columns[n].kind != ColumnKind::Drawing);
    let is_words = |n: usize| grid.columns[n].kind == ColumnKind::Words;
    let natural: Vec<usize> = columns().map(|n| natural(grid, n)).collect();
    let room = page.room();
    if natural.iter().sum::<usize>() <= room {
        return natural;
    }
    let parts =
        |words: bool| columns().zip(&natural).filter(move |(n, _)| is_words(*n) == words).map(|(_, width)| *width);
    let (words, numbers) = (parts(true), parts(false).sum::<usize>());
    let least = NARROWEST * words.clone().count();
    let for_words = room.saturating_sub(numbers).max(least);
    let capped = |width: usize| width.min(for_words);
    let all = words.map(capped).sum::<usize>().max(1);
    let fitted =
        columns().zip(&natural).map(|(n, &width)| if is_words(n) { capped(width) * for_words / all } else { width });
    fitted.collect()
}

/// How wide a column is whose words stand on one line, and whose head does not.
fn natural(grid: &Grid, column: usize) -> usize {
    let head = grid.columns[column].head.full.split(' ').map(width).max().unwrap_or(0) * CHARACTER;
    let is_lead = grid.lead() == Some(column);
    let cell = |row: &Row| {
        let text = row.cells.get(column).map_or(0, |cell| width(&cell.full)) * CHARACTER;
        if is_lead { text + indent(row.kind) } else { text }
    };
    grid.rows.iter().map(cell).max().unwrap_or(0).max(head) + BESIDE
}
