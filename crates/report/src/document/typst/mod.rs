//! A document as markup of Typst, which a PDF is made of: its look, and then what it says as calls of that.

mod table;
#[cfg(test)]
mod tests;

use fordela::Lang;

use super::paper::{Page, widths};
use super::width::width;
use super::{Block, Document};

/// Functions that the markup calls.
const LOOK: &str = include_str!("look.typ");

/// Words outside of tables that are longer may be broken anywhere.
const LONGEST: usize = 30;

/// What a document without a title is called, since it must be called something.
const UNTITLED: &str = "–";

/// The document as markup.
pub(crate) fn typst(document: &Document, lang: Lang) -> String {
    let document = document.visible().titled();
    let page = Page::of(&document);
    let (lang, region) = match lang {
        Lang::Sv => ("sv", "SE"),
        Lang::En => ("en", "GB"),
    };
    let title = match document.title() {
        "" => UNTITLED,
        title => title,
    };
    let (width, height) = paper(&document, page);
    let blocks: String = document.0.iter().map(|one| block(one, page)).collect();
    format!(
        "{LOOK}\n#show: report.with(title: {}, lang: \"{lang}\", region: \"{region}\", width: {}, height: {})\n{blocks}",
        quoted(title),
        points(width),
        points(height),
    )
}

/// How wide and how high the paper is: as it is printed, or with the same shape as wide as its widest table.
fn paper(document: &Document, page: Page) -> (usize, usize) {
    let (width, height) = page.paper();
    let grids = document.0.iter().filter_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None });
    let widest =
        grids.map(|grid| widths(grid, page.room()).iter().sum::<usize>() + 2 * Page::MARGIN).max().unwrap_or(0);
    if widest <= width { (width, height) } else { (widest, widest * height / width) }
}

fn block(block: &Block, page: Page) -> String {
    match block {
        Block::Title(text) => heading(1, text),
        Block::Heading(text) => heading(2, text),
        Block::Paragraph(text) => format!("#par({})\n", said(text)),
        Block::Items(items) => {
            let items: Vec<String> = items.iter().map(|item| said(item)).collect();
            format!("#list({})\n", items.join(", "))
        }
        Block::Grid(grid) => table::markup(grid, page),
        Block::Picture(picture) => format!("#picture({}, {})\n", quoted(&picture.svg), quoted(&picture.description)),
        Block::Verbatim(text) => {
            let lines: Vec<String> = text.trim_end_matches('\n').lines().map(|line| breakable(line, LONGEST)).collect();
            format!("#raw(block: true, {})\n", quoted(&lines.join("\n")))
        }
    }
}

fn heading(level: u8, text: &str) -> String {
    format!("#heading(level: {level}, {})\n", said(if text.is_empty() { UNTITLED } else { text }))
}

/// A text outside of tables, on lines that are as long as there is room for.
fn said(text: &str) -> String {
    quoted(&breakable(&text.replace('\n', " "), LONGEST))
}

/// A text as a string of Typst, in which nothing is markup or code.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The text, whose words may be broken anywhere where they are longer than a line.
fn breakable(text: &str, longest: usize) -> String {
    let words = text.split(' ').map(|word| if width(word) > longest { anywhere(word) } else { word.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

/// A word that may be broken between any two letters, but not before what is written on the one before.
fn anywhere(word: &str) -> String {
    let mut broken = String::new();
    for letter in word.chars() {
        if !broken.is_empty() && width(letter.encode_utf8(&mut [0; 4])) > 0 {
            broken.push('\u{200b}');
        }
        broken.push(letter);
    }
    broken
}

/// A length in twentieths of a point.
fn points(twentieths: usize) -> String {
    format!("{}.{:02}pt", twentieths / 20, twentieths % 20 * 5)
}
