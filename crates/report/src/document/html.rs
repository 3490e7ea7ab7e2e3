//! A document as one HTML file: no scripts, nothing from elsewhere, to be read in a browser, by ear and on paper.

use fordela::Lang;

use super::xml::escaped;
use super::{Block, Cell, Column, ColumnKind, Document, Grid, Row, RowKind};

const STYLE: &str = include_str!("html.css");

/// The document as HTML.
pub(crate) fn html(document: &Document, lang: Lang) -> String {
    let document = document.visible().titled();
    let title = escaped(document.title());
    let code = match lang {
        Lang::Sv => "sv",
        Lang::En => "en",
    };
    let mut page = Page::default();
    document.0.iter().for_each(|block| page.add(block));
    let body = page.written;
    format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// What is written of a page.
#[derive(Default)]
struct Page {
    written: String,
    /// How many titles and headings there are. The last names what stands below it.
    headings: usize,
}

impl Page {
    fn add(&mut self, block: &Block) {
        match block {
            Block::Title(text) => self.heading("h1", text),
            Block::Heading(text) => self.heading("h2", text),
            Block::Paragraph(text) => self.line(&format!("<p>{}</p>", escaped(text))),
            Block::Items(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>\n", escaped(item))).collect();
                self.line(&format!("<ul>\n{items}</ul>"));
            }
            Block::Grid(grid) => self.wide(&table(grid)),
            Block::Verbatim(text) => self.wide(&format!("<pre>{}</pre>\n", escaped(text.trim_end_matches('\n')))),
        }
    }

    fn line(&mut self, text: &str) {
        self.written.push_str(text);
        self.written.push('\n');
    }

    fn heading(&mut self, mark: &str, text: &str) {
        self.headings += 1;
        self.line(&format!("<{mark} id=\"h{}\">{}</{mark}>", self.headings, escaped(text)));
    }

    /// What may be wider than the page: it is moved by keys too, and named by the heading above it.
    fn wide(&mut self, text: &str) {
        let heading = self.headings;
        self.line(&format!(
            "<div class=\"wide\" role=\"group\" aria-labelledby=\"h{heading}\" tabindex=\"0\">\n{text}</div>"
        ));
    }
}

fn table(grid: &Grid) -> String {
    let heads: String = grid.columns.iter().map(head).collect();
    let bodies = grid.rows.chunk_by(|_, after| !begins(after.kind));
    let bodies: String = bodies.map(|rows| body(grid, rows)).collect();
    format!("<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n{bodies}</table>\n")
}

/// Whether a row is the first of those that belong together.
fn begins(kind: RowKind) -> bool {
    match kind {
        RowKind::Group | RowKind::Alone | RowKind::Total => true,
        RowKind::Item | RowKind::Detail => false,
    }
}

fn body(grid: &Grid, rows: &[Row]) -> String {
    let rows: String = rows.iter().map(|one| row(grid, one)).collect();
    format!("<tbody>\n{rows}</tbody>\n")
}

fn head(column: &Column) -> String {
    let (class, text) = (class(column.kind), escaped(&column.head.full));
    if text.is_empty() { format!("<td{class}></td>") } else { format!("<th scope=\"col\"{class}>{text}</th>") }
}

fn row(grid: &Grid, row: &Row) -> String {
    let lead = grid.lead();
    let cells = grid.cells(row).enumerate();
    let cells: String = cells.map(|(n, (column, one))| cell(column.kind, one, row.kind, Some(n) == lead)).collect();
    let class = match row.kind {
        RowKind::Group => " class=\"group\"",
        RowKind::Item => " class=\"item\"",
        RowKind::Alone => "",
        RowKind::Detail => " class=\"detail\"",
        RowKind::Total => " class=\"total\"",
    };
    format!("<tr{class}>{cells}</tr>\n")
}

fn cell(column: ColumnKind, cell: &Cell, row: RowKind, leads: bool) -> String {
    let (class, text) = (class(column), escaped(&cell.full));
    if text.is_empty() {
        return format!("<td{class}></td>");
    }
    let scope = if row == RowKind::Group { "rowgroup" } else { "row" };
    match column {
        ColumnKind::Words if leads => format!("<th scope=\"{scope}\"{class}>{text}</th>"),
        ColumnKind::Words | ColumnKind::Numbers => format!("<td{class}>{text}</td>"),
        ColumnKind::Drawing => format!("<td{class}><span aria-hidden=\"true\">{text}</span></td>"),
    }
}

fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Words => "",
        ColumnKind::Numbers => " class=\"number\"",
        ColumnKind::Drawing => " class=\"bar\"",
    }
}
