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
    let document = document.visible();
    let mut lines = Vec::new();
    let mut last = None;
    for block in &document.0 {
        if last.is_some_and(|last| is_apart(last, block)) {
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
        last = Some(block);
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Whether there is an empty line between two blocks.
fn is_apart(before: &Block, after: &Block) -> bool {
    match after {
        Block::Title(_) | Block::Heading(_) | Block::Verbatim(_) => true,
        Block::Grid(_) => !matches!(before, Block::Heading(_)),
        Block::Paragraph(_) | Block::Items(_) => matches!(before, Block::Verbatim(_)),
    }
}

fn item_lines(item: &str, layout: Layout) -> Vec<String> {
    let lines = wrapped(item, layout.width.saturating_sub(2));
    lines.into_iter().enumerate().map(|(n, line)| format!("{}{line}", if n == 0 { "• " } else { "  " })).collect()
}

fn styled(text: &str, style: &str, layout: Layout) -> String {
    if layout.colour && !text.is_empty() { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
}

fn grid_lines(grid: &Grid, layout: Layout) -> Vec<String> {
    let widths = widths(grid, layout.width);
    let all = widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1);
    let line = styled(&"─".repeat(all), DIM, layout);
    let heads: Vec<Cell> = grid.columns.iter().map(|column| column.head.clone()).collect();
    let mut lines = vec![styled(&row_line(grid, &widths, &heads, 0), DIM, layout), line.clone()];
    for row in &grid.rows {
        let texts = row_lines(grid, &widths, all, row);
        match row.kind {
            RowKind::Item | RowKind::Alone => lines.extend(texts),
            RowKind::Detail => lines.extend(texts.iter().map(|text| styled(text, DIM, layout))),
            RowKind::Group => lines.extend(texts.iter().map(|text| styled(text, BOLD, layout))),
            RowKind::Total => {
                lines.push(line.clone());
                lines.extend(texts.iter().map(|text| styled(text, BOLD, layout)));
            }
        }
    }
    lines
}

/// A row as one line; as two where the name of a group is wider than its column.
fn row_lines(grid: &Grid, widths: &[usize], all: usize, row: &Row) -> Vec<String> {
    match &row.cells[..] {
        [name] => vec![shortened(&name.full, all)],
        [name, rest @ ..] if row.kind == RowKind::Group && width(&name.full) > widths[0] => {
            let rest: Vec<Cell> = std::iter::once(Cell::default()).chain(rest.iter().cloned()).collect();
            vec![shortened(&name.full, all), row_line(grid, widths, &rest, 0)]
        }
        cells => vec![row_line(grid, widths, cells, indent(row))],
    }
}

fn row_line(grid: &Grid, widths: &[usize], cells: &[Cell], indent: usize) -> String {
    let mut line = String::new();
    for (c, cell) in cells.iter().enumerate() {
        let indent = if c == 0 { indent } else { 0 };
        let room = widths[c].saturating_sub(indent);
        let text = if width(&cell.full) <= room { &cell.full } else { shortest(cell) };
        let text = format!("{:indent$}{}", "", shortened(text, room));
        let pad = " ".repeat(widths[c].saturating_sub(width(&text)));
        line.push_str(if c == 0 { "" } else { GAP });
        line.push_str(&if grid.columns[c].kind == ColumnKind::Numbers { pad + &text } else { text + &pad });
    }
    line.trim_end_matches(' ').to_owned()
}

fn indent(row: &Row) -> usize {
    match row.kind {
        RowKind::Group | RowKind::Alone | RowKind::Total => 0,
        RowKind::Item => 2,
        RowKind::Detail => 4,
    }
}

fn shortest(cell: &Cell) -> &str {
    cell.short.as_deref().unwrap_or(&cell.full)
}

/// How wide each column is. Where there is no room for all in full, columns make do with their short texts, the
/// last first; and only then are words cut.
fn widths(grid: &Grid, room: usize) -> Vec<usize> {
    let natural = |c: usize, text: fn(&Cell) -> &str| {
        let cells = grid.rows.iter().filter(|row| row.cells.len() > 1 && (c > 0 || row.kind != RowKind::Group));
        let cells = cells.filter_map(|row| Some((if c == 0 { indent(row) } else { 0 }, row.cells.get(c)?)));
        let widths = cells.map(|(indent, cell)| width(text(cell)) + indent);
        widths.chain([width(text(&grid.columns[c].head))]).max().unwrap_or(0)
    };
    let count = grid.columns.len();
    let room = room.saturating_sub(GAP.len() * count.saturating_sub(1));
    let mut widths: Vec<usize> = (0..count).map(|c| natural(c, |cell| &cell.full)).collect();
    for c in (0..count).rev() {
        let over = widths.iter().sum::<usize>().saturating_sub(room);
        widths[c] = natural(c, shortest).max(widths[c].saturating_sub(over));
    }
    let words = |c: &usize| grid.columns[*c].kind == ColumnKind::Words;
    while widths.iter().sum::<usize>() > room {
        let widest = (0..count).filter(words).filter(|&c| widths[c] > NARROWEST).max_by_key(|&c| widths[c]);
        let Some(c) = widest else { break };
        widths[c] -= 1;
    }
    widths
}
