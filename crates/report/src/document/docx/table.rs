//! A table: its head on every page, its rows whole.

use super::body::run;
use crate::document::paper::{indent, widths, written};
use crate::document::xml::escaped;
use crate::document::{Cell, Column, ColumnKind, Grid, Row, RowKind};

const BOLD: &str = "<w:b/><w:bCs/>";

/// The table, which is called as the heading above it.
pub(super) fn xml(grid: &Grid, called: &str, room: usize) -> String {
    let widths = widths(grid, room);
    let columns: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let rows: String = grid.rows.iter().map(|one| row(grid, one, &widths)).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
         <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" \
         w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr>\n<w:tblGrid>{columns}</w:tblGrid>\n{}{rows}</w:tbl>\n",
        widths.iter().sum::<usize>(),
        escaped(called),
        head(grid, &widths),
    )
}

fn head(grid: &Grid, widths: &[usize]) -> String {
    let heads = grid.columns.iter().map(|column| (column, &column.head));
    let cells = written(heads).zip(widths);
    let cells: String = cells.map(|((column, head), width)| cell(*width, "", &text(column, head, BOLD, ""))).collect();
    format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>\n")
}

fn row(grid: &Grid, row: &Row, widths: &[usize]) -> String {
    let (looks, marks) = looks(row.kind);
    let lead = grid.lead().and_then(|lead| grid.columns.get(lead));
    let cells = written(grid.cells(row)).zip(widths).map(|((column, one), width)| {
        let leads = lead.is_some_and(|lead| std::ptr::eq(lead, column));
        cell(*width, looks, &text(column, one, marks, &placed(row.kind, leads)))
    });
    format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>\n", cells.collect::<String>())
}

/// How the cells of a row look, and their text.
fn looks(kind: RowKind) -> (&'static str, &'static str) {
    match kind {
        RowKind::Group => ("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF1F4\"/>", BOLD),
        RowKind::Total => {
            ("<w:tcBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1B1C1E\"/></w:tcBorders>", BOLD)
        }
        RowKind::Item | RowKind::Alone => ("", ""),
        RowKind::Detail => ("", "<w:color w:val=\"52565C\"/>"),
    }
}

/// Where a paragraph stands: a group on the page of what belongs to it, and what belongs to it to the right.
fn placed(kind: RowKind, leads: bool) -> String {
    let keeps = if kind == RowKind::Group { "<w:keepNext/>" } else { "" };
    match indent(kind) {
        indent if leads && indent > 0 => format!("{keeps}<w:ind w:left=\"{indent}\"/>"),
        _ => keeps.to_owned(),
    }
}

fn text(column: &Column, cell: &Cell, marks: &str, placed: &str) -> String {
    let style = match column.kind {
        ColumnKind::Numbers => "TableNumber",
        ColumnKind::Words | ColumnKind::Drawing => "TableText",
    };
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{placed}</w:pPr>{}</w:p>", run(marks, &cell.full))
}

fn cell(width: usize, looks: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{looks}</w:tcPr>{text}</w:tc>")
}
