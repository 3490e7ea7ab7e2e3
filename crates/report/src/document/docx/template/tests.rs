//! Documents in the looks of templates. The templates are made here of what Word writes: styles by ids of its language, and
//! marks that are cut into runs.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use fordela::Lang;
use fordela_file::fault::TemplateFault;
use roxmltree::{Document as Xml, Node};
use zip::ZipArchive;

use super::super::{docx, packed};
use super::{Template, docx_in};
use crate::document::{Block, Column, Document, Grid, Picture, Row, RowKind};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn document() -> Document {
    let grid = Grid {
        columns: vec![Column::words("Vem"), Column::numbers("Sökt")],
        rows: vec![Row::new(RowKind::Alone, ["Musik", "5"])],
    };
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 5\" width=\"10\" height=\"5\"/>";
    Document(vec![
        Block::Title("Bilaga & mer".to_owned()),
        Block::Paragraph("Ett.".to_owned()),
        Block::Heading("Tabell".to_owned()),
        Block::Grid(grid),
        Block::Items(vec!["ett".to_owned()]),
        Block::Picture(Picture { svg: svg.to_owned(), description: "En \"bild\"".to_owned() }),
    ])
}

fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut parts = BTreeMap::new();
    for n in 0..zip.len() {
        let mut part = zip.by_index(n).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("bytes");
        parts.insert(part.name().expect("a name").into_owned(), bytes);
    }
    parts
}

fn packed_again(parts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    packed(parts.iter().map(|(name, bytes)| (name.clone(), &bytes[..]))).expect("a document")
}

fn text<'p>(parts: &'p BTreeMap<String, Vec<u8>>, name: &str) -> &'p str {
    std::str::from_utf8(&parts[name]).expect("text")
}

/// A template as a Swedish Word has it: `Rubrik` for the title, no style of lists, a header with a mark in three runs, and a
/// paragraph for the report between two others.
fn swedish() -> BTreeMap<String, Vec<u8>> {
    let mut parts =
        unpacked(&docx(&Document(vec![Block::Paragraph("Mall.".to_owned())]), Lang::Sv).expect("a document"));
    let styles = format!(
        "<w:styles xmlns:w=\"{W}\"><w:style w:type=\"paragraph\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Rubrik\"><w:name w:val=\"Title\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"Heading 1\"/></w:style></w:styles>"
    );
    let paragraph = |texts: &[&str]| {
        let runs: String = texts.iter().map(|text| format!("<w:r><w:t>{text}</w:t></w:r>")).collect();
        format!("<w:p w:rsidR=\"00A1\">{runs}</w:p>")
    };
    let body = [&["Före"][..], &["{{", "bilaga}}"], &["Efter {{titel}}"]].map(paragraph).concat();
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let document = format!(
        "<w:document xmlns:w=\"{W}\" xmlns:r=\"{relations}\"><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:left=\"1417\" w:right=\"1417\"/></w:sectPr></w:body></w:document>"
    );
    let header = format!("<w:hdr xmlns:w=\"{W}\">{}</w:hdr>", paragraph(&["Dnr {", "{diarie", "nummer}}"]));
    parts.remove("word/numbering.xml");
    let without = |name: &str, mark: &str| -> String {
        let part = text(&parts, name);
        let at = part.find(mark).expect("the mark");
        let (from, to) = (part[..at].rfind('<').expect("a start"), at + part[at..].find('>').expect("an end") + 1);
        format!("{}{}", &part[..from], &part[to..])
    };
    let types = without("[Content_Types].xml", "numbering.xml");
    let rels = without("word/_rels/document.xml.rels", "numbering.xml");
    for (name, part) in [
        ("[Content_Types].xml", types),
        ("word/_rels/document.xml.rels", rels),
        ("word/styles.xml", styles),
        ("word/document.xml", document),
        ("word/header1.xml", header),
    ] {
        parts.insert(name.to_owned(), part.into_bytes());
    }
    parts
}

fn filled(parts: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let template = Template::read(&packed_again(parts), "KS-2026-7").expect("a template");
    unpacked(&docx_in(&document(), Lang::Sv, &template).expect("a document"))
}

fn said(node: Node<'_, '_>) -> String {
    node.descendants().filter(|node| node.has_tag_name((W, "t"))).filter_map(|node| node.text()).collect()
}

#[test]
fn a_report_has_the_looks_of_a_template() {
    let parts = filled(&swedish());
    for (name, part) in parts.iter().filter(|(name, _)| !name.ends_with(".png")) {
        let part = std::str::from_utf8(part).expect("text");
        assert!(Xml::parse(part).is_ok(), "{name}: {part}");
    }
    let (document, styles) = (text(&parts, "word/document.xml"), text(&parts, "word/styles.xml"));
    let xml = Xml::parse(document).expect("XML");
    let body = xml.descendants().find(|node| node.has_tag_name((W, "body"))).expect("a body");
    let paragraphs = body.children().filter(|node| node.has_tag_name((W, "p")));
    let told: Vec<(String, String)> = paragraphs
        .map(|node| {
            let style = node.descendants().find(|node| node.has_tag_name((W, "pStyle")));
            (style.and_then(|style| style.attribute((W, "val"))).unwrap_or_default().to_owned(), said(node))
        })
        .collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(style, text)| (style.as_str(), text.as_str())).collect();
    let expected = [
        ("", "Före"),
        ("Rubrik", "Bilaga & mer"),
        ("Normal", "Ett."),
        ("Rubrik1", "Tabell"),
        ("ReportListBullet", "ett"),
        ("Normal", ""),
        ("", "Efter Bilaga & mer"),
    ];
    assert_eq!(told, expected);
    for tag in ["pStyle", "tblStyle", "basedOn", "next"] {
        for part in [document, styles] {
            let xml = Xml::parse(part).expect("XML");
            for node in xml.descendants().filter(|node| node.has_tag_name((W, tag))) {
                let id = node.attribute((W, "val")).expect("an id");
                assert!(styles.contains(&format!("w:styleId=\"{id}\"")) || id.ends_with("TableNormal"), "{tag} {id}");
            }
        }
    }
    assert_eq!(said(Xml::parse(text(&parts, "word/header1.xml")).expect("XML").root()), "Dnr KS-2026-7");
}

/// What is led to is there and has a kind, and the list that is added is one.
#[test]
fn everything_that_is_added_is_found() {
    let parts = filled(&swedish());
    let relations = text(&parts, "word/_rels/document.xml.rels");
    assert!(parts["word/media/reportPicture1.png"].starts_with(b"\x89PNG"));
    assert!(relations.contains("Id=\"reportPicture1\"") && relations.contains("numbering.xml"));
    let types = text(&parts, "[Content_Types].xml");
    assert!(types.contains("Extension=\"png\"") && types.contains("/word/numbering.xml"));
    let numbering = text(&parts, "word/numbering.xml");
    assert!(numbering.contains("<w:num w:numId=\"90001\">") && numbering.contains("w:val=\"ReportListBullet\""));
    assert!(text(&parts, "docProps/core.xml").contains("<dc:title>Bilaga &amp; mer</dc:title>"));
    let document = text(&parts, "word/document.xml");
    assert!(document.contains("descr=\"En &quot;bild&quot;\"") && document.contains("r:embed=\"reportPicture1\""));
}

/// A template that has all styles, as one made by us, keeps its own and gets no more.
#[test]
fn styles_that_are_there_are_used() {
    let own = unpacked(&docx(&Document(Vec::new()), Lang::Sv).expect("a document"));
    let parts = filled(&own);
    assert_eq!(text(&parts, "word/styles.xml"), text(&own, "word/styles.xml"));
    assert_eq!(text(&parts, "word/numbering.xml"), text(&own, "word/numbering.xml"));
    assert!(text(&parts, "word/document.xml").contains("<w:pStyle w:val=\"ListBullet\"/>"));
}

#[test]
fn what_is_no_template_is_told() {
    let with = |name: &str, part: &[u8]| {
        let mut parts = swedish();
        parts.insert(name.to_owned(), part.to_vec());
        packed_again(&parts)
    };
    let mut workbook = swedish();
    workbook.remove("word/document.xml");
    for (bytes, expected) in [
        (b"text".to_vec(), TemplateFault::NotAnArchive),
        (packed_again(&workbook), TemplateFault::NotADocument),
        (with("word/vbaProject.bin", b""), TemplateFault::Macros),
        (with("word/document.xml", b"\xff"), TemplateFault::Odd),
        (with("word/document.xml", b"<w:document/>"), TemplateFault::Odd),
        (with("word/media/image1.png", &vec![0; 41_000_000]), TemplateFault::TooLarge),
    ] {
        assert_eq!(Template::read(&bytes, "").err(), Some(expected));
    }
}
