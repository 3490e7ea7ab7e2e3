//! A document as text for a terminal.

use super::Layout;
use super::table::{self, LineKind};
use super::width::wrapped;
use super::{Block, Document, Grid, RowKind};

const BOLD: &str = "1";
const DIM: &str = "2";

/// The document, with lines of the width that the layout asks for.
pub(crate) fn text(document: &Document, layout: Layout) -> String {
    let document = document.visible();
    let mut lines = Vec::new();
    let mut last = None;
    for block in &document.0 {
        if matches!(block, Block::Picture(_)) {
            continue;
        }
        if last.is_some_and(|last| is_apart(last, block)) {
            lines.push(String::new());
        }
        match block {
            Block::Title(title) | Block::Heading(title) => {
                lines.extend(wrapped(title, layout.width, 0, 0).iter().map(|line| styled(line, BOLD, layout)));
            }
            Block::Paragraph(text) => lines.extend(wrapped(text, layout.width, 0, 0)),
            Block::Items(items) => items.iter().for_each(|item| lines.extend(item_lines(item, layout))),
            Block::Grid(grid) => lines.extend(grid_lines(grid, layout)),
            Block::Verbatim(text) => lines.extend(text.lines().map(str::to_owned)),
            Block::Picture(_) => {}
        }
        last = Some(block);
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Whether there is an empty line between two blocks.
fn is_apart(before: &Block, after: &Block) -> bool {
    match after {
        Block::Title(_) | Block::Heading(_) | Block::Picture(_) | Block::Verbatim(_) => true,
        Block::Grid(_) => !matches!(before, Block::Heading(_)),
        Block::Paragraph(_) | Block::Items(_) => matches!(before, Block::Verbatim(_)),
    }
}

fn item_lines(item: &str, layout: Layout) -> Vec<String> {
    let lines = wrapped(item, layout.width.saturating_sub(2), 0, 0);
    lines.into_iter().enumerate().map(|(n, line)| format!("{}{line}", if n == 0 { "• " } else { "  " })).collect()
}

fn grid_lines(grid: &Grid, layout: Layout) -> Vec<String> {
    let style = |kind| match kind {
        LineKind::Head | LineKind::Rule | LineKind::Row(RowKind::Detail) => Some(DIM),
        LineKind::Row(RowKind::Group | RowKind::Total) => Some(BOLD),
        LineKind::Row(RowKind::Item | RowKind::Alone) => None,
    };
    let told = |(kind, line): (LineKind, String)| match style(kind) {
        Some(style) => styled(&line, style, layout),
        None => line,
    };
    table::lines(grid, layout.width).into_iter().map(told).collect()
}

fn styled(text: &str, style: &str, layout: Layout) -> String {
    if layout.colour && !text.is_empty() { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
}
