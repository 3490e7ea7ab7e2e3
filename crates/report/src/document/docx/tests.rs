//! Documents read back.

use std::io::{Cursor, Read};

use fordela::Lang;
use roxmltree::{Document as Xml, Node};
use zip::ZipArchive;

use super::docx;
use crate::document::{Block, Cell, Column, Document, Grid, Row, RowKind};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of a file, in their order.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let parts = (0..zip.len()).map(|n| {
        let mut part = zip.by_index(n).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        (part.name().expect("a name").into_owned(), text)
    });
    parts.collect()
}

fn part(document: &Document, name: &str) -> String {
    let parts = parts(&docx(document, Lang::Sv).expect("a document"));
    parts.into_iter().find(|(known, _)| known == name).expect("the part").1
}

fn of<'a>(node: Node<'a, 'a>, tag: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |node| node.has_tag_name((W, tag)))
}

fn value<'a>(node: Node<'a, 'a>, tag: &'static str) -> Option<&'a str> {
    of(node, tag).next().and_then(|found| found.attribute((W, "val")))
}

fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(|node| node.has_tag_name((W, "t"))).filter_map(|node| node.text()).collect()
}

fn grid() -> Grid {
    let row = |kind, texts: &[&str]| Row { kind, cells: texts.iter().copied().map(Cell::new).collect() };
    Grid {
        columns: vec![Column::words("Vem"), Column::numbers("Sökt"), Column::drawing(), Column::words("Varför")],
        rows: vec![
            row(RowKind::Group, &["Kultur"]),
            row(RowKind::Item, &["Musik", "5", "█", "a < b"]),
            row(RowKind::Detail, &["Lokal", "1"]),
            row(RowKind::Alone, &["Idrott", "7"]),
            row(RowKind::Total, &["Summa", "12"]),
        ],
    }
}

fn document() -> Document {
    Document(vec![
        Block::Title("A & \"B\" {language}".to_owned()),
        Block::Paragraph("Ett.".to_owned()),
        Block::Heading("Tabellen".to_owned()),
        Block::Grid(grid()),
        Block::Grid(grid()),
        Block::Items(vec!["ett".to_owned(), "två".to_owned()]),
        Block::Verbatim("a\n  b\n".to_owned()),
    ])
}

#[test]
fn every_part_is_xml_and_known_by_its_content() {
    let parts = parts(&docx(&document(), Lang::Sv).expect("a document"));
    assert_eq!(parts[0].0, "[Content_Types].xml");
    for (name, xml) in &parts {
        let is_known = parts[0].1.contains(&format!("PartName=\"/{name}\"")) || name.ends_with(".rels");
        assert!(is_known || name == "[Content_Types].xml", "{name}");
        assert!(Xml::parse(xml).is_ok(), "{name}: {xml}");
    }
}

#[test]
fn it_is_the_same_whenever_it_is_made() {
    let bytes = docx(&document(), Lang::Sv).expect("a document");
    assert_eq!(bytes, docx(&document(), Lang::Sv).expect("a document"));
    let mut zip = ZipArchive::new(Cursor::new(&bytes)).expect("a zip file");
    for n in 0..zip.len() {
        let made = zip.by_index(n).expect("a part").last_modified().expect("a date");
        assert_eq!(made.to_string(), "1980-01-01 00:00:00");
    }
}

#[test]
fn it_says_its_title_and_language() {
    for (lang, language) in [(Lang::Sv, "sv-SE"), (Lang::En, "en-GB")] {
        let parts = parts(&docx(&document(), lang).expect("a document"));
        let holds = |name: &str, text: &str| parts.iter().any(|(known, xml)| known == name && xml.contains(text));
        assert!(holds("docProps/core.xml", "<dc:title>A &amp; &quot;B&quot; {language}</dc:title>"));
        assert!(holds("docProps/core.xml", &format!("<dc:language>{language}</dc:language>")));
        assert!(holds("word/styles.xml", &format!("<w:lang w:val=\"{language}\"")));
        assert!(holds("word/settings.xml", &format!("<w:themeFontLang w:val=\"{language}\"")));
        let placeholders =
            parts.iter().filter(|(name, _)| !name.ends_with("core.xml") && !name.ends_with("document.xml"));
        assert!(placeholders.clone().count() > 0 && placeholders.clone().all(|(_, xml)| !xml.contains('{')));
    }
}

#[test]
fn paragraphs_have_styles_that_are_there() {
    let (xml, styles) = (part(&document(), "word/document.xml"), part(&document(), "word/styles.xml"));
    let xml = Xml::parse(&xml).expect("XML");
    let body = of(xml.root(), "body").next().expect("a body");
    let told: Vec<(&str, String)> = body
        .children()
        .filter(|node| node.has_tag_name((W, "p")))
        .map(|node| (value(node, "pStyle").expect("a style"), text(node)))
        .collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(style, text)| (*style, text.as_str())).collect();
    let expected = [
        ("Title", "A & \"B\" {language}"),
        ("Normal", "Ett."),
        ("Heading1", "Tabellen"),
        // Between two tables.
        ("Normal", ""),
        ("ListBullet", "ett"),
        ("ListBullet", "två"),
        ("PlainText", "a  b"),
    ];
    assert_eq!(told, expected);
    for tag in ["pStyle", "tblStyle"] {
        for style in of(xml.root(), tag).filter_map(|node| node.attribute((W, "val"))) {
            assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
        }
    }
}

#[test]
fn a_table_repeats_its_head_and_keeps_its_rows_whole() {
    let xml = part(&document(), "word/document.xml");
    let xml = Xml::parse(&xml).expect("XML");
    let table = of(xml.root(), "tbl").next().expect("a table");
    assert_eq!(value(table, "tblCaption"), Some("Tabellen"));
    let rows: Vec<Node<'_, '_>> = of(table, "tr").collect();
    let heads: Vec<bool> = rows.iter().map(|row| of(*row, "tblHeader").next().is_some()).collect();
    assert_eq!(heads, [true, false, false, false, false, false]);
    assert!(rows.iter().all(|row| of(*row, "cantSplit").next().is_some()));
    let told: Vec<Vec<String>> = rows.iter().map(|row| of(*row, "tc").map(text).collect()).collect();
    assert_eq!(told[0], ["Vem", "Sökt", "Varför"]);
    assert_eq!(told[1], ["Kultur", "", ""]);
    assert_eq!(told[2], ["Musik", "5", "a < b"]);
    let styles: Vec<Option<&str>> = of(rows[2], "tc").map(|cell| value(cell, "pStyle")).collect();
    assert_eq!(styles, [Some("TableText"), Some("TableNumber"), Some("TableText")]);
    let is_bold: Vec<bool> = rows.iter().map(|row| of(*row, "b").next().is_some()).collect();
    assert_eq!(is_bold, [true, true, false, false, false, true]);
    let has_line: Vec<bool> = rows.iter().map(|row| of(*row, "top").next().is_some()).collect();
    assert_eq!(has_line, [false, false, false, false, false, true]);
    let indents: Vec<Option<&str>> =
        rows.iter().map(|row| of(*row, "ind").next().and_then(|node| node.attribute((W, "left")))).collect();
    assert_eq!(indents, [None, None, Some("200"), Some("400"), None, None]);
}

#[test]
fn characters_that_xml_has_no_place_for_do_not_break_it() {
    let all: String = (0..=u32::from(char::MAX)).filter_map(char::from_u32).collect();
    let document = Document(vec![Block::Title(all.clone()), Block::Verbatim(all)]);
    for (name, xml) in parts(&docx(&document, Lang::En).expect("a document")) {
        assert!(Xml::parse(&xml).is_ok(), "{name}");
    }
}

#[test]
fn a_table_is_never_last() {
    let document = Document(vec![Block::Title("A".to_owned()), Block::Grid(grid())]);
    let xml = part(&document, "word/document.xml");
    let xml = Xml::parse(&xml).expect("XML");
    let body = of(xml.root(), "body").next().expect("a body");
    let parts: Vec<&str> = body.children().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
    assert_eq!(parts, ["p", "tbl", "p", "sectPr"]);
}
