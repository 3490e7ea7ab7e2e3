//! A document as Markdown, with tables as GitHub has them.

use super::{Block, Cell, ColumnKind, Document, Grid, RowKind};

/// The document as Markdown.
pub(crate) fn markdown(document: &Document) -> String {
    let blocks: Vec<String> = document.visible().0.iter().filter_map(block).collect();
    format!("{}\n", blocks.join("\n\n"))
}

/// The block as Markdown; nothing of a picture, which would be a file of its own.
fn block(block: &Block) -> Option<String> {
    Some(match block {
        Block::Title(title) => format!("# {}", escaped(title)),
        Block::Heading(heading) => format!("## {}", escaped(heading)),
        Block::Paragraph(text) => escaped(text),
        Block::Items(items) => items.iter().map(|item| format!("- {}", escaped(item))).collect::<Vec<_>>().join("\n"),
        Block::Grid(grid) => table(grid),
        Block::Picture(_) => return None,
        Block::Verbatim(text) => fenced(text),
    })
}

/// The text between fences longer than any in it.
fn fenced(text: &str) -> String {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}text\n{}\n{fence}", text.trim_end_matches('\n'))
}

fn table(grid: &Grid) -> String {
    let kept: Vec<usize> = (0..grid.columns.len()).filter(|&c| grid.columns[c].kind != ColumnKind::Drawing).collect();
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let heads = kept.iter().map(|&c| escaped(&grid.columns[c].head.full)).collect();
    let line = kept.iter().map(|&c| if grid.columns[c].kind == ColumnKind::Numbers { "---:" } else { "---" });
    let mut rows = vec![row(heads), row(line.map(str::to_owned).collect())];
    for one in &grid.rows {
        let written = |cell: &Cell| {
            let text = escaped(&cell.full);
            let bold = matches!(one.kind, RowKind::Group | RowKind::Total) && !text.is_empty();
            if bold { format!("**{text}**") } else { text }
        };
        let none = Cell::default();
        rows.push(row(kept.iter().map(|&c| written(one.cells.get(c).unwrap_or(&none))).collect()));
    }
    rows.join("\n")
}

/// The text with nothing in it that Markdown would take for more than text.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '#') {
            escaped.push('\\');
        }
        escaped.push(if character == '\n' { ' ' } else { character });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_text_text() {
        assert_eq!(escaped("a|b *c* <d>"), "a\\|b \\*c\\* \\<d\\>");
        assert_eq!(fenced("x ``` y\n"), "````text\nx ``` y\n````");
    }
}
