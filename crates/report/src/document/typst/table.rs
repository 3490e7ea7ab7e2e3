//! A table: its head on every page, and its rows whole.

use super::{breakable, points, quoted};
use crate::document::paper::{Page, indent, room_in, widths, written};
use crate::document::width::width;
use crate::document::{Cell, Column, ColumnKind, Grid, Row, RowKind};

/// A row of more lines than about these may stand on two pages, and a head of as many is not repeated.
const LINES: usize = 15;

/// A table as a call of `grid` in the look.
pub(super) fn markup(grid: &Grid, page: Page) -> String {
    let widths = widths(grid, page.room());
    let lengths: String = widths.iter().map(|width| points(*width) + ", ").collect();
    let heads = || grid.columns.iter().map(|column| (column, &column.head));
    let aligns: String = written(heads()).map(|(column, _)| side(column.kind)).collect();
    let (whole, texts) = texts(written(heads()), &widths, None);
    let rows: String = grid.rows.iter().map(|one| row(grid, one, &widths)).collect();
    format!("#grid(({lengths}), ({aligns}),\n  heads({whole}{texts}),\n{rows})\n")
}

fn side(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Numbers => "right, ",
        ColumnKind::Words | ColumnKind::Drawing => "left, ",
    }
}

fn row(grid: &Grid, row: &Row, widths: &[usize]) -> String {
    let kind = match row.kind {
        RowKind::Group => "group",
        RowKind::Item => "item",
        RowKind::Alone => "alone",
        RowKind::Detail => "detail",
        RowKind::Total => "total",
    };
    let lead = grid.lead().and_then(|lead| grid.columns.get(lead));
    let cells = || written(grid.cells(row));
    let lead = cells().position(|(column, _)| lead.is_some_and(|lead| std::ptr::eq(lead, column)));
    let (whole, texts) = texts(cells(), widths, lead.map(|lead| (lead, indent(row.kind))));
    let lead = lead.map_or("none".to_owned(), |lead| lead.to_string());
    format!("  row(\"{kind}\", {lead}, {whole}{texts}),\n")
}

/// Whether a row is to stand on one page, and its texts, each after a comma. One of them may stand to the right. Numbers are as
/// wide as their columns, and never broken.
fn texts<'g>(
    cells: impl Iterator<Item = (&'g Column, &'g Cell)>,
    widths: &[usize],
    indented: Option<(usize, usize)>,
) -> (bool, String) {
    let mut whole = true;
    let mut texts = String::new();
    for (n, ((column, cell), room)) in cells.zip(widths).enumerate() {
        let indent = indented.filter(|(lead, _)| *lead == n).map_or(0, |(_, indent)| indent);
        let room = room_in(room.saturating_sub(indent));
        whole &= width(&cell.full) <= LINES * room;
        let text = match column.kind {
            ColumnKind::Numbers => quoted(&cell.full),
            ColumnKind::Words | ColumnKind::Drawing => quoted(&breakable(&cell.full, room)),
        };
        texts.push_str(", ");
        texts.push_str(&text);
    }
    (whole, texts)
}
