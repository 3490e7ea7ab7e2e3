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
            Block::Picture(picture) => self.line(&format!("<figure>\n{}</figure>", picture.svg)),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(texts: &[&str]) -> Vec<Cell> {
        texts.iter().copied().map(Cell::new).collect()
    }

    fn document() -> Document {
        let columns = vec![Column::words("Vem"), Column::numbers("Sökt"), Column::drawing(), Column::words("")];
        let row = |kind, texts: &[&str]| Row { kind, cells: cells(texts) };
        let rows = vec![
            row(RowKind::Group, &["Kultur"]),
            row(RowKind::Item, &["Musik", "5", "█", "<ja>"]),
            row(RowKind::Detail, &["Lokal", "1"]),
            row(RowKind::Alone, &["Idrott", "7"]),
            row(RowKind::Total, &["Summa", "12"]),
        ];
        Document(vec![
            Block::Title("A & \"B\"".to_owned()),
            Block::Heading("<h2>".to_owned()),
            Block::Grid(Grid { columns, rows }),
            Block::Items(vec!["a < b".to_owned()]),
            Block::Verbatim("a\n <b>\n".to_owned()),
        ])
    }

    /// The page without what every page has.
    fn body(document: &Document) -> String {
        let page = html(document, Lang::Sv);
        let (_, body) = page.split_once("<main>\n").expect("a main part");
        body.replace("</main>\n</body>\n</html>\n", "")
    }

    #[test]
    fn every_part_of_a_document_is_what_it_is() {
        let wide = |heading: u8| {
            format!("<div class=\"wide\" role=\"group\" aria-labelledby=\"h{heading}\" tabindex=\"0\">\n")
        };
        let expected = [
            "<h1 id=\"h1\">A &amp; &quot;B&quot;</h1>\n<h2 id=\"h2\">&lt;h2&gt;</h2>\n",
            &wide(2),
            "<table>\n<thead>\n<tr><th scope=\"col\">Vem</th><th scope=\"col\" class=\"number\">Sökt</th>\
             <td class=\"bar\"></td><td></td></tr>\n</thead>\n<tbody>\n<tr class=\"group\">\
             <th scope=\"rowgroup\">Kultur</th><td class=\"number\"></td><td class=\"bar\"></td><td></td></tr>\n\
             <tr class=\"item\"><th scope=\"row\">Musik</th><td class=\"number\">5</td>\
             <td class=\"bar\"><span aria-hidden=\"true\">█</span></td><td>&lt;ja&gt;</td></tr>\n\
             <tr class=\"detail\"><th scope=\"row\">Lokal</th><td class=\"number\">1</td><td class=\"bar\"></td><td></td>\
             </tr>\n</tbody>\n<tbody>\n<tr><th scope=\"row\">Idrott</th><td class=\"number\">7</td>\
             <td class=\"bar\"></td><td></td></tr>\n</tbody>\n<tbody>\n<tr class=\"total\"><th scope=\"row\">Summa</th>\
             <td class=\"number\">12</td><td class=\"bar\"></td><td></td></tr>\n</tbody>\n</table>\n</div>\n",
            "<ul>\n<li>a &lt; b</li>\n</ul>\n",
            &wide(2),
            "<pre>a\n &lt;b&gt;</pre>\n</div>\n",
        ];
        assert_eq!(body(&document()), expected.concat());
    }

    #[test]
    fn a_page_has_a_language_a_title_and_nothing_from_elsewhere() {
        for (lang, code) in [(Lang::Sv, "sv"), (Lang::En, "en")] {
            let page = html(&document(), lang);
            let begins = format!("<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n");
            assert!(page.starts_with(&begins), "{page}");
            assert!(page.contains("<title>A &amp; &quot;B&quot;</title>"), "{page}");
            for outside in ["<script", "http:", "https:", "src=", "href=", "@import", "url("] {
                assert!(!page.contains(outside), "{outside}");
            }
        }
    }

    #[test]
    fn what_has_no_title_is_called_by_its_first_heading() {
        let page = html(&Document(vec![Block::Heading("Var".to_owned()), Block::Heading("Hur".to_owned())]), Lang::Sv);
        assert!(page.contains("<title>Var</title>"), "{page}");
        assert!(page.contains("<h1 id=\"h1\">Var</h1>\n<h2 id=\"h2\">Hur</h2>\n"), "{page}");
    }

    /// How light a colour is, by WCAG 2.1.
    fn luminance(name: &str) -> f64 {
        let (_, after) = STYLE.split_once(&format!("--{name}: #")).expect(name);
        let part = |at: usize| {
            let part = f64::from(u8::from_str_radix(&after[at..at + 2], 16).expect("a colour")) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
    }

    #[test]
    fn text_stands_out_from_what_is_behind_it() {
        for (text, behind) in
            [("ink", "paper"), ("ink", "band"), ("quiet", "paper"), ("quiet", "band"), ("accent", "paper")]
        {
            let (text, behind) = (luminance(text), luminance(behind));
            let contrast = (text.max(behind) + 0.05) / (text.min(behind) + 0.05);
            assert!(contrast >= 4.5, "{contrast}");
        }
    }
}
