//! A document as text for a terminal.

use super::width::{shortened, width, wrapped};
use super::{Block, Cell, ColumnKind, Document, Grid, Row, RowKind};
use crate::settings::Layout;

/// Between columns.
const GAP: &str = "  ";

/// No column of words is made narrower.
const NARROWEST: usize = 14;

const BOLD: &str = "1";
const DIM: &str = "2";

/// The document, with lines of the width that the layout asks for.
pub(crate) fn text(document: &Document, layout: Layout) -> String {
    let mut lines = Vec::new();
    for block in &document.0 {
        if !lines.is_empty() && !matches!(block, Block::Paragraph(_)) {
            lines.push(String::new());
        }
        match block {
            Block::Title(title) | Block::Heading(title) => {
                lines.extend(wrapped(title, layout.width).iter().map(|line| styled(line, BOLD, layout)));
            }
            Block::Paragraph(text) => lines.extend(wrapped(text, layout.width)),
            Block::Items(items) => items.iter().for_each(|item| lines.extend(item_lines(item, layout))),
            Block::Grid(grid) => lines.extend(grid_lines(grid, layout)),
            Block::Verbatim(text) => lines.extend(text.lines().map(str::to_owned)),
        }
    }
    lines.push(String::new());
    lines.join("\n")
}


fn item_lines(item: &str, layout: Layout) -> Vec<String> {
    let lines = wrapped(item, layout.width.saturating_sub(2));
    lines.into_iter().enumerate().map(|(n, line)| format!("{}{line}", if n == 0 { "• " } else { "  " })).collect()
}

fn styled(text: &str, style: &str, layout: Layout) -> String {
    if layout.colour && !text.is_empty() { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
}

fn grid_lines(grid: &Grid, layout: Layout) -> Vec<String> {
    let (widths, is_short) = widths(grid, layout.width);
    let heads: Vec<Cell> = grid.columns.iter().map(|column| column.head.clone()).collect();
    let written = |cells: &[Cell], indent: usize| -> String {
        let mut line = String::new();
        for (c, cell) in cells.iter().enumerate() {
            let indent = if c == 0 { indent } else { 0 };
            let text = format!("{:indent$}{}", "", chosen(cell, is_short[c]));
            let text = shortened(&text, widths[c]);
            let pad = " ".repeat(widths[c] - width(&text));
            let aligned = if grid.columns[c].kind == ColumnKind::Numbers { pad + &text } else { text + &pad };
            line.push_str(if c == 0 { "" } else { GAP });
            line.push_str(&aligned);
        }
        line.trim_end_matches(' ').to_owned()
    };
    let all = widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1);
    let line = styled(&"─".repeat(all), DIM, layout);
    let mut lines = vec![styled(&written(&heads, 0), DIM, layout), line.clone()];
    for row in &grid.rows {
        let text = written(&row.cells, indent(row));
        match row.kind {
            RowKind::Group => lines.push(styled(&text, BOLD, layout)),
            RowKind::Item | RowKind::Alone => lines.push(text),
            RowKind::Detail => lines.push(styled(&text, DIM, layout)),
            RowKind::Total => lines.extend([line.clone(), styled(&text, BOLD, layout)]),
        }
    }
    lines
}

fn indent(row: &Row) -> usize {
    match row.kind {
        RowKind::Group | RowKind::Alone | RowKind::Total => 0,
        RowKind::Item => 2,
        RowKind::Detail => 4,
    }
}

fn chosen(cell: &Cell, is_short: bool) -> &str {
    cell.short.as_deref().filter(|_| is_short).unwrap_or(&cell.full)
}

/// How wide each column is, and whether its short texts are used: those of a column with the widest texts
/// first, and only then are words cut.
fn widths(grid: &Grid, room: usize) -> (Vec<usize>, Vec<bool>) {
    let natural = |c: usize, is_short: bool| {
        let cells = grid.rows.iter().filter_map(|row| Some((indent(row), row.cells.get(c)?)));
        let cells = cells.map(|(indent, cell)| width(chosen(cell, is_short)) + if c == 0 { indent } else { 0 });
        cells.chain([width(chosen(&grid.columns[c].head, is_short))]).max().unwrap_or(0)
    };
    let count = grid.columns.len();
    let room = room.saturating_sub(GAP.len() * count.saturating_sub(1));
    let mut is_short = vec![false; count];
    let mut widths: Vec<usize> = (0..count).map(|c| natural(c, false)).collect();
    for c in (0..count).rev() {
        if widths.iter().sum::<usize>() > room {
            is_short[c] = true;
            widths[c] = natural(c, true);
        }
    }
    let words = |c: &usize| grid.columns[*c].kind == ColumnKind::Words;
    while widths.iter().sum::<usize>() > room {
        let widest = (0..count).filter(words).filter(|&c| widths[c] > NARROWEST).max_by_key(|&c| widths[c]);
        let Some(c) = widest else { break };
        widths[c] -= 1;
    }
    (widths, is_short)
}
