//! What a document says, from top to bottom.

use super::{picture, table};
use crate::document::paper::Page;
use crate::document::png::Png;
use crate::document::xml::escaped;
use crate::document::{Block, Document};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\n<w:body>\n";

/// The part that holds the text.
pub(super) fn xml(document: &Document, pictures: &[Png]) -> String {
    let page = Page::of(document);
    HEAD.to_owned() + &blocks(document, pictures, page.room()) + &section(page) + "</w:body>\n</w:document>\n"
}

/// What the text says, where it is so wide.
pub(super) fn blocks(document: &Document, pictures: &[Png], room: usize) -> String {
    let mut pictures = (1..).zip(pictures);
    let mut xml = String::new();
    let mut heading = "";
    let mut after_table = false;
    for block in &document.0 {
        // Two tables without a paragraph between them are one.
        if after_table && matches!(block, Block::Grid(_)) {
            xml.push_str(&paragraph("Normal", "", ""));
        }
        let apart = if after_table { "<w:spacing w:before=\"160\"/>" } else { "" };
        match block {
            Block::Title(text) => xml.push_str(&paragraph("Title", "", text)),
            Block::Heading(text) => xml.push_str(&paragraph("Heading1", "", text)),
            Block::Paragraph(text) => xml.push_str(&paragraph("Normal", apart, text)),
            Block::Items(items) => {
                let places = std::iter::once(apart).chain(std::iter::repeat(""));
                items.iter().zip(places).for_each(|(item, apart)| xml.push_str(&paragraph("ListBullet", apart, item)));
            }
            Block::Grid(grid) => xml.push_str(&table::xml(grid, heading, room)),
            Block::Picture(one) => {
                let drawn = pictures.next().map(|(number, png)| picture::xml(one, number, png, room));
                xml.push_str(&drawn.unwrap_or_default());
            }
            Block::Verbatim(text) => xml.push_str(&verbatim(text, apart)),
        }
        if let Block::Title(text) | Block::Heading(text) = block {
            heading = text;
        }
        after_table = matches!(block, Block::Grid(_));
    }
    if after_table {
        xml.push_str(&paragraph("Normal", "", ""));
    }
    xml
}

/// A paragraph of a style, with what differs from it.
fn paragraph(style: &str, differs: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{differs}</w:pPr>{}</w:p>\n", run("", text))
}

/// A text, as `marks` say.
pub(super) fn run(marks: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let marks = if marks.is_empty() { String::new() } else { format!("<w:rPr>{marks}</w:rPr>") };
    let text = escaped(&text.replace('\n', " "));
    format!("<w:r>{marks}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// Text whose lines are kept.
fn verbatim(text: &str, differs: &str) -> String {
    let lines: Vec<String> = text.trim_end_matches('\n').lines().map(|line| run("", line)).collect();
    let lines = lines.join("<w:r><w:br/></w:r>");
    format!("<w:p><w:pPr><w:pStyle w:val=\"PlainText\"/>{differs}</w:pPr>{lines}</w:p>\n")
}

/// The paper, and what stands at its foot.
fn section(page: Page) -> String {
    let (width, height) = page.paper();
    let turned = if width > height { " w:orient=\"landscape\"" } else { "" };
    let margin = Page::MARGIN;
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{turned}/>\
         <w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" w:bottom=\"{margin}\" w:left=\"{margin}\" w:header=\"567\" \
         w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>\n"
    )
}
