//! How much room there is on paper, and how tables share it. All lengths are in twentieths of a point.

use super::width::width;
use super::{Block, Cell, Column, ColumnKind, Document, Grid, Row, RowKind};

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

/// How wide one of a head, of a group or of a sum is.
const BOLD: usize = 116;

/// A head of words is on one line up to so many characters.
const HEAD: usize = 24;

/// Beside the text of a cell.
const BESIDE: usize = 180;

/// What the words that a row begins with get of the room for words, to what others get.
const LEAD: usize = 3;
const OTHER: usize = 2;

/// How wide words are on average where numbers leave them no room.
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

    pub(super) fn room(self) -> usize {
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

/// How many characters there is room for on a line of so wide a column.
pub(super) fn room_in(width: usize) -> usize {
    (width.saturating_sub(BESIDE) / CHARACTER).max(1)
}

/// How wide each written column is. Numbers are as wide as they are; words share what they leave, where that is too little.
pub(super) fn widths(grid: &Grid, room: usize) -> Vec<usize> {
    let columns: Vec<usize> =
        (0..grid.columns.len()).filter(|&n| grid.columns[n].kind != ColumnKind::Drawing).collect();
    let mut widths: Vec<usize> = columns.iter().map(|&n| natural(grid, n)).collect();
    let is_words = |n: usize| grid.columns[columns[n]].kind == ColumnKind::Words;
    let (mut words, numbers): (Vec<usize>, Vec<usize>) = (0..columns.len()).partition(|&n| is_words(n));
    let numbers: usize = numbers.into_iter().map(|n| widths[n]).sum();
    let part = |n: usize| if grid.lead() == Some(columns[n]) { LEAD } else { OTHER };
    let mut parts: usize = words.iter().map(|&n| part(n)).sum();
    let mut rest = room.saturating_sub(numbers).max(NARROWEST * words.len());
    // Those that need the least of their part first, so that what they leave is for the others.
    words.sort_by_key(|&n| widths[n] / part(n));
    for n in words {
        widths[n] = widths[n].min(rest * part(n) / parts);
        rest -= widths[n];
        parts -= part(n);
    }
    widths
}

/// How wide a column is whose words stand on one line. Its head may take several.
fn natural(grid: &Grid, column: usize) -> usize {
    let head = &grid.columns[column].head.full;
    let longest = head.split(' ').map(width).max().unwrap_or(0);
    let head = match grid.columns[column].kind {
        ColumnKind::Words => width(head).min(HEAD).max(longest),
        ColumnKind::Numbers | ColumnKind::Drawing => longest,
    };
    let is_lead = grid.lead() == Some(column);
    let cell = |row: &Row| {
        let character = if matches!(row.kind, RowKind::Group | RowKind::Total) { BOLD } else { CHARACTER };
        let text = row.cells.get(column).map_or(0, |cell| width(&cell.full)) * character;
        if is_lead { text + indent(row.kind) } else { text }
    };
    grid.rows.iter().map(cell).max().unwrap_or(0).max(head * BOLD) + BESIDE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(numbers: usize, words: [&str; 2]) -> Grid {
        let mut columns = vec![Column::words("A"), Column::words("B"), Column::drawing()];
        columns.extend((0..numbers).map(|_| Column::numbers("Sökt")));
        let mut cells: Vec<Cell> = words.into_iter().map(Cell::new).collect();
        cells.push(Cell::new("█"));
        cells.extend((0..numbers).map(|_| Cell::new("10\u{a0}330\u{a0}000")));
        Grid { columns, rows: vec![Row { kind: RowKind::Alone, cells }] }
    }

    #[test]
    fn more_than_five_columns_of_numbers_turn_the_page() {
        for (numbers, page) in [(0, Page::Portrait), (5, Page::Portrait), (6, Page::Landscape)] {
            let document = Document(vec![Block::Grid(grid(1, ["", ""])), Block::Grid(grid(numbers, ["", ""]))]);
            assert_eq!(Page::of(&document), page, "{numbers}");
        }
    }

    #[test]
    fn words_share_what_numbers_leave() {
        let (short, long, longer) = ("ett ord", "ord ".repeat(30), "ord ".repeat(60));
        let number = 10 * CHARACTER + BESIDE;
        let as_wide = |text: &str| width(text) * CHARACTER + BESIDE;
        let room = Page::Portrait.room();
        for (words, expected) in [
            ([short, short], [as_wide(short), as_wide(short)]),
            ([short, &long], [as_wide(short), room - number - as_wide(short)]),
            ([&long, &longer], [(room - number) * 3 / 5, room - number - (room - number) * 3 / 5]),
        ] {
            let widths = widths(&grid(1, words), room);
            assert_eq!(widths, [expected[0], expected[1], number], "{words:?}");
        }
        // Where there is no room for anything, words are still something.
        assert_eq!(widths(&grid(9, [&long, &longer]), room)[..2], [NARROWEST * 6 / 5, NARROWEST * 4 / 5]);
    }
}
